//! The two halves of Nhiệm vụ: the own tasks, and the resolution book. Each has an address.

use crate::app::routes::Route;
use crate::state::use_state;
use leptos::prelude::*;

/// The title, and a link to each half.
#[component]
pub fn TaskHalves(
    /// Which half is shown.
    here: Route,
) -> impl IntoView {
    let texts = use_state().texts().tasks();
    let half = |(route, words): (Route, &'static str)| {
        view! {
            <a
                class="segmented__item"
                href=route.href()
                aria-current=(route == here).then_some("page")
            >
                {words}
            </a>
        }
    };
    let halves = [(Route::Tasks, texts.mine), (Route::ResolutionBook, texts.book)];
    view! {
        <h1>{texts.title}</h1>
        <nav class="segmented" aria-label=texts.halves>
            {halves.map(half).collect_view()}
        </nav>
    }
}
