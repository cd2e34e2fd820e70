//! Everything that crosses the network or a file: fetch, flush, collect, publish, bundles. Each step may be cut
//! anywhere and repeated; what it did so far stays, and nothing is done twice.

use super::delivery::Delivery;
use super::memory::{Change, SignedHead};
use super::{Fault, Handbook, Joined, Mailbox, Memory, Role};
use crate::domain::document::{Document, File};
use crate::domain::id::{BlobId, RecordId};
use crate::domain::order;
use crate::domain::org::Hosting;
use crate::exchange::feed::{self, HeadNews};
use crate::exchange::invitation::Token;
use crate::exchange::outbox::{HandOver, Parcel};
use crate::exchange::pack::{PACK_BYTES_MAX, open_pack};
use crate::ports::{FeedFault, Table, Write};
use crate::record::body::PackRef;
use crate::record::digest::blob_id;
use crate::record::envelope::RECORD_BYTES_MAX;
use crate::record::keyring::Vouched;
use crate::record::sealed_mail::MAIL_BYTES_MAX;
use crate::record::shared_seal::{Purpose, SEAL_BYTES, open_shared};
use crate::record::{Body, DeviceSecret, Flaw, Unverified};
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
    /// Mails that were kept aside.
    pub aside: usize,
    /// What another device of the secretary has entered of a meeting, and was joined with what is entered here.
    pub entered: Option<Joined>,
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
    /// Whether a [glance](Handbook::glance) has left something to do.
    pub errands: bool,
}

/// What became of the words in a parcel that was taken off the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discarded {
    /// They never left this device, and nobody will know of them.
    Unsaid,
    /// They were handed over before, at least in part: the secretary may have them.
    MayHaveArrived,
}

/// What lies at the place of the head.
#[derive(Clone)]
enum HeadFile {
    None,
    /// Not what anybody of this branch has put there.
    Damaged(Fault),
    Head(Box<Unverified>),
}

/// The packs that a head claims to name.
pub(super) fn named_packs(head: &Unverified) -> &[PackRef] {
    match head.claim().1 {
        Body::Head(head) => &head.packs,
        _ => &[],
    }
}

impl HeadFile {
    fn packs(&self) -> &[PackRef] {
        match self {
            Self::Head(head) => named_packs(head),
            Self::None | Self::Damaged(_) => &[],
        }
    }
}

impl Handbook {
    pub(super) fn hosting(&self) -> Result<Hosting, Fault> {
        let memory = self.memory.borrow();
        memory.identity.hosting(&memory.fold).ok_or(Fault::NoHosting)
    }

    pub(super) fn token(&self) -> Result<Token, Fault> {
        self.memory.borrow().identity.token().cloned().ok_or(Fault::NoToken)
    }

    /// One round over the network: members send and fetch; the secretary also collects mail and publishes. What
    /// waits goes out even if what the host serves is damaged; the fault is told afterwards.
    pub async fn travel(&self) -> Result<Travel, Fault> {
        // What another tab has written travels too.
        self.catch_up().await?;
        let served = self.fetch_head().await?;
        let fetched = self.take_file(served.clone()).await;
        if self.memory.borrow().role() == Role::Secretary {
            return self.publish_after(served, fetched).await;
        }
        self.send_after(fetched).await
    }

    /// [`Self::travel`] by the owner's hand: parcels that pause after a failure go first.
    pub async fn travel_at_once(&self) -> Result<Travel, Fault> {
        if self.memory.borrow().role() == Role::Secretary {
            return self.travel().await;
        }
        let sent = self.flush(true).await?;
        let travel = self.travel().await?;
        Ok(Travel { sent: travel.sent + sent, ..travel })
    }

    /// What a start does of a round: it fetches. All that is signed, sealed or sent is left to [`Self::travel`], so that
    /// the first program stays small; [`Travel::errands`] tells whether there is any of it.
    pub async fn glance(&self) -> Result<Travel, Fault> {
        self.catch_up().await?;
        let arrival = match self.fetch().await {
            // A round puts right what the host serves, and tells of it.
            Err(fault)
                if !matches!(fault, Fault::Feed(_)) && self.memory.borrow().role() == Role::Secretary =>
            {
                Arrival::default()
            }
            fetched => fetched?,
        };
        Ok(Travel { arrival, errands: self.memory.borrow().errands(self.now()), ..Travel::default() })
    }

    async fn send_after(&self, fetched: Result<Arrival, Fault>) -> Result<Travel, Fault> {
        if self.memory.borrow().role() == Role::Revoked {
            return Ok(Travel { arrival: fetched?, ..Travel::default() });
        }
        self.ask_to_join(None).await?;
        let sent = self.flush(false).await?;
        Ok(Travel { arrival: fetched?, sent, ..Travel::default() })
    }

    /// What the host serves must not keep the secretary from publishing: whatever is wrong with it is put right by
    /// the next head, and told afterwards.
    async fn publish_after(
        &self,
        served: HeadFile,
        fetched: Result<Arrival, Fault>,
    ) -> Result<Travel, Fault> {
        let device = self.memory.borrow().identity.device().clone();
        self.take_own_parcels().await?;
        let mail = self.collect(&device).await?;
        let fetched = match (fetched, &served) {
            // Nothing was learnt about what lies there, or a newer app has put it there.
            (Err(Fault::Feed(FeedFault::TooLarge)), _) => Err(Fault::Swapped),
            (Err(fault @ (Fault::Feed(_) | Fault::Store(_))), _) => return Err(fault),
            (Err(fault), _) if fault.newer() => return Err(fault),
            (Err(_), HeadFile::Damaged(_)) if self.memory.borrow().published.is_some() => {
                Ok(Arrival::default())
            }
            (fetched, _) => fetched,
        };
        let past = if self.astray(&served) { Some(self.put_right(&served).await?) } else { None };
        let published = self.publish(past).await?;
        self.clear_mail().await?;
        Ok(Travel { arrival: fetched?.with_mail(mail), published, ..Travel::default() })
    }

    /// Whether the host serves something else than the last head that was put there or taken from there.
    fn astray(&self, served: &HeadFile) -> bool {
        let memory = self.memory.borrow();
        match served {
            HeadFile::None | HeadFile::Damaged(_) => memory.published.is_some(),
            HeadFile::Head(head) => {
                memory.published.iter().chain(&memory.pending).all(|signed| signed.id != head.id())
            }
        }
    }

    /// Marks what the host has lost to be put again. Gives the counter to sign past: that of the head that is served,
    /// if it is genuine and by the key of this device.
    async fn put_right(&self, served: &HeadFile) -> Result<u64, Fault> {
        let (lost, past) = {
            let memory = self.memory.borrow();
            let published = memory.published.iter().flat_map(|signed| &signed.head.packs);
            let lost = published.filter(|pack| !served.packs().contains(pack)).map(|pack| pack.month);
            let own = match served {
                HeadFile::Head(head) => head.verify(&memory.keyring, Vouched::No).ok(),
                _ => None,
            };
            let own = own.and_then(|head| SignedHead::read(head.bytes()).ok());
            let own = own.filter(|signed| signed.by == memory.identity.device().id());
            // Of a damaged head nothing is known but that the files beside it are not touched by that.
            let lost =
                if matches!(served, HeadFile::Damaged(_)) { BTreeSet::new() } else { order::set(lost) };
            (lost, own.map_or(0, |signed| signed.head.seq))
        };
        if !lost.is_empty() {
            self.put_again(&lost).await?;
        }
        Ok(past)
    }

    /// Sends what waits; with `at_once` also what would wait for its pause. Gives the number handed over. A device that
    /// was taken off sends nothing that nobody would take.
    pub async fn flush(&self, at_once: bool) -> Result<usize, Fault> {
        if self.memory.borrow().role() == Role::Revoked {
            return Err(Fault::Revoked);
        }
        let hosting = self.hosting()?;
        self.reseal().await?;
        let now = self.now();
        let due: Vec<Parcel> = {
            let memory = self.memory.borrow();
            let wanted = |parcel: &&Parcel| parcel.due(now) || (at_once && parcel.stage.waits());
            memory.outbox().into_iter().filter(wanted).cloned().collect()
        };
        let (mut sent, mut refusal) = (0, None);
        for parcel in due {
            self.note_hand_over(parcel.record, HandOver::Begun).await?;
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

    /// Takes one parcel off the outbox, by the member's hand. One that never left this device takes its words along,
    /// and what they had replaced is said again.
    pub async fn discard(&self, record: RecordId) -> Result<Discarded, Fault> {
        let about = self.memory.borrow().outbox.get(&record).map(|parcel| parcel.about);
        if let Some(about) = about {
            self.load_about(&Memory::OWN_KINDS, about).await?;
        }
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            let mut change = Change { spent: vec![record], ..Change::default() };
            let parcel = memory.outbox.get(&record).filter(|parcel| parcel.untouched());
            let Some(parcel) = parcel else {
                return Ok((change, Discarded::MayHaveArrived));
            };
            change.taken_back.extend(memory.own(parcel.about, record));
            Ok((change, Discarded::Unsaid))
        })
        .await
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
        let packs = self.fetch_packs(&missing).await?;
        match self.take_delivery(Delivery { head: head.clone(), packs }).await {
            // Whoever publishes must hold every month, also those that were taken before.
            Err(Fault::Promoted) => {
                let packs = self.fetch_packs(named_packs(&head)).await?;
                self.take_delivery(Delivery { head, packs }).await
            }
            outcome => outcome,
        }
    }

    async fn fetch_packs(&self, packs: &[PackRef]) -> Result<Vec<(PackRef, Vec<Vec<u8>>)>, Fault> {
        let hosting = self.hosting()?;
        let content = self.memory.borrow().identity.content().clone();
        let mut fetched = Vec::new();
        for pack in packs {
            let url = feed::blob_url(&hosting, pack.blob);
            let bytes = self.ports.feed.get(url, None, PACK_BYTES_MAX).await?.ok_or(Fault::Missing)?;
            if blob_id(&bytes) != pack.blob {
                return Err(Fault::Swapped);
            }
            fetched.push((*pack, open_pack(&content, &bytes)?));
        }
        Ok(fetched)
    }

    /// The bytes of one file of a document, when it is on this device: of [`Document::file`] as it was circulated, of
    /// [`Document::text`] what can be read and searched.
    pub async fn file_bytes(&self, file: File) -> Result<Option<Vec<u8>>, Fault> {
        let Some(sealed) = self.ports.store.get(Table::Blobs, &file.blob.0).await? else {
            return Ok(None);
        };
        Ok(Some(open_shared(self.memory.borrow().identity.content(), Purpose::Document, &sealed)?))
    }

    /// Names of the document files on this device.
    pub async fn saved_files(&self) -> Result<BTreeSet<BlobId>, Fault> {
        let keys = self.ports.store.keys(Table::Blobs, &[]).await?;
        Ok(order::set(keys.iter().filter_map(|key| BlobId::from_slice(key))))
    }

    /// Fetches the files of a document and keeps them, what can be read first.
    pub async fn save_document(&self, document: &Document) -> Result<(), Fault> {
        if let Some(reading) = document.reading {
            self.save_file(reading).await?;
        }
        self.save_file(document.file).await
    }

    /// Fetches one file of a document and keeps it. A file that is not the one that was published is not kept.
    pub async fn save_file(&self, file: File) -> Result<(), Fault> {
        let blob = file.blob;
        if !self.ports.store.keys(Table::Blobs, &blob.0).await?.is_empty() {
            return Ok(());
        }
        let url = feed::blob_url(&self.hosting()?, blob);
        let sealed = self.ports.feed.get(url, None, File::BYTES_MAX + SEAL_BYTES).await?;
        let sealed = sealed.ok_or(Fault::Missing)?;
        if blob_id(&sealed) != blob {
            return Err(Fault::Swapped);
        }
        self.keep_file(blob, sealed).await
    }

    pub(super) async fn keep_file(&self, blob: BlobId, sealed: Vec<u8>) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Put(Table::Blobs, blob.0.to_vec(), sealed)]).await
    }

    /// Takes the files of a document off this device; the entry stays and the files can be fetched again. The only
    /// copy, which no host has yet, stays ([`Fault::OnlyCopy`]).
    pub async fn forget_document(&self, document: &Document) -> Result<(), Fault> {
        if document.files().any(|file| self.memory.borrow().uploads.contains(&file.blob)) {
            return Err(Fault::OnlyCopy);
        }
        let _turn = self.turn.lock().await;
        let gone = document.files().map(|file| Write::Delete(Table::Blobs, file.blob.0.to_vec()));
        self.write_rows(gone.collect()).await
    }

    /// Reads the drop-box with the key of `reader`: every mail that was not dealt with yet.
    pub(super) async fn collect(&self, reader: &DeviceSecret) -> Result<Arrival, Fault> {
        let other = self.memory.borrow().identity.device().id() != reader.id();
        let (hosting, token) = (self.hosting()?, self.token()?);
        let names = self.ports.feed.list(feed::inbox_url(&hosting), token.clone()).await?;
        let mut arrival = Arrival::default();
        for name in names.iter().filter_map(|name| BlobId::from_hex(name)) {
            let row = self.mail_row(name).await?.filter(|row| !(other && Self::refused(row)));
            let dealt = match row {
                Some(row) => {
                    let _turn = self.turn.lock().await;
                    self.take_again(name, row).await?
                }
                None => {
                    let url = feed::mail_url(&hosting, name);
                    match self.ports.feed.get(url.clone(), Some(token.clone()), MAIL_BYTES_MAX).await {
                        Ok(Some(bytes)) if blob_id(&bytes) == name => {
                            self.take_mail_as(reader, name, &bytes).await?
                        }
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
            arrival.count(dealt);
        }
        Ok(arrival)
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

    /// Counts how a mail was dealt with; nothing for one that was dealt with before.
    pub(super) fn count(&mut self, dealt: Option<Mailbox>) {
        match dealt {
            Some(Mailbox::Accepted) => self.mails += 1,
            Some(Mailbox::Quarantined) => self.aside += 1,
            Some(Mailbox::Refused) => self.refused += 1,
            None => {}
        }
    }

    /// What came in from the branch, and the mail beside it.
    pub(super) fn with_mail(self, mail: Self) -> Self {
        let refused = self.refused + mail.refused;
        Self { mails: mail.mails, aside: mail.aside, refused, entered: mail.entered, ..self }
    }
}
