//! What is not finished flows on: the tasks that a meeting takes up, out of the minutes of the meetings before it.

use super::id::ThingId;
use super::minutes::Minutes;
use super::order;
use super::task::{Outcome, Task};
use super::time::Day;

/// What the last of these minutes says of a task. They are in the order of their meetings.
pub fn last_outcome<'a>(minutes: &[&'a Minutes], task: ThingId) -> Option<&'a Outcome> {
    minutes.iter().rev().find_map(|minutes| minutes.outcomes.iter().find(|outcome| outcome.task == task))
}

/// The tasks that a meeting on `on` takes up, each with the meeting that assigned it: all that `earlier` minutes, in
/// the order of their meetings, assign and do not close. Those that are asked for by that day come first, and of
/// these the ones that were due first.
pub fn open_tasks<'a>(earlier: &[&'a Minutes], on: Day) -> Vec<(ThingId, &'a Task)> {
    let assigned =
        earlier.iter().flat_map(|minutes| minutes.tasks.iter().map(|task| (minutes.meeting, task)));
    let open = assigned
        .filter(|(_, task)| last_outcome(earlier, task.id).is_none_or(|outcome| !outcome.progress.closes()));
    let key = |task: &Task| {
        let asked = task.asked_for();
        (asked.is_some_and(|day| day > on), asked.is_none(), asked, task.id)
    };
    order::sorted(open, |(_, a), (_, b)| key(a).cmp(&key(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::RollCall;
    use crate::domain::regulation::RegulationId;
    use crate::domain::task::Progress::{self, Done, Failed, NotBegun, UnderWay};
    use crate::domain::words::{Line, Prose};
    use rstest::rstest;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn task(number: u8, deadline: Option<&str>, report_on: Option<&str>) -> Task {
        Task {
            id: ThingId([number; 16]),
            what: Line::parse("Dọn đường làng").unwrap(),
            who: Vec::new(),
            deadline: deadline.map(day),
            report_on: report_on.map(day),
        }
    }

    fn minutes(number: u8, tasks: Vec<Task>, found: &[(u8, Progress)]) -> Minutes {
        let outcome = |(task, progress): &(u8, Progress)| Outcome {
            task: ThingId([*task; 16]),
            progress: *progress,
            share: None,
            result: Prose::default(),
        };
        Minutes {
            meeting: ThingId([number; 16]),
            roll_call: RollCall::default(),
            tasks,
            outcomes: found.iter().map(outcome).collect(),
            regulation: RegulationId::FIRST,
            closed_at: None,
        }
    }

    fn open(earlier: &[Minutes]) -> Vec<u8> {
        let earlier: Vec<&Minutes> = earlier.iter().collect();
        open_tasks(&earlier, day("2026-11-04")).iter().map(|(_, task)| task.id.0[0]).collect()
    }

    #[rstest]
    #[case::nobody_looked_at_it(&[], &[], true)]
    #[case::not_begun(&[NotBegun], &[], true)]
    #[case::half_done(&[UnderWay], &[], true)]
    #[case::done_in_the_next_meeting(&[Done], &[], false)]
    #[case::done_in_a_later_one(&[UnderWay], &[Done], false)]
    #[case::given_up(&[Failed], &[], false)]
    #[case::taken_up_again(&[Done], &[UnderWay], true)]
    fn a_task_flows_on_until_a_meeting_closes_it(
        #[case] second: &[Progress],
        #[case] third: &[Progress],
        #[case] flows: bool,
    ) {
        let found = |of: &[Progress]| of.iter().map(|progress| (1, *progress)).collect::<Vec<_>>();
        let first = minutes(1, vec![task(1, None, None)], &[]);
        let (second, third) = (minutes(2, Vec::new(), &found(second)), minutes(3, Vec::new(), &found(third)));
        assert_eq!(open(&[first, second, third]), if flows { vec![1] } else { vec![] });
    }

    #[test]
    fn what_is_asked_for_by_the_day_of_the_meeting_comes_first() {
        let first = minutes(
            1,
            vec![
                task(1, Some("2026-12-30"), None),
                task(2, None, None),
                task(3, Some("2026-11-04"), None),
                task(4, Some("2026-11-05"), None),
            ],
            &[],
        );
        let second = minutes(
            2,
            vec![task(5, Some("2026-12-30"), Some("2026-11-01")), task(6, Some("2026-09-30"), None)],
            &[],
        );
        // Long overdue, to be reported on, due on the day, without a day; then the later ones.
        assert_eq!(open(&[first, second]), [6, 5, 3, 2, 4, 1]);
    }
}
