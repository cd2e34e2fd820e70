//! The sentence over whatever is shown, until it is read.

use super::State;
use crate::sync::Fault;
use leptos::prelude::*;

/// A sentence for the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something did not work.
    Fault(Fault),
    /// The host serves an older state than this device has.
    Outdated,
    /// A notice goes out to so many members.
    Announced(usize),
    /// A notice will go out to so many members, once it can be published.
    AnnouncedLater(usize),
}

#[derive(Clone, Copy)]
pub(super) struct Notices {
    shown: RwSignal<Option<Notice>>,
    /// The last one that was read.
    read: StoredValue<Option<Notice>>,
    new_version: RwSignal<bool>,
}

impl Default for Notices {
    fn default() -> Self {
        Self { shown: RwSignal::new(None), read: StoredValue::new(None), new_version: RwSignal::new(false) }
    }
}

impl State {
    /// The sentence.
    pub fn notice(self) -> Option<Notice> {
        self.notices.shown.get()
    }

    /// Says how it went with something that the owner has just done.
    pub fn say(self, notice: Notice) {
        self.notices.shown.set(Some(notice));
    }

    /// Says what happened by itself, unless something is being said, or the owner has read the very same already.
    pub(super) fn remark(self, notice: Notice) {
        let said = self.notices.shown.get_untracked().is_some();
        if !said && self.notices.read.get_value() != Some(notice) {
            self.say(notice);
        }
    }

    /// Takes the sentence away: it was read.
    pub fn hush(self) {
        self.notices.read.set_value(self.notices.shown.get_untracked());
        self.notices.shown.set(None);
    }

    /// It went well: should the same happen again, it is news.
    pub(super) fn all_well(self) {
        self.notices.read.set_value(None);
    }

    /// Whether a new version of the app waits.
    pub fn new_version(self) -> bool {
        self.notices.new_version.get()
    }

    pub(super) fn note_new_version(self) {
        self.notices.new_version.set(true);
    }

    /// Does not ask for the new version again in this program.
    pub fn put_off_new_version(self) {
        self.notices.new_version.set(false);
    }
}
