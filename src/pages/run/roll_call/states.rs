//! The states behind "Vắng, muộn".

use super::floor::Floor;
use crate::domain::attendance::State as Attendance;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::Dialog;
use leptos::prelude::*;

const STATES: [Attendance; 7] = [
    Attendance::Excused,
    Attendance::Absent,
    Attendance::Late,
    Attendance::Present,
    Attendance::Exempt,
    Attendance::Elsewhere,
    Attendance::SpecialDuty,
];

/// A dialog with one button for each state.
#[component]
pub fn States(floor: Floor) -> impl IntoView {
    let state = use_state();
    let name = move || {
        let member = floor.choosing.get()?;
        state.with(|memory| words::name_of(memory, member))
    };
    let mark = move |mark: Option<Attendance>| {
        if let Some(member) = floor.choosing.get_untracked() {
            floor.mark(state, member, mark);
        }
        floor.states_open.set(false);
    };
    let now = move || {
        let member = floor.choosing.get()?;
        floor.roll.with(|roll| roll.entry(member).map(|entry| entry.state))
    };
    let button = move |of: Attendance| {
        view! {
            <button
                class="choice"
                type="button"
                aria-pressed=move || (now() == Some(of)).to_string()
                on:click=move |_| mark(Some(of))
            >
                <span class="choice__title">{(state.texts().nouns().attendance)(of)}</span>
            </button>
        }
    };
    view! {
        <Dialog
            id="states"
            title=Signal::derive(move || name().unwrap_or_default())
            open=floor.states_open
            close_label=state.texts().shell().close
        >
            <Show when=move || now().is_some()>
                <button class="button" type="button" on:click=move |_| mark(None)>
                    {state.texts().roll_call().unmark}
                </button>
            </Show>
            <div class="choices" role="group" aria-labelledby="states">{STATES.map(button).collect_view()}</div>
        </Dialog>
    }
}
