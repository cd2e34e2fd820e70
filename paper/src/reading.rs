//! What is read of a Word file: its words as Markdown, and what else must be looked at before it may come in.

use minicbor::{Decode, Encode};

/// The words of a file.
#[derive(Clone, Debug, PartialEq, Eq, Default, Encode, Decode)]
pub struct Reading {
    /// What is read, as Markdown.
    #[n(0)]
    pub markdown: String,
    /// What stands around it on the page, line by line: heads, feet, comments.
    #[n(1)]
    pub around: String,
    /// What the file says of itself: title, subject, keywords and the like.
    #[n(2)]
    pub fields: Vec<String>,
    /// How many pictures stand in the text; each is named there and seen in the file itself.
    #[n(3)]
    pub pictures: u32,
}

/// Why a Word file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Unread {
    /// No Word file.
    #[n(0)]
    NotWord,
    /// The format of before 2007.
    #[n(1)]
    OldWord,
    /// It asks for a password.
    #[n(2)]
    Encrypted,
    /// It is cut or damaged.
    #[n(3)]
    Broken,
    /// It is far larger than it looks.
    #[n(4)]
    TooLarge,
}
