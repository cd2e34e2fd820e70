//! What a branch does in a month, on two phones.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::{Answer, Means, Reason, State};
use so_tay::domain::check_in::{Proof, SpokenCode};
use so_tay::domain::comment::{Boxes, Visibility};
use so_tay::domain::document::Media;
use so_tay::domain::id::{ThingId, hex};
use so_tay::domain::self_criticism::{Answer as ReviewAnswer, Level, Personal};
use so_tay::domain::task::Task;
use so_tay::domain::words::{Line, Prose};
use so_tay::exchange::outbox::Stage;
use so_tay::exchange::subject::Subject;
use so_tay::ports::Table;
use so_tay::ports::memory::HostMood;
use so_tay::record::check_in_code::{code_bytes, read_code};
use so_tay::record::digest::comparison_digits;
use so_tay::record::{Body, Kind};
use so_tay::sync::{Discarded, Fault, Handbook, NewDocument, Role};

/// The member says everything there is to say.
async fn say_everything(branch: &Branch, other: ThingId) {
    let (book, meeting) = (&branch.book, branch.meeting);
    book.reply(meeting, Answer::Attend).await.unwrap();
    book.reply(other, absence()).await.unwrap();
    book.comment(meeting, boxes("cho cả chi bộ"), Visibility::Branch, "c").await.unwrap();
    book.comment(other, boxes("chỉ bí thư"), Visibility::Secretary, "c").await.unwrap();
    book.comment(meeting, boxes("không ghi tên"), Visibility::Anonymous, "c").await.unwrap();
    book.share_answer(meeting, review().remove(0)).await.unwrap();
    let turn = branch.desk.open_code(meeting).await.unwrap();
    let (scanned, proof) = read_code(&code_bytes(meeting, &turn)).unwrap();
    book.check_in(scanned, proof).await.unwrap();
}

async fn the_secretary_has_it_all_once(branch: &Branch, other: ThingId) {
    let desk = branch.secretary.open();
    for meeting in [branch.meeting, other] {
        desk.load_meeting(meeting).await.unwrap();
    }
    let memory = desk.memory();
    let fold = memory.fold();
    assert_eq!(fold.reply(branch.meeting, branch.an).unwrap().answer, Answer::Attend);
    assert_eq!(fold.reply(other, branch.an).unwrap().answer, absence());
    let mut comments: Vec<_> = fold
        .comments(branch.meeting)
        .chain(fold.comments(other))
        .map(|(member, comment, _)| (member, comment.visibility, comment.boxes.solutions.to_string()))
        .collect();
    comments.sort_by_key(|(_, visibility, _)| *visibility);
    assert_eq!(
        comments,
        [
            (Some(branch.an), Visibility::Branch, "cho cả chi bộ".to_owned()),
            (Some(branch.an), Visibility::Secretary, "chỉ bí thư".to_owned()),
            (None, Visibility::Anonymous, "không ghi tên".to_owned()),
        ]
    );
    let reviews: Vec<_> = fold.reviews(branch.meeting).collect();
    assert_eq!(reviews.len(), 1);
    assert_eq!(reviews[0].1.answers, review());
    assert_eq!(fold.check_ins(branch.meeting).count(), 1);
    let entry = *memory.roll_call(branch.meeting).entry(branch.an).unwrap();
    assert_eq!((entry.state, entry.means, entry.at), (State::Present, Means::Code, Some(NOW)));
    assert!(memory.unproven_check_ins(branch.meeting).is_empty());
}

#[test]
fn a_month_of_a_branch_with_a_host() {
    let branch = Branch::with_host();
    block_on(async {
        let other = branch.desk.new_thing();
        branch.desk.announce(notice(other, Vec::new())).await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().role(), Role::Member);
        assert_eq!(branch.book.memory().me(), Some(branch.an));
        assert_eq!(branch.book.memory().fold().meetings().count(), 2);

        assert_eq!(branch.read_document(), None);
        let document = branch.book.memory().fold().document(branch.document).cloned().unwrap();
        branch.book.save_document(&document).await.unwrap();
        assert_eq!(branch.read_document().as_deref(), Some(DOCUMENT));

        say_everything(&branch, other).await;
        assert_eq!(branch.stages().iter().filter(|stage| **stage == Stage::Waiting).count(), 7);
        let travel = branch.book.travel().await.unwrap();
        assert_eq!(travel.sent, 7);
        assert_eq!(branch.stages().iter().filter(|stage| **stage == Stage::Sent).count(), 7);
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 7);
        assert_eq!(branch.desk.travel().await.unwrap().arrival.mails, 0);
        the_secretary_has_it_all_once(&branch, other).await;

        let travel = branch.book.travel().await.unwrap();
        assert_eq!(travel.arrival.confirmed, 7);
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        assert!(!branch.host.files().keys().any(|name| name.contains("/drop/")), "the drop-box is cleared");

        branch.desk.put_task(branch.meeting, 0, task(&branch)).await.unwrap();
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        branch.exchange().await.unwrap();
        let memory = branch.book.memory();
        let minutes = memory.fold().minutes(branch.meeting).unwrap();
        assert!(minutes.roll_call.present(branch.an));
        assert_eq!(minutes.tasks, [task(&branch)]);
    });
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
}

fn task(branch: &Branch) -> Task {
    Task {
        id: ThingId([9; 16]),
        what: line("Dọn đường làng"),
        who: vec![branch.an],
        deadline: None,
        report_on: None,
    }
}

#[test]
fn a_month_of_a_branch_without_any_host() {
    let branch = Branch::without_host();
    block_on(async {
        let other = branch.desk.new_thing();
        branch.desk.announce(notice(other, Vec::new())).await.unwrap();
        branch.hand_over().await.unwrap();
        assert_eq!(branch.book.memory().role(), Role::Member);
        assert_eq!(branch.read_document().as_deref(), Some(DOCUMENT));

        say_everything(&branch, other).await;
        branch.hand_over().await.unwrap();
        the_secretary_has_it_all_once(&branch, other).await;
        branch.hand_over().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        branch.hand_over().await.unwrap();
        assert!(branch.book.memory().fold().minutes(branch.meeting).unwrap().roll_call.present(branch.an));
    });
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
    assert_eq!(branch.host.requests(), 0);
}

#[test]
fn a_newcomer_shows_the_digits_that_the_secretary_compares() {
    let branch = Branch::with_host();
    let (secretary, phone) = (&branch.desk, Phone::new(3, &branch.host));
    block_on(async {
        let cuc = secretary.new_member();
        secretary.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let invitation = secretary.invite(cuc).await.unwrap();
        secretary.travel().await.unwrap();
        let link = format!("https://so-tay.example/moi#{}", invitation.to_fragment());
        let invitation = so_tay::exchange::invitation::Invitation::parse(&link).unwrap();
        let book = Handbook::join(phone.ports(), invitation).await.unwrap();
        assert_eq!(book.memory().role(), Role::Newcomer);
        assert!(book.reply(branch.meeting, Answer::Attend).await.is_err());
        book.travel().await.unwrap();
        assert_eq!(book.memory().fold().charter().unwrap().name, line("Chi bộ thôn Đồng Sen"));
        secretary.travel().await.unwrap();
        let newcomers = secretary.newcomers().await.unwrap();
        let [newcomer] = newcomers.as_slice() else { panic!("{newcomers:?}") };
        assert_eq!(newcomer.invited, Some(cuc));
        let (org, keys) = (book.memory().identity().org(), book.memory().identity().device().keys());
        assert_eq!(newcomer.digits, comparison_digits(org, &keys));
        let scanned = secretary.scan_request(&book.join_request(None)).unwrap();
        assert_eq!(scanned.digits, newcomer.digits);
        secretary.admit(&newcomer.join, cuc).await.unwrap();
        assert!(secretary.newcomers().await.unwrap().is_empty());
        secretary.travel().await.unwrap();
        book.travel().await.unwrap();
        assert_eq!(book.memory().me(), Some(cuc));
    });
}

#[test]
fn a_spoken_code_a_card_and_an_answer_on_the_screen_count_too() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        desk.open_code(meeting).await.unwrap();
        let turn = desk.next_turn(meeting).await.unwrap();
        let answer = book.check_in(meeting, Proof::Spoken(turn.spoken)).await.unwrap();
        assert_eq!(desk.take_scanned(meeting, &answer.bytes).await.unwrap(), branch.an);
        let roll_call = desk.memory().roll_call(meeting);
        assert_eq!(roll_call.entry(branch.an).unwrap().means, Means::Code);
        // The same answer comes again by the network.
        branch.exchange().await.unwrap();
        assert_eq!(desk.memory().fold().check_ins(meeting).count(), 1);
        assert_eq!(desk.memory().roll_call(meeting), roll_call);

        let other = desk.new_thing();
        desk.announce(notice(other, Vec::new())).await.unwrap();
        let stray = book.card(meeting).unwrap();
        assert_eq!(desk.take_scanned(other, &stray).await, Err(Fault::OtherMeeting));
        assert_eq!(desk.memory().roll_call(other).entry(branch.an), None);
        let card = book.card(other).unwrap();
        assert_eq!(desk.take_scanned(other, &card).await.unwrap(), branch.an);
        let entry = *desk.memory().roll_call(other).entry(branch.an).unwrap();
        assert_eq!((entry.state, entry.means, entry.at), (State::Present, Means::Card, Some(NOW)));
        let desk = branch.secretary.open();
        desk.load_meeting(other).await.unwrap();
        assert_eq!(desk.memory().roll_call(other).entry(branch.an), Some(&entry));
    });
}

#[test]
fn a_code_that_was_never_shown_is_kept_but_not_counted() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        desk.open_code(meeting).await.unwrap();
        book.check_in(meeting, Proof::Code { counter: 0, tag: [1; 8] }).await.unwrap();
        branch.exchange().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().unproven_check_ins(meeting), [branch.an]);
        assert_eq!(desk.memory().roll_call(meeting).entry(branch.an), None);
    });
}

/// How far the own check-ins are, and whether their code was never shown.
fn check_ins(book: &Handbook) -> Vec<(Stage, bool)> {
    let memory = book.memory();
    let parcels = memory.outbox().into_iter().filter(|parcel| parcel.kind == Kind::CheckIn);
    parcels.map(|parcel| (parcel.stage, parcel.unproven)).collect()
}

#[test]
fn whoever_mistypes_the_code_is_told_and_is_counted_when_he_tries_again() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        let shown = desk.open_code(meeting).await.unwrap();
        // One wrong letter does not leave the keypad; another whole code does.
        let mut slip = shown.spoken.as_str().to_owned();
        slip.replace_range(0..1, if slip.starts_with('3') { "4" } else { "3" });
        assert_eq!(SpokenCode::parse(&slip), None);
        let other = SpokenCode::from_number(1);
        book.check_in(meeting, Proof::Spoken(other)).await.unwrap();
        // Two hours later, with the app opened anew in between.
        book.travel().await.unwrap();
        let desk = branch.secretary.open();
        desk.travel().await.unwrap();
        book.travel().await.unwrap();
        assert_eq!(check_ins(book), [(Stage::Received, true)]);

        branch.member.clock.set(NOW.plus_milliseconds(MINUTE));
        book.check_in(meeting, Proof::Spoken(shown.spoken)).await.unwrap();
        book.travel().await.unwrap();
        desk.travel().await.unwrap();
        book.travel().await.unwrap();
        assert_eq!(check_ins(book), [(Stage::Received, true), (Stage::Received, false)]);
        desk.publish_minutes(meeting).await.unwrap();
        desk.travel().await.unwrap();
        book.travel().await.unwrap();
        assert!(book.memory().fold().minutes(meeting).unwrap().roll_call.present(branch.an));
    });
}

#[test]
fn a_device_of_the_secretary_that_has_shown_no_code_does_not_call_one_wrong() {
    let branch = Branch::with_host();
    block_on(async {
        let turn = branch.desk.open_code(branch.meeting).await.unwrap();
        let laptop = Phone::new(4, &branch.host);
        let pass = branch.desk.memory().identity().pass();
        let other = Handbook::restore(laptop.ports(), pass).await.unwrap();
        other.travel().await.unwrap();
        branch.book.check_in(branch.meeting, Proof::Spoken(turn.spoken)).await.unwrap();
        branch.book.travel().await.unwrap();
        other.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        assert_eq!(check_ins(&branch.book), [(Stage::Received, false)]);
    });
}

#[test]
fn only_a_comment_for_the_branch_reaches_another_member() {
    let branch = Branch::with_host();
    let phone = Phone::new(3, &branch.host);
    block_on(async {
        let other = branch.desk.new_thing();
        branch.desk.announce(notice(other, Vec::new())).await.unwrap();
        branch.exchange().await.unwrap();
        say_everything(&branch, other).await;
        branch.exchange().await.unwrap();
        let cuc = branch.desk.new_member();
        branch.desk.enter_member(member(cuc, "Lê Thị Cúc")).await.unwrap();
        let book = join(&phone, &branch.desk.invite(cuc).await.unwrap()).unwrap();
        branch.desk.travel().await.unwrap();
        book.travel().await.unwrap();
        book.load(Kind::Comment).await.unwrap();
        let memory = book.memory();
        let seen = |meeting| memory.fold().comments(meeting).map(|(member, ..)| member).collect::<Vec<_>>();
        assert_eq!(seen(branch.meeting), [Some(branch.an)]);
        assert_eq!(seen(other), []);
        for kind in [Kind::Reply, Kind::CheckIn, Kind::Review, Kind::Join] {
            assert!(!phone.rows(Table::Records).iter().any(|(key, _)| key[0] == kind as u8));
        }
    });
}

#[test]
fn an_anonymous_comment_carries_neither_key_nor_time_nor_member() {
    let branch = Branch::with_host();
    block_on(async {
        branch.member.clock.set(NOW.plus_milliseconds(123_456));
        let comment = branch.book.comment(branch.meeting, boxes("kín"), Visibility::Anonymous, "c");
        let sent = comment.await.unwrap();
        let keys = branch.book.memory().identity().device().keys();
        let secrets: [&[u8]; 4] = [
            &branch.an.0,
            &branch.book.memory().identity().device().id().0,
            &keys.signing.0,
            &keys.sealing.0,
        ];
        for secret in secrets {
            assert!(!sent.bytes.windows(secret.len()).any(|part| part == secret), "{}", hex(secret));
        }
        branch.exchange().await.unwrap();
        branch.desk.load_meeting(branch.meeting).await.unwrap();
        let memory = branch.desk.memory();
        let comments: Vec<_> = memory.fold().comments(branch.meeting).collect();
        let [(None, _, record)] = comments.as_slice() else { panic!("{comments:?}") };
        assert_eq!((record.header().at.0, record.member()), (0, None));
        assert!(
            matches!(record.body(), Body::Comment(comment) if comment.visibility == Visibility::Anonymous)
        );
    });
    // Nor does the author's own phone keep it as a fact.
    assert!(!branch.member.rows(Table::Records).iter().any(|(key, _)| key[0] == Kind::Comment as u8));
}

#[test]
fn a_comment_that_was_said_again_or_taken_back_is_shown_once_or_not_at_all() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        book.comment(meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        book.comment(meeting, boxes("hai"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        let shown = |desk: &Handbook| -> Vec<String> {
            let memory = desk.memory();
            memory
                .fold()
                .comments(meeting)
                .map(|(_, comment, _)| comment.boxes.solutions.to_string())
                .collect()
        };
        assert_eq!(shown(desk), ["hai"]);
        book.share_answer(meeting, review().remove(0)).await.unwrap();
        book.withdraw_answer(meeting, &review()[0].as_ref().prompt).await.unwrap();
        branch.exchange().await.unwrap();
        let desk = branch.secretary.open();
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(shown(&desk), ["hai"]);
        assert_eq!(desk.memory().fold().reviews(meeting).count(), 0);
    });
}

#[test]
fn an_anonymous_comment_that_waits_is_not_overtaken_by_a_signed_one() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        book.comment(meeting, boxes("kín"), Visibility::Anonymous, "c").await.unwrap();
        book.comment(meeting, boxes("ký tên"), Visibility::Branch, "c").await.unwrap();
        book.comment(meeting, boxes("ký tên lần hai"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().fold().comments(meeting).count(), 2);
    });
}

#[test]
fn the_secretary_speaks_as_a_member_too() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        desk.comment(meeting, boxes("tôi tán thành"), Visibility::Branch, "c").await.unwrap();
        desk.comment(meeting, boxes("không tên"), Visibility::Anonymous, "c").await.unwrap();
        desk.reply(meeting, Answer::Attend).await.unwrap();
        assert!(desk.memory().outbox().is_empty(), "nothing waits for a reader who is here");
        branch.exchange().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().fold().comments(meeting).count(), 2);
        book.load(Kind::Comment).await.unwrap();
        assert_eq!(book.memory().fold().comments(meeting).count(), 1);
    });
}

#[test]
fn words_said_again_twice_without_a_network_replace_the_ones_that_were_sent() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    block_on(async {
        book.comment(meeting, boxes("một"), Visibility::Secretary, "c").await.unwrap();
        branch.exchange().await.unwrap();
        // Offline, and with a clock that has gone back: the latest time is on the first words.
        for (words, minutes) in [("hai", -1), ("ba", -2)] {
            branch.member.clock.set(NOW.plus_milliseconds(minutes * MINUTE));
            book.comment(meeting, boxes(words), Visibility::Secretary, "c").await.unwrap();
        }
        let before = branch.stages().iter().filter(|stage| **stage == Stage::Waiting).count();
        assert_eq!(before, 1, "the words in between stay here");
        branch.exchange().await.unwrap();
        for handbook in [desk, book] {
            handbook.load_meeting(meeting).await.unwrap();
            let memory = handbook.memory();
            let said = memory.fold().comment(meeting, branch.an).unwrap();
            assert_eq!(said.boxes.solutions.to_string(), "ba");
            let subject = Subject::of_member(Kind::Comment, meeting, branch.an);
            assert_eq!(memory.fold().versions(&subject).unwrap().all().count(), 2);
        }
    });
}

#[test]
fn words_that_never_left_the_phone_are_unsaid_when_they_are_dropped() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    let said = |book: &Handbook| {
        let memory = book.memory();
        memory.fold().comment(meeting, branch.an).map(|comment| comment.boxes.solutions.to_string())
    };
    block_on(async {
        branch.book.comment(meeting, boxes("một"), Visibility::Secretary, "c").await.unwrap();
        branch.exchange().await.unwrap();
        let second = branch.book.comment(meeting, boxes("hai"), Visibility::Secretary, "c").await.unwrap();
        // On a start that has not read the comments yet.
        let book = branch.member.open();
        assert_eq!(book.discard(second.id).await, Ok(Discarded::Unsaid));
        assert_eq!(said(&book).as_deref(), Some("một"));
        let book = branch.member.open();
        book.load_meeting(meeting).await.unwrap();
        assert_eq!(said(&book).as_deref(), Some("một"));
        book.travel().await.unwrap();
        desk.travel().await.unwrap();
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(said(desk).as_deref(), Some("một"));

        // What was on its way, even in vain, may have arrived.
        let third = book.comment(meeting, boxes("ba"), Visibility::Secretary, "c").await.unwrap();
        branch.host.turn(HostMood::Down);
        assert!(book.flush(true).await.is_err());
        assert_eq!(book.discard(third.id).await, Ok(Discarded::MayHaveArrived));
        assert_eq!(said(&book).as_deref(), Some("ba"));
    });
}

#[test]
fn the_largest_words_of_every_kind_are_sent_and_larger_ones_are_told_to_be_too_long() {
    let branch = Branch::with_host();
    let (desk, book, meeting) = (&branch.desk, &branch.book, branch.meeting);
    // Nothing in UTF-8 is longer than such letters.
    let (page, line) = (prose(&"😀".repeat(Prose::CHARS_MAX)), line(&"😀".repeat(Line::CHARS_MAX)));
    let full = || Boxes { current_state: page.clone(), causes: page.clone(), solutions: page.clone() };
    let answer = |number: u32| {
        let prompt = Line::parse(&format!("{}{number}", "😀".repeat(Line::CHARS_MAX - 1))).unwrap();
        Personal::new(ReviewAnswer { prompt, level: Some(Level::Partly), note: page.clone() }).share()
    };
    block_on(async {
        book.ask_to_join(Some(line.clone())).await.unwrap();
        book.reply(meeting, Answer::Absent(Reason::Other, page.clone())).await.unwrap();
        for visibility in [Visibility::Branch, Visibility::Anonymous] {
            book.comment(meeting, full(), visibility, "c").await.unwrap();
        }
        for handbook in [book, desk] {
            for number in 0..3 {
                handbook.share_answer(meeting, answer(number)).await.unwrap();
            }
            assert_eq!(handbook.share_answer(meeting, answer(3)).await, Err(Fault::TooLong));
        }
        branch.exchange().await.unwrap();
        assert!(branch.stages().iter().all(|stage| *stage == Stage::Received));
        desk.load_meeting(meeting).await.unwrap();
        assert_eq!(desk.memory().fold().comments(meeting).count(), 2);
    });
}

#[test]
fn two_letters_of_one_commit_are_sealed_with_keys_of_their_own() {
    let branch = Branch::with_host();
    let (book, meeting) = (&branch.book, branch.meeting);
    block_on(async {
        book.comment(meeting, boxes("một"), Visibility::Branch, "c").await.unwrap();
        branch.exchange().await.unwrap();
        // Narrowing takes back and says anew.
        book.comment(meeting, boxes("hai"), Visibility::Secretary, "c").await.unwrap();
        let memory = book.memory();
        let waiting = memory.outbox().into_iter().filter(|parcel| parcel.stage == Stage::Waiting);
        // What grows from the key of a letter stands behind version and count.
        let keys: Vec<&[u8]> = waiting.map(|parcel| &parcel.sealed[2..34]).collect();
        assert_eq!(keys.len(), 2);
        assert_ne!(keys[0], keys[1]);
    });
}

#[test]
fn only_the_last_of_several_words_that_still_wait_is_sent() {
    let branch = Branch::with_host();
    let (book, meeting) = (&branch.book, branch.meeting);
    block_on(async {
        let before = branch.stages().len();
        book.reply(meeting, Answer::Attend).await.unwrap();
        let last = book.reply(meeting, absence()).await.unwrap();
        let first = book.check_in(meeting, Proof::Card).await.unwrap();
        let second = book.check_in(meeting, Proof::Card).await.unwrap();
        assert_eq!(branch.stages().len(), before + if first.id == second.id { 2 } else { 3 });
        assert_eq!(book.travel().await.unwrap().sent, branch.stages().len() - before);
        // Once it may be on its way, nothing is taken back silently.
        book.reply(meeting, Answer::Attend).await.unwrap();
        let memory = book.memory();
        assert!(memory.outbox().iter().any(|parcel| parcel.record == last.id && parcel.stage == Stage::Sent));
    });
}

#[test]
fn a_glance_fetches_and_tells_what_it_leaves_to_the_other_program() {
    let branch = Branch::with_host();
    block_on(async {
        assert!(branch.desk.glance().await.unwrap().errands, "a secretary collects and publishes");
        branch.book.travel().await.unwrap();
        assert!(!branch.book.glance().await.unwrap().errands, "nothing to say");
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert!(branch.book.glance().await.unwrap().errands, "a reply waits");
        assert_eq!(branch.book.memory().waiting(), 1, "a glance sends nothing");
        branch.book.travel().await.unwrap();
        assert!(!branch.book.glance().await.unwrap().errands, "it is on its way");
    });
}

#[test]
fn a_word_file_comes_with_words_that_every_phone_can_read() {
    let branch = Branch::with_host();
    block_on(async {
        let reading = Some("# Kế hoạch\n\nDọn mương.\n".to_owned());
        let bytes = b"PK of a word file".to_vec();
        let new = NewDocument { media: Media::Word, bytes, reading, ..document("7-KH/CB") };
        let id = branch.desk.publish_document(new, None).await.unwrap();
        branch.exchange().await.unwrap();
        let document = branch.book.memory().fold().document(id).cloned().unwrap();
        let text = document.text().unwrap();
        assert_eq!((document.file.media, text.media), (Media::Word, Media::Markdown));
        branch.book.save_file(text).await.unwrap();
        assert_eq!(
            branch.book.file_bytes(text).await.unwrap().as_deref(),
            Some("# Kế hoạch\n\nDọn mương.\n".as_bytes())
        );
        assert_eq!(branch.book.file_bytes(document.file).await.unwrap(), None, "the words came alone");
        branch.book.save_document(&document).await.unwrap();
        assert_eq!(
            branch.book.file_bytes(document.file).await.unwrap().as_deref(),
            Some(&b"PK of a word file"[..])
        );
        branch.book.forget_document(&document).await.unwrap();
        assert_eq!(branch.book.file_bytes(text).await.unwrap(), None);
    });
    assert_eq!(branch.secretary.public_rows(), branch.member.public_rows());
}
