//! Whether an announced meeting stands, is postponed or is cancelled, and why.

use super::form::{Form, Standing};
use crate::state::use_state;
use crate::ui::{Banner, Choice, ChoiceItem, TextArea, Tone};
use leptos::prelude::*;

/// The choice and its reason.
#[component]
pub fn PlanFields(form: Form) -> impl IntoView {
    let state = use_state();
    let items = {
        let texts = state.texts().notice();
        let item = |value, title: &str, note: &str| ChoiceItem {
            value,
            title: title.to_owned(),
            note: note.to_owned(),
        };
        vec![
            item(Standing::Announced, texts.stands, ""),
            item(Standing::Postponed, texts.postponed, texts.postponed_note),
            item(Standing::Cancelled, texts.cancelled, texts.cancelled_note),
        ]
    };
    view! {
        <Choice
            label=state.texts().notice().standing
            items
            chosen=form.standing
            on_choose=move |standing| form.standing.set(standing)
        />
        <Show when=move || form.standing.get() == Standing::Announced && form.moved()>
            <Banner tone=Tone::Warn icon="calendar" title=state.texts().notice().moved />
        </Show>
        <Show when=move || form.standing.get() != Standing::Announced>
            <TextArea
                id="reason"
                label=state.texts().notice().reason
                value=form.reason.value
                error=form.reason.error
            />
        </Show>
    }
}
