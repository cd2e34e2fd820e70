//! What regulations set, as data with a version: deadlines, majorities, the rubric, orders of business, papers. They
//! change every few years, and what was made under an old one stays as it was made. Nothing else in the code knows
//! their numbers.
//!
//! A regulation is a text that people write and read; `docs/goi-quy-dinh.md` describes it.

pub mod agenda;
mod fault;
mod known;
pub mod papers;
mod parse;
mod parse_rubric;
mod reader;
pub mod rubric;

pub use fault::{RegulationFault, Rule};
pub use known::Regulations;

use self::agenda::{Occasion, Template};
use self::papers::Papers;
use self::rubric::Rubric;
use super::meeting::{AgendaItem, Kind};
use super::org::BranchKind;
use super::posting::PostingItem;
use super::time::{Day, TimeOfDay, WallTime};
use super::words::Line;
use core::fmt;

/// Names the regulation that a record was made under: small letters, digits and hyphens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegulationId([u8; RegulationId::CHARS_MAX]);

/// What is in force from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulation {
    /// Its name in records.
    pub id: RegulationId,
    /// số hiệu
    pub number: Line,
    /// cơ quan ban hành
    pub issuer: Line,
    /// What it is about.
    pub title: Line,
    /// ngày ban hành
    pub issued_on: Day,
    /// The first day on which it counts.
    pub effective_from: Day,
    /// What takes its place, once that is in force.
    pub superseded_by: Option<RegulationId>,
    /// What has to be done when.
    pub deadlines: Deadlines,
    /// What carries an ordinary question.
    pub ordinary: Share,
    /// What carries admission, recognition as official, removal, expulsion.
    pub weighty: Share,
    /// By what a meeting is scored.
    pub rubric: Rubric,
    /// Orders of business: one for each kind of branch and occasion.
    pub agendas: Vec<Template>,
    /// Lettering, numbers, signatures, names of files.
    pub papers: Papers,
}

/// What has to be done when, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// Whoever comes later than this after the start is late.
    pub late_after_minutes: u16,
    /// How long a meeting is planned.
    pub length: Length,
    /// From this day of the month before on the bureau meets.
    pub bureau_day: u32,
    /// The notice is out so long before the start.
    pub notice_hours: u16,
    /// Papers are out so many days before.
    pub paper_days: u16,
    /// A regular meeting belongs into the month up to this day.
    pub last_day_of_month: u32,
    /// What is posted is posted within so many days after.
    pub posting_days: u16,
    /// What is posted and reported, as far as a meeting has it.
    pub posting_items: Vec<PostingItem>,
    /// A quarter has at least so many meetings with a theme.
    pub themes_a_quarter: u16,
    /// How long self-criticism and criticism take.
    pub criticism: Span,
    /// How many of the standing topics of self-criticism a month asks.
    pub topics_a_month: u16,
    /// From so many absences in a year on there is something to talk about.
    pub absences_noted: u16,
}

/// How long a meeting is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Of a meeting without a theme in a small branch.
    pub usual_minutes: u16,
    /// With a thematic part, or with many members.
    pub long_minutes: u16,
    /// From so many members on.
    pub many_members: u16,
}

/// From so long to so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The shortest.
    pub least_minutes: u16,
    /// The longest.
    pub most_minutes: u16,
}

/// Share of the vote base that carries a question: numerator and denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// More than this part.
    MoreThan(u16, u16),
    /// This part or more.
    AtLeast(u16, u16),
}

/// The text of a regulation as it travels. Only its size is known: what it says is read where it is needed, so that
/// the first program does without the reader, and a newer app can read what this one cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegulationText(String);

impl RegulationId {
    /// The longest.
    pub const CHARS_MAX: usize = 32;
    /// What records were made under that name a regulation by its old number.
    pub const FIRST: Self = Self(*b"hd42\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");

    /// Small letters, digits and hyphens, 1 to [`Self::CHARS_MAX`].
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > Self::CHARS_MAX || !text.bytes().all(plain) {
            return None;
        }
        let source = text.as_bytes();
        Some(Self(core::array::from_fn(|place| source.get(place).copied().unwrap_or(0))))
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        core::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for RegulationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl RegulationText {
    /// Three times what ships; a record holds it with room to spare.
    pub const BYTES_MAX: usize = 48 * 1024;

    /// Takes a text that is not too large.
    pub fn new(text: &str) -> Option<Self> {
        (text.len() <= Self::BYTES_MAX).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deadlines {
    /// When the notice of a meeting that `starts` then is out at the latest.
    pub fn notice_due(&self, starts: WallTime) -> WallTime {
        starts.plus_minutes(-60 * i64::from(self.notice_hours))
    }

    /// When its papers are out at the latest.
    pub fn papers_due(&self, starts: WallTime) -> WallTime {
        WallTime { day: starts.day.plus_days(-i32::from(self.paper_days)), ..starts }
    }

    /// The end of the last day on which what it leaves behind is posted in time: days are counted, not hours.
    pub fn posting_due(&self, starts: WallTime) -> WallTime {
        WallTime { day: starts.day.plus_days(i32::from(self.posting_days)), time: TimeOfDay::LAST }
    }
}

impl Regulation {
    /// Length that a meeting is planned with: longer with a thematic part or with many members.
    pub fn usual_minutes(&self, thematic: bool, members: usize) -> u16 {
        let length = self.deadlines.length;
        let long = thematic || members >= usize::from(length.many_members);
        if long { length.long_minutes } else { length.usual_minutes }
    }

    /// The order of business for a kind of branch.
    pub fn template(&self, occasion: Occasion, branch: BranchKind) -> Option<&Template> {
        self.agendas
            .iter()
            .find(|template| template.occasion == occasion && template.branches.contains(&branch))
    }

    /// The agenda that a meeting begins with; with a theme beside, a regular one has both parts.
    pub fn agenda(&self, kind: Kind, theme: bool, branch: BranchKind) -> Vec<AgendaItem> {
        let templates = Occasion::of(kind, theme).iter();
        templates.filter_map(|occasion| self.template(*occasion, branch)).flat_map(Template::lines).collect()
    }
}

impl Share {
    /// Fewest of `voters` that are such a share.
    pub fn of(self, voters: u16) -> u16 {
        let part = |numerator: u16, denominator: u16| {
            u32::from(voters) * u32::from(numerator) / u32::from(denominator.max(1))
        };
        let exact = |numerator: u16, denominator: u16| {
            u32::from(voters) * u32::from(numerator) % u32::from(denominator.max(1)) == 0
        };
        let fewest = match self {
            Self::MoreThan(numerator, denominator) => part(numerator, denominator) + 1,
            Self::AtLeast(numerator, denominator) => {
                part(numerator, denominator) + u32::from(!exact(numerator, denominator))
            }
        };
        u16::try_from(fewest).unwrap_or(u16::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::super::meeting::{ItemRole, Part};
    use super::*;
    use rstest::rstest;

    fn first() -> std::sync::Arc<Regulation> {
        Regulations::shipped().named(RegulationId::FIRST)
    }

    #[rstest]
    #[case(false, 29, 90)]
    #[case(false, 30, 120)]
    #[case(true, 5, 120)]
    fn a_theme_or_many_members_make_it_longer(
        #[case] thematic: bool,
        #[case] members: usize,
        #[case] minutes: u16,
    ) {
        assert_eq!(first().usual_minutes(thematic, members), minutes);
    }

    #[rstest]
    #[case(1, 1, 1)]
    #[case(8, 5, 6)]
    #[case(9, 5, 6)]
    #[case(20, 11, 14)]
    #[case(21, 11, 14)]
    fn half_must_be_passed_and_two_thirds_reached(
        #[case] voters: u16,
        #[case] ordinary: u16,
        #[case] weighty: u16,
    ) {
        let first = first();
        assert_eq!((first.ordinary.of(voters), first.weighty.of(voters)), (ordinary, weighty));
    }

    #[rstest]
    #[case("hd42", true)]
    #[case("a", true)]
    #[case("0123456789abcdef0123456789abcde-", true)]
    #[case("0123456789abcdef0123456789abcdef0", false)]
    #[case("HD42", false)]
    #[case("hd 42", false)]
    #[case("hđ42", false)]
    #[case("", false)]
    fn an_id_is_short_and_plain(#[case] text: &str, #[case] taken: bool) {
        let id = RegulationId::parse(text);
        assert_eq!(id.is_some(), taken);
        assert!(id.is_none_or(|id| id.as_str() == text));
    }

    #[rstest]
    #[case(Kind::Regular, false, 90)]
    #[case(Kind::Regular, true, 120)]
    #[case(Kind::Thematic, true, 120)]
    fn every_branch_has_an_order_of_business_that_fills_its_time(
        #[case] kind: Kind,
        #[case] theme: bool,
        #[case] minutes: u16,
    ) {
        for regulation in Regulations::shipped().iter() {
            for branch in BRANCHES {
                let agenda = regulation.agenda(kind, theme, branch);
                assert_eq!(agenda.iter().map(|item| item.minutes).sum::<u16>(), minutes, "{branch:?}");
                assert_eq!(regulation.usual_minutes(theme, 9), minutes);
            }
        }
    }

    const BRANCHES: [BranchKind; 6] = [
        BranchKind::Residential,
        BranchKind::Agency,
        BranchKind::StateEnterprise,
        BranchKind::PrivateEnterprise,
        BranchKind::School,
        BranchKind::ArmedForces,
    ];
    const OPENING: [ItemRole; 2] = [ItemRole::Opening, ItemRole::RollCall];
    const ENDING: [ItemRole; 3] = [ItemRole::Conclusion, ItemRole::Vote, ItemRole::Minutes];
    const THEME: [ItemRole; 3] =
        [ItemRole::ThemePresentation, ItemRole::ThemeDiscussion, ItemRole::Conclusion];
    const MONTH: [ItemRole; 5] = [
        ItemRole::Report,
        ItemRole::Review,
        ItemRole::Information,
        ItemRole::Discussion,
        ItemRole::Criticism,
    ];

    /// Whether all `steps` come in `agenda`, in this order.
    fn in_order(agenda: &[AgendaItem], steps: &[ItemRole]) -> bool {
        let mut items = agenda.iter();
        steps.iter().all(|step| items.any(|item| item.role == *step))
    }

    #[rstest]
    #[case(Kind::Regular, &[&OPENING[..], &MONTH, &ENDING], &THEME[..2])]
    #[case(Kind::Thematic, &[&OPENING[..], &THEME, &ENDING[1..]], &MONTH)]
    #[case(
        Kind::Extraordinary,
        &[&OPENING[..], &[ItemRole::Report, ItemRole::Discussion], &ENDING],
        &[ItemRole::Review, ItemRole::Criticism, ItemRole::ThemePresentation]
    )]
    fn every_branch_begins_with_its_order_of_business(
        #[case] kind: Kind,
        #[case] steps: &[&[ItemRole]],
        #[case] foreign: &[ItemRole],
    ) {
        for regulation in Regulations::shipped().iter() {
            for branch in BRANCHES {
                let agenda = regulation.agenda(kind, kind == Kind::Thematic, branch);
                assert!(in_order(&agenda, &steps.concat()), "{branch:?}: {agenda:?}");
                assert!(agenda.iter().all(|item| !foreign.contains(&item.role)), "{branch:?}");
                assert_eq!(kind.parted(kind == Kind::Thematic, agenda.clone()), Ok(agenda));
            }
        }
    }

    #[test]
    fn a_theme_on_the_same_day_is_a_part_of_its_own_behind_the_regular_one() {
        for regulation in Regulations::shipped().iter() {
            for branch in BRANCHES {
                let regular = regulation.agenda(Kind::Regular, false, branch);
                let both = regulation.agenda(Kind::Regular, true, branch);
                let (first, second) = both.split_at(regular.len());
                assert_eq!(first, regular);
                assert!(second.iter().all(|item| item.part == Part::Thematic), "{branch:?}");
                assert!(in_order(second, &THEME), "{branch:?}");
            }
        }
    }

    #[test]
    fn self_criticism_takes_as_long_as_the_regulation_asks_for() {
        for regulation in Regulations::shipped().iter() {
            let Span { least_minutes, most_minutes } = regulation.deadlines.criticism;
            for branch in BRANCHES {
                let agenda = regulation.agenda(Kind::Regular, false, branch);
                let minutes = agenda.iter().filter(|item| item.role == ItemRole::Criticism);
                let minutes = minutes.map(|item| item.minutes).sum::<u16>();
                assert!((least_minutes..=most_minutes).contains(&minutes), "{branch:?}: {minutes}");
            }
        }
    }

    #[test]
    fn each_kind_of_branch_has_its_own_regular_business() {
        for regulation in Regulations::shipped().iter() {
            let agendas = BRANCHES.map(|branch| regulation.agenda(Kind::Regular, false, branch));
            for (place, agenda) in agendas.iter().enumerate() {
                assert!(!agendas[..place].contains(agenda), "{:?}", BRANCHES[place]);
            }
        }
    }
}
