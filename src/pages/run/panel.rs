//! What the app has ready for a step, by its role, and what was reported in it.

use super::entry::{Jot, Slot};
use super::extras::Extra;
use super::hall::{Hall, Part};
use crate::app::routes::Route;
use crate::domain::meeting::ItemRole;
use crate::state::use_state;
use crate::ui::{CommandButton, Icon};
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
    // Another part of the screen has what these need.
    let way = match role {
        Some(ItemRole::RollCall) => Some((Part::RollCall, texts.to_roll_call)),
        Some(ItemRole::Adoption | ItemRole::Vote | ItemRole::Score | ItemRole::Minutes) => {
            Some((Part::Votes, texts.to_votes))
        }
        _ => None,
    };
    let on_way = move |part| {
        role.into_iter().for_each(|role| hall.counting.ask(role));
        hall.part.set(Some(part));
    };
    let way = way.map(|(part, label)| {
        view! { <CommandButton label icon="forward" on_press=move || on_way(part) /> }
    });
    let papers = match role {
        Some(ItemRole::Score) => Some(texts.to_score),
        Some(ItemRole::Minutes) => Some(texts.to_minutes),
        _ => None,
    };
    let papers = papers.map(|words| {
        view! {
            <a class="button" data-kind="primary" href=Route::Close(hall.run.meeting).href()>
                {words}
                <Icon name="forward" />
            </a>
        }
    });
    view! {
        {own}
        {papers}
        {way}
        <Jot
            run=hall.run
            of=Slot::Note(place)
            id="step-note"
            label=texts.note
            hint=texts.note_hint
        />
    }
}
