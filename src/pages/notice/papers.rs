//! Papers to read beforehand, chosen from the library.

use super::form::Form;
use crate::app::routes::Route;
use crate::domain::document::Document;
use crate::domain::id::ThingId;
use crate::domain::order;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{CheckRow, Icon};
use leptos::prelude::*;

/// As many are offered beside the chosen ones.
const OFFERED_MAX: usize = 20;

/// The latest first, and whatever was chosen before.
fn offered(state: State, form: Form) -> Vec<Document> {
    let chosen = form.documents.get_untracked();
    let sorted = |memory: &Memory| {
        let key = |document: &Document| {
            let fresh = (document.issued_on.is_some(), core::cmp::Reverse(document.issued_on));
            (!chosen.contains(&document.id), fresh, document.id)
        };
        let mut documents = order::sorted(memory.fold().documents().cloned(), |a, b| key(a).cmp(&key(b)));
        documents.truncate(OFFERED_MAX.max(chosen.len()));
        documents
    };
    state.with(sorted).unwrap_or_default()
}

/// The papers.
#[component]
pub fn Papers(form: Form) -> impl IntoView {
    let state = use_state();
    let documents = Memo::new(move |_| offered(state, form));
    let toggle = move |id: ThingId| {
        form.documents.update(|chosen| match chosen.iter().position(|one| *one == id) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(id),
        });
    };
    let row = move |document: Document| {
        let id = document.id;
        let texts = state.texts();
        let kind = (texts.nouns().document_kind)(document.kind);
        let number = document.number.map(|number| number.to_string()).unwrap_or_default();
        view! {
            <li>
                <CheckRow
                    title=document.summary.to_string()
                    note=kind
                    number
                    checked=Signal::derive(move || form.documents.with(|chosen| chosen.contains(&id)))
                    on_toggle=move || toggle(id)
                />
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="papers">
            <h2 class="section__title" id="papers">
                {state.texts().notice().papers}
            </h2>
            <Show
                when=move || documents.with(|documents| !documents.is_empty())
                fallback=move || view! { <p class="note">{state.texts().notice().no_papers}</p> }
            >
                <ul class="sheet rows">{move || documents.get().into_iter().map(row).collect_view()}</ul>
            </Show>
            <a class="button" href=Route::NewDocument.href()>
                <Icon name="plus" />
                {state.texts().notice().add_paper}
            </a>
        </section>
    }
}
