//! What became of a document, and the ones that are out already.

use super::Desk;
use crate::app::routes::Route;
use crate::domain::document::Document;
use crate::domain::id::ThingId;
use crate::domain::order;
use crate::state::{Notice, State, use_state};
use crate::sync::Memory;
use crate::ui::{Blank, CommandButton, Confirm};
use leptos::prelude::*;

/// It worked.
#[component]
pub fn Done(desk: Desk, title: String) -> impl IntoView {
    let state = use_state();
    view! {
        <div role="status">
            <Blank
                icon="check-circle"
                title=state.texts().publishing().done
                text=title
            >
                <button class="button" data-kind="primary" type="button" on:click=move |_| desk.reset()>
                    {state.texts().publishing().another}
                </button>
                <a class="button" href=Route::Desk.href()>
                    {state.texts().publishing().to_desk}
                </a>
            </Blank>
        </div>
    }
}

/// The latest first; documents without a date come first of all.
fn published(state: State) -> Vec<Document> {
    let sorted = |memory: &Memory| {
        let key = |document: &Document| {
            (document.issued_on.is_some(), core::cmp::Reverse(document.issued_on), document.id)
        };
        order::sorted(memory.fold().documents().cloned(), |a, b| key(a).cmp(&key(b)))
    };
    state.with(sorted).unwrap_or_default()
}

/// Documents that are out, each with a way to take it back.
#[component]
pub fn Published() -> impl IntoView {
    let state = use_state();
    let documents = Memo::new(move |_| published(state));
    let retracting: RwSignal<Option<(ThingId, String)>> = RwSignal::new(None);
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let row = move |document: Document| {
        let texts = state.texts();
        let title = document.summary.to_string();
        let kind = (texts.nouns().document_kind)(document.kind);
        let number = document.number.map(|number| number.to_string());
        let label = [texts.publishing().retract, ": ", &title].concat();
        let asked = (document.id, title.clone());
        let on_ask = move || {
            retracting.set(Some(asked.clone()));
            open.set(true);
        };
        view! {
            <li class="row" data-align="start">
                <div class="row__body">
                    <p class="row__title">{title}</p>
                    <p class="row__note">
                        {kind} " "
                        {number.map(|number| view! { <span class="num">{number}</span> })}
                    </p>
                    <div class="row__actions">
                        <CommandButton
                            label=texts.publishing().retract
                            spoken=label
                            opens_dialog=true
                            busy
                            on_press=on_ask
                        />
                    </div>
                </div>
            </li>
        }
    };
    let on_yes = move || {
        if let Some((id, _)) = retracting.get_untracked() {
            busy.set(true);
            state.run(
                move |handbook| async move { handbook.retract_document(id).await },
                move |outcome| {
                    // The page may be closed by now.
                    busy.try_set(false);
                    if let Err(fault) = outcome {
                        state.say(Notice::Fault(fault));
                    }
                },
            );
        }
    };
    view! {
        <Show when=move || documents.with(|documents| !documents.is_empty())>
            <section class="section" aria-labelledby="published">
                <h2 class="section__title" id="published">
                    {state.texts().publishing().published}
                </h2>
                <ul class="sheet rows">{move || documents.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
        <Confirm
            id="retract"
            title=state.texts().publishing().retract_title
            text=Signal::derive(move || {
                let title = retracting.get().map(|(_, title)| title).unwrap_or_default();
                (state.texts().publishing().retract_text)(&title)
            })
            verb=state.texts().publishing().retract
            icon="trash"
            open
            cancel_label=state.texts().shell().cancel
            on_yes
        />
    }
}
