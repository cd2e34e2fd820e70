//! Phones whose clocks are wrong. Nothing is decided by them but pauses and what is shown.

use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::{Answer, State};
use so_tay::domain::check_in::Proof;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::ThingId;
use so_tay::domain::time::Moment;
use so_tay::exchange::outbox::Stage;
use so_tay::record::body::Head;

#[rstest]
#[case(0, 365)]
#[case(0, -365)]
#[case(365, 0)]
#[case(-365, 0)]
#[case(-20_000, 60_000)]
fn clocks_a_year_apart_lose_nothing_and_the_last_word_stands(#[case] desk_days: i64, #[case] book_days: i64) {
    let branch = Branch::with_host();
    let meeting = branch.meeting;
    branch.secretary.clock.set(NOW.plus_milliseconds(desk_days * DAY));
    branch.member.clock.set(NOW.plus_milliseconds(book_days * DAY));
    block_on(async {
        branch.book.reply(meeting, Answer::Attend).await.unwrap();
        branch.exchange().await.unwrap();
        branch.desk.announce(notice(ThingId([8; 16]), Vec::new())).await.unwrap();
        branch.book.reply(meeting, absence()).await.unwrap();
        let turn = branch.desk.open_code(meeting).await.unwrap();
        branch.book.check_in(meeting, Proof::Spoken(turn.spoken)).await.unwrap();
        branch.exchange().await.unwrap();
        branch.desk.load_meeting(meeting).await.unwrap();
        let memory = branch.desk.memory();
        assert_eq!(memory.fold().reply(meeting, branch.an).unwrap().answer, absence());
        assert!(memory.roll_call(meeting).present(branch.an));
        assert_eq!(branch.book.memory().fold().meetings().count(), 2);
    });
    assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
}

#[test]
fn a_clock_that_jumps_back_does_not_bring_the_older_version_back() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        for (days, words) in [(300, "một"), (-300, "hai"), (0, "ba")] {
            branch.member.clock.set(NOW.plus_milliseconds(days * DAY));
            branch.secretary.clock.set(NOW.plus_milliseconds(days * DAY));
            book.comment(meeting, boxes(words), Visibility::Branch, "c").await.unwrap();
            let changed =
                so_tay::domain::meeting::Meeting { place: line(words), ..notice(meeting, Vec::new()) };
            desk.announce(changed).await.unwrap();
            branch.exchange().await.unwrap();
        }
        for book in [desk, book] {
            book.load_meeting(meeting).await.unwrap();
            let memory = book.memory();
            assert_eq!(memory.fold().comment(meeting, branch.an).unwrap().boxes, boxes("ba"));
            assert_eq!(memory.fold().meeting(meeting).unwrap().place, line("ba"));
        }
    });
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
}

#[test]
fn a_send_is_tried_at_once_when_the_clock_has_jumped_back() {
    let branch = Branch::with_host();
    block_on(async {
        branch.member.clock.set(NOW.plus_milliseconds(365 * DAY));
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.host.turn(so_tay::ports::memory::HostMood::Down);
        assert!(branch.book.flush(false).await.is_err());
        branch.host.turn(so_tay::ports::memory::HostMood::Up);
        branch.member.clock.set(NOW);
        assert!(branch.book.flush(false).await.unwrap() >= 1);
    });
}

#[test]
fn whoever_scans_a_late_turn_is_late_by_the_secretarys_clock() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.open_code(meeting).await.unwrap();
        // The phone slept through the first hour.
        let late = NOW.plus_milliseconds(60 * MINUTE);
        branch.secretary.clock.set(late);
        let turn = desk.next_turn(meeting).await.unwrap();
        branch.member.clock.set(NOW);
        branch.book.check_in(meeting, Proof::Spoken(turn.spoken)).await.unwrap();
        branch.exchange().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        let entry = *desk.memory().roll_call(meeting).entry(branch.an).unwrap();
        assert_eq!((entry.state, entry.at), (State::Late, Some(late)));
    });
}

#[test]
fn a_head_is_signed_afresh_before_it_expires_even_without_news() {
    let branch = Branch::with_host();
    let expires = |branch: &Branch| -> Moment { branch.book.memory().head().unwrap().expires };
    block_on(async {
        let first = expires(&branch);
        assert_eq!(first, NOW.plus_milliseconds(Head::FRESH_DAYS * DAY));
        branch.secretary.clock.set(NOW.plus_milliseconds(DAY));
        assert!(!branch.desk.travel().await.unwrap().published, "not at every exchange");
        let later = NOW.plus_milliseconds(30 * DAY);
        branch.secretary.clock.set(later);
        assert!(branch.desk.travel().await.unwrap().published);
        branch.book.travel().await.unwrap();
        assert_eq!(expires(&branch), later.plus_milliseconds(Head::FRESH_DAYS * DAY));
    });
}
