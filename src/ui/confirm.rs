//! A question before something that is not easily undone.

use super::dialog::Dialog;
use super::icon::Icon;
use leptos::prelude::*;

/// Asks once more; the button names what it does.
#[component]
pub fn Confirm(
    /// Unique on the page.
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    /// The verb on the button.
    #[prop(into)]
    verb: Signal<String>,
    icon: &'static str,
    open: RwSignal<bool>,
    cancel_label: &'static str,
    #[prop(into)] on_yes: Callback<()>,
) -> impl IntoView {
    let on_yes = move |_| {
        open.set(false);
        on_yes.run(());
    };
    view! {
        <Dialog id title open close_label=cancel_label>
            <p>{text}</p>
            <div class="cluster">
                <button class="button" data-kind="danger" type="button" on:click=on_yes>
                    <Icon name=icon />
                    {verb}
                </button>
                <button class="button" type="button" on:click=move |_| open.set(false)>
                    {cancel_label}
                </button>
            </div>
        </Dialog>
    }
}
