//! A branch of 22 members and its meeting, as all tests of papers tell it.

use so_tay::domain::attendance::{Entry, Means, RollCall, State};
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::domain::key::{DeviceKeys, SealingKey, SigningKey};
use so_tay::domain::meeting::{AgendaItem, ItemRole, Kind, Meeting, Part, Plan, Theme};
use so_tay::domain::member::{Activity, Member, Membership, Office, Roster};
use so_tay::domain::minutes::Minutes;
use so_tay::domain::org::{BranchKind, Charter};
use so_tay::domain::proceedings::{
    FeeReport, Findings, Opinion, OpinionKind, Proceedings, Remark, RemarkKind, Speaker,
};
use so_tay::domain::regulation::RegulationId;
use so_tay::domain::task::{Outcome, Progress, Share, Task};
use so_tay::domain::time::{Day, Month, TimeOfDay, WallTime};
use so_tay::domain::vote::{Base, Vote, Way, Weight};
use so_tay::domain::words::{Line, Prose};
use so_tay::papers::held::Held;
use so_tay::papers::letterhead::{Letterhead, Style};
use so_tay::papers::score_sheet::{Rank, ScoreLine, Scores, Total};

pub const LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
    'x', 'y',
];

const STYLE: Style<'_> =
    Style { letters: &LETTERS, for_branch: "T/M CHI BỘ", for_bureau: "T/M CHI ỦY", office: "BÍ THƯ" };

/// The names in no order, and how each was found in the roll call.
const MEMBERS: [(&str, State); 22] = [
    ("Bùi Văn Hòa", State::Present),
    ("Đặng Thị Tuyết", State::Present),
    ("Phạm Đình Quang", State::Present),
    ("Nguyễn Văn Lộc", State::Late),
    ("Trịnh Thị Mai", State::Present),
    ("Trần Thanh Bình", State::Present),
    ("Hoàng Thị Dung", State::Present),
    ("Vũ Minh Đức", State::Excused),
    ("Lê Thị Hạnh", State::Present),
    ("Ngô Thị Huệ", State::Excused),
    ("Đinh Văn Khải", State::Present),
    ("Nguyễn Thị Lan", State::Present),
    ("Phan Văn Long", State::Present),
    ("Đỗ Hoài Nam", State::Excused),
    ("Phạm Thị Nhàn", State::Present),
    ("Tạ Thị Sáu", State::Exempt),
    ("Trương Công Sơn", State::Present),
    ("Dương Thị Thảo", State::Elsewhere),
    ("Mai Văn Tính", State::Present),
    ("Lý Thị Yến", State::Present),
    ("Hà Thảo Vy", State::Present),
    ("Tạ Quang Huy", State::Absent),
];

pub struct Branch {
    pub charter: Charter,
    pub roster: Roster,
    pub meeting: Meeting,
    pub minutes: Minutes,
    pub proceedings: Proceedings,
    pub earlier: Vec<Task>,
    pub remedies: Prose,
    pub ahead: Month,
    pub scores: Scores<'static>,
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn id(number: usize) -> MemberId {
    MemberId([u8::try_from(number).unwrap(); 8])
}

impl Branch {
    pub fn new() -> Self {
        let keys = || DeviceKeys { signing: SigningKey([1; 32]), sealing: SealingKey([2; 32]) };
        Self {
            charter: Charter {
                name: line("Chi bộ thôn Đồng Sen"),
                superior: line("Đảng ủy xã Minh Khê"),
                kind: BranchKind::Residential,
                locality: line("xã Minh Khê"),
                secretaries: vec![keys()],
                recovery: keys(),
                salt: [3; 16],
                hosting: None,
            },
            roster: Roster { members: (0..MEMBERS.len()).map(member).collect() },
            meeting: meeting(),
            minutes: Minutes {
                meeting: meeting().id,
                roll_call: RollCall::new((0..MEMBERS.len()).map(entry)),
                tasks: tasks(),
                outcomes: outcomes(),
                regulation: RegulationId::FIRST,
                closed_at: None,
            },
            proceedings: proceedings(),
            earlier: earlier(),
            remedies: prose("Gửi dự thảo trước ba ngày."),
            ahead: meeting().starts.day.month(),
            scores: scores(),
        }
    }

    /// Gives what is entered of the meeting to `compose`.
    pub fn held<T>(&self, compose: impl FnOnce(&Held<'_>) -> T) -> T {
        let earlier: Vec<&Task> = self.earlier.iter().collect();
        compose(&Held {
            meeting: &self.meeting,
            minutes: &self.minutes,
            proceedings: &self.proceedings,
            earlier: &earlier,
            remedies: Some(&self.remedies),
            ahead: self.ahead,
            scores: Some(&self.scores),
        })
    }

    pub fn letterhead(&self) -> Letterhead<'_> {
        Letterhead { charter: &self.charter, roster: &self.roster, style: STYLE }
    }
}

fn member(number: usize) -> Member {
    let (name, state) = MEMBERS[number];
    Member {
        id: id(number),
        name: line(name),
        office: match number {
            0 => Office::Secretary,
            1 => Office::DeputySecretary,
            2 => Office::BureauMember,
            _ => Office::Member,
        },
        membership: if number < 20 { Membership::Official } else { Membership::Probationary },
        activity: match state {
            State::Exempt => Activity::Exempt,
            State::Elsewhere => Activity::Elsewhere,
            _ => Activity::Here,
        },
        devices: Vec::new(),
    }
}

fn entry(number: usize) -> Entry {
    let (_, state) = MEMBERS[number];
    let start = meeting().starts;
    let (means, at) = match state {
        State::Present if number.is_multiple_of(2) => (Means::Code, Some(start.plus_minutes(-4).moment())),
        State::Late => (Means::Card, Some(start.plus_minutes(20).moment())),
        State::Exempt | State::Elsewhere => (Means::Roster, None),
        _ => (Means::Tick, None),
    };
    Entry { member: id(number), state, means, at }
}

fn meeting() -> Meeting {
    let item = |part, minutes, title: &str, role| AgendaItem { part, title: line(title), minutes, role };
    Meeting {
        id: ThingId([7; 16]),
        kind: Kind::Regular,
        number: Some(line("31-TB/CB")),
        noticed_on: day("2026-09-26"),
        starts: WallTime { day: day("2026-10-03"), time: TimeOfDay::new(19, 0).unwrap() },
        minutes: 120,
        place: line("Nhà văn hóa thôn Đồng Sen"),
        chair: line("Đồng chí Bùi Văn Hòa, Bí thư chi bộ"),
        theme: Some(Theme {
            title: line("Phân loại rác tại nguồn, giữ sạch mương tưới nội đồng"),
            preparer: Some(line("đồng chí Phạm Đình Quang, Chi ủy viên")),
        }),
        agenda: vec![
            item(Part::Regular, 10, "Khai mạc, điểm danh, thông qua chương trình", ItemRole::Opening),
            item(Part::Regular, 35, "Kiểm điểm nhiệm vụ tháng 9, bàn nhiệm vụ tháng 10", ItemRole::Review),
            item(Part::Regular, 20, "Tự phê bình và phê bình", ItemRole::Criticism),
            item(
                Part::Thematic,
                45,
                "Thảo luận chuyên đề: thực trạng, nguyên nhân, giải pháp",
                ItemRole::ThemeDiscussion,
            ),
            item(Part::Thematic, 10, "Kết luận, biểu quyết", ItemRole::Conclusion),
        ],
        documents: Vec::new(),
        plan: Plan::Announced,
        regulation: RegulationId::FIRST,
    }
}

fn tasks() -> Vec<Task> {
    vec![
        task(
            1,
            "Lắp bốn bể chứa vỏ bao thuốc bảo vệ thực vật ở cánh đồng phía tây",
            &[4],
            Some("2026-10-20"),
        ),
        task(2, "Mỗi đảng viên phụ trách hộ đến ít nhất ba nhà, ghi kết quả vào sổ tay", &[], None),
        task(3, "Sửa xong nắp cống Gốc Gạo", &[10, 2], Some("2026-10-15")),
    ]
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn task(number: u8, what: &str, who: &[usize], deadline: Option<&str>) -> Task {
    Task {
        id: ThingId([number; 16]),
        what: line(what),
        who: who.iter().map(|number| id(*number)).collect(),
        deadline: deadline.map(day),
        report_on: None,
    }
}

fn earlier() -> Vec<Task> {
    vec![
        task(11, "Khơi thông 3,2 km mương tưới trước vụ đông", &[2], None),
        task(12, "Vận động 40 hộ ký cam kết phân loại rác", &[4], None),
        task(13, "Sửa nắp cống Gốc Gạo", &[10], None),
    ]
}

fn outcomes() -> Vec<Outcome> {
    let outcome = |number: u8, progress, share: Option<(u16, u16)>, result: &str| Outcome {
        task: ThingId([number; 16]),
        progress,
        share: share.map(|(done, of)| Share { done, of }),
        result: prose(result),
    };
    vec![
        outcome(11, Progress::Done, None, ""),
        outcome(12, Progress::UnderWay, Some((34, 40)), "Sáu hộ đi làm xa, hẹn về ký trong tháng 10"),
        outcome(13, Progress::NotBegun, None, "Chờ vật tư"),
    ]
}

/// An opinion said by members in the step.
pub fn opinion(number: u8, step: u16, kind: OpinionKind, by: &[usize], text: &str) -> Opinion {
    Opinion {
        id: ThingId([number; 16]),
        step,
        kind,
        by: by.iter().map(|number| Speaker::Member(id(*number))).collect(),
        at: meeting().starts.plus_minutes(i64::from(number)).moment(),
        text: prose(text),
        taken: Vec::new(),
    }
}

fn proceedings() -> Proceedings {
    let starts = meeting().starts;
    let mut held = Proceedings::of(&meeting());
    for (place, minute) in [0, 9, 23, 36, 80].into_iter().enumerate() {
        held.begin(place, starts.plus_minutes(minute).moment()).unwrap();
    }
    held.close(starts.plus_minutes(122).moment());
    held.steps[0].note = prose("Chủ trì nêu mục đích, chi bộ thông qua chương trình.");
    held.chair = Some(id(0));
    held.minute_taker = Some(id(14));
    held.guests = vec![line("đồng chí Vũ Đình Thắng, Đảng ủy viên phụ trách chi bộ")];
    held.fees = Some(FeeReport { paid: 22, of: 22, note: None });
    held.opinions = vec![
        opinion(21, 2, OpinionKind::SelfCriticism, &[4], "nhận chậm tổng hợp phiếu khảo sát hộ dân."),
        opinion(22, 2, OpinionKind::Criticism, &[10, 2], "lịch trực cống Gốc Gạo chưa đều."),
        opinion(23, 3, OpinionKind::Agreement, &[5], ""),
        opinion(24, 3, OpinionKind::Opinion, &[3], "mới thăm được hai hộ trong tháng."),
        opinion(25, 3, OpinionKind::Proposal, &[11], "xã hỗ trợ bể chứa."),
        opinion(26, 3, OpinionKind::Agreement, &[6], ""),
    ];
    held.votes = vec![Vote {
        id: ThingId([31; 16]),
        question: line("Thông qua nghị quyết"),
        decides: ItemRole::Vote,
        weight: Weight::Ordinary,
        way: Way::Hands,
        favour: 16,
        against: 0,
        other: 1,
        base: Base { official: 20, released: 2, suspended: 0 },
        at: starts.plus_minutes(110).moment(),
    }];
    let remark = |number, who, kind, text: &str, in_minutes| Remark {
        id: ThingId([number; 16]),
        member: id(who),
        kind,
        text: line(text),
        in_minutes,
    };
    held.remarks = vec![
        remark(41, 2, RemarkKind::Praise, "khơi thông mương trước hạn", true),
        remark(42, 9, RemarkKind::Reminder, "chưa báo cáo kết quả phụ trách hộ", false),
    ];
    held.findings = Findings {
        ideology: prose(
            "đảng viên ổn định; nhân dân phấn khởi trước vụ mùa, còn băn khoăn về rác thải dọc mương tưới.",
        ),
        politics: prose("đạt 9/11 chỉ tiêu."),
        weaknesses: prose(
            "một số đồng chí chưa báo cáo kết quả phụ trách hộ.\nNguyên nhân: chưa phân công người nhắc việc hằng tuần.",
        ),
        next_month: [
            "Lắp bốn bể chứa vỏ bao thuốc bảo vệ thực vật ở cánh đồng phía tây, xong trước ngày 20/10.",
            "Mỗi đảng viên phụ trách hộ đến ít nhất ba nhà, ghi kết quả vào sổ tay.",
            "Sửa xong nắp cống Gốc Gạo trước ngày 15/10.",
            "Lấy ý kiến nhân dân về quy ước thôn sửa đổi.",
            "Thu, nộp đảng phí tháng 10 trước ngày 10/10.",
            "Chuẩn bị ngày hội đại đoàn kết.",
        ]
        .map(line)
        .to_vec(),
        conclusion: Prose::default(),
    };
    held
}

fn scores() -> Scores<'static> {
    let line = |key, title, rank, max: u16, own: Option<u16>, note| ScoreLine {
        key,
        title,
        rank,
        points_max: max * 10,
        own,
        note,
    };
    let criterion = |key, title, max, own: u16| line(key, title, Rank::Criterion, max, Some(own), "");
    Scores {
        lines: vec![
            criterion("1", "Chấp hành thời gian, thời lượng", 5, 50),
            criterion("2", "Tỷ lệ đảng viên dự sinh hoạt", 5, 30),
            line("2.1", "Dự đông đủ", Rank::Item, 5, Some(30), "dự 80%; vắng không lý do 01"),
            criterion("3", "Công tác chuẩn bị", 10, 95),
            line("3.1", "Chuẩn bị nội dung", Rank::Item, 5, Some(45), "dự thảo gửi muộn"),
            line("3.2", "Họp chi ủy, thông báo", Rank::Item, 5, None, ""),
        ],
        points_max: 1_000,
        own: Total { points: 895, rating: "Khá" },
        official: None,
        remedies: "gặp trước các đồng chí hay vắng.",
    }
}
