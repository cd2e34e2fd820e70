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
use crate::ui::{ActionBar, Banner, Blank, FocusScreen, Icon, Tone};
use edit::{EditTask, TaskForm};
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct List {
    meeting: ThingId,
    /// No deadline before the meeting.
    from: Day,
    tasks: RwSignal<Vec<Task>>,
    /// What was taken out last, and where it stood.
    removed: RwSignal<Option<(usize, Task)>>,
    changed: RwSignal<bool>,
    sent: RwSignal<bool>,
}

impl List {
    fn new(state: State, meeting: ThingId) -> Self {
        let known = untrack(|| {
            state.with(|memory| {
                let day = memory.fold().meeting(meeting).map(|meeting| meeting.starts.day);
                (memory.minutes(meeting).tasks, day)
            })
        });
        let (tasks, day) = known.unwrap_or_default();
        Self {
            meeting,
            from: day.unwrap_or_else(|| state.today()),
            tasks: RwSignal::new(tasks),
            removed: RwSignal::new(None),
            changed: RwSignal::new(false),
            sent: RwSignal::new(false),
        }
    }

    /// Enters a task or replaces the one with its id. Kept on this device at once, sent with the button.
    fn put(self, state: State, task: Task) {
        self.tasks.update(|tasks| match tasks.iter_mut().find(|known| known.id == task.id) {
            Some(known) => *known = task,
            None => tasks.push(task),
        });
        self.keep(state);
    }

    fn remove(self, state: State, id: ThingId) {
        let place = self.tasks.with_untracked(|tasks| tasks.iter().position(|task| task.id == id));
        if let Some(place) = place {
            self.tasks.update(|tasks| self.removed.set(Some((place, tasks.remove(place)))));
            self.keep(state);
        }
    }

    fn undo(self, state: State) {
        if let Some((place, task)) = self.removed.get_untracked() {
            self.tasks.update(|tasks| tasks.insert(place.min(tasks.len()), task));
            self.removed.set(None);
            self.keep(state);
        }
    }

    fn keep(self, state: State) {
        self.changed.set(true);
        self.sent.set(false);
        let (meeting, tasks) = (self.meeting, self.tasks.get_untracked());
        state.run_or_say(move |handbook| async move { handbook.assign(meeting, tasks).await }, |()| ());
    }

    fn send(self, state: State) {
        let (meeting, tasks) = (self.meeting, self.tasks.get_untracked());
        state.run(
            move |handbook| async move {
                handbook.assign(meeting, tasks).await?;
                handbook.publish_minutes(meeting).await
            },
            move |outcome| match outcome {
                Ok(()) => {
                    self.changed.try_set(false);
                    self.removed.try_set(None);
                    self.sent.try_set(true);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
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
    let action = move || {
        view! {
            <ActionBar>
                <button
                    class="button"
                    type="button"
                    disabled=full
                    on:click=move |_| form.begin(state, None)
                >
                    <Icon name="plus" />
                    {texts.add}
                </button>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    disabled=move || !list.changed.get()
                    on:click=move |_| list.send(state)
                >
                    <Icon name="send" />
                    {move || if list.changed.get() { texts.send } else { texts.nothing_new }}
                </button>
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
                    <button class="button" type="button" on:click=move |_| list.undo(state)>
                        {state.texts().shell().undo}
                    </button>
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
                    on:click=move |_| form.begin(state, Some(&task))
                >
                    <Icon name="pen" />
                    {texts.assign().edit}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-label=remove
                    on:click=move |_| list.remove(state, id)
                >
                    <Icon name="trash" />
                    {texts.assign().remove}
                </button>
            </div>
        </li>
    }
}
