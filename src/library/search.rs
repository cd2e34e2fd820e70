//! Finding lines of a list by what is typed: with or without diacritics, words in any order, each from its beginning.

use crate::domain::text::fold;

/// What was typed, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// A piece of a text, and whether it was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece as it is written.
    pub text: &'a str,
    /// Whether it is one of the words that were looked for.
    pub found: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Self {
        Self { words: fold(typed).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word is in `haystack`, which is folded.
    pub fn finds(&self, haystack: &str) -> bool {
        self.words.iter().all(|word| beginnings(haystack, word).next().is_some())
    }

    /// `text` in pieces, with the words that were looked for apart.
    pub fn mark<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let folded = fold(text);
        // Folding makes one letter of each letter with its combining marks.
        let letters = text.char_indices().filter(|(_, c)| !('\u{300}'..='\u{36f}').contains(c));
        let starts: Vec<usize> = letters.map(|(at, _)| at).chain([text.len()]).collect();
        let mut marked = vec![false; starts.len()];
        for word in &self.words {
            for at in beginnings(&folded, word) {
                let first = folded[..at].chars().count();
                let end = (first + word.chars().count()).min(marked.len() - 1);
                marked[first.min(end)..end].fill(true);
            }
        }
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let mut from = 0;
        for (index, pair) in marked.windows(2).enumerate() {
            let last = index + 2 == marked.len();
            if last || pair[0] != pair[1] {
                let to = starts[index + 1];
                pieces.push(Piece { text: &text[from..to], found: pair[0] });
                from = to;
            }
        }
        if from < text.len() {
            pieces.push(Piece { text: &text[from..], found: false });
        }
        pieces
    }
}

/// Where `word` begins in `text`, counted in bytes, at the beginnings of words only.
fn beginnings<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(|&at| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn marked(query: &str, text: &str) -> String {
        let pieces = Query::parse(query).mark(text);
        let shown = pieces.iter().map(|piece| match piece.found {
            true => ["[", piece.text, "]"].concat(),
            false => piece.text.to_owned(),
        });
        shown.collect()
    }

    #[rstest]
    #[case("muong tuoi", true)]
    #[case("mương TƯỚI", true)]
    #[case("tuoi muong", true)]
    #[case("366-qd", true)]
    #[case("tw bộ", true)]
    #[case("uong", false)]
    #[case("muong trau", false)]
    #[case("", true)]
    fn a_document_is_found_by_the_beginnings_of_its_words(#[case] typed: &str, #[case] found: bool) {
        let haystack = fold("366-QĐ/TW\nGiữ sạch mương tưới nội đồng\nBộ Chính trị");
        assert_eq!(Query::parse(typed).finds(&haystack), found);
    }

    #[rstest]
    #[case("muong tuoi", "giữ sạch mương tưới nội đồng", "giữ sạch [mương] [tưới] nội đồng")]
    #[case("d", "Đề dẫn", "[Đ]ề [d]ẫn")]
    #[case("quy quy dinh", "Quy định", "[Quy] [định]")]
    #[case("hoa", "đ/c Hoà, Ho\u{300}a", "đ/c [Hoà], [Ho\u{300}a]")]
    #[case("", "Quy định", "Quy định")]
    #[case("x", "", "")]
    fn found_words_are_marked_as_they_are_written(
        #[case] typed: &str,
        #[case] text: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(marked(typed, text), expected);
    }

    proptest! {
        #[test]
        fn marking_loses_nothing(typed in "[a-zđ ]{0,6}", text in any::<String>()) {
            let query = Query::parse(&typed);
            let whole: String = query.mark(&text).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
