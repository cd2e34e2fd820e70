//! The numbers that Word shows before paragraphs of a list, counted as Word counts them.

use super::walk::{Step, Walk};
use paper::Unread;
use std::collections::BTreeMap;

/// Levels of a list.
const LEVELS: usize = 9;
/// Letters beyond which Word begins to double them.
const LETTERS: u32 = 26;

#[derive(Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A dot or a dash, so many levels down.
    Dot(usize),
    /// A number with what stands around it: `1.`, `Điều 5.`, `b)`.
    Number(String),
}

/// The lists of a file, and how far each is counted.
#[derive(Default)]
pub struct Numbering {
    shapes: BTreeMap<String, Vec<Level>>,
    /// The shape of each list, and levels at which it starts anew.
    lists: BTreeMap<String, (String, BTreeMap<usize, u32>)>,
    counted: BTreeMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: Option<&str>) -> Result<Self, Unread> {
        let mut numbering = Self::default();
        let (mut shape, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
        let mut walk = Walk::new(text.unwrap_or_default());
        while let Some(step) = walk.next()? {
            let Step::Open(tag) = step else { continue };
            let value = tag.value("val").unwrap_or_default();
            match (&*tag.name(), &shape, &list) {
                ("abstractNum", ..) => {
                    (shape, list) = (tag.value("abstractNumId"), None);
                    if let Some(shape) = &shape {
                        numbering
                            .shapes
                            .insert(shape.clone(), vec![Level { start: 1, ..Level::default() }; LEVELS]);
                    }
                }
                ("num", ..) => (shape, list) = (None, tag.value("numId")),
                ("lvl" | "lvlOverride", ..) => {
                    level =
                        tag.value("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1);
                }
                ("abstractNumId", None, Some(list)) => {
                    numbering.lists.insert(list.clone(), (value, BTreeMap::new()));
                }
                ("startOverride", None, Some(list)) => {
                    if let (Some((_, starts)), Ok(start)) = (numbering.lists.get_mut(list), value.parse()) {
                        starts.insert(level, start);
                    }
                }
                (name, Some(shape), None) => {
                    let Some(level) =
                        numbering.shapes.get_mut(shape).and_then(|levels| levels.get_mut(level))
                    else {
                        continue;
                    };
                    match name {
                        "start" => level.start = value.parse().unwrap_or(1),
                        "numFmt" => level.format = value,
                        "lvlText" => level.text = value,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// Counts one more paragraph of a list, and gives what stands before it.
    pub fn next(&mut self, list: &str, level: usize) -> Option<Label> {
        let level = level.min(LEVELS - 1);
        let (shape, starts) = self.lists.get(list)?;
        let levels = self.shapes.get(shape)?;
        let own = levels.get(level)?;
        match &*own.format {
            "none" => return None,
            "bullet" => return Some(Label::Dot(level)),
            _ => {}
        }
        let start = |level: usize| starts.get(&level).copied().or(levels.get(level).map(|level| level.start));
        // Lists of one shape go on from each other, unless one starts anew.
        let key = if starts.is_empty() { ["shape ", shape].concat() } else { list.to_owned() };
        let counted = self.counted.entry(key).or_default();
        counted[level] = match counted[level] {
            0 => start(level).unwrap_or(1).max(1),
            last => last.saturating_add(1),
        };
        counted[level + 1..].fill(0);
        let mut text = String::new();
        let mut letters = own.text.chars();
        while let Some(letter) = letters.next() {
            let place = (letter == '%').then(|| letters.clone().next()?.to_digit(10)).flatten();
            match place.filter(|place| (1..=LEVELS as u32).contains(place)) {
                Some(place) => {
                    letters.next();
                    let place = place as usize - 1;
                    let number = if counted[place] == 0 { start(place).unwrap_or(1) } else { counted[place] };
                    let format = levels.get(place).map_or("", |level| &level.format);
                    text.push_str(&written(number, if place == level { &own.format } else { format }));
                }
                None => text.push(letter),
            }
        }
        (!text.is_empty()).then_some(Label::Number(text))
    }
}

/// A number as a list writes it.
fn written(number: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letter(number, 'A'),
        "lowerLetter" => letter(number, 'a'),
        "decimalZero" => format!("{number:02}"),
        "vietnameseCounting" => counted(number),
        _ => number.to_string(),
    }
}

fn letter(number: u32, first: char) -> String {
    let (place, times) = ((number.max(1) - 1) % LETTERS, (number.max(1) - 1) / LETTERS + 1);
    let letter = char::from_u32(first as u32 + place).unwrap_or(first);
    std::iter::repeat_n(letter, times.min(9) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut rest, mut text) = (number.min(3_999), String::new());
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    text
}

/// "hai mươi mốt"
fn counted(number: u32) -> String {
    const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let digit = |number: u32| DIGITS.get(number as usize).copied().unwrap_or_default();
    let last = |number: u32, above: u32| match (number, above) {
        (1, 2..) => "mốt",
        (5, 1..) => "lăm",
        _ => digit(number),
    };
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, ones) => ["mười ", last(ones, 1)].concat(),
        (tens @ 2..=9, 0) => [digit(tens), " mươi"].concat(),
        (tens @ 2..=9, ones) => [digit(tens), " mươi ", last(ones, tens)].concat(),
        _ => number.to_string(),
    }
}
