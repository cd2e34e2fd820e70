//! A worker that answers one question after the other, away from the page's thread.

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageEvent;

/// The worker; it ends with this value.
pub(super) struct Worker(web_sys::Worker);

impl Worker {
    pub(super) fn new(worker: web_sys::Worker) -> Self {
        Self(worker)
    }

    /// What the worker answers to the question, which takes `bytes` along. After a fault it answers no more.
    pub(super) async fn ask(&self, question: &Object, bytes: &ArrayBuffer) -> Result<JsValue, JsValue> {
        let mut sent = Ok(());
        let answer = Promise::new(&mut |resolve, reject| {
            self.0.set_onmessage(Some(&resolve));
            self.0.set_onerror(Some(&reject));
            sent = self.0.post_message_with_transfer(question, &Array::of1(bytes));
        });
        sent?;
        let event: MessageEvent = JsFuture::from(answer).await?.unchecked_into();
        Ok(event.data())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// Sets a field of a question.
pub(super) fn set(question: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(question, &name.into(), value).map(|_| ())
}
