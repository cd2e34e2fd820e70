//! Brings into memory what a start does not read, when a screen asks for it.

use super::State;
use crate::domain::id::ThingId;
use crate::record::Kind;

impl State {
    /// Brings all facts of a kind into memory.
    pub fn load(self, kind: Kind) {
        self.bring_in(async move |handbook| handbook.load(kind).await, || ());
    }

    /// Brings what members have sent on a meeting into memory.
    pub fn load_meeting(self, meeting: ThingId) {
        self.bring_in(async move |handbook| handbook.load_meeting(meeting).await, || ());
    }
}
