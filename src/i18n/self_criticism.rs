//! Texts of self_criticism.

/// Texts.
pub struct SelfCriticismTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: SelfCriticismTexts = SelfCriticismTexts { title: "" };

/// English.
pub const EN: SelfCriticismTexts = SelfCriticismTexts { title: "" };
