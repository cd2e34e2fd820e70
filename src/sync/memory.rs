//! What one device holds in memory, and how a decided change becomes rows: pure, so that every change can be tried
//! before it is committed.

use super::identity::{self, Identity, Role};
use super::{Fault, meta};
use crate::domain::attendance::RollCall;
use crate::domain::id::{BlobId, KeyId, MemberId, RecordId, ThingId};
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::RegulationId;
use crate::domain::time::Moment;
use crate::exchange::feed::HeadMark;
use crate::exchange::fold::{Fold, Versions};
use crate::exchange::outbox::{Parcel, Stage};
use crate::exchange::subject::Subject;
use crate::ports::{Generation, Table, Write};
use crate::record::body::{Head, Receipt};
use crate::record::check_in_code::ShownTurns;
use crate::record::{Author, Body, Flaw, Keyring, Kind, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is in memory.
#[derive(Debug)]
pub struct Memory {
    pub(super) identity: Identity,
    pub(super) fold: Fold,
    pub(super) keyring: Keyring,
    pub(super) warm_kinds: BTreeSet<Kind>,
    pub(super) warm_things: BTreeSet<(Kind, ThingId)>,
    pub(super) warm_subjects: BTreeSet<Subject>,
    pub(super) outbox: BTreeMap<RecordId, Parcel>,
    pub(super) head: Option<HeadMark>,
    /// The highest head of every key: a predecessor's old head is no news either.
    pub(super) heads: BTreeMap<KeyId, HeadMark>,
    pub(super) packs: BTreeSet<BlobId>,
    pub(super) receipts: Vec<Receipt>,
    /// Receipts of check-ins with a code that was never shown.
    pub(super) unproven: BTreeSet<Receipt>,
    pub(super) dirty: BTreeSet<u32>,
    pub(super) published: Option<SignedHead>,
    pub(super) pending: Option<SignedHead>,
    pub(super) uploads: BTreeSet<BlobId>,
    pub(super) minutes: BTreeMap<ThingId, Minutes>,
    pub(super) codes: BTreeMap<ThingId, ShownTurns>,
    /// What is entered of meetings that were looked at.
    pub(super) runs: BTreeMap<ThingId, Proceedings>,
    /// The wrapped recovery key, while it is not on paper.
    pub(super) sheet: Option<Vec<u8>>,
    pub(super) generation: Generation,
}

/// A head by this device or by another one of the secretary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SignedHead {
    pub(super) id: RecordId,
    pub(super) by: KeyId,
    /// When it was signed, by the clock of that device.
    pub(super) at: Moment,
    pub(super) head: Head,
    pub(super) bytes: Vec<u8>,
}

/// A decided change: committed as one batch.
#[derive(Clone, Debug, Default)]
pub(super) struct Change {
    pub(super) records: Vec<Rc<Record>>,
    /// Own records that never left this device and shall not have been written.
    pub(super) taken_back: Vec<Rc<Record>>,
    pub(super) parcels: Vec<Parcel>,
    pub(super) spent: Vec<RecordId>,
    pub(super) rows: Vec<Write>,
    pub(super) head: Option<HeadMark>,
    pub(super) packs: Vec<BlobId>,
    /// Packs that no head lists any longer.
    pub(super) idle_packs: Vec<BlobId>,
    pub(super) received: Vec<Receipt>,
    pub(super) unproven: Vec<Receipt>,
    /// Months whose pack is no longer what is on the shelf.
    pub(super) dirty: BTreeSet<u32>,
    /// Minutes that are being entered, as [`Memory::entered`] makes them for memory and for the store: the
    /// first program enters none, and does not know how they are written.
    pub(super) minutes: Vec<(Minutes, Vec<u8>)>,
    pub(super) uploads: Vec<BlobId>,
    pub(super) uploaded: Vec<BlobId>,
    pub(super) publication: Option<Publication>,
    /// This device with a token of the host; its wrapped row goes with it.
    pub(super) identity: Option<Identity>,
    pub(super) sheet: Option<Sheet>,
}

/// Where the recovery key is.
#[derive(Clone, Debug)]
pub(super) enum Sheet {
    /// Wrapped on this device: the sheet is still to be written.
    Waiting(Vec<u8>),
    /// On paper only.
    Kept,
}

#[derive(Clone, Debug)]
pub(super) enum Publication {
    /// A head was signed and waits to be put; the dirty months are in it.
    Prepared(SignedHead),
    /// The head is on the host.
    Done(SignedHead),
}

impl SignedHead {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        let record = Record::stored(bytes, None)?;
        let header = record.header();
        match (header.author, record.body()) {
            (Author::Device(by), Body::Head(head)) => {
                let (id, at) = (record.id(), header.at);
                Ok(Self { id, by, at, head: head.clone(), bytes: bytes.to_vec() })
            }
            _ => Err(Flaw::BadValue),
        }
    }

    /// What is remembered of it.
    pub(super) fn mark(&self) -> HeadMark {
        let Head { seq, expires, .. } = self.head;
        HeadMark { by: self.by, seq, id: self.id, at: self.at, expires }
    }
}

impl Change {
    /// Puts a fact on the shelf of a month, to be published.
    pub(super) fn shelve(&mut self, month: u32, record: &Record) {
        self.rows.push(shelf_row(month, record.id(), record.bytes()));
        self.dirty.insert(month);
    }
}

/// A published fact; packs are made of these.
pub(super) fn shelf_row(month: u32, id: RecordId, bytes: &[u8]) -> Write {
    Write::Put(Table::Shelf, meta::key(&month.to_be_bytes(), &id.0), bytes.to_vec())
}

impl Memory {
    /// Who this device is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The state of the branch, as far as it is read.
    pub fn fold(&self) -> &Fold {
        &self.fold
    }

    /// What this device may do.
    pub fn role(&self) -> Role {
        self.identity.role(&self.fold)
    }

    /// The member that this device speaks for.
    pub fn me(&self) -> Option<MemberId> {
        self.fold.roster()?.holder(self.identity.device().id()).map(|(member, _)| member.id)
    }

    /// Parcels on their way, oldest first.
    pub fn outbox(&self) -> Vec<&Parcel> {
        let key = |parcel: &Parcel| (parcel.written_at, parcel.record);
        order::sorted(self.outbox.values(), |a, b| key(a).cmp(&key(b)))
    }

    /// How many parcels wait for a way out.
    pub fn waiting(&self) -> usize {
        self.outbox.values().filter(|parcel| parcel.stage.waits()).count()
    }

    /// Whether a round has more to do at `now` than to fetch: the secretary collects and publishes, a newcomer asks to
    /// be listed, a parcel is due.
    pub(super) fn errands(&self, now: Moment) -> bool {
        match self.role() {
            Role::Secretary => true,
            Role::Revoked => false,
            Role::Newcomer if self.fold.charter().is_some() && self.outbox.is_empty() => true,
            _ => self.outbox.values().any(|parcel| parcel.due(now)),
        }
    }

    /// How many parcels the secretary has not confirmed.
    pub fn unconfirmed(&self) -> usize {
        self.outbox.values().filter(|parcel| parcel.stage != Stage::Received).count()
    }

    /// Whether the recovery sheet is still to be written and put away.
    pub fn sheet_waits(&self) -> bool {
        self.sheet.is_some()
    }

    /// The last head that was taken.
    pub fn head(&self) -> Option<&HeadMark> {
        self.head.as_ref()
    }

    /// Whether the secretary has facts or receipts that members cannot see yet.
    pub fn unpublished(&self) -> bool {
        self.pending.is_some() || !self.uploads.is_empty() || self.ahead_of_head()
    }

    /// The last head that was signed here or taken over.
    pub(super) fn last_signed(&self) -> Option<&SignedHead> {
        self.pending.as_ref().or(self.published.as_ref())
    }

    /// Whether there is anything that the last signed head does not tell.
    pub(super) fn ahead_of_head(&self) -> bool {
        let listed = self.last_signed().map_or(&[][..], |signed| &signed.head.received);
        !self.dirty.is_empty() || self.receipts != listed
    }

    /// Subjects that `change` touches and of which not every version is in memory yet.
    pub(super) fn cold(&self, change: &Change) -> BTreeSet<Subject> {
        let subjects = change.records.iter().chain(&change.taken_back).map(|record| Subject::of(record));
        order::set(subjects.filter(|subject| !self.warm_subjects.contains(subject)))
    }

    /// Whether facts of this kind are all in memory.
    pub fn loaded(&self, kind: Kind) -> bool {
        self.warm_kinds.contains(&kind)
    }

    /// Commits so far, to notice another tab.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// The minutes that the secretary is entering, or the ones that were published last.
    pub fn minutes(&self, meeting: ThingId) -> Minutes {
        self.minutes.get(&meeting).or_else(|| self.fold.minutes(meeting)).cloned().unwrap_or_else(|| {
            let regulation = self.fold.meeting(meeting).map(|notice| notice.regulation);
            Minutes {
                meeting,
                roll_call: RollCall::default(),
                tasks: Vec::new(),
                outcomes: Vec::new(),
                regulation: regulation.unwrap_or(RegulationId::FIRST),
                closed_at: None,
            }
        })
    }
}

/// Whom to believe: the charter and the roster in force decide, not the ones that happened to come last.
pub(super) fn trust(keyring: &mut Keyring, fold: &Fold) {
    if let Some(charter) = fold.charter() {
        keyring.trust_charters(fold.charters(), charter);
    }
    if let Some(roster) = fold.roster() {
        keyring.trust_roster(roster);
    }
}

/// The verdict is stored with the bytes: a record is verified once in its life on a device.
fn row_value(record: &Record) -> Vec<u8> {
    let mut value = Vec::with_capacity(record.bytes().len() + 9);
    match record.member() {
        None => value.push(0),
        Some(member) => {
            value.push(1);
            value.extend_from_slice(&member.0);
        }
    }
    value.extend_from_slice(record.bytes());
    value
}

pub(super) fn read_row(value: &[u8]) -> Result<Record, Flaw> {
    match value.split_first() {
        Some((0, bytes)) => Record::stored(bytes, None),
        Some((1, rest)) if rest.len() > MemberId::SIZE => {
            let (member, bytes) = rest.split_at(MemberId::SIZE);
            Record::stored(bytes, MemberId::from_slice(member))
        }
        _ => Err(Flaw::Cut),
    }
}

/// Rows that change when records of `change` join the facts in `fold`, or leave them. It must hold every version of
/// their subjects.
fn placements(fold: &Fold, change: &Change) -> Vec<Write> {
    let Change { records, taken_back, .. } = change;
    let subjects = order::set(records.iter().chain(taken_back).map(|record| Subject::of(record)));
    let before = fold.excerpt(&subjects);
    let mut after = before.clone();
    taken_back.iter().for_each(|record| after.remove(record));
    for record in records {
        after.insert(record.clone());
    }
    let live = |fold: &Fold, subject: &Subject| -> BTreeSet<RecordId> {
        order::set(fold.versions(subject).into_iter().flat_map(Versions::live).map(|record| record.id()))
    };
    let mut writes = Vec::new();
    for record in taken_back {
        let key = Subject::of(record).version_key(record.id());
        writes.extend([Table::Records, Table::Past].map(|table| Write::Delete(table, key.clone())));
    }
    for subject in &subjects {
        let (was_live, is_live) = (live(&before, subject), live(&after, subject));
        for record in after.versions(subject).into_iter().flat_map(Versions::all) {
            let key = subject.version_key(record.id());
            let known = before.contains(record);
            match (known, was_live.contains(&record.id()), is_live.contains(&record.id())) {
                (false, _, true) => writes.push(Write::Put(Table::Records, key, row_value(record))),
                (false, _, false) => writes.push(Write::Put(Table::Past, key, row_value(record))),
                (true, true, false) => {
                    writes.push(Write::Delete(Table::Records, key.clone()));
                    writes.push(Write::Put(Table::Past, key, row_value(record)));
                }
                // What had replaced it was taken back.
                (true, false, true) => {
                    writes.push(Write::Delete(Table::Past, key.clone()));
                    writes.push(Write::Put(Table::Records, key, row_value(record)));
                }
                _ => {}
            }
        }
    }
    writes
}

impl Memory {
    pub(super) fn read_meta(&mut self, key: &[u8], value: &[u8]) -> Result<(), Fault> {
        match key {
            meta::HEAD => self.head = Some(identity::decode_mark(value)?),
            meta::RECEIPTS => {
                self.receipts = read_receipts(value).collect();
            }
            meta::UNPROVEN => self.unproven = order::set(read_receipts(value)),
            meta::DIRTY => self.dirty = read_months(value),
            meta::PUBLISHED => self.published = Some(SignedHead::read(value)?),
            meta::PENDING => self.pending = Some(SignedHead::read(value)?),
            meta::RECOVERY => self.sheet = Some(value.to_vec()),
            _ => {
                if let Some(by) = key.strip_prefix(meta::HEAD_BY).and_then(KeyId::from_slice) {
                    self.heads.insert(by, identity::decode_mark(value)?);
                } else if let Some(blob) = key.strip_prefix(meta::PACK).and_then(BlobId::from_slice) {
                    self.packs.insert(blob);
                } else if let Some(blob) = key.strip_prefix(meta::UPLOAD).and_then(BlobId::from_slice) {
                    self.uploads.insert(blob);
                } else if let Some(meeting) = key.strip_prefix(meta::MINUTES).and_then(ThingId::from_slice)
                    && let Body::Minutes(minutes) = Body::decode(Kind::Minutes, meeting, value)?
                {
                    self.minutes.insert(meeting, minutes);
                }
            }
        }
        Ok(())
    }

    /// Every row that `change` writes.
    pub(super) fn writes(&self, change: &Change) -> Vec<Write> {
        let mut writes = placements(&self.fold, change);
        let put = |key: Vec<u8>, value: Vec<u8>| Write::Put(Table::Meta, key, value);
        for parcel in &change.parcels {
            writes.push(Write::Put(Table::Outbox, parcel.record.0.to_vec(), parcel.encode()));
        }
        for id in &change.spent {
            writes.push(Write::Delete(Table::Outbox, id.0.to_vec()));
        }
        if let Some(mark) = &change.head {
            writes.push(put(meta::HEAD.to_vec(), identity::encode_mark(mark)));
            writes.push(put(meta::key(meta::HEAD_BY, &mark.by.0), identity::encode_mark(mark)));
        }
        for blob in &change.idle_packs {
            writes.push(Write::Delete(Table::Meta, meta::key(meta::PACK, &blob.0)));
        }
        for blob in &change.packs {
            writes.push(put(meta::key(meta::PACK, &blob.0), Vec::new()));
        }
        if !change.received.is_empty() {
            let (receipts, unproven) = self.receipts_with(change);
            writes.push(put(meta::RECEIPTS.to_vec(), write_receipts(&receipts)));
            if unproven != self.unproven {
                writes.push(put(meta::UNPROVEN.to_vec(), write_receipts(&unproven)));
            }
        }
        for meeting in self.overtaken_minutes(change) {
            writes.push(Write::Delete(Table::Meta, meta::key(meta::MINUTES, &meeting.0)));
        }
        for (minutes, body) in &change.minutes {
            writes.push(put(meta::key(meta::MINUTES, &minutes.meeting.0), body.clone()));
        }
        for blob in &change.uploads {
            writes.push(put(meta::key(meta::UPLOAD, &blob.0), Vec::new()));
        }
        for blob in &change.uploaded {
            writes.push(Write::Delete(Table::Meta, meta::key(meta::UPLOAD, &blob.0)));
        }
        match &change.publication {
            Some(Publication::Prepared(signed)) => {
                writes.push(put(meta::PENDING.to_vec(), signed.bytes.clone()));
            }
            Some(Publication::Done(signed)) => {
                writes.push(put(meta::PUBLISHED.to_vec(), signed.bytes.clone()));
                writes.push(Write::Delete(Table::Meta, meta::PENDING.to_vec()));
            }
            None => {}
        }
        match &change.sheet {
            Some(Sheet::Waiting(wrapped)) => writes.push(put(meta::RECOVERY.to_vec(), wrapped.clone())),
            Some(Sheet::Kept) => writes.push(Write::Delete(Table::Meta, meta::RECOVERY.to_vec())),
            None => {}
        }
        let dirty = self.dirty_after(change);
        if dirty != self.dirty {
            writes.push(put(meta::DIRTY.to_vec(), write_months(&dirty)));
        }
        writes.extend(change.rows.iter().cloned());
        writes
    }

    /// Takes a change over that was committed.
    pub(super) fn absorb(&mut self, change: Change, generation: Generation) {
        self.generation = generation;
        if let Some(identity) = change.identity.clone() {
            self.identity = identity;
        }
        if !change.received.is_empty() {
            (self.receipts, self.unproven) = self.receipts_with(&change);
        }
        self.dirty = self.dirty_after(&change);
        change.taken_back.iter().for_each(|record| self.fold.remove(record));
        for meeting in self.overtaken_minutes(&change) {
            self.minutes.remove(&meeting);
        }
        self.warm_subjects.extend(change.records.iter().map(|record| Subject::of(record)));
        for record in change.records {
            let decides = matches!(record.body(), Body::Charter(_) | Body::Roster(_));
            self.fold.insert(record);
            if decides {
                trust(&mut self.keyring, &self.fold);
            }
        }
        for parcel in change.parcels {
            self.outbox.insert(parcel.record, parcel);
        }
        for id in change.spent {
            self.outbox.remove(&id);
        }
        self.head = change.head.or(self.head);
        self.heads.extend(change.head.map(|mark| (mark.by, mark)));
        self.packs.retain(|blob| !change.idle_packs.contains(blob));
        self.packs.extend(change.packs);
        for (minutes, _) in change.minutes {
            self.minutes.insert(minutes.meeting, minutes);
        }
        self.uploads.extend(change.uploads);
        for blob in change.uploaded {
            self.uploads.remove(&blob);
        }
        match change.sheet {
            Some(Sheet::Waiting(wrapped)) => self.sheet = Some(wrapped),
            Some(Sheet::Kept) => self.sheet = None,
            None => {}
        }
        match change.publication {
            Some(Publication::Prepared(signed)) => self.pending = Some(signed),
            Some(Publication::Done(signed)) => {
                self.published = Some(signed);
                self.pending = None;
            }
            None => {}
        }
    }

    /// Meetings whose minutes are being entered here and are published by `change`, here or on another device of the
    /// secretary: what is published stands, and a draft from before must neither hide nor replace it.
    fn overtaken_minutes(&self, change: &Change) -> Vec<ThingId> {
        let published = change.records.iter().filter(|record| record.body().kind() == Kind::Minutes);
        let meetings = published.map(|record| record.header().about);
        meetings.filter(|meeting| self.minutes.contains_key(meeting)).collect()
    }

    /// Receipts with the newest last, each once, so that what was sent again is listed again; and which of them are
    /// unproven.
    fn receipts_with(&self, change: &Change) -> (Vec<Receipt>, BTreeSet<Receipt>) {
        let received = &change.received;
        let mut receipts: Vec<Receipt> =
            self.receipts.iter().filter(|receipt| !received.contains(receipt)).copied().collect();
        receipts.extend_from_slice(received);
        let surplus = receipts.len().saturating_sub(Head::RECEIVED_MAX);
        receipts.drain(..surplus);
        let unproven =
            self.unproven.iter().chain(&change.unproven).filter(|receipt| receipts.contains(receipt));
        let unproven = order::set(unproven.copied());
        (receipts, unproven)
    }

    fn dirty_after(&self, change: &Change) -> BTreeSet<u32> {
        match change.publication {
            Some(Publication::Prepared(_)) => change.dirty.clone(),
            _ => order::set(self.dirty.union(&change.dirty).copied()),
        }
    }
}

fn write_receipts<'a>(receipts: impl IntoIterator<Item = &'a Receipt>) -> Vec<u8> {
    receipts.into_iter().flat_map(|receipt| receipt.0).collect()
}

fn read_receipts(bytes: &[u8]) -> impl Iterator<Item = Receipt> {
    bytes.chunks_exact(16).filter_map(|id| id.try_into().ok().map(Receipt))
}

fn write_months(months: &BTreeSet<u32>) -> Vec<u8> {
    months.iter().flat_map(|month| month.to_be_bytes()).collect()
}

fn read_months(bytes: &[u8]) -> BTreeSet<u32> {
    order::set(bytes.chunks_exact(4).filter_map(|chunk| chunk.try_into().ok().map(u32::from_be_bytes)))
}
