//! Diễn biến: what happens from the preparation of a meeting to its close, entered once. Minutes, resolution and score
//! are made from it. It stays with the secretary: what others read are the papers.

use super::attendance::RollCall;
use super::comment::CommentBox;
use super::id::{MemberId, RecordId, ThingId};
use super::meeting::{AgendaItem, ItemRole, Meeting};
use super::order;
use super::regulation::Regulation;
use super::score::ScoreSheet;
use super::task::Progress;
use super::time::{Day, Moment};
use super::vote::Vote;
use super::words::{Line, Prose};
use std::collections::BTreeSet;

/// Everything entered of one meeting beside the roll call, the tasks and their outcomes, which are in its minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proceedings {
    /// Which meeting.
    pub meeting: ThingId,
    /// What was done before it.
    pub preparation: Preparation,
    /// chủ trì; `None` while it is whom the notice names.
    pub chair: Option<MemberId>,
    /// thư ký cuộc họp
    pub minute_taker: Option<MemberId>,
    /// đại biểu: guests and whoever came from the superior committee.
    pub guests: Vec<Line>,
    /// thông báo đảng phí
    pub fees: Option<FeeReport>,
    /// The order of business as it is followed.
    pub steps: Vec<Step>,
    /// ý kiến
    pub opinions: Vec<Opinion>,
    /// biểu quyết
    pub votes: Vec<Vote>,
    /// biểu dương, nhắc nhở
    pub remarks: Vec<Remark>,
    /// What the resolution says beside what is filled in by itself.
    pub findings: Findings,
    /// When the last step ended, by the secretary's hand.
    pub closed_at: Option<Moment>,
    /// What became of the remedies of the meeting before.
    pub remedied: Option<Remedied>,
    /// The marks that the meeting gives itself; what the evidence gives is not among them.
    pub score: Option<ScoreSheet>,
}

/// What is done before a meeting; the score asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Preparation {
    /// When the bureau met, or the secretary and the deputy.
    pub bureau_met: Option<Day>,
    /// Who drafts the resolution.
    pub drafter: Option<Line>,
    /// How far the draft resolution is.
    pub draft: DraftState,
}

/// How far something that is prepared is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum DraftState {
    /// đã giao
    #[default]
    Assigned,
    /// đã có dự thảo
    Drafted,
    /// chi ủy đã duyệt
    Approved,
    /// đã gửi đảng viên
    Sent,
}

/// Who has paid the fees of the month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FeeReport {
    /// How many have paid.
    pub paid: u16,
    /// Of how many.
    pub of: u16,
    /// What else is said.
    pub note: Option<Line>,
}

/// One item of the agenda as it is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The item, as the notice had it.
    pub item: AgendaItem,
    /// When it was being dealt with. Only the last span of all steps may be open.
    pub spans: Vec<Span>,
    /// What was reported and said, beside the opinions.
    pub note: Prose,
}

/// A stretch of time; open as long as it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub from: Moment,
    /// Its end.
    pub to: Option<Moment>,
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// A member.
    Member(MemberId),
    /// A guest, by name.
    Guest(Line),
}

/// What an opinion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpinionKind {
    /// ý kiến
    Opinion,
    /// đồng ý, without words of the own
    Agreement,
    /// tự phê bình
    SelfCriticism,
    /// phê bình
    Criticism,
    /// kiến nghị
    Proposal,
}

impl OpinionKind {
    /// Every kind, the usual one first.
    pub const ALL: [Self; 5] =
        [Self::Opinion, Self::Agreement, Self::SelfCriticism, Self::Criticism, Self::Proposal];
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opinion {
    /// Stays through corrections.
    pub id: ThingId,
    /// The step during which it was said, counted from zero.
    pub step: u16,
    /// What it is.
    pub kind: OpinionKind,
    /// Whose it is; several where the same was said by several.
    pub by: Vec<Speaker>,
    /// When it was entered.
    pub at: Moment,
    /// The words; empty for an agreement.
    pub text: Prose,
    /// What was read out of comments sent beforehand, whatever became of the words since. Each once.
    pub taken: Vec<Taken>,
}

/// A part of a comment sent beforehand that an opinion has taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The comment.
    pub comment: RecordId,
    /// Which of its boxes; `None` where an older app has noted the comment alone: then it stands for all of them.
    pub comment_box: Option<CommentBox>,
}

impl Taken {
    /// Whether it is this box of this comment.
    pub fn covers(&self, comment: RecordId, comment_box: CommentBox) -> bool {
        self.comment == comment && self.comment_box.is_none_or(|taken| taken == comment_box)
    }
}

/// What is said to a member before the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// biểu dương
    Praise,
    /// nhắc nhở
    Reminder,
}

/// Praise or a reminder for a member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Stays through corrections.
    pub id: ThingId,
    /// Whom it concerns.
    pub member: MemberId,
    /// What it is.
    pub kind: RemarkKind,
    /// What for.
    pub text: Line,
    /// Whether the minutes name it. Until then only the secretary reads it.
    pub in_minutes: bool,
}

/// What the resolution says of the month, and what it lays down.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Findings {
    /// tình hình tư tưởng
    pub ideology: Prose,
    /// kết quả thực hiện nhiệm vụ chính trị
    pub politics: Prose,
    /// hạn chế và nguyên nhân
    pub weaknesses: Prose,
    /// nhiệm vụ tháng tới, one line each
    pub next_month: Vec<Line>,
    /// kết luận
    pub conclusion: Prose,
}

/// What speaks against ending a meeting now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// So long it has lasted.
    pub minutes: i64,
    /// So many items were never begun.
    pub items: usize,
}

/// What a meeting finds of the remedies that the last score has asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remedied {
    /// How far it is.
    pub progress: Progress,
    /// Who saw to it, and what came of it.
    pub result: Prose,
}

/// Why an entry is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProceedingsFault {
    /// Chair and minutes-taker are the same member.
    ChairTakesMinutes,
    /// More have paid than there are to pay.
    MorePaidThanMembers,
    /// An opinion without an author.
    NobodySpoke,
    /// An opinion without words that is no agreement.
    NothingSaid,
    /// A step that the order of business does not have.
    NoSuchStep,
    /// A stretch of time that ends before it begins, or goes on while another one does.
    Time,
    /// More entries than a meeting can have.
    TooMany,
}

impl Step {
    /// A step that has not begun.
    pub fn new(item: AgendaItem) -> Self {
        Self { item, spans: Vec::new(), note: Prose::default() }
    }

    /// Whether it is being dealt with.
    pub fn running(&self) -> bool {
        self.spans.last().is_some_and(|span| span.to.is_none())
    }

    /// How long it has been dealt with until `now`, in milliseconds. A clock that was set back takes nothing away.
    pub fn elapsed(&self, now: Moment) -> i64 {
        let lengths = self.spans.iter().map(|span| span.to.unwrap_or(now).since(span.from).max(0));
        lengths.fold(0, i64::saturating_add)
    }

    /// When it was begun.
    pub fn began(&self) -> Option<Moment> {
        self.spans.first().map(|span| span.from)
    }
}

impl Proceedings {
    /// The most opinions of one meeting: sixty members, three times each, and some.
    pub const OPINIONS_MAX: usize = 240;
    /// The most votes.
    pub const VOTES_MAX: usize = 40;
    /// The most guests.
    pub const GUESTS_MAX: usize = 40;
    /// The most remarks.
    pub const REMARKS_MAX: usize = 60;
    /// The most tasks that the resolution lays down for the month.
    pub const NEXT_MONTH_MAX: usize = 40;
    /// The most boxes of comments that one opinion takes in: sixty members, three boxes each.
    pub const TAKEN_MAX: usize = 180;
    /// The most stretches of time of one step.
    pub const SPANS_MAX: usize = 60;

    /// Nothing entered yet: the order of business of the notice.
    pub fn of(meeting: &Meeting) -> Self {
        let steps = meeting.agenda.iter().cloned().map(Step::new).collect();
        Self { steps, ..Self::empty(meeting.id) }
    }

    /// Nothing entered yet of a meeting whose order of business is not known.
    pub fn empty(meeting: ThingId) -> Self {
        Self {
            meeting,
            preparation: Preparation::default(),
            chair: None,
            minute_taker: None,
            guests: Vec::new(),
            fees: None,
            steps: Vec::new(),
            opinions: Vec::new(),
            votes: Vec::new(),
            remarks: Vec::new(),
            findings: Findings::default(),
            closed_at: None,
            remedied: None,
            score: None,
        }
    }

    /// Whether the order of business stays, whatever the notice says by now: it has begun, or something is written in
    /// it.
    pub fn fixed(&self) -> bool {
        let written = |step: &Step| !step.spans.is_empty() || !step.note.is_empty();
        !self.opinions.is_empty() || self.steps.iter().any(written)
    }

    /// Follows a notice whose agenda was changed, as long as the run has not begun: what was begun keeps its order.
    pub fn follow(&mut self, meeting: &Meeting) {
        if !self.fixed() {
            self.steps = meeting.agenda.iter().cloned().map(Step::new).collect();
        }
    }

    /// When the first step was begun.
    pub fn began(&self) -> Option<Moment> {
        self.steps.iter().filter_map(Step::began).min()
    }

    /// Whether it was begun and not closed, a break included.
    pub fn goes_on(&self) -> bool {
        self.began().is_some() && self.closed_at.is_none()
    }

    /// When the minutes were adopted: by the last vote on them, once that is carried, or by the end of their step where
    /// none was taken.
    pub fn minutes_adopted(&self, regulation: &Regulation) -> Option<Moment> {
        match self.votes.iter().rfind(|vote| vote.decides == ItemRole::Minutes) {
            Some(vote) => vote.carried(regulation).then_some(vote.at),
            None => {
                let step = self.steps.iter().find(|step| step.item.role == ItemRole::Minutes)?;
                step.spans.last()?.to
            }
        }
    }

    /// Place of the step that is being dealt with.
    pub fn running(&self) -> Option<usize> {
        self.steps.iter().position(Step::running)
    }

    /// Place of the step that is being dealt with, or, in a break and after the close, of the one that was the last.
    pub fn current(&self) -> Option<usize> {
        let last = |step: &Step| step.spans.last().map(|span| (span.to.is_none(), span.to, span.from));
        let begun = self.steps.iter().enumerate().filter_map(|(place, step)| Some((last(step)?, place)));
        begun.max().map(|(_, place)| place)
    }

    /// Goes on with the step at `place`; the one before ends. A meeting that was closed is open again.
    pub fn begin(&mut self, place: usize, now: Moment) -> Result<(), ProceedingsFault> {
        if place >= self.steps.len() {
            return Err(ProceedingsFault::NoSuchStep);
        }
        if self.running() == Some(place) {
            return Ok(());
        }
        if self.steps[place].spans.len() >= Self::SPANS_MAX {
            return Err(ProceedingsFault::TooMany);
        }
        self.pause(now);
        self.closed_at = None;
        self.steps[place].spans.push(Span { from: now, to: None });
        Ok(())
    }

    /// A break: nothing is being dealt with.
    pub fn pause(&mut self, now: Moment) {
        for span in self.steps.iter_mut().filter_map(|step| step.spans.last_mut()) {
            if span.to.is_none() {
                span.to = Some(Moment(now.0.max(span.from.0)));
            }
        }
    }

    /// What would be left open if the meeting ended now: items that were never begun, or more than half of its
    /// `planned_minutes`.
    pub fn left_open(&self, planned_minutes: u16, now: Moment) -> Option<LeftOpen> {
        let minutes = self.length(now) / 60_000;
        let items = self.steps.iter().filter(|step| step.began().is_none()).count();
        let early = minutes * 2 < i64::from(planned_minutes);
        (early || items > 0).then_some(LeftOpen { minutes, items })
    }

    /// Undoes the close: the step that ended with it goes on as if it had not.
    pub fn reopen(&mut self) {
        let Some(at) = self.closed_at.take() else {
            return;
        };
        let mut last = self.steps.iter_mut().filter_map(|step| step.spans.last_mut());
        if let Some(span) = last.find(|span| span.to == Some(at)) {
            span.to = None;
        }
    }

    /// The day on which it was held: of the first step, whatever the notice says; of the notice before that.
    pub fn held_on(&self, notice: &Meeting) -> Day {
        self.began().map_or(notice.starts.day, |began| began.wall().day)
    }

    /// The last step ends.
    pub fn close(&mut self, now: Moment) {
        self.pause(now);
        self.closed_at = Some(now);
    }

    /// From the first beginning to the close, or to `now`, in milliseconds, with the breaks.
    pub fn length(&self, now: Moment) -> i64 {
        self.began().map_or(0, |began| self.closed_at.unwrap_or(now).since(began).max(0))
    }

    /// Whether a box of a comment sent beforehand stands in some opinion already.
    pub fn has_taken(&self, comment: RecordId, comment_box: CommentBox) -> bool {
        let mut taken = self.opinions.iter().flat_map(|opinion| &opinion.taken);
        taken.any(|taken| taken.covers(comment, comment_box))
    }

    /// Members who spoke, each once; whoever only agreed did not speak.
    pub fn speakers(&self) -> BTreeSet<MemberId> {
        let spoken = self.opinions.iter().filter(|opinion| opinion.kind != OpinionKind::Agreement);
        order::set(spoken.flat_map(|opinion| &opinion.by).filter_map(|speaker| match speaker {
            Speaker::Member(member) => Some(*member),
            Speaker::Guest(_) => None,
        }))
    }

    /// The last vote that decides an item of this role.
    pub fn vote_on(&self, role: ItemRole) -> Option<&Vote> {
        self.votes.iter().rev().find(|vote| vote.decides == role)
    }

    /// How many of those in the room spoke, and how many are there.
    pub fn participation(&self, roll_call: &RollCall) -> (usize, usize) {
        let present = |member: &MemberId| roll_call.present(*member);
        let there = roll_call.entries().iter().filter(|entry| entry.state.present()).count();
        (self.speakers().iter().filter(|member| present(member)).count(), there)
    }

    /// Enters an opinion, or changes the one with its id. They stand in the order in which they were said.
    pub fn put_opinion(&mut self, opinion: Opinion) -> Result<(), ProceedingsFault> {
        if opinion.by.is_empty() {
            return Err(ProceedingsFault::NobodySpoke);
        }
        if opinion.text.is_empty() && opinion.kind != OpinionKind::Agreement {
            return Err(ProceedingsFault::NothingSaid);
        }
        if usize::from(opinion.step) >= self.steps.len() {
            return Err(ProceedingsFault::NoSuchStep);
        }
        match self.opinions.iter().position(|known| known.id == opinion.id) {
            Some(known) => self.opinions[known] = opinion,
            None if self.opinions.len() >= Self::OPINIONS_MAX => return Err(ProceedingsFault::TooMany),
            None => {
                let place = self.opinions.partition_point(|known| known.at <= opinion.at);
                self.opinions.insert(place, opinion);
            }
        }
        Ok(())
    }

    /// Enters a count, or changes the one with its id. They stand in the order in which they were taken.
    pub fn put_vote(&mut self, vote: Vote) -> Result<(), ProceedingsFault> {
        match self.votes.iter().position(|known| known.id == vote.id) {
            Some(known) => self.votes[known] = vote,
            None if self.votes.len() >= Self::VOTES_MAX => return Err(ProceedingsFault::TooMany),
            None => {
                let place = self.votes.partition_point(|known| known.at <= vote.at);
                self.votes.insert(place, vote);
            }
        }
        Ok(())
    }

    /// Enters a guest, each name once.
    pub fn put_guest(&mut self, guest: Line) {
        if !self.guests.contains(&guest) {
            self.guests.push(guest);
        }
    }

    /// Enters praise or a reminder, or changes the one with its id.
    pub fn put_remark(&mut self, remark: Remark) -> Result<(), ProceedingsFault> {
        match self.remarks.iter().position(|known| known.id == remark.id) {
            Some(known) => self.remarks[known] = remark,
            None if self.remarks.len() >= Self::REMARKS_MAX => return Err(ProceedingsFault::TooMany),
            None => self.remarks.push(remark),
        }
        Ok(())
    }

    /// Makes one opinion of two: the first keeps its words, both authors are named, and what either has taken in of
    /// comments counts as taken.
    pub fn merge_opinions(&mut self, keep: ThingId, same: ThingId) {
        let Some(place) = self.opinions.iter().position(|opinion| opinion.id == same) else {
            return;
        };
        if keep == same || self.opinions.iter().all(|opinion| opinion.id != keep) {
            return;
        }
        let other = self.opinions.remove(place);
        if let Some(kept) = self.opinions.iter_mut().find(|opinion| opinion.id == keep) {
            for speaker in other.by {
                if !kept.by.contains(&speaker) {
                    kept.by.push(speaker);
                }
            }
            for taken in other.taken {
                if !kept.taken.contains(&taken) {
                    kept.taken.push(taken);
                }
            }
        }
    }

    /// Checks what no single entry can.
    pub fn check(&self) -> Result<(), ProceedingsFault> {
        if self.chair.is_some() && self.chair == self.minute_taker {
            return Err(ProceedingsFault::ChairTakesMinutes);
        }
        if self.fees.as_ref().is_some_and(|fees| fees.paid > fees.of) {
            return Err(ProceedingsFault::MorePaidThanMembers);
        }
        let many = self.opinions.len() > Self::OPINIONS_MAX
            || self.opinions.iter().any(|opinion| opinion.taken.len() > Self::TAKEN_MAX)
            || self.votes.len() > Self::VOTES_MAX
            || self.guests.len() > Self::GUESTS_MAX
            || self.remarks.len() > Self::REMARKS_MAX
            || self.findings.next_month.len() > Self::NEXT_MONTH_MAX
            || self.score.as_ref().is_some_and(|sheet| sheet.marks.len() > ScoreSheet::MARKS_MAX)
            || self.steps.len() > Meeting::AGENDA_MAX
            || self.steps.iter().any(|step| step.spans.len() > Self::SPANS_MAX);
        if many {
            return Err(ProceedingsFault::TooMany);
        }
        if self.opinions.iter().any(|opinion| usize::from(opinion.step) >= self.steps.len()) {
            return Err(ProceedingsFault::NoSuchStep);
        }
        let mut spans = self.steps.iter().flat_map(|step| &step.spans);
        let open = self.steps.iter().flat_map(|step| &step.spans).filter(|span| span.to.is_none()).count();
        if open > 1 || spans.any(|span| span.to.is_some_and(|to| to < span.from)) {
            return Err(ProceedingsFault::Time);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::tests::entry;
    use crate::domain::attendance::{Means, State};
    use crate::domain::meeting::Part;
    use crate::domain::vote::{Base, Way, Weight};
    use rstest::rstest;

    const MINUTE: i64 = 60_000;

    fn at(minute: i64) -> Moment {
        Moment(minute * MINUTE)
    }

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    fn proceedings(steps: usize) -> Proceedings {
        let item = |n: usize| AgendaItem {
            part: Part::Regular,
            title: line(&n.to_string()),
            minutes: 10,
            role: ItemRole::Other,
        };
        let steps = (0..steps).map(item).map(Step::new).collect();
        Proceedings { steps, ..Proceedings::empty(ThingId([1; 16])) }
    }

    fn opinion(id: u8, kind: OpinionKind, by: &[u8], text: &str) -> Opinion {
        Opinion {
            id: ThingId([id; 16]),
            step: 0,
            kind,
            by: by.iter().map(|n| Speaker::Member(MemberId([*n; 8]))).collect(),
            at: at(1),
            text: Prose::parse(text).unwrap(),
            taken: Vec::new(),
        }
    }

    #[test]
    fn after_a_break_the_step_that_was_the_last_goes_on() {
        let mut run = proceedings(3);
        assert_eq!(run.current(), None);
        run.begin(1, at(0)).unwrap();
        run.begin(0, at(5)).unwrap();
        run.pause(at(9));
        assert_eq!((run.running(), run.current()), (None, Some(0)));
        run.begin(2, at(12)).unwrap();
        run.close(at(12));
        assert_eq!(run.current(), Some(2));
    }

    /// A meeting whose minutes were read from minute 0 to minute 9, with a vote on them at minute 8.
    #[rstest]
    #[case(None, Some(9))]
    #[case(Some((ItemRole::Minutes, 11)), Some(8))]
    #[case(Some((ItemRole::Minutes, 10)), None)]
    #[case(Some((ItemRole::Vote, 20)), Some(9))]
    fn minutes_are_adopted_by_the_vote_on_them_or_when_their_step_has_ended(
        #[case] vote: Option<(ItemRole, u16)>,
        #[case] adopted: Option<i64>,
    ) {
        let mut run = proceedings(2);
        run.steps[0].item.role = ItemRole::Minutes;
        let regulation = Regulation::shipped(Day::MAX);
        run.begin(0, at(0)).unwrap();
        assert_eq!(run.minutes_adopted(&regulation), None, "they are only being read");
        run.begin(1, at(9)).unwrap();
        run.votes.extend(vote.map(|(decides, favour)| Vote {
            id: ThingId([1; 16]),
            question: line("Thông qua"),
            decides,
            weight: Weight::Ordinary,
            way: Way::Hands,
            favour,
            against: 0,
            other: 0,
            base: Base { official: 20, released: 0, suspended: 0 },
            at: at(8),
        }));
        assert_eq!(run.minutes_adopted(&regulation), adopted.map(at));
    }

    #[test]
    fn what_was_taken_out_and_put_back_stands_where_it_stood() {
        let mut run = proceedings(1);
        for id in 1..=3 {
            let opinion = opinion(id, OpinionKind::Opinion, &[id], "ý");
            run.put_opinion(Opinion { at: at(id.into()), ..opinion }).unwrap();
        }
        let second = run.opinions.remove(1);
        run.put_opinion(second).unwrap();
        let order: Vec<u8> = run.opinions.iter().map(|opinion| opinion.id.0[0]).collect();
        assert_eq!(order, [1, 2, 3]);
    }

    #[test]
    fn one_step_runs_at_a_time_and_one_may_be_taken_up_again() {
        let mut run = proceedings(2);
        run.begin(0, at(0)).unwrap();
        run.begin(1, at(10)).unwrap();
        assert_eq!(run.running(), Some(1));
        run.begin(0, at(25)).unwrap();
        run.close(at(30));
        assert_eq!((run.steps[0].elapsed(at(99)), run.steps[1].elapsed(at(99))), (15 * MINUTE, 15 * MINUTE));
        assert_eq!((run.running(), run.length(at(99))), (None, 30 * MINUTE));
        assert_eq!(run.check(), Ok(()));
    }

    #[test]
    fn a_break_counts_for_no_step_and_for_the_whole() {
        let mut run = proceedings(1);
        run.begin(0, at(0)).unwrap();
        run.pause(at(20));
        run.begin(0, at(30)).unwrap();
        run.close(at(40));
        assert_eq!((run.steps[0].elapsed(at(40)), run.length(at(40))), (30 * MINUTE, 40 * MINUTE));
    }

    #[rstest]
    #[case(3, 90, 120, None)]
    #[case(3, 60, 120, None)]
    #[case(3, 59, 120, Some((59, 0)))]
    #[case(2, 90, 120, Some((90, 1)))]
    #[case(1, 4, 120, Some((4, 2)))]
    fn a_meeting_that_ends_early_or_with_items_left_is_asked_about(
        #[case] begun: usize,
        #[case] minutes: i64,
        #[case] planned: u16,
        #[case] expected: Option<(i64, usize)>,
    ) {
        let mut run = proceedings(3);
        (0..begun).for_each(|place| run.begin(place, at(0)).unwrap());
        let left = run.left_open(planned, at(minutes)).map(|left| (left.minutes, left.items));
        assert_eq!(left, expected);
    }

    #[test]
    fn a_meeting_that_was_closed_by_mistake_goes_on_as_if_it_had_not_been() {
        let mut run = proceedings(2);
        run.begin(0, at(0)).unwrap();
        run.begin(1, at(5)).unwrap();
        let before = run.clone();
        run.close(at(9));
        run.reopen();
        assert_eq!(run, before);
        run.pause(at(9));
        let resting = run.clone();
        run.close(at(12));
        run.reopen();
        assert_eq!(run, resting);
    }

    #[test]
    fn a_clock_that_is_set_back_takes_nothing_away() {
        let mut run = proceedings(2);
        run.begin(0, at(10)).unwrap();
        run.begin(1, at(5)).unwrap();
        assert_eq!(run.steps[0].elapsed(at(5)), 0);
        assert_eq!(run.check(), Ok(()));
    }

    #[test]
    fn whoever_spoke_twice_counts_once_and_whoever_only_agreed_does_not() {
        let mut run = proceedings(1);
        for (id, kind, by) in [
            (1, OpinionKind::Opinion, 1),
            (2, OpinionKind::SelfCriticism, 1),
            (3, OpinionKind::Agreement, 2),
            (4, OpinionKind::Criticism, 3),
            (5, OpinionKind::Opinion, 4),
        ] {
            run.put_opinion(opinion(id, kind, &[by], "nói")).unwrap();
        }
        let states = [State::Present, State::Present, State::Late, State::Excused, State::Present];
        let roll_call = RollCall::new((1..).zip(states).map(|(n, state)| entry(n, state, Means::Tick, None)));
        // The fourth spoke on the telephone.
        assert_eq!(run.participation(&roll_call), (2, 4));
    }

    #[test]
    fn the_same_opinion_of_two_keeps_both_authors() {
        let mut run = proceedings(1);
        run.put_opinion(opinion(1, OpinionKind::Opinion, &[1], "Cống chưa đều nước")).unwrap();
        run.put_opinion(opinion(2, OpinionKind::Opinion, &[2, 1], "Cống không đều")).unwrap();
        run.merge_opinions(ThingId([1; 16]), ThingId([2; 16]));
        assert_eq!(run.opinions.len(), 1);
        assert_eq!(run.opinions[0].by.len(), 2);
        assert_eq!(run.opinions[0].text.as_str(), "Cống chưa đều nước");
        run.merge_opinions(ThingId([1; 16]), ThingId([1; 16]));
        assert_eq!(run.opinions.len(), 1, "one is not merged with itself");
    }

    #[test]
    fn a_comment_that_an_opinion_took_in_is_not_offered_again_after_a_correction_or_a_merge() {
        let comment = RecordId([7; 32]);
        let takes = |id: u8, comment_box: CommentBox| Opinion {
            taken: vec![Taken { comment, comment_box: Some(comment_box) }],
            ..opinion(id, OpinionKind::Opinion, &[id], "Cống chưa đều nước")
        };
        let mut run = proceedings(1);
        run.put_opinion(takes(1, CommentBox::CurrentState)).unwrap();
        run.put_opinion(takes(2, CommentBox::Causes)).unwrap();
        let text = Prose::parse("Cống Gốc Gạo chưa đều nước").unwrap();
        run.put_opinion(Opinion { text, ..takes(1, CommentBox::CurrentState) }).unwrap();
        run.merge_opinions(ThingId([1; 16]), ThingId([2; 16]));
        let taken = CommentBox::ALL.map(|comment_box| run.has_taken(comment, comment_box));
        assert_eq!(taken, [true, true, false]);
        assert!(!run.has_taken(RecordId([8; 32]), CommentBox::Causes), "another comment is offered");
        run.opinions.clear();
        assert!(!run.has_taken(comment, CommentBox::Causes), "what was taken out is offered again");
    }

    #[test]
    fn a_guest_who_is_put_back_after_being_entered_anew_is_there_once() {
        let mut run = proceedings(1);
        run.put_guest(line("Bà Đỗ Thị Sen"));
        let taken_out = run.guests.remove(0);
        run.put_guest(line("Bà Đỗ Thị Sen"));
        run.put_guest(taken_out);
        assert_eq!(run.guests, [line("Bà Đỗ Thị Sen")]);
    }

    #[rstest]
    #[case(opinion(1, OpinionKind::Opinion, &[], "nói"), ProceedingsFault::NobodySpoke)]
    #[case(opinion(1, OpinionKind::Proposal, &[1], " "), ProceedingsFault::NothingSaid)]
    #[case(Opinion { step: 1, ..opinion(1, OpinionKind::Opinion, &[1], "nói") }, ProceedingsFault::NoSuchStep)]
    fn an_opinion_has_an_author_words_and_a_place(
        #[case] opinion: Opinion,
        #[case] expected: ProceedingsFault,
    ) {
        let mut run = proceedings(1);
        assert_eq!(run.put_opinion(opinion), Err(expected));
        assert!(run.opinions.is_empty());
    }

    #[test]
    fn the_chair_does_not_take_the_minutes_and_no_more_pay_than_there_are() {
        let chair = Some(MemberId([1; 8]));
        let run = Proceedings { chair, minute_taker: chair, ..proceedings(1) };
        assert_eq!(run.check(), Err(ProceedingsFault::ChairTakesMinutes));
        let fees = Some(FeeReport { paid: 23, of: 22, note: None });
        let run = Proceedings { fees, ..proceedings(1) };
        assert_eq!(run.check(), Err(ProceedingsFault::MorePaidThanMembers));
    }
}
