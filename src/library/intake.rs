//! What a picked file is, and whether it may become a document of the branch: by name, size and content. Nothing
//! here opens a PDF or a Word file; their words and fields are handed in.

use super::blocks::{Block, lines, name_headings, parse_markdown, parse_plain, title_of, write_markdown};
use super::page_text::join_pages;
use crate::domain::classification::{Marking, find_marking, find_marking_in_field};
use crate::domain::document::{File, Media};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`File::BYTES_MAX`].
    TooLarge,
    /// Nothing is in it.
    Empty,
    /// Neither Word, PDF, Markdown nor plain text, by its ending.
    OtherType,
    /// A Word file of before 2007, by its ending.
    OldWord,
    /// Called `.pdf` and none.
    NotAPdf,
    /// Text in an encoding other than UTF-8.
    NotUtf8,
    /// It carries the marking of a state secret.
    Marked(Marking),
}

/// What the name and the bytes of a file tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// How to read it.
    pub media: Media,
    /// What it calls itself, where its bytes are words.
    pub title: Option<String>,
}

/// A PDF says so within its first kilobyte.
const PDF_MARK: &[u8] = b"%PDF-";

/// Looks at a file before anything is stored. The words and the fields of PDF and Word files are looked at with
/// [`look_at`].
///
/// # Errors
/// The [`Refusal`].
pub fn take(name: &str, bytes: &[u8]) -> Result<Intake, Refusal> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let media = match ending.to_ascii_lowercase().as_str() {
        "pdf" => Media::Pdf,
        "docx" => Media::Word,
        "doc" => return Err(Refusal::OldWord),
        "md" | "markdown" => Media::Markdown,
        "txt" => Media::Text,
        _ => return Err(Refusal::OtherType),
    };
    if bytes.len() > File::BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    refuse_marked(find_marking_in_field(stem))?;
    if media == Media::Pdf {
        let start = &bytes[..bytes.len().min(1024)];
        let marked = start.windows(PDF_MARK.len()).any(|window| window == PDF_MARK);
        return if marked { Ok(Intake { media, title: None }) } else { Err(Refusal::NotAPdf) };
    }
    if media == Media::Word {
        return Ok(Intake { media, title: None });
    }
    let text = core::str::from_utf8(bytes).map_err(|_| Refusal::NotUtf8)?;
    refuse_marked(find_marking(text))?;
    let blocks = if media == Media::Markdown { parse_markdown(text) } else { parse_plain(text) };
    Ok(Intake { media, title: title_of(&blocks) })
}

/// Letters below which a file counts as pictures.
const LETTERS_MIN: usize = 20;

/// What is read of a file whose bytes are no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it calls itself.
    pub title: Option<String>,
    /// The reading version, in Markdown; nothing for a scan.
    pub markdown: Option<String>,
}

impl Reading {
    /// Of the words of PDF pages.
    pub fn of_pages(pages: &[String]) -> Self {
        Self::of(&parse_plain(&join_pages(pages)))
    }

    /// Of the words of a Word file, once they are free of markings. What looks like a heading becomes one where the
    /// author made none.
    ///
    /// # Errors
    /// [`Refusal::Marked`]; [`Refusal::Empty`] without words and pictures.
    pub fn of_word(markdown: &str, pictures: u32) -> Result<Self, Refusal> {
        let blocks = parse_markdown(markdown);
        look_at(&lines(&blocks), false)?;
        let headed = blocks.iter().any(|block| matches!(block, Block::Heading { .. }));
        let reading = Self::of(&if headed { blocks } else { name_headings(blocks) });
        if reading.markdown.is_none() && pictures == 0 && markdown.is_empty() {
            return Err(Refusal::Empty);
        }
        Ok(reading)
    }

    fn of(blocks: &[Block]) -> Self {
        let letters = lines(blocks).chars().filter(|c| c.is_alphabetic()).take(LETTERS_MIN).count();
        let markdown = (letters == LETTERS_MIN).then(|| write_markdown(blocks));
        Self { title: markdown.as_ref().and_then(|_| title_of(blocks)), markdown }
    }
}

/// What stands above a summary. Documents are Vietnamese in every language of the app.
const SUMMARY_HEAD: &str = "> Ảnh quét, chưa có chữ. Dưới đây là tóm tắt; toàn văn xem ở bản gốc.\n\n";

/// The reading version of a Word file of nothing but pictures that nobody summed up: no screen shows such a file.
pub const PICTURES_ONLY: &str = "> Ảnh quét, chưa có chữ. Toàn văn xem ở bản gốc.\n";

/// The reading version of a scan: what the secretary typed of it; nothing for nothing.
///
/// # Errors
/// [`Refusal::Marked`].
pub fn summary_of_scan(typed: &str) -> Result<Option<String>, Refusal> {
    look_at(typed, false)?;
    let blocks = parse_plain(typed);
    Ok((!blocks.is_empty()).then(|| [SUMMARY_HEAD, &write_markdown(&blocks)].concat()))
}

/// Looks at a page or a field of a file.
///
/// # Errors
/// [`Refusal::Marked`].
pub fn look_at(piece: &str, field: bool) -> Result<(), Refusal> {
    refuse_marked(if field { find_marking_in_field(piece) } else { find_marking(piece) })
}

fn refuse_marked(marking: Option<Marking>) -> Result<(), Refusal> {
    marking.map_or(Ok(()), |marking| Err(Refusal::Marked(marking)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a.PDF", b"%PDF-1.7 ...", Media::Pdf, None)]
    #[case("a.md", "# Kế hoạch tháng 10\n\nNội dung".as_bytes(), Media::Markdown, Some("Kế hoạch tháng 10"))]
    #[case("a.txt", "Kính gửi chi bộ".as_bytes(), Media::Text, Some("Kính gửi chi bộ"))]
    fn a_sound_file_is_taken(
        #[case] name: &str,
        #[case] bytes: &[u8],
        #[case] media: Media,
        #[case] title: Option<&str>,
    ) {
        assert_eq!(take(name, bytes), Ok(Intake { media, title: title.map(str::to_owned) }));
    }

    #[rstest]
    #[case("a.odt", b"PK", Refusal::OtherType)]
    #[case("a.DOC", b"x", Refusal::OldWord)]
    #[case("a", b"x", Refusal::OtherType)]
    #[case("a.txt", b"", Refusal::Empty)]
    #[case("a.pdf", b"PK\x03\x04", Refusal::NotAPdf)]
    #[case("a.txt", b"\xff\xfeM\x00", Refusal::NotUtf8)]
    #[case("a.txt", "TUYỆT MẬT\nBáo cáo".as_bytes(), Refusal::Marked(Marking::TopSecret))]
    #[case("Kế hoạch (mật).txt", b"x", Refusal::Marked(Marking::Confidential))]
    fn a_file_that_may_not_come_in_is_refused(
        #[case] name: &str,
        #[case] bytes: &[u8],
        #[case] refusal: Refusal,
    ) {
        assert_eq!(take(name, bytes), Err(refusal));
    }

    #[test]
    fn a_word_file_is_read_as_it_is_unless_its_headings_were_made_by_hand() {
        let hand = "ĐẢNG BỘ XÃ HÒA AN\n\n**NGHỊ QUYẾT**\n\n**I. KẾT QUẢ**\n\nĐảng viên yên tâm.\n\n1\\. Khoản một.\n";
        let reading = Reading::of_word(hand, 0).unwrap();
        assert_eq!(reading.title.as_deref(), Some("NGHỊ QUYẾT"));
        let text = reading.markdown.unwrap();
        assert!(text.contains("\n# **NGHỊ QUYẾT**\n") && text.contains("\n## **I. KẾT QUẢ**\n"), "{text}");
        assert!(text.contains("\n1\\. Khoản một.\n"), "{text}");
        let headed = "# Kế hoạch tháng Mười\n\nĐiều 1. Không thành mục.\n";
        assert_eq!(Reading::of_word(headed, 0).unwrap().markdown.as_deref(), Some(headed));
    }

    #[rstest]
    #[case("\\[MẬT\\] Báo cáo quý ba của chi bộ", 0, Refusal::Marked(Marking::Confidential))]
    #[case("| Độ mật | Tối mật |\n|---|---|", 0, Refusal::Marked(Marking::Secret))]
    #[case("", 0, Refusal::Empty)]
    fn a_word_file_that_may_not_come_in_is_refused(
        #[case] markdown: &str,
        #[case] pictures: u32,
        #[case] refusal: Refusal,
    ) {
        assert_eq!(Reading::of_word(markdown, pictures), Err(refusal));
    }

    #[test]
    fn pages_without_words_have_no_reading_version_until_somebody_sums_them_up() {
        assert_eq!(Reading::of_pages(&["1".to_owned(), "2".to_owned()]).markdown, None);
        assert_eq!(Reading::of_word("\\[hình\\]", 1).unwrap().markdown, None);
        assert_eq!(summary_of_scan("  \n"), Ok(None));
        let text = summary_of_scan("1. Dọn mương.\n\nHạn 15/11.").unwrap().unwrap();
        assert!(
            text.starts_with("> Ảnh quét") && text.ends_with("1\\. Dọn mương.\n\nHạn 15/11.\n"),
            "{text}"
        );
        assert_eq!(summary_of_scan("TUYỆT MẬT"), Err(Refusal::Marked(Marking::TopSecret)));
    }

    #[test]
    fn a_file_above_twenty_mebibytes_is_refused() {
        assert_eq!(take("a.txt", &vec![b'x'; File::BYTES_MAX + 1]), Err(Refusal::TooLarge));
    }

    #[test]
    fn a_marked_page_or_field_of_a_pdf_is_refused() {
        assert_eq!(look_at("ĐẢNG BỘ\nTỐI MẬT\n", false), Err(Refusal::Marked(Marking::Secret)));
        assert_eq!(look_at("dự thảo; tối mật", true), Err(Refusal::Marked(Marking::Secret)));
        assert_eq!(look_at("giữ bí mật", false), Ok(()));
    }
}
