//! Everything that crosses the network or a file: fetch, flush, collect, publish, bundles. Each step may be cut
//! anywhere and repeated; what it did so far stays, and nothing is done twice.

use super::secretary::ACCEPTED;
use super::{Change, Fault, Handbook, Publication, Role};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, RecordId, ThingId};
use crate::domain::org::Hosting;
use crate::domain::time::Moment;
use crate::exchange::bundle::{Bundle, Item};
use crate::exchange::feed::{self, HeadMark, HeadNews, judge_head};
use crate::exchange::fold::Fold;
use crate::exchange::outbox::{HandOver, Parcel, Stage};
use crate::exchange::pack::{open_pack, seal_pack};
use crate::ports::{FeedFault, Table, Write};
use crate::record::body::{Head, PackRef};
use crate::record::digest::blob_id;
use crate::record::envelope::Author;
use crate::record::keyring::Vouched;
use crate::record::shared_seal::{Purpose, open_shared, seal_shared};
use crate::record::{Body, Draft, Flaw, Keyring, Kind, Record, Unverified};
use std::collections::BTreeSet;
use std::rc::Rc;

/// After so many verified records the screen gets its turn: well below 100 ms on a weak phone.
const VERIFY_AT_ONCE: usize = 24;
pub(super) const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

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
struct Delivery {
    head: Unverified,
    packs: Vec<(PackRef, Vec<Vec<u8>>)>,
}

impl Handbook {
    fn hosting(&self) -> Result<Hosting, Fault> {
        let memory = self.memory.borrow();
        memory.identity.hosting(&memory.fold).ok_or(Fault::NoHosting)
    }

    /// One round over the network: members send and fetch; the secretary also collects mail and publishes.
    pub async fn travel(&self) -> Result<Travel, Fault> {
        let mut travel = Travel { arrival: self.fetch().await?, ..Travel::default() };
        if self.memory.borrow().role() == Role::Secretary {
            travel.arrival.mails = self.collect().await?;
            travel.published = self.publish().await?;
            self.clear_mail().await?;
        } else {
            self.ask_to_join(None).await?;
            travel.sent = self.flush(false).await?;
        }
        Ok(travel)
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
        let mut sent = 0;
        for parcel in due {
            let url = feed::drop_url(&hosting, parcel.mail);
            let answer = self.ports.feed.put(url, None, parcel.sealed.clone()).await;
            let outcome = if answer.is_ok() { HandOver::Taken } else { HandOver::Later };
            self.note_hand_over(parcel.record, outcome).await?;
            answer?;
            sent += 1;
        }
        Ok(sent)
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
        let hosting = self.hosting()?;
        let Some(sealed) = self.ports.feed.get(feed::head_url(&hosting), None).await? else {
            return Ok(Arrival::default());
        };
        let content = self.memory.borrow().identity.content().clone();
        let head = Unverified::parse(&open_shared(&content, Purpose::Head, &sealed)?)?;
        let missing = match self.judge(&head)? {
            HeadNews::Same => return Ok(Arrival::default()),
            HeadNews::Older | HeadNews::Forked => {
                return Ok(Arrival { outdated: true, ..Arrival::default() });
            }
            HeadNews::Newer(missing) => missing,
        };
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

    /// Compares what a head claims with what is known. The signature is checked with the delivery, because the key
    /// of a successor may come with it.
    fn judge(&self, head: &Unverified) -> Result<HeadNews, Fault> {
        let memory = self.memory.borrow();
        let (header, body) = head.claim();
        let (Author::Device(by), Body::Head(head_body)) = (header.author, body) else {
            return Err(Fault::Flaw(Flaw::BadValue));
        };
        let id = head.id();
        let own = memory.published.as_ref().is_some_and(|(published, _)| *published == id);
        if own {
            return Ok(HeadNews::Same);
        }
        Ok(judge_head(memory.head.as_ref(), by, id, head_body, &memory.packs))
    }

    /// Verifies a delivery, a few records at a time, and commits it as a whole: all of it or nothing.
    async fn take_delivery(&self, delivery: Delivery) -> Result<Arrival, Fault> {
        let (org, mut keyring, mut trial) = {
            let memory = self.memory.borrow();
            (memory.identity.org(), memory.keyring.clone(), memory.fold.clone())
        };
        let mut arrival = Arrival::default();
        let mut unread = BTreeSet::new();
        let mut parsed: Vec<(BlobId, Unverified)> = Vec::new();
        for (pack, records) in &delivery.packs {
            for bytes in records {
                match Unverified::parse(bytes) {
                    Ok(record) => parsed.push((pack.blob, record)),
                    Err(flaw) => {
                        arrival.refused += 1;
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
                    arrival.refused += 1;
                    if flaw.may_heal() {
                        unread.insert(*blob);
                    }
                }
            }
        }
        let packs: Vec<PackRef> = delivery.packs.iter().map(|(pack, _)| *pack).collect();
        let taken = self.take_verified(&head, records, packs, &unread).await?;
        Ok(Arrival { refused: arrival.refused, ..taken })
    }

    async fn take_verified(
        &self,
        head: &Record,
        records: Vec<Rc<Record>>,
        packs: Vec<PackRef>,
        unread: &BTreeSet<BlobId>,
    ) -> Result<Arrival, Fault> {
        let (Author::Device(by), Body::Head(body)) = (head.header().author, head.body()) else {
            return Err(Fault::Flaw(Flaw::BadValue));
        };
        let mark = HeadMark { by, seq: body.seq, id: head.id(), expires: body.expires };
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let known = memory.head.as_ref();
            if known.is_some_and(|known| known.by == by && known.seq > mark.seq) {
                return Ok((Change::default(), Arrival { outdated: true, ..Arrival::default() }));
            }
            let fresh: Vec<Rc<Record>> =
                records.iter().filter(|record| !memory.fold.contains(record)).cloned().collect();
            let parcels: Vec<Parcel> =
                memory.outbox.values().filter_map(|parcel| parcel.after_receipts(&body.received)).collect();
            let spent = memory.outbox.values().filter(|parcel| parcel.spent(now)).map(|parcel| parcel.record);
            let arrival = Arrival { facts: fresh.len(), confirmed: parcels.len(), ..Arrival::default() };
            let secretary = memory.role() == Role::Secretary;
            let mut change = Change {
                head: Some(mark),
                packs: packs.iter().map(|pack| pack.blob).filter(|blob| !unread.contains(blob)).collect(),
                spent: spent.collect(),
                parcels,
                ..Change::default()
            };
            if secretary {
                // Another device of this secretary published: take its facts onto the shelf and go on from its head.
                change.shelved = shelved(&fresh, &packs);
                change.publication = Some(Publication::Done(head.id(), body.clone(), head.bytes().to_vec()));
            }
            change.records = fresh;
            Ok((change, arrival))
        })
        .await
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
        if self.saved_files().await?.contains(&blob) {
            return Ok(());
        }
        let url = feed::blob_url(&self.hosting()?, blob);
        let sealed = self.ports.feed.get(url, None).await?.ok_or(Fault::Feed(FeedFault::Busy))?;
        if blob_id(&sealed) != blob {
            return Err(Fault::Swapped);
        }
        self.keep_file(blob, sealed).await
    }

    async fn keep_file(&self, blob: BlobId, sealed: Vec<u8>) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Put(Table::Blobs, blob.0.to_vec(), sealed)]).await
    }

    /// Takes the file of a document off this device; the entry stays and the file can be fetched again.
    pub async fn forget_document(&self, document: &Document) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Delete(Table::Blobs, document.file.blob.0.to_vec())]).await
    }

    /// Reads the drop-box: every mail that was not dealt with yet. Gives the number taken in.
    async fn collect(&self) -> Result<usize, Fault> {
        let (hosting, token) = (self.hosting()?, self.token()?);
        let names = self.ports.feed.list(feed::inbox_url(&hosting), token.clone()).await?;
        let dealt: BTreeSet<Vec<u8>> = self.ports.store.keys(Table::Mail, &[]).await?.into_iter().collect();
        let mut taken = 0;
        for name in names.iter().filter_map(|name| BlobId::from_hex(name)) {
            if dealt.contains(&name.0[..]) {
                continue;
            }
            let Some(bytes) =
                self.ports.feed.get(feed::mail_url(&hosting, name), Some(token.clone())).await?
            else {
                continue;
            };
            taken += usize::from(self.take_mail(name, &bytes).await?.is_some());
        }
        Ok(taken)
    }

    fn token(&self) -> Result<crate::exchange::invitation::Token, Fault> {
        self.memory.borrow().identity.token().cloned().ok_or(Fault::NoHosting)
    }

    /// Clears mail off the host once its receipt is published: the fact is on this device, and its author knows.
    async fn clear_mail(&self) -> Result<(), Fault> {
        if self.memory.borrow().unpublished() {
            return Ok(());
        }
        let (hosting, token) = (self.hosting()?, self.token()?);
        let names = self.ports.feed.list(feed::inbox_url(&hosting), token.clone()).await?;
        for name in names.iter().filter_map(|name| BlobId::from_hex(name)) {
            let row = self.ports.store.get(Table::Mail, &name.0).await?;
            if row.is_some_and(|row| row.first() == Some(&ACCEPTED)) {
                self.ports.feed.delete(feed::mail_url(&hosting, name), token.clone()).await?;
            }
        }
        Ok(())
    }

    /// Signs a head over everything that is not published, and keeps it before anything is put: after a kill the
    /// very same head is put again, so that no counter is ever used twice.
    async fn prepare(&self) -> Result<bool, Fault> {
        let _turn = self.turn.lock().await;
        let (pending, unpublished, dirty, content) = {
            let memory = self.memory.borrow();
            let content = memory.identity.content().clone();
            (memory.pending.is_some(), memory.unpublished(), memory.dirty.clone(), content)
        };
        if pending || !unpublished {
            return Ok(pending);
        }
        let mut fresh = Vec::new();
        for month in dirty {
            let rows = self.ports.store.list(Table::Shelf, &month.to_be_bytes()).await?;
            let bytes = seal_pack(&content, rows.iter().map(|(_, value)| value.as_slice()));
            fresh.push((month, blob_id(&bytes), bytes));
        }
        let now = self.now();
        self.act(|memory| {
            let previous = memory.published.as_ref();
            let mut packs: Vec<PackRef> = previous.map(|(_, head)| head.packs.clone()).unwrap_or_default();
            packs.retain(|pack| fresh.iter().all(|(month, ..)| *month != pack.month));
            for (month, blob, bytes) in &fresh {
                let bytes = u32::try_from(bytes.len()).map_err(|_| Flaw::TooLarge)?;
                packs.push(PackRef { month: *month, blob: *blob, bytes });
            }
            packs.sort_unstable();
            let head = Head {
                seq: previous.map_or(0, |(_, head)| head.seq) + 1,
                prev: previous.map(|(id, _)| *id),
                expires: Moment(now.0 + Head::FRESH_DAYS * DAY_MILLIS),
                packs,
                received: memory.receipts.clone(),
            };
            let org = memory.identity.org();
            let draft =
                Draft { org, at: now, about: ThingId::BRANCH, replaces: Vec::new(), body: Body::Head(head) };
            let bytes = draft.sign(memory.identity.device());
            let rows =
                fresh.iter().map(|(_, blob, bytes)| Write::Put(Table::Blobs, blob.0.to_vec(), bytes.clone()));
            let change = Change {
                rows: rows.collect(),
                uploads: fresh.iter().map(|(_, blob, _)| *blob).collect(),
                publication: Some(Publication::Prepared(bytes)),
                ..Change::default()
            };
            Ok((change, true))
        })
        .await
    }

    /// Publishes: every file first, the head last. Tells whether a head was put.
    async fn publish(&self) -> Result<bool, Fault> {
        if !self.prepare().await? {
            return Ok(false);
        }
        let (hosting, token) = (self.hosting()?, self.token()?);
        let uploads: Vec<BlobId> = self.memory.borrow().uploads.iter().copied().collect();
        for blob in uploads {
            if let Some(bytes) = self.ports.store.get(Table::Blobs, &blob.0).await? {
                self.ports.feed.put(feed::blob_url(&hosting, blob), Some(token.clone()), bytes).await?;
            }
            let _turn = self.turn.lock().await;
            self.act(|_| Ok((Change { uploaded: vec![blob], ..Change::default() }, ()))).await?;
        }
        let Some((bytes, sealed)) = self.sealed_head() else {
            return Ok(false);
        };
        self.ports.feed.put(feed::head_url(&hosting), Some(token), sealed).await?;
        self.note_published(&bytes).await?;
        Ok(true)
    }

    fn sealed_head(&self) -> Option<(Vec<u8>, Vec<u8>)> {
        let memory = self.memory.borrow();
        let bytes = memory.pending.clone()?;
        let sealed = seal_shared(memory.identity.content(), Purpose::Head, &bytes);
        Some((bytes, sealed))
    }

    async fn note_published(&self, bytes: &[u8]) -> Result<(), Fault> {
        let (id, head) = super::secretary::read_head(bytes)?;
        let device = self.memory.borrow().identity.device().id();
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            let packs: BTreeSet<BlobId> = head.packs.iter().map(|pack| pack.blob).collect();
            // Packs of this device can be made again from the shelf at any time.
            let rows = packs.iter().map(|blob| Write::Delete(Table::Blobs, blob.0.to_vec()));
            let mark = HeadMark { by: device, seq: head.seq, id, expires: head.expires };
            let change = Change {
                rows: rows.collect(),
                head: Some(mark),
                packs: packs.difference(&memory.packs).copied().collect(),
                publication: Some(Publication::Done(id, head.clone(), bytes.to_vec())),
                ..Change::default()
            };
            Ok((change, ()))
        })
        .await
    }

    /// A bundle for a branch without a network. From a member: all mail that is not confirmed. From the secretary:
    /// the head, every pack, and the files of `documents`.
    pub async fn export_bundle(&self, documents: &[Document]) -> Result<Bundle, Fault> {
        let org = self.memory.borrow().identity.org();
        if self.memory.borrow().role() != Role::Secretary {
            let items = self.export_mail().await?;
            return Ok(Bundle { org, items });
        }
        self.prepare().await?;
        let content = self.memory.borrow().identity.content().clone();
        let (bytes, sealed) = match self.sealed_head() {
            Some(head) => head,
            None => {
                let published = self.ports.store.get(Table::Meta, super::meta::PUBLISHED).await?;
                let bytes = published.ok_or(Fault::Unknown)?;
                let sealed = seal_shared(&content, Purpose::Head, &bytes);
                (bytes, sealed)
            }
        };
        let (_, head) = super::secretary::read_head(&bytes)?;
        let mut items = vec![Item::Head(sealed)];
        for pack in &head.packs {
            let rows = self.ports.store.list(Table::Shelf, &pack.month.to_be_bytes()).await?;
            items.push(Item::Pack(seal_pack(&content, rows.iter().map(|(_, value)| value.as_slice()))));
        }
        for document in documents {
            if let Some(sealed) = self.ports.store.get(Table::Blobs, &document.file.blob.0).await? {
                items.push(Item::Document(sealed));
            }
        }
        // A branch without a host publishes by handing the file on.
        if self.memory.borrow().pending.is_some() && self.hosting().is_err() {
            let uploads: Vec<BlobId> = self.memory.borrow().uploads.iter().copied().collect();
            {
                let _turn = self.turn.lock().await;
                self.act(|_| Ok((Change { uploaded: uploads.clone(), ..Change::default() }, ()))).await?;
            }
            self.note_published(&bytes).await?;
        }
        Ok(Bundle { org, items })
    }

    async fn export_mail(&self) -> Result<Vec<Item>, Fault> {
        self.ask_to_join(None).await?;
        let open: Vec<(RecordId, Vec<u8>)> = {
            let memory = self.memory.borrow();
            let open = memory.outbox().into_iter().filter(|parcel| parcel.stage != Stage::Received);
            open.map(|parcel| (parcel.record, parcel.sealed.clone())).collect()
        };
        let mut items = Vec::new();
        for (record, sealed) in open {
            self.note_hand_over(record, HandOver::Taken).await?;
            items.push(Item::Mail(sealed));
        }
        Ok(items)
    }

    /// Takes in a bundle, whoever brought it. Taking it in twice changes nothing.
    pub async fn import_bundle(&self, bundle: Bundle) -> Result<Arrival, Fault> {
        let (org, content) = {
            let memory = self.memory.borrow();
            (memory.identity.org(), memory.identity.content().clone())
        };
        if bundle.org != org {
            return Err(Fault::OtherBranch);
        }
        let mut arrival = Arrival::default();
        let mut head = None;
        let mut packs = Vec::new();
        for item in bundle.items {
            match item {
                Item::Head(sealed) => {
                    head = Some(Unverified::parse(&open_shared(&content, Purpose::Head, &sealed)?)?);
                }
                Item::Pack(sealed) => packs.push((blob_id(&sealed), open_pack(&content, &sealed)?)),
                Item::Document(sealed) => {
                    open_shared(&content, Purpose::Document, &sealed)?;
                    self.keep_file(blob_id(&sealed), sealed).await?;
                }
                Item::Mail(sealed) if self.memory.borrow().role() == Role::Secretary => {
                    arrival.mails += usize::from(self.take_mail(blob_id(&sealed), &sealed).await?.is_some());
                }
                Item::Mail(_) => {}
            }
        }
        if let Some(head) = head {
            let mails = arrival.mails;
            arrival = self.take_bundled_head(head, packs).await?;
            arrival.mails = mails;
            self.ask_to_join(None).await?;
        }
        Ok(arrival)
    }

    async fn take_bundled_head(
        &self,
        head: Unverified,
        packs: Vec<(BlobId, Vec<Vec<u8>>)>,
    ) -> Result<Arrival, Fault> {
        let missing = match self.judge(&head)? {
            HeadNews::Same => return Ok(Arrival::default()),
            HeadNews::Older | HeadNews::Forked => {
                return Ok(Arrival { outdated: true, ..Arrival::default() });
            }
            HeadNews::Newer(missing) => missing,
        };
        let mut found = Vec::new();
        for pack in missing {
            let records =
                packs.iter().find(|(blob, _)| *blob == pack.blob).map(|(_, records)| records.clone());
            found.push((pack, records.ok_or(Fault::Flaw(Flaw::Cut))?));
        }
        self.take_delivery(Delivery { head, packs: found }).await
    }
}

/// Charters that found the branch or follow a trusted one. They may come in any order, so each round takes those
/// whose signer became known in the round before.
fn verify_charters(
    parsed: &[(BlobId, Unverified)],
    org: crate::domain::id::OrgId,
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

/// Puts facts that came with packs onto the shelf of the pack's month.
fn shelved(records: &[Rc<Record>], packs: &[PackRef]) -> Vec<(u32, Rc<Record>)> {
    let latest = packs.iter().map(|pack| pack.month).max();
    latest.map(|month| records.iter().map(|record| (month, record.clone())).collect()).unwrap_or_default()
}
