//! Tables: the head, the foot and facts without rules, lists with them. Widths are fixed, so that every program draws
//! the same columns.

use super::layout::Layout;
use super::page::{Place, line, paragraph, run};
use crate::xml::Xml;
use paper::{Align, Face, Fact, Foot, Head, Left, Row, Signature, Table};

/// Space inside the cells of a ruled table: at the sides, above and below.
const CELL_MARGINS: (u32, u32) = (85, 40);

/// Who issues the paper, where and when.
pub fn head(xml: &mut Xml, layout: &Layout, head: &Head) {
    let columns = layout.head_columns();
    unruled(xml, 0, &columns, |xml| {
        let party = Some(layout.party);
        row(xml, |xml| {
            cell(xml, columns[0], |xml| {
                let text = |xml: &mut Xml, words: &str, face| {
                    paragraph(xml, "Centered", |xml| run(xml, words, face, Some(layout.head)));
                };
                text(xml, &head.superior, Face::Plain);
                text(xml, &head.issuer, Face::Bold);
                text(xml, "*", Face::Plain);
                if let Some(number) = &head.number {
                    text(xml, number, Face::Plain);
                }
            });
            cell(xml, columns[1], |xml| {
                paragraph(xml, "Centered", |xml| run(xml, &head.party, Face::Bold, party));
                paragraph(xml, "PartyLine", |_| {});
                paragraph(xml, "Centered", |xml| {
                    run(xml, &head.place_and_date, Face::Italic, Some(layout.date));
                });
            });
        });
    });
}

/// Who gets the paper and who signs it, on one page.
pub fn foot(xml: &mut Xml, layout: &Layout, foot: &Foot) {
    let columns = layout.foot_columns();
    line(xml, "Gap", Place::WithNext, |_| {});
    unruled(xml, 0, &columns, |xml| {
        row(xml, |xml| {
            cell(xml, columns[0], |xml| match &foot.left {
                Left::Recipients(label, lines) => {
                    paragraph(xml, "Recipients", |xml| underlined(xml, label));
                    for line in lines {
                        paragraph(xml, "Recipients", |xml| {
                            run(xml, line, Face::Plain, Some(layout.recipients));
                        });
                    }
                }
                Left::Signature(signature) => self::signature(xml, signature),
            });
            cell(xml, columns[1], |xml| signature(xml, &foot.right));
        });
    });
}

fn signature(xml: &mut Xml, signature: &Signature) {
    paragraph(xml, "Centered", |xml| run(xml, &signature.role, Face::Bold, None));
    if !signature.office.is_empty() {
        paragraph(xml, "Centered", |xml| run(xml, &signature.office, Face::Plain, None));
    }
    paragraph(xml, "Signed", |xml| run(xml, &signature.name, Face::Bold, None));
}

fn underlined(xml: &mut Xml, words: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.empty("w:u", &[("w:val", "single")]));
        xml.words("w:t", words);
    });
}

/// Labels and what they are.
pub fn facts(xml: &mut Xml, layout: &Layout, facts: &[Fact]) {
    let columns = [layout.label, layout.width() - layout.indent - layout.label];
    unruled(xml, layout.indent, &columns, |xml| {
        for fact in facts {
            row(xml, |xml| {
                cell(xml, columns[0], |xml| {
                    paragraph(xml, "Fact", |xml| run(xml, &fact.label, Face::Plain, None));
                });
                cell(xml, columns[1], |xml| {
                    paragraph(xml, "Fact", |xml| run(xml, &fact.value, Face::Bold, None));
                });
            });
        }
    });
    paragraph(xml, "Gap", |_| {});
}

/// A table with rules.
pub fn ruled(xml: &mut Xml, layout: &Layout, table: &Table) {
    let columns = widths(table, layout.width());
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            fixed(xml, 0, &columns);
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")];
                    xml.empty(side, &line);
                }
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            margins(xml, CELL_MARGINS);
        });
        grid(xml, &columns);
        let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (head, width) in heads.iter().zip(&columns) {
                cell(xml, *width, |xml| {
                    paragraph(xml, "CellCentered", |xml| run(xml, head, Face::Bold, None));
                });
            }
        });
        for row in &table.rows {
            ruled_row(xml, table, row, &columns);
        }
    });
    paragraph(xml, "Gap", |_| {});
}

fn ruled_row(xml: &mut Xml, table: &Table, cells: &Row, columns: &[u32]) {
    row(xml, |xml| {
        for ((words, column), width) in cells.cells.iter().zip(&table.columns).zip(columns) {
            let style = match column.align {
                Align::Start => "Cell",
                Align::Center => "CellCentered",
            };
            cell(xml, *width, |xml| paragraph(xml, style, |xml| run(xml, words, cells.face, None)));
        }
    });
}

/// Shares as lengths that fill the width to the last unit.
fn widths(table: &Table, width: u32) -> Vec<u32> {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum::<u32>().max(1);
    let mut widths: Vec<u32> =
        table.columns.iter().map(|column| width * u32::from(column.share) / all).collect();
    let rest = width - widths.iter().sum::<u32>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

fn unruled(xml: &mut Xml, indent: u32, columns: &[u32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            fixed(xml, indent, columns);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            margins(xml, (0, 0));
        });
        grid(xml, columns);
        rows(xml);
    });
}

fn fixed(xml: &mut Xml, indent: u32, columns: &[u32]) {
    let width = columns.iter().sum::<u32>().to_string();
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.empty("w:tblInd", &[("w:w", &indent.to_string()), ("w:type", "dxa")]);
}

fn margins(xml: &mut Xml, (sides, ends): (u32, u32)) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", ends), ("w:left", sides), ("w:bottom", ends), ("w:right", sides)] {
            xml.empty(side, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        }
    });
}

fn grid(xml: &mut Xml, columns: &[u32]) {
    xml.element("w:tblGrid", &[], |xml| {
        for width in columns {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

/// A row that stays on one page.
fn row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        cells(xml);
    });
}

fn cell(xml: &mut Xml, width: u32, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        inner(xml);
    });
}
