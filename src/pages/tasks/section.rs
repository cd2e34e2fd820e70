//! Tasks under a title, with how many there are.

use crate::state::use_state;
use leptos::prelude::*;

/// The rows under their title; nothing where there are none.
#[component]
pub(super) fn Section(
    /// Unique on the page.
    id: &'static str,
    title: &'static str,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// The rows.
    children: ChildrenFn,
) -> impl IntoView {
    let words = use_state().texts().tasks().count;
    view! {
        <Show when=move || count.get() != 0>
            <section class="section" aria-labelledby=id>
                <div class="section__head">
                    <h2 class="section__title" id=id>
                        {title}
                    </h2>
                    <p class="note">{move || words(count.get())}</p>
                </div>
                <div class="sheet">
                    <ul class="rows">{children()}</ul>
                </div>
            </section>
        </Show>
    }
}
