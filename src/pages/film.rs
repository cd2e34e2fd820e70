//! A message as a QR code, or as a film of codes when one code does not hold it.

use crate::exchange::qr::{Encoder, Message};
use crate::state::use_state;
use crate::ui::{Icon, QrCode};
use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// Each code of a film stays so long.
const FRAME: Duration = Duration::from_millis(700);

/// The code or the film of `message`. Nothing for a message that no film holds.
#[component]
pub fn Film(
    /// What is shown.
    message: Message,
    /// What it is, for screen readers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    Encoder::new(message).ok().map(|encoder| {
        if encoder.need() == 1 {
            return view! {
                <div class="frames__code">
                    <QrCode text=encoder.frame(0) label />
                </div>
            }
            .into_any();
        }
        view! { <Frames encoder label /> }.into_any()
    })
}

#[component]
fn Frames(encoder: Encoder, label: Signal<String>) -> impl IntoView {
    let state = use_state();
    let need = encoder.need();
    let encoder = StoredValue::new(encoder);
    let number = RwSignal::new(0_u16);
    let running = RwSignal::new(!state.device().preferences.reduced_motion());
    let next = move || {
        number.try_update(|number| *number = number.wrapping_add(1));
    };
    let timer: StoredValue<Option<IntervalHandle>> = StoredValue::new(None);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        if running.get() {
            timer.set_value(set_interval_with_handle(next, FRAME).ok());
        }
    });
    on_cleanup(stop);
    let text = Memo::new(move |_| encoder.with_value(|encoder| encoder.frame(number.get())));
    let toggle = move || {
        let texts = state.texts().exchange();
        if running.get() { ("pause", texts.film_pause) } else { ("play", texts.film_play) }
    };
    view! {
        <div class="frames">
            <p class="frames__count">
                {move || (state.texts().exchange().film_frame)(usize::from(number.get()) % need + 1, need)}
            </p>
            <div class="frames__code">
                <QrCode text label />
            </div>
            <p class="note">{state.texts().exchange().film_note}</p>
            <div class="cluster centered">
                <button class="button" type="button" on:click=move |_| running.update(|running| *running = !*running)>
                    {move || view! { <Icon name=toggle().0 /> }}
                    {move || toggle().1}
                </button>
                <button
                    class="button"
                    type="button"
                    on:click=move |_| {
                        running.set(false);
                        next();
                    }
                >
                    <Icon name="forward" />
                    {state.texts().exchange().film_next}
                </button>
            </div>
        </div>
    }
}
