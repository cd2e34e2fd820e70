//! A button that asks for a file. The browser's own control lies in it, unseen, and shows its focus on the button.

use super::icon::Icon;
use leptos::prelude::*;

/// Asks for a file; `on_pick` hears that there is one in the input with this id.
#[component]
pub fn FilePicker(
    /// Unique on the page.
    id: &'static str,
    #[prop(into)] label: Signal<String>,
    /// Endings and types that are offered.
    accept: &'static str,
    /// `primary` where it is the one thing to do.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// Something was picked.
    #[prop(into)]
    on_pick: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="button file-picker" data-kind=kind>
            <Icon name="document" />
            {label}
            <input
                class="visually-hidden"
                id=id
                type="file"
                accept=accept
                on:change=move |_| on_pick.run(())
            />
        </label>
    }
}
