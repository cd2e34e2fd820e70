//! All files of a meeting as they are posted and reported within two days: named by rule, in one archive.

use crate::domain::meeting::{Kind, Meeting};
use crate::domain::text::fold;
use crate::domain::time::Day;
use paper::{Archive, File};
use std::collections::BTreeSet;

/// The longest number of a paper that goes into a file name, in characters: some systems stop at 255 bytes.
const NUMBER_CHARS_MAX: usize = 40;

/// What a file of a meeting holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// giấy mời, thông báo
    Notice,
    /// thông báo in large print
    LargeNotice,
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

/// `2026-10-03_nghi-quyet-15-NQ-CB.docx`: day of the meeting, what it is and its number, in plain letters.
pub fn file_name(day: Day, content: Content, number: Option<&str>, format: Format) -> String {
    let number = number.map(plain).filter(|number| !number.is_empty());
    let number = number.map(|number| ["-", &number].concat()).unwrap_or_default();
    [&day.to_iso(), "_", content.stem(), &number, ".", format.ending()].concat()
}

/// `2026-10-03_sinh-hoat-thuong-ky.zip`
pub fn archive_name(meeting: &Meeting) -> String {
    let kind = match meeting.kind {
        Kind::Regular => "thuong-ky",
        Kind::Thematic => "chuyen-de",
        Kind::Extraordinary => "bat-thuong",
    };
    [&meeting.starts.day.to_iso(), "_sinh-hoat-", kind, ".zip"].concat()
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
fn plain(number: &str) -> String {
    let mut out = String::new();
    for raw in number.chars().take(NUMBER_CHARS_MAX) {
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
