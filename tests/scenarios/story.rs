//! The story of a branch as steps that are repeated until they succeed, so that anything may break at any moment.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::domain::check_in::Proof;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::exchange::invitation::Invitation;
use so_tay::exchange::outbox::Stage;
use so_tay::ports::memory::{HostMood, MemoryHost};
use so_tay::ports::{FeedFault, StoreFault, Table};
use so_tay::record::Kind;
use so_tay::record::check_in_code::Turn;
use so_tay::sync::{Fault, Handbook};
use std::future::Future;

const AN: MemberId = MemberId([0xa1; 8]);
const MEETING: ThingId = ThingId([0xb1; 16]);
const OTHER: ThingId = ThingId([0xb2; 16]);
/// What the member says in the story: a reply, a check-in, three comments and a review; and the request to be listed.
const PARCELS: usize = 7;

pub struct Story {
    pub host: MemoryHost,
    pub secretary: Phone,
    pub member: Phone,
    desk: Option<Handbook>,
    book: Option<Handbook>,
    /// How often a step had to be repeated.
    pub breaks: usize,
}

impl Story {
    pub fn new() -> Self {
        let host = MemoryHost::default();
        let (secretary, member) = (Phone::new(1, &host), Phone::new(2, &host));
        Self { host, secretary, member, desk: None, book: None, breaks: 0 }
    }

    /// Repeats a step of one of the phones until it succeeds. A killed app is started again, a host that went away
    /// comes back, and the clock goes on past every pause.
    fn until_done<T, F>(
        &mut self,
        who: fn(&mut Self) -> (&Phone, &mut Option<Handbook>),
        step: impl Fn(Phone, Option<Handbook>) -> F,
    ) -> T
    where
        F: Future<Output = Result<T, Fault>>,
    {
        for _ in 0..4 {
            let (phone, slot) = who(self);
            let phone = phone.clone();
            *slot = None;
            let book = block_on(Handbook::open(phone.ports())).unwrap();
            match block_on(step(phone.clone(), book)) {
                Ok(done) => return done,
                Err(Fault::Store(StoreFault::Broken)) => phone.store.revive(),
                Err(Fault::Feed(FeedFault::Offline)) => phone.host.turn(HostMood::Up),
                Err(fault) => panic!("{fault:?}"),
            }
            self.breaks += 1;
            for phone in [&self.secretary, &self.member] {
                let later = so_tay::ports::Clock::now(&phone.clock).plus_milliseconds(2 * MINUTE);
                phone.clock.set(later);
            }
        }
        panic!("it never came to an end");
    }

    fn at_desk<T, F: Future<Output = Result<T, Fault>>>(&mut self, step: impl Fn(Handbook) -> F) -> T {
        self.until_done(|story| (&story.secretary, &mut story.desk), |_, desk| step(desk.unwrap()))
    }

    fn as_member<T, F: Future<Output = Result<T, Fault>>>(&mut self, step: impl Fn(Handbook) -> F) -> T {
        self.until_done(|story| (&story.member, &mut story.book), |_, book| step(book.unwrap()))
    }

    /// From the founding to the published minutes.
    pub fn tell(&mut self) {
        let invitation = self.found();
        self.exchange(&invitation);
        self.say_everything();
        self.settle();
    }

    fn found(&mut self) -> Invitation {
        self.until_done(
            |story| (&story.secretary, &mut story.desk),
            |phone, desk| async move {
                if desk.is_none() {
                    Handbook::found(phone.ports(), founding(Some(hosting()))).await?;
                }
                Ok(())
            },
        );
        self.at_desk(|desk| async move { desk.enter_member(member(AN, "Nguyễn Văn An")).await });
        for number in ["1-NQ/ĐU", "2-NQ/ĐU"] {
            self.at_desk(move |desk| async move {
                match desk.publish_document(document(number), None).await {
                    Ok(_) | Err(Fault::Twice) => Ok(()),
                    Err(fault) => Err(fault),
                }
            });
        }
        for meeting in [MEETING, OTHER] {
            self.at_desk(move |desk| async move { desk.announce(notice(meeting, Vec::new())).await });
        }
        self.at_desk(|desk| async move { desk.invite(AN).await })
    }

    fn exchange(&mut self, invitation: &Invitation) {
        self.at_desk(|desk| async move { desk.travel().await });
        self.until_done(
            |story| (&story.member, &mut story.book),
            |phone, book| async move {
                if book.is_none() {
                    Handbook::join(phone.ports(), invitation.clone()).await?;
                }
                Ok(())
            },
        );
        self.as_member(|book| async move { book.travel().await });
        self.at_desk(|desk| async move { desk.travel().await });
        self.at_desk(|desk| async move {
            for newcomer in desk.newcomers().await? {
                desk.admit(&newcomer.join, AN).await?;
            }
            Ok(())
        });
        self.at_desk(|desk| async move { desk.travel().await });
        self.as_member(|book| async move { book.travel().await });
    }

    fn say_everything(&mut self) {
        let turn: Turn = self.at_desk(|desk| async move { desk.open_code(MEETING).await });
        let proof = Proof::Code { counter: turn.counter, tag: turn.tag };
        self.as_member(|book| async move { book.reply(MEETING, Answer::Attend).await });
        self.as_member(|book| {
            let proof = proof.clone();
            async move { book.check_in(MEETING, proof).await }
        });
        let comments = [
            (MEETING, Visibility::Branch, "một"),
            (OTHER, Visibility::Secretary, "hai"),
            (MEETING, Visibility::Anonymous, "ba"),
        ];
        for (meeting, visibility, words) in comments {
            self.as_member(|book| async move { book.save_draft(words, words.into()).await });
            self.as_member(move |book| async move {
                book.comment(meeting, boxes(words), visibility, words).await
            });
        }
        self.as_member(|book| async move { book.share_answer(MEETING, review().remove(0)).await });
        self.as_member(|book| async move { book.travel().await });
        self.at_desk(|desk| async move { desk.travel().await });
        self.at_desk(|desk| async move { desk.publish_minutes(MEETING).await });
        self.at_desk(|desk| async move { desk.travel().await });
        self.as_member(|book| async move { book.travel().await });
    }

    /// Whatever is left travels, with nothing in the way.
    fn settle(&mut self) {
        self.host.turn(HostMood::Up);
        self.secretary.store.revive();
        self.member.store.revive();
        for _ in 0..2 {
            self.as_member(|book| async move { book.flush(true).await });
            self.at_desk(|desk| async move { desk.travel().await });
            self.as_member(|book| async move { book.travel().await });
        }
    }

    /// Everything that was said is there, once, on both phones, and both know the same head.
    pub fn assert_whole(&self) {
        let (desk, book) = (self.secretary.open(), self.member.open());
        block_on(async {
            desk.load(Kind::Document).await.unwrap();
            for meeting in [MEETING, OTHER] {
                desk.load_meeting(meeting).await.unwrap();
            }
        });
        let memory = desk.memory();
        let fold = memory.fold();
        assert_eq!(fold.roster().unwrap().members.len(), 2);
        assert_eq!(fold.roster().unwrap().member(AN).unwrap().devices.len(), 1);
        assert_eq!(fold.documents().count(), 2);
        assert_eq!(fold.check_ins(MEETING).count(), 1);
        assert_eq!(fold.reviews(MEETING).count(), 1);
        assert!(fold.reply(MEETING, AN).is_some());
        assert_eq!(fold.comments(MEETING).count(), 2);
        assert_eq!(fold.comments(OTHER).count(), 1);
        assert!(fold.minutes(MEETING).unwrap().roll_call.present(AN));
        assert!(!memory.unpublished(), "the members know what the secretary knows");

        let stages = stages(&book);
        assert_eq!(stages, vec![Stage::Received; PARCELS]);
        assert_eq!(self.member.rows(Table::Drafts), [], "what was sent is no draft any more");
        assert_eq!(self.secretary.public_rows(), self.member.public_rows());
        let mails = self.secretary.rows(Table::Mail);
        assert_eq!(mails.iter().filter(|(_, row)| row[0] == 1).count(), PARCELS);
        assert!(!self.host.files().keys().any(|name| name.contains("/drop/")), "the drop-box is cleared");
        assert!(book.memory().head().is_some());
        assert_eq!(book.memory().head(), memory.head());
    }
}
