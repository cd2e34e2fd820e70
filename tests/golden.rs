//! The exact bytes of version 1 of everything that leaves a phone, grown from fixed seeds. A phone of today must
//! read what a phone of years ago wrote, so the files in `tests/golden/` never change; a new version adds files.
//!
//! Files that are missing are written when the tests run with `GOLDEN=write`; files that are there are only compared.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use rstest::rstest;
use so_tay::domain::attendance::{Answer, Entry, Means, Reason, Reply, RollCall, State};
use so_tay::domain::changes::{Changes, Mark, Place};
use so_tay::domain::check_in::{CheckIn, Proof, SpokenCode};
use so_tay::domain::comment::{Boxes, Comment, CommentBox, Visibility};
use so_tay::domain::document::{Document, File, Kind as DocumentKind, Media};
use so_tay::domain::entered::Entered;
use so_tay::domain::id::{BlobId, FolderId, InviteId, MemberId, OrgId, RecordId, ThingId};
use so_tay::domain::meeting::{AgendaItem, ItemRole, Kind as MeetingKind, Meeting, Part, Plan, Theme};
use so_tay::domain::meeting_score::{MeetingScore, Official};
use so_tay::domain::member::{Activity, Departure, Device, Member, Membership, Office, Roster, Standing};
use so_tay::domain::minutes::Minutes;
use so_tay::domain::org::{BaseUrl, BranchKind, Charter, Hosting};
use so_tay::domain::posting::{Posting, PostingItem};
use so_tay::domain::proceedings::{
    DraftState, FeeReport, Findings, Opinion, OpinionKind, Preparation, Proceedings, Remark, RemarkKind,
    Remedied, Span, Speaker, Step, Taken,
};
use so_tay::domain::regulation::rubric::{Key, Points};
use so_tay::domain::regulation::{RegulationId, RegulationText};
use so_tay::domain::score::{Given, Mark as ScoreMark, ScoreSheet};
use so_tay::domain::self_criticism::{Answer as ReviewAnswer, Level, Personal, Review};
use so_tay::domain::signed_paper::{Adoption, Form, SignedPaper, Term};
use so_tay::domain::task::{Outcome, Progress, Share, Task};
use so_tay::domain::theme_plan::{PlannedTheme, ThemePlan};
use so_tay::domain::time::{Day, Moment, TimeOfDay, WallTime};
use so_tay::domain::vote::{Ballots, Base, Vote, Way, Weight};
use so_tay::domain::words::{Line, Prose};
use so_tay::exchange::bundle::{Bundle, Item};
use so_tay::exchange::invitation::{DevicePass, HostingLink, Invitation, Token};
use so_tay::exchange::outbox::{Parcel, Stage};
use so_tay::exchange::pack::{open_pack, seal_pack};
use so_tay::record::body::{Head, Join, PackRef, Receipt};
use so_tay::record::check_in_code::{CodeLog, ShownTurns, code_bytes, read_code};
use so_tay::record::digest::{comparison_digits, org_id, record_id, regulation_thing};
use so_tay::record::keyring::Vouched;
use so_tay::record::kind::Retractable;
use so_tay::record::sealed_mail::{open_mail, seal_mail};
use so_tay::record::shared_seal::{ContentKey, Purpose, open_shared, seal_shared};
use so_tay::record::{Author, Body, DeviceSecret, Draft, Keyring, Kind, Seed, Unverified};
use so_tay::sync::Identity;
use std::fs;
use std::path::PathBuf;

const CONTENT: ContentKey = ContentKey([3; 32]);
const MEETING: ThingId = ThingId([0xb1; 16]);
const AN: MemberId = MemberId([0xa1; 8]);
const AT: Moment = Moment(1_791_608_400_000);

fn secretary() -> DeviceSecret {
    DeviceSecret::grow(&Seed([1; 32]))
}

fn member() -> DeviceSecret {
    DeviceSecret::grow(&Seed([2; 32]))
}

fn paper() -> DeviceSecret {
    DeviceSecret::grow(&Seed([4; 32]))
}

fn org() -> OrgId {
    org_id(&secretary().keys(), &paper().keys(), &[5; 16])
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn hosting() -> Hosting {
    Hosting { base_url: BaseUrl::parse("https://du-lieu.example").unwrap(), folder: FolderId([7; 16]) }
}

fn day() -> Day {
    Day::parse("2026-10-10").unwrap()
}

fn charter() -> Charter {
    Charter {
        name: line("Chi bộ thôn Đồng Sen"),
        superior: line("Đảng ủy xã Minh Khê"),
        kind: BranchKind::Residential,
        locality: line("xã Minh Khê"),
        secretaries: vec![secretary().keys()],
        recovery: paper().keys(),
        salt: [5; 16],
        hosting: Some(hosting()),
    }
}

fn roster() -> Roster {
    let of = |id, name, office, device: &DeviceSecret, standing| Member {
        id,
        name: line(name),
        office,
        membership: Membership::Official,
        activity: Activity::Here,
        devices: vec![Device { id: device.id(), keys: device.keys(), standing }],
    };
    let lost = DeviceSecret::grow(&Seed([9; 32]));
    let cuc = of(MemberId([0xa2; 8]), "Lê Thị Cúc", Office::BureauMember, &lost, Standing::Revoked);
    Roster {
        members: vec![
            of(MemberId([0xa0; 8]), "Trần Thị Bình", Office::Secretary, &secretary(), Standing::Active),
            of(AN, "Nguyễn Văn An", Office::Member, &member(), Standing::Active),
            Member { membership: Membership::Probationary, activity: Activity::Suspended, ..cuc },
        ],
    }
}

/// Nobody's devices, and every way to leave.
fn roster_left() -> Roster {
    let left = |(number, departure): (u8, Departure)| Member {
        id: MemberId([number; 8]),
        name: line("Lê Văn Tám"),
        office: Office::Member,
        membership: Membership::Official,
        activity: Activity::Left(departure),
        devices: Vec::new(),
    };
    Roster { members: (0xb0..).zip(Departure::ALL).map(left).collect() }
}

fn meeting() -> Meeting {
    Meeting {
        id: MEETING,
        kind: MeetingKind::Thematic,
        number: Some(line("31-TB/CB")),
        noticed_on: day(),
        starts: WallTime { day: day(), time: TimeOfDay::new(19, 30).unwrap() },
        minutes: 120,
        place: line("Nhà văn hóa thôn"),
        chair: line("Trần Thị Bình"),
        theme: Some(Theme { title: line("Nêu gương"), preparer: Some(line("Nguyễn Văn An")) }),
        agenda: vec![AgendaItem {
            part: Part::Thematic,
            title: line("Thảo luận"),
            minutes: 60,
            role: ItemRole::Other,
        }],
        documents: vec![ThingId([0xd1; 16])],
        plan: Plan::Postponed(prose("mưa bão")),
        regulation: RegulationId::FIRST,
    }
}

fn document() -> Document {
    Document {
        id: ThingId([0xd1; 16]),
        kind: DocumentKind::Resolution,
        number: Some(line("12-NQ/ĐU")),
        summary: line("Về chăm lo đời sống nhân dân"),
        issuer: line("Đảng ủy xã Minh Khê"),
        issued_on: Some(day()),
        file: File { blob: BlobId([0xf1; 32]), bytes: 4321, media: Media::Pdf },
        reading: None,
    }
}

/// With a reading version.
fn document_reading() -> Document {
    let file = File { blob: BlobId([0xf2; 32]), bytes: 30_000, media: Media::Word };
    let reading = Some(File { blob: BlobId([0xf3; 32]), bytes: 1_234, media: Media::Markdown });
    Document { file, reading, ..document() }
}

fn minutes() -> Minutes {
    let entry = |member, state, means, at| Entry { member, state, means, at };
    Minutes {
        meeting: MEETING,
        roll_call: RollCall::new([
            entry(AN, State::Present, Means::Code, Some(AT)),
            entry(MemberId([0xa0; 8]), State::Excused, Means::Tick, None),
            entry(MemberId([0xa2; 8]), State::Suspended, Means::Roster, None),
        ]),
        tasks: vec![Task {
            id: ThingId([0xe1; 16]),
            what: line("Dọn đường làng"),
            who: vec![AN],
            deadline: Some(day()),
            report_on: None,
        }],
        outcomes: Vec::new(),
        regulation: RegulationId::FIRST,
        closed_at: None,
    }
}

fn outcome() -> Outcome {
    Outcome {
        task: ThingId([0xe1; 16]),
        progress: Progress::UnderWay,
        share: Some(Share { done: 3, of: 5 }),
        result: prose("còn hai hộ"),
    }
}

fn minutes_outcomes() -> Minutes {
    let plain = Outcome { share: None, progress: Progress::Done, ..outcome() };
    let mut minutes = Minutes { outcomes: vec![outcome(), plain], ..minutes() };
    minutes.tasks[0].report_on = Some(day());
    minutes
}

fn minutes_closed() -> Minutes {
    Minutes { closed_at: Some(AT), ..minutes_outcomes() }
}

fn meeting_roles() -> Meeting {
    let item = |role| AgendaItem { part: Part::Regular, title: line("Mục"), minutes: 5, role };
    Meeting { agenda: ItemRole::ALL.into_iter().map(item).collect(), ..meeting() }
}

fn proceedings() -> Proceedings {
    let step = |item, spans| Step { spans, note: prose("đã nghe"), ..Step::new(item) };
    let after = |minutes: i64| AT.plus_milliseconds(minutes * 60_000);
    let items = meeting_roles().agenda;
    let base = Base { official: 20, released: 1, suspended: 1 };
    let vote = |id, weight, way, (favour, against, other)| Vote {
        id: ThingId([id; 16]),
        question: line("Thông qua"),
        decides: ItemRole::Other,
        weight,
        way,
        favour,
        against,
        other,
        base,
        at: after(90),
    };
    let opinion = |id, kind, by, comment: Option<RecordId>| Opinion {
        id: ThingId([id; 16]),
        step: 1,
        kind,
        by,
        at: after(12),
        text: prose("cống chưa đều nước"),
        taken: comment.map(|comment| Taken { comment, comment_box: None }).into_iter().collect(),
    };
    let by = |id| vec![Speaker::Member(MemberId([id; 8]))];
    Proceedings {
        meeting: MEETING,
        preparation: Preparation {
            bureau_met: Some(day()),
            drafter: Some(line("Nguyễn Văn An")),
            draft: DraftState::Approved,
        },
        chair: Some(MemberId([0xa0; 8])),
        minute_taker: Some(AN),
        guests: vec![line("Vũ Đình Thắng")],
        fees: Some(FeeReport { paid: 21, of: 22, note: Some(line("thu nốt tuần sau")) }),
        steps: vec![
            step(items[1].clone(), vec![Span { from: AT, to: Some(after(10)) }]),
            step(items[0].clone(), vec![Span { from: after(10), to: None }]),
        ],
        opinions: vec![
            opinion(1, OpinionKind::Opinion, by(0xa1), Some(RecordId([0x77; 32]))),
            opinion(2, OpinionKind::Agreement, by(0xa2), None),
            opinion(3, OpinionKind::SelfCriticism, by(0xa2), None),
            opinion(4, OpinionKind::Criticism, by(0xa2), None),
            opinion(5, OpinionKind::Proposal, vec![Speaker::Guest(line("Vũ Đình Thắng"))], None),
        ],
        votes: vec![
            vote(1, Weight::Ordinary, Way::Hands, (17, 0, 1)),
            vote(
                2,
                Weight::Admission,
                Way::Ballots(Ballots { issued: 17, collected: 16, invalid: 1 }),
                (15, 0, 0),
            ),
            vote(3, Weight::Recognition, Way::Hands, (12, 1, 0)),
            vote(4, Weight::Removal, Way::Hands, (12, 1, 0)),
            vote(5, Weight::Expulsion, Way::Hands, (12, 1, 0)),
        ],
        remarks: vec![
            Remark {
                id: ThingId([6; 16]),
                member: AN,
                kind: RemarkKind::Praise,
                text: line("tích cực"),
                in_minutes: true,
            },
            Remark {
                id: ThingId([7; 16]),
                member: AN,
                kind: RemarkKind::Reminder,
                text: line("hay đến muộn"),
                in_minutes: false,
            },
        ],
        findings: Findings {
            ideology: prose("ổn định"),
            politics: prose("đạt"),
            weaknesses: prose("báo cáo chậm"),
            next_month: vec![line("khơi mương")],
            conclusion: prose("thống nhất"),
        },
        closed_at: None,
        remedied: None,
        score: None,
    }
}

fn score_sheet() -> ScoreSheet {
    let mark = |key: &str, given, note: &str| {
        let key = Key::parse(key).unwrap();
        ScoreMark { key, given, note: prose(note) }
    };
    ScoreSheet {
        regulation: RegulationId::FIRST,
        marks: vec![
            mark("4.2", Given::Points(Points(215)), "phê bình còn nể nang"),
            mark("6.1", Given::Excused, ""),
        ],
        remedies: prose("gặp trước các đồng chí hay vắng"),
    }
}

fn scored() -> Entered {
    let proceedings = Proceedings { score: Some(score_sheet()), closed_at: Some(AT), ..proceedings() };
    Entered { proceedings, ..entered(None) }
}

fn remedied() -> Entered {
    let remedied =
        Remedied { progress: Progress::UnderWay, result: prose("đồng chí An đã gặp hai người") };
    let mut proceedings = Proceedings { remedied: Some(remedied), ..proceedings() };
    for (vote, role) in proceedings.votes.iter_mut().zip([ItemRole::Vote, ItemRole::Score]) {
        vote.decides = role;
    }
    let mark = Mark { first: AT, last: AT };
    let changes = Changes::new([(Place::Remedied, mark)].into());
    Entered { proceedings, minutes: None, changes }
}

/// As a secretary writes it whose app notes which boxes of the comments were taken in.
fn taken() -> Entered {
    let taken = CommentBox::ALL
        .map(|comment_box| Taken { comment: RecordId([0x78; 32]), comment_box: Some(comment_box) });
    let mut proceedings = proceedings();
    proceedings.opinions[1].taken = taken.to_vec();
    Entered { proceedings, ..entered(None) }
}

fn score() -> MeetingScore {
    let official = Official { points: Points(885), told_on: day(), note: prose("thiếu phê bình") };
    MeetingScore { meeting: MEETING, sheet: score_sheet(), own: Points(890), official: Some(official) }
}

fn entered(minutes: Option<Minutes>) -> Entered {
    Entered { proceedings: proceedings(), minutes, changes: Changes::default() }
}

fn handed_over() -> Entered {
    let thing = ThingId([1; 16]);
    let places = [
        Place::Bureau,
        Place::Drafter,
        Place::Draft,
        Place::Chair,
        Place::MinuteTaker,
        Place::Fees,
        Place::Ideology,
        Place::Politics,
        Place::Weaknesses,
        Place::NextMonth,
        Place::Conclusion,
        Place::Close,
        Place::Item(0),
        Place::Note(1),
        Place::Span(1, AT),
        Place::Guest(line("Vũ Đình Thắng")),
        Place::Opinion(thing),
        Place::Vote(thing),
        Place::Remark(thing),
        Place::Tick(AN),
        Place::CheckIn(AN),
        Place::Task(thing),
        Place::Outcome(thing),
    ];
    let mark = |(n, place)| (place, Mark { first: AT, last: AT.plus_milliseconds(n) });
    let changes = Changes::new((0..).zip(places).map(mark).collect());
    Entered { changes, ..entered(Some(minutes_outcomes())) }
}

fn resolution() -> Form {
    Form::Resolution { number: 15, term: Term { from: 2025, to: 2030 } }
}

fn signed(form: Form) -> SignedPaper {
    SignedPaper {
        id: ThingId([0xc1; 16]),
        meeting: MEETING,
        form,
        title: line("về nhiệm vụ tháng 10"),
        adopted_on: day(),
        adopted_by: Some(Adoption { favour: 17, voters: 19 }),
        text: vec![1, 2, 3],
    }
}

fn posting() -> Posting {
    let done = PostingItem::ALL.into_iter().enumerate();
    Posting::new(MEETING, done.map(|(place, item)| (item, AT.plus_milliseconds(place as i64))))
}

fn theme_plan() -> ThemePlan {
    let theme = |id, month, state| PlannedTheme {
        id: ThingId([id; 16]),
        title: line("Giữ sạch mương tưới"),
        month,
        preparer: Some(line("Nguyễn Văn An")),
        state,
    };
    ThemePlan {
        year: 2026,
        registered_on: Some(day()),
        themes: vec![
            theme(1, 1, DraftState::Assigned),
            theme(2, 4, DraftState::Drafted),
            theme(3, 7, DraftState::Approved),
            theme(4, 12, DraftState::Sent),
        ],
    }
}

fn head() -> Head {
    Head {
        seq: 7,
        expires: AT.plus_milliseconds(Head::FRESH_DAYS * 24 * 60 * 60 * 1000),
        packs: vec![PackRef { month: 202_610, blob: BlobId([8; 32]), bytes: 999 }],
        received: vec![Receipt([9; 16]), Receipt([10; 16])],
        unproven: vec![Receipt([10; 16])],
    }
}

fn boxes() -> Boxes {
    Boxes {
        current_state: prose("đường xấu"), causes: Prose::default(), solutions: prose("cùng làm")
    }
}

fn comment(visibility: Visibility) -> Body {
    Body::Comment(Comment { meeting: MEETING, boxes: boxes(), visibility })
}

fn check_in(proof: Proof) -> Body {
    Body::CheckIn(CheckIn { meeting: MEETING, proof })
}

fn review() -> Body {
    let answer = ReviewAnswer {
        prompt: line("Đồng chí đã nêu gương chưa?"),
        level: Some(Level::Partly),
        note: prose("sẽ cố gắng hơn"),
    };
    Body::Review(Review { meeting: MEETING, answers: vec![Personal::new(answer).share()] })
}

fn join() -> Join {
    Join { keys: member().keys(), invite: InviteId([0x11; 8]), name: Some(line("Nguyễn Văn An")) }
}

fn local() -> RegulationId {
    RegulationId::parse("dang-uy-minh-khe-2026").unwrap()
}

/// Only the size of a text is looked at where it arrives.
fn regulation() -> RegulationText {
    RegulationText::new("[Quy định]\nMã = hd42\nSố hiệu = 42-HD/BTCTW\n").unwrap()
}

/// Name, author and statement of every record.
fn records() -> Vec<(&'static str, DeviceSecret, ThingId, Body)> {
    let absence = Answer::Absent(Reason::Illness, prose("nằm viện"));
    let spoken = SpokenCode::from_number(47_045_880);
    let stated = |name, about, body| (name, secretary(), about, body);
    let said = |name, body| (name, member(), MEETING, body);
    vec![
        stated("head", ThingId::BRANCH, Body::Head(head())),
        stated("charter", ThingId::BRANCH, Body::Charter(charter())),
        stated("roster", ThingId::BRANCH, Body::Roster(roster())),
        stated("roster_left", ThingId::BRANCH, Body::Roster(roster_left())),
        stated("document", document().id, Body::Document(document())),
        stated("document_reading", document().id, Body::Document(document_reading())),
        stated("meeting", MEETING, Body::Meeting(meeting())),
        stated("minutes", MEETING, Body::Minutes(minutes())),
        stated("minutes_outcomes", MEETING, Body::Minutes(minutes_outcomes())),
        stated("minutes_closed", MEETING, Body::Minutes(minutes_closed())),
        stated("meeting_roles", MEETING, Body::Meeting(meeting_roles())),
        stated("proceedings", MEETING, Body::Proceedings(Box::new(entered(None)))),
        stated("proceedings_handed_over", MEETING, Body::Proceedings(Box::new(handed_over()))),
        stated("proceedings_scored", MEETING, Body::Proceedings(Box::new(scored()))),
        stated("proceedings_taken", MEETING, Body::Proceedings(Box::new(taken()))),
        stated("proceedings_remedied", MEETING, Body::Proceedings(Box::new(remedied()))),
        stated("score", MEETING, Body::Score(score())),
        stated("signed_minutes", ThingId([0xc1; 16]), Body::SignedPaper(signed(Form::Minutes))),
        stated("signed_resolution", ThingId([0xc1; 16]), Body::SignedPaper(signed(resolution()))),
        stated(
            "signed_addendum",
            ThingId([0xc1; 16]),
            Body::SignedPaper(signed(Form::Addendum { of: ThingId([0xc0; 16]) })),
        ),
        stated("posting", MEETING, Body::Posting(posting())),
        stated("theme_plan", ThemePlan::about(2026), Body::ThemePlan(theme_plan())),
        ("report", member(), ThingId([0xe1; 16]), Body::Report(outcome())),
        stated("meeting_regulation", MEETING, Body::Meeting(Meeting { regulation: local(), ..meeting() })),
        stated("minutes_regulation", MEETING, Body::Minutes(Minutes { regulation: local(), ..minutes() })),
        stated("regulation", regulation_thing(RegulationId::FIRST), Body::Regulation(regulation())),
        stated("retract", document().id, Body::Retract(Retractable::Document)),
        ("join", member(), ThingId::BRANCH, Body::Join(join())),
        said("reply_attend", Body::Reply(Reply { meeting: MEETING, answer: Answer::Attend })),
        said("reply_absent", Body::Reply(Reply { meeting: MEETING, answer: absence })),
        said("check_in_code", check_in(Proof::Code { counter: 41, tag: [0x42; 8] })),
        said("check_in_spoken", check_in(Proof::Spoken(spoken))),
        said("check_in_card", check_in(Proof::Card)),
        said("comment_branch", comment(Visibility::Branch)),
        said("comment_secretary", comment(Visibility::Secretary)),
        said("review", review()),
        said("retract_own", Body::Retract(Retractable::Review)),
    ]
}

fn draft(about: ThingId, body: Body) -> Draft {
    // Whatever replaces something shows how that is written.
    let replaces = if matches!(body, Body::Retract(_)) { vec![RecordId([0x33; 32])] } else { Vec::new() };
    Draft { org: org(), at: AT, about, replaces, body }
}

fn keyring() -> Keyring {
    let mut keyring = Keyring::new(org(), CONTENT);
    let id = record_id(&draft(ThingId::BRANCH, Body::Charter(charter())).sign(&secretary()));
    keyring.trust_charters([(id, &charter())], &charter());
    keyring.trust_roster(&roster());
    keyring
}

fn invitation() -> Invitation {
    Invitation {
        org: org(),
        content: CONTENT,
        hosting: Some(hosting()),
        invite: InviteId([0x11; 8]),
        branch: line("Chi bộ thôn Đồng Sen"),
        member: None,
    }
}

fn token() -> Token {
    Token::parse(&"t".repeat(43)).unwrap()
}

fn hosting_link() -> HostingLink {
    HostingLink { hosting: hosting(), token: token() }
}

fn pass() -> DevicePass {
    DevicePass { seed: Seed([2; 32]), invitation: invitation(), token: Some(token()) }
}

fn bundle() -> Bundle {
    let items = vec![
        Item::Head(vec![1, 2, 3]),
        Item::Pack(vec![4; 100]),
        Item::Document(Vec::new()),
        Item::Mail(vec![5, 6]),
    ];
    Bundle { org: org(), items }
}

fn bundle_proceedings() -> Bundle {
    Bundle { org: org(), items: vec![Item::Proceedings(vec![7; 10])] }
}

fn parcel() -> Parcel {
    Parcel {
        record: RecordId([1; 32]),
        kind: Kind::Reply,
        about: MEETING,
        written_at: AT,
        stage: Stage::Sent,
        sent_at: Some(AT),
        attempts: 2,
        mail: BlobId([3; 32]),
        sealed: vec![4; 5],
        unproven: true,
        readers: [6; 8],
        letter: vec![7; 8],
    }
}

fn log() -> CodeLog {
    let mut log = CodeLog::new([0x55; 32]);
    log.open(AT);
    log.advance(AT.plus_milliseconds(10_000));
    log
}

const PLAIN: &[u8] = b"mot hai ba";

/// Everything else that travels or lasts, by name.
fn others() -> Vec<(&'static str, Vec<u8>)> {
    let anonymous = draft(MEETING, comment(Visibility::Anonymous)).sign_anonymously(&CONTENT, &Seed([8; 32]));
    let readers = [secretary().keys().sealing, paper().keys().sealing];
    let mut code_log = Vec::new();
    minicbor::encode(log(), &mut code_log).unwrap();
    vec![
        ("comment_anonymous_salted", anonymous),
        ("mail", seal_mail(&readers, PLAIN, &Seed([6; 32])).unwrap()),
        ("pack", seal_pack(&CONTENT, [&b"one"[..], b"", b"three"])),
        ("sealed_head", seal_shared(&CONTENT, Purpose::Head, PLAIN)),
        ("sealed_document", seal_shared(&CONTENT, Purpose::Document, PLAIN)),
        ("bundle", bundle().to_text().into_bytes()),
        ("bundle_proceedings", bundle_proceedings().to_text().into_bytes()),
        ("invitation", invitation().to_fragment().into_bytes()),
        ("hosting_link", hosting_link().to_fragment().into_bytes()),
        ("device_pass", pass().to_fragment().into_bytes()),
        ("code", code_bytes(MEETING, &log().turn(MEETING, 1)).to_vec()),
        ("code_log", code_log),
        ("parcel", parcel().encode()),
        ("locked_paper", locked_paper().to_bytes()),
        ("digits", comparison_digits(org(), &member().keys()).to_be_bytes().to_vec()),
    ]
}

/// A paper with one of everything that a paper can have.
fn locked_paper() -> paper::Paper {
    use paper::{
        Align, Annex, Block, Column, Face, Fact, Foot, Head, Left, Page, Row, Run, Signature, Table, Title,
    };
    let text = str::to_owned;
    let title = |kind: &str, about: &str| Title { kind: text(kind), about: text(about) };
    let signature = |role: &str, office: &str, name: &str| Signature {
        role: text(role),
        office: text(office),
        name: text(name),
    };
    let column = |head: &str, share, align| Column { head: text(head), share, align };
    paper::Paper {
        page: Page::A4,
        head: Head {
            superior: text("ĐẢNG ỦY XÃ MINH KHÊ"),
            issuer: text("CHI BỘ THÔN ĐÔNG"),
            number: Some(text("Số 15-NQ/CB")),
            party: text("ĐẢNG CỘNG SẢN VIỆT NAM"),
            place_and_date: text("Minh Khê, ngày 03 tháng 10 năm 2026"),
        },
        title: title("NGHỊ QUYẾT", "về nhiệm vụ tháng 10"),
        body: vec![
            Block::Heading(text("I- KẾT QUẢ")),
            Block::Text(vec![
                Run { words: text("đ) Thu, "), face: Face::Plain },
                Run { words: text("nộp"), face: Face::Bold },
                Run { words: text(" đảng phí"), face: Face::Italic },
            ]),
            Block::Facts(vec![Fact { label: text("Thời gian:"), value: text("19 giờ 00") }]),
            Block::Table(Table {
                columns: vec![column("TT", 7, Align::Center), column("Nhiệm vụ", 93, Align::Start)],
                rows: vec![
                    Row { cells: vec![text("1"), text("Sửa nắp cống")], face: Face::Plain },
                    Row { cells: vec![text(""), text("Tổng")], face: Face::Bold },
                ],
            }),
        ],
        foot: Some(Foot {
            left: Left::Recipients(text("Nơi nhận:"), vec![text("- Lưu chi bộ.")]),
            right: signature("T/M CHI BỘ", "BÍ THƯ", "Bùi Văn Hòa"),
        }),
        annexes: vec![Annex {
            title: title("PHỤ LỤC", ""), body: vec![Block::Heading(text("Ý kiến"))]
        }],
    }
}

#[test]
fn a_frozen_paper_reads_as_what_it_says() {
    assert_eq!(paper::Paper::from_bytes(&frozen("v1/locked_paper")), Some(locked_paper()));
}

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.hex"))
}

/// Lines of 32 bytes.
fn to_hex(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| so_tay::domain::id::hex(line) + "\n");
    lines.collect()
}

fn frozen(name: &str) -> Vec<u8> {
    let text = fs::read_to_string(place(name)).unwrap_or_else(|_| panic!("no golden file {name}"));
    let digits: String = text.split_whitespace().collect();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn assert_frozen(name: &str, bytes: &[u8]) {
    if !place(name).exists() && std::env::var("GOLDEN").as_deref() == Ok("write") {
        fs::write(place(name), to_hex(bytes)).unwrap();
    }
    assert_eq!(to_hex(&frozen(name)), to_hex(bytes), "{name} is not written as it was");
}

#[test]
fn every_record_is_written_as_it_always_was() {
    for (name, author, about, body) in records() {
        assert_frozen(&format!("v1/{name}"), &draft(about, body).sign(&author));
    }
}

#[test]
fn everything_else_is_written_as_it_always_was() {
    for (name, bytes) in others() {
        assert_frozen(&format!("v1/{name}"), &bytes);
    }
}

#[test]
fn every_frozen_record_reads_as_what_it_states() {
    for (name, author, about, body) in records() {
        let bytes = frozen(&format!("v1/{name}"));
        let record = Unverified::parse(&bytes).unwrap();
        let record = match &body {
            Body::Charter(_) => record.verify_founding(org()).unwrap(),
            _ => record.verify(&keyring(), Vouched::No).unwrap(),
        };
        assert_eq!(record.body(), &body, "{name}");
        assert_eq!(record.bytes(), bytes);
        assert_eq!(record.id(), record_id(&bytes));
        let header = record.header();
        assert_eq!((header.org, header.at, header.about), (org(), AT, about));
        assert_eq!(header.author, Author::Device(author.id()));
        assert_eq!(header.replaces, draft(about, body).replaces);
    }
}

#[test]
fn every_kind_of_record_is_frozen() {
    let kinds: Vec<Kind> = records().iter().map(|(.., body)| body.kind()).collect();
    for kind in Kind::ALL {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[rstest]
#[case("v1/comment_anonymous")]
#[case("v1/comment_anonymous_salted")]
fn a_frozen_anonymous_comment_reads_as_nobodys(#[case] name: &str) {
    let record = Unverified::parse(&frozen(name)).unwrap();
    let record = record.verify(&keyring(), Vouched::No).unwrap();
    assert_eq!(record.body(), &comment(Visibility::Anonymous));
    assert_eq!((record.header().author, record.header().at), (Author::Anonymous, Moment(0)));
    assert_eq!(record.member(), None);
}

#[test]
fn frozen_files_open_with_their_keys() {
    for reader in [secretary(), paper()] {
        assert_eq!(open_mail(&reader, &frozen("v1/mail")).as_deref(), Ok(PLAIN));
    }
    assert_eq!(open_pack(&CONTENT, &frozen("v1/pack")).unwrap(), [&b"one"[..], b"", b"three"]);
    let opened = open_shared(&CONTENT, Purpose::Head, &frozen("v1/sealed_head"));
    assert_eq!(opened.as_deref(), Ok(PLAIN));
    let opened = open_shared(&CONTENT, Purpose::Document, &frozen("v1/sealed_document"));
    assert_eq!(opened.as_deref(), Ok(PLAIN));
}

#[test]
fn frozen_texts_read_back() {
    let text = |name: &str| String::from_utf8(frozen(name)).unwrap();
    assert_eq!(Bundle::from_text(&text("v1/bundle")), Ok(bundle()));
    assert_eq!(Bundle::from_text(&text("v1/bundle_proceedings")), Ok(bundle_proceedings()));
    assert_eq!(Invitation::parse(&text("v1/invitation")), Ok(invitation()));
    assert_eq!(HostingLink::parse(&text("v1/hosting_link")), Ok(hosting_link()));
    let read = DevicePass::parse(&text("v1/device_pass")).unwrap();
    assert_eq!((read.seed.0, read.invitation, read.token), (pass().seed.0, invitation(), Some(token())));
    let identity = Identity::decode(&frozen("v1/device_pass")).unwrap();
    assert_eq!(identity.device().id(), member().id());
}

#[test]
fn frozen_codes_and_parcels_read_back() {
    let (meeting, proof) = read_code(&frozen("v1/code")).unwrap();
    let log: CodeLog = minicbor::decode(&frozen("v1/code_log")).unwrap();
    assert_eq!(meeting, MEETING);
    assert_eq!(ShownTurns::new(meeting, log).shown_at(&proof), Some(AT.plus_milliseconds(10_000)));
    assert_eq!(Parcel::decode(&frozen("v1/parcel")), Ok(parcel()));
}

#[test]
fn names_of_keys_and_branches_stay() {
    assert_eq!(org().to_string(), "fa6a4f899ae29ae5a5d63747ad6db85c");
    assert_eq!(secretary().id().to_string(), "9bb12470eab03e9f");
}
