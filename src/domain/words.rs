//! Text that people write, parsed once at the door: one line or a few paragraphs, cleaned and bounded.

use super::text::{LineFault, clean_line};
use core::fmt;

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// Nothing but white space.
    Empty,
    /// More characters than the limit, which is given.
    TooLong(usize),
    /// A control character, which no keyboard writes.
    Control,
}

/// One line: trimmed, inner white space collapsed, 1 to [`Line::CHARS_MAX`] characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Line(String);

/// A few paragraphs: trimmed, at most [`Prose::CHARS_MAX`] characters, may be empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Prose(String);

impl Line {
    /// The longest abstract of a circulated document stays well below this.
    pub const CHARS_MAX: usize = 400;

    /// Cleans and checks `raw`.
    pub fn parse(raw: &str) -> Result<Self, WordsFault> {
        let line = clean_line(raw).map_err(|LineFault::ControlCharacter| WordsFault::Control)?;
        if line.is_empty() {
            return Err(WordsFault::Empty);
        }
        if line.chars().count() > Self::CHARS_MAX {
            return Err(WordsFault::TooLong(Self::CHARS_MAX));
        }
        Ok(Self(line))
    }

    /// `None` for an empty field, otherwise [`Line::parse`].
    pub fn optional(raw: &str) -> Result<Option<Self>, WordsFault> {
        match Self::parse(raw) {
            Ok(line) => Ok(Some(line)),
            Err(WordsFault::Empty) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Prose {
    /// A full page of handwriting, with room to spare.
    pub const CHARS_MAX: usize = 4_000;

    /// Cleans and checks `raw`. Line breaks stay; other control characters are refused.
    pub fn parse(raw: &str) -> Result<Self, WordsFault> {
        let text = raw.replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(WordsFault::Control);
        }
        if text.chars().count() > Self::CHARS_MAX {
            return Err(WordsFault::TooLong(Self::CHARS_MAX));
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Nhà   văn hóa\tthôn ", Ok("Nhà văn hóa thôn"))]
    #[case(" \n ", Err(WordsFault::Empty))]
    #[case("a\u{7}b", Err(WordsFault::Control))]
    fn a_line_is_cleaned_or_refused(#[case] raw: &str, #[case] expected: Result<&str, WordsFault>) {
        assert_eq!(Line::parse(raw).as_ref().map(Line::as_str), expected.as_ref().copied());
    }

    #[test]
    fn a_line_that_is_too_long_is_refused_with_its_limit() {
        assert_eq!(Line::parse(&"ô".repeat(401)), Err(WordsFault::TooLong(400)));
        assert!(Line::parse(&"ô".repeat(400)).is_ok());
    }

    #[test]
    fn prose_keeps_its_paragraphs() {
        assert_eq!(Prose::parse(" một\r\nhai \n").map(|p| p.as_str().to_owned()), Ok("một\nhai".to_owned()));
    }
}
