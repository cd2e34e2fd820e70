//! Finds the marking of a state secret, so that such a document is refused at the door of the library.
//!
//! A marking stands alone: on a line, in a box or cell, or after its label ("Độ mật: ..."). Running text that merely
//! speaks of secrets is no marking. Texts in fonts older than Unicode are not understood.

use super::text::{lower, lower_char};

/// The three degrees of state secrets, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marking {
    /// Mật.
    Confidential,
    /// Tối mật.
    Secret,
    /// Tuyệt mật.
    TopSecret,
}

/// What may stand beside a marking in the same stamp, without spaces.
const STAMP_BESIDES: [&str; 5] = ["tàiliệu", "thượngkhẩn", "khẩn", "hoảtốc", "hỏatốc"];
/// What a marking is introduced by in a form, without spaces.
const LABELS: [&str; 6] = ["mứcđộmật", "cấpđộmật", "độmật", "mứcmật", "cấpmật", "dấumật"];
/// Last words of a line that a lone "MẬT" below continues: bí mật, bảo mật, cơ mật, thân mật.
const COMPOUND_STARTS: [&str; 4] = ["bí", "bảo", "cơ", "thân"];
/// Letters beyond which a text is a sentence, and neither a stamp nor a label.
const STAMP_LETTERS_MAX: usize = 30;

/// The highest marking in the text of a document.
pub fn find_marking(text: &str) -> Option<Marking> {
    let mut found = None;
    let mut above = "";
    for line in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
        found = found.max(marking_of_line(line, above));
        if line.contains('<') {
            found = found.max(marking_of_line(&without_tags(line), above));
        }
        above = line;
    }
    found
}

/// The line without the HTML tags that Markdown may carry: `<center>MẬT</center>`.
fn without_tags(line: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((before, (_, after))) =
        rest.split_once('<').and_then(|(before, tag)| Some((before, tag.split_once('>')?)))
    {
        plain.push_str(before);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// The marking in a field of a file's metadata (title, subject, keywords) or in its name: any case, between commas,
/// brackets and the like.
pub fn find_marking_in_field(field: &str) -> Option<Marking> {
    let separators = |c: char| ",;:/|_()[]{}<>–—\n\r\t".contains(c);
    let pieces = field.split(separators).flat_map(|piece| piece.split(" - "));
    pieces.map(|piece| marking_of(&Stamp::read(piece)?.letters)).max().flatten().max(find_marking(field))
}

fn marking_of_line(line: &str, above: &str) -> Option<Marking> {
    let whole = Stamp::read(line).and_then(|stamp| stamp.alone(true));
    let continues = || last_word(above).is_some_and(|word| COMPOUND_STARTS.contains(&&*word));
    let whole = whole.filter(|&marking| marking != Marking::Confidential || !continues());

    let mut found = whole.max(bracketed_at_start(line)).max(labelled(line));
    let mut label_before = false;
    for cell in line.split(['\t', '|', '│', '┃', '║']).flat_map(|cell| cell.split("   ")) {
        let Some(stamp) = Stamp::read(cell).filter(|stamp| !stamp.letters.is_empty()) else {
            label_before = false;
            continue;
        };
        if cell.len() < line.len() {
            found = found.max(stamp.alone(false));
        }
        if label_before {
            found = found.max(marking_of(&stamp.letters));
        }
        label_before = LABELS.contains(&&*stamp.letters);
    }
    found
}

/// "[MẬT] Báo cáo...": a marking set before a title.
fn bracketed_at_start(line: &str) -> Option<Marking> {
    let (inside, _) = line.trim_start().strip_prefix(['[', '('])?.split_once([']', ')'])?;
    Stamp::read(inside)?.alone(false)
}

/// "Độ mật: Tối mật": a marking after its label, in any case, unless more degrees are listed after it.
fn labelled(line: &str) -> Option<Marking> {
    let (label, value) = line.split_once([':', '='])?;
    let label = Stamp::read(label)?.letters;
    if !LABELS.iter().any(|start| label.starts_with(start)) {
        return None;
    }
    let mut pieces = value.split([',', ';', '.', '(', '/']);
    let marking = marking_of(&Stamp::read(pieces.next()?)?.letters);
    marking.filter(|_| !pieces.any(|piece| lower(piece).contains("mật")))
}

fn last_word(line: &str) -> Option<String> {
    line.split_whitespace().next_back().map(lower)
}

fn marking_of(letters: &str) -> Option<Marking> {
    let mut bare = letters;
    for beside in STAMP_BESIDES {
        bare = bare.strip_prefix(beside).unwrap_or(bare);
        bare = bare.strip_suffix(beside).unwrap_or(bare);
    }
    match bare {
        "mật" => Some(Marking::Confidential),
        "tốimật" => Some(Marking::Secret),
        "tuyệtmật" => Some(Marking::TopSecret),
        _ => None,
    }
}

/// The letters of a short text without spaces and ornaments, and how they were written.
struct Stamp {
    letters: String,
    case: Case,
    sentence_end: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Lower,
    Title,
    Upper,
}

impl Stamp {
    /// Nothing when the text is long or holds a digit or the letter of another script, which no stamp does.
    fn read(text: &str) -> Option<Self> {
        let (mut kept, mut capitals, mut smalls) = (String::new(), 0, 0);
        let mut first_is_capital = false;
        for c in text.chars() {
            match c {
                '0'..='9' => return None,
                '\u{300}'..='\u{36f}' => kept.push(c),
                'a'..='z' | 'A'..='Z' | 'À'..='ɏ' | 'Ḁ'..='ỿ' => {
                    let capital = lower_char(c) != c;
                    first_is_capital |= kept.is_empty() && capital;
                    capitals += usize::from(capital);
                    smalls += usize::from(!capital);
                    if capitals + smalls > STAMP_LETTERS_MAX {
                        return None;
                    }
                    kept.push(c);
                }
                // Punctuation, spaces, box drawing and other ornaments lie below or in these blocks.
                '\0'..='¿' | '\u{2000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {}
                _ => return None,
            }
        }
        let case = match (first_is_capital, capitals > 0 && smalls == 0) {
            (_, true) => Case::Upper,
            (true, false) => Case::Title,
            (false, false) => Case::Lower,
        };
        Some(Self {
            letters: lower(&kept),
            case,
            sentence_end: text.trim_end().ends_with(['.', ',', ';', ':']),
        })
    }

    /// The marking that this text is. The tail of a sentence ("mật.") is none; neither is, in a cell, a person whose
    /// given name is Mật.
    fn alone(&self, whole_line: bool) -> Option<Marking> {
        marking_of(&self.letters).filter(|&marking| match self.case {
            Case::Upper => true,
            Case::Title => !self.sentence_end && (whole_line || marking != Marking::Confidential),
            Case::Lower => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("MẬT", Marking::Confidential)]
    #[case("MA\u{302}\u{323}T", Marking::Confidential)]
    #[case("M A\u{302}\u{323} T", Marking::Confidential)]
    #[case("  M Ậ T  ", Marking::Confidential)]
    #[case("M     Ậ     T", Marking::Confidential)]
    #[case("TỐI MẬT", Marking::Secret)]
    #[case("T Ố I  M Ậ T", Marking::Secret)]
    #[case("TỐIMẬT", Marking::Secret)]
    #[case("TUYỆT MẬT", Marking::TopSecret)]
    #[case("T U Y Ệ T   M Ậ T", Marking::TopSecret)]
    #[case("Tối mật", Marking::Secret)]
    #[case("[MẬT]", Marking::Confidential)]
    #[case("[ MẬT ] Báo cáo quý III", Marking::Confidential)]
    #[case("(TỐI MẬT)", Marking::Secret)]
    #[case("**MẬT**", Marking::Confidential)]
    #[case("<center><b>MẬT</b></center>", Marking::Confidential)]
    #[case("<div align=\"right\">T Ố I  M Ậ T</div>", Marking::Secret)]
    #[case("> <MẬT", Marking::Confidential)]
    #[case("# TUYỆT MẬT", Marking::TopSecret)]
    #[case("| MẬT |", Marking::Confidential)]
    #[case("│  MẬT  │", Marking::Confidential)]
    #[case("┌─────┐\n│ MẬT │\n└─────┘", Marking::Confidential)]
    #[case("TỈNH ỦY A          MẬT          ĐẢNG CỘNG SẢN VIỆT NAM", Marking::Confidential)]
    #[case("MẬT - KHẨN", Marking::Confidential)]
    #[case("HỎA TỐC\tTỐI MẬT", Marking::Secret)]
    #[case("TÀI LIỆU TUYỆT MẬT", Marking::TopSecret)]
    #[case("Độ mật: Tối mật", Marking::Secret)]
    #[case("độ mật : mật", Marking::Confidential)]
    #[case("Mức độ mật: MẬT; Độ khẩn: Hỏa tốc", Marking::Confidential)]
    #[case("Độ mật của văn bản: Tuyệt mật.", Marking::TopSecret)]
    #[case("| Độ mật | Mật |", Marking::Confidential)]
    #[case("Kính gửi các đồng chí\nMẬT\r\nBáo cáo", Marking::Confidential)]
    #[case("TUYỆT\nMẬT", Marking::Confidential)]
    #[case("Mật\nnội dung\nTUYỆT MẬT", Marking::TopSecret)]
    fn a_marking_that_stands_alone_is_found(#[case] text: &str, #[case] marking: Marking) {
        assert_eq!(find_marking(text), Some(marking));
    }

    #[rstest]
    #[case("Pháp lệnh bảo vệ bí mật nhà nước")]
    #[case("Hội nghị bỏ phiếu kín.")]
    #[case("gắn bó mật thiết với Nhân dân")]
    #[case("hồ sơ được quản lý theo chế độ bảo mật,")]
    #[case("BẢO VỆ BÍ MẬT")]
    #[case("BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    #[case("QUY CHẾ BẢO VỆ BÍ\nMẬT")]
    #[case("quản lý tài liệu theo chế độ\nmật.")]
    #[case("không được làm lộ thông tin tuyệt đối\nmật")]
    #[case("Hồ sơ đảng viên là tài liệu mật của Đảng")]
    #[case("Độ mật: Tuyệt mật, Tối mật, Mật")]
    #[case("Độ mật: không")]
    #[case("Độ mật gồm ba mức như pháp luật quy định và ghi rõ: Tuyệt mật")]
    #[case("1. Tuyệt mật")]
    #[case("<b>bí</b> <i>mật</i>")]
    #[case("c) Mật;")]
    #[case("CÓ\nMẶT")]
    #[case("MẮT")]
    #[case("MẤT")]
    #[case("1   Nguyễn Văn   Mật   1975")]
    #[case("| Trần Thị | Mật |")]
    #[case("văn bản có đóng dấu (MẬT) phải được bảo quản")]
    #[case("Tối mai họp chi bộ")]
    #[case("")]
    fn running_text_is_no_marking(#[case] text: &str) {
        assert_eq!(find_marking(text), None);
    }

    #[rstest]
    #[case("mật", Some(Marking::Confidential))]
    #[case("nghị quyết; tối mật; 2026", Some(Marking::Secret))]
    #[case("Báo cáo tháng 10 (Mật).docx", Some(Marking::Confidential))]
    #[case("12-BC_TU_TỐI MẬT_.pdf", Some(Marking::Secret))]
    #[case("TUYỆT MẬT - Phương án", Some(Marking::TopSecret))]
    #[case("Độ mật: Mật", Some(Marking::Confidential))]
    #[case("Quy chế bảo vệ bí mật nhà nước", None)]
    #[case("bảo mật, mật thiết", None)]
    #[case("", None)]
    fn metadata_is_searched_in_any_case(#[case] field: &str, #[case] expected: Option<Marking>) {
        assert_eq!(find_marking_in_field(field), expected);
    }

    proptest! {
        #[test]
        fn a_stamp_is_found_between_any_lines(before in "[a-zà-ɏẠ-ỹ0-9 ,.|:\n]{0,80}", after in any::<String>()) {
            let text = before + "\n\nTỐI MẬT\n\n" + &after;
            prop_assert!(find_marking(&text) >= Some(Marking::Secret));
        }

        #[test]
        fn searching_never_panics(text in any::<String>()) {
            prop_assert!(find_marking_in_field(&text) >= find_marking(&text));
        }
    }
}
