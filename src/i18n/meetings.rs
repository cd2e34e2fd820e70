//! Texts of meetings.

/// Texts.
pub struct MeetingsTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: MeetingsTexts = MeetingsTexts { title: "" };

/// English.
pub const EN: MeetingsTexts = MeetingsTexts { title: "" };
