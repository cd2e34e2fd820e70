//! Words as search sees them: letters without diacritics, and the diacritics apart as one number.

use crate::domain::text::letters;
use std::ops::Range;

const TONES: u32 = 6;
/// What is longer than any word of the language is told apart by its beginning.
const LETTERS_MAX: usize = 20;

/// A word without its diacritics, and what they were. The tone counts once for the whole word, so that the old and
/// the new way of placing it ("hoà", "hòa") are the same spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// In lower case, without diacritics.
    pub folded: String,
    /// The tone, and above it the shape of each letter that can have one: the beginning of a word has the lower
    /// digits of the same number.
    pub accents: u32,
    /// What the digits of `accents` count up to.
    span: u32,
}

impl Spelling {
    /// Reads a word.
    pub fn of(word: &str) -> Self {
        let (mut folded, mut shapes, mut span, mut tone) = (String::with_capacity(word.len()), 0, 1_u32, 0);
        for letter in letters(word).take(LETTERS_MAX) {
            folded.push(letter.base);
            tone = tone.max(u32::from(letter.tone));
            if let Some(next) =
                span.checked_mul(shapes_of(letter.base)).filter(|next| *next < u32::MAX / TONES)
            {
                shapes += u32::from(letter.shape) * span;
                span = next;
            }
        }
        Self { folded, accents: tone + TONES * shapes, span: span * TONES }
    }

    /// Whether it is written with any diacritic.
    pub fn accented(&self) -> bool {
        self.accents != 0
    }

    /// Whether a word of these letters is spelt like this one, with `accents`.
    pub fn is_spelt(&self, accents: u32) -> bool {
        self.accents == accents
    }

    /// Whether a word that begins with these letters and has `accents` may be what is being typed: the tone often
    /// comes last.
    pub fn begins(&self, accents: u32) -> bool {
        let (typed, tone) = (self.accents / TONES, self.accents % TONES);
        accents / TONES % (self.span / TONES) == typed && (tone == 0 || tone == accents % TONES)
    }
}

/// How many shapes a letter has.
fn shapes_of(base: char) -> u32 {
    match base {
        'a' | 'o' => 3,
        'd' | 'e' | 'u' => 2,
        _ => 1,
    }
}

/// Where the words of a text are, in bytes: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.find(|(_, c)| is_letter(*c))?;
        let mut end = text.len();
        while let Some(&(at, c)) = chars.peek() {
            if !is_letter(c) {
                end = at;
                break;
            }
            chars.next();
        }
        Some(start..end)
    })
}

fn is_letter(c: char) -> bool {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{300}'..='\u{36f}' => true,
        '\0'..='\u{bf}' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("hoà", "hòa", true)]
    #[case("thuỷ", "THỦY", true)]
    #[case("Ho\u{300}a", "hoà", true)]
    #[case("hoà", "hoa", false)]
    #[case("đường", "dường", false)]
    #[case("mương", "mường", false)]
    #[case("tưới", "tuối", false)]
    fn a_spelling_knows_its_diacritics_but_not_where_the_tone_stands(
        #[case] one: &str,
        #[case] other: &str,
        #[case] same: bool,
    ) {
        let (one, other) = (Spelling::of(one), Spelling::of(other));
        assert_eq!(one.folded, other.folded);
        assert_eq!(one.is_spelt(other.accents), same);
    }

    #[rstest]
    #[case("quyê", "quyết", true)]
    #[case("quyế", "quyết", true)]
    #[case("quyề", "quyết", false)]
    #[case("que", "quê", false)]
    #[case("đ", "đường", true)]
    #[case("đ", "dường", false)]
    #[case("dươ", "dường", true)]
    fn a_beginning_is_spelt_like_the_word(#[case] typed: &str, #[case] word: &str, #[case] fits: bool) {
        assert_eq!(Spelling::of(typed).begins(Spelling::of(word).accents), fits);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "Số 294-QĐ/TW, “đ/c Ho\u{300}a” (3.000đ)";
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["Số", "294", "QĐ", "TW", "đ", "c", "Ho\u{300}a", "3", "000đ"]);
    }

    #[test]
    fn a_word_longer_than_any_is_read() {
        let long = Spelling::of(&"ổ".repeat(1_000));
        assert!(long.is_spelt(Spelling::of(&"ổ".repeat(1_000)).accents) && long.begins(long.accents));
    }
}
