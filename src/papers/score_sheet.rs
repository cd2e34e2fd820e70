//! Phiếu chấm điểm: what the branch gave itself for a meeting, and what was given from above.

use super::held::{Held, paragraphs};
use super::letterhead::{Behalf, Letterhead};
use super::phrase;
use crate::domain::regulation::rubric::{Rating, Rubric};
use crate::domain::score::{Given, Score, ScoreSheet};
use crate::domain::text::number_vi;
use paper::{Block, Cell, Column, Face, Page, Paper, Row, Run, Spreadsheet, SpreadsheetColumn, Table, Title};
use std::cmp::Ordering;

/// The score of a meeting as papers show it. Points are in tenths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores<'a> {
    /// Criteria, each followed by its items.
    pub lines: Vec<ScoreLine<'a>>,
    /// The most points of all.
    pub points_max: u16,
    /// What the branch gave itself.
    pub own: Total<'a>,
    /// What was given from above, once it is known.
    pub official: Option<Total<'a>>,
    /// What is to be done better.
    pub remedies: &'a str,
}

/// A criterion or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreLine<'a> {
    /// Its number: `3`, `3.1`.
    pub key: &'a str,
    /// Its name.
    pub title: &'a str,
    /// Which of the two it is.
    pub rank: Rank,
    /// The most points.
    pub points_max: u16,
    /// Points of the branch; nothing where it does not apply.
    pub own: Option<u16>,
    /// Evidence and reasons.
    pub note: &'a str,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// tiêu chí
    Criterion,
    /// mục of the criterion before it
    Item,
}

/// All points together and what they make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total<'a> {
    /// The points.
    pub points: u16,
    /// `Khá`
    pub rating: &'a str,
}

impl<'a> Scores<'a> {
    /// The marks of a meeting by their rubric, with a note for each item in the order of the rubric, and the score from
    /// above. An item without a mark counts nothing.
    pub fn of(
        rubric: &'a Rubric,
        sheet: &'a ScoreSheet,
        notes: &'a [String],
        official: Option<Score>,
    ) -> Self {
        let total = |score: Score| Total { points: score.points.0, rating: rating(score.rating) };
        let mut notes = notes.iter();
        let mut lines = Vec::new();
        for criterion in &rubric.criteria {
            lines.push(ScoreLine {
                key: criterion.key.as_str(),
                title: criterion.title.as_str(),
                rank: Rank::Criterion,
                points_max: criterion.points.0,
                own: Some(sheet.points(criterion).0),
                note: "",
            });
            lines.extend(criterion.items.iter().map(|item| {
                let own = match sheet.mark(&item.key).map(|mark| mark.given) {
                    Some(Given::Points(points)) => Some(points.0),
                    Some(Given::Excused) => None,
                    None => Some(0),
                };
                ScoreLine {
                    key: item.key.as_str(),
                    title: item.title.as_str(),
                    rank: Rank::Item,
                    points_max: item.points.0,
                    own,
                    note: notes.next().map_or("", String::as_str),
                }
            }));
        }
        let own = total(sheet.score(rubric));
        let remedies = sheet.remedies.as_str();
        Self { lines, points_max: rubric.total.0, own, official: official.map(total), remedies }
    }
}

fn rating(rating: Rating) -> &'static str {
    match rating {
        Rating::Good => "Tốt",
        Rating::Fair => "Khá",
        Rating::Average => "Trung bình",
        Rating::Weak => "Kém",
    }
}

impl Scores<'_> {
    /// `Chi bộ tự chấm 89/100 điểm, xếp loại Khá`
    pub fn sentence(&self) -> String {
        ["Chi bộ tự chấm ", &self.of_all(self.own)].concat()
    }

    /// `89/100 điểm, xếp loại Khá`
    pub fn of_all(&self, total: Total<'_>) -> String {
        let points = [points(total.points), points(self.points_max)].join("/");
        [&points, " điểm, xếp loại ", total.rating].concat()
    }

    /// `Biện pháp khắc phục: …`, where something is to be done better.
    pub fn remedies(&self) -> Vec<Block> {
        paragraphs("Biện pháp khắc phục: ", self.remedies)
    }

    /// The criteria alone, as a resolution has them.
    pub fn criteria(&self) -> Table {
        let columns = vec![
            Column::short("TT", 7),
            Column::words("Tiêu chí", 59),
            Column::short("Điểm tối đa", 17),
            Column::short("Tự chấm", 17),
        ];
        let criteria = self.lines.iter().filter(|line| line.rank == Rank::Criterion);
        let row = |line: &ScoreLine<'_>| {
            let [key, title] = [line.key, line.title].map(str::to_owned);
            Row::plain(vec![key, title, points(line.points_max), given(line.own)])
        };
        Table { columns, rows: criteria.map(row).collect() }
    }
}

/// The score sheet, every item with its note.
pub fn score_sheet(letterhead: &Letterhead<'_>, held: &Held<'_>, scores: &Scores<'_>) -> Paper {
    let total = |label: &str, total: Total<'_>| {
        Block::Text(vec![Run::plain(label), Run::bold(scores.of_all(total)), Run::plain(".")])
    };
    let mut body = vec![Block::Table(table(scores)), total("Chi bộ tự chấm: ", scores.own)];
    if let Some(official) = scores.official {
        body.push(total("Cấp ủy cấp trên chấm: ", official));
        body.extend(difference(scores.own, official).map(Block::text));
    }
    body.extend(scores.remedies());
    let about = [phrase::gathering(held.meeting.kind), " ngày ", &held.day().to_dmy()].concat();
    Paper {
        page: Page::A4,
        head: letterhead.head(None, held.day()),
        title: Title { kind: "PHIẾU CHẤM ĐIỂM".to_owned(), about },
        body,
        foot: Some(letterhead.foot(Behalf::Branch, &[&reported(letterhead), "Lưu chi bộ"])),
        annexes: Vec::new(),
    }
}

/// `Chênh lệch: thấp hơn 1,5 điểm.`, where the superior sees it in another way.
fn difference(own: Total<'_>, official: Total<'_>) -> Option<String> {
    let words = match official.points.cmp(&own.points) {
        Ordering::Less => "Chênh lệch: thấp hơn ",
        Ordering::Greater => "Chênh lệch: cao hơn ",
        Ordering::Equal => return None,
    };
    Some([words, &points(official.points.abs_diff(own.points)), " điểm."].concat())
}

/// `Đảng ủy xã Minh Khê (báo cáo)`
pub fn reported(letterhead: &Letterhead<'_>) -> String {
    [letterhead.charter.superior.as_str(), " (báo cáo)"].concat()
}

fn table(scores: &Scores<'_>) -> Table {
    let columns = vec![
        Column::short("TT", 8),
        Column::words("Tiêu chí", 42),
        Column::short("Tối đa", 10),
        Column::short("Tự chấm", 11),
        Column::words("Căn cứ, lý do", 29),
    ];
    let row = |line: &ScoreLine<'_>| {
        let [key, title, note] = [line.key, line.title, line.note].map(str::to_owned);
        let face = if line.rank == Rank::Criterion { Face::Bold } else { Face::Plain };
        Row { cells: vec![key, title, points(line.points_max), given(line.own), note], face }
    };
    let sum = ["", "Tổng điểm", &points(scores.points_max), &points(scores.own.points), scores.own.rating];
    let mut rows: Vec<Row> = scores.lines.iter().map(row).collect();
    rows.push(Row::bold(sum.map(str::to_owned).to_vec()));
    Table { columns, rows }
}

/// The same table for calculating programs.
pub fn score_table(letterhead: &Letterhead<'_>, held: &Held<'_>, scores: &Scores<'_>) -> Spreadsheet {
    let number = |tenths: u16| Cell::Number(i64::from(tenths) * 100);
    let row = |line: &ScoreLine<'_>| {
        vec![
            Cell::text(line.key),
            Cell::text(line.title),
            number(line.points_max),
            line.own.map_or_else(|| Cell::text(NOT_APPLICABLE), number),
            Cell::text(line.note),
        ]
    };
    let total = |label: &str, total: Total<'_>| {
        let max = number(scores.points_max);
        vec![Cell::Empty, Cell::text(label), max, number(total.points), Cell::text(total.rating)]
    };
    let mut rows: Vec<Vec<Cell>> = scores.lines.iter().map(row).collect();
    rows.push(total("Tổng điểm tự chấm", scores.own));
    rows.extend(scores.official.map(|official| total("Tổng điểm cấp trên chấm", official)));
    let day = held.day().to_dmy();
    Spreadsheet {
        name: "Chấm điểm".to_owned(),
        title: vec![
            ["PHIẾU CHẤM ĐIỂM ", phrase::gathering(held.meeting.kind), " ngày ", &day].concat(),
            [letterhead.branch(), ", ", letterhead.charter.superior.as_str()].concat(),
        ],
        columns: vec![
            SpreadsheetColumn::new("TT", 7),
            SpreadsheetColumn::new("Tiêu chí", 52),
            SpreadsheetColumn::new("Điểm tối đa", 13),
            SpreadsheetColumn::new("Tự chấm", 13),
            SpreadsheetColumn::new("Căn cứ, lý do", 52),
        ],
        rows,
    }
}

const NOT_APPLICABLE: &str = "không tính";

fn points(tenths: u16) -> String {
    number_vi(f64::from(tenths) / 10.0, 1)
}

fn given(tenths: Option<u16>) -> String {
    tenths.map_or_else(|| NOT_APPLICABLE.to_owned(), points)
}
