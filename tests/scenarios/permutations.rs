//! The order in which facts come, how often, and in how many pieces makes no difference: neither to the state nor to
//! where each row lies.

use crate::phones::*;
use pollster::block_on;
use proptest::prelude::*;
use so_tay::domain::attendance::{Answer, Reason, Reply, RollCall};
use so_tay::domain::comment::{Comment, Visibility};
use so_tay::domain::id::{MemberId, RecordId, ThingId};
use so_tay::domain::meeting_score::{MeetingScore, Official};
use so_tay::domain::member::{Device, Member, Roster, Standing};
use so_tay::domain::minutes::Minutes;
use so_tay::domain::org::Charter;
use so_tay::domain::proceedings::DraftState;
use so_tay::domain::regulation::rubric::Points;
use so_tay::domain::regulation::{RegulationId, RegulationText};
use so_tay::domain::score::ScoreSheet;
use so_tay::domain::self_criticism::Review;
use so_tay::domain::signed_paper::{Form, SignedPaper, Term};
use so_tay::domain::task::{Outcome, Progress, Task};
use so_tay::domain::theme_plan::{PlannedTheme, ThemePlan};
use so_tay::domain::time::Moment;
use so_tay::exchange::fold::Fold;
use so_tay::exchange::subject::Subject;
use so_tay::ports::{Row, Table};
use so_tay::record::digest::{blob_id, sha256};
use so_tay::record::keyring::Vouched;
use so_tay::record::kind::Retractable;
use so_tay::record::sealed_mail::seal_mail;
use so_tay::record::{Body, DeviceSecret, Draft, Keyring, Kind, Record, Seed, Unverified};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One statement of a generated history, in small numbers.
#[derive(Clone, Debug)]
struct Said {
    who: u8,
    what: u8,
    about: u8,
    at: i64,
    /// Bits that choose what it replaces among the earlier versions of the same fact.
    replaces: u8,
}

fn histories() -> impl Strategy<Value = Vec<Said>> {
    let said = (0..3u8, 0..6u8, 0..2u8, -3..3i64, any::<u8>());
    let said = said.prop_map(|(who, what, about, at, replaces)| Said { who, what, about, at, replaces });
    prop::collection::vec(said, 1..14)
}

fn device(who: u8) -> DeviceSecret {
    DeviceSecret::grow(&Seed([200 + who; 32]))
}

fn author(who: u8) -> MemberId {
    MemberId([200 + who; 8])
}

/// The roster of the three who speak.
fn roster() -> Roster {
    let members = (0..3).map(|who| {
        let (id, keys) = (device(who).id(), device(who).keys());
        Member {
            devices: vec![Device { id, keys, standing: Standing::Active }],
            ..member(author(who), "Lê Văn Dũng")
        }
    });
    Roster { members: members.collect() }
}

/// A charter that names the first two of them as the secretary's devices.
fn charter() -> Charter {
    let founding = founding(None);
    Charter {
        name: founding.name,
        superior: founding.superior,
        kind: founding.kind,
        locality: founding.locality,
        secretaries: [0, 1].map(|who| device(who).keys()).to_vec(),
        recovery: device(9).keys(),
        salt: [0; 16],
        hosting: None,
    }
}

/// The bytes of a history; versions of one fact replace some of the earlier ones.
fn written(
    history: &[Said],
    keyring: &Keyring,
    content: &so_tay::record::shared_seal::ContentKey,
) -> Vec<Vec<u8>> {
    let mut versions: BTreeMap<Subject, Vec<RecordId>> = BTreeMap::new();
    let mut bytes = Vec::new();
    for (number, said) in (0_u8..).zip(history) {
        let about = ThingId([said.about; 16]);
        let words = boxes(&said.at.to_string());
        let comment =
            |visibility| Body::Comment(Comment { meeting: about, boxes: words.clone(), visibility });
        let absent = Answer::Absent(Reason::Duty, prose(&said.at.to_string()));
        let body = match said.what {
            0 => Body::Reply(Reply { meeting: about, answer: absent }),
            1 => comment(Visibility::Branch),
            2 => Body::Review(Review { meeting: about, answers: review() }),
            3 => Body::Retract(Retractable::Comment),
            4 => Body::Retract(Retractable::Review),
            _ => comment(Visibility::Anonymous),
        };
        let kind = body.fact_kind();
        let subject = Subject::of_member(kind, about, author(said.who));
        let known = versions.entry(subject).or_default();
        let chosen = known.iter().enumerate().filter(|(place, _)| said.replaces >> (place % 8) & 1 == 1);
        let replaces: Vec<RecordId> = chosen.map(|(_, id)| *id).collect();
        let at = NOW.plus_milliseconds(said.at * MINUTE);
        let draft = Draft { org: keyring.org(), at, about, replaces, body };
        let record = match said.what {
            5 => draft.sign_anonymously(content, &Seed([number; 32])),
            _ => draft.sign(&device(said.who)),
        };
        if said.what != 5 {
            known.push(so_tay::record::digest::record_id(&record));
        }
        bytes.push(record);
    }
    bytes
}

fn verified(bytes: &[Vec<u8>], keyring: &Keyring) -> Vec<Rc<Record>> {
    let verify = |bytes: &Vec<u8>| Unverified::parse(bytes).unwrap().verify(keyring, Vouched::No).unwrap();
    bytes.iter().map(|bytes| Rc::new(verify(bytes))).collect()
}

fn fold(records: &[Rc<Record>]) -> Fold {
    let mut fold = Fold::default();
    for record in records {
        fold.insert(record.clone());
    }
    fold
}

/// Where each version of the generated facts lies.
fn placed(rows: Vec<Row>) -> BTreeSet<Vec<u8>> {
    let said = [Kind::Reply, Kind::Comment, Kind::Review].map(|kind| kind as u8);
    rows.into_iter().map(|(key, _)| key).filter(|key| said.contains(&key[0])).collect()
}

/// What the secretary's devices state of meetings and years, each without knowing of what it does not replace.
fn stated(history: &[Said], keyring: &Keyring) -> Vec<Vec<u8>> {
    let mut versions: BTreeMap<(Kind, ThingId), Vec<RecordId>> = BTreeMap::new();
    let mut bytes = Vec::new();
    for (number, said) in (0_u8..).zip(history) {
        let meeting = ThingId([said.about; 16]);
        let at = NOW.plus_milliseconds(said.at * MINUTE);
        let (about, body) = of_meeting(said, number, meeting, at);
        let known = versions.entry((body.kind(), about)).or_default();
        let chosen = known.iter().enumerate().filter(|(place, _)| said.replaces >> (place % 8) & 1 == 1);
        // A locked paper replaces none.
        let lasting = body.kind() == Kind::SignedPaper;
        let replaces: Vec<RecordId> = chosen.filter(|_| !lasting).map(|(_, id)| *id).collect();
        let draft = Draft { org: keyring.org(), at, about, replaces, body };
        let record = draft.sign(&device(said.who % 2));
        known.push(so_tay::record::digest::record_id(&record));
        bytes.push(record);
    }
    bytes
}

fn of_meeting(said: &Said, number: u8, meeting: ThingId, at: Moment) -> (ThingId, Body) {
    let Said { what, replaces: chance, .. } = *said;
    let paper = ThingId([chance % 4 + 1; 16]);
    match what {
        0 | 1 => {
            let outcome = Outcome {
                task: ThingId([chance % 2; 16]),
                progress: Progress::ALL[usize::from(chance % 4)],
                share: None,
                result: prose(&number.to_string()),
            };
            let closed_at = (what == 1).then_some(at);
            let minutes = Minutes {
                meeting,
                roll_call: RollCall::default(),
                tasks: vec![Task {
                    id: ThingId([chance % 3; 16]),
                    what: line("Dọn đường"),
                    who: Vec::new(),
                    deadline: None,
                    report_on: None,
                }],
                outcomes: vec![outcome],
                regulation: RegulationId::FIRST,
                closed_at,
            };
            (meeting, Body::Minutes(minutes))
        }
        2 => {
            let sheet = ScoreSheet::suggested(RegulationId::FIRST, &[]);
            let told = |points| Official { points, told_on: NOW.day(), note: prose("") };
            let own = Points(u16::from(number));
            let official = (chance % 2 == 0).then(|| told(own));
            (meeting, Body::Score(MeetingScore { meeting, sheet, own, official }))
        }
        3 => {
            let theme = PlannedTheme {
                id: paper,
                title: line(&number.to_string()),
                month: chance % 12 + 1,
                preparer: None,
                state: DraftState::Assigned,
            };
            let year = 2026 + i32::from(said.about);
            let plan = ThemePlan { themes: vec![theme], ..ThemePlan::empty(year) };
            (ThemePlan::about(year), Body::ThemePlan(plan))
        }
        4 => {
            let text = RegulationText::new(&number.to_string()).unwrap();
            (paper, Body::Regulation(text))
        }
        _ => {
            let term = Term { from: 2025, to: 2030 };
            let forms = [
                Form::Minutes,
                Form::Resolution { number: u16::from(chance % 2) + 1, term },
                Form::Addendum { of: ThingId([1; 16]) },
            ];
            let signed = SignedPaper {
                id: paper,
                meeting,
                form: forms[usize::from(chance % 3)],
                title: line("về nhiệm vụ tháng 10"),
                adopted_on: NOW.day(),
                adopted_by: None,
                text: vec![number],
            };
            (paper, Body::SignedPaper(signed))
        }
    }
}

/// Everything that screens show of what the secretary's devices have stated.
fn shown(fold: &Fold) -> String {
    let meetings = [0, 1].map(|about| ThingId([about; 16]));
    let of = |meeting: ThingId| {
        let minutes = fold.minutes(meeting);
        let papers = (fold.resolution(meeting), fold.signed_paper(meeting, |form| *form == Form::Minutes));
        format!("{minutes:?} {:?} {papers:?} {:?}", fold.score(meeting), fold.addenda(ThingId([1; 16])))
    };
    let years = [2026, 2027].map(|year| fold.theme_plan(year));
    format!("{:?} {years:?} {:?} {:?}", meetings.map(of), fold.resolution_book(), fold.findings())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fold_knows_no_order_and_no_repetition(
        history in histories(),
        shuffle in prop::collection::vec(any::<u64>(), 14),
        twice in any::<u16>(),
        split in any::<prop::sample::Index>(),
    ) {
        let content = so_tay::record::shared_seal::ContentKey([1; 32]);
        let mut keyring = Keyring::new(so_tay::domain::id::OrgId([2; 16]), content.clone());
        keyring.trust_roster(&roster());
        let records = verified(&written(&history, &keyring, &content), &keyring);
        let whole = fold(&records);

        let mut mixed: Vec<(u64, Rc<Record>)> =
            records.iter().enumerate().map(|(n, record)| (shuffle[n], record.clone())).collect();
        for (n, record) in records.iter().enumerate().filter(|(n, _)| twice >> n & 1 == 1) {
            mixed.push((shuffle[n].rotate_left(17), record.clone()));
        }
        mixed.sort_by_key(|(place, _)| *place);
        let mixed: Vec<Rc<Record>> = mixed.into_iter().map(|(_, record)| record).collect();
        prop_assert_eq!(&fold(&mixed), &whole);

        // A part first, the rest of it later, one record at a time into the same fold.
        let at = split.index(mixed.len());
        let mut grown = fold(&mixed[at..]);
        for record in &mixed[..at] {
            let known = grown.contains(record);
            prop_assert_eq!(grown.insert(record.clone()), !known);
        }
        prop_assert_eq!(grown, whole);
    }

    #[test]
    fn what_is_shown_of_meetings_knows_no_order_and_no_close_is_undone(
        history in histories(),
        shuffle in prop::collection::vec(any::<u64>(), 14),
    ) {
        let content = so_tay::record::shared_seal::ContentKey([1; 32]);
        let mut keyring = Keyring::new(so_tay::domain::id::OrgId([2; 16]), content);
        let charter = charter();
        keyring.trust_charters([(RecordId([9; 32]), &charter)], &charter);
        let records = verified(&stated(&history, &keyring), &keyring);
        let whole = fold(&records);
        let mut mixed: Vec<(u64, Rc<Record>)> =
            records.iter().enumerate().map(|(n, record)| (shuffle[n], record.clone())).collect();
        mixed.sort_by_key(|(place, _)| *place);
        let mut grown = Fold::default();
        for (_, record) in mixed.iter().chain(&mixed) {
            let about = record.header().about;
            let closed = |fold: &Fold| fold.minutes(about).is_some_and(|minutes| minutes.closed_at.is_some());
            let before = record.header().replaces.is_empty() && closed(&grown);
            grown.insert(record.clone());
            prop_assert!(!before || closed(&grown));
        }
        prop_assert_eq!(shown(&grown), shown(&whole));
        prop_assert_eq!(grown, whole);
    }

    #[test]
    fn rows_lie_where_they_would_if_everything_had_come_at_once(
        history in histories(),
        shuffle in prop::collection::vec(any::<u64>(), 14),
        reopen in any::<u16>(),
    ) {
        let branch = Branch::without_host();
        block_on(async {
            for listed in roster().members {
                branch.desk.enter_member(listed).await.unwrap();
            }
        });
        let (org, content, charter) = {
            let memory = branch.desk.memory();
            let identity = memory.identity();
            (identity.org(), identity.content().clone(), memory.fold().charter().unwrap().clone())
        };
        let mut keyring = Keyring::new(org, content.clone());
        keyring.trust_roster(branch.desk.memory().fold().roster().unwrap());
        let bytes = written(&history, &keyring, &content);
        let mut order: Vec<usize> = (0..bytes.len()).collect();
        order.sort_by_key(|n| shuffle[*n]);
        let mut desk = branch.secretary.open();
        for (step, n) in order.into_iter().enumerate() {
            let seed = Seed(sha256(&[&bytes[n], &[u8::try_from(step).unwrap()]]));
            let mail = seal_mail(&[charter.secretaries[0].sealing], &bytes[n], &seed).unwrap();
            block_on(desk.take_mail(blob_id(&mail), &mail)).unwrap();
            if reopen >> step & 1 == 1 {
                desk = branch.secretary.open();
            }
        }
        let whole = fold(&verified(&bytes, &keyring));
        let (mut live, mut past) = (BTreeSet::new(), BTreeSet::new());
        for record in verified(&bytes, &keyring) {
            let subject = Subject::of(&record);
            let lives = whole.versions(&subject).unwrap().live().any(|other| other.id() == record.id());
            if lives { &mut live } else { &mut past }.insert(subject.version_key(record.id()));
        }
        prop_assert_eq!(placed(branch.secretary.rows(Table::Records)), live);
        prop_assert_eq!(placed(branch.secretary.rows(Table::Past)), past);

        // And what is shown from the store is what the fold of everything shows.
        let book = branch.secretary.open();
        for kind in [Kind::Reply, Kind::Comment, Kind::Review] {
            block_on(book.load(kind)).unwrap();
        }
        let memory = book.memory();
        for about in [0, 1].map(|about| ThingId([about; 16])) {
            for who in 0..3 {
                prop_assert_eq!(memory.fold().reply(about, author(who)), whole.reply(about, author(who)));
                prop_assert_eq!(memory.fold().comment(about, author(who)), whole.comment(about, author(who)));
            }
            prop_assert_eq!(memory.fold().comments(about).count(), whole.comments(about).count());
            prop_assert_eq!(memory.fold().reviews(about).count(), whole.reviews(about).count());
        }
    }
}
