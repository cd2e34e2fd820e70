//! The secretary's desk: what a kill, a second tap or a second tab must not do to it.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::Meeting;
use so_tay::domain::task::Task;
use so_tay::ports::Table;
use so_tay::ports::memory::MemoryHost;
use so_tay::sync::{Fault, Handbook};

#[test]
fn a_recovery_key_survives_a_kill_until_the_sheet_is_put_away_and_then_is_gone() {
    let phone = Phone::new(1, &MemoryHost::default());
    block_on(async {
        let founded = Handbook::found(phone.ports(), founding(None)).await.unwrap();
        drop(founded.handbook);
        let stored = |phone: &Phone| phone.rows(Table::Meta).into_iter().map(|(_, value)| value);
        let seed = &founded.recovery.0[..];
        assert!(!stored(&phone).any(|value| value.windows(seed.len()).any(|part| part == seed)));

        let desk = phone.open();
        assert!(desk.memory().sheet_waits(), "the sheet is still to be written");
        assert_eq!(desk.recovery().await.unwrap().unwrap().0, founded.recovery.0);
        let rows = phone.rows(Table::Meta).len();
        desk.note_sheet_kept().await.unwrap();
        assert!(!desk.memory().sheet_waits());

        let desk = phone.open();
        assert!(!desk.memory().sheet_waits());
        assert!(desk.recovery().await.unwrap().is_none());
        assert_eq!(phone.rows(Table::Meta).len(), rows - 1, "one row less, and no other");
    });
}

fn task(number: u8, what: &str) -> Task {
    Task { id: ThingId([number; 16]), what: line(what), who: Vec::new(), deadline: None, report_on: None }
}

#[test]
fn tasks_that_were_kept_but_not_sent_wait_for_it_across_a_restart() {
    let branch = Branch::without_host();
    block_on(async {
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        assert!(!branch.desk.memory().tasks_wait(branch.meeting));
        branch.desk.put_task(branch.meeting, 0, task(1, "Dọn đường làng")).await.unwrap();

        let desk = branch.secretary.open();
        assert!(desk.memory().tasks_wait(branch.meeting));
        desk.publish_minutes(branch.meeting).await.unwrap();
        assert!(!desk.memory().tasks_wait(branch.meeting));
    });
}

#[test]
fn two_tabs_that_enter_tasks_of_one_meeting_lose_none_and_the_undo_puts_one_back_where_it_stood() {
    let branch = Branch::without_host();
    let other = branch.secretary.open();
    block_on(async {
        branch.desk.put_task(branch.meeting, 9, task(1, "Dọn đường làng")).await.unwrap();
        other.put_task(branch.meeting, 9, task(2, "Thăm hộ nghèo")).await.unwrap();
        branch.desk.put_task(branch.meeting, 9, task(3, "Thu đảng phí")).await.unwrap();
        other.put_task(branch.meeting, 9, task(3, "Thu đảng phí quý IV")).await.unwrap();
        branch.desk.remove_task(branch.meeting, ThingId([1; 16])).await.unwrap();
        branch.desk.put_task(branch.meeting, 0, task(1, "Dọn đường làng")).await.unwrap();
    });
    let minutes = branch.secretary.open().memory().minutes(branch.meeting);
    let expected = [task(1, "Dọn đường làng"), task(2, "Thăm hộ nghèo"), task(3, "Thu đảng phí quý IV")];
    assert_eq!(minutes.tasks, expected);
}

fn names(desk: &Handbook) -> Vec<String> {
    let memory = desk.memory();
    memory.fold().roster().unwrap().by_name().iter().map(|member| member.name.to_string()).collect()
}

#[test]
fn a_list_that_is_entered_twice_enters_nobody_twice() {
    let branch = Branch::without_host();
    let list =
        || ["Lê Thị Cúc", "nguyễn văn an", "Đỗ Văn Dũng"].map(|name| member(branch.desk.new_member(), name));
    block_on(async {
        let (first, second) = (list(), list());
        let desk = &branch.desk;
        let taps =
            futures_util::future::join(desk.enter_unless_listed(&first), desk.enter_unless_listed(&second));
        assert_eq!(taps.await, (Ok(2), Ok(0)), "one of them was listed already");
        assert_eq!(names(&branch.desk), ["Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Cúc", "Đỗ Văn Dũng"]);
    });
}

#[test]
fn a_name_that_is_listed_is_asked_about_and_the_same_form_saved_twice_is_one_member() {
    let branch = Branch::without_host();
    block_on(async {
        let twin = member(branch.desk.new_member(), "Nguyễn Văn An");
        assert_eq!(branch.desk.enter_unless_listed(std::slice::from_ref(&twin)).await, Ok(0));
        branch.desk.enter_member(twin.clone()).await.unwrap();
        branch.desk.enter_member(twin.clone()).await.unwrap();
        assert_eq!(branch.desk.memory().fold().roster().unwrap().members.len(), 3);
    });
}

#[test]
fn a_newcomer_who_is_confirmed_twice_is_listed_once_and_nothing_is_said() {
    let branch = Branch::without_host();
    let phone = Phone::new(7, &branch.host);
    block_on(async {
        let cuc = branch.desk.new_member();
        branch.desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let book = join(&phone, &branch.desk.invite(cuc).await.unwrap()).unwrap();
        let request = branch.desk.scan_request(&book.join_request(None)).unwrap();
        branch.desk.admit(&request.join, cuc).await.unwrap();
        let generation = branch.desk.memory().generation();
        assert_eq!(branch.desk.admit(&request.join, cuc).await, Ok(()));
        assert_eq!(branch.desk.memory().generation(), generation, "nothing was written");
        assert_eq!(
            branch.desk.admit(&request.join, branch.an).await,
            Err(Fault::AlreadyListed),
            "a device has one owner"
        );
    });
}

#[test]
fn a_paper_and_the_notice_that_names_it_are_one_commit_on_the_notice_as_it_stands() {
    let branch = Branch::without_host();
    let other = branch.secretary.open();
    block_on(async {
        let moved = Meeting {
            place: line("Trường tiểu học"),
            ..notice(branch.meeting, vec![branch.document])
        };
        other.announce(moved).await.unwrap();
        let paper = branch.desk.publish_document(document("13-NQ/ĐU"), Some(branch.meeting)).await.unwrap();
        assert_eq!(branch.desk.memory().generation(), other.memory().generation() + 1);

        let memory = branch.desk.memory();
        let meeting = memory.fold().meeting(branch.meeting).unwrap();
        assert_eq!(meeting.documents, [branch.document, paper]);
        assert_eq!(meeting.place, line("Trường tiểu học"), "what the other tab has changed stays");
    });
    block_on(async {
        let unknown = Some(ThingId([77; 16]));
        assert_eq!(
            branch.desk.publish_document(document("14-NQ/ĐU"), unknown).await,
            Err(Fault::UnknownMeeting)
        );
        let documents = branch.desk.memory().fold().documents().count();
        assert_eq!(documents, 2, "a paper without its meeting is not published either");
    });
}

#[test]
fn a_notice_that_goes_out_takes_its_draft_along() {
    let branch = Branch::without_host();
    let other = notice(ThingId([20; 16]), Vec::new());
    block_on(async {
        branch.desk.save_draft("notice", b"draft".to_vec()).await.unwrap();
        let late = Meeting { minutes: 5, ..other.clone() };
        assert!(branch.desk.announce_draft(late, "notice").await.is_err());
        assert!(branch.desk.draft("notice").await.unwrap().is_some(), "what was refused is not lost");
        let generation = branch.desk.memory().generation();
        branch.desk.announce_draft(other, "notice").await.unwrap();
        assert_eq!(branch.desk.memory().generation(), generation + 1);
        assert_eq!(branch.desk.draft("notice").await, Ok(None));
    });
}

#[test]
fn a_stranger_with_the_link_waits_until_dismissed_and_again_when_that_is_undone() {
    let branch = Branch::with_host();
    let phone = Phone::new(7, &branch.host);
    block_on(async {
        let book = join(&phone, &branch.desk.invite(branch.an).await.unwrap()).unwrap();
        book.travel().await.unwrap();
        book.ask_to_join(None).await.unwrap();
        book.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
        let request = branch.desk.newcomers().await.unwrap()[0].record;
        branch.desk.dismiss(request).await.unwrap();
        assert_eq!(branch.secretary.open().newcomers().await, Ok(Vec::new()));
        branch.desk.catch_up().await.unwrap();
        branch.desk.recall(request).await.unwrap();
        assert_eq!(branch.desk.newcomers().await.unwrap().len(), 1);
    });
}
