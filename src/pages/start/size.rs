//! The text size, asked once at the start.

use crate::pages::text_size::TextSizes;
use crate::state::use_state;
use crate::ui::{ActionBar, Arrival};
use leptos::prelude::*;

/// The samples, and the way on.
#[component]
pub fn ChooseSize(on_done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(state.device().preferences.text_size());
    view! {
        <div class="app">
            <main class="app__main" id="main" tabindex="-1">
                <div class="page-head">
                    <Arrival>
                        <h1>{state.texts().start().size_title}</h1>
                    </Arrival>
                    <p class="page-head__note">{state.texts().start().size_lead}</p>
                </div>
                <TextSizes chosen />
            </main>
            <ActionBar>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| on_done()
                >
                    {state.texts().start().size_use}
                </button>
            </ActionBar>
        </div>
    }
}
