//! Talks with `boot.js` and `sw.js`, which make the app open without a network: by events on the window, and by the
//! picture of Hôm nay that is shown while the app loads.

use super::api::{part, settled};
use super::listener::Listener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Cache, Element, Event, Headers, Response, ResponseInit};

const TODAY_CACHE: &str = "today";
const TODAY_PATH: &str = "/_today";

/// Tells that the app can be used: whatever the app does not need at once may be fetched now.
pub fn announce_usable() {
    dispatch("so-tay:usable");
}

/// Calls when a newer version waits on this phone, to ask the member when it suits; at once when that was told before.
pub fn on_update_ready(call: impl Fn() + 'static) -> Option<Listener> {
    let told = part(&js_sys::global(), "soTay").and_then(|doors| part(&doors, "updateReady"));
    if told.is_some_and(|told| told.is_truthy()) {
        call();
    }
    Listener::on_window("so-tay:update-ready", move |_| call())
}

/// Lets the newer version take over. The page loads anew.
pub fn switch_version() {
    dispatch("so-tay:switch-version");
}

/// The markup inside `app` for [`remember_today`]: without style attributes, which the page's security policy refuses,
/// and without what was said over the page, which is over by then.
pub fn markup_of(app: &Element) -> Option<String> {
    let copy: Element = app.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let styled = copy.query_selector_all("[style]").ok()?;
    for index in 0..styled.length() {
        styled.item(index)?.unchecked_into::<Element>().remove_attribute("style").ok()?;
    }
    if let Some(said) = copy.query_selector(".notice-bar").ok()? {
        said.set_inner_html("");
    }
    Some(copy.inner_html())
}

/// Keeps the markup of Hôm nay, to be shown at the next start until the app is there. A phone that keeps nothing
/// shows the empty page instead.
pub async fn remember_today(markup: String) {
    put_today(&markup).await.ok();
}

/// Takes that picture away, when the handbook is erased.
pub async fn forget_today() {
    if let Some(caches) = web_sys::window().and_then(|window| window.caches().ok()) {
        settled(Ok(caches.delete(TODAY_CACHE))).await.ok();
    }
}

/// Marks a moment, to be measured by the journeys and in the developer tools.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        performance.mark(name).ok();
    }
}

pub(super) fn dispatch(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(name)) {
        window.dispatch_event(&event).ok();
    }
}

async fn put_today(markup: &str) -> Result<(), JsValue> {
    let caches = web_sys::window().ok_or(JsValue::UNDEFINED)?.caches()?;
    let cache: Cache = settled(Ok(caches.open(TODAY_CACHE))).await?.dyn_into()?;
    let headers = Headers::new()?;
    headers.set("content-type", "text/html; charset=utf-8")?;
    let init = ResponseInit::new();
    init.set_headers_headers(&headers);
    let picture = Response::new_with_opt_str_and_init(Some(markup), &init)?;
    settled(Ok(cache.put_with_str(TODAY_PATH, &picture))).await.map(|_| ())
}
