//! The score of a meeting: what is known of it for its evidence, and the word of the superior.

use super::{Fault, Handbook, Memory};
use crate::domain::attendance::Tally;
use crate::domain::id::{MemberId, ThingId};
use crate::domain::meeting::{ItemRole, Kind as MeetingKind, Meeting};
use crate::domain::meeting_score::{MeetingScore, Official};
use crate::domain::member::{Member, Office};
use crate::domain::order;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::rubric::Rate;
use crate::domain::score::evidence::{Bureau, Facts, suggestions};
use crate::domain::task::Progress;
use crate::domain::time::{Moment, WallTime};
use crate::record::{Body, Kind};
use std::collections::BTreeSet;

impl Memory {
    /// What is known of a meeting at `now`. What members sent on it, its papers and what was entered must be loaded.
    pub fn score_facts(&self, meeting: ThingId, regulation: &Regulation, now: Moment) -> Option<Facts> {
        let notice = self.fold.meeting(meeting)?;
        let run = self.proceedings(meeting)?;
        let (roll_call, minutes) = (self.attendance(meeting), self.minutes(meeting));
        let tally = Tally::of(&roll_call);
        let thematic = notice.theme.is_some() || notice.kind == MeetingKind::Thematic;
        let listed = |member: &&Member| member.listed();
        let members = self.fold.roster()?.members.iter().filter(listed).count();
        let (spoke, present) = run.participation(&roll_call);
        let done = minutes.outcomes.iter().filter(|outcome| outcome.progress == Progress::Done).count();
        let adopted = run.steps.iter().find(|step| step.item.role == ItemRole::Minutes);
        let closed_at = self.closed_at(meeting);
        Some(Facts {
            kind: notice.kind,
            thematic,
            starts: notice.starts,
            asked_minutes: regulation.usual_minutes(thematic, members),
            began: run.began(),
            closed: run.closed_at,
            bureau: self.bureau(&run),
            noticed: self.noticed(notice),
            papers: notice.documents.iter().filter_map(|id| self.fold.published_at(*id)).collect(),
            speakers: rate(spoke, present),
            opinions: rate(self.with_opinions(&run).len(), usize::from(tally.expected)),
            results: rate(done, minutes.outcomes.len()),
            assigned: minutes.tasks.len(),
            minutes_adopted: adopted.and_then(|step| step.began()).or(closed_at),
            posted: closed_at,
            tally,
            now,
        })
    }

    fn bureau(&self, run: &Proceedings) -> Bureau {
        let beside = |member: &Member| {
            member.listed() && matches!(member.office, Office::DeputySecretary | Office::BureauMember)
        };
        let alone = self.fold.roster().is_some_and(|roster| !roster.members.iter().any(beside));
        match run.preparation.bureau_met {
            Some(day) => Bureau::Met(day),
            None if alone => Bureau::SecretaryOnly,
            None => Bureau::NotNoted,
        }
    }

    /// When the notice went out first, as far as its versions are here.
    fn noticed(&self, notice: &Meeting) -> Option<Moment> {
        let stated = self.fold.about(Kind::Meeting, notice.id).map(|record| record.header().at).min()?;
        // A notice that was changed later still bears the day on which it went out.
        let noticed = WallTime { day: notice.noticed_on, ..stated.wall() };
        Some(stated.min(noticed.moment()))
    }

    /// Members who spoke, or who sent words beforehand under their name.
    fn with_opinions(&self, run: &Proceedings) -> BTreeSet<MemberId> {
        let sent = self.fold.comments(run.meeting).filter_map(|(member, ..)| member);
        order::set(run.speakers().into_iter().chain(sent))
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

fn rate(part: usize, whole: usize) -> Rate {
    let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Rate { part: count(part), whole: count(whole) }
}
