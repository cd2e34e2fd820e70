//! What a published roll call says, on every phone and for good.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::{Means, State, Tally};
use so_tay::domain::member::{Activity, Member};

#[test]
fn a_published_roll_call_has_everybody_and_keeps_its_numbers() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let cuc = Member { activity: Activity::Suspended, ..member(desk.new_member(), "Lê Thị Cúc") };
        desk.enter_member(cuc.clone()).await.unwrap();
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        let before = Tally::of(&desk.memory().attendance(meeting));
        assert_eq!((before.present, before.released, before.unmarked), (1, 1, 1));
        desk.publish_minutes(meeting).await.unwrap();

        desk.enter_member(member(desk.new_member(), "Đỗ Hoài Nam")).await.unwrap();
        desk.enter_member(Member { activity: Activity::Here, ..cuc.clone() }).await.unwrap();
        desk.publish_minutes(meeting).await.unwrap();
        branch.exchange().await.unwrap();
        for book in [desk, &branch.book] {
            let memory = book.memory();
            let published = memory.published_roll_call(meeting).unwrap();
            assert_eq!(published.entries().len(), 3);
            assert_eq!(published.entry(cuc.id).unwrap().means, Means::Roster);
            assert_eq!(Tally::of(published), before);
            assert_eq!(Tally::of(&memory.attendance(meeting)), before);
        }
    });
}

#[test]
fn tasks_go_out_without_a_roll_call() {
    let branch = Branch::with_host();
    block_on(async {
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        assert_eq!(branch.desk.memory().published_roll_call(branch.meeting), None);
    });
}
