//! The own request to be listed, as a code for the secretary's camera, and the six digits to compare.

use crate::app::routes::Route;
use crate::exchange::qr::{Kind, Message};
use crate::pages::film::Film;
use crate::pages::words;
use crate::record::digest::comparison_digits;
use crate::state::use_state;
use crate::sync::{Fault, Role};
use crate::ui::{Blank, FocusScreen};
use leptos::prelude::*;

/// The request, until the secretary has confirmed this device.
#[component]
pub fn Request() -> impl IntoView {
    let state = use_state();
    let role = Memo::new(move |_| state.with(|memory| memory.role()));
    view! {
        <FocusScreen
            title=state.texts().me().request_title
            back=Route::Home.href()
            back_label=state.texts().shell().back
        >
            {move || match role.get() {
                Some(Role::Newcomer) => view! { <Code /> }.into_any(),
                Some(Role::Revoked) => {
                    view! { <p class="note">{state.sentence(Fault::Revoked)}</p> }.into_any()
                }
                _ => view! { <Confirmed /> }.into_any(),
            }}
        </FocusScreen>
    }
}

#[component]
fn Confirmed() -> impl IntoView {
    let state = use_state();
    view! {
        <Blank
            icon="check-circle"
            title=state.texts().me().request_done
            text=state.texts().me().request_done_text
        >
            <a class="button" data-kind="primary" href=Route::Home.href()>
                {state.texts().shell().go_home}
            </a>
        </Blank>
    }
}

#[component]
fn Code() -> impl IntoView {
    let state = use_state();
    // The screen stays on for as long as this value lives.
    let awake = StoredValue::new_local(state.device().shell.keep_awake());
    on_cleanup(move || awake.dispose());
    let digits = untrack(|| {
        state.with(|memory| comparison_digits(memory.identity().org(), &memory.identity().device().keys()))
    });
    let request = state.handbook().map(|handbook| handbook.join_request(None));
    view! {
        <section class="pass">
            <div class="stack" data-gap="tight">
                <p>{state.texts().me().request_digits}</p>
                <p class="done__time">{digits.map(words::six_digits)}</p>
            </div>
            <h2>{state.texts().me().request_lead}</h2>
            {request
                .map(|bytes| {
                    view! {
                        <Film
                            message=Message { kind: Kind::Join, bytes }
                            label=state.texts().me().request_code
                        />
                    }
                })}
            <p class="note">{state.texts().me().request_note}</p>
        </section>
    }
}
