//! Chuyển sang máy khác: the whole device as a code, after a warning.

use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{Banner, Dialog, Icon, QrCode, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Warns first; the code is made only when it is asked for, and is gone when the dialog closes.
#[component]
pub(super) fn MoveDialog(open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let shown = RwSignal::new(false);
    Effect::new(move |_| {
        if !open.get() {
            shown.set(false);
        }
    });
    view! {
        <Dialog
            id="moving"
            title=state.texts().me().move_device
            open
            close_label=state.texts().shell().close
        >
            <Banner
                tone=Tone::Warn
                icon="warning"
                title=state.texts().me().move_warning
                text=state.texts().me().move_warning_text
            />
            <Show
                when=move || shown.get()
                fallback=move || {
                    view! {
                        <button
                            class="button"
                            data-kind="primary"
                            data-wide="true"
                            type="button"
                            on:click=move |_| shown.set(true)
                        >
                            <Icon name="qr" />
                            {state.texts().me().move_show}
                        </button>
                    }
                }
            >
                <PassCode />
            </Show>
            <p class="note">{state.texts().me().move_lost}</p>
        </Dialog>
    }
}

#[component]
fn PassCode() -> impl IntoView {
    let state = use_state();
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    let link = Memo::new(move |_| {
        let fragment = state.with(|memory| memory.identity().pass().to_fragment()).unwrap_or_default();
        [&state.device().shell.origin(), &Route::Pass.href(), "#", &fragment].concat()
    });
    let on_copy = move |_| {
        spawn_local(async move {
            let done = state.tools().files.copy(&link.get_untracked()).await;
            copied.try_set(Some(done));
        });
    };
    let outcome = move || {
        let done = copied.get()?;
        Some(if done { state.texts().shell().copied } else { state.texts().me().not_copied })
    };
    view! {
        <div class="frames">
            <div class="frames__code">
                <QrCode
                    text=link
                    label=state.texts().me().move_code
                />
            </div>
            <p class="note">{state.texts().me().move_how}</p>
            <button class="button" type="button" on:click=on_copy>
                <Icon name="share" />
                {state.texts().me().move_copy}
            </button>
            <p class="note" role="status">
                {outcome}
            </p>
        </div>
    }
}
