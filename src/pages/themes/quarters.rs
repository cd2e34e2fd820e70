//! The four quarters of the year, and whether each has its theme.

use super::Plan;
use crate::domain::theme_plan::Quarter;
use crate::state::use_state;
use crate::ui::{Banner, Icon, IconSize, Tone};
use leptos::prelude::*;

/// How each quarter stands; of the current one it is said when it has none.
#[component]
pub fn Quarters(plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let quarters = Memo::new(move |_| {
        let year = plan.year.get();
        state.with(|memory| memory.quarters(year)).unwrap_or([Quarter::Free; 4])
    });
    let current = move || {
        let today = state.today();
        (today.year() == plan.year.get()).then(|| today.quarter() as usize - 1)
    };
    let missing = move || current().is_some_and(|place| quarters.with(|all| all[place] == Quarter::Missing));
    let item = move |place: usize| {
        let quarter = move || quarters.with(|all| all[place]);
        let tone = move || match quarter() {
            Quarter::Held => "ok",
            Quarter::Planned | Quarter::Free => "neutral",
            Quarter::Missing => "warn",
        };
        let mark = move || {
            (quarter() == Quarter::Held).then(|| view! { <Icon name="check" size=IconSize::Small /> })
        };
        view! {
            <li
                class="month-strip__item"
                data-tone=tone
                aria-current=move || (current() == Some(place)).then_some("true")
            >
                <span class="month-strip__name">{(texts.quarter)(place)} {mark}</span>
                <span class="month-strip__state">{move || (texts.quarter_state)(quarter())}</span>
            </li>
        }
    };
    view! {
        <ol class="month-strip" aria-label=texts.quarters>
            {(0..4).map(item).collect_view()}
        </ol>
        <Show when=missing>
            <Banner
                tone=Tone::Warn
                icon="star"
                title=texts.missing
                text=texts.missing_text
            />
        </Show>
    }
}
