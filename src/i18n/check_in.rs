//! Texts of check_in.

/// Texts.
pub struct CheckInTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: CheckInTexts = CheckInTexts { title: "" };

/// English.
pub const EN: CheckInTexts = CheckInTexts { title: "" };
