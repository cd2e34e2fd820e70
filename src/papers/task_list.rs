//! Danh sách nhiệm vụ: who does what by when, with room for the result.

use super::held::Held;
use super::letterhead::{Behalf, Letterhead};
use super::phrase;
use crate::domain::id::MemberId;
use crate::domain::member::{Member, Roster};
use crate::domain::task::Task;
use paper::{Block, Column, Page, Paper, Row, Table, Title};

/// The tasks that a meeting has assigned.
pub fn task_list(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Paper {
    let about = ["giao tại buổi ", phrase::gathering(held.meeting.kind), " ngày ", &held.day().to_dmy()];
    let body = match &held.minutes.tasks[..] {
        [] => Block::text("Buổi sinh hoạt không giao nhiệm vụ."),
        tasks => Block::Table(table(letterhead.roster, tasks)),
    };
    Paper {
        page: Page::A4,
        head: letterhead.head(None, held.day()),
        title: Title { kind: "DANH SÁCH NHIỆM VỤ".to_owned(), about: about.concat() },
        body: vec![body],
        foot: Some(letterhead.foot(Behalf::Branch, &["Đảng viên được giao", "Lưu chi bộ"])),
        annexes: Vec::new(),
    }
}

fn table(roster: &Roster, tasks: &[Task]) -> Table {
    let row = |(index, task): (usize, &Task)| {
        Row::plain(vec![
            (index + 1).to_string(),
            task.what.to_string(),
            who(roster, &task.who),
            task.deadline.map(|day| day.to_dmy()).unwrap_or_default(),
            String::new(),
        ])
    };
    let columns = vec![
        Column::short("TT", 7),
        Column::words("Nhiệm vụ", 36),
        Column::words("Người thực hiện", 25),
        Column::short("Thời hạn", 16),
        Column::words("Kết quả", 16),
    ];
    Table { columns, rows: tasks.iter().enumerate().map(row).collect() }
}

/// `Trịnh Thị Mai, Đinh Văn Quý`, by given name; nobody by name is the whole branch.
pub fn who(roster: &Roster, members: &[MemberId]) -> String {
    if members.is_empty() {
        return "Cả chi bộ".to_owned();
    }
    let named = roster.sorted(|member: &Member| members.contains(&member.id));
    let names: Vec<&str> = named.iter().map(|member| member.name.as_str()).collect();
    names.join(", ")
}
