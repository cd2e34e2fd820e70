//! Texts of library.

/// Texts.
pub struct LibraryTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: LibraryTexts = LibraryTexts { title: "" };

/// English.
pub const EN: LibraryTexts = LibraryTexts { title: "" };
