//! Nhận: a file that somebody brought, or its text.

use super::Desk;
use crate::exchange::bundle::Bundle;
use crate::state::use_state;
use crate::sync::Fault;
use crate::ui::{Dialog, FilePicker, TextArea, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const FILE: &str = "bundle-file";

/// Takes the text in; the sentence about it stands on the page, beside the buttons.
fn take_in(desk: Desk, text: &str) {
    desk.receiving.set(false);
    let bundle = match Bundle::from_text(text) {
        Ok(bundle) => bundle,
        Err(fault) => {
            desk.say_fault(Fault::Bundle(fault));
            return;
        }
    };
    desk.state.run(
        move |handbook| async move { handbook.import_bundle(bundle).await },
        move |outcome| match outcome {
            Ok(arrival) => desk.say_arrival(Vec::new(), arrival),
            Err(fault) => desk.say_fault(fault),
        },
    );
}

/// Asks for the file or its text.
#[component]
pub(super) fn ReceiveDialog(desk: Desk) -> impl IntoView {
    let state = use_state();
    let pasted = RwSignal::new(String::new());
    let on_file = move || {
        spawn_local(async move {
            let picked = state.tools().files.picked(FILE).await;
            match picked.into_iter().next() {
                Some(Ok(file)) => take_in(desk, &String::from_utf8_lossy(&file.bytes)),
                Some(Err(fault)) => {
                    desk.receiving.set(false);
                    desk.say(Tone::Danger, state.picked_sentence(fault).to_owned());
                }
                None => {}
            }
        });
    };
    let on_paste = move |_| {
        let text = pasted.get_untracked();
        pasted.set(String::new());
        take_in(desk, &text);
    };
    view! {
        <Dialog
            id="receive"
            title=state.texts().exchange().take_title
            open=desk.receiving
            close_label=state.texts().shell().close
        >
            <p class="note">{state.texts().exchange().take_text}</p>
            <FilePicker
                id=FILE
                label=state.texts().exchange().pick
                accept=".txt,text/plain"
                on_pick=on_file
            />
            <TextArea
                id="bundle-text"
                label=state.texts().exchange().paste
                value=pasted
            />
            <button
                class="button"
                data-kind="primary"
                type="button"
                aria-disabled=move || pasted.with(|text| text.trim().is_empty()).then_some("true")
                on:click=on_paste
            >
                {state.texts().exchange().take_in}
            </button>
        </Dialog>
    }
}
