//! Two tabs of one browser: two handbooks over one store, writing in turns and at the same time.

use crate::phones::*;
use futures_util::future::{join, join_all};
use pollster::block_on;
use so_tay::domain::attendance::{Answer, State};
use so_tay::domain::check_in::Proof;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::MemberId;
use so_tay::exchange::invitation::Token;
use so_tay::exchange::outbox::Stage;
use so_tay::ports::{Feed, FeedFault, Generation, Later, Ports, Row, Store, StoreFault, Table, Write};
use so_tay::record::Kind;
use so_tay::sync::Handbook;
use std::cell::Cell;
use std::rc::Rc;
use std::task::Poll;

/// Lets every other future have its turn before each operation, as a browser does.
struct Yielding<T>(T);

async fn yield_once() {
    let yielded = Cell::new(false);
    std::future::poll_fn(|context| {
        if yielded.replace(true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

macro_rules! yielding {
    ($operation:expr) => {
        Box::pin(async move {
            yield_once().await;
            $operation.await
        })
    };
}

impl<T: Store> Store for Yielding<T> {
    fn get(&self, table: Table, key: &[u8]) -> Later<'_, Result<Option<Vec<u8>>, StoreFault>> {
        let key = key.to_vec();
        yielding!(self.0.get(table, &key))
    }

    fn list(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Row>, StoreFault>> {
        let prefix = prefix.to_vec();
        yielding!(self.0.list(table, &prefix))
    }

    fn keys(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Vec<u8>>, StoreFault>> {
        let prefix = prefix.to_vec();
        yielding!(self.0.keys(table, &prefix))
    }

    fn generation(&self) -> Later<'_, Result<Generation, StoreFault>> {
        yielding!(self.0.generation())
    }

    fn commit(&self, expected: Generation, writes: Vec<Write>) -> Later<'_, Result<Generation, StoreFault>> {
        yielding!(self.0.commit(expected, writes))
    }
}

impl<T: Feed> Feed for Yielding<T> {
    fn get(
        &self,
        url: String,
        token: Option<Token>,
        bytes_max: usize,
    ) -> Later<'_, Result<Option<Vec<u8>>, FeedFault>> {
        yielding!(self.0.get(url, token, bytes_max))
    }

    fn put(&self, url: String, token: Option<Token>, bytes: Vec<u8>) -> Later<'_, Result<(), FeedFault>> {
        yielding!(self.0.put(url, token, bytes))
    }

    fn list(&self, url: String, token: Token) -> Later<'_, Result<Vec<String>, FeedFault>> {
        yielding!(self.0.list(url, token))
    }

    fn delete(&self, url: String, token: Token) -> Later<'_, Result<(), FeedFault>> {
        yielding!(self.0.delete(url, token))
    }
}

/// A tab beside others, each of which has its turn at every operation.
pub fn tab(phone: &Phone) -> Handbook {
    let ports = Ports {
        store: Rc::new(Yielding(phone.store.clone())),
        feed: Rc::new(Yielding(phone.host.clone())),
        ..phone.ports()
    };
    block_on(Handbook::open(ports)).unwrap().unwrap()
}

#[test]
fn two_tabs_of_a_member_in_turns_lose_and_double_nothing() {
    let branch = Branch::with_host();
    let (one, two, meeting) = (branch.member.open(), branch.member.open(), branch.meeting);
    block_on(async {
        one.reply(meeting, Answer::Attend).await.unwrap();
        two.reply(meeting, absence()).await.unwrap();
        one.comment(meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        two.comment(meeting, boxes("hai"), Visibility::Branch, "c").await.unwrap();
        one.comment(meeting, boxes("ba"), Visibility::Branch, "c").await.unwrap();
        assert!(two.catch_up().await.unwrap());
        assert!(!two.catch_up().await.unwrap());
        branch.book.catch_up().await.unwrap();
        branch.exchange().await.unwrap();
        branch.desk.load_meeting(meeting).await.unwrap();
        let memory = branch.desk.memory();
        assert_eq!(memory.fold().reply(meeting, branch.an).unwrap().answer, absence());
        let said: Vec<_> = memory.fold().comments(meeting).map(|(_, said, _)| said.boxes.clone()).collect();
        assert_eq!(said, [boxes("ba")]);
    });
    assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
}

#[test]
fn two_tabs_of_a_member_at_the_same_time_lose_and_double_nothing() {
    let branch = Branch::with_host();
    let (one, two, meeting) = (tab(&branch.member), tab(&branch.member), branch.meeting);
    block_on(async {
        let turn = branch.desk.open_code(meeting).await.unwrap();
        let proof = Proof::Spoken(turn.spoken);
        let (replies, comments) = join(
            join(one.reply(meeting, Answer::Attend), two.reply(meeting, absence())),
            join_all([
                one.comment(meeting, boxes("một"), Visibility::Branch, "c"),
                two.comment(meeting, boxes("hai"), Visibility::Branch, "c"),
                one.comment(meeting, boxes("ba"), Visibility::Anonymous, "c"),
            ]),
        )
        .await;
        assert!(replies.0.is_ok() && replies.1.is_ok() && comments.iter().all(Result::is_ok));
        let (first, travels) = join(one.check_in(meeting, proof), join(one.travel(), two.travel())).await;
        assert!(first.is_ok() && travels.0.is_ok() && travels.1.is_ok());
        for _ in 0..2 {
            branch.desk.travel().await.unwrap();
            let (travels, drafts) =
                join(join(one.travel(), two.travel()), join(one.save_draft("d", vec![1]), two.draft("d")))
                    .await;
            assert!(travels.0.is_ok() && travels.1.is_ok() && drafts.0.is_ok() && drafts.1.is_ok());
        }
        branch.desk.load_meeting(meeting).await.unwrap();
        let memory = branch.desk.memory();
        assert_eq!(memory.fold().check_ins(meeting).count(), 1);
        assert_eq!(memory.fold().comments(meeting).count(), 2);
    });
    assert!(stages(&branch.member.open()).iter().all(|stage| *stage == Stage::Received));
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
}

#[test]
fn two_tabs_of_the_secretary_at_the_same_time_lose_and_double_nothing() {
    let branch = Branch::with_host();
    let (one, two, meeting) = (tab(&branch.secretary), tab(&branch.secretary), branch.meeting);
    block_on(async {
        branch.book.reply(meeting, Answer::Attend).await.unwrap();
        branch.book.comment(meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.book.travel().await.unwrap();
        let members: Vec<MemberId> = (0..6).map(|n| MemberId([0xc0 + n; 8])).collect();
        let entered = join_all(members.iter().enumerate().map(|(n, id)| {
            let tab = if n % 2 == 0 { &one } else { &two };
            tab.enter_member(member(*id, "Lê Văn Dũng"))
        }));
        let numbers: Vec<String> = (20..26).map(|n| format!("{n}-NQ/ĐU")).collect();
        let published = join_all(numbers.iter().enumerate().map(|(n, number)| {
            let tab = if n % 2 == 0 { &one } else { &two };
            tab.publish_document(document(number), None)
        }));
        let (done, travels) =
            join(join(entered, published), join(one.travel(), join(two.travel(), two.travel()))).await;
        assert!(done.0.iter().all(Result::is_ok) && done.1.iter().all(Result::is_ok));
        let mails = [travels.0, travels.1.0, travels.1.1].map(|travel| travel.unwrap().arrival.mails);
        assert_eq!(mails.iter().sum::<usize>(), 2, "each mail is counted in one tab only");
        let (ticked, turns) = join(
            join_all(members.iter().enumerate().map(|(n, id)| {
                let tab = if n % 2 == 0 { &one } else { &two };
                tab.tick(meeting, *id, Some(State::Present))
            })),
            join(one.open_code(meeting), two.open_code(meeting)),
        )
        .await;
        assert!(ticked.iter().all(Result::is_ok));
        for turn in [turns.0.unwrap(), turns.1.unwrap(), two.next_turn(meeting).await.unwrap()] {
            let proof = Proof::Code { counter: turn.counter, tag: turn.tag };
            branch.book.check_in(meeting, proof).await.unwrap();
        }
        branch.book.travel().await.unwrap();
        let travels = join(two.travel(), one.travel()).await;
        assert!(travels.0.is_ok() && travels.1.is_ok());
        one.catch_up().await.unwrap();
        assert_eq!(one.memory().fold().check_ins(meeting).count(), 3);
        assert!(one.memory().unproven_check_ins(meeting).is_empty(), "a turn of either tab counts");
        one.publish_minutes(meeting).await.unwrap();
        two.travel().await.unwrap();
        branch.book.travel().await.unwrap();

        branch.book.load(Kind::Document).await.unwrap();
        let memory = branch.book.memory();
        assert_eq!(memory.fold().documents().count(), 7);
        assert_eq!(memory.fold().roster().unwrap().members.len(), 8);
        let minutes = memory.fold().minutes(meeting).unwrap();
        assert_eq!(minutes.roll_call.entries().len(), 8, "every member has an entry");
    });
    assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
}

#[test]
fn a_document_that_both_tabs_publish_is_published_once() {
    let branch = Branch::with_host();
    let (one, two) = (tab(&branch.secretary), tab(&branch.secretary));
    block_on(async {
        let (first, second) = join(
            one.publish_document(document("5-NQ/ĐU"), None),
            two.publish_document(document("5-NQ/ĐU"), None),
        )
        .await;
        assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|done| **done).count(), 1);
    });
}
