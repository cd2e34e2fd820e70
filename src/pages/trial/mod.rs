//! The sample branch, opened as a member or as its secretary.

use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{FocusScreen, Icon};
use leptos::prelude::*;

/// Who to be in the sample branch.
#[component]
pub fn Trial() -> impl IntoView {
    let state = use_state();
    let title = state.texts().start().trial;
    let back = state.texts().shell().back;
    let button = move |as_secretary: bool, icon: &'static str| {
        let label = move || {
            let texts = state.texts().start();
            if as_secretary { texts.trial_secretary } else { texts.trial_member }
        };
        view! {
            <button
                class="button"
                data-wide="true"
                type="button"
                disabled=move || state.preparing()
                on:click=move |_| state.try_sample(as_secretary)
            >
                <Icon name=icon />
                {label}
            </button>
        }
    };
    view! {
        <FocusScreen title back=Route::Start.href() back_label=back>
            <p>{state.texts().start().trial_note}</p>
            <div class="stack" aria-busy=move || state.preparing().to_string()>
                {button(false, "person")} {button(true, "hall")}
            </div>
            <p class="note" role="status">
                {move || state.preparing().then(|| state.texts().start().trial_preparing)}
            </p>
        </FocusScreen>
    }
}
