//! What the secretary is told of deadlines, as it follows from what was really entered and published.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::domain::deadline::{Duty, Step};
use so_tay::domain::guard::Matter;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::{Kind as MeetingKind, Meeting};
use so_tay::domain::posting::PostingItem;
use so_tay::domain::proceedings::DraftState;
use so_tay::domain::theme_plan::PlannedTheme;
use so_tay::domain::time::WallTime;
use so_tay::sync::{Fault, Handbook};

/// A meeting two days ahead, when its papers are near.
const AHEAD: ThingId = ThingId([0xc1; 16]);

fn now() -> WallTime {
    NOW.wall()
}

async fn announce_ahead(desk: &Handbook, documents: Vec<ThingId>) {
    let starts = NOW.plus_milliseconds(2 * DAY).wall();
    desk.announce(Meeting { starts, ..notice(AHEAD, documents) }).await.unwrap();
    desk.load_guarded().await.unwrap();
}

fn duties(desk: &Handbook, at: WallTime) -> Vec<Duty> {
    let told = desk.memory().concerns(at).into_iter();
    told.filter_map(|concern| match concern.matter {
        Matter::OfMeeting(AHEAD, duty) => Some(duty),
        _ => None,
    })
    .collect()
}

async fn enter(desk: &Handbook, drafter: &str, draft: DraftState) {
    desk.edit_proceedings(AHEAD, |run| {
        run.preparation.bureau_met = Some(NOW.day());
        run.preparation.drafter = Some(line(drafter));
        run.preparation.draft = draft;
        Ok(())
    })
    .await
    .unwrap();
}

#[test]
fn what_is_entered_of_the_preparation_ends_its_deadlines_and_survives_a_kill() {
    let branch = Branch::without_host();
    block_on(async {
        let paper = branch.desk.publish_document(document("12-NQ/CB"), None).await.unwrap();
        announce_ahead(&branch.desk, vec![paper]).await;
        assert_eq!(duties(&branch.desk, now()), [Duty::Bureau]);
        assert_eq!(branch.desk.memory().course(AHEAD).unwrap().next_step(), Step::Bureau);

        enter(&branch.desk, "Trần Thị Bình", DraftState::Drafted).await;
        assert_eq!(duties(&branch.desk, now()), [Duty::Papers]);
        assert_eq!(branch.desk.memory().course(AHEAD).unwrap().next_step(), Step::Content);

        enter(&branch.desk, "Trần Thị Bình", DraftState::Sent).await;
        let desk = branch.secretary.open();
        desk.load_guarded().await.unwrap();
        assert_eq!(duties(&desk, now()), []);
        assert_eq!(desk.memory().course(AHEAD).unwrap().next_step(), Step::Ready);
    });
}

#[test]
fn a_notice_that_is_changed_later_went_out_when_it_was_first_sent() {
    let branch = Branch::without_host();
    block_on(async {
        announce_ahead(&branch.desk, Vec::new()).await;
        branch.secretary.clock.set(NOW.plus_milliseconds(36 * 60 * MINUTE));
        announce_ahead(&branch.desk, Vec::new()).await;
        for desk in [branch.desk, branch.secretary.open()] {
            desk.load_guarded().await.unwrap();
            let memory = desk.memory();
            let scored = memory.score_facts(AHEAD, &memory.in_force(NOW.day()), NOW).unwrap().noticed;
            assert_eq!((memory.course(AHEAD).unwrap().noticed, scored), (now(), Some(NOW)));
        }
    });
}

#[test]
fn a_theme_that_is_still_drafted_keeps_the_papers_waiting() {
    let branch = Branch::without_host();
    block_on(async {
        let paper = branch.desk.publish_document(document("12-NQ/CB"), None).await.unwrap();
        announce_ahead(&branch.desk, vec![paper]).await;
        enter(&branch.desk, "Trần Thị Bình", DraftState::Sent).await;
        for (state, waits) in [(DraftState::Drafted, true), (DraftState::Sent, false)] {
            let theme = PlannedTheme {
                id: ThingId([1; 16]),
                title: line("Nêu gương"),
                month: 10,
                preparer: None,
                state,
            };
            branch.desk.edit_theme_plan(2026, |plan| plan.put(theme.clone())).await.unwrap();
            assert_eq!(duties(&branch.desk, now()).contains(&Duty::Papers), waits, "{state:?}");
        }
    });
}

#[test]
fn posting_is_asked_for_until_everything_is_ticked() {
    let branch = Branch::without_host();
    block_on(async {
        announce_ahead(&branch.desk, Vec::new()).await;
        let after = NOW.plus_milliseconds(3 * DAY).wall();
        assert_eq!(duties(&branch.desk, after), [Duty::Posting]);
        let present = Some(so_tay::domain::attendance::State::Present);
        branch.desk.tick(AHEAD, branch.an, present).await.unwrap();
        assert_eq!(duties(&branch.desk, after), [Duty::Posting]);
        branch.desk.publish_minutes(AHEAD).await.unwrap();
        assert_eq!(duties(&branch.desk, after), [Duty::Posting]);

        let items = branch.desk.memory().to_post(AHEAD);
        assert_eq!(items, [PostingItem::Minutes, PostingItem::Report], "there is no resolution and no score");
        for item in items {
            assert_eq!(duties(&branch.desk, after), [Duty::Posting]);
            branch.desk.tick_posted(AHEAD, item, true).await.unwrap();
        }
        assert_eq!(duties(&branch.desk, after), []);
        let reopened = branch.secretary.open();
        reopened.load_guarded().await.unwrap();
        assert_eq!(duties(&reopened, after), []);

        branch.desk.tick_posted(AHEAD, PostingItem::Report, false).await.unwrap();
        assert_eq!(duties(&branch.desk, after), [Duty::Posting]);
    });
}

#[test]
fn what_is_ticked_as_posted_keeps_its_first_time_and_is_evidence_for_the_score() {
    let branch = Branch::without_host();
    block_on(async {
        announce_ahead(&branch.desk, Vec::new()).await;
        let posted = || {
            let memory = branch.desk.memory();
            let regulation = memory.in_force(NOW.day());
            memory.score_facts(AHEAD, &regulation, NOW).unwrap().posted
        };
        for (hour, item) in [(1, PostingItem::Minutes), (2, PostingItem::Report), (3, PostingItem::Report)] {
            assert_eq!(posted(), None.or((hour > 2).then(|| NOW.plus_milliseconds(2 * 60 * MINUTE))));
            branch.secretary.clock.set(NOW.plus_milliseconds(hour * 60 * MINUTE));
            branch.desk.tick_posted(AHEAD, item, true).await.unwrap();
        }
        assert_eq!(posted(), Some(NOW.plus_milliseconds(2 * 60 * MINUTE)));
        let refused = branch.book.tick_posted(AHEAD, PostingItem::Minutes, true).await;
        assert_eq!(refused, Err(Fault::NotTheSecretary));
    });
}

#[test]
fn from_the_twentieth_on_the_next_regular_meeting_is_asked_for_once() {
    let branch = Branch::without_host();
    let november = WallTime { day: so_tay::domain::time::Day::parse("2026-11-03").unwrap(), ..now() };
    block_on(async {
        let asked = |day: i64| {
            let told = branch.desk.memory().concerns(NOW.plus_milliseconds(day * DAY).wall());
            told.iter().any(|concern| concern.matter == Matter::Regular(november.day.month()))
        };
        assert_eq!((asked(9), asked(10)), (false, true));
        let regular = Meeting { kind: MeetingKind::Regular, starts: november, ..notice(AHEAD, Vec::new()) };
        branch.desk.announce(regular).await.unwrap();
        assert!(!asked(10));
    });
}

#[test]
fn whoever_has_answered_need_not_be_called() {
    let branch = Branch::with_host();
    block_on(async {
        let silent = |desk: &Handbook| desk.memory().silent_members(branch.meeting).len();
        branch.desk.travel().await.unwrap();
        branch.desk.load_meeting(branch.meeting).await.unwrap();
        let before = silent(&branch.desk);
        branch.book.travel().await.unwrap();
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.book.travel().await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.desk.load_meeting(branch.meeting).await.unwrap();
        assert_eq!(silent(&branch.desk), before - 1);
    });
}
