//! Word files as they come: sound, odd and hostile ones, each built here.
#![allow(clippy::unwrap_used)]

use office::{read_docx, zip};
use paper::{Archive, File, Unread};
use proptest::prelude::*;
use rstest::rstest;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let file = |(name, text): &(&str, &str)| File {
        name: (*name).to_owned(),
        bytes: text.as_bytes().to_vec().into(),
    };
    zip(&Archive { day: (2026, 11, 1), files: parts.iter().map(file).collect() }).unwrap()
}

/// A file with this body, and parts beside it.
fn word(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = ["<w:document xmlns:w=\"w\"><w:body>", body, "</w:body></w:document>"].concat();
    let relation = |(number, (name, _)): (usize, &(&str, &str))| {
        let (file, kind) = name.rsplit_once('/').map_or((*name, *name), |(_, file)| (file, file));
        let kind = kind.trim_end_matches(".xml").trim_end_matches(|c: char| c.is_ascii_digit());
        format!("<Relationship Id=\"r{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{file}\"/>")
    };
    let inner: String =
        parts.iter().filter(|(name, _)| name.starts_with("word/")).enumerate().map(relation).collect();
    let inner = ["<Relationships>", &inner, "</Relationships>"].concat();
    let outer = format!(
        "<Relationships><Relationship Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Type=\"x/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    );
    let mut all = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &*outer),
        ("word/document.xml", &*document),
        ("word/_rels/document.xml.rels", &*inner),
    ];
    all.extend(parts);
    packed(&all)
}

fn p(text: &str) -> String {
    ["<w:p><w:r><w:t>", text, "</w:t></w:r></w:p>"].concat()
}

fn markdown(body: &str, parts: &[(&str, &str)]) -> String {
    read_docx(&word(body, parts)).unwrap().markdown
}

#[rstest]
#[case(
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Kính gửi: </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>chi bộ</w:t></w:r></w:p>",
    "**Kính gửi:** *chi bộ*\n"
)]
#[case("<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r></w:p>", "một\\\nhai ba\n")]
#[case("<w:p><w:r><w:t>A &amp; B &#7873; * _</w:t></w:r></w:p>", "A & B ề \\* \\_\n")]
#[case(
    "<w:p><w:r><w:t>1. Khoản một</w:t></w:r></w:p><w:p><w:r><w:t>- Gạch</w:t></w:r></w:p>",
    "1\\. Khoản một\n\n\\- Gạch\n"
)]
#[case("<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Mục</w:t></w:r></w:p>", "## Mục\n")]
#[case(
    "<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>",
    "thêm\n"
)]
#[case(
    "<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>",
    "liên kết\n"
)]
#[case("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", "hiện\n")]
#[case("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r></w:p>", "7\n")]
#[case(
    "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "ô\n"
)]
#[case("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "\\[hình\\]\n")]
#[case(
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ngoài</w:t></w:r></w:p>",
    "ngoài\n\ntrong khung\n"
)]
fn the_words_of_a_paragraph_are_read(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(markdown(body, &[]), expected);
}

fn table(properties: &str) -> String {
    let cell = |text: &str| ["<w:tc>", &p(text), "</w:tc>"].concat();
    let row = |a, b| ["<w:tr>", &cell(a), &cell(b), "</w:tr>"].concat();
    ["<w:tbl><w:tblPr>", properties, "</w:tblPr>", &row("Việc", "Hạn"), &row("Dọn mương", "5/11"), "</w:tbl>"]
        .concat()
}

#[test]
fn a_table_with_lines_is_a_table_and_one_without_is_words_side_by_side() {
    let lines = "<w:tblBorders><w:top w:val=\"single\"/></w:tblBorders>";
    assert_eq!(markdown(&table(lines), &[]), "| Việc | Hạn |\n|---|---|\n| Dọn mương | 5/11 |\n");
    assert_eq!(
        markdown(&table("<w:tblBorders><w:top w:val=\"nil\"/></w:tblBorders>"), &[]),
        "Việc\n\nHạn\n\nDọn mương\n\n5/11\n"
    );
}

const STYLES: &str = "<w:styles><w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>\
    <w:style w:styleId=\"Con\"><w:name w:val=\"Con\"/><w:basedOn w:val=\"H2\"/></w:style></w:styles>";

#[test]
fn headings_are_told_by_their_styles() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Con\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Thực trạng</w:t></w:r></w:p>";
    assert_eq!(markdown(body, &[("word/styles.xml", STYLES)]), "## Thực trạng\n");
}

#[test]
fn numbers_are_those_that_word_shows() {
    let level = |place: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{place}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = [
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">",
        &level(0, "decimal", "Điều %1."),
        &level(1, "decimal", "%1.%2."),
        &level(2, "lowerLetter", "%3)"),
        "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">",
        &level(0, "bullet", "-"),
        &level(1, "bullet", "+"),
        "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">",
        &level(0, "upperRoman", "%1."),
        &level(1, "vietnameseCounting", "Việc thứ %2:"),
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>",
    ]
    .concat();
    let item = |list: u32, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(1, 0, "Phạm vi"),
        item(1, 1, "Chung"),
        item(1, 2, "x"),
        item(1, 2, "y"),
        item(1, 1, "Riêng"),
        item(1, 0, "Hiệu lực"),
        item(1, 1, "Ngày"),
        item(2, 0, "chấm"),
        item(2, 1, "trong"),
        item(3, 0, "La Mã"),
        item(3, 1, "đếm"),
        item(9, 0, "không có danh sách"),
    ];
    assert_eq!(
        markdown(&body.concat(), &[("word/numbering.xml", &numbering)]),
        "Điều 1. Phạm vi\n\n1.1. Chung\n\na) x\n\nb) y\n\n1.2. Riêng\n\nĐiều 2. Hiệu lực\n\n2.1. Ngày\n\n\
         - chấm\n  - trong\n\nI. La Mã\n\nViệc thứ một: đếm\n\nkhông có danh sách\n"
    );
}

#[test]
fn footnotes_stand_at_the_end_and_what_is_around_the_text_is_told_apart() {
    let notes = "<w:footnotes><w:footnote w:id=\"-1\" w:type=\"separator\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>Xem Quy định.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let header = "<w:hdr><w:p><w:r><w:t>TỐI</w:t></w:r><w:r><w:t> MẬT</w:t></w:r></w:p></w:hdr>";
    let core =
        "<cp:coreProperties><dc:title>Báo cáo</dc:title><cp:keywords>mật</cp:keywords></cp:coreProperties>";
    let parts = [("word/footnotes.xml", notes), ("word/header1.xml", header), ("docProps/core.xml", core)];
    let body = "<w:p><w:r><w:t>Theo quy định</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let reading = read_docx(&word(body, &parts)).unwrap();
    assert_eq!(reading.markdown, "Theo quy định\\[1\\]\n\n---\n\n\\[1\\] Xem Quy định.\n");
    assert_eq!(reading.around, "TỐI MẬT\n");
    assert_eq!(reading.fields, ["Báo cáo", "mật"]);
}

fn compound(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain(name).collect()
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let sound = word(&p("một"), &[]);
    let deep = ["<w:p>".repeat(1_000), "</w:p>".repeat(1_000)].concat();
    let entity = packed(&[(
        "word/document.xml",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document><w:body>&a;</w:body></w:document>",
    )]);
    let cases: [(&[u8], Unread); 11] = [
        (b"", Unread::NotWord),
        (b"%PDF-1.7", Unread::NotWord),
        (&packed(&[("xl/workbook.xml", "<x/>")]), Unread::NotWord),
        (&compound("WordDocument"), Unread::OldWord),
        (&compound("EncryptedPackage"), Unread::Encrypted),
        (&sound[..sound.len() - 30], Unread::Broken),
        (&sound[..40], Unread::Broken),
        (&packed(&[("word/document.xml", "<w:document><w:body><w:p>")]), Unread::Broken),
        (&word(&deep, &[]), Unread::Broken),
        (&entity, Unread::Broken),
        (&packed(&[("word/document.xml", "<a/>"), ("WORD/document.xml", "<b/>")]), Unread::Broken),
    ];
    for (bytes, fault) in cases {
        assert_eq!(
            read_docx(bytes).map(|_| ()),
            Err(fault),
            "{:?}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
        );
    }
}

#[test]
fn a_bomb_is_refused_before_it_grows() {
    let bomb = packed(&[("word/document.xml", &" ".repeat(33 * 1024 * 1024))]);
    assert!(bomb.len() < 100_000);
    assert_eq!(read_docx(&bomb), Err(Unread::TooLarge));
}

#[test]
fn names_that_lead_out_of_the_package_lead_nowhere() {
    let relations = format!(
        "<Relationships><Relationship Type=\"{RELATIONS}/officeDocument\" Target=\"../../word/document.xml\"/></Relationships>"
    );
    let parts = [
        ("_rels/.rels", &*relations),
        (
            "word/document.xml",
            "<w:document><w:body><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:body></w:document>",
        ),
    ];
    assert_eq!(read_docx(&packed(&parts)).unwrap().markdown, "trong\n");
}

#[test]
fn an_entry_with_a_password_is_refused() {
    let mut file = packed(&[("word/document.xml", "<w:document/>")]);
    // The flag in the list of entries at the end of the file.
    let at = file.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    file[at + 8] |= 1;
    assert_eq!(read_docx(&file), Err(Unread::Encrypted));
}

proptest! {
    #[test]
    fn a_damaged_file_is_read_or_refused(cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut file = word(&[p("một"), table("")].concat(), &[("word/styles.xml", STYLES)]);
        for (index, byte) in cuts {
            let at = index.index(file.len());
            file[at] = byte;
        }
        drop(read_docx(&file));
    }

    #[test]
    fn any_body_is_read_or_refused(
        body in "(<w:(p|r|t|tbl|tr|tc|pPr|numPr|rPr|b|br|del|ins|txbxContent|drawing|footnoteReference)( w:(val|id|type)=\"[a-z0-9]{0,3}\")?/?>|</w:(p|r|t|tbl|tr|tc|pPr|rPr)>|&(amp|lt|#[0-9]{1,4}|x);|[a-zđ *|#-]{1,5}){0,40}",
    ) {
        drop(read_docx(&word(&body, &[("word/styles.xml", STYLES)])));
    }
}
