//! When to use the network: at the start, when it comes back, after each change that somebody else shall see, and
//! every minute. Offline is a state of the header, not a fault.

use super::{Notice, State};
use crate::ports::{FeedFault, Later};
use crate::sync::{Fault, Handbook, Memory, Travel};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Whether the branch's host can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// The host answered the last time, if only that it is busy, or was not asked yet.
    Online,
    /// No network.
    Offline,
}

/// What the header says about exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncState {
    /// A round is under way.
    Syncing,
    /// So many parcels wait.
    Queued(usize),
    /// No network, nothing waits.
    Offline,
    /// The secretary has something that members do not see yet.
    Unpublished,
    /// Everything is on this device.
    Saved,
}

/// Hears how a round went that was asked for by hand.
type Asked = Box<dyn FnOnce(Result<Travel, Fault>)>;

/// What a program does in one round; with `true` it was asked for by hand, and parcels that pause go too.
pub type Round = for<'a> fn(&'a Handbook, bool) -> Later<'a, Result<Travel, Fault>>;

/// What a program does by itself.
#[derive(Clone, Copy)]
pub struct Duties {
    /// One round of exchange.
    pub round: Round,
    /// Looks after the secretary's mail and the words of documents; the first program leaves that to the one with all
    /// pages.
    pub follow: Option<fn(State)>,
}

#[derive(Clone, Copy)]
pub(super) struct Travelling {
    under_way: RwSignal<bool>,
    again: StoredValue<bool>,
    asked: StoredValue<Vec<Asked>, LocalStorage>,
    soon: StoredValue<bool>,
    stopped: StoredValue<bool>,
}

impl Default for Travelling {
    fn default() -> Self {
        Self {
            under_way: RwSignal::new(false),
            again: StoredValue::new(false),
            asked: StoredValue::new_local(Vec::new()),
            soon: StoredValue::new(false),
            stopped: StoredValue::new(false),
        }
    }
}

/// A change is followed by a round after this, so that several quick changes make one.
const SOON: Duration = Duration::from_millis(800);
/// A round follows another one after this.
const EVERY: Duration = Duration::from_secs(60);

impl State {
    /// Whether the host can be reached.
    pub fn connection(self) -> Connection {
        self.connection.get()
    }

    /// Whether a round is under way.
    pub fn travelling(self) -> bool {
        self.travel.under_way.get()
    }

    /// Parcels that wait to be handed over.
    pub fn waiting(self) -> usize {
        self.with(Memory::waiting).unwrap_or(0)
    }

    /// What the header says.
    pub fn sync_state(self) -> SyncState {
        let waiting = self.waiting();
        if self.travelling() && waiting > 0 {
            SyncState::Syncing
        } else if waiting > 0 {
            SyncState::Queued(waiting)
        } else if self.connection() == Connection::Offline {
            SyncState::Offline
        } else if self.with(Memory::unpublished).unwrap_or(false) {
            SyncState::Unpublished
        } else {
            SyncState::Saved
        }
    }

    /// Begins what this program looks after by itself. For the body of a component that stays.
    pub fn take_up_duties(self) {
        if let Some(follow) = self.duties.with_value(|duties| duties.follow) {
            follow(self);
        }
    }

    /// Starts exchanging by itself: called once, when the first screen can be used.
    pub fn start_travelling(self) {
        self.device().shell.on_network(Box::new(move |online| {
            self.connection.set(if online { Connection::Online } else { Connection::Offline });
            if online {
                self.travel_now();
            }
        }));
        self.device().shell.on_elsewhere(Box::new(move || {
            spawn_local(async move {
                if let Some(handbook) = self.handbook()
                    && handbook.catch_up().await == Ok(true)
                {
                    self.changed();
                    self.load_marks().await;
                }
            });
        }));
        self.device().shell.on_new_version(Box::new(move || self.note_new_version()));
        self.travel_now();
        self.travel_later();
    }

    /// Another program goes on in this page: no further round is begun here, and the handbook is given back. What
    /// is under way is finished.
    pub fn retire(self) {
        self.travel.stopped.set_value(true);
        self.handbook.set_value(None);
    }

    /// Whether anything here is not where others can see it.
    pub(super) fn something_to_send(self) -> bool {
        self.waiting() > 0 || self.with(Memory::unpublished).unwrap_or(false)
    }

    fn travel_later(self) {
        set_timeout(
            move || {
                // The state is gone when another program has taken over.
                if self.travel.stopped.try_get_value() == Some(false) {
                    self.travel_now();
                    self.travel_later();
                }
            },
            EVERY,
        );
    }

    /// A round a moment from now.
    pub fn travel_soon(self) {
        if self.travel.soon.get_value() {
            return;
        }
        self.travel.soon.set_value(true);
        set_timeout(
            move || {
                self.travel.soon.try_set_value(false);
                self.travel_now();
            },
            SOON,
        );
    }

    /// A round now, by the owner's hand: parcels that pause after a failure go too. `done` hears how it went.
    pub fn travel_at_once(self, done: impl FnOnce(Result<Travel, Fault>) + 'static) {
        self.travel.asked.update_value(|asked| asked.push(Box::new(done)));
        self.travel_now();
    }

    /// A round now. One that is asked for in the midst of another follows it.
    pub fn travel_now(self) {
        if self.travel.stopped.try_get_value() != Some(false) {
            return;
        }
        if self.travel.under_way.get_untracked() {
            self.travel.again.set_value(true);
            return;
        }
        self.travel.under_way.set(true);
        spawn_local(async move {
            loop {
                self.travel.again.set_value(false);
                let asked = self.travel.asked.try_update_value(std::mem::take).unwrap_or_default();
                let outcome = self.travel_once(!asked.is_empty()).await;
                for done in asked {
                    done(outcome);
                }
                if !self.travel.again.get_value() {
                    break;
                }
            }
            self.travel.under_way.set(false);
        });
    }

    async fn travel_once(self, at_once: bool) -> Result<Travel, Fault> {
        let handbook = self.handbook().ok_or(Fault::NotOpen)?;
        let Duties { round, follow } = self.duties.get_value();
        let before = handbook.memory().generation();
        let outcome = round(&handbook, at_once).await;
        if handbook.memory().generation() != before {
            self.device().shell.tell_tabs();
        }
        match outcome {
            Ok(travel) => {
                self.connection.set(Connection::Online);
                if travel.arrival.outdated {
                    self.remark(Notice::Outdated);
                } else {
                    self.all_well();
                }
                self.refresh_today().await;
                self.save_due_documents().await;
            }
            Err(Fault::NoHosting) => {}
            Err(fault) => {
                match fault {
                    Fault::Feed(FeedFault::Offline) => self.connection.set(Connection::Offline),
                    // A host that is busy has been reached.
                    Fault::Feed(_) => self.connection.set(Connection::Online),
                    _ => {}
                }
                // Who asked by hand is told where the hand is.
                if !fault.recoverable() && !at_once {
                    self.remark(Notice::Fault(fault));
                }
                self.changed();
            }
        }
        // A secretary's mail is looked at without a network too.
        let mail_waits = follow.is_none() && untrack(|| self.is_secretary());
        if mail_waits || outcome.is_ok_and(|travel| travel.errands) {
            // Where it cannot be loaded, the next round asks again.
            self.device().shell.hand_over(Box::new(|| ()));
        }
        outcome
    }
}
