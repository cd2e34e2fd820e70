//! The host goes back to an older state or loses files, and the secretary puts it right without being asked.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::ThingId;
use so_tay::exchange::feed::{blob_url, head_url};
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook, Role};
use std::collections::BTreeMap;

const NEW: ThingId = ThingId([8; 16]);

impl Branch {
    fn snapshot(&self) -> BTreeMap<String, Vec<u8>> {
        self.host.files().clone()
    }

    fn roll_back(&self, files: BTreeMap<String, Vec<u8>>) {
        *self.host.files() = files;
    }

    /// Somebody who opens an invitation now, and what there is to see.
    async fn newcomer(&self, number: u64) -> Handbook {
        let phone = Phone::new(number, &self.host);
        let invitation = self.book.memory().identity().invitation().clone();
        let book = join(&phone, &invitation).unwrap();
        book.travel().await.unwrap();
        book
    }
}

#[test]
fn a_host_that_went_back_gets_the_lost_months_and_their_files_again() {
    let branch = Branch::with_host();
    block_on(async {
        let old = branch.snapshot();
        branch.desk.announce(notice(NEW, Vec::new())).await.unwrap();
        let paper = branch.desk.publish_document(document("3-NQ/ĐU"), None).await.unwrap();
        branch.exchange().await.unwrap();
        branch.roll_back(old);
        assert!(branch.book.travel().await.unwrap().arrival.outdated);
        let travel = branch.desk.travel().await.unwrap();
        assert!(travel.arrival.outdated && travel.published);
        assert!(!branch.desk.travel().await.unwrap().published, "once is enough");

        assert!(!branch.book.travel().await.unwrap().arrival.outdated);
        let newcomer = branch.newcomer(3).await;
        assert!(newcomer.memory().fold().meeting(NEW).is_some());
        newcomer.load(Kind::Document).await.unwrap();
        let paper = newcomer.memory().fold().document(paper).cloned().unwrap();
        newcomer.save_document(&paper).await.unwrap();
        assert_eq!(newcomer.file_bytes(paper.file).await.unwrap().as_deref(), Some(DOCUMENT));
    });
}

#[test]
fn a_host_that_was_emptied_is_filled_by_the_next_round() {
    let branch = Branch::with_host();
    block_on(async {
        branch.roll_back(BTreeMap::new());
        assert!(branch.desk.travel().await.unwrap().published);
        assert!(branch.newcomer(3).await.memory().fold().meeting(branch.meeting).is_some());
    });
}

#[test]
fn a_head_of_the_own_key_that_this_phone_never_signed_is_signed_past() {
    let branch = Branch::with_host();
    block_on(async {
        let founder = branch.desk.memory().identity().device().clone();
        let mark = *branch.desk.memory().head().unwrap();
        branch.serve(&founder, mark.seq, &[]);
        assert!(branch.desk.travel().await.unwrap().published);
        branch.book.travel().await.unwrap();
        assert!(branch.book.memory().head().unwrap().seq > mark.seq);
    });
}

#[test]
fn a_pack_that_is_missing_does_not_keep_the_secretary_from_publishing() {
    let branch = Branch::with_host();
    let laptop = Phone::new(5, &branch.host);
    block_on(async {
        let pass = branch.desk.memory().identity().pass();
        let other = Handbook::restore(laptop.ports(), pass).await.unwrap();
        other.travel().await.unwrap();
        other.announce(notice(ThingId([9; 16]), Vec::new())).await.unwrap();
        let before = branch.snapshot();
        other.travel().await.unwrap();
        let head = head_url(&hosting().hosting);
        branch.host.files().retain(|name, _| before.contains_key(name) || *name == head);
        assert_eq!(branch.book.travel().await, Err(Fault::Missing));

        branch.desk.announce(notice(NEW, Vec::new())).await.unwrap();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert_eq!(branch.book.travel().await, Err(Fault::Missing));
        assert_eq!(branch.desk.travel().await, Err(Fault::Missing), "it is told");
        branch.book.travel().await.unwrap();
        assert!(branch.book.memory().fold().meeting(NEW).is_some(), "and was published all the same");
        // The other phone finds that its own facts are gone, and says them again.
        other.travel().await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 3);
    });
}

#[test]
fn a_secretary_restored_from_a_host_that_went_back_is_believed_by_members_who_saw_more() {
    let branch = Branch::with_host();
    let phone = Phone::new(5, &branch.host);
    block_on(async {
        let old = branch.snapshot();
        for number in 10..13 {
            branch.desk.announce(notice(ThingId([number; 16]), Vec::new())).await.unwrap();
            branch.exchange().await.unwrap();
        }
        branch.roll_back(old);
        phone.clock.set(NOW.plus_milliseconds(DAY));
        let pass = branch.desk.memory().identity().pass();
        let desk = Handbook::restore(phone.ports(), pass).await.unwrap();
        desk.travel().await.unwrap();
        desk.announce(notice(NEW, Vec::new())).await.unwrap();
        desk.travel().await.unwrap();
        let arrival = branch.book.travel().await.unwrap().arrival;
        assert!(!arrival.outdated);
        assert!(branch.book.memory().fold().meeting(NEW).is_some());
    });
}

#[test]
fn what_a_newer_app_has_published_is_left_as_it_is() {
    let branch = Branch::with_host();
    block_on(async {
        let founder = branch.desk.memory().identity().device().clone();
        let draft = branch.draft(ThingId::BRANCH, so_tay::record::Body::Head(Default::default()));
        let mut newer = draft.sign(&founder);
        // The version is the number after key 0 of the payload.
        let place = newer.windows(2).position(|pair| pair == [0x00, 0x01]).unwrap();
        newer[place + 1] = 0x02;
        let purpose = so_tay::record::shared_seal::Purpose::Head;
        let sealed = so_tay::record::shared_seal::seal_shared(&branch.content(), purpose, &newer);
        branch.host.files().insert(head_url(&hosting().hosting), sealed.clone());
        branch.desk.announce(notice(NEW, Vec::new())).await.unwrap();
        let fault = branch.desk.travel().await;
        assert_eq!(fault, Err(Fault::Flaw(so_tay::record::Flaw::NewerVersion)));
        assert_eq!(branch.head_bytes(), sealed);
    });
}

#[test]
fn a_phone_that_was_taken_off_says_so_and_sends_nothing() {
    let branch = Branch::with_host();
    block_on(async {
        let device = branch.members_device().id();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.desk.revoke(device).await.unwrap();
        branch.desk.travel().await.unwrap();
        let travel = branch.book.travel().await.unwrap();
        assert_eq!((branch.book.memory().role(), travel.sent), (Role::Revoked, 0));
        assert_eq!(branch.book.flush(true).await, Err(Fault::Revoked));
        let unnamed = branch.book.comment(branch.meeting, boxes("kín"), Visibility::Anonymous, "c").await;
        assert_eq!(unnamed, Err(Fault::Revoked));
        assert!(!branch.book.ask_to_join(None).await.unwrap());
        assert!(branch.book.memory().fold().meeting(branch.meeting).is_some(), "it still reads");
    });
}

#[test]
fn a_document_that_the_host_has_lost_says_so() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.load(Kind::Document).await.unwrap();
        let document = branch.book.memory().fold().document(branch.document).cloned().unwrap();
        branch.host.files().remove(&blob_url(&hosting().hosting, document.file.blob));
        assert_eq!(branch.book.save_document(&document).await, Err(Fault::Missing));
    });
}
