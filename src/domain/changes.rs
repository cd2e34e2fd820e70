//! When each part of what is entered of a meeting was last changed, so that what two devices entered can be joined part
//! by part. Nothing here is shown to anybody.

use super::attendance::Entry;
use super::id::{MemberId, ThingId};
use super::meeting::AgendaItem;
use super::proceedings::{DraftState, FeeReport, Opinion, Remark, Remedied};
use super::regulation::rubric::Key;
use super::score;
use super::task::{Outcome, Task};
use super::time::{Day, Moment};
use super::vote::Vote;
use super::words::{Line, Prose};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A part that changes as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// When the bureau met.
    Bureau,
    /// Who drafts the resolution.
    Drafter,
    /// How far the draft is.
    Draft,
    /// chủ trì
    Chair,
    /// thư ký cuộc họp
    MinuteTaker,
    /// đảng phí
    Fees,
    /// A box of the findings.
    Ideology,
    /// A box of the findings.
    Politics,
    /// A box of the findings.
    Weaknesses,
    /// A box of the findings.
    NextMonth,
    /// A box of the findings.
    Conclusion,
    /// When the meeting was closed.
    Close,
    /// An item of the order of business.
    Item(u16),
    /// What is noted of it.
    Note(u16),
    /// A stretch of time that it took, by its beginning.
    Span(u16, Moment),
    /// đại biểu
    Guest(Line),
    /// ý kiến
    Opinion(ThingId),
    /// biểu quyết
    Vote(ThingId),
    /// biểu dương, nhắc nhở
    Remark(ThingId),
    /// A mark in the roll call by the secretary's hand.
    Tick(MemberId),
    /// A mark in the roll call by the member's own check-in.
    CheckIn(MemberId),
    /// nhiệm vụ
    Task(ThingId),
    /// How far an earlier task is.
    Outcome(ThingId),
    /// What an item of the score is given.
    Mark(Key),
    /// What is to be done better.
    Remedies,
    /// What became of the remedies of the meeting before.
    Remedied,
}

/// What stands at a place. Of two that were entered at the very same time the greater one stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// There is nothing but the place itself.
    There,
    /// A day.
    Day(Day),
    /// A moment.
    Moment(Moment),
    /// A member.
    Member(MemberId),
    /// A line.
    Line(Line),
    /// Lines.
    Lines(Vec<Line>),
    /// Paragraphs.
    Prose(Prose),
    /// A state.
    Draft(DraftState),
    /// Fees.
    Fees(FeeReport),
    /// An item.
    Item(AgendaItem),
    /// The end of a stretch of time: an earlier one stays, and one that goes on is not ended by itself.
    End(Option<Reverse<Moment>>),
    /// An opinion.
    Opinion(Opinion),
    /// A vote.
    Vote(Vote),
    /// A remark.
    Remark(Remark),
    /// A tick.
    Tick(Entry),
    /// A check-in: the earlier one stays.
    CheckIn(Reverse<Entry>),
    /// A task.
    Task(Task),
    /// An outcome.
    Outcome(Outcome),
    /// A mark of the score.
    Mark(score::Mark),
    /// What became of remedies.
    Remedied(Remedied),
}

/// Everything entered, part by part; the number tells how many parts stand before it.
pub type Parts = BTreeMap<Place, (Part, usize)>;

/// When a place was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When something stood there first. It gives entries without a time of their own their order.
    pub first: Moment,
    /// When it was last changed or taken away.
    pub last: Moment,
}

/// The marks of all places that were ever written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Changes {
    marks: BTreeMap<Place, Mark>,
}

impl Mark {
    /// Of the part with this number that was entered before anybody noted when.
    pub fn unnoted(number: usize) -> Self {
        let first = i64::MIN.saturating_add(i64::try_from(number).unwrap_or(i64::MAX));
        Self { first: Moment(first), last: Moment(i64::MIN) }
    }

    /// Whether the time is known.
    pub fn noted(&self) -> bool {
        self.last.0 != i64::MIN
    }

    /// The mark of a place that was written on two devices.
    pub fn join(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

impl Changes {
    /// The most places. A full meeting of the largest branch has half of them.
    pub const PLACES_MAX: usize = 8_192;

    /// Builds the marks.
    pub fn new(marks: BTreeMap<Place, Mark>) -> Self {
        Self { marks }
    }

    /// All marks.
    pub fn marks(&self) -> &BTreeMap<Place, Mark> {
        &self.marks
    }

    /// The mark of a place.
    pub fn mark(&self, place: &Place) -> Option<Mark> {
        self.marks.get(place).copied()
    }

    /// Notes what differs between `before` and `after`, at `now` or, where the clock was set back or another device's
    /// runs ahead, right after the last change: what is seen and then changed is always the later one.
    pub fn note(&mut self, before: &Parts, after: &Parts, now: Moment) {
        let part = |parts: &Parts, place: &Place| parts.get(place).map(|(part, _)| part.clone());
        let gone = before.keys().filter(|place| !after.contains_key(place));
        for place in after.keys().chain(gone) {
            if part(before, place) == part(after, place) {
                continue;
            }
            let known = self.mark(place);
            let last = known.map_or(now, |mark| Moment(now.0.max(mark.last.0.saturating_add(1))));
            let stood = before.get(place).map(|(_, number)| Mark::unnoted(*number).first);
            let first = known.map(|mark| mark.first).or(stood).unwrap_or(now);
            self.marks.insert(place.clone(), Mark { first, last });
        }
    }

    /// These marks and others of other places.
    pub fn with(mut self, other: &Self) -> Self {
        for (place, mark) in &other.marks {
            self.marks.insert(place.clone(), *mark);
        }
        self
    }

    /// The marks of places for which `wanted` holds.
    pub fn only(&self, wanted: impl Fn(&Place) -> bool) -> Self {
        let mut kept = BTreeMap::new();
        for (place, mark) in &self.marks {
            if wanted(place) {
                kept.insert(place.clone(), *mark);
            }
        }
        Self::new(kept)
    }
}

impl Place {
    /// Whether it is a part of the minutes, and not of the proceedings.
    pub fn of_minutes(&self) -> bool {
        matches!(self, Self::Tick(_) | Self::CheckIn(_) | Self::Task(_) | Self::Outcome(_))
    }
}
