//! The text of a regulation as sections of names and values, each with its line. What they mean is not known here.
//!
//! Names and offered words are compared without case and diacritics, so that it does not matter how they were typed.

use super::fault::{RegulationFault, Rule};
use super::rubric::Points;
use super::{RegulationText, Share};
use crate::domain::text::fold;
use crate::domain::time::Day;
use crate::domain::words::{Line, WordsFault};

const LINES_MAX: usize = 1_500;
const LINE_CHARS_MAX: usize = 600;
/// Points never come near this.
const POINTS_MAX: u32 = 1_000;

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    Identity,
    Deadlines,
    Votes,
    Scoring,
    Criterion,
    Item,
    Agenda,
    Papers,
}

const TOPICS: &[(&str, Topic)] = &[
    ("Quy định", Topic::Identity),
    ("Thời hạn", Topic::Deadlines),
    ("Biểu quyết", Topic::Votes),
    ("Chấm điểm", Topic::Scoring),
    ("Tiêu chí", Topic::Criterion),
    ("Mục", Topic::Item),
    ("Chương trình", Topic::Agenda),
    ("Văn bản", Topic::Papers),
];

/// Names below one heading.
pub(super) struct Section<'a> {
    pub(super) topic: Topic,
    pub(super) line: usize,
    entries: Vec<(String, Value<'a>)>,
}

/// What stands behind a name, or a piece of it.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) line: usize,
    text: &'a str,
}

/// The sections in their order, and the number of the last line.
pub(super) fn sections(text: &str) -> Result<(Vec<Section<'_>>, usize), RegulationFault> {
    if text.len() > RegulationText::BYTES_MAX {
        return Err(Rule::Size.at(1));
    }
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut last = 1;
    // Some editors put a mark before the first line.
    for (number, raw) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        last = number;
        let line = raw.trim();
        if number > LINES_MAX {
            return Err(Rule::Size.at(number));
        }
        if line.chars().count() > LINE_CHARS_MAX {
            return Err(Rule::LineLength.at(number));
        }
        if line.chars().any(|c| c.is_control() && c != '\t') {
            return Err(Rule::Characters.at(number));
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let topic = offered(name, TOPICS).ok_or(Rule::Section.at(number))?;
            sections.push(Section { topic, line: number, entries: Vec::new() });
            continue;
        }
        let (name, value) = line.split_once('=').ok_or(Rule::Form.at(number))?;
        let section = sections.last_mut().ok_or(Rule::Outside.at(number))?;
        let value = Value { line: number, text: value.trim() };
        if value.text.is_empty() {
            return Err(Rule::Value.at(number));
        }
        section.entries.push((plain(name), value));
    }
    Ok((sections, last))
}

/// As names are compared.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    fold(&words.join(" "))
}

fn offered<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    let wanted = plain(text);
    words.iter().find(|(word, _)| plain(word) == wanted).map(|(_, value)| *value)
}

impl<'a> Section<'a> {
    /// Takes what may be there.
    pub(super) fn take(&mut self, name: &'static str) -> Result<Option<Value<'a>>, RegulationFault> {
        let mut found = self.take_all(name).into_iter();
        let value = found.next();
        match found.next() {
            Some(twice) => Err(Rule::NameOnce.at(twice.line)),
            None => Ok(value),
        }
    }

    /// Takes what has to be there.
    pub(super) fn need(&mut self, name: &'static str) -> Result<Value<'a>, RegulationFault> {
        self.take(name)?.ok_or(Rule::Missing(name).at(self.line))
    }

    /// Takes every line with this name.
    pub(super) fn take_all(&mut self, name: &'static str) -> Vec<Value<'a>> {
        let wanted = plain(name);
        let (found, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.entries).into_iter().partition(|(name, _)| *name == wanted);
        self.entries = rest;
        found.into_iter().map(|(_, value)| value).collect()
    }

    /// Makes sure that nothing is left that nobody knows.
    pub(super) fn close(self) -> Result<(), RegulationFault> {
        match self.entries.first() {
            Some((_, value)) => Err(Rule::Name.at(value.line)),
            None => Ok(()),
        }
    }
}

impl<'a> Value<'a> {
    fn breaks(self, rule: Rule) -> RegulationFault {
        rule.at(self.line)
    }

    /// As it is written.
    pub(super) fn text(self) -> &'a str {
        self.text
    }

    /// One line of words.
    pub(super) fn words(self) -> Result<Line, RegulationFault> {
        Line::parse(self.text).map_err(|fault| {
            self.breaks(match fault {
                WordsFault::Empty => Rule::Value,
                WordsFault::TooLong(_) => Rule::LineLength,
                WordsFault::Control => Rule::Characters,
            })
        })
    }

    /// A piece of it.
    pub(super) fn part(self, text: &str) -> Value<'_> {
        Value { line: self.line, text: text.trim() }
    }

    /// Pieces between `sign`, empty ones too.
    pub(super) fn split(self, sign: char) -> impl Iterator<Item = Value<'a>> {
        self.text.split(sign).map(move |text| Self { text: text.trim(), ..self })
    }

    /// One of the words that are offered.
    pub(super) fn choice<T: Copy>(self, words: &[(&str, T)]) -> Result<T, RegulationFault> {
        offered(self.text, words).ok_or(self.breaks(Rule::Choice))
    }

    /// What stands behind one of these words.
    pub(super) fn after<T: Copy>(self, words: &[(&str, T)]) -> Option<(T, Value<'a>)> {
        let mut ends = self.text.match_indices(char::is_whitespace).map(|(end, _)| end);
        ends.find_map(|end| {
            let (word, rest) = self.text.split_at(end);
            Some((offered(word, words)?, Self { text: rest.trim(), ..self }))
        })
    }

    /// A number with its unit, if it has one, between two bounds.
    pub(super) fn number(self, unit: &str, least: u32, most: u32) -> Result<u32, RegulationFault> {
        let end = self.text.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.text.len());
        let (number, rest) = self.text.split_at(end);
        let number = digits(number).filter(|_| plain(rest) == plain(unit));
        let number = number.ok_or(self.breaks(Rule::Number))?;
        if (least..=most).contains(&number) { Ok(number) } else { Err(self.breaks(Rule::Range(least, most))) }
    }

    /// The same for a number of few digits.
    pub(super) fn count(self, unit: &str, least: u16, most: u16) -> Result<u16, RegulationFault> {
        let number = self.number(unit, u32::from(least), u32::from(most))?;
        u16::try_from(number).map_err(|_| self.breaks(Rule::Number))
    }

    /// Points, with one decimal behind a comma at most.
    pub(super) fn points(self) -> Result<Points, RegulationFault> {
        let (whole, tenth) = self.text.split_once(',').unwrap_or((self.text, "0"));
        let tenth = digits(tenth).filter(|tenth| *tenth < 10);
        let (whole, tenth) = digits(whole).zip(tenth).ok_or(self.breaks(Rule::Number))?;
        if whole > POINTS_MAX {
            return Err(self.breaks(Rule::Range(0, POINTS_MAX)));
        }
        u16::try_from(whole * 10 + tenth).map(Points).map_err(|_| self.breaks(Rule::Number))
    }

    /// A day, `28/10/2025`.
    pub(super) fn day(self) -> Result<Day, RegulationFault> {
        let parts: Vec<u32> = self.text.split('/').map_while(digits).collect();
        let whole = self.text.split('/').count() == 3 && self.text.len() == 10;
        match parts.as_slice() {
            &[day, month, year] if whole => {
                let year = i32::try_from(year).map_err(|_| self.breaks(Rule::Day))?;
                Day::new(year, month, day).map_err(|_| self.breaks(Rule::Day))
            }
            _ => Err(self.breaks(Rule::Day)),
        }
    }

    /// `trên 1/2` or `từ 2/3`.
    pub(super) fn share(self) -> Result<Share, RegulationFault> {
        let bad = self.breaks(Rule::Share);
        let (more, rest) = self.after(&[("trên", true), ("từ", false)]).ok_or(bad)?;
        let (part, whole) = rest.text.split_once('/').ok_or(bad)?;
        let small = |text| digits(text).and_then(|number| u16::try_from(number).ok());
        let (part, whole) = small(part).zip(small(whole)).ok_or(bad)?;
        if part == 0 || part > whole || whole > 100 || (more && part == whole) {
            return Err(bad);
        }
        Ok(if more { Share::MoreThan(part, whole) } else { Share::AtLeast(part, whole) })
    }
}

/// Up to six digits as a number.
fn digits(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')))
}
