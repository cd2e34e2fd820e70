//! Texts of founding.

/// Texts.
pub struct FoundingTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: FoundingTexts = FoundingTexts { title: "" };

/// English.
pub const EN: FoundingTexts = FoundingTexts { title: "" };
