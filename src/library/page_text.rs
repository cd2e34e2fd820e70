//! The words of pages as one text: page numbers and the lines that every page repeats are left out.

use crate::domain::text::lower;
use std::collections::BTreeMap;

/// Lines at the top and at the bottom of a page among which the repeated ones are looked for.
const EDGE_LINES: usize = 3;
/// Pages below which nothing counts as repeated.
const PAGES_MIN: usize = 3;
/// Letters beyond which a line is no running head.
const HEAD_CHARS_MAX: usize = 120;

/// Joins what is written on each page. A page begins on a new line, with a form feed, so that a sentence that goes on over the edge
/// can be told from a new one.
pub fn join_pages(pages: &[String]) -> String {
    let heads = running(pages);
    let kept = pages.iter().map(|page| {
        let lines: Vec<&str> = page.lines().collect();
        let idle = |line: &&&str| line.trim().is_empty() || heads.contains(&shape(line));
        let top = lines.iter().take_while(idle).count();
        let bottom = lines[top..].iter().rev().take_while(idle).count();
        lines[top..lines.len() - bottom].join("\n")
    });
    kept.collect::<Vec<_>>().join("\n\u{c}")
}

/// Shapes of lines that stand at the edge of half of the pages.
fn running(pages: &[String]) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
        let edge = lines.iter().take(EDGE_LINES).chain(lines.iter().skip(EDGE_LINES).rev().take(EDGE_LINES));
        let mut shapes: Vec<String> =
            edge.filter(|line| line.chars().count() <= HEAD_CHARS_MAX).map(|line| shape(line)).collect();
        shapes.sort();
        shapes.dedup();
        for shape in shapes {
            *times.entry(shape).or_default() += 1;
        }
    }
    let often = (pages.len() / 2).max(PAGES_MIN);
    times.into_iter().filter(|(_, times)| *times >= often).map(|(shape, _)| shape).collect()
}

/// A line without its numbers, in small letters: "Trang 3/10" looks like "Trang 4/10".
fn shape(line: &str) -> String {
    lower(&line.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pages: &[&str]) -> String {
        join_pages(&pages.iter().map(|page| (*page).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn what_every_page_repeats_is_left_out() {
        let pages = [
            "HƯỚNG DẪN\nĐiều 1. Một",
            "2\nTài liệu nội bộ\nđi tiếp câu\n\nĐiều 2. Hai",
            "3\nTài liệu nội bộ\nĐiều 3. Ba",
            "4\nTài liệu nội bộ\nĐiều 4. Bốn",
        ];
        assert_eq!(
            joined(&pages),
            "HƯỚNG DẪN\nĐiều 1. Một\n\u{c}đi tiếp câu\n\nĐiều 2. Hai\n\u{c}Điều 3. Ba\n\u{c}Điều 4. Bốn"
        );
    }

    #[test]
    fn numbers_at_the_foot_go_and_numbers_of_clauses_stay() {
        let pages = ["a\n- 1 -", "b\n1. c\n- 2 -", "d\n- 3 -"];
        assert_eq!(joined(&pages), "a\n\u{c}b\n1. c\n\u{c}d");
    }

    #[test]
    fn two_pages_repeat_nothing() {
        assert_eq!(joined(&["a\nb", "a\nc"]), "a\nb\n\u{c}a\nc");
    }

    #[test]
    fn a_page_of_nothing_but_its_number_is_empty() {
        assert_eq!(joined(&["1\na", "2", "3\nb"]), "a\n\u{c}\n\u{c}b");
    }
}
