//! The frames that the browser draws. Where it draws none, because nobody looks, nothing that waits for one is done.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// A press that lasts longer is none that ends in a tap: about two seconds.
const PRESS_FRAMES_MAX: u32 = 120;

/// Acts before the next frame is drawn.
pub(super) fn at_next(act: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        window.request_animation_frame(Closure::once_into_js(act).unchecked_ref()).ok();
    }
}

async fn next() {
    let drawn = Promise::new(&mut |drawn, _| {
        if let Some(window) = web_sys::window() {
            window.request_animation_frame(&drawn).ok();
        }
    });
    // It is never refused.
    JsFuture::from(drawn).await.ok();
}

/// Waits while something in the page is being pressed. Goes on at once when nothing is.
pub(super) async fn hands_off() {
    let pressed = || {
        let document = web_sys::window().and_then(|window| window.document());
        document.is_some_and(|document| document.query_selector("#app :active").ok().flatten().is_some())
    };
    for _ in 0..PRESS_FRAMES_MAX {
        if !pressed() {
            return;
        }
        next().await;
    }
}
