//! What a member takes back or changes: comments that are out already, answers that were shared.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::{RecordId, ThingId};
use so_tay::domain::self_criticism::{Answer, Personal, Shared};
use so_tay::exchange::outbox::Stage;
use so_tay::exchange::pack::open_pack;
use so_tay::ports::{Clock, Table};
use so_tay::record::digest::record_id;
use so_tay::record::{Kind, Record};
use so_tay::sync::Handbook;

/// A third member with the phone that the branch's words reach.
fn cuc(branch: &Branch, phone: &Phone) -> Handbook {
    block_on(async {
        let cuc = branch.desk.new_member();
        branch.desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let book = join(phone, &branch.desk.invite(cuc).await.unwrap()).unwrap();
        branch.desk.travel().await.unwrap();
        book.travel().await.unwrap();
        book
    })
}

fn shown(book: &Handbook, meeting: ThingId) -> Vec<String> {
    block_on(book.load_about(&[Kind::Comment], meeting)).unwrap();
    let memory = book.memory();
    memory.fold().comments(meeting).map(|(_, comment, _)| comment.boxes.solutions.to_string()).collect()
}

/// Comments on a phone, shown or not.
fn kept(phone: &Phone) -> usize {
    let rows = phone.rows(Table::Records).into_iter().chain(phone.rows(Table::Past));
    rows.filter(|(key, _)| key[0] == Kind::Comment as u8).count()
}

/// Whether any file that the host gives to members holds this record.
fn handed_out(branch: &Branch, id: RecordId) -> bool {
    let content = branch.desk.memory().identity().content().clone();
    let packs =
        branch.host.files().values().filter_map(|bytes| open_pack(&content, bytes).ok()).collect::<Vec<_>>();
    packs.into_iter().flatten().any(|record| record_id(&record) == id)
}

fn published(branch: &Branch) -> Vec<RecordId> {
    let rows = branch.secretary.rows(Table::Shelf);
    rows.into_iter().map(|(_, bytes)| record_id(&bytes)).collect()
}

async fn say(branch: &Branch, words: &str, visibility: Visibility) -> RecordId {
    branch.member.clock.set(branch.member.clock.now().plus_milliseconds(MINUTE));
    let said = branch.book.comment(branch.meeting, boxes(words), visibility, "c").await.unwrap();
    branch.exchange().await.unwrap();
    said.id
}

#[test]
fn words_that_are_narrowed_to_the_secretary_stand_nowhere_else_any_more() {
    let branch = Branch::with_host();
    let phone = Phone::new(3, &branch.host);
    let book = cuc(&branch, &phone);
    block_on(async {
        let first = say(&branch, "cho cả chi bộ", Visibility::Branch).await;
        book.travel().await.unwrap();
        assert_eq!(shown(&book, branch.meeting), ["cho cả chi bộ"]);
        assert!(branch.book.memory().comment_is_out(branch.meeting));

        let second = say(&branch, "chỉ bí thư", Visibility::Secretary).await;
        book.travel().await.unwrap();
        assert_eq!(shown(&book, branch.meeting), [""; 0]);
        assert_eq!(shown(&branch.desk, branch.meeting), ["chỉ bí thư"]);
        assert_eq!(shown(&branch.book, branch.meeting), ["chỉ bí thư"]);
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        assert!(!published(&branch).contains(&second));

        // Whoever joins now is not even handed the old words.
        let late = Phone::new(4, &branch.host);
        let late_book = cuc(&branch, &late);
        assert_eq!((shown(&late_book, branch.meeting).len(), kept(&late)), (0, 1), "the retraction alone");
        assert!(published(&branch).contains(&first), "the secretary still knows what it was");

        // And back again, though this phone's clock was set back meanwhile.
        branch.member.clock.set(NOW);
        branch
            .book
            .comment(branch.meeting, boxes("lại cho cả chi bộ"), Visibility::Branch, "c")
            .await
            .unwrap();
        branch.exchange().await.unwrap();
        book.travel().await.unwrap();
        assert_eq!(shown(&book, branch.meeting), ["lại cho cả chi bộ"]);
        assert_eq!(shown(&branch.desk, branch.meeting), ["lại cho cả chi bộ"]);
    });
}

#[test]
fn words_that_never_left_the_phone_are_narrowed_without_a_trace() {
    let branch = Branch::with_host();
    block_on(async {
        let before = branch.stages().len();
        branch.book.comment(branch.meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.book.comment(branch.meeting, boxes("hai"), Visibility::Secretary, "c").await.unwrap();
        assert_eq!(branch.stages().len(), before + 1);
        branch.exchange().await.unwrap();
        assert_eq!(shown(&branch.desk, branch.meeting), ["hai"]);
        let rows = branch.secretary.rows(Table::Shelf);
        let comments = rows.iter().filter(|(_, bytes)| is_about_comments(bytes)).count();
        assert_eq!(comments, 0);
    });
}

fn is_about_comments(bytes: &[u8]) -> bool {
    Record::stored(bytes, None)
        .is_ok_and(|record| so_tay::exchange::subject::Subject::of(&record).kind == Kind::Comment)
}

#[test]
fn taking_back_words_for_the_secretary_tells_nobody_else_that_there_were_any() {
    let branch = Branch::with_host();
    block_on(async {
        say(&branch, "chỉ bí thư", Visibility::Secretary).await;
        branch.book.withdraw_comment(branch.meeting).await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(shown(&branch.desk, branch.meeting), [""; 0]);
        let rows = branch.secretary.rows(Table::Shelf);
        assert!(!rows.iter().any(|(_, bytes)| is_about_comments(bytes)));
        assert!(branch.book.withdraw_comment(branch.meeting).await.is_err(), "there is nothing left");
    });
}

#[test]
fn words_that_were_taken_back_are_gone_from_every_phone_and_every_file() {
    let branch = Branch::with_host();
    let phone = Phone::new(3, &branch.host);
    let book = cuc(&branch, &phone);
    block_on(async {
        let said = say(&branch, "nói vội", Visibility::Branch).await;
        book.travel().await.unwrap();
        assert!(handed_out(&branch, said));
        let month_later = NOW.plus_milliseconds(31 * DAY);
        for phone in [&branch.secretary, &branch.member, &phone] {
            phone.clock.set(month_later);
        }
        let taken_back = branch.book.withdraw_comment(branch.meeting).await.unwrap();
        branch.exchange().await.unwrap();
        book.travel().await.unwrap();
        for book in [&book, &branch.book, &branch.desk] {
            assert_eq!(shown(book, branch.meeting), [""; 0]);
        }
        assert!(handed_out(&branch, taken_back.id));
        let head = branch.desk.memory().head().cloned();
        assert_eq!(book.memory().head().cloned(), head);
        // The old file may lie on the host until it is cleared; no head names it.
        let late = Phone::new(4, &branch.host);
        let late_book = cuc(&branch, &late);
        assert_eq!((shown(&late_book, branch.meeting).len(), kept(&late)), (0, 1));
    });
}

#[test]
fn the_secretarys_own_words_are_taken_back_too() {
    let branch = Branch::with_host();
    block_on(async {
        branch.desk.comment(branch.meeting, boxes("tôi tán thành"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(shown(&branch.book, branch.meeting), ["tôi tán thành"]);
        branch.desk.withdraw_comment(branch.meeting).await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(shown(&branch.book, branch.meeting), [""; 0]);
    });
}

fn answer(prompt: &str, note: &str) -> Shared<Answer> {
    Personal::new(Answer { prompt: line(prompt), level: None, note: prose(note) }).share()
}

#[test]
fn two_answers_shared_at_once_are_both_shared_and_one_is_taken_back_alone() {
    let branch = Branch::with_host();
    let (book, meeting) = (&branch.book, branch.meeting);
    let notes = |book: &Handbook| -> Vec<String> {
        book.memory().shared_answers(meeting).iter().map(|answer| answer.as_ref().note.to_string()).collect()
    };
    block_on(async {
        let (one, two) = (
            book.share_answer(meeting, answer("A?", "một")),
            book.share_answer(meeting, answer("B?", "hai")),
        );
        let (one, two) = futures_util::future::join(one, two).await;
        one.and(two).unwrap();
        assert_eq!(notes(book), ["một", "hai"]);
        // From another tab that has not heard of it.
        let tab = branch.member.open();
        book.share_answer(meeting, answer("C?", "ba")).await.unwrap();
        tab.share_answer(meeting, answer("A?", "một, sửa")).await.unwrap();
        book.withdraw_answer(meeting, &line("B?")).await.unwrap();
        assert_eq!(notes(book), ["ba", "một, sửa"]);
        branch.exchange().await.unwrap();
        branch.desk.load_meeting(meeting).await.unwrap();
        assert_eq!(branch.desk.memory().fold().reviews(meeting).next().unwrap().1.answers.len(), 2);
        book.withdraw_answer(meeting, &line("A?")).await.unwrap();
        book.withdraw_answer(meeting, &line("C?")).await.unwrap();
        assert_eq!(notes(book), [""; 0]);
    });
}
