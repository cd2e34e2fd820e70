//! What a page shows when the store did not give what it asked for.

use crate::state::use_state;
use crate::sync::Fault;
use crate::ui::Blank;
use leptos::prelude::*;

/// In place of what was asked for. The way out is to open the page anew.
#[component]
pub fn Unread(
    /// Why the store did not give it.
    fault: Fault,
    /// Nothing else is on the page.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let state = use_state();
    view! {
        <Blank alone icon="warning" title=state.sentence(fault)>
            <a class="button" data-kind="primary" href="" rel="external">
                {state.texts().shell().try_again}
            </a>
        </Blank>
    }
}

/// The same in place of a whole page.
#[component]
pub fn UnreadPage(
    /// Why the store did not give it.
    fault: Fault,
) -> impl IntoView {
    view! {
        <main class="app__main" id="main" tabindex="-1">
            <Unread fault alone=true />
        </main>
    }
}
