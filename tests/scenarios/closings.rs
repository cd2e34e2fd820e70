//! Closing a meeting: once, with its minutes, all of it or nothing.

use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::State;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::Meeting;
use so_tay::domain::meeting_score::Official;
use so_tay::domain::proceedings::Proceedings;
use so_tay::domain::regulation::rubric::{Key, Points};
use so_tay::domain::regulation::{RegulationId, Regulations};
use so_tay::domain::score::{Given, Mark, MarkRule, ScoreSheet};
use so_tay::domain::signed_paper::{Adoption, Form, SignedPaper, SignedPaperFault, Term};
use so_tay::domain::time::Moment;
use so_tay::exchange::draft::DraftName;
use so_tay::ports::Table;
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook};

const TERM: Term = Term { from: 2025, to: 2030 };

fn paper(id: u8, meeting: ThingId, form: Form) -> SignedPaper {
    SignedPaper {
        id: ThingId([id; 16]),
        meeting,
        form,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: Some(Adoption { favour: 2, voters: 3 }),
        text: b"noi dung".to_vec(),
    }
}

fn papers(meeting: ThingId, number: u16) -> Vec<SignedPaper> {
    let resolution = Form::Resolution { number, term: TERM };
    vec![paper(1, meeting, Form::Minutes), paper(2, meeting, resolution)]
}

/// A branch without a host, whose meeting somebody has come to.
fn met() -> Branch {
    let branch = Branch::without_host();
    block_on(branch.desk.tick(branch.meeting, branch.an, Some(State::Present))).unwrap();
    branch
}

/// When the meeting was closed, and how many papers are locked.
fn closed(handbook: &Handbook, meeting: ThingId) -> (Option<Moment>, usize) {
    let papers = locked(handbook);
    (handbook.memory().closed_at(meeting), papers)
}

fn locked(handbook: &Handbook) -> usize {
    block_on(handbook.load(Kind::SignedPaper)).unwrap();
    handbook.memory().fold().signed_papers().count()
}

/// Begins and ends a meeting.
async fn hold(desk: &Handbook, meeting: ThingId) {
    desk.edit_proceedings(meeting, |run| Ok(run.begin(0, NOW)?)).await.unwrap();
    desk.edit_proceedings(meeting, end).await.unwrap();
}

fn end(run: &mut Proceedings) -> Result<(), Fault> {
    run.close(NOW);
    Ok(())
}

/// Marks every item of a meeting in full, with a reason, but for `other`.
pub async fn score(desk: &Handbook, meeting: ThingId, other: Option<Mark>) {
    let regulation = Regulations::shipped().named(RegulationId::FIRST);
    let mark = |run: &mut Proceedings| {
        let mut sheet = ScoreSheet::suggested(RegulationId::FIRST, &[]);
        for (_, item) in regulation.rubric.items() {
            let given = Given::Points(item.points);
            sheet.put(Mark { key: item.key.clone(), given, note: prose("chi bộ thống nhất") });
        }
        other.iter().for_each(|mark| sheet.put(mark.clone()));
        run.score = Some(sheet);
        Ok(())
    };
    desk.edit_proceedings(meeting, mark).await.unwrap();
}

fn mark(key: &str, points: u16, note: &str) -> Mark {
    Mark { key: Key::parse(key).unwrap(), given: Given::Points(Points(points)), note: prose(note) }
}

#[test]
fn a_closed_meeting_reaches_members_with_its_papers_and_roll_call() {
    let branch = Branch::with_host();
    block_on(async {
        branch.desk.tick(branch.meeting, branch.an, Some(State::Present)).await.unwrap();
        score(&branch.desk, branch.meeting, None).await;
        branch.desk.close_meeting(branch.meeting, papers(branch.meeting, 15)).await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.book.travel().await.unwrap();
    });
    assert_eq!(locked(&branch.book), 2);
    let memory = branch.book.memory();
    assert_eq!(memory.closed_at(branch.meeting), Some(NOW));
    assert!(memory.fold().minutes(branch.meeting).unwrap().roll_call.present(branch.an));
    assert_eq!(memory.next_resolution(TERM), 16);
}

#[test]
fn a_closed_meeting_is_past_whatever_its_notice_says() {
    let branch = met();
    let before = NOW.wall();
    let coming =
        |handbook: &Handbook| handbook.memory().fold().next_meeting(before).map(|meeting| meeting.id);
    assert_eq!(coming(&branch.desk), Some(branch.meeting));
    block_on(async {
        score(&branch.desk, branch.meeting, None).await;
        branch.desk.close_meeting(branch.meeting, papers(branch.meeting, 15)).await.unwrap();
    });
    assert_eq!(coming(&branch.desk), None);
    let memory = branch.desk.memory();
    let meeting = memory.fold().meeting(branch.meeting).unwrap();
    assert!(memory.fold().past(meeting, before) && !meeting.over(before));
}

#[test]
fn a_meeting_is_not_closed_without_its_minutes() {
    let branch = met();
    let (meeting, resolution) = (branch.meeting, papers(branch.meeting, 15).remove(1));
    block_on(async {
        score(&branch.desk, meeting, None).await;
        for papers in [Vec::new(), vec![resolution]] {
            assert_eq!(branch.desk.close_meeting(meeting, papers).await, Err(Fault::NoMinutes));
        }
    });
    assert_eq!(closed(&branch.desk, meeting), (None, 0));
}

#[test]
fn a_meeting_that_nobody_came_to_and_that_never_began_is_not_closed() {
    let branch = Branch::without_host();
    let meeting = branch.meeting;
    let refused = block_on(branch.desk.close_meeting(meeting, papers(meeting, 15)));
    assert_eq!(refused, Err(Fault::NotHeld));
    assert_eq!(closed(&branch.desk, meeting), (None, 0));
}

#[test]
fn a_meeting_whose_clock_still_runs_is_ended_before_it_is_closed() {
    let branch = met();
    let meeting = branch.meeting;
    block_on(async {
        score(&branch.desk, meeting, None).await;
        branch.desk.edit_proceedings(meeting, |run| Ok(run.begin(0, NOW)?)).await.unwrap();
        let refused = branch.desk.close_meeting(meeting, papers(meeting, 15)).await;
        assert_eq!(refused, Err(Fault::StillRuns));
        assert_eq!(closed(&branch.desk, meeting), (None, 0));
        branch.desk.edit_proceedings(meeting, end).await.unwrap();
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
    });
    assert_eq!(closed(&branch.desk, meeting), (Some(NOW), 2));
}

#[test]
fn a_paper_that_is_refused_leaves_the_meeting_open() {
    let branch = met();
    let meeting = branch.meeting;
    block_on(async {
        score(&branch.desk, meeting, None).await;
        let refused = branch.desk.close_meeting(meeting, papers(meeting, 0)).await;
        assert_eq!(refused, Err(Fault::Paper(SignedPaperFault::Number)));
        let foreign = papers(ThingId([0x77; 16]), 15);
        assert_eq!(branch.desk.close_meeting(meeting, foreign).await, Err(Fault::OtherMeeting));
        let twice = vec![papers(meeting, 15).remove(0), paper(3, meeting, Form::Minutes)];
        assert_eq!(branch.desk.close_meeting(meeting, twice).await, Err(Fault::Locked));
    });
    assert_eq!(closed(&branch.desk, meeting), (None, 0));
    assert!(branch.desk.memory().fold().minutes(meeting).is_none());
}

#[test]
fn a_kill_leaves_nothing_half_closed() {
    let branch = met();
    let meeting = branch.meeting;
    block_on(score(&branch.desk, meeting, None));
    branch.secretary.store.die_after(0);
    assert!(block_on(branch.desk.close_meeting(meeting, papers(meeting, 15))).is_err());
    branch.secretary.store.revive();
    let desk = branch.secretary.open();
    assert_eq!(closed(&desk, meeting), (None, 0));
    block_on(desk.close_meeting(meeting, papers(meeting, 15))).unwrap();
    let desk = branch.secretary.open();
    assert_eq!(closed(&desk, meeting), (Some(NOW), 2));
}

#[test]
fn marks_that_were_not_kept_go_with_the_close() {
    let branch = met();
    let meeting = branch.meeting;
    block_on(async {
        score(&branch.desk, meeting, None).await;
        let name = DraftName::Mark(meeting, 2).to_string();
        branch.desk.save_draft(&name, b"chua luu".to_vec()).await.unwrap();
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
        assert_eq!(branch.desk.draft(&name).await.unwrap(), None);
    });
}

#[test]
fn of_two_tabs_one_closes_the_meeting() {
    let branch = met();
    let meeting = branch.meeting;
    let other = branch.secretary.open();
    block_on(async {
        score(&branch.desk, meeting, None).await;
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
        let again = vec![paper(5, meeting, Form::Minutes)];
        assert_eq!(other.close_meeting(meeting, again).await, Err(Fault::Locked));
    });
    assert_eq!(locked(&other), 2);
}

#[test]
fn what_was_entered_of_a_closed_meeting_is_only_read() {
    let branch = met();
    let meeting = branch.meeting;
    block_on(async {
        score(&branch.desk, meeting, None).await;
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
        let rows = branch.secretary.rows(Table::Meta);
        let tick = branch.desk.tick(meeting, branch.an, Some(State::Present)).await;
        let entry = branch.desk.edit_proceedings(meeting, |run| Ok(run.begin(0, NOW)?)).await;
        let minutes = branch.desk.publish_minutes(meeting).await;
        assert_eq!((tick, entry, minutes), (Err(Fault::Locked), Err(Fault::Locked), Err(Fault::Locked)));
        assert_eq!(branch.secretary.rows(Table::Meta), rows);
    });
}

#[test]
fn an_addendum_needs_a_locked_paper() {
    let branch = met();
    let meeting = branch.meeting;
    let addendum = paper(7, meeting, Form::Addendum { of: ThingId([1; 16]) });
    block_on(async {
        let early = branch.desk.lock_papers(vec![addendum.clone()]).await;
        assert_eq!(early, Err(Fault::UnknownPaper));
        score(&branch.desk, meeting, None).await;
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
        branch.desk.lock_papers(vec![addendum]).await.unwrap();
    });
    assert_eq!(locked(&branch.desk), 3);
}

#[test]
fn the_score_goes_out_with_the_papers_and_the_official_one_follows() {
    let branch = Branch::with_host();
    let meeting = branch.meeting;
    let official = |points| Official { points: Points(points), told_on: NOW.day(), note: prose("") };
    block_on(async {
        let early = branch.desk.rate_officially(meeting, official(885)).await;
        assert_eq!(early, Err(Fault::NotScored));
        score(&branch.desk, meeting, Some(mark("4.3", 70, "điều hành dài"))).await;
        hold(&branch.desk, meeting).await;
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
        assert_eq!(branch.desk.rate_officially(meeting, official(1_001)).await, Err(Fault::AboveTotal));
        branch.desk.rate_officially(meeting, official(885)).await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        branch.book.load(Kind::Score).await.unwrap();
    });
    let memory = branch.book.memory();
    let score = memory.fold().score(meeting).unwrap();
    assert_eq!(score.own, Points(970));
    assert_eq!(score.official.as_ref().map(|official| official.points), Some(Points(885)));
    assert_eq!(
        score.sheet.mark(&Key::parse("4.3").unwrap()).map(|mark| mark.given),
        Some(Given::Points(Points(70)))
    );
}

#[rstest]
#[case(None, MarkRule::Marked)]
#[case(Some(mark("4.1", 40, "")), MarkRule::DeductionNote)]
#[case(Some(mark("4.1", 50, "")), MarkRule::FullNote)]
#[case(Some(mark("4.1", 60, "vượt")), MarkRule::Max)]
fn a_meeting_is_not_closed_before_its_score_is_whole(#[case] other: Option<Mark>, #[case] rule: MarkRule) {
    let branch = met();
    let meeting = branch.meeting;
    block_on(async {
        if let Some(other) = other {
            score(&branch.desk, meeting, Some(other)).await;
        }
        let refused = branch.desk.close_meeting(meeting, papers(meeting, 15)).await;
        assert_eq!(refused, Err(Fault::Mark(rule)));
        assert_eq!(closed(&branch.desk, meeting), (None, 0));
        score(&branch.desk, meeting, None).await;
        branch.desk.close_meeting(meeting, papers(meeting, 15)).await.unwrap();
    });
    assert_eq!(closed(&branch.desk, meeting), (Some(NOW), 2));
}

#[test]
fn the_next_meeting_begins_with_what_the_score_asked_for() {
    let branch = Branch::with_host();
    let (next, later) = (ThingId([0xb1; 16]), ThingId([0xb2; 16]));
    let asked = |desk: &Handbook, meeting| {
        desk.memory().fold().remedies_before(meeting).map(|remedies| remedies.to_string())
    };
    block_on(async {
        for (months, id) in (1..).zip([next, later]) {
            let starts = NOW.plus_milliseconds(30 * DAY * months).wall();
            branch.desk.announce(Meeting { starts, ..notice(id, Vec::new()) }).await.unwrap();
        }
        score(&branch.desk, branch.meeting, None).await;
        let remedies = |run: &mut Proceedings| {
            run.score.iter_mut().for_each(|sheet| sheet.remedies = prose("gửi dự thảo sớm"));
            Ok(())
        };
        branch.desk.edit_proceedings(branch.meeting, remedies).await.unwrap();
        hold(&branch.desk, branch.meeting).await;
        assert_eq!(asked(&branch.desk, next), None, "the meeting is not closed yet");
        branch.desk.close_meeting(branch.meeting, papers(branch.meeting, 15)).await.unwrap();
        assert_eq!(asked(&branch.desk, branch.meeting), None);
        assert_eq!(asked(&branch.desk, next).as_deref(), Some("gửi dự thảo sớm"));

        score(&branch.desk, next, None).await;
        hold(&branch.desk, next).await;
        branch.desk.close_meeting(next, vec![paper(5, next, Form::Minutes)]).await.unwrap();
        assert_eq!(asked(&branch.desk, later), None, "the last score asks for nothing");
        branch.desk.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        branch.book.load(Kind::Score).await.unwrap();
        assert_eq!(asked(&branch.book, next).as_deref(), Some("gửi dự thảo sớm"));
    });
}

#[test]
fn a_member_closes_nothing() {
    let branch = Branch::with_host();
    let refused = block_on(branch.book.close_meeting(branch.meeting, papers(branch.meeting, 15)));
    assert_eq!(refused, Err(Fault::NotTheSecretary));
}
