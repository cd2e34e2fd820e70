//! What a meeting leaves unfinished, and the member's word on it.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::Plan;
use so_tay::domain::regulation::rubric::Points;
use so_tay::domain::score::evidence::{Suggested, suggestions};
use so_tay::domain::signed_paper::{Form, SignedPaper, Term};
use so_tay::domain::task::{Outcome, Progress, Task};
use so_tay::exchange::bundle::Bundle;
use so_tay::exchange::outbox::Stage;
use so_tay::record::Kind;
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
fn a_review_that_was_left_out_costs_its_points() {
    block_on(async {
        let branch = with_a_task().await;
        let worth = || {
            let memory = branch.desk.memory();
            let regulation = memory.in_force(NOW.day());
            let facts = memory.score_facts(NOVEMBER, &regulation, NOW).unwrap();
            let all = suggestions(&regulation, &facts);
            let results = all.into_iter().find(|item| item.key.as_str() == "6.1").unwrap();
            (facts.results.part, facts.results.whole, results.suggested)
        };
        assert_eq!(worth(), (0, 1, Suggested::Open), "nobody has looked at the task");
        branch.desk.put_outcome(NOVEMBER, outcome(Progress::Done)).await.unwrap();
        assert_eq!(worth(), (1, 1, Suggested::Points(Points::whole(30))));
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

/// What the secretary reads of the member's report.
fn told(desk: &Handbook) -> Vec<Progress> {
    block_on(desk.load(Kind::Report)).unwrap();
    desk.memory().fold().reports(ROAD).map(|(_, outcome, _)| outcome.progress).collect()
}

#[test]
fn a_report_that_is_sent_again_counts_once_and_the_last_words_stand() {
    let branch = Branch::with_host();
    block_on(async {
        let said = [Progress::UnderWay, Progress::UnderWay, Progress::Done, Progress::Done];
        for (minutes, progress) in (0..).zip(said) {
            branch.member.clock.set(NOW.plus_milliseconds(minutes * MINUTE));
            branch.book.report(outcome(progress)).await.unwrap();
            branch.book.travel().await.unwrap();
        }
        for _ in 0..2 {
            branch.desk.travel().await.unwrap();
        }
        assert_eq!(told(&branch.desk), [Progress::Done]);
        branch.book.travel().await.unwrap();
        let reports = |book: &Handbook| {
            let memory = book.memory();
            let outbox = memory.outbox();
            outbox
                .iter()
                .filter(|parcel| parcel.kind == Kind::Report)
                .map(|parcel| parcel.stage)
                .collect::<Vec<_>>()
        };
        assert!(reports(&branch.book).iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn reports_that_arrive_in_the_wrong_order_leave_the_last_one() {
    let branch = Branch::without_host();
    block_on(async {
        let mut bundles = Vec::new();
        for (minutes, progress) in (0..).zip([Progress::UnderWay, Progress::Failed, Progress::Done]) {
            branch.member.clock.set(NOW.plus_milliseconds(minutes * MINUTE));
            branch.book.report(outcome(progress)).await.unwrap();
            let out = branch.book.export_bundle(&[]).await.unwrap();
            branch.book.note_bundle_out(&out).await.unwrap();
            bundles.push(out.bundle.to_text());
        }
        for text in bundles.iter().rev().chain(&bundles) {
            branch.desk.import_bundle(Bundle::from_text(text).unwrap()).await.unwrap();
        }
    });
    assert_eq!(told(&branch.desk), [Progress::Done]);
}

#[test]
fn two_tabs_of_a_member_that_report_leave_the_last_word() {
    let branch = Branch::with_host();
    let other = branch.member.open();
    block_on(async {
        branch.book.report(outcome(Progress::UnderWay)).await.unwrap();
        branch.member.clock.set(NOW.plus_milliseconds(MINUTE));
        other.report(outcome(Progress::Done)).await.unwrap();
        other.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
    });
    assert_eq!(told(&branch.desk), [Progress::Done]);
}

#[test]
fn what_a_member_reports_closes_nothing_until_the_branch_says_so() {
    block_on(async {
        let branch = Branch::with_host();
        announce(&branch.desk, NOVEMBER, 1, Plan::Announced).await;
        branch.desk.put_task(branch.meeting, 0, road()).await.unwrap();
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        branch.exchange().await.unwrap();

        branch.book.report(outcome(Progress::Done)).await.unwrap();
        branch.exchange().await.unwrap();
        for handbook in [&branch.desk, &branch.book] {
            assert_eq!(taken_up(handbook, NOVEMBER), [ROAD]);
            assert_eq!(handbook.memory().fold().outcome(ROAD), None);
        }

        find(&branch.desk, NOVEMBER, Progress::Done).await;
        branch.exchange().await.unwrap();
        let memory = branch.book.memory();
        assert_eq!(memory.fold().outcome(ROAD).map(|outcome| outcome.progress), Some(Progress::Done));
    });
}

fn paper(id: u8, meeting: ThingId, form: Form, days: i64) -> SignedPaper {
    SignedPaper {
        id: ThingId([id; 16]),
        meeting,
        form,
        title: line("Nhiệm vụ tháng tới"),
        adopted_on: NOW.plus_milliseconds(days * DAY).day(),
        adopted_by: None,
        text: Vec::new(),
    }
}

#[test]
fn the_book_shows_the_newest_resolution_first_and_what_was_reached_of_each() {
    block_on(async {
        let branch = with_a_task().await;
        let term = Term { from: 2026, to: 2030 };
        let number = |number| Form::Resolution { number, term };
        let papers = vec![paper(1, branch.meeting, number(14), 0), paper(2, NOVEMBER, number(15), 30)];
        branch.desk.lock_papers(papers).await.unwrap();
        let addendum = paper(3, branch.meeting, Form::Addendum { of: ThingId([1; 16]) }, 31);
        branch.desk.lock_papers(vec![addendum]).await.unwrap();
        let fence = Task { id: ThingId([0xe2; 16]), what: line("Sửa hàng rào"), ..road() };
        branch.desk.put_task(DECEMBER, 0, fence).await.unwrap();
        branch.desk.publish_minutes(DECEMBER).await.unwrap();
        find(&branch.desk, NOVEMBER, Progress::Done).await;

        let memory = branch.desk.memory();
        let book = memory.fold().resolution_book();
        let shown: Vec<_> = book
            .iter()
            .map(|entry| (entry.meeting, entry.resolution.map(|(number, _)| number), entry.done, entry.tasks))
            .collect();
        let expected = [(DECEMBER, None, 0, 1), (NOVEMBER, Some(15), 0, 0), (branch.meeting, Some(14), 1, 1)];
        assert_eq!(shown, expected);
        assert!(book.iter().all(|entry| entry.term == term));
        // The last term that the branch has typed goes on to its end, whatever is usual.
        assert_eq!([2026, 2027, 2030].map(|year| memory.fold().term_of(year)), [term; 3]);
        assert_eq!(memory.fold().addenda(ThingId([1; 16])).len(), 1);
    });
}
