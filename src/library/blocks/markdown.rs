//! The Markdown that documents of a branch need, line by line.
//!
//! Left out on purpose: HTML (shown as text), reference links, code blocks, headings underlined with `===`.

use super::{Block, Item, List, Numbering, Spans, inline};

/// The lowest heading; deeper ones are shown like it.
const HEADING_LEVEL_MAX: usize = 4;
/// Columns beyond which pipes are no table: no screen could show it.
const TABLE_COLUMNS_MAX: usize = 20;
/// Spaces before an item from which it belongs into the item above.
const NESTED_INDENT_MIN: usize = 2;
/// Digits of an item's number; a longer one begins a sentence.
const ITEM_DIGITS_MAX: usize = 4;

/// Reads Markdown. Every text is valid: what is not understood is shown as it stands.
pub fn parse_markdown(text: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().peekable();
    while let Some(line) = lines.next() {
        let body = line.trim();
        if body.is_empty() {
            builder.blank();
        } else if let Some((level, title)) = heading(body) {
            let spans = inline::parse(title);
            builder.block(Block::Heading { level, spans });
        } else if is_rule(body) {
            builder.block(Block::Rule);
        } else if let Some(quoted) = body.strip_prefix('>') {
            builder.quoted(quoted.trim());
        } else if let Some((numbering, item)) = item(body).filter(|item| builder.may_begin(item.0)) {
            builder.item(indent(line), numbering, item);
        } else if lines.peek().is_some_and(|next| begins_table(body, next)) {
            lines.next();
            let rows = std::iter::from_fn(|| lines.next_if(|row| row.contains('|')));
            let rows = rows.map(cells).collect();
            builder.block(Block::Table { head: cells(body), rows });
        } else {
            builder.text(line);
        }
    }
    builder.finish()
}

/// The white space before a line, in columns.
fn indent(line: &str) -> usize {
    let width = |byte| match byte {
        b' ' => Some(1),
        b'\t' => Some(4),
        _ => None,
    };
    line.bytes().map_while(width).sum()
}

fn heading(body: &str) -> Option<(u8, &str)> {
    let level = body.bytes().take_while(|&byte| byte == b'#').count();
    let title = body[level..].strip_prefix([' ', '\t'])?;
    (1..=6).contains(&level).then(|| {
        let title = title.trim_end_matches('#').trim();
        (level.min(HEADING_LEVEL_MAX) as u8, title)
    })
}

fn is_rule(body: &str) -> bool {
    let mark = body.as_bytes()[0];
    let marks = body.bytes().filter(|&byte| byte == mark).count();
    matches!(mark, b'-' | b'*' | b'_') && marks >= 3 && body.bytes().all(|byte| byte == mark || byte == b' ')
}

fn item(body: &str) -> Option<(Numbering, &str)> {
    if let Some(rest) = body.strip_prefix(['-', '*', '+']) {
        return Some((Numbering::Bullets, rest.strip_prefix([' ', '\t'])?.trim_start()));
    }
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = body.split_at(digits);
    let rest = rest.strip_prefix(['.', ')'])?.strip_prefix([' ', '\t'])?;
    if digits > ITEM_DIGITS_MAX {
        return None;
    }
    Some((Numbering::From(number.parse().ok()?), rest.trim_start()))
}

fn begins_table(head: &str, delimiters: &str) -> bool {
    let columns = delimiters.trim().trim_matches('|').split('|');
    let is_delimiter = |cell: &str| {
        let dashes = cell.trim().trim_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    head.contains('|')
        && delimiters.contains('|')
        && head.bytes().filter(|&byte| byte == b'|').count() <= TABLE_COLUMNS_MAX
        && columns.clone().count() <= TABLE_COLUMNS_MAX
        && columns.clone().all(is_delimiter)
}

fn cells(row: &str) -> Vec<Spans> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, byte) in row.bytes().enumerate() {
        if byte == b'|' && !escaped {
            cells.push(inline::parse(row[start..at].trim()));
            start = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    cells.push(inline::parse(row[start..].trim()));
    cells
}

/// What the lines so far belong to.
#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    open: Open,
    /// The source of the paragraph or item that may still grow.
    text: String,
    after_blank: bool,
}

#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    Paragraph,
    Quote(Vec<Spans>),
    List(List, Place),
}

/// Where the text of a list goes.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Item,
    NestedItem,
}

impl Builder {
    fn blank(&mut self) {
        match &self.open {
            // Items may stand apart; only an indented line or a further item continues the list.
            Open::List(..) => self.after_blank = true,
            _ => self.close(),
        }
    }

    fn block(&mut self, block: Block) {
        self.close();
        self.blocks.push(block);
    }

    fn text(&mut self, line: &str) {
        let indented = line.starts_with([' ', '\t']);
        match &self.open {
            Open::List(..) if !self.after_blank || indented => {}
            Open::Paragraph => {}
            _ => {
                self.close();
                self.open = Open::Paragraph;
            }
        }
        if self.after_blank {
            self.text.push('\n');
            self.after_blank = false;
        }
        self.append(line);
    }

    /// Adds a line to the growing text; two spaces or a backslash at the end of a line force a break.
    fn append(&mut self, line: &str) {
        let body = line.trim();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        match body.strip_suffix('\\') {
            Some(before) => {
                self.text.push_str(before.trim_end());
                self.text.push('\n');
            }
            None => {
                self.text.push_str(body);
                if line.ends_with("  ") {
                    self.text.push('\n');
                }
            }
        }
    }

    fn quoted(&mut self, body: &str) {
        if !matches!(self.open, Open::Quote(_)) {
            self.close();
            self.open = Open::Quote(Vec::new());
        }
        if body.is_empty() {
            self.flush();
        } else {
            self.append(body);
        }
    }

    /// A wrapped line that happens to begin with a number ("năm / 2026. Sau đó") begins no list.
    fn may_begin(&self, numbering: Numbering) -> bool {
        let first = matches!(numbering, Numbering::Bullets | Numbering::From(1));
        first || !matches!(self.open, Open::Paragraph)
    }

    fn item(&mut self, indent: usize, numbering: Numbering, body: &str) {
        self.flush();
        self.after_blank = false;
        let nested = indent >= NESTED_INDENT_MIN;
        let place = match &mut self.open {
            Open::List(list, place) if nested => list.items.last_mut().map(|item| {
                *place = Place::NestedItem;
                push_item(&mut item.lists, numbering);
            }),
            Open::List(list, place) if same_kind(list.numbering, numbering) => {
                *place = Place::Item;
                list.items.push(empty_item());
                Some(())
            }
            _ => None,
        };
        if place.is_none() {
            self.close();
            let items = vec![empty_item()];
            self.open = Open::List(List { numbering, items }, Place::Item);
        }
        self.append(body);
    }

    /// Moves the growing text to where it belongs.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let spans = inline::parse(text.trim());
        if spans.is_empty() {
            return;
        }
        match &mut self.open {
            Open::Nothing | Open::Paragraph => self.blocks.push(Block::Paragraph(spans)),
            Open::Quote(paragraphs) => paragraphs.push(spans),
            Open::List(list, place) => {
                let item = list.items.last_mut();
                let target = match place {
                    Place::Item => item,
                    Place::NestedItem => {
                        item.and_then(|item| item.lists.last_mut()).and_then(|list| list.items.last_mut())
                    }
                };
                if let Some(item) = target {
                    item.spans = spans;
                }
            }
        }
    }

    fn close(&mut self) {
        self.flush();
        self.after_blank = false;
        match std::mem::take(&mut self.open) {
            Open::Nothing | Open::Paragraph => {}
            Open::Quote(paragraphs) if paragraphs.is_empty() => {}
            Open::Quote(paragraphs) => self.blocks.push(Block::Quote(paragraphs)),
            Open::List(list, _) => self.blocks.push(Block::List(list)),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}

fn same_kind(a: Numbering, b: Numbering) -> bool {
    matches!(a, Numbering::Bullets) == matches!(b, Numbering::Bullets)
}

fn empty_item() -> Item {
    Item { spans: Spans::new(), lists: Vec::new() }
}

fn push_item(lists: &mut Vec<List>, numbering: Numbering) {
    match lists.last_mut() {
        Some(list) if same_kind(list.numbering, numbering) => list.items.push(empty_item()),
        _ => lists.push(List { numbering, items: vec![empty_item()] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::blocks::plain_text;
    use proptest::prelude::*;
    use rstest::rstest;

    /// One line per block, in a notation short enough for tables of cases.
    fn outline(text: &str) -> String {
        let mut out = Vec::new();
        for block in parse_markdown(text) {
            out.push(match block {
                Block::Heading { level, spans } => format!("h{level} {}", plain_text(&spans)),
                Block::Paragraph(spans) => format!("p {}", plain_text(&spans)),
                Block::List(list) => drawn_list(&list),
                Block::Quote(paragraphs) => format!("q {}", joined(&paragraphs)),
                Block::Rule => "hr".to_owned(),
                Block::Table { head, rows } => {
                    let rows: Vec<_> = rows.iter().map(|row| joined(row)).collect();
                    format!("t {} = {}", joined(&head), rows.join(" = "))
                }
            });
        }
        out.join(" / ").replace('\n', "⏎")
    }

    fn joined(texts: &[Spans]) -> String {
        texts.iter().map(|spans| plain_text(spans)).collect::<Vec<_>>().join("; ")
    }

    fn drawn_list(list: &List) -> String {
        let items = list.items.iter().map(|item| {
            let lists: String = item.lists.iter().map(drawn_list).collect();
            plain_text(&item.spans) + &lists
        });
        let mark = match list.numbering {
            Numbering::Bullets => "ul".to_owned(),
            Numbering::From(first) => format!("ol{first}"),
        };
        format!("{mark}({})", items.collect::<Vec<_>>().join("; "))
    }

    #[rstest]
    #[case("# Một\n## Hai ##\n### Ba\n#### Bốn\n###### Sáu", "h1 Một / h2 Hai / h3 Ba / h4 Bốn / h4 Sáu")]
    #[case("#không phải\n####### bảy", "p #không phải ####### bảy")]
    #[case("một\nhai\n\nba", "p một hai / p ba")]
    #[case("một  \nhai\\\nba", "p một⏎hai⏎ba")]
    #[case("- a\n- b\n* c", "ul(a; b; c)")]
    #[case("3. a\n4) b", "ol3(a; b)")]
    #[case("- a\n  - b\n    - c\n- d", "ul(aul(b; c); d)")]
    #[case("1. a\n\t- b\n2. c", "ol1(aul(b); c)")]
    #[case("- a\n  1. b\n  - c", "ul(aol1(b)ul(c))")]
    #[case("- a\nlười\n\n- b\n\n  tiếp\n\nngoài", "ul(a lười; b⏎tiếp) / p ngoài")]
    #[case("- a\n1. b", "ul(a) / ol1(b)")]
    #[case("vào năm\n2026. Sau đó", "p vào năm 2026. Sau đó")]
    #[case("gồm:\n1. a\n2. b", "p gồm: / ol1(a; b)")]
    #[case("> a\n> b\n>\n> c\n\nd", "q a b; c / p d")]
    #[case(">", "")]
    #[case("a\n---\n* * *\n__", "p a / hr / hr / p __")]
    #[case("| a | b |\n|---|:-:|\n| 1 | 2 | 3 |\n| 4\n\nsau", "t a; b = 1; 2; 3 = 4 / p sau")]
    #[case("a | b\n--|--\nx \\| y | z", "t a; b = x | y; z")]
    #[case("a | b\nkhông", "p a | b không")]
    #[case("<script>x</script>\n<b>b</b>", "p <script>x</script> <b>b</b>")]
    #[case("\u{feff}# a\r\nb\r\n", "h1 a / p b")]
    #[case("a) một\nđ) hai", "p a) một đ) hai")]
    #[case("", "")]
    fn blocks_are_told_apart(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(outline(text), expected);
    }

    #[rstest]
    #[case("|")]
    #[case("|\n")]
    #[case("|-\n")]
    #[case("> ")]
    #[case("- ")]
    #[case("  - a\n")]
    #[case("#")]
    #[case("[*_")]
    fn hostile_repetition_gives_no_more_than_it_holds(#[case] piece: &str) {
        let text = piece.repeat(100_000);
        let blocks = parse_markdown(&text);
        assert!(blocks.len() <= text.len());
        assert!(format!("{blocks:?}").len() <= 100 * text.len() + 100);
    }

    const SOUND: &str = "# Nghị quyết\n\nMở **đầu**, xem [đây](x).\n\n- một\n  1. hai\n- ba\n\n> trích\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n";

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            parse_markdown(&text);
        }

        #[test]
        fn text_made_of_marks_is_read(text in "[-*_#>|`~!\\[\\]()0-9. a\t\n\\\\đ]{0,200}") {
            parse_markdown(&text);
        }

        #[test]
        fn damaged_markdown_is_read(cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..12)) {
            let mut chars: Vec<char> = SOUND.chars().collect();
            for (index, c) in cuts {
                let at = index.index(chars.len());
                if c.is_ascii() { chars[at] = c } else { chars.remove(at); }
            }
            parse_markdown(&chars.into_iter().collect::<String>());
        }

        #[test]
        fn no_letter_is_lost(words in prop::collection::vec("[a-zà-ɏẠ-ỹ]{1,6}", 1..30), seed in prop::collection::vec(0..8_usize, 30)) {
            let between = [" ", "\n", "\n\n", "\n- ", "\n> ", " **", "\n\n# ", "\n  1. "];
            let text: String = words.iter().zip(&seed).map(|(word, &index)| word.clone() + between[index]).collect();
            let shown: String = outline(&text);
            for word in &words {
                prop_assert!(shown.contains(word.as_str()));
            }
        }
    }
}
