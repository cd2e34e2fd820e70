//! The same for what comes of a meeting: proceedings, locked papers, plans, reports, and minutes without measure.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::State;
use so_tay::domain::changes::Changes;
use so_tay::domain::entered::Entered;
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::domain::minutes::Minutes;
use so_tay::domain::posting::{Posting, PostingItem};
use so_tay::domain::proceedings::Proceedings;
use so_tay::domain::signed_paper::{Form, SignedPaper};
use so_tay::domain::task::{Outcome, Progress};
use so_tay::domain::theme_plan::ThemePlan;
use so_tay::ports::Table;
use so_tay::record::digest::record_id;
use so_tay::record::{Body, DeviceSecret, Draft, Flaw, Kind, Seed};
use so_tay::sync::{Fault, Mailbox};

/// Facts of the secretary that came with the meeting, as a member would forge them.
fn meeting_facts(branch: &Branch) -> Vec<(ThingId, Body)> {
    let notice = branch.desk.memory().fold().meeting(branch.meeting).unwrap().clone();
    let entered =
        Entered { proceedings: Proceedings::of(&notice), minutes: None, changes: Changes::default() };
    let paper = locked(1, branch.meeting, b"noi dung");
    let plan = ThemePlan::empty(2026);
    vec![
        (branch.meeting, Body::Proceedings(Box::new(entered))),
        (paper.id, Body::SignedPaper(paper)),
        (ThemePlan::about(2026), Body::ThemePlan(plan)),
        (branch.meeting, Body::Posting(Posting::new(branch.meeting, [(PostingItem::Report, NOW)]))),
    ]
}

fn locked(id: u8, meeting: ThingId, text: &[u8]) -> SignedPaper {
    SignedPaper {
        id: ThingId([id; 16]),
        meeting,
        form: Form::Minutes,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: None,
        text: text.to_vec(),
    }
}

#[test]
fn what_comes_of_a_meeting_and_is_signed_by_a_member_is_refused_by_mail_and_in_a_pack() {
    let branch = Branch::with_host();
    let (device, secretary) = (branch.members_device(), branch.founder());
    let forged: Vec<Vec<u8>> = meeting_facts(&branch)
        .into_iter()
        .map(|(about, body)| branch.draft(about, body).sign(&device))
        .collect();
    let before = [branch.secretary.rows(Table::Records), branch.member.rows(Table::Records)];
    block_on(async {
        for (seed, letter) in (0..).zip(&forged) {
            let (name, mail) = branch.seal(letter, seed);
            assert_eq!(branch.desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Refused)));
        }
        branch.serve(&secretary, LATER + 1, &forged);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 4));
    });
    assert_eq!([branch.secretary.rows(Table::Records), branch.member.rows(Table::Records)], before);
}

#[test]
fn proceedings_are_not_taken_from_the_feed_or_by_mail_even_of_the_secretary() {
    let branch = Branch::with_host();
    let secretary = branch.founder();
    let (about, body) = meeting_facts(&branch).remove(0);
    let letter = branch.draft(about, body).sign(&secretary);
    block_on(async {
        let (name, mail) = branch.seal(&letter, 1);
        assert_eq!(branch.desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Refused)));
        branch.serve(&secretary, LATER + 1, &[letter]);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 1));
    });
    let kept = branch.member.rows(Table::Records);
    assert!(kept.iter().all(|(key, _)| key[0] != Kind::Proceedings as u8));
}

#[test]
fn a_locked_paper_is_not_replaced_and_a_plan_of_another_year_is_none() {
    let branch = Branch::with_host();
    let secretary = branch.founder();
    let paper = locked(1, branch.meeting, b"that");
    block_on(async {
        branch.desk.lock_papers(vec![paper.clone()]).await.unwrap();
        branch.exchange().await.unwrap();
        let first = branch.secretary.rows(Table::Shelf).into_iter().map(|(_, bytes)| record_id(&bytes));
        let other = Body::SignedPaper(locked(1, branch.meeting, b"khac"));
        let replacing = Draft { replaces: first.collect(), ..branch.draft(paper.id, other) }.sign(&secretary);
        let plan = Body::ThemePlan(ThemePlan::empty(2027));
        let misplaced = branch.draft(ThemePlan::about(2026), plan).sign(&secretary);
        assert_eq!(so_tay::record::Unverified::parse(&misplaced), Err(Flaw::BadValue));
        branch.serve(&secretary, LATER + 1, &[replacing, misplaced]);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 2));
        branch.book.load(Kind::SignedPaper).await.unwrap();
        let memory = branch.book.memory();
        assert!(memory.fold().signed_papers().eq([&paper]));
        assert!(memory.fold().theme_plan(2026).is_none() && memory.fold().theme_plan(2027).is_none());
    });
}

#[test]
fn a_report_is_its_authors_counts_once_and_says_nothing_of_a_task_that_there_is_not() {
    let branch = Branch::with_host();
    let (desk, device) = (&branch.desk, branch.members_device());
    let task = ThingId([0xe1; 16]);
    let done = Outcome { task, progress: Progress::Done, share: None, result: prose("xong") };
    let report = |about, outcome: &Outcome| branch.draft(about, Body::Report(outcome.clone()));
    block_on(async {
        // About one task, with words on another.
        let letter = report(ThingId([0xe2; 16]), &done).sign(&device);
        let (name, mail) = branch.seal(&letter, 1);
        assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Refused)));
        // A key that the roster does not know waits, and says nothing.
        let stranger = DeviceSecret::grow(&Seed([77; 32]));
        let (name, mail) = branch.seal(&report(task, &done).sign(&stranger), 2);
        assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Quarantined)));
        let letter = report(task, &done).sign(&device);
        for seed in [3, 4] {
            let (name, mail) = branch.seal(&letter, seed);
            assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(Mailbox::Accepted)));
        }
        desk.load(Kind::Report).await.unwrap();
        assert_eq!(desk.memory().fold().reports(task).count(), 1);
        let author = desk.memory().fold().reports(task).next().map(|(member, ..)| member);
        assert_eq!(author, Some(branch.an));
        assert!(desk.memory().fold().tasks().is_empty() && desk.memory().fold().outcome(task).is_none());
    });
}

#[test]
fn minutes_that_no_record_can_carry_are_refused_at_the_entry() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let words = prose(&"ộ".repeat(4_000));
        let outcome = |number: u8, result| Outcome {
            task: ThingId([number; 16]),
            progress: Progress::Done,
            share: None,
            result,
        };
        let mut kept = 0;
        let refused = loop {
            match desk.put_outcome(meeting, outcome(kept, words.clone())).await {
                Ok(()) => kept += 1,
                Err(fault) => break fault,
            }
        };
        assert_eq!((refused, kept), (Fault::Flaw(Flaw::TooLarge), 21));
        assert_eq!(desk.memory().minutes(meeting).outcomes.len(), 21);
        desk.publish_minutes(meeting).await.unwrap();
        branch.exchange().await.unwrap();
        assert_eq!(branch.book.memory().fold().minutes(meeting).unwrap().outcomes.len(), 21);
        // As many as there may be, with the words of one screen each, do go out.
        for number in 0..u8::try_from(Minutes::OUTCOMES_MAX).unwrap() {
            desk.put_outcome(meeting, outcome(number, prose(&"ộ".repeat(200)))).await.unwrap();
        }
        desk.publish_minutes(meeting).await.unwrap();
        branch.exchange().await.unwrap();
        let read = branch.member.open();
        assert_eq!(read.memory().fold().minutes(meeting).unwrap().outcomes.len(), Minutes::OUTCOMES_MAX);
    });
}

#[test]
fn minutes_that_fill_a_record_leave_room_for_the_roll_call_of_the_largest_branch() {
    let branch = Branch::without_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let id = |n: u16| MemberId([n.to_be_bytes(); 4].concat().try_into().unwrap());
        let members: Vec<_> = (0..398).map(|n| member(id(n), &format!("Lê Văn {n}"))).collect();
        desk.enter_members(&members).await.unwrap();
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        let mut number = 0;
        // Pages first, then lines, until nothing more fits.
        for letters in [4_000, 300, 10] {
            let outcome = |n| Outcome {
                task: ThingId([n; 16]),
                progress: Progress::Done,
                share: None,
                result: prose(&"ộ".repeat(letters)),
            };
            while desk.put_outcome(meeting, outcome(number)).await.is_ok() {
                number += 1;
            }
        }
        assert!((20..240).contains(&number), "{number}");
        desk.publish_minutes(meeting).await.unwrap();
        let published = desk.memory().published_roll_call(meeting).unwrap().entries().len();
        assert_eq!(published, 400);
    });
}
