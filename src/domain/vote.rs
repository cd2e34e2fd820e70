//! Votes: the base, by the charter-implementation rule (294-QĐ/TW, §9.3.2), what carries a question over it, and the
//! count of hands or ballots.

use super::attendance::{RollCall, State};
use super::id::ThingId;
use super::meeting::ItemRole;
use super::member::{Activity, Member, Membership};
use super::regulation::{Regulation, Share};
use super::time::Moment;
use super::words::Line;

/// How a base came about, to be shown as a subtraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
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

    /// Those who can vote today: official members of the branch who are in the room, or whom nobody has marked yet.
    /// Never more than the [voters](Self::voters), among whom the absent ones stay.
    pub fn in_the_room(roll_call: &RollCall, members: &[Member]) -> u16 {
        let there = |member: &Member| match (roll_call.entry(member.id), member.activity) {
            (_, Activity::Guest | Activity::Suspended) => false,
            (None, activity) => activity == Activity::Here,
            (Some(entry), _) => entry.state.present() || entry.state == State::Unmarked,
        };
        let votes = |member: &&Member| member.membership == Membership::Official && there(member);
        members.iter().filter(votes).fold(0, |count, _| count + 1)
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

/// What a question needs (294-QĐ/TW, §9.3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// More than half: resolutions, the score, whatever else is decided.
    Ordinary,
    /// Two thirds: admission.
    Admission,
    /// Two thirds: recognition as official.
    Recognition,
    /// Two thirds: removal from the list of members.
    Removal,
    /// Two thirds: expulsion.
    Expulsion,
}

/// How a vote is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// giơ tay
    Hands,
    /// bỏ phiếu kín
    Ballots(Ballots),
}

/// Ballots on paper, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballots {
    /// phiếu phát ra
    pub issued: u16,
    /// phiếu thu vào
    pub collected: u16,
    /// phiếu không hợp lệ, of those that were collected
    pub invalid: u16,
}

/// A question that was put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vote {
    /// Stays through corrections.
    pub id: ThingId,
    /// What was asked.
    pub question: Line,
    /// The item of the order of business that it decides, where it is one that every meeting votes on.
    pub decides: ItemRole,
    /// What it needs.
    pub weight: Weight,
    /// How it was taken.
    pub way: Way,
    /// tán thành
    pub favour: u16,
    /// không tán thành
    pub against: u16,
    /// ý kiến khác
    pub other: u16,
    /// What the majority was counted over then.
    pub base: Base,
    /// When it was counted.
    pub at: Moment,
}

/// Why a count is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteFault {
    /// More votes than comrades who can vote.
    MoreThanVoters {
        /// So many votes.
        cast: u32,
        /// So many can vote.
        voters: u16,
    },
    /// More ballots issued than comrades who can vote.
    MoreIssuedThanVoters {
        /// So many ballots.
        issued: u16,
        /// So many can vote.
        voters: u16,
    },
    /// More ballots collected than were issued.
    MoreCollectedThanIssued {
        /// So many came back.
        collected: u16,
        /// So many were given out.
        issued: u16,
    },
    /// The votes and the invalid ballots are not the ballots that were collected.
    SumDiffers {
        /// Votes and invalid ballots together.
        sum: u32,
        /// So many came back.
        collected: u16,
    },
}

impl Vote {
    /// Checks the sums over the base.
    pub fn check(&self) -> Result<(), VoteFault> {
        self.check_with(self.base.voters())
    }

    /// Checks the sums, with so many voters [in the room](Base::in_the_room).
    pub fn check_with(&self, in_the_room: u16) -> Result<(), VoteFault> {
        let voters = in_the_room.min(self.base.voters());
        if let Way::Ballots(Ballots { issued, collected, invalid }) = self.way {
            let sum = self.cast() + u32::from(invalid);
            if issued > voters {
                return Err(VoteFault::MoreIssuedThanVoters { issued, voters });
            }
            if collected > issued {
                return Err(VoteFault::MoreCollectedThanIssued { collected, issued });
            }
            if sum != u32::from(collected) {
                return Err(VoteFault::SumDiffers { sum, collected });
            }
        }
        let cast = self.cast();
        if cast > u32::from(voters) { Err(VoteFault::MoreThanVoters { cast, voters }) } else { Ok(()) }
    }

    /// Votes of all three sides.
    fn cast(&self) -> u32 {
        u32::from(self.favour) + u32::from(self.against) + u32::from(self.other)
    }

    /// Fewest votes in favour that carry it; `None` when nobody votes.
    pub fn needed(&self, regulation: &Regulation) -> Option<u16> {
        self.base.needed(self.weight.share(regulation))
    }

    /// Whether it is carried.
    pub fn carried(&self, regulation: &Regulation) -> bool {
        self.needed(regulation).is_some_and(|needed| self.favour >= needed)
    }
}

impl Weight {
    /// Every weight, the usual one first.
    pub const ALL: [Self; 5] =
        [Self::Ordinary, Self::Admission, Self::Recognition, Self::Removal, Self::Expulsion];

    /// The share of the base that it asks for.
    pub fn share(self, regulation: &Regulation) -> Share {
        match self {
            Self::Ordinary => regulation.ordinary,
            Self::Admission | Self::Recognition | Self::Removal | Self::Expulsion => regulation.weighty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::tests::{entry, member};
    use crate::domain::attendance::{Means, Tally};
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

    fn vote(way: Way, counts: (u16, u16, u16)) -> Vote {
        Vote {
            id: ThingId([1; 16]),
            question: Line::parse("Thông qua nghị quyết").unwrap(),
            decides: ItemRole::Vote,
            weight: Weight::Ordinary,
            way,
            favour: counts.0,
            against: counts.1,
            other: counts.2,
            base: Base { official: 20, released: 1, suspended: 0 },
            at: Moment(0),
        }
    }

    fn ballots(issued: u16, collected: u16, invalid: u16) -> Way {
        Way::Ballots(Ballots { issued, collected, invalid })
    }

    #[rstest]
    #[case(30, Way::Hands, (17, 0, 0), Ok(()))]
    #[case(30, Way::Hands, (17, 1, 1), Ok(()))]
    #[case(30, Way::Hands, (17, 2, 1), Err(VoteFault::MoreThanVoters { cast: 20, voters: 19 }))]
    #[case(16, Way::Hands, (16, 0, 0), Ok(()))]
    #[case(16, Way::Hands, (16, 0, 1), Err(VoteFault::MoreThanVoters { cast: 17, voters: 16 }))]
    #[case(0, Way::Hands, (1, 0, 0), Err(VoteFault::MoreThanVoters { cast: 1, voters: 0 }))]
    #[case(30, Way::Hands, (u16::MAX, u16::MAX, 1), Err(VoteFault::MoreThanVoters { cast: 131_071, voters: 19 }))]
    #[case(18, ballots(18, 18, 1), (15, 1, 1), Ok(()))]
    #[case(18, ballots(18, 17, 0), (15, 1, 1), Ok(()))]
    #[case(30, ballots(20, 18, 1), (15, 1, 1), Err(VoteFault::MoreIssuedThanVoters { issued: 20, voters: 19 }))]
    #[case(16, ballots(18, 16, 0), (14, 1, 1), Err(VoteFault::MoreIssuedThanVoters { issued: 18, voters: 16 }))]
    #[case(18, ballots(17, 18, 1), (15, 1, 1), Err(VoteFault::MoreCollectedThanIssued { collected: 18, issued: 17 }))]
    #[case(18, ballots(18, 18, 0), (15, 1, 1), Err(VoteFault::SumDiffers { sum: 17, collected: 18 }))]
    #[case(18, ballots(18, 18, 2), (15, 1, 1), Err(VoteFault::SumDiffers { sum: 19, collected: 18 }))]
    fn a_count_adds_up_or_is_named(
        #[case] in_the_room: u16,
        #[case] way: Way,
        #[case] counts: (u16, u16, u16),
        #[case] expected: Result<(), VoteFault>,
    ) {
        assert_eq!(vote(way, counts).check_with(in_the_room), expected);
    }

    #[rstest]
    #[case(Official, Activity::Here, None, 1)]
    #[case(Official, Activity::Here, Some(State::Unmarked), 1)]
    #[case(Official, Activity::Here, Some(State::Present), 1)]
    #[case(Official, Activity::Here, Some(State::Late), 1)]
    #[case(Official, Activity::Here, Some(State::Excused), 0)]
    #[case(Official, Activity::Here, Some(State::Absent), 0)]
    #[case(Official, Activity::Here, Some(State::SpecialDuty), 0)]
    #[case(Official, Activity::Exempt, None, 0)]
    #[case(Official, Activity::Exempt, Some(State::Exempt), 0)]
    #[case(Official, Activity::Exempt, Some(State::Present), 1)]
    #[case(Official, Activity::Elsewhere, Some(State::Late), 1)]
    #[case(Official, Activity::Suspended, Some(State::Present), 0)]
    #[case(Official, Activity::Guest, Some(State::Present), 0)]
    #[case(Probationary, Activity::Here, Some(State::Present), 0)]
    #[case(Probationary, Activity::Here, None, 0)]
    fn only_official_members_in_the_room_can_vote(
        #[case] membership: Membership,
        #[case] activity: Activity,
        #[case] state: Option<State>,
        #[case] expected: u16,
    ) {
        let members = [member(1, membership, activity)];
        let roll_call = RollCall::new(state.map(|state| entry(1, state, Means::Tick, None)));
        assert_eq!(Base::in_the_room(&roll_call, &members), expected);
        assert!(Base::of(&roll_call, &members).voters() >= expected, "the base keeps the absent");
    }

    #[rstest]
    #[case(Way::Hands)]
    #[case(ballots(u16::MAX, u16::MAX, 0))]
    fn no_base_is_so_large_that_votes_are_counted_twice(#[case] way: Way) {
        let base = Base { official: u16::MAX, released: 0, suspended: 0 };
        let vote = Vote { base, ..vote(way, (u16::MAX, u16::MAX, 1)) };
        assert!(vote.check().is_err());
    }

    #[rstest]
    #[case(Weight::Ordinary, 9, false)]
    #[case(Weight::Ordinary, 10, true)]
    #[case(Weight::Admission, 12, false)]
    #[case(Weight::Admission, 13, true)]
    #[case(Weight::Recognition, 12, false)]
    #[case(Weight::Removal, 12, false)]
    #[case(Weight::Expulsion, 13, true)]
    fn a_question_is_carried_by_its_own_majority(
        #[case] weight: Weight,
        #[case] favour: u16,
        #[case] carried: bool,
    ) {
        let vote = Vote { weight, ..vote(Way::Hands, (favour, 0, 0)) };
        assert_eq!(vote.carried(&Regulation::shipped(Day::MAX)), carried);
    }
}
