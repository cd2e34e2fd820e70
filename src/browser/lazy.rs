//! The doors to what `boot.js` keeps: what is fetched only when needed, and the browser's offer to install. The files' names are hashed by the
//! build, which cannot reach into wasm, so `boot.js` knows them and this asks it.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// Starts a worker that reads QR codes.
pub(super) fn decoder_worker() -> Result<Worker, JsValue> {
    call("decoderWorker")?.dyn_into()
}

/// Starts a worker that writes files of papers and tables.
pub(super) fn office_worker() -> Result<Worker, JsValue> {
    call("officeWorker")?.dyn_into()
}

/// Loads the module that opens PDF files.
pub(super) async fn viewer() -> Result<JsValue, JsValue> {
    let loading: Promise = call("openViewer")?.dyn_into()?;
    JsFuture::from(loading).await
}

/// Starts the program with all pages in this page.
pub(super) async fn start_pages() -> Result<JsValue, JsValue> {
    let starting: Promise = call("startPages")?.dyn_into()?;
    JsFuture::from(starting).await
}

/// A file of the sample branch, which lies beside the app.
pub(super) async fn sample_file(name: &str) -> Result<Vec<u8>, JsValue> {
    let doors = Reflect::get(&js_sys::global(), &"soTay".into())?;
    let door: Function = Reflect::get(&doors, &"sampleFile".into())?.dyn_into()?;
    let fetching: Promise = door.call1(&doors, &name.into())?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(fetching).await?).to_vec())
}

/// Whether the browser offers to put the app on the home screen.
pub(super) fn can_install() -> bool {
    call("canInstall").is_ok_and(|offered| offered.is_truthy())
}

/// Has the browser ask the owner; whether the app is on the home screen now.
pub(super) async fn install() -> Result<bool, JsValue> {
    let asking: Promise = call("install")?.dyn_into()?;
    Ok(JsFuture::from(asking).await?.is_truthy())
}

fn call(name: &str) -> Result<JsValue, JsValue> {
    let doors = Reflect::get(&js_sys::global(), &"soTay".into())?;
    let door: Function = Reflect::get(&doors, &name.into())?.dyn_into()?;
    door.call0(&doors)
}
