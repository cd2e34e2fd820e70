//! Blocks as Markdown, so that what was read once of pages is read the same everywhere.

use super::{Block, Item, List, Numbering, Span, Spans, Style};
use paper::markdown::{Bullet, Markdown, Words};

/// Writes blocks so that [`super::parse_markdown`] reads them again, word for word. Headings lose their line breaks.
pub fn write_markdown(blocks: &[Block]) -> String {
    let mut out = Markdown::default();
    for block in blocks {
        match block {
            Block::Heading { level, spans } => out.heading(*level, &words(spans)),
            Block::Paragraph(spans) => out.paragraph(&words(spans)),
            Block::List(list) => write_list(&mut out, list, false),
            Block::Quote(paragraphs) => {
                let paragraphs: Vec<Vec<Words>> = paragraphs.iter().map(|spans| words(spans)).collect();
                out.quote(paragraphs.iter().map(Vec::as_slice));
            }
            Block::Rule => out.rule(),
            Block::Table { head, rows } => {
                let rows: Vec<Vec<Vec<Words>>> = std::iter::once(head)
                    .chain(rows)
                    .map(|row| row.iter().map(|cell: &Spans| words(cell)).collect())
                    .collect();
                out.table(rows.iter().map(|row| row.iter().map(Vec::as_slice).collect()));
            }
        }
    }
    out.finish()
}

fn write_list(out: &mut Markdown, list: &List, nested: bool) {
    for (place, Item { spans, lists }) in (0_u32..).zip(&list.items) {
        let bullet = match list.numbering {
            Numbering::Bullets => Bullet::Dot,
            Numbering::From(first) => Bullet::Number(first.saturating_add(place)),
        };
        out.item(nested, bullet, &words(spans));
        for list in lists {
            write_list(out, list, true);
        }
    }
}

fn words(spans: &[Span]) -> Vec<Words> {
    let run = |span: &Span| Words {
        text: span.text.clone(),
        bold: matches!(span.style, Style::Strong | Style::StrongEmphasis),
        italic: matches!(span.style, Style::Emphasis | Style::StrongEmphasis),
    };
    spans.iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::blocks::{lines, parse_markdown, parse_plain};
    use proptest::prelude::*;

    #[test]
    fn what_was_written_is_read_again() {
        let text = "# Nghị quyết\n\nMở **đầu**, *xem* ***đây***\\\ndòng hai.\n\n- một\n  1. hai\n- ba\n\n> trích\n>\n> tiếp\n\n\
                    | a | b |\n|---|---|\n| 1 \\| 2 | **3** |\n\n---\n\n1\\. Khoản\n\na) Điểm\n";
        let blocks = parse_markdown(text);
        assert_eq!(parse_markdown(&write_markdown(&blocks)), blocks);
    }

    #[test]
    fn signs_in_the_words_of_a_page_mean_nothing() {
        let text = "# không phải mục\n\n- gạch\n\n1. Khoản một.\n\n2) Khoản hai.\n\n> lớn hơn\n\n*sao* và _gạch_ [ngoặc](x)\n\n+84 | 12\n\nC:\\Tài liệu\\";
        let blocks = parse_plain(text);
        assert_eq!(parse_markdown(&write_markdown(&blocks)), blocks);
    }

    proptest! {
        #[test]
        fn pages_are_read_the_same_as_markdown(
            text in "([Cc]hương|ĐIỀU|Mục|[IVX]{1,3}|[0-9]|[a-zđà-ɏẠ-ỹ]{1,4}|[A-ZĐ]{1,4}|[-–+.:)(#>*_|`\\\\<\u{c}]| |\n\n){0,60}",
        ) {
            let letters = |blocks: &[Block]| -> String {
                lines(blocks).chars().filter(|c| !c.is_whitespace()).collect()
            };
            let blocks: Vec<Block> = parse_plain(&text);
            let again = parse_markdown(&write_markdown(&blocks));
            // A heading loses its line breaks, and nothing else is lost.
            prop_assert_eq!(letters(&again), letters(&blocks));
        }
    }
}
