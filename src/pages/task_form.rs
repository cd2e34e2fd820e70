//! One task that a meeting assigns, in a dialog.

use crate::domain::id::{MemberId, ThingId};
use crate::domain::member::Member;
use crate::domain::task::Task;
use crate::domain::time::Day;
use crate::exchange::draft::DraftName;
use crate::i18n::assign::AssignTexts;
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::pages::task_list::TaskList;
use crate::pages::writing::{Parts, Writing};
use crate::state::{State, use_state};
use crate::ui::{CheckRow, Dialog, Field, TextArea};
use leptos::prelude::*;

/// Which task the dialog edits, while it is open.
#[derive(Clone, Copy)]
pub struct TaskForm {
    open: RwSignal<bool>,
    /// As it stands; nothing for a new one.
    known: RwSignal<Option<Task>>,
}

impl Default for TaskForm {
    fn default() -> Self {
        Self { open: RwSignal::new(false), known: RwSignal::new(None) }
    }
}

impl TaskForm {
    /// Opens the form for a known task, or for a new one.
    pub fn begin(self, task: Option<&Task>) {
        self.known.set(task.cloned());
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub fn EditTask(
    /// Which task.
    form: TaskForm,
    /// Where it goes.
    list: TaskList,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    let title = move || if form.known.with(Option::is_some) { texts.edit_title } else { texts.add };
    view! {
        <Dialog
            id="edit-task"
            title=Signal::derive(move || title().to_owned())
            open=form.open
            close_label=state.texts().shell().close
        >
            <Fields form list />
        </Dialog>
    }
}

/// What is written of a task.
#[derive(Clone, Copy)]
struct Written {
    what: FormField,
    who: RwSignal<Vec<MemberId>>,
    deadline: FormField,
    report_on: FormField,
    writing: Writing,
}

impl Written {
    fn new(state: State, meeting: ThingId, known: Option<&Task>) -> Self {
        let day = |day: Option<Day>| FormField::new(&day.map(Day::to_iso).unwrap_or_default());
        let what = FormField::new(&known.map(|task| task.what.to_string()).unwrap_or_default());
        let deadline = day(known.and_then(|task| task.deadline));
        let report_on = day(known.and_then(|task| task.report_on));
        let who = RwSignal::new(known.map(|task| task.who.clone()).unwrap_or_default());
        let parts = Parts {
            known: known.map(|task| task.id),
            fields: vec![what, deadline, report_on],
            choices: Vec::new(),
            members: Some(who),
        };
        let name = DraftName::Task(known.map_or(meeting, |task| task.id));
        Self { what, who, deadline, report_on, writing: Writing::new(state, name, parts) }
    }

    /// A day that may be left out, but does not lie before the meeting.
    fn day(field: FormField, texts: &AssignTexts, from: Day) -> Option<Option<Day>> {
        let day = field.optional_day(texts.bad_day)?;
        if day.is_some_and(|day| day < from) {
            field.refuse(&(texts.too_early)(&from.to_dmy()));
            return None;
        }
        Some(day)
    }

    fn read(self, state: State, from: Day) -> Option<Task> {
        let [deadline, report_on] =
            [self.deadline, self.report_on].map(|field| Self::day(field, state.texts().assign(), from));
        let what = self.what.line(state)?;
        let who = self.who.get_untracked();
        Some(Task { id: self.writing.id(), what, who, deadline: deadline?, report_on: report_on? })
    }
}

#[component]
fn Fields(form: TaskForm, list: TaskList) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    let written = form.known.with_untracked(|known| Written::new(state, list.meeting, known.as_ref()));
    let Written { what, who, deadline, report_on, writing } = written;
    let on_save = move |()| {
        let task = written.read(state, list.from)?;
        list.put_written(writing, task, form.open);
        Some(())
    };
    view! {
        <EditForm writing on_save>
            <TextArea id="what" label=texts.what value=what.value error=what.error />
            <Field
                id="deadline"
                kind="date"
                label=texts.deadline
                hint=deadline.day_in_words(state, texts.deadline_hint)
                value=deadline.value
                error=deadline.error
            />
            <Field
                id="report-on"
                kind="date"
                label=texts.report_on
                hint=report_on.day_in_words(state, texts.report_on_hint)
                value=report_on.value
                error=report_on.error
            />
            <Who who />
        </EditForm>
    }
}

#[component]
fn Who(who: RwSignal<Vec<MemberId>>) -> impl IntoView {
    let state = use_state();
    let members = Memo::new(move |_| {
        let listed = |memory: &crate::sync::Memory| {
            let roster = memory.fold().roster();
            roster.map(|roster| roster.by_name().into_iter().cloned().collect::<Vec<_>>())
        };
        state.with(listed).flatten().unwrap_or_default()
    });
    let toggle = move |id: MemberId| {
        who.update(|who| match who.iter().position(|one| *one == id) {
            Some(place) => drop(who.remove(place)),
            None => who.push(id),
        });
    };
    let row = move |member: Member| {
        let id = member.id;
        view! {
            <li>
                <CheckRow
                    title=member.name.to_string()
                    checked=Signal::derive(move || who.with(|who| who.contains(&id)))
                    on_toggle=move || toggle(id)
                />
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="who">
            <h3 id="who">{state.texts().assign().who}</h3>
            <p class="note">{state.texts().assign().who_hint}</p>
            <ul class="sheet rows">{move || members.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
