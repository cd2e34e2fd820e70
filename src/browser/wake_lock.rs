//! Keeps the screen on while a check-in code is shown. Where the browser cannot, the screen goes dark as usual.

use super::api::{navigator_part, settled};
use super::listener::Listener;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, VisibilityState};

#[wasm_bindgen]
extern "C" {
    type ScreenLocks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &ScreenLocks, kind: &str) -> Result<Promise, JsValue>;

    type Sentinel;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Sentinel) -> Result<Promise, JsValue>;
}

/// Keeps the screen on until it is dropped.
#[must_use = "a dropped lock lets the screen go dark"]
pub struct WakeLock {
    wish: Rc<Wish>,
    _seen: Option<Listener>,
}

#[derive(Default)]
struct Wish {
    held: RefCell<Option<Sentinel>>,
    over: Cell<bool>,
}

impl WakeLock {
    /// Keeps the screen on from now on.
    pub fn hold() -> Self {
        let wish = Rc::new(Wish::default());
        wish.clone().ask();
        let document = web_sys::window().and_then(|window| window.document());
        let seen = document.map(|document| watch(document, Rc::clone(&wish)));
        Self { wish, _seen: seen }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.wish.over.set(true);
        self.wish.let_go();
    }
}

/// The browser takes the lock away whenever the page is hidden.
fn watch(document: Document, wish: Rc<Wish>) -> Listener {
    Listener::on(document.clone().into(), "visibilitychange", move |_| {
        if document.visibility_state() == VisibilityState::Visible {
            wish.clone().ask();
        }
    })
}

impl Wish {
    fn ask(self: Rc<Self>) {
        let Some(locks) = navigator_part("wakeLock") else { return };
        let locks: ScreenLocks = locks.unchecked_into();
        spawn_local(async move {
            // Refused when the battery is low: that is the owner's business.
            if let Ok(sentinel) = settled(locks.request("screen")).await {
                self.let_go();
                self.held.replace(Some(sentinel.unchecked_into()));
                if self.over.get() {
                    self.let_go();
                }
            }
        });
    }

    fn let_go(&self) {
        if let Some(sentinel) = self.held.take() {
            spawn_local(async move {
                // One that the browser has taken away is released already.
                settled(sentinel.release()).await.ok();
            });
        }
    }
}
