//! What the secretary's deadlines are looked at with: what is known of each meeting, and what is not done yet.

use super::{Fault, Handbook, Memory};
use crate::domain::attendance::RollCall;
use crate::domain::deadline::Course;
use crate::domain::guard::{Absences, Concern, Guard};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::member::Member;
use crate::domain::order;
use crate::domain::theme_plan::{PlannedTheme, Quarter};
use crate::domain::time::{Day, Moment, Month, TimeOfDay, WallTime};
use crate::record::Kind;

/// Meetings that are further away, before or after, have no deadline that is looked at.
const DAYS_AROUND: i32 = 62;

impl Handbook {
    /// Brings into memory what deadlines are looked at with, beside what a start loads.
    pub async fn load_guarded(&self) -> Result<(), Fault> {
        for kind in [Kind::Document, Kind::SignedPaper, Kind::ThemePlan, Kind::Score, Kind::Posting] {
            self.load(kind).await?;
        }
        let today = self.now().day();
        let near = |meeting: &&Meeting| today.days_until(meeting.starts.day).abs() <= DAYS_AROUND;
        let meetings: Vec<ThingId> =
            self.memory().fold().meetings().filter(near).map(|meeting| meeting.id).collect();
        for meeting in meetings {
            self.load_proceedings(meeting).await?;
        }
        Ok(())
    }
}

impl Memory {
    /// What was done around a meeting. [`Handbook::load_guarded`] brings in what it needs.
    pub fn course(&self, id: ThingId) -> Option<Course> {
        let meeting = self.fold.meeting(id)?;
        let preparation = self.proceedings(id).map(|run| run.preparation).unwrap_or_default();
        let papers = meeting.documents.iter().filter_map(|paper| self.fold.published_at(*paper));
        Some(Course {
            starts: meeting.starts,
            minutes: meeting.minutes,
            bureau_met: preparation.bureau_met,
            noticed: self.noticed(id)?.wall(),
            resolution: preparation.drafter.is_some().then_some(preparation.draft),
            theme: self.theme_of(meeting).map(|theme| theme.state),
            papers: papers.map(Moment::wall).collect(),
            posted: self.posted(id).map(Moment::wall),
        })
    }

    /// The planned theme that a meeting is about.
    pub fn theme_of(&self, meeting: &Meeting) -> Option<PlannedTheme> {
        let title = &meeting.theme.as_ref()?.title;
        self.fold.theme_plan(meeting.starts.day.year())?.titled(title).cloned()
    }

    /// When the notice of a meeting first went out. One of which only a change is here keeps its date, but not its hour.
    pub(super) fn noticed(&self, meeting: ThingId) -> Option<Moment> {
        let noticed_on = self.fold.meeting(meeting)?.noticed_on;
        let dated = WallTime { day: noticed_on, time: TimeOfDay::MIDNIGHT };
        let first = self.fold.announced_at(meeting)?;
        Some(if first.day() > noticed_on { dated.moment() } else { first })
    }

    /// What of the branch's deadlines comes near or was passed at `now`, the nearest first.
    /// [`Handbook::load_guarded`] brings in what it needs.
    pub fn concerns(&self, now: WallTime) -> Vec<Concern> {
        let regulations = self.regulations();
        let guard = Guard { now, numbers: &regulations.in_force(now.day).deadlines };
        let standing = || self.fold.meetings().filter(|meeting| meeting.stands());
        let of_meetings = standing().flat_map(|meeting| {
            let numbers = &regulations.named(meeting.regulation).deadlines;
            let course = self.course(meeting.id);
            course.map_or(Vec::new(), |course| guard.meeting(meeting.id, &course, numbers))
        });
        let quarters = self.quarters(now.day.year());
        let all = of_meetings.chain(guard.regular(standing())).chain(guard.theme(quarters));
        order::sorted(all, |one, other| one.by.cmp(&other.by))
    }

    /// How the quarters of a year stand, by the plan and by the meetings that are announced; each by the regulation
    /// that is in force at its end.
    pub fn quarters(&self, year: i32) -> [Quarter; 4] {
        let regulations = self.regulations();
        let asked = [3, 6, 9, 12].map(|month| {
            let last = Month::new(year, month).map_or(Day::MAX, Month::last);
            regulations.in_force(last).deadlines.themes_a_quarter
        });
        self.theme_plan(year).quarters(self.fold.meetings(), asked)
    }

    /// Members of the branch who were absent without a reason so often this year that the branch may want to talk
    /// about it; as far as roll calls were published.
    pub fn absences(&self, now: WallTime) -> Vec<Absences> {
        let regulations = self.regulations();
        let guard = Guard { now, numbers: &regulations.in_force(now.day).deadlines };
        let held = self.fold.all_minutes().filter_map(|minutes| {
            let meeting = self.fold.meeting(minutes.meeting).filter(|meeting| meeting.stands())?;
            Some((meeting.starts.day, &minutes.roll_call))
        });
        let listed = |id: MemberId| {
            self.fold.roster().and_then(|roster| roster.member(id)).is_some_and(Member::listed)
        };
        let mut absences = guard.absences(held.collect::<Vec<(Day, &RollCall)>>().into_iter());
        absences.retain(|absences| listed(absences.member));
        absences
    }

    /// Members who are asked whether they come, beside the owner of this device.
    pub fn asked_members(&self) -> Vec<&Member> {
        let asked = |member: &&Member| Some(member.id) != self.me() && member.activity.expected();
        self.fold.roster().map_or(Vec::new(), |roster| roster.by_name().into_iter().filter(asked).collect())
    }

    /// Those of them who have not answered the notice of a meeting. Whoever has sent a comment may still not come.
    pub fn silent_members(&self, meeting: ThingId) -> Vec<&Member> {
        let mut asked = self.asked_members();
        asked.retain(|member| self.fold.reply(meeting, member.id).is_none());
        asked
    }
}
