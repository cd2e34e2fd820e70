//! Reading one document: fetched when it is not here, shown as text that reflows or page by page.

mod contents;
mod end;
mod look;
mod original;
mod pdf;
mod place;
mod scrolling;
mod text;

use crate::app::routes::Route;
use crate::domain::document::{Document, File as Part, Media};
use crate::domain::id::ThingId;
use crate::i18n::Texts;
use crate::library::blocks::Block;
use crate::library::passages::blocks_of;
use crate::pages::unread::UnreadPage;
use crate::ports::device::{Pages, ViewerFault};
use crate::record::Kind;
use crate::state::{Loadable, State, use_searching, use_state};
use crate::sync::Fault;
use crate::ui::{Blank, FocusScreen};
use contents::{Contents, ContentsButton};
use end::End;
use leptos::prelude::*;
use leptos::task::spawn_local;
use look::Look;
use original::WordBar;
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

/// What is shared by the ways to show one document.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    document: StoredValue<Document>,
    file: RwSignal<File, LocalStorage>,
    place: Place,
    contents: Contents,
    /// Whether something was found in its text, where it is to be opened.
    found: bool,
}

impl Desk {
    /// Opens the document as it was looked at before.
    fn open(self) {
        self.file.set(File::Opening);
        spawn_local(async move {
            self.place.recall().await;
            self.contents.follow(self.state);
            if self.found || self.contents.asked() {
                self.place.read_words();
            }
            self.show();
        });
    }

    /// The file to be shown: the reading version, unless the pages are looked at.
    fn part(self) -> Part {
        self.document.with_value(|document| match (document.reading, document.file.media) {
            (Some(reading), Media::Pdf) if untrack(|| self.place.words()) => reading,
            (Some(reading), Media::Word) => reading,
            _ => document.file,
        })
    }

    /// Opens the file, fetched first when it is not here.
    fn show(self) {
        let Self { state, file, .. } = self;
        let part = self.part();
        let viewer = state.tools().viewer;
        let fetching = move || {
            file.try_set(File::Fetching);
        };
        state.open_file(part, fetching, move |bytes| match (bytes, part.media) {
            (Err(fault), _) => {
                file.try_set(File::Failed(Why::Fault(fault)));
            }
            (Ok(bytes), Media::Pdf) => spawn_local(async move {
                let opened = viewer.open(bytes).await;
                file.try_set(opened.map_or_else(|fault| File::Failed(Why::Viewer(fault)), File::Pdf));
            }),
            (Ok(bytes), media) => {
                // No screen shows a Word file: it is never published without its words.
                let words = blocks_of(media, &bytes).map(|blocks| File::Text(Rc::new(blocks)));
                file.try_set(words.unwrap_or(File::Failed(Why::Viewer(ViewerFault::Broken))));
            }
        });
    }
}

#[component]
fn OpenDocument(document: Document) -> impl IntoView {
    let state = use_state();
    let seen = RwSignal::new(untrack(|| state.read_mark(document.id).percent));
    let place = Place::new(state, &document);
    let (reading, media) = (document.reading.is_some(), document.file.media);
    let found = use_searching().aim_at(document.id).is_some();
    let document = StoredValue::new(document);
    let contents = Contents::new();
    let file = RwSignal::new_local(File::Opening);
    let desk = Desk { state, document, file, place, contents, found };
    desk.open();
    let title = Signal::derive(move || document.with_value(|document| name(state.texts(), document)));
    let words = Memo::new(move |_| place.words());
    if reading && media == Media::Pdf {
        // Words and pages are two files, of which the one that is looked at is opened.
        Effect::new(move |before: Option<bool>| {
            let words = words.get();
            if before.is_some_and(|before| before != words) {
                desk.show();
            }
            words
        });
    }
    let bar = move || match media {
        Media::Pdf => {
            file.with(|file| matches!(file, File::Pdf(_)) || (reading && matches!(file, File::Text(_))))
        }
        _ => false,
    };
    view! {
        <FocusScreen
            title
            back=Route::Library.href()
            back_label=state.texts().shell().back
            end=move || {
                view! {
                    <ContentsButton document=document.get_value() contents />
                    <Look seen />
                }
            }
            action=move || {
                view! {
                    <Show when=bar>{move || view! { <PdfBar place /> }}</Show>
                    <Show when=move || media == Media::Word>
                        {move || view! { <WordBar document=document.get_value() /> }}
                    </Show>
                }
            }
        >
            {move || shown(desk, seen, words)}
        </FocusScreen>
    }
}

/// The document as far as it is open.
fn shown(desk: Desk, seen: RwSignal<u8>, words: Memo<bool>) -> AnyView {
    let Desk { place, contents, .. } = desk;
    let document = desk.document.get_value();
    let page = match desk.file.get() {
        File::Opening => return view! { <Waiting bytes=None /> }.into_any(),
        File::Fetching => return view! { <Waiting bytes=Some(desk.part().bytes) /> }.into_any(),
        File::Failed(why) => return view! { <Failed why desk /> }.into_any(),
        File::Text(blocks) => {
            view! { <TextPage document=document.clone() blocks seen contents /> }.into_any()
        }
        // The words of a reading version are on their way.
        File::Pdf(pages) if document.reading.is_none() && words.get() => {
            view! { <PdfWords document=document.clone() pages seen place contents /> }.into_any()
        }
        File::Pdf(pages) => view! { <PdfPages document=document.clone() pages seen place /> }.into_any(),
    };
    view! {
        {page}
        <End document seen />
    }
    .into_any()
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
fn Failed(why: Why, desk: Desk) -> impl IntoView {
    let state = use_state();
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
                on:click=move |_| desk.open()
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
