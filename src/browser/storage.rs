//! How safe and how roomy the browser's storage is. Browsers throw away what they did not promise to keep.

use super::api::{navigator_part, settled};
use crate::ports::device::Room;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEstimate, StorageManager};

/// Asks the browser to keep what is stored until the owner clears it. Whether it promises to is told by [`room`].
pub async fn persist() {
    yes(|storage| storage.persist()).await;
}

/// How much room there is; nothing of either where the browser does not tell.
pub async fn room() -> Room {
    let persisted = yes(|storage| storage.persisted()).await;
    let (used, quota) = estimate().await.unwrap_or_default();
    Room { used, quota, persisted }
}

/// Bytes taken and allowed.
async fn estimate() -> Option<(f64, f64)> {
    let told: StorageEstimate = settled(manager()?.estimate()).await.ok()?.unchecked_into();
    Some((told.get_usage()?, told.get_quota()?))
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
