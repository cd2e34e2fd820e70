//! Replies, the roll call and the attendance rate.

use super::id::{MemberId, ThingId};
use super::member::{Activity, Member};
use super::regulation::Regulation;
use super::time::Moment;
use super::words::Prose;

/// A member's answer to a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Which meeting.
    pub meeting: ThingId,
    /// The answer.
    pub answer: Answer,
}

/// Will the member come?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// sẽ có mặt
    Attend,
    /// xin vắng, with the reason
    Absent(Reason, Prose),
}

/// Common reasons for absence; the note says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// ốm, điều trị
    Illness,
    /// đi công tác
    Duty,
    /// việc gia đình
    Family,
    /// đi xa
    Away,
    /// lý do khác
    Other,
}

/// State of one member in the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// có mặt
    Present,
    /// đi muộn
    Late,
    /// vắng có lý do
    Excused,
    /// vắng không lý do
    Absent,
    /// miễn
    Exempt,
    /// sinh hoạt tạm thời nơi khác
    Elsewhere,
    /// làm nhiệm vụ đặc biệt: for this meeting, by the secretary's hand
    SpecialDuty,
    /// đình chỉ sinh hoạt
    Suspended,
    /// chưa điểm danh: stands only in what was published before everybody was marked
    Unmarked,
}

impl State {
    /// What somebody is who comes to a meeting that `starts` then, at `at`: the one place that says who is late.
    pub fn on_arrival(starts: Moment, at: Moment, regulation: &Regulation) -> Self {
        let grace = i64::from(regulation.deadlines.late_after_minutes) * 60_000;
        let late = at > starts.plus_milliseconds(grace);
        if late { Self::Late } else { Self::Present }
    }

    /// Whether the member is in the room.
    pub fn present(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }

    /// Whether the member was not expected, and is not in the room: the attendance rate leaves these out.
    pub fn released(self) -> bool {
        matches!(self, Self::Exempt | Self::Elsewhere | Self::SpecialDuty | Self::Suspended)
    }

    /// What a member is whom nobody has marked; `None` where somebody has to.
    pub fn of_activity(activity: Activity) -> Option<Self> {
        match activity {
            Activity::Exempt => Some(Self::Exempt),
            Activity::Elsewhere => Some(Self::Elsewhere),
            Activity::Suspended => Some(Self::Suspended),
            Activity::Here | Activity::Guest | Activity::Left(_) => None,
        }
    }
}

/// How an entry of the roll call came about. The secretary's tick list is the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// quét mã: the member scanned or typed the rotating code
    Code,
    /// quét thẻ: the secretary scanned the member's card
    Card,
    /// đánh dấu: the secretary ticked
    Tick,
    /// theo danh sách: nobody marked the member; the roster of the day of publication speaks
    Roster,
}

/// One line of the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Who.
    pub member: MemberId,
    /// State.
    pub state: State,
    /// How it was found.
    pub means: Means,
    /// When the member came, by the secretary's clock; unknown for most ticks of absence.
    pub at: Option<Moment>,
}

impl Entry {
    /// Stands for a member whom nobody has marked.
    pub fn unmarked(member: &Member) -> Self {
        let state = State::of_activity(member.activity).unwrap_or(State::Unmarked);
        Self { member: member.id, state, means: Means::Roster, at: None }
    }

    /// Whether the means can lead to the state: nobody marks a member as unmarked, and the roster puts nobody into
    /// the room.
    pub fn sound(&self) -> bool {
        match self.means {
            Means::Roster => {
                matches!(self.state, State::Unmarked | State::Exempt | State::Elsewhere | State::Suspended)
            }
            Means::Code | Means::Card | Means::Tick => self.state != State::Unmarked,
        }
    }
}

/// The roll call of one meeting: at most one entry for each member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RollCall {
    entries: Vec<Entry>,
}

impl RollCall {
    /// Builds a roll call; a second entry of the same member is left out.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut roll_call = Self::default();
        for entry in entries {
            if roll_call.entry(entry.member).is_none() {
                roll_call.entries.push(entry);
            }
        }
        roll_call
    }

    /// All entries, in the order in which they were made.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a member.
    pub fn entry(&self, member: MemberId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.member == member)
    }

    /// The secretary's hand: replaces whatever stood there.
    pub fn tick(&mut self, entry: Entry) {
        self.clear(entry.member);
        self.entries.push(entry);
    }

    /// A check-in that arrived by itself: kept only where nobody has marked the member yet, or earlier than a
    /// check-in that is there. Repeats change nothing, the original time stays. Tells whether anything changed.
    pub fn check_in(&mut self, entry: Entry) -> bool {
        match self.entry(entry.member) {
            Some(there) if there.means == Means::Tick || there.at <= entry.at => false,
            _ => {
                self.tick(entry);
                true
            }
        }
    }

    /// Only what somebody has marked, without the entries that the roster made.
    pub fn marks(&self) -> Self {
        let marked = self.entries.iter().filter(|entry| entry.means != Means::Roster);
        Self { entries: marked.copied().collect() }
    }

    /// These marks and one entry for everybody else who is listed, as it is published. Once it is, the `published` roll call says
    /// who belongs to it and what became of those without a mark: members and activities of later days change
    /// nothing.
    pub fn completed(&self, members: &[Member], published: Option<&Self>) -> Self {
        let listed = |member: &&Member| match published {
            Some(before) => before.entry(member.id).is_some(),
            None => member.listed(),
        };
        let others = members.iter().filter(listed).map(|member| {
            let before = published.and_then(|before| before.entry(member.id));
            let kept = before.filter(|entry| entry.means == Means::Roster);
            kept.copied().unwrap_or_else(|| Entry::unmarked(member))
        });
        Self::new(self.entries.iter().copied().chain(others))
    }

    /// Takes the mark of a member away.
    pub fn clear(&mut self, member: MemberId) {
        self.entries.retain(|entry| entry.member != member);
    }

    /// State of a member: as marked, or by activity where nothing is marked.
    pub fn state(&self, member: &Member) -> Option<State> {
        self.entry(member.id).map(|entry| entry.state).or(State::of_activity(member.activity))
    }

    /// Whether the member is in the room.
    pub fn present(&self, member: MemberId) -> bool {
        self.entry(member).is_some_and(|entry| entry.state.present())
    }
}

/// The numbers beside a roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the room, on time or late.
    pub present: u16,
    /// Of those, late.
    pub late: u16,
    /// vắng có lý do
    pub excused: u16,
    /// vắng không lý do
    pub absent: u16,
    /// Exempt, temporarily elsewhere, on special duty or suspended, and not in the room.
    pub released: u16,
    /// Nothing is marked yet.
    pub unmarked: u16,
    /// Those the rate is counted over: members without the released ones.
    pub expected: u16,
}

impl Tally {
    /// Counts the entries of a [completed](RollCall::completed) roll call, and nothing else. A released member who
    /// comes counts as present and expected.
    pub fn of(roll_call: &RollCall) -> Self {
        let mut tally = Self::default();
        for entry in roll_call.entries() {
            match entry.state {
                State::Present => tally.present += 1,
                State::Late => {
                    tally.present += 1;
                    tally.late += 1;
                }
                State::Excused => tally.excused += 1,
                State::Absent => tally.absent += 1,
                State::Exempt | State::Elsewhere | State::SpecialDuty | State::Suspended => {
                    tally.released += 1
                }
                State::Unmarked => tally.unmarked += 1,
            }
        }
        tally.expected = tally.present + tally.excused + tally.absent + tally.unmarked;
        tally
    }

    /// Attendance rate in tenths of a percent, rounded half up; `None` when nobody is expected.
    pub fn rate_per_mille(&self) -> Option<u16> {
        (self.expected > 0).then(|| {
            let (present, expected) = (u32::from(self.present), u32::from(self.expected));
            u16::try_from((present * 2_000 + expected) / (expected * 2)).unwrap_or(1_000)
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::member::{Membership, Office};
    use crate::domain::time::Day;
    use crate::domain::words::Line;
    use rstest::rstest;

    pub(crate) fn member(number: u8, membership: Membership, activity: Activity) -> Member {
        Member {
            id: MemberId([number; 8]),
            name: Line::parse("Nguyễn Văn A").unwrap(),
            office: Office::Member,
            membership,
            activity,
            devices: Vec::new(),
        }
    }

    fn official(number: u8, activity: Activity) -> Member {
        member(number, Membership::Official, activity)
    }

    pub(crate) fn entry(number: u8, state: State, means: Means, at: Option<i64>) -> Entry {
        Entry { member: MemberId([number; 8]), state, means, at: at.map(Moment) }
    }

    #[test]
    fn a_repeated_check_in_keeps_the_original_time() {
        let mut roll_call = RollCall::default();
        assert!(roll_call.check_in(entry(1, State::Present, Means::Code, Some(100))));
        assert!(!roll_call.check_in(entry(1, State::Present, Means::Code, Some(200))));
        assert!(roll_call.check_in(entry(1, State::Present, Means::Code, Some(50))));
        assert_eq!(roll_call.entries().len(), 1);
        assert_eq!(roll_call.entry(MemberId([1; 8])).and_then(|e| e.at), Some(Moment(50)));
    }

    #[test]
    fn the_secretarys_tick_stands_against_a_check_in() {
        let mut roll_call = RollCall::default();
        roll_call.tick(entry(1, State::Excused, Means::Tick, None));
        assert!(!roll_call.check_in(entry(1, State::Present, Means::Code, Some(100))));
        assert_eq!(roll_call.entry(MemberId([1; 8])).map(|e| e.state), Some(State::Excused));
    }

    #[rstest]
    #[case(Activity::Here, None, 500)]
    #[case(Activity::Here, Some(State::Excused), 500)]
    #[case(Activity::Here, Some(State::Absent), 500)]
    #[case(Activity::Here, Some(State::SpecialDuty), 1_000)]
    #[case(Activity::Here, Some(State::Late), 1_000)]
    #[case(Activity::Guest, None, 500)]
    #[case(Activity::Exempt, None, 1_000)]
    #[case(Activity::Elsewhere, None, 1_000)]
    #[case(Activity::Suspended, None, 1_000)]
    #[case(Activity::Exempt, Some(State::Excused), 500)]
    fn the_rate_is_counted_over_those_who_were_expected(
        #[case] activity: Activity,
        #[case] marked: Option<State>,
        #[case] per_mille: u16,
    ) {
        for membership in [Membership::Official, Membership::Probationary] {
            let members = [official(1, Activity::Here), member(2, membership, activity)];
            let marks = marked.map(|state| entry(2, state, Means::Tick, None));
            let present = entry(1, State::Present, Means::Tick, None);
            let roll_call = RollCall::new([present].into_iter().chain(marks));
            assert_eq!(Tally::of(&roll_call.completed(&members, None)).rate_per_mille(), Some(per_mille));
        }
    }

    #[rstest]
    #[case(-60, State::Present)]
    #[case(15 * 60, State::Present)]
    #[case(15 * 60 + 1, State::Late)]
    fn whoever_comes_more_than_a_quarter_of_an_hour_late_is_late(#[case] seconds: i64, #[case] state: State) {
        let starts = Moment(1_000_000);
        let at = starts.plus_milliseconds(seconds * 1_000);
        assert_eq!(State::on_arrival(starts, at, &Regulation::shipped(Day::MAX)), state);
    }

    #[test]
    fn a_published_roll_call_stays_as_it_was_when_the_roster_changes() {
        let members = [
            official(1, Activity::Here),
            official(2, Activity::Suspended),
            official(3, Activity::Here),
            official(4, Activity::Exempt),
        ];
        let marks = RollCall::new([entry(1, State::Present, Means::Tick, None)]);
        let published = marks.completed(&members, None);
        assert_eq!(published.entries().len(), members.len());
        let later = [
            official(1, Activity::Exempt),
            official(2, Activity::Here),
            official(3, Activity::Elsewhere),
            official(4, Activity::Here),
            official(5, Activity::Here),
        ];
        assert_eq!(published.marks().completed(&later, Some(&published)), published);
        let tally = Tally::of(&published);
        assert_eq!((tally.present, tally.released, tally.unmarked), (1, 2, 1));
    }

    #[test]
    fn a_mark_that_is_made_after_the_publication_counts() {
        let members = [official(1, Activity::Here), official(2, Activity::Here)];
        let published =
            RollCall::new([entry(1, State::Present, Means::Tick, None)]).completed(&members, None);
        let mut marks = published.marks();
        assert!(marks.check_in(entry(2, State::Present, Means::Code, Some(1))));
        marks.clear(MemberId([1; 8]));
        let tally = Tally::of(&marks.completed(&members, Some(&published)));
        assert_eq!((tally.present, tally.unmarked, tally.expected), (1, 1, 2));
    }

    #[rstest]
    #[case(State::Unmarked, Means::Roster, true)]
    #[case(State::Suspended, Means::Roster, true)]
    #[case(State::Present, Means::Roster, false)]
    #[case(State::SpecialDuty, Means::Roster, false)]
    #[case(State::Unmarked, Means::Tick, false)]
    #[case(State::Suspended, Means::Tick, true)]
    #[case(State::Late, Means::Code, true)]
    fn the_roster_puts_nobody_into_the_room_and_nobody_is_marked_as_unmarked(
        #[case] state: State,
        #[case] means: Means,
        #[case] sound: bool,
    ) {
        assert_eq!(entry(1, state, means, None).sound(), sound);
    }

    #[test]
    fn a_released_member_who_comes_is_present_and_expected() {
        let members =
            [official(1, Activity::Here), official(2, Activity::Exempt), official(3, Activity::Exempt)];
        let roll_call = RollCall::new([
            entry(1, State::Excused, Means::Tick, None),
            entry(2, State::Late, Means::Tick, None),
        ]);
        let tally = Tally::of(&roll_call.completed(&members, None));
        assert_eq!((tally.present, tally.late, tally.expected, tally.released), (1, 1, 2, 1));
    }

    #[test]
    fn eighteen_of_twenty_two_is_eighty_one_point_eight_percent() {
        let members: Vec<Member> = (0..22).map(|n| official(n, Activity::Here)).collect();
        let roll_call = RollCall::new((0..18).map(|n| entry(n, State::Present, Means::Tick, None)));
        assert_eq!(Tally::of(&roll_call.completed(&members, None)).rate_per_mille(), Some(818));
    }
}
