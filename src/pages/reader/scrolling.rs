//! Where the reader's eyes are: what of the page is in view, told at most once a frame.

use crate::domain::id::ThingId;
use crate::state::State;
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::ops::Range;
use std::time::Duration;

/// Whoever opened a document for so long has begun to read it.
const BEGUN_AFTER: Duration = Duration::from_secs(4);
/// Progress is written down after a pause, not at every line.
const NOTED_AFTER: Duration = Duration::from_secs(1);

/// The part of the page in view, in CSS pixels from the top of the page.
pub fn view() -> Range<f64> {
    let top = window().scroll_y().unwrap_or(0.0);
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    top..top + height
}

/// Scrolls so that this height is at the top of the view.
pub fn scroll_to(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top.max(0.0));
}

/// CSS pixels below the top of the view where the paragraph is looked for that is read; between two, further down.
const READ_AT: [f32; 4] = [100.0, 120.0, 140.0, 160.0];

/// The block of the text that is read.
pub fn block_in_view() -> usize {
    let middle = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(0.0) / 2.0;
    let blocks = [TEXT, " > *"].concat();
    let found = READ_AT.iter().find_map(|down| {
        document().element_from_point(middle as f32, *down)?.closest(&blocks).ok().flatten()
    });
    let mut before = 0;
    let mut above = found.and_then(|block| block.previous_element_sibling());
    while let Some(block) = above {
        before += 1;
        above = block.previous_element_sibling();
    }
    // The first child is the head.
    usize::saturating_sub(before, 1)
}

/// Brings a block of the text to the top of the view, as far as there is text enough below it.
pub fn jump(block: usize) {
    if let Some(block) = element_of(block) {
        block.scroll_into_view();
    }
}

/// Whether a block of the text begins in the view.
pub fn begins_in_view(block: usize) -> bool {
    element_of(block).is_some_and(|block| view().contains(&f64::from(block.offset_top())))
}

fn element_of(block: usize) -> Option<HtmlElement> {
    // The first child is the head.
    let selector = [TEXT, " > :nth-child(", &(block + 2).to_string(), ")"].concat();
    document().query_selector(&selector).ok()??.dyn_into().ok()
}

/// The text that is read.
const TEXT: &str = ".reader";

/// Calls `look` at most once a frame while the page is scrolled or resized, until the caller's owner is gone.
pub fn on_scroll(look: impl Fn() + 'static) {
    let look = StoredValue::new_local(look);
    let asked = StoredValue::new(false);
    let ask = move || {
        if asked.try_get_value() == Some(false) {
            asked.set_value(true);
            request_animation_frame(move || {
                if asked.try_set_value(false).is_none() {
                    look.try_with_value(|look| look());
                }
            });
        }
    };
    let listeners = [
        window_event_listener(ev::scroll, move |_| ask()),
        window_event_listener(ev::resize, move |_| ask()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// Keeps note of how far a document was read: `seen` only grows, and is written down in pauses and on leaving.
pub fn note_progress(
    state: State,
    document: ThingId,
    seen: RwSignal<u8>,
    share: impl Fn() -> Option<u8> + 'static,
) {
    let waiting = StoredValue::new(false);
    let note = move || {
        waiting.try_set_value(false);
        if let Some(percent) = seen.try_get_untracked() {
            state.note_reading(document, percent);
        }
    };
    let share = StoredValue::new_local(share);
    let look = move || {
        let Some(now) = share.try_with_value(|share| share()).flatten() else {
            return;
        };
        if seen.try_get_untracked().is_some_and(|before| now > before) {
            seen.set(now);
            if !waiting.get_value() {
                waiting.set_value(true);
                set_timeout(note, NOTED_AFTER);
            }
        }
    };
    on_scroll(look);
    // What fits into one view is never scrolled.
    set_timeout(look, BEGUN_AFTER);
    on_cleanup(note);
}
