//! Devices that ask to be listed, by mail or face to face.

use crate::exchange::qr::Kind;
use crate::pages::collector::{Collected, Collector};
use crate::pages::newcomer::{NewcomerCard, Newcomers};
use crate::pages::viewfinder::{Seen, Viewfinder};
use crate::state::{Notice, SecretaryMail, use_state};
use crate::sync::Newcomer;
use crate::ui::{Blank, Icon, OverlayScreen};
use leptos::prelude::*;

/// What came by mail.
#[component]
pub fn Requests(
    mail: ReadSignal<SecretaryMail>,
    on_scan: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let newcomers = Memo::new(move |_| mail.with(|mail| mail.newcomers.clone()));
    view! {
        <button class="button" type="button" on:click=move |_| on_scan()>
            <Icon name="scan" />
            {state.texts().inbox().scan}
        </button>
        <Newcomers newcomers />
        <Show when=move || newcomers.with(Vec::is_empty)>
            <Blank
                icon="person"
                title=state.texts().inbox().no_requests
                text=state.texts().inbox().no_requests_text
            />
        </Show>
    }
}

/// A request that is held up to the camera.
#[component]
pub fn ScanRequest(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    let collector = Collector::default();
    let found: RwSignal<Option<Newcomer>> = RwSignal::new(None);
    let take = move |text: String| {
        let bytes = match collector.see(&text) {
            Collected::Whole(Kind::Join, bytes) => bytes,
            Collected::Whole(..) => return Seen::Foreign,
            Collected::Nothing(seen) => return seen,
        };
        match state.handbook().map(|handbook| handbook.scan_request(&bytes)) {
            Some(Ok(newcomer)) => {
                state.ask_or_say(
                    move |handbook| async move {
                        let invited = handbook.invited(newcomer.join.invite).await?;
                        Ok(Newcomer { invited, ..newcomer })
                    },
                    // The page may be closed by now.
                    move |newcomer| drop(found.try_set(Some(newcomer))),
                );
                Seen::Taken
            }
            Some(Err(fault)) => {
                state.say(Notice::Fault(fault));
                Seen::Expected
            }
            None => Seen::Foreign,
        }
    };
    view! {
        <OverlayScreen
            title=state.texts().inbox().scan
            back_label=state.texts().shell().back
            on_back=on_close
        >
                {move || match found.get() {
                    Some(newcomer) => {
                        view! { <NewcomerCard newcomer on_admit=move |_| on_close() /> }.into_any()
                    }
                    None => {
                        let hint = state.texts().inbox().scan_hint;
                        view! { <Viewfinder hint take /> }.into_any()
                    }
                }}
        </OverlayScreen>
    }
}
