//! Scanning an invitation with the camera.

use super::invited::target;
use crate::pages::viewfinder::Viewfinder;
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The camera, until an invitation is in view.
#[component]
pub fn ScanInvitation(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    let navigate = use_navigate();
    let take = move |text: String| match target(&text) {
        Some(address) => {
            navigate(&address, NavigateOptions::default());
            true
        }
        None => false,
    };
    view! {
        <div class="app">
            <header class="app-bar" data-plain="false">
                <button
                    class="icon-button app-bar__back"
                    type="button"
                    aria-label=state.texts().shell().back
                    on:click=move |_| on_close()
                >
                    <Icon name="back" />
                </button>
                <h1 class="app-bar__title">{state.texts().start().camera_title}</h1>
            </header>
            <main class="app__main" id="main" tabindex="-1">
                <Viewfinder hint=state.texts().start().camera_hint take />
            </main>
        </div>
    }
}
