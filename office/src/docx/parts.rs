//! The parts of the file that no words of the paper stand in: types, relations, styles, the header with the page
//! number, the section.

use super::layout::Layout;
use super::page::size;
use crate::xml::Xml;
use paper::Title;

/// Namespace of WordprocessingML.
pub const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of relations inside a document.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const FONT: &str = "Times New Roman";
const HEADER: &str = "header1.xml";
/// A line of the body: 1.15 of a single one, so that marks above capitals never touch the line before.
const LINE: &str = "276";

/// Everything but the document and its title.
pub fn fixed(layout: &Layout) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles(layout)),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header()),
    ]
}

fn content_types() -> Vec<u8> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", space)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        for (name, kind) in [
            ("/word/document.xml", "document.main+xml"),
            ("/word/styles.xml", "styles+xml"),
            ("/word/settings.xml", "settings+xml"),
            ("/word/header1.xml", "header+xml"),
        ] {
            xml.empty("Override", &[("PartName", name), ("ContentType", &[MAIN, kind].concat())]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
    });
    xml.into_bytes()
}

fn relations(targets: &[(&str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    xml.element("Relationships", &[("xmlns", space)], |xml| {
        for (number, (kind, target)) in (1..).zip(targets) {
            let id = format!("rId{number}");
            xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.into_bytes()
}

fn package_relations() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let main = [RELATIONS, "/officeDocument"].concat();
    relations(&[(&main, "word/document.xml"), (core, "docProps/core.xml")])
}

fn document_relations() -> Vec<u8> {
    let of = |kind: &str| [RELATIONS, kind].concat();
    let [header, styles, settings] = ["/header", "/styles", "/settings"].map(of);
    relations(&[(&header, HEADER), (&styles, "styles.xml"), (&settings, "settings.xml")])
}

/// The title, for lists of files. No author and no time: the same paper is the same file.
pub fn core(title: &Title) -> Vec<u8> {
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        let title = [title.kind.as_str(), " ", &title.about].concat();
        xml.element("dc:title", &[], |xml| xml.text(title.trim()));
        xml.element("dc:language", &[], |xml| xml.text("vi-VN"));
    });
    xml.into_bytes()
}

/// Tells Word which of its versions this is for; without it Word offers to convert the file.
fn settings() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORDS)], |xml| {
        xml.empty("w:defaultTabStop", &[("w:val", "567")]);
        xml.element("w:compat", &[], |xml| {
            let version = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &version);
        });
    });
    xml.into_bytes()
}

fn header() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", WORDS)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", "Centered")]));
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| {
                xml.element("w:r", &[], |xml| xml.words("w:t", "2"));
            });
        });
    });
    xml.into_bytes()
}

/// The sheet, its margins, and the page number on every page but the first.
pub fn section(xml: &mut Xml, layout: &Layout) {
    let (width, height) = layout.sheet;
    let [top, right, bottom, left] = layout.margins.map(|margin| margin.to_string());
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId1")]);
        xml.empty("w:pgSz", &[("w:w", &width.to_string()), ("w:h", &height.to_string())]);
        let margins = [
            ("w:top", top.as_str()),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "510"),
            ("w:footer", "510"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}

/// How a style differs from the one that all build on.
struct Style<'a> {
    id: &'a str,
    name: &'a str,
    align: &'a str,
    /// Space above and below.
    space: (u32, u32),
    /// Height of a line, where it is not a single one.
    line: Option<(&'a str, &'a str)>,
    first_line: u32,
    /// Half points, where they differ.
    letters: Option<u32>,
    bold: bool,
    keep_next: bool,
}

const CENTERED: Style<'_> = Style {
    id: "Centered",
    name: "Centered",
    align: "center",
    space: (0, 0),
    line: None,
    first_line: 0,
    letters: None,
    bold: false,
    keep_next: false,
};

fn styles(layout: &Layout) -> Vec<u8> {
    let body = Some((LINE, "auto"));
    let list = [
        CENTERED,
        Style { id: "Title", name: "Title", space: (360, 0), keep_next: true, ..CENTERED },
        Style { id: "Subtitle", name: "Subtitle", keep_next: true, ..CENTERED },
        Style { id: "Rule", name: "Title Rule", space: (0, 160), keep_next: true, ..CENTERED },
        Style {
            id: "BodyText",
            name: "Body Text",
            align: "both",
            space: (0, 120),
            line: body,
            first_line: layout.indent,
            ..CENTERED
        },
        Style {
            id: "Heading1",
            name: "heading 1",
            align: "left",
            space: (60, 120),
            line: body,
            first_line: layout.indent,
            bold: true,
            keep_next: true,
            ..CENTERED
        },
        Style { id: "Fact", name: "Fact", align: "left", space: (0, 80), ..CENTERED },
        Style { id: "Cell", name: "Cell", align: "left", letters: Some(layout.table), ..CENTERED },
        Style { id: "CellCentered", name: "Cell Centered", letters: Some(layout.table), ..CENTERED },
        Style { id: "Recipients", name: "Recipients", align: "left", ..CENTERED },
        Style { id: "Signed", name: "Signed", space: (1_120, 0), ..CENTERED },
        Style { id: "Gap", name: "Gap", line: Some(("120", "exact")), ..CENTERED },
    ];
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", WORDS)], |xml| {
        defaults(xml, layout);
        xml.element(
            "w:style",
            &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")],
            |xml| {
                xml.empty("w:name", &[("w:val", "Normal")]);
                xml.empty("w:qFormat", &[]);
            },
        );
        list.iter().for_each(|style| self::style(xml, style));
        party_line(xml, layout);
    });
    xml.into_bytes()
}

fn defaults(xml: &mut Xml, layout: &Layout) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let scripts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|script| (script, FONT));
                xml.empty("w:rFonts", &scripts);
                size(xml, layout.text);
                xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN")]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                let spacing =
                    [("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
                xml.empty("w:spacing", &spacing);
            });
        });
    });
}

fn named(xml: &mut Xml, id: &str, name: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", id)], |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
        xml.empty("w:qFormat", &[]);
        inner(xml);
    });
}

fn style(xml: &mut Xml, style: &Style<'_>) {
    named(xml, style.id, style.name, |xml| {
        xml.element("w:pPr", &[], |xml| {
            if style.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            let (before, after) = (style.space.0.to_string(), style.space.1.to_string());
            let (height, rule) = style.line.unwrap_or(("240", "auto"));
            let spacing = [
                ("w:before", before.as_str()),
                ("w:after", &after),
                ("w:line", height),
                ("w:lineRule", rule),
            ];
            xml.empty("w:spacing", &spacing);
            if style.first_line > 0 {
                xml.empty("w:ind", &[("w:firstLine", &style.first_line.to_string())]);
            }
            xml.empty("w:jc", &[("w:val", style.align)]);
            if style.id == "Heading1" {
                xml.empty("w:outlineLvl", &[("w:val", "0")]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
            }
            if let Some(letters) = style.letters {
                size(xml, letters);
            }
        });
    });
}

/// The line below the Party's name: as long as the name, and clear of the dots below its letters, which an underline
/// would cut.
fn party_line(xml: &mut Xml, layout: &Layout) {
    named(xml, "PartyLine", "Party Line", |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.element("w:pBdr", &[], |xml| {
                let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")];
                xml.empty("w:top", &line);
            });
            let spacing = [("w:before", "20"), ("w:after", "80"), ("w:line", "60"), ("w:lineRule", "exact")];
            xml.empty("w:spacing", &spacing);
            let indent = layout.party_indent().to_string();
            xml.empty("w:ind", &[("w:left", &indent), ("w:right", &indent)]);
        });
    });
}
