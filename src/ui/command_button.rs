//! The button of a command. While the command runs it keeps the focus and takes no second press.

use super::icon::Icon;
use leptos::prelude::*;

/// A button that does something once at a time.
#[component]
pub fn CommandButton(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// What a screen reader says instead of them, where the same words stand in many rows.
    #[prop(optional, into)]
    spoken: Option<String>,
    /// Stands before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<&'static str>,
    /// `primary`, `quiet`, `danger`.
    #[prop(optional_no_strip, into)]
    kind: Option<&'static str>,
    /// Takes the room that is left in its bar.
    #[prop(optional)]
    grow: bool,
    /// It asks in a dialog first.
    #[prop(optional)]
    opens_dialog: bool,
    /// The command runs, or something is missing for it: presses are ignored.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The command.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let on_click = move |_| {
        if !busy.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            class=if grow { "button action-bar__grow" } else { "button" }
            data-kind=kind
            type="button"
            aria-label=spoken
            aria-haspopup=opens_dialog.then_some("dialog")
            aria-disabled=move || busy.get().then_some("true")
            on:click=on_click
        >
            {icon.map(|name| view! { <Icon name /> })}
            {label}
        </button>
    }
}
