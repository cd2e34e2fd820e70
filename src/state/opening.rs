//! From a cold start to a handbook on the screen: opening, founding, joining, moving in.

use super::{Notice, State};
use crate::domain::id::ThingId;
use crate::domain::time::Moment;
use crate::exchange::invitation::{DevicePass, Invitation};
use crate::record::Kind;
use crate::sync::{Fault, Founding, Handbook};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Where the handbook is in its life on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The store is being read.
    Opening,
    /// Nothing is on this device yet.
    Empty,
    /// A handbook is open.
    Open,
    /// The store or the keys could not be read.
    Failed(Fault),
}

impl State {
    /// Opens the handbook on this device, with all that Hôm nay shows.
    pub async fn open(self) {
        let ports = self.ports.get_value();
        match Handbook::open(ports).await {
            Ok(Some(handbook)) => self.take(handbook).await,
            Ok(None) => self.phase.set(Phase::Empty),
            Err(fault) => self.phase.set(Phase::Failed(fault)),
        }
    }

    /// Opens an invitation; `done` gets the outcome.
    pub fn join(self, invitation: Invitation, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let ports = self.ports.get_value();
        spawn_local(async move {
            let joined = Handbook::join(ports, invitation).await;
            done(self.move_in(joined).await);
        });
    }

    /// Opens a device that was made elsewhere.
    pub fn restore(self, pass: DevicePass, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let ports = self.ports.get_value();
        spawn_local(async move {
            let restored = Handbook::restore(ports, pass).await;
            done(self.move_in(restored).await);
        });
    }

    /// Founds a branch; `done` gets the outcome.
    pub fn found(self, founding: Founding, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let ports = self.ports.get_value();
        spawn_local(async move {
            match Handbook::found(ports, founding).await {
                Ok(founded) => done(self.move_in(Ok(founded.handbook)).await),
                Err(fault) => done(Err(fault)),
            }
        });
    }

    /// A handbook that is new on this device: it is opened, kept safe, and a round follows.
    async fn move_in(self, handbook: Result<Handbook, Fault>) -> Result<(), Fault> {
        self.take(handbook?).await;
        // The browser may ask the owner: nothing waits for the answer.
        spawn_local(async move { self.device().shell.keep_storage().await });
        self.travel_now();
        Ok(())
    }

    pub(super) async fn take(self, handbook: Handbook) {
        let handbook = Rc::new(handbook);
        if let Err(fault) = load_today(&handbook, self.now()).await {
            self.say(Notice::Fault(fault));
        }
        self.handbook.set_value(Some(handbook));
        self.phase.set(Phase::Open);
        self.changed();
        self.load_marks().await;
    }

    /// Brings the rest of what Hôm nay shows into memory again, after something came in.
    pub(super) async fn refresh_today(self) {
        if let Some(handbook) = self.handbook() {
            if let Err(fault) = load_today(&handbook, self.now()).await {
                self.remark(Notice::Fault(fault));
            }
            self.changed();
        }
    }
}

/// The papers of meetings that are still to come, and the own words on them.
async fn load_today(handbook: &Handbook, now: Moment) -> Result<(), Fault> {
    let (meetings, documents) = {
        let memory = handbook.memory();
        let coming = memory.fold().meetings().filter(|meeting| meeting.starts.day >= now.day());
        let mut meetings: Vec<ThingId> = Vec::new();
        let mut documents: Vec<ThingId> = Vec::new();
        for meeting in coming {
            meetings.push(meeting.id);
            documents.extend(&meeting.documents);
        }
        (meetings, documents)
    };
    for document in documents {
        handbook.load_about(&[Kind::Document], document).await?;
    }
    for meeting in meetings {
        handbook.load_about(&[Kind::Reply, Kind::CheckIn, Kind::Comment], meeting).await?;
    }
    Ok(())
}

impl State {
    /// Keeps the picture of Hôm nay for the next start, provided that it is still `shown` by then.
    pub fn keep_today(self, shown: impl Fn() -> bool + 'static) {
        // After the change has reached the page.
        leptos::leptos_dom::helpers::request_animation_frame(move || {
            if shown() {
                self.device().shell.remember_today();
            }
        });
    }
}
