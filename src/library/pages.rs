//! Where the pages of a document lie below each other, so that only those near the reader's eyes are drawn.

use std::ops::{Range, RangeInclusive};

/// Pages of known proportions, one below the other, with the same gap between them. Pages count from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct PageStack {
    bottoms: Vec<f64>,
    gap: f64,
}

impl PageStack {
    /// Pages of these heights.
    pub fn new(heights: impl IntoIterator<Item = f64>, gap: f64) -> Self {
        let mut bottom = 0.0;
        let bottoms = heights.into_iter().map(|height| {
            let below = if bottom == 0.0 { height } else { bottom + gap + height };
            bottom = below;
            below
        });
        Self { bottoms: bottoms.collect(), gap }
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.bottoms.len()).unwrap_or(u32::MAX)
    }

    /// Where a page begins.
    pub fn top(&self, page: u32) -> f64 {
        let before = (page as usize).checked_sub(2).and_then(|before| self.bottoms.get(before));
        before.map_or(0.0, |bottom| bottom + self.gap)
    }

    /// The page at this height; the nearest one above the first and below the last.
    pub fn at(&self, height: f64) -> u32 {
        let above = self.bottoms.iter().take_while(|bottom| **bottom < height).count();
        u32::try_from(above + 1).unwrap_or(u32::MAX).min(self.count().max(1))
    }

    /// Pages to keep drawn: those in view, and those within one view above and below.
    pub fn near(&self, view: &Range<f64>) -> RangeInclusive<u32> {
        let margin = view.end - view.start;
        self.at(view.start - margin)..=self.at(view.end + margin)
    }

    /// Share of the pages whose middle was passed when the view ends at this height, 0 to 100.
    pub fn passed(&self, view_end: f64) -> u8 {
        let middle = |page: u32| (self.top(page) + self.bottoms[page as usize - 1]) / 2.0;
        let passed = (1..=self.count()).take_while(|page| middle(*page) <= view_end).count();
        percent(passed as f64, self.bottoms.len() as f64)
    }
}

/// Share of something `height` long that lies above the end of the view, 0 to 100.
pub fn share_seen(height: f64, view_end: f64) -> u8 {
    // A last line that is cut by a rounded pixel was seen all the same.
    percent(view_end + 1.0, height)
}

fn percent(part: f64, whole: f64) -> u8 {
    if part >= whole { 100 } else { (part / whole * 100.0).clamp(0.0, 99.0) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn stack() -> PageStack {
        PageStack::new([100.0, 200.0, 100.0], 10.0)
    }

    #[test]
    fn pages_lie_below_each_other_with_gaps() {
        let stack = stack();
        assert_eq!([1, 2, 3].map(|page| stack.top(page)), [0.0, 110.0, 320.0]);
        assert_eq!(stack.count(), 3);
    }

    #[rstest]
    #[case(-50.0, 1)]
    #[case(100.0, 1)]
    #[case(105.0, 2)]
    #[case(310.0, 2)]
    #[case(400.0, 3)]
    #[case(9_000.0, 3)]
    fn a_height_lies_on_a_page(#[case] height: f64, #[case] page: u32) {
        assert_eq!(stack().at(height), page);
    }

    #[test]
    fn only_pages_near_the_view_are_kept() {
        let stack = PageStack::new([100.0; 50], 0.0);
        assert_eq!(stack.near(&(1_000.0..1_150.0)), 9..=13);
        assert_eq!(stack.near(&(0.0..150.0)), 1..=3);
    }

    #[rstest]
    #[case(0.0, 0)]
    #[case(50.0, 33)]
    #[case(300.0, 66)]
    #[case(370.0, 100)]
    fn a_page_counts_once_its_middle_was_in_view(#[case] view_end: f64, #[case] share: u8) {
        assert_eq!(stack().passed(view_end), share);
    }

    #[rstest]
    #[case(1_000.0, 250.0, 25)]
    #[case(1_000.0, 998.0, 99)]
    #[case(1_000.0, 999.5, 100)]
    #[case(300.0, 700.0, 100)]
    #[case(1_000.0, -20.0, 0)]
    #[case(0.0, 700.0, 100)]
    fn the_share_seen_ends_where_the_view_ends(#[case] height: f64, #[case] end: f64, #[case] share: u8) {
        assert_eq!(share_seen(height, end), share);
    }
}
