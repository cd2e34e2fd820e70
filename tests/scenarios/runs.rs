//! What the secretary enters of a meeting, and what is locked of it.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::ItemRole;
use so_tay::domain::proceedings::{FeeReport, Opinion, OpinionKind, Proceedings, ProceedingsFault, Speaker};
use so_tay::domain::signed_paper::{Adoption, Form, SignedPaper, Term};
use so_tay::domain::task::{Outcome, Progress, Share};
use so_tay::domain::theme_plan::{PlannedTheme, Quarter, ThemePlan};
use so_tay::domain::vote::{Base, Vote, VoteFault, Way, Weight};
use so_tay::exchange::draft::{DraftName, OpinionDraft, VoteDraft};
use so_tay::ports::Table;
use so_tay::sync::{Fault, Handbook};

fn opinion(id: u8, by: &Branch, text: &str) -> Opinion {
    Opinion {
        id: ThingId([id; 16]),
        step: 0,
        kind: OpinionKind::Opinion,
        by: vec![Speaker::Member(by.an)],
        at: NOW,
        text: prose(text),
        taken: Vec::new(),
    }
}

fn vote(favour: u16) -> Vote {
    Vote {
        id: ThingId([9; 16]),
        question: line("Thông qua nghị quyết"),
        decides: ItemRole::Vote,
        weight: Weight::Ordinary,
        way: Way::Hands,
        favour,
        against: 0,
        other: 0,
        base: Base { official: 3, released: 0, suspended: 0 },
        at: NOW,
    }
}

async fn say(desk: &Handbook, meeting: ThingId, opinion: &Opinion) -> Result<(), Fault> {
    desk.edit_proceedings(meeting, |run| Ok(run.put_opinion(opinion.clone())?)).await
}

#[test]
fn what_is_entered_survives_a_kill_and_lies_wrapped() {
    let branch = Branch::without_host();
    let words = "Cống Gốc Gạo chưa đều nước";
    block_on(async {
        branch.desk.edit_proceedings(branch.meeting, |run| Ok(run.begin(0, NOW)?)).await.unwrap();
        say(&branch.desk, branch.meeting, &opinion(1, &branch, words)).await.unwrap();

        let desk = branch.secretary.open();
        desk.load_proceedings(branch.meeting).await.unwrap();
        let run = desk.memory().proceedings(branch.meeting).unwrap();
        assert_eq!(run.running(), Some(0));
        assert_eq!(run.opinions[0].text.as_str(), words);
    });
    for table in Table::ALL {
        for (_, value) in branch.secretary.rows(table) {
            assert!(!value.windows(words.len()).any(|part| part == words.as_bytes()), "{table:?}");
        }
    }
}

#[test]
fn two_tabs_that_enter_opinions_of_one_meeting_lose_none() {
    let branch = Branch::without_host();
    let other = branch.secretary.open();
    block_on(async {
        say(&branch.desk, branch.meeting, &opinion(1, &branch, "một")).await.unwrap();
        say(&other, branch.meeting, &opinion(2, &branch, "hai")).await.unwrap();
        say(&branch.desk, branch.meeting, &opinion(3, &branch, "ba")).await.unwrap();
        say(&other, branch.meeting, &opinion(1, &branch, "một, sửa lại")).await.unwrap();
    });
    let run = other.memory().proceedings(branch.meeting).unwrap();
    let words: Vec<&str> = run.opinions.iter().map(|opinion| opinion.text.as_str()).collect();
    assert_eq!(words, ["một, sửa lại", "hai", "ba"]);
}

#[test]
fn an_entry_that_is_refused_changes_nothing() {
    let branch = Branch::without_host();
    block_on(async {
        let refused = branch.desk.put_vote(branch.meeting, vote(3)).await;
        assert_eq!(refused, Err(Fault::Vote(VoteFault::MoreThanVoters { cast: 3, voters: 2 })));
        let fees = Some(FeeReport { paid: 2, of: 1, note: None });
        let refused = branch
            .desk
            .edit_proceedings(branch.meeting, |run| {
                run.fees.clone_from(&fees);
                Ok(())
            })
            .await;
        assert_eq!(refused, Err(Fault::Proceedings(ProceedingsFault::MorePaidThanMembers)));
        branch.desk.put_vote(branch.meeting, vote(1)).await.unwrap();
        branch.desk.put_vote(branch.meeting, vote(2)).await.unwrap();
    });
    let run = branch.desk.memory().proceedings(branch.meeting).unwrap();
    assert_eq!((run.fees, run.votes.len(), run.votes[0].favour), (None, 1, 2));
}

#[test]
fn whom_the_notice_names_as_chair_takes_the_minutes_only_once_somebody_else_presides() {
    let branch = Branch::without_host();
    let secretary = branch.desk.memory().fold().roster().and_then(|roster| roster.secretary()).unwrap().id;
    let choose = |chair, taker| {
        let choose = move |run: &mut Proceedings| {
            (run.chair, run.minute_taker) = (chair, Some(taker));
            Ok(())
        };
        block_on(branch.desk.edit_proceedings(branch.meeting, choose))
    };
    let refused = Err(Fault::Proceedings(ProceedingsFault::ChairTakesMinutes));
    assert_eq!(choose(None, secretary), refused);
    choose(None, branch.an).unwrap();
    choose(Some(branch.an), secretary).unwrap();
    assert_eq!(choose(None, secretary), refused);
}

#[test]
fn opinions_that_two_tabs_merge_and_put_back_are_all_there() {
    let branch = Branch::without_host();
    let other = branch.secretary.open();
    let same = opinion(2, &branch, "nên nạo vét sớm");
    block_on(async {
        say(&branch.desk, branch.meeting, &opinion(1, &branch, "nạo vét mương")).await.unwrap();
        say(&branch.desk, branch.meeting, &same).await.unwrap();
        let merge = |run: &mut Proceedings| {
            run.merge_opinions(ThingId([1; 16]), ThingId([2; 16]));
            Ok(())
        };
        branch.desk.edit_proceedings(branch.meeting, merge).await.unwrap();
        say(&other, branch.meeting, &opinion(3, &branch, "ba")).await.unwrap();
        say(&branch.desk, branch.meeting, &same).await.unwrap();
    });
    let run = branch.desk.memory().proceedings(branch.meeting).unwrap();
    let mut ids: Vec<u8> = run.opinions.iter().map(|opinion| opinion.id.0[0]).collect();
    ids.sort_unstable();
    assert_eq!(ids, [1, 2, 3]);
}

#[test]
fn a_vote_that_is_taken_out_and_put_back_stands_where_it_stood() {
    let branch = Branch::without_host();
    let at = |id: u8| Vote { id: ThingId([id; 16]), at: NOW.plus_milliseconds(id.into()), ..vote(2) };
    block_on(async {
        for id in 1..=3 {
            branch.desk.put_vote(branch.meeting, at(id)).await.unwrap();
        }
        let take_out = |run: &mut Proceedings| {
            run.votes.retain(|vote| vote.id != ThingId([2; 16]));
            Ok(())
        };
        branch.desk.edit_proceedings(branch.meeting, take_out).await.unwrap();
        branch.desk.put_vote(branch.meeting, at(2)).await.unwrap();
    });
    let run = branch.desk.memory().proceedings(branch.meeting).unwrap();
    assert_eq!(run.votes.iter().map(|vote| vote.id.0[0]).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn words_that_are_being_said_survive_a_kill() {
    let branch = Branch::without_host();
    let name = DraftName::Opinion(branch.meeting).to_string();
    let draft = OpinionDraft {
        id: ThingId([1; 16]),
        step: 0,
        kind: OpinionKind::Proposal,
        by: vec![Speaker::Member(branch.an)],
        text: "Đề nghị xã sớm cấp ".into(),
        taken: Vec::new(),
    };
    block_on(async {
        branch.desk.save_draft(&name, draft.encode()).await.unwrap();
        let kept = branch.secretary.open().draft(&name).await.unwrap().unwrap();
        assert_eq!(OpinionDraft::decode(&kept), Ok(draft));
    });
}

#[test]
fn a_count_that_was_entered_does_not_wait_as_a_draft_after_a_kill() {
    let branch = Branch::without_host();
    let name = DraftName::Vote(branch.meeting).to_string();
    block_on(async {
        branch.desk.save_draft(&name, VoteDraft::of(&vote(2)).encode()).await.unwrap();
        assert!(branch.desk.put_vote(branch.meeting, vote(3)).await.is_err());
        assert!(branch.secretary.open().draft(&name).await.unwrap().is_some(), "a refused count waits on");
        branch.desk.put_vote(branch.meeting, vote(2)).await.unwrap();
        assert_eq!(branch.secretary.open().draft(&name).await.unwrap(), None);
    });
}

#[test]
fn a_member_enters_nothing() {
    let branch = Branch::with_host();
    block_on(async {
        let refused = branch.book.edit_proceedings(branch.meeting, |run| Ok(run.begin(0, NOW)?)).await;
        assert_eq!(refused, Err(Fault::NotTheSecretary));
    });
}

fn resolution(id: u8, meeting: ThingId, number: u16) -> SignedPaper {
    SignedPaper {
        id: ThingId([id; 16]),
        meeting,
        form: Form::Resolution { number, term: Term { from: 2025, to: 2030 } },
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: Some(Adoption { favour: 2, voters: 3 }),
        text: b"noi dung".to_vec(),
    }
}

#[test]
fn a_locked_paper_reaches_members_and_is_locked_once() {
    let branch = Branch::with_host();
    let term = Term { from: 2025, to: 2030 };
    block_on(async {
        let paper = resolution(1, branch.meeting, 15);
        branch.desk.lock_papers(vec![paper.clone()]).await.unwrap();
        for again in [paper.clone(), resolution(2, branch.meeting, 16)] {
            assert_eq!(branch.desk.lock_papers(vec![again]).await, Err(Fault::Locked));
        }
        let addendum = SignedPaper {
            id: ThingId([3; 16]),
            form: Form::Addendum { of: paper.id },
            adopted_by: None,
            ..paper.clone()
        };
        branch.desk.lock_papers(vec![addendum]).await.unwrap();
        assert_eq!(branch.desk.memory().next_resolution(term), 16);
        branch.desk.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        branch.book.load(so_tay::record::Kind::SignedPaper).await.unwrap();
        let memory = branch.book.memory();
        assert_eq!(memory.fold().signed_papers().count(), 2);
        assert_eq!(memory.signed_paper(branch.meeting, |form| *form == paper.form), Some(&paper));
    });
}

#[test]
fn all_papers_of_a_meeting_are_locked_or_none() {
    let branch = Branch::without_host();
    block_on(async {
        let number = SignedPaper { form: Form::Minutes, ..resolution(1, branch.meeting, 15) };
        let wrong = resolution(2, branch.meeting, 0);
        assert!(branch.desk.lock_papers(vec![number, wrong]).await.is_err());
    });
    assert_eq!(branch.desk.memory().fold().signed_papers().count(), 0);
}

fn outcome(task: ThingId, progress: Progress) -> Outcome {
    Outcome { task, progress, share: Some(Share { done: 3, of: 5 }), result: prose("còn hai hộ") }
}

#[test]
fn a_report_on_a_task_reaches_the_secretary_and_nobody_else() {
    let branch = Branch::with_host();
    let task = ThingId([0xe1; 16]);
    block_on(async {
        branch.book.report(outcome(task, Progress::UnderWay)).await.unwrap();
        branch.book.report(outcome(task, Progress::Done)).await.unwrap();
        branch.book.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.desk.load(so_tay::record::Kind::Report).await.unwrap();
        let told: Vec<Progress> =
            branch.desk.memory().fold().reports(task).map(|(_, outcome, _)| outcome.progress).collect();
        assert_eq!(told, [Progress::Done]);
        let shelf = branch.secretary.rows(Table::Shelf);
        let words = "hai hộ".as_bytes();
        assert!(!shelf.iter().any(|(_, value)| value.windows(words.len()).any(|part| part == words)));
    });
}

#[test]
fn what_a_later_meeting_finds_of_a_task_counts() {
    let branch = Branch::without_host();
    let task = ThingId([0xe1; 16]);
    block_on(async {
        let later = ThingId([0xb9; 16]);
        let mut second = notice(later, Vec::new());
        second.starts = NOW.plus_milliseconds(30 * DAY).wall();
        branch.desk.announce(second).await.unwrap();
        for (meeting, progress) in [(later, Progress::Done), (branch.meeting, Progress::UnderWay)] {
            branch.desk.put_outcome(meeting, outcome(task, progress)).await.unwrap();
            branch.desk.publish_minutes(meeting).await.unwrap();
        }
    });
    let memory = branch.desk.memory();
    assert_eq!(memory.fold().outcome(task).map(|outcome| outcome.progress), Some(Progress::Done));
}

#[test]
fn a_tap_on_a_screen_that_is_behind_leaves_the_result_that_was_typed() {
    let branch = Branch::without_host();
    let other = branch.secretary.open();
    let task = ThingId([0xe1; 16]);
    block_on(async {
        branch
            .desk
            .edit_outcome(branch.meeting, task, |found| found.progress = Progress::UnderWay)
            .await
            .unwrap();
        let typed = |found: &mut Outcome| *found = outcome(task, found.progress);
        other.edit_outcome(branch.meeting, task, typed).await.unwrap();
        branch
            .desk
            .edit_outcome(branch.meeting, task, |found| found.progress = Progress::Done)
            .await
            .unwrap();
        let wrong = |found: &mut Outcome| found.share = Some(Share { done: 6, of: 5 });
        assert!(branch.desk.edit_outcome(branch.meeting, task, wrong).await.is_err());
    });
    assert_eq!(branch.desk.memory().minutes(branch.meeting).outcomes, [outcome(task, Progress::Done)]);
}

#[test]
fn the_plan_of_a_year_shows_each_quarter() {
    let branch = Branch::without_host();
    let theme = PlannedTheme {
        id: ThingId([1; 16]),
        title: line("Giữ sạch mương tưới"),
        month: 5,
        preparer: None,
        state: Default::default(),
    };
    block_on(async {
        let edit = |plan: &mut ThemePlan| plan.themes.push(theme.clone());
        branch.desk.edit_theme_plan(2026, edit).await.unwrap();
        let month = |plan: &mut ThemePlan| plan.themes[0].month = 13;
        assert!(branch.desk.edit_theme_plan(2026, month).await.is_err());
    });
    let memory = branch.desk.memory();
    let (quarters, plan) = (memory.quarters(2026), memory.theme_plan(2026));
    let waiting = |month: u32| {
        let month = so_tay::domain::time::Month::new(2026, month).unwrap();
        plan.waiting(month, memory.fold().meetings()).len()
    };
    assert_eq!([waiting(4), waiting(5), waiting(12)], [0, 1, 1]);
    // The meeting of this branch is a thematic one in October.
    assert_eq!(quarters, [Quarter::Missing, Quarter::Planned, Quarter::Missing, Quarter::Held]);
}
