//! How safe and how roomy the browser's storage is. Browsers throw away what they did not promise to keep.

use super::api::{navigator_part, settled};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEstimate, StorageManager};

/// The room of this app on the phone, as far as the browser tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Taken.
    pub used_bytes: f64,
    /// Allowed.
    pub quota_bytes: f64,
}

/// Asks the browser to keep what is stored until the owner clears it; tells whether it promises to. Some ask the
/// owner: only when the reason is on the screen.
pub async fn persist() -> bool {
    yes(|storage| storage.persist()).await
}

/// Whether the browser has promised to.
pub async fn persisted() -> bool {
    yes(|storage| storage.persisted()).await
}

/// How much room there is; `None` where the browser does not tell.
pub async fn room() -> Option<Room> {
    let told: StorageEstimate = settled(manager()?.estimate()).await.ok()?.unchecked_into();
    Some(Room { used_bytes: told.get_usage()?, quota_bytes: told.get_quota()? })
}

async fn yes(ask: impl FnOnce(&StorageManager) -> Result<Promise, JsValue>) -> bool {
    match manager() {
        Some(storage) => settled(ask(&storage)).await.is_ok_and(|told| told.is_truthy()),
        None => false,
    }
}

fn manager() -> Option<StorageManager> {
    navigator_part("storage").map(JsCast::unchecked_into)
}

/// Deletes everything that this app keeps in the browser: rows, keys, preferences.
pub async fn erase() {
    let Some(window) = web_sys::window() else {
        return;
    };
    if let Ok(Some(factory)) = window.indexed_db() {
        for name in ["so-tay", "so-tay-key"] {
            if let Ok(request) = factory.delete_database(name) {
                // Another tab may hold it open; it is deleted when that tab lets go.
                super::database::answer(request.into()).await.ok();
            }
        }
    }
    if let Ok(Some(preferences)) = window.local_storage() {
        preferences.clear().ok();
    }
}
