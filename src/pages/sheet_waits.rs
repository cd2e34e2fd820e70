//! Leads the secretary back to the recovery sheet for as long as it is not put away.

use crate::app::routes::Route;
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::{Banner, Tone};
use leptos::prelude::*;

/// Nothing, once the sheet is kept.
#[component]
pub fn SheetWaits() -> impl IntoView {
    let state = use_state();
    let waits = Memo::new(move |_| state.with(Memory::sheet_waits) == Some(true));
    let texts = state.texts().founding();
    view! {
        <Show when=move || waits.get()>
            <Banner
                tone=Tone::Warn
                icon="warning"
                title=texts.sheet_waits
                text=texts.sheet_waits_text
            >
                <a class="button" href=Route::Founding.href()>
                    {texts.open_sheet}
                </a>
            </Banner>
        </Show>
    }
}
