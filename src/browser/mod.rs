//! What only a browser can do: the handbook's four ports, and the phone's camera, files, screen and network. The only
//! folder that names `web_sys` and `js_sys`; nothing in here knows a rule of the organisation.

mod api;
pub mod camera;
pub mod clock;
mod database;
pub mod device;
pub mod device_keys;
mod frames;
mod heading;
pub mod http;
pub mod indexed_db;
mod lazy;
pub mod listener;
pub mod network;
pub mod office;
pub mod pdf;
pub mod preferences;
pub mod scanner;
pub mod service_worker;
pub mod share;
pub mod storage;
pub mod tabs;
pub mod wake_lock;
mod worker;

/// Writes panics to the console, where a developer sees them.
#[cfg(debug_assertions)]
pub fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
}
