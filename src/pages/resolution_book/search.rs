//! Looking for a resolution by any of its words: number, title, what was concluded, tasks and names.

use crate::state::use_state;
use leptos::prelude::*;

const FIELD: &str = "search-book";

/// The field; finds as one types.
#[component]
pub(super) fn Search(typed: RwSignal<String>, found: Signal<usize>) -> impl IntoView {
    let texts = use_state().texts().resolution_book();
    let status = move || match (typed.with(|typed| typed.trim().is_empty()), found.get()) {
        (true, _) => String::new(),
        (false, 0) => texts.found_none.to_owned(),
        (false, count) => (texts.found)(count),
    };
    view! {
        <form class="search" role="search" on:submit=move |event| event.prevent_default()>
            <svg class="icon search__icon" aria-hidden="true">
                <use href="#i-search"></use>
            </svg>
            <label class="visually-hidden" for=FIELD>
                {texts.search}
            </label>
            <input
                class="field__input search__input"
                id=FIELD
                type="search"
                autocomplete="off"
                placeholder=texts.search
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </form>
        <p class="note" role="status">
            {status}
        </p>
    }
}
