//! Whatever members write, the files open: no sign of theirs becomes markup, and no name leaves its folder.
#![allow(clippy::unwrap_used, reason = "a file that does not open stops the test")]

use office::{docx, docx_of, xlsx, xlsx_of, zip, zip_of};
use paper::{
    Align, Annex, Archive, Block, Cell, Column, Face, Fact, File, Foot, Head, Left, Page, Paper, Row, Run,
    Signature, Spreadsheet, SpreadsheetColumn, Table, Title,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::Read;

/// Names and contents of a zip file, each checked against its sum.
fn opened(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let archive = rawzip::ZipArchive::from_slice(bytes).unwrap();
    let mut entries = archive.entries();
    let mut files = Vec::new();
    while let Some(entry) = entries.next_entry().unwrap() {
        let name = String::from_utf8(entry.file_path().as_ref().to_vec()).unwrap();
        let local = archive.get_entry(entry.wayfinder()).unwrap();
        let inflated = flate2::bufread::DeflateDecoder::new(local.data());
        let mut content = Vec::new();
        local.verifying_reader(inflated).read_to_end(&mut content).unwrap();
        files.push((name, content));
    }
    files
}

/// The words between the tags of a document that is well formed (XML 1.0, sections 2.1 and 2.2); fails on any other.
fn words_of(document: &str) -> String {
    let allowed = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(document.chars().all(allowed), "a letter that XML does not have");
    let mut rest =
        document.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n").unwrap();
    let (mut open, mut words) = (Vec::new(), String::new());
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        rest = after;
    }
    assert!(open.is_empty() && rest.is_empty());
    let plain = words.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").replace("&quot;", "");
    assert!(!plain.contains(['&', '>']), "{plain}");
    words
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let read = |(name, content)| (name, String::from_utf8(content).unwrap());
    opened(bytes).into_iter().map(read).collect()
}

/// A paper in which these words stand everywhere.
fn paper_of(words: &str, rows: usize, share: u16) -> Paper {
    let text = || words.to_owned();
    let row = Row { cells: vec![text(); 3], face: Face::Italic };
    let column = Column { head: text(), share, align: Align::Center };
    let body = vec![
        Block::Heading(text()),
        Block::Text(vec![Run::plain(text()), Run::bold(text())]),
        Block::Facts(vec![Fact { label: text(), value: text() }]),
        // A row may have more cells than there are columns, and a table none at all.
        Block::Table(Table { columns: vec![column; 2], rows: vec![row.clone(); rows] }),
        Block::Table(Table { columns: Vec::new(), rows: vec![row] }),
    ];
    let signature = || Signature { role: text(), office: text(), name: text() };
    Paper {
        page: Page::A4,
        head: Head {
            superior: text(),
            issuer: text(),
            number: Some(text()),
            party: text(),
            place_and_date: text(),
        },
        title: Title { kind: text(), about: text() },
        body: body.clone(),
        foot: Some(Foot { left: Left::Recipients(text(), vec![text()]), right: signature() }),
        annexes: vec![Annex { title: Title { kind: text(), about: String::new() }, body }],
    }
}

fn sheet_of(words: &str) -> Spreadsheet {
    let row = vec![Cell::text(words), Cell::Number(i64::MIN), Cell::Empty, Cell::whole(i64::MAX)];
    Spreadsheet {
        name: words.to_owned(),
        title: vec![words.to_owned()],
        columns: vec![SpreadsheetColumn::new(words, 0), SpreadsheetColumn::new(words, u8::MAX)],
        rows: vec![row; 2],
    }
}

const HOSTILE: [&str; 9] = [
    "</w:t></w:r><w:altChunk r:id=\"rId1\"/>",
    "]]><!--&#0;&lt;<?xml?>",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{e}\u{1f}\u{7f}\u{85}\u{9f}",
    "\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}\u{10ffff}",
    "\u{202e}đảo\u{2066}\u{feff}\u{200b}",
    "=cmd|' /C calc'!A0",
    "\" onload=\"x\" '",
    "một\r\nhai\rba\nbốn\tnăm",
    "ệ̣̣̣̣̣̣̣̣̣̣",
];

#[test]
fn no_sign_becomes_markup() {
    for words in HOSTILE {
        for (name, part) in parts(&docx(&paper_of(words, 2, 1)).unwrap()) {
            let told = words_of(&part);
            assert!(!part.contains("<w:altChunk"), "{name}");
            assert!(name != "word/document.xml" || !words.contains("calc") || told.contains("=cmd|"));
        }
        for (name, part) in parts(&xlsx(&sheet_of(words)).unwrap()) {
            words_of(&part);
            assert!(!part.contains("<f>") && !part.contains(" onload=\"x\""), "{name}");
        }
    }
}

#[test]
fn ten_thousand_rows_and_a_word_without_end_are_written() {
    let paper = paper_of(&"ệ".repeat(40_000), 1, u16::MAX);
    parts(&docx(&paper).unwrap()).iter().for_each(|(_, part)| drop(words_of(part)));
    let long = docx(&paper_of("ý kiến", 10_000, 0)).unwrap();
    let document = parts(&long).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    // Twice the rows, each with its line, and the head of each table.
    assert!(words_of(&document).matches("ý kiến").count() > 40_000);
}

#[test]
fn no_file_leaves_its_folder_and_no_day_stops_it() {
    let names = ["../../x.docx", "/etc/passwd", "a/../../b", "C:\\x", "\u{202e}cod.exe", "bình thường.docx"];
    for day in [(0, 0, 0), (1899, 12, 31), (1979, 2, 31), (2026, 2, 29), (2199, 12, 31), (9999, 99, 99)] {
        let files: Vec<File> = names.iter().map(|name| File::new(*name, b"x".to_vec())).collect();
        let files = opened(&zip(&Archive { day, files }).unwrap());
        assert_eq!(files.len(), names.len());
        for (name, content) in files {
            let folders: BTreeSet<&str> = name.split(['/', '\\']).collect();
            assert!(!folders.contains("..") && !name.starts_with('/'), "{name}");
            assert_eq!(content, b"x");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_files_that_open(words in any::<String>(), rows in 0..4usize, share in any::<u16>()) {
        for (_, part) in parts(&docx(&paper_of(&words, rows, share)).unwrap()) {
            words_of(&part);
        }
        for (_, part) in parts(&xlsx(&sheet_of(&words)).unwrap()) {
            words_of(&part);
        }
    }

    #[test]
    fn bytes_that_are_no_paper_make_no_file_and_stop_nothing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let made = [docx_of(&bytes), xlsx_of(&bytes), zip_of(&bytes)];
        made.iter().flatten().for_each(|file| drop(opened(file)));
    }
}
