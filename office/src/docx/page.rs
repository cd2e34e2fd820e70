//! Paragraphs and runs.

use crate::xml::Xml;
use paper::Face;

/// Where a paragraph stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// After the one before it.
    Here,
    /// On the page of what follows.
    WithNext,
    /// At the head of a new page.
    NewPage,
}

/// A paragraph of this style.
pub fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    line(xml, style, Place::Here, inner);
}

/// A paragraph of this style at this place.
pub fn line(xml: &mut Xml, style: &str, place: Place, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            match place {
                Place::Here => {}
                Place::WithNext => xml.empty("w:keepNext", &[]),
                Place::NewPage => xml.empty("w:pageBreakBefore", &[]),
            }
        });
        inner(xml);
    });
}

/// Words of one face; `half_points` where they differ in size from their style.
pub fn run(xml: &mut Xml, words: &str, face: Face, half_points: Option<u32>) {
    xml.element("w:r", &[], |xml| {
        if face != Face::Plain || half_points.is_some() {
            xml.element("w:rPr", &[], |xml| {
                match face {
                    Face::Plain => {}
                    Face::Bold => xml.empty("w:b", &[]),
                    Face::Italic => xml.empty("w:i", &[]),
                }
                if let Some(size) = half_points {
                    self::size(xml, size);
                }
            });
        }
        for (index, part) in words.split('\n').enumerate() {
            if index > 0 {
                xml.empty("w:br", &[]);
            }
            xml.words("w:t", part);
        }
    });
}

/// The size of letters.
pub fn size(xml: &mut Xml, half_points: u32) {
    let size = half_points.to_string();
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
}
