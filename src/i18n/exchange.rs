//! Texts of exchange.

/// Texts.
pub struct ExchangeTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: ExchangeTexts = ExchangeTexts { title: "" };

/// English.
pub const EN: ExchangeTexts = ExchangeTexts { title: "" };
