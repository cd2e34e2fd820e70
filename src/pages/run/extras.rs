//! What the app has ready for a meeting. A step shows what its role asks for; the rest is folded up beside the order of
//! business, so that nothing is out of reach in a meeting whose items have no role.

use super::fees::Fees;
use super::findings::FindingsPanel;
use super::hall::Hall;
use super::opening::Opening;
use super::remarks::Remarks;
use super::review::Review;
use super::theme::Theme;
use crate::domain::meeting::ItemRole;
use crate::i18n::run::RunTexts;
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;

/// Something to enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Chair, minutes-taker, guests.
    Opening,
    /// thông báo đảng phí
    Fees,
    /// The tasks of earlier meetings.
    Review,
    /// Comments sent beforehand.
    Theme,
    /// biểu dương, nhắc nhở
    Remarks,
    /// What the resolution says, and the tasks.
    Findings,
}

impl Extra {
    const ALL: [Self; 6] =
        [Self::Opening, Self::Fees, Self::Review, Self::Theme, Self::Remarks, Self::Findings];

    /// What a step of this role shows.
    pub fn of(role: ItemRole) -> Option<Self> {
        match role {
            ItemRole::Opening => Some(Self::Opening),
            ItemRole::Fees => Some(Self::Fees),
            ItemRole::Review => Some(Self::Review),
            ItemRole::ThemeDiscussion => Some(Self::Theme),
            ItemRole::Criticism => Some(Self::Remarks),
            ItemRole::Conclusion => Some(Self::Findings),
            _ => None,
        }
    }

    /// What it is called.
    pub fn title(self, texts: &'static RunTexts) -> &'static str {
        match self {
            Self::Opening => texts.opening,
            Self::Fees => texts.fees,
            Self::Review => texts.review,
            Self::Theme => texts.theme,
            Self::Remarks => texts.remarks,
            Self::Findings => texts.findings,
        }
    }

    /// Its fields.
    pub fn view(self, hall: Hall) -> AnyView {
        match self {
            Self::Opening => view! { <Opening hall /> }.into_any(),
            Self::Fees => view! { <Fees hall /> }.into_any(),
            Self::Review => view! { <Review hall /> }.into_any(),
            Self::Theme => view! { <Theme hall /> }.into_any(),
            Self::Remarks => view! { <Remarks hall /> }.into_any(),
            Self::Findings => view! { <FindingsPanel hall /> }.into_any(),
        }
    }
}

/// Everything that the step at `place` does not show itself.
#[component]
pub fn Extras(hall: Hall, place: usize) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let role = untrack(|| hall.run.with(|run| run.steps.get(place).map(|step| step.item.role)));
    let own = role.and_then(Extra::of);
    let folded = move |extra: Extra| {
        // Its fields are made when it is opened.
        let open = RwSignal::new(false);
        view! {
            <section class="sheet" data-pad="true">
                <button
                    class="unfold"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <span class="strong-note">{extra.title(texts)}</span>
                    <Icon name="chevron-down" />
                </button>
                <Show when=move || open.get()>
                    <div class="stack">{extra.view(hall)}</div>
                </Show>
            </section>
        }
    };
    view! {
        <section class="stack" aria-labelledby="extras">
            <h3 id="extras">{texts.extras}</h3>
            {Extra::ALL.into_iter().filter(|extra| Some(*extra) != own).map(folded).collect_view()}
        </section>
    }
}
