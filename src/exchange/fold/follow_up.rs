//! What flows on from one meeting to the next.

use super::Fold;
use crate::domain::follow_up;
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::task::{Outcome, Task};
use crate::domain::time::{Day, Moment, TimeOfDay, WallTime};
use crate::domain::words::Prose;
use crate::record::{Body, Kind};
use std::collections::BTreeMap;

/// What the latest meeting that looked at a task found of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// When that meeting began, if its notice is here.
    pub at: Option<WallTime>,
    /// When its papers were locked: it may have been held before the time of its notice.
    pub closed_at: Option<Moment>,
    /// How far the task is by the word of the branch.
    pub outcome: &'a Outcome,
}

impl Finding<'_> {
    /// Whether the branch has looked at the task since `told`, so that its word stands above what was told then.
    pub fn after(&self, told: Moment) -> bool {
        let looked = self.at.map(WallTime::moment).into_iter().chain(self.closed_at).min();
        looked.is_some_and(|looked| looked >= told)
    }
}

impl Fold {
    /// How far a task is by the word of the branch: what the latest meeting found that looked at it.
    pub fn outcome(&self, task: ThingId) -> Option<&Outcome> {
        let found = self.all_minutes().filter_map(|minutes| {
            let outcome = minutes.outcomes.iter().find(|outcome| outcome.task == task)?;
            Some((self.held(minutes), outcome))
        });
        found.max_by_key(|(held, _)| *held).map(|(_, outcome)| outcome)
    }

    /// The same of all tasks that any meeting looked at.
    pub fn findings(&self) -> BTreeMap<ThingId, Finding<'_>> {
        let minutes = order::sorted(self.all_minutes(), |a, b| self.held(a).cmp(&self.held(b)));
        let mut findings = BTreeMap::new();
        for minutes in minutes {
            let (at, closed_at) = (self.held(minutes).0, minutes.closed_at);
            for outcome in &minutes.outcomes {
                findings.insert(outcome.task, Finding { at, closed_at, outcome });
            }
        }
        findings
    }

    /// The tasks that a meeting takes up, each with the meeting that assigned it: what is asked for by its day first.
    /// What the meeting itself finds takes none away. A cancelled meeting takes up nothing, and the next one does.
    pub fn open_tasks(&self, meeting: ThingId) -> Vec<(ThingId, &Task)> {
        match self.meeting(meeting).filter(|notice| notice.stands()) {
            Some(notice) => {
                follow_up::open_tasks(&self.minutes_before(notice.starts, notice.id), notice.starts.day)
            }
            None => Vec::new(),
        }
    }

    /// The tasks that a meeting on `day` would take up, were it announced.
    pub fn open_tasks_on(&self, day: Day) -> Vec<(ThingId, &Task)> {
        let morning = WallTime { day, time: TimeOfDay::MIDNIGHT };
        follow_up::open_tasks(&self.minutes_before(morning, ThingId([0; 16])), day)
    }

    /// The remedies that the last scored meeting before `meeting` has laid down; nothing where it asked for none. Scores
    /// must be loaded. A cancelled meeting takes up nothing.
    pub fn remedies_before(&self, meeting: ThingId) -> Option<&Prose> {
        let notice = self.meeting(meeting).filter(|notice| notice.stands())?;
        let scored = self.current(Kind::Score).filter_map(|(_, record)| match record.body() {
            Body::Score(score) => {
                let held = self.meeting(score.meeting)?;
                Some(((held.starts, held.id), &score.sheet.remedies))
            }
            _ => None,
        });
        let before = scored.filter(|(held, _)| *held < (notice.starts, notice.id));
        let (_, remedies) = before.max_by_key(|(held, _)| *held)?;
        (!remedies.is_empty()).then_some(remedies)
    }

    /// What the last meeting before `meeting` that looked at a task found of it.
    pub fn outcome_before(&self, meeting: ThingId, task: ThingId) -> Option<&Outcome> {
        let notice = self.meeting(meeting)?;
        follow_up::last_outcome(&self.minutes_before(notice.starts, notice.id), task)
    }

    /// Published minutes of the meetings before the one that `starts` then, in their order. What is known of no meeting
    /// was before.
    fn minutes_before(&self, starts: WallTime, meeting: ThingId) -> Vec<&Minutes> {
        let before = self.all_minutes().filter(|minutes| self.held(minutes) < (Some(starts), meeting));
        order::sorted(before, |a, b| self.held(a).cmp(&self.held(b)))
    }

    /// What minutes are put in order by.
    fn held(&self, minutes: &Minutes) -> (Option<WallTime>, ThingId) {
        (self.meeting(minutes.meeting).map(|meeting| meeting.starts), minutes.meeting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::Progress;
    use crate::domain::words::Prose;
    use rstest::rstest;

    const EVENING: i64 = 1_790_000_000_000;
    const HOUR: i64 = 60 * 60 * 1000;

    #[rstest]
    #[case::before_the_meeting(-HOUR, None, true)]
    #[case::after_the_meeting(HOUR, None, false)]
    #[case::between_the_meeting_and_its_lock(HOUR, Some(24 * HOUR), false)]
    #[case::after_a_meeting_that_was_held_before_its_time(-HOUR, Some(-2 * HOUR), false)]
    fn a_report_stands_until_the_branch_has_looked_again(
        #[case] told: i64,
        #[case] closed: Option<i64>,
        #[case] overruled: bool,
    ) {
        let outcome = Outcome {
            task: ThingId([1; 16]),
            progress: Progress::UnderWay,
            share: None,
            result: Prose::default(),
        };
        let after = |hours: i64| Moment(EVENING - EVENING % HOUR + hours);
        let finding = Finding { at: Some(after(0).wall()), closed_at: closed.map(after), outcome: &outcome };
        assert_eq!(finding.after(after(told)), overruled);
    }
}
