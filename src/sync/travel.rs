//! Everything that crosses the network or a file: fetch, flush, collect, publish, bundles. Each step may be cut
//! anywhere and repeated; what it did so far stays, and nothing is done twice.

use super::delivery::Delivery;
use super::memory::Change;
use super::{Fault, Handbook, Role};
use crate::domain::document::{Document, File};
use crate::domain::id::{BlobId, RecordId};
use crate::domain::order;
use crate::domain::org::Hosting;
use crate::exchange::feed::{self, HeadNews};
use crate::exchange::invitation::Token;
use crate::exchange::outbox::{HandOver, Parcel};
use crate::exchange::pack::{PACK_BYTES_MAX, open_pack};
use crate::ports::{FeedFault, Table, Write};
use crate::record::digest::blob_id;
use crate::record::envelope::RECORD_BYTES_MAX;
use crate::record::sealed_mail::MAIL_BYTES_MAX;
use crate::record::shared_seal::{Purpose, SEAL_BYTES, open_shared};
use crate::record::{Flaw, Unverified};
use std::collections::BTreeSet;

/// What came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// New facts.
    pub facts: usize,
    /// Records that were not taken.
    pub refused: usize,
    /// Parcels that the secretary has confirmed.
    pub confirmed: usize,
    /// Mails that the secretary has taken in.
    pub mails: usize,
    /// The host or the file holds an older state than this device: nothing was taken from it.
    pub outdated: bool,
}

/// What one round of exchange did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Travel {
    /// What came in.
    pub arrival: Arrival,
    /// Parcels that were handed over.
    pub sent: usize,
    /// Whether a head was published.
    pub published: bool,
}

/// What lies at the place of the head.
enum HeadFile {
    None,
    /// Not what anybody of this branch has put there.
    Damaged(Fault),
    Head(Box<Unverified>),
}

impl Handbook {
    pub(super) fn hosting(&self) -> Result<Hosting, Fault> {
        let memory = self.memory.borrow();
        memory.identity.hosting(&memory.fold).ok_or(Fault::NoHosting)
    }

    pub(super) fn token(&self) -> Result<Token, Fault> {
        self.memory.borrow().identity.token().cloned().ok_or(Fault::NoHosting)
    }

    /// One round over the network: members send and fetch; the secretary also collects mail and publishes. What
    /// waits goes out even if what the host serves is damaged; the fault is told afterwards.
    pub async fn travel(&self) -> Result<Travel, Fault> {
        // What another tab has written travels too.
        self.catch_up().await?;
        let head = self.fetch_head().await?;
        if self.memory.borrow().role() == Role::Secretary {
            return self.travel_as_secretary(head).await;
        }
        let fetched = self.take_file(head).await;
        if self.memory.borrow().role() == Role::Secretary {
            // This device has moved in, and now knows what it is.
            let rest = self.travel_as_secretary(HeadFile::None).await?;
            return Ok(Travel { arrival: Arrival { mails: rest.arrival.mails, ..fetched? }, ..rest });
        }
        self.send_after(fetched).await
    }

    /// What a start does of a round: fetch, and send what waits. Collecting and publishing are left to [`Self::travel`],
    /// so that the first program stays small.
    pub async fn travel_lightly(&self) -> Result<Travel, Fault> {
        self.catch_up().await?;
        let fetched = self.fetch().await;
        if self.memory.borrow().role() == Role::Secretary {
            return Ok(Travel { arrival: fetched?, ..Travel::default() });
        }
        self.send_after(fetched).await
    }

    async fn send_after(&self, fetched: Result<Arrival, Fault>) -> Result<Travel, Fault> {
        self.ask_to_join(None).await?;
        let sent = self.flush(false).await?;
        Ok(Travel { arrival: fetched?, sent, published: false })
    }

    async fn travel_as_secretary(&self, head: HeadFile) -> Result<Travel, Fault> {
        // A damaged head is put right by the next one of this device.
        let head = match head {
            HeadFile::Damaged(_) if self.memory.borrow().published.is_some() => HeadFile::None,
            head => head,
        };
        let fetched = self.take_file(head).await;
        let mails = self.collect().await?;
        let arrival = Arrival { mails, ..fetched? };
        let published = self.publish().await?;
        self.clear_mail().await?;
        Ok(Travel { arrival, sent: 0, published })
    }

    /// Sends what waits; with `at_once` also what would wait for its pause. Gives the number handed over.
    pub async fn flush(&self, at_once: bool) -> Result<usize, Fault> {
        let hosting = self.hosting()?;
        let now = self.now();
        let due: Vec<Parcel> = {
            let memory = self.memory.borrow();
            let wanted = |parcel: &&Parcel| parcel.due(now) || (at_once && parcel.stage.waits());
            memory.outbox().into_iter().filter(wanted).cloned().collect()
        };
        let (mut sent, mut refusal) = (0, None);
        for parcel in due {
            let url = feed::drop_url(&hosting, parcel.mail);
            let answer = self.ports.feed.put(url, None, parcel.sealed.clone()).await;
            let outcome = if answer.is_ok() { HandOver::Taken } else { HandOver::Later };
            self.note_hand_over(parcel.record, outcome).await?;
            match answer {
                Ok(()) => sent += 1,
                Err(fault) if fault.recoverable() => return Err(fault.into()),
                // One parcel that the host does not take must not hold up the others.
                Err(fault) => refusal = Some(fault),
            }
        }
        refusal.map_or(Ok(sent), |fault| Err(fault.into()))
    }

    async fn note_hand_over(&self, record: RecordId, outcome: HandOver) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            // It may have been confirmed, or taken off by the member's hand, while it was on its way.
            let parcel = memory.outbox.get(&record).cloned().map(|parcel| parcel.after(outcome, now));
            Ok((Change { parcels: parcel.into_iter().collect(), ..Change::default() }, ()))
        })
        .await
    }

    /// Takes one parcel off the outbox, by the member's hand.
    pub async fn discard(&self, record: RecordId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.act(|_| Ok((Change { spent: vec![record], ..Change::default() }, ()))).await
    }

    /// Fetches the head and whatever packs are missing, and takes them in.
    pub async fn fetch(&self) -> Result<Arrival, Fault> {
        let head = self.fetch_head().await?;
        self.take_file(head).await
    }

    async fn fetch_head(&self) -> Result<HeadFile, Fault> {
        let url = feed::head_url(&self.hosting()?);
        let sealed = match self.ports.feed.get(url, None, RECORD_BYTES_MAX + SEAL_BYTES).await {
            Ok(Some(sealed)) => sealed,
            Ok(None) => return Ok(HeadFile::None),
            // No head is that large.
            Err(FeedFault::TooLarge) => return Ok(HeadFile::Damaged(Flaw::TooLarge.into())),
            Err(fault) => return Err(fault.into()),
        };
        let opened = open_shared(self.memory.borrow().identity.content(), Purpose::Head, &sealed);
        Ok(match opened.and_then(|bytes| Unverified::parse(&bytes)) {
            Ok(head) => HeadFile::Head(Box::new(head)),
            Err(flaw) => HeadFile::Damaged(flaw.into()),
        })
    }

    async fn take_file(&self, file: HeadFile) -> Result<Arrival, Fault> {
        let head = match file {
            HeadFile::None => return Ok(Arrival::default()),
            HeadFile::Damaged(fault) => return Err(fault),
            HeadFile::Head(head) => *head,
        };
        let missing = match self.memory.borrow().news(&head)? {
            HeadNews::Same => return Ok(Arrival::default()),
            HeadNews::Older | HeadNews::Forked => return Ok(Arrival::outdated()),
            HeadNews::Newer(missing) => missing,
        };
        let hosting = self.hosting()?;
        let content = self.memory.borrow().identity.content().clone();
        let mut packs = Vec::new();
        for pack in missing {
            let bytes =
                self.ports.feed.get(feed::blob_url(&hosting, pack.blob), None, PACK_BYTES_MAX).await?;
            let bytes = bytes.ok_or(Fault::Feed(FeedFault::Busy))?;
            if blob_id(&bytes) != pack.blob {
                return Err(Fault::Swapped);
            }
            packs.push((pack, open_pack(&content, &bytes)?));
        }
        self.take_delivery(Delivery { head, packs }).await
    }

    /// The document itself, when its file is on this device.
    pub async fn document_bytes(&self, document: &Document) -> Result<Option<Vec<u8>>, Fault> {
        let Some(sealed) = self.ports.store.get(Table::Blobs, &document.file.blob.0).await? else {
            return Ok(None);
        };
        Ok(Some(open_shared(self.memory.borrow().identity.content(), Purpose::Document, &sealed)?))
    }

    /// Names of the document files on this device.
    pub async fn saved_files(&self) -> Result<BTreeSet<BlobId>, Fault> {
        let keys = self.ports.store.keys(Table::Blobs, &[]).await?;
        Ok(order::set(keys.iter().filter_map(|key| BlobId::from_slice(key))))
    }

    /// Fetches the file of a document and keeps it. A file that is not the one that was published is not kept.
    pub async fn save_document(&self, document: &Document) -> Result<(), Fault> {
        let blob = document.file.blob;
        if !self.ports.store.keys(Table::Blobs, &blob.0).await?.is_empty() {
            return Ok(());
        }
        let url = feed::blob_url(&self.hosting()?, blob);
        let sealed = self.ports.feed.get(url, None, File::BYTES_MAX + SEAL_BYTES).await?;
        let sealed = sealed.ok_or(Fault::Feed(FeedFault::Busy))?;
        if blob_id(&sealed) != blob {
            return Err(Fault::Swapped);
        }
        self.keep_file(blob, sealed).await
    }

    pub(super) async fn keep_file(&self, blob: BlobId, sealed: Vec<u8>) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Put(Table::Blobs, blob.0.to_vec(), sealed)]).await
    }

    /// Takes the file of a document off this device; the entry stays and the file can be fetched again. The only
    /// copy, which no host has yet, stays ([`Fault::NoHosting`]).
    pub async fn forget_document(&self, document: &Document) -> Result<(), Fault> {
        if self.memory.borrow().uploads.contains(&document.file.blob) {
            return Err(Fault::NoHosting);
        }
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Delete(Table::Blobs, document.file.blob.0.to_vec())]).await
    }

    /// Reads the drop-box: every mail that was not dealt with yet. Gives the number taken in.
    async fn collect(&self) -> Result<usize, Fault> {
        let (hosting, token) = (self.hosting()?, self.token()?);
        let names = self.ports.feed.list(feed::inbox_url(&hosting), token.clone()).await?;
        let mut taken = 0;
        for name in names.iter().filter_map(|name| BlobId::from_hex(name)) {
            let dealt = match self.mail_row(name).await? {
                Some(row) => {
                    let _turn = self.turn.lock().await;
                    self.take_again(name, row).await?
                }
                None => {
                    let url = feed::mail_url(&hosting, name);
                    match self.ports.feed.get(url.clone(), Some(token.clone()), MAIL_BYTES_MAX).await {
                        Ok(Some(bytes)) if blob_id(&bytes) == name => self.take_mail(name, &bytes).await?,
                        // Not what was put under this name. It would be fetched for ever, and keep out the mail
                        // whose name it bears when that is sent again.
                        Ok(Some(_)) | Err(FeedFault::TooLarge) => {
                            self.ports.feed.delete(url, token.clone()).await?;
                            None
                        }
                        Ok(None) => None,
                        Err(fault) => return Err(fault.into()),
                    }
                }
            };
            taken += usize::from(dealt.is_some());
        }
        Ok(taken)
    }

    /// Clears mail off the host once its receipt is published: the fact is on this device, and its author knows.
    async fn clear_mail(&self) -> Result<(), Fault> {
        if self.memory.borrow().unpublished() {
            return Ok(());
        }
        let (hosting, token) = (self.hosting()?, self.token()?);
        let names = self.ports.feed.list(feed::inbox_url(&hosting), token.clone()).await?;
        for name in names.iter().filter_map(|name| BlobId::from_hex(name)) {
            if self.accepted(name).await? {
                self.ports.feed.delete(feed::mail_url(&hosting, name), token.clone()).await?;
            }
        }
        Ok(())
    }
}

impl Arrival {
    pub(super) fn outdated() -> Self {
        Self { outdated: true, ..Self::default() }
    }
}
