//! What of a branch's deadlines comes near or was passed, and what the branch may want to talk about. Nothing here
//! acts: it is told to the secretary, and people decide.

use super::attendance::{RollCall, State};
use super::deadline::{Course, Duty, Standing};
use super::id::{MemberId, ThingId};
use super::meeting::{Kind, Meeting};
use super::order;
use super::regulation::Deadlines;
use super::theme_plan::Quarter;
use super::time::{Day, Month, WallTime};
use std::collections::{BTreeMap, BTreeSet};

/// Something that comes near or was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concern {
    /// What it is about.
    pub matter: Matter,
    /// The last day on which it is done in time.
    pub by: Day,
    /// How it stands.
    pub standing: Standing,
}

/// What a concern is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A deadline of a meeting that is announced.
    OfMeeting(ThingId, Duty),
    /// No regular meeting is announced for this month.
    Regular(Month),
    /// Nothing in this quarter has a theme; tells whether one is planned.
    Theme(u32, Quarter),
}

/// Absences without a reason that a member has in a year: đề nghị chi bộ xem xét.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absences {
    /// Who.
    pub member: MemberId,
    /// How many meetings.
    pub times: u16,
    /// In how many months.
    pub months: u16,
}

/// Looks at what is known at `now`.
#[derive(Clone, Copy, Debug)]
pub struct Guard<'a> {
    /// The present.
    pub now: WallTime,
    /// The numbers of the regulation that the branch goes by.
    pub numbers: &'a Deadlines,
}

impl Guard<'_> {
    /// A meeting that was held longer ago is history: nothing of it is near any more.
    const PAST_DAYS: i32 = 31;

    /// What comes near or was passed around a meeting. What goes before it is of no use once it has begun, and what
    /// follows is no matter before it has ended.
    pub fn meeting(&self, id: ThingId, course: &Course, numbers: &Deadlines) -> Vec<Concern> {
        if course.starts.day.days_until(self.now.day) > Self::PAST_DAYS {
            return Vec::new();
        }
        let timely = |duty: Duty| match duty {
            Duty::Bureau | Duty::Notice | Duty::Papers => self.now < course.starts,
            Duty::Meeting => false,
            Duty::Posting => course.ends() <= self.now,
        };
        let deadlines = course.deadlines(numbers, self.now).into_iter();
        let open = deadlines.filter(|deadline| timely(deadline.duty) && deadline.standing.open());
        let concern = |duty, by: WallTime, standing| Concern {
            matter: Matter::OfMeeting(id, duty),
            by: by.day,
            standing,
        };
        open.map(|deadline| concern(deadline.duty, deadline.by, deadline.standing)).collect()
    }

    /// The month whose regular meeting has to be announced now: this one, or the next from the day on which its
    /// preparation begins.
    pub fn month_to_prepare<'a>(&self, meetings: impl Iterator<Item = &'a Meeting>) -> Option<Month> {
        let regular = |meeting: &&Meeting| meeting.kind == Kind::Regular && meeting.stands();
        let held = order::set(meetings.filter(regular).map(|meeting| meeting.starts.day.month()));
        let (today, this) = (self.now.day, self.now.day.month());
        let next = (today.of_month() >= self.numbers.bureau_day).then(|| this.next());
        let month = next.unwrap_or(this);
        // Before a branch has its first meeting nothing of it was passed.
        let begun = next.is_some() || !held.is_empty();
        (begun && !held.contains(&month)).then_some(month)
    }

    /// That the regular meeting of a month has to be announced: by the last day on which it is still held in time.
    pub fn regular<'a>(&self, meetings: impl Iterator<Item = &'a Meeting>) -> Option<Concern> {
        let month = self.month_to_prepare(meetings)?;
        let by = month.first().plus_days(self.numbers.last_day_of_month as i32 - 1);
        let standing = if by < self.now.day { Standing::Passed } else { Standing::Near };
        Some(Concern { matter: Matter::Regular(month), by, standing })
    }

    /// quý này chưa có chuyên đề: said all quarter where nothing is even planned, otherwise in its last month.
    pub fn theme(&self, quarters: [Quarter; 4]) -> Option<Concern> {
        let month = self.now.day.month();
        let quarter = quarters.get(month.quarter() as usize - 1).copied()?;
        let last = month.next().quarter() != month.quarter();
        let told = match quarter {
            Quarter::Held | Quarter::Free => false,
            Quarter::Planned => last,
            Quarter::Missing => true,
        };
        let by = Month::new(month.year(), month.quarter() * 3).ok()?.last();
        let standing = if last { Standing::Near } else { Standing::Ahead };
        told.then_some(Concern { matter: Matter::Theme(month.quarter(), quarter), by, standing })
    }

    /// Who was absent without a reason so often this year that the branch may want to talk about it.
    pub fn absences<'a>(&self, held: impl Iterator<Item = (Day, &'a RollCall)>) -> Vec<Absences> {
        let mut found: BTreeMap<MemberId, (u16, BTreeSet<Month>)> = BTreeMap::new();
        for (day, roll_call) in held.filter(|(day, _)| day.year() == self.now.day.year()) {
            for entry in roll_call.entries().iter().filter(|entry| entry.state == State::Absent) {
                let (times, months) = found.entry(entry.member).or_default();
                *times += 1;
                months.insert(day.month());
            }
        }
        let absences = |(member, (times, months)): (MemberId, (u16, BTreeSet<Month>))| Absences {
            member,
            times,
            months: u16::try_from(months.len()).unwrap_or(u16::MAX),
        };
        let often = |absences: &Absences| absences.times >= self.numbers.absences_noted;
        found.into_iter().map(absences).filter(often).collect()
    }

    /// A day for the regular meeting of `month`: that of the `last` one, or the next free one within the first days of
    /// the month on which the notice is still out in time; when there is none, the first on which it is.
    pub fn proposed_day(&self, month: Month, last: Option<Day>, taken: &[Day]) -> Day {
        let earliest = self.now.plus_minutes(60 * i64::from(self.numbers.notice_hours)).day.plus_days(1);
        let in_month = |day: u32| month.first().plus_days(day as i32 - 1);
        let latest = self.numbers.last_day_of_month.min(month.days());
        let wanted = last.map_or(1, Day::of_month).min(latest);
        let free = |day: &Day| *day >= earliest && !taken.contains(day);
        let days = (wanted..=latest).chain((1..wanted).rev()).map(in_month);
        let late = (0..31).map(|days| earliest.max(in_month(latest)).plus_days(days));
        days.chain(late).find(free).unwrap_or(earliest)
    }
}

impl Standing {
    /// Whether it is still to be done, and soon or too late.
    pub fn open(self) -> bool {
        matches!(self, Self::Near | Self::Passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Means;
    use crate::domain::attendance::tests::entry;
    use crate::domain::deadline::tests::{at, course};
    use crate::domain::meeting::Plan;
    use crate::domain::proceedings::DraftState;
    use crate::domain::regulation::{Regulation, RegulationId};
    use crate::domain::words::{Line, Prose};
    use rstest::rstest;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn guarded<T>(now: &str, look: impl FnOnce(Guard<'_>) -> T) -> T {
        let regulation = Regulation::shipped(day("2026-10-01"));
        look(Guard { now: at(now), numbers: &regulation.deadlines })
    }

    fn meeting(kind: Kind, on: &str, plan: Plan) -> Meeting {
        Meeting {
            id: ThingId([1; 16]),
            kind,
            number: None,
            noticed_on: day(on),
            starts: WallTime { day: day(on), ..at("2026-10-03 19:00") },
            minutes: 90,
            place: Line::parse("Nhà văn hóa").unwrap(),
            chair: Line::parse("Bùi Văn Hòa").unwrap(),
            theme: None,
            agenda: Vec::new(),
            documents: Vec::new(),
            plan,
            regulation: RegulationId::FIRST,
        }
    }

    fn duties(course: &Course, now: &str) -> Vec<(Duty, Standing)> {
        let concerns = guarded(now, |guard| guard.meeting(ThingId([1; 16]), course, guard.numbers));
        let duty = |concern: Concern| match concern.matter {
            Matter::OfMeeting(_, duty) => (duty, concern.standing),
            other => panic!("{other:?}"),
        };
        concerns.into_iter().map(duty).collect()
    }

    #[rstest]
    #[case("2026-09-28 23:59", &[])]
    #[case("2026-09-29 00:00", &[(Duty::Papers, Standing::Near)])]
    #[case("2026-10-02 19:00", &[(Duty::Papers, Standing::Near)])]
    #[case("2026-10-02 19:01", &[(Duty::Papers, Standing::Passed)])]
    #[case("2026-10-03 19:00", &[])]
    #[case("2026-10-03 21:00", &[(Duty::Posting, Standing::Near)])]
    #[case("2026-10-05 23:59", &[(Duty::Posting, Standing::Near)])]
    #[case("2026-10-06 00:00", &[(Duty::Posting, Standing::Passed)])]
    #[case("2026-11-03 08:00", &[(Duty::Posting, Standing::Passed)])]
    #[case("2026-11-04 08:00", &[])]
    fn what_comes_near_around_a_meeting_is_told_before_it_passes(
        #[case] now: &str,
        #[case] expected: &[(Duty, Standing)],
    ) {
        let course = Course { resolution: Some(DraftState::Drafted), ..course() };
        assert_eq!(duties(&course, now), expected);
    }

    #[test]
    fn nothing_is_told_of_what_is_done() {
        let course = Course { posted: Some(at("2026-10-04 08:00")), ..course() };
        for now in ["2026-10-02 08:00", "2026-10-03 20:00", "2026-10-06 08:00"] {
            assert_eq!(duties(&course, now), []);
        }
    }

    /// As another regulation might have it: the bureau meets from the 25th on, the branch by the 10th.
    fn guarded_otherwise<T>(now: &str, look: impl FnOnce(Guard<'_>) -> T) -> T {
        let regulation = Regulation::shipped(day("2026-10-01"));
        let shipped = regulation.deadlines.clone();
        let numbers = Deadlines {
            bureau_day: 25,
            last_day_of_month: 10,
            absences_noted: 2,
            notice_hours: 96,
            ..shipped
        };
        look(Guard { now: at(now), numbers: &numbers })
    }

    #[rstest]
    #[case("2026-10-24 23:59", None)]
    #[case("2026-10-25 00:00", Some("2026-11-10"))]
    fn another_regulation_has_another_day_for_the_bureau_and_for_the_meeting(
        #[case] now: &str,
        #[case] by: Option<&str>,
    ) {
        let held = [meeting(Kind::Regular, "2026-10-03", Plan::Announced)];
        let concern = guarded_otherwise(now, |guard| guard.regular(held.iter()));
        assert_eq!(concern.map(|concern| concern.by), by.map(day));
    }

    #[test]
    fn another_regulation_proposes_another_day_and_counts_fewer_absences() {
        let month = day("2026-11-01").month();
        let propose = |guard: Guard<'_>| guard.proposed_day(month, Some(day("2026-10-15")), &[]);
        assert_eq!(guarded_otherwise("2026-10-20 08:00", propose), day("2026-11-10"));
        assert_eq!(guarded_otherwise("2026-11-08 08:00", propose), day("2026-11-13"));
        let roll_call = RollCall::new([entry(1, State::Absent, Means::Tick, None)]);
        let held = ["2026-01-03", "2026-02-03"].map(|on| (day(on), &roll_call));
        let found = |guard: Guard<'_>| guard.absences(held.into_iter()).len();
        assert_eq!(
            (guarded("2026-10-10 08:00", found), guarded_otherwise("2026-10-10 08:00", found)),
            (0, 1)
        );
    }

    #[rstest]
    #[case(&[], "2026-10-10 08:00", None)]
    #[case(&[], "2026-10-20 08:00", Some((2026, 11)))]
    #[case(&["2026-09-03"], "2026-10-01 08:00", Some((2026, 10)))]
    #[case(&["2026-09-03", "2026-10-28"], "2026-10-19 23:59", None)]
    #[case(&["2026-10-03"], "2026-10-19 23:59", None)]
    #[case(&["2026-10-03"], "2026-10-20 00:00", Some((2026, 11)))]
    #[case(&["2026-10-03", "2026-11-04"], "2026-10-20 00:00", None)]
    #[case(&["2026-12-03"], "2026-12-20 00:00", Some((2027, 1)))]
    fn from_the_twentieth_on_the_next_month_is_prepared(
        #[case] held: &[&str],
        #[case] now: &str,
        #[case] month: Option<(i32, u32)>,
    ) {
        let meetings: Vec<Meeting> =
            held.iter().map(|on| meeting(Kind::Regular, on, Plan::Announced)).collect();
        let expected = month.map(|(year, number)| Month::new(year, number).unwrap());
        assert_eq!(guarded(now, |guard| guard.month_to_prepare(meetings.iter())), expected);
    }

    #[rstest]
    #[case(Kind::Thematic, Plan::Announced)]
    #[case(Kind::Extraordinary, Plan::Announced)]
    #[case(Kind::Regular, Plan::Cancelled(Prose::default()))]
    fn only_a_regular_meeting_that_stands_is_one(#[case] kind: Kind, #[case] plan: Plan) {
        let meetings =
            [meeting(Kind::Regular, "2026-09-03", Plan::Announced), meeting(kind, "2026-10-08", plan)];
        let concern = guarded("2026-10-05 08:00", |guard| guard.regular(meetings.iter()));
        assert_eq!(concern.map(|concern| concern.matter), Some(Matter::Regular(day("2026-10-01").month())));
    }

    #[rstest]
    #[case("2026-10-15 23:59", Standing::Near)]
    #[case("2026-10-16 00:00", Standing::Passed)]
    fn a_regular_meeting_belongs_into_the_first_fifteen_days(#[case] now: &str, #[case] standing: Standing) {
        let before = [meeting(Kind::Regular, "2026-09-03", Plan::Announced)];
        let concern = guarded(now, |guard| guard.regular(before.iter())).unwrap();
        assert_eq!((concern.by, concern.standing), (day("2026-10-15"), standing));
    }

    #[rstest]
    #[case(Quarter::Missing, "2026-10-01 08:00", Some(Standing::Ahead))]
    #[case(Quarter::Missing, "2026-11-30 08:00", Some(Standing::Ahead))]
    #[case(Quarter::Missing, "2026-12-01 08:00", Some(Standing::Near))]
    #[case(Quarter::Planned, "2026-11-30 08:00", None)]
    #[case(Quarter::Planned, "2026-12-01 08:00", Some(Standing::Near))]
    #[case(Quarter::Held, "2026-12-31 08:00", None)]
    #[case(Quarter::Free, "2026-12-31 08:00", None)]
    fn a_quarter_without_a_theme_is_told(
        #[case] quarter: Quarter,
        #[case] now: &str,
        #[case] standing: Option<Standing>,
    ) {
        let quarters = [Quarter::Held, Quarter::Held, Quarter::Held, quarter];
        let concern = guarded(now, |guard| guard.theme(quarters));
        assert_eq!(concern.map(|concern| concern.standing), standing);
        assert!(concern.is_none_or(|concern| concern.by == day("2026-12-31")));
    }

    #[rstest]
    #[case(&["2026-01-03", "2026-02-03"], None)]
    #[case(&["2026-01-03", "2026-02-03", "2026-03-03"], Some((3, 3)))]
    #[case(&["2026-01-03", "2026-01-20", "2026-03-03"], Some((3, 2)))]
    #[case(&["2025-12-03", "2026-02-03", "2026-03-03"], None)]
    fn three_absences_without_a_reason_in_a_year_are_noted(
        #[case] absent: &[&str],
        #[case] noted: Option<(u16, u16)>,
    ) {
        let roll_call = RollCall::new([
            entry(1, State::Absent, Means::Tick, None),
            entry(2, State::Excused, Means::Tick, None),
            entry(3, State::Unmarked, Means::Roster, None),
        ]);
        let held = absent.iter().map(|on| (day(on), &roll_call));
        let found = guarded("2026-10-10 08:00", |guard| guard.absences(held));
        let member = MemberId([1; 8]);
        let expected: Vec<Absences> =
            noted.into_iter().map(|(times, months)| Absences { member, times, months }).collect();
        assert_eq!(found, expected);
    }

    #[rstest]
    #[case("2026-10-20 08:00", Some("2026-10-03"), &[], "2026-11-03")]
    #[case("2026-10-20 08:00", Some("2026-10-18"), &[], "2026-11-15")]
    #[case("2026-10-20 08:00", Some("2026-10-03"), &["2026-11-03"], "2026-11-04")]
    #[case("2026-10-20 08:00", Some("2026-10-15"), &["2026-11-15"], "2026-11-14")]
    #[case("2026-10-20 08:00", None, &[], "2026-11-01")]
    #[case("2026-11-02 20:00", Some("2026-10-03"), &[], "2026-11-04")]
    #[case("2026-11-15 08:00", Some("2026-10-03"), &[], "2026-11-17")]
    fn the_proposed_day_is_free_and_leaves_time_for_the_notice(
        #[case] now: &str,
        #[case] last: Option<&str>,
        #[case] taken: &[&str],
        #[case] proposed: &str,
    ) {
        let taken: Vec<Day> = taken.iter().map(|text| day(text)).collect();
        let month = day("2026-11-01").month();
        let found = guarded(now, |guard| guard.proposed_day(month, last.map(day), &taken));
        assert_eq!(found, day(proposed));
    }
}
