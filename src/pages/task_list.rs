//! The tasks that a meeting assigns, as a list that can be changed: on the page of its own and while the meeting runs.

use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::task::Task;
use crate::domain::text::given_name;
use crate::domain::time::Day;
use crate::pages::task_form::{EditTask, TaskForm};
use crate::pages::words;
use crate::pages::writing::Writing;
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::{Banner, CommandButton, Icon, Tone};
use leptos::prelude::*;
use std::rc::Rc;

/// The tasks of one meeting, and what was done with them a moment ago.
#[derive(Clone, Copy)]
pub struct TaskList {
    /// Which meeting.
    pub meeting: ThingId,
    /// No deadline before the meeting.
    pub from: Day,
    /// As they are entered.
    pub tasks: Memo<Vec<Task>>,
    /// What was taken out last, and where it stood.
    pub removed: RwSignal<Option<(usize, Task)>>,
    /// A change of the list is being kept.
    pub saving: RwSignal<bool>,
    /// Members were sent them on this visit.
    pub sent: RwSignal<bool>,
}

impl TaskList {
    /// The tasks of `meeting`.
    pub fn new(state: State, meeting: ThingId) -> Self {
        let day =
            untrack(|| state.with(|memory| memory.fold().meeting(meeting).map(|meeting| meeting.starts.day)));
        Self {
            meeting,
            from: day.flatten().unwrap_or_else(|| state.today()),
            tasks: Memo::new(move |_| state.with(|memory| memory.minutes(meeting).tasks).unwrap_or_default()),
            removed: RwSignal::new(None),
            saving: RwSignal::new(false),
            sent: RwSignal::new(false),
        }
    }

    /// Enters a task or changes the one with its id. Kept on this device at once, sent with the button.
    fn put(self, state: State, place: usize, task: Task) {
        self.sent.set(false);
        let meeting = self.meeting;
        self.keep(state, move |handbook| async move { handbook.put_task(meeting, place, task).await });
    }

    /// Enters what was written of a task: its draft goes with it, and the dialog that is `open` shuts.
    pub fn put_written(self, writing: Writing, task: Task, open: RwSignal<bool>) {
        let meeting = self.meeting;
        writing.save(
            move |handbook| async move {
                handbook.put_drafted_task(meeting, Minutes::TASKS_MAX, task, writing.name).await
            },
            move || {
                self.sent.set(false);
                open.set(false);
            },
        );
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
}

/// The list, the dialog of one task, and what was taken out last.
#[component]
pub fn Tasks(
    /// The tasks.
    list: TaskList,
    /// The dialog's form.
    form: TaskForm,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    view! {
        <div role="status">
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
        <Show when=move || list.tasks.with(|tasks| !tasks.is_empty())>
            <ul class="sheet rows">
                {move || {
                    let row = |task| view! { <TaskRow task list form /> };
                    list.tasks.get().into_iter().map(row).collect_view()
                }}
            </ul>
        </Show>
        <EditTask form list />
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
fn TaskRow(task: Task, list: TaskList, form: TaskForm) -> impl IntoView {
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
                    on:click=move |_| form.begin(Some(&task))
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
