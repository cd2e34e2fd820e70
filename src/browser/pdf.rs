//! PDF files, through pdf.js, which is fetched when the first one is opened.

use super::lazy;
use crate::ports::device::ViewerFault;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Viewer;
    #[derive(Clone)]
    type Handle;

    #[wasm_bindgen(method, catch)]
    async fn open(this: &Viewer, bytes: Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn render(
        this: &Viewer,
        handle: Handle,
        number: u32,
        canvas: HtmlCanvasElement,
        width: u32,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn release(
        this: &Viewer,
        handle: Handle,
        number: u32,
        canvas: HtmlCanvasElement,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn text(this: &Viewer, handle: Handle, number: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn metadata(this: &Viewer, handle: Handle) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn close(this: &Viewer, handle: Handle) -> Result<JsValue, JsValue>;
}

/// What became of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// The page is on the canvas.
    Done,
    /// A later drawing on the same canvas, or its release, took its place.
    Stopped,
}

/// The size of a page, in points, turned as it is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// An open file; closed, with its worker, when dropped.
pub struct Pdf {
    viewer: Viewer,
    handle: Handle,
    sizes: Vec<PageSize>,
}

impl Pdf {
    /// Opens a file from its bytes.
    pub async fn open(bytes: &[u8]) -> Result<Self, ViewerFault> {
        let viewer: Viewer = lazy::viewer().await.map_err(|_| ViewerFault::NoViewer)?.unchecked_into();
        let handle = viewer.open(Uint8Array::from(bytes)).await.map_err(viewer_fault)?;
        let sizes = page_sizes(&handle).map_err(viewer_fault)?;
        Ok(Self { viewer, handle: handle.unchecked_into(), sizes })
    }

    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.sizes.len() as u32
    }

    /// The size of page `number`, counted from 1.
    #[must_use]
    pub fn page_size(&self, number: u32) -> Option<PageSize> {
        let index = number.checked_sub(1)?;
        self.sizes.get(index as usize).copied()
    }

    /// Draws page `number` on the canvas, `width` device pixels wide.
    pub async fn render(
        &self,
        number: u32,
        canvas: &HtmlCanvasElement,
        width: u32,
    ) -> Result<Drawing, ViewerFault> {
        let drawn = self
            .viewer
            .render(self.handle.clone(), number, canvas.clone(), width)
            .await
            .map_err(viewer_fault)?;
        Ok(if drawn.is_truthy() { Drawing::Done } else { Drawing::Stopped })
    }

    /// Stops drawing page `number` and frees the canvas: for a page out of sight.
    pub async fn release(&self, number: u32, canvas: &HtmlCanvasElement) -> Result<(), ViewerFault> {
        self.viewer
            .release(self.handle.clone(), number, canvas.clone())
            .await
            .map(|_| ())
            .map_err(viewer_fault)
    }

    /// The text of page `number`, line by line; empty for a scan.
    pub async fn text(&self, number: u32) -> Result<String, ViewerFault> {
        let text = self.viewer.text(self.handle.clone(), number).await.map_err(viewer_fault)?;
        text.as_string().ok_or(ViewerFault::Broken)
    }

    /// Every line that the file says about itself.
    pub async fn fields(&self) -> Result<Vec<String>, ViewerFault> {
        let said = self.viewer.metadata(self.handle.clone()).await.map_err(viewer_fault)?;
        let names = ["title", "author", "subject", "keywords", "producer"];
        Ok(names.into_iter().filter_map(|name| line(&said, name)).collect())
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        let (viewer, handle) = (self.viewer.clone(), self.handle.clone());
        spawn_local(async move {
            // The worker is ended either way; nobody is left to hear of a fault.
            viewer.close(handle).await.ok();
        });
    }
}

fn page_sizes(handle: &JsValue) -> Result<Vec<PageSize>, JsValue> {
    let sizes = Reflect::get(handle, &"sizes".into())?;
    Array::from(&sizes)
        .iter()
        .map(|size| {
            let pair = Array::from(&size);
            match (pair.get(0).as_f64(), pair.get(1).as_f64()) {
                (Some(width), Some(height)) => Ok(PageSize { width, height }),
                _ => Err(JsValue::UNDEFINED),
            }
        })
        .collect()
}

fn line(said: &JsValue, name: &str) -> Option<String> {
    Reflect::get(said, &name.into()).ok()?.as_string()
}

fn viewer_fault(fault: JsValue) -> ViewerFault {
    match line(&fault, "kind").as_deref() {
        Some("not-a-pdf") => ViewerFault::NotAPdf,
        Some("encrypted") => ViewerFault::Encrypted,
        Some("no-worker") => ViewerFault::NoViewer,
        _ => ViewerFault::Broken,
    }
}
