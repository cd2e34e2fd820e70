//! A native dialog: the browser keeps the focus inside and closes it with Escape.

use leptos::html;
use leptos::prelude::*;

/// A sheet from below on a phone, a dialog in the middle on a laptop. Shown while `open` is true.
#[component]
pub fn Dialog(
    /// Unique on the page; names the heading.
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    open: RwSignal<bool>,
    close_label: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let node: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            if open.get() && !dialog.open() {
                // It refuses only when it is not in the page, and then there is nothing to show it in.
                drop(dialog.show_modal());
            } else if !open.get() && dialog.open() {
                dialog.close();
            }
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby=id on:close=move |_| open.set(false)>
            <div class="dialog__head">
                <h2 id=id data-size="l">
                    {title}
                </h2>
                <button
                    class="icon-button"
                    type="button"
                    aria-label=close_label
                    on:click=move |_| open.set(false)
                >
                    <super::Icon name="cross" />
                </button>
            </div>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
