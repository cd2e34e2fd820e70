//! The ways: network, file, another app, and taking in.

use super::{Desk, Line, bundles};
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;

/// Large buttons, one for each way.
#[component]
pub(super) fn Ways(desk: Desk) -> impl IntoView {
    let state = use_state();
    let network = move || {
        let texts = state.texts().exchange();
        match desk.line.get() {
            Line::NoHosting => texts.network_none,
            Line::Offline => texts.network_off,
            Line::Online | Line::Busy => texts.network_on,
        }
    };
    let off = Signal::derive(move || matches!(desk.line.get(), Line::NoHosting | Line::Offline));
    let texts = state.texts().exchange();
    view! {
        <section class="section" aria-labelledby="how">
            <h2 class="section__title" id="how">
                {texts.ways}
            </h2>
            <div class="ways">
                <Way
                    icon="wifi"
                    title=texts.network
                    note=Signal::derive(network)
                    off
                    on_take=move || desk.travel()
                />
                <Way
                    icon="document"
                    title=texts.file
                    note=texts.file_note
                    on_take=move || bundles::save(desk)
                />
                <Way
                    icon="share"
                    title=texts.share
                    note=texts.share_note
                    on_take=move || bundles::share(desk)
                />
                <Way
                    icon="download"
                    title=texts.take
                    dialog=true
                    note=texts.take_note
                    on_take=move || desk.receiving.set(true)
                />
                <Show when=move || desk.secretary.get()>
                    <Way
                        icon="swap"
                        title=texts.hand_over
                        note=texts.hand_over_note
                        on_take=move || bundles::hand_over(desk)
                    />
                </Show>
            </div>
        </section>
    }
}

/// One way. One that is off says when it will be on again, and may be tried all the same.
#[component]
fn Way(
    icon: &'static str,
    title: &'static str,
    #[prop(into)] note: Signal<&'static str>,
    #[prop(optional, into)] off: Signal<bool>,
    #[prop(optional)] dialog: bool,
    on_take: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            class="way"
            type="button"
            aria-haspopup=dialog.then_some("dialog")
            data-state=move || off.get().then_some("off")
            on:click=move |_| on_take()
        >
            <Icon name=icon />
            <span>
                <span class="way__title">{title}</span>
                <span class="way__note">{note}</span>
            </span>
        </button>
    }
}
