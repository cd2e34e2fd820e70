//! The papers of a meeting, and how far each was read.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::state::{State, use_state};
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// Papers to read beforehand.
#[component]
pub fn Papers(documents: Vec<ThingId>) -> impl IntoView {
    let state = use_state();
    if documents.is_empty() {
        return ().into_any();
    }
    let all = documents.len();
    let ids = documents.clone();
    let read = move || ids.iter().filter(|id| state.read_mark(**id).finished()).count();
    view! {
        <section class="section" aria-labelledby="papers">
            <div class="section__head">
                <h2 class="section__title" id="papers">
                    {state.texts().meetings().papers}
                </h2>
                <p class="note">{move || (state.texts().meetings().papers_read)(read(), all)}</p>
            </div>
            <div class="sheet">
                <ul class="rows">
                    {documents.into_iter().map(|id| view! { <li><Paper id /></li> }).collect_view()}
                </ul>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Paper(id: ThingId) -> impl IntoView {
    let state = use_state();
    let title = Memo::new(move |_| {
        state
            .with(|memory| memory.fold().document(id).map(|document| document.summary.as_str().to_owned()))
            .flatten()
    });
    move || match title.get() {
        Some(title) => view! {
            <a class="row" href=Route::Document(id).href()>
                <span class="row__lead" data-decor="true">
                    <Icon name="document" />
                </span>
                <div class="row__body">
                    <p class="row__title">{title}</p>
                    <p>{move || read_state(state, id)}</p>
                </div>
                <span class="row__end">
                    <Icon name="chevron" />
                </span>
            </a>
        }
        .into_any(),
        None => view! {
            <div class="row">
                <div class="row__body">
                    <p class="row__title">{state.texts().meetings().paper_missing}</p>
                    <p class="row__note">{state.texts().meetings().paper_missing_note}</p>
                </div>
            </div>
        }
        .into_any(),
    }
}

fn read_state(state: State, id: ThingId) -> impl IntoView {
    let texts = state.texts().meetings();
    let mark = state.read_mark(id);
    let (tone, icon, words) = match mark.percent {
        0 => (Tone::Neutral, "document", texts.paper_unread.to_owned()),
        _ if mark.finished() => (Tone::Ok, "check", texts.paper_read.to_owned()),
        percent => (Tone::Wait, "book", (texts.paper_half)(percent)),
    };
    view! { <Tag tone icon bare=true words /> }
}
