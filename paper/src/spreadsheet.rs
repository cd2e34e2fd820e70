//! A table for calculating programs: numbers stay numbers.

use minicbor::{Decode, Encode};

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Spreadsheet {
    /// On the tab; at most 31 characters, without `: \ / ? * [ ]`.
    #[n(0)]
    pub name: String,
    /// Lines above the table.
    #[n(1)]
    pub title: Vec<String>,
    /// From left to right.
    #[n(2)]
    pub columns: Vec<SpreadsheetColumn>,
    /// From top to bottom; each has a cell for each column.
    #[n(3)]
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SpreadsheetColumn {
    /// What stands above it.
    #[n(0)]
    pub head: String,
    /// Its width in characters.
    #[n(1)]
    pub characters: u8,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Cell {
    /// Nothing.
    #[n(0)]
    Empty,
    /// Words, never a formula.
    #[n(1)]
    Text(#[n(0)] String),
    /// A number, in thousandths.
    #[n(2)]
    Number(#[n(0)] i64),
}

impl SpreadsheetColumn {
    /// A column so many characters wide.
    pub fn new(head: &str, characters: u8) -> Self {
        Self { head: head.to_owned(), characters }
    }
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// A whole number.
    pub fn whole(number: impl Into<i64>) -> Self {
        Self::Number(number.into().saturating_mul(1_000))
    }
}
