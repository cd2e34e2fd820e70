//! Theme, text size and language of this phone. Kept here; set on the page by `boot.js`, before the first paint and
//! whenever this says that they have changed. Both read the same keys and words.

use super::service_worker::dispatch;
use gloo_storage::{LocalStorage, Storage};

/// Colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white with strong lines.
    Contrast,
    /// As the phone is set.
    Auto,
}

/// Size of the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// Vừa.
    #[default]
    Medium,
    /// Lớn.
    Large,
    /// Rất lớn.
    VeryLarge,
}

/// Language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

/// What the owner of this phone likes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Colours of the screen.
    pub theme: Theme,
    /// Size of the letters.
    pub text: TextSize,
    /// Language of the screen.
    pub language: Language,
}

impl Theme {
    /// Every theme, in the order it is offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::Auto];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Auto => "auto",
        }
    }
}

impl TextSize {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Medium, Self::Large, Self::VeryLarge];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Medium => "vua",
            Self::Large => "lon",
            Self::VeryLarge => "rat-lon",
        }
    }
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Vietnamese, Self::English];

    /// The word that is stored, as in `lang`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

const THEME: &str = "so-tay.theme";
const TEXT: &str = "so-tay.text";
const LANGUAGE: &str = "so-tay.language";

impl Preferences {
    /// What is kept. Unknown words, and a phone that keeps nothing, count as no wish.
    pub fn read() -> Self {
        Self {
            theme: choice(THEME, &Theme::ALL, Theme::word),
            text: choice(TEXT, &TextSize::ALL, TextSize::word),
            language: choice(LANGUAGE, &Language::ALL, Language::word),
        }
    }

    /// Keeps them and has the page follow. On a phone that keeps nothing (private windows) they are lost.
    pub fn keep(self) {
        if storage_opens() {
            for (key, word) in
                [(THEME, self.theme.word()), (TEXT, self.text.word()), (LANGUAGE, self.language.word())]
            {
                LocalStorage::set(key, word).ok();
            }
        }
        dispatch("so-tay:preferences");
    }
}

fn choice<T: Copy + Default>(key: &str, all: &[T], word: fn(T) -> &'static str) -> T {
    if !storage_opens() {
        return T::default();
    }
    let stored = LocalStorage::get::<String>(key).unwrap_or_default();
    all.iter().copied().find(|&one| word(one) == stored).unwrap_or_default()
}

/// `LocalStorage` traps where the browser blocks the storage.
fn storage_opens() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
