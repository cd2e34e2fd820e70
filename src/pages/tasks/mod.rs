//! Việc của tôi: what meetings have assigned to this member, the report on it, and what is done.

mod closed;
mod mine;
mod report;
mod row;
mod section;

use crate::app::routes::Route;
use crate::domain::task::{Due, Progress};
use crate::pages::task_halves::TaskHalves;
use crate::record::Kind;
use crate::state::use_state;
use crate::ui::Blank;
use closed::ClosedTasks;
use leptos::prelude::*;
use mine::{MyTask, my_tasks};
use report::{ReportDialog, ReportForm};
use row::TaskItem;
use section::Section;

/// The own tasks: the overdue ones first.
#[component]
pub fn Tasks() -> impl IntoView {
    let state = use_state();
    state.load(Kind::Report);
    state.load(Kind::SignedPaper);
    let form = ReportForm::default();
    let tasks = Memo::new(move |_| my_tasks(state));
    let part = move |past: bool| {
        Signal::derive(move || {
            let today = state.today();
            let mut open = tasks.with(|tasks| tasks.open.clone());
            open.retain(|mine| matches!(mine.task.due(today), Due::Overdue(_)) == past);
            open
        })
    };
    let closed = move |progress: Progress| {
        Signal::derive(move || {
            let mut closed = tasks.with(|tasks| tasks.closed.clone());
            closed.retain(|closed| closed.progress == progress);
            closed
        })
    };
    let none = Memo::new(move |_| tasks.with(|tasks| tasks.open.is_empty() && tasks.closed.is_empty()));
    let texts = state.texts().tasks();
    view! {
        <TaskHalves here=Route::Tasks />
        <Show when=move || none.get()>
            <Blank
                icon="tasks"
                title=texts.empty
                text=texts.empty_text
            />
        </Show>
        <OpenTasks id="past" title=texts.past tasks=part(true) form />
        <OpenTasks id="open" title=texts.open tasks=part(false) form />
        <ClosedTasks id="done" title=texts.done tasks=closed(Progress::Done) />
        <ClosedTasks id="failed" title=texts.failed tasks=closed(Progress::Failed) />
        <ReportDialog form />
    }
}

#[component]
fn OpenTasks(
    id: &'static str,
    title: &'static str,
    tasks: Signal<Vec<MyTask>>,
    form: ReportForm,
) -> impl IntoView {
    let rows = move || {
        let item = |mine| view! { <TaskItem mine form /> };
        tasks.get().into_iter().map(item).collect_view()
    };
    view! {
        <Section id title count=Signal::derive(move || tasks.with(Vec::len))>
            {rows}
        </Section>
    }
}
