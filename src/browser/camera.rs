//! The camera: shows it in a video element and waits for QR codes to come by.

use super::scanner::Scanner;
use crate::ports::device::{CameraFault, ScanFault};
use js_sys::{Function, Object, Promise, Reflect};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    MediaStreamTrackState,
};

/// Eight frames a second: quick enough for a hand, sparing for the battery.
const FRAME_PAUSE_MILLISECONDS: i32 = 125;

/// A running camera. Clones share it; it goes off with `stop` or the last clone.
#[derive(Clone)]
pub struct Camera(Rc<Running>);

struct Running {
    stream: MediaStream,
    video: HtmlVideoElement,
    /// Away while a frame is being read, so that there is never a second one.
    scanner: RefCell<Option<Scanner>>,
    stopped: Cell<bool>,
}

impl Camera {
    /// Asks for the rear camera and shows it in `video`. Nothing, and the camera off, when it is not `wanted` any more
    /// by the time the owner has answered.
    pub async fn start(
        video: HtmlVideoElement,
        wanted: impl Fn() -> bool,
    ) -> Result<Option<Self>, CameraFault> {
        let stream = open_stream().await?;
        let camera =
            Self(Rc::new(Running { stream, video, scanner: RefCell::new(None), stopped: Cell::new(false) }));
        if !wanted() {
            return Ok(None);
        }
        let shown = camera.0.show().await;
        // A page that is left takes its video away, which ends the showing with a fault.
        if !wanted() {
            return Ok(None);
        }
        shown.map(|()| Some(camera))
    }

    /// Waits for a code to come into view; `None` once the camera is off. The same code
    /// is given again as long as it is in view.
    pub async fn next_code(&self) -> Result<Option<String>, ScanFault> {
        while self.0.live() {
            if let Some(text) = self.0.read_frame().await? {
                return Ok(Some(text).filter(|_| self.0.live()));
            }
            pause().await;
        }
        Ok(None)
    }

    /// Switches the camera off.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl Running {
    async fn show(&self) -> Result<(), CameraFault> {
        // Without these iOS opens the video over the whole screen.
        self.video.set_muted(true);
        self.video.set_attribute("playsinline", "").map_err(|_| CameraFault::Unsupported)?;
        self.video.set_src_object(Some(&self.stream));
        let playing = self.video.play().map_err(camera_fault)?;
        JsFuture::from(playing).await.map_err(camera_fault)?;
        Ok(())
    }

    async fn read_frame(&self) -> Result<Option<String>, ScanFault> {
        let waiting = self.scanner.borrow_mut().take();
        let mut scanner = match waiting {
            Some(scanner) => scanner,
            None => Scanner::new().await?,
        };
        let answer = scanner.read_frame(&self.video).await;
        *self.scanner.borrow_mut() = Some(scanner);
        answer
    }

    fn live(&self) -> bool {
        !self.stopped.get()
            && tracks(&self.stream).any(|track| track.ready_state() == MediaStreamTrackState::Live)
    }

    fn stop(&self) {
        self.stopped.set(true);
        // Safari keeps the camera light on unless every track is stopped.
        tracks(&self.stream).for_each(|track| track.stop());
        // The video may show a later stream by now.
        if self.video.src_object().as_ref() == Some(&self.stream) {
            self.video.set_src_object(None);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn open_stream() -> Result<MediaStream, CameraFault> {
    let devices = web_sys::window()
        .and_then(|window| window.navigator().media_devices().ok())
        // Without https the browser hides the devices: the property is undefined.
        .filter(|devices| !devices.is_undefined())
        .ok_or(CameraFault::Unsupported)?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&false.into());
    constraints.set_video(&video_wish().map_err(|_| CameraFault::Unsupported)?);
    let asking = devices.get_user_media_with_constraints(&constraints).map_err(camera_fault)?;
    let stream = JsFuture::from(asking).await.map_err(camera_fault)?;
    stream.dyn_into().map_err(|_| CameraFault::Unsupported)
}

/// Wishes, not demands: a laptop's only camera faces its user.
fn video_wish() -> Result<JsValue, JsValue> {
    let wish = Object::new();
    for (name, value) in [
        ("facingMode", JsValue::from("environment")),
        ("width", JsValue::from(1280)),
        ("height", JsValue::from(720)),
    ] {
        let ideal = Object::new();
        Reflect::set(&ideal, &"ideal".into(), &value)?;
        Reflect::set(&wish, &name.into(), &ideal)?;
    }
    Ok(wish.into())
}

fn camera_fault(fault: JsValue) -> CameraFault {
    let name = fault.dyn_ref::<DomException>().map_or_else(String::new, DomException::name);
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraFault::NoPermission,
        "NotFoundError" | "OverconstrainedError" => CameraFault::NoCamera,
        "NotReadableError" | "AbortError" => CameraFault::Busy,
        _ => CameraFault::Unsupported,
    }
}

fn tracks(stream: &MediaStream) -> impl Iterator<Item = MediaStreamTrack> {
    stream.get_tracks().into_iter().map(JsCast::unchecked_into)
}

async fn pause() {
    let waiting = Promise::new(&mut |resolve: Function, _| {
        let started = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, FRAME_PAUSE_MILLISECONDS)
                .ok()
        });
        if started.is_none() {
            // Without a clock go on at once rather than never.
            resolve.call0(&JsValue::NULL).ok();
        }
    });
    JsFuture::from(waiting).await.ok();
}
