//! The outline of a document, from what its paragraphs begin with: Phần, Chương, Mục, Điều, "I.", khoản "1.", "1.1.",
//! điểm "a)" to "đ)" and on, and headings without a number. Each entry has an anchor by which a link finds it again.
//!
//! All of it is read from form alone, so a number counts only where it goes on from the one before: "5 đảng viên" and
//! "năm 2026." begin nothing.

mod mark;

use super::blocks::{Block, plain_text};
use crate::domain::text::fold;
use mark::{Mark, read};
use std::collections::BTreeMap;

/// The longest line of a list of entries, in characters.
const WORDS_CHARS_MAX: usize = 90;
/// The longest anchor that is made of words, in characters.
const ANCHOR_CHARS_MAX: usize = 40;
/// Numbers and letters may be missing between two neighbours, but not many.
const GAP_MAX: usize = 3;
/// Lines beyond which a list shows only a part of itself.
const LISTED_MAX: usize = 40;
/// What the anchor of any block begins with, listed or not.
const BLOCK_ANCHOR: &str = "doan-";

/// A place in a document that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How many entries it lies in.
    pub depth: usize,
    /// What it begins with, in one line.
    pub words: String,
    /// What it is found by in a link: `dieu-5.2.a`, `i.1.1`, `thuc-trang`. Unique in the document.
    pub anchor: String,
    /// The block that it begins with.
    pub block: usize,
    /// Whether it is worth a line in a list: not for điểm, nor for the third level of numbers.
    listed: bool,
}

/// The outline of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    entries: Vec<Entry>,
}

/// An entry in which the following ones may lie.
struct Open {
    mark: Option<Mark>,
    level: Option<u8>,
    anchor: String,
}

impl Open {
    /// Whether what comes lies in it: a lower mark in a higher one, a lower heading in a higher one, and anything
    /// numbered below a heading without a number.
    fn holds(&self, mark: Option<&Mark>, level: Option<u8>) -> bool {
        match (&self.mark, mark) {
            (Some(own), Some(mark)) => own.holds(mark),
            _ => match (self.level, level) {
                (Some(own), Some(level)) => own < level,
                (own, _) => own.is_some(),
            },
        }
    }
}

impl Outline {
    /// Reads the outline of a document. The heading that names the whole of it is no entry.
    pub fn of(blocks: &[Block]) -> Self {
        let mut reader = Reader::default();
        let title = title(blocks);
        for (place, block) in blocks.iter().enumerate() {
            let (level, spans) = match block {
                Block::Heading { level, spans } => (Some(*level), spans),
                Block::Paragraph(spans) => (None, spans),
                _ => continue,
            };
            if title != Some(place) {
                reader.take(place, level, &plain_text(spans));
            }
        }
        Self { entries: reader.entries }
    }

    /// Every entry, in the order of the document.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a list shows to somebody who reads at `block`: every entry that is worth a line; in a long document the
    /// highest ones, and those inside the one that is read.
    pub fn list(&self, block: usize) -> Vec<&Entry> {
        let listed = || self.entries.iter().filter(|entry| entry.listed);
        if listed().count() <= LISTED_MAX {
            return listed().collect();
        }
        let highest = self.entries.iter().filter(|entry| entry.depth == 0).map(|entry| entry.block);
        let from = highest.clone().take_while(|other| *other <= block).last().or(highest.clone().next());
        let from = from.unwrap_or(0);
        let to = highest.clone().find(|other| *other > from).unwrap_or(usize::MAX);
        listed().filter(|entry| entry.depth == 0 || (from..to).contains(&entry.block)).collect()
    }

    /// The last entry that begins at `block` or before it.
    pub fn at(&self, block: usize) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.block <= block)
    }

    /// The block that a link means.
    pub fn find(&self, anchor: &str) -> Option<usize> {
        let named = self.entries.iter().find(|entry| entry.anchor == anchor).map(|entry| entry.block);
        named.or_else(|| anchor.strip_prefix(BLOCK_ANCHOR)?.parse().ok())
    }
}

/// The anchor of a block, whether it has an entry or not: for what was found by its words.
pub fn block_anchor(block: usize) -> String {
    [BLOCK_ANCHOR, &block.to_string()].concat()
}

/// The block that is the title of the whole: the only heading of the first level, without a number.
fn title(blocks: &[Block]) -> Option<usize> {
    let mut titles = blocks.iter().enumerate().filter(|(_, block)| match block {
        Block::Heading { level: 1, spans } => read(&plain_text(spans)).is_none(),
        _ => false,
    });
    let first = titles.next()?.0;
    titles.next().is_none().then_some(first)
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    open: Vec<Open>,
    /// The number and the letter that the next ones go on from.
    number: Vec<usize>,
    letter: Option<usize>,
    /// How often an anchor was made.
    made: BTreeMap<String, usize>,
}

impl Reader {
    fn take(&mut self, block: usize, level: Option<u8>, text: &str) {
        let mark = read(text).filter(|mark| self.goes_on(mark));
        if mark.is_none() && level.is_none() {
            return;
        }
        match &mark {
            Some(Mark::Number(path)) => {
                self.number.clone_from(path);
                self.letter = None;
            }
            Some(Mark::Letter(letter)) => self.letter = Some(*letter),
            _ => {
                self.number.clear();
                self.letter = None;
            }
        }
        while self.open.last().is_some_and(|open| !open.holds(mark.as_ref(), level)) {
            self.open.pop();
        }
        let anchor = self.anchor(mark.as_ref(), text);
        let listed = !matches!(&mark, Some(Mark::Letter(_)))
            && !matches!(&mark, Some(Mark::Number(path)) if path.len() > 2);
        let (depth, words) = (self.open.len(), line(text));
        self.entries.push(Entry { depth, words, anchor: anchor.clone(), block, listed });
        self.open.push(Open { mark, level, anchor });
    }

    /// Whether a mark follows from what came before.
    fn goes_on(&self, mark: &Mark) -> bool {
        let near = |next: usize, last: usize| (last + 1..=last + GAP_MAX).contains(&next);
        match mark {
            Mark::Number(path) => {
                let same = path.iter().zip(&self.number).take_while(|(a, b)| a == b).count();
                let Some((next, below)) = path[same..].split_first() else {
                    return false;
                };
                let last = self.number.get(same).copied().unwrap_or(0);
                // Below 4.5 come 4.5.1 and 4.6, and 5 as well; only what begins anew begins with one.
                (near(*next, last) || (self.number.is_empty() && same == 0 && *next <= 99))
                    && below.iter().all(|number| *number == 1)
            }
            Mark::Letter(0) => true,
            Mark::Letter(letter) => self.letter.is_some_and(|last| near(*letter, last)),
            _ => true,
        }
    }

    fn anchor(&mut self, mark: Option<&Mark>, text: &str) -> String {
        let words = match mark {
            None => slug(text),
            Some(mark) => {
                let inside = self.open.iter().rev().find(|open| match (&open.mark, mark) {
                    (Some(Mark::Number(_) | Mark::Letter(_)), Mark::Number(_)) | (None, _) => false,
                    (Some(_), Mark::Article(_)) => false,
                    (Some(_), _) => true,
                });
                let own = mark.anchor();
                inside.map_or(own.clone(), |inside| [&inside.anchor, ".", &own].concat())
            }
        };
        let times = self.made.entry(words.clone()).or_default();
        *times += 1;
        if *times > 1 { [&words, "~", &times.to_string()].concat() } else { words }
    }
}

/// The beginning of a text in one line; of two lines both.
fn line(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.chars().count() + word.chars().count() >= WORDS_CHARS_MAX {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Words as they may stand in an address.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in fold(text).chars().take(ANCHOR_CHARS_MAX) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "muc".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::library::blocks::{parse_markdown, parse_plain};
    use crate::library::page_text::join_pages;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Depth and anchor of each entry, one below the other.
    fn drawn(blocks: &[Block]) -> Vec<String> {
        let entry = |entry: &Entry| ["> ".repeat(entry.depth), entry.anchor.clone()].concat();
        Outline::of(blocks).entries().iter().map(entry).collect()
    }

    #[test]
    fn a_regulation_with_chapters_is_read_down_to_its_points() {
        let text = "QUY CHẾ\nLÀM VIỆC CỦA CHI BỘ\n\nPhần thứ nhất\nNHỮNG VẤN ĐỀ CHUNG\n\nChương I\nMỤC ĐÍCH\n\nĐiều 1. Phạm vi\n\n\
        1. Quy chế này áp dụng cho mọi đảng viên của chi bộ.\n\na) Đảng viên chính thức;\n\nđ) Đảng viên dự bị.\n\n\
        2. Khách mời theo giấy mời.\n\nĐiều 2. Nguyên tắc\n\n1. Tập trung dân chủ.\n\nChương II\nHỌP\n\nMục 1. Thường kỳ\n\nĐiều 3. Mỗi tháng một lần\n";
        assert_eq!(
            drawn(&parse_plain(text)),
            [
                "phan-1",
                "> phan-1.chuong-1",
                "> > dieu-1",
                "> > > dieu-1.1",
                "> > > > dieu-1.1.a",
                "> > > dieu-1.2",
                "> > dieu-2",
                "> > > dieu-2.1",
                "> phan-1.chuong-2",
                "> > phan-1.chuong-2.muc-1",
                "> > > dieu-3",
            ]
        );
    }

    #[test]
    fn a_guide_with_roman_parts_is_read_down_to_its_points() {
        let text = "I. KẾT NẠP ĐẢNG VIÊN\n\n1. Quy trình\n\n1.1- Kế hoạch\n\na) Cấp ủy\n\nb) Đảng ủy\n\nc) Chi bộ\n\nd) Tổ đảng\n\nđ) Đảng viên\n\ne) Quần chúng\n\n\
        1.2. Ở nơi chưa có đảng viên\n\n2. Thủ tục\n\nIV. TỔ CHỨC THỰC HIỆN\n\n1. Phân công\n";
        assert_eq!(
            drawn(&parse_plain(text)),
            [
                "la-ma-1",
                "> la-ma-1.1",
                "> > la-ma-1.1.1",
                "> > > la-ma-1.1.1.a",
                "> > > la-ma-1.1.1.b",
                "> > > la-ma-1.1.1.c",
                "> > > la-ma-1.1.1.d",
                "> > > la-ma-1.1.1.dd",
                "> > > la-ma-1.1.1.e",
                "> > la-ma-1.1.2",
                "> la-ma-1.2",
                "la-ma-4",
                "> la-ma-4.1",
            ]
        );
    }

    #[rstest]
    #[case("# Đề dẫn\n\n## 1. Vì sao\n\nMở.\n\n## 2. Thực trạng\n\n### Mương tưới\n\n### Vụ mùa\n\n## 3. Nguyên nhân", &["1", "2", "> muong-tuoi", "> vu-mua", "3"])]
    #[case("# Một\n\n# Hai", &["mot", "hai"])]
    #[case("# Bản tin\n\n## Tin vui\n\n## Tin vui\n\n## !!!", &["tin-vui", "tin-vui~2", "muc"])]
    #[case("## Nhiệm vụ\n\n1\\. Dọn mương.\n\n2\\. Sửa đường.\n\n## Hẹn\n\n1\\. Ngày 5.", &["nhiem-vu", "> 1", "> 2", "hen", "> 1~2"])]
    #[case("Không có mục nào.\n\nĐiều 5 Điều lệ Đảng quy định như sau.", &[])]
    fn markdown_has_an_outline_too(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(drawn(&parse_markdown(text)), expected);
    }

    #[rstest]
    #[case("1. Một.\n\n2026. Sau đó.\n\n15.930 đồng.\n\n2. Hai.", &["1", "2"])]
    #[case("1. Một.\n\n7. Bảy.\n\n2. Hai.\n\n1. Lại một.", &["1", "2"])]
    #[case("3.2. Hai.\n\n3.4. Bốn.", &[])]
    #[case("3. Ba.\n\n3.1. Một.\n\n3.3. Ba.\n\n5. Năm.", &["3", "> 3.1", "> 3.3", "5"])]
    #[case("b) Một.\n\na) Một.\n\ni) Xa.", &["a"])]
    fn a_number_counts_where_it_goes_on_from_the_one_before(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(drawn(&parse_plain(text)), expected);
    }

    #[test]
    fn a_short_document_lists_everything_but_its_points() {
        let outline = Outline::of(&parse_markdown("Lời đầu.\n\n## Một\n\n1\\. a\n\na) x\n\n## Hai"));
        let words: Vec<&str> = outline.list(0).iter().map(|entry| entry.words.as_str()).collect();
        assert_eq!(words, ["Một", "1. a", "Hai"]);
        assert_eq!(outline.at(3).map(|entry| entry.anchor.as_str()), Some("1.a"));
    }

    #[test]
    fn a_long_document_lists_the_inside_of_the_part_that_is_read() {
        let part = |name: &str| {
            let numbers: String = (1..=30).map(|number| format!("\n\n{number}\\. {name} {number}")).collect();
            format!("## {name}{numbers}\n\n")
        };
        let outline = Outline::of(&parse_markdown(&["Lời đầu.\n\n", &part("Một"), &part("Hai")].concat()));
        let list = |block| outline.list(block).iter().map(|entry| entry.words.as_str()).collect::<Vec<_>>();
        for (block, first, last) in
            [(0, "1. Một 1", "Hai"), (31, "1. Một 1", "Hai"), (32, "Hai", "30. Hai 30")]
        {
            let list = list(block);
            assert_eq!((list.len(), list[0], list[1], list[31]), (32, "Một", first, last));
        }
    }

    #[test]
    fn a_link_finds_its_clause_again() {
        let blocks = parse_plain("Điều 1. Phạm vi\n\n1. Áp dụng chung.\n\nđoạn\n\n2. Áp dụng riêng.");
        let outline = Outline::of(&blocks);
        for entry in outline.entries() {
            assert_eq!(outline.find(&entry.anchor), Some(entry.block));
        }
        assert_eq!(outline.find(&block_anchor(3)), Some(3));
        assert_eq!(outline.find("dieu-9"), None);
    }

    /// The regulations as they circulate, where they lie beside the checkout: text that `pdftotext` gives, page by page.
    #[rstest]
    #[case("quydinh294.pdf", 0, "4", "4.5.1", 150)]
    #[case("huongdan06.pdf", 0, "3", "3.4.a", 100)]
    #[case("huongdan38.pdf", 5, "la-ma-3", "la-ma-1.1.1.a", 80)]
    fn real_regulations_give_their_clauses(
        #[case] name: &str,
        #[case] romans: usize,
        #[case] high: &str,
        #[case] deep: &str,
        #[case] entries_min: usize,
    ) {
        let path = [env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/documents/", name].concat();
        let told = std::process::Command::new("pdftotext").args([path.as_str(), "-"]).output();
        let Some(told) = told.ok().filter(|told| told.status.success()) else {
            println!("left out: {name} is not beside the checkout, or pdftotext is not installed");
            return;
        };
        let text = String::from_utf8(told.stdout).unwrap();
        let pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        let outline = Outline::of(&parse_plain(&join_pages(&pages)));
        let anchors: Vec<&str> = outline.entries().iter().map(|entry| entry.anchor.as_str()).collect();
        assert!(anchors.contains(&high) && anchors.contains(&deep), "{anchors:?}");
        let found =
            anchors.iter().filter(|anchor| anchor.starts_with("la-ma-") && !anchor.contains('.')).count();
        assert_eq!(found, romans, "{anchors:?}");
        assert!(anchors.len() >= entries_min, "{}", anchors.len());
    }

    proptest! {
        #[test]
        fn any_text_has_an_outline_whose_anchors_are_its_own(
            text in "((Chương|Điều|Mục|Phần thứ) ?|[IVX]{1,3}[.]|[0-9]{1,3}[.)-]|[0-9][.][0-9]|[a-zđ][)]|# |[a-zđ]{1,4}| |\n){0,80}",
        ) {
            for blocks in [parse_plain(&text), parse_markdown(&text)] {
                let outline = Outline::of(&blocks);
                let mut anchors: Vec<&str> = outline.entries().iter().map(|entry| entry.anchor.as_str()).collect();
                anchors.sort_unstable();
                anchors.dedup();
                prop_assert_eq!(anchors.len(), outline.entries().len());
                prop_assert!(outline.entries().iter().all(|entry| entry.block < blocks.len()));
            }
        }
    }
}
