//! One of many, from a native list: the phone shows it in its own large way.

use leptos::prelude::*;

/// A list to choose from. `chosen` is the place in `options`.
#[component]
pub fn Select(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<String>>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let option = move |(place, words): (usize, String)| {
        view! {
            <option value=place.to_string() prop:selected=move || chosen.get() == place>
                {words}
            </option>
        }
    };
    let on_change = move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            chosen.set(place);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <select class="field__input" id=id on:change=on_change>
                {move || options.get().into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}
