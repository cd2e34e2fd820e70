//! Điều hành: the roll call. Every tap shows at once; the store follows.

mod finish;
mod floor;
mod row;
mod scan;
mod states;
mod tally;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::member::Member;
use crate::state::use_state;
use crate::ui::{ActionBar, CommandButton, FocusScreen, Icon, Tag, Tone};
use finish::{Finish, Finished};
use floor::Floor;
use leptos::prelude::*;
use row::RollRow;
use scan::ScanCards;
use states::States;
use tally::{RollFoot, TallyHead};

/// The roll call of `meeting`.
#[component]
pub fn RollCall(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    state.load_meeting(meeting);
    let floor = Floor::new(state, meeting);
    let scanning = RwSignal::new(false);
    view! {
        <Show
            when=move || scanning.get()
            fallback=move || view! { <Roll floor scanning /> }
        >
            <ScanCards meeting on_close=move || scanning.set(false) />
        </Show>
    }
}

#[component]
fn Roll(floor: Floor, scanning: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let finishing = RwSignal::new(false);
    let notice =
        Memo::new(move |_| state.with(|memory| memory.fold().meeting(floor.meeting).cloned()).flatten());
    let day = move || {
        let day = |meeting: &Meeting| (state.texts().roll_call().on_day)(&meeting.starts.day.to_dmy());
        notice.with(|notice| notice.as_ref().map(day)).unwrap_or_default()
    };
    let start = move || {
        let start = |meeting: &Meeting| (state.texts().roll_call().starts)(&meeting.starts.time.to_hm());
        notice.with(|notice| notice.as_ref().map(start)).unwrap_or_default()
    };
    let action = move || view! { <Actions floor scanning /> };
    view! {
        <FocusScreen
            title=state.texts().roll_call().title
            sub=Signal::derive(day)
            back=Route::Meeting(floor.meeting).href()
            back_label=state.texts().shell().back
            wide=true
            flush=true
            end=move || view! { <Tag tone=Tone::Wait icon="timer" words=Signal::derive(start) /> }
            action=action
        >
            <TallyHead floor />
            <Finished floor />
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
        </FocusScreen>
    }
}

#[component]
fn Actions(floor: Floor, scanning: RwSignal<bool>) -> impl IntoView {
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
