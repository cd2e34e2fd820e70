//! Reading one document: fetched when it is not here, shown as text that reflows or page by page.

mod end;
mod look;
mod pdf;
mod place;
mod scrolling;
mod text;

use crate::app::routes::Route;
use crate::domain::document::{Document, Media};
use crate::domain::id::ThingId;
use crate::i18n::Texts;
use crate::library::blocks::Block;
use crate::library::passages::blocks_of;
use crate::pages::unread::UnreadPage;
use crate::ports::device::{Pages, ViewerFault};
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Fault;
use crate::ui::{Blank, FocusScreen};
use end::End;
use leptos::prelude::*;
use leptos::task::spawn_local;
use look::Look;
use pdf::{PdfPages, PdfWords};
use place::{PdfBar, Place};
use std::rc::Rc;
use text::TextPage;

/// What is known of the document at this address.
#[derive(Clone, PartialEq)]
enum Entry {
    Looking,
    Unknown,
    Unread(Fault),
    Known(Box<Document>),
}

/// How far the file is.
#[derive(Clone)]
enum File {
    Opening,
    Fetching,
    Text(Rc<Vec<Block>>),
    Pdf(Rc<dyn Pages>),
    Failed(Why),
}

/// Why it is not shown.
#[derive(Clone, Copy)]
enum Why {
    Fault(Fault),
    Viewer(ViewerFault),
}

/// The document at this address.
#[component]
pub fn Reader(
    /// Which document.
    id: ThingId,
) -> impl IntoView {
    let state = use_state();
    let looked = state.load_about(&[Kind::Document], id);
    let entry = Memo::new(move |_| {
        let looked = looked.get();
        match (state.with(|memory| memory.fold().document(id).cloned()).flatten(), looked) {
            (Some(document), _) => Entry::Known(Box::new(document)),
            (None, Loadable::Ready) => Entry::Unknown,
            (None, Loadable::Failed(fault)) => Entry::Unread(fault),
            (None, Loadable::Loading) => Entry::Looking,
        }
    });
    move || match entry.get() {
        Entry::Known(document) => view! { <OpenDocument document=*document /> }.into_any(),
        Entry::Unknown => view! { <UnknownDocument /> }.into_any(),
        Entry::Unread(fault) => view! { <UnreadPage fault /> }.into_any(),
        Entry::Looking => ().into_any(),
    }
}

#[component]
fn UnknownDocument() -> impl IntoView {
    let state = use_state();
    view! {
        <FocusScreen
            title=state.texts().library().title
            back=Route::Library.href()
            back_label=state.texts().shell().back
        >
            <Blank
                icon="document"
                title=state.texts().library().unknown
                text=state.texts().library().unknown_text
            >
                <a class="button" data-kind="primary" href=Route::Library.href()>
                    {state.texts().library().to_library}
                </a>
            </Blank>
        </FocusScreen>
    }
}

/// Short name for the bar: kind and number.
fn name(texts: &Texts, document: &Document) -> String {
    let kind = (texts.nouns().document_kind)(document.kind);
    let number = document.number.as_ref().map(|number| number.as_str());
    number.map_or_else(|| kind.clone(), |number| [&kind, " ", number].concat())
}

/// Opens the file, fetched first when it is not here.
fn open(state: State, document: Document, file: RwSignal<File, LocalStorage>, place: Place) {
    file.set(File::Opening);
    let media = document.file.media;
    let viewer = state.tools().viewer;
    let fetching = move || {
        file.try_set(File::Fetching);
    };
    state.open_document(document, fetching, move |bytes| match (bytes, media) {
        (Err(fault), _) => {
            file.try_set(File::Failed(Why::Fault(fault)));
        }
        (Ok(bytes), Media::Pdf) => spawn_local(async move {
            let opened = viewer.open(bytes).await;
            place.recall().await;
            file.try_set(opened.map_or_else(|fault| File::Failed(Why::Viewer(fault)), File::Pdf));
        }),
        (Ok(bytes), media) => {
            file.try_set(File::Text(Rc::new(blocks_of(media, &bytes).unwrap_or_default())));
        }
    });
}

#[component]
fn OpenDocument(document: Document) -> impl IntoView {
    let state = use_state();
    let file = RwSignal::new_local(File::Opening);
    let seen = RwSignal::new(untrack(|| state.read_mark(document.id).percent));
    let place = Place::new(state, document.id);
    open(state, document.clone(), file, place);
    let document = StoredValue::new(document);
    let title = Signal::derive(move || document.with_value(|document| name(state.texts(), document)));
    let words = Memo::new(move |_| place.words());
    let is_pdf = move || file.with(|file| matches!(file, File::Pdf(_)));
    view! {
        <FocusScreen
            title
            back=Route::Library.href()
            back_label=state.texts().shell().back
            end=move || view! { <Look seen /> }
            action=move || view! { <Show when=is_pdf>{move || view! { <PdfBar place /> }}</Show> }
        >
            {move || {
                let document = document.get_value();
                match file.get() {
                    File::Opening => view! { <Waiting bytes=None /> }.into_any(),
                    File::Fetching => view! { <Waiting bytes=Some(document.file.bytes) /> }.into_any(),
                    File::Failed(why) => view! { <Failed why document file place /> }.into_any(),
                    File::Text(blocks) => {
                        view! {
                            <TextPage document=document.clone() blocks seen />
                            <End document seen />
                        }
                            .into_any()
                    }
                    File::Pdf(pages) if words.get() => {
                        view! {
                            <PdfWords document=document.clone() pages seen place />
                            <End document seen />
                        }
                            .into_any()
                    }
                    File::Pdf(pages) => {
                        view! {
                            <PdfPages document=document.clone() pages seen place />
                            <End document seen />
                        }
                            .into_any()
                    }
                }
            }}
        </FocusScreen>
    }
}

/// The file is on its way.
#[component]
fn Waiting(bytes: Option<u32>) -> impl IntoView {
    let state = use_state();
    let words = move || {
        let texts = state.texts();
        bytes.map_or_else(
            || texts.library().opening.to_owned(),
            |bytes| (texts.library().fetching)(&(texts.nouns().size)(bytes)),
        )
    };
    view! {
        <div class="stack" aria-busy="true">
            <p role="status">{words}</p>
            <p class="note">{move || bytes.map(|_| state.texts().library().fetching_note)}</p>
        </div>
    }
}

/// One clear sentence, and trying again.
#[component]
fn Failed(why: Why, document: Document, file: RwSignal<File, LocalStorage>, place: Place) -> impl IntoView {
    let state = use_state();
    let document = StoredValue::new(document);
    let icon = match why {
        Why::Fault(fault) if fault.recoverable() => "wifi-off",
        _ => "warning",
    };
    view! {
        <Blank
            icon
            title=state.texts().library().not_opened
            text=Signal::derive(move || sentence(state, why).to_owned())
        >
            <button
                class="button"
                data-kind="primary"
                type="button"
                on:click=move |_| open(state, document.get_value(), file, place)
            >
                {state.texts().shell().try_again}
            </button>
        </Blank>
    }
}

fn sentence(state: State, why: Why) -> &'static str {
    let texts = state.texts().library();
    match why {
        Why::Fault(fault) if fault.offline() => texts.offline,
        Why::Fault(fault) if fault.busy() => texts.missing,
        Why::Fault(Fault::NoHosting) => texts.no_hosting,
        Why::Fault(Fault::Flaw(_)) => texts.broken,
        Why::Fault(fault) => state.sentence(fault),
        Why::Viewer(ViewerFault::NotAPdf) => texts.not_a_pdf,
        Why::Viewer(ViewerFault::Encrypted) => texts.encrypted,
        Why::Viewer(ViewerFault::Broken) => texts.broken,
        Why::Viewer(ViewerFault::NoViewer) => texts.no_viewer,
    }
}
