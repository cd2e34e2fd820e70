//! A notice that is not out yet is kept on this device while it is written, as soon as it is complete.

use super::form::Form;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::pages::autosave::Autosave;
use crate::record::{Body, Kind};
use crate::state::{Notice, State, use_state};
use crate::ui::{Banner, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Name of the draft.
const NAME: &str = "notice";

fn encode(meeting: Meeting) -> Vec<u8> {
    let id = meeting.id;
    [&id.0[..], &Body::Meeting(meeting).encode()].concat()
}

fn decode(bytes: &[u8]) -> Option<Meeting> {
    let (id, body) = bytes.split_first_chunk::<{ ThingId::SIZE }>()?;
    match Body::decode(Kind::Meeting, ThingId(*id), body) {
        Ok(Body::Meeting(meeting)) => Some(meeting),
        _ => None,
    }
}

/// The draft of a new notice.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Keeps it.
    pub autosave: Autosave,
    /// Something was kept the last time.
    pub resumed: RwSignal<bool>,
}

impl Draft {
    /// Fills the form with what was kept, and keeps what is written from now on.
    pub fn new(state: State, form: Form) -> Self {
        let read = move || untrack(|| form.meeting(state.today())).map(encode);
        let draft =
            Self { autosave: Autosave::new(state, NAME.to_owned(), read), resumed: RwSignal::new(false) };
        Effect::new(move |_| {
            if form.meeting(state.today()).is_some() {
                draft.autosave.touch();
            }
        });
        if let Some(handbook) = state.handbook() {
            spawn_local(async move {
                match handbook.draft(NAME).await {
                    Ok(kept) => draft.resume(form, kept.as_deref().and_then(decode)),
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            });
        }
        draft
    }

    fn resume(self, form: Form, kept: Option<Meeting>) {
        if let Some(meeting) = kept {
            // The page may be gone by now.
            if self.resumed.try_set(true).is_none() {
                form.fill(&meeting);
            }
        }
    }

    /// The notice is out: nothing is kept any more.
    pub fn drop_from(self, state: State) {
        self.autosave.close();
        state.ask_or_say(|handbook| async move { handbook.drop_draft(NAME).await }, drop);
    }
}

/// Says that a draft was taken up, with a way to begin anew.
#[component]
pub fn Resumed(form: Form, resumed: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let on_anew = move |_| {
        state.ask_or_say(
            |handbook| async move {
                handbook.drop_draft(NAME).await?;
                Ok(handbook.new_thing())
            },
            move |id| {
                form.clear(state, id);
                resumed.try_set(false);
            },
        );
    };
    view! {
        <Show when=move || resumed.get()>
            <Banner
                tone=Tone::Wait
                icon="pen"
                title=state.texts().notice().resumed
            >
                <button class="button" type="button" on:click=on_anew>
                    {state.texts().notice().anew}
                </button>
            </Banner>
        </Show>
    }
}
