//! A notice that is not out yet is kept on this device while it is written, as soon as it is complete.

use super::form::Form;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::record::{Body, Kind};
use crate::state::{Notice, State, use_state};
use crate::ui::{Banner, Tone};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Name of the draft.
pub const NAME: &str = "notice";
/// After the last change.
const SAVED_AFTER: Duration = Duration::from_millis(600);

fn decode(bytes: &[u8]) -> Option<Meeting> {
    let (id, body) = bytes.split_first_chunk::<{ ThingId::SIZE }>()?;
    match Body::decode(Kind::Meeting, ThingId(*id), body) {
        Ok(Body::Meeting(meeting)) => Some(meeting),
        _ => None,
    }
}

/// Fills the form with what was kept, and keeps what is written from now on. Tells whether something was kept.
pub fn keep(state: State, form: Form) -> RwSignal<bool> {
    let resumed = RwSignal::new(false);
    let changes = StoredValue::new(0u32);
    let Some(handbook) = state.handbook() else {
        return resumed;
    };
    let reader = handbook.clone();
    spawn_local(async move {
        match reader.draft(NAME).await {
            Ok(kept) => {
                if let Some(meeting) = kept.as_deref().and_then(decode) {
                    // The page may be gone by now.
                    if resumed.try_set(true).is_none() {
                        form.fill(&meeting);
                    }
                }
            }
            Err(fault) => state.say(Notice::Fault(fault)),
        }
    });
    let handbook = StoredValue::new_local(handbook);
    Effect::new(move |_| {
        let meeting = form.meeting(state.today());
        changes.update_value(|changes| *changes += 1);
        let Some(meeting) = meeting else {
            return;
        };
        let mine = changes.get_value();
        let id = meeting.id;
        let bytes = [&id.0[..], &Body::Meeting(meeting).encode()].concat();
        set_timeout(
            move || {
                if changes.try_get_value() != Some(mine) {
                    return;
                }
                let handbook = handbook.get_value();
                spawn_local(async move {
                    if let Err(fault) = handbook.save_draft(NAME, bytes).await {
                        state.say(Notice::Fault(fault));
                    }
                });
            },
            SAVED_AFTER,
        );
    });
    resumed
}

/// Says that a draft was taken up, with a way to begin anew.
#[component]
pub fn Resumed(form: Form, resumed: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let on_anew = move |_| {
        state.run_or_say(
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
        <Banner
            tone=Tone::Wait
            icon="pen"
            title=Signal::derive(move || state.texts().notice.resumed.to_owned())
        >
            <button class="button" type="button" on:click=on_anew>
                {move || state.texts().notice.anew}
            </button>
        </Banner>
    }
}
