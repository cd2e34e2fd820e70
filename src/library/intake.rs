//! What a picked file is, and whether it may become a document of the branch: by name, size and content. Nothing
//! here opens a PDF; its text and its fields are handed in.

use super::blocks::{parse_markdown, parse_plain, title_of};
use crate::domain::classification::{Marking, find_marking, find_marking_in_field};
use crate::domain::document::{File, Media};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`File::BYTES_MAX`].
    TooLarge,
    /// Nothing is in it.
    Empty,
    /// Neither PDF, Markdown nor plain text, by its ending.
    OtherType,
    /// Called `.pdf` and none.
    NotAPdf,
    /// Text in an encoding other than UTF-8.
    NotUtf8,
    /// It carries the marking of a state secret.
    Marked(Marking),
}

/// The text of a file that is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// How to read it.
    pub media: Media,
    /// What it calls itself.
    pub title: Option<String>,
}

/// A PDF says so within its first kilobyte.
const PDF_MARK: &[u8] = b"%PDF-";

/// Looks at a file before anything is stored. The text and the fields of a PDF are looked at with [`look_at`].
///
/// # Errors
/// The [`Refusal`].
pub fn take(name: &str, bytes: &[u8]) -> Result<Intake, Refusal> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let media = match ending.to_ascii_lowercase().as_str() {
        "pdf" => Media::Pdf,
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
    let text = core::str::from_utf8(bytes).map_err(|_| Refusal::NotUtf8)?;
    refuse_marked(find_marking(text))?;
    let blocks = if media == Media::Markdown { parse_markdown(text) } else { parse_plain(text) };
    Ok(Intake { media, title: title_of(&blocks) })
}

/// Looks at a page or a field of a PDF.
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
    #[case("a.docx", b"PK", Refusal::OtherType)]
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
