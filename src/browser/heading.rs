//! Coming to a page: the focus goes to its heading, so that a screen reader tells where one has come; and who goes back
//! comes to where they were on the page. The browser cannot do that, as the page is built after it has looked.

use super::frames;
use super::listener::Listener;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, ScrollRestoration, Window};

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
    pub fn follow(self: &Rc<Self>, here: &str) -> Vec<Listener> {
        here.clone_into(&mut self.here.borrow_mut());
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            // Older browsers that cannot be told jump to the top first.
            history.set_scroll_restoration(ScrollRestoration::Manual).ok();
        }
        // Who taps a link right after scrolling is away before the browser tells of the scrolling.
        ["scroll", "click"]
            .into_iter()
            .filter_map(|event| {
                let places = self.clone();
                Listener::on_window(event, move |_| places.note())
            })
            .collect()
    }

    fn note(&self) {
        if let Some(down) = web_sys::window().and_then(|window| window.scroll_y().ok()) {
            self.down.borrow_mut().insert(self.here.borrow().clone(), down);
        }
    }

    /// Focuses the heading of the page at `address` as soon as there is one; not when the focus has gone elsewhere
    /// meanwhile. Who goes back or forward is brought to where they were.
    pub fn arrive(&self, address: &str) {
        address.clone_into(&mut self.here.borrow_mut());
        // A step in the history has changed the address bar already; a link changes it once its page is there.
        let was_here = || Some(web_sys::window()?.location().pathname().ok()? == address);
        focus();
        if was_here() == Some(true) {
            let down = self.down.borrow().get(address).copied();
            go_down(down.unwrap_or_default(), None, FRAMES_MAX);
        }
    }
}

/// Focuses the heading, as [`Places::arrive`] does.
pub(super) fn focus() {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let before = document.active_element();
        focus_at_next_frame(document, before, FRAMES_MAX);
    }
}

fn focus_at_next_frame(document: Document, before: Option<Element>, frames_left: u32) {
    frames::at_next(move || {
        let Some(heading) = heading(&document) else {
            if frames_left > 0 {
                focus_at_next_frame(document, before, frames_left - 1);
            }
            return;
        };
        let now = document.active_element();
        // The body has it when what had it is gone.
        if now == before || now == document.body().map(Element::from) {
            take_focus(&heading);
        }
    });
}

/// Goes so far `down` as soon as the page is that long. It gives way to whoever moves away from where it was `left`;
/// a page that has become shorter has moved nobody away: they stand at its end.
/// Until it is done the browser does not move along with what comes in above: the place is counted from the top.
fn go_down(down: f64, left: Option<f64>, frames_left: u32) {
    frames::at_next(move || {
        let Some(window) = web_sys::window() else {
            return;
        };
        let stands = || window.scroll_y().unwrap_or_default();
        let moved = left.is_some_and(|left| stands() != left) && !at_the_end(&window);
        note_returning(!moved && frames_left > 0);
        if moved || frames_left == 0 {
            return;
        }
        // Places of a pixel's fraction are rounded.
        if down - stands() >= 1.0 || left.is_none() {
            window.scroll_to_with_x_and_y(0.0, down);
        }
        go_down(down, Some(stands()), frames_left - 1);
    });
}

fn at_the_end(window: &Window) -> bool {
    let long =
        window.document().and_then(|document| document.document_element()).map(|root| root.scroll_height());
    let seen = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let down = window.scroll_y().unwrap_or_default();
    // Places of a pixel's fraction are rounded.
    long.is_some_and(|long| down + seen >= f64::from(long) - 1.0)
}

/// Tells the style sheet whether somebody is being brought back.
fn note_returning(returning: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Fails only for a name that is none.
        root.toggle_attribute_with_force("data-returning", returning).ok();
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
