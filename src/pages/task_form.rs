//! One task that a meeting assigns, in a dialog.

use crate::domain::id::{MemberId, ThingId};
use crate::domain::member::Member;
use crate::domain::minutes::Minutes;
use crate::domain::task::Task;
use crate::domain::time::Day;
use crate::i18n::assign::AssignTexts;
use crate::pages::form::{FormField, read_or_lead};
use crate::pages::task_list::TaskList;
use crate::state::{State, use_state};
use crate::ui::{CheckRow, CommandButton, Dialog, Field, TextArea};
use leptos::prelude::*;

/// The dialog's form.
#[derive(Clone, Copy)]
pub struct TaskForm {
    open: RwSignal<bool>,
    id: RwSignal<ThingId>,
    known: RwSignal<bool>,
    what: FormField,
    who: RwSignal<Vec<MemberId>>,
    deadline: FormField,
    report_on: FormField,
}

impl Default for TaskForm {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(ThingId::BRANCH),
            known: RwSignal::new(false),
            what: FormField::new(""),
            who: RwSignal::new(Vec::new()),
            deadline: FormField::new(""),
            report_on: FormField::new(""),
        }
    }
}

impl TaskForm {
    /// Opens the form for a known task, or for a new one.
    pub fn begin(self, state: State, task: Option<&Task>) {
        let fresh = || state.handbook().map_or(ThingId::BRANCH, |handbook| handbook.new_thing());
        self.id.set(task.map_or_else(fresh, |task| task.id));
        self.known.set(task.is_some());
        self.what.value.set(task.map(|task| task.what.to_string()).unwrap_or_default());
        self.what.error.set(None);
        self.who.set(task.map(|task| task.who.clone()).unwrap_or_default());
        let deadline = task.and_then(|task| task.deadline);
        self.deadline.value.set(deadline.map(|day| day.to_iso()).unwrap_or_default());
        self.deadline.error.set(None);
        let report_on = task.and_then(|task| task.report_on);
        self.report_on.value.set(report_on.map(|day| day.to_iso()).unwrap_or_default());
        self.report_on.error.set(None);
        self.open.set(true);
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

    fn save(self, state: State, list: TaskList) {
        let texts = state.texts().assign();
        let days = [self.deadline, self.report_on].map(|field| Self::day(field, texts, list.from));
        let [Some(deadline), Some(report_on)] = days else {
            return state.device().shell.focus_first_wrong();
        };
        let Some(what) = read_or_lead(state, self.what.line(state)) else {
            return;
        };
        let task =
            Task { id: self.id.get_untracked(), what, who: self.who.get_untracked(), deadline, report_on };
        list.put(state, Minutes::TASKS_MAX, task);
        self.open.set(false);
    }
}

/// The dialog.
#[component]
pub fn EditTask(
    /// What is typed.
    form: TaskForm,
    /// Where it goes.
    list: TaskList,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().assign();
    let title = move || if form.known.get() { texts.edit_title } else { texts.add };
    view! {
        <Dialog
            id="edit-task"
            title=Signal::derive(move || title().to_owned())
            open=form.open
            close_label=state.texts().shell().close
        >
            <TextArea
                id="what"
                label=texts.what
                value=form.what.value
                error=form.what.error
            />
            <Field
                id="deadline"
                kind="date"
                label=texts.deadline
                hint=form.deadline.day_in_words(state, texts.deadline_hint)
                value=form.deadline.value
                error=form.deadline.error
            />
            <Field
                id="report-on"
                kind="date"
                label=texts.report_on
                hint=form.report_on.day_in_words(state, texts.report_on_hint)
                value=form.report_on.value
                error=form.report_on.error
            />
            <Who who=form.who />
            <CommandButton
                label=state.texts().shell().save
                kind="primary"
                busy=list.saving
                on_press=move || form.save(state, list)
            />
        </Dialog>
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
