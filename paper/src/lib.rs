//! Papers, tables and folders of files as data: what the app composes, shows and prints, and what `office` writes as
//! files for Word, spreadsheets and file managers; and what it reads of Word files. Both programs share these types; they
//! travel as CBOR between them.
//! No noun of a branch and no language stands in here, and of file formats only Markdown, which the app itself reads.

mod archive;
pub mod markdown;
mod reading;
mod spreadsheet;

pub use archive::{Archive, File};
pub use reading::{Reading, Unread};
pub use spreadsheet::{Cell, Spreadsheet, SpreadsheetColumn};

use minicbor::{Decode, Encode};

/// A paper in the layout of the Party: a head of two columns, a title, the body, recipients and signatures.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Paper {
    /// The sheet that it is printed on.
    #[n(0)]
    pub page: Page,
    /// Who issues it, where and when.
    #[n(1)]
    pub head: Head,
    /// What it is.
    #[n(2)]
    pub title: Title,
    /// What it says.
    #[n(3)]
    pub body: Vec<Block>,
    /// How it ends; some lists end without a signature.
    #[n(4)]
    pub foot: Option<Foot>,
    /// What is bound to it, each from a page of its own.
    #[n(5)]
    pub annexes: Vec<Annex>,
}

/// The sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Page {
    /// A4, text of 14 points.
    #[n(0)]
    A4,
    /// A5, text of 16 points: for those who read large print.
    #[n(1)]
    A5Large,
}

/// The head of two columns.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Head {
    /// The committee above, in capitals.
    #[n(0)]
    pub superior: String,
    /// The branch, in capitals.
    #[n(1)]
    pub issuer: String,
    /// `Số 15-NQ/CB`, where the paper has a number.
    #[n(2)]
    pub number: Option<String>,
    /// The Party's name, in capitals.
    #[n(3)]
    pub party: String,
    /// `Minh Khê, ngày 03 tháng 10 năm 2026`.
    #[n(4)]
    pub place_and_date: String,
}

/// The title of a paper or an annex.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Title {
    /// `NGHỊ QUYẾT`
    #[n(0)]
    pub kind: String,
    /// What it is about, below its kind; may be empty.
    #[n(1)]
    pub about: String,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Block {
    /// A paragraph: justified, its first line indented. A number or letter in front is part of its words.
    #[n(0)]
    Text(#[n(0)] Vec<Run>),
    /// A heading, kept with what follows.
    #[n(1)]
    Heading(#[n(0)] String),
    /// Labels, and beside each what it is, in bold.
    #[n(2)]
    Facts(#[n(0)] Vec<Fact>),
    /// A ruled table.
    #[n(3)]
    Table(#[n(0)] Table),
}

/// Words of one face.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Run {
    /// The words. A line break in them stays one.
    #[n(0)]
    pub words: String,
    /// Their face.
    #[n(1)]
    pub face: Face,
}

/// How words stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub enum Face {
    /// They do not.
    #[n(0)]
    #[default]
    Plain,
    /// Bold.
    #[n(1)]
    Bold,
    /// Italics.
    #[n(2)]
    Italic,
}

/// A label and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Fact {
    /// `Thời gian:`
    #[n(0)]
    pub label: String,
    /// `19 giờ 00, thứ Bảy, ngày 03/10/2026`
    #[n(1)]
    pub value: String,
}

/// A ruled table. Its head comes again on each page.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Table {
    /// From left to right.
    #[n(0)]
    pub columns: Vec<Column>,
    /// From top to bottom; each has a cell for each column.
    #[n(1)]
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Column {
    /// What stands above it.
    #[n(0)]
    pub head: String,
    /// Its width beside that of the other columns.
    #[n(1)]
    pub share: u16,
    /// Where the words of its cells stand.
    #[n(2)]
    pub align: Align,
}

/// Where words stand in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Align {
    /// At the left.
    #[n(0)]
    Start,
    /// In the middle.
    #[n(1)]
    Center,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Row {
    /// From left to right.
    #[n(0)]
    pub cells: Vec<String>,
    /// Face of all its cells.
    #[n(1)]
    pub face: Face,
}

/// The end of a paper: two columns that stay on one page.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Foot {
    /// The left column.
    #[n(0)]
    pub left: Left,
    /// The right column.
    #[n(1)]
    pub right: Signature,
}

/// What stands at the left below a paper.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Left {
    /// Who gets the paper: the label and a line for each.
    #[n(0)]
    Recipients(#[n(0)] String, #[n(1)] Vec<String>),
    /// Whoever signs with the one at the right.
    #[n(1)]
    Signature(#[n(0)] Signature),
}

/// Room for a signature.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Signature {
    /// In bold: `T/M CHI BỘ`, or the role of who signs.
    #[n(0)]
    pub role: String,
    /// Below it: `BÍ THƯ`; empty where the role says it all.
    #[n(1)]
    pub office: String,
    /// The full name.
    #[n(2)]
    pub name: String,
}

/// What is bound to a paper.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Annex {
    /// Its title.
    #[n(0)]
    pub title: Title,
    /// What it says.
    #[n(1)]
    pub body: Vec<Block>,
}

impl Paper {
    /// The paper as it is kept and handed on: CBOR. Locked papers are kept for ever, so the number of a field is never
    /// given to another one, and what is added can be absent.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Writing into memory does not fail.
        let written = minicbor::encode(self, &mut bytes);
        debug_assert!(written.is_ok());
        bytes
    }

    /// What its paragraphs say, a line for each: no head, no table, no signature.
    pub fn words(&self) -> String {
        let paragraphs = self.body.iter().filter_map(|block| match block {
            Block::Text(runs) => Some(runs.iter().map(|run| run.words.as_str()).collect::<String>()),
            Block::Heading(_) | Block::Facts(_) | Block::Table(_) => None,
        });
        paragraphs.collect::<Vec<_>>().join("\n")
    }

    /// The paper behind these bytes and nothing else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let paper = decoder.decode().ok()?;
        (decoder.position() == bytes.len()).then_some(paper)
    }
}

impl Run {
    /// Words that do not stand out.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { words: words.into(), face: Face::Plain }
    }

    /// Words in bold.
    pub fn bold(words: impl Into<String>) -> Self {
        Self { words: words.into(), face: Face::Bold }
    }
}

impl Block {
    /// A paragraph of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(vec![Run::plain(words)])
    }

    /// A heading.
    pub fn heading(words: impl Into<String>) -> Self {
        Self::Heading(words.into())
    }
}

impl Column {
    /// A column of words.
    pub fn words(head: &str, share: u16) -> Self {
        Self { head: head.to_owned(), share, align: Align::Start }
    }

    /// A column of numbers and short answers.
    pub fn short(head: &str, share: u16) -> Self {
        Self { head: head.to_owned(), share, align: Align::Center }
    }
}

impl Row {
    /// A row that does not stand out.
    pub fn plain(cells: Vec<String>) -> Self {
        Self { cells, face: Face::Plain }
    }

    /// A row in bold.
    pub fn bold(cells: Vec<String>) -> Self {
        Self { cells, face: Face::Bold }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_found_by_its_paragraphs_alone() {
        let head = Head {
            superior: String::new(),
            issuer: "CHI BỘ THÔN ĐỒNG SEN".to_owned(),
            number: None,
            party: String::new(),
            place_and_date: String::new(),
        };
        let paragraph = Block::Text(vec![Run::plain("a) Xây "), Run::bold("hai bể")]);
        let paper = Paper {
            page: Page::A4,
            head,
            title: Title { kind: "NGHỊ QUYẾT".to_owned(), about: String::new() },
            body: vec![Block::heading("I- KẾT QUẢ"), paragraph, Block::text("b) Dọn mương")],
            foot: None,
            annexes: Vec::new(),
        };
        assert_eq!(paper.words(), "a) Xây hai bể\nb) Dọn mương");
    }
}
