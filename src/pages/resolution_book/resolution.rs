//! One entry of the book: the resolution of a meeting, how far each of its tasks is, and what was added later.

use super::full_title;
use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::signed_paper::SignedPaper;
use crate::domain::task::{Outcome, Task};
use crate::pages::paper_words::PaperRow;
use crate::pages::task_state::{DueTag, HowFar, ProgressTag, people, source};
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::FocusScreen;
use leptos::prelude::*;

/// A task and what the branch found of it.
#[derive(Clone, PartialEq)]
struct Assigned {
    task: Task,
    who: String,
    found: Option<Outcome>,
}

fn assigned(state: State, meeting: ThingId) -> Vec<Assigned> {
    let read = |memory: &Memory| {
        let fold = memory.fold();
        let assigned = |task: Task| Assigned {
            who: people(state.texts(), memory, &task, None),
            found: fold.outcome(task.id).cloned(),
            task,
        };
        memory.minutes(meeting).tasks.into_iter().map(assigned).collect()
    };
    state.with(read).unwrap_or_default()
}

/// The resolution of `meeting`, or its tasks where none was locked.
#[component]
pub fn Resolution(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    state.load(Kind::SignedPaper);
    let paper = Memo::new(move |_| {
        let found = |memory: &Memory| {
            memory.fold().resolution(meeting).map(|(number, paper)| (number, paper.clone()))
        };
        state.with(found).flatten()
    });
    let title = move || state.with(|memory| source(texts, memory, meeting, state.today()));
    view! {
        <FocusScreen
            title=Signal::derive(move || title().unwrap_or_default())
            back=Route::ResolutionBook.href()
            back_label=texts.shell().back
        >
            {move || paper.get().map(|(number, paper)| view! { <Head number paper /> })}
            <a class="button" href=Route::Meeting(meeting).href()>
                {texts.resolution_book().meeting}
            </a>
            <Tasks meeting />
            {move || paper.get().map(|(_, paper)| view! { <Addenda of=paper.id /> })}
        </FocusScreen>
    }
}

#[component]
fn Head(number: u16, paper: SignedPaper) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let title = untrack(|| state.with(|memory| full_title(texts, memory, number, &paper)));
    let texts = texts.resolution_book();
    let adopted = (texts.adopted_on)(&paper.adopted_on.to_dmy());
    let votes = paper.adopted_by.map(|by| (texts.in_favour)(by.favour, by.voters));
    let note = [Some(adopted), votes].into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        <div class="page-head">
            <h2>{title}</h2>
            <p class="page-head__note">{note}</p>
        </div>
        <div class="sheet">
            <PaperRow signed=paper />
        </div>
    }
}

#[component]
fn Tasks(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().resolution_book();
    let tasks = Memo::new(move |_| assigned(state, meeting));
    view! {
        <section class="section" aria-labelledby="tasks">
            <h2 class="section__title" id="tasks">
                {texts.tasks}
            </h2>
            <Show
                when=move || tasks.with(|tasks| !tasks.is_empty())
                fallback=move || view! { <p class="note">{texts.no_tasks}</p> }
            >
                <div class="sheet">
                    <ul class="rows">
                        {move || {
                            let row = |assigned| view! { <AssignedRow assigned /> };
                            tasks.get().into_iter().map(row).collect_view()
                        }}
                    </ul>
                </div>
            </Show>
        </section>
    }
}

#[component]
fn AssignedRow(assigned: Assigned) -> impl IntoView {
    let Assigned { task, who, found } = assigned;
    let closed = found.as_ref().map(|found| found.progress).filter(|progress| progress.closes());
    let what = task.what.to_string();
    let tag = match closed {
        Some(progress) => view! { <ProgressTag progress /> }.into_any(),
        None => view! { <DueTag task /> }.into_any(),
    };
    let result = found.as_ref().map(|found| found.result.to_string()).filter(|result| !result.is_empty());
    view! {
        <li class="task">
            <div class="cluster" data-gap="tight">
                {tag}
            </div>
            <h3 class="task__title">{what}</h3>
            <p class="task__from">{who}</p>
            <HowFar outcome=found />
            {result.map(|result| view! { <p class="as-typed">{result}</p> })}
        </li>
    }
}

#[component]
fn Addenda(of: ThingId) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().resolution_book();
    let addenda = Memo::new(move |_| {
        let read = |memory: &Memory| {
            let line = |paper: &SignedPaper| (paper.title.to_string(), paper.adopted_on.to_dmy());
            memory.fold().addenda(of).into_iter().map(line).collect::<Vec<_>>()
        };
        state.with(read).unwrap_or_default()
    });
    let row = |(title, day): (String, String)| {
        view! {
            <li class="row">
                <div class="row__body">
                    <p class="row__title">{title}</p>
                    <p class="row__note">{day}</p>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || addenda.with(|addenda| !addenda.is_empty())>
            <section class="section" aria-labelledby="addenda">
                <h2 class="section__title" id="addenda">
                    {texts.addenda}
                </h2>
                <div class="sheet">
                    <ul class="rows">{move || addenda.get().into_iter().map(row).collect_view()}</ul>
                </div>
            </section>
        </Show>
    }
}
