//! Taking in what a head brings: verified as a whole, committed as a whole.

use super::memory::{Change, Publication, SignedHead, shelf_row, trust};
use super::{Arrival, Fault, Handbook, Memory, Role};
use crate::domain::id::{BlobId, RecordId};
use crate::domain::order;
use crate::domain::time::Moment;
use crate::exchange::feed::{HeadNews, judge_head};
use crate::exchange::fold::Fold;
use crate::exchange::outbox::Parcel;
use crate::exchange::pack::seal_packs;
use crate::ports::{Table, Write};
use crate::record::body::{Head, PackRef, Receipt};
use crate::record::digest::{blob_id, record_id};
use crate::record::envelope::Author;
use crate::record::keyring::Vouched;
use crate::record::{Body, Flaw, Keyring, Kind, Record, Unverified};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// After so many verified records the screen gets its turn: well below 100 ms on a weak phone.
const VERIFY_AT_ONCE: usize = 64;
/// The same for records that are only read.
const PARSE_AT_ONCE: usize = 256;

/// A head whose packs are at hand.
pub(super) struct Delivery {
    pub(super) head: Unverified,
    pub(super) packs: Vec<(PackRef, Vec<Vec<u8>>)>,
}

/// A delivery whose head and records are genuine.
struct Verified {
    head: SignedHead,
    records: Vec<Rc<Record>>,
    packs: Vec<BlobId>,
    refused: usize,
    /// The bytes for the shelf, by month, when it comes to a device of the secretary.
    shelf: Option<BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>>>,
}

impl Handbook {
    /// Verifies a delivery, a few records at a time, and commits it as a whole: all of it or nothing.
    pub(super) async fn take_delivery(&self, delivery: Delivery) -> Result<Arrival, Fault> {
        let mut trial = {
            let memory = self.memory.borrow();
            Trial { keyring: memory.keyring.clone(), fold: memory.fold.of_branch(), taken: Vec::new() }
        };
        let mut flaws: Vec<(BlobId, Flaw)> = Vec::new();
        let mut parsed: Vec<(BlobId, Unverified)> = Vec::new();
        for (pack, records) in &delivery.packs {
            for (count, bytes) in records.iter().enumerate() {
                if count % PARSE_AT_ONCE == PARSE_AT_ONCE - 1 {
                    self.ports.clock.breathe().await;
                }
                match Unverified::parse(bytes) {
                    Ok(record) => parsed.push((pack.blob, record)),
                    Err(flaw) => flaws.push((pack.blob, flaw)),
                }
            }
        }
        flaws.extend(trial.take_charters(&parsed));
        flaws.extend(trial.take_rosters(&parsed));
        let Trial { keyring, fold: trial, taken: mut records } = trial;
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
                Err(flaw) => flaws.push((*blob, flaw)),
            }
        }
        // What follows is one piece of work too.
        self.ports.clock.breathe().await;
        // A later roster or a newer app will read it: the pack counts as missing until then.
        let unread = order::set(flaws.iter().filter(|(_, flaw)| flaw.may_heal()).map(|(blob, _)| *blob));
        let refused = flaws.len();
        // What the delivery says about the secretary counts, not what was known before: on a device that moved in
        // nothing was.
        let (secretary, before) = {
            let memory = self.memory.borrow();
            (memory.identity.role(&trial) == Role::Secretary, memory.role())
        };
        let whole = matches!(head.body(), Body::Head(head) if head.packs.len() == delivery.packs.len());
        if secretary && before != Role::Secretary && !whole {
            return Err(Fault::Promoted);
        }
        let packs = delivery.packs.iter().map(|(pack, _)| pack.blob).filter(|blob| !unread.contains(blob));
        let verified = Verified {
            head: SignedHead::read(head.bytes())?,
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
        for (key, value) in self.shelf(&[]).await? {
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
            let packs = seal_packs(memory.identity.content(), records.values().map(Vec::as_slice));
            !packs.iter().all(|pack| listed(*month, blob_id(pack)))
        });
        Ok(order::set(beyond.map(|(month, _)| month)))
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
        let SignedHead { id, by, head, .. } = &verified.head;
        match judge_head(self.heads.get(by), *by, *id, head, &self.packs) {
            // Another tab was faster.
            HeadNews::Same => return (Change::default(), Arrival::default()),
            HeadNews::Older | HeadNews::Forked => return (Change::default(), Arrival::outdated()),
            HeadNews::Newer(_) => {}
        }
        let fresh = verified.records.iter().filter(|record| !self.fold.contains(record));
        let records: Vec<Rc<Record>> = fresh.cloned().collect();
        let confirmed = self.outbox.values().filter_map(|parcel| parcel.after_head(head));
        let parcels: Vec<Parcel> = confirmed.collect();
        let spent = self.outbox.values().filter(|parcel| parcel.spent(now)).map(|parcel| parcel.record);
        let arrival = Arrival {
            facts: records.len(),
            refused: verified.refused,
            confirmed: parcels.len(),
            ..Arrival::default()
        };
        let mut change = Change {
            head: Some(verified.head.mark()),
            packs: verified.packs.clone(),
            idle_packs: self.idle_packs(&head.packs),
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
            change.rows.extend(self.superseded(&head.packs).into_iter().map(pack_file_gone));
            change.dirty = dirty;
            change.received = self.receipts_beside(&head.received);
            change.unproven = head.unproven.clone();
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
        waiting.filter(|blob| packs.iter().all(|pack| pack.blob != *blob)).collect()
    }

    /// Packs that were taken in and are not among `packs`: their months have others now.
    pub(super) fn idle_packs(&self, packs: &[PackRef]) -> Vec<BlobId> {
        let idle = |blob: &&BlobId| packs.iter().all(|pack| pack.blob != **blob);
        self.packs.iter().filter(idle).copied().collect()
    }
}

/// The file of a pack leaves this device: it can be made again from the shelf at any time.
pub(super) fn pack_file_gone(blob: BlobId) -> Write {
    Write::Delete(Table::Blobs, blob.0.to_vec())
}

/// The bytes of delivered packs, by month. All of them, understood or not: what an old app cannot read it must still
/// pass on.
fn by_month(packs: &[(PackRef, Vec<Vec<u8>>)]) -> BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>> {
    let mut months: BTreeMap<u32, BTreeMap<RecordId, Vec<u8>>> = BTreeMap::new();
    for (pack, records) in packs {
        let records = records.iter().map(|bytes| (record_id(bytes), bytes.clone()));
        months.entry(pack.month).or_default().extend(records);
    }
    months
}

/// Charters and rosters tried on what is known, before the head that brings them is believed.
struct Trial {
    keyring: Keyring,
    fold: Fold,
    taken: Vec<Rc<Record>>,
}

impl Trial {
    fn take(&mut self, record: Record) {
        let record = Rc::new(record);
        self.fold.insert(record.clone());
        self.taken.push(record);
        trust(&mut self.keyring, &self.fold);
    }

    /// Takes charters that found the branch or follow the one in force. They may come in any order, so each round
    /// takes those that the round before made way for; what was signed on paper comes last, because it takes the
    /// others their right. Gives what is wrong with the rest.
    fn take_charters(&mut self, parsed: &[(BlobId, Unverified)]) -> Vec<(BlobId, Flaw)> {
        let mut waiting: Vec<&(BlobId, Unverified)> =
            parsed.iter().filter(|(_, record)| record.claim().1.kind() == Kind::Charter).collect();
        let mut paper_too = false;
        loop {
            let before = waiting.len();
            let mut flaws = Vec::new();
            waiting.retain(|(blob, record)| {
                if self.keyring.knows_charter(record.id()) {
                    return false;
                }
                let by = record.claim().0.author;
                let on_paper = matches!(by, Author::Device(key) if self.keyring.on_paper(key));
                if on_paper && !paper_too {
                    return true;
                }
                match self.verify_charter(record) {
                    Ok(record) => {
                        self.take(record);
                        paper_too = false;
                        false
                    }
                    Err(flaw) => {
                        flaws.push((*blob, flaw));
                        true
                    }
                }
            });
            match (waiting.len() == before, paper_too) {
                (false, _) => {}
                (true, false) => paper_too = true,
                (true, true) => return flaws,
            }
        }
    }

    fn verify_charter(&self, record: &Unverified) -> Result<Record, Flaw> {
        if self.keyring.founded() {
            record.verify(&self.keyring, Vouched::ByHead)
        } else {
            record.verify_founding(self.keyring.org())
        }
    }

    /// Takes rosters of trusted secretaries; the one in force decides who else is trusted. Gives what is wrong with
    /// the others.
    fn take_rosters(&mut self, parsed: &[(BlobId, Unverified)]) -> Vec<(BlobId, Flaw)> {
        let mut flaws = Vec::new();
        for (blob, record) in parsed.iter().filter(|(_, record)| record.claim().1.kind() == Kind::Roster) {
            match record.verify(&self.keyring, Vouched::ByHead) {
                Ok(record) => self.take(record),
                Err(flaw) => flaws.push((*blob, flaw)),
            }
        }
        flaws
    }
}
