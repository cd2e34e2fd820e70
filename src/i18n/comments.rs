//! Texts of comments.

/// Texts.
pub struct CommentsTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: CommentsTexts = CommentsTexts { title: "" };

/// English.
pub const EN: CommentsTexts = CommentsTexts { title: "" };
