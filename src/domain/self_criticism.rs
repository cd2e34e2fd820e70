//! Self-criticism through the year. Answers are private by type: [`Personal`] has no way into a record; only an
//! answer that its owner has shared on purpose, a [`Shared`], can become one.

use super::id::ThingId;
use super::regulation::Regulation;
use super::time::Month;
use super::words::{Line, Prose};

/// Something that only its owner may read. It can be shown to the owner and sealed on the device, nothing else.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Personal<T>(T);

/// Something that its owner has decided to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared<T>(T);

impl<T> Personal<T> {
    /// Takes what the owner wrote.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// For the owner's own screen and for sealing at rest.
    pub fn for_owner(&self) -> &T {
        &self.0
    }

    /// The owner's decision: gives a copy away.
    pub fn share(&self) -> Shared<T>
    where
        T: Clone,
    {
        Shared(self.0.clone())
    }
}

impl<T> core::fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Personal(..)")
    }
}

impl<T> AsRef<T> for Shared<T> {
    /// What was handed over.
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T> Shared<T> {
    /// Rebuilds what somebody handed over, from a verified record.
    pub(crate) fn received(value: T) -> Self {
        Self(value)
    }
}

/// What a prompt is about. The words of the prompt belong to i18n; an answer keeps them as they were put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// tư tưởng chính trị
    PoliticalThought,
    /// đạo đức, lối sống
    EthicsAndLifestyle,
    /// thực hiện nhiệm vụ được giao
    Duties,
    /// tổ chức kỷ luật, nêu gương
    DisciplineAndExample,
    /// One own task.
    Task(ThingId),
}

impl Topic {
    /// The standing topics: the four headings of the yearly review.
    pub const STANDING: [Self; 4] =
        [Self::PoliticalThought, Self::EthicsAndLifestyle, Self::Duties, Self::DisciplineAndExample];

    /// The standing topics of a month: so many in turn, so that a month stays short and a year leaves none out.
    pub fn of_month(month: Month, regulation: &Regulation) -> impl Iterator<Item = Self> + use<> {
        let (all, asked) = (Self::STANDING.len(), usize::from(regulation.deadlines.topics_a_month));
        let first = month.number() as usize % all + 1;
        let topics = Self::STANDING.into_iter().enumerate();
        topics.filter(move |(place, _)| (place + all - first % all) % all < asked).map(|(_, topic)| topic)
    }
}

/// How the member sees the own month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// tốt
    Well,
    /// một phần
    Partly,
    /// chưa
    NotYet,
}

/// The answer to one prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question as it was put.
    pub prompt: Line,
    /// The own judgement.
    pub level: Option<Level>,
    /// Causes and remedy, in the member's words.
    pub note: Prose,
}

/// What a member hands over for one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which meeting it is brought to.
    pub meeting: ThingId,
    /// The answers that were shared.
    pub answers: Vec<Shared<Answer>>,
}

impl Review {
    /// The most answers one review may carry.
    pub const ANSWERS_MAX: usize = 12;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Day;

    #[test]
    fn a_month_asks_three_topics_and_a_year_asks_each_equally_often() {
        let regulation = &Regulation::shipped(Day::MAX);
        let months = (1..=12).filter_map(|number| Month::new(2026, number).ok());
        let asked: Vec<Vec<Topic>> =
            months.map(|month| Topic::of_month(month, regulation).collect()).collect();
        assert!(asked.iter().all(|topics| topics.len() == 3));
        for topic in Topic::STANDING {
            assert_eq!(asked.iter().filter(|topics| topics.contains(&topic)).count(), 9, "{topic:?}");
        }
    }
}
