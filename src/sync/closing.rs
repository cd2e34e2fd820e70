//! Closing a meeting: its minutes become a fact of the branch and its papers are locked, all at once. From then on what
//! was entered of it is only read.

use super::drafts::gone;
use super::memory::Change;
use super::{Fault, Handbook, Memory};
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::time::Moment;
use crate::exchange::draft::DraftName;
use crate::ports::Write;
use crate::record::{Body, Kind};

impl Memory {
    /// When a meeting was closed.
    pub fn closed_at(&self, meeting: ThingId) -> Option<Moment> {
        self.fold.minutes(meeting)?.closed_at
    }

    /// Whether there is anything that minutes could tell of a meeting: somebody was marked, or a step was begun.
    pub fn was_held(&self, meeting: ThingId) -> bool {
        let begun = || self.proceedings(meeting).is_some_and(|run| run.began().is_some());
        !self.roll_call(meeting).entries().is_empty() || begun()
    }

    /// Takes away what is still being written for the close: the number of the resolution, and marks.
    fn closing_drafts(&self, minutes: &Minutes) -> Vec<Write> {
        let criteria = self.regulation(minutes.regulation).rubric.criteria.len();
        let marks = (0..=u8::MAX).take(criteria).map(|place| DraftName::Mark(minutes.meeting, place));
        marks.chain([DraftName::Closing(minutes.meeting)]).map(gone).collect()
    }

    /// Refuses a change of a meeting that was closed.
    pub(super) fn still_open(&self, meeting: ThingId) -> Result<(), Fault> {
        if self.closed_at(meeting).is_some() { Err(Fault::Locked) } else { Ok(()) }
    }
}

impl Handbook {
    /// Closes a meeting: publishes roll call, tasks, outcomes and the score, and locks its papers with the signature of this device.
    /// All of it or nothing; a second time it is refused, and so is a meeting that was not held or still goes on. The
    /// minutes must be among the papers, each must be of this meeting, and the score must be whole.
    pub async fn close_meeting(&self, meeting: ThingId, papers: Vec<SignedPaper>) -> Result<(), Fault> {
        if papers.iter().any(|paper| paper.meeting != meeting) {
            return Err(Fault::OtherMeeting);
        }
        if papers.iter().all(|paper| paper.form != Form::Minutes) {
            return Err(Fault::NoMinutes);
        }
        self.load(Kind::SignedPaper).await?;
        self.load_meeting(meeting).await?;
        self.load_proceedings(meeting).await?;
        self.load(Kind::Document).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            memory.still_open(meeting)?;
            let minutes = Minutes { closed_at: Some(now), ..memory.whole_minutes(meeting)? };
            let mut change = Change { rows: memory.closing_drafts(&minutes), ..Change::default() };
            memory.state_in(&mut change, now, meeting, Body::Minutes(minutes))?;
            if !memory.was_held(meeting) {
                return Err(Fault::NotHeld);
            }
            if memory.proceedings(meeting).is_some_and(|run| run.goes_on()) {
                return Err(Fault::StillRuns);
            }
            let score = memory.own_score(meeting, now)?;
            memory.state_in(&mut change, now, meeting, Body::Score(score))?;
            memory.lock_in(&mut change, now, &papers)?;
            Ok((change, ()))
        })
        .await
    }
}
