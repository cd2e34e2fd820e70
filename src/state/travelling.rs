//! When to use the network: at the start, when it comes back, after each change, and every few minutes while the
//! page is looked at. Offline is a state of the header, not a fault.

use super::{Notice, State};
use crate::exchange::outbox::Stage;
use crate::ports::Later;
use crate::sync::{Fault, Handbook, Memory, Travel};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Whether the branch's host can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// The last round went through, or none was tried yet.
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

/// What a program does in one round.
pub type Round = for<'a> fn(&'a Handbook) -> Later<'a, Result<Travel, Fault>>;

#[derive(Clone, Copy)]
pub(super) struct Travelling {
    under_way: RwSignal<bool>,
    again: StoredValue<bool>,
    soon: StoredValue<bool>,
    stopped: StoredValue<bool>,
}

impl Default for Travelling {
    fn default() -> Self {
        Self {
            under_way: RwSignal::new(false),
            again: StoredValue::new(false),
            soon: StoredValue::new(false),
            stopped: StoredValue::new(false),
        }
    }
}

/// A change is followed by a round after this, so that several quick changes make one.
const SOON: Duration = Duration::from_millis(800);
/// A round while the page is looked at.
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
        let waits =
            |memory: &Memory| memory.outbox().iter().filter(|parcel| parcel.stage == Stage::Waiting).count();
        self.with(waits).unwrap_or(0)
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
                }
            });
        }));
        self.device().shell.on_new_version(Box::new(move || self.say(Notice::NewVersion)));
        self.travel_now();
        self.travel_later();
    }

    /// No further round is begun: another program goes on in this page.
    pub fn stop_travelling(self) {
        self.travel.stopped.set_value(true);
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
                self.travel_once().await;
                if !self.travel.again.get_value() {
                    break;
                }
            }
            self.travel.under_way.set(false);
        });
    }

    async fn travel_once(self) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        let outcome = self.round.with_value(|round| *round)(&handbook).await;
        match outcome {
            Ok(travel) => {
                self.connection.set(Connection::Online);
                if travel.arrival.outdated {
                    self.say(Notice::Outdated);
                }
                self.refresh_today().await;
                self.save_due_documents().await;
            }
            Err(Fault::NoHosting) => {}
            Err(fault) if fault.recoverable() => {
                self.connection.set(Connection::Offline);
                self.changed();
            }
            Err(fault) => {
                self.say(Notice::Fault(fault));
                self.changed();
            }
        }
    }
}
