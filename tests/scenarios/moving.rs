//! A device moves to another phone, by its pass; and two phones of one secretary.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::domain::comment::Visibility;
use so_tay::domain::id::{InviteId, MemberId, ThingId};
use so_tay::domain::member::Standing;
use so_tay::domain::org::Charter;
use so_tay::exchange::feed::{blob_url, head_url};
use so_tay::exchange::invitation::DevicePass;
use so_tay::exchange::outbox::Stage;
use so_tay::exchange::pack::seal_pack;
use so_tay::exchange::subject::Subject;
use so_tay::ports::Table;
use so_tay::record::body::{Head, Join, PackRef};
use so_tay::record::digest::blob_id;
use so_tay::record::shared_seal::{Purpose, seal_shared};
use so_tay::record::{Body, DeviceSecret, Draft, Flaw, Kind};
use so_tay::sync::{Fault, Handbook, Role};

/// Opens the device of `from` on `phone`, from the text of its pass.
fn restore(from: &Handbook, phone: &Phone) -> Handbook {
    let pass = DevicePass::parse(&from.memory().identity().pass().to_fragment()).unwrap();
    block_on(Handbook::restore(phone.ports(), pass)).unwrap()
}

/// A branch with facts in three months.
fn grown() -> Branch {
    let branch = Branch::with_host();
    block_on(async {
        for month in 1..3 {
            branch.secretary.clock.set(NOW.plus_milliseconds(month * 31 * DAY));
            branch.desk.announce(notice(ThingId([8 + month as u8; 16]), Vec::new())).await.unwrap();
            branch.exchange().await.unwrap();
        }
    });
    branch
}

/// The sheet of paper names a member's device as the secretary's; the old one has gone without a word.
async fn succeed(branch: &Branch) -> (MemberId, Handbook) {
    let (desk, phone) = (&branch.desk, Phone::new(6, &branch.host));
    let cuc = desk.new_member();
    desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
    let joined = join(&Phone::new(7, &branch.host), &desk.invite(cuc).await.unwrap()).unwrap();
    let keys = joined.memory().identity().device().keys();
    desk.admit(&Join { keys, invite: InviteId([0; 8]), name: None }, cuc).await.unwrap();
    let pass = DevicePass { token: Some(hosting().token), ..joined.memory().identity().pass() };
    desk.travel().await.unwrap();
    let book = Handbook::restore(phone.ports(), pass).await.unwrap();
    book.travel().await.unwrap();
    book.reply(branch.meeting, absence()).await.unwrap();

    let (org, content, device) = {
        let memory = book.memory();
        let identity = memory.identity();
        (identity.org(), identity.content().clone(), identity.device().clone())
    };
    let founding = Subject::of_branch(Kind::Charter, ThingId::BRANCH);
    let charter = desk.memory().fold().charter().unwrap().clone();
    let replaces =
        desk.memory().fold().versions(&founding).unwrap().all().map(|record| record.id()).collect();
    let body = Body::Charter(Charter { secretaries: vec![device.keys()], ..charter });
    let draft = Draft { org, at: NOW, about: ThingId::BRANCH, replaces, body };
    let charter = draft.sign(&DeviceSecret::grow(&branch.recovery));
    let shelf = branch.secretary.rows(Table::Shelf).into_iter().map(|(_, bytes)| bytes);
    let records: Vec<Vec<u8>> = shelf.chain([charter]).collect();
    let pack = seal_pack(&content, records.iter().map(Vec::as_slice));
    let bytes = u32::try_from(pack.len()).unwrap();
    let packs = vec![PackRef { month: 202_610, blob: blob_id(&pack), bytes }];
    let body =
        Body::Head(Head { seq: 1, expires: NOW.plus_milliseconds(45 * DAY), packs, ..Head::default() });
    let head = Draft { org, at: NOW, about: ThingId::BRANCH, replaces: Vec::new(), body }.sign(&device);
    let host = hosting().hosting;
    branch.host.files().insert(blob_url(&host, blob_id(&pack)), pack);
    branch.host.files().insert(head_url(&host), seal_shared(&content, Purpose::Head, &head));
    (cuc, book)
}

#[test]
fn what_waits_when_the_secretary_changes_reaches_the_successor() {
    let branch = Branch::with_host();
    let (book, meeting) = (&branch.book, branch.meeting);
    block_on(async {
        let (cuc, desk) = succeed(&branch).await;
        // Sent for a phone that will not read any more: named and unnamed words, and some that still wait.
        book.reply(meeting, Answer::Attend).await.unwrap();
        book.comment(meeting, boxes("kín"), Visibility::Anonymous, "c").await.unwrap();
        book.flush(false).await.unwrap();
        book.comment(meeting, boxes("cho cả chi bộ"), Visibility::Branch, "c").await.unwrap();

        let arrival = desk.travel().await.unwrap().arrival;
        assert_eq!((desk.memory().role(), desk.memory().me()), (Role::Secretary, Some(cuc)));
        assert_eq!((arrival.mails, arrival.aside), (0, 2), "sealed for the predecessor, and kept");

        book.travel().await.unwrap();
        assert_eq!(desk.travel().await.unwrap().arrival.mails, 3);
        book.travel().await.unwrap();
        assert!(stages(book).iter().all(|stage| *stage == Stage::Received));
        desk.load_meeting(meeting).await.unwrap();
        let memory = desk.memory();
        assert_eq!(memory.fold().reply(meeting, branch.an).unwrap().answer, Answer::Attend);
        assert_eq!(memory.fold().comments(meeting).count(), 2);
        assert_eq!(
            memory.fold().reply(meeting, cuc).unwrap().answer,
            absence(),
            "said before, and at home now"
        );
    });
}

#[test]
fn a_secretary_on_another_phone_goes_on_without_losing_a_pack_or_using_a_counter_twice() {
    let branch = grown();
    let phone = Phone::new(5, &branch.host);
    phone.clock.set(NOW.plus_milliseconds(63 * DAY));
    block_on(async {
        let before = *branch.book.memory().head().unwrap();
        let desk = restore(&branch.desk, &phone);
        assert_eq!(desk.memory().role(), Role::Newcomer, "nothing is known before the first exchange");
        desk.travel().await.unwrap();
        assert_eq!(desk.memory().role(), Role::Secretary);
        assert_eq!(phone.public_rows(), branch.secretary.public_rows());
        assert_eq!(
            phone.rows(Table::Shelf),
            branch.secretary.rows(Table::Shelf),
            "each fact in its own month"
        );
        assert!(!desk.memory().unpublished());
        assert_eq!(desk.memory().head().unwrap().seq, before.seq);

        desk.announce(notice(ThingId([20; 16]), Vec::new())).await.unwrap();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.book.travel().await.unwrap();
        assert_eq!(desk.travel().await.unwrap().arrival.mails, 1);
        branch.book.travel().await.unwrap();
        assert!(branch.book.memory().head().unwrap().seq > before.seq);
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received), "old receipts stay listed");

        // Somebody who joins only now gets everything from the first day on.
        let newcomer = Phone::new(6, &branch.host);
        let book = join(&newcomer, &desk.invite(branch.an).await.unwrap()).unwrap();
        book.travel().await.unwrap();
        assert_eq!(newcomer.public_rows(), phone.public_rows());
        assert_eq!(book.memory().fold().meetings().count(), 4);
    });
}

#[test]
fn a_secretary_without_a_host_goes_on_from_a_bundle() {
    let branch = Branch::without_host();
    let phone = Phone::new(5, &branch.host);
    block_on(async {
        let desk = restore(&branch.desk, &phone);
        desk.import_bundle(branch.desk.export_bundle(&[]).await.unwrap().bundle).await.unwrap();
        assert_eq!(desk.memory().role(), Role::Secretary);
        assert_eq!(phone.rows(Table::Shelf), branch.secretary.rows(Table::Shelf));
        desk.announce(notice(ThingId([20; 16]), Vec::new())).await.unwrap();
        branch.book.import_bundle(desk.export_bundle(&[]).await.unwrap().bundle).await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 2);
    });
}

#[test]
fn two_phones_of_one_secretary_come_to_the_same_state() {
    let branch = grown();
    let phone = Phone::new(5, &branch.host);
    block_on(async {
        let other = restore(&branch.desk, &phone);
        other.travel().await.unwrap();
        // Both write before either hears of the other; then they take turns.
        branch.desk.announce(notice(ThingId([20; 16]), Vec::new())).await.unwrap();
        branch.book.comment(branch.meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.book.travel().await.unwrap();
        other.announce(notice(ThingId([21; 16]), Vec::new())).await.unwrap();
        branch.desk.travel().await.unwrap();
        other.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
        other.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        assert_eq!(phone.public_rows(), branch.secretary.public_rows());
        assert_eq!(phone.public_rows(), branch.member.public_rows());
        assert_eq!(phone.rows(Table::Shelf), branch.secretary.rows(Table::Shelf));
        assert_eq!(branch.book.memory().fold().meetings().count(), 5);
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn of_two_rosters_written_side_by_side_neither_is_lost() {
    let branch = Branch::with_host();
    let laptop = Phone::new(5, &branch.host);
    let stolen = branch.book.memory().identity().device().id();
    block_on(async {
        let other = restore(&branch.desk, &laptop);
        other.travel().await.unwrap();
        // A stolen phone is taken off here, while a member is entered there, a little later.
        branch.desk.revoke(stolen).await.unwrap();
        laptop.clock.set(NOW.plus_milliseconds(MINUTE));
        let cuc = other.new_member();
        other.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        for desk in [&branch.desk, &other, &branch.desk, &other] {
            desk.travel().await.unwrap();
        }
        branch.book.travel().await.unwrap();
        let said = branch.book.reply(branch.meeting, Answer::Attend).await;
        assert_eq!(said, Err(Fault::Flaw(Flaw::RevokedKey(stolen))));
        for phone in [&branch.secretary, &laptop, &branch.member] {
            let book = phone.open();
            let memory = book.memory();
            let roster = memory.fold().roster().unwrap();
            assert!(roster.member(cuc).is_some());
            assert_eq!(roster.holder(stolen).unwrap().1.standing, Standing::Revoked);
        }
        // The next roster holds both.
        other.enter_member(member(cuc, "Lê Thị Cúc Hoa")).await.unwrap();
        let memory = other.memory();
        let roster = memory.fold().roster().unwrap();
        assert_eq!(roster.member(cuc).unwrap().name, line("Lê Thị Cúc Hoa"));
        assert_eq!(roster.holder(stolen).unwrap().1.standing, Standing::Revoked);
    });
}

#[test]
fn a_head_that_waited_when_the_other_phone_published_gives_way_and_loses_nothing() {
    let branch = grown();
    let phone = Phone::new(5, &branch.host);
    block_on(async {
        let other = restore(&branch.desk, &phone);
        other.travel().await.unwrap();
        other.announce(notice(ThingId([21; 16]), Vec::new())).await.unwrap();
        // Signed and kept, but the host went away before it was put.
        branch.host.turn_after(1, so_tay::ports::memory::HostMood::Down);
        assert!(other.travel().await.is_err());
        other.export_bundle(&[]).await.unwrap();
        branch.host.turn(so_tay::ports::memory::HostMood::Up);
        branch.desk.announce(notice(ThingId([20; 16]), Vec::new())).await.unwrap();
        branch.desk.travel().await.unwrap();
        other.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 5);
        assert!(!other.memory().unpublished());
    });
}

#[test]
fn a_bundle_tells_what_is_known_now_even_while_an_older_head_waits_for_the_host() {
    let branch = grown();
    let phone = Phone::new(6, &branch.host);
    block_on(async {
        branch.host.turn(so_tay::ports::memory::HostMood::Down);
        branch.desk.announce(notice(ThingId([20; 16]), Vec::new())).await.unwrap();
        branch.desk.export_bundle(&[]).await.unwrap();
        branch.desk.announce(notice(ThingId([21; 16]), Vec::new())).await.unwrap();
        let bundle = branch.desk.export_bundle(&[]).await.unwrap().bundle;
        branch.book.import_bundle(bundle).await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 5);
        // The host comes back and gets the same head that the member has already.
        branch.host.turn(so_tay::ports::memory::HostMood::Up);
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().head(), branch.desk.memory().head());
        let book = join(&phone, &branch.desk.invite(branch.an).await.unwrap()).unwrap();
        book.travel().await.unwrap();
        assert_eq!(book.memory().fold().meetings().count(), 5);
    });
}

#[test]
fn a_member_on_another_phone_is_the_same_member() {
    let branch = Branch::with_host();
    let phone = Phone::new(5, &branch.host);
    block_on(async {
        let book = restore(&branch.book, &phone);
        book.travel().await.unwrap();
        assert_eq!(book.memory().me(), Some(branch.an));
        assert!(!book.ask_to_join(None).await.unwrap());
        book.reply(branch.meeting, Answer::Attend).await.unwrap();
        book.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.desk.load(Kind::Reply).await.unwrap();
        assert!(branch.desk.memory().fold().reply(branch.meeting, branch.an).is_some());
    });
}

#[test]
fn a_second_handbook_on_one_device_is_refused() {
    let branch = Branch::with_host();
    block_on(async {
        let invitation = branch.desk.invite(branch.an).await.unwrap();
        let again = Handbook::join(branch.member.ports(), invitation).await;
        assert_eq!(again.err(), Some(Fault::AlreadyOpen));
        let again = Handbook::found(branch.member.ports(), founding(None)).await;
        assert_eq!(again.err(), Some(Fault::AlreadyOpen));
    });
}

#[test]
fn the_only_copy_of_a_document_cannot_be_thrown_away() {
    let branch = Branch::with_host();
    block_on(async {
        let id = branch.desk.publish_document(document("3-NQ/ĐU"), None).await.unwrap();
        let document = branch.desk.memory().fold().document(id).cloned().unwrap();
        assert_eq!(branch.desk.forget_document(&document).await, Err(Fault::OnlyCopy));
        branch.desk.travel().await.unwrap();
        branch.desk.forget_document(&document).await.unwrap();
        assert_eq!(branch.desk.file_bytes(document.file).await.unwrap(), None);
        branch.desk.save_document(&document).await.unwrap();
        assert_eq!(branch.desk.file_bytes(document.file).await.unwrap().as_deref(), Some(DOCUMENT));
    });
}
