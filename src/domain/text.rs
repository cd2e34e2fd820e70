//! Vietnamese letters, names and numbers: folding for search, the order of a roster, digits as papers write them.
//!
//! Works on precomposed and decomposed Unicode alike, and knows the Vietnamese and Western European letters only:
//! the full Unicode tables would weigh more than everything else in this folder.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::str::Chars;

/// The twelve vowels, each in the six tones of the alphabet: ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: &str = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
const TONES: usize = 6;
/// Base letter and shape (0 plain, then in alphabet order) of each vowel in [`VOWELS`].
const VOWEL_LETTERS: [(char, u8); 12] = [
    ('a', 0),
    ('a', 1),
    ('a', 2),
    ('e', 0),
    ('e', 1),
    ('i', 0),
    ('o', 0),
    ('o', 1),
    ('o', 2),
    ('u', 0),
    ('u', 1),
    ('y', 0),
];

/// A letter as the Vietnamese alphabet sees it; any other character is its own base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// In lower case, without diacritics.
    pub base: char,
    /// 0 for the plain letter, then in alphabet order: a ă â, d đ, e ê, o ô ơ, u ư.
    pub shape: u8,
    /// 0..=5: ngang, huyền, hỏi, ngã, sắc, nặng.
    pub tone: u8,
}

impl Letter {
    fn of(raw: char) -> Self {
        let c = lower_char(raw);
        let plain = |base| Self { base, shape: 0, tone: 0 };
        if c.is_ascii() {
            return plain(c);
        }
        if let Some(index) = VOWELS.chars().position(|vowel| vowel == c) {
            let (base, shape) = VOWEL_LETTERS[index / TONES];
            return Self { base, shape, tone: (index % TONES) as u8 };
        }
        match c {
            // Old fonts typed the Icelandic eth, which looks the same in capitals.
            'đ' | 'ð' => Self { base: 'd', shape: 1, tone: 0 },
            'ä' | 'å' => plain('a'),
            'ç' => plain('c'),
            'ë' => plain('e'),
            'î' | 'ï' => plain('i'),
            'ñ' => plain('n'),
            'ö' => plain('o'),
            'û' | 'ü' => plain('u'),
            'ÿ' => plain('y'),
            _ => plain(c),
        }
    }

    /// Adds a combining mark; a mark that Vietnamese does not use changes nothing.
    fn mark(&mut self, mark: char) {
        match (mark, self.base) {
            ('\u{300}' | '\u{340}', _) => self.tone = 1,
            ('\u{309}', _) => self.tone = 2,
            ('\u{303}', _) => self.tone = 3,
            ('\u{301}' | '\u{341}', _) => self.tone = 4,
            ('\u{323}', _) => self.tone = 5,
            ('\u{306}', 'a') | ('\u{302}', 'e' | 'o') | ('\u{31b}', 'u') => self.shape = 1,
            ('\u{302}', 'a') | ('\u{31b}', 'o') => self.shape = 2,
            _ => {}
        }
    }

    /// The one lower-case character for this letter.
    fn composed(self) -> char {
        if self.base == 'd' && self.shape == 1 {
            return 'đ';
        }
        VOWEL_LETTERS
            .iter()
            .position(|&vowel| vowel == (self.base, self.shape))
            .and_then(|vowel| VOWELS.chars().nth(vowel * TONES + usize::from(self.tone)))
            .unwrap_or(self.base)
    }
}

/// The letters of a text, each with its marks.
pub struct Letters<'a>(Peekable<Chars<'a>>);

impl Iterator for Letters<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let first = self.0.find(|&c| !is_mark(c))?;
        let mut letter = Letter::of(first);
        while let Some(mark) = self.0.next_if(|&c| is_mark(c)) {
            letter.mark(mark);
        }
        Some(letter)
    }
}

/// The letters of a text; a combining mark belongs to the letter before it.
pub fn letters(text: &str) -> Letters<'_> {
    Letters(text.chars().peekable())
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The lower-case form of a Vietnamese or Western European letter; other characters are returned as they are.
pub fn lower_char(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => 1,
        '\u{1ea0}'..='\u{1ef9}' if (c as u32).is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}

/// Lower case in composed form, whichever form the text came in; marks foreign to Vietnamese are dropped.
pub fn lower(text: &str) -> String {
    letters(text).map(Letter::composed).collect()
}

/// Lower case without diacritics, for search: "Đảng bộ" and "dang bo" fold to the same text, and so do the old and
/// the new way of placing a tone ("hòa", "hoà").
pub fn fold(text: &str) -> String {
    letters(text).map(|letter| letter.base).collect()
}

/// How well a name fits what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// No word of it does.
    No,
    /// Some words do.
    Nearly,
    /// Every word that is looked for begins a word of the name.
    Whole,
}

/// Looks for the words of `wanted` among the beginnings of the words of `name`, in any order and without diacritics:
/// "hoang dung" fits "Hoàng Thị Dung".
pub fn name_fit(wanted: &str, name: &str) -> NameFit {
    let (wanted, name) = (fold(wanted), fold(name));
    let begins = |word: &&str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(*word));
    let (all, fit) = (wanted.split_whitespace().count(), wanted.split_whitespace().filter(begins).count());
    match fit {
        fit if fit == all => NameFit::Whole,
        0 => NameFit::No,
        _ => NameFit::Nearly,
    }
}

/// What a full name is sorted by: given name, then family and middle names; letters before tone, word by word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey(Vec<(Vec<u32>, u8)>);

/// The sorting key of a full name, to be made once per name when a long list is sorted.
pub fn name_key(name: &str) -> NameKey {
    let mut words: Vec<_> = name.split_whitespace().map(word_key).collect();
    if let Some(given) = words.pop() {
        words.insert(0, given);
    }
    NameKey(words)
}

fn word_key(word: &str) -> (Vec<u32>, u8) {
    let ranks = letters(word).map(|letter| letter.base as u32 * 4 + u32::from(letter.shape));
    // One tone per word, so that the place where the tone is written does not matter.
    let tone = letters(word).fold(0, |tone, letter| tone.max(letter.tone));
    (ranks.collect(), tone)
}

/// The Vietnamese order of two full names; names that differ in case or Unicode form only are equal.
pub fn name_order(a: &str, b: &str) -> Ordering {
    name_key(a).cmp(&name_key(b))
}

/// The last word of a full name, by which a person is called and sorted.
pub fn given_name(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or("")
}

/// An integer with a dot between thousands: 31.000.
pub fn integer_vi(number: i64) -> String {
    let digits = decimal_digits(number.unsigned_abs());
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 2);
    if number < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A number with a decimal comma, rounded half away from zero to at most `decimals_max` places (six at most) without
/// trailing zeros: 85,7. A value that is no number is written as a dash.
pub fn number_vi(value: f64, decimals_max: u32) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let scale = 10_i64.pow(decimals_max.min(6));
    let scaled = (value.abs() * scale as f64).round() as i64;
    let whole = integer_vi(scaled / scale);
    let mut out = String::with_capacity(whole.len() + 8);
    if value < 0.0 && scaled != 0 {
        out.push('-');
    }
    out.push_str(&whole);
    let (mut fraction, mut place) = (scaled % scale, scale);
    if fraction != 0 {
        out.push(',');
    }
    while fraction != 0 {
        place /= 10;
        push_digits(&mut out, (fraction / place) as u32, 1);
        fraction %= place;
    }
    out
}

/// Appends a number in decimal digits, with zeros in front up to `width`.
pub fn push_digits(out: &mut String, number: u32, width: usize) {
    let digits = decimal_digits(u64::from(number));
    for _ in digits.len()..width {
        out.push('0');
    }
    out.push_str(&digits);
}

fn decimal_digits(mut number: u64) -> String {
    let mut digits = Vec::with_capacity(20);
    loop {
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// Why a text cannot be a single line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// A control character, or one that turns the direction of writing and could disguise a name.
    ControlCharacter,
}

/// A typed or pasted line, trimmed, with each run of white space (line breaks too) made one space. Invisible
/// characters of no width are dropped.
///
/// # Errors
/// [`LineFault::ControlCharacter`] for what cannot be seen and is no white space. An empty line is no error here.
pub fn clean_line(raw: &str) -> Result<String, LineFault> {
    let mut line = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        let end = line.len();
        for c in word.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                    return Err(LineFault::ControlCharacter);
                }
                _ if c.is_control() => return Err(LineFault::ControlCharacter),
                _ => {
                    if end > 0 && line.len() == end {
                        line.push(' ');
                    }
                    line.push(c);
                }
            }
        }
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Every letter with a mark, spelt out as base and combining marks, dot below first as Unicode orders them.
    fn decomposed(text: &str) -> String {
        let shapes = [("ăĂ", '\u{306}'), ("âÂêÊôÔ", '\u{302}'), ("ơƠưƯ", '\u{31b}')];
        let tones = ['\0', '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
        let mut out = String::new();
        for c in text.chars() {
            let letter = Letter::of(c);
            if c.is_ascii() || letter.base == 'd' || !VOWELS.contains(lower_char(c)) {
                out.push(c);
                continue;
            }
            let upper = lower_char(c) != c;
            out.push(if upper { letter.base.to_ascii_uppercase() } else { letter.base });
            let toneless = Letter { tone: 0, ..letter }.composed();
            let mark = shapes.iter().find(|(set, _)| set.contains(toneless)).map(|&(_, mark)| mark);
            let tone = tones[usize::from(letter.tone)];
            let mut marks: Vec<char> = mark.into_iter().chain((tone != '\0').then_some(tone)).collect();
            if tone == '\u{323}' {
                marks.reverse();
            }
            out.extend(marks);
        }
        out
    }

    #[rstest]
    #[case("", NameFit::Whole)]
    #[case("hoang dung", NameFit::Whole)]
    #[case("dung hoàng", NameFit::Whole)]
    #[case(" Du  th ", NameFit::Whole)]
    #[case("hoang dumg", NameFit::Nearly)]
    #[case("ung", NameFit::No)]
    #[case("lan", NameFit::No)]
    fn a_name_is_found_by_the_beginnings_of_its_words(#[case] wanted: &str, #[case] expected: NameFit) {
        assert_eq!(name_fit(wanted, "Hoàng Thị Dung"), expected);
    }

    #[rstest]
    #[case("Đảng bộ phường Mỹ Thượng", "dang bo phuong my thuong")]
    #[case("NGHỊ QUYẾT SỐ 12-NQ/ĐU", "nghi quyet so 12-nq/du")]
    #[case("Hòa", "hoa")]
    #[case("Hoà", "hoa")]
    #[case("thuỷ THỦY", "thuy thuy")]
    #[case("Ðiều lệ Ðảng", "dieu le dang")]
    #[case("Père Noël, Müller", "pere noel, muller")]
    #[case("", "")]
    fn folding_leaves_plain_lower_case_letters(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold(text), folded);
        assert_eq!(fold(&decomposed(text)), folded);
    }

    #[rstest]
    #[case("TỐI MẬT", "tối mật")]
    #[case("ƯỚC ĐỊNH", "ước định")]
    #[case("A\u{302}\u{323}", "ậ")]
    #[case("A\u{323}\u{302}", "ậ")]
    #[case("Ạ\u{302}", "ậ")]
    #[case("Â\u{323}", "ậ")]
    #[case("\u{301}x", "x")]
    fn lower_case_is_composed_whatever_the_input(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(lower(text), expected);
        assert_eq!(lower(&decomposed(text)), expected);
    }

    #[test]
    fn names_are_sorted_by_given_name_then_family_then_middle() {
        let sorted = [
            "Lê Thị An",
            "Nguyễn Văn An",
            "Trần Bảo Ánh",
            "Đỗ Văn Ân",
            "Nguyễn Hải Ấn",
            "Trần Văn Bình",
            "Vũ Thế Dũng",
            "Ngô Văn Đạt",
            "Trần Thị Hoa",
            "Trần Thị Hoà",
            "Phạm Minh Hoan",
            "Nguyễn Thị Oanh",
            "Nguyễn Thị Ơn",
            "Dương Văn Tu",
            "Đào Văn Tu",
            "Dương Văn Tú",
            "Dương Văn Tư",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by(|a, b| name_order(a, b));
        assert_eq!(names, sorted);
    }

    #[test]
    fn tones_follow_the_order_of_the_dictionary() {
        let sorted = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Măng", "Mân"];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, sorted);
    }

    #[rstest]
    #[case("Trần Thị Hòa", "TRẦN THỊ HOÀ")]
    #[case("  Lê   Ba ", "Lê Ba")]
    #[case("", " ")]
    fn names_that_differ_in_writing_only_are_equal(#[case] a: &str, #[case] b: &str) {
        assert_eq!(name_order(a, b), Ordering::Equal);
        assert_eq!(name_order(&decomposed(a), b), Ordering::Equal);
    }

    #[rstest]
    #[case("Nguyễn Thị Bích Ngọc", "Ngọc")]
    #[case(" An ", "An")]
    #[case("", "")]
    fn the_given_name_is_the_last_word(#[case] name: &str, #[case] given: &str) {
        assert_eq!(given_name(name), given);
    }

    #[rstest]
    #[case(0, "0")]
    #[case(999, "999")]
    #[case(31_000, "31.000")]
    #[case(5_310_000, "5.310.000")]
    #[case(-1_234, "-1.234")]
    #[case(i64::MIN, "-9.223.372.036.854.775.808")]
    fn thousands_take_a_dot(#[case] number: i64, #[case] expected: &str) {
        assert_eq!(integer_vi(number), expected);
    }

    #[rstest]
    #[case(85.7, 1, "85,7")]
    #[case(85.0, 1, "85")]
    #[case(85.05, 2, "85,05")]
    #[case(66.666_66, 2, "66,67")]
    #[case(1_234.5, 2, "1.234,5")]
    #[case(-0.25, 2, "-0,25")]
    #[case(-0.001, 2, "0")]
    #[case(12.5, 0, "13")]
    #[case(f64::NAN, 1, "–")]
    #[case(f64::INFINITY, 1, "–")]
    fn decimals_take_a_comma(#[case] value: f64, #[case] decimals_max: u32, #[case] expected: &str) {
        assert_eq!(number_vi(value, decimals_max), expected);
    }

    #[rstest]
    #[case("  Trần \t Thị\n Hoa ", Ok("Trần Thị Hoa"))]
    #[case("Trần\u{a0}Hoa", Ok("Trần Hoa"))]
    #[case("Trần\u{200b} \u{feff} Hoa", Ok("Trần Hoa"))]
    #[case("   ", Ok(""))]
    #[case("Trần\u{7}Hoa", Err(LineFault::ControlCharacter))]
    #[case("\0", Err(LineFault::ControlCharacter))]
    #[case("Trần \u{202e}aoH", Err(LineFault::ControlCharacter))]
    fn a_line_is_cleaned_or_refused(#[case] raw: &str, #[case] expected: Result<&str, LineFault>) {
        assert_eq!(clean_line(raw), expected.map(str::to_owned));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
            prop_assert_eq!(fold(&lower(&text)), fold(&text));
        }

        #[test]
        fn both_unicode_forms_fold_and_sort_alike(text in "[aăâeêioôơuưyđdAĂÂEÊIOÔƠUƯYĐàảãáạằấệợử ]{0,20}") {
            let other = decomposed(&text);
            prop_assert_eq!(lower(&other), lower(&text));
            prop_assert_eq!(fold(&other), fold(&text));
            prop_assert_eq!(name_order(&other, &text), Ordering::Equal);
        }

        #[test]
        fn a_clean_line_stays_as_it_is(raw in any::<String>()) {
            if let Ok(line) = clean_line(&raw) {
                prop_assert_eq!(clean_line(&line), Ok(line.clone()));
            }
        }
    }
}
