//! What a form edits, in a dialog or on a page: its fields, what was kept of them, and the button that saves them.

use crate::pages::autosave::SavedTag;
use crate::pages::writing::Writing;
use crate::state::use_state;
use crate::ui::{Banner, CommandButton, Tone};
use leptos::prelude::*;

/// The fields and their button. While they are saved the button takes no second press.
#[component]
pub fn EditForm(
    /// The fields.
    children: Children,
    /// The words on the button; `Lưu` where there are none.
    #[prop(optional)]
    label: Option<&'static str>,
    /// Stands before them.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Where what is typed is kept until it is saved.
    #[prop(optional)]
    writing: Option<Writing>,
    /// It is one of several things to do on its page.
    #[prop(optional)]
    quiet: bool,
    /// It is being saved.
    #[prop(optional, into)]
    saving: Signal<bool>,
    /// Reads the fields and saves them; nothing where one was refused, and the first of these gets the focus.
    #[prop(into)]
    on_save: Callback<(), Option<()>>,
) -> impl IntoView {
    let state = use_state();
    let saving = writing.map_or(saving, |writing| writing.saving.into());
    let on_press = move || {
        if on_save.run(()).is_none() {
            state.device().shell.focus_first_wrong();
        }
    };
    view! {
        {writing.map(|writing| view! { <Resumed writing /> })}
        {children()}
        {writing
            .map(|writing| {
                view! {
                    <SavedTag autosave=writing.autosave />
                    <Refused writing />
                }
            })}
        <CommandButton
            label=label.unwrap_or(state.texts().shell().save)
            icon
            kind=(!quiet).then_some("primary")
            busy=saving
            on_press
        />
    }
}

/// Says why it could not be saved.
#[component]
pub fn Refused(
    /// What is written.
    writing: Writing,
) -> impl IntoView {
    view! {
        <p class="field__error" role="alert">
            {move || writing.refused.get()}
        </p>
    }
}

/// Says that a draft was taken up, with a way to begin anew.
#[component]
pub fn Resumed(
    /// What is written.
    writing: Writing,
) -> impl IntoView {
    let texts = use_state().texts().notice();
    view! {
        <Show when=move || writing.resumed.get()>
            <Banner tone=Tone::Wait icon="pen" title=texts.resumed>
                <CommandButton label=texts.anew busy=writing.saving on_press=move || writing.begin_anew() />
            </Banner>
        </Show>
    }
}
