//! Which documents are on this device and how far each was read. Stays here: nobody is timed or ranked.

use super::{Notice, State};
use crate::domain::document::{Document, File};
use crate::domain::id::{BlobId, ThingId};
use crate::domain::order;
use crate::sync::{Fault, Handbook};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ReadMark {
    /// Share of the text that was seen, 0 to 100.
    pub percent: u8,
}

impl ReadMark {
    /// From here on a document counts as read.
    const FINISHED_PERCENT: u8 = 90;

    /// Whether it counts as read.
    pub fn finished(self) -> bool {
        self.percent >= Self::FINISHED_PERCENT
    }

    /// Whether reading goes on where it stopped: a document that was read starts at its top again.
    pub fn resumes(self) -> bool {
        self.percent > 0 && !self.finished()
    }
}

/// How a document of pages is shown; each keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLook {
    /// Its words, in the size of the text.
    Words,
    /// The pages, in per cent of the screen's width.
    Pages(u32),
}

impl PageLook {
    /// Of words in the store; pages are kept in steps of so many per cent.
    const WORDS: u8 = 0;
    const STEP_PERCENT: u32 = 25;

    fn byte(self) -> u8 {
        match self {
            Self::Words => Self::WORDS,
            Self::Pages(percent) => u8::try_from(percent / Self::STEP_PERCENT).unwrap_or(u8::MAX),
        }
    }

    fn from_byte(byte: u8) -> Self {
        match byte {
            Self::WORDS => Self::Words,
            steps => Self::Pages(u32::from(steps) * Self::STEP_PERCENT),
        }
    }
}

/// Files up to this size come by themselves when a meeting names them.
const FETCHED_UNASKED_BYTES: u32 = 5 * 1024 * 1024;

impl State {
    pub(super) async fn load_marks(self) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        match handbook.marks("read/").await {
            Ok(marks) => self.read.set(order::map(marks.into_iter().filter_map(|(name, value)| {
                let id = ThingId::from_hex(name.strip_prefix("read/")?)?;
                Some((id, ReadMark { percent: *value.first()? }))
            }))),
            Err(fault) => self.remark(Notice::Fault(fault)),
        }
        self.note_saved().await;
    }

    /// Documents came or went: other tabs show it too.
    async fn saved_changed(self) {
        self.note_saved().await;
        self.device().shell.tell_tabs();
    }

    async fn note_saved(self) {
        if let Some(handbook) = self.handbook()
            && let Ok(saved) = handbook.saved_files().await
        {
            self.saved.set(saved);
        }
    }

    /// How far a document was read.
    pub fn read_mark(self, document: ThingId) -> ReadMark {
        self.read.with(|marks| marks.get(&document).copied().unwrap_or_default())
    }

    /// Notes how far a document was read. Going back does not unread it.
    pub fn note_reading(self, document: ThingId, percent: u8) {
        let (before, mark) = (untrack(|| self.read_mark(document)), ReadMark { percent });
        if percent <= before.percent {
            return;
        }
        self.read.update(|marks| {
            marks.insert(document, mark);
        });
        let name = ["read/", &document.to_string()].concat();
        self.ask(
            async move |handbook| handbook.set_mark(&name, vec![percent]).await,
            move |outcome| match outcome {
                // Every per cent would have the other tabs read everything again.
                Ok(()) if mark.finished() && !before.finished() => self.device().shell.tell_tabs(),
                Ok(()) => {}
                Err(fault) => self.remark(Notice::Fault(fault)),
            },
        );
    }

    /// How the owner last looked at a document; nothing when it was never chosen.
    pub async fn page_look(self, document: ThingId) -> Option<PageLook> {
        let name = ["look/", &document.to_string()].concat();
        // Without the mark the document opens as any other.
        let marks = self.handbook()?.marks(&name).await.ok()?;
        marks.get(&name)?.first().copied().map(PageLook::from_byte)
    }

    /// Keeps how the owner looks at a document.
    pub fn note_page_look(self, document: ThingId, look: PageLook) {
        let name = ["look/", &document.to_string()].concat();
        self.ask_or_say(async move |handbook| handbook.set_mark(&name, vec![look.byte()]).await, drop);
    }

    /// Whether the file of a document is on this device.
    pub fn saved(self, blob: BlobId) -> bool {
        self.saved.with(|saved| saved.contains(&blob))
    }

    /// Bytes of all documents on this device whose entries are in memory: [`State::load`] brings all of them in.
    pub fn saved_bytes(self) -> u64 {
        let saved = self.saved.get();
        let size = |file: File| u64::from(file.bytes);
        let sum = |memory: &crate::sync::Memory| {
            let files = memory.fold().documents().flat_map(Document::files);
            files.filter(|file| saved.contains(&file.blob)).map(size).sum()
        };
        self.with(sum).unwrap_or(0)
    }

    /// Fetches the file of a document; `done` hears how it went.
    pub fn save_document(self, document: Document, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            let outcome = handbook.save_document(&document).await;
            self.saved_changed().await;
            done(outcome);
        });
    }

    /// One file of a document, fetched first when it is not on this device; `fetching` hears of that. `done` gets the
    /// bytes.
    pub fn open_file(
        self,
        file: File,
        fetching: impl FnOnce() + 'static,
        done: impl FnOnce(Result<Vec<u8>, Fault>) + 'static,
    ) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            let known = untrack(|| self.saved(file.blob));
            let bytes = bytes(&handbook, file, fetching).await;
            if !known {
                self.saved_changed().await;
            }
            done(bytes);
        });
    }

    /// Takes the file of a document off this device.
    pub fn forget_document(self, document: Document) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            if let Err(fault) = handbook.forget_document(&document).await {
                self.say(Notice::Fault(fault));
            }
            self.saved_changed().await;
        });
    }

    /// Fetches the papers of the meetings to come that are not here yet.
    pub(super) async fn save_due_documents(self) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        let today = self.today();
        let due: Vec<File> = {
            let memory = handbook.memory();
            let coming = memory.fold().meetings().filter(|meeting| meeting.starts.day >= today);
            let documents = coming.flat_map(|meeting| &meeting.documents);
            documents
                .filter_map(|id| memory.fold().document(*id))
                // What can be read first.
                .flat_map(|document| document.reading.into_iter().chain([document.file]))
                .filter(|file| file.bytes <= FETCHED_UNASKED_BYTES)
                .filter(|file| !self.saved.with_untracked(|saved| saved.contains(&file.blob)))
                .collect()
        };
        if due.is_empty() {
            return;
        }
        for file in due {
            // The network may go at any time; what is missing is fetched in a later round.
            if handbook.save_file(file).await.is_err() {
                break;
            }
        }
        self.saved_changed().await;
    }
}

/// The bytes of a file, from this device or else from the host.
async fn bytes(handbook: &Handbook, file: File, fetching: impl FnOnce()) -> Result<Vec<u8>, Fault> {
    if let Some(bytes) = handbook.file_bytes(file).await? {
        return Ok(bytes);
    }
    fetching();
    handbook.save_file(file).await?;
    handbook.file_bytes(file).await?.ok_or(Fault::NotSaved)
}
