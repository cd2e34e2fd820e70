//! Closing the roll call: asked when somebody is not marked, told when it is out.

use super::floor::Floor;
use crate::state::use_state;
use crate::ui::{Banner, CommandButton, Dialog, Tone};
use leptos::prelude::*;

/// Asks what to do with members who are not marked.
#[component]
pub fn Finish(floor: Floor, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let title = move || (state.texts().roll_call().some_unmarked)(floor.tally.get().unmarked);
    let on_rest = move |_| {
        open.set(false);
        floor.lead_to_unmarked();
    };
    let on_anyway = move || {
        open.set(false);
        floor.finish(state);
    };
    let rest = move || (state.texts().roll_call().mark_rest)(floor.tally.get().unmarked);
    view! {
        <Dialog
            id="finish"
            title=Signal::derive(title)
            open
            close_label=state.texts().shell().close
        >
            <p>{state.texts().roll_call().some_unmarked_text}</p>
            <div class="cluster">
                <button class="button" data-kind="primary" type="button" on:click=on_rest>
                    {rest}
                </button>
                <CommandButton
                    label=state.texts().roll_call().finish_anyway
                    busy=floor.finishing
                    on_press=on_anyway
                />
            </div>
        </Dialog>
    }
}

/// Says that it is out, and what comes next.
#[component]
pub fn Finished(floor: Floor, on_content: Callback<()>) -> impl IntoView {
    let state = use_state();
    view! {
        <div role="status">
            <Show when=move || floor.finished.get()>
                <Banner
                    tone=Tone::Ok
                    icon="check-circle"
                    title=state.texts().roll_call().finished
                    text=state.texts().roll_call().finished_text
                >
                    <CommandButton
                        label=state.texts().roll_call().to_content
                        icon="forward"
                        on_press=on_content
                    />
                </Banner>
            </Show>
        </div>
    }
}
