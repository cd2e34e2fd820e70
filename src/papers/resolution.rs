//! Nghị quyết: what the branch found of the month, what it lays down, who does it, how the meeting was scored; the
//! opinions as an annex.

use super::held::{self, Held, paragraphs};
use super::letterhead::{Behalf, Letterhead};
use super::lettering::{letter, marked, number};
use super::minutes::{favour, score_vote};
use super::phrase;
use super::roll_call::summary;
use super::score_sheet::reported;
use super::task_list::who;
use crate::domain::meeting::Kind;
use crate::domain::proceedings::Opinion;
use crate::domain::signed_paper::Adoption;
use crate::domain::task::Task;
use crate::domain::time::Day;
use paper::{Annex, Block, Column, Page, Paper, Row, Run, Table, Title};

/// What a resolution has besides its content.
#[derive(Clone, Copy, Debug)]
pub struct Issue<'a> {
    /// `15-NQ/CB`, once it is known.
    pub number: Option<&'a str>,
    /// `14-NQ/CB`: the one whose tasks were reviewed.
    pub previous: Option<&'a str>,
    /// The vote that adopted it.
    pub adopted_by: Option<Adoption>,
}

/// The resolution of a meeting.
pub fn resolution(letterhead: &Letterhead<'_>, held: &Held<'_>, issue: &Issue<'_>) -> Paper {
    let mut body = vec![opening(letterhead, held)];
    let parts =
        [past(letterhead, held, issue), next(letterhead, held), assignment(letterhead, held), score(held)];
    let told = parts.into_iter().filter(|(_, content)| !content.is_empty());
    for (place, (title, content)) in ["I- ", "II- ", "III- ", "IV- "].into_iter().zip(told) {
        body.push(Block::heading([place, &title].concat()));
        body.extend(content);
    }
    body.extend(issue.adopted_by.map(|adoption| Block::text(adopted(&adoption))));
    let recipients = [&reported(letterhead), "Đảng viên chi bộ", "Lưu sổ nghị quyết"];
    Paper {
        page: Page::A4,
        head: letterhead.head(issue.number, held.day()),
        title: Title { kind: "NGHỊ QUYẾT".to_owned(), about: self::about(held) },
        body,
        foot: Some(letterhead.foot(Behalf::Branch, &recipients)),
        annexes: annex(letterhead, held).into_iter().collect(),
    }
}

type Content = (String, Vec<Block>);

fn about(held: &Held<'_>) -> String {
    match (&held.meeting.theme, held.meeting.kind) {
        (Some(theme), Kind::Thematic) => ["về chuyên đề: ", theme.title.as_str()].concat(),
        _ => {
            let [month, year] = [held.ahead.number().to_string(), held.ahead.year().to_string()];
            ["về lãnh đạo thực hiện nhiệm vụ tháng ", &month, " năm ", &year].concat()
        }
    }
}

fn opening(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Block {
    let began = held.began();
    let day = began.day;
    let quarter = ["I", "II", "III", "IV"][(day.quarter() as usize).clamp(1, 4) - 1];
    let themed = held.meeting.theme.is_some() && held.meeting.kind != Kind::Thematic;
    let theme = if themed { [", có phần chuyên đề quý ", quarter].concat() } else { String::new() };
    let place = [phrase::clock(began.time), day.to_dmy(), held.meeting.place.to_string()];
    let [at, day_text, place] = &place;
    let gathering =
        [&phrase::gathering(held.meeting.kind).replacen(" chi bộ", "", 1), " ", &phrase::month(day)];
    let mut out = [
        &["Hồi ", at, " ngày ", day_text, ", tại ", place, ", ", letterhead.branch()].concat(),
        " ",
        &gathering.concat(),
        &theme,
        ". ",
        &summary(letterhead.roster, &held.minutes.roll_call),
    ]
    .concat();
    if let Some(end) = held.proceedings.closed_at {
        let minutes = held.proceedings.length(end) / 60_000;
        out.push_str(&["; thời lượng ", &minutes.to_string(), " phút"].concat());
    }
    out.push_str(&[". Chủ trì: ", &held.chair(letterhead)].concat());
    if let Some(taker) = held.minute_taker(letterhead) {
        out.push_str(&["; thư ký: ", &taker].concat());
    }
    out.push_str(". ");
    if let Some(fees) = held.fees() {
        out.push_str(&[&fees, " "].concat());
    }
    out.push_str("Chi bộ thông qua chương trình, thảo luận, thống nhất:");
    Block::text(out)
}

/// I: the month before, or what a thematic meeting found.
fn past(letterhead: &Letterhead<'_>, held: &Held<'_>, issue: &Issue<'_>) -> Content {
    let title = match held.meeting.kind {
        Kind::Thematic => "KẾT QUẢ THẢO LUẬN".to_owned(),
        _ => ["KẾT QUẢ THỰC HIỆN ", &phrase::tasks_of(held.ahead.previous())].concat(),
    };
    let findings = &held.proceedings.findings;
    let mut points: Vec<Vec<Block>> = Vec::new();
    let said = |label: &str, text: &str| paragraphs("", &[label, text].concat());
    if !findings.ideology.is_empty() {
        points.push(said(held::IDEOLOGY, findings.ideology.as_str()));
    }
    if !findings.politics.is_empty() {
        points.push(said(held::POLITICS, findings.politics.as_str()));
    }
    if let Some(review) = held.review() {
        let of = issue.previous.map(|number| [" của Nghị quyết số ", number].concat());
        points.push(vec![Block::text(["Kết quả nhiệm vụ", &of.unwrap_or_default(), ":"].concat()), review]);
    }
    let remedied = held.remedied();
    if !remedied.is_empty() {
        points.push(remedied);
    }
    let remarks = held.remarks(letterhead);
    if !remarks.is_empty() {
        points.push(said("", &remarks.join(" ")));
    }
    if !findings.weaknesses.is_empty() {
        points.push(said(held::WEAKNESSES, findings.weaknesses.as_str()));
    }
    (title, points.into_iter().enumerate().flat_map(|(index, point)| numbered(index, point)).collect())
}

/// With its number in front of its first words.
fn numbered(index: usize, mut point: Vec<Block>) -> Vec<Block> {
    if let Some(Block::Text(runs)) = point.first_mut() {
        runs.insert(0, Run::plain([&number(index), " "].concat()));
    }
    point
}

/// II: the month to come. Where nothing else is laid down, it is the tasks that are assigned. What the branch concludes
/// of them comes after them; a thematic meeting begins with its conclusion.
fn next(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Content {
    let findings = &held.proceedings.findings;
    let mut points: Vec<&str> = findings.next_month.iter().map(|line| line.as_str()).collect();
    if points.is_empty() {
        points = held.minutes.tasks.iter().map(|task| task.what.as_str()).collect();
    }
    let points = marked(points, |index| letter(letterhead.style.letters, index));
    let conclusion = paragraphs("", findings.conclusion.as_str());
    match held.meeting.kind {
        Kind::Thematic => ("KẾT LUẬN".to_owned(), [conclusion, points].concat()),
        Kind::Regular | Kind::Extraordinary => (phrase::tasks_of(held.ahead), [points, conclusion].concat()),
    }
}

/// III: who does what by when.
fn assignment(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Content {
    let row = |(index, task): (usize, &Task)| {
        let report = task.report_on.map_or_else(|| "Kỳ sinh hoạt sau".to_owned(), Day::to_dmy);
        Row::plain(vec![
            (index + 1).to_string(),
            task.what.to_string(),
            who(letterhead.roster, &task.who),
            task.deadline.map(Day::to_dmy).unwrap_or_default(),
            report,
        ])
    };
    let rows: Vec<Row> = held.minutes.tasks.iter().enumerate().map(row).collect();
    let columns = vec![
        Column::short("TT", 7),
        Column::words("Nhiệm vụ", 38),
        Column::words("Người thực hiện", 23),
        Column::short("Thời hạn", 16),
        Column::short("Báo cáo", 16),
    ];
    let table = (!rows.is_empty()).then_some(Block::Table(Table { columns, rows }));
    ("PHÂN CÔNG THỰC HIỆN".to_owned(), table.into_iter().collect())
}

/// IV: how the branch has scored the meeting.
fn score(held: &Held<'_>) -> Content {
    let body = held.scores.map(|scores| {
        let told = vec![
            Run::plain("Chi bộ tự chấm "),
            Run::bold(scores.of_all(scores.own)),
            Run::plain([&score_vote(held), ", cụ thể:"].concat()),
        ];
        let mut body = vec![Block::Text(told), Block::Table(scores.criteria())];
        body.extend(scores.remedies());
        body
    });
    ("TỰ CHẤM ĐIỂM KỲ SINH HOẠT".to_owned(), body.unwrap_or_default())
}

/// What tells the vote begins with these words and is the last paragraph.
const ADOPTED: &str = "Nghị quyết được ";

/// Whether a block tells the vote that adopted the resolution.
pub(super) fn is_adoption(block: &Block) -> bool {
    match block {
        Block::Text(runs) => {
            let words: String = runs.iter().map(|run| run.words.as_str()).collect();
            words.starts_with(ADOPTED) && words.contains(" tán thành")
        }
        _ => false,
    }
}

/// `Nghị quyết được 17/19 đảng viên chính thức tán thành, đạt 89,5%.`
pub fn adopted(adoption: &Adoption) -> String {
    [ADOPTED, &favour(adoption.favour, adoption.voters), "."].concat()
}

/// Every opinion, numbered through, under the step in which it was said.
fn annex(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Option<Annex> {
    let mut body = Vec::new();
    let mut count = 0;
    for (index, step) in held.proceedings.steps.iter().enumerate() {
        let here = |opinion: &&Opinion| usize::from(opinion.step) == index;
        let mut said = held.proceedings.opinions.iter().filter(here).peekable();
        if said.peek().is_some() {
            body.push(Block::heading(step.item.title.as_str()));
        }
        for opinion in said {
            let mark = [&number(count), " "].concat();
            body.extend(paragraphs(&mark, &held::opinion(letterhead, opinion)));
            count += 1;
        }
    }
    let about = "Tổng hợp ý kiến phát biểu tại buổi sinh hoạt ngày ";
    let about = [about, &held.day().to_dmy()].concat();
    (count > 0).then_some(Annex { title: Title { kind: "PHỤ LỤC".to_owned(), about }, body })
}
