//! Hand-overs that come too late, too large, with a clock that is wrong, or by a way that is none. Whatever is in them:
//! what is entered here stays, and the app opens.

use crate::closings::score;
use crate::handing_over::*;
use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::{Entry, Means, RollCall, State};
use so_tay::domain::changes::{Changes, Mark, Place};
use so_tay::domain::entered::Entered;
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::domain::meeting::Meeting;
use so_tay::domain::member::Roster;
use so_tay::domain::minutes::Minutes;
use so_tay::domain::proceedings::{Opinion, Proceedings, ProceedingsFault, Span, Step};
use so_tay::domain::signed_paper::{Form, SignedPaper};
use so_tay::domain::task::{Outcome, Progress};
use so_tay::domain::time::Moment;
use so_tay::exchange::bundle::{Bundle, Item};
use so_tay::ports::Table;
use so_tay::record::digest::blob_id;
use so_tay::record::sealed_mail::seal_hand_over;
use so_tay::record::{Body, Flaw, Kind, Seed};
use so_tay::sync::{Fault, Mailbox};

/// What a device of the secretary might make of this meeting, sealed for the branch's secretary.
fn made(branch: &Branch, meeting: ThingId, entered: Entered) -> Bundle {
    let founder = branch.founder();
    let letter = branch.draft(meeting, Body::Proceedings(Box::new(entered))).sign(&founder);
    let sealed = seal_hand_over(&[founder.keys().sealing], &letter, &Seed([6; 32])).unwrap();
    let org = branch.desk.memory().identity().org();
    Bundle { org, items: vec![Item::Proceedings(sealed)] }
}

fn blank(branch: &Branch) -> Entered {
    let notice = branch.desk.memory().fold().meeting(branch.meeting).unwrap().clone();
    Entered { proceedings: Proceedings::of(&notice), minutes: None, changes: Changes::default() }
}

fn minutes_of(meeting: ThingId) -> SignedPaper {
    SignedPaper {
        id: ThingId([1; 16]),
        meeting,
        form: Form::Minutes,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: None,
        text: b"noi dung".to_vec(),
    }
}

#[test]
fn a_hand_over_that_comes_after_the_close_is_refused_and_changes_nothing() {
    let Two { branch, laptop, other } = two();
    let meeting = branch.meeting;
    block_on(async {
        // The phone's clock is years ahead, so that its marks are later than any publication.
        branch.secretary.clock.set(Moment(NOW.0 + 4_000 * DAY));
        say(&branch.desk, meeting, &opinion(1, NOW, "một")).await;
        branch.desk.tick(meeting, branch.an, Some(State::Absent)).await.unwrap();
        let late = file(&branch.desk, meeting).await;
        other.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        score(&other, meeting, None).await;
        other.close_meeting(meeting, vec![minutes_of(meeting)]).await.unwrap();
        let rows = Table::ALL.map(|table| laptop.rows(table));
        assert_eq!(other.import_bundle(late).await, Err(Fault::Locked));
        assert_eq!(Table::ALL.map(|table| laptop.rows(table)), rows);
        assert!(other.memory().roll_call(meeting).present(branch.an));
    });
}

#[test]
fn a_clock_that_is_years_ahead_does_not_win_for_ever() {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        branch.secretary.clock.set(Moment(NOW.0 + 60_000 * DAY));
        edit(desk, meeting, |run| run.chair = Some(branch.an)).await;
        say(desk, meeting, &opinion(1, NOW, "một")).await;
        let old = file(desk, meeting).await;
        other.import_bundle(old.clone()).await.unwrap();
        // The laptop's clock is right, and what was seen and then changed is the later one.
        edit(&other, meeting, |run| run.chair = None).await;
        say(&other, meeting, &opinion(1, NOW, "một, sửa lại")).await;
        other.import_bundle(old).await.unwrap();
        hand_over(&other, desk, meeting).await;
        for handbook in [desk, &other, &laptop.open()] {
            handbook.load_proceedings(meeting).await.unwrap();
            let run = handbook.memory().proceedings(meeting).unwrap();
            assert_eq!((run.chair, run.opinions[0].text.as_str()), (None, "một, sửa lại"));
        }
    });
}

#[test]
fn a_corrected_mark_of_the_score_is_not_undone_by_an_older_file() {
    let Two { branch, other, .. } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        edit(desk, meeting, |run| sheet(run).put(mark("4.3", 0))).await;
        edit(desk, meeting, |run| sheet(run).remedies = prose("nói ngắn hơn, đúng trọng tâm")).await;
        let old = file(desk, meeting).await;
        assert_eq!(other.import_bundle(old.clone()).await.unwrap().entered.unwrap().others, 2);
        // The secretary thinks better of it, with fewer words.
        edit(&other, meeting, |run| sheet(run).put(mark("4.3", 80))).await;
        edit(&other, meeting, |run| sheet(run).remedies = prose("mời nhiều ý kiến")).await;
        other.import_bundle(old).await.unwrap();
        hand_over(&other, desk, meeting).await;
        for handbook in [desk, &other] {
            let score = handbook.memory().proceedings(meeting).unwrap().score.unwrap();
            assert_eq!((score.marks, score.remedies.as_str()), (vec![mark("4.3", 80)], "mời nhiều ý kiến"));
        }
        // A mark that is taken away stays away.
        edit(desk, meeting, |run| sheet(run).marks.clear()).await;
        hand_over(desk, &other, meeting).await;
        hand_over(&other, desk, meeting).await;
        assert!(desk.memory().proceedings(meeting).unwrap().score.unwrap().marks.is_empty());
    });
}

/// What no screen could have entered, signed by a device of the secretary all the same.
#[derive(Clone, Copy, Debug)]
enum Swollen {
    Marks,
    Strangers,
    Outcomes,
}

#[rstest]
#[case(Swollen::Marks, Fault::Proceedings(ProceedingsFault::TooMany))]
#[case(Swollen::Strangers, Fault::Proceedings(ProceedingsFault::TooMany))]
#[case(Swollen::Outcomes, Fault::Flaw(Flaw::TooLarge))]
fn what_could_not_be_read_or_published_again_is_not_taken_in(#[case] swollen: Swollen, #[case] fault: Fault) {
    let Two { branch, laptop, other } = two();
    let meeting = branch.meeting;
    block_on(async {
        say(&other, meeting, &opinion(1, NOW, "một")).await;
        other.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        let mut theirs = blank(&branch);
        let empty = Minutes { roll_call: RollCall::default(), ..other.memory().minutes(meeting) };
        match swollen {
            Swollen::Marks => {
                let mark = Mark { first: NOW, last: NOW };
                let place =
                    |n: u16| Place::Opinion(ThingId([n.to_be_bytes(); 8].concat().try_into().unwrap()));
                let count = u16::try_from(Changes::PLACES_MAX).unwrap();
                theirs.changes = Changes::new((0..count).map(|n| (place(n), mark)).collect());
            }
            Swollen::Strangers => {
                let entry = |n: u16| Entry {
                    member: MemberId([n.to_be_bytes(); 4].concat().try_into().unwrap()),
                    state: State::Present,
                    means: Means::Tick,
                    at: Some(NOW),
                };
                let count = u16::try_from(Roster::MEMBERS_MAX).unwrap();
                let roll_call = RollCall::new((0..count).map(entry));
                theirs.minutes = Some(Minutes { roll_call, ..empty });
            }
            Swollen::Outcomes => {
                let outcome = |n: u8| Outcome {
                    task: ThingId([n; 16]),
                    progress: Progress::Done,
                    share: None,
                    result: prose(&"ộ".repeat(4_000)),
                };
                theirs.minutes = Some(Minutes { outcomes: (0..200).map(outcome).collect(), ..empty });
            }
        }
        let rows = Table::ALL.map(|table| laptop.rows(table));
        let bundle = made(&branch, meeting, theirs);
        assert_eq!(other.import_bundle(bundle).await, Err(fault));
        assert_eq!(Table::ALL.map(|table| laptop.rows(table)), rows);
        let reopened = laptop.open();
        reopened.load_proceedings(meeting).await.unwrap();
        assert_eq!(reopened.memory().proceedings(meeting).unwrap().opinions.len(), 1);
        reopened.publish_minutes(meeting).await.unwrap();
    });
}

#[test]
fn times_at_the_ends_of_all_time_are_counted_and_shown() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    let [first, last] = [Moment(i64::MIN), Moment(i64::MAX)];
    block_on(async {
        let mut theirs = blank(&branch);
        theirs.proceedings.steps[0].spans = vec![Span { from: first, to: Some(last) }];
        theirs.proceedings.closed_at = Some(last);
        let place = Place::Span(0, first);
        theirs.changes = Changes::new([(place, Mark { first, last })].into());
        desk.import_bundle(made(&branch, meeting, theirs)).await.unwrap();
        let run = desk.memory().proceedings(meeting).unwrap();
        assert_eq!((run.length(NOW), run.steps[0].elapsed(NOW)), (i64::MAX, i64::MAX));
        let regulation = desk.memory().in_force(NOW.day());
        assert!(desk.memory().score_facts(meeting, &regulation, NOW).is_some());
        edit(desk, meeting, |run| run.begin(0, NOW).unwrap()).await;
        let reopened = branch.secretary.open();
        reopened.load_proceedings(meeting).await.unwrap();
        assert_eq!(reopened.memory().proceedings(meeting).unwrap().running(), Some(0));
    });
}

#[test]
fn a_hand_over_in_the_drop_box_is_no_mail_and_holds_nothing_up() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        say(desk, meeting, &opinion(1, NOW, "một")).await;
        let Some(Item::Proceedings(sealed)) = file(desk, meeting).await.items.pop() else { panic!() };
        let kept = desk.take_mail(blob_id(&sealed), &sealed).await.unwrap();
        assert_eq!(kept, Some(Mailbox::Refused), "signed by the secretary, but not to be said by mail");
        // Nor is a mail a hand-over.
        let notice = desk.memory().fold().meeting(meeting).unwrap().clone();
        let letter = branch.draft(meeting, Body::Meeting(notice)).sign(&branch.founder());
        let (_, mail) = branch.seal(&letter, 3);
        let org = desk.memory().identity().org();
        let bundle = Bundle { org, items: vec![Item::Proceedings(mail)] };
        assert_eq!(desk.import_bundle(bundle).await, Err(Fault::Flaw(Flaw::NotAllowed)));
        branch.exchange().await.unwrap();
        let records = branch.secretary.rows(Table::Records);
        assert!(records.iter().all(|(key, _)| key[0] != Kind::Proceedings as u8));
    });
}

#[test]
fn an_order_of_business_as_long_as_there_may_be_is_taken_and_a_longer_one_is_not() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let mut theirs = blank(&branch);
        let step = theirs.proceedings.steps[0].clone();
        theirs.proceedings.steps = vec![Step { note: prose("ghi"), ..step }; Meeting::AGENDA_MAX];
        let longer = {
            let mut longer = theirs.clone();
            longer.proceedings.steps.push(longer.proceedings.steps[0].clone());
            longer
        };
        let refused = desk.import_bundle(made(&branch, meeting, longer)).await;
        assert_eq!(refused, Err(Fault::Flaw(Flaw::TooLarge)));
        desk.import_bundle(made(&branch, meeting, theirs)).await.unwrap();
        assert_eq!(desk.memory().proceedings(meeting).unwrap().steps.len(), Meeting::AGENDA_MAX);
    });
}

#[test]
fn an_order_of_business_that_one_device_let_go_stays_where_words_of_the_other_hang_on_it() {
    let Two { branch, other, .. } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        say(desk, meeting, &opinion(1, NOW, "lỡ tay")).await;
        hand_over(desk, &other, meeting).await;
        let third = Opinion { step: 2, ..opinion(2, NOW, "hai") };
        say(&other, meeting, &third).await;
        // Nothing is entered any more on the phone, whose notice has one item by now.
        edit(desk, meeting, |run| run.opinions.clear()).await;
        let mut shorter = desk.memory().fold().meeting(meeting).unwrap().clone();
        shorter.agenda.truncate(1);
        desk.announce(shorter).await.unwrap();
        assert_eq!(hand_over(&other, desk, meeting).await.opinions, 1);
        desk.travel().await.unwrap();
        other.travel().await.unwrap();
        hand_over(desk, &other, meeting).await;
        for handbook in [desk, &other] {
            let run = handbook.memory().proceedings(meeting).unwrap();
            assert_eq!((run.steps.len(), &run.opinions), (3, &vec![third.clone()]));
        }
    });
}
