//! Somebody who holds the link, the content key or a member's phone, and wants more; and a host that is not honest.

use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::{Answer, Reply};
use so_tay::domain::check_in::{CheckIn, Proof, SpokenCode};
use so_tay::domain::comment::{Boxes, Comment, Visibility};
use so_tay::domain::id::{BlobId, OrgId, ThingId};
use so_tay::domain::member::Roster;
use so_tay::domain::org::Charter;
use so_tay::exchange::feed::{blob_url, drop_url, head_url};
use so_tay::exchange::outbox::Stage;
use so_tay::exchange::pack::seal_pack;
use so_tay::ports::Table;
use so_tay::record::body::{Head, PackRef, Receipt};
use so_tay::record::digest::{blob_id, record_id};
use so_tay::record::kind::Retractable;
use so_tay::record::sealed_mail::seal_mail;
use so_tay::record::shared_seal::{ContentKey, Purpose, open_shared, seal_shared};
use so_tay::record::{Body, DeviceSecret, Draft, Flaw, Kind, Seed};
use so_tay::sync::{Fault, Handbook, Mailbox, VERSIONS_MAX};

impl Branch {
    pub fn org(&self) -> OrgId {
        self.desk.memory().identity().org()
    }

    pub fn content(&self) -> ContentKey {
        self.desk.memory().identity().content().clone()
    }

    pub fn charter(&self) -> Charter {
        self.desk.memory().fold().charter().unwrap().clone()
    }

    pub fn members_device(&self) -> DeviceSecret {
        self.book.memory().identity().device().clone()
    }

    pub fn draft(&self, about: ThingId, body: Body) -> Draft {
        Draft { org: self.org(), at: NOW, about, replaces: Vec::new(), body }
    }

    /// A charter in place of the one in force.
    pub fn charter_after(&self, charter: Charter) -> Draft {
        let replaces = self.desk.memory().fold().charters().map(|(id, _)| id).collect();
        Draft { replaces, ..self.draft(ThingId::BRANCH, Body::Charter(charter)) }
    }

    pub fn head_bytes(&self) -> Vec<u8> {
        self.host.files()[&head_url(&hosting().hosting)].clone()
    }

    pub fn seal(&self, letter: &[u8], seed: u8) -> (BlobId, Vec<u8>) {
        let charter = self.charter();
        let mail = seal_mail(&[charter.secretaries[0].sealing], letter, &Seed([seed; 32])).unwrap();
        (blob_id(&mail), mail)
    }

    /// Puts a letter into the drop-box as anybody can who has the link.
    pub fn drop(&self, letter: &[u8], seed: u8) -> BlobId {
        let (name, mail) = self.seal(letter, seed);
        self.host.files().insert(drop_url(&hosting().hosting, name), mail);
        name
    }

    /// Puts a feed that `device` has signed in place of the true one.
    pub fn serve(&self, device: &DeviceSecret, seq: u64, records: &[Vec<u8>]) {
        let pack = seal_pack(&self.content(), records.iter().map(Vec::as_slice));
        let blob = blob_id(&pack);
        let mut head = Head { seq, expires: NOW, ..Head::default() };
        head.packs.push(PackRef { month: 202_610, blob, bytes: u32::try_from(pack.len()).unwrap() });
        let head = self.draft(ThingId::BRANCH, Body::Head(head)).sign(device);
        let mut files = self.host.files();
        files.insert(blob_url(&hosting().hosting, blob), pack);
        files.insert(head_url(&hosting().hosting), seal_shared(&self.content(), Purpose::Head, &head));
    }

    pub fn facts_of_the_secretary(&self) -> Vec<Body> {
        let mut roster = self.desk.memory().fold().roster().unwrap().clone();
        roster.members.clear();
        let charter = self.charter();
        let stolen = Charter { secretaries: vec![self.members_device().keys()], ..charter };
        let meeting = self.desk.memory().fold().meeting(self.meeting).unwrap().clone();
        vec![
            Body::Charter(stolen),
            Body::Roster(roster),
            Body::Meeting(meeting),
            Body::Retract(Retractable::Document),
            Body::Head(Head { received: vec![Receipt([1; 16])], ..Head::default() }),
        ]
    }
}

#[test]
fn a_fact_of_the_secretary_signed_by_a_member_is_refused_by_mail() {
    let branch = Branch::with_host();
    let before = branch.secretary.public_rows();
    for (number, body) in branch.facts_of_the_secretary().into_iter().enumerate() {
        let about = if body.kind() == Kind::Roster { ThingId::BRANCH } else { branch.meeting };
        let letter = branch.draft(about, body).sign(&branch.members_device());
        let (name, mail) = branch.seal(&letter, u8::try_from(number).unwrap());
        assert_eq!(block_on(branch.desk.take_mail(name, &mail)), Ok(Some(Mailbox::Refused)), "{number}");
    }
    assert_eq!(branch.secretary.public_rows(), before);
    assert!(!branch.desk.memory().unpublished());
}

#[test]
fn a_fact_of_the_secretary_signed_by_a_member_is_refused_in_a_pack() {
    let branch = Branch::with_host();
    let before = branch.member.public_rows();
    let forged: Vec<Vec<u8>> = branch
        .facts_of_the_secretary()
        .into_iter()
        .map(|body| branch.draft(branch.meeting, body).sign(&branch.members_device()))
        .collect();
    let arrival = block_on(async {
        branch.serve(&branch.members_device(), LATER + 1, &forged);
        assert_eq!(branch.book.fetch().await, Err(Fault::Flaw(Flaw::NotAllowed)), "nor is such a head taken");
        let secretary = branch.desk.memory().identity().device().clone();
        branch.serve(&secretary, LATER + 1, &forged);
        branch.book.fetch().await.unwrap()
    });
    // The head inside the pack is passed over without a count.
    assert_eq!((arrival.facts, arrival.refused), (0, 4));
    assert_eq!(branch.member.public_rows(), before);
}

#[test]
fn a_strangers_record_waits_in_quarantine_until_the_roster_lists_the_key() {
    let branch = Branch::with_host();
    let stranger = DeviceSecret::grow(&Seed([77; 32]));
    let (desk, meeting) = (&branch.desk, branch.meeting);
    let reply = Body::Reply(Reply { meeting, answer: Answer::Attend });
    let name = branch.drop(&branch.draft(meeting, reply).sign(&stranger), 1);
    block_on(async {
        assert_eq!(desk.travel().await.unwrap().arrival.aside, 1);
        assert_eq!(desk.travel().await.unwrap().arrival.aside, 0, "it is counted once");
        let kept = desk.quarantine().await.unwrap();
        let [kept] = kept.as_slice() else { panic!("{kept:?}") };
        assert_eq!((kept.mail, kept.flaw), (name, Flaw::UnknownKey(stranger.id())));
        assert_eq!((kept.author, kept.kind), (Some(stranger.id()), Some(Kind::Reply)));
        assert!(branch.host.files().contains_key(&drop_url(&hosting().hosting, name)), "it is not cleared");

        let cuc = desk.new_member();
        desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let join = so_tay::record::body::Join {
            keys: stranger.keys(),
            invite: desk.invite(cuc).await.unwrap().invite,
            name: None,
        };
        desk.admit(&join, cuc).await.unwrap();
        assert!(desk.quarantine().await.unwrap().is_empty());
        desk.load_meeting(meeting).await.unwrap();
        assert!(desk.memory().fold().reply(meeting, cuc).is_some());
        desk.travel().await.unwrap();
        assert!(!branch.host.files().contains_key(&drop_url(&hosting().hosting, name)));
    });
}

#[test]
fn a_revoked_device_says_nothing_new_while_what_it_said_still_stands() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    let phone = Phone::new(3, &branch.host);
    block_on(async {
        book.comment(meeting, boxes("trước"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        let device = branch.members_device();
        desk.revoke(device.id()).await.unwrap();
        desk.travel().await.unwrap();
        let after = Body::Comment(Comment { meeting, boxes: boxes("sau"), visibility: Visibility::Branch });
        branch.drop(&branch.draft(meeting, after).sign(&device), 1);
        desk.travel().await.unwrap();
        book.travel().await.unwrap();
        let fault = book.reply(meeting, Answer::Attend).await.unwrap_err();
        assert_eq!(fault, Fault::Flaw(Flaw::RevokedKey(device.id())));

        // Whoever joins later still sees what was published before.
        let cuc = desk.new_member();
        desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let newcomer = join(&phone, &desk.invite(cuc).await.unwrap()).unwrap();
        desk.travel().await.unwrap();
        newcomer.travel().await.unwrap();
        for book in [desk, book, &newcomer] {
            book.load(Kind::Comment).await.unwrap();
            let memory = book.memory();
            let said: Vec<_> =
                memory.fold().comments(meeting).map(|(_, said, _)| said.boxes.clone()).collect();
            assert_eq!(said, [boxes("trước")]);
        }
    });
}

#[test]
fn records_of_another_branch_are_refused() {
    let branch = Branch::with_host();
    let reply = Body::Reply(Reply { meeting: branch.meeting, answer: Answer::Attend });
    let draft = Draft { org: OrgId([9; 16]), ..branch.draft(branch.meeting, reply) };
    let letter = draft.sign(&branch.members_device());
    let (name, mail) = branch.seal(&letter, 1);
    assert_eq!(block_on(branch.desk.take_mail(name, &mail)), Ok(Some(Mailbox::Refused)));
    let secretary = branch.desk.memory().identity().device().clone();
    let roster = Body::Roster(Roster::default());
    let foreign = Draft { org: OrgId([9; 16]), ..branch.draft(ThingId::BRANCH, roster) }.sign(&secretary);
    branch.serve(&secretary, LATER + 1, &[foreign]);
    let arrival = block_on(branch.book.fetch()).unwrap();
    assert_eq!((arrival.facts, branch.book.memory().fold().roster().unwrap().members.len()), (0, 2));
}

#[test]
fn a_founding_charter_with_other_keys_than_the_branch_commits_to_founds_nothing() {
    let branch = Branch::with_host();
    let impostor = DeviceSecret::grow(&Seed([66; 32]));
    let invitation = block_on(branch.desk.invite(branch.an)).unwrap();
    let charter = Charter { secretaries: vec![impostor.keys()], ..branch.charter() };
    let roster = Roster::default();
    let forged = [Body::Charter(charter), Body::Roster(roster)]
        .map(|body| branch.draft(ThingId::BRANCH, body).sign(&impostor));
    branch.serve(&impostor, 1, &forged);
    let phone = Phone::new(3, &branch.host);
    let book = join(&phone, &invitation).unwrap();
    let fault = block_on(book.travel()).unwrap_err();
    assert_eq!(fault, Fault::Flaw(Flaw::UnknownKey(impostor.id())));
    assert!(book.memory().fold().charter().is_none());
    assert!(phone.rows(Table::Records).is_empty());
}

#[test]
fn a_mail_replayed_changed_put_twice_or_under_another_name_counts_once() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let said = branch.book.comment(meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.book.travel().await.unwrap();
        let box_now = || -> Vec<(String, Vec<u8>)> {
            let files = branch.host.files();
            files
                .iter()
                .filter(|(name, _)| name.contains("/drop/"))
                .map(|(n, b)| (n.clone(), b.clone()))
                .collect()
        };
        let mails = box_now();
        let [(url, mail)] = mails.as_slice() else { panic!("{mails:?}") };
        let name = blob_id(mail);
        assert_eq!(desk.take_mail(BlobId([5; 32]), mail).await, Ok(None), "under a name that is not its own");
        branch.exchange().await.unwrap();
        assert!(box_now().is_empty());

        // In another month, on a phone that was started anew: the same mail, the same letter sealed anew, a change.
        branch.secretary.clock.set(NOW.plus_milliseconds(40 * DAY));
        let desk = branch.secretary.open();
        let shelf = branch.secretary.rows(Table::Shelf);
        branch.host.files().insert(url.clone(), mail.clone());
        let again = branch.drop(&said.bytes, 9);
        let mut changed = mail.clone();
        *changed.last_mut().unwrap() ^= 1;
        branch.host.files().insert(drop_url(&hosting().hosting, blob_id(&changed)), changed);
        branch.host.files().insert(drop_url(&hosting().hosting, BlobId([6; 32])), mail.clone());
        let arrival = desk.travel().await.unwrap().arrival;
        assert_eq!((arrival.mails, arrival.refused), (1, 1), "the resealed one and the broken one");
        assert_eq!(desk.take_mail(name, mail).await, Ok(None));
        assert_eq!(desk.take_mail(again, &branch.seal(&said.bytes, 9).1).await, Ok(None));
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().fold().comments(meeting).count(), 1);
        assert_eq!(branch.secretary.rows(Table::Shelf), shelf, "it stays on the shelf of its month alone");
        desk.travel().await.unwrap();
        assert!(!box_now().iter().any(|(other, _)| other == url));
    });
}

#[test]
fn a_mail_that_the_host_has_spoilt_makes_room_for_itself_when_it_is_sent_again() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.book.travel().await.unwrap();
        for (name, bytes) in branch.host.files().iter_mut() {
            if name.contains("/drop/") {
                bytes.truncate(40);
            }
        }
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 0);
        branch.book.travel().await.unwrap();
        assert!(branch.stages().contains(&Stage::Sent));

        branch.member.clock.set(NOW.plus_milliseconds(4 * DAY));
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        assert!(branch.desk.memory().fold().reply(branch.meeting, branch.an).is_some());
    });
}

#[test]
fn a_flood_in_the_drop_box_or_in_place_of_the_head_keeps_nothing_out() {
    let branch = Branch::with_host();
    block_on(async {
        let flood = vec![7; 1 << 20];
        let url = drop_url(&hosting().hosting, blob_id(&flood));
        branch.host.files().insert(url.clone(), flood.clone());
        branch.host.files().insert(head_url(&hosting().hosting), flood);
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert_eq!(branch.book.travel().await, Err(Fault::Flaw(Flaw::TooLarge)));
        branch.exchange().await.unwrap();
        assert!(!branch.host.files().contains_key(&url));
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn a_receipt_that_fell_off_the_list_is_given_again() {
    let branch = Branch::with_host();
    let (desk, book) = (&branch.desk, &branch.book);
    block_on(async {
        book.reply(branch.meeting, Answer::Attend).await.unwrap();
        book.travel().await.unwrap();
        desk.travel().await.unwrap();
        // The member stays away while a thousand other things are received.
        for number in 0..Head::RECEIVED_MAX {
            let words = boxes(&number.to_string());
            let said = Comment { meeting: branch.meeting, boxes: words, visibility: Visibility::Anonymous };
            let seed = Seed(so_tay::record::digest::sha256(&[&number.to_be_bytes()]));
            let draft = branch.draft(branch.meeting, Body::Comment(said));
            let letter = draft.sign_anonymously(&branch.content(), &seed);
            let mail = seal_mail(&[branch.charter().secretaries[0].sealing], &letter, &seed).unwrap();
            assert_eq!(desk.take_mail(blob_id(&mail), &mail).await, Ok(Some(Mailbox::Accepted)));
        }
        desk.travel().await.unwrap();
        book.travel().await.unwrap();
        assert!(branch.stages().contains(&Stage::Sent));
        branch.member.clock.set(NOW.plus_milliseconds(4 * DAY));
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn an_old_head_or_a_forked_one_gives_nothing_and_says_so() {
    let branch = Branch::with_host();
    let old = branch.head_bytes();
    block_on(async {
        branch.desk.announce(notice(ThingId([8; 16]), Vec::new())).await.unwrap();
        branch.exchange().await.unwrap();
        let mark = *branch.book.memory().head().unwrap();
        branch.host.files().insert(head_url(&hosting().hosting), old);
        assert!(branch.book.travel().await.unwrap().arrival.outdated);
        assert!(branch.desk.travel().await.unwrap().arrival.outdated);

        let secretary = branch.desk.memory().identity().device().clone();
        branch.serve(&secretary, mark.seq, &[]);
        let arrival = branch.book.travel().await.unwrap().arrival;
        assert!(arrival.outdated && arrival.facts == 0);
        assert_eq!(branch.book.memory().head(), Some(&mark));
        // What the secretary publishes next counts again.
        branch.desk.announce(notice(ThingId([9; 16]), Vec::new())).await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().fold().meetings().count(), 3);
    });
}

#[test]
fn an_old_head_of_a_predecessor_gives_nothing_either() {
    let branch = Branch::with_host();
    let old = branch.head_bytes();
    let successor = DeviceSecret::grow(&Seed([55; 32]));
    let paper = DeviceSecret::grow(&branch.recovery);
    block_on(async {
        let charter = Charter { secretaries: vec![successor.keys()], ..branch.charter() };
        let charter = branch.charter_after(charter).sign(&paper);
        branch.serve(&successor, 1, &[charter]);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (1, 0), "the paper key names a successor");
        branch.host.files().insert(head_url(&hosting().hosting), old);
        assert_eq!(branch.book.fetch().await.unwrap().facts, 0);
        assert_eq!(branch.book.memory().head().unwrap().by, successor.id());
    });
}

#[derive(Clone, Copy, Debug)]
enum Harm {
    Missing,
    Swapped,
    Cut,
}

#[rstest]
#[case(Harm::Missing, Fault::Missing)]
#[case(Harm::Swapped, Fault::Swapped)]
#[case(Harm::Cut, Fault::Swapped)]
fn a_pack_that_is_harmed_is_not_taken_while_what_waits_goes_out(#[case] harm: Harm, #[case] fault: Fault) {
    let branch = Branch::with_host();
    block_on(async {
        let other = ThingId([8; 16]);
        branch.desk.announce(notice(other, Vec::new())).await.unwrap();
        branch.desk.travel().await.unwrap();
        let head = open_shared(&branch.content(), Purpose::Head, &branch.head_bytes()).unwrap();
        let head = so_tay::record::Unverified::parse(&head).unwrap();
        let Body::Head(head) = head.claim().1.clone() else { panic!("no head") };
        let url = blob_url(&hosting().hosting, head.packs[0].blob);
        let whole = branch.host.files()[&url].clone();
        {
            let mut files = branch.host.files();
            match harm {
                Harm::Missing => drop(files.remove(&url)),
                Harm::Swapped => drop(files.insert(url.clone(), seal_pack(&branch.content(), []))),
                Harm::Cut => files.get_mut(&url).unwrap().truncate(40),
            }
        }
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert_eq!(branch.book.travel().await, Err(fault));
        assert!(branch.book.memory().fold().meeting(other).is_none());
        assert!(branch.stages().contains(&Stage::Sent), "the reply went out all the same");
        branch.host.files().insert(url, whole);
        branch.exchange().await.unwrap();
        assert!(branch.book.memory().fold().meeting(other).is_some());
    });
}

#[test]
fn whoever_tries_one_code_after_another_is_not_let_in() {
    let branch = Branch::with_host();
    let (desk, meeting, device) = (&branch.desk, branch.meeting, branch.members_device());
    let say = |spoken: SpokenCode, seed: usize| {
        let body = Body::CheckIn(CheckIn { meeting, proof: Proof::Spoken(spoken) });
        branch.seal(&branch.draft(meeting, body).sign(&device), u8::try_from(seed).unwrap())
    };
    block_on(async {
        let shown = desk.open_code(meeting).await.unwrap();
        for guess in 0..VERSIONS_MAX {
            let (name, mail) = say(SpokenCode::from_number(u64::try_from(guess).unwrap()), guess);
            assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Accepted)));
        }
        // Also on a phone that was started anew, where none of it has been read yet.
        let (name, mail) = say(shown.spoken, VERSIONS_MAX);
        let desk = branch.secretary.open();
        assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Refused)));
        desk.load_meeting(meeting).await.unwrap();
        assert!(desk.memory().roll_call(meeting).entry(branch.an).is_none());
        assert_eq!(desk.memory().fold().check_ins(meeting).count(), VERSIONS_MAX);
    });
}

#[test]
fn a_member_who_talks_without_end_does_not_keep_the_others_out() {
    let branch = Branch::with_host();
    let (desk, book, device) = (&branch.desk, &branch.book, branch.members_device());
    let words = "ộ".repeat(3_500);
    block_on(async {
        // More than one pack takes, about meetings that there are and that there are not.
        for number in 0..280_u16 {
            let about = ThingId(std::array::from_fn(|place| number.to_be_bytes()[place % 2]));
            let boxes =
                Boxes { current_state: prose(&words), causes: prose(&words), solutions: prose(&words) };
            let said = Comment { meeting: about, boxes, visibility: Visibility::Branch };
            let (name, mail) = branch.seal(&branch.draft(about, Body::Comment(said)).sign(&device), 1);
            assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Accepted)));
        }
        desk.announce(notice(ThingId([8; 16]), Vec::new())).await.unwrap();
        desk.travel().await.unwrap();
        book.fetch().await.unwrap();
        assert!(book.memory().fold().meeting(ThingId([8; 16])).is_some());

        // Nor another device of the secretary, which finds all of it published.
        let pass = desk.memory().identity().pass();
        let laptop = Phone::new(4, &branch.host);
        let other = Handbook::restore(laptop.ports(), pass).await.unwrap();
        other.travel().await.unwrap();
        assert!(!other.memory().unpublished());
        assert_eq!(laptop.rows(Table::Shelf), branch.secretary.rows(Table::Shelf));
    });
}

#[test]
fn a_document_that_the_host_has_swapped_is_not_kept() {
    let branch = Branch::with_host();
    block_on(async {
        branch.book.load(Kind::Document).await.unwrap();
        let document = branch.book.memory().fold().document(branch.document).cloned().unwrap();
        let other = seal_shared(&branch.content(), Purpose::Document, b"something else");
        branch.host.files().insert(blob_url(&hosting().hosting, document.file.blob), other);
        assert_eq!(branch.book.save_document(&document).await, Err(Fault::Swapped));
        assert_eq!(branch.read_document(), None);
    });
}

#[rstest]
#[case(b"".to_vec())]
#[case(b"<html>404</html>".to_vec())]
fn a_damaged_head_is_put_right_by_the_secretarys_next_one(#[case] rubbish: Vec<u8>) {
    let branch = Branch::with_host();
    block_on(async {
        branch.host.files().insert(head_url(&hosting().hosting), rubbish);
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert!(branch.book.travel().await.is_err());
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 1);
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
    });
}

#[test]
fn a_host_that_lost_everything_is_filled_again() {
    let branch = Branch::with_host();
    block_on(async {
        branch.host.files().clear();
        branch.desk.publish_again().await.unwrap();
        branch.exchange().await.unwrap();
        let phone = Phone::new(3, &branch.host);
        let book = join(&phone, &branch.desk.invite(branch.an).await.unwrap()).unwrap();
        book.travel().await.unwrap();
        book.load(Kind::Document).await.unwrap();
        let document = book.memory().fold().document(branch.document).cloned().unwrap();
        book.save_document(&document).await.unwrap();
        assert_eq!(book.file_bytes(document.file).await.unwrap().as_deref(), Some(DOCUMENT));
        assert_eq!(phone.public_rows(), branch.secretary.public_rows());
    });
}

#[test]
fn an_anonymous_comment_that_carries_a_time_is_refused() {
    let branch = Branch::with_host();
    let said = Comment { meeting: branch.meeting, boxes: boxes("kín"), visibility: Visibility::Anonymous };
    let draft = branch.draft(branch.meeting, Body::Comment(said.clone()));
    let bytes = draft.sign_anonymously(&branch.content(), &Seed([1; 32]));
    assert!(so_tay::record::Unverified::parse(&bytes).is_ok());
    // The time is the number after key 4 of the payload.
    let place = bytes.windows(2).position(|pair| pair == [0x04, 0x00]).unwrap();
    let mut timed = bytes.clone();
    timed[place + 1] = 0x17;
    assert_eq!(so_tay::record::Unverified::parse(&timed), Err(Flaw::BadValue));
    assert_ne!(record_id(&timed), record_id(&bytes));
    // Nor may a device sign a comment that says it is anonymous.
    let signed = branch.draft(branch.meeting, Body::Comment(said)).sign(&branch.members_device());
    let (name, mail) = branch.seal(&signed, 1);
    assert_eq!(block_on(branch.desk.take_mail(name, &mail)), Ok(Some(Mailbox::Refused)));
}

#[test]
fn a_card_and_a_request_of_another_branch_are_refused() {
    let branch = Branch::with_host();
    let phone = Phone::new(40, &branch.host);
    block_on(async {
        let foreign = Handbook::found(phone.ports(), founding(None)).await.unwrap().handbook;
        let card = foreign.check_in(branch.meeting, Proof::Card).await.unwrap();
        let refused = Err(Fault::Flaw(Flaw::OtherBranch));
        assert_eq!(branch.desk.take_scanned(branch.meeting, &card.bytes).await, refused);
        let request = foreign.join_request(None);
        assert_eq!(branch.desk.scan_request(&request), Err(Fault::Flaw(Flaw::OtherBranch)));
    });
}
