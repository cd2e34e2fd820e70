//! Quét mã: the code on the secretary's screen.

use super::Attempt;
use crate::domain::check_in::Proof;
use crate::domain::id::ThingId;
use crate::exchange::qr::{Decoder, Kind};
use crate::pages::viewfinder::Viewfinder;
use crate::record::check_in_code::read_code;
use crate::state::use_state;
use crate::ui::{Banner, Tone};
use leptos::prelude::*;

/// The meeting and the proof behind a scanned text.
fn read(text: &str) -> Option<(ThingId, Proof)> {
    let mut decoder = Decoder::default();
    decoder.add(text).ok()?;
    let message = decoder.message().filter(|message| message.kind == Kind::CheckInCode)?;
    read_code(&message.bytes).ok()
}

/// The camera, until a code of a meeting is in view.
#[component]
pub(super) fn Scan(attempt: Attempt, on_blind: Callback<()>) -> impl IntoView {
    let state = use_state();
    let unknown = RwSignal::new(false);
    let take = move |text: String| {
        let Some((meeting, proof)) = read(&text) else {
            return false;
        };
        if state.with(|memory| memory.fold().meeting(meeting).is_some()) == Some(true) {
            attempt.check_in(meeting, proof);
        } else {
            unknown.set(true);
        }
        true
    };
    let trouble = move || {
        let fault = attempt.fault.get().map(|fault| state.sentence(fault));
        fault.or_else(|| unknown.get().then(|| state.texts().check_in().other_meeting))
    };
    let on_again = move |_| {
        unknown.set(false);
        attempt.fault.set(None);
    };
    move || match trouble() {
        Some(sentence) => view! {
            <Banner tone=Tone::Warn icon="warning" title=sentence.to_owned()>
                <button class="button" type="button" on:click=on_again>
                    {state.texts().check_in().scan_again}
                </button>
            </Banner>
        }
        .into_any(),
        None => view! {
            <Viewfinder hint=state.texts().check_in().scan_hint take on_blind />
            <div class="stack centered" data-gap="snug">
                <h2>{state.texts().check_in().scan_title}</h2>
                <p class="note">{state.texts().check_in().scan_note}</p>
            </div>
        }
        .into_any(),
    }
}
