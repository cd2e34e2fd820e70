//! What was typed into the search field, read: words, phrases in quotes, numbers of documents, short names of kinds.

use super::words::{Spelling, words};
use crate::domain::document::Kind;
use crate::domain::text::fold;
use crate::library::search::Piece;

/// Words that are looked for besides the first few are left out.
pub(super) const TERMS_MAX: usize = 12;

/// What is looked for: every term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// In the order in which they were typed.
    pub(super) terms: Vec<Term>,
    /// Whether diacritics were typed, so that their absence means something too.
    pub(super) accented: bool,
}

/// Words that stand beside each other, or others that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Any of these.
    pub any: Vec<Vec<Spelling>>,
    /// Whether the last word may still be growing.
    pub growing: bool,
    /// Whether only one letter of it was typed, after others: nothing is left out for want of it.
    pub begun: bool,
    /// Whether it was put into quotes: diacritics that were typed must be there.
    pub quoted: bool,
}

/// The kinds of documents as their short names are written out.
const KINDS: [(Kind, &str); 12] = [
    (Kind::Directive, "chỉ thị"),
    (Kind::Resolution, "nghị quyết"),
    (Kind::Regulation, "quy định"),
    (Kind::Guidance, "hướng dẫn"),
    (Kind::Conclusion, "kết luận"),
    (Kind::Plan, "kế hoạch"),
    (Kind::Notice, "thông báo"),
    (Kind::Report, "báo cáo"),
    (Kind::Submission, "tờ trình"),
    (Kind::Decision, "quyết định"),
    (Kind::OfficialLetter, "công văn"),
    (Kind::Bulletin, "bản tin"),
];

/// The kind of a document in words, as papers write it; nothing where it has no name of its own.
pub(super) fn kind_words(kind: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, words)| words)
}

impl Sought {
    /// Reads what was typed. What stands in quotes is a phrase; so is what is written without a space (`294-QĐ/TW`).
    pub fn parse(typed: &str) -> Self {
        let mut sought = Self::default();
        let parts = typed.split(['"', '“', '”', '„', '«', '»']);
        let last = parts.clone().count() - 1;
        for (number, part) in parts.enumerate() {
            let unfinished = number == last && !part.ends_with(char::is_whitespace);
            if number % 2 == 1 {
                sought.push(part, unfinished, true);
                continue;
            }
            let mut chunks = part.split_whitespace().peekable();
            while let Some(chunk) = chunks.next() {
                sought.push(chunk, unfinished && chunks.peek().is_none(), false);
            }
        }
        sought
    }

    fn push(&mut self, text: &str, growing: bool, quoted: bool) {
        let phrase: Vec<Spelling> = words(text).map(|range| Spelling::of(&text[range])).collect();
        if phrase.is_empty() || self.terms.len() == TERMS_MAX {
            return;
        }
        let mut any = Vec::new();
        if let ([short], false) = (phrase.as_slice(), quoted) {
            let named = KINDS.iter().filter(|(kind, _)| fold(kind.abbreviation()) == short.folded);
            any.extend(named.map(|(_, name)| name.split(' ').map(Spelling::of).collect()));
            // "QĐ" has a diacritic however the rest is typed.
            self.accented |= any.is_empty() && short.accented();
        }
        self.accented |= quoted && phrase.iter().any(Spelling::accented);
        let letter = matches!(phrase.as_slice(), [word] if word.folded.len() == 1 && !word.folded.starts_with(|c: char| c.is_ascii_digit()));
        let begun = letter && growing && !self.terms.is_empty();
        any.insert(0, phrase);
        // What begins with one letter is a tenth of a text.
        self.terms.push(Term { any, growing: growing && !begun, begun, quoted });
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// `text` in pieces, with the words that were looked for apart. Words that stand side by side are one piece.
    pub fn mark<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let ranges: Vec<_> = words(text).collect();
        let spellings: Vec<Spelling> =
            ranges.iter().map(|range| Spelling::of(&text[range.clone()])).collect();
        let mut found = vec![false; ranges.len()];
        for term in &self.terms {
            for phrase in &term.any {
                for (at, window) in spellings.windows(phrase.len()).enumerate() {
                    if term.fits(phrase, window) {
                        found[at..at + phrase.len()].fill(true);
                    }
                }
            }
        }
        let mut pieces = Vec::new();
        let mut from = 0;
        let mut push = |to: usize, found: bool| {
            if to > from {
                pieces.push(Piece { text: &text[from..to], found });
                from = to;
            }
        };
        for (number, range) in ranges.iter().enumerate().filter(|(number, _)| found[*number]) {
            let joined = number > 0 && found[number - 1];
            if !joined {
                push(range.start, false);
            }
            if !found.get(number + 1).is_some_and(|next| *next) {
                push(range.end, true);
            }
        }
        push(text.len(), false);
        pieces
    }
}

impl Term {
    /// Whether the words in `window` are the phrase; the last may go on where it is still being typed.
    fn fits(&self, phrase: &[Spelling], window: &[Spelling]) -> bool {
        phrase.iter().zip(window).enumerate().all(|(number, (asked, word))| {
            let growing = self.growing && number + 1 == phrase.len();
            (word.folded == asked.folded || growing && word.folded.starts_with(&asked.folded))
                && (!self.quoted || !asked.accented() || asked.begins(word.accents))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn marked(typed: &str, text: &str) -> String {
        let pieces = Sought::parse(typed).mark(text);
        let shown = pieces.iter().map(|piece| match piece.found {
            true => ["[", piece.text, "]"].concat(),
            false => piece.text.to_owned(),
        });
        shown.collect()
    }

    #[rstest]
    #[case("muong tuoi", "giữ sạch mương tưới nội đồng", "giữ sạch [mương tưới] nội đồng")]
    #[case("muong tu", "mương, tưới; tươi", "[mương, tưới; tươi]")]
    #[case("muong ", "mường mươnga", "[mường] mươnga")]
    #[case("294-qd", "Quy định 294-QĐ/TW, 29 QĐ", "Quy định [294-QĐ]/TW, 29 QĐ")]
    #[case("nq", "Nghị quyết 12-NQ/TW", "[Nghị quyết] 12-[NQ]/TW")]
    #[case("\"chi bộ\"", "chi bộ, chỉ bố, chi bo", "[chi bộ], chỉ bố, chi bo")]
    #[case("“chi bo", "chi bộ họp, bộ chi", "[chi bộ] họp, bộ chi")]
    #[case("hoà", "đ/c Hòa, Ho\u{300}a", "đ/c [Hòa, Ho\u{300}a]")]
    #[case("x", "", "")]
    #[case("\"\" -", "Quy định", "Quy định")]
    fn found_words_are_marked_as_they_are_written(
        #[case] typed: &str,
        #[case] text: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(marked(typed, text), expected);
    }

    #[rstest]
    #[case("nghi quyet", false)]
    #[case("nghị quyet", true)]
    #[case("294-QĐ/TW", false)]
    #[case("QĐ", false)]
    #[case("đảng", true)]
    fn diacritics_that_were_typed_are_noticed(#[case] typed: &str, #[case] accented: bool) {
        assert_eq!(Sought::parse(typed).accented, accented);
    }

    proptest! {
        #[test]
        fn marking_loses_nothing(typed in "[a-zđ \"-]{0,8}", text in any::<String>()) {
            let sought = Sought::parse(&typed);
            let whole: String = sought.mark(&text).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
