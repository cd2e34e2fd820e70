//! A comment on the theme: three boxes, and who may read it.

use super::id::ThingId;
use super::words::Prose;

/// The three parts of a thematic comment. Each may be empty, but not all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Boxes {
    /// thực trạng
    pub current_state: Prose,
    /// nguyên nhân
    pub causes: Prose,
    /// giải pháp
    pub solutions: Prose,
}

/// One of the three boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentBox {
    /// thực trạng
    CurrentState,
    /// nguyên nhân
    Causes,
    /// giải pháp
    Solutions,
}

impl CommentBox {
    /// Every box, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::CurrentState, Self::Causes, Self::Solutions];
}

impl Boxes {
    /// The words in one box.
    pub fn words_in(&self, comment_box: CommentBox) -> &Prose {
        match comment_box {
            CommentBox::CurrentState => &self.current_state,
            CommentBox::Causes => &self.causes,
            CommentBox::Solutions => &self.solutions,
        }
    }

    /// Boxes that carry words.
    pub fn filled(&self) -> usize {
        [&self.current_state, &self.causes, &self.solutions].iter().filter(|text| !text.is_empty()).count()
    }
}

/// Who may read a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// chi bộ: passed on to all, with the name
    Branch,
    /// chỉ bí thư
    Secretary,
    /// ẩn danh: carries no name at all
    Anonymous,
}

/// A comment on the theme of a meeting. One for each member and meeting; a new version replaces the old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Which meeting.
    pub meeting: ThingId,
    /// The words.
    pub boxes: Boxes,
    /// Who may read it.
    pub visibility: Visibility,
}
