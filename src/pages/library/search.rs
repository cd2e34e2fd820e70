//! The search field, how many it found, how far the texts are read for it, and the filters.

use super::shelf::Shelf;
use crate::state::{Sieve, use_searching, use_state};
use crate::ui::Icon;
use leptos::prelude::*;

const FIELD: &str = "search";

/// The field; finds as one types.
#[component]
pub fn SearchField(shelf: Shelf) -> impl IntoView {
    let state = use_state();
    let typed = shelf.typed;
    let searching = use_searching();
    if untrack(|| typed.with(|typed| !typed.is_empty())) {
        searching.wake(state);
    }
    let filled = Memo::new(move |_| typed.with(|typed| !typed.is_empty()));
    let status = move || {
        let texts = state.texts().library();
        match (shelf.sought.with(|sought| sought.is_empty()), shelf.count()) {
            (true, _) => texts.search_hint.to_owned(),
            (false, 0) => texts.found_none.to_owned(),
            (false, count) => (texts.found)(count),
        }
    };
    let gathering =
        move || searching.gathering().map(|now| (state.texts().library().gathering)(now.done, now.all));
    view! {
        <div class="stack" data-gap="snug">
            <form
                class="search"
                role="search"
                data-end=move || filled.get().then_some("true")
                on:submit=move |event| event.prevent_default()
            >
                <svg class="icon search__icon" aria-hidden="true">
                    <use href="#i-search"></use>
                </svg>
                <label class="visually-hidden" for=FIELD>
                    {state.texts().library().search}
                </label>
                <input
                    class="field__input search__input"
                    id=FIELD
                    type="search"
                    autocomplete="off"
                    placeholder=state.texts().library().search
                    prop:value=typed
                    on:focus=move |_| searching.wake(state)
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <Show when=move || filled.get()>
                    <button
                        class="icon-button search__end"
                        type="button"
                        aria-label=state.texts().library().clear
                        on:click=move |_| typed.set(String::new())
                    >
                        <Icon name="cross" />
                    </button>
                </Show>
            </form>
            <p class="note" role="status">
                {status}
            </p>
            <p class="note">{gathering}</p>
        </div>
    }
}

/// The filters; one is always on.
#[component]
pub fn Filters(shelf: Shelf) -> impl IntoView {
    let state = use_state();
    let chips = move || {
        let texts = state.texts().library();
        [
            (Sieve::All, texts.all),
            (Sieve::NextMeeting, texts.next_meeting),
            (Sieve::Unread, texts.unread),
            (Sieve::Saved, texts.saved_only),
        ]
    };
    let chip = move |(sieve, label): (Sieve, &'static str)| {
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || (shelf.sieve.get() == sieve).to_string()
                on:click=move |_| shelf.sieve.set(sieve)
            >
                {label}
            </button>
        }
    };
    view! {
        <div
            class="cluster"
            data-gap="tight"
            role="group"
            aria-label=state.texts().library().filters
        >
            {move || chips().map(chip).collect_view()}
        </div>
    }
}
