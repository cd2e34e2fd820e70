//! What the app has ready for a step, by its role, and what was reported in it.

use super::entry::{Jot, Slot};
use super::extras::Extra;
use super::hall::Hall;
use crate::state::use_state;
use leptos::prelude::*;

/// The panel of the step at `place`.
#[component]
pub fn StepPanel(hall: Hall, place: usize) -> impl IntoView {
    let texts = use_state().texts().run();
    let role = untrack(|| hall.run.with(|run| run.steps.get(place).map(|step| step.item.role)));
    let own = role.and_then(Extra::of).map(|extra| {
        view! {
            <section class="stack" aria-label=extra.title(texts)>
                {extra.view(hall)}
            </section>
        }
    });
    view! {
        {own}
        <Jot
            run=hall.run
            of=Slot::Note(place)
            id="step-note"
            label=texts.note
            hint=texts.note_hint
        />
    }
}
