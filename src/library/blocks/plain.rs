//! Plain text as it comes out of a PDF, a scan or a chat: hard-wrapped lines are joined again, and the headings of
//! Vietnamese official documents (kind, Phần, Chương, Mục, Điều, "I.", "1.", "1.1.") are recognised.
//!
//! All of it is a guess from form alone; a wrong guess changes how a line looks, never its words. Page numbers at a
//! page break and lines of ornaments are the only things left out.

use super::{Block, Item, List, Numbering, plain_span};
use crate::domain::text::{lower, lower_char};

/// Characters beyond which a line is no heading of its own.
const HEADING_CHARS_MAX: usize = 160;
/// Line lengths between which a text may be hard-wrapped.
const WRAP_CHARS: std::ops::RangeInclusive<usize> = 40..=160;
/// What ends a sentence or an item.
const ENDS: [char; 6] = ['.', ';', ':', '!', '?', '/'];

/// The kinds of documents, which stand above their title in capitals.
const KINDS: [&str; 17] = [
    "chỉ thị",
    "nghị quyết",
    "quy định",
    "quy chế",
    "hướng dẫn",
    "kết luận",
    "kế hoạch",
    "thông báo",
    "thông tri",
    "báo cáo",
    "tờ trình",
    "quyết định",
    "biên bản",
    "chương trình",
    "đề án",
    "tài liệu sinh hoạt",
    "bản tin",
];

/// Reads plain text. Every text is valid.
pub fn parse_plain(text: &str) -> Vec<Block> {
    let paragraphs = unwrap_lines(text);
    let mut blocks = Vec::new();
    let mut index = 0;
    while let Some(paragraph) = paragraphs.get(index) {
        let below = paragraphs.get(index + 1).filter(|below| is_title(below));
        let above = index.checked_sub(1).and_then(|above| paragraphs.get(above));
        index += 1;
        let (level, bare) = match part(paragraph) {
            Part::Item { nested, body } => {
                push_item(&mut blocks, nested, body);
                continue;
            }
            Part::Kind { bare } => (1, bare),
            Part::Label { level, rest } if !rest.is_empty() && !fits_heading(rest, true) => {
                let label = paragraph[..paragraph.len() - rest.len()].trim_end();
                push_heading(&mut blocks, level, label.to_owned());
                blocks.push(Block::Paragraph(plain_span(rest.to_owned())));
                continue;
            }
            Part::Label { level, rest } => (level, rest.is_empty()),
            Part::Roman if fits_heading(paragraph, true) => (2, false),
            Part::Number { depth } if fits_heading(paragraph, depth == 1) => {
                let sibling = |other: Option<&String>| {
                    other.is_some_and(|other| {
                        matches!(part(other), Part::Number { depth: d } if d == depth)
                            && fits_heading(other, depth == 1)
                    })
                };
                // Short numbered lines in a row are a list, not sections without content.
                if sibling(above) || sibling(paragraphs.get(index)) {
                    blocks.push(Block::Paragraph(plain_span(paragraph.clone())));
                    continue;
                }
                (depth.saturating_add(2).min(4), false)
            }
            _ => {
                blocks.push(Block::Paragraph(plain_span(paragraph.clone())));
                continue;
            }
        };
        match below.filter(|_| bare) {
            Some(title) => {
                push_heading(&mut blocks, level, [paragraph, "\n", title].concat());
                index += 1;
            }
            None => push_heading(&mut blocks, level, paragraph.clone()),
        }
    }
    blocks
}

/// Makes headings of those paragraphs that have the form of one: "NGHỊ QUYẾT", "Chương II", "Điều 5. Chi bộ", "I. ...".
/// For documents whose author made headings by hand, in bold letters.
pub fn name_headings(blocks: Vec<Block>) -> Vec<Block> {
    let named = |block: Block| match block {
        Block::Paragraph(spans) => match heading_level(&super::plain_text(&spans)) {
            Some(level) => Block::Heading { level, spans },
            None => Block::Paragraph(spans),
        },
        block => block,
    };
    blocks.into_iter().map(named).collect()
}

fn heading_level(text: &str) -> Option<u8> {
    match part(text) {
        Part::Kind { .. } => Some(1),
        Part::Label { level, rest } if rest.is_empty() || fits_heading(rest, true) => Some(level),
        Part::Roman if fits_heading(text, true) => Some(2),
        _ => None,
    }
}

fn push_heading(blocks: &mut Vec<Block>, level: u8, text: String) {
    let spans = plain_span(text);
    blocks.push(Block::Heading { level, spans });
}

fn push_item(blocks: &mut Vec<Block>, nested: bool, body: &str) {
    let item = Item { spans: plain_span(body.to_owned()), lists: Vec::new() };
    match blocks.last_mut() {
        Some(Block::List(list)) => match list.items.last_mut().filter(|_| nested) {
            Some(outer) => match outer.lists.last_mut() {
                Some(inner) => inner.items.push(item),
                None => outer.lists.push(bullets(item)),
            },
            None => list.items.push(item),
        },
        _ => blocks.push(Block::List(bullets(item))),
    }
}

fn bullets(item: Item) -> List {
    List { numbering: Numbering::Bullets, items: vec![item] }
}

/// What a paragraph is, by its first words.
enum Part<'a> {
    /// "NGHỊ QUYẾT", alone or with its title.
    Kind { bare: bool },
    /// "Chương II", and what follows it.
    Label { level: u8, rest: &'a str },
    /// "I. ..."
    Roman,
    /// "1. ..." of depth 1, "1.1. ..." of depth 2.
    Number { depth: u8 },
    /// "a) ...", "đ) ..."
    Letter,
    /// "- ...", or "+ ..." inside such.
    Item { nested: bool, body: &'a str },
    /// Anything else.
    Text,
}

fn part(text: &str) -> Part<'_> {
    let (first, rest) = split_word(text);
    if let (mark @ ("-" | "–" | "•" | "+" | "*"), false) = (first, rest.is_empty()) {
        let (nested, body) = (mark == "+", rest);
        return Part::Item { nested, body };
    }
    if let Some((level, rest)) = label(first, rest) {
        return Part::Label { level, rest };
    }
    if let Some(bare) = kind(text) {
        return Part::Kind { bare };
    }
    if rest.is_empty() {
        return Part::Text;
    }
    let number = first.trim_end_matches(['.', ')', '-', '–']);
    let closed = number.len() < first.len() || rest.starts_with(['-', '–']);
    let mut chars = number.chars();
    match (chars.next(), chars.next()) {
        _ if closed && is_roman(number) => Part::Roman,
        (Some('a'..='z' | 'đ'), None) if first.ends_with(')') => Part::Letter,
        _ => depth(number)
            .filter(|&depth| closed || depth > 1)
            .map_or(Part::Text, |depth| Part::Number { depth }),
    }
}

/// The first word and the trimmed rest.
fn split_word(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once([' ', '\n']).unwrap_or((text, ""));
    (first, rest.trim_start())
}

/// Level and rest of a line such as "Chương II. Quy định chung"; nothing for running text ("Điều 5 Điều lệ Đảng").
fn label<'a>(word: &str, rest: &'a str) -> Option<(u8, &'a str)> {
    let level = match lower(word).as_str() {
        "phần" => 1,
        "chương" => 2,
        "mục" => 3,
        "điều" => 4,
        _ => return None,
    };
    let (mut number, mut rest) = split_word(rest);
    let ordinal = lower(number) == "thứ";
    if ordinal {
        (number, rest) = split_word(rest);
    }
    let bare = number.trim_end_matches(['.', ':']);
    let is_number = ordinal || is_roman(bare) || depth(bare) == Some(1);
    let separated = bare.len() < number.len() || rest.starts_with(['-', '–', '.', ':']);
    (!bare.is_empty() && is_number && (rest.is_empty() || separated || is_capitals(rest)))
        .then(|| (level, rest.trim_start_matches(['-', '–', '.', ':', ' '])))
}

/// Whether a text in capitals begins with the kind of a document, and has nothing else.
fn kind(text: &str) -> Option<bool> {
    if !is_capitals(text) || text.chars().count() > HEADING_CHARS_MAX {
        return None;
    }
    let text = lower(text);
    let mut kinds = KINDS.iter();
    let rest = kinds.find_map(|kind| text.strip_prefix(kind))?;
    (rest.is_empty() || rest.starts_with([' ', '\n'])).then_some(rest.is_empty())
}

fn is_roman(number: &str) -> bool {
    (1..=5).contains(&number.len()) && number.bytes().all(|byte| b"IVX".contains(&byte))
}

/// How many levels a number such as "2.1.3" has, each of one or two digits.
fn depth(number: &str) -> Option<u8> {
    let mut depth = 0;
    for level in number.split('.') {
        if !(1..=2).contains(&level.len()) || !level.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        depth += 1;
        if depth > 5 {
            return None;
        }
    }
    Some(depth)
}

/// Short enough for a heading and not ended like a sentence; a label's heading may end with a colon.
fn fits_heading(text: &str, colon: bool) -> bool {
    let ended = text.ends_with(ENDS) && !(colon && text.ends_with(':'));
    !ended && !text.ends_with(',') && text.chars().count() <= HEADING_CHARS_MAX
}

/// Whether a paragraph may be the title below a bare "NGHỊ QUYẾT" or "Chương II".
fn is_title(text: &str) -> bool {
    fits_heading(text, false) && matches!(part(text), Part::Text)
}

/// A paragraph while its lines come in.
struct Growing {
    text: String,
    capitals: bool,
    last_line_chars: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Gap {
    Nothing,
    Blank,
    Page,
}

/// The paragraphs of a text, white space squeezed; lines in capitals stay lines.
fn unwrap_lines(text: &str) -> Vec<String> {
    let width = wrap_width(text);
    let mut paragraphs: Vec<Growing> = Vec::new();
    let mut gap = Gap::Blank;
    for raw in text.split(['\n', '\r']) {
        let new_page = raw.starts_with('\u{c}');
        if new_page {
            gap = Gap::Page;
        }
        let line = squeezed(raw);
        let page_number = new_page && depth(&line) == Some(1);
        if page_number || is_ornament(&line) {
            if gap == Gap::Nothing {
                gap = Gap::Blank;
            }
            continue;
        }
        let capitals = is_capitals(&line);
        let last_line_chars = line.chars().count();
        let joint = paragraphs.last().and_then(|above| joint(above, gap, &line, capitals, width));
        match (paragraphs.last_mut(), joint) {
            (Some(above), Some(joint)) => {
                above.text.push(joint);
                above.text.push_str(&line);
                above.capitals &= capitals;
                above.last_line_chars = last_line_chars;
            }
            _ => paragraphs.push(Growing { text: line, capitals, last_line_chars }),
        }
        gap = Gap::Nothing;
    }
    paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
}

/// What joins a line to the paragraph above, when it continues that.
fn joint(above: &Growing, gap: Gap, line: &str, capitals: bool, width: Option<usize>) -> Option<char> {
    let unfinished = !above.text.ends_with(ENDS);
    let goes_on = unfinished && begins_small(line);
    match part(line) {
        // "chính trị / - xã hội": a dash of the sentence at the beginning of a line.
        Part::Item { body, .. } if unfinished && begins_small(body) => {}
        Part::Text | Part::Kind { .. } => {}
        _ => return None,
    }
    match gap {
        Gap::Blank => None,
        Gap::Page => goes_on.then_some(' '),
        Gap::Nothing if above.capitals => capitals.then_some('\n'),
        Gap::Nothing if goes_on => Some(' '),
        Gap::Nothing => {
            let word = split_word(line).0.chars().count();
            let percent = if unfinished { 60 } else { 90 };
            let full = (above.last_line_chars + 1 + word) * 100 > width? * percent;
            full.then_some(' ')
        }
    }
}

/// The length that lines were wrapped at, when the text looks wrapped: nine in ten lines are no longer.
fn wrap_width(text: &str) -> Option<usize> {
    let lines = text.split(['\n', '\r']).map(|line| squeezed(line).chars().count());
    let mut lengths: Vec<usize> = lines.filter(|&length| length > 0).collect();
    let ninth = lengths.len().checked_sub(1)? * 9 / 10;
    let (_, &mut width, _) = lengths.select_nth_unstable(ninth);
    WRAP_CHARS.contains(&width).then_some(width)
}

fn squeezed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Rules of dashes or stars, and empty lines.
fn is_ornament(line: &str) -> bool {
    line.chars().all(|c| "-–—_*=.~ ".contains(c))
}

fn is_capital(c: char) -> bool {
    lower_char(c) != c
}

fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ɏ' | 'Ḁ'..='ỹ') && !is_capital(c)
}

fn begins_small(text: &str) -> bool {
    text.starts_with(is_small)
}

fn is_capitals(text: &str) -> bool {
    text.chars().filter(|&c| is_capital(c)).count() > 1 && !text.contains(is_small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::blocks::{plain_text, title_of};
    use proptest::prelude::*;
    use rstest::rstest;

    fn outline(text: &str) -> Vec<String> {
        let drawn = |block: Block| match block {
            Block::Heading { level, spans } => format!("h{level} {}", plain_text(&spans)),
            Block::Paragraph(spans) => format!("p {}", plain_text(&spans)),
            Block::List(list) => drawn_list(&list),
            other => panic!("plain text made {other:?}"),
        };
        parse_plain(text).into_iter().map(drawn).map(|line| line.replace('\n', "⏎")).collect()
    }

    fn drawn_list(list: &List) -> String {
        let items = list.items.iter().map(|item| {
            let lists: String = item.lists.iter().map(drawn_list).collect();
            plain_text(&item.spans) + &lists
        });
        format!("ul({})", items.collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn a_document_from_a_pdf_is_put_together_again() {
        let text = "\
            ĐẢNG BỘ XÃ HÒA AN               ĐẢNG CỘNG SẢN VIỆT NAM\n\
            CHI BỘ THÔN 2\n\
            *\n\
            Số 07-NQ/CB\n\
            \n\
            NGHỊ QUYẾT\n\
            SINH HOẠT THƯỜNG KỲ\n\
            THÁNG 10\n\
            -----\n\
            \n\
            Chi bộ họp ngày 03/10/2026 tại nhà văn hóa, có mặt hai mươi hai đồng chí, trong đó\n\
            có hai đồng chí dự bị, thảo luận và thống nhất các nội dung về lãnh đạo chính trị\n\
            - xã hội ở thôn như sau:\n\
            I. KẾT QUẢ THÁNG TRƯỚC\n\
            1. Công tác tư tưởng\n\
            Đảng viên yên tâm, tin vào sự lãnh đạo của cấp ủy. Nhân dân trong thôn phấn khởi vì\n\
            được mùa và đường làng đã được sửa xong trước mùa mưa, không có điểm nóng nào, các\n\
            \u{c}   2\n\
            \n\
            hộ đều ký cam kết.\n\
            - Nhiệm vụ thứ nhất: thu gom rác mỗi tuần\n\
            hai lần;\n\
            + Tổ một;\n\
            + Tổ hai.\n\
            - Nhiệm vụ thứ hai.\n";
        assert_eq!(
            outline(text),
            [
                "p ĐẢNG BỘ XÃ HÒA AN ĐẢNG CỘNG SẢN VIỆT NAM⏎CHI BỘ THÔN 2",
                "p Số 07-NQ/CB",
                "h1 NGHỊ QUYẾT⏎SINH HOẠT THƯỜNG KỲ⏎THÁNG 10",
                "p Chi bộ họp ngày 03/10/2026 tại nhà văn hóa, có mặt hai mươi hai đồng chí, trong đó \
                 có hai đồng chí dự bị, thảo luận và thống nhất các nội dung về lãnh đạo chính trị \
                 - xã hội ở thôn như sau:",
                "h2 I. KẾT QUẢ THÁNG TRƯỚC",
                "h3 1. Công tác tư tưởng",
                "p Đảng viên yên tâm, tin vào sự lãnh đạo của cấp ủy. Nhân dân trong thôn phấn khởi vì \
                 được mùa và đường làng đã được sửa xong trước mùa mưa, không có điểm nóng nào, các \
                 hộ đều ký cam kết.",
                "ul(Nhiệm vụ thứ nhất: thu gom rác mỗi tuần hai lần;ul(Tổ một;; Tổ hai.); Nhiệm vụ thứ hai.)",
            ]
        );
        let title = title_of(&parse_plain(text));
        assert_eq!(title.as_deref(), Some("NGHỊ QUYẾT SINH HOẠT THƯỜNG KỲ THÁNG 10"));
    }

    #[rstest]
    #[case("HƯỚNG DẪN\nnghiệp vụ công tác đảng viên\n-----", &["h1 HƯỚNG DẪN⏎nghiệp vụ công tác đảng viên"])]
    #[case("Phần thứ nhất\nMở đầu", &["h1 Phần thứ nhất⏎Mở đầu"])]
    #[case("PHẦN II. KẾT LUẬN", &["h1 PHẦN II. KẾT LUẬN"])]
    #[case("Chương I\nNHỮNG QUY ĐỊNH CHUNG", &["h2 Chương I⏎NHỮNG QUY ĐỊNH CHUNG"])]
    #[case("CHƯƠNG II: TỔ CHỨC", &["h2 CHƯƠNG II: TỔ CHỨC"])]
    #[case("Mục 1. Đại hội", &["h3 Mục 1. Đại hội"])]
    #[case("Điều 5. Chi bộ", &["h4 Điều 5. Chi bộ"])]
    #[case("Điều 5.\nChi bộ họp.", &["h4 Điều 5.", "p Chi bộ họp."])]
    #[case("Điều 2. Quyết định có hiệu lực từ ngày ký.", &["h4 Điều 2.", "p Quyết định có hiệu lực từ ngày ký."])]
    #[case("Điều 5 Điều lệ Đảng quy định như sau", &["p Điều 5 Điều lệ Đảng quy định như sau"])]
    #[case("Mục này nói về\nPhần mềm", &["p Mục này nói về", "p Phần mềm"])]
    #[case("I- MỤC ĐÍCH, YÊU CẦU:", &["h2 I- MỤC ĐÍCH, YÊU CẦU:"])]
    #[case("II – Tổ chức thực hiện", &["h2 II – Tổ chức thực hiện"])]
    #[case("1.1- Xây dựng kế hoạch\na) Cấp ủy\nđ) Chi bộ", &["h4 1.1- Xây dựng kế hoạch", "p a) Cấp ủy", "p đ) Chi bộ"])]
    #[case("1. Đồng chí An\n2. Đồng chí Bình\n3. Đồng chí Cư", &["p 1. Đồng chí An", "p 2. Đồng chí Bình", "p 3. Đồng chí Cư"])]
    #[case("4. Hồ sơ gồm có:\na) Đơn", &["h3 4. Hồ sơ gồm có:", "p a) Đơn"])]
    #[case("2. Đây là một câu có dấu chấm.", &["p 2. Đây là một câu có dấu chấm."])]
    #[case("15.930 đồng\n2026. Sau đó", &["p 15.930 đồng", "p 2026. Sau đó"])]
    #[case("V.I. Lênin", &["p V.I. Lênin"])]
    #[case("<b>đậm</b> **không**", &["p <b>đậm</b> **không**"])]
    #[case("một\n\nHai\r\n\r\nba", &["p một", "p Hai", "p ba"])]
    #[case("\n \u{c}\n--\n", &[])]
    fn lines_become_headings_or_paragraphs(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(outline(text), expected);
    }

    #[test]
    fn paragraphs_on_one_long_line_each_stay_apart() {
        let long = "Đảng viên thực hiện nhiệm vụ được giao ".repeat(8);
        let text = [long.trim(), "\n", long.trim()].concat();
        assert_eq!(parse_plain(&text).len(), 2);
    }

    #[rstest]
    #[case("A B\n")]
    #[case("a ")]
    #[case("I. ")]
    #[case("1.")]
    #[case("- a\n+ b\n")]
    #[case("Điều 1.\n")]
    #[case("\u{c}1\n")]
    fn hostile_repetition_gives_no_more_than_it_holds(#[case] piece: &str) {
        let text = piece.repeat(50_000);
        let blocks = parse_plain(&text);
        assert!(blocks.len() <= text.len());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            parse_plain(&text);
        }

        #[test]
        fn no_letter_is_lost(
            text in "([Cc]hương|ĐIỀU|Mục|thứ|[IVX]{1,3}|[0-9]|[a-zđà-ɏẠ-ỹ]{1,4}|[A-ZĐ]{1,4}|[-–+.:)(\u{c}]| |\n){0,60}",
        ) {
            let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
            let shown: String = parse_plain(&text).iter().map(block_text).collect();
            prop_assert_eq!(letters(&shown), letters(&text));
        }
    }

    fn block_text(block: &Block) -> String {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) => plain_text(spans),
            Block::List(list) => list_text(list),
            _ => String::new(),
        }
    }

    fn list_text(list: &List) -> String {
        let items = list.items.iter();
        items
            .map(|item| plain_text(&item.spans) + &item.lists.iter().map(list_text).collect::<String>())
            .collect()
    }
}
