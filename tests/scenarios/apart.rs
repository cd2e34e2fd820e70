//! Two devices of the secretary that do not know of each other state the same thing: what one of them settled stays
//! settled, and what only one of them knows is not lost.

use crate::closings::score;
use crate::handing_over::*;
use crate::phones::*;
use crate::tabs::tab;
use futures_util::future::join;
use pollster::block_on;
use so_tay::domain::attendance::State;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::{Meeting, Plan};
use so_tay::domain::meeting_score::{MeetingScore, Official};
use so_tay::domain::proceedings::{DraftState, Opinion};
use so_tay::domain::regulation::rubric::Points;
use so_tay::domain::score::Mark;
use so_tay::domain::signed_paper::{Form, SignedPaper, Term};
use so_tay::domain::theme_plan::PlannedTheme;
use so_tay::domain::time::Moment;
use so_tay::ports::{StoreFault, Table};
use so_tay::record::{Body, Draft, Kind};
use so_tay::sync::{Fault, Handbook};

const TERM: Term = Term { from: 2025, to: 2030 };

fn paper(id: u8, meeting: ThingId, form: Form) -> SignedPaper {
    SignedPaper {
        id: ThingId([id; 16]),
        meeting,
        form,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: None,
        text: vec![id],
    }
}

/// Minutes and a resolution; `id` names the minutes, and the next one the resolution.
fn papers(id: u8, meeting: ThingId) -> Vec<SignedPaper> {
    let resolution = Form::Resolution { number: 15, term: TERM };
    vec![paper(id, meeting, Form::Minutes), paper(id + 1, meeting, resolution)]
}

/// What the chairing was worth, with the reason.
fn chaired(points: u16) -> Mark {
    Mark { note: prose("điều hành dài"), ..mark("4.3", points) }
}

fn official(points: u16) -> Official {
    Official { points: Points(points), told_on: NOW.day(), note: prose("") }
}

fn theme(id: u8, month: u8) -> PlannedTheme {
    let title = line(&format!("Chuyên đề {id}"));
    PlannedTheme { id: ThingId([id; 16]), title, month, preparer: None, state: DraftState::Assigned }
}

/// Both devices and the member learn all that there is.
async fn meet(two: &Two) {
    for _ in 0..2 {
        two.branch.desk.travel().await.unwrap();
        two.other.travel().await.unwrap();
    }
    two.branch.desk.travel().await.unwrap();
    two.branch.book.travel().await.unwrap();
    for handbook in [&two.branch.desk, &two.other, &two.branch.book] {
        for kind in [Kind::SignedPaper, Kind::Score, Kind::ThemePlan] {
            handbook.load(kind).await.unwrap();
        }
    }
}

/// Every handbook, and what each phone would show if it were opened anew.
fn everywhere(two: &Two, look: impl Fn(&Handbook)) {
    let reopened = [&two.branch.secretary, &two.laptop, &two.branch.member].map(|phone| {
        let handbook = phone.open();
        for kind in [Kind::SignedPaper, Kind::Score, Kind::ThemePlan] {
            block_on(handbook.load(kind)).unwrap();
        }
        handbook
    });
    [&two.branch.desk, &two.other, &two.branch.book].into_iter().chain(&reopened).for_each(look);
}

#[test]
fn minutes_of_a_device_that_has_not_heard_of_the_close_do_not_open_the_meeting_again() {
    let two = two();
    let (desk, meeting, an) = (&two.branch.desk, two.branch.meeting, two.branch.an);
    block_on(async {
        desk.tick(meeting, an, Some(State::Present)).await.unwrap();
        score(desk, meeting, None).await;
        desk.close_meeting(meeting, papers(1, meeting)).await.unwrap();
        two.laptop.clock.set(NOW.plus_milliseconds(MINUTE));
        two.other.tick(meeting, an, Some(State::Absent)).await.unwrap();
        two.other.publish_minutes(meeting).await.unwrap();
        meet(&two).await;
    });
    everywhere(&two, |handbook| {
        assert_eq!(handbook.memory().closed_at(meeting), Some(NOW));
        assert!(handbook.memory().fold().minutes(meeting).unwrap().roll_call.present(an));
    });
    let tick = block_on(two.other.tick(meeting, an, Some(State::Absent)));
    assert_eq!(tick, Err(Fault::Locked));
}

#[test]
fn of_two_devices_that_close_a_meeting_the_first_one_counts_with_its_papers_and_its_score() {
    let two = two();
    let (desk, meeting, an) = (&two.branch.desk, two.branch.meeting, two.branch.an);
    block_on(async {
        let later = NOW.plus_milliseconds(MINUTE);
        // The later one has the smaller ids.
        for (handbook, id, clock, state, points) in [
            (&two.other, 5, &two.laptop.clock, State::Present, 70),
            (desk, 1, &two.branch.secretary.clock, State::Absent, 80),
        ] {
            clock.set(if id == 1 { later } else { NOW });
            handbook.tick(meeting, an, Some(state)).await.unwrap();
            score(handbook, meeting, Some(chaired(points))).await;
            handbook.close_meeting(meeting, papers(id, meeting)).await.unwrap();
        }
        meet(&two).await;
    });
    everywhere(&two, |handbook| {
        let memory = handbook.memory();
        let fold = memory.fold();
        assert_eq!(memory.closed_at(meeting), Some(NOW));
        assert!(fold.minutes(meeting).unwrap().roll_call.present(an));
        let minutes = memory.signed_paper(meeting, |form| *form == Form::Minutes).unwrap();
        let (number, resolution) = fold.resolution(meeting).unwrap();
        assert_eq!((minutes.id, number, resolution.id), (ThingId([5; 16]), 15, ThingId([6; 16])));
        assert_eq!(fold.score(meeting).unwrap().sheet.marks.last(), Some(&chaired(70)));
        // Nothing that was locked is hidden: the secretary sees both and writes an addendum.
        assert_eq!(fold.signed_papers().count(), 4);
        assert_eq!(fold.resolution_book().len(), 2);
    });
}

#[test]
fn the_word_of_the_superior_stands_against_a_close_that_comes_later_and_an_old_word_does_not_come_back() {
    let two = two();
    let (desk, meeting) = (&two.branch.desk, two.branch.meeting);
    let told = |handbook: &Handbook| {
        let score = handbook.memory().fold().score(meeting).cloned();
        score.and_then(|score| score.official).map(|official| official.points)
    };
    block_on(async {
        desk.tick(meeting, two.branch.an, Some(State::Present)).await.unwrap();
        score(desk, meeting, Some(chaired(70))).await;
        desk.close_meeting(meeting, papers(1, meeting)).await.unwrap();
        desk.rate_officially(meeting, official(800)).await.unwrap();
        let old = two.branch.secretary.rows(Table::Shelf);
        desk.rate_officially(meeting, official(885)).await.unwrap();
        two.laptop.clock.set(NOW.plus_milliseconds(DAY));
        two.other.tick(meeting, two.branch.an, Some(State::Present)).await.unwrap();
        score(&two.other, meeting, Some(chaired(80))).await;
        two.other.close_meeting(meeting, papers(5, meeting)).await.unwrap();
        meet(&two).await;
        everywhere(&two, |handbook| assert_eq!(told(handbook), Some(Points(885))));
        // A host that serves what was true once.
        let old: Vec<Vec<u8>> = old.into_iter().map(|(_, record)| record).collect();
        two.branch.serve(&two.branch.founder(), LATER + 1, &old);
        two.branch.book.fetch().await.unwrap();
        two.branch.book.load(Kind::Score).await.unwrap();
        assert_eq!(told(&two.branch.book), Some(Points(885)));
    });
}

#[test]
fn a_locked_paper_is_not_overtaken_by_another_one_under_its_id() {
    let branch = Branch::with_host();
    let meeting = branch.meeting;
    let first = paper(1, meeting, Form::Minutes);
    block_on(async {
        branch.desk.lock_papers(vec![first.clone()]).await.unwrap();
        branch.exchange().await.unwrap();
        let other = Body::SignedPaper(SignedPaper { text: b"khac".to_vec(), ..first.clone() });
        let at = NOW.plus_milliseconds(DAY);
        let later = Draft { at, ..branch.draft(first.id, other) }.sign(&branch.founder());
        branch.serve(&branch.founder(), LATER + 1, &[later]);
        assert_eq!(branch.book.fetch().await.unwrap().facts, 1);
    });
    for book in [&branch.book, &branch.member.open()] {
        block_on(book.load(Kind::SignedPaper)).unwrap();
        assert!(book.memory().fold().signed_papers().eq([&first]));
    }
}

#[test]
fn themes_that_two_devices_have_planned_side_by_side_are_all_in_the_plan() {
    let two = two();
    let desk = &two.branch.desk;
    block_on(async {
        desk.edit_theme_plan(2026, |plan| plan.put(theme(1, 3))).await.unwrap();
        meet(&two).await;
        two.laptop.clock.set(NOW.plus_milliseconds(MINUTE));
        two.other
            .edit_theme_plan(2026, |plan| plan.put(PlannedTheme { month: 4, ..theme(1, 4) }))
            .await
            .unwrap();
        two.other.edit_theme_plan(2026, |plan| plan.put(theme(2, 6))).await.unwrap();
        desk.edit_theme_plan(2026, |plan| plan.put(theme(3, 9))).await.unwrap();
        desk.edit_theme_plan(2026, |plan| plan.registered_on = Some(NOW.day())).await.unwrap();
        meet(&two).await;
        let planned = |handbook: &Handbook| {
            let plan = handbook.memory().theme_plan(2026);
            let themes: Vec<_> = plan.themes.iter().map(|theme| (theme.id.0[0], theme.month)).collect();
            (themes, plan.registered_on)
        };
        everywhere(&two, |book| assert_eq!(planned(book), (vec![(1, 4), (2, 6), (3, 9)], Some(NOW.day()))));
        // The next change keeps them, and what it takes out does not come back.
        desk.edit_theme_plan(2026, |plan| plan.remove(ThingId([2; 16]))).await.unwrap();
        meet(&two).await;
        everywhere(&two, |book| assert_eq!(planned(book).0, [(1, 4), (3, 9)]));
    });
}

#[test]
fn a_disk_that_is_full_in_the_middle_of_a_close_leaves_the_meeting_as_it_was() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        score(desk, meeting, Some(chaired(70))).await;
        let rows = Table::ALL.map(|table| branch.secretary.rows(table));
        for room in [0, 500, 1_500] {
            branch.secretary.store.limit(Some(room));
            let full = desk.close_meeting(meeting, papers(1, meeting)).await;
            assert_eq!(full, Err(Fault::Store(StoreFault::Full)), "{room}");
            assert_eq!(Table::ALL.map(|table| branch.secretary.rows(table)), rows);
            assert_eq!(desk.memory().closed_at(meeting), None);
        }
        // Nothing of the failed tries is in the way once there is room: not even for what is entered meanwhile.
        branch.secretary.store.limit(None);
        say(desk, meeting, &opinion(1, NOW, "một")).await;
        desk.close_meeting(meeting, papers(1, meeting)).await.unwrap();
        assert_eq!(desk.memory().fold().signed_papers().count(), 2);
        branch.exchange().await.unwrap();
        assert!(branch.book.memory().closed_at(meeting).is_some());
    });
}

/// Enters opinions one after the other, and gives how many were taken before the meeting was closed.
async fn enter(desk: &Handbook, meeting: ThingId, opinions: &[Opinion]) -> usize {
    let mut kept = 0;
    for opinion in opinions {
        match desk.edit_proceedings(meeting, |run| Ok(run.put_opinion(opinion.clone())?)).await {
            Ok(()) => kept += 1,
            Err(fault) => assert_eq!(fault, Fault::Locked),
        }
    }
    kept
}

#[test]
fn two_tabs_enter_at_once_while_a_third_closes_and_all_that_was_acknowledged_is_there() {
    let branch = Branch::with_host();
    let meeting = branch.meeting;
    block_on(branch.desk.tick(meeting, branch.an, Some(State::Present))).unwrap();
    block_on(score(&branch.desk, meeting, None));
    let [one, two, three] = [(); 3].map(|()| tab(&branch.secretary));
    block_on(async {
        let opinions: Vec<Opinion> =
            (1..=6).map(|id| opinion(id, NOW.plus_milliseconds(i64::from(id)), "lời")).collect();
        let (first, second) = opinions.split_at(3);
        let entered = join(enter(&one, meeting, first), enter(&two, meeting, second));
        let (entered, closed) = join(entered, three.close_meeting(meeting, papers(1, meeting))).await;
        closed.unwrap();
        let reopened = branch.secretary.open();
        reopened.load_proceedings(meeting).await.unwrap();
        let kept = reopened.memory().proceedings(meeting).unwrap().opinions.len();
        assert_eq!(kept, entered.0 + entered.1);
        assert_eq!(enter(&one, meeting, &opinions).await, 0, "what was closed takes nothing more");
    });
}

#[test]
fn a_notice_of_a_closed_meeting_is_not_changed_and_an_addendum_stays_with_its_meeting() {
    let branch = Branch::with_host();
    let (desk, meeting, next) = (&branch.desk, branch.meeting, ThingId([0x33; 16]));
    block_on(async {
        desk.announce(notice(next, Vec::new())).await.unwrap();
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        score(desk, meeting, None).await;
        desk.close_meeting(meeting, papers(1, meeting)).await.unwrap();
        let cancelled = Meeting { plan: Plan::Cancelled(prose("bão")), ..notice(meeting, Vec::new()) };
        assert_eq!(desk.announce(cancelled.clone()).await, Err(Fault::Locked));
        assert_eq!(desk.announce_draft(cancelled, "notice").await, Err(Fault::Locked));
        let addendum = |meeting| paper(7, meeting, Form::Addendum { of: ThingId([1; 16]) });
        assert_eq!(desk.lock_papers(vec![addendum(next)]).await, Err(Fault::OtherMeeting));
        desk.lock_papers(vec![addendum(meeting)]).await.unwrap();
        let itself = paper(9, meeting, Form::Addendum { of: ThingId([9; 16]) });
        assert_eq!(desk.lock_papers(vec![itself]).await, Err(Fault::UnknownPaper));
    });
}

#[test]
fn a_score_that_is_forged_beside_the_true_one_is_refused() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        score(desk, meeting, Some(chaired(70))).await;
        desk.close_meeting(meeting, papers(1, meeting)).await.unwrap();
        branch.exchange().await.unwrap();
        desk.load(Kind::Score).await.unwrap();
        let score = desk.memory().fold().score(meeting).unwrap().clone();
        let better = MeetingScore { official: Some(official(1_000)), ..score.clone() };
        let at = Moment(NOW.0 + DAY);
        let forged =
            Draft { at, ..branch.draft(meeting, Body::Score(better)) }.sign(&branch.members_device());
        let (name, mail) = branch.seal(&forged, 1);
        assert_eq!(desk.take_mail(name, &mail).await, Ok(Some(so_tay::sync::Mailbox::Refused)));
        branch.serve(&branch.founder(), LATER + 1, &[forged]);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 1));
        branch.book.load(Kind::Score).await.unwrap();
        assert_eq!(branch.book.memory().fold().score(meeting), Some(&score));
    });
}
