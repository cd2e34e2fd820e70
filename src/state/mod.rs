//! The one copy in memory as signals, and what screens do with it. Signals that outlive a page are made here.

mod faults;
mod looking;
mod mail;
mod notice;
mod opening;
mod reading;
mod run;
mod running;
mod searching;
mod travelling;
mod trial;

pub use looking::{Looking, Sieve};
pub use mail::{SecretaryMail, WaitingMail};
pub use notice::Notice;
pub use opening::Phase;
pub use reading::{PageLook, ReadMark};
pub use run::Run;
pub use searching::{Aim, Searching, Words, use_searching};
pub use travelling::{Connection, Duties, Round, SyncState};

use crate::domain::id::{BlobId, MemberId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::regulation::Regulation;
use crate::domain::time::{Day, Moment};
use crate::i18n::Texts;
use crate::ports::Ports;
use crate::ports::device::{Device, Language, Tools};
use crate::sync::{Fault, Handbook, Memory, Role};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// What was asked of the store for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loadable {
    /// It is being read.
    Loading,
    /// It is in memory.
    Ready,
    /// The store did not give it.
    Failed(Fault),
}

/// Everything that screens share. Copies are handles of the same state.
#[derive(Clone, Copy)]
pub struct State {
    ports: StoredValue<Ports, LocalStorage>,
    device: StoredValue<Device, LocalStorage>,
    handbook: StoredValue<Option<Rc<Handbook>>, LocalStorage>,
    revision: RwSignal<u64>,
    phase: RwSignal<Phase>,
    connection: RwSignal<Connection>,
    travel: travelling::Travelling,
    duties: StoredValue<Duties>,
    notices: notice::Notices,
    language: RwSignal<Language>,
    saved: RwSignal<BTreeSet<BlobId>>,
    read: RwSignal<BTreeMap<ThingId, ReadMark>>,
    preparing: RwSignal<bool>,
    mail: RwSignal<SecretaryMail>,
    looking: Looking,
}

impl State {
    /// The state before anything is opened.
    pub fn new(ports: Ports, device: Device, duties: Duties) -> Self {
        let language = device.preferences.language();
        let connection = if device.shell.online() { Connection::Online } else { Connection::Offline };
        Self {
            ports: StoredValue::new_local(ports),
            device: StoredValue::new_local(device),
            handbook: StoredValue::new_local(None),
            revision: RwSignal::new(0),
            phase: RwSignal::new(Phase::Opening),
            connection: RwSignal::new(connection),
            travel: travelling::Travelling::default(),
            duties: StoredValue::new(duties),
            notices: notice::Notices::default(),
            language: RwSignal::new(language),
            saved: RwSignal::new(BTreeSet::new()),
            read: RwSignal::new(BTreeMap::new()),
            preparing: RwSignal::new(false),
            mail: RwSignal::new(SecretaryMail::default()),
            looking: Looking::default(),
        }
    }

    /// The texts in the owner's language. Nothing follows a change of it: the whole app is built anew then, once in the
    /// life of a phone, so that a text is a plain word in a view and not a closure.
    pub fn texts(self) -> &'static Texts {
        Texts::of(self.language.get_untracked())
    }

    /// The language of the screen.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Changes the language of the screen.
    pub fn set_language(self, language: Language) {
        self.device().preferences.set_language(language);
        self.language.set(language);
    }

    /// The ports of the device.
    pub fn device(self) -> Device {
        self.device.get_value()
    }

    /// What the pages of this program ask the device for.
    pub fn tools(self) -> Tools {
        self.device.with_value(|device| device.tools.clone())
    }

    /// The handbook, when one is open. For commands; screens read through [`State::with`].
    pub fn handbook(self) -> Option<Rc<Handbook>> {
        self.handbook.get_value()
    }

    /// Looks at what is in memory, and again whenever it changes.
    pub fn with<T>(self, look: impl FnOnce(&Memory) -> T) -> Option<T> {
        self.revision.track();
        self.handbook.with_value(|handbook| handbook.as_ref().map(|handbook| look(&handbook.memory())))
    }

    /// The regulation that the branch goes by on `day`.
    pub fn regulation_on(self, day: Day) -> Arc<Regulation> {
        self.with(|memory| memory.in_force(day)).unwrap_or_else(|| Regulation::shipped(day))
    }

    /// The member that this device speaks for.
    pub fn me(self) -> Option<MemberId> {
        self.with(Memory::me).flatten()
    }

    /// Whether this device is the secretary's.
    pub fn is_secretary(self) -> bool {
        self.with(Memory::role) == Some(Role::Secretary)
    }

    /// The branch's name: as it is now, or as the invitation called it. Empty without a handbook.
    pub fn branch_name(self) -> String {
        let named = |memory: &Memory| match memory.fold().charter() {
            Some(charter) => charter.name.to_string(),
            None => memory.identity().invitation().branch.to_string(),
        };
        self.with(named).unwrap_or_default()
    }

    /// Now, by the device's clock.
    pub fn now(self) -> Moment {
        self.ports.with_value(|ports| ports.clock.now())
    }

    /// Today, in Vietnam.
    pub fn today(self) -> Day {
        self.now().day()
    }

    /// Whether a meeting is over by its notice, or closed.
    pub fn past(self, meeting: &Meeting) -> bool {
        let now = self.now().wall();
        self.with(|memory| memory.fold().past(meeting, now)).unwrap_or_else(|| meeting.over(now))
    }

    /// Whether the papers of a meeting were locked: nobody answers it or comments on it any more.
    pub fn closed(self, meeting: ThingId) -> bool {
        self.with(|memory| memory.fold().closed(meeting)).unwrap_or_default()
    }

    /// Where the handbook is in its life.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// Tells everything that looks that memory has changed.
    pub fn changed(self) {
        self.revision.update(|revision| *revision += 1);
    }
}

/// The state, inside a component.
pub fn use_state() -> State {
    expect_context()
}
