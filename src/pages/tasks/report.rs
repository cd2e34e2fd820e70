//! Báo kết quả: how far, so much of so much where it can be counted, and words. Goes to the secretary only.

use crate::domain::task::{Outcome, Progress, Share, Task};
use crate::exchange::draft::DraftName;
use crate::pages::edit_form::EditForm;
use crate::pages::form::{Chosen, FormField};
use crate::pages::writing::{Parts, Writing};
use crate::state::{State, use_state};
use crate::ui::{Choice, ChoiceItem, Dialog, Field, TextArea};
use leptos::prelude::*;

/// The most that is counted in one task.
const COUNT_MAX: u16 = 9_999;
/// What a member may report.
const REPORTED: [Progress; 3] = [Progress::UnderWay, Progress::Done, Progress::Failed];

/// Which task the dialog reports on, while it is open.
#[derive(Clone, Copy)]
pub(super) struct ReportForm {
    open: RwSignal<bool>,
    task: RwSignal<Option<(Task, Option<Outcome>)>>,
}

impl Default for ReportForm {
    fn default() -> Self {
        Self { open: RwSignal::new(false), task: RwSignal::new(None) }
    }
}

impl ReportForm {
    /// Opens the form for a task, with what was reported `before`.
    pub fn begin(self, task: &Task, before: Option<&Outcome>) {
        self.task.set(Some((task.clone(), before.cloned())));
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub(super) fn ReportDialog(form: ReportForm) -> impl IntoView {
    let state = use_state();
    view! {
        <Dialog
            id="report"
            title=state.texts().tasks().report
            open=form.open
            close_label=state.texts().shell().close
        >
            {move || {
                let (task, before) = form.task.get_untracked()?;
                Some(view! { <Fields task before open=form.open /> })
            }}
        </Dialog>
    }
}

/// What is written of a task.
#[derive(Clone, Copy)]
struct Written {
    progress: Chosen<Progress>,
    done: FormField,
    of: FormField,
    result: FormField,
    writing: Writing,
}

impl Written {
    fn new(state: State, task: &Task, before: Option<&Outcome>) -> Self {
        let share = before.and_then(|before| before.share);
        let count = |count: Option<u16>| FormField::new(&count.map(|n| n.to_string()).unwrap_or_default());
        let progress = Chosen::new(&REPORTED, before.map_or(Progress::UnderWay, |before| before.progress));
        let (done, of) = (count(share.map(|share| share.done)), count(share.map(|share| share.of)));
        let result = FormField::new(&before.map(|before| before.result.to_string()).unwrap_or_default());
        let parts = Parts {
            known: Some(task.id),
            fields: vec![done, of, result],
            choices: vec![progress.place],
            members: None,
        };
        let writing = Writing::new(state, DraftName::Report(task.id), parts);
        Self { progress, done, of, result, writing }
    }

    fn share(self, state: State) -> Option<Option<Share>> {
        let texts = state.texts().tasks();
        if [self.done, self.of].iter().all(|field| field.text().trim().is_empty()) {
            return Some(None);
        }
        let of = self.of.number(1, COUNT_MAX, texts.bad_of);
        let done = self.done.number(0, of.unwrap_or(COUNT_MAX), texts.bad_done);
        done.zip(of).map(|(done, of)| Some(Share { done, of }))
    }

    fn read(self, state: State) -> Option<Outcome> {
        let progress = untrack(|| self.progress.get());
        // Why it could not be done is what the branch needs to know.
        let failed = progress == Progress::Failed;
        let result = if failed { self.result.some_prose(state) } else { self.result.prose(state) };
        let share = self.share(state);
        Some(Outcome { task: self.writing.id(), progress, share: share?, result: result? })
    }
}

#[component]
fn Fields(task: Task, before: Option<Outcome>, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().tasks();
    let written = Written::new(state, &task, before.as_ref());
    let Written { progress, result, writing, .. } = written;
    let item = |value| ChoiceItem {
        value,
        title: (texts.progress)(value).to_owned(),
        note: (texts.how_far_note)(value).to_owned(),
    };
    let on_save = move |()| {
        let outcome = written.read(state)?;
        writing.save(async move |handbook| handbook.report(outcome).await.map(drop), move || open.set(false));
        Some(())
    };
    view! {
        <EditForm writing label=texts.send icon="send" on_save>
            <p class="strong-note">{task.what.to_string()}</p>
            <Choice
                label=texts.how_far
                items=REPORTED.map(item).to_vec()
                chosen=Signal::derive(move || progress.get())
                on_choose=move |told| progress.set(told)
            />
            <TextArea
                id="report-result"
                label=texts.result
                hint=texts.result_hint
                value=result.value
                error=result.error
            />
            <Counted written />
            <p class="note">{texts.report_note}</p>
        </EditForm>
    }
}

#[component]
fn Counted(written: Written) -> impl IntoView {
    let texts = use_state().texts().tasks();
    view! {
        <div class="stack" data-gap="snug" role="group" aria-labelledby="report-counted">
            <p class="field__label" id="report-counted">
                {texts.counted}
            </p>
            <p class="field__hint">{texts.counted_hint}</p>
            <Field
                id="report-done"
                kind="number"
                label=texts.count_done
                value=written.done.value
                error=written.done.error
            />
            <Field
                id="report-of"
                kind="number"
                label=texts.count_of
                value=written.of.value
                error=written.of.error
            />
        </div>
    }
}
