//! Opening a link that was scanned or pasted: by going where it leads, or on the page that waits for one.

use crate::app::routes::Route;
use crate::exchange::invitation::{DevicePass, HostingLink, Invitation};
use crate::state::use_state;
use crate::ui::Field;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Where a link leads in this app, and its fragment; its host does not count.
fn target(text: &str) -> Option<(Route, &str)> {
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment).trim();
    let route = if Invitation::parse(fragment).is_ok() {
        Route::Invitation
    } else if DevicePass::parse(fragment).is_ok() {
        Route::Pass
    } else if HostingLink::parse(fragment).is_ok() {
        Route::Founding
    } else {
        return None;
    };
    Some((route, fragment))
}

/// Goes to an address.
type Navigate = Box<dyn Fn(&str)>;

/// Opens links. Its page passes it to the camera and to the field.
#[derive(Clone, Copy)]
pub(super) struct Opener {
    navigate: StoredValue<Navigate, LocalStorage>,
    /// The page that waits for a link of its own: an address that is shown already leads nowhere.
    here: Option<(Route, RwSignal<Option<String>>)>,
}

impl Opener {
    /// To be made in the body of a component.
    pub(super) fn new(here: Option<(Route, RwSignal<Option<String>>)>) -> Self {
        let navigate = use_navigate();
        let navigate = move |address: &str| navigate(address, NavigateOptions::default());
        Self { navigate: StoredValue::new_local(Box::new(navigate) as Navigate), here }
    }

    /// Opens a link; tells whether it was one.
    pub(super) fn open(self, text: &str) -> bool {
        let Some((route, fragment)) = target(text) else {
            return false;
        };
        match self.here.filter(|(here, _)| *here == route) {
            Some((_, waiting)) => waiting.set(Some(fragment.to_owned())),
            None => {
                let address = [&route.href(), "#", fragment].concat();
                self.navigate.with_value(|navigate| navigate(&address));
            }
        }
        true
    }
}

/// The field for a link that came as a message.
#[component]
pub(super) fn PastedLink(opener: Opener) -> impl IntoView {
    let texts = use_state().texts().start();
    let link = RwSignal::new(String::new());
    let error: RwSignal<Option<String>> = RwSignal::new(None);
    let on_open = move |_| {
        let text = link.get_untracked();
        if text.trim().is_empty() {
            error.set(Some(texts.paste_empty.to_owned()));
        } else if !opener.open(&text) {
            error.set(Some(texts.bad_invitation.to_owned()));
        }
    };
    view! {
        <div class="stack">
            <Field id="link" kind="url" label=texts.paste_label value=link error />
            <button class="button" data-kind="primary" type="button" on:click=on_open>
                {texts.open}
            </button>
        </div>
    }
}
