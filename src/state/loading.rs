//! Brings into memory what a start does not read, when a screen asks for it.

use super::{Notice, State};
use crate::domain::id::ThingId;
use crate::record::Kind;
use leptos::task::spawn_local;

impl State {
    /// Brings all facts of a kind into memory.
    pub fn load(self, kind: Kind) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            match handbook.load(kind).await {
                Ok(()) => self.changed(),
                Err(fault) => self.say(Notice::Fault(fault)),
            }
        });
    }

    /// Brings what members have sent on a meeting into memory.
    pub fn load_meeting(self, meeting: ThingId) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            match handbook.load_meeting(meeting).await {
                Ok(()) => self.changed(),
                Err(fault) => self.say(Notice::Fault(fault)),
            }
        });
    }
}
