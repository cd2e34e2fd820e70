//! What flows on from one meeting to the next.

use super::Fold;
use crate::domain::follow_up;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::task::{Outcome, Task};

impl Fold {
    /// The tasks that a meeting takes up, each with the meeting that assigned it: what is asked for by its day first.
    /// What the meeting itself finds takes none away. A cancelled meeting takes up nothing, and the next one does.
    pub fn open_tasks(&self, meeting: ThingId) -> Vec<(ThingId, &Task)> {
        match self.meeting(meeting).filter(|notice| notice.stands()) {
            Some(notice) => follow_up::open_tasks(&self.minutes_before(notice), notice.starts.day),
            None => Vec::new(),
        }
    }

    /// What the last meeting before `meeting` that looked at a task found of it.
    pub fn outcome_before(&self, meeting: ThingId, task: ThingId) -> Option<&Outcome> {
        follow_up::last_outcome(&self.minutes_before(self.meeting(meeting)?), task)
    }

    /// Published minutes of the meetings before this one, in their order. What is known of no meeting was before.
    fn minutes_before(&self, notice: &Meeting) -> Vec<&Minutes> {
        let at = |minutes: &Minutes| {
            (self.meeting(minutes.meeting).map(|meeting| meeting.starts), minutes.meeting)
        };
        let before = self.all_minutes().filter(|minutes| at(minutes) < (Some(notice.starts), notice.id));
        order::sorted(before, |a, b| at(a).cmp(&at(b)))
    }
}
