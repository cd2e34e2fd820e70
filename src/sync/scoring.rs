//! The score of a meeting: what is known of it for its evidence, and the word of the superior.

use super::{Fault, Handbook, Memory};
use crate::domain::id::ThingId;
use crate::domain::meeting::{ItemRole, Meeting};
use crate::domain::meeting_score::{MeetingScore, Official};
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::regulation::Regulation;
use crate::domain::score::evidence::{Facts, suggestions};
use crate::domain::score::gather::{Sources, Times};
use crate::domain::time::{Moment, WallTime};
use crate::record::{Body, Kind};

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
        let adopted = run.steps.iter().find(|step| step.item.role == ItemRole::Minutes);
        let closed_at = self.closed_at(meeting);
        let times = Times {
            noticed: self.went_out(notice),
            papers: notice.documents.iter().filter_map(|id| self.fold.published_at(*id)).collect(),
            minutes_adopted: adopted.and_then(|step| step.began()).or(closed_at),
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
            proceedings: &run,
            commented: &commented,
            times: &times,
        }))
    }

    /// When the notice went out first, as far as its versions are here.
    fn went_out(&self, notice: &Meeting) -> Option<Moment> {
        let stated = self.fold.about(Kind::Meeting, notice.id).map(|record| record.header().at).min()?;
        // A notice that was changed later still bears the day on which it went out.
        let noticed = WallTime { day: notice.noticed_on, ..stated.wall() };
        Some(stated.min(noticed.moment()))
    }

    /// The score that a meeting has given itself, with what the evidence gives; nothing where it was not scored.
    pub(super) fn own_score(&self, meeting: ThingId, now: Moment) -> Option<MeetingScore> {
        let sheet = self.runs.get(&meeting)?.score.as_ref()?;
        let regulation = self.regulation(sheet.regulation);
        let facts = self.score_facts(meeting, &regulation, now)?;
        let sheet = sheet.filled(&suggestions(&regulation, &facts));
        let own = sheet.score(&regulation.rubric).points;
        Some(MeetingScore { meeting, sheet, own, official: None })
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
            Ok((memory.stated(now, meeting, Body::Score(score))?, ()))
        })
        .await
    }
}
