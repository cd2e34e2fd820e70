//! Reports on tasks, the latest first, and the overdue tasks of the branch with whom to ask.

use crate::domain::order;
use crate::domain::task::{Due, Outcome, Task};
use crate::domain::time::Moment;
use crate::pages::task_state::{DueTag, HowFar, ProgressTag, people};
use crate::pages::words;
use crate::record::{Body, Kind};
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::Blank;
use leptos::prelude::*;

/// One report.
#[derive(Clone, PartialEq)]
struct Told {
    by: String,
    /// Empty where the task was taken out since.
    what: String,
    outcome: Outcome,
    at: Moment,
}

/// The latest first.
fn told(state: State) -> Vec<Told> {
    let read = |memory: &Memory| {
        let tasks = memory.fold().tasks();
        let told = memory.fold().stated(Kind::Report).filter_map(|record| {
            let (Some(member), Body::Report(outcome)) = (record.member(), record.body()) else {
                return None;
            };
            let task = tasks.iter().find(|(_, task)| task.id == outcome.task);
            Some(Told {
                by: (state.texts().nouns().comrade)(&words::name_of(memory, member)),
                what: task.map(|(_, task)| task.what.to_string()).unwrap_or_default(),
                outcome: outcome.clone(),
                at: record.header().at,
            })
        });
        order::sorted(told, |a, b| b.at.cmp(&a.at))
    };
    state.with(read).unwrap_or_default()
}

/// A task of the branch that is past its deadline and not closed.
#[derive(Clone, PartialEq)]
struct Overdue {
    task: Task,
    who: String,
}

fn overdue(state: State) -> Vec<Overdue> {
    let today = state.today();
    let read = |memory: &Memory| {
        let findings = memory.fold().findings();
        let closed =
            |task: &Task| findings.get(&task.id).is_some_and(|finding| finding.outcome.progress.closes());
        let tasks = memory.fold().tasks().into_iter().map(|(_, task)| task);
        let late = tasks.filter(|task| matches!(task.due(today), Due::Overdue(_)) && !closed(task));
        let overdue =
            |task: &Task| Overdue { who: people(state.texts(), memory, task, None), task: task.clone() };
        late.map(overdue).collect()
    };
    state.with(read).unwrap_or_default()
}

/// What members told of their tasks, and what is overdue.
#[component]
pub fn Reports() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().inbox();
    let told = Memo::new(move |_| told(state));
    let overdue = Memo::new(move |_| overdue(state));
    view! {
        <Show
            when=move || told.with(|told| !told.is_empty())
            fallback=move || {
                view! {
                    <Blank
                        icon="tasks"
                        title=texts.no_reports
                        text=texts.no_reports_text
                    />
                }
            }
        >
            <section class="section" aria-labelledby="told">
                <h2 class="section__title" id="told">
                    {texts.reported}
                </h2>
                <ul class="sheet rows">
                    {move || told.get().into_iter().map(|told| view! { <ToldRow told /> }).collect_view()}
                </ul>
            </section>
        </Show>
        <Show when=move || overdue.with(|overdue| !overdue.is_empty())>
            <section class="section" aria-labelledby="overdue">
                <h2 class="section__title" id="overdue">
                    {texts.overdue}
                </h2>
                <ul class="sheet rows">
                    {move || {
                        let row = |overdue| view! { <OverdueRow overdue /> };
                        overdue.get().into_iter().map(row).collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn ToldRow(told: Told) -> impl IntoView {
    let texts = use_state().texts().inbox();
    let at = told.at.wall();
    let at = (texts.reported_at)(&at.time.to_hm(), &at.day.to_dmy());
    let (progress, result) = (told.outcome.progress, told.outcome.result.to_string());
    let counted = told.outcome.share.map(|_| view! { <HowFar outcome=Some(told.outcome) /> });
    view! {
        <li class="task">
            <div class="cluster" data-gap="tight">
                <ProgressTag progress />
            </div>
            <h3 class="task__title">{told.by}</h3>
            <p>{told.what}</p>
            {counted}
            {(!result.is_empty()).then(|| view! { <p class="as-typed">{result}</p> })}
            <p class="task__from">{at}</p>
        </li>
    }
}

#[component]
fn OverdueRow(overdue: Overdue) -> impl IntoView {
    let texts = use_state().texts().inbox();
    let Overdue { task, who } = overdue;
    let what = task.what.to_string();
    view! {
        <li class="task">
            <div class="cluster" data-gap="tight">
                <DueTag task />
            </div>
            <h3 class="task__title">{what}</h3>
            <p class="task__from">{(texts.ask)(&who)}</p>
        </li>
    }
}
