//! A paper as WordprocessingML (ECMA-376), as Word and LibreOffice write it: few styles, fixed tables, no macros.

mod layout;
mod page;
mod parts;
mod tables;

use crate::package::{self, Fault};
use crate::xml::Xml;
use layout::Layout;
use page::{Place, line, paragraph, run};
use paper::{Block, Face, Paper, Title};

/// The paper as a DOCX file. The same paper gives the same bytes.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, Fault> {
    let layout = Layout::of(paper.page);
    let mut files = parts::fixed(layout);
    files.push(("docProps/core.xml", parts::core(&paper.title)));
    files.push(("word/document.xml", document(paper, layout)));
    let day = package::NO_DAY;
    package::package(day, files.iter().map(|(name, bytes)| (*name, bytes.as_slice())))
}

fn document(paper: &Paper, layout: &Layout) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:document", &[("xmlns:w", parts::WORDS), ("xmlns:r", parts::RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            tables::head(xml, layout, &paper.head);
            title(xml, layout, &paper.title, Place::Here);
            body(xml, layout, &paper.body, paper.foot.is_some());
            if let Some(foot) = &paper.foot {
                tables::foot(xml, layout, foot);
            }
            for annex in &paper.annexes {
                title(xml, layout, &annex.title, Place::NewPage);
                body(xml, layout, &annex.body, false);
            }
            parts::section(xml, layout);
        });
    });
    xml.into_bytes()
}

fn title(xml: &mut Xml, layout: &Layout, title: &Title, place: Place) {
    line(xml, "Title", place, |xml| run(xml, &title.kind, Face::Bold, Some(layout.kind)));
    if !title.about.is_empty() {
        paragraph(xml, "Subtitle", |xml| run(xml, &title.about, Face::Bold, None));
    }
    paragraph(xml, "Rule", |xml| run(xml, "-----", Face::Plain, None));
}

/// `signed`: the last paragraph stays with the signature, which must not stand alone on a page.
fn body(xml: &mut Xml, layout: &Layout, blocks: &[Block], signed: bool) {
    let last = blocks.len().saturating_sub(1);
    for (index, block) in blocks.iter().enumerate() {
        let place = if signed && index == last { Place::WithNext } else { Place::Here };
        match block {
            Block::Text(runs) => line(xml, "BodyText", place, |xml| {
                runs.iter().for_each(|part| run(xml, &part.words, part.face, None));
            }),
            Block::Heading(words) => paragraph(xml, "Heading1", |xml| run(xml, words, Face::Plain, None)),
            Block::Facts(facts) => tables::facts(xml, layout, facts),
            Block::Table(table) => tables::ruled(xml, layout, table),
        }
    }
}
