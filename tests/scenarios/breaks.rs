//! The host goes away, the app is killed, the store is full: at every single moment of a story.

use crate::phones::*;
use crate::story::Story;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::Answer;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::BlobId;
use so_tay::exchange::invitation::Token;
use so_tay::exchange::outbox::Stage;
use so_tay::ports::memory::{HostMood, MemoryHost};
use so_tay::ports::{Feed, FeedFault, Later, Ports, StoreFault, Table};
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook, NewDocument};
use std::rc::Rc;

#[test]
fn an_unbroken_story_ends_whole() {
    let mut story = Story::new();
    story.tell();
    story.assert_whole();
    assert_eq!(story.breaks, 0);
}

#[rstest]
#[case(HostMood::Down)]
#[case(HostMood::DiesAfter)]
fn a_host_that_dies_at_any_request_loses_and_doubles_nothing(#[case] mood: HostMood) {
    let mut requests = 0;
    for nth in 0.. {
        let mut story = Story::new();
        story.host.turn_after(nth, mood);
        story.tell();
        story.assert_whole();
        if story.breaks == 0 {
            break;
        }
        requests += 1;
    }
    assert!(requests > 30, "every request was broken once: {requests}");
}

#[test]
fn a_member_whose_app_is_killed_before_any_write_loses_and_doubles_nothing() {
    killed_before_every_commit(|story| &story.member, 20);
}

#[test]
fn a_secretary_whose_app_is_killed_before_any_write_loses_and_doubles_nothing() {
    killed_before_every_commit(|story| &story.secretary, 25);
}

fn killed_before_every_commit(who: fn(&Story) -> &Phone, fewest: u32) {
    let mut commits = 0;
    for nth in 0.. {
        let mut story = Story::new();
        who(&story).store.die_after(nth);
        story.tell();
        story.assert_whole();
        if story.breaks == 0 {
            break;
        }
        commits += 1;
    }
    assert!(commits > fewest, "every commit was broken once: {commits}");
}

#[test]
fn a_full_store_refuses_whole_commands_and_keeps_what_is_there() {
    let branch = Branch::with_host();
    let (book, meeting) = (&branch.book, branch.meeting);
    let full = |result: Result<(), Fault>| assert_eq!(result, Err(Fault::Store(StoreFault::Full)));
    block_on(async {
        book.save_draft("c", b"words".to_vec()).await.unwrap();
        let tables = || Table::ALL.map(|table| branch.member.rows(table));
        let before = tables();
        branch.member.store.limit(Some(64));
        full(book.reply(meeting, Answer::Attend).await.map(drop));
        full(book.comment(meeting, boxes("lời"), Visibility::Branch, "c").await.map(drop));
        full(book.comment(meeting, boxes("lời"), Visibility::Anonymous, "c").await.map(drop));
        full(book.share_answer(meeting, review().remove(0)).await.map(drop));
        full(book.save_draft("c", vec![b'x'; 100]).await);
        let document = {
            book.load(Kind::Document).await.unwrap();
            book.memory().fold().document(branch.document).cloned().unwrap()
        };
        full(book.save_document(&document).await);
        assert_eq!(tables(), before);
        assert!(book.memory().fold().reply(meeting, branch.an).is_none());
        assert_eq!(book.draft("c").await.unwrap().as_deref(), Some(&b"words"[..]));

        branch.member.store.limit(None);
        book.comment(meeting, boxes("lời"), Visibility::Branch, "c").await.unwrap();
        assert_eq!(book.draft("c").await.unwrap(), None);
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn a_full_store_of_the_secretary_takes_mail_in_once_there_is_room() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.book.travel().await.unwrap();
        branch.secretary.store.limit(Some(64));
        assert_eq!(branch.desk.travel().await, Err(Fault::Store(StoreFault::Full)));
        let big = NewDocument { bytes: vec![0; 1000], ..document("9-NQ/ĐU") };
        assert_eq!(branch.desk.publish_document(big, None).await, Err(Fault::Store(StoreFault::Full)));
        branch.secretary.store.limit(None);
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        assert_eq!(branch.desk.memory().fold().documents().count(), 1);
    });
}

#[test]
fn attempts_are_counted_and_paused_and_a_hand_may_hurry_them() {
    let branch = Branch::with_host();
    block_on(async {
        let reply = branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        let attempts = || {
            let memory = branch.book.memory();
            memory.outbox().into_iter().find(|parcel| parcel.record == reply.id).unwrap().attempts
        };
        branch.host.turn(HostMood::Down);
        assert!(branch.book.travel().await.is_err());
        assert_eq!(attempts(), 0, "nothing is tried where not even the head can be had");
        assert!(branch.book.flush(false).await.is_err());
        assert_eq!(attempts(), 1);
        branch.host.turn(HostMood::Up);
        assert_eq!(branch.book.flush(false).await, Ok(0), "the pause is not over");
        assert_eq!(branch.book.flush(true).await, Ok(1));
    });
}

/// A host that does not take one of the mails.
struct Picky(MemoryHost, BlobId);

impl Feed for Picky {
    fn get(
        &self,
        url: String,
        token: Option<Token>,
        bytes_max: usize,
    ) -> Later<'_, Result<Option<Vec<u8>>, FeedFault>> {
        self.0.get(url, token, bytes_max)
    }

    fn put(&self, url: String, token: Option<Token>, bytes: Vec<u8>) -> Later<'_, Result<(), FeedFault>> {
        if url.ends_with(&self.1.to_string()) {
            return Box::pin(std::future::ready(Err(FeedFault::TooLarge)));
        }
        self.0.put(url, token, bytes)
    }

    fn list(&self, url: String, token: Token) -> Later<'_, Result<Vec<String>, FeedFault>> {
        self.0.list(url, token)
    }

    fn delete(&self, url: String, token: Token) -> Later<'_, Result<(), FeedFault>> {
        self.0.delete(url, token)
    }
}

#[test]
fn a_parcel_that_the_host_does_not_take_holds_up_no_other() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.member.clock.set(NOW.plus_milliseconds(MINUTE));
        branch.book.share_answer(branch.meeting, review().remove(0)).await.unwrap();
        let first = {
            let memory = branch.book.memory();
            memory.outbox().into_iter().find(|parcel| parcel.kind == Kind::Reply).unwrap().mail
        };
        let feed = Rc::new(Picky(branch.host.clone(), first));
        let book = Handbook::open(Ports { feed, ..branch.member.ports() }).await.unwrap().unwrap();
        assert_eq!(book.travel().await, Err(Fault::Feed(FeedFault::TooLarge)));
        let memory = book.memory();
        let stages: Vec<_> = memory.outbox().iter().map(|parcel| (parcel.kind, parcel.stage)).collect();
        assert!(stages.contains(&(Kind::Reply, Stage::Waiting)));
        assert!(stages.contains(&(Kind::Review, Stage::Sent)));
    });
}
