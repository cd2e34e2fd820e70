//! Mốc phải giữ: what has to be done around a meeting by when, and how it stands. The numbers are those of the
//! regulation that the meeting is announced under.

use super::proceedings::DraftState;
use super::regulation::Deadlines;
use super::time::{Day, Month, WallTime};

/// What is done around a meeting, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// họp chi ủy, thống nhất nội dung
    Bureau,
    /// thông báo triệu tập
    Notice,
    /// gửi tài liệu
    Papers,
    /// sinh hoạt
    Meeting,
    /// đăng biên bản, nghị quyết, báo cáo cấp trên
    Posting,
}

/// How something stands that has to be done by a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Done in time.
    Kept,
    /// Done, but too late.
    Late,
    /// There is time.
    Ahead,
    /// At most [`Deadline::NEAR_DAYS`] are left.
    Near,
    /// Its time has passed, and it is not done.
    Passed,
}

/// What has to be done by a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What.
    pub duty: Duty,
    /// By when.
    pub by: WallTime,
    /// When it was done; nothing for what is kept because there was nothing to do.
    pub done_on: Option<Day>,
    /// How it stands.
    pub standing: Standing,
}

/// bước chuẩn bị: one step from the bureau's meeting to the meeting of the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// họp chi ủy
    Bureau,
    /// nội dung, chuyên đề
    Content,
    /// thông báo
    Notice,
    /// tài liệu
    Papers,
    /// sẵn sàng
    Ready,
}

/// What was done around one meeting, as far as its deadlines ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// When the meeting begins.
    pub starts: WallTime,
    /// Its planned length.
    pub minutes: u16,
    /// When the bureau met.
    pub bureau_met: Option<Day>,
    /// When the notice went out.
    pub noticed: WallTime,
    /// How far the draft resolution is; nothing while nobody drafts it.
    pub resolution: Option<DraftState>,
    /// How far the draft of the theme is; nothing without a planned theme.
    pub theme: Option<DraftState>,
    /// When its papers came out.
    pub papers: Vec<WallTime>,
    /// When the last of what is to be posted was.
    pub posted: Option<WallTime>,
}

impl Deadline {
    /// So many days before its time a deadline is near.
    pub const NEAR_DAYS: i32 = 3;

    fn new(duty: Duty, by: WallTime, done: Option<WallTime>, now: WallTime) -> Self {
        let standing = Standing::of(by, done, now);
        Self { duty, by, done_on: done.map(|done| done.day), standing }
    }
}

impl Standing {
    /// How something stands at `now` that has to be done `by` then.
    pub fn of(by: WallTime, done: Option<WallTime>, now: WallTime) -> Self {
        match done {
            Some(done) if done <= by => Self::Kept,
            Some(_) => Self::Late,
            None if by < now => Self::Passed,
            None if now.day.days_until(by.day) <= Deadline::NEAR_DAYS => Self::Near,
            None => Self::Ahead,
        }
    }
}

impl Step {
    /// Every step, in its order.
    pub const ALL: [Self; 5] = [Self::Bureau, Self::Content, Self::Notice, Self::Papers, Self::Ready];
}

impl Course {
    /// When it is planned to end.
    pub fn ends(&self) -> WallTime {
        self.starts.plus_minutes(i64::from(self.minutes))
    }

    /// When the last paper came out, once none is missing: there is one, and no draft is still being worked on.
    pub fn papers_out(&self) -> Option<WallTime> {
        let waits = [self.resolution, self.theme].into_iter().flatten().any(|state| state < DraftState::Sent);
        self.papers.iter().max().copied().filter(|_| !waits)
    }

    /// By when what has to be done, in the order of time. The bureau has met by the time the notice is due; posting is
    /// counted in whole days.
    pub fn deadlines(&self, numbers: &Deadlines, now: WallTime) -> [Deadline; 5] {
        let notice_by = numbers.notice_due(self.starts);
        let ends = self.ends();
        // Only the day of the bureau's meeting is known.
        let bureau_met = self.bureau_met.map(|day| WallTime { day, ..notice_by });
        [
            Deadline::new(Duty::Bureau, notice_by, bureau_met, now),
            Deadline::new(Duty::Notice, notice_by, Some(self.noticed), now),
            self.papers_deadline(numbers.papers_due(self.starts), now),
            Deadline::new(Duty::Meeting, self.starts, Some(self.starts).filter(|_| ends <= now), now),
            Deadline::new(Duty::Posting, numbers.posting_due(self.starts), self.posted, now),
        ]
    }

    /// Whether anything is to be sent: a paper, or a draft that becomes one.
    fn sends_papers(&self) -> bool {
        !self.papers.is_empty() || self.resolution.is_some() || self.theme.is_some()
    }

    /// Where nothing is to be sent, nothing is late.
    fn papers_deadline(&self, by: WallTime, now: WallTime) -> Deadline {
        let deadline = Deadline::new(Duty::Papers, by, self.papers_out(), now);
        if self.sends_papers() { deadline } else { Deadline { standing: Standing::Kept, ..deadline } }
    }

    /// Whether a step of the preparation is done.
    pub fn is_done(&self, step: Step) -> bool {
        let approved = |state: DraftState| state >= DraftState::Approved;
        match step {
            Step::Bureau => self.bureau_met.is_some(),
            Step::Content => self.resolution.is_some_and(approved) && self.theme.is_none_or(approved),
            Step::Notice => true,
            Step::Papers => !self.sends_papers() || self.papers_out().is_some(),
            Step::Ready => {
                Step::ALL.into_iter().filter(|step| *step != Step::Ready).all(|step| self.is_done(step))
            }
        }
    }

    /// The first step that is not done; the last one when all are.
    pub fn next_step(&self) -> Step {
        Step::ALL.into_iter().find(|step| !self.is_done(*step)).unwrap_or(Step::Ready)
    }
}

impl Deadlines {
    /// The month that a meeting of this day lays down tasks for: its own while it is held in the days that the regulation
    /// means for meetings, the one that follows afterwards. What it looks back on is the month before that one.
    pub fn month_ahead(&self, day: Day) -> Month {
        let month = day.month();
        if day.of_month() <= self.last_day_of_month { month } else { month.next() }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::regulation::Regulation;
    use crate::domain::time::TimeOfDay;
    use rstest::rstest;

    pub(crate) fn at(text: &str) -> WallTime {
        let (day, time) = text.split_once(' ').unwrap();
        WallTime { day: Day::parse(day).unwrap(), time: TimeOfDay::parse(time).unwrap() }
    }

    /// A meeting on the evening of 3 October, announced on 26 September, with everything prepared in time.
    pub(crate) fn course() -> Course {
        Course {
            starts: at("2026-10-03 19:00"),
            minutes: 120,
            bureau_met: Some(Day::parse("2026-09-25").unwrap()),
            noticed: at("2026-09-26 08:00"),
            resolution: Some(DraftState::Sent),
            theme: None,
            papers: vec![at("2026-09-28 20:00"), at("2026-10-01 09:00")],
            posted: None,
        }
    }

    fn deadline(course: &Course, duty: Duty, now: &str) -> Deadline {
        let numbers = &Regulation::shipped(course.starts.day).deadlines;
        let deadlines = course.deadlines(numbers, at(now));
        *deadlines.iter().find(|deadline| deadline.duty == duty).unwrap()
    }

    #[rstest]
    #[case(Duty::Bureau, "2026-10-02 19:00")]
    #[case(Duty::Notice, "2026-10-02 19:00")]
    #[case(Duty::Papers, "2026-10-02 19:00")]
    #[case(Duty::Meeting, "2026-10-03 19:00")]
    #[case(Duty::Posting, "2026-10-05 23:59")]
    fn deadlines_are_counted_from_the_start_of_the_meeting(#[case] duty: Duty, #[case] by: &str) {
        assert_eq!(deadline(&course(), duty, "2026-09-20 08:00").by, at(by));
    }

    #[rstest]
    #[case("2026-11-01", (2026, 11))]
    #[case("2026-11-15", (2026, 11))]
    #[case("2026-11-16", (2026, 12))]
    #[case("2026-11-26", (2026, 12))]
    #[case("2026-12-31", (2027, 1))]
    fn a_meeting_after_the_days_for_meetings_looks_to_the_next_month(
        #[case] day: &str,
        #[case] ahead: (i32, u32),
    ) {
        let numbers = Regulation::shipped(Day::MAX).deadlines.clone();
        let ahead = Month::new(ahead.0, ahead.1).unwrap();
        assert_eq!(numbers.month_ahead(Day::parse(day).unwrap()), ahead);
    }

    /// The numbers that another regulation might set.
    fn stricter() -> Deadlines {
        let shipped = Regulation::shipped(course().starts.day);
        let numbers = shipped.deadlines.clone();
        Deadlines { notice_hours: 72, paper_days: 5, posting_days: 0, ..numbers }
    }

    #[rstest]
    #[case(Duty::Bureau, "2026-09-30 19:00")]
    #[case(Duty::Notice, "2026-09-30 19:00")]
    #[case(Duty::Papers, "2026-09-28 19:00")]
    #[case(Duty::Meeting, "2026-10-03 19:00")]
    #[case(Duty::Posting, "2026-10-03 23:59")]
    fn every_deadline_follows_the_numbers_of_its_regulation(#[case] duty: Duty, #[case] by: &str) {
        let deadlines = course().deadlines(&stricter(), at("2026-09-20 08:00"));
        let deadline = deadlines.iter().find(|deadline| deadline.duty == duty).unwrap();
        assert_eq!(deadline.by, at(by));
    }

    #[test]
    fn a_meeting_over_midnight_is_posted_as_many_days_after_the_day_on_which_it_began() {
        let course = Course { starts: at("2026-10-03 23:00"), ..course() };
        assert_eq!(deadline(&course, Duty::Posting, "2026-10-04 08:00").by, at("2026-10-05 23:59"));
    }

    #[rstest]
    #[case(&[], "2026-09-29 08:00", Standing::Near)]
    #[case(&[], "2026-09-28 23:59", Standing::Ahead)]
    #[case(&[], "2026-10-02 19:00", Standing::Near)]
    #[case(&[], "2026-10-02 19:01", Standing::Passed)]
    #[case(&["2026-10-02 19:00"], "2026-10-02 19:00", Standing::Kept)]
    #[case(&["2026-09-20 08:00", "2026-10-02 19:01"], "2026-10-03 08:00", Standing::Late)]
    fn papers_are_out_a_day_before(#[case] papers: &[&str], #[case] now: &str, #[case] standing: Standing) {
        let course = Course { papers: papers.iter().map(|text| at(text)).collect(), ..course() };
        assert_eq!(deadline(&course, Duty::Papers, now).standing, standing);
    }

    #[rstest]
    #[case(None, None, Standing::Kept)]
    #[case(Some(DraftState::Assigned), None, Standing::Passed)]
    #[case(None, Some(DraftState::Drafted), Standing::Passed)]
    fn a_meeting_without_papers_and_drafts_has_none_that_are_overdue(
        #[case] resolution: Option<DraftState>,
        #[case] theme: Option<DraftState>,
        #[case] standing: Standing,
    ) {
        let course = Course { resolution, theme, papers: Vec::new(), ..course() };
        let found = deadline(&course, Duty::Papers, "2026-10-03 08:00");
        assert_eq!((found.standing, found.done_on), (standing, None));
        assert_eq!(course.is_done(Step::Papers), standing == Standing::Kept);
    }

    #[rstest]
    #[case(None, "2026-10-05 23:59", Standing::Near)]
    #[case(None, "2026-10-06 00:00", Standing::Passed)]
    #[case(Some("2026-10-05 23:59"), "2026-10-09 08:00", Standing::Kept)]
    #[case(Some("2026-10-06 00:00"), "2026-10-09 08:00", Standing::Late)]
    fn minutes_are_posted_within_two_days(
        #[case] posted: Option<&str>,
        #[case] now: &str,
        #[case] standing: Standing,
    ) {
        let course = Course { posted: posted.map(at), ..course() };
        assert_eq!(deadline(&course, Duty::Posting, now).standing, standing);
    }

    #[rstest]
    #[case("2026-10-02", Standing::Kept)]
    #[case("2026-10-03", Standing::Late)]
    fn the_bureau_meets_before_the_notice_is_due(#[case] met: &str, #[case] standing: Standing) {
        let course = Course { bureau_met: Some(Day::parse(met).unwrap()), ..course() };
        assert_eq!(deadline(&course, Duty::Bureau, "2026-10-03 10:00").standing, standing);
    }

    #[rstest]
    #[case("2026-10-02 19:00", Standing::Kept)]
    #[case("2026-10-02 19:01", Standing::Late)]
    fn a_notice_is_out_a_day_before(#[case] noticed: &str, #[case] standing: Standing) {
        let course = Course { noticed: at(noticed), ..course() };
        assert_eq!(deadline(&course, Duty::Notice, "2026-10-03 10:00").standing, standing);
    }

    #[test]
    fn a_meeting_that_has_ended_took_place() {
        assert_eq!(deadline(&course(), Duty::Meeting, "2026-10-03 20:59").done_on, None);
        let held = deadline(&course(), Duty::Meeting, "2026-10-03 21:00");
        assert_eq!((held.standing, held.done_on), (Standing::Kept, Some(course().starts.day)));
    }

    #[test]
    fn papers_are_missing_while_a_draft_is_worked_on() {
        for state in [DraftState::Assigned, DraftState::Drafted, DraftState::Approved] {
            assert_eq!(Course { resolution: Some(state), ..course() }.papers_out(), None);
            assert_eq!(Course { theme: Some(state), ..course() }.papers_out(), None);
        }
        assert_eq!(Course { resolution: None, ..course() }.papers_out(), Some(at("2026-10-01 09:00")));
        assert_eq!(Course { papers: Vec::new(), ..course() }.papers_out(), None);
    }

    #[rstest]
    #[case(None, Some(DraftState::Sent), None, Step::Bureau)]
    #[case(Some("2026-09-25"), None, None, Step::Content)]
    #[case(Some("2026-09-25"), Some(DraftState::Drafted), None, Step::Content)]
    #[case(Some("2026-09-25"), Some(DraftState::Sent), Some(DraftState::Drafted), Step::Content)]
    #[case(Some("2026-09-25"), Some(DraftState::Approved), None, Step::Papers)]
    #[case(Some("2026-09-25"), Some(DraftState::Sent), Some(DraftState::Approved), Step::Papers)]
    #[case(Some("2026-09-25"), Some(DraftState::Sent), Some(DraftState::Sent), Step::Ready)]
    fn the_next_step_is_the_first_that_is_not_done(
        #[case] met: Option<&str>,
        #[case] resolution: Option<DraftState>,
        #[case] theme: Option<DraftState>,
        #[case] step: Step,
    ) {
        let bureau_met = met.map(|met| Day::parse(met).unwrap());
        let course = Course { bureau_met, resolution, theme, ..course() };
        assert_eq!(course.next_step(), step);
        assert_eq!(course.is_done(Step::Ready), step == Step::Ready);
    }
}
