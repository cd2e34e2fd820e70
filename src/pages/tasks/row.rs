//! One open task: how near, from where, with whom, how far, and the own report on it.

use super::mine::{MyTask, OwnReport};
use super::report::ReportForm;
use crate::app::routes::Route;
use crate::domain::task::{Outcome, Progress};
use crate::pages::task_state::{DueTag, HowFar};
use crate::pages::track::{Track, stage_of};
use crate::state::use_state;
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

/// One open task.
#[component]
pub(super) fn TaskItem(mine: MyTask, form: ReportForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().tasks();
    let MyTask { task, meeting, source, with, told, report } = mine;
    let said_done = report.as_ref().is_some_and(|report| report.outcome.progress == Progress::Done);
    let due = task.clone();
    let tag = if said_done {
        view! { <Tag tone=Tone::Wait icon="clock" words=texts.waits_for_branch /> }.into_any()
    } else {
        view! { <DueTag task=due /> }.into_any()
    };
    let with = match (with.is_empty(), task.who.is_empty()) {
        (true, _) => String::new(),
        (false, true) => [", ", &with].concat(),
        (false, false) => [", ", &(texts.with)(&with)].concat(),
    };
    let label = if report.is_some() { texts.report_again } else { texts.report };
    let what = task.what.to_string();
    let spoken = [label, ": ", &what].concat();
    let before = report.as_ref().map(|report| report.outcome.clone());
    view! {
        <li class="task">
            <div class="cluster" data-gap="tight">
                {tag}
            </div>
            <h3 class="task__title">{what}</h3>
            <p class="task__from">
                <a href=Route::Resolution(meeting).href()>{source}</a>
                {with}
            </p>
            <HowFar outcome=told />
            {report.map(|report| view! { <Reported report /> })}
            <div class="task__foot">
                <button
                    class="button"
                    data-kind=before.is_none().then_some("primary")
                    type="button"
                    aria-haspopup="dialog"
                    aria-label=spoken
                    on:click=move |_| form.begin(&task, before.as_ref())
                >
                    {label}
                </button>
            </div>
        </li>
    }
}

/// The own report and how far it has travelled.
#[component]
fn Reported(report: OwnReport) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().tasks();
    let OwnReport { outcome: Outcome { progress, result, .. }, record, .. } = report;
    let stage = Memo::new(move |_| stage_of(state, record));
    let way = move || match stage.get() {
        Some(stage) => view! { <Track stage=Signal::derive(move || Some(stage)) /> }.into_any(),
        // On the secretary's own device, or long received.
        None => view! { <Tag tone=Tone::Ok icon="received" words=texts.reported /> }.into_any(),
    };
    view! {
        {(!result.is_empty()).then(|| view! { <p class="as-typed">{result.as_str().to_owned()}</p> })}
        {way}
        {(progress == Progress::Done).then(|| view! { <p class="note">{texts.branch_decides}</p> })}
    }
}
