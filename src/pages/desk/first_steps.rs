//! What a new branch does first, until it is done: the list, the invitations, the first notice.

use crate::app::routes::Route;
use crate::domain::member::{Member, Standing};
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::{Icon, IconSize};
use leptos::prelude::*;

/// How many steps there are.
const STEPS: usize = 3;

/// Which steps are done: others are listed, one of them has a device, a meeting was announced.
fn done(memory: &Memory) -> [bool; STEPS] {
    let members = memory.fold().roster().map_or(Vec::new(), |roster| roster.listed().collect());
    let me = memory.me();
    let here = |member: &&Member| {
        let active = member.devices.iter().any(|device| device.standing == Standing::Active);
        Some(member.id) != me && active
    };
    [members.len() > 1, members.iter().any(here), memory.fold().meetings().next().is_some()]
}

/// The steps; nothing once all are done.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let state = use_state();
    let done = Memo::new(move |_| state.with(done).unwrap_or([true; STEPS]));
    let texts = state.texts().desk();
    let steps: [(Route, &'static str); STEPS] = [
        (Route::Members, texts.step_members),
        (Route::Members, texts.step_invite),
        (Route::NewMeeting, texts.step_notice),
    ];
    let row = move |(place, (route, words)): (usize, (Route, &'static str))| {
        let is_done = done.with(|done| done[place]);
        view! {
            <li>
                <a class="row" href=route.href()>
                    <span class="box__number" aria-hidden="true">
                        {if is_done {
                            view! { <Icon name="check" size=IconSize::Small /> }.into_any()
                        } else {
                            (place + 1).into_any()
                        }}
                    </span>
                    <span class="row__body">
                        <span class="row__title">{words}</span>
                        {is_done.then(|| view! { <span class="row__note">{texts.step_done}</span> })}
                    </span>
                    <span class="row__end">
                        <Icon name="chevron" />
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || done.with(|done| done.contains(&false))>
            <section class="section" aria-labelledby="first-steps">
                <h2 class="section__title" id="first-steps">
                    {texts.first_steps}
                </h2>
                <ol class="sheet rows">
                    {move || steps.into_iter().enumerate().map(row).collect_view()}
                </ol>
            </section>
        </Show>
    }
}
