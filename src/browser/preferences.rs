//! Theme, text size and language of this phone. Kept here; set on the page by `boot.js`, before the first paint and
//! whenever this says that they have changed. Both read the same keys and words.

use super::service_worker::dispatch;
use crate::ports::device::{Language, Preferences, TextSize, Theme};
use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

/// Preferences in the browser's local storage. A phone that keeps nothing (private windows) forgets them.
pub struct StoredPreferences;

/// A wish, its words in the store; the first is taken where nothing readable is stored.
type Words<T, const N: usize> = [(T, &'static str); N];

const THEME: &str = "so-tay.theme";
const THEMES: Words<Theme, 4> =
    [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Contrast, "contrast"), (Theme::Auto, "auto")];
const TEXT: &str = "so-tay.text";
const TEXTS: Words<TextSize, 3> =
    [(TextSize::Medium, "vua"), (TextSize::Large, "lon"), (TextSize::Largest, "rat-lon")];
const LANGUAGE: &str = "so-tay.language";
const LANGUAGES: Words<Language, 2> = [(Language::Vietnamese, "vi"), (Language::English, "en")];

impl Preferences for StoredPreferences {
    fn theme(&self) -> Theme {
        read(THEME, &THEMES)
    }

    fn set_theme(&self, theme: Theme) {
        keep(THEME, &THEMES, theme);
    }

    fn text_size(&self) -> TextSize {
        read(TEXT, &TEXTS)
    }

    fn set_text_size(&self, size: TextSize) {
        keep(TEXT, &TEXTS, size);
    }

    fn language(&self) -> Language {
        read(LANGUAGE, &LANGUAGES)
    }

    fn set_language(&self, language: Language) {
        keep(LANGUAGE, &LANGUAGES, language);
    }

    fn reduced_motion(&self) -> bool {
        let query = web_sys::window().map(|window| window.match_media("(prefers-reduced-motion: reduce)"));
        matches!(query, Some(Ok(Some(list))) if list.matches())
    }
}

fn read<T: Copy, const N: usize>(key: &str, words: &Words<T, N>) -> T {
    let stored = storage().and_then(|storage| storage.get_item(key).ok().flatten());
    let known = words.iter().find(|(_, word)| stored.as_deref() == Some(*word));
    known.unwrap_or(&words[0]).0
}

fn keep<T: Copy + PartialEq, const N: usize>(key: &str, words: &Words<T, N>, wish: T) {
    if let Some((_, word)) = words.iter().find(|(value, _)| *value == wish)
        && let Some(storage) = storage()
    {
        // A full or blocked storage loses the wish at the next start, nothing else.
        storage.set_item(key, word).ok();
    }
    dispatch("so-tay:preferences");
}

/// The raw storage, as words need no JSON, whose reader weighs more than all that is read. `LocalStorage` traps where
/// the browser blocks it.
fn storage() -> Option<Storage> {
    let open = web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
    open.then(LocalStorage::raw)
}
