//! Tài liệu: everything that was circulated, found by a few letters, with what the next meeting needs on top.

mod row;
mod search;
mod shelf;

use crate::app::routes::Route;
use crate::pages::unread::Unread;
use crate::record::Kind;
use crate::state::{Loadable, Sieve, use_state};
use crate::ui::{Blank, Icon};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;
use row::DocumentRow;
use search::{Filters, SearchField};
use shelf::{Group, Shelf};
use std::time::Duration;

/// Ghosts of rows are shown only when reading takes longer than this: a flicker is worse than a short wait.
const GHOSTS_AFTER: Duration = Duration::from_millis(300);
/// Rows shown at once, and more each time; of a search, which is drawn at each letter, fewer.
const ROWS: usize = 60;
const FOUND_ROWS: usize = 20;

/// The library.
#[component]
pub fn Library() -> impl IntoView {
    let state = use_state();
    let shelf = Shelf::new(state);
    let known = untrack(|| state.with(|memory| memory.loaded(Kind::Document))).unwrap_or(false);
    let slow = RwSignal::new(false);
    let entries = if known {
        signal(Loadable::Ready).0
    } else {
        // A browser that cannot wait shows no ghosts.
        if let Ok(timer) = set_timeout_with_handle(
            move || {
                slow.try_set(true);
            },
            GHOSTS_AFTER,
        ) {
            on_cleanup(move || timer.clear());
        }
        state.bring_in(|handbook| async move { handbook.load(Kind::Document).await })
    };
    let empty = Memo::new(move |_| shelf.entries.with(|entries| entries.is_empty()));
    view! {
        <Head shelf />
        {move || match (entries.get(), empty.get()) {
            (Loadable::Ready, true) => view! { <Empty /> }.into_any(),
            (Loadable::Ready, false) => view! { <Found shelf /> }.into_any(),
            (Loadable::Loading, _) => view! { <Ghosts shown=slow /> }.into_any(),
            (Loadable::Failed(fault), _) => view! { <Unread fault /> }.into_any(),
        }}
    }
}

#[component]
fn Head(shelf: Shelf) -> impl IntoView {
    let state = use_state();
    let on_device = move || {
        let (count, bytes) = shelf.saved(state);
        let texts = state.texts();
        (count > 0).then(|| (texts.library().on_device)(count, &(texts.nouns().size)(bytes)))
    };
    let publishes = Memo::new(move |_| state.is_secretary());
    view! {
        <div class="section__head">
            <h1>{state.texts().library().title}</h1>
            <p class="note">{on_device}</p>
        </div>
        <Show when=move || publishes.get()>
            <a class="button" href=Route::NewDocument.href()>
                <Icon name="plus" />
                {state.texts().library().publish}
            </a>
        </Show>
    }
}

#[component]
fn Found(shelf: Shelf) -> impl IntoView {
    let state = use_state();
    let step = move || shelf.sought.with(|sought| if sought.is_empty() { ROWS } else { FOUND_ROWS });
    let rows = RwSignal::new(untrack(step));
    // A new search begins at the top of its list again.
    Effect::new(move |_| {
        shelf.sieve.track();
        rows.set(step());
    });
    let groups = Memo::new(move |_| shelf.groups(state, rows.get()));
    let hidden = move || shelf.count().saturating_sub(rows.get());
    let none = Memo::new(move |_| shelf.count() == 0);
    view! {
        <SearchField shelf />
        <Filters shelf />
        <Show when=move || none.get()>
            <NothingFound shelf />
        </Show>
        <For each=move || groups.get() key=|group| group.heading.clone() let:group>
            <GroupOfDocuments group groups shelf />
        </For>
        <Show when=move || hidden() != 0>
            <button
                class="button"
                data-wide="true"
                type="button"
                on:click=move |_| rows.update(|rows| *rows += untrack(step))
            >
                {move || (state.texts().library().more)(hidden().min(step()))}
            </button>
        </Show>
    }
}

/// One heading and its documents; the documents are looked up anew when the list changes.
#[component]
fn GroupOfDocuments(group: Group, groups: Memo<Vec<Group>>, shelf: Shelf) -> impl IntoView {
    let heading = group.heading.clone();
    let now = Memo::new(move |_| {
        groups
            .with(|groups| groups.iter().find(|group| group.heading == heading).cloned())
            .unwrap_or_default()
    });
    let titled = !group.heading.is_empty();
    view! {
        <section class="section">
            {titled
                .then(|| {
                    view! {
                        <div class="section__head">
                            <h2 class="section__title">{group.heading}</h2>
                            <p class="note">{move || now.with(|group| group.note.clone())}</p>
                        </div>
                    }
                })}
            <div class="sheet">
                <ul class="rows">
                    <For
                        each=move || now.with(|group| group.documents.clone())
                        key=|document| document.clone()
                        let:document
                    >
                        <li>
                            <DocumentRow document shelf />
                        </li>
                    </For>
                </ul>
            </div>
        </section>
    }
}

#[component]
fn NothingFound(shelf: Shelf) -> impl IntoView {
    let state = use_state();
    let show_all = move |_| {
        shelf.typed.set(String::new());
        shelf.sieve.set(Sieve::All);
    };
    view! {
        <Blank
            icon="search"
            title=state.texts().library().found_none
            text=state.texts().library().found_none_text
        >
            <button class="button" type="button" on:click=show_all>
                {state.texts().library().show_all}
            </button>
        </Blank>
    }
}

/// Nothing was circulated yet, or nothing came to this device yet.
#[component]
fn Empty() -> impl IntoView {
    let state = use_state();
    let secretary = state.is_secretary();
    let texts = move || {
        let texts = state.texts().library();
        if secretary {
            (texts.none_yet, texts.none_yet_text, texts.publish, Route::NewDocument)
        } else {
            (texts.empty, texts.empty_text, texts.receive, Route::Exchange)
        }
    };
    let icon = if secretary { "plus" } else { "scan" };
    view! {
        <Blank
            icon="library"
            title=Signal::derive(move || texts().0.to_owned())
            text=Signal::derive(move || texts().1.to_owned())
        >
            <a class="button" data-kind="primary" href=move || texts().3.href()>
                <Icon name=icon />
                {move || texts().2}
            </a>
        </Blank>
    }
}

#[component]
fn Ghosts(shown: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let ghost = || {
        view! {
            <div class="doc" aria-hidden="true">
                <span class="ghost" data-shape="block"></span>
                <div class="doc__body">
                    <span class="ghost"></span>
                    <span class="ghost" data-width="most"></span>
                    <span class="ghost" data-width="half"></span>
                </div>
            </div>
        }
    };
    view! {
        <Show when=move || shown.get()>
            <p class="visually-hidden" role="status">
                {state.texts().library().loading}
            </p>
            <div class="sheet">
                <div class="rows">{[ghost(), ghost(), ghost()]}</div>
            </div>
        </Show>
    }
}
