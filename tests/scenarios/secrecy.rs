//! What somebody reads who gets hold of the store, or of the files on the host.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::BlobId;
use so_tay::exchange::outbox::Stage;
use so_tay::ports::Table;
use so_tay::sync::Handbook;

fn reads(phone: &Phone, words: &str) -> bool {
    let rows = Table::ALL.into_iter().flat_map(|table| phone.rows(table));
    rows.flat_map(|(key, value)| [key, value]).any(|bytes| holds(&bytes, words.as_bytes()))
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}

#[test]
fn a_draft_survives_a_kill_and_is_not_readable_in_the_store() {
    let branch = Branch::with_host();
    let words = "lời tự phê bình chưa gửi";
    block_on(async {
        branch.book.save_draft("review/1", words.into()).await.unwrap();
        branch.book.save_draft("review/2", words.into()).await.unwrap();
        branch.book.save_draft("comment/1", words.into()).await.unwrap();
        assert!(!reads(&branch.member, words));
        let book = branch.member.open();
        assert_eq!(book.draft("review/1").await.unwrap().as_deref(), Some(words.as_bytes()));
        assert_eq!(book.draft_names("review/").await.unwrap(), ["review/1", "review/2"]);
        book.drop_draft("review/1").await.unwrap();
        assert_eq!(book.draft("review/1").await.unwrap(), None);
    });
}

#[test]
fn the_words_of_a_text_survive_a_kill_and_are_not_readable_in_the_store() {
    let branch = Branch::with_host();
    let (name, other) = (BlobId([1; 32]), BlobId([2; 32]));
    let words = |book: &Handbook| {
        let mut found = Vec::new();
        block_on(book.each_words(|name, words| found.push((name, words)))).unwrap();
        found
    };
    block_on(async {
        branch.book.keep_words(vec![(name, b"nghi quyet".to_vec()), (other, Vec::new())]).await.unwrap();
        assert!(!reads(&branch.member, "nghi quyet"));
        let book = branch.member.open();
        assert_eq!(words(&book), [(name, b"nghi quyet".to_vec()), (other, Vec::new())]);
        book.drop_words(&[other]).await.unwrap();
        assert_eq!(book.word_names().await.unwrap(), [name].into());
        assert_eq!(words(&book).len(), 1);
    });
}

#[test]
fn neither_the_seed_nor_the_words_of_an_anonymous_comment_are_readable_in_the_store() {
    let branch = Branch::with_host();
    let words = "góp ý không ghi tên";
    block_on(async {
        branch.book.comment(branch.meeting, boxes(words), Visibility::Anonymous, "c").await.unwrap();
        assert!(!reads(&branch.member, words));
        branch.exchange().await.unwrap();
        assert!(!reads(&branch.member, words));
    });
    for (phone, book) in [(&branch.member, &branch.book), (&branch.secretary, &branch.desk)] {
        let fragment = book.memory().identity().pass().to_fragment();
        assert!(!reads(phone, &fragment));
        let seed = *book.memory().identity().device().seed();
        let rows = Table::ALL.into_iter().flat_map(|table| phone.rows(table));
        assert!(!rows.into_iter().any(|(_, value)| holds(&value, &seed)));
    }
}

#[test]
fn the_same_words_of_two_unnamed_members_count_twice_and_no_receipt_tells_them() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        // The same phone twice: nothing in a comment tells it from a second phone.
        let one = book.comment(meeting, boxes("Nhất trí"), Visibility::Anonymous, "c").await.unwrap();
        branch.exchange().await.unwrap();
        let other = book.comment(meeting, boxes("Nhất trí"), Visibility::Anonymous, "c").await.unwrap();
        branch.exchange().await.unwrap();
        assert_ne!(one.id, other.id, "whoever knows the words does not know the receipt");
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().fold().comments(meeting).count(), 2);
    });
}

#[test]
fn the_host_reads_neither_names_nor_words_nor_keys() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.comment(branch.meeting, boxes("điều bí mật"), Visibility::Secretary, "c").await.unwrap();
        branch.book.travel().await.unwrap();
        assert_eq!(branch.stages().iter().filter(|stage| **stage == Stage::Sent).count(), 1);
    });
    let key = branch.book.memory().identity().device().keys().signing.0;
    let files = branch.host.files();
    assert!(files.len() >= 4);
    for bytes in files.values() {
        for words in ["điều bí mật", "Nguyễn Văn An", "Nhà văn hóa thôn", "chăm lo đời sống"]
        {
            assert!(!holds(bytes, words.as_bytes()));
        }
        assert!(!holds(bytes, &key) && !holds(bytes, &branch.an.0) && !holds(bytes, &branch.meeting.0));
    }
}

#[test]
fn marks_are_kept_by_name() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.set_mark("read/1", vec![7]).await.unwrap();
        branch.book.set_mark("read/2", vec![8]).await.unwrap();
        branch.book.set_mark("saved/1", vec![9]).await.unwrap();
        let marks = branch.member.open().marks("read/").await.unwrap();
        assert_eq!(
            marks.into_iter().collect::<Vec<_>>(),
            [("read/1".into(), vec![7]), ("read/2".into(), vec![8])]
        );
    });
}
