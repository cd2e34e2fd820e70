//! A meeting that was held, as minutes and resolution tell it, and the sentences that both share.

use super::letterhead::Letterhead;
use super::phrase;
use super::score_sheet::Scores;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::proceedings::{Opinion, OpinionKind, Proceedings, RemarkKind, Speaker};
use crate::domain::signed_paper::Adoption;
use crate::domain::task::{Outcome, Progress, Task};
use crate::domain::time::{Day, Month, WallTime};
use crate::domain::words::Prose;
use paper::{Block, Column, Row, Signature, Table};

/// Everything that is entered of one meeting.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// Its notice.
    pub meeting: &'a Meeting,
    /// Roll call, tasks, outcomes. The roll call is complete.
    pub minutes: &'a Minutes,
    /// What happened.
    pub proceedings: &'a Proceedings,
    /// Tasks of earlier meetings, among them those that its outcomes speak of.
    pub earlier: &'a [&'a Task],
    /// What the score of the meeting before has asked for.
    pub remedies: Option<&'a Prose>,
    /// The month that it lays down tasks for; it looks back on the one before.
    pub ahead: Month,
    /// How the branch has scored it.
    pub scores: Option<&'a Scores<'a>>,
}

/// How the minutes themselves were adopted, as far as that was entered: nothing else is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBack {
    /// Nobody has said anything.
    Unsaid,
    /// The secretary confirms that they were read once more and agreed to.
    Agreed,
    /// A vote on them was carried.
    Voted(Adoption),
}

/// `Tình hình tư tưởng: `
pub const IDEOLOGY: &str = "Tình hình tư tưởng: ";
/// `Thực hiện nhiệm vụ chính trị: `
pub const POLITICS: &str = "Thực hiện nhiệm vụ chính trị: ";
/// `Hạn chế và nguyên nhân: `
pub const WEAKNESSES: &str = "Hạn chế và nguyên nhân: ";

impl Held<'_> {
    /// The day on which it was held; its papers are dated by it.
    pub fn day(&self) -> Day {
        self.proceedings.held_on(self.meeting)
    }

    /// When it began: by the first step, else by the notice.
    pub fn began(&self) -> WallTime {
        self.proceedings.began().map_or(self.meeting.starts, |at| at.wall())
    }

    /// Name and office of whoever presides: the one who was chosen, else whom the notice names.
    fn presiding<'a>(&'a self, letterhead: &Letterhead<'a>) -> (&'a str, Option<&'a str>) {
        let chosen = self.proceedings.chair.and_then(|id| letterhead.roster.member(id));
        chosen.map_or_else(
            || self.meeting.presiding(),
            |member| (member.name.as_str(), Some(phrase::office(member.office))),
        )
    }

    /// `đồng chí Bùi Văn Hòa, Bí thư`
    pub fn chair(&self, letterhead: &Letterhead<'_>) -> String {
        let (name, office) = self.presiding(letterhead);
        let office = office.map(|office| [", ", office].concat());
        [comrade(name), office.unwrap_or_default()].concat()
    }

    /// `đồng chí Lê Minh Tâm`, once somebody is named.
    pub fn minute_taker(&self, letterhead: &Letterhead<'_>) -> Option<String> {
        let member = letterhead.roster.member(self.proceedings.minute_taker?)?;
        Some(comrade(member.name.as_str()))
    }

    /// The two who sign the minutes: minutes-taker and chair.
    pub fn signatures(&self, letterhead: &Letterhead<'_>) -> [Signature; 2] {
        let taker = self.proceedings.minute_taker.and_then(|id| letterhead.roster.member(id));
        let signs = |role: &str, name: &str| Signature {
            role: role.to_owned(),
            office: String::new(),
            name: name.to_owned(),
        };
        [
            signs("THƯ KÝ", taker.map_or("", |member| member.name.as_str())),
            signs("CHỦ TRÌ", self.presiding(letterhead).0),
        ]
    }

    /// `Đảng phí: đã nộp 22/22 đảng viên.`
    pub fn fees(&self) -> Option<String> {
        let fees = self.proceedings.fees.as_ref()?;
        let note = fees.note.as_ref().map(|note| ["; ", note.as_str()].concat()).unwrap_or_default();
        let paid = [phrase::count(fees.paid), phrase::count(fees.of)].join("/");
        Some(["Đảng phí: đã nộp ", &paid, " đảng viên", &note, "."].concat())
    }

    /// `Biểu dương đồng chí …: …` for each that the minutes may name.
    pub fn remarks(&self, letterhead: &Letterhead<'_>) -> Vec<String> {
        let named = self.proceedings.remarks.iter().filter(|remark| remark.in_minutes);
        let said = named.map(|remark| {
            let kind = match remark.kind {
                RemarkKind::Praise => "Biểu dương ",
                RemarkKind::Reminder => "Nhắc nhở ",
            };
            let name = letterhead.roster.member(remark.member).map(|member| comrade(member.name.as_str()));
            let reason = remark.text.as_str().trim_end_matches('.');
            [kind, &name.unwrap_or_default(), ": ", reason, "."].concat()
        });
        said.collect()
    }

    /// Earlier tasks, how far they are and with which result; nothing when none was looked at.
    pub fn review(&self) -> Option<Block> {
        let row = |(index, outcome): (usize, &Outcome)| {
            Row::plain(vec![
                (index + 1).to_string(),
                self.earlier_task(outcome.task),
                progress(outcome),
                outcome.result.to_string(),
            ])
        };
        let rows: Vec<Row> = self.minutes.outcomes.iter().enumerate().map(row).collect();
        let columns = vec![
            Column::short("TT", 7),
            Column::words("Nhiệm vụ", 45),
            Column::short("Tiến độ", 20),
            Column::words("Kết quả", 28),
        ];
        (!rows.is_empty()).then_some(Block::Table(Table { columns, rows }))
    }

    /// What the score of the meeting before has asked for, and what this one found of it; nothing where it was not
    /// looked at.
    pub fn remedied(&self) -> Vec<Block> {
        let Some((remedies, found)) = self.remedies.zip(self.proceedings.remedied.as_ref()) else {
            return Vec::new();
        };
        let mut body = paragraphs("Biện pháp khắc phục sau kỳ trước: ", remedies.as_str());
        let result = if found.result.is_empty() { "" } else { "; " };
        let told = [progress_words(found.progress), result, found.result.as_str().trim_end_matches('.'), "."];
        body.extend(paragraphs("Kết quả khắc phục: ", &told.concat()));
        body
    }

    fn earlier_task(&self, id: ThingId) -> String {
        let known = self.earlier.iter().find(|task| task.id == id);
        known.map(|task| task.what.to_string()).unwrap_or_default()
    }
}

/// `34/40, đang làm`
fn progress(outcome: &Outcome) -> String {
    let words = progress_words(outcome.progress);
    match outcome.share {
        Some(share) => [&share.done.to_string(), "/", &share.of.to_string(), ", ", words].concat(),
        None => phrase::sentence(words),
    }
}

fn progress_words(progress: Progress) -> &'static str {
    match progress {
        Progress::NotBegun => "chưa bắt đầu",
        Progress::UnderWay => "đang làm",
        Progress::Done => "hoàn thành",
        Progress::Failed => "không hoàn thành",
    }
}

/// `đồng chí Lê Minh Tâm`
pub fn comrade(name: &str) -> String {
    ["đồng chí ", name].concat()
}

/// `Đồng chí Trịnh Thị Mai tự phê bình: …`, all authors by name.
pub fn opinion(letterhead: &Letterhead<'_>, opinion: &Opinion) -> String {
    let verb = match opinion.kind {
        OpinionKind::Opinion => "",
        OpinionKind::Agreement => " nhất trí",
        OpinionKind::SelfCriticism => " tự phê bình",
        OpinionKind::Criticism => " phê bình, góp ý",
        OpinionKind::Proposal => " kiến nghị",
    };
    let who = phrase::sentence(&speakers(letterhead, &opinion.by));
    match opinion.text.as_str() {
        "" => [&who, verb, "."].concat(),
        text => [&who, verb, ": ", text].concat(),
    }
}

/// `đồng chí Trịnh Thị Mai, đồng chí Đinh Văn Quý`. Guests stand as they were entered.
pub fn speakers(letterhead: &Letterhead<'_>, speakers: &[Speaker]) -> String {
    let name = |speaker: &Speaker| match speaker {
        Speaker::Member(id) => {
            letterhead.roster.member(*id).map_or_else(String::new, |member| comrade(member.name.as_str()))
        }
        Speaker::Guest(name) => name.to_string(),
    };
    speakers.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The paragraphs of a text, the first with its mark in front.
pub fn paragraphs(mark: &str, text: &str) -> Vec<Block> {
    let mut body = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mark = if body.is_empty() { mark } else { "" };
        body.push(Block::text([mark, line].concat()));
    }
    body
}
