//! Several tabs with one handbook: they tell each other what was committed, and only one of them travels at a time.

use super::api::{navigator_part, part};
use super::listener::Listener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::BroadcastChannel;

const CHANNEL: &str = "so-tay";
const ROAD: &str = "so-tay.road";

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &JsValue, held: &JsValue) -> Result<Promise, JsValue>;
}

/// The other tabs of this browser. Alone where the browser has no channel: commits still notice each other.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _heard: Option<Listener>,
}

impl Tabs {
    /// Calls whenever another tab has committed.
    pub fn join(mut committed: impl FnMut() + 'static) -> Self {
        let channel =
            part(&js_sys::global(), "BroadcastChannel").and_then(|_| BroadcastChannel::new(CHANNEL).ok());
        let hear = |channel: &BroadcastChannel| {
            Listener::on(channel.clone().into(), "message", move |_| committed())
        };
        Self { _heard: channel.as_ref().map(hear), channel }
    }

    /// Tells the other tabs that this one has committed.
    pub fn tell_committed(&self) {
        if let Some(channel) = &self.channel {
            // Fails only on a closed channel.
            channel.post_message(&"committed".into()).ok();
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// The road to the host, for one tab. Free again when dropped, or when the tab is gone.
#[must_use = "a dropped road is free for other tabs"]
pub struct Road(Option<Function>);

impl Road {
    /// Takes the road; `None` while another tab is on it. Where the browser has no locks, every tab may go: what is
    /// sent twice counts once.
    pub async fn take() -> Option<Self> {
        match ask().await {
            Ok(answer) if answer.is_undefined() => None,
            Ok(leave) => Some(Self(leave.dyn_into().ok())),
            Err(_) => Some(Self(None)),
        }
    }
}

impl Drop for Road {
    fn drop(&mut self) {
        if let Some(leave) = &self.0 {
            leave.call0(&JsValue::UNDEFINED).ok();
        }
    }
}

/// A function that leaves the road, or `undefined` when it is taken.
async fn ask() -> Result<JsValue, JsValue> {
    let locks: Locks = navigator_part("locks").ok_or(JsValue::UNDEFINED)?.unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into())?;
    let mut request = Err(JsValue::UNDEFINED);
    let granted = Promise::new(&mut |grant, _| {
        let held = Closure::once_into_js(move |lock: JsValue| hold(&lock, &grant));
        request = locks.request(ROAD, &options, &held);
    });
    // The request itself settles at once when there is no lock, or at the end of the one that was granted.
    let request = request?;
    JsFuture::from(Promise::race(&Array::of2(&granted, &request))).await
}

/// The browser holds the lock until the promise that this gives is kept.
fn hold(lock: &JsValue, grant: &Function) -> JsValue {
    if lock.is_null() {
        return JsValue::UNDEFINED;
    }
    Promise::new(&mut |leave, _| {
        grant.call1(&JsValue::UNDEFINED, &leave).ok();
    })
    .into()
}
