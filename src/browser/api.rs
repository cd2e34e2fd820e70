//! Asks the browser whether it has something, so that older phones and pages without https do not trap.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The part of an object, if this browser has it.
pub(super) fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|part| !part.is_undefined() && !part.is_null())
}

/// The part of `navigator`, if this browser has it.
pub(super) fn navigator_part(name: &str) -> Option<JsValue> {
    part(&web_sys::window()?.navigator(), name)
}

/// The name of an exception, such as `AbortError`; empty for anything else.
pub(super) fn fault_name(fault: &JsValue) -> String {
    part(fault, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

/// Waits for what a call has promised.
pub(super) async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}
