//! Scanning an invitation with the camera.

use super::invited::target;
use crate::pages::viewfinder::Viewfinder;
use crate::state::use_state;
use crate::ui::OverlayScreen;
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
        <OverlayScreen
            title=state.texts().start().camera_title
            back_label=state.texts().shell().back
            on_back=on_close
        >
                <Viewfinder hint=state.texts().start().camera_hint take />
        </OverlayScreen>
    }
}
