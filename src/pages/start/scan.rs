//! Scanning an invitation with the camera.

use super::open::Opener;
use crate::pages::viewfinder::Viewfinder;
use crate::state::use_state;
use crate::ui::OverlayScreen;
use leptos::prelude::*;

/// The camera, until an invitation is in view.
#[component]
pub fn ScanInvitation(opener: Opener, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    // The button that led here is gone.
    Effect::new(move |_| state.device().shell.focus_heading());
    view! {
        <OverlayScreen
            title=state.texts().start().camera_title
            back_label=state.texts().shell().back
            on_back=on_close
        >
            <Viewfinder
                hint=state.texts().start().camera_hint
                take=move |text: String| opener.open(&text)
            />
        </OverlayScreen>
    }
}
