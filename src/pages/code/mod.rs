//! The rotating code on the whole screen, to be read from across a hall.

use crate::app::routes::Route;
use crate::domain::attendance::Tally;
use crate::domain::id::ThingId;
use crate::exchange::qr::{Encoder, Kind, Message};
use crate::record::check_in_code::{TURN_MILLIS, Turn, code_bytes};
use crate::state::{Connection, Notice, State, use_state};
use crate::sync::{Fault, Memory};
use crate::ui::{Icon, QrCode};
use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use std::time::Duration;

const SECONDS: u32 = (TURN_MILLIS / 1_000) as u32;

/// What is on the screen.
#[derive(Clone, Copy)]
struct Shown {
    turn: RwSignal<Option<Turn>>,
    /// Seconds left of the turn.
    left: RwSignal<u32>,
}

impl Shown {
    fn show(self, state: State, outcome: Result<Turn, Fault>) {
        match outcome {
            // The page may be closed by now.
            Ok(turn) => drop(self.turn.try_set(Some(turn))),
            Err(fault) => state.say(Notice::Fault(fault)),
        }
    }
}

fn text(meeting: ThingId, turn: &Turn) -> String {
    let message = Message { kind: Kind::CheckInCode, bytes: code_bytes(meeting, turn).to_vec() };
    Encoder::new(message).map(|encoder| encoder.frame(0)).unwrap_or_default()
}

/// The code of `meeting`.
#[component]
pub fn Code(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let shown = Shown { turn: RwSignal::new(None), left: RwSignal::new(SECONDS) };
    state.run(
        move |handbook| async move { handbook.open_code(meeting).await },
        move |outcome| shown.show(state, outcome),
    );
    let on_second = move || {
        let left = shown.left.get_untracked();
        if left > 1 {
            shown.left.set(left - 1);
            return;
        }
        shown.left.set(SECONDS);
        state.run(
            move |handbook| async move { handbook.next_turn(meeting).await },
            move |outcome| shown.show(state, outcome),
        );
        // The turn stays here, but check-ins of members come in by the drop-box.
        if state.connection() == Connection::Online {
            state.travel_now();
        }
    };
    if let Ok(clock) = set_interval_with_handle(on_second, Duration::from_secs(1)) {
        on_cleanup(move || clock.clear());
    }
    // The guard goes with the page.
    StoredValue::new_local(state.device().shell.keep_awake());
    let code = Signal::derive(move || shown.turn.get().map(|turn| text(meeting, &turn)).unwrap_or_default());
    let spoken = move || {
        let code = shown.turn.get().map(|turn| turn.spoken.as_str().to_owned()).unwrap_or_default();
        let (first, rest) = code.split_at(code.len() / 2);
        [first, " ", rest].concat()
    };
    let share = move || [&(100 * shown.left.get() / SECONDS).to_string(), "%"].concat();
    view! {
        <main class="code-screen" id="main" tabindex="-1">
            <div class="code-screen__head">
                <h1 class="code-screen__title">{state.texts().roll_call().code_title}</h1>
                <a
                    class="icon-button code-screen__close"
                    href=Route::Run(meeting).href()
                    aria-label=state.texts().shell().close
                >
                    <Icon name="cross" />
                </a>
            </div>
            <div class="code-screen__body">
                <div class="code-screen__code">
                    <Show when=move || shown.turn.with(Option::is_some)>
                        <QrCode
                            text=code
                            label=state.texts().roll_call().code_title
                        />
                    </Show>
                </div>
                <div class="code-screen__words">
                    <p class="code-screen__hint">{state.texts().roll_call().code_hint}</p>
                    <p class="code-screen__spoken" translate="no">
                        {spoken}
                    </p>
                    <div class="code-screen__time" aria-hidden="true">
                        <span class="code-screen__left" style:--value=share></span>
                    </div>
                    <Count meeting />
                </div>
            </div>
        </main>
    }
}

/// How many are counted as present.
#[component]
fn Count(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let tally = Memo::new(move |_| {
        let count = |memory: &Memory| Tally::of(&memory.attendance(meeting));
        state.with(count).unwrap_or_default()
    });
    let words = move || {
        let tally = tally.get();
        (state.texts().roll_call().count)(tally.present, tally.expected)
    };
    view! {
        <p class="code-screen__count" role="status">
            <Icon name="people" />
            {words}
        </p>
    }
}
