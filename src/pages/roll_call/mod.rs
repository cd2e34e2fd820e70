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
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{ActionBar, CommandButton, FocusScreen, Icon, Tag, Tone};
use finish::{Finish, Finished};
use floor::Floor;
use leptos::prelude::*;
use row::RollRow;
use scan::ScanCards;
use states::States;
use tally::TallyHead;

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
    let title = move || {
        let title = |meeting: &Meeting| words::meeting_title(state.texts(), meeting);
        notice.with(|notice| notice.as_ref().map(title)).unwrap_or_default()
    };
    let start = move || {
        let start = |meeting: &Meeting| (state.texts().roll_call().starts)(&meeting.starts.time.to_hm());
        notice.with(|notice| notice.as_ref().map(start)).unwrap_or_default()
    };
    let action = move || view! { <Actions floor scanning finishing /> };
    view! {
        <FocusScreen
            title=state.texts().roll_call().title
            sub=Signal::derive(title)
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
            <States floor />
            <Finish floor open=finishing />
        </FocusScreen>
    }
}

#[component]
fn Actions(floor: Floor, scanning: RwSignal<bool>, finishing: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let on_finish = move || {
        if floor.tally.get_untracked().unmarked == 0 {
            floor.finish(state);
        } else {
            finishing.set(true);
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
                label=state.texts().roll_call().finish
                kind="primary"
                grow=true
                busy=floor.finishing
                on_press=on_finish
            />
        </ActionBar>
    }
}
