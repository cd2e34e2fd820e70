//! How far a draft is, as a tag and as a choice: of a resolution and of a theme.

use crate::domain::proceedings::DraftState;
use crate::pages::form::Chosen;
use crate::state::{State, use_state};
use crate::ui::{Choice, ChoiceItem, Tone};
use leptos::prelude::*;

/// Tone, icon and words of a tag.
pub type Face = (Tone, &'static str, String);

/// From the first to the last.
pub const STATES: [DraftState; 4] =
    [DraftState::Assigned, DraftState::Drafted, DraftState::Approved, DraftState::Sent];

/// How far a draft is.
pub fn face(state: State, draft: DraftState) -> Face {
    let (tone, icon) = match draft {
        DraftState::Assigned => (Tone::Neutral, "pen"),
        DraftState::Drafted => (Tone::Warn, "pen"),
        DraftState::Approved | DraftState::Sent => (Tone::Ok, "check"),
    };
    (tone, icon, (state.texts().nouns().draft_state)(draft))
}

/// The states to choose from.
#[component]
pub fn DraftStates(
    /// How far it is.
    chosen: Chosen<DraftState>,
) -> impl IntoView {
    let state = use_state();
    let name = state.texts().nouns().draft_state;
    let item = |value| ChoiceItem { value, title: name(value), note: String::new() };
    view! {
        <Choice
            label=state.texts().nouns().progress
            items=STATES.map(item).to_vec()
            chosen=Signal::derive(move || chosen.get())
            on_choose=move |progress| chosen.set(progress)
        />
    }
}
