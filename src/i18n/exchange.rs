//! Trao đổi.

/// Trao đổi.
pub struct ExchangeTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: ExchangeTexts = ExchangeTexts { title: "Trao đổi" };

/// English.
pub const EN: ExchangeTexts = ExchangeTexts { title: "Exchange" };
