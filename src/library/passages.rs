//! The text of a document as passages: the pieces that the reader shows one below the other, numbered in that order.
//! Search tells a place by such a number, and the reader finds it again.

use super::blocks::{Block, Item, List, Spans, parse_markdown, parse_plain, plain_text};
use crate::domain::document::Media;

/// A heading, a paragraph, an item of a list or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// Whether it is a heading.
    pub heading: bool,
}

/// Letters that an excerpt has at most, and how many of them stand before what was found.
const EXCERPT_CHARS: usize = 180;
const LEAD_CHARS: usize = 50;
/// A heading that is longer says more than where one is.
const LABEL_CHARS_MAX: usize = 60;

/// The text of a file as blocks; nothing for a file of pages, whose text is not in the file as it is read.
pub fn blocks_of(media: Media, bytes: &[u8]) -> Option<Vec<Block>> {
    // A byte that is none shows as a replacement character: the rest can still be read.
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    match media {
        Media::Text => Some(parse_plain(text)),
        Media::Markdown => Some(parse_markdown(text)),
        Media::Pdf | Media::Word => None,
    }
}

/// The passages of blocks, in the order in which they are shown.
pub fn passages(blocks: &[Block]) -> Vec<Passage> {
    let mut passages = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { spans, .. } => push(&mut passages, spans, true),
            Block::Paragraph(spans) => push(&mut passages, spans, false),
            Block::List(list) => push_list(&mut passages, list),
            Block::Quote(paragraphs) => paragraphs.iter().for_each(|spans| push(&mut passages, spans, false)),
            Block::Rule => {}
            Block::Table { head, rows } => {
                push_row(&mut passages, head);
                rows.iter().for_each(|row| push_row(&mut passages, row));
            }
        }
    }
    passages
}

fn push(passages: &mut Vec<Passage>, spans: &Spans, heading: bool) {
    passages.push(Passage { text: plain_text(spans), heading });
}

fn push_list(passages: &mut Vec<Passage>, list: &List) {
    for Item { spans, lists } in &list.items {
        push(passages, spans, false);
        lists.iter().for_each(|list| push_list(passages, list));
    }
}

fn push_row(passages: &mut Vec<Passage>, cells: &[Spans]) {
    let cells: Vec<String> = cells.iter().map(|spans| plain_text(spans)).collect();
    passages.push(Passage { text: cells.join(" | "), heading: false });
}

/// The heading above a passage, as far as it is short: "Điều 4. Quyền của đảng viên".
pub fn label(passages: &[Passage], number: usize) -> Option<&str> {
    let above = passages.get(..number)?.iter().rev().find(|passage| passage.heading)?;
    let line = above.text.lines().next().unwrap_or_default();
    (line.chars().count() <= LABEL_CHARS_MAX).then_some(line)
}

/// The part of a text around the byte `at`, cut between words, with dots where it was cut.
pub fn excerpt(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let lead = before.char_indices().rev().nth(LEAD_CHARS).map_or(0, |(start, _)| start);
    let start = if lead == 0 { 0 } else { before[lead..].find(' ').map_or(lead, |space| lead + space + 1) };
    let rest = &text[start..];
    let Some((end, _)) = rest.char_indices().nth(EXCERPT_CHARS) else {
        return [if start > 0 { "…" } else { "" }, rest].concat();
    };
    let end = rest[..end].rfind(' ').unwrap_or(end);
    [if start > 0 { "…" } else { "" }, rest[..end].trim_end_matches([',', ';', '.', ' ']), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn passages_stand_in_the_order_in_which_they_are_shown() {
        let text = "# Đầu\n\nMột\n\n- hai\n  - ba\n- bốn\n\n> năm\n\n---\n\n|a|b|\n|-|-|\n|c|d|\n";
        let passages = passages(&blocks_of(Media::Markdown, text.as_bytes()).unwrap());
        let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
        assert_eq!(texts, ["Đầu", "Một", "hai", "ba", "bốn", "năm", "a | b", "c | d"]);
        assert!(passages[0].heading && !passages[1].heading);
        assert_eq!((label(&passages, 0), label(&passages, 3)), (None, Some("Đầu")));
    }

    #[test]
    fn an_excerpt_is_cut_between_words() {
        let text = "mương tưới nội đồng ".repeat(30);
        let at = text.find("nội").unwrap();
        assert!(excerpt(&text, at).starts_with("mương tưới nội") && excerpt(&text, at).ends_with('…'));
        let far = excerpt(&text, text.rfind("nội").unwrap());
        assert!(far.starts_with('…') && far.contains("nội đồng") && !far.ends_with('…'), "{far}");
        assert_eq!(excerpt("ngắn", 0), "ngắn");
    }

    proptest! {
        #[test]
        fn an_excerpt_is_short_and_has_what_was_found(text in "[a-đ ]{0,400}", at in 0_usize..400) {
            let at = text.char_indices().nth(at).map_or(0, |(at, _)| at);
            let excerpt = excerpt(&text, at);
            prop_assert!(excerpt.chars().count() <= EXCERPT_CHARS + 2);
        }
    }
}
