//! Giao việc: who does what by when, as the meeting has decided.

mod edit;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::task::Task;
use crate::domain::text::given_name;
use crate::domain::time::Day;
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::{ActionBar, Banner, Blank, CommandButton, FocusScreen, Icon, Tone};
use edit::{EditTask, TaskForm};
use leptos::prelude::*;
use std::rc::Rc;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct List {
    meeting: ThingId,
    /// No deadline before the meeting.
    from: Day,
    tasks: Memo<Vec<Task>>,
    /// Members were not sent them as they stand.
    waits: Memo<bool>,
    /// What was taken out last, and where it stood.
    removed: RwSignal<Option<(usize, Task)>>,
    /// A change of the list is being kept.
    saving: RwSignal<bool>,
    sending: RwSignal<bool>,
    sent: RwSignal<bool>,
}

impl List {
    fn new(state: State, meeting: ThingId) -> Self {
        let day =
            untrack(|| state.with(|memory| memory.fold().meeting(meeting).map(|meeting| meeting.starts.day)));
        Self {
            meeting,
            from: day.flatten().unwrap_or_else(|| state.today()),
            tasks: Memo::new(move |_| state.with(|memory| memory.minutes(meeting).tasks).unwrap_or_default()),
            waits: Memo::new(move |_| state.with(|memory| memory.tasks_wait(meeting)).unwrap_or(false)),
            removed: RwSignal::new(None),
            saving: RwSignal::new(false),
            sending: RwSignal::new(false),
            sent: RwSignal::new(false),
        }
    }

    /// Enters a task or changes the one with its id. Kept on this device at once, sent with the button.
    fn put(self, state: State, place: usize, task: Task) {
        self.sent.set(false);
        let meeting = self.meeting;
        self.keep(state, move |handbook| async move { handbook.put_task(meeting, place, task).await });
    }

    fn keep<Run>(self, state: State, change: impl FnOnce(Rc<Handbook>) -> Run + 'static)
    where
        Run: Future<Output = Result<(), Fault>> + 'static,
    {
        self.saving.set(true);
        state.run(change, move |outcome| {
            // The page may be closed by now.
            self.saving.try_set(false);
            if let Err(fault) = outcome {
                state.say(Notice::Fault(fault));
            }
        });
    }

    fn remove(self, state: State, id: ThingId) {
        let found = self.tasks.with_untracked(|tasks| {
            tasks.iter().position(|task| task.id == id).map(|place| (place, tasks[place].clone()))
        });
        // A second tap finds nothing any more.
        if found.is_none() {
            return;
        }
        self.removed.set(found);
        self.sent.set(false);
        let meeting = self.meeting;
        self.keep(state, move |handbook| async move { handbook.remove_task(meeting, id).await });
    }

    fn undo(self, state: State) {
        if let Some((place, task)) = self.removed.get_untracked() {
            self.removed.set(None);
            self.put(state, place, task);
        }
    }

    fn send(self, state: State) {
        self.sending.set(true);
        let meeting = self.meeting;
        state.run(
            move |handbook| async move { handbook.publish_minutes(meeting).await },
            move |outcome| {
                self.sending.try_set(false);
                match outcome {
                    Ok(()) => {
                        self.removed.try_set(None);
                        self.sent.try_set(true);
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    }
}

/// The tasks that `meeting` assigns.
#[component]
pub fn Assign(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    let list = List::new(state, meeting);
    let form = TaskForm::default();
    let title = move || {
        let title = |memory: &crate::sync::Memory| {
            memory.fold().meeting(meeting).map(|meeting| words::meeting_title(state.texts(), meeting))
        };
        state.with(title).flatten().unwrap_or_default()
    };
    let full = move || list.tasks.with(|tasks| tasks.len() >= Minutes::TASKS_MAX);
    let label = move || if list.waits.get() { texts.send } else { texts.nothing_new }.to_owned();
    let action = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=texts.add
                    icon="plus"
                    opens_dialog=true
                    busy=Signal::derive(full)
                    on_press=move || form.begin(state, None)
                />
                <CommandButton
                    label=Signal::derive(label)
                    icon="send"
                    kind="primary"
                    grow=true
                    busy=Signal::derive(move || list.sending.get() || !list.waits.get())
                    on_press=move || list.send(state)
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
            <Outcome list />
            <Show when=move || list.tasks.with(Vec::is_empty)>
                <Blank
                    icon="tasks"
                    title=texts.none
                    text=texts.none_text
                />
            </Show>
            <ul class="sheet rows">
                {move || {
                    let row = |task| view! { <TaskRow task list form /> };
                    list.tasks.get().into_iter().map(row).collect_view()
                }}
            </ul>
            <EditTask form list />
        </FocusScreen>
    }
}

#[component]
fn Outcome(list: List) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    view! {
        <div role="status">
            <Show when=move || list.sent.get()>
                <Banner
                    tone=Tone::Ok
                    icon="check-circle"
                    title=texts.sent
                />
            </Show>
            <Show when=move || list.removed.with(Option::is_some)>
                <Banner
                    tone=Tone::Neutral
                    icon="trash"
                    title=texts.removed
                >
                    <CommandButton
                        label=state.texts().shell().undo
                        busy=list.saving
                        on_press=move || list.undo(state)
                    />
                </Banner>
            </Show>
        </div>
    }
}

/// `đ/c Lộc, đ/c Nhung`, or the whole branch.
fn who(state: State, task: &Task) -> String {
    if task.who.is_empty() {
        return state.texts().assign().whole_branch.to_owned();
    }
    let names = state.with(|memory| {
        let name = |id| (state.texts().nouns().comrade)(given_name(&words::name_of(memory, id)));
        task.who.iter().copied().map(name).collect::<Vec<_>>().join(", ")
    });
    names.unwrap_or_default()
}

#[component]
fn TaskRow(task: Task, list: List, form: TaskForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let id = task.id;
    let what = task.what.to_string();
    let label = |verb: &str| [verb, ": ", &what].concat();
    let (edit, remove) = (label(texts.assign().edit), label(texts.assign().remove));
    let deadline =
        task.deadline.map_or(texts.dates().no_deadline.to_owned(), |day| words::long_day(texts, day));
    let people = who(state, &task);
    let title = what.clone();
    view! {
        <li class="task">
            <p class="task__title">{title}</p>
            <p class="task__from">{people}</p>
            <p class="task__from">{deadline}</p>
            <div class="row__actions">
                <button
                    class="button"
                    type="button"
                    aria-label=edit
                    aria-haspopup="dialog"
                    on:click=move |_| form.begin(state, Some(&task))
                >
                    <Icon name="pen" />
                    {texts.assign().edit}
                </button>
                <CommandButton
                    label=texts.assign().remove
                    icon="trash"
                    spoken=remove
                    busy=list.saving
                    on_press=move || list.remove(state, id)
                />
            </div>
        </li>
    }
}
