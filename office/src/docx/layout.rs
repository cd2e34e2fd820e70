//! Measures of a Party paper (36-HD/VPTW) in the units of Word: lengths in twentieths of a point, letters in half
//! points.

use paper::Page;

/// What a page looks like.
pub struct Layout {
    /// Width and height of the sheet.
    pub sheet: (u32, u32),
    /// Top, right, bottom, left.
    pub margins: [u32; 4],
    /// Body.
    pub text: u32,
    /// Tables.
    pub table: u32,
    /// The columns of the head.
    pub head: u32,
    /// The Party's name.
    pub party: u32,
    /// Place and date.
    pub date: u32,
    /// The kind of paper in its title.
    pub kind: u32,
    /// The lines of those who get the paper.
    pub recipients: u32,
    /// Indent of a paragraph's first line.
    pub indent: u32,
    /// Width of the labels of facts.
    pub label: u32,
}

const A4: Layout = Layout {
    sheet: (11_906, 16_838),
    margins: [millimetres(20), millimetres(15), millimetres(20), millimetres(30)],
    text: 28,
    table: 26,
    head: 28,
    party: 30,
    date: 28,
    kind: 32,
    recipients: 24,
    indent: millimetres(10),
    label: millimetres(29),
};

const A5_LARGE: Layout = Layout {
    sheet: (8_391, 11_906),
    margins: [millimetres(10), millimetres(12), millimetres(10), millimetres(14)],
    text: 32,
    table: 28,
    head: 23,
    party: 24,
    date: 22,
    kind: 36,
    recipients: 26,
    indent: millimetres(5),
    label: millimetres(30),
};

/// The Party's name in bold letters of one point, in twentieths: the line below it is as long.
const PARTY_WIDTH: u32 = 276;

impl Layout {
    /// The layout of a page.
    pub const fn of(page: Page) -> &'static Self {
        match page {
            Page::A4 => &A4,
            Page::A5Large => &A5_LARGE,
        }
    }

    /// Width between the margins.
    pub const fn width(&self) -> u32 {
        let [_, right, _, left] = self.margins;
        self.sheet.0 - left - right
    }

    /// The two columns of the head.
    pub const fn head_columns(&self) -> [u32; 2] {
        let left = self.width() * 9 / 20;
        [left, self.width() - left]
    }

    /// The two columns of the foot.
    pub const fn foot_columns(&self) -> [u32; 2] {
        let left = self.width() / 2;
        [left, self.width() - left]
    }

    /// Indent at both sides of the line below the Party's name.
    pub const fn party_indent(&self) -> u32 {
        let [_, column] = self.head_columns();
        column.saturating_sub(PARTY_WIDTH * self.party / 2) / 2
    }
}

const fn millimetres(length: u32) -> u32 {
    length * 1_440 * 10 / 254
}
