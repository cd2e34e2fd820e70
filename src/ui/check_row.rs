//! A row of a list that can be ticked.

use super::icon::{Icon, IconSize};
use leptos::prelude::*;

/// A whole row as one check box.
#[component]
pub fn CheckRow(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] note: Signal<String>,
    /// Behind the note, never broken.
    #[prop(optional)]
    number: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="row"
            type="button"
            role="checkbox"
            aria-checked=move || checked.get().to_string()
            on:click=move |_| on_toggle.run(())
        >
            <span class="check">
                <Icon name="check" size=IconSize::Small />
            </span>
            <span class="row__body">
                <span class="row__title">{title}</span>
                <Show when=move || note.with(|note| !note.is_empty())>
                    <span class="row__note">{note} " " <span class="num">{number.clone()}</span></span>
                </Show>
            </span>
        </button>
    }
}
