//! Coming to a page: the focus goes to its heading, so that a screen reader tells where one has come; and who goes back
//! comes to where they were on the page. The browser cannot do that, as the page is built after it has looked.

use super::listener::Listener;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, FocusOptions, HtmlElement};

/// A page may still be on its way: it is looked for in so many frames, some seconds.
const FRAMES_MAX: u32 = 240;

/// How far down one was on each page of this visit, by address.
#[derive(Default)]
pub(super) struct Places {
    here: RefCell<String>,
    down: RefCell<BTreeMap<String, f64>>,
}

impl Places {
    /// Keeps note from now on.
    pub fn follow(self: &Rc<Self>, here: &str) -> Option<Listener> {
        here.clone_into(&mut self.here.borrow_mut());
        let places = self.clone();
        Listener::on_window("scroll", move |_| {
            if let Some(down) = web_sys::window().and_then(|window| window.scroll_y().ok()) {
                places.down.borrow_mut().insert(places.here.borrow().clone(), down);
            }
        })
    }

    /// Focuses the heading of the page at `address` as soon as there is one; not when the focus has gone elsewhere
    /// meanwhile. Who goes `back` is brought to where they were.
    pub fn arrive(&self, address: &str, back: bool) {
        address.clone_into(&mut self.here.borrow_mut());
        let down = if back { self.down.borrow().get(address).copied() } else { None };
        focus(down);
    }
}

/// Focuses the heading, as [`Places::arrive`] does, and goes so far `down`.
pub(super) fn focus(down: Option<f64>) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let before = document.active_element();
        at_next_frame(document, before, down, FRAMES_MAX);
    }
}

fn at_next_frame(document: Document, before: Option<Element>, down: Option<f64>, frames_left: u32) {
    let look = Closure::once_into_js(move || {
        let Some(heading) = heading(&document) else {
            if frames_left > 0 {
                at_next_frame(document, before, down, frames_left - 1);
            }
            return;
        };
        if let (Some(down), Some(window)) = (down, web_sys::window()) {
            window.scroll_to_with_x_and_y(0.0, down);
        }
        let now = document.active_element();
        // The body has it when what had it is gone.
        if now == before || now == document.body().map(Element::from) {
            take_focus(&heading);
        }
    });
    if let Some(window) = web_sys::window() {
        // Without frames nobody looks at the page.
        window.request_animation_frame(look.unchecked_ref()).ok();
    }
}

fn heading(document: &Document) -> Option<HtmlElement> {
    document.query_selector("#app h1").ok()??.dyn_into().ok()
}

fn take_focus(heading: &HtmlElement) {
    // By script only: the heading is no stop of the tab key.
    heading.set_tab_index(-1);
    // Where the page stands is decided elsewhere.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only for an element that takes no focus.
    heading.focus_with_options(&options).ok();
}
