//! One document of the library: what it is, whether it is here, how far it was read.

use crate::app::routes::Route;
use crate::domain::document::Document;
use crate::i18n::Texts;
use crate::library::search::{Piece, Query};
use crate::state::{State, use_state};
use crate::ui::{Icon, IconSize, Tag, Tone};
use leptos::prelude::*;

/// A row.
#[component]
pub fn DocumentRow(document: Document, query: Memo<Query>) -> impl IntoView {
    let state = use_state();
    let spine = document.kind.abbreviation();
    let href = Route::Document(document.id).href();
    let title = document.summary.as_str().to_owned();
    let issuer = document.issuer.as_str().to_owned();
    let foot = document.clone();
    view! {
        <article class="doc">
            <span class="doc__spine" aria-hidden="true">
                {spine}
            </span>
            <div class="doc__body">
                <h3 class="doc__title">
                    <a class="doc__link" href=href>
                        {move || query.with(|query| marked(query, &title))}
                    </a>
                </h3>
                <p class="doc__meta">
                    {move || query.with(|query| meta(state.texts(), query, &document))} <br />
                    {move || query.with(|query| marked(query, &issuer))}
                </p>
                <div class="doc__foot">
                    <SavedState document=foot.clone() />
                    <ReadState document=foot />
                </div>
            </div>
        </article>
    }
}

/// `text` with the words that were looked for marked.
fn marked(query: &Query, text: &str) -> impl IntoView + use<> {
    let piece = |piece: Piece<'_>| {
        let text = piece.text.to_owned();
        if piece.found {
            view! { <mark class="doc__found">{text}</mark> }.into_any()
        } else {
            text.into_any()
        }
    };
    query.mark(text).into_iter().map(piece).collect_view()
}

/// Kind, number, date.
fn meta(texts: &Texts, query: &Query, document: &Document) -> impl IntoView + use<> {
    let kind = (texts.nouns().document_kind)(document.kind);
    let number = document.number.as_ref().map(|number| {
        view! {
            " "
            {texts.library().number}
            " "
            <span class="num">{marked(query, number.as_str())}</span>
        }
    });
    let date = document.issued_on.map(|day| [" ", &(texts.library().dated)(&day.to_dmy())].concat());
    view! {
        {kind}
        {number}
        {date}
    }
}

/// The file is here, or a button that fetches it without opening the document.
#[component]
fn SavedState(document: Document) -> impl IntoView {
    let state = use_state();
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(false));
    let bytes = document.file.bytes;
    let blob = document.file.blob;
    let saved = Memo::new(move |_| state.saved(blob));
    let document = StoredValue::new(document);
    let on_save = move |_| {
        busy.set(true);
        failed.set(false);
        state.save_document(document.get_value(), move |outcome| {
            busy.try_set(false);
            failed.try_set(outcome.is_err());
        });
    };
    move || {
        let texts = state.texts();
        let size = (texts.nouns().size)(bytes);
        if saved.get() {
            let words = (texts.library().saved)(&size);
            return view! { <Tag tone=Tone::Ok icon="saved" bare=true words /> }.into_any();
        }
        let label = (texts.library().save)(&size);
        view! {
            <button
                class="button doc__save"
                data-kind="quiet"
                type="button"
                aria-disabled=move || busy.get().then_some("true")
                on:click=move |event| {
                    if !busy.get_untracked() {
                        on_save(event);
                    }
                }
            >
                <Icon name="download" size=IconSize::Small />
                {move || if busy.get() { texts.library().saving.to_owned() } else { label.clone() }}
            </button>
            <span class="note" role="status">
                {move || failed.get().then_some(texts.library().unsaved)}
            </span>
        }
        .into_any()
    }
}

#[component]
fn ReadState(document: Document) -> impl IntoView {
    let state = use_state();
    let mark = Memo::new(move |_| state.read_mark(document.id));
    move || read_words(state, mark.get())
}

fn read_words(state: State, mark: crate::state::ReadMark) -> AnyView {
    let texts = state.texts().library();
    match mark.percent {
        0 => ().into_any(),
        _ if mark.finished() => {
            view! { <Tag tone=Tone::Neutral icon="check" bare=true words=texts.read.to_owned() /> }.into_any()
        }
        percent => view! {
            <span class="doc__progress">
                <span class="progress" aria-hidden="true" style:--value=[&percent.to_string(), "%"].concat()>
                    <span class="progress__fill"></span>
                </span>
                {(texts.read_share)(percent)}
            </span>
        }
        .into_any(),
    }
}
