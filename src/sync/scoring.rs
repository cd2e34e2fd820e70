//! The score of a meeting: what is known of it for its evidence, and the word of the superior.

use super::drafts::gone;
use super::{Fault, Handbook, Memory};
use crate::domain::id::ThingId;
use crate::domain::meeting_score::{MeetingScore, Official};
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::regulation::Regulation;
use crate::domain::score::evidence::{Facts, Suggestion, suggestions};
use crate::domain::score::gather::{Sources, Times};
use crate::domain::score::{Judgements, MarkFault, ScoreSheet};
use crate::domain::task::Task;
use crate::domain::time::Moment;
use crate::exchange::draft::DraftName;
use crate::record::{Body, Kind};
use std::sync::Arc;

/// How a meeting is scored: as it was closed, or as it stands by now.
#[derive(Clone, Debug, PartialEq)]
pub struct Scoring {
    /// By which rubric.
    pub regulation: Arc<Regulation>,
    /// Every mark, with what the evidence gives wherever nothing was marked by hand.
    pub sheet: ScoreSheet,
    /// What the evidence gives.
    pub suggestions: Vec<Suggestion>,
    /// Whether the branch has marked anything itself.
    pub marked: bool,
    /// The own score, and that of the superior.
    pub judged: Judgements,
}

impl Scoring {
    /// What is still wrong with the marks, in the order of the rubric.
    pub fn faults(&self) -> Vec<MarkFault> {
        self.sheet.faults(&self.regulation.rubric, &self.suggestions)
    }

    /// Whether papers tell of it: what the evidence gives alone is the branch's score only once nothing is missing.
    pub fn told(&self) -> bool {
        self.marked || self.faults().is_empty()
    }
}

impl Memory {
    /// What is known of a meeting at `now`. What members sent on it, its papers and what was entered must be loaded.
    pub fn score_facts(&self, meeting: ThingId, regulation: &Regulation, now: Moment) -> Option<Facts> {
        let notice = self.fold.meeting(meeting)?;
        let run = self.proceedings(meeting)?;
        let minutes = Minutes { roll_call: self.attendance(meeting), ..self.minutes(meeting) };
        let starts = |minutes: &Minutes| self.fold.meeting(minutes.meeting).map(|notice| notice.starts);
        let before =
            self.fold.all_minutes().filter(|other| starts(other).is_some_and(|at| at < notice.starts));
        let earlier = order::sorted(before, |a, b| (starts(a), a.meeting).cmp(&(starts(b), b.meeting)));
        let taken_up = self.fold.open_tasks(meeting);
        let taken_up: Vec<&Task> = taken_up.into_iter().map(|(_, task)| task).collect();
        let times = Times {
            noticed: self.noticed(meeting),
            papers: notice.documents.iter().filter_map(|id| self.fold.published_at(*id)).collect(),
            minutes_adopted: run.minutes_adopted(regulation),
            posted: self.posted(meeting),
            now,
        };
        let commented = order::set(self.fold.comments(meeting).filter_map(|(member, ..)| member));
        Some(Facts::of(&Sources {
            meeting: notice,
            regulation,
            roster: self.fold.roster()?,
            minutes: &minutes,
            earlier: &earlier,
            taken_up: &taken_up,
            proceedings: &run,
            commented: &commented,
            times: &times,
        }))
    }

    /// How a meeting is scored; nothing for one that was closed without a score. Its score, what members sent on it, its
    /// papers and what was entered must be loaded.
    pub fn scoring(&self, meeting: ThingId, now: Moment) -> Option<Scoring> {
        let locked = self.fold.score(meeting);
        if locked.is_none() && self.closed_at(meeting).is_some() {
            return None;
        }
        let entered = self.runs.get(&meeting).and_then(|run| run.score.as_ref());
        let marked = locked.map(|score| &score.sheet).or(entered);
        let named = self.fold.meeting(meeting)?.regulation;
        let regulation = self.regulation(marked.map_or(named, |sheet| sheet.regulation));
        let suggestions = suggestions(&regulation, &self.score_facts(meeting, &regulation, now)?);
        let sheet = match (locked, entered) {
            (Some(locked), _) => locked.sheet.clone(),
            (None, Some(entered)) => entered.filled(&suggestions),
            (None, None) => ScoreSheet::suggested(named, &suggestions),
        };
        let marked = marked.is_some();
        let judged = match locked {
            Some(locked) => locked.judged(&regulation.rubric),
            None => Judgements { own: sheet.score(&regulation.rubric), official: None },
        };
        Some(Scoring { regulation, sheet, suggestions, marked, judged })
    }

    /// The score that a meeting has given itself, as it is closed at `now`.
    pub(super) fn own_score(&self, meeting: ThingId, now: Moment) -> Result<MeetingScore, Fault> {
        let scoring = self.scoring(meeting, now).ok_or(Fault::UnknownMeeting)?;
        match scoring.faults().first() {
            Some(fault) => Err(Fault::Mark(fault.rule)),
            None => {
                let own = scoring.judged.own.points;
                Ok(MeetingScore { meeting, sheet: scoring.sheet, own, official: None })
            }
        }
    }
}

impl Handbook {
    /// Enters what the superior says of a meeting that was closed and scored, in place of what was said before.
    pub async fn rate_officially(&self, meeting: ThingId, official: Official) -> Result<(), Fault> {
        self.load_about(&[Kind::Score], meeting).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let known = memory.fold.score(meeting).ok_or(Fault::NotScored)?;
            if official.points > memory.regulation(known.sheet.regulation).rubric.total {
                return Err(Fault::AboveTotal);
            }
            let score = MeetingScore { official: Some(official.clone()), ..known.clone() };
            let mut change = memory.stated(now, meeting, Body::Score(score))?;
            change.rows.push(gone(DraftName::Official(meeting)));
            Ok((change, ()))
        })
        .await
    }
}
