//! All files of a meeting as they are posted and reported within two days: named by rule, in one archive.

use crate::domain::meeting::Kind;
use crate::domain::regulation::papers::{FileFacts, FileName};
use crate::domain::text::{fold, lower};
use crate::domain::time::Day;
use paper::{Archive, File};
use std::collections::BTreeSet;

/// The longest piece of a file name, in characters: some systems stop at 255 bytes.
const PIECE_CHARS_MAX: usize = 40;

/// The longest name without its ending, in plain letters.
const STEM_CHARS_MAX: usize = 200;

/// What a file of a meeting holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// thông báo
    Notice,
    /// thông báo in chữ lớn, khổ A5
    LargeNotice,
    /// giấy mời cấp ủy viên phụ trách
    Invitation,
    /// chương trình
    Agenda,
    /// điểm danh
    RollCall,
    /// biên bản
    Minutes,
    /// nghị quyết
    Resolution,
    /// nhiệm vụ
    Tasks,
    /// chấm điểm
    Score,
    /// lịch
    Calendar,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For word processors.
    Docx,
    /// For calculating programs.
    Xlsx,
    /// For calculating programs, as plain text.
    Csv,
    /// For calendars.
    Ics,
}

impl Content {
    fn stem(self) -> &'static str {
        match self {
            Self::Notice => "thong-bao",
            Self::LargeNotice => "thong-bao-chu-lon",
            Self::Invitation => "giay-moi",
            Self::Agenda => "chuong-trinh",
            Self::RollCall => "diem-danh",
            Self::Minutes => "bien-ban",
            Self::Resolution => "nghi-quyet",
            Self::Tasks => "nhiem-vu",
            Self::Score => "cham-diem",
            Self::Calendar => "lich",
        }
    }
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Ics => "ics",
        }
    }

    /// The media type by which other programs know it.
    pub fn media(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Ics => "text/calendar",
        }
    }
}

/// How the files of a meeting are named.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The rule, which a regulation sets.
    pub rule: &'a FileName,
    /// Day of the meeting.
    pub day: Day,
    /// Name of the branch.
    pub branch: &'a str,
}

impl Naming<'_> {
    /// `2026-10-03_nghi-quyet_15-NQ-CB_chi-bo-thon-dong-sen.docx`: what the rule says, in plain letters.
    pub fn file(&self, content: Content, number: Option<&str>, format: Format) -> String {
        [&self.stem(content.stem(), number), ".", format.ending()].concat()
    }

    /// `2026-10-03_sinh-hoat-thuong-ky_chi-bo-thon-dong-sen.zip`
    pub fn archive(&self, kind: Kind) -> String {
        let kind = match kind {
            Kind::Regular => "sinh-hoat-thuong-ky",
            Kind::Thematic => "sinh-hoat-chuyen-de",
            Kind::Extraordinary => "sinh-hoat-bat-thuong",
        };
        [&self.stem(kind, None), ".zip"].concat()
    }

    fn stem(&self, kind: &str, number: Option<&str>) -> String {
        let number = number.map(plain).unwrap_or_default();
        let branch = plain(&lower(self.branch));
        // The rule may have words of its own, with diacritics.
        let name = self.rule.of(&FileFacts { day: self.day, kind, number: &number, branch: &branch });
        let pieces: Vec<String> = name.split('_').map(plain).filter(|piece| !piece.is_empty()).collect();
        // The rule of a regulation, or the name of a branch, may leave no plain letter, or far too many.
        if pieces.is_empty() {
            kind.to_owned()
        } else {
            pieces.join("_").chars().take(STEM_CHARS_MAX).collect()
        }
    }
}

/// The files of a meeting of `day` as one: sorted by name, and no name twice.
pub fn archive(day: Day, files: Vec<File>) -> Archive {
    let mut taken = BTreeSet::new();
    let mut named: Vec<File> = Vec::new();
    for file in files {
        let names = std::iter::once(file.name.clone()).chain((2..).map(|times| again(&file.name, times)));
        let free = names.into_iter().find(|name| taken.insert(name.to_lowercase()));
        let file = File { name: free.unwrap_or_default(), ..file };
        let place = named.partition_point(|other| other.name < file.name);
        named.insert(place, file);
    }
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or_default();
    Archive { day: (year, part(day.month().number()), part(day.of_month())), files: named }
}

/// `bien-ban-2.docx`
fn again(name: &str, times: u32) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    [stem, "-", &times.to_string(), ".", ending].concat()
}

/// `15-NQ-CB` for `15-NQ/CB`: letters without diacritics, everything else one dash.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for raw in text.chars().take(PIECE_CHARS_MAX) {
        let capital = raw.is_uppercase();
        for letter in fold(raw.encode_utf8(&mut [0; 4])).chars() {
            match letter {
                _ if letter.is_ascii_alphanumeric() && capital => out.push(letter.to_ascii_uppercase()),
                _ if letter.is_ascii_alphanumeric() => out.push(letter),
                _ if out.ends_with('-') || out.is_empty() => {}
                _ => out.push('-'),
            }
        }
    }
    out.trim_end_matches('-').to_owned()
}
