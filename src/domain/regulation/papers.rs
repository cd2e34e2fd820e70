//! How papers are lettered, numbered, signed and named as files.

use super::super::time::Day;
use super::super::words::Line;

/// What papers have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    /// Letters of a list, in their order.
    pub letters: Vec<char>,
    /// What follows the number of a paper.
    pub suffixes: Suffixes,
    /// What stands above the name of whoever signs.
    pub signatures: Signatures,
    /// How files are named.
    pub file_name: FileName,
}

/// What follows the number of a paper: `NQ/CB` makes `15-NQ/CB`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suffixes {
    /// nghị quyết
    pub resolution: Line,
    /// thông báo
    pub notice: Line,
    /// biên bản
    pub minutes: Line,
}

/// What stands above the name of whoever signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatures {
    /// For what the branch has decided: `T/M CHI BỘ`.
    pub for_branch: Line,
    /// For what the bureau sends out: `T/M CHI ỦY`.
    pub for_bureau: Line,
    /// Below it: `BÍ THƯ`.
    pub office: Line,
}

/// The rule by which files are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName(pub(super) Vec<Piece>);

/// A piece of a file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Slot(Slot),
}

/// What stands for something else in the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Year,
    Month,
    Day,
    Kind,
    Number,
    Branch,
}

/// What a file is named by.
#[derive(Clone, Copy, Debug)]
pub struct FileFacts<'a> {
    /// Day of the paper.
    pub day: Day,
    /// What it is, for example `Nghị quyết`.
    pub kind: &'a str,
    /// Its number, or nothing.
    pub number: &'a str,
    /// Name of the branch.
    pub branch: &'a str,
}

impl Suffixes {
    /// `15-NQ/CB`
    pub fn numbered(number: u16, suffix: &Line) -> String {
        [&number.to_string(), "-", suffix.as_str()].concat()
    }
}

impl FileName {
    /// The name without its ending. What a file system does not take becomes a hyphen; what would stand twice side by
    /// side because something has no number stands once.
    pub fn of(&self, facts: &FileFacts<'_>) -> String {
        let iso = facts.day.to_iso();
        let mut name = String::new();
        for piece in &self.0 {
            let text = match piece {
                Piece::Text(text) => text,
                Piece::Slot(Slot::Year) => iso.get(..4).unwrap_or_default(),
                Piece::Slot(Slot::Month) => iso.get(5..7).unwrap_or_default(),
                Piece::Slot(Slot::Day) => iso.get(8..).unwrap_or_default(),
                Piece::Slot(Slot::Kind) => facts.kind,
                Piece::Slot(Slot::Number) => facts.number,
                Piece::Slot(Slot::Branch) => facts.branch,
            };
            for c in text.chars() {
                let c = if c.is_control() || "/\\:*?\"<>| ".contains(c) { '-' } else { c };
                if !(name.ends_with(c) && "-_".contains(c)) {
                    name.push(c);
                }
            }
        }
        name.trim_matches(['-', '_', '.']).to_owned()
    }
}
