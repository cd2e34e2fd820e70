//! One tap calls the whole branch: asked once more with day, time and place, and told once it is on its way.

use super::form::{Form, members};
use crate::pages::words;
use crate::state::{Connection, Notice, State, use_state};
use crate::ui::{CommandButton, Dialog, Icon};
use leptos::prelude::*;

/// Says to how many it goes, and whether it goes now.
pub fn say_sent(state: State) {
    let look =
        |memory: &crate::sync::Memory| (members(memory), memory.identity().hosting(memory.fold()).is_some());
    let (count, hosted) = untrack(|| state.with(look)).unwrap_or_default();
    let now = hosted && untrack(|| state.connection()) == Connection::Online;
    state.say(if now { Notice::Announced(count) } else { Notice::AnnouncedLater(count) });
}

/// The question.
#[component]
pub fn AskToSend(
    form: Form,
    open: RwSignal<bool>,
    #[prop(into)] busy: Signal<bool>,
    /// The secretary is sure.
    #[prop(into)]
    on_send: Callback<()>,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let title = move || (texts.notice().ask)(state.with(members).unwrap_or(0));
    let starts = move || form.starts().map(|starts| words::moment(texts, starts));
    view! {
        <Dialog
            id="ask-to-send"
            title=Signal::derive(title)
            open
            close_label=texts.shell().close
        >
            <div class="facts">
                <p class="facts__item">
                    <Icon name="clock" />
                    <span class="facts__value">{starts}</span>
                </p>
                <p class="facts__item">
                    <Icon name="pin" />
                    <span class="facts__value">{form.place.value}</span>
                </p>
            </div>
            <div class="cluster">
                <CommandButton
                    label=texts.notice().ask_yes
                    icon="send"
                    kind="primary"
                    busy
                    on_press=move || {
                        open.set(false);
                        on_send.run(());
                    }
                />
                <button class="button" type="button" on:click=move |_| open.set(false)>
                    {texts.notice().ask_no}
                </button>
            </div>
        </Dialog>
    }
}
