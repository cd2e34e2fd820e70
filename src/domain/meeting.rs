//! A meeting as it is announced: kind, time, place, agenda, theme, papers.

use super::id::ThingId;
use super::regulation::{Deadlines, Regulation, RegulationId};
use super::time::{Day, WallTime};
use super::words::{Line, Prose};

/// Kind of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// sinh hoạt thường kỳ
    Regular,
    /// sinh hoạt chuyên đề
    Thematic,
    /// sinh hoạt bất thường
    Extraordinary,
}

/// Part of a meeting. Regular and thematic parts of the same evening stay apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// phần thường kỳ
    Regular,
    /// phần chuyên đề
    Thematic,
}

/// A stretch of the agenda under a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// phần thường kỳ
    Regular,
    /// phần chuyên đề
    Thematic,
    /// phần kết thúc: what the regular part still has after the theme
    Closing,
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgendaItem {
    /// Which part it belongs to.
    pub part: Part,
    /// What is done.
    pub title: Line,
    /// Planned length.
    pub minutes: u16,
    /// What the app has ready for it.
    pub role: ItemRole,
}

/// The section that begins with each item of an agenda, in its own order; nothing inside of a section, and nothing at all
/// where there is one part only. Everything that shows an agenda has its headings from here.
pub fn sections(parts: impl IntoIterator<Item = Part>) -> Vec<Option<Section>> {
    let mut themed = false;
    let of = |part| {
        themed |= part == Part::Thematic;
        match (part, themed) {
            (Part::Regular, false) => Section::Regular,
            (Part::Regular, true) => Section::Closing,
            (Part::Thematic, _) => Section::Thematic,
        }
    };
    let all: Vec<Section> = parts.into_iter().map(of).collect();
    let one = all.iter().all(|section| Some(section) == all.first());
    let begins = |place: usize| !one && (place == 0 || all[place - 1] != all[place]);
    (0..all.len()).map(|place| begins(place).then_some(all[place])).collect()
}

impl Kind {
    /// The only part of such a meeting; nothing where a regular and a thematic part stand side by side.
    pub fn only_part(self, theme: bool) -> Option<Part> {
        match self {
            Self::Thematic => Some(Part::Thematic),
            Self::Regular if theme => None,
            Self::Regular | Self::Extraordinary => Some(Part::Regular),
        }
    }

    /// The order of business with every line in its part.
    ///
    /// # Errors
    /// [`MixedParts`] where there have to be two parts and all lines stand in one.
    pub fn parted(self, theme: bool, mut agenda: Vec<AgendaItem>) -> Result<Vec<AgendaItem>, MixedParts> {
        match self.only_part(theme) {
            Some(part) => agenda.iter_mut().for_each(|item| item.part = part),
            None => {
                let has = |part| agenda.iter().any(|item| item.part == part);
                let both = has(Part::Regular) && has(Part::Thematic);
                if !both && !agenda.is_empty() {
                    return Err(MixedParts);
                }
            }
        }
        Ok(agenda)
    }
}

/// Regular and thematic content of one day do not stand apart: thematic content never takes the place of the regular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MixedParts;

/// What an item of the agenda is in the order of business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ItemRole {
    /// Anything else.
    #[default]
    Other,
    /// lý do, đại biểu, thư ký
    Opening,
    /// điểm danh
    RollCall,
    /// thông báo đảng phí
    Fees,
    /// thông qua chương trình
    Adoption,
    /// báo cáo của bí thư
    Report,
    /// kiểm điểm nhiệm vụ của nghị quyết trước
    Review,
    /// thông tin, định hướng
    Information,
    /// thảo luận
    Discussion,
    /// tự phê bình và phê bình
    Criticism,
    /// trình bày chuyên đề
    ThemePresentation,
    /// thảo luận chuyên đề
    ThemeDiscussion,
    /// kết luận, giao nhiệm vụ
    Conclusion,
    /// biểu quyết
    Vote,
    /// chấm điểm
    Score,
    /// thông qua biên bản
    Minutes,
}

impl ItemRole {
    /// Every role, in the order of business.
    pub const ALL: [Self; 16] = [
        Self::Other,
        Self::Opening,
        Self::RollCall,
        Self::Fees,
        Self::Adoption,
        Self::Report,
        Self::Review,
        Self::Information,
        Self::Discussion,
        Self::Criticism,
        Self::ThemePresentation,
        Self::ThemeDiscussion,
        Self::Conclusion,
        Self::Vote,
        Self::Score,
        Self::Minutes,
    ];
}

/// What the thematic part is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// chuyên đề
    pub title: Line,
    /// Who prepares it.
    pub preparer: Option<Line>,
}

/// Whether the meeting stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// It takes place.
    Announced,
    /// It takes place at another time, given in the same notice.
    Postponed(Prose),
    /// It does not take place.
    Cancelled(Prose),
}

/// The notice of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Stays when the notice changes.
    pub id: ThingId,
    /// Kind.
    pub kind: Kind,
    /// Number of the notice, for example `31-TB/CB`.
    pub number: Option<Line>,
    /// Date of the notice.
    pub noticed_on: Day,
    /// Start, by the wall clock in Vietnam.
    pub starts: WallTime,
    /// Planned length.
    pub minutes: u16,
    /// Where.
    pub place: Line,
    /// Who presides.
    pub chair: Line,
    /// Theme of the thematic part.
    pub theme: Option<Theme>,
    /// Order of business.
    pub agenda: Vec<AgendaItem>,
    /// Papers to read beforehand.
    pub documents: Vec<ThingId>,
    /// Whether it stands.
    pub plan: Plan,
    /// What it is announced under.
    pub regulation: RegulationId,
}

/// Why a notice is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingFault {
    /// A meeting lasts between 15 minutes and a day.
    Length,
    /// The agenda has too many lines.
    Agenda,
    /// Too many papers.
    Documents,
    /// A thematic meeting names its theme.
    Theme,
}

/// What a secretary may want to think over before a notice goes out. None of these forbids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A regular meeting belongs into the first fifteen days of the month.
    LateInMonth,
    /// Another meeting stands on the same day.
    SameDay,
    /// The notice is out at least one day before.
    ShortNotice,
    /// Papers are out at least one day before.
    LatePapers,
    /// The quarter ends with fewer themes than it is to have.
    NoThemeInQuarter,
}

/// A notice that is being written, as far as there is something to think over.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Kind of meeting.
    pub kind: Kind,
    /// When it begins.
    pub starts: WallTime,
    /// When the notice goes out.
    pub now: WallTime,
    /// Whether it has a thematic part.
    pub thematic: bool,
    /// When its papers were published.
    pub papers: Vec<WallTime>,
}

impl Outline {
    /// What to think over, beside the `others` that are announced.
    pub fn cautions<'a>(
        &self,
        regulation: &Regulation,
        others: impl Iterator<Item = &'a Meeting>,
    ) -> Vec<Caution> {
        let Self { kind, starts, now, .. } = *self;
        let deadlines = &regulation.deadlines;
        let others: Vec<&Meeting> = others.filter(|other| other.stands()).collect();
        let mut cautions = Vec::new();
        if kind == Kind::Regular && starts.day.of_month() > deadlines.last_day_of_month {
            cautions.push(Caution::LateInMonth);
        }
        if others.iter().any(|other| other.starts.day == starts.day) {
            cautions.push(Caution::SameDay);
        }
        if deadlines.notice_due(starts) < now {
            cautions.push(Caution::ShortNotice);
        }
        if self.papers.iter().any(|paper| deadlines.papers_due(starts) < *paper) {
            cautions.push(Caution::LatePapers);
        }
        let month = starts.day.month();
        let quarter = |day: Day| (day.year(), day.quarter());
        let themed = |other: &&Meeting| other.thematic() && quarter(other.starts.day) == quarter(starts.day);
        let themes = others.into_iter().filter(themed).count() + usize::from(self.thematic);
        // Before its last month there is still time for a theme.
        if month.next().quarter() != month.quarter() && themes < usize::from(deadlines.themes_a_quarter) {
            cautions.push(Caution::NoThemeInQuarter);
        }
        cautions
    }
}

impl Meeting {
    /// The most lines an agenda may have.
    pub const AGENDA_MAX: usize = 40;
    /// So many days before a meeting its bureau may have met: what lies further back is a slip of the pen.
    const BUREAU_DAYS_MAX: i32 = 62;
    /// The most papers a meeting may have.
    pub const DOCUMENTS_MAX: usize = 60;

    /// Checks what no single field can.
    pub fn check(&self) -> Result<(), MeetingFault> {
        if !(15..=24 * 60).contains(&self.minutes) {
            return Err(MeetingFault::Length);
        }
        if self.agenda.len() > Self::AGENDA_MAX {
            return Err(MeetingFault::Agenda);
        }
        if self.documents.len() > Self::DOCUMENTS_MAX {
            return Err(MeetingFault::Documents);
        }
        if self.kind == Kind::Thematic && self.theme.is_none() {
            return Err(MeetingFault::Theme);
        }
        Ok(())
    }

    /// Whoever the notice says presides: the name, and the office where one stands behind it. It is typed by hand, with
    /// a title in front or without.
    pub fn presiding(&self) -> (&str, Option<&str>) {
        let titles = ["Đồng chí ", "đồng chí ", "Đ/c ", "đ/c "];
        let written = self.chair.as_str();
        let named = titles.iter().find_map(|title| written.strip_prefix(title)).unwrap_or(written);
        named.split_once(',').map_or((named, None), |(name, office)| (name.trim(), Some(office.trim())))
    }

    /// When checking in opens: half an hour before the start. Until then a member says whether to come.
    pub fn check_in_opens(&self) -> WallTime {
        self.starts.plus_minutes(-30)
    }

    /// Whether checking in is open at `now`.
    pub fn checks_in(&self, now: WallTime) -> bool {
        self.stands() && self.check_in_opens() <= now && !self.over(now)
    }

    /// Whether the bureau can have met for it on `day`: not after it, nor more than two months before.
    pub fn bureau_fits(&self, day: Day) -> bool {
        (0..=Self::BUREAU_DAYS_MAX).contains(&day.days_until(self.starts.day))
    }

    /// The last day on which papers go out in time.
    pub fn papers_due(&self, deadlines: &Deadlines) -> Day {
        deadlines.papers_due(self.starts).day
    }

    /// The last day on which somebody who cannot come says so: that on which papers are out. Nothing where the notice
    /// goes out later than that, or it is the day of the meeting itself.
    pub fn reply_due(&self, deadlines: &Deadlines) -> Option<Day> {
        let due = self.papers_due(deadlines);
        (self.noticed_on <= due && due < self.starts.day).then_some(due)
    }

    /// The last day on which minutes are posted in time.
    pub fn posting_due(&self, deadlines: &Deadlines) -> Day {
        deadlines.posting_due(self.starts).day
    }

    /// Whether it is over at `now`: an hour after its planned end, because meetings run late.
    pub fn over(&self, now: WallTime) -> bool {
        self.starts.plus_minutes(i64::from(self.minutes) + 60) < now
    }

    /// Whether it has a thematic part.
    pub fn thematic(&self) -> bool {
        self.kind == Kind::Thematic || self.theme.is_some()
    }

    /// Whether the meeting takes place.
    pub fn stands(&self) -> bool {
        !matches!(self.plan, Plan::Cancelled(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::TimeOfDay;
    use rstest::rstest;

    fn at(day: &str, time: &str) -> WallTime {
        WallTime { day: Day::parse(day).unwrap(), time: TimeOfDay::parse(time).unwrap() }
    }

    fn meeting(day: &str, plan: Plan) -> Meeting {
        Meeting {
            id: ThingId([1; 16]),
            kind: Kind::Regular,
            number: None,
            noticed_on: Day::parse(day).unwrap(),
            starts: at(day, "08:00"),
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

    #[rstest]
    #[case("", "")]
    #[case("RRR", "...")]
    #[case("TT", "..")]
    #[case("RRTT", "R.T.")]
    #[case("RRTTRR", "R.T.C.")]
    #[case("TR", "TC")]
    #[case("RTRT", "RTCT")]
    fn the_regular_part_ends_under_a_heading_of_its_own_after_the_theme(
        #[case] parts: &str,
        #[case] expected: &str,
    ) {
        let parts = parts.chars().map(|part| if part == 'R' { Part::Regular } else { Part::Thematic });
        let shown = sections(parts).into_iter().map(|section| match section {
            None => '.',
            Some(Section::Regular) => 'R',
            Some(Section::Thematic) => 'T',
            Some(Section::Closing) => 'C',
        });
        assert_eq!(shown.collect::<String>(), expected);
    }

    #[rstest]
    #[case(Kind::Regular, false, &[Part::Regular, Part::Thematic], Some(&[Part::Regular, Part::Regular][..]))]
    #[case(Kind::Thematic, true, &[Part::Regular, Part::Thematic], Some(&[Part::Thematic, Part::Thematic][..]))]
    #[case(Kind::Extraordinary, false, &[Part::Thematic, Part::Regular], Some(&[Part::Regular, Part::Regular][..]))]
    #[case(Kind::Regular, true, &[Part::Regular, Part::Thematic], Some(&[Part::Regular, Part::Thematic][..]))]
    #[case(Kind::Regular, true, &[Part::Regular, Part::Regular], None)]
    #[case(Kind::Regular, true, &[Part::Thematic, Part::Thematic], None)]
    #[case(Kind::Regular, true, &[], Some(&[][..]))]
    fn regular_and_thematic_content_of_one_day_stand_apart(
        #[case] kind: Kind,
        #[case] theme: bool,
        #[case] parts: &[Part],
        #[case] expected: Option<&[Part]>,
    ) {
        let item = |part: &Part| AgendaItem {
            part: *part,
            title: Line::parse("Thảo luận").unwrap(),
            minutes: 20,
            role: ItemRole::Discussion,
        };
        let parted = kind.parted(theme, parts.iter().map(item).collect());
        let parts = parted.map(|agenda| agenda.iter().map(|item| item.part).collect::<Vec<Part>>());
        assert_eq!(parts, expected.map(<[Part]>::to_vec).ok_or(MixedParts));
    }

    #[rstest]
    #[case(Kind::Regular, "2026-10-03", &[])]
    #[case(Kind::Regular, "2026-10-15", &[])]
    #[case(Kind::Regular, "2026-10-16", &[Caution::LateInMonth])]
    #[case(Kind::Thematic, "2026-10-16", &[])]
    #[case(Kind::Regular, "2026-10-04", &[Caution::SameDay])]
    #[case(Kind::Regular, "2026-10-05", &[])]
    #[case(Kind::Extraordinary, "2026-10-01", &[Caution::ShortNotice])]
    fn a_secretary_is_told_what_to_think_over(
        #[case] kind: Kind,
        #[case] day: &str,
        #[case] expected: &[Caution],
    ) {
        let cancelled = Plan::Cancelled(Prose::default());
        let others = [meeting("2026-10-04", Plan::Announced), meeting("2026-10-05", cancelled)];
        let now = at("2026-09-30", "19:30");
        let outline = Outline { kind, starts: at(day, "19:00"), now, thematic: false, papers: Vec::new() };
        assert_eq!(outline.cautions(&Regulation::shipped(now.day), others.iter()), expected);
    }

    #[rstest]
    #[case("2026-10-04", "07:29", false)]
    #[case("2026-10-04", "07:30", true)]
    #[case("2026-10-04", "10:30", true)]
    #[case("2026-10-04", "10:31", false)]
    fn checking_in_opens_half_an_hour_before_the_start_and_ends_with_the_meeting(
        #[case] day: &str,
        #[case] time: &str,
        #[case] open: bool,
    ) {
        assert_eq!(meeting("2026-10-04", Plan::Announced).checks_in(at(day, time)), open);
        assert!(!meeting("2026-10-04", Plan::Cancelled(Prose::default())).checks_in(at(day, time)));
    }

    #[rstest]
    #[case("2026-10-03", true)]
    #[case("2026-10-04", true)]
    #[case("2026-10-05", false)]
    #[case("2026-08-03", true)]
    #[case("2026-08-02", false)]
    #[case("2025-01-01", false)]
    fn the_bureau_met_within_two_months_before_the_meeting(#[case] day: &str, #[case] fits: bool) {
        let meeting = meeting("2026-10-04", Plan::Announced);
        assert_eq!(meeting.bureau_fits(Day::parse(day).unwrap()), fits);
    }

    #[test]
    fn papers_go_out_the_day_before_and_minutes_within_two_days_after() {
        let meeting = meeting("2026-10-01", Plan::Announced);
        let deadlines = &Regulation::shipped(meeting.noticed_on).deadlines;
        assert_eq!(meeting.papers_due(deadlines), Day::parse("2026-09-30").unwrap());
        assert_eq!(meeting.posting_due(deadlines), Day::parse("2026-10-03").unwrap());
    }

    #[rstest]
    #[case("2026-09-26", 1, Some("2026-09-30"))]
    #[case("2026-09-26", 3, Some("2026-09-28"))]
    #[case("2026-09-30", 1, Some("2026-09-30"))]
    #[case("2026-09-30", 2, None)]
    #[case("2026-10-01", 1, None)]
    #[case("2026-09-26", 0, None)]
    fn whoever_cannot_come_says_so_by_the_day_on_which_papers_are_out(
        #[case] noticed: &str,
        #[case] paper_days: u16,
        #[case] due: Option<&str>,
    ) {
        let noticed_on = Day::parse(noticed).unwrap();
        let meeting = Meeting { noticed_on, ..meeting("2026-10-01", Plan::Announced) };
        let shipped = Regulation::shipped(noticed_on);
        let deadlines = Deadlines { paper_days, ..shipped.deadlines.clone() };
        assert_eq!(meeting.reply_due(&deadlines), due.map(|due| Day::parse(due).unwrap()));
    }

    #[rstest]
    #[case(&[], &[])]
    #[case(&["2026-10-02 19:00"], &[])]
    #[case(&["2026-10-02 19:01"], &[Caution::LatePapers])]
    #[case(&["2026-09-20 08:00", "2026-10-03 07:00"], &[Caution::LatePapers])]
    fn papers_that_come_out_within_the_last_day_are_late(
        #[case] papers: &[&str],
        #[case] expected: &[Caution],
    ) {
        let moment = |text: &&str| text.split_once(' ').map(|(day, time)| at(day, time)).unwrap();
        let outline = Outline {
            kind: Kind::Regular,
            starts: at("2026-10-03", "19:00"),
            now: at("2026-09-30", "08:00"),
            thematic: false,
            papers: papers.iter().map(moment).collect(),
        };
        let cautions = outline.cautions(&Regulation::shipped(outline.now.day), [].iter());
        assert_eq!(cautions, expected);
    }

    #[rstest]
    #[case(0, 0, false)]
    #[case(1, 0, true)]
    #[case(1, 1, false)]
    #[case(2, 1, true)]
    fn a_quarter_has_as_many_themes_as_the_regulation_asks_for(
        #[case] asked: u16,
        #[case] others: usize,
        #[case] warned: bool,
    ) {
        let mut regulation = (*Regulation::shipped(at("2026-10-30", "08:00").day)).clone();
        regulation.deadlines.themes_a_quarter = asked;
        let themed = Meeting { kind: Kind::Thematic, ..meeting("2026-10-20", Plan::Announced) };
        let others = vec![themed; others];
        let (starts, now) = (at("2026-12-04", "19:00"), at("2026-10-30", "08:00"));
        let outline = Outline { kind: Kind::Regular, starts, now, thematic: false, papers: Vec::new() };
        let cautions = outline.cautions(&regulation, others.iter());
        assert_eq!(cautions.contains(&Caution::NoThemeInQuarter), warned);
    }

    #[rstest]
    #[case("2026-11-04", false, None, false)]
    #[case("2026-12-04", false, None, true)]
    #[case("2026-12-04", true, None, false)]
    #[case("2026-12-04", false, Some("2026-10-20"), false)]
    #[case("2026-12-04", false, Some("2026-12-20"), false)]
    #[case("2026-12-04", false, Some("2026-09-20"), true)]
    #[case("2026-12-04", false, Some("2025-11-20"), true)]
    fn a_quarter_does_not_end_without_a_theme(
        #[case] day: &str,
        #[case] thematic: bool,
        #[case] other: Option<&str>,
        #[case] warned: bool,
    ) {
        let themed = |day| Meeting { kind: Kind::Thematic, ..meeting(day, Plan::Announced) };
        let others: Vec<Meeting> = other.map(themed).into_iter().collect();
        let (starts, now) = (at(day, "19:00"), at("2026-10-30", "08:00"));
        let outline = Outline { kind: Kind::Regular, starts, now, thematic, papers: Vec::new() };
        let cautions = outline.cautions(&Regulation::shipped(now.day), others.iter());
        assert_eq!(cautions.contains(&Caution::NoThemeInQuarter), warned);
    }
}
