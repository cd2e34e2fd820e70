//! What a notice has before somebody changes it: length and order of business, by the regulation that it is made under.

use super::form::{Form, members};
use crate::domain::meeting::{AgendaItem, Kind};
use crate::domain::regulation::Regulation;
use crate::domain::time::Day;
use crate::state::State;
use crate::sync::Memory;
use leptos::prelude::*;
use std::sync::Arc;

/// What a notice has as long as nobody has changed it: what the regulation sets for the kind of branch and meeting.
#[derive(Clone, PartialEq)]
pub struct Usual {
    /// Length.
    pub minutes: String,
    /// Order of business.
    pub agenda: Vec<AgendaItem>,
}

impl Form {
    /// The regulation that the notice is made under: that of a notice that is out stays, a new one goes by what is in
    /// force on the day of the meeting. Follows the day.
    pub fn regulation(self, state: State) -> Arc<Regulation> {
        let made_under = self.known.with(|known| known.as_ref().map(|known| known.regulation));
        let known = made_under.and_then(|id| state.with(|memory| memory.regulation(id)));
        let day = || self.day.value.with(|text| Day::parse(text)).unwrap_or_else(|_| state.today());
        known.unwrap_or_else(|| state.regulation_on(day()))
    }

    /// Whether there is a thematic part. Follows kind and theme.
    pub fn thematic(self) -> bool {
        match self.kind.get() {
            Kind::Regular => self.theme.value.with(|theme| !theme.trim().is_empty()),
            Kind::Thematic => true,
            Kind::Extraordinary => false,
        }
    }

    /// What the regulation sets for what stands in the form. Follows it.
    pub fn usual(self, state: State) -> Usual {
        let (kind, thematic, regulation) = (self.kind.get(), self.thematic(), self.regulation(state));
        let known = |memory: &Memory| (memory.fold().charter().map(|charter| charter.kind), members(memory));
        let (branch, members) = state.with(known).unwrap_or_default();
        Usual {
            minutes: regulation.usual_minutes(thematic, members).to_string(),
            agenda: branch.map(|branch| regulation.agenda(kind, thematic, branch)).unwrap_or_default(),
        }
    }

    /// Length and order of business follow kind, theme and day from now on, while they are the usual ones.
    pub fn follow(self, state: State) {
        let usual = Memo::new(move |_| self.usual(state));
        Effect::new(move |before: Option<Usual>| {
            let now = usual.get();
            if let Some(before) = before {
                self.replace(before, now.clone());
            }
            now
        });
    }

    /// Changes fields; length and order of business follow.
    pub fn change(self, state: State, change: impl FnOnce()) {
        let before = untrack(|| self.usual(state));
        change();
        self.replace(before, untrack(|| self.usual(state)));
    }

    fn replace(self, before: Usual, now: Usual) {
        if self.minutes.text() == before.minutes {
            self.minutes.value.set(now.minutes);
        }
        if self.agenda.with_untracked(|agenda| *agenda == before.agenda) {
            self.agenda.set(now.agenda);
        }
    }
}
