//! Hears an event as long as it lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears one kind of event until it is dropped.
#[must_use = "a dropped listener hears nothing"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn on(target: EventTarget, event: &'static str, hear: impl FnMut(Event) + 'static) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(hear);
        // Fails only for a callback that is no function.
        target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()).ok();
        Self { target, event, callback }
    }

    pub(super) fn on_window(event: &'static str, hear: impl FnMut(Event) + 'static) -> Option<Self> {
        Some(Self::on(web_sys::window()?.into(), event, hear))
    }

    /// Hears to the end of the page.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        self.target.remove_event_listener_with_callback(self.event, callback).ok();
    }
}
