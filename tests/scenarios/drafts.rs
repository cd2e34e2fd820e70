//! What is typed and not entered yet: it survives a kill, and goes in the very commit that makes a fact of it.

use crate::closings::score;
use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::attendance::State;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::{Meeting, Plan};
use so_tay::domain::meeting_score::Official;
use so_tay::domain::proceedings::{Proceedings, Remark, RemarkKind};
use so_tay::domain::regulation::RegulationId;
use so_tay::domain::regulation::rubric::Points;
use so_tay::domain::score::ScoreSheet;
use so_tay::domain::signed_paper::{Adoption, Form, SignedPaper, Term};
use so_tay::domain::task::{Outcome, Progress, Task};
use so_tay::domain::theme_plan::{PlannedTheme, ThemePlan};
use so_tay::exchange::draft::{DraftName, FormDraft};
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook};

const THING: ThingId = ThingId([0xe1; 16]);
const YEAR: i32 = 2026;

/// What is written in a form.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Entry {
    Report,
    Absence,
    NoticeChange,
    Theme,
    Task,
    Remark,
    Guest,
    Closing,
    Addendum,
    Mark,
    Official,
}

fn paper(id: ThingId, meeting: ThingId, form: Form) -> SignedPaper {
    SignedPaper {
        id,
        meeting,
        form,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: NOW.day(),
        adopted_by: Some(Adoption { favour: 2, voters: 3 }),
        text: b"noi dung".to_vec(),
    }
}

impl Entry {
    fn draft(self, meeting: ThingId) -> DraftName {
        match self {
            Self::Report => DraftName::Report(THING),
            Self::Absence => DraftName::Absence(meeting),
            Self::NoticeChange => DraftName::Notice(meeting),
            Self::Theme => DraftName::Theme(ThemePlan::about(YEAR)),
            Self::Task => DraftName::Task(meeting),
            Self::Remark => DraftName::Remark(meeting),
            Self::Guest => DraftName::Guest(meeting),
            Self::Closing => DraftName::Closing(meeting),
            Self::Addendum => DraftName::Addendum(THING),
            Self::Mark => DraftName::Mark(meeting, 1),
            Self::Official => DraftName::Official(meeting),
        }
    }

    /// Enters it from its draft, as often as one likes.
    async fn enter(self, book: &Handbook, branch: &Branch) -> Result<(), Fault> {
        let (meeting, draft) = (branch.meeting, self.draft(branch.meeting));
        match self {
            Self::Report => {
                let progress = Progress::Done;
                let outcome = Outcome { task: THING, progress, share: None, result: prose("đã xong") };
                book.report(outcome).await.map(drop)
            }
            Self::Absence => book.reply(meeting, absence()).await.map(drop),
            Self::NoticeChange => {
                let plan = Plan::Postponed(prose("bão"));
                let changed = Meeting { plan, ..notice(meeting, Vec::new()) };
                book.announce_draft(changed, &draft.to_string()).await
            }
            Self::Theme => {
                let title = line("Giữ sạch mương tưới");
                let theme =
                    PlannedTheme { id: THING, title, month: 5, preparer: None, state: Default::default() };
                book.put_drafted_theme(YEAR, theme, draft).await
            }
            Self::Task => {
                let what = line("Dọn đường làng");
                let task = Task { id: THING, what, who: Vec::new(), deadline: None, report_on: None };
                book.put_drafted_task(meeting, 0, task, draft).await
            }
            Self::Remark => {
                let text = line("đi đầu làm đường");
                let kind = RemarkKind::Praise;
                let remark = Remark { id: THING, member: branch.an, kind, text, in_minutes: false };
                book.enter_drafted(meeting, draft, |run| Ok(run.put_remark(remark.clone())?)).await
            }
            Self::Guest => {
                let guest = line("Bà Đỗ Thị Sen, Đảng ủy xã");
                let add = |run: &mut Proceedings| {
                    run.put_guest(guest.clone());
                    Ok(())
                };
                book.enter_drafted(meeting, draft, add).await
            }
            Self::Closing => {
                let form = Form::Resolution { number: 15, term: Term { from: 2025, to: 2030 } };
                let papers = [(THING, Form::Minutes), (ThingId([2; 16]), form)];
                let papers = papers.map(|(id, form)| paper(id, meeting, form)).to_vec();
                book.close_meeting(meeting, papers).await
            }
            Self::Addendum => {
                let addendum = paper(ThingId([3; 16]), meeting, Form::Addendum { of: THING });
                book.lock_papers(vec![SignedPaper { adopted_by: None, ..addendum }]).await
            }
            Self::Mark => {
                let mark = |run: &mut Proceedings| {
                    let sheet = ScoreSheet::suggested(RegulationId::FIRST, &[]);
                    run.score = Some(ScoreSheet { remedies: prose("họp gọn hơn"), ..sheet });
                    Ok(())
                };
                book.enter_drafted(meeting, draft, mark).await
            }
            Self::Official => {
                let official = Official { points: Points(885), told_on: NOW.day(), note: prose("") };
                book.rate_officially(meeting, official).await
            }
        }
    }

    /// How many of it there are.
    async fn count(self, book: &Handbook, branch: &Branch) -> usize {
        let meeting = branch.meeting;
        for kind in [Kind::Report, Kind::ThemePlan, Kind::SignedPaper, Kind::Score] {
            book.load(kind).await.unwrap();
        }
        book.load_meeting(meeting).await.unwrap();
        book.load_proceedings(meeting).await.unwrap();
        let memory = book.memory();
        let fold = memory.fold();
        let papers = |like: fn(&Form) -> bool| fold.signed_papers().filter(|paper| like(&paper.form)).count();
        match self {
            Self::Report => fold.reports(THING).count(),
            Self::Absence => usize::from(fold.reply(meeting, branch.an).is_some()),
            Self::NoticeChange => fold.meetings().filter(|meeting| meeting.plan != Plan::Announced).count(),
            Self::Theme => memory.theme_plan(YEAR).themes.len(),
            Self::Task => memory.minutes(meeting).tasks.len(),
            Self::Remark => memory.proceedings(meeting).unwrap().remarks.len(),
            Self::Guest => memory.proceedings(meeting).unwrap().guests.len(),
            Self::Mark => usize::from(memory.proceedings(meeting).unwrap().score.is_some()),
            Self::Official => {
                fold.score(meeting).into_iter().filter(|score| score.official.is_some()).count()
            }
            Self::Closing => papers(|form| *form == Form::Minutes),
            Self::Addendum => papers(|form| matches!(form, Form::Addendum { .. })),
        }
    }
}

#[rstest]
fn what_is_typed_survives_a_kill_and_is_entered_once(
    #[values(
        Entry::Report,
        Entry::Absence,
        Entry::NoticeChange,
        Entry::Theme,
        Entry::Task,
        Entry::Remark,
        Entry::Guest,
        Entry::Closing,
        Entry::Addendum,
        Entry::Mark,
        Entry::Official
    )]
    entry: Entry,
) {
    let branch = Branch::with_host();
    let member = matches!(entry, Entry::Report | Entry::Absence);
    let phone = if member { &branch.member } else { &branch.secretary };
    let name = entry.draft(branch.meeting).to_string();
    let texts = vec!["Cống  Gốc Gạo ".to_owned()];
    let typed = FormDraft { id: THING, texts, choices: vec![1], members: vec![branch.an] };
    block_on(async {
        if matches!(entry, Entry::Closing | Entry::Official) {
            branch.desk.tick(branch.meeting, branch.an, Some(State::Present)).await.unwrap();
            score(&branch.desk, branch.meeting, None).await;
        }
        if entry == Entry::Official {
            Entry::Closing.enter(&branch.desk, &branch).await.unwrap();
        }
        if entry == Entry::Addendum {
            let minutes = paper(THING, branch.meeting, Form::Minutes);
            branch.desk.lock_papers(vec![minutes]).await.unwrap();
        }
        phone.open().save_draft(&name, typed.encode()).await.unwrap();

        // Killed before it is stored: nothing is entered, and the words are there.
        let book = phone.open();
        phone.store.die_after(0);
        assert!(entry.enter(&book, &branch).await.is_err());
        phone.store.revive();
        let (book, other) = (phone.open(), phone.open());
        assert_eq!(entry.count(&book, &branch).await, 0);
        let kept = book.draft(&name).await.unwrap().unwrap();
        assert_eq!(FormDraft::decode(&kept), Ok(typed));

        // Killed as soon as it is stored: it is entered, and there is nothing to enter again.
        entry.enter(&book, &branch).await.unwrap();
        let book = phone.open();
        assert_eq!(entry.count(&book, &branch).await, 1);
        assert_eq!(book.draft(&name).await.unwrap(), None);

        // A second tab had taken the draft up too.
        let again = entry.enter(&other, &branch).await;
        assert!(matches!(again, Ok(()) | Err(Fault::Locked)), "{again:?}");
        assert_eq!(entry.count(&phone.open(), &branch).await, 1);
    });
}
