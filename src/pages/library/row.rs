//! One document of the library: what it is, what was found in it, whether it is here, how far it was read.

use super::shelf::{Hit, Shelf};
use crate::app::routes::Route;
use crate::domain::document::Document;
use crate::i18n::Texts;
use crate::library::index::Sought;
use crate::library::passages::{excerpt, label};
use crate::library::search::Piece;
use crate::state::{Aim, State, use_searching, use_state};
use crate::ui::{Icon, IconSize, Tag, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A row.
#[component]
pub fn DocumentRow(document: Document, shelf: Shelf) -> impl IntoView {
    let (state, searching) = (use_state(), use_searching());
    let (id, sought) = (document.id, shelf.sought);
    let hit = Memo::new(move |_| shelf.hit(id));
    let on_open = move |_| {
        let aim = |hit: Hit| Aim { document: id, passage: hit.passage, sought: sought.get_untracked() };
        searching.take_aim(hit.get_untracked().map(aim));
    };
    let spine = document.kind.abbreviation();
    let href = Route::Document(document.id).href();
    let title = document.summary.as_str().to_owned();
    let issuer = document.issuer.as_str().to_owned();
    let (foot, found) = (document.clone(), document.clone());
    view! {
        <article class="doc">
            <span class="doc__spine" aria-hidden="true">
                {spine}
            </span>
            <div class="doc__body">
                <h3 class="doc__title">
                    <a class="doc__link" href=href on:click=on_open>
                        {move || sought.with(|sought| marked(sought, &title))}
                    </a>
                </h3>
                <p class="doc__meta">
                    {move || sought.with(|sought| meta(state.texts(), sought, &document))} <br />
                    {move || sought.with(|sought| marked(sought, &issuer))}
                </p>
                <Excerpt document=found hit sought />
                <div class="doc__foot">
                    <SavedState document=foot.clone() />
                    <ReadState document=foot />
                </div>
            </div>
        </article>
    }
}

/// `text` with the words that were looked for marked.
fn marked(sought: &Sought, text: &str) -> impl IntoView + use<> {
    let piece = |piece: Piece<'_>| {
        let text = piece.text.to_owned();
        if piece.found {
            view! { <mark class="doc__found">{text}</mark> }.into_any()
        } else {
            text.into_any()
        }
    };
    sought.mark(text).into_iter().map(piece).collect_view()
}

/// Kind, number, date.
fn meta(texts: &Texts, sought: &Sought, document: &Document) -> impl IntoView + use<> {
    let kind = (texts.nouns().document_kind)(document.kind);
    let number = document.number.as_ref().map(|number| {
        view! {
            " "
            {texts.library().number}
            " "
            <span class="num">{marked(sought, number.as_str())}</span>
        }
    });
    let date = document.issued_on.map(|day| [" ", &(texts.library().dated)(&day.to_dmy())].concat());
    view! {
        {kind}
        {number}
        {date}
    }
}

/// How often the text speaks of what is looked for, and the best place.
#[component]
fn Excerpt(document: Document, hit: Memo<Option<Hit>>, sought: Memo<Sought>) -> impl IntoView {
    let (state, searching) = (use_state(), use_searching());
    let shown = RwSignal::new(None);
    let document = StoredValue::new(document);
    Effect::new(move |_| {
        let Some(now) = hit.get() else {
            shown.set(None);
            return;
        };
        let sought = sought.get();
        spawn_local(async move {
            let document = document.get_value();
            let Some(passages) = searching.passages_of(state, &document).await else { return };
            // Another letter may have been typed meanwhile.
            if hit.try_get_untracked() == Some(Some(now))
                && let Some(passage) = passages.get(now.passage)
            {
                let at = longest(&sought.mark(&passage.text));
                let above = label(&passages, now.passage).map(|label| [label, ": "].concat());
                shown.try_set(Some((now.mentions, above, excerpt(&passage.text, at), sought)));
            }
        });
    });
    let mentions = move |count: usize| {
        (count > 1).then(|| [(state.texts().library().mentions)(count), " ".to_owned()].concat())
    };
    move || {
        shown.get().map(|(count, above, text, sought)| {
            view! { <p class="doc__meta">{mentions(count)} {above} "“" {marked(&sought, &text)} "”"</p> }
        })
    }
}

/// Where the longest run of what was found begins, in bytes.
fn longest(pieces: &[Piece<'_>]) -> usize {
    let (mut at, mut best) = (0, (0, 0));
    for piece in pieces {
        if piece.found && piece.text.len() > best.1 {
            best = (at, piece.text.len());
        }
        at += piece.text.len();
    }
    best.0
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
