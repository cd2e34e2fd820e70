//! The sample branch, to try the app on.

use super::State;

impl State {
    /// Opens the sample branch, as a member or as its secretary.
    pub fn try_sample(self, _as_secretary: bool) {}
}
