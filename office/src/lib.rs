//! Writes papers, tables and folders as files for Word, spreadsheets and file managers, and reads Word files. Built as its own wasm module,
//! so that only whoever asks for a file loads it. Reads no clock: the same input gives the same bytes.

mod docx;
mod package;
mod read;
mod xlsx;
mod xml;

pub use docx::docx;
pub use package::{Fault, zip};
pub use read::read_docx;
pub use xlsx::xlsx;

use minicbor::Decode;
use wasm_bindgen::prelude::wasm_bindgen;

/// A DOCX file of a [`paper::Paper`] in CBOR; nothing when that is not what came.
#[wasm_bindgen(js_name = docx)]
#[must_use]
pub fn docx_of(input: &[u8]) -> Option<Vec<u8>> {
    written(input, docx)
}

/// An XLSX file of a [`paper::Spreadsheet`] in CBOR; nothing when that is not what came.
#[wasm_bindgen(js_name = xlsx)]
#[must_use]
pub fn xlsx_of(input: &[u8]) -> Option<Vec<u8>> {
    written(input, xlsx)
}

/// A zip file of a [`paper::Archive`] in CBOR; nothing when that is not what came.
#[wasm_bindgen(js_name = zip)]
#[must_use]
pub fn zip_of(input: &[u8]) -> Option<Vec<u8>> {
    written(input, zip)
}

/// What is read of a Word file: a result of [`paper::Reading`] and [`paper::Unread`] in CBOR.
#[wasm_bindgen(js_name = read)]
#[must_use]
pub fn reading_of(file: &[u8]) -> Option<Vec<u8>> {
    minicbor::to_vec(read_docx(file)).ok()
}

fn written<T: for<'a> Decode<'a, ()>>(
    input: &[u8],
    write: fn(&T) -> Result<Vec<u8>, Fault>,
) -> Option<Vec<u8>> {
    let input = minicbor::decode(input).ok()?;
    write(&input).ok()
}
