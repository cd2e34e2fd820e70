//! Điểm danh: every tap shows at once; the store follows.

mod finish;
mod floor;
mod row;
mod scan;
mod states;
mod tally;

use crate::app::routes::Route;
use crate::domain::member::Member;
use crate::state::use_state;
use crate::ui::{ActionBar, CommandButton, Icon};
use finish::{Finish, Finished};
pub use floor::Floor;
use leptos::prelude::*;
use row::RollRow;
pub use scan::ScanCards;
use states::States;
use tally::{RollFoot, TallyHead};

/// The members, who is there, and the numbers.
#[component]
pub fn RollCall(
    floor: Floor,
    /// Leads on, once the roll call is out.
    #[prop(into)]
    on_content: Callback<()>,
) -> impl IntoView {
    let finishing = RwSignal::new(false);
    view! {
        <TallyHead floor />
        <Finished floor on_content />
        <ol class="roll" data-columns="2">
            <For
                each=move || floor.shown()
                key=|member: &Member| member.id.0
                children=move |member| view! { <RollRow member floor /> }
            />
        </ol>
        <RollFoot floor finishing />
        <States floor />
        <Finish floor open=finishing />
    }
}

/// What the bar at the bottom offers beside the roll call.
#[component]
pub fn RollActions(floor: Floor, scanning: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let unmarked = Memo::new(move |_| floor.tally.get().unmarked);
    let label = move || match unmarked.get() {
        0 => state.texts().roll_call().finish.to_owned(),
        some => (state.texts().roll_call().mark_rest)(some),
    };
    let on_main = move || {
        if unmarked.get_untracked() == 0 {
            floor.finish(state);
        } else {
            floor.lead_to_unmarked();
        }
    };
    view! {
        <ActionBar>
            <a class="button" href=Route::Code(floor.meeting).href()>
                <Icon name="qr" />
                {state.texts().roll_call().open_code}
            </a>
            <button class="button" type="button" on:click=move |_| scanning.set(true)>
                <Icon name="scan" />
                {state.texts().roll_call().scan}
            </button>
            <CommandButton
                label=Signal::derive(label)
                kind="primary"
                grow=true
                busy=floor.finishing
                on_press=on_main
            />
        </ActionBar>
    }
}
