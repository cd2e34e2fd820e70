//! Search in the texts of documents: their words are gathered in the background, a few passages between breaths, and
//! kept; they are read once, when the search field is first used. Only the program with all pages does any of it.

use super::{Notice, State};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, ThingId};
use crate::domain::order;
use crate::library::index::{Builder, Segment, Sought};
use crate::library::passages::{Passage, blocks_of, passages};
use crate::record::Kind;
use crate::sync::{Fault, Handbook};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Documents that come together are gathered together, and not while a page is being opened.
const SOON: Duration = Duration::from_secs(2);
/// Passages between two breaths.
const PASSAGES_AT_ONCE: usize = 40;
/// Documents whose words are kept in one commit: each commit waits for the disk, and holds up another tab.
const KEPT_AT_ONCE: usize = 10;
/// Texts that are kept in memory for the excerpts below the results.
const TEXTS_KEPT: usize = 20;

/// The words of all texts on this device, by the names of their files.
pub type Words = BTreeMap<BlobId, Arc<Segment>>;

/// Where a document is to be opened: at what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The document.
    pub document: ThingId,
    /// The passage of its text.
    pub passage: usize,
    /// What was looked for.
    pub sought: Sought,
}

/// How far the words are gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// Documents that are done.
    pub done: usize,
    /// Documents that have to be.
    pub all: usize,
}

/// Search in texts, shared by the library and the reader.
#[derive(Clone, Copy, Default)]
pub struct Searching {
    words: RwSignal<Words>,
    /// Whether `words` is kept in memory: nobody may ever search.
    wanted: StoredValue<bool>,
    gathering: RwSignal<Option<Gathering>>,
    /// Whether a gathering is under way, or about to be; and whether files came or went meanwhile.
    going: StoredValue<bool>,
    again: StoredValue<bool>,
    aim: StoredValue<Option<Aim>>,
    texts: StoredValue<Vec<(BlobId, Arc<Vec<Passage>>)>>,
}

impl Searching {
    /// The words of all texts, as far as they were read.
    pub fn words(self) -> RwSignal<Words> {
        self.words
    }

    /// The words of the text of a document.
    pub fn words_of<'a>(words: &'a Words, document: &Document) -> Option<&'a Segment> {
        words.get(&document.text()?.blob).map(AsRef::as_ref)
    }

    /// How far the words are gathered, while they are.
    pub fn gathering(self) -> Option<Gathering> {
        self.gathering.get()
    }

    /// The next document is opened there.
    pub fn take_aim(self, aim: Option<Aim>) {
        self.aim.set_value(aim);
    }

    /// Where a document is to be opened.
    pub fn aim_at(self, document: ThingId) -> Option<Aim> {
        self.aim.get_value().filter(|aim| aim.document == document)
    }

    /// Reads the words of all texts when somebody begins to search, once.
    pub fn wake(self, state: State) {
        let Some(handbook) = state.handbook().filter(|_| !self.wanted.get_value()) else {
            return;
        };
        self.wanted.set_value(true);
        spawn_local(async move {
            let mut words = Words::new();
            let read = handbook.each_words(|name, bytes| {
                if let Some(segment) = Segment::read(bytes) {
                    words.insert(name, Arc::new(segment));
                }
            });
            if let Err(fault) = read.await {
                self.wanted.set_value(false);
                state.remark(Notice::Fault(fault));
                return;
            }
            // Some may have been gathered meanwhile.
            self.words.update(|known| known.extend(words));
        });
    }

    /// The passages of a document's text, for an excerpt; nothing when its file is not here.
    pub async fn passages_of(self, state: State, document: &Document) -> Option<Arc<Vec<Passage>>> {
        let file = document.text()?;
        let kept = self.texts.with_value(|texts| {
            texts.iter().find(|(name, _)| *name == file.blob).map(|(_, passages)| passages.clone())
        });
        if kept.is_some() {
            return kept;
        }
        let bytes = state.handbook()?.file_bytes(file).await.ok()??;
        let read = Arc::new(passages(&blocks_of(file.media, &bytes)?));
        self.texts.update_value(|texts| {
            texts.truncate(TEXTS_KEPT - 1);
            texts.insert(0, (file.blob, read.clone()));
        });
        Some(read)
    }

    fn gather_soon(self, state: State) {
        if self.going.get_value() {
            self.again.set_value(true);
            return;
        }
        self.going.set_value(true);
        set_timeout(
            move || {
                spawn_local(async move {
                    if let Some(handbook) = state.handbook()
                        && let Err(fault) = self.gather(state, &handbook).await
                    {
                        state.remark(Notice::Fault(fault));
                    }
                    self.gathering.set(None);
                    self.going.set_value(false);
                    if self.again.get_value() {
                        self.again.set_value(false);
                        self.gather_soon(state);
                    }
                });
            },
            SOON,
        );
    }

    /// Gathers the words of texts that came to this device, and drops those of texts that went. They are kept a few
    /// documents at a time, so whatever ends this leaves only the rest for the next time.
    async fn gather(self, state: State, handbook: &Handbook) -> Result<(), Fault> {
        handbook.load(Kind::Document).await?;
        let (saved, kept) = (handbook.saved_files().await?, handbook.word_names().await?);
        let here = |document: &&Document| document.text().is_some_and(|file| saved.contains(&file.blob));
        let documents: Vec<Document> = handbook.memory().fold().documents().filter(here).cloned().collect();
        let names = order::set(documents.iter().filter_map(Document::text).map(|file| file.blob));
        let gone: Vec<BlobId> = kept.difference(&names).copied().collect();
        handbook.drop_words(&gone).await?;
        let missing = |document: &&Document| document.text().is_some_and(|file| !kept.contains(&file.blob));
        let missing: Vec<&Document> = documents.iter().filter(missing).collect();
        let mut done = 0;
        for some in missing.chunks(KEPT_AT_ONCE) {
            let mut fresh = Vec::new();
            for document in some {
                self.gathering.set(Some(Gathering { done, all: missing.len() }));
                fresh.extend(words_of(state, handbook, document).await?);
                done += 1;
            }
            let rows = fresh.iter().map(|(name, segment)| (*name, segment.bytes().to_vec()));
            handbook.keep_words(rows.collect()).await?;
            self.show(fresh, &[]);
        }
        self.show(Vec::new(), &gone);
        Ok(())
    }

    /// Adds what was gathered to what is searched, where that is in memory.
    fn show(self, fresh: Vec<(BlobId, Segment)>, gone: &[BlobId]) {
        if self.wanted.get_value() && !(fresh.is_empty() && gone.is_empty()) {
            self.words.update(|words| {
                words.extend(fresh.into_iter().map(|(name, segment)| (name, Arc::new(segment))));
                gone.iter().for_each(|name| drop(words.remove(name)));
            });
        }
    }
}

/// The words of a document's text; nothing when its file has gone meanwhile.
async fn words_of(
    state: State,
    handbook: &Handbook,
    document: &Document,
) -> Result<Option<(BlobId, Segment)>, Fault> {
    let Some(file) = document.text() else {
        return Ok(None);
    };
    let Some(bytes) = handbook.file_bytes(file).await? else {
        return Ok(None);
    };
    let clock = state.ports.with_value(|ports| ports.clock.clone());
    let mut builder = Builder::default();
    let passages = blocks_of(file.media, &bytes).map(|blocks| passages(&blocks)).unwrap_or_default();
    for some in passages.chunks(PASSAGES_AT_ONCE) {
        clock.breathe().await;
        some.iter().for_each(|passage| builder.add(&passage.text, passage.heading));
    }
    Ok(Some((file.blob, builder.finish())))
}

impl State {
    /// Keeps the words of documents' texts for search, as files come and go. For the body of a component that stays.
    pub fn follow_documents(self) {
        let searching = Searching::default();
        provide_context(searching);
        Effect::new(move |_| {
            self.saved.track();
            searching.gather_soon(self);
        });
    }
}

/// Search in texts, inside a component of a page.
pub fn use_searching() -> Searching {
    expect_context()
}
