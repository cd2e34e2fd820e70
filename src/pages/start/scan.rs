//! Scanning an invitation with the camera.

use super::open::Opener;
use crate::app::routes::Route;
use crate::pages::viewfinder::Viewfinder;
use crate::state::use_state;
use crate::ui::FocusScreen;
use leptos::prelude::*;

/// The camera, until an invitation is in view.
#[component]
pub fn Scan() -> impl IntoView {
    let state = use_state();
    let opener = Opener::new(None);
    view! {
        <FocusScreen
            title=state.texts().start().camera_title
            back=Route::Start.href()
            back_label=state.texts().shell().back
        >
            <Viewfinder
                hint=state.texts().start().camera_hint
                take=move |text: String| opener.open(&text)
            />
        </FocusScreen>
    }
}
