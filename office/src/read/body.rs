//! The words of the body: paragraphs, lists, tables, footnotes, text boxes.

use super::numbering::{Label, Numbering};
use super::on;
use super::styles::{Styles, outline_level};
use super::walk::{Step, Tag, Walk};
use paper::Unread;
use paper::markdown::{Bullet, Markdown, Words};

/// What stands in the place of a picture. Papers are Vietnamese in every language of the app.
const PICTURE: &str = "[hình]";
/// Columns beyond which no screen shows a table: its rows become paragraphs.
const COLUMNS_MAX: usize = 20;
/// What is never shown: deleted words, fields' instructions, what an older program is given instead.
const UNSEEN: [&str; 8] =
    ["del", "moveFrom", "instrText", "delText", "Fallback", "rPrChange", "pPrChange", "sectPr"];

#[derive(Clone, Debug, Default)]
struct Paragraph {
    level: Option<u8>,
    label: Option<Label>,
    words: Vec<Words>,
}

enum Piece {
    Paragraph(Paragraph),
    /// Rows of cells of paragraphs.
    Table(Vec<Vec<Vec<Paragraph>>>),
}

/// What is read of the body, so far.
pub struct Body {
    styles: Styles,
    numbering: Numbering,
    pieces: Vec<Piece>,
    notes: Vec<(String, Vec<Words>)>,
    /// Footnotes in the order in which they are named.
    named: Vec<String>,
    pictures: u32,
}

impl Body {
    /// Of nothing yet.
    pub fn new(styles: Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, pieces: Vec::new(), notes: Vec::new(), named: Vec::new(), pictures: 0 }
    }

    /// Reads `document.xml`.
    pub fn read(&mut self, text: &str) -> Result<(), Unread> {
        let mut walk = Walk::new(text);
        while let Some(step) = walk.next()? {
            if let Step::Open(tag) = step
                && tag.name() == "body"
            {
                self.pieces = self.blocks(&mut walk)?;
            }
        }
        Ok(())
    }

    /// Reads `footnotes.xml` or `endnotes.xml`.
    pub fn read_notes(&mut self, text: &str) -> Result<(), Unread> {
        let mut walk = Walk::new(text);
        while let Some(step) = walk.next()? {
            let Step::Open(tag) = step else { continue };
            let kind = match &*tag.name() {
                "footnote" => "f",
                "endnote" => "e",
                _ => continue,
            };
            let id = [kind, &tag.value("id").unwrap_or_default()].concat();
            // Lines that part notes from the text are notes of a type of their own.
            if tag.value("type").is_some_and(|kind| kind != "normal") {
                walk.skip()?;
                continue;
            }
            let pieces = self.blocks(&mut walk)?;
            let mut words = Vec::new();
            for piece in pieces {
                paragraphs(piece, &mut |paragraph| spaced(&mut words, paragraph.words));
            }
            self.notes.push((id, words));
        }
        Ok(())
    }

    /// What was read, and how many pictures are in it.
    pub fn finish(self) -> (String, u32) {
        let mut out = Markdown::default();
        for piece in self.pieces {
            match piece {
                Piece::Paragraph(paragraph) => write(&mut out, paragraph),
                Piece::Table(rows) => write_table(&mut out, rows),
            }
        }
        let told = |id: &String| self.notes.iter().find(|(other, _)| other == id);
        if self.named.iter().any(|id| told(id).is_some()) {
            out.rule();
        }
        for (number, id) in (1..).zip(&self.named) {
            if let Some((_, words)) = told(id) {
                let words: Vec<Words> =
                    std::iter::once(plain(&format!("[{number}] "))).chain(words.iter().cloned()).collect();
                out.paragraph(&words);
            }
        }
        (out.finish(), self.pictures)
    }

    /// Paragraphs and tables up to the end of the element that was opened last.
    fn blocks(&mut self, walk: &mut Walk<'_>) -> Result<Vec<Piece>, Unread> {
        let mut pieces = Vec::new();
        while let Some(tag) = walk.child()? {
            match &*tag.name() {
                "p" => self.paragraph(walk, &mut pieces)?,
                "tbl" => self.table(walk, &mut pieces)?,
                name if UNSEEN.contains(&name) => walk.skip()?,
                "sdtPr" | "tblPr" | "tblGrid" | "trPr" | "tcPr" => walk.skip()?,
                _ => pieces.extend(self.blocks(walk)?),
            }
        }
        Ok(pieces)
    }

    fn paragraph(&mut self, walk: &mut Walk<'_>, pieces: &mut Vec<Piece>) -> Result<(), Unread> {
        let mut paragraph = Paragraph::default();
        let mut boxes = Vec::new();
        self.inside(walk, &mut paragraph, &mut boxes)?;
        pieces.push(Piece::Paragraph(paragraph));
        pieces.extend(boxes);
        Ok(())
    }

    /// What stands in a paragraph, through whatever is around its runs.
    fn inside(
        &mut self,
        walk: &mut Walk<'_>,
        paragraph: &mut Paragraph,
        boxes: &mut Vec<Piece>,
    ) -> Result<(), Unread> {
        while let Some(tag) = walk.child()? {
            match &*tag.name() {
                "pPr" => self.properties(walk, paragraph)?,
                "r" => self.run(walk, paragraph, boxes)?,
                "txbxContent" => boxes.extend(self.blocks(walk)?),
                "t" => paragraph.words.push(plain(&walk.words()?)),
                name if UNSEEN.contains(&name) => walk.skip()?,
                _ => self.inside(walk, paragraph, boxes)?,
            }
        }
        Ok(())
    }

    fn properties(&mut self, walk: &mut Walk<'_>, paragraph: &mut Paragraph) -> Result<(), Unread> {
        let (mut style, mut list, mut depth, mut level) = (None, None, None, None);
        let mut open = 1;
        while open > 0 {
            match walk.next()? {
                Some(Step::Close) => open -= 1,
                Some(Step::Text(_)) => {}
                None => return Err(Unread::Broken),
                Some(Step::Open(tag)) => {
                    if UNSEEN.contains(&&*tag.name()) {
                        walk.skip()?;
                        continue;
                    }
                    open += 1;
                    let value = tag.value("val").unwrap_or_default();
                    match &*tag.name() {
                        "pStyle" => style = Some(value),
                        "numId" => list = Some(value),
                        "ilvl" => depth = value.parse().ok(),
                        "outlineLvl" => level = outline_level(&value),
                        _ => {}
                    }
                }
            }
        }
        let styled = |find: &dyn Fn(&str) -> Option<u8>| style.as_deref().and_then(find);
        paragraph.level = level.or_else(|| styled(&|id| self.styles.level(id))).filter(|level| *level > 0);
        let of_style = style.as_deref().and_then(|id| self.styles.number(id));
        let (list, depth) = match (list, of_style) {
            (Some(list), of_style) => (list, depth.or(of_style.map(|(_, depth)| depth)).unwrap_or(0)),
            (None, Some((list, of_style))) => (list, depth.unwrap_or(of_style)),
            (None, None) => return Ok(()),
        };
        paragraph.label = self.numbering.next(&list, depth);
        Ok(())
    }

    fn run(
        &mut self,
        walk: &mut Walk<'_>,
        paragraph: &mut Paragraph,
        boxes: &mut Vec<Piece>,
    ) -> Result<(), Unread> {
        let mut look = Words::default();
        let mut hidden = false;
        while let Some(tag) = walk.child()? {
            let mut say = |text: &str| {
                if !hidden {
                    paragraph.words.push(Words { text: text.to_owned(), ..look.clone() });
                }
            };
            match &*tag.name() {
                "rPr" => (look, hidden) = properties_of_run(walk)?,
                "t" => say(&walk.words()?),
                "tab" | "ptab" => pass(walk, say, " ")?,
                "br" if tag.value("type").is_none_or(|kind| kind == "textWrapping") => pass(walk, say, "\n")?,
                "cr" => pass(walk, say, "\n")?,
                "noBreakHyphen" => pass(walk, say, "-")?,
                "footnoteReference" => self.note(walk, &tag, "f", say)?,
                "endnoteReference" => self.note(walk, &tag, "e", say)?,
                "drawing" | "pict" | "object" | "AlternateContent" => {
                    self.drawing(walk, &tag.name(), paragraph, boxes)?
                }
                _ => walk.skip()?,
            }
        }
        Ok(())
    }

    fn note(
        &mut self,
        walk: &mut Walk<'_>,
        tag: &Tag<'_>,
        kind: &str,
        mut say: impl FnMut(&str),
    ) -> Result<(), Unread> {
        self.named.push([kind, &tag.value("id").unwrap_or_default()].concat());
        say(&format!("[{}]", self.named.len()));
        walk.skip()
    }

    /// A drawing: the words of its text boxes stand after the paragraph; without any it counts as a picture.
    fn drawing(
        &mut self,
        walk: &mut Walk<'_>,
        name: &str,
        paragraph: &mut Paragraph,
        boxes: &mut Vec<Piece>,
    ) -> Result<(), Unread> {
        let mut open = 1;
        let mut picture = name == "object";
        while open > 0 {
            match walk.next()? {
                Some(Step::Close) => open -= 1,
                Some(Step::Text(_)) => {}
                None => return Err(Unread::Broken),
                Some(Step::Open(tag)) => match &*tag.name() {
                    "txbxContent" => boxes.extend(self.blocks(walk)?),
                    "Fallback" => walk.skip()?,
                    name => {
                        picture |= matches!(name, "blip" | "imagedata");
                        open += 1;
                    }
                },
            }
        }
        if picture {
            self.pictures += 1;
            paragraph.words.push(plain(PICTURE));
        }
        Ok(())
    }

    /// A table with lines. One without is how authors place words side by side, such as the head of a letter: its cells
    /// become paragraphs, and so does a box of one column.
    fn table(&mut self, walk: &mut Walk<'_>, pieces: &mut Vec<Piece>) -> Result<(), Unread> {
        let mut lines = false;
        let mut rows = Vec::new();
        self.rows(walk, &mut rows, &mut lines)?;
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if lines && (2..=COLUMNS_MAX).contains(&columns) {
            pieces.push(Piece::Table(rows));
        } else {
            pieces.extend(rows.into_iter().flatten().flatten().map(Piece::Paragraph));
        }
        Ok(())
    }

    fn rows(
        &mut self,
        walk: &mut Walk<'_>,
        rows: &mut Vec<Vec<Vec<Paragraph>>>,
        lines: &mut bool,
    ) -> Result<(), Unread> {
        while let Some(tag) = walk.child()? {
            match &*tag.name() {
                "tblPr" => *lines |= has_lines(walk)?,
                "tr" => {
                    let mut cells = Vec::new();
                    self.cells(walk, &mut cells, lines)?;
                    rows.push(cells);
                }
                name if UNSEEN.contains(&name) || name == "tblGrid" => walk.skip()?,
                _ => self.rows(walk, rows, lines)?,
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        walk: &mut Walk<'_>,
        cells: &mut Vec<Vec<Paragraph>>,
        lines: &mut bool,
    ) -> Result<(), Unread> {
        while let Some(tag) = walk.child()? {
            match &*tag.name() {
                "tc" => {
                    let mut inside = Vec::new();
                    while let Some(tag) = walk.child()? {
                        match &*tag.name() {
                            "tcPr" => *lines |= has_lines(walk)?,
                            "p" => self.paragraph(walk, &mut inside)?,
                            "tbl" => self.table(walk, &mut inside)?,
                            name if UNSEEN.contains(&name) => walk.skip()?,
                            _ => inside.extend(self.blocks(walk)?),
                        }
                    }
                    let mut cell = Vec::new();
                    inside
                        .into_iter()
                        .for_each(|piece| paragraphs(piece, &mut |paragraph| cell.push(paragraph)));
                    cells.push(cell);
                }
                name if UNSEEN.contains(&name) || name == "trPr" || name == "tblPrEx" => walk.skip()?,
                _ => self.cells(walk, cells, lines)?,
            }
        }
        Ok(())
    }
}

fn plain(text: &str) -> Words {
    Words { text: text.to_owned(), ..Words::default() }
}

fn pass(walk: &mut Walk<'_>, mut say: impl FnMut(&str), text: &str) -> Result<(), Unread> {
    say(text);
    walk.skip()
}

/// How a run looks, and whether it is hidden.
fn properties_of_run(walk: &mut Walk<'_>) -> Result<(Words, bool), Unread> {
    let (mut look, mut hidden) = (Words::default(), false);
    while let Some(tag) = walk.child()? {
        match &*tag.name() {
            "b" => look.bold = on(tag.value("val")),
            "i" => look.italic = on(tag.value("val")),
            "vanish" => hidden = on(tag.value("val")),
            _ => {}
        }
        walk.skip()?;
    }
    Ok((look, hidden))
}

/// Whether properties of a table or a cell draw lines: by its style or by its own borders.
fn has_lines(walk: &mut Walk<'_>) -> Result<bool, Unread> {
    let (mut lines, mut open, mut in_borders) = (false, 1, None);
    while open > 0 {
        match walk.next()? {
            Some(Step::Close) => {
                open -= 1;
                in_borders = in_borders.filter(|at| *at <= open);
            }
            Some(Step::Text(_)) => {}
            None => return Err(Unread::Broken),
            Some(Step::Open(tag)) => {
                open += 1;
                match &*tag.name() {
                    "tblStyle" => lines |= tag.value("val").is_some_and(|style| style != "TableNormal"),
                    "tblBorders" | "tcBorders" => in_borders = Some(open),
                    _ if in_borders.is_some() => {
                        lines |= tag.value("val").is_some_and(|line| line != "nil" && line != "none");
                    }
                    _ => {}
                }
            }
        }
    }
    Ok(lines)
}

/// Every paragraph of a piece, in reading order.
fn paragraphs(piece: Piece, take: &mut impl FnMut(Paragraph)) {
    match piece {
        Piece::Paragraph(paragraph) => take(paragraph),
        Piece::Table(rows) => rows.into_iter().flatten().flatten().for_each(take),
    }
}

/// Adds words after others, with a space between.
fn spaced(words: &mut Vec<Words>, more: Vec<Words>) {
    if !words.is_empty() && !more.is_empty() {
        words.push(plain(" "));
    }
    words.extend(more);
}

/// The words of a paragraph after its number.
fn labelled(paragraph: Paragraph) -> Vec<Words> {
    match paragraph.label {
        Some(Label::Number(label)) if !paragraph.words.is_empty() => {
            let mut look = paragraph.words.first().cloned().unwrap_or_default();
            look.text = [&label, " "].concat();
            std::iter::once(look).chain(paragraph.words).collect()
        }
        Some(Label::Dot(_)) if !paragraph.words.is_empty() => {
            std::iter::once(plain("- ")).chain(paragraph.words).collect()
        }
        _ => paragraph.words,
    }
}

fn write(out: &mut Markdown, paragraph: Paragraph) {
    match (paragraph.level, &paragraph.label) {
        (Some(level), _) => {
            // What is bold in a heading is so because it is one.
            let words: Vec<Words> = labelled(paragraph).into_iter().map(|words| plain(&words.text)).collect();
            out.heading(level, &words);
        }
        (None, Some(Label::Dot(depth))) => out.item(*depth > 0, Bullet::Dot, &paragraph.words),
        (None, _) => out.paragraph(&labelled(paragraph)),
    }
}

fn write_table(out: &mut Markdown, rows: Vec<Vec<Vec<Paragraph>>>) {
    let joined = |cell: Vec<Paragraph>| {
        let mut words = Vec::new();
        cell.into_iter().for_each(|paragraph| spaced(&mut words, labelled(paragraph)));
        words
    };
    let rows: Vec<Vec<Vec<Words>>> = rows
        .into_iter()
        .map(|row| row.into_iter().map(joined).collect())
        .filter(|row: &Vec<_>| !row.is_empty())
        .collect();
    out.table(rows.iter().map(|row| row.iter().map(Vec::as_slice).collect()));
}
