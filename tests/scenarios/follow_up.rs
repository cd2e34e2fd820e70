//! What a meeting leaves unfinished, and the member's word on it.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::Plan;
use so_tay::domain::task::{Outcome, Progress, Task};
use so_tay::sync::Handbook;

const ROAD: ThingId = ThingId([0xe1; 16]);
const NOVEMBER: ThingId = ThingId([0xb1; 16]);
const DECEMBER: ThingId = ThingId([0xb2; 16]);

fn road() -> Task {
    Task { id: ROAD, what: line("Dọn đường làng"), who: Vec::new(), deadline: None, report_on: None }
}

fn outcome(progress: Progress) -> Outcome {
    Outcome { task: ROAD, progress, share: None, result: prose("còn đoạn cuối xóm") }
}

/// A meeting in so many months.
async fn announce(desk: &Handbook, id: ThingId, months: i64, plan: Plan) {
    let starts = NOW.plus_milliseconds(30 * DAY * months).wall();
    desk.announce(so_tay::domain::meeting::Meeting { starts, plan, ..notice(id, Vec::new()) }).await.unwrap();
}

/// A branch whose first meeting has assigned one task, with two more meetings to come.
async fn with_a_task() -> Branch {
    let branch = Branch::without_host();
    announce(&branch.desk, NOVEMBER, 1, Plan::Announced).await;
    announce(&branch.desk, DECEMBER, 2, Plan::Announced).await;
    branch.desk.put_task(branch.meeting, 0, road()).await.unwrap();
    branch.desk.publish_minutes(branch.meeting).await.unwrap();
    branch
}

async fn find(desk: &Handbook, meeting: ThingId, progress: Progress) {
    desk.put_outcome(meeting, outcome(progress)).await.unwrap();
    desk.publish_minutes(meeting).await.unwrap();
}

fn taken_up(desk: &Handbook, meeting: ThingId) -> Vec<ThingId> {
    desk.memory().fold().open_tasks(meeting).iter().map(|(_, task)| task.id).collect()
}

#[test]
fn a_meeting_takes_up_what_meetings_before_it_did_not_close() {
    block_on(async {
        let branch = with_a_task().await;
        assert_eq!(taken_up(&branch.desk, branch.meeting), [], "no meeting takes up what it assigns itself");
        assert_eq!(taken_up(&branch.desk, NOVEMBER), [ROAD]);

        find(&branch.desk, NOVEMBER, Progress::Done).await;
        assert_eq!(
            taken_up(&branch.desk, NOVEMBER),
            [ROAD],
            "it stays on the list of the meeting that closed it"
        );
        assert_eq!(taken_up(&branch.desk, DECEMBER), []);
    });
}

#[test]
fn a_task_flows_past_a_meeting_that_is_cancelled() {
    block_on(async {
        let branch = with_a_task().await;
        announce(&branch.desk, NOVEMBER, 1, Plan::Cancelled(prose("bão"))).await;
        assert_eq!(taken_up(&branch.desk, NOVEMBER), []);
        assert_eq!(taken_up(&branch.desk, DECEMBER), [ROAD]);
    });
}

#[test]
fn minutes_that_are_put_right_open_a_task_again_or_take_it_out() {
    block_on(async {
        let branch = with_a_task().await;
        find(&branch.desk, NOVEMBER, Progress::Done).await;
        find(&branch.desk, NOVEMBER, Progress::UnderWay).await;
        assert_eq!(taken_up(&branch.desk, DECEMBER), [ROAD]);
        {
            let memory = branch.desk.memory();
            let found = |meeting| memory.fold().outcome_before(meeting, ROAD).map(|outcome| outcome.progress);
            assert_eq!((found(NOVEMBER), found(DECEMBER)), (None, Some(Progress::UnderWay)));
        }

        branch.desk.remove_task(branch.meeting, ROAD).await.unwrap();
        assert_eq!(taken_up(&branch.desk, DECEMBER), [ROAD], "members were not told yet");
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        assert_eq!(taken_up(&branch.desk, DECEMBER), []);
    });
}

#[test]
fn a_meeting_that_is_postponed_takes_up_what_was_assigned_meanwhile() {
    block_on(async {
        let branch = with_a_task().await;
        let fence = Task { id: ThingId([0xe2; 16]), what: line("Sửa hàng rào"), ..road() };
        branch.desk.put_task(DECEMBER, 0, fence.clone()).await.unwrap();
        branch.desk.publish_minutes(DECEMBER).await.unwrap();
        assert_eq!(taken_up(&branch.desk, NOVEMBER), [ROAD]);
        announce(&branch.desk, NOVEMBER, 3, Plan::Postponed(prose("bão"))).await;
        assert_eq!(taken_up(&branch.desk, NOVEMBER), [ROAD, fence.id]);
    });
}
