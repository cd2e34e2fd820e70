//! The tasks that a meeting assigns. Each command changes one task of what is entered by then, so that two tabs never
//! overwrite each other.

use super::drafts::gone;
use super::{Fault, Handbook, Memory, Submitted};
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::task::{Outcome, Task};
use crate::exchange::draft::DraftName;
use crate::ports::Write;
use crate::record::{Body, Flaw, Kind};

impl Memory {
    /// Whether the tasks of a meeting, as they are entered here, are not what members were sent.
    pub fn tasks_wait(&self, meeting: ThingId) -> bool {
        let sent = self.fold.minutes(meeting).map_or(&[][..], |minutes| &minutes.tasks);
        self.minutes.get(&meeting).is_some_and(|minutes| minutes.tasks != sent)
    }
}

impl Handbook {
    /// Tells the secretary how far a task is, in place of what was told before; the draft goes in the same commit.
    pub async fn report(&self, outcome: Outcome) -> Result<Submitted, Fault> {
        outcome.check()?;
        self.load_about(&[Kind::Report], outcome.task).await?;
        let rows = [gone(DraftName::Report(outcome.task))];
        self.submit(outcome.task, Body::Report(outcome), &rows).await
    }

    /// Enters a task of a meeting, or changes the one with its id. A new one stands at `place`, as far as there are so
    /// many.
    pub async fn put_task(&self, meeting: ThingId, place: usize, task: Task) -> Result<(), Fault> {
        self.put_task_with(meeting, place, task, &[]).await
    }

    /// Enters a task that was drafted; the draft goes in the same commit.
    pub async fn put_drafted_task(
        &self,
        meeting: ThingId,
        place: usize,
        task: Task,
        draft: DraftName,
    ) -> Result<(), Fault> {
        self.put_task_with(meeting, place, task, &[gone(draft)]).await
    }

    async fn put_task_with(
        &self,
        meeting: ThingId,
        place: usize,
        task: Task,
        rows: &[Write],
    ) -> Result<(), Fault> {
        self.edit_minutes(meeting, rows, |minutes| {
            let tasks = &mut minutes.tasks;
            match tasks.iter().position(|known| known.id == task.id) {
                Some(known) => tasks[known].clone_from(&task),
                None if tasks.len() == Minutes::TASKS_MAX => return Err(Fault::Flaw(Flaw::TooLarge)),
                None => tasks.insert(place.min(tasks.len()), task.clone()),
            }
            Ok(())
        })
        .await
    }

    /// Takes a task of a meeting out.
    pub async fn remove_task(&self, meeting: ThingId, task: ThingId) -> Result<(), Fault> {
        self.edit_minutes(meeting, &[], |minutes| {
            minutes.tasks.retain(|known| known.id != task);
            Ok(())
        })
        .await
    }
}
