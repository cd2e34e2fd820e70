//! The vote base and the majority, by the charter-implementation rule (294-QĐ/TW, §9.3.2 and §9.3.4).

use super::attendance::RollCall;
use super::member::{Member, Status};

/// How a base came about, to be shown as a subtraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Base {
    /// Official members of the branch, whatever their standing today.
    pub official: u16,
    /// Exempt or temporarily elsewhere, and not in the room.
    pub released: u16,
    /// Suspended or under prosecution.
    pub suspended: u16,
}

/// Majority that a question needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Majority {
    /// More than half of the base.
    Simple,
    /// At least two thirds: admission, recognition as official, removal, expulsion.
    TwoThirds,
}

impl Base {
    /// Counts the base: official members whether present or not; an exempt or away member counts when in the room.
    pub fn of(roll_call: &RollCall, members: &[Member]) -> Self {
        let mut base = Self::default();
        for member in members {
            match member.status {
                Status::Official => base.official += 1,
                Status::Exempt | Status::TemporaryElsewhere => {
                    base.official += 1;
                    base.released += u16::from(!roll_call.present(member.id));
                }
                Status::Suspended => {
                    base.official += 1;
                    base.suspended += 1;
                }
                Status::Probationary | Status::TemporaryHere => {}
            }
        }
        base
    }

    /// Voters that the majority is counted over.
    pub fn voters(&self) -> u16 {
        self.official - self.released - self.suspended
    }

    /// Fewest votes in favour that carry a question; `None` when nobody votes.
    pub fn needed(&self, majority: Majority) -> Option<u16> {
        let voters = self.voters();
        (voters > 0).then(|| match majority {
            Majority::Simple => voters / 2 + 1,
            Majority::TwoThirds => (voters * 2).div_ceil(3),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::tests::{entry, member};
    use crate::domain::attendance::{Means, State, Tally};
    use rstest::rstest;

    fn branch(statuses: &[(Status, u8)]) -> Vec<Member> {
        let all = statuses.iter().flat_map(|(status, count)| (0..*count).map(move |_| *status));
        all.enumerate().map(|(n, status)| member(u8::try_from(n).unwrap(), status)).collect()
    }

    #[test]
    fn absent_official_members_stay_in_the_base_and_probationary_members_never_count() {
        let members = branch(&[(Status::Official, 20), (Status::Probationary, 2)]);
        let absent = [0u8, 1, 2, 20];
        let roll_call = RollCall::new((0..22).map(|n| {
            let state = if absent.contains(&n) { State::Excused } else { State::Present };
            entry(n, state, Means::Tick, None)
        }));
        assert_eq!(Base::of(&roll_call, &members).voters(), 20);
        let tally = Tally::of(&roll_call, &members);
        assert_eq!((tally.present, tally.expected), (18, 22));
    }

    #[rstest]
    #[case(&[], 8, 5, 6)]
    #[case(&[7], 9, 5, 6)]
    #[case(&[7, 8], 10, 6, 7)]
    fn an_exempt_or_away_member_counts_when_in_the_room(
        #[case] came: &[u8],
        #[case] voters: u16,
        #[case] simple: u16,
        #[case] two_thirds: u16,
    ) {
        let members = branch(&[
            (Status::Official, 7),
            (Status::Exempt, 1),
            (Status::TemporaryElsewhere, 1),
            (Status::Official, 1),
            (Status::Suspended, 1),
            (Status::TemporaryHere, 1),
        ]);
        let roll_call = RollCall::new(came.iter().map(|n| entry(*n, State::Present, Means::Tick, None)));
        let base = Base::of(&roll_call, &members);
        assert_eq!(base.voters(), voters);
        assert_eq!(base.needed(Majority::Simple), Some(simple));
        assert_eq!(base.needed(Majority::TwoThirds), Some(two_thirds));
    }

    #[test]
    fn a_branch_without_voters_carries_nothing() {
        assert_eq!(Base::default().needed(Majority::Simple), None);
    }
}
