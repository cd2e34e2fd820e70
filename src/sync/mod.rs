//! The handbook on one device: runs plans over any ports. Every change is decided purely on what is in memory,
//! committed in one batch, and only then taken into memory; so a kill between any two writes leaves either all of
//! it or nothing.

mod drafts;
mod fault;
mod founding;
mod identity;
mod member;
mod secretary;
mod travel;

pub use fault::Fault;
pub use founding::{Founded, Founding};
pub use identity::{Identity, Role};
pub use member::Submitted;
pub use secretary::{Mailbox, NewDocument, Newcomer, Quarantined};
pub use travel::{Arrival, Travel};

use crate::domain::attendance::RollCall;
use crate::domain::id::{BlobId, MemberId, RecordId, ThingId};
use crate::domain::minutes::Minutes;
use crate::domain::time::Moment;
use crate::exchange::feed::HeadMark;
use crate::exchange::fold::{Fold, Versions};
use crate::exchange::outbox::Parcel;
use crate::exchange::subject::Subject;
use crate::ports::{Generation, Ports, StoreFault, Table, Write};
use crate::record::body::{Head, Receipt};
use crate::record::check_in_code::CodeLog;
use crate::record::{Body, Flaw, Keyring, Kind, Record};
use futures_util::lock::Mutex;
use std::cell::{Ref, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Names of the single rows.
mod meta {
    pub const IDENTITY: &[u8] = b"identity";
    pub const HEAD: &[u8] = b"head";
    pub const PACK: &[u8] = b"pack/";
    pub const RECEIPTS: &[u8] = b"receipts";
    pub const DIRTY: &[u8] = b"dirty";
    pub const PUBLISHED: &[u8] = b"published";
    pub const PENDING: &[u8] = b"pending";
    pub const UPLOAD: &[u8] = b"upload/";
    pub const MINUTES: &[u8] = b"minutes/";
    pub const CODE: &[u8] = b"code/";
    pub const INVITE: &[u8] = b"invite/";

    /// `prefix` and what follows it.
    pub fn key(prefix: &[u8], rest: &[u8]) -> Vec<u8> {
        [prefix, rest].concat()
    }
}

/// Kinds that every start reads: they make Hôm nay. The others are read when a screen asks for them.
const FIRST_KINDS: [Kind; 4] = [Kind::Charter, Kind::Roster, Kind::Meeting, Kind::Minutes];
/// Above this many facts at once the store is read kind by kind instead of fact by fact.
const SINGLE_READS_MAX: usize = 64;

/// What is in memory.
#[derive(Debug)]
pub struct Memory {
    identity: Identity,
    fold: Fold,
    keyring: Keyring,
    warm_kinds: BTreeSet<Kind>,
    warm_subjects: BTreeSet<Subject>,
    outbox: BTreeMap<RecordId, Parcel>,
    head: Option<HeadMark>,
    packs: BTreeSet<BlobId>,
    receipts: Vec<Receipt>,
    dirty: BTreeSet<u32>,
    published: Option<(RecordId, Head)>,
    pending: Option<Vec<u8>>,
    uploads: BTreeSet<BlobId>,
    minutes: BTreeMap<ThingId, Minutes>,
    codes: BTreeMap<ThingId, CodeLog>,
    generation: Generation,
}

/// The handbook of one branch on one device.
pub struct Handbook {
    ports: Ports,
    memory: RefCell<Memory>,
    turn: Mutex<()>,
}

/// A decided change: committed as one batch.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    records: Vec<Rc<Record>>,
    parcels: Vec<Parcel>,
    spent: Vec<RecordId>,
    rows: Vec<Write>,
    head: Option<HeadMark>,
    packs: Vec<BlobId>,
    received: Vec<Receipt>,
    shelved: Vec<(u32, Rc<Record>)>,
    minutes: Vec<Minutes>,
    uploads: Vec<BlobId>,
    uploaded: Vec<BlobId>,
    publication: Option<Publication>,
}

#[derive(Clone, Debug)]
enum Publication {
    /// A head was signed and waits to be put; the dirty months are in it.
    Prepared(Vec<u8>),
    /// The head is on the host.
    Done(RecordId, Head, Vec<u8>),
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
        let mut parcels: Vec<&Parcel> = self.outbox.values().collect();
        parcels.sort_by_key(|parcel| (parcel.written_at, parcel.record));
        parcels
    }

    /// The last head that was taken.
    pub fn head(&self) -> Option<&HeadMark> {
        self.head.as_ref()
    }

    /// Whether the secretary has facts or receipts that members cannot see yet.
    pub fn unpublished(&self) -> bool {
        !self.dirty.is_empty() || self.pending.is_some() || !self.uploads.is_empty() || self.receipts_ahead()
    }

    fn receipts_ahead(&self) -> bool {
        let listed = self.published.as_ref().map_or(&[][..], |(_, head)| &head.received);
        self.receipts != listed
    }

    /// When the secretary last published, if ever.
    pub fn published_at(&self) -> Option<Moment> {
        let (_, head) = self.published.as_ref()?;
        Some(head.expires.plus_milliseconds(-Head::FRESH_DAYS * travel::DAY_MILLIS))
    }

    /// Facts of the branch, as far as they are loaded, that members cannot see yet.
    pub fn unpublished_facts(&self) -> usize {
        self.fold.stated_after(self.published_at().unwrap_or(Moment(i64::MIN)))
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
        self.minutes
            .get(&meeting)
            .or_else(|| self.fold.minutes(meeting))
            .cloned()
            .unwrap_or_else(|| Minutes { meeting, roll_call: RollCall::default(), tasks: Vec::new() })
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

fn read_row(value: &[u8]) -> Result<Record, Flaw> {
    match value.split_first() {
        Some((0, bytes)) => Record::stored(bytes, None),
        Some((1, rest)) if rest.len() > MemberId::SIZE => {
            let (member, bytes) = rest.split_at(MemberId::SIZE);
            Record::stored(bytes, MemberId::from_slice(member))
        }
        _ => Err(Flaw::Cut),
    }
}

/// Rows that change when `records` join the facts in `fold`, which must hold every version of their subjects.
fn placements(fold: &Fold, records: &[Rc<Record>]) -> Vec<Write> {
    let subjects: BTreeSet<Subject> = records.iter().map(|record| Subject::of(record)).collect();
    let before = fold.excerpt(&subjects);
    let mut after = before.clone();
    for record in records {
        after.insert(record.clone());
    }
    let live = |fold: &Fold, subject: &Subject| -> BTreeSet<RecordId> {
        fold.versions(subject).into_iter().flat_map(Versions::live).map(|record| record.id()).collect()
    };
    let mut writes = Vec::new();
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
                _ => {}
            }
        }
    }
    writes
}

impl Handbook {
    /// Opens the handbook on this device; `None` where none was founded or joined yet.
    pub async fn open(ports: Ports) -> Result<Option<Self>, Fault> {
        let Some(wrapped) = ports.store.get(Table::Meta, meta::IDENTITY).await? else {
            return Ok(None);
        };
        let identity = Identity::decode(&ports.keys.unwrap(wrapped).await?)?;
        let memory = Self::read(&ports, identity).await?;
        Ok(Some(Self { ports, memory: RefCell::new(memory), turn: Mutex::new(()) }))
    }

    /// What is in memory. Never hold it across an await.
    pub fn memory(&self) -> Ref<'_, Memory> {
        self.memory.borrow()
    }

    /// The ports.
    pub fn ports(&self) -> &Ports {
        &self.ports
    }

    fn now(&self) -> Moment {
        self.ports.clock.now()
    }

    async fn read(ports: &Ports, identity: Identity) -> Result<Memory, Fault> {
        let store = &ports.store;
        let generation = store.generation().await?;
        let mut keyring = Keyring::new(identity.org(), identity.content().clone());
        let mut fold = Fold::default();
        for kind in FIRST_KINDS {
            for (_, value) in store.list(Table::Records, &[kind as u8]).await? {
                fold.insert(Rc::new(read_row(&value)?));
            }
        }
        // Facts of an earlier secretary stay valid under the key of that time.
        for (_, value) in store.list(Table::Past, &[Kind::Charter as u8]).await? {
            if let Body::Charter(charter) = read_row(&value)?.body() {
                keyring.trust_charter(charter);
            }
        }
        if let Some(charter) = fold.charter() {
            keyring.trust_charter(charter);
        }
        if let Some(roster) = fold.roster() {
            keyring.trust_roster(roster);
        }
        let mut memory = Memory {
            identity,
            fold,
            keyring,
            warm_kinds: FIRST_KINDS.into_iter().collect(),
            warm_subjects: BTreeSet::new(),
            outbox: BTreeMap::new(),
            head: None,
            packs: BTreeSet::new(),
            receipts: Vec::new(),
            dirty: BTreeSet::new(),
            published: None,
            pending: None,
            uploads: BTreeSet::new(),
            minutes: BTreeMap::new(),
            codes: BTreeMap::new(),
            generation,
        };
        for (_, value) in store.list(Table::Outbox, &[]).await? {
            let parcel = Parcel::decode(&value)?;
            memory.outbox.insert(parcel.record, parcel);
        }
        // Values of `identity` and `code/` are wrapped; the others say what they are.
        for (key, value) in store.list(Table::Meta, &[]).await? {
            memory.read_meta(&key, &value)?;
        }
        Ok(memory)
    }

    /// Reads everything again after another tab has written.
    async fn reload(&self) -> Result<(), Fault> {
        let (identity, kinds, codes) = {
            let memory = self.memory.borrow();
            (memory.identity.clone(), memory.warm_kinds.clone(), memory.codes.clone())
        };
        let mut fresh = Self::read(&self.ports, identity).await?;
        fresh.codes = codes;
        *self.memory.borrow_mut() = fresh;
        for kind in kinds {
            self.load(kind).await?;
        }
        Ok(())
    }

    /// Takes over what another tab has written, if it has. Tells whether anything changed.
    pub async fn catch_up(&self) -> Result<bool, Fault> {
        let _turn = self.turn.lock().await;
        let behind = self.ports.store.generation().await? != self.memory.borrow().generation;
        if behind {
            self.reload().await?;
        }
        Ok(behind)
    }

    /// Brings all facts of one kind into memory.
    pub async fn load(&self, kind: Kind) -> Result<(), Fault> {
        if self.memory.borrow().warm_kinds.contains(&kind) {
            return Ok(());
        }
        let rows = self.ports.store.list(Table::Records, &[kind as u8]).await?;
        let mut memory = self.memory.borrow_mut();
        for (_, value) in rows {
            memory.fold.insert(Rc::new(read_row(&value)?));
        }
        memory.warm_kinds.insert(kind);
        Ok(())
    }

    /// Brings the facts of some kinds about one thing into memory.
    pub async fn load_about(&self, kinds: &[Kind], about: ThingId) -> Result<(), Fault> {
        for kind in kinds {
            if self.memory.borrow().warm_kinds.contains(kind) {
                continue;
            }
            let rows = self.ports.store.list(Table::Records, &Subject::prefix(*kind, about)).await?;
            let mut memory = self.memory.borrow_mut();
            for (_, value) in rows {
                memory.fold.insert(Rc::new(read_row(&value)?));
            }
        }
        Ok(())
    }

    /// Brings every version of `subjects` into memory, so that a change of them can be decided.
    async fn warm(&self, subjects: BTreeSet<Subject>) -> Result<(), Fault> {
        let cold: Vec<Subject> = {
            let memory = self.memory.borrow();
            subjects.into_iter().filter(|subject| !memory.warm_subjects.contains(subject)).collect()
        };
        let mut prefixes: Vec<Vec<u8>> = cold.iter().map(|subject| subject.key().to_vec()).collect();
        if cold.len() > SINGLE_READS_MAX {
            let kinds: BTreeSet<Kind> = cold.iter().map(|subject| subject.kind).collect();
            prefixes = kinds.into_iter().map(|kind| vec![kind as u8]).collect();
        }
        for prefix in prefixes {
            for table in [Table::Records, Table::Past] {
                let rows = self.ports.store.list(table, &prefix).await?;
                let mut memory = self.memory.borrow_mut();
                for (_, value) in rows {
                    memory.fold.insert(Rc::new(read_row(&value)?));
                }
            }
        }
        self.memory.borrow_mut().warm_subjects.extend(cold);
        Ok(())
    }

    /// Decides, commits, and takes the change into memory. When another tab has written in between, everything is
    /// read and decided again.
    async fn act<T>(&self, plan: impl Fn(&Memory) -> Result<(Change, T), Fault>) -> Result<T, Fault> {
        loop {
            let (change, outcome) = plan(&self.memory.borrow())?;
            match self.commit(change).await {
                Ok(()) => return Ok(outcome),
                Err(Fault::Store(StoreFault::Stale)) => self.reload().await?,
                Err(fault) => return Err(fault),
            }
        }
    }

    async fn commit(&self, change: Change) -> Result<(), Fault> {
        self.warm(change.records.iter().map(|record| Subject::of(record)).collect()).await?;
        let (generation, writes) = {
            let memory = self.memory.borrow();
            (memory.generation, memory.writes(&change))
        };
        if writes.is_empty() {
            return Ok(());
        }
        let generation = self.ports.store.commit(generation, writes).await?;
        self.memory.borrow_mut().absorb(change, generation);
        Ok(())
    }
}

impl Memory {
    fn read_meta(&mut self, key: &[u8], value: &[u8]) -> Result<(), Fault> {
        match key {
            meta::HEAD => self.head = Some(identity::decode_mark(value)?),
            meta::RECEIPTS => {
                self.receipts =
                    value.chunks_exact(16).filter_map(|id| id.try_into().ok().map(Receipt)).collect();
            }
            meta::DIRTY => self.dirty = read_months(value),
            meta::PUBLISHED => self.published = Some(secretary::read_head(value)?),
            meta::PENDING => self.pending = Some(value.to_vec()),
            _ => {
                if let Some(blob) = key.strip_prefix(meta::PACK).and_then(BlobId::from_slice) {
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
    fn writes(&self, change: &Change) -> Vec<Write> {
        let mut writes = placements(&self.fold, &change.records);
        let put = |key: Vec<u8>, value: Vec<u8>| Write::Put(Table::Meta, key, value);
        for parcel in &change.parcels {
            writes.push(Write::Put(Table::Outbox, parcel.record.0.to_vec(), parcel.encode()));
        }
        for id in &change.spent {
            writes.push(Write::Delete(Table::Outbox, id.0.to_vec()));
        }
        if let Some(mark) = &change.head {
            writes.push(put(meta::HEAD.to_vec(), identity::encode_mark(mark)));
        }
        for blob in &change.packs {
            writes.push(put(meta::key(meta::PACK, &blob.0), Vec::new()));
        }
        if !change.received.is_empty() {
            let receipts = self.receipts_with(&change.received);
            writes
                .push(put(meta::RECEIPTS.to_vec(), receipts.iter().flat_map(|receipt| receipt.0).collect()));
        }
        for (month, record) in &change.shelved {
            let key = meta::key(&month.to_be_bytes(), &record.id().0);
            writes.push(Write::Put(Table::Shelf, key, record.bytes().to_vec()));
        }
        for minutes in &change.minutes {
            let body = Body::Minutes(minutes.clone()).encode();
            writes.push(put(meta::key(meta::MINUTES, &minutes.meeting.0), body));
        }
        for blob in &change.uploads {
            writes.push(put(meta::key(meta::UPLOAD, &blob.0), Vec::new()));
        }
        for blob in &change.uploaded {
            writes.push(Write::Delete(Table::Meta, meta::key(meta::UPLOAD, &blob.0)));
        }
        match &change.publication {
            Some(Publication::Prepared(head)) => {
                writes.push(put(meta::PENDING.to_vec(), head.clone()));
                writes.push(put(meta::DIRTY.to_vec(), Vec::new()));
            }
            Some(Publication::Done(_, _, head)) => {
                writes.push(put(meta::PUBLISHED.to_vec(), head.clone()));
                writes.push(Write::Delete(Table::Meta, meta::PENDING.to_vec()));
            }
            None if !change.shelved.is_empty() => {
                writes.push(put(meta::DIRTY.to_vec(), write_months(&self.dirty_with(change))));
            }
            None => {}
        }
        writes.extend(change.rows.iter().cloned());
        writes
    }

    fn absorb(&mut self, change: Change, generation: Generation) {
        self.generation = generation;
        let dirty = self.dirty_with(&change);
        for record in change.records {
            match record.body() {
                Body::Charter(charter) => self.keyring.trust_charter(charter),
                Body::Roster(_) | Body::Retract(Kind::Roster) => {}
                _ => {}
            }
            let roster = record.body().kind() == Kind::Roster;
            self.fold.insert(record);
            // The roster in force decides, not the one that happened to come last.
            if roster && let Some(roster) = self.fold.roster() {
                self.keyring.trust_roster(roster);
            }
        }
        for parcel in change.parcels {
            self.outbox.insert(parcel.record, parcel);
        }
        for id in change.spent {
            self.outbox.remove(&id);
        }
        self.head = change.head.or(self.head);
        self.packs.extend(change.packs);
        if !change.received.is_empty() {
            self.receipts = self.receipts_with(&change.received);
        }
        for minutes in change.minutes {
            self.minutes.insert(minutes.meeting, minutes);
        }
        self.uploads.extend(change.uploads);
        for blob in change.uploaded {
            self.uploads.remove(&blob);
        }
        match change.publication {
            Some(Publication::Prepared(head)) => {
                self.pending = Some(head);
                self.dirty.clear();
            }
            Some(Publication::Done(id, head, _)) => {
                self.published = Some((id, head));
                self.pending = None;
            }
            None => self.dirty = dirty,
        }
    }

    /// Receipts with the newest last, each once, so that what was sent again is listed again.
    fn receipts_with(&self, received: &[Receipt]) -> Vec<Receipt> {
        let mut receipts: Vec<Receipt> =
            self.receipts.iter().filter(|receipt| !received.contains(receipt)).copied().collect();
        receipts.extend_from_slice(received);
        let surplus = receipts.len().saturating_sub(Head::RECEIVED_MAX);
        receipts.drain(..surplus);
        receipts
    }

    fn dirty_with(&self, change: &Change) -> BTreeSet<u32> {
        self.dirty.iter().copied().chain(change.shelved.iter().map(|(month, _)| *month)).collect()
    }
}

fn write_months(months: &BTreeSet<u32>) -> Vec<u8> {
    months.iter().flat_map(|month| month.to_be_bytes()).collect()
}

fn read_months(bytes: &[u8]) -> BTreeSet<u32> {
    bytes.chunks_exact(4).filter_map(|chunk| chunk.try_into().ok().map(u32::from_be_bytes)).collect()
}
