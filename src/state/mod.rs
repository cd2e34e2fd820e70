//! The one copy in memory as signals, and what screens do with it. Signals that outlive a page are made here.

mod faults;
mod loading;
mod mail;
mod opening;
mod reading;
mod travelling;
mod trial;

pub use mail::SecretaryMail;
pub use opening::Phase;
pub use reading::ReadMark;
pub use travelling::{Connection, Round, SyncState};

use crate::domain::id::{BlobId, MemberId, ThingId};
use crate::domain::time::{Day, Moment};
use crate::i18n::Texts;
use crate::ports::Ports;
use crate::ports::device::{Device, Language};
use crate::record::Kind;
use crate::sync::{Fault, Handbook, Memory};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::rc::Rc;

/// A sentence for the owner, shown at the top of the page until it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something did not work.
    Fault(Fault),
    /// The host serves an older state than this device has.
    Outdated,
    /// A new version of the app waits.
    NewVersion,
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
    round: StoredValue<Round>,
    notice: RwSignal<Option<Notice>>,
    language: RwSignal<Language>,
    saved: RwSignal<BTreeSet<BlobId>>,
    read: RwSignal<BTreeMap<ThingId, ReadMark>>,
    preparing: RwSignal<bool>,
}

impl State {
    /// The state before anything is opened.
    pub fn new(ports: Ports, device: Device, round: Round) -> Self {
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
            round: StoredValue::new(round),
            notice: RwSignal::new(None),
            language: RwSignal::new(language),
            saved: RwSignal::new(BTreeSet::new()),
            read: RwSignal::new(BTreeMap::new()),
            preparing: RwSignal::new(false),
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

    /// The handbook, when one is open. For commands; screens read through [`State::with`].
    pub fn handbook(self) -> Option<Rc<Handbook>> {
        self.handbook.get_value()
    }

    /// Looks at what is in memory, and again whenever it changes.
    pub fn with<T>(self, look: impl FnOnce(&Memory) -> T) -> Option<T> {
        self.revision.track();
        self.handbook.with_value(|handbook| handbook.as_ref().map(|handbook| look(&handbook.memory())))
    }

    /// The member that this device speaks for.
    pub fn me(self) -> Option<MemberId> {
        self.with(Memory::me).flatten()
    }

    /// Now, by the device's clock.
    pub fn now(self) -> Moment {
        self.ports.with_value(|ports| ports.clock.now())
    }

    /// Today, in Vietnam.
    pub fn today(self) -> Day {
        self.now().day()
    }

    /// Where the handbook is in its life.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// The sentence at the top of the page.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Shows a sentence at the top of the page.
    pub fn say(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// Takes the sentence away.
    pub fn hush(self) {
        self.notice.set(None);
    }

    /// Runs a command on the handbook; afterwards everything that looks is told, other tabs too, and what waits is
    /// sent. `done` gets the outcome; a fault is the caller's to show.
    pub fn run<T, Run>(
        self,
        command: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(Result<T, Fault>) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            let outcome = command(handbook).await;
            let changed = outcome.is_ok();
            self.changed();
            done(outcome);
            if changed {
                self.device().shell.tell_tabs();
                self.travel_soon();
            }
        });
    }

    /// Like [`State::run`], with faults shown at the top of the page.
    pub fn run_or_say<T, Run>(
        self,
        command: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(T) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        self.run(command, move |outcome| match outcome {
            Ok(value) => done(value),
            Err(fault) => self.say(Notice::Fault(fault)),
        });
    }

    /// Brings what is known about one thing into memory, for a page that shows it; true once it is there.
    pub fn load_about(self, kinds: &'static [Kind], about: ThingId) -> ReadSignal<bool> {
        let (there, set_there) = signal(false);
        self.bring_in(
            async move |handbook| handbook.load_about(kinds, about).await,
            // The page may have been left in the meantime.
            move || {
                set_there.try_set(true);
            },
        );
        there
    }

    /// Brings facts into memory that a screen asks for, then tells everything that looks. `done` hears when that is
    /// over; a fault is shown at the top of the page.
    pub fn bring_in<Run>(
        self,
        read: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce() + 'static,
    ) where
        Run: Future<Output = Result<(), Fault>> + 'static,
    {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            match read(handbook).await {
                Ok(()) => self.changed(),
                Err(fault) => self.say(Notice::Fault(fault)),
            }
            done();
        });
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
