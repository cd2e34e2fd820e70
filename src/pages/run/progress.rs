//! How far something is, as the meeting finds it: one tap.

use crate::domain::task::Progress;
use crate::state::use_state;
use leptos::prelude::*;

/// Every progress there is, and the one that was found.
#[component]
pub fn ProgressChips(
    /// Nothing before the meeting has looked at it.
    found: Memo<Option<Progress>>,
    #[prop(into)] on_find: Callback<Progress>,
) -> impl IntoView {
    let texts = use_state().texts().tasks();
    let chip = move |of: Progress| {
        view! {
            <button
                class="chip"
                data-wrap="true"
                type="button"
                aria-pressed=move || (found.get() == Some(of)).to_string()
                on:click=move |_| on_find.run(of)
            >
                {(texts.progress)(of)}
            </button>
        }
    };
    Progress::ALL.map(chip).collect_view()
}
