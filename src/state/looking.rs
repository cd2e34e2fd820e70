//! What was looked for in the library: it stands there again when one comes back from a document.

use super::State;
use leptos::prelude::*;

/// Which documents are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sieve {
    /// Every one.
    #[default]
    All,
    /// Papers of the next meeting.
    NextMeeting,
    /// Those that were not read to the end.
    Unread,
    /// Those whose file is on this device.
    Saved,
}

/// A search and a filter.
#[derive(Clone, Copy, Default)]
pub struct Looking {
    /// What stands in the search field.
    pub typed: RwSignal<String>,
    /// Which are wanted.
    pub sieve: RwSignal<Sieve>,
}

impl State {
    /// What is looked for in the library.
    pub fn looking(self) -> Looking {
        self.looking
    }
}
