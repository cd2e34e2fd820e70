//! The handbook on one device: runs plans over any ports. Every change is decided purely on what is in memory,
//! committed in one batch, and only then taken into memory; so a kill between any two writes leaves either all of
//! it or nothing.

mod bundles;
mod charter;
mod closing;
mod comment;
mod delivery;
mod drafts;
mod fault;
mod founding;
mod guard;
mod handing_over;
mod identity;
mod mail;
mod member;
mod memory;
mod newcomers;
mod posting;
mod publish;
mod regulations;
mod review;
mod roster;
mod run;
mod scoring;
mod secretary;
mod signing;
mod tasks;
mod themes;
mod travel;
mod words;

pub use bundles::Outgoing;
pub use fault::Fault;
pub use founding::{Founded, Founding};
pub use handing_over::Joined;
pub use identity::{Identity, Role};
pub use mail::{Mailbox, Quarantined, VERSIONS_MAX};
pub use member::Submitted;
pub use memory::Memory;
pub use newcomers::Newcomer;
pub use scoring::Scoring;
pub use secretary::NewDocument;
pub use travel::{Arrival, Discarded, Travel};

use crate::domain::id::ThingId;
use crate::domain::order;
use crate::domain::time::Moment;
use crate::exchange::fold::Fold;
use crate::exchange::outbox::Parcel;
use crate::exchange::subject::Subject;
use crate::ports::{Ports, StoreFault, Table};
use crate::record::{Keyring, Kind};
use futures_util::lock::Mutex;
use memory::{Change, read_row, trust};
use std::cell::{Ref, RefCell, RefMut};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Names of the single rows.
mod meta {
    pub const IDENTITY: &[u8] = b"identity";
    pub const HEAD: &[u8] = b"head";
    pub const HEAD_BY: &[u8] = b"head/";
    pub const PACK: &[u8] = b"pack/";
    pub const RECEIPTS: &[u8] = b"receipts";
    pub const UNPROVEN: &[u8] = b"unproven";
    pub const DIRTY: &[u8] = b"dirty";
    pub const PUBLISHED: &[u8] = b"published";
    pub const PENDING: &[u8] = b"pending";
    pub const UPLOAD: &[u8] = b"upload/";
    pub const MINUTES: &[u8] = b"minutes/";
    pub const CODE: &[u8] = b"code/";
    pub const INVITE: &[u8] = b"invite/";
    pub const DISMISSED: &[u8] = b"dismissed/";
    pub const RECOVERY: &[u8] = b"recovery";

    /// `prefix` and what follows it.
    pub fn key(prefix: &[u8], rest: &[u8]) -> Vec<u8> {
        [prefix, rest].concat()
    }
}

/// Kinds that every start reads: they make Hôm nay, and say by which rules. The others are read when a screen asks for them.
const FIRST_KINDS: [Kind; 5] = [Kind::Charter, Kind::Roster, Kind::Meeting, Kind::Minutes, Kind::Regulation];
/// Above this many facts at once the store is read kind by kind instead of fact by fact.
const SINGLE_READS_MAX: usize = 64;

/// The handbook of one branch on one device.
pub struct Handbook {
    ports: Ports,
    memory: RefCell<Memory>,
    turn: Mutex<()>,
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
        // Who is secretary follows from all charters, from the founding one on.
        for (_, value) in store.list(Table::Past, &[Kind::Charter as u8]).await? {
            fold.insert(Rc::new(read_row(&value)?));
        }
        for kind in FIRST_KINDS {
            for (_, value) in store.list(Table::Records, &[kind as u8]).await? {
                fold.insert(Rc::new(read_row(&value)?));
            }
        }
        trust(&mut keyring, &fold);
        let mut memory = Memory {
            identity,
            fold,
            keyring,
            warm_kinds: order::set(FIRST_KINDS),
            warm_things: BTreeSet::new(),
            warm_subjects: BTreeSet::new(),
            outbox: BTreeMap::new(),
            head: None,
            heads: BTreeMap::new(),
            packs: BTreeSet::new(),
            receipts: Vec::new(),
            unproven: BTreeSet::new(),
            dirty: BTreeSet::new(),
            published: None,
            pending: None,
            uploads: BTreeSet::new(),
            minutes: BTreeMap::new(),
            codes: BTreeMap::new(),
            runs: BTreeMap::new(),
            sheet: None,
            generation,
        };
        for (_, value) in store.list(Table::Outbox, &[]).await? {
            let parcel = Parcel::decode(&value)?;
            memory.outbox.insert(parcel.record, parcel);
        }
        // Values of `identity`, `recovery` and `code/` are wrapped; the others say what they are.
        for (key, value) in store.list(Table::Meta, &[]).await? {
            memory.read_meta(&key, &value)?;
        }
        Ok(memory)
    }

    /// Reads everything again after another tab has written: all that was in memory, as it is now.
    async fn reload(&self) -> Result<(), Fault> {
        let identity = match self.ports.store.get(Table::Meta, meta::IDENTITY).await? {
            Some(wrapped) => Identity::decode(&self.ports.keys.unwrap(wrapped).await?)?,
            None => self.memory.borrow().identity.clone(),
        };
        let fresh = Self::read(&self.ports, identity).await?;
        // A screen may have asked for more meanwhile.
        let Memory { warm_kinds: kinds, warm_things: things, codes, runs, .. } = self.memory.replace(fresh);
        for kind in kinds {
            self.load(kind).await?;
        }
        for (kind, about) in things {
            self.load_about(&[kind], about).await?;
        }
        for meeting in codes.into_keys() {
            self.load_code(meeting).await?;
        }
        for meeting in runs.into_keys() {
            self.load_proceedings(meeting).await?;
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
        if !self.memory.borrow().warm_kinds.contains(&kind) {
            self.load_live(&[kind as u8]).await?.warm_kinds.insert(kind);
        }
        Ok(())
    }

    /// Brings the facts of some kinds about one thing into memory.
    pub async fn load_about(&self, kinds: &[Kind], about: ThingId) -> Result<(), Fault> {
        for kind in kinds {
            if !self.memory.borrow().warm_kinds.contains(kind) {
                let prefix = Subject::prefix(*kind, about);
                self.load_live(&prefix).await?.warm_things.insert((*kind, about));
            }
        }
        Ok(())
    }

    /// Brings live facts into memory, as of the state of the store that the rest of the memory has.
    async fn load_live(&self, prefix: &[u8]) -> Result<RefMut<'_, Memory>, Fault> {
        loop {
            let generation = self.memory.borrow().generation;
            let rows = self.ports.store.list(Table::Records, prefix).await?;
            let mut memory = self.memory.borrow_mut();
            if memory.generation != generation {
                continue;
            }
            for (_, value) in rows {
                memory.fold.insert(Rc::new(read_row(&value)?));
            }
            return Ok(memory);
        }
    }

    /// Brings every version of `cold` subjects into memory, so that a change of them can be decided.
    async fn warm(&self, cold: BTreeSet<Subject>) -> Result<(), Fault> {
        let mut prefixes: Vec<Vec<u8>> = cold.iter().map(|subject| subject.key().to_vec()).collect();
        if cold.len() > SINGLE_READS_MAX {
            let kinds = order::set(cold.iter().map(|subject| subject.kind));
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

    /// Decides, commits, and takes the change into memory. The decision may be taken several times over: it sees
    /// every version of the facts that it changes, and everything that another tab has written.
    async fn act<T>(&self, plan: impl Fn(&Memory) -> Result<(Change, T), Fault>) -> Result<T, Fault> {
        loop {
            let (change, outcome) = plan(&self.memory.borrow())?;
            if self.settle(change).await? {
                return Ok(outcome);
            }
        }
    }

    /// Commits a change; `false` when it must be decided again, because it was decided without some version of a
    /// fact, or because another tab has written since. Both have been read by then.
    async fn settle(&self, mut change: Change) -> Result<bool, Fault> {
        let cold = self.memory.borrow().cold(&change);
        if !cold.is_empty() {
            self.warm(cold).await?;
            return Ok(false);
        }
        change.dirty.extend(self.outdated_months(&change.records).await?);
        match self.commit(change).await {
            Ok(()) => Ok(true),
            Err(Fault::Store(StoreFault::Stale)) => {
                self.reload().await?;
                Ok(false)
            }
            Err(fault) => Err(fault),
        }
    }

    async fn commit(&self, change: Change) -> Result<(), Fault> {
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
