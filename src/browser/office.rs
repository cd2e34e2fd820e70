//! Has files written and read by the office module, in a worker that is started for the first of them.

use super::lazy;
use super::worker::{Worker, set};
use crate::ports::Later;
use crate::ports::device::{Office, OfficeFault, WordFault};
use futures_util::lock::Mutex;
use js_sys::{Object, Reflect, Uint8Array};
use minicbor::Encode;
use paper::{Archive, Paper, Reading, Spreadsheet, Unread};
use wasm_bindgen::{JsCast, JsValue};

/// The office of this device. Files are written and read one after the other.
#[derive(Default)]
pub struct DeviceOffice(Mutex<Option<Worker>>);

impl DeviceOffice {
    fn file(&self, kind: &'static str, input: &impl Encode<()>) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        let input = minicbor::to_vec(input);
        Box::pin(async move {
            let input = input.map_err(|_| OfficeFault::Refused)?;
            self.write(kind, &input).await.map_err(|_| OfficeFault::NoOffice)?.ok_or(OfficeFault::Refused)
        })
    }

    async fn write(&self, kind: &str, input: &[u8]) -> Result<Option<Vec<u8>>, JsValue> {
        // Taken out and put back only after an answer: one that has failed is not asked again.
        let mut kept = self.0.lock().await;
        let worker = match kept.take() {
            Some(worker) => worker,
            None => Worker::new(lazy::office_worker()?),
        };
        let bytes = Uint8Array::from(input).buffer();
        let question = Object::new();
        set(&question, "kind", &kind.into())?;
        set(&question, "input", &bytes)?;
        let answer = worker.ask(&question, &bytes).await?;
        *kept = Some(worker);
        let file = Reflect::get(&answer, &"bytes".into())?;
        Ok(file.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
    }
}

impl Office for DeviceOffice {
    fn read<'a>(&'a self, file: &'a [u8]) -> Later<'a, Result<Reading, WordFault>> {
        Box::pin(async move {
            let read = self.write("read", file).await.map_err(|_| WordFault::NoOffice)?;
            let read: Result<Result<Reading, Unread>, _> = minicbor::decode(&read.unwrap_or_default());
            read.map_err(|_| WordFault::NoOffice)?.map_err(WordFault::Unread)
        })
    }

    fn docx(&self, paper: &Paper) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        self.file("docx", paper)
    }

    fn xlsx(&self, sheet: &Spreadsheet) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        self.file("xlsx", sheet)
    }

    fn zip(&self, archive: &Archive) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        self.file("zip", archive)
    }
}
