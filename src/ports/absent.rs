//! Camera, viewer, files and office of a program that has none, because none of its pages asks for them.

use super::Later;
use super::device::{
    Camera, CameraFault, Files, Office, OfficeFault, Pages, Picked, PickedFault, ScanFault, Sharing, Tools,
    Viewer, ViewerFault, WordFault,
};
use paper::{Archive, Paper, Reading, Spreadsheet};
use std::future::ready;
use std::rc::Rc;

struct Absent;

impl Tools {
    /// None of them: whoever asks is told so.
    pub fn absent() -> Self {
        Self {
            camera: Rc::new(Absent),
            viewer: Rc::new(Absent),
            files: Rc::new(Absent),
            office: Rc::new(Absent),
        }
    }
}

impl Camera for Absent {
    fn start(&self, _: &str) -> Later<'_, Result<bool, CameraFault>> {
        Box::pin(ready(Err(CameraFault::Unsupported)))
    }

    fn next_code(&self) -> Later<'_, Result<Option<String>, ScanFault>> {
        Box::pin(ready(Ok(None)))
    }

    fn stop(&self) {}

    fn read_picture(&self, _: &str) -> Later<'_, Result<Option<String>, ScanFault>> {
        Box::pin(ready(Err(ScanFault::NoDecoder)))
    }
}

impl Viewer for Absent {
    fn open(&self, _: Vec<u8>) -> Later<'_, Result<Rc<dyn Pages>, ViewerFault>> {
        Box::pin(ready(Err(ViewerFault::NoViewer)))
    }
}

impl Files for Absent {
    fn picked(&self, _: &str) -> Later<'_, Vec<Result<Picked, PickedFault>>> {
        Box::pin(ready(Vec::new()))
    }

    fn save(&self, _: &str, _: &str, _: &[u8]) -> bool {
        false
    }

    fn share(&self, _: &str, _: &str, _: &[u8]) -> Later<'_, Sharing> {
        Box::pin(ready(Sharing::Unsupported))
    }

    fn share_text(&self, _: &str) -> Later<'_, Sharing> {
        Box::pin(ready(Sharing::Unsupported))
    }

    fn fetch_sample(&self, _: &str) -> Later<'_, Option<Vec<u8>>> {
        Box::pin(ready(None))
    }

    fn copy(&self, _: &str) -> Later<'_, bool> {
        Box::pin(ready(false))
    }
}

impl Office for Absent {
    fn read<'a>(&'a self, _: &'a [u8]) -> Later<'a, Result<Reading, WordFault>> {
        Box::pin(ready(Err(WordFault::NoOffice)))
    }

    fn docx(&self, _: &Paper) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        Box::pin(ready(Err(OfficeFault::NoOffice)))
    }

    fn xlsx(&self, _: &Spreadsheet) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        Box::pin(ready(Err(OfficeFault::NoOffice)))
    }

    fn zip(&self, _: &Archive) -> Later<'_, Result<Vec<u8>, OfficeFault>> {
        Box::pin(ready(Err(OfficeFault::NoOffice)))
    }
}
