//! Files out of the app and into it: saved, shared, copied, picked.

use super::api::{fault_name, navigator_part, settled};
use crate::ports::device::{PickedFault, Sharing};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Clipboard, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

/// Safari begins to save a while after the click, and finds nothing when the address is gone.
const SAVE_MILLISECONDS_MAX: i32 = 60_000;

/// A file that the app makes.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// File name with its ending.
    pub name: &'a str,
    /// Media type.
    pub kind: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// The browser did not let it happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied;

/// Saves a file among the phone's downloads.
pub fn save(paper: Paper<'_>) -> Result<(), Denied> {
    download(paper).map_err(|_| Denied)
}

/// Offers a file to the other apps of the phone. Only within a tap.
pub async fn share(paper: Paper<'_>) -> Sharing {
    let (Some(_), Some(_), Some(window)) =
        (navigator_part("share"), navigator_part("canShare"), web_sys::window())
    else {
        return Sharing::Unsupported;
    };
    let Ok(file) = file_of(paper) else {
        return Sharing::Unsupported;
    };
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    if !window.navigator().can_share_with_data(&data) {
        return Sharing::Unsupported;
    }
    offer(&window, &data).await
}

/// Offers a text to the other apps of the phone. Only within a tap.
pub async fn share_text(text: &str) -> Sharing {
    let (Some(_), Some(window)) = (navigator_part("share"), web_sys::window()) else {
        return Sharing::Unsupported;
    };
    let data = ShareData::new();
    data.set_text(text);
    offer(&window, &data).await
}

async fn offer(window: &web_sys::Window, data: &ShareData) -> Sharing {
    match settled(Ok(window.navigator().share_with_data(data))).await {
        Ok(_) => Sharing::Shared,
        Err(fault) => match fault_name(&fault).as_str() {
            "AbortError" => Sharing::Cancelled,
            "NotAllowedError" => Sharing::Refused,
            _ => Sharing::Unsupported,
        },
    }
}

/// Puts text on the clipboard. Only within a tap.
pub async fn copy(text: &str) -> Result<(), Denied> {
    let clipboard: Clipboard = navigator_part("clipboard").ok_or(Denied)?.unchecked_into();
    settled(Ok(clipboard.write_text(text))).await.map(|_| ()).map_err(|_| Denied)
}

/// The content of a picked file of at most `bytes_max` bytes.
pub async fn read_bytes(file: &Blob, bytes_max: usize) -> Result<Vec<u8>, PickedFault> {
    if file.size() > bytes_max as f64 {
        return Err(PickedFault::TooLarge);
    }
    let content = settled(Ok(file.array_buffer())).await.map_err(|_| PickedFault::Unreadable)?;
    Ok(Uint8Array::new(&content).to_vec())
}

fn download(paper: Paper<'_>) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let file = file_of(paper)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(paper.name);
    link.click();
    let forget = Closure::once_into_js(move || {
        // Fails only for an address that is gone.
        Url::revoke_object_url(&address).ok();
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(
        forget.unchecked_ref(),
        SAVE_MILLISECONDS_MAX,
    )?;
    Ok(())
}

fn file_of(paper: Paper<'_>) -> Result<File, JsValue> {
    let parts = Array::of1(&Uint8Array::from(paper.bytes));
    let options = FilePropertyBag::new();
    options.set_type(paper.kind);
    File::new_with_u8_array_sequence_and_options(&parts, paper.name, &options)
}
