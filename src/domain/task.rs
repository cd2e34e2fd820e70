//! Tasks that a meeting assigns.

use super::id::{MemberId, ThingId};
use super::time::Day;
use super::words::{Line, Prose};

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// Stays through corrections.
    pub id: ThingId,
    /// What is to be done.
    pub what: Line,
    /// Who answers for it; nobody means the whole branch.
    pub who: Vec<MemberId>,
    /// thời hạn
    pub deadline: Option<Day>,
    /// When it is reported on; nothing means the next meeting.
    pub report_on: Option<Day>,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// chưa bắt đầu
    NotBegun,
    /// đang làm
    UnderWay,
    /// hoàn thành
    Done,
    /// không hoàn thành
    Failed,
}

impl Progress {
    /// How far a task can be, in order.
    pub const ALL: [Self; 4] = [Self::NotBegun, Self::UnderWay, Self::Done, Self::Failed];

    /// Whether nobody needs to look at the task again.
    pub fn closes(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

/// How far a task has come: by the branch's word in a later meeting, or by the member's own report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// Which task.
    pub task: ThingId,
    /// How far it is.
    pub progress: Progress,
    /// So much of so much, where it can be counted: 3 of 5 households.
    pub share: Option<Share>,
    /// kết quả
    pub result: Prose,
}

/// So much of so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// What is done.
    pub done: u16,
    /// Of how much.
    pub of: u16,
}

/// Why an outcome is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeFault {
    /// More is done than there is to do, or there is nothing to do.
    Share,
}

impl Outcome {
    /// Nothing found yet.
    pub fn unseen(task: ThingId) -> Self {
        Self { task, progress: Progress::NotBegun, share: None, result: Prose::default() }
    }

    /// Checks what no single field can.
    pub fn check(&self) -> Result<(), OutcomeFault> {
        match self.share {
            Some(share) if share.of == 0 || share.done > share.of => Err(OutcomeFault::Share),
            _ => Ok(()),
        }
    }
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

    /// The first day on which somebody asks for it; nothing means the next meeting.
    pub fn asked_for(&self) -> Option<Day> {
        self.deadline.into_iter().chain(self.report_on).min()
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
