//! Cá nhân.

/// Cá nhân.
pub struct MeTexts {
    /// Title.
    pub title: &'static str,
    /// Text size.
    pub size_medium: &'static str,
    /// Text size.
    pub size_large: &'static str,
    /// Text size.
    pub size_largest: &'static str,
}

/// Vietnamese.
pub const VI: MeTexts =
    MeTexts { title: "Cá nhân", size_medium: "Vừa", size_large: "Lớn", size_largest: "Rất lớn" };

/// English.
pub const EN: MeTexts =
    MeTexts { title: "Me", size_medium: "Medium", size_large: "Large", size_largest: "Very large" };
