//! Whom to call, and which tasks the meeting will review.

use super::picture::Preparing;
use crate::domain::task::Task;
use crate::pages::words;
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// Of the unfinished tasks so many are named.
const TASKS_NAMED: usize = 12;

/// Chưa trả lời thông báo: the list by which one calls.
#[component]
pub fn Calls(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let silent = Memo::new(move |_| preparing.read(|picture| picture.silent.clone()));
    let row = move |(name, reached): (String, bool)| {
        let name = (state.texts().nouns().comrade)(&name);
        let note = (!reached).then(|| {
            view! {
                <p>
                    <Tag tone=Tone::Neutral icon="phone" bare=true words=texts.no_phone />
                </p>
            }
        });
        view! {
            <li class="row">
                <div class="row__body">
                    <p>{name}</p>
                    {note}
                </div>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="silent">
            <h3 id="silent">{texts.silent}</h3>
            <Show
                when=move || silent.with(|silent| !silent.is_empty())
                fallback=move || {
                    view! {
                        <p>
                            <Tag tone=Tone::Ok icon="check" bare=true words=texts.all_heard />
                        </p>
                    }
                }
            >
                <p class="note">{texts.call}</p>
                <ul class="sheet rows">{move || silent.get().into_iter().map(row).collect_view()}</ul>
            </Show>
        </section>
    }
}

/// What earlier meetings have left: this one reviews it.
#[component]
pub fn Unfinished() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let tasks = Memo::new(move |_| {
        let open = |memory: &Memory| {
            let tasks = memory.unfinished_tasks().into_iter().take(TASKS_NAMED);
            tasks.cloned().collect::<Vec<Task>>()
        };
        state.with(open).unwrap_or_default()
    });
    let row = move |task: Task| {
        let due = words::due(state.texts(), task.due(state.today()));
        view! {
            <li class="row">
                <span class="row__lead" data-decor="true">
                    <Icon name="tasks" />
                </span>
                <div class="row__body">
                    <p class="row__title">{task.what.to_string()}</p>
                    <p class="row__note">{due}</p>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || tasks.with(|tasks| !tasks.is_empty())>
            <section class="stack" aria-labelledby="unfinished">
                <h3 id="unfinished">{texts.unfinished}</h3>
                <p class="note">{texts.unfinished_note}</p>
                <ul class="sheet rows">{move || tasks.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
