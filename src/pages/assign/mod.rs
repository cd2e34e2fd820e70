//! Giao việc: who does what by when, as the meeting has decided.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::pages::task_form::TaskForm;
use crate::pages::task_list::{TaskList, Tasks};
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::ui::{ActionBar, Banner, Blank, CommandButton, FocusScreen, Tone};
use leptos::prelude::*;

fn send(state: State, list: TaskList, sending: RwSignal<bool>) {
    sending.set(true);
    let meeting = list.meeting;
    state.run(
        move |handbook| async move { handbook.publish_minutes(meeting).await },
        move |outcome| {
            // The page may be closed by now.
            sending.try_set(false);
            match outcome {
                Ok(()) => {
                    list.removed.try_set(None);
                    list.sent.try_set(true);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        },
    );
}

/// The tasks that `meeting` assigns.
#[component]
pub fn Assign(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    let list = TaskList::new(state, meeting);
    let sending = RwSignal::new(false);
    let waits = Memo::new(move |_| state.with(|memory| memory.tasks_wait(meeting)).unwrap_or(false));
    let form = TaskForm::default();
    let title = move || {
        let title = |memory: &crate::sync::Memory| {
            memory.fold().meeting(meeting).map(|meeting| words::meeting_title(state.texts(), meeting))
        };
        state.with(title).flatten().unwrap_or_default()
    };
    let full = move || list.tasks.with(|tasks| tasks.len() >= Minutes::TASKS_MAX);
    let label = move || if waits.get() { texts.send } else { texts.nothing_new }.to_owned();
    let action = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=texts.add
                    icon="plus"
                    opens_dialog=true
                    busy=Signal::derive(full)
                    on_press=move || form.begin(None)
                />
                <CommandButton
                    label=Signal::derive(label)
                    icon="send"
                    kind="primary"
                    grow=true
                    busy=Signal::derive(move || sending.get() || !waits.get())
                    on_press=move || send(state, list, sending)
                />
            </ActionBar>
        }
    };
    view! {
        <FocusScreen
            title=texts.title
            sub=Signal::derive(title)
            back=Route::Meeting(meeting).href()
            back_label=state.texts().shell().back
            action=action
        >
            <div role="status">
                <Show when=move || list.sent.get()>
                    <Banner
                        tone=Tone::Ok
                        icon="check-circle"
                        title=texts.sent
                    />
                </Show>
            </div>
            <Show when=move || list.tasks.with(Vec::is_empty)>
                <Blank
                    icon="tasks"
                    title=texts.none
                    text=texts.none_text
                />
            </Show>
            <Tasks list form />
        </FocusScreen>
    }
}
