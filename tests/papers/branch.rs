//! A branch of 22 members and its meeting, as all tests of papers tell it.

use so_tay::domain::attendance::{Entry, Means, RollCall, State};
use so_tay::domain::id::{MemberId, ThingId};
use so_tay::domain::key::{DeviceKeys, SealingKey, SigningKey};
use so_tay::domain::meeting::{AgendaItem, Kind, Meeting, Part, Plan, Theme};
use so_tay::domain::member::{Activity, Member, Membership, Office, Roster};
use so_tay::domain::org::{BranchKind, Charter};
use so_tay::domain::regulation::{Regulation, RegulationId, Regulations};
use so_tay::domain::task::Task;
use so_tay::domain::time::{Day, TimeOfDay, WallTime};
use so_tay::domain::words::Line;
use so_tay::papers::letterhead::{Letterhead, Style};
use std::sync::Arc;

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
    pub regulation: Arc<Regulation>,
    pub roll_call: RollCall,
    pub tasks: Vec<Task>,
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
            regulation: Regulations::shipped().named(RegulationId::FIRST),
            roll_call: RollCall::new((0..MEMBERS.len()).map(entry)),
            tasks: tasks(),
        }
    }

    pub fn letterhead(&self) -> Letterhead<'_> {
        let deadlines = &self.regulation.deadlines;
        Letterhead { charter: &self.charter, roster: &self.roster, style: STYLE, deadlines }
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
        State::Present if number % 2 == 0 => (Means::Code, Some(start.plus_minutes(-4).moment())),
        State::Late => (Means::Card, Some(start.plus_minutes(20).moment())),
        State::Exempt | State::Elsewhere => (Means::Roster, None),
        _ => (Means::Tick, None),
    };
    Entry { member: id(number), state, means, at }
}

fn meeting() -> Meeting {
    let item = |part, minutes, title: &str| AgendaItem { part, title: line(title), minutes };
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
            item(Part::Regular, 10, "Khai mạc, điểm danh, thông qua chương trình"),
            item(Part::Regular, 35, "Kiểm điểm nhiệm vụ tháng 9, bàn nhiệm vụ tháng 10"),
            item(Part::Regular, 20, "Tự phê bình và phê bình"),
            item(Part::Thematic, 45, "Thảo luận chuyên đề: thực trạng, nguyên nhân, giải pháp"),
            item(Part::Thematic, 10, "Kết luận, biểu quyết"),
        ],
        documents: Vec::new(),
        plan: Plan::Announced,
        regulation: RegulationId::FIRST,
    }
}

fn tasks() -> Vec<Task> {
    let task = |number: u8, what: &str, who: &[usize], deadline: Option<&str>| Task {
        id: ThingId([number; 16]),
        what: line(what),
        who: who.iter().map(|number| id(*number)).collect(),
        deadline: deadline.map(day),
    };
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
