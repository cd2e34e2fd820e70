//! The vote base, by the charter-implementation rule (294-QĐ/TW, §9.3.2), and what carries a question over it.

use super::attendance::RollCall;
use super::member::{Activity, Member, Membership};
use super::regulation::Share;

/// How a base came about, to be shown as a subtraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Base {
    /// Official members of the branch, whether they take part today or not.
    pub official: u16,
    /// Of those, exempt or temporarily elsewhere, and not in the room.
    pub released: u16,
    /// Of those, suspended or under prosecution.
    pub suspended: u16,
}

impl Base {
    /// Counts the base: official members whether present or not; an exempt or away member counts when in the room.
    /// A probationary member and a guest of another branch never do, nor whoever has left, unless in the room then.
    pub fn of(roll_call: &RollCall, members: &[Member]) -> Self {
        let mut base = Self::default();
        for member in members {
            let foreign = match member.activity {
                Activity::Guest => true,
                // Whoever was in the room then was of the branch then.
                Activity::Left(_) => !roll_call.present(member.id),
                _ => false,
            };
            if member.membership == Membership::Probationary || foreign {
                continue;
            }
            base.official += 1;
            match member.activity {
                Activity::Exempt | Activity::Elsewhere => {
                    base.released += u16::from(!roll_call.present(member.id));
                }
                Activity::Suspended => base.suspended += 1,
                Activity::Here | Activity::Guest | Activity::Left(_) => {}
            }
        }
        base
    }

    /// Voters that the majority is counted over.
    pub fn voters(&self) -> u16 {
        self.official - self.released - self.suspended
    }

    /// Fewest votes in favour that carry a question which needs this share; `None` when nobody votes.
    pub fn needed(&self, share: Share) -> Option<u16> {
        (self.voters() > 0).then(|| share.of(self.voters()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::tests::{entry, member};
    use crate::domain::attendance::{Means, State, Tally};
    use crate::domain::regulation::Regulation;
    use crate::domain::time::Day;
    use Membership::{Official, Probationary};
    use rstest::rstest;

    fn branch(groups: &[(Membership, Activity, u8)]) -> Vec<Member> {
        let all = groups
            .iter()
            .flat_map(|(membership, activity, count)| (0..*count).map(move |_| (*membership, *activity)));
        let numbered = all.enumerate();
        numbered
            .map(|(n, (membership, activity))| member(u8::try_from(n).unwrap(), membership, activity))
            .collect()
    }

    #[rstest]
    #[case(Official, Activity::Here, (1, 1))]
    #[case(Official, Activity::Exempt, (0, 1))]
    #[case(Official, Activity::Elsewhere, (0, 1))]
    #[case(Official, Activity::Guest, (0, 0))]
    #[case(Official, Activity::Suspended, (0, 0))]
    #[case(Probationary, Activity::Here, (0, 0))]
    #[case(Probationary, Activity::Exempt, (0, 0))]
    #[case(Probationary, Activity::Elsewhere, (0, 0))]
    #[case(Probationary, Activity::Guest, (0, 0))]
    #[case(Probationary, Activity::Suspended, (0, 0))]
    fn each_member_counts_by_membership_and_activity(
        #[case] membership: Membership,
        #[case] activity: Activity,
        #[case] (away, in_the_room): (u16, u16),
    ) {
        let members = [member(1, membership, activity)];
        let voters = |state| {
            let roll_call = RollCall::new([entry(1, state, Means::Tick, None)]);
            Base::of(&roll_call, &members).voters()
        };
        assert_eq!(Base::of(&RollCall::default(), &members).voters(), away);
        // Special duty is a matter of the attendance rate: the base of 294-QĐ/TW does not know it.
        for state in [State::Excused, State::Absent, State::SpecialDuty] {
            assert_eq!(voters(state), away);
        }
        assert_eq!((voters(State::Present), voters(State::Late)), (in_the_room, in_the_room));
    }

    #[test]
    fn absent_official_members_stay_in_the_base_and_probationary_members_never_count() {
        let members = branch(&[(Official, Activity::Here, 20), (Probationary, Activity::Here, 2)]);
        let absent = [0u8, 1, 2, 20];
        let roll_call = RollCall::new((0..22).map(|n| {
            let state = if absent.contains(&n) { State::Excused } else { State::Present };
            entry(n, state, Means::Tick, None)
        }));
        assert_eq!(Base::of(&roll_call, &members).voters(), 20);
        let tally = Tally::of(&roll_call);
        assert_eq!((tally.present, tally.expected), (18, 22));
    }

    #[rstest]
    #[case(&[], 8, 5, 6)]
    #[case(&[7], 9, 5, 6)]
    #[case(&[7, 8], 10, 6, 7)]
    fn an_exempt_or_away_member_counts_when_in_the_room(
        #[case] came: &[u8],
        #[case] voters: u16,
        #[case] ordinary: u16,
        #[case] weighty: u16,
    ) {
        let members = branch(&[
            (Official, Activity::Here, 7),
            (Official, Activity::Exempt, 1),
            (Official, Activity::Elsewhere, 1),
            (Official, Activity::Here, 1),
            (Official, Activity::Suspended, 1),
            (Official, Activity::Guest, 1),
        ]);
        let roll_call = RollCall::new(came.iter().map(|n| entry(*n, State::Present, Means::Tick, None)));
        let base = Base::of(&roll_call, &members);
        let regulation = Regulation::shipped(Day::MAX);
        assert_eq!(base.voters(), voters);
        assert_eq!(base.needed(regulation.ordinary), Some(ordinary));
        assert_eq!(base.needed(regulation.weighty), Some(weighty));
    }

    #[test]
    fn a_branch_without_voters_carries_nothing() {
        assert_eq!(Base::default().needed(Share::MoreThan(1, 2)), None);
    }
}
