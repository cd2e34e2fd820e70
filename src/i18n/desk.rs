//! Texts of desk.

/// Texts.
pub struct DeskTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: DeskTexts = DeskTexts { title: "" };

/// English.
pub const EN: DeskTexts = DeskTexts { title: "" };
