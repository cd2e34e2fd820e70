//! Bản bổ sung, đính chính: what is put right in a paper that was locked.

use super::held::paragraphs;
use super::letterhead::{Behalf, Letterhead};
use crate::domain::time::Day;
use paper::{Block, Page, Paper, Title};

/// An addendum of `day` about `about` to the paper called `of`, such as `Nghị quyết số 15-NQ/CB ngày 03/10/2026`.
pub fn addendum(letterhead: &Letterhead<'_>, of: &str, day: Day, about: &str, text: &str) -> Paper {
    let lead = ["Bổ sung, đính chính ", of, " như sau:"].concat();
    let mut body = vec![Block::text(lead)];
    body.extend(paragraphs("", text));
    Paper {
        page: Page::A4,
        head: letterhead.head(None, day),
        title: Title { kind: "BẢN BỔ SUNG".to_owned(), about: [about, " (", of, ")"].concat() },
        body,
        foot: Some(letterhead.foot(Behalf::Branch, &["Như văn bản gốc", "Lưu chi bộ"])),
        annexes: Vec::new(),
    }
}
