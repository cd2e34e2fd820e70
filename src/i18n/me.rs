//! Texts of me.

/// Texts.
pub struct MeTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: MeTexts = MeTexts { title: "" };

/// English.
pub const EN: MeTexts = MeTexts { title: "" };
