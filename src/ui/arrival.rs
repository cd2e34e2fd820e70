//! The beginning of content that takes the place of what was just used.

use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;

/// Takes the focus over as soon as it is in the page: a button that is gone would leave it nowhere, and a screen reader
/// silent. Put it around the heading.
#[component]
pub fn Arrival(children: Children) -> impl IntoView {
    let node: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(heading) = node.get() {
            request_animation_frame(move || {
                // It refuses only when it has left the page again.
                heading.focus().ok();
            });
        }
    });
    view! {
        <div class="stack" tabindex="-1" node_ref=node>
            {children()}
        </div>
    }
}
