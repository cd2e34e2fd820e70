//! The telephone number that notices give to those who cannot come. It is typed once and stays on this device.

use crate::domain::words::Line;
use crate::pages::autosave::Autosave;
use crate::pages::form::FormField;
use crate::state::State;
use leptos::prelude::*;

/// Among the drafts, for all meetings.
const NAME: &str = "papers/telephone";

/// The number as it is typed.
#[derive(Clone, Copy)]
pub struct Telephone {
    /// Its field.
    pub typed: FormField,
}

impl Telephone {
    /// What was typed the last time. To be made in the body of a component.
    pub fn new(state: State) -> Self {
        let typed = FormField::new("");
        let autosave = Autosave::new(state, NAME.to_owned(), move || Some(typed.text().into_bytes()));
        let known = RwSignal::new(None::<String>);
        state.ask_or_say(
            async move |handbook| handbook.draft(NAME).await,
            move |bytes| {
                let kept = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
                known.try_set(Some(kept.clone()));
                // What was typed in the meantime stays.
                if typed.value.try_with_untracked(String::is_empty) == Some(true) {
                    typed.value.set(kept);
                }
            },
        );
        Effect::new(move |_| {
            let now = typed.value.get();
            if known.get().is_some_and(|known| known != now) {
                autosave.touch();
            }
        });
        Self { typed }
    }

    /// The number, once one is typed.
    pub fn line(self) -> Option<Line> {
        self.typed.value.with(|typed| Line::optional(typed).ok().flatten())
    }
}
