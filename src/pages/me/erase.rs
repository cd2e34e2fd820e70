//! Xóa sổ tay khỏi máy này: says what would be lost, counts it, and asks.

use crate::state::{Notice, use_state};
use crate::sync::Memory;
use crate::ui::{Dialog, Icon};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button and its question.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let state = use_state();
    let open = RwSignal::new(false);
    let drafts = RwSignal::new(0);
    let on_ask = move |_| {
        open.set(true);
        let Some(handbook) = state.handbook() else {
            return;
        };
        spawn_local(async move {
            match handbook.draft_names("").await {
                Ok(names) => drafts.try_set(names.len()).map_or((), drop),
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    };
    let on_erase = move |_| {
        let shell = state.device().shell;
        spawn_local(async move { shell.erase().await });
    };
    view! {
        <button class="button" data-kind="danger" data-wide="true" type="button" aria-haspopup="dialog" on:click=on_ask>
            <Icon name="trash" />
            {state.texts().me().erase}
        </button>
        <Dialog
            id="erase"
            title=state.texts().me().erase_title
            open
            close_label=state.texts().shell().close
        >
            <Losses drafts />
            <div class="cluster">
                <button class="button" type="button" on:click=move |_| open.set(false)>
                    {state.texts().shell().cancel}
                </button>
                <button class="button" data-kind="danger" type="button" on:click=on_erase>
                    <Icon name="trash" />
                    {state.texts().me().erase_confirm}
                </button>
            </div>
        </Dialog>
    }
}

/// Everything that only this device has.
#[component]
fn Losses(drafts: RwSignal<usize>) -> impl IntoView {
    let state = use_state();
    let unsent = move || state.with(Memory::unconfirmed).unwrap_or(0);
    let losses = move || {
        let texts = state.texts().me();
        let mut losses = Vec::new();
        if state.is_secretary() {
            losses.push(texts.erase_secretary.to_owned());
            if state.with(Memory::unpublished).unwrap_or(false) {
                losses.push(texts.erase_unpublished.to_owned());
            }
        }
        match (drafts.get(), unsent()) {
            (0, 0) => losses.push(texts.erase_nothing.to_owned()),
            (drafts, unsent) => {
                let counts = [(drafts, texts.erase_drafts), (unsent, texts.erase_parcels)];
                losses.extend(
                    counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| words(count)),
                );
            }
        }
        losses.push(texts.erase_key.to_owned());
        losses
    };
    view! {
        <ul class="facts">
            {move || {
                losses()
                    .into_iter()
                    .map(|words| {
                        view! {
                            <li class="facts__item">
                                <Icon name="warning" />
                                <p>{words}</p>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}
