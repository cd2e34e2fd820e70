//! The beginning of content that takes the place of what was just used.

use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;

/// Takes the focus over as soon as it is in the page: a button that is gone would leave it nowhere, and a screen reader
/// silent. Put it around the heading, which comes into
/// view with it.
#[component]
pub fn Arrival(children: Children) -> impl IntoView {
    let node: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(heading) = node.get() {
            request_animation_frame(move || {
                // It refuses only when it has left the page again.
                heading.focus().ok();
                // What is taller than the view would stay where its middle happens to be.
                heading.scroll_into_view();
            });
        }
    });
    view! {
        <div class="stack" tabindex="-1" node_ref=node>
            {children()}
        </div>
    }
}
