//! Tasks that a meeting assigns.

use super::id::{MemberId, ThingId};
use super::time::Day;
use super::words::Line;

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Stays through corrections.
    pub id: ThingId,
    /// What is to be done.
    pub what: Line,
    /// Who answers for it; nobody means the whole branch.
    pub who: Vec<MemberId>,
    /// thời hạn
    pub deadline: Option<Day>,
}

/// How near a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// The day is past, by so many days.
    Overdue(u32),
    /// Within a week; the number of days left.
    Soon(u32),
    /// More than a week.
    Later(u32),
    /// No deadline was set.
    Open,
}

impl Task {
    /// Whether the member answers for the task.
    pub fn concerns(&self, member: MemberId) -> bool {
        self.who.is_empty() || self.who.contains(&member)
    }

    /// How near the deadline is on `today`.
    pub fn due(&self, today: Day) -> Due {
        match self.deadline.map(|deadline| today.days_until(deadline)) {
            None => Due::Open,
            Some(days) if days < 0 => Due::Overdue(days.unsigned_abs()),
            Some(days) if days <= 7 => Due::Soon(days.unsigned_abs()),
            Some(days) => Due::Later(days.unsigned_abs()),
        }
    }
}
