//! The regulations that the branch knows, and by which it goes. To adopt one is to choose it: of those that count on a
//! day the branch goes by the one that it has adopted last.

use super::memory::Change;
use super::{Fault, Handbook, Memory, Role};
use crate::domain::id::RecordId;
use crate::domain::order;
use crate::domain::regulation::{Regulation, RegulationId, RegulationText, Regulations, Rule};
use crate::domain::time::{Day, Moment};
use crate::exchange::subject::Subject;
use crate::record::digest::regulation_thing;
use crate::record::{Body, Kind, Record};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

thread_local! {
    /// What stands in the records that were asked for. A record never changes, so neither does what was read; it is no
    /// part of the memory because the first program has no reader.
    static READ: RefCell<BTreeMap<RecordId, Option<Arc<Regulation>>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The regulation in a record; nothing where this app cannot read it, or where it stands under another's name.
fn adopted(record: &Record) -> Option<Arc<Regulation>> {
    let Body::Regulation(text) = record.body() else {
        return None;
    };
    let read = || {
        let regulation = Regulation::parse(text.as_str()).ok()?;
        (regulation_thing(regulation.id) == record.header().about).then(|| Arc::new(regulation))
    };
    READ.with_borrow_mut(|known| known.entry(record.id()).or_insert_with(read).clone())
}

impl Memory {
    /// All that are known here: shipped and adopted. Each text is read once.
    pub fn regulations(&self) -> Regulations {
        let mut known = Regulations::shipped();
        let records = self.fold.stated(Kind::Regulation);
        let key = |record: &Record| (record.header().at, record.id());
        for record in order::sorted(records, |a, b| key(a).cmp(&key(b))) {
            if let Some(regulation) = adopted(record) {
                known.adopt(regulation);
            }
        }
        known
    }

    /// The regulation that a record names; the newest one known where this app does not know it.
    pub fn regulation(&self, id: RegulationId) -> Arc<Regulation> {
        self.regulations().named(id)
    }

    /// The regulation that the branch goes by on `day`.
    pub fn in_force(&self, day: Day) -> Arc<Regulation> {
        self.regulations().in_force(day)
    }

    /// The text of a regulation that is known.
    pub fn regulation_text(&self, id: RegulationId) -> Option<&str> {
        let subject = Subject::of_branch(Kind::Regulation, regulation_thing(id));
        let current = self.fold.versions(&subject).and_then(|versions| versions.current());
        let stated = current.and_then(|record| match record.body() {
            Body::Regulation(text) => Some(text.as_str()),
            _ => None,
        });
        stated.or_else(|| Regulations::shipped_text(id))
    }

    fn adopting(&self, now: Moment, id: RegulationId, text: &str) -> Result<Change, Fault> {
        let text = RegulationText::new(text).ok_or(Fault::Regulation(Rule::Size.at(1)))?;
        // What is adopted last counts, whatever a clock says.
        let others = self.fold.stated(Kind::Regulation).map(|record| record.header().at.plus_milliseconds(1));
        let at = others.fold(now, Moment::max);
        self.stated(at, regulation_thing(id), Body::Regulation(text))
    }
}

impl Handbook {
    /// Adopts the regulation in `text`; from the day on which it takes effect the branch goes by it.
    ///
    /// # Errors
    /// [`Fault::Regulation`] with the line that breaks a rule; [`Fault::OlderRegulation`] when the one known by this id
    /// is the very same or was issued later.
    pub async fn adopt_regulation(&self, text: &str) -> Result<RegulationId, Fault> {
        let new = Regulation::parse(text)?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let age = |regulation: &Regulation| (regulation.issued_on, regulation.effective_from);
            let known = memory.regulations();
            if known.get(new.id).is_some_and(|known| **known == new || age(known) > age(&new)) {
                return Err(Fault::OlderRegulation);
            }
            Ok((memory.adopting(now, new.id, text)?, new.id))
        })
        .await
    }

    /// Goes by a regulation that is known: it is adopted anew, after all others.
    pub async fn choose_regulation(&self, id: RegulationId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let text = memory.regulation_text(id).ok_or(Fault::UnknownRegulation)?;
            Ok((memory.adopting(now, id, text)?, ()))
        })
        .await
    }
}
