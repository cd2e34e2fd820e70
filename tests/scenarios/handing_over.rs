//! A meeting that is being entered goes from the secretary's phone to the laptop and back.

use crate::phones::*;
use pollster::block_on;
use proptest::prelude::*;
use rstest::rstest;
use so_tay::domain::attendance::State;
use so_tay::domain::check_in::{CheckIn, Proof};
use so_tay::domain::entered::Entered;
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::domain::meeting::ItemRole;
use so_tay::domain::proceedings::{
    FeeReport, Opinion, OpinionKind, Proceedings, Remark, RemarkKind, Speaker,
};
use so_tay::domain::regulation::RegulationId;
use so_tay::domain::regulation::rubric::{Key, Points};
use so_tay::domain::score::{Given, Mark, ScoreSheet};
use so_tay::domain::task::{Outcome, Progress, Task};
use so_tay::domain::time::Moment;
use so_tay::domain::vote::{Base, Vote, Way, Weight};
use so_tay::exchange::bundle::{Bundle, Item};
use so_tay::ports::Table;
use so_tay::record::sealed_mail::{open_hand_over, seal_hand_over};
use so_tay::record::{Body, Flaw, Seed, Unverified};
use so_tay::sync::{Fault, Handbook, Joined, Role};

/// Two devices of one secretary, each with an own clock.
pub struct Two {
    pub branch: Branch,
    pub laptop: Phone,
    pub other: Handbook,
}

pub fn two() -> Two {
    let branch = Branch::with_host();
    let laptop = Phone::new(4, &branch.host);
    let other = block_on(async {
        for agenda in [branch.meeting] {
            let mut notice = branch.desk.memory().fold().meeting(agenda).unwrap().clone();
            let item = notice.agenda[0].clone();
            notice.agenda = vec![item; 3];
            branch.desk.announce(notice).await.unwrap();
        }
        branch.exchange().await.unwrap();
        let pass = branch.desk.memory().identity().pass();
        let other = Handbook::restore(laptop.ports(), pass).await.unwrap();
        other.travel().await.unwrap();
        assert_eq!(other.memory().role(), Role::Secretary);
        other
    });
    Two { branch, laptop, other }
}

pub fn opinion(id: u8, at: Moment, text: &str) -> Opinion {
    Opinion {
        id: ThingId([id; 16]),
        step: 0,
        kind: OpinionKind::Opinion,
        by: vec![Speaker::Member(MemberId([1; 8]))],
        at,
        text: prose(text),
        taken: Vec::new(),
    }
}

fn vote(id: u8, favour: u16) -> Vote {
    Vote {
        id: ThingId([id; 16]),
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

/// The score of what is entered, as it is marked.
pub fn sheet(run: &mut Proceedings) -> &mut ScoreSheet {
    run.score.get_or_insert_with(|| ScoreSheet::suggested(RegulationId::FIRST, &[]))
}

pub fn mark(key: &str, points: u16) -> Mark {
    let note = prose(if points == 0 { "họp muộn" } else { "" });
    Mark { key: Key::parse(key).unwrap(), given: Given::Points(Points(points)), note }
}

fn task(id: u8, what: &str) -> Task {
    Task { id: ThingId([id; 16]), what: line(what), who: Vec::new(), deadline: None, report_on: None }
}

pub async fn edit(desk: &Handbook, meeting: ThingId, change: impl Fn(&mut Proceedings)) {
    let changed = |run: &mut Proceedings| {
        change(run);
        Ok(())
    };
    desk.edit_proceedings(meeting, changed).await.unwrap();
}

pub async fn say(desk: &Handbook, meeting: ThingId, opinion: &Opinion) {
    desk.edit_proceedings(meeting, |run| Ok(run.put_opinion(opinion.clone())?)).await.unwrap();
}

pub async fn file(desk: &Handbook, meeting: ThingId) -> Bundle {
    let out = desk.export_run(meeting).await.unwrap();
    desk.note_bundle_out(&out).await.unwrap();
    Bundle::from_text(&out.bundle.to_text()).unwrap()
}

pub async fn hand_over(from: &Handbook, to: &Handbook, meeting: ThingId) -> Joined {
    let bundle = file(from, meeting).await;
    to.import_bundle(bundle).await.unwrap().entered.unwrap()
}

/// Everything that a device shows of what is entered.
fn shown(desk: &Handbook, meeting: ThingId) -> (Proceedings, String) {
    block_on(desk.load_proceedings(meeting)).unwrap();
    let memory = desk.memory();
    let minutes = memory.minutes(meeting);
    let run = memory.proceedings(meeting).unwrap();
    (run, format!("{:?} {:?} {:?}", memory.roll_call(meeting), minutes.tasks, minutes.outcomes))
}

#[test]
fn what_the_phone_has_the_laptop_goes_on_with_and_hands_back() {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        edit(desk, meeting, |run| run.begin(0, NOW).unwrap()).await;
        edit(desk, meeting, |run| run.chair = Some(branch.an)).await;
        say(desk, meeting, &opinion(1, NOW, "một")).await;
        say(desk, meeting, &opinion(2, NOW.plus_milliseconds(1), "hai")).await;
        desk.put_vote(meeting, vote(1, 2)).await.unwrap();
        desk.tick(meeting, branch.an, Some(State::Late)).await.unwrap();
        desk.put_task(meeting, 0, task(1, "Dọn đường")).await.unwrap();
        let outcome =
            Outcome { task: ThingId([7; 16]), progress: Progress::Done, share: None, result: prose("xong") };
        desk.put_outcome(meeting, outcome).await.unwrap();

        assert_eq!(desk.entered_meeting().await, Ok(Some(meeting)));
        assert_eq!(other.entered_meeting().await, Ok(None));
        let brought = hand_over(desk, &other, meeting).await;
        assert_eq!((brought.opinions, brought.votes, brought.marks), (2, 1, 1));
        assert_eq!(shown(desk, meeting), shown(&other, meeting));

        laptop.clock.set(NOW.plus_milliseconds(10 * MINUTE));
        let later = NOW.plus_milliseconds(10 * MINUTE);
        edit(&other, meeting, |run| run.begin(1, later).unwrap()).await;
        edit(&other, meeting, |run| run.opinions.retain(|opinion| opinion.id != ThingId([1; 16]))).await;
        say(&other, meeting, &opinion(2, NOW.plus_milliseconds(1), "hai, sửa lại")).await;
        other.remove_task(meeting, ThingId([1; 16])).await.unwrap();
        // Meanwhile the phone is not idle either.
        say(desk, meeting, &opinion(3, later, "ba")).await;
        hand_over(&other, desk, meeting).await;
        hand_over(desk, &other, meeting).await;
        assert_eq!(shown(desk, meeting), shown(&other, meeting));
        let run = desk.memory().proceedings(meeting).unwrap();
        let words: Vec<&str> = run.opinions.iter().map(|opinion| opinion.text.as_str()).collect();
        assert_eq!(words, ["hai, sửa lại", "ba"]);
        assert_eq!((run.running(), run.chair), (Some(1), Some(branch.an)));
        assert_eq!(run.steps[0].elapsed(later), 10 * MINUTE);
        assert!(desk.memory().minutes(meeting).tasks.is_empty());

        // A kill later it is all there.
        let reopened = laptop.open();
        assert_eq!(shown(&reopened, meeting), shown(desk, meeting));
    });
}

#[test]
fn a_file_that_is_taken_twice_changes_nothing() {
    let Two { branch, laptop, other } = two();
    let meeting = branch.meeting;
    block_on(async {
        say(&branch.desk, meeting, &opinion(1, NOW, "một")).await;
        branch.desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        let bundle = file(&branch.desk, meeting).await;
        other.import_bundle(bundle.clone()).await.unwrap();
        let rows = Table::ALL.map(|table| laptop.rows(table));
        let again = other.import_bundle(bundle.clone()).await.unwrap();
        assert_eq!(again.entered, Some(Joined::default()));
        assert_eq!(Table::ALL.map(|table| laptop.rows(table)), rows);
        // Nor does the own file.
        let rows = Table::ALL.map(|table| branch.secretary.rows(table));
        assert_eq!(branch.desk.import_bundle(bundle).await.unwrap().entered, Some(Joined::default()));
        assert_eq!(Table::ALL.map(|table| branch.secretary.rows(table)), rows);
    });
}

#[test]
fn a_deputy_with_a_device_of_the_own_takes_it_over_too_and_a_member_does_not() {
    let branch = Branch::with_host();
    let meeting = branch.meeting;
    block_on(async {
        say(&branch.desk, meeting, &opinion(1, NOW, "một")).await;
        let early = file(&branch.desk, meeting).await;
        assert_eq!(branch.book.import_bundle(early.clone()).await, Err(Fault::NotTheSecretary));
        assert_eq!(branch.book.export_run(meeting).await.err(), Some(Fault::NotTheSecretary));
        branch.desk.name_secretary(branch.members_device().id()).await.unwrap();
        branch.desk.travel().await.unwrap();
        branch.book.travel().await.unwrap_err();
        assert_eq!(
            branch.book.import_bundle(early).await,
            Err(Fault::Flaw(Flaw::NotForUs)),
            "made before the deputy was named"
        );
        assert_eq!(hand_over(&branch.desk, &branch.book, meeting).await.opinions, 1);
    });
}

#[test]
fn nothing_of_it_is_shelved_published_or_sent() {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let words = "lời chỉ bí thư đọc";
        let files = branch.host.files().clone();
        let shelves = [branch.secretary.rows(Table::Shelf), laptop.rows(Table::Shelf)];
        say(desk, meeting, &opinion(1, NOW, words)).await;
        let bundle = file(desk, meeting).await;
        assert!(!bundle.to_text().contains(words));
        other.import_bundle(bundle).await.unwrap();
        for handbook in [desk, &other] {
            handbook.travel().await.unwrap();
            assert!(handbook.memory().outbox().is_empty() && !handbook.memory().unpublished());
        }
        assert_eq!(*branch.host.files(), files);
        assert_eq!([branch.secretary.rows(Table::Shelf), laptop.rows(Table::Shelf)], shelves);
        for (_, value) in Table::ALL.into_iter().flat_map(|table| laptop.rows(table)) {
            assert!(!value.windows(words.len()).any(|part| part == words.as_bytes()), "it lies wrapped");
        }
    });
}

#[test]
fn a_check_in_with_the_code_of_the_phone_counts_on_the_laptop() {
    let Two { branch, other, .. } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let turn = desk.open_code(meeting).await.unwrap();
        let proof = Proof::Spoken(turn.spoken);
        let body = Body::CheckIn(CheckIn { meeting, proof });
        let bytes = branch.draft(meeting, body).sign(&branch.members_device());
        desk.take_scanned(meeting, &bytes).await.unwrap();
        assert!(desk.memory().roll_call(meeting).present(branch.an));
        hand_over(desk, &other, meeting).await;
        assert!(other.memory().roll_call(meeting).present(branch.an));
        // The laptop's hand stays the authority, there and back.
        other.tick(meeting, branch.an, Some(State::Excused)).await.unwrap();
        hand_over(&other, desk, meeting).await;
        assert_eq!(desk.memory().roll_call(meeting).entry(branch.an).unwrap().state, State::Excused);
    });
}

#[test]
fn what_was_published_stands_against_an_older_file() {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.tick(meeting, branch.an, Some(State::Excused)).await.unwrap();
        desk.put_task(meeting, 0, task(1, "Dọn đường")).await.unwrap();
        let old = file(desk, meeting).await;
        laptop.clock.set(NOW.plus_milliseconds(MINUTE));
        other.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        other.publish_minutes(meeting).await.unwrap();
        other.import_bundle(old).await.unwrap();
        assert!(other.memory().roll_call(meeting).present(branch.an));
        assert!(!other.memory().tasks_wait(meeting), "no draft hides what was published");
        assert_eq!(other.memory().published_roll_call(meeting).unwrap().entries().len(), 2);
    });
}

#[derive(Clone, Copy, Debug)]
enum Harm {
    OtherBranch,
    Disguised,
    FormerSecretary,
    Member,
    OtherMeeting,
    Cut,
    Flipped,
    OtherKind,
}

#[rstest]
#[case(Harm::OtherBranch, Fault::OtherBranch)]
#[case(Harm::Disguised, Fault::Flaw(Flaw::NotForUs))]
#[case(Harm::OtherMeeting, Fault::UnknownMeeting)]
#[case(Harm::Member, Fault::Flaw(Flaw::NotAllowed))]
#[case(Harm::Cut, Fault::Flaw(Flaw::BadSignature))]
#[case(Harm::Flipped, Fault::Flaw(Flaw::BadSignature))]
#[case(Harm::OtherKind, Fault::Flaw(Flaw::NotAllowed))]
#[case(Harm::FormerSecretary, Fault::Flaw(Flaw::BadValue))]
fn a_hand_over_that_is_not_ours_is_refused_and_changes_nothing(#[case] harm: Harm, #[case] fault: Fault) {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        say(desk, meeting, &opinion(1, NOW, "một")).await;
        say(&other, meeting, &opinion(2, NOW, "hai")).await;
        let bundle = file(desk, meeting).await;
        let [Item::Proceedings(sealed)] = bundle.items.as_slice() else { panic!("{bundle:?}") };
        let founder = branch.founder();
        let letter = open_hand_over(&founder, sealed).unwrap();
        let body = Unverified::parse(&letter).unwrap().claim().1.clone();
        let seal = |letter: &[u8]| {
            let readers = [founder.keys().sealing];
            seal_hand_over(&readers, letter, &Seed([5; 32])).unwrap()
        };
        let mut fault = fault;
        let (org, sealed) = match harm {
            Harm::OtherBranch | Harm::Disguised => {
                let phone = Phone::new(30, &branch.host);
                let foreign = Handbook::found(phone.ports(), founding(None)).await.unwrap().handbook;
                foreign.announce(notice(meeting, Vec::new())).await.unwrap();
                let mut theirs = foreign.export_run(meeting).await.unwrap().bundle;
                let Some(Item::Proceedings(sealed)) = theirs.items.pop() else { panic!("nothing in it") };
                (if matches!(harm, Harm::Disguised) { bundle.org } else { theirs.org }, sealed)
            }
            Harm::FormerSecretary => {
                let former = branch.members_device();
                desk.name_secretary(former.id()).await.unwrap();
                desk.dismiss_secretary(former.id()).await.unwrap();
                desk.travel().await.unwrap();
                other.travel().await.unwrap();
                fault = Fault::Flaw(Flaw::FormerSecretary(former.id()));
                (bundle.org, seal(&branch.draft(meeting, body).sign(&former)))
            }
            Harm::Member => (bundle.org, seal(&branch.draft(meeting, body).sign(&branch.members_device()))),
            Harm::OtherMeeting => (bundle.org, seal(&branch.draft(ThingId([99; 16]), body).sign(&founder))),
            Harm::Cut => (bundle.org, sealed[..sealed.len() - 1].to_vec()),
            Harm::Flipped => {
                let mut flipped = sealed.clone();
                *flipped.last_mut().unwrap() ^= 1;
                (bundle.org, flipped)
            }
            Harm::OtherKind => {
                let notice = desk.memory().fold().meeting(meeting).unwrap().clone();
                (bundle.org, seal(&branch.draft(meeting, Body::Meeting(notice)).sign(&founder)))
            }
        };
        let rows = Table::ALL.map(|table| laptop.rows(table));
        let harmed = Bundle { org, items: vec![Item::Proceedings(sealed)] };
        assert_eq!(other.import_bundle(harmed).await, Err(fault));
        assert_eq!(Table::ALL.map(|table| laptop.rows(table)), rows);
    });
}

#[test]
fn a_full_meeting_in_the_longest_letters_goes_over_in_one_file() {
    let Two { branch, other, .. } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    let words = "ộ".repeat(4_000);
    block_on(async {
        edit(desk, meeting, |run| {
            for id in 0..Proceedings::OPINIONS_MAX {
                let said = opinion(u8::try_from(id).unwrap(), NOW, &words);
                run.put_opinion(said).unwrap();
            }
            run.findings.politics = prose(&words);
            run.steps.iter_mut().for_each(|step| step.note = prose(&words));
        })
        .await;
        let bundle = file(desk, meeting).await;
        let [Item::Proceedings(sealed)] = bundle.items.as_slice() else { panic!("{bundle:?}") };
        assert!((2_900_000..3_200_000).contains(&sealed.len()), "{}", sealed.len());
        let brought = other.import_bundle(bundle).await.unwrap().entered.unwrap();
        assert_eq!(brought.opinions, Proceedings::OPINIONS_MAX);
        // One more on each side is more than a meeting can have: refused whole.
        edit(&other, meeting, |run| drop(run.opinions.pop())).await;
        say(&other, meeting, &opinion(250, NOW, "thêm")).await;
        edit(desk, meeting, |run| drop(run.opinions.remove(0))).await;
        say(desk, meeting, &opinion(251, NOW, "thêm")).await;
        hand_over(desk, &other, meeting).await;
        assert_eq!(other.memory().proceedings(meeting).unwrap().opinions.len(), Proceedings::OPINIONS_MAX);
    });
}

/// One thing that somebody does on one of the two devices, in small numbers.
#[derive(Clone, Debug)]
enum Deed {
    Say(u8, u8),
    Unsay(u8),
    Count(u8, u16),
    Remark(u8, bool),
    Begin(usize),
    Pause,
    Close,
    Chair(u8),
    Fees(u16),
    Note(usize, u8),
    Guest(u8, bool),
    Tick(u8, u8),
    Mark(u8, u16),
    Remedy(u8),
    Task(u8, u8),
    Drop(u8),
    Outcome(u8, u8),
    /// What is entered by then is handed to the other one at the end; or also at once.
    File,
    HandOver,
}

fn deeds() -> impl Strategy<Value = Vec<(bool, i64, Deed)>> {
    let deed = prop_oneof![
        (0..4u8, 0..4u8).prop_map(|(id, text)| Deed::Say(id, text)),
        (0..4u8).prop_map(Deed::Unsay),
        (0..3u8, 0..3u16).prop_map(|(id, n)| Deed::Count(id, n)),
        (0..3u8, any::<bool>()).prop_map(|(id, there)| Deed::Remark(id, there)),
        (0..3usize).prop_map(Deed::Begin),
        (0..3usize).prop_map(Deed::Begin),
        Just(Deed::Pause),
        Just(Deed::Close),
        (0..3u8).prop_map(Deed::Chair),
        (0..3u16).prop_map(Deed::Fees),
        (0..3usize, 0..3u8).prop_map(|(step, text)| Deed::Note(step, text)),
        (0..3u8, any::<bool>()).prop_map(|(id, there)| Deed::Guest(id, there)),
        (0..3u8, 0..4u8).prop_map(|(member, state)| Deed::Tick(member, state)),
        (0..3u8, 0..3u16).prop_map(|(key, points)| Deed::Mark(key, points)),
        (0..4u8).prop_map(Deed::Remedy),
        (0..3u8, 0..3u8).prop_map(|(id, text)| Deed::Task(id, text)),
        (0..3u8).prop_map(Deed::Drop),
        (0..3u8, 0..3u8).prop_map(|(id, text)| Deed::Outcome(id, text)),
        Just(Deed::File),
        Just(Deed::HandOver),
    ];
    prop::collection::vec((any::<bool>(), 0..3i64, deed), 1..24)
}

async fn act(desk: &Handbook, meeting: ThingId, now: Moment, deed: &Deed) {
    let thing = |id: u8| ThingId([id + 1; 16]);
    let text = |n: u8| ["", "một", "hai", "ba"][usize::from(n)];
    match *deed {
        Deed::Say(id, words) => {
            let said = Opinion { at: NOW.plus_milliseconds(i64::from(id)), ..opinion(id + 1, NOW, "lời") };
            say(desk, meeting, &Opinion { text: prose(&["lời ", text(words)].concat()), ..said }).await;
        }
        Deed::Unsay(id) => {
            edit(desk, meeting, |run| run.opinions.retain(|said| said.id != thing(id))).await;
        }
        Deed::Count(id, favour) => desk.put_vote(meeting, vote(id + 1, favour)).await.unwrap(),
        Deed::Remark(id, there) => {
            let remark = Remark {
                id: thing(id),
                member: MemberId([1; 8]),
                kind: RemarkKind::Praise,
                text: line("tích cực"),
                in_minutes: false,
            };
            edit(desk, meeting, |run| {
                run.remarks.retain(|known| known.id != remark.id);
                run.remarks.extend(there.then(|| remark.clone()));
            })
            .await;
        }
        Deed::Begin(step) => edit(desk, meeting, |run| run.begin(step, now).unwrap()).await,
        Deed::Pause => edit(desk, meeting, |run| run.pause(now)).await,
        Deed::Close => edit(desk, meeting, |run| run.close(now)).await,
        Deed::Chair(id) => edit(desk, meeting, |run| run.chair = Some(MemberId([id; 8]))).await,
        Deed::Fees(paid) => {
            let fees = FeeReport { paid, of: 3, note: None };
            edit(desk, meeting, |run| run.fees = Some(fees.clone())).await;
        }
        Deed::Note(step, words) => {
            edit(desk, meeting, |run| run.steps[step].note = prose(text(words))).await;
        }
        Deed::Guest(id, there) => {
            let name = line(["Vũ", "Đỗ", "Lý"][usize::from(id)]);
            edit(desk, meeting, |run| {
                run.guests.retain(|guest| *guest != name);
                run.guests.extend(there.then(|| name.clone()));
            })
            .await;
        }
        Deed::Tick(member, state) => {
            let states = [None, Some(State::Present), Some(State::Late), Some(State::Absent)];
            desk.tick(meeting, MemberId([member; 8]), states[usize::from(state)]).await.unwrap();
        }
        Deed::Mark(item, points) => {
            edit(desk, meeting, |run| sheet(run).put(mark(["1.1", "4.3", "6.1"][usize::from(item)], points)))
                .await;
        }
        Deed::Remedy(words) => edit(desk, meeting, |run| sheet(run).remedies = prose(text(words))).await,
        Deed::Task(id, words) => {
            let what = ["việc ", text(words)].concat();
            desk.put_task(meeting, 99, task(id + 1, &what)).await.unwrap();
        }
        Deed::Drop(id) => desk.remove_task(meeting, thing(id)).await.unwrap(),
        Deed::Outcome(id, words) => {
            let (task, result) = (thing(id), prose(text(words)));
            let outcome = Outcome { task, progress: Progress::UnderWay, share: None, result };
            desk.put_outcome(meeting, outcome).await.unwrap();
        }
        Deed::File | Deed::HandOver => {}
    }
}

/// How long the steps took together, and how long something was going on.
fn times(run: &Proceedings, now: Moment) -> (i64, i64) {
    let spans = || run.steps.iter().flat_map(|step| &step.spans);
    let minutes: std::collections::BTreeSet<i64> =
        spans().flat_map(|span| span.from.0..span.to.unwrap_or(now).0).collect();
    (run.steps.iter().map(|step| step.elapsed(now)).sum(), i64::try_from(minutes.len()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hand_overs_in_any_order_and_number_give_both_devices_the_same(
        deeds in deeds(),
        shuffle in prop::collection::vec(any::<u64>(), 64),
    ) {
        let Two { branch, laptop, other } = two();
        let (desk, meeting) = (&branch.desk, branch.meeting);
        block_on(async {
            let mut now = NOW;
            let mut files = Vec::new();
            for (on_laptop, pause, deed) in &deeds {
                now = now.plus_milliseconds(*pause);
                // The laptop's clock is slow.
                branch.secretary.clock.set(now);
                laptop.clock.set(now.plus_milliseconds(-2));
                let (here, there) = if *on_laptop { (&other, desk) } else { (desk, &other) };
                match deed {
                    Deed::HandOver => drop(hand_over(here, there, meeting).await),
                    Deed::File => files.push(file(here, meeting).await),
                    deed => act(here, meeting, here.ports().clock.now(), deed).await,
                }
            }
            files.push(file(desk, meeting).await);
            files.push(file(&other, meeting).await);
            // Each device gets all files, in an order of its own, some of them twice.
            for (half, desk) in shuffle.chunks(32).zip([desk, &other]) {
                let twice = files.iter().chain(files.iter().take(half.len() / 8));
                let mut mixed: Vec<(u64, &Bundle)> = half.iter().copied().zip(twice).collect();
                // No file is left out, however many there are.
                mixed.extend(files.iter().skip(half.len()).map(|file| (0, file)));
                mixed.sort_by_key(|(place, _)| *place);
                for (_, bundle) in mixed {
                    desk.import_bundle(bundle.clone()).await.unwrap();
                }
            }
        });
        let (mine, theirs) = (shown(desk, meeting), shown(&other, meeting));
        prop_assert_eq!(&mine, &theirs);
        let now = NOW.plus_milliseconds(500);
        let (counted, passed) = times(&mine.0, now);
        prop_assert_eq!(counted, passed, "no time counts twice");
        // Nor is there anything left to bring.
        let again = block_on(hand_over(desk, &other, meeting));
        prop_assert_eq!(again, Joined::default());
    }
}

#[test]
fn two_devices_that_made_one_member_chair_and_minute_taker_keep_the_later() {
    let Two { branch, laptop, other } = two();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        laptop.clock.set(NOW.plus_milliseconds(MINUTE));
        edit(desk, meeting, |run| run.chair = Some(branch.an)).await;
        edit(&other, meeting, |run| run.minute_taker = Some(branch.an)).await;
        hand_over(desk, &other, meeting).await;
        hand_over(&other, desk, meeting).await;
        for handbook in [desk, &other] {
            let run = handbook.memory().proceedings(meeting).unwrap();
            assert_eq!((run.chair, run.minute_taker), (None, Some(branch.an)));
        }
    });
}

#[test]
fn entries_of_a_time_before_changes_were_noted_are_united() {
    let branch = Branch::with_host();
    let notice = branch.desk.memory().fold().meeting(branch.meeting).unwrap().clone();
    let with = |id: u8, text: &str| {
        let mut proceedings = Proceedings::of(&notice);
        proceedings.put_opinion(opinion(id, NOW, text)).unwrap();
        Entered { proceedings, minutes: None, changes: Default::default() }
    };
    let joined = with(1, "một").join(&with(2, "hai"), &notice).unwrap();
    assert_eq!(joined.proceedings.opinions.len(), 2);
    assert_eq!(joined, with(2, "hai").join(&with(1, "một"), &notice).unwrap());
    assert_eq!(joined.join(&joined, &notice), Ok(joined));
}
