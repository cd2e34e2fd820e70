//! The numbers that regulations set for meetings, votes and self-criticism, as data with a name: they change every
//! few years, and what was made under the old ones stays as it was made. Nothing else in the code knows them.

use super::time::Day;

/// Names the regulation that a record was made under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegulationId(pub u16);

/// What is in force from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulation {
    /// Its name in records.
    pub id: RegulationId,
    /// số hiệu of the rule of the charter's implementation that it follows.
    pub number: &'static str,
    /// The first day on which it counts.
    pub effective_from: Day,
    /// Whoever comes later than this after the start is late.
    pub late_after_minutes: u16,
    /// How long a meeting is planned.
    pub length: Length,
    /// Notice and papers are out so long before the start.
    pub notice_hours: u16,
    /// A regular meeting belongs into the month up to this day.
    pub last_day_of_month: u32,
    /// What carries an ordinary question.
    pub ordinary: Share,
    /// What carries admission, recognition as official, removal, expulsion.
    pub weighty: Share,
    /// How many of the standing topics of self-criticism a month asks.
    pub topics_a_month: usize,
}

/// How long a meeting is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Of a meeting without a theme in a small branch.
    pub usual_minutes: u16,
    /// With a thematic part, or with many members.
    pub long_minutes: u16,
    /// From so many members on.
    pub many_members: usize,
}

/// Share of the vote base that carries a question: numerator and denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// More than this part.
    MoreThan(u16, u16),
    /// This part or more.
    AtLeast(u16, u16),
}

/// Known regulations, the oldest first. Older notices and minutes keep the id that they were made under.
const KNOWN: &[Regulation] = &[FIRST];

const FIRST: Regulation = Regulation {
    id: RegulationId(1),
    // §9.3.2 and §9.3.4 for the votes.
    number: "294-QĐ/TW",
    effective_from: Day::edge(2025, 5, 26),
    late_after_minutes: 15,
    length: Length { usual_minutes: 90, long_minutes: 120, many_members: 30 },
    notice_hours: 24,
    last_day_of_month: 15,
    ordinary: Share::MoreThan(1, 2),
    weighty: Share::AtLeast(2, 3),
    topics_a_month: 3,
};

impl Regulation {
    /// The regulation that is in force on `day`.
    pub fn in_force(day: Day) -> &'static Self {
        KNOWN.iter().rev().find(|regulation| regulation.effective_from <= day).unwrap_or(&FIRST)
    }

    /// Length that a meeting is planned with: longer with a thematic part or with many members.
    pub fn usual_minutes(&self, thematic: bool, members: usize) -> u16 {
        let long = thematic || members >= self.length.many_members;
        if long { self.length.long_minutes } else { self.length.usual_minutes }
    }
}

impl RegulationId {
    /// What stands in it. An app that does not know it yet goes by the newest one that it knows.
    pub fn regulation(self) -> &'static Regulation {
        let known = KNOWN.iter().find(|regulation| regulation.id == self);
        known.unwrap_or_else(|| Regulation::in_force(Day::MAX))
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
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(false, 29, 90)]
    #[case(false, 30, 120)]
    #[case(true, 5, 120)]
    fn a_theme_or_many_members_make_it_longer(
        #[case] thematic: bool,
        #[case] members: usize,
        #[case] minutes: u16,
    ) {
        assert_eq!(FIRST.usual_minutes(thematic, members), minutes);
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
        assert_eq!((FIRST.ordinary.of(voters), FIRST.weighty.of(voters)), (ordinary, weighty));
    }

    #[test]
    fn regulations_come_in_the_order_of_their_days_and_every_day_has_one() {
        assert!(KNOWN.windows(2).all(|pair| pair[0].effective_from < pair[1].effective_from));
        assert!(KNOWN.windows(2).all(|pair| pair[0].id < pair[1].id));
        for regulation in KNOWN {
            assert_eq!(Regulation::in_force(regulation.effective_from), regulation);
            assert_eq!(regulation.id.regulation(), regulation);
        }
        assert_eq!(Regulation::in_force(Day::MIN), &FIRST);
    }

    #[test]
    fn an_id_of_a_newer_app_goes_by_the_newest_regulation_that_is_known() {
        assert_eq!(RegulationId(u16::MAX).regulation(), Regulation::in_force(Day::MAX));
    }
}
