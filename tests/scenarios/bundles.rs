//! Files that pass through any hand: cut, flipped, repeated, in another order, of another branch.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::exchange::bundle::{Bundle, BundleFault, Item};
use so_tay::exchange::outbox::Stage;
use so_tay::ports::Table;
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook, NewDocument};

fn documents(desk: &Handbook) -> Vec<so_tay::domain::document::Document> {
    block_on(desk.load(Kind::Document)).unwrap();
    desk.memory().fold().documents().cloned().collect()
}

/// A branch whose secretary has news that nobody else knows, as a file.
fn news() -> (Branch, Bundle) {
    let branch = Branch::without_host();
    let bundle = block_on(async {
        let other = branch.desk.new_thing();
        branch.desk.announce(notice(other, Vec::new())).await.unwrap();
        branch.desk.export_bundle(&documents(&branch.desk)).await.unwrap().bundle
    });
    (branch, bundle)
}

#[test]
fn a_bundle_that_is_cut_or_flipped_anywhere_is_refused_whole_or_is_the_same() {
    let (_, bundle) = news();
    let text = bundle.to_text();
    let bytes = text.as_bytes();
    let read = |bytes: &[u8]| Bundle::from_text(&String::from_utf8_lossy(bytes));
    for cut in (0..bytes.len() - 1).step_by(31).chain(bytes.len() - 20..bytes.len() - 1) {
        assert!(read(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    for place in (0..bytes.len()).step_by(97) {
        for bit in 0..8 {
            let mut flipped = bytes.to_vec();
            flipped[place] ^= 1 << bit;
            if let Ok(read) = read(&flipped) {
                assert_eq!(read, bundle, "bit {bit} of byte {place}");
            }
        }
    }
}

#[test]
fn a_sealed_item_that_was_changed_is_refused_and_nothing_of_it_is_taken() {
    let (branch, bundle) = news();
    let before = branch.member.rows(Table::Records);
    for number in 0..bundle.items.len() {
        let mut changed = bundle.clone();
        let (Item::Head(bytes)
        | Item::Pack(bytes)
        | Item::Document(bytes)
        | Item::Mail(bytes)
        | Item::Proceedings(bytes)) = &mut changed.items[number];
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert!(block_on(branch.book.import_bundle(changed)).is_err());
        assert_eq!(branch.member.rows(Table::Records), before);
    }
}

#[test]
fn a_bundle_repeated_or_in_another_order_changes_nothing_more() {
    let (branch, bundle) = news();
    block_on(async {
        let mut turned = bundle.clone();
        turned.items.reverse();
        turned.items.extend(bundle.items.clone());
        assert_eq!(branch.book.import_bundle(turned).await.unwrap().facts, 1);
        let rows = Table::ALL.map(|table| branch.member.rows(table));
        assert_eq!(branch.book.import_bundle(bundle).await.unwrap().facts, 0);
        assert_eq!(Table::ALL.map(|table| branch.member.rows(table)), rows);
        assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());

        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        let mail = branch.book.export_bundle(&[]).await.unwrap().bundle;
        assert_eq!(branch.desk.import_bundle(mail.clone()).await.unwrap().mails, 1);
        assert_eq!(branch.desk.import_bundle(mail.clone()).await.unwrap().mails, 0);
        assert_eq!(branch.book.import_bundle(mail).await.unwrap().mails, 0, "mail is for the secretary");
    });
}

#[test]
fn an_older_bundle_gives_nothing_and_says_so() {
    let (branch, old) = news();
    block_on(async {
        branch.desk.announce(notice(branch.desk.new_thing(), Vec::new())).await.unwrap();
        branch.hand_over().await.unwrap();
        let arrival = branch.book.import_bundle(old).await.unwrap();
        assert!(arrival.outdated && arrival.facts == 0);
        assert_eq!(branch.book.memory().fold().meetings().count(), 3);
    });
}

#[test]
fn a_bundle_without_a_pack_that_its_head_names_is_refused() {
    let (branch, mut bundle) = news();
    bundle.items.retain(|item| !matches!(item, Item::Pack(_)));
    assert!(block_on(branch.book.import_bundle(bundle)).is_err());
    assert_eq!(branch.book.memory().fold().meetings().count(), 1);
}

#[test]
fn a_bundle_of_another_branch_or_a_later_version_says_so() {
    let (branch, bundle) = news();
    let phone = Phone::new(30, &branch.host);
    block_on(async {
        let foreign = Handbook::found(phone.ports(), founding(None)).await.unwrap().handbook;
        let theirs = foreign.export_bundle(&[]).await.unwrap().bundle;
        assert_eq!(branch.book.import_bundle(theirs.clone()).await, Err(Fault::OtherBranch));
        let disguised = Bundle { org: bundle.org, ..theirs };
        assert!(branch.book.import_bundle(disguised).await.is_err());
    });
    let later = bundle.to_text().replacen("trao đổi 1", "trao đổi 2", 1);
    assert_eq!(Bundle::from_text(&later), Err(BundleFault::NewerVersion));
}

#[test]
fn mail_that_was_handed_over_by_file_and_by_network_is_received_once() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        let bundle = branch.book.export_bundle(&[]).await.unwrap().bundle;
        branch.book.flush(true).await.unwrap();
        assert_eq!(branch.desk.import_bundle(bundle).await.unwrap().mails, 1);
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 0);
        branch.book.travel().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn a_bundle_that_nobody_took_leaves_everything_as_it_was() {
    let branch = Branch::without_host();
    let document = block_on(async {
        branch.hand_over().await.unwrap();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        let guidance = NewDocument { bytes: b"13".to_vec(), ..document("13-HD/ĐU") };
        let id = branch.desk.publish_document(guidance, None).await.unwrap();
        let document = branch.desk.memory().fold().document(id).cloned().unwrap();
        let (mail, news) = (branch.book.export_bundle(&[]), branch.desk.export_bundle(&[]));
        let (mail, news) = (mail.await.unwrap(), news.await.unwrap());
        // The member closes the share sheet, the secretary's card is full.
        assert_eq!(branch.stages().iter().filter(|stage| **stage == Stage::Waiting).count(), 1);
        assert!(branch.desk.memory().unpublished());
        assert_eq!(branch.desk.forget_document(&document).await, Err(Fault::OnlyCopy), "the only copy");

        // The same files, taken this time.
        branch.book.note_bundle_out(&mail).await.unwrap();
        branch.desk.note_bundle_out(&news).await.unwrap();
        assert!(!branch.stages().contains(&Stage::Waiting));
        assert_eq!(branch.book.memory().waiting(), 1, "a saved file may never reach the secretary");
        assert!(!branch.desk.memory().unpublished());
        branch.desk.forget_document(&document).await.unwrap();
        branch.book.import_bundle(news.bundle).await.unwrap();
        branch.desk.import_bundle(mail.bundle).await.unwrap();
        assert_eq!(
            branch.desk.memory().fold().reply(branch.meeting, branch.an).unwrap().answer,
            Answer::Attend
        );
        document
    });
    assert!(
        block_on(branch.book.file_bytes(document.file)).unwrap().is_some(),
        "no paper of a meeting, and it came"
    );
}

#[test]
fn a_share_with_a_host_says_nothing_of_the_host() {
    let branch = Branch::with_host();
    block_on(async {
        branch.exchange().await.unwrap();
        branch.desk.announce(notice(branch.desk.new_thing(), Vec::new())).await.unwrap();
        let out = branch.desk.export_bundle(&[]).await.unwrap();
        branch.desk.note_bundle_out(&out).await.unwrap();
        assert!(branch.desk.memory().unpublished(), "the host still lacks it");
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 2);
    });
}

#[test]
fn mail_that_was_saved_to_a_file_still_goes_out_with_the_next_network() {
    let branch = Branch::with_host();
    block_on(async {
        branch.exchange().await.unwrap();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        let out = branch.book.export_bundle(&[]).await.unwrap();
        branch.book.note_bundle_out(&out).await.unwrap();
        assert_eq!(branch.book.memory().waiting(), 1);
        assert!(branch.stages().contains(&Stage::Copied));
        // The card stays in a pocket.
        assert_eq!(branch.book.flush(false).await, Ok(1));
        assert_eq!(branch.book.memory().waiting(), 0);
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 1);
    });
}
