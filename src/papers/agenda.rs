//! Chương trình: what is done when, by the clock.

use super::letterhead::{Behalf, Letterhead};
use super::phrase;
use crate::domain::meeting::{Meeting, sections};
use paper::{Block, Column, Fact, Page, Paper, Row, Table, Title};

/// The order of business of a meeting, each item with the time at which it begins.
pub fn agenda(letterhead: &Letterhead<'_>, meeting: &Meeting) -> Paper {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let mut facts = vec![
        fact("Thời gian:", phrase::moment(meeting.starts)),
        fact("Địa điểm:", meeting.place.to_string()),
        fact("Chủ trì:", meeting.chair.to_string()),
    ];
    if let Some(theme) = &meeting.theme {
        facts.push(fact("Chuyên đề:", theme.title.to_string()));
    }
    Paper {
        page: Page::A4,
        head: letterhead.head(None, meeting.noticed_on),
        title: Title { kind: "CHƯƠNG TRÌNH".to_owned(), about: phrase::gathering_of_month(meeting) },
        body: vec![Block::Facts(facts), Block::Table(timetable(meeting))],
        foot: Some(letterhead.foot(Behalf::Bureau, &["Đảng viên chi bộ", "Lưu chi bộ"])),
        annexes: Vec::new(),
    }
}

/// In the order of the agenda. Where it has several sections, each begins with a row of its own.
fn timetable(meeting: &Meeting) -> Table {
    let sections = sections(meeting.agenda.iter().map(|item| item.part));
    let mut starts = meeting.starts;
    let mut rows = Vec::new();
    for ((number, item), section) in (1..).zip(&meeting.agenda).zip(sections) {
        if let Some(section) = section {
            let title = phrase::sentence(phrase::section(section));
            rows.push(Row::bold(vec![String::new(), title, String::new(), String::new()]));
        }
        rows.push(Row::plain(vec![
            number.to_string(),
            item.title.to_string(),
            phrase::clock(starts.time),
            [&item.minutes.to_string(), " phút"].concat(),
        ]));
        starts = starts.plus_minutes(i64::from(item.minutes));
    }
    let columns = vec![
        Column::short("TT", 7),
        Column::words("Nội dung", 57),
        Column::short("Bắt đầu", 18),
        Column::short("Thời lượng", 18),
    ];
    Table { columns, rows }
}
