//! Everything that crosses the network or a file: fetch, flush, collect, publish, bundles. Each step may be cut
//! anywhere and repeated; what it did so far stays, and nothing is done twice.

use super::memory::{Change, Publication, SignedHead, shelf_row};
use super::{Fault, Handbook, Memory, Role};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, KeyId, OrgId, RecordId, ThingId};
use crate::domain::org::Hosting;
use crate::domain::time::Moment;
use crate::exchange::feed::{self, HeadMark, HeadNews, judge_head};
use crate::exchange::fold::Fold;
use crate::exchange::invitation::Token;
use crate::exchange::outbox::{HandOver, Parcel, Stage};
use crate::exchange::pack::{open_pack, seal_pack};
use crate::exchange::subject::Subject;
use crate::ports::{FeedFault, Table, Write};
use crate::record::body::{Head, PackRef, Receipt};
use crate::record::digest::{blob_id, record_id};
use crate::record::envelope::Author;
use crate::record::keyring::Vouched;
use crate::record::shared_seal::{Purpose, open_shared};
use crate::record::{Body, Flaw, Keyring, Kind, Record, Unverified};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// After so many verified records the screen gets its turn: well below 100 ms on a weak phone.
const VERIFY_AT_ONCE: usize = 24;

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

/// A head whose packs are at hand.
pub(super) struct Delivery {
    pub(super) head: Unverified,
    pub(super) packs: Vec<(PackRef, Vec<Vec<u8>>)>,
}

/// A delivery whose head and records are genuine.
struct Verified {
    head: SignedHead,
    by: KeyId,
    records: Vec<Rc<Record>>,
    packs: Vec<BlobId>,
    refused: usize,
    /// The bytes for the shelf, by month, when it comes to a device of the secretary.
    shelf: Option<BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>>>,
}

/// What lies at the place of the head.
enum HeadFile {
    None,
    /// Not what anybody of this branch has put there.
    Damaged(Fault),
    Head(Unverified),
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
            let wanted = |parcel: &&Parcel| parcel.due(now) || (at_once && parcel.stage == Stage::Waiting);
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

    pub(super) async fn note_hand_over(&self, record: RecordId, outcome: HandOver) -> Result<(), Fault> {
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
        let Some(sealed) = self.ports.feed.get(url, None).await? else {
            return Ok(HeadFile::None);
        };
        let opened = open_shared(self.memory.borrow().identity.content(), Purpose::Head, &sealed);
        Ok(match opened.and_then(|bytes| Unverified::parse(&bytes)) {
            Ok(head) => HeadFile::Head(head),
            Err(flaw) => HeadFile::Damaged(flaw.into()),
        })
    }

    async fn take_file(&self, file: HeadFile) -> Result<Arrival, Fault> {
        let head = match file {
            HeadFile::None => return Ok(Arrival::default()),
            HeadFile::Damaged(fault) => return Err(fault),
            HeadFile::Head(head) => head,
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
            let bytes = self.ports.feed.get(feed::blob_url(&hosting, pack.blob), None).await?;
            let bytes = bytes.ok_or(Fault::Feed(FeedFault::Busy))?;
            if blob_id(&bytes) != pack.blob {
                return Err(Fault::Swapped);
            }
            packs.push((pack, open_pack(&content, &bytes)?));
        }
        self.take_delivery(Delivery { head, packs }).await
    }

    /// Verifies a delivery, a few records at a time, and commits it as a whole: all of it or nothing.
    pub(super) async fn take_delivery(&self, delivery: Delivery) -> Result<Arrival, Fault> {
        let (org, mut keyring, mut trial) = {
            let memory = self.memory.borrow();
            let keys = [Kind::Charter, Kind::Roster].map(|kind| Subject::of_branch(kind, ThingId::BRANCH));
            (memory.identity.org(), memory.keyring.clone(), memory.fold.excerpt(&keys.into()))
        };
        let mut refused = 0;
        let mut unread = BTreeSet::new();
        let mut parsed: Vec<(BlobId, Unverified)> = Vec::new();
        for (pack, records) in &delivery.packs {
            for bytes in records {
                match Unverified::parse(bytes) {
                    Ok(record) => parsed.push((pack.blob, record)),
                    Err(flaw) => {
                        refused += 1;
                        // A newer app will read it: the pack counts as missing until then.
                        if flaw.may_heal() {
                            unread.insert(pack.blob);
                        }
                    }
                }
            }
        }
        let mut records = verify_charters(&parsed, org, &mut keyring, &mut trial);
        records.extend(verify_rosters(&parsed, &mut keyring, &mut trial));
        let head = delivery.head.verify(&keyring, Vouched::No)?;
        let rest = parsed.iter().filter(|(_, record)| {
            !matches!(record.claim().1.kind(), Kind::Charter | Kind::Roster | Kind::Head)
        });
        for (count, (blob, record)) in rest.enumerate() {
            if count % VERIFY_AT_ONCE == VERIFY_AT_ONCE - 1 {
                self.ports.clock.breathe().await;
            }
            match record.verify(&keyring, Vouched::ByHead) {
                Ok(record) => records.push(Rc::new(record)),
                Err(flaw) => {
                    refused += 1;
                    if flaw.may_heal() {
                        unread.insert(*blob);
                    }
                }
            }
        }
        let Author::Device(by) = head.header().author else {
            return Err(Fault::Flaw(Flaw::BadValue));
        };
        // What the delivery says about the secretary counts, not what was known before: on a device that moved in
        // nothing was.
        let secretary = self.memory.borrow().identity.role(&trial) == Role::Secretary;
        let packs = delivery.packs.iter().map(|(pack, _)| pack.blob).filter(|blob| !unread.contains(blob));
        let verified = Verified {
            head: SignedHead::read(head.bytes())?,
            by,
            records,
            packs: packs.collect(),
            refused,
            shelf: secretary.then(|| by_month(&delivery.packs)),
        };
        self.take_verified(&verified).await
    }

    async fn take_verified(&self, verified: &Verified) -> Result<Arrival, Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        loop {
            let dirty = match &verified.shelf {
                Some(shelf) => self.months_beyond(&verified.head.head, shelf).await?,
                None => BTreeSet::new(),
            };
            let (change, arrival) = self.memory.borrow().taking(verified, dirty, now);
            if self.settle(change).await? {
                return Ok(arrival);
            }
        }
    }

    /// Months of which the shelf here, together with what was delivered, holds something that `head` does not.
    async fn months_beyond(
        &self,
        head: &Head,
        delivered: &BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>>,
    ) -> Result<BTreeSet<u32>, Fault> {
        let mut shelf = delivered.clone();
        for (key, value) in self.ports.store.list(Table::Shelf, &[]).await? {
            if let Some((month, id)) = key.split_first_chunk::<4>()
                && let Some(id) = RecordId::from_slice(id)
            {
                shelf.entry(u32::from_be_bytes(*month)).or_default().insert(id, value);
            }
        }
        let memory = self.memory.borrow();
        let listed =
            |month: u32, blob: BlobId| head.packs.iter().any(|pack| (pack.month, pack.blob) == (month, blob));
        let beyond = shelf.into_iter().filter(|(month, records)| {
            let pack = seal_pack(memory.identity.content(), records.values().map(Vec::as_slice));
            !listed(*month, blob_id(&pack))
        });
        Ok(beyond.map(|(month, _)| month).collect())
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
        Ok(keys.iter().filter_map(|key| BlobId::from_slice(key)).collect())
    }

    /// Fetches the file of a document and keeps it. A file that is not the one that was published is not kept.
    pub async fn save_document(&self, document: &Document) -> Result<(), Fault> {
        let blob = document.file.blob;
        if !self.ports.store.keys(Table::Blobs, &blob.0).await?.is_empty() {
            return Ok(());
        }
        let url = feed::blob_url(&self.hosting()?, blob);
        let sealed = self.ports.feed.get(url, None).await?.ok_or(Fault::Feed(FeedFault::Busy))?;
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
                    match self.ports.feed.get(url, Some(token.clone())).await? {
                        Some(bytes) => self.take_mail(name, &bytes).await?,
                        None => None,
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

impl Memory {
    /// Compares what a head claims with what is known. The signature is checked with the delivery, because the key
    /// of a successor may come with it.
    pub(super) fn news(&self, head: &Unverified) -> Result<HeadNews, Fault> {
        let (header, body) = head.claim();
        let (Author::Device(by), Body::Head(body)) = (header.author, body) else {
            return Err(Fault::Flaw(Flaw::BadValue));
        };
        let own = self.published.iter().chain(&self.pending).any(|signed| signed.id == head.id());
        Ok(if own {
            HeadNews::Same
        } else {
            judge_head(self.heads.get(&by), by, head.id(), body, &self.packs)
        })
    }

    /// What a delivery changes. `dirty` names the months in which this device knows more than the head.
    fn taking(&self, verified: &Verified, dirty: BTreeSet<u32>, now: Moment) -> (Change, Arrival) {
        let SignedHead { id, head, .. } = &verified.head;
        match judge_head(self.heads.get(&verified.by), verified.by, *id, head, &self.packs) {
            // Another tab was faster.
            HeadNews::Same => return (Change::default(), Arrival::default()),
            HeadNews::Older | HeadNews::Forked => return (Change::default(), Arrival::outdated()),
            HeadNews::Newer(_) => {}
        }
        let fresh = verified.records.iter().filter(|record| !self.fold.contains(record));
        let records: Vec<Rc<Record>> = fresh.cloned().collect();
        let confirmed = self.outbox.values().filter_map(|parcel| parcel.after_receipts(&head.received));
        let parcels: Vec<Parcel> = confirmed.collect();
        let spent = self.outbox.values().filter(|parcel| parcel.spent(now)).map(|parcel| parcel.record);
        let arrival = Arrival {
            facts: records.len(),
            refused: verified.refused,
            confirmed: parcels.len(),
            ..Arrival::default()
        };
        let mut change = Change {
            head: Some(HeadMark { by: verified.by, seq: head.seq, id: *id, expires: head.expires }),
            packs: verified.packs.clone(),
            spent: spent.collect(),
            records,
            parcels,
            ..Change::default()
        };
        if let Some(shelf) = &verified.shelf {
            // Another device of this secretary published: take its facts onto the shelf, each in its month, and go
            // on from its head. What only this device knows is published again.
            let rows = shelf
                .iter()
                .flat_map(|(month, records)| records.iter().map(|(id, bytes)| shelf_row(*month, *id, bytes)));
            change.rows = rows.collect();
            change.dirty = dirty;
            change.received = self.receipts_beside(&head.received);
            change.uploaded = self.superseded(&head.packs);
            change.publication = Some(Publication::Done(verified.head.clone()));
        }
        (change, arrival)
    }

    /// The receipts of another device's head, then the own ones that it lacks.
    fn receipts_beside(&self, theirs: &[Receipt]) -> Vec<Receipt> {
        let own = self.receipts.iter().filter(|receipt| !theirs.contains(receipt));
        theirs.iter().chain(own).copied().collect()
    }

    /// Packs of the head that waits here which are not among `packs`: nobody will ask for them.
    pub(super) fn superseded(&self, packs: &[PackRef]) -> Vec<BlobId> {
        let waiting = self.pending.iter().flat_map(|signed| &signed.head.packs).map(|pack| pack.blob);
        let idle = waiting.filter(|blob| packs.iter().all(|pack| pack.blob != *blob));
        idle.filter(|blob| self.uploads.contains(blob)).collect()
    }
}

/// The bytes of delivered packs, by month. All of them, understood or not: what an old app cannot read it must still
/// pass on.
fn by_month(packs: &[(PackRef, Vec<Vec<u8>>)]) -> BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>> {
    let month = |(pack, records): &(PackRef, Vec<Vec<u8>>)| {
        let records = records.iter().map(|bytes| (record_id(bytes), bytes.clone()));
        (pack.month, records.collect())
    };
    packs.iter().map(month).collect()
}

/// Charters that found the branch or follow a trusted one. They may come in any order, so each round takes those
/// whose signer became known in the round before.
fn verify_charters(
    parsed: &[(BlobId, Unverified)],
    org: OrgId,
    keyring: &mut Keyring,
    trial: &mut Fold,
) -> Vec<Rc<Record>> {
    let mut waiting: Vec<&Unverified> = parsed
        .iter()
        .map(|(_, record)| record)
        .filter(|record| record.claim().1.kind() == Kind::Charter)
        .collect();
    let mut taken = Vec::new();
    loop {
        let before = waiting.len();
        waiting.retain(|record| {
            let verified = record.verify_founding(org).or_else(|_| record.verify(keyring, Vouched::ByHead));
            let Ok(verified) = verified else {
                return true;
            };
            if let Body::Charter(charter) = verified.body() {
                keyring.trust_charter(charter);
            }
            let verified = Rc::new(verified);
            trial.insert(verified.clone());
            taken.push(verified);
            false
        });
        if waiting.len() == before {
            return taken;
        }
    }
}

/// Rosters of trusted secretaries; the one in force decides who else is trusted.
fn verify_rosters(
    parsed: &[(BlobId, Unverified)],
    keyring: &mut Keyring,
    trial: &mut Fold,
) -> Vec<Rc<Record>> {
    let mut taken = Vec::new();
    for (_, record) in parsed.iter().filter(|(_, record)| record.claim().1.kind() == Kind::Roster) {
        if let Ok(verified) = record.verify(keyring, Vouched::ByHead) {
            let verified = Rc::new(verified);
            trial.insert(verified.clone());
            taken.push(verified);
        }
    }
    if let Some(roster) = trial.roster() {
        keyring.trust_roster(roster);
    }
    taken
}
