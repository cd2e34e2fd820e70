//! Nhiệm vụ: what meetings have assigned, with the nearest deadline first.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::task::{Due, Task};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::ui::{Blank, Tag, Tone};
use leptos::prelude::*;

/// A task as it is shown.
#[derive(Clone, PartialEq)]
struct Assigned {
    task: Task,
    meeting: ThingId,
    from: Option<String>,
    /// Who answers for it, where everybody's tasks are shown.
    who: Option<String>,
}

fn assigned(state: State, all: bool) -> Vec<Assigned> {
    let texts = state.texts();
    state
        .with(|memory| {
            let me = memory.me();
            let wanted = |task: &Task| all || me.is_some_and(|me| task.concerns(me));
            let who = |task: &Task| {
                let names: Vec<String> = task
                    .who
                    .iter()
                    .map(|member| (texts.nouns().comrade)(&words::name_of(memory, *member)))
                    .collect();
                if names.is_empty() { texts.tasks().whole_branch.to_owned() } else { names.join(", ") }
            };
            let tasks = memory.fold().tasks().into_iter().filter(|(_, task)| wanted(task));
            let shown = tasks.map(|(meeting, task)| Assigned {
                task: task.clone(),
                meeting,
                from: memory.fold().meeting(meeting).map(|meeting| words::meeting_title(texts, meeting)),
                who: (all || task.who.len() != 1).then(|| who(task)),
            });
            shown.collect()
        })
        .unwrap_or_default()
}

/// The tasks.
#[component]
pub fn Tasks() -> impl IntoView {
    let state = use_state();
    let secretary = Memo::new(move |_| state.is_secretary());
    let everybody = RwSignal::new(state.is_secretary());
    let all = Memo::new(move |_| secretary.get() && everybody.get());
    let tasks = Memo::new(move |_| assigned(state, all.get()));
    let part = move |overdue: bool| {
        let today = state.today();
        let mut tasks = tasks.get();
        tasks.retain(|shown| matches!(shown.task.due(today), Due::Overdue(_)) == overdue);
        tasks
    };
    let empty_text = Signal::derive(move || {
        let texts = state.texts().tasks();
        if all.get() { texts.empty_all_text } else { texts.empty_text }.to_owned()
    });
    view! {
        <h1>{state.texts().tasks().title}</h1>
        <Show when=move || secretary.get()>
            <Whose everybody />
        </Show>
        <Show
            when=move || tasks.with(|tasks| !tasks.is_empty())
            fallback=move || {
                view! {
                    <Blank
                        icon="tasks"
                        title=state.texts().tasks().empty
                        text=empty_text
                    />
                }
            }
        >
            <TaskList
                id="open"
                title=state.texts().tasks().open
                tasks=Signal::derive(move || part(false))
            />
            <TaskList
                id="past"
                title=state.texts().tasks().past
                tasks=Signal::derive(move || part(true))
            />
        </Show>
    }
}

/// The secretary looks at the own tasks or at everybody's.
#[component]
fn Whose(everybody: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let chip = move |all: bool| {
        let label = move || {
            let texts = state.texts().tasks();
            if all { texts.all } else { texts.mine }
        };
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || (everybody.get() == all).to_string()
                on:click=move |_| everybody.set(all)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="cluster" role="group" aria-label=state.texts().tasks().whose>
            {[true, false].map(chip).collect_view()}
        </div>
    }
}

#[component]
fn TaskList(id: &'static str, title: &'static str, tasks: Signal<Vec<Assigned>>) -> impl IntoView {
    let state = use_state();
    view! {
        <Show when=move || tasks.with(|tasks| !tasks.is_empty())>
            <section class="section" aria-labelledby=id>
                <div class="section__head">
                    <h2 class="section__title" id=id>
                        {title}
                    </h2>
                    <p class="note">{move || (state.texts().tasks().count)(tasks.with(Vec::len))}</p>
                </div>
                <div class="sheet">
                    <ul class="rows">
                        {move || tasks.get().into_iter().map(|shown| view! { <TaskItem shown /> }).collect_view()}
                    </ul>
                </div>
            </section>
        </Show>
    }
}

#[component]
fn TaskItem(shown: Assigned) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let due = shown.task.due(state.today());
    let (tone, icon) = match due {
        Due::Overdue(_) => (Tone::Danger, "clock"),
        Due::Soon(_) => (Tone::Warn, "clock"),
        Due::Later(_) => (Tone::Neutral, "calendar"),
        Due::Open => (Tone::Neutral, "calendar"),
    };
    let near = words::due(texts, due);
    let tag = match shown.task.deadline {
        Some(day) => (texts.tasks().deadline)(&near, &day.to_dmy()),
        None => near,
    };
    let from = shown.from.map(|title| {
        view! {
            <p class="task__from">
                <a href=Route::Meeting(shown.meeting).href()>{(texts.tasks().from)(&title)}</a>
            </p>
        }
    });
    view! {
        <li class="task">
            <div class="cluster" data-gap="tight">
                <Tag tone icon words=tag />
            </div>
            <h3 class="task__title">{shown.task.what.as_str().to_owned()}</h3>
            {shown.who.map(|who| view! { <p class="task__from">{who}</p> })}
            {from}
        </li>
    }
}
