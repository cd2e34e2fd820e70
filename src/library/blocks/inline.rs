//! Bold, italic and links inside a line of Markdown.
//!
//! One pass pairs delimiters with four slots of memory, a second writes the spans: nothing is searched twice.

use super::{Span, Spans, Style};

/// Bytes between the brackets of a link target beyond which it is no link.
const TARGET_BYTES_MAX: usize = 2_048;
/// The longest run of stars or underscores that means a style.
const RUN_MAX: usize = 3;

/// A place in the source that is not shown as it stands.
struct Mark {
    start: usize,
    end: usize,
    /// Nothing as long as it turned out to be ordinary text.
    effect: Option<Effect>,
}

#[derive(Clone, Copy)]
enum Effect {
    Hide,
    ToggleEmphasis,
    ToggleStrong,
}

/// The text with its styles; link targets are dropped, HTML stays visible text.
pub(super) fn parse(text: &str) -> Spans {
    write(text, &marks(text))
}

fn marks(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks: Vec<Mark> = Vec::new();
    // The mark that opened each style, by delimiter (star, underscore) and strength.
    let mut open: [[Option<usize>; 2]; 2] = [[None; 2]; 2];
    let mut brackets: Vec<usize> = Vec::new();
    let mut next_parenthesis = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        let mut push = |end, effect| marks.push(Mark { start, end, effect });
        match byte {
            b'\\' if bytes.get(at).is_some_and(u8::is_ascii_punctuation) => {
                push(at, Some(Effect::Hide));
                at += 1;
            }
            b'*' | b'_' => {
                let run = bytes[start..].iter().take_while(|&&other| other == byte).count();
                at = start + run;
                if run <= RUN_MAX {
                    let sides = Sides::of(byte, start.checked_sub(1).map(|i| bytes[i]), bytes.get(at));
                    let slots = &mut open[usize::from(byte == b'_')];
                    pair(&mut marks, slots, sides, start, run);
                }
            }
            b'!' if bytes.get(at) == Some(&b'[') => {
                push(at + 1, None);
                brackets.push(marks.len() - 1);
                at += 1;
            }
            b'[' => {
                push(at, None);
                brackets.push(marks.len() - 1);
            }
            b']' => {
                let Some(opening) = brackets.pop() else {
                    continue;
                };
                if bytes.get(at) != Some(&b'(') {
                    continue;
                }
                next_parenthesis = next_parenthesis.max(at);
                while bytes.get(next_parenthesis).is_some_and(|&other| other != b')') {
                    next_parenthesis += 1;
                }
                if next_parenthesis < bytes.len() && next_parenthesis - at <= TARGET_BYTES_MAX {
                    at = next_parenthesis + 1;
                    push(at, Some(Effect::Hide));
                    marks[opening].effect = Some(Effect::Hide);
                }
            }
            _ => {}
        }
    }
    marks
}

/// Whether a run of delimiters may open or close a style, judged by its neighbours.
#[derive(Clone, Copy)]
struct Sides {
    opens: bool,
    closes: bool,
}

impl Sides {
    fn of(delimiter: u8, before: Option<u8>, after: Option<&u8>) -> Self {
        let before_space = before.is_none_or(|byte| byte.is_ascii_whitespace());
        let after_space = after.is_none_or(u8::is_ascii_whitespace);
        // An underscore inside a word, as in file names, is an underscore.
        let free = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
        let star = delimiter == b'*';
        Self {
            opens: !after_space && (star || before.is_none_or(free)),
            closes: !before_space && (star || after.is_none_or(|&byte| free(byte))),
        }
    }
}

/// Pairs a run of one to three delimiters with what is open, strong before emphasis.
fn pair(marks: &mut Vec<Mark>, slots: &mut [Option<usize>; 2], sides: Sides, start: usize, run: usize) {
    let mut at = start;
    for (strength, width) in [(1, 2), (0, 1)] {
        if run & width == 0 {
            continue;
        }
        let effect = if strength == 1 { Effect::ToggleStrong } else { Effect::ToggleEmphasis };
        let mut mark = Mark { start: at, end: at + width, effect: None };
        at += width;
        match slots[strength] {
            Some(opening) if sides.closes => {
                marks[opening].effect = Some(effect);
                mark.effect = Some(effect);
                slots[strength] = None;
            }
            None if sides.opens => slots[strength] = Some(marks.len()),
            _ => {}
        }
        marks.push(mark);
    }
}

fn write(text: &str, marks: &[Mark]) -> Spans {
    let mut spans = Spans::new();
    let (mut strong, mut emphasis) = (false, false);
    let mut shown = 0;
    for mark in marks {
        let Some(effect) = mark.effect else { continue };
        push(&mut spans, &text[shown..mark.start], style(strong, emphasis));
        shown = mark.end;
        match effect {
            Effect::Hide => {}
            Effect::ToggleEmphasis => emphasis = !emphasis,
            Effect::ToggleStrong => strong = !strong,
        }
    }
    push(&mut spans, &text[shown..], style(strong, emphasis));
    spans
}

fn style(strong: bool, emphasis: bool) -> Style {
    match (strong, emphasis) {
        (false, false) => Style::Plain,
        (false, true) => Style::Emphasis,
        (true, false) => Style::Strong,
        (true, true) => Style::StrongEmphasis,
    }
}

fn push(spans: &mut Spans, text: &str, style: Style) {
    match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.style == style => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), style }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::blocks::plain_text;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Spans written back: plain, /emphasis/, #strong#, both.
    fn drawn(text: &str) -> String {
        let draw = |span: Span| match span.style {
            Style::Plain => span.text,
            Style::Emphasis => ["/", &span.text, "/"].concat(),
            Style::Strong => ["#", &span.text, "#"].concat(),
            Style::StrongEmphasis => ["#/", &span.text, "/#"].concat(),
        };
        parse(text).into_iter().map(draw).collect()
    }

    #[rstest]
    #[case("chữ **đậm** và *nghiêng*", "chữ #đậm# và /nghiêng/")]
    #[case("__đậm__ và _nghiêng_", "#đậm# và /nghiêng/")]
    #[case("***cả hai***", "#/cả hai/#")]
    #[case("**đậm *và nghiêng* đậm**", "#đậm ##/và nghiêng/## đậm#")]
    #[case("2 * 3 * 4", "2 * 3 * 4")]
    #[case("**chưa đóng", "**chưa đóng")]
    #[case("đã đóng**", "đã đóng**")]
    #[case("so_hieu_12 và tệp_đính_kèm", "so_hieu_12 và tệp_đính_kèm")]
    #[case("****", "****")]
    #[case("**** a ****", "**** a ****")]
    #[case(r"\*không\* \[ngoặc\]", "*không* [ngoặc]")]
    #[case(r"C:\Tài liệu\", r"C:\Tài liệu\")]
    #[case("xem [Quy định 294](https://example.org/a?b=c) nhé", "xem Quy định 294 nhé")]
    #[case("[**đậm**](x)", "#đậm#")]
    #[case("![ảnh](a.png)", "ảnh")]
    #[case("[một] (hai)", "[một] (hai)")]
    #[case("[chưa xong](http://", "[chưa xong](http://")]
    #[case("Điều [1] và mảng[0](x)", "Điều [1] và mảng0")]
    #[case("<b onclick=\"x()\">a</b>", "<b onclick=\"x()\">a</b>")]
    #[case("`mã`", "`mã`")]
    #[case("", "")]
    fn styles_and_links_are_read(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(drawn(text), expected);
    }

    #[test]
    fn a_target_beyond_all_measure_is_no_link() {
        let text = ["[a](", &"x".repeat(TARGET_BYTES_MAX + 1), ")"].concat();
        assert_eq!(plain_text(&parse(&text)), text);
    }

    #[rstest]
    #[case("*")]
    #[case("*a ")]
    #[case("**a ")]
    #[case("[")]
    #[case("![")]
    #[case("](")]
    #[case("[](")]
    #[case("_ ")]
    #[case("\\")]
    fn hostile_repetition_makes_no_more_marks_than_bytes(#[case] piece: &str) {
        let text = piece.repeat(100_000);
        assert!(marks(&text).len() <= text.len());
        assert!(parse(&text).len() <= text.len());
    }

    proptest! {
        #[test]
        fn any_line_parses_to_no_more_than_it_holds(text in "[*_\\[\\]()!\\\\a-cđ <>`]{0,60}") {
            let spans = parse(&text);
            prop_assert!(plain_text(&spans).len() <= text.len());
            prop_assert!(spans.iter().all(|span| !span.text.is_empty()));
            prop_assert!(spans.windows(2).all(|pair| pair[0].style != pair[1].style));
        }

        #[test]
        fn text_without_marks_is_untouched(text in "[^*_\\[\\]\\\\]{0,60}") {
            prop_assert_eq!(plain_text(&parse(&text)), text);
        }
    }
}
