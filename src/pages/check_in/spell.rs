//! Gõ mã: the six characters that are read out, on the keys of the screen or of a keyboard.

use super::Attempt;
use crate::domain::check_in::{Proof, SpokenCode};
use crate::domain::id::ThingId;
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, Icon, Tone};
use leptos::ev;
use leptos::prelude::*;

/// Adds a character of the alphabet; anything else is passed over.
fn press(typed: RwSignal<String>, key: char) {
    let key = key.to_ascii_uppercase();
    let known = u8::try_from(key).is_ok_and(|byte| SpokenCode::ALPHABET.contains(&byte));
    if known && typed.with_untracked(|typed| typed.len() < SpokenCode::LENGTH) {
        typed.update(|typed| typed.push(key));
    }
}

/// Whether all characters are there and the check among them does not fit.
fn slipped(typed: &str) -> bool {
    typed.len() == SpokenCode::LENGTH && SpokenCode::parse(typed).is_none()
}

fn delete(typed: RwSignal<String>) {
    typed.update(|typed| {
        typed.pop();
    });
}

fn send(attempt: Attempt, meeting: ThingId, typed: RwSignal<String>) {
    if let Some(code) = typed.with_untracked(|typed| SpokenCode::parse(typed)) {
        attempt.check_in(meeting, Proof::Spoken(code));
    }
}

/// Keys of a real keyboard, wherever the focus is.
fn listen(attempt: Attempt, meeting: ThingId, typed: RwSignal<String>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        let mut characters = key.chars();
        match (key.as_str(), characters.next(), characters.next()) {
            ("Backspace", ..) => delete(typed),
            // On a button Enter already means that button.
            ("Enter", ..) if !on_control() => send(attempt, meeting, typed),
            (_, Some(character), None) => press(typed, character),
            _ => {}
        }
    });
    on_cleanup(move || listener.remove());
}

fn on_control() -> bool {
    let focused = document().active_element().map(|element| element.tag_name());
    matches!(focused.as_deref(), Some("BUTTON" | "A"))
}

/// Six cells and the keypad.
#[component]
pub(super) fn Spell(attempt: Attempt, meeting: ThingId, typed: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    listen(attempt, meeting, typed);
    let count = move || typed.with(String::len);
    let cell = move |place: usize| {
        let character = move || typed.with(|typed| typed.get(place..=place).map(str::to_owned));
        view! {
            <span class="spell__cell" data-state=move || (count() == place).then_some("now")>
                {character}
            </span>
        }
    };
    let key = move |key: &u8| {
        let character = char::from(*key);
        view! {
            <button class="keypad__key" type="button" on:click=move |_| press(typed, character)>
                {character}
            </button>
        }
    };
    view! {
        <div class="stack centered">
            <div class="stack" data-gap="tight">
                <h2>{state.texts().check_in().spell_title}</h2>
                <p class="note">{state.texts().check_in().spell_note}</p>
            </div>
            <div class="spell" role="group" aria-label=move || (state.texts().check_in().spelled)(count())>
                {(0..SpokenCode::LENGTH).map(cell).collect_view()}
            </div>
            <p class="visually-hidden" role="status">
                {move || (state.texts().check_in().spelled)(count())}
            </p>
        </div>
        {move || {
            let fault = attempt.fault.get().map(|fault| state.sentence(fault));
            fault
                .or_else(|| typed.with(|typed| slipped(typed)).then(|| state.texts().check_in().spell_again))
                .map(|sentence| {
                    view! { <Banner tone=Tone::Warn icon="warning" title=sentence.to_owned() /> }
                })
        }}
        <div class="keypad" data-columns="5">
            {SpokenCode::ALPHABET.iter().map(key).collect_view()}
            <button
                class="keypad__key"
                data-plain="true"
                type="button"
                aria-label=state.texts().check_in().delete
                on:click=move |_| delete(typed)
            >
                <Icon name="delete-key" />
            </button>
        </div>
    }
}

/// The one button: says what is missing until it can be used.
#[component]
pub(super) fn SendSpelled(attempt: Attempt, meeting: ThingId, typed: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let missing = move || SpokenCode::LENGTH.saturating_sub(typed.with(String::len));
    let idle = move || typed.with(|typed| SpokenCode::parse(typed).is_none()) || attempt.busy.get();
    let label = move || {
        let texts = state.texts().check_in();
        match missing() {
            0 => texts.send_code.to_owned(),
            missing => (texts.type_more)(missing),
        }
    };
    view! {
        <ActionBar>
            <button
                class="button action-bar__grow"
                data-kind="primary"
                type="button"
                aria-disabled=move || idle().then_some("true")
                on:click=move |_| send(attempt, meeting, typed)
            >
                {label}
            </button>
        </ActionBar>
    }
}
