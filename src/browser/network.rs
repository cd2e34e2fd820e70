//! Whether the phone thinks it has a network. It may be wrong: only an answer of the host proves it.

use super::listener::Listener;

/// Whether the phone thinks it is online now.
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls with the new state whenever it changes, until the listeners are dropped.
pub fn on_change(call: impl Fn(bool) + Clone + 'static) -> Vec<Listener> {
    let gone = call.clone();
    let listeners = [
        Listener::on_window("online", move |_| call(true)),
        Listener::on_window("offline", move |_| gone(false)),
    ];
    listeners.into_iter().flatten().collect()
}
