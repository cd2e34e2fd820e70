//! An icon of the sprite in `index.html`. Always beside words, so always hidden from screen readers.

use leptos::prelude::*;

/// Size of an icon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    /// Beside small words.
    Small,
    /// Beside words.
    #[default]
    Normal,
    /// In tiles.
    Large,
    /// In empty states.
    Huge,
}

/// An icon, by its name in the sprite without `i-`.
#[component]
pub fn Icon(name: &'static str, #[prop(optional)] size: IconSize) -> impl IntoView {
    let size = match size {
        IconSize::Small => Some("s"),
        IconSize::Normal => None,
        IconSize::Large => Some("l"),
        IconSize::Huge => Some("xl"),
    };
    view! {
        <svg class="icon" aria-hidden="true" data-size=size>
            <use href=["#i-", name].concat()></use>
        </svg>
    }
}
