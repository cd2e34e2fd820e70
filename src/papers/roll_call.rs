//! Danh sách điểm danh: every member and state, and the numbers that follow from them.

use super::held::Held;
use super::letterhead::Letterhead;
use super::phrase;
use crate::domain::attendance::{Entry, Means, RollCall, State, Tally};
use crate::domain::member::{Activity, Member, Membership, Roster};
use crate::domain::order::sorted;
use crate::domain::text::name_order;
use crate::domain::vote::Base;
use paper::{Block, Column, Foot, Left, Page, Paper, Row, Signature, Table, Title};

/// The roll call of a meeting: a row for every entry, sorted by given name.
pub fn roll_call(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Paper {
    let (roster, roll_call) = (letterhead.roster, &held.minutes.roll_call);
    let mut body = vec![Block::Table(table(roster, roll_call))];
    body.extend(numbers(roster, roll_call).into_iter().map(Block::text));
    let about = [phrase::gathering(held.meeting.kind), " ngày ", &held.day().to_dmy()].concat();
    let signs = |role: &str, name: String| Signature { role: role.to_owned(), office: String::new(), name };
    let secretary = roster.secretary().map(|member| member.name.to_string());
    Paper {
        page: Page::A4,
        head: letterhead.head(None, held.day()),
        title: Title { kind: "DANH SÁCH ĐIỂM DANH".to_owned(), about },
        body,
        foot: Some(Foot {
            left: Left::Signature(signs("THƯ KÝ", String::new())),
            right: signs("BÍ THƯ", secretary.unwrap_or_default()),
        }),
        annexes: Vec::new(),
    }
}

/// An entry and whom it is about; nobody where the roster has lost the name, so that rows and numbers agree all the
/// same.
type Line<'a> = (&'a Entry, Option<&'a Member>);

fn lines<'a>(roster: &'a Roster, roll_call: &'a RollCall) -> Vec<Line<'a>> {
    let entries = roll_call.entries().iter().map(|entry| (entry, roster.member(entry.member)));
    sorted(entries, |(a, _), (b, _)| {
        let name = |entry: &Entry| roster.member(entry.member).map_or("", |member| member.name.as_str());
        name_order(name(a), name(b)).then(a.member.cmp(&b.member))
    })
}

fn table(roster: &Roster, roll_call: &RollCall) -> Table {
    let row = |(index, (entry, member)): (usize, Line<'_>)| {
        let of_member = |tell: fn(&Member) -> &str| member.map_or("", tell).to_owned();
        let came = entry.at.filter(|_| entry.state.present() && entry.means != Means::Tick);
        Row::plain(vec![
            (index + 1).to_string(),
            of_member(|member| member.name.as_str()),
            of_member(|member| phrase::office(member.office)),
            of_member(|member| phrase::membership(member.membership)),
            state(entry.state).to_owned(),
            came.map(|at| at.wall().time.to_hm()).unwrap_or_default(),
        ])
    };
    let columns = vec![
        Column::short("TT", 6),
        Column::words("Họ và tên", 27),
        Column::short("Chức vụ", 16),
        Column::short("Đảng viên", 15),
        Column::short("Điểm danh", 25),
        Column::short("Giờ đến", 11),
    ];
    Table { columns, rows: lines(roster, roll_call).into_iter().enumerate().map(row).collect() }
}

/// Who was there and who was not, by name; the rate; over whom votes are counted. A sentence a line.
pub fn numbers(roster: &Roster, roll_call: &RollCall) -> Vec<String> {
    let tally = Tally::of(roll_call);
    let mut told = vec![total(roster, roll_call), present(&tally)];
    for (label, states) in ABSENCES {
        let names = names(roster, roll_call, states);
        let always = states.iter().any(|state| matches!(state, State::Excused | State::Absent));
        if always || !names.is_empty() {
            told.push(counted(label, &names));
        }
    }
    if let Some(rate) = tally.rate_per_mille() {
        told.push(["Tỷ lệ dự sinh hoạt: ", &phrase::percent(rate), "."].concat());
    }
    let voters = Base::of(roll_call, &roster.members).voters();
    told.push(["Đảng viên có quyền biểu quyết: ", &phrase::comrades(voters), "."].concat());
    told
}

/// The same in one sentence without names: `Chi bộ có 22 đảng viên (chính thức 20, dự bị 02); có mặt 18, …`
pub fn summary(roster: &Roster, roll_call: &RollCall) -> String {
    let total = total(roster, roll_call);
    let parts = total.split_once(" (").map_or("", |(_, parts)| parts.trim_end_matches('.'));
    let all = phrase::count(u16::try_from(roll_call.entries().len()).unwrap_or(u16::MAX));
    let present = phrase::count(Tally::of(roll_call).present);
    let mut out = ["Chi bộ có ", &all, " đảng viên (", parts, "; có mặt ", &present].concat();
    for (label, states) in ABSENCES {
        let absent = names(roster, roll_call, states).len();
        if absent > 0 {
            let count = phrase::count(u16::try_from(absent).unwrap_or(u16::MAX));
            out.push_str(&[", ", &label.to_lowercase(), " ", &count].concat());
        }
    }
    out
}

/// What is told of those who are not in the room, with names.
const ABSENCES: [(&str, &[State]); 7] = [
    ("Vắng có lý do", &[State::Excused]),
    ("Vắng không lý do", &[State::Absent]),
    ("Miễn sinh hoạt", &[State::Exempt]),
    ("Sinh hoạt tạm thời nơi khác", &[State::Elsewhere]),
    ("Làm nhiệm vụ đặc biệt", &[State::SpecialDuty]),
    ("Đình chỉ sinh hoạt", &[State::Suspended]),
    ("Chưa điểm danh", &[State::Unmarked]),
];

/// `Tổng số đảng viên: 22 đồng chí (chính thức 20, dự bị 02).`
fn total(roster: &Roster, roll_call: &RollCall) -> String {
    let lines = lines(roster, roll_call);
    let how_many = |belongs: fn(&Member) -> bool| {
        let members = lines.iter().filter_map(|(_, member)| *member);
        u16::try_from(members.filter(|member| belongs(member)).count()).unwrap_or(u16::MAX)
    };
    let official = how_many(|member| member.membership == Membership::Official);
    let probationary = how_many(|member| member.membership == Membership::Probationary);
    let guests = how_many(|member| member.activity == Activity::Guest);
    let all = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let temporary = match guests {
        0 => String::new(),
        _ => ["; sinh hoạt tạm thời tại chi bộ ", &phrase::count(guests)].concat(),
    };
    let parts = [" (chính thức ", &phrase::count(official), ", dự bị ", &phrase::count(probationary)];
    ["Tổng số đảng viên: ", &phrase::comrades(all), &parts.concat(), &temporary, ")."].concat()
}

fn present(tally: &Tally) -> String {
    let late = match tally.late {
        0 => String::new(),
        late => [" (đi muộn ", &phrase::count(late), ")"].concat(),
    };
    ["Có mặt: ", &phrase::comrades(tally.present), &late, "."].concat()
}

fn names<'a>(roster: &'a Roster, roll_call: &'a RollCall, states: &[State]) -> Vec<&'a str> {
    let lines = lines(roster, roll_call).into_iter().filter(|(entry, _)| states.contains(&entry.state));
    lines.map(|(_, member)| member.map_or("không rõ tên", |member| member.name.as_str())).collect()
}

/// `Vắng có lý do: 03 đồng chí (Phạm Quang Dũng, Nguyễn Hữu Phúc, Lương Văn Khải).`
fn counted(label: &str, names: &[&str]) -> String {
    let number = phrase::comrades(u16::try_from(names.len()).unwrap_or(u16::MAX));
    let who = if names.is_empty() { String::new() } else { [" (", &names.join(", "), ")"].concat() };
    [label, ": ", &number, &who, "."].concat()
}

fn state(state: State) -> &'static str {
    match state {
        State::Present => "Có mặt",
        State::Late => "Có mặt (đi muộn)",
        State::Excused => "Vắng có lý do",
        State::Absent => "Vắng không lý do",
        State::Exempt => "Miễn sinh hoạt",
        State::Elsewhere => "Sinh hoạt nơi khác",
        State::SpecialDuty => "Nhiệm vụ đặc biệt",
        State::Suspended => "Đình chỉ sinh hoạt",
        State::Unmarked => "Chưa điểm danh",
    }
}
