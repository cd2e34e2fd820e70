//! Báo kết quả: how far, so much of so much where it can be counted, and words. Goes to the secretary only.

use crate::domain::task::{Outcome, Progress, Share, Task};
use crate::pages::form::{FormField, read_or_lead};
use crate::state::{Notice, State, use_state};
use crate::ui::{Choice, ChoiceItem, CommandButton, Dialog, Field, TextArea};
use leptos::prelude::*;

/// The most that is counted in one task.
const COUNT_MAX: u16 = 9_999;

/// The dialog's form. What was typed for a task stays until it was sent or another task is opened.
#[derive(Clone, Copy)]
pub(super) struct ReportForm {
    open: RwSignal<bool>,
    task: RwSignal<Option<Task>>,
    progress: RwSignal<Progress>,
    done: FormField,
    of: FormField,
    result: FormField,
    sending: RwSignal<bool>,
}

impl Default for ReportForm {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            task: RwSignal::new(None),
            progress: RwSignal::new(Progress::UnderWay),
            done: FormField::new(""),
            of: FormField::new(""),
            result: FormField::new(""),
            sending: RwSignal::new(false),
        }
    }
}

impl ReportForm {
    /// Opens the form for a task, with what was reported `before`.
    pub fn begin(self, task: &Task, before: Option<&Outcome>) {
        let same = self.task.with_untracked(|open| open.as_ref().is_some_and(|open| open.id == task.id));
        if !same {
            self.task.set(Some(task.clone()));
            let progress = before.map(|before| before.progress).filter(|told| *told != Progress::NotBegun);
            self.progress.set(progress.unwrap_or(Progress::UnderWay));
            let share = before.and_then(|before| before.share);
            let count = |count: Option<u16>| count.map(|count| count.to_string()).unwrap_or_default();
            self.done.value.set(count(share.map(|share| share.done)));
            self.of.value.set(count(share.map(|share| share.of)));
            self.result.value.set(before.map(|before| before.result.to_string()).unwrap_or_default());
            for field in [self.done, self.of, self.result] {
                field.error.set(None);
            }
        }
        self.open.set(true);
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

    fn send(self, state: State) {
        let Some(task) = self.task.get_untracked() else {
            return;
        };
        let progress = self.progress.get_untracked();
        // Why it could not be done is what the branch needs to know.
        let failed = progress == Progress::Failed;
        let result = if failed { self.result.some_prose(state) } else { self.result.prose(state) };
        let Some((share, result)) = read_or_lead(state, self.share(state).zip(result)) else {
            return;
        };
        let outcome = Outcome { task: task.id, progress, share, result };
        self.sending.set(true);
        state.run(
            async move |handbook| handbook.report(outcome).await,
            move |sent| {
                // The page may be closed by now.
                self.sending.try_set(false);
                self.open.try_set(false);
                match sent {
                    Ok(_) => drop(self.task.try_set(None)),
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    }
}

/// The dialog.
#[component]
pub(super) fn ReportDialog(form: ReportForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().tasks();
    let what = move || form.task.with(|task| task.as_ref().map(|task| task.what.to_string()));
    let items = move || {
        let item = |progress: Progress| ChoiceItem {
            value: progress,
            title: (texts.progress)(progress).to_owned(),
            note: (texts.how_far_note)(progress).to_owned(),
        };
        [Progress::UnderWay, Progress::Done, Progress::Failed].map(item).to_vec()
    };
    view! {
        <Dialog
            id="report"
            title=texts.report
            open=form.open
            close_label=state.texts().shell().close
        >
            <p class="strong-note">{what}</p>
            <Choice
                label=texts.how_far
                items=items()
                chosen=form.progress
                on_choose=move |progress| form.progress.set(progress)
            />
            <TextArea
                id="report-result"
                label=texts.result
                hint=texts.result_hint
                value=form.result.value
                error=form.result.error
            />
            <Counted form />
            <p class="note">{texts.report_note}</p>
            <CommandButton
                label=texts.send
                icon="send"
                kind="primary"
                busy=form.sending
                on_press=move || form.send(state)
            />
        </Dialog>
    }
}

#[component]
fn Counted(form: ReportForm) -> impl IntoView {
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
                value=form.done.value
                error=form.done.error
            />
            <Field
                id="report-of"
                kind="number"
                label=texts.count_of
                value=form.of.value
                error=form.of.error
            />
        </div>
    }
}
