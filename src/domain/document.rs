//! Circulated documents: what they are called and which file carries them.

use super::id::{BlobId, ThingId};
use super::time::Day;
use super::words::Line;

/// Kind of document, in the order in which lists show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// chỉ thị
    Directive,
    /// nghị quyết
    Resolution,
    /// quy định
    Regulation,
    /// hướng dẫn
    Guidance,
    /// kết luận
    Conclusion,
    /// kế hoạch
    Plan,
    /// thông báo
    Notice,
    /// báo cáo
    Report,
    /// tờ trình
    Submission,
    /// quyết định
    Decision,
    /// công văn
    OfficialLetter,
    /// tài liệu sinh hoạt
    MeetingPaper,
    /// bản tin
    Bulletin,
}

impl Kind {
    /// Every kind, in list order.
    pub const ALL: [Self; 13] = [
        Self::Directive,
        Self::Resolution,
        Self::Regulation,
        Self::Guidance,
        Self::Conclusion,
        Self::Plan,
        Self::Notice,
        Self::Report,
        Self::Submission,
        Self::Decision,
        Self::OfficialLetter,
        Self::MeetingPaper,
        Self::Bulletin,
    ];

    /// The abbreviation that is printed on the paper.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Directive => "CT",
            Self::Resolution => "NQ",
            Self::Regulation => "QĐ",
            Self::Guidance => "HD",
            Self::Conclusion => "KL",
            Self::Plan => "KH",
            Self::Notice => "TB",
            Self::Report => "BC",
            Self::Submission => "TTr",
            Self::Decision => "QĐ",
            Self::OfficialLetter => "CV",
            Self::MeetingPaper => "TL",
            Self::Bulletin => "BT",
        }
    }
}

/// How the text of a document is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Media {
    /// Plain text, UTF-8.
    Text,
    /// Markdown, UTF-8.
    Markdown,
    /// PDF.
    Pdf,
    /// A Word file (DOCX).
    Word,
}

/// A sealed file of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct File {
    /// Name of the sealed file on the feed.
    pub blob: BlobId,
    /// Size of the document itself, in bytes.
    pub bytes: u32,
    /// How to read it.
    pub media: Media,
}

impl File {
    /// The largest document that is taken (20 MiB).
    pub const BYTES_MAX: usize = 20 * 1024 * 1024;

    /// Whether its bytes are words.
    fn is_text(&self) -> bool {
        matches!(self.media, Media::Text | Media::Markdown)
    }
}

/// A circulated document. Two documents are the same when issuer, number and date agree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Document {
    /// Stays when the entry is corrected.
    pub id: ThingId,
    /// Kind.
    pub kind: Kind,
    /// số hiệu, for example `294-QĐ/TW`; meeting papers often have none.
    pub number: Option<Line>,
    /// trích yếu
    pub summary: Line,
    /// cơ quan ban hành
    pub issuer: Line,
    /// ngày ban hành
    pub issued_on: Option<Day>,
    /// The file as it was circulated.
    pub file: File,
    /// The same in Markdown, for reading, outline and search, where the file itself is no text.
    pub reading: Option<File>,
}

impl Document {
    /// What holds its words; nothing for pages that nobody has put into words.
    pub fn text(&self) -> Option<File> {
        self.reading.or(Some(self.file).filter(File::is_text))
    }

    /// Every file that it is made of, the circulated one first.
    pub fn files(&self) -> impl Iterator<Item = File> + use<> {
        [Some(self.file), self.reading].into_iter().flatten()
    }

    /// Size of all its files together, in bytes.
    pub fn bytes(&self) -> u32 {
        self.files().fold(0, |sum, file| sum.saturating_add(file.bytes))
    }
}
