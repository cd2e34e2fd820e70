//! What a meeting was given, as a fact of the branch: by itself when it was closed, and from above later.

use super::id::ThingId;
use super::regulation::rubric::{Points, Rubric};
use super::score::{Judgements, Score, ScoreSheet};
use super::time::Day;
use super::words::Prose;

/// The score of one meeting that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingScore {
    /// Which meeting.
    pub meeting: ThingId,
    /// Every mark.
    pub sheet: ScoreSheet,
    /// What the marks made by the rubric of then.
    pub own: Points,
    /// What the superior says.
    pub official: Option<Official>,
}

/// The word of the superior.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// How much.
    pub points: Points,
    /// When it was told.
    pub told_on: Day,
    /// What was said with it.
    pub note: Prose,
}

impl MeetingScore {
    /// Both judgements, by the rubric of then.
    pub fn judged(&self, rubric: &Rubric) -> Judgements {
        let score = |points: Points| Score { points, rating: rubric.ratings.of(points) };
        Judgements {
            own: score(self.own),
            official: self.official.as_ref().map(|official| score(official.points)),
        }
    }
}
