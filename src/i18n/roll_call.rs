//! Texts of roll_call.

/// Texts.
pub struct RollCallTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: RollCallTexts = RollCallTexts { title: "" };

/// English.
pub const EN: RollCallTexts = RollCallTexts { title: "" };
