//! The composition root of both programs: builds the ports, opens the handbook, mounts the app with the pages that the
//! program has.

use crate::app::{App, PageOf};
use crate::browser::clock::PhoneClock;
use crate::browser::device::PageShell;
use crate::browser::device_keys::DeviceKey;
use crate::browser::http::HttpFeed;
use crate::browser::indexed_db::IndexedDb;
use crate::browser::preferences::StoredPreferences;
use crate::ports::Ports;
use crate::ports::device::{Device, Shell, Tools};
use crate::state::{Duties, State};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Runs the app in this page, with these pages, what they ask the device for, and these duties, until another program
/// takes the page over.
pub fn run(page: PageOf, tools: Tools, duties: Duties) {
    #[cfg(debug_assertions)]
    crate::browser::tell_panics();
    let shell = Rc::new(PageShell::default());
    shell.mark("awake");
    let ports = Ports {
        store: Rc::new(IndexedDb::default()),
        feed: Rc::new(HttpFeed),
        clock: Rc::new(PhoneClock),
        keys: Rc::new(DeviceKey::default()),
    };
    let device = Device { tools, preferences: Rc::new(StoredPreferences), shell: shell.clone() };
    let owner = Owner::new();
    let state = owner.with(|| State::new(ports, device, duties));
    // Not by leptos: its executor is there only once something is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        // The picture of the last Hôm nay stays on the screen until the handbook can take its place.
        state.open().await;
        shell.mark("opened");
        shell.hands_off().await;
        let Some(place) = document().get_element_by_id("app") else {
            return;
        };
        let mounted = Rc::new(std::cell::Cell::new(None));
        let ending = mounted.clone();
        shell.take_over(Box::new(move || {
            state.retire();
            if let Some((handle, page_owner)) = ending.take() {
                // Parts of the page hold its owner too, so dropping the handle alone would leave the router's
                // listeners on the window, and they would swallow the clicks meant for the next program.
                Owner::cleanup(&page_owner);
                drop(handle);
            }
            // A round may still be under way and will look at the state once more: it is never disposed.
            std::mem::forget(owner);
        }));
        place.set_text_content(None);
        let place: leptos::web_sys::HtmlElement = place.unchecked_into();
        let page_owner = Rc::new(std::cell::RefCell::new(Owner::new()));
        let noted = page_owner.clone();
        let handle = mount_to(place, move || {
            if let Some(current) = Owner::current() {
                *noted.borrow_mut() = current;
            }
            view! { <App state page /> }
        });
        mounted.set(Some((handle, page_owner.borrow().clone())));
        shell.usable();
        state.start_travelling();
    });
}
