//! A document as blocks that a reader can reflow: headings, paragraphs, lists, quotes, rules and tables of plain text.
//!
//! There is no raw HTML, no link target and no picture in it, so showing a foreign document can run nothing and fetch
//! nothing. Every text parses; the time is proportional to its length.

mod inline;
mod markdown;
mod plain;
mod write;

pub use markdown::parse_markdown;
pub use plain::{name_headings, parse_plain};
pub use write::write_markdown;

/// The longest title that [`title_of`] returns, in characters.
pub const TITLE_CHARS_MAX: usize = 200;

/// How a span stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Not at all.
    Plain,
    /// Italic.
    Emphasis,
    /// Bold.
    Strong,
    /// Bold and italic.
    StrongEmphasis,
}

/// A run of text in one style; a line feed in it is a forced line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text, to be shown as it is.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A line of text with its styles.
pub type Spans = Vec<Span>;

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// With bullets.
    Bullets,
    /// With numbers counting from this one.
    From(u32),
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its items are marked.
    pub numbering: Numbering,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its text.
    pub spans: Spans,
    /// Lists inside it; these have none inside them.
    pub lists: Vec<List>,
}

/// A part of a document that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 4, 1 the highest.
        level: u8,
        /// Its text.
        spans: Spans,
    },
    /// A paragraph.
    Paragraph(Spans),
    /// A list.
    List(List),
    /// The paragraphs of a quotation.
    Quote(Vec<Spans>),
    /// A line across the page.
    Rule,
    /// A table; its rows may have fewer or more cells than its head.
    Table {
        /// The cells of the first row.
        head: Vec<Spans>,
        /// The other rows.
        rows: Vec<Vec<Spans>>,
    },
}

/// The words of spans without their styles.
pub fn plain_text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The words of a whole document: a line for each paragraph and item, cells of a table apart by tabs.
pub fn lines(blocks: &[Block]) -> String {
    let mut lines = String::new();
    for block in blocks {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) => line(&mut lines, &plain_text(spans)),
            Block::List(list) => lines_of(&mut lines, list),
            Block::Quote(paragraphs) => {
                paragraphs.iter().for_each(|spans| line(&mut lines, &plain_text(spans)))
            }
            Block::Rule => {}
            Block::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|spans| plain_text(spans)).collect();
                    line(&mut lines, &cells.join("\t"));
                }
            }
        }
    }
    lines
}

fn line(lines: &mut String, text: &str) {
    lines.push_str(text);
    lines.push('\n');
}

fn lines_of(lines: &mut String, list: &List) {
    for item in &list.items {
        line(lines, &plain_text(&item.spans));
        item.lists.iter().for_each(|list| lines_of(lines, list));
    }
}

/// What a document calls itself: its first heading of the highest level, else the beginning of its first paragraph.
pub fn title_of(blocks: &[Block]) -> Option<String> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, spans } => Some((*level, spans)),
        _ => None,
    });
    let paragraph = || {
        blocks.iter().find_map(|block| match block {
            Block::Paragraph(spans) => Some(spans),
            _ => None,
        })
    };
    let heading = headings.min_by_key(|(level, _)| *level);
    let spans = heading.map(|(_, spans)| spans).or_else(paragraph)?;
    let text = plain_text(spans).replace('\n', " ");
    Some(text.chars().take(TITLE_CHARS_MAX).collect())
}

fn plain_span(text: String) -> Spans {
    if text.is_empty() {
        return Spans::new();
    }
    let style = Style::Plain;
    vec![Span { text, style }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Mở đầu\n\n## Phần\n\n# Nghị *quyết*\n\n# Sau", Some("Nghị quyết"))]
    #[case("Kính gửi: chi bộ", Some("Kính gửi: chi bộ"))]
    #[case("---\n", None)]
    #[case("", None)]
    fn the_title_is_the_highest_first_heading(#[case] text: &str, #[case] title: Option<&str>) {
        assert_eq!(title_of(&parse_markdown(text)).as_deref(), title);
    }

    #[test]
    fn a_title_is_cut_at_its_longest() {
        let title = title_of(&parse_markdown(&"đ".repeat(500)));
        assert_eq!(title, Some("đ".repeat(TITLE_CHARS_MAX)));
    }
}
