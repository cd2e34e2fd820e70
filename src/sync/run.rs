//! What the secretary enters of a meeting, from its preparation to its close. Each entry is kept at once, wrapped with
//! the device's own key, and decided on what is stored by then, so that two tabs never overwrite each other.

use super::drafts::gone;
use super::{Fault, Handbook, Memory, Role};
use crate::domain::changes::Changes;
use crate::domain::entered::{Entered, proceedings_parts};
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::proceedings::{Proceedings, ProceedingsFault};
use crate::domain::task::Outcome;
use crate::domain::text::lower;
use crate::domain::vote::{Base, Vote};
use crate::exchange::draft::DraftName;
use crate::exchange::subject::Subject;
use crate::ports::{Table, Write};
use crate::record::{Body, Flaw, Kind};
use crate::sync::memory::Change;

/// What the names of the rows begin with that keep what is entered.
pub(super) const RUNS: &str = "run/";

/// Where what is entered of a meeting lies among the drafts.
fn row_key(meeting: ThingId) -> Vec<u8> {
    [RUNS, &meeting.to_string()].concat().into_bytes()
}

impl Memory {
    /// What is entered of a meeting, as far as it was loaded; the order of business of its notice where nothing is.
    pub fn proceedings(&self, meeting: ThingId) -> Option<Proceedings> {
        let notice = self.fold.meeting(meeting);
        match self.runs.get(&meeting) {
            Some(run) => {
                let mut run = run.clone();
                notice.into_iter().for_each(|notice| run.follow(notice));
                Some(run)
            }
            None => notice.map(Proceedings::of),
        }
    }

    /// Whether the minutes-taker is the one who presides by the notice, nobody else being chosen. A notice knows the
    /// name alone.
    fn chair_takes_minutes(&self, run: &Proceedings, notice: &Meeting) -> bool {
        let taker = run.minute_taker.filter(|_| run.chair.is_none());
        let taker = taker.and_then(|taker| self.fold.roster()?.member(taker));
        taker.is_some_and(|taker| lower(taker.name.as_str()) == lower(notice.presiding().0))
    }

    /// How many of those who have a vote are in the room.
    fn voters_there(&self, meeting: ThingId) -> u16 {
        let roster = self.fold.roster();
        roster.map_or(0, |roster| Base::in_the_room(&self.roll_call(meeting), &roster.members))
    }
}

impl Handbook {
    /// Brings what is entered of a meeting into memory, and every version of its notice: the first tells when it went out.
    pub async fn load_proceedings(&self, meeting: ThingId) -> Result<(), Fault> {
        self.load_about(&[Kind::Posting], meeting).await?;
        let notice = Subject::of_branch(Kind::Meeting, meeting);
        if !self.memory.borrow().warm_subjects.contains(&notice) {
            self.warm([notice].into()).await?;
        }
        if let Some(Entered { proceedings, .. }) = self.stored_proceedings(meeting).await? {
            self.memory.borrow_mut().runs.insert(meeting, proceedings);
        }
        Ok(())
    }

    pub(super) async fn stored_proceedings(&self, meeting: ThingId) -> Result<Option<Entered>, Fault> {
        let Some(wrapped) = self.ports.store.get(Table::Drafts, &row_key(meeting)).await? else {
            return Ok(None);
        };
        match Body::decode(Kind::Proceedings, meeting, &self.ports.keys.unwrap(wrapped).await?)? {
            Body::Proceedings(entered) => Ok(Some(*entered)),
            _ => Err(Fault::Flaw(Flaw::BadValue)),
        }
    }

    /// The row that keeps what is entered.
    pub(super) async fn proceedings_row(&self, entered: Entered) -> Result<Write, Fault> {
        let key = row_key(entered.proceedings.meeting);
        let wrapped = self.ports.keys.wrap(Body::Proceedings(Box::new(entered)).encode()).await?;
        Ok(Write::Put(Table::Drafts, key, wrapped))
    }

    /// Changes what is entered of a meeting. Once this returns the entry survives a kill; a refused one changes
    /// nothing.
    pub async fn edit_proceedings(
        &self,
        meeting: ThingId,
        edit: impl Fn(&mut Proceedings) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.edit_proceedings_with(meeting, edit, None).await
    }

    /// Enters something that was drafted; the draft goes in the same commit.
    pub async fn enter_drafted(
        &self,
        meeting: ThingId,
        draft: DraftName,
        edit: impl Fn(&mut Proceedings) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.edit_proceedings_with(meeting, edit, Some(gone(draft))).await
    }

    async fn edit_proceedings_with(
        &self,
        meeting: ThingId,
        edit: impl Fn(&mut Proceedings) -> Result<(), Fault>,
        draft: Option<Write>,
    ) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        loop {
            // From the store: another tab may have entered something.
            let stored = self.stored_proceedings(meeting).await?;
            let entered = {
                let memory = self.memory.borrow();
                if memory.role() != Role::Secretary {
                    return Err(Fault::NotTheSecretary);
                }
                memory.still_open(meeting)?;
                let notice = memory.fold.meeting(meeting).ok_or(Fault::UnknownMeeting)?;
                let (mut run, mut changes) = match stored {
                    Some(entered) => (entered.proceedings, entered.changes),
                    None => (Proceedings::of(notice), Changes::default()),
                };
                run.follow(notice);
                let before = proceedings_parts(&run);
                let chairs = (run.chair, run.minute_taker);
                edit(&mut run)?;
                run.check()?;
                if chairs != (run.chair, run.minute_taker) && memory.chair_takes_minutes(&run, notice) {
                    return Err(Fault::Proceedings(ProceedingsFault::ChairTakesMinutes));
                }
                changes.note(&before, &proceedings_parts(&run), now);
                if changes.marks().len() > Changes::PLACES_MAX {
                    return Err(Fault::Proceedings(ProceedingsFault::TooMany));
                }
                Entered { proceedings: run, minutes: None, changes }
            };
            let run = entered.proceedings.clone();
            let mut rows = vec![self.proceedings_row(entered).await?];
            rows.extend(draft.clone());
            if self.settle(Change { rows, ..Change::default() }).await? {
                self.memory.borrow_mut().runs.insert(meeting, run);
                return Ok(());
            }
        }
    }

    /// Enters a count, or changes the one with its id; its draft goes in the same commit. More votes than voters in
    /// the room are refused.
    pub async fn put_vote(&self, meeting: ThingId, vote: Vote) -> Result<(), Fault> {
        vote.check_with(self.memory.borrow().voters_there(meeting))?;
        self.enter_drafted(meeting, DraftName::Vote(meeting), |run| Ok(run.put_vote(vote.clone())?)).await
    }

    /// Enters how far a task of an earlier meeting is, as this meeting found.
    pub async fn put_outcome(&self, meeting: ThingId, outcome: Outcome) -> Result<(), Fault> {
        self.edit_outcome(meeting, outcome.task, |found| found.clone_from(&outcome)).await
    }

    /// Changes a part of how far a task is, as this meeting finds. The rest stays as it is stored by then, which may be
    /// newer than what a screen shows. What was not looked at yet begins as not begun.
    pub async fn edit_outcome(
        &self,
        meeting: ThingId,
        task: ThingId,
        edit: impl Fn(&mut Outcome),
    ) -> Result<(), Fault> {
        self.edit_minutes(meeting, &[], |minutes| {
            let known = minutes.outcomes.iter().position(|known| known.task == task);
            let mut outcome = match known {
                Some(known) => minutes.outcomes[known].clone(),
                None if minutes.outcomes.len() == Minutes::OUTCOMES_MAX => {
                    return Err(Fault::Flaw(Flaw::TooLarge));
                }
                None => Outcome::unseen(task),
            };
            edit(&mut outcome);
            outcome.check()?;
            match known {
                Some(known) => minutes.outcomes[known] = outcome,
                None => minutes.outcomes.push(outcome),
            }
            Ok(())
        })
        .await
    }
}
