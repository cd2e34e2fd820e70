//! Marks in front of the points of a list.

use crate::domain::text::push_digits;

/// `a)`, `b)`, `c)`, `d)`, `đ)`, `e)`, `g)` … in the order of `letters`, which a regulation sets; after the last one
/// `aa)`. Without letters, `1.`
pub fn letter(letters: &[char], index: usize) -> String {
    let Some(letter) = index.checked_rem(letters.len()).and_then(|place| letters.get(place)) else {
        return number(index);
    };
    let times = index / letters.len() + 1;
    let mut mark: String = std::iter::repeat_n(*letter, times).collect();
    mark.push(')');
    mark
}

/// `1.`, `2.`
pub fn number(index: usize) -> String {
    let mut mark = String::new();
    push_digits(&mut mark, u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1), 1);
    mark.push('.');
    mark
}

/// Points in their order, each with its mark in front.
pub fn marked<'a>(
    points: impl IntoIterator<Item = &'a str>,
    mark: impl Fn(usize) -> String,
) -> Vec<paper::Block> {
    let lines = points.into_iter().enumerate();
    lines.map(|(index, point)| paper::Block::text([&mark(index), " ", point].concat())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
        'v', 'x', 'y',
    ];

    #[test]
    fn points_are_lettered_with_d_and_without_f_and_j() {
        let marks: Vec<String> = (0..10).map(|index| letter(&LETTERS, index)).collect();
        assert_eq!(marks, ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"]);
    }

    #[test]
    fn every_point_of_a_long_list_has_a_mark_of_its_own() {
        let marks: std::collections::BTreeSet<String> =
            (0..60).map(|index| letter(&LETTERS, index)).collect();
        assert_eq!(marks.len(), 60);
        assert_eq!((letter(&LETTERS, 22), letter(&LETTERS, 23)), ("y)".to_owned(), "aa)".to_owned()));
    }

    #[test]
    fn points_without_letters_are_numbered() {
        assert_eq!((letter(&[], 0), letter(&[], 4)), ("1.".to_owned(), "5.".to_owned()));
    }
}
