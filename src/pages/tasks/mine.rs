//! The own tasks as they are shown: by the word of the branch, and by the own report.

use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::task::{Outcome, Progress, Task};
use crate::domain::time::{Day, Moment};
use crate::exchange::fold::Finding;
use crate::pages::task_state::{people, source};
use crate::state::State;
use crate::sync::Memory;

/// The own report on a task.
#[derive(Clone, PartialEq)]
pub(super) struct OwnReport {
    pub outcome: Outcome,
    pub record: RecordId,
    pub at: Moment,
}

/// A task that the branch has not closed.
#[derive(Clone, PartialEq)]
pub(super) struct MyTask {
    pub task: Task,
    pub meeting: ThingId,
    /// What assigned it.
    pub source: String,
    /// Who else answers for it; empty for nobody.
    pub with: String,
    /// What was told last, by the member or by the branch.
    pub told: Option<Outcome>,
    /// The own report, where the branch has not looked at the task since.
    pub report: Option<OwnReport>,
}

/// A task that the branch has closed.
#[derive(Clone, PartialEq)]
pub(super) struct ClosedTask {
    pub what: String,
    pub progress: Progress,
    /// The day of the meeting that found so.
    pub on: Option<Day>,
    pub result: String,
}

/// The own tasks.
#[derive(Clone, PartialEq, Default)]
pub(super) struct MyTasks {
    /// The nearest deadline first.
    pub open: Vec<MyTask>,
    /// Closed this year, the latest first.
    pub closed: Vec<ClosedTask>,
}

/// The own tasks, as far as they are loaded.
pub(super) fn my_tasks(state: State) -> MyTasks {
    let today = state.today();
    let sorted = |memory: &Memory| {
        let me = memory.me()?;
        let findings = memory.fold().findings();
        let mut mine = MyTasks::default();
        for (meeting, task) in memory.fold().tasks() {
            let finding = findings.get(&task.id).copied();
            match finding.filter(|finding| finding.outcome.progress.closes()) {
                _ if !task.concerns(me) => {}
                Some(finding) => mine.closed.push(closed(task, finding)),
                None => mine.open.push(open(state, memory, me, (meeting, task), finding)),
            }
        }
        mine.closed.retain(|closed| closed.on.is_none_or(|day| day.year() == today.year()));
        mine.closed.sort_by_key(|closed| core::cmp::Reverse(closed.on));
        Some(mine)
    };
    state.with(sorted).flatten().unwrap_or_default()
}

fn open(
    state: State,
    memory: &Memory,
    me: MemberId,
    (meeting, task): (ThingId, &Task),
    finding: Option<Finding>,
) -> MyTask {
    let texts = state.texts();
    let own = memory.fold().reports(task.id).find(|(member, ..)| *member == me);
    let report = own.map(|(_, outcome, record)| OwnReport {
        outcome: outcome.clone(),
        record: record.id(),
        at: record.header().at,
    });
    // What the branch has found since stands above what the member told before.
    let report = report.filter(|report| finding.is_none_or(|finding| !finding.after(report.at)));
    let told = report.as_ref().map(|report| &report.outcome).or(finding.map(|finding| finding.outcome));
    MyTask {
        source: source(texts, memory, meeting, state.today()),
        with: people(texts, memory, task, Some(me)),
        told: told.cloned(),
        task: task.clone(),
        meeting,
        report,
    }
}

fn closed(task: &Task, finding: Finding) -> ClosedTask {
    ClosedTask {
        what: task.what.to_string(),
        progress: finding.outcome.progress,
        on: finding.at.map(|at| at.day),
        result: finding.outcome.result.to_string(),
    }
}
