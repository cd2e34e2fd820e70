//! A sheet as plain text for calculating programs that are set to Vietnamese: semicolons between cells, decimal
//! commas, and a mark of the encoding in front, without which accents are lost.

use crate::domain::text::number_vi;
use paper::{Cell, Spreadsheet};

/// The sheet: its heads, then its rows, each closed by CRLF (RFC 4180). The lines above the table stay out, so that
/// other programs can read it.
pub fn csv(sheet: &Spreadsheet) -> String {
    let mut out = "\u{feff}".to_owned();
    push(&mut out, sheet.columns.iter().map(|column| text(&column.head)));
    for row in &sheet.rows {
        push(&mut out, row.iter().map(cell));
    }
    out
}

fn push(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    out.push_str(&cells.join(";"));
    out.push_str("\r\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => text(words),
        // No dot between thousands: programs would take it for text.
        Cell::Number(thousandths) => number_vi(*thousandths as f64 / 1_000.0, 3).replace('.', ""),
    }
}

/// What a calculating program takes for the beginning of a formula, also in the wide letters of East Asia.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Words in quotes where they need them. A calculating program runs what begins with one of its signs, and what
/// members write comes in here.
fn text(words: &str) -> String {
    let guard = if words.starts_with(FORMULA) { "'" } else { "" };
    let words = [guard, words].concat();
    if words.contains([';', '"', '\n', '\r']) {
        ["\"", &words.replace('"', "\"\""), "\""].concat()
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::SpreadsheetColumn;
    use rstest::rstest;

    #[rstest]
    #[case("Tổ chức sinh hoạt", "Tổ chức sinh hoạt")]
    #[case("a;b", "\"a;b\"")]
    #[case("nói \"đồng ý\"", "\"nói \"\"đồng ý\"\"\"")]
    #[case("một\nhai", "\"một\nhai\"")]
    #[case("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    #[case("-10 điểm", "'-10 điểm")]
    #[case("＝1＋1", "'＝1＋1")]
    #[case("=\"a;b\"", "\"'=\"\"a;b\"\"\"")]
    fn words_stay_words(#[case] words: &str, #[case] written: &str) {
        assert_eq!(text(words), written);
    }

    #[test]
    fn a_sheet_is_read_with_its_accents_and_decimal_commas() {
        let sheet = Spreadsheet {
            name: "Chấm điểm".to_owned(),
            title: vec!["không có trong tệp".to_owned()],
            columns: vec![SpreadsheetColumn::new("Tiêu chí", 40), SpreadsheetColumn::new("Điểm", 8)],
            rows: vec![
                vec![Cell::text("Tỷ lệ dự"), Cell::Number(4_500)],
                vec![Cell::text("Tổng"), Cell::whole(1_234)],
                vec![Cell::text("Không áp dụng"), Cell::Empty],
            ],
        };
        let expected = "\u{feff}Tiêu chí;Điểm\r\nTỷ lệ dự;4,5\r\nTổng;1234\r\nKhông áp dụng;\r\n";
        assert_eq!(csv(&sheet), expected);
    }
}
