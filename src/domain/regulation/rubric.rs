//! By what a meeting is scored: criteria, their items with the evidence that fills them, scales, ratings.

use super::super::words::Line;

/// Points, in tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub u16);

/// The whole rubric (khung tiêu chí).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// What all criteria add up to.
    pub total: Points,
    /// What becomes of the points of items that are not applicable.
    pub excused: Excused,
    /// Where the ratings begin.
    pub ratings: Ratings,
    /// In their order; together they make the total.
    pub criteria: Vec<Criterion>,
}

/// What becomes of the points of an item that is not applicable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excused {
    /// The others are scaled up to the total.
    Scaled,
    /// They count as reached.
    Full,
}

/// The fewest points of each rating; below the last one lies [`Rating::Weak`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratings {
    /// Tốt
    pub good: Points,
    /// Khá
    pub fair: Points,
    /// Trung bình
    pub average: Points,
}

/// xếp loại
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Kém
    Weak,
    /// Trung bình
    Average,
    /// Khá
    Fair,
    /// Tốt
    Good,
}

/// One of the criteria (tiêu chí).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its number, for example `3`.
    pub key: Key,
    /// What it is about.
    pub title: Line,
    /// The most points.
    pub points: Points,
    /// What it is made of.
    pub items: Vec<Item>,
}

/// What is marked (mục).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number, for example `3.2`; never another item's.
    pub key: Key,
    /// What is asked.
    pub title: Line,
    /// The most points.
    pub points: Points,
    /// What fills it. All of it has to be met; nothing means that the branch judges alone.
    pub evidence: Vec<Evidence>,
    /// Points by the one rate among the evidence.
    pub scale: Option<Scale>,
    /// Points when evidence is not met, where the regulation says so.
    pub missed: Option<Points>,
    /// When it is scored at all.
    pub applies: Applies,
    /// What it is worth to a branch that has a secretary only, where a meeting of the bureau is asked for.
    pub alone: Alone,
    /// Whether it is asked for or a bonus.
    pub worth: Worth,
}

/// Digits and dots that name a criterion or an item, 8 at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(String);

/// When an item is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Always.
    Always,
    /// At a meeting with a thematic part.
    WithTheme,
    /// When the last meeting has left tasks.
    WithTasks,
    /// The branch says.
    ByChoice,
}

/// What an item that asks for a meeting of the bureau is worth to a branch without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// The meeting of the bureau counts as held.
    Full,
    /// It is not applicable.
    Excused,
}

/// Whether an item is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Missing points are a deduction.
    Asked,
    /// On top, up to what the criterion holds; missing points are none.
    Bonus,
}

/// What fills an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Begun in time, in the days meant for it, and long enough.
    Length,
    /// The attendance rate.
    Attendance,
    /// Nobody is absent without reason.
    NobodyAbsent,
    /// The bureau has met beforehand.
    Bureau,
    /// The notice was out in time.
    Notice,
    /// The papers were out in time.
    Papers,
    /// Different speakers among those present.
    Speakers,
    /// Members with an opinion, spoken or sent, among those expected.
    Opinions,
    /// What was reached of the tasks of the last meeting.
    Results,
    /// The minutes are adopted.
    Minutes,
    /// Tasks are assigned.
    Assigned,
    /// Posted in time.
    Posted,
}

/// Points by a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The highest rate first.
    pub steps: Vec<Step>,
    /// Below the last step; without it the branch judges there.
    pub rest: Option<Points>,
}

/// From a rate on so many points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it begins.
    pub from: Edge,
    /// What it is worth.
    pub points: Points,
}

/// Where a step begins, in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// From this rate on.
    AtLeast(u16),
    /// Above this rate.
    MoreThan(u16),
}

/// A part of a whole, kept as it was counted, so that an edge is met exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many of them.
    pub part: u16,
    /// How many there are.
    pub whole: u16,
}

impl Points {
    /// So many points.
    pub const fn whole(points: u16) -> Self {
        Self(points.saturating_mul(10))
    }

    /// As many as both.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Key {
    /// The longest.
    pub const BYTES_MAX: usize = 8;

    /// Digits with single dots between them.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (text.len() <= Self::BYTES_MAX && text.split('.').all(digits)).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is an item's key of the criterion `key`.
    pub fn belongs_to(&self, key: &Self) -> bool {
        self.0.strip_prefix(key.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl Evidence {
    /// Whether it is a rate rather than a thing that is so or not.
    pub fn is_rate(self) -> bool {
        matches!(self, Self::Attendance | Self::Speakers | Self::Opinions | Self::Results)
    }
}

impl Ratings {
    /// The rating for so many points.
    pub fn of(&self, points: Points) -> Rating {
        match points {
            points if points >= self.good => Rating::Good,
            points if points >= self.fair => Rating::Fair,
            points if points >= self.average => Rating::Average,
            _ => Rating::Weak,
        }
    }
}

impl Item {
    /// Whether the branch judges by itself, because no evidence fills the item.
    pub fn is_subjective(&self) -> bool {
        self.evidence.is_empty() || (self.scale.is_none() && self.evidence.iter().any(|one| one.is_rate()))
    }
}

impl Scale {
    /// Points for a rate; nothing where the regulation leaves them to the branch.
    pub fn of(&self, rate: Rate) -> Option<Points> {
        let step = self.steps.iter().find(|step| step.from.is_met_by(rate));
        step.map(|step| step.points).or(self.rest)
    }
}

impl Edge {
    /// Tenths of a percent.
    pub fn per_mille(self) -> u16 {
        match self {
            Self::AtLeast(rate) | Self::MoreThan(rate) => rate,
        }
    }

    /// Whether the rate lies at or above the edge. Nothing of nothing meets none.
    pub fn is_met_by(self, rate: Rate) -> bool {
        let reached = u32::from(rate.part) * 1_000;
        let asked = u32::from(self.per_mille()) * u32::from(rate.whole);
        rate.whole > 0
            && match self {
                Self::AtLeast(_) => reached >= asked,
                Self::MoreThan(_) => reached > asked,
            }
    }
}

impl Rubric {
    /// Every item with its criterion, in their order.
    pub fn items(&self) -> impl Iterator<Item = (&Criterion, &Item)> {
        self.criteria.iter().flat_map(|criterion| criterion.items.iter().map(move |item| (criterion, item)))
    }

    /// The item with this key.
    pub fn item(&self, key: &Key) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.key == *key)
    }
}
