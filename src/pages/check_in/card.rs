//! Đưa thẻ: the member's card for the secretary's camera.

use crate::domain::id::ThingId;
use crate::exchange::qr::{Kind, Message};
use crate::pages::film::Film;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Banner, Tone};
use leptos::prelude::*;

/// The card; made anew each time, kept nowhere.
#[component]
pub(super) fn Card(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    // The screen stays on for as long as this value lives.
    let awake = StoredValue::new_local(state.device().shell.keep_awake());
    on_cleanup(move || awake.dispose());
    let card = state.handbook().map(|handbook| handbook.card(meeting));
    let name = move || {
        state.with(|memory| memory.me().map(|me| words::name_of(memory, me))).flatten().unwrap_or_default()
    };
    match card {
        Some(Ok(bytes)) => view! {
            <section class="pass" aria-labelledby="card-name">
                <div class="stack" data-gap="tight">
                    <h2 class="pass__name" id="card-name">
                        {name}
                    </h2>
                    <p class="note">{move || (state.texts().check_in().card_of)(&state.branch_name())}</p>
                </div>
                <Film
                    message=Message { kind: Kind::MemberCard, bytes }
                    label=Signal::derive(move || (state.texts().check_in().card_code)(&name()))
                />
                <p>
                    <strong>{state.texts().check_in().card_show}</strong>
                </p>
                <p class="note">{state.texts().check_in().card_after}</p>
                <p class="note">{state.texts().check_in().card_note}</p>
            </section>
        }
        .into_any(),
        Some(Err(fault)) => {
            view! { <Banner tone=Tone::Warn icon="warning" title=state.sentence(fault).to_owned() /> }
                .into_any()
        }
        None => ().into_any(),
    }
}
