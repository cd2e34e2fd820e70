//! A notice, or a change of one that is out, is kept on this device while it is written, complete or not.

use super::form::Form;
use crate::exchange::draft::NoticeDraft;
use crate::pages::autosave::{Autosave, NOTHING};
use crate::state::{Notice, State, use_state};
use crate::ui::{Banner, CommandButton, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The draft of a notice.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What it is kept under: what a notice begins with has a draft of its own.
    pub name: StoredValue<String>,
    /// Keeps it.
    pub autosave: Autosave,
    /// Something was kept the last time.
    pub resumed: RwSignal<bool>,
    /// What a form begins with: nothing worth keeping.
    fresh: StoredValue<NoticeDraft>,
}

impl Draft {
    /// Fills the form with what was kept, and keeps what is written from now on.
    pub fn new(state: State, form: Form, name: String) -> Self {
        let fresh = StoredValue::new(untrack(|| form.draft()));
        let kept = StoredValue::new(false);
        let read = move || {
            let draft = untrack(|| form.draft());
            let touched = fresh.with_value(|fresh| NoticeDraft { id: draft.id, ..fresh.clone() } != draft);
            if touched {
                kept.set_value(true);
                return Some(draft.encode());
            }
            kept.get_value().then_some(NOTHING)
        };
        let autosave = Autosave::new(state, name.clone(), read);
        let stored = name.clone();
        let draft = Self { name: StoredValue::new(name), autosave, resumed: RwSignal::new(false), fresh };
        Effect::new(move |before: Option<NoticeDraft>| {
            let now = form.draft();
            if before.is_some_and(|before| before != now) {
                autosave.touch();
            }
            now
        });
        if let Some(handbook) = state.handbook() {
            spawn_local(async move {
                match handbook.draft(&stored).await {
                    Ok(stored) => {
                        let stored = stored.and_then(|bytes| NoticeDraft::decode(&bytes).ok());
                        // The page may be gone by now.
                        if let Some(stored) = stored
                            && draft.resumed.try_set(true).is_none()
                        {
                            kept.set_value(true);
                            form.resume(stored);
                        }
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            });
        }
        draft
    }

    fn begin_anew(self, form: Form) {
        // The page may be gone by now.
        if self.resumed.try_set(false).is_none() {
            form.resume(self.fresh.get_value());
        }
    }
}

/// Says that a draft was taken up, with a way to begin anew.
#[component]
pub fn Resumed(form: Form, draft: Draft) -> impl IntoView {
    let state = use_state();
    let busy = RwSignal::new(false);
    let on_anew = move || {
        busy.set(true);
        let name = draft.name.get_value();
        state.ask(
            |handbook| async move { handbook.drop_draft(&name).await },
            move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(()) => draft.begin_anew(form),
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    view! {
        <Show when=move || draft.resumed.get()>
            <Banner
                tone=Tone::Wait
                icon="pen"
                title=state.texts().notice().resumed
            >
                <CommandButton
                    label=state.texts().notice().anew
                    busy
                    on_press=on_anew
                />
            </Banner>
        </Show>
    }
}
