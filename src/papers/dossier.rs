//! Hồ sơ: all papers of a meeting as files, in the order in which they come about.

use super::agenda::agenda;
use super::csv::csv;
use super::folder::{Content, Format, Naming};
use super::held::Held;
use super::letterhead::Letterhead;
use super::notice::{Addressee, Call, notice};
use super::roll_call::roll_call;
use super::score_sheet::{score_sheet, score_table};
use super::task_list::task_list;
use paper::{Page, Paper, Spreadsheet};

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub content: Content,
    /// How it is written.
    pub format: Format,
    /// What is written into it.
    pub piece: Piece,
}

/// What is written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paper, which can be printed as well.
    Paper(Box<Paper>),
    /// A table for calculating programs.
    Spreadsheet(Spreadsheet),
    /// Plain text.
    Text(String),
}

/// What there is of a meeting.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// What its notice tells.
    pub call: Call<'a>,
    /// Its calendar file.
    pub calendar: String,
    /// What was entered, once it is held.
    pub held: Option<Held<'a>>,
    /// The minutes: the locked ones where there are some.
    pub minutes: Option<Paper>,
    /// The resolution, in the same way.
    pub resolution: Option<Paper>,
    /// `15-NQ/CB`
    pub number: Option<&'a str>,
}

/// Every file of the meeting.
pub fn dossier(letterhead: &Letterhead<'_>, naming: &Naming<'_>, sources: Sources<'_>) -> Vec<Planned> {
    let Sources { call, held, .. } = sources;
    let meeting = call.meeting;
    let mut files = Vec::new();
    let mut add = |content, number, format, piece| {
        files.push(Planned { name: naming.file(content, number, format), content, format, piece });
    };
    let mut paper =
        |content, number, paper| add(content, number, Format::Docx, Piece::Paper(Box::new(paper)));
    let notice_number = meeting.number.as_ref().map(|number| number.as_str());
    let calling = |addressee, page| notice(letterhead, call, addressee, page);
    paper(Content::Notice, notice_number, calling(Addressee::Members, Page::A4));
    paper(Content::LargeNotice, notice_number, calling(Addressee::Members, Page::A5Large));
    paper(Content::Invitation, notice_number, calling(Addressee::Officer, Page::A4));
    if meeting.stands() {
        paper(Content::Agenda, None, agenda(letterhead, meeting));
    }
    if let Some(held) = held {
        paper(Content::RollCall, None, roll_call(letterhead, &held));
    }
    if let Some(minutes) = sources.minutes {
        paper(Content::Minutes, None, minutes);
    }
    if let Some(resolution) = sources.resolution {
        paper(Content::Resolution, sources.number, resolution);
    }
    if let Some(held) = held {
        paper(Content::Tasks, None, task_list(letterhead, &held));
    }
    if let Some((held, scores)) = held.and_then(|held| Some((held, held.scores?))) {
        let table = score_table(letterhead, &held, scores);
        paper(Content::Score, None, score_sheet(letterhead, &held, scores));
        add(Content::Score, None, Format::Csv, Piece::Text(csv(&table)));
        add(Content::Score, None, Format::Xlsx, Piece::Spreadsheet(table));
    }
    add(Content::Calendar, None, Format::Ics, Piece::Text(sources.calendar));
    files
}
