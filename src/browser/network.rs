//! Whether the phone thinks it has a network. It may be wrong: only an answer of the host proves it.

use super::listener::Listener;

/// Whether the phone thinks it is online now.
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Hears the network come and go until it is dropped.
#[must_use = "a dropped listener hears nothing"]
pub struct NetworkListener(Vec<Listener>);

impl NetworkListener {
    /// Hears to the end of the page.
    pub fn keep(self) {
        self.0.into_iter().for_each(Listener::keep);
    }
}

/// Calls with the new state whenever it changes.
pub fn on_change(call: impl Fn(bool) + Clone + 'static) -> NetworkListener {
    let gone = call.clone();
    let listeners = [
        Listener::on_window("online", move |_| call(true)),
        Listener::on_window("offline", move |_| gone(false)),
    ];
    NetworkListener(listeners.into_iter().flatten().collect())
}
