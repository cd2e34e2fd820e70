//! What numbers a paragraph: "Chương II", "Điều 5.", "I.", "1.1-", "đ)".

use crate::domain::text::{lower, lower_char};

/// Letters of điểm in their order; f, j, w and z are no Vietnamese ones, but word processors count with them.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";
/// Ordinals of Phần in words.
const ORDINALS: [&[&str]; 10] = [
    &["nhất"],
    &["hai"],
    &["ba"],
    &["tư", "bốn"],
    &["năm"],
    &["sáu"],
    &["bảy"],
    &["tám"],
    &["chín"],
    &["mười"],
];
/// Digits of a number, and numbers one below the other, beyond which it is none of a document's.
const DIGITS_MAX: usize = 2;
const NUMBERS_MAX: usize = 5;
/// An Điều may have more: codes of law have hundreds.
const ARTICLE_DIGITS_MAX: usize = 4;

/// What stands before the words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// "Phần thứ nhất"
    Part(usize),
    /// "Chương II"
    Chapter(usize),
    /// "Mục 1"
    Section(usize),
    /// "I."
    Roman(usize),
    /// "Điều 5."
    Article(usize),
    /// "1.", "1.1."
    Number(Vec<usize>),
    /// "a)": its place in the order of letters.
    Letter(usize),
}

impl Mark {
    fn rank(&self) -> usize {
        match self {
            Self::Part(_) => 0,
            Self::Chapter(_) => 1,
            Self::Roman(_) => 2,
            Self::Section(_) => 3,
            Self::Article(_) => 4,
            Self::Number(path) => 4 + path.len(),
            Self::Letter(_) => 5 + NUMBERS_MAX,
        }
    }

    /// Whether what bears `other` lies in what bears this.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.rank() < other.rank()
    }

    /// What it is called in an address.
    pub(super) fn anchor(&self) -> String {
        let named = |name: &str, number: &usize| [name, &number.to_string()].concat();
        match self {
            Self::Part(number) => named("phan-", number),
            Self::Chapter(number) => named("chuong-", number),
            Self::Section(number) => named("muc-", number),
            Self::Roman(number) => named("la-ma-", number),
            Self::Article(number) => named("dieu-", number),
            Self::Number(path) => path.iter().map(usize::to_string).collect::<Vec<_>>().join("."),
            Self::Letter(place) => match LETTERS.chars().nth(*place) {
                Some('đ') => "dd".to_owned(),
                letter => letter.map_or(String::new(), String::from),
            },
        }
    }
}

/// The mark that a paragraph begins with.
pub(super) fn read(text: &str) -> Option<Mark> {
    let (first, rest) = split_word(text);
    if let Some(mark) = labelled(first, rest) {
        return Some(mark);
    }
    if rest.is_empty() {
        return None;
    }
    let bare = first.trim_end_matches(['.', ')', '-', '–', '/', ':']);
    let closed = bare.len() < first.len() || rest.starts_with(['-', '–']);
    let mut letters = bare.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && first[bare.len()..].starts_with(')')
        && let Some(place) = LETTERS.chars().position(|other| other == letter)
    {
        return Some(Mark::Letter(place));
    }
    if let Some(number) = roman(bare).filter(|_| closed && !first.ends_with(')')) {
        return Some(Mark::Roman(number));
    }
    let path = path(bare)?;
    (closed || path.len() > 1).then_some(Mark::Number(path))
}

fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (first, rest.trim_start())
}

/// "Chương II", "PHẦN THỨ NHẤT", "Điều 5. ..."; nothing for "Điều 5 Điều lệ Đảng quy định".
fn labelled(word: &str, rest: &str) -> Option<Mark> {
    let name = lower(word);
    if !["phần", "chương", "mục", "điều"].contains(&&*name) {
        return None;
    }
    let (mut number, mut after) = split_word(rest);
    let ordinal = lower(number) == "thứ";
    if ordinal {
        (number, after) = split_word(after);
    }
    let bare = number.trim_end_matches(['.', ':', '-', '–']);
    let ends = bare.len() < number.len() || after.is_empty() || after.starts_with(['-', '–', '.', ':']);
    let capitals = after.chars().all(|letter| !letter.is_alphabetic() || lower_char(letter) != letter);
    let below = rest.contains('\n');
    if !(ends || capitals || below || ordinal) {
        return None;
    }
    let in_words = || ORDINALS.iter().position(|words| words.contains(&&*lower(bare))).map(|place| place + 1);
    let digits = |most: usize| bare.parse().ok().filter(|_| (1..=most).contains(&bare.len()));
    let number =
        digits(ARTICLE_DIGITS_MAX).or_else(|| roman(bare)).or_else(|| in_words().filter(|_| ordinal))?;
    Some(match &*name {
        "phần" => Mark::Part(number),
        "chương" => Mark::Chapter(number),
        "mục" => Mark::Section(number),
        _ => Mark::Article(number),
    })
}

fn path(number: &str) -> Option<Vec<usize>> {
    let numbers: Option<Vec<usize>> = number
        .split('.')
        .map(|level| {
            let digits =
                level.bytes().all(|byte| byte.is_ascii_digit()) && (1..=DIGITS_MAX).contains(&level.len());
            level.parse().ok().filter(|number| digits && *number > 0)
        })
        .collect();
    numbers.filter(|numbers| numbers.len() <= NUMBERS_MAX)
}

fn roman(number: &str) -> Option<usize> {
    let worth = |letter| match letter {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    let worths: Option<Vec<usize>> = number.bytes().map(worth).collect();
    let worths = worths.filter(|worths| (1..=6).contains(&worths.len()))?;
    let (mut sum, mut after) = (0, 0);
    for worth in worths.into_iter().rev() {
        // The one before a greater one is taken off: IV, IX.
        if worth < after {
            sum -= worth
        } else {
            sum += worth
        }
        after = worth;
    }
    Some(sum)
}
