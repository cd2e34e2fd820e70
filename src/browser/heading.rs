//! Moves the focus to the heading of a page, so that a screen reader tells where one has come.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, FocusOptions, HtmlElement};

/// A page may still be on its way: it is looked for in so many frames, some seconds.
const FRAMES_MAX: u32 = 240;

/// Focuses the heading as soon as there is one; not when the focus has gone elsewhere meanwhile.
pub(super) fn focus() {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let before = document.active_element();
        at_next_frame(document, before, FRAMES_MAX);
    }
}

fn at_next_frame(document: Document, before: Option<Element>, frames_left: u32) {
    let look = Closure::once_into_js(move || {
        let now = document.active_element();
        // The body has it when what had it is gone.
        if now != before && now != document.body().map(Element::from) {
            return;
        }
        match heading(&document) {
            Some(heading) => take_focus(&heading),
            None if frames_left > 0 => at_next_frame(document, before, frames_left - 1),
            None => {}
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
    // Who goes back stays where they were.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only for an element that takes no focus.
    heading.focus_with_options(&options).ok();
}
