//! A table as SpreadsheetML (ECMA-376): one sheet, words as words, numbers as numbers.

use crate::package::{self, Fault};
use crate::xml::Xml;
use paper::{Cell, Spreadsheet};

const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FONT: &str = "Times New Roman";
/// The longest name of a tab.
const NAME_CHARS_MAX: usize = 31;

/// How a cell looks, by its place in the list of [`styles`].
#[derive(Clone, Copy)]
enum Look {
    Title = 1,
    Head = 2,
    Words = 3,
    Number = 4,
}

impl Look {
    fn place(self) -> String {
        (self as u32).to_string()
    }
}

/// The table as an XLSX file. The same table gives the same bytes.
pub fn xlsx(sheet: &Spreadsheet) -> Result<Vec<u8>, Fault> {
    let files = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(&[("/officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook(sheet)),
        ("xl/_rels/workbook.xml.rels", relations(&[("/worksheet", "sheet1.xml"), ("/styles", "styles.xml")])),
        ("xl/styles.xml", styles()),
        ("xl/sheet1.xml", cells(sheet)),
    ];
    package::package(package::NO_DAY, files.iter().map(|(name, bytes)| (*name, bytes.as_slice())))
}

fn content_types() -> Vec<u8> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", space)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        let parts = [("workbook", "sheet.main+xml"), ("styles", "styles+xml"), ("sheet1", "worksheet+xml")];
        for (name, kind) in parts {
            let part = ["/xl/", name, ".xml"].concat();
            xml.empty("Override", &[("PartName", &part), ("ContentType", &[MAIN, kind].concat())]);
        }
    });
    xml.into_bytes()
}

fn relations(targets: &[(&str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    xml.element("Relationships", &[("xmlns", space)], |xml| {
        for (number, (kind, target)) in (1..).zip(targets) {
            let (id, kind) = (format!("rId{number}"), [RELATIONS, kind].concat());
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)]);
        }
    });
    xml.into_bytes()
}

fn workbook(sheet: &Spreadsheet) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("workbook", &[("xmlns", SHEET), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("sheets", &[], |xml| {
            let name = tab(&sheet.name);
            xml.empty("sheet", &[("name", &name), ("sheetId", "1"), ("r:id", "rId1")]);
        });
    });
    xml.into_bytes()
}

/// The name as a tab can bear it: without the signs that stand for something in formulas, and never empty.
fn tab(name: &str) -> String {
    let plain = name.chars().filter(|letter| !":\\/?*[]'".contains(*letter) && !letter.is_control());
    let name: String = plain.take(NAME_CHARS_MAX).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name }
}

fn styles() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("styleSheet", &[("xmlns", SHEET)], |xml| {
        xml.element("fonts", &[("count", "2")], |xml| {
            for bold in [false, true] {
                xml.element("font", &[], |xml| {
                    if bold {
                        xml.empty("b", &[]);
                    }
                    xml.empty("sz", &[("val", "13")]);
                    xml.empty("name", &[("val", FONT)]);
                });
            }
        });
        xml.element("fills", &[("count", "2")], |xml| {
            for pattern in ["none", "gray125"] {
                xml.element("fill", &[], |xml| xml.empty("patternFill", &[("patternType", pattern)]));
            }
        });
        xml.element("borders", &[("count", "2")], |xml| {
            xml.element("border", &[], |_| {});
            xml.element("border", &[], |xml| {
                for side in ["left", "right", "top", "bottom"] {
                    xml.empty(side, &[("style", "thin")]);
                }
            });
        });
        xml.element("cellStyleXfs", &[("count", "1")], |xml| xml.empty("xf", &[]));
        let looks = [
            ("0", "0", None),
            ("1", "0", None),
            ("1", "1", Some("center")),
            ("0", "1", Some("left")),
            ("0", "1", Some("center")),
        ];
        xml.element("cellXfs", &[("count", "5")], |xml| looks.iter().for_each(|look| self::look(xml, *look)));
    });
    xml.into_bytes()
}

fn look(xml: &mut Xml, (font, border, align): (&str, &str, Option<&str>)) {
    let attributes = [
        ("numFmtId", "0"),
        ("fontId", font),
        ("fillId", "0"),
        ("borderId", border),
        ("applyFont", "1"),
        ("applyBorder", "1"),
        ("applyAlignment", "1"),
    ];
    xml.element("xf", &attributes, |xml| {
        if let Some(align) = align {
            xml.empty("alignment", &[("horizontal", align), ("vertical", "top"), ("wrapText", "1")]);
        }
    });
}

fn cells(sheet: &Spreadsheet) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("worksheet", &[("xmlns", SHEET)], |xml| {
        xml.element("sheetPr", &[], |xml| xml.empty("pageSetUpPr", &[("fitToPage", "1")]));
        xml.element("cols", &[], |xml| {
            for (number, column) in (1..).zip(&sheet.columns) {
                let (number, width) = (number.to_string(), column.characters.to_string());
                let column =
                    [("min", number.as_str()), ("max", &number), ("width", &width), ("customWidth", "1")];
                xml.empty("col", &column);
            }
        });
        xml.element("sheetData", &[], |xml| {
            let mut number = 0;
            let mut row = |cells: &mut dyn Iterator<Item = (&Cell, Look)>| {
                number += 1;
                self::row(xml, number, cells);
            };
            for line in &sheet.title {
                row(&mut std::iter::once((&Cell::text(line), Look::Title)));
            }
            let heads: Vec<Cell> = sheet.columns.iter().map(|column| Cell::text(&column.head)).collect();
            row(&mut heads.iter().map(|head| (head, Look::Head)));
            for cells in &sheet.rows {
                row(&mut cells.iter().map(|cell| (cell, look_of(cell))));
            }
        });
        // On one A4 sheet from side to side, and as many below each other as it needs.
        xml.empty("pageSetup", &[("paperSize", "9"), ("fitToHeight", "0")]);
    });
    xml.into_bytes()
}

fn look_of(cell: &Cell) -> Look {
    match cell {
        Cell::Number(_) => Look::Number,
        Cell::Text(_) | Cell::Empty => Look::Words,
    }
}

fn row(xml: &mut Xml, number: u32, cells: &mut dyn Iterator<Item = (&Cell, Look)>) {
    xml.element("row", &[("r", &number.to_string())], |xml| {
        for (cell, look) in cells {
            let look = look.place();
            match cell {
                Cell::Empty => xml.empty("c", &[("s", &look)]),
                Cell::Number(value) => {
                    xml.element("c", &[("s", &look)], |xml| {
                        xml.element("v", &[], |xml| xml.text(&decimal(*value)))
                    });
                }
                Cell::Text(words) => {
                    xml.element("c", &[("s", &look), ("t", "inlineStr")], |xml| {
                        xml.element("is", &[], |xml| xml.words("t", words));
                    });
                }
            }
        }
    });
}

/// `4.5` for 4,500 thousandths: files have points whatever the language.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1_000, thousandths.unsigned_abs() % 1_000);
    let number = format!("{sign}{whole}.{rest:03}");
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}
