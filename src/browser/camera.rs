//! The camera: shows it in a video element and waits for QR codes to come by.

use super::scanner::{ScanError, Scanner};
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

/// Why the camera did not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameraError {
    /// The member, or a rule on this phone, said no.
    NoPermission,
    /// There is no camera.
    NoCamera,
    /// Another app holds it.
    Busy,
    /// This browser, or a page without https, has no way to it.
    Unsupported,
}

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
    /// Asks for the rear camera and shows it in `video`. Let it run to its end: a page
    /// that was left meanwhile drops the camera it gets.
    pub async fn start(video: HtmlVideoElement) -> Result<Self, CameraError> {
        let stream = open_stream().await?;
        let camera =
            Self(Rc::new(Running { stream, video, scanner: RefCell::new(None), stopped: Cell::new(false) }));
        camera.0.show().await?;
        Ok(camera)
    }

    /// Waits for a code to come into view; `None` once the camera is off. The same code
    /// is given again as long as it is in view.
    pub async fn next_code(&self) -> Result<Option<String>, ScanError> {
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
    async fn show(&self) -> Result<(), CameraError> {
        // Without these iOS opens the video over the whole screen.
        self.video.set_muted(true);
        self.video.set_attribute("playsinline", "").map_err(|_| CameraError::Unsupported)?;
        self.video.set_src_object(Some(&self.stream));
        let playing = self.video.play().map_err(camera_error)?;
        JsFuture::from(playing).await.map_err(camera_error)?;
        Ok(())
    }

    async fn read_frame(&self) -> Result<Option<String>, ScanError> {
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
        self.video.set_src_object(None);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn open_stream() -> Result<MediaStream, CameraError> {
    let devices = web_sys::window()
        .and_then(|window| window.navigator().media_devices().ok())
        // Without https the browser hides the devices: the property is undefined.
        .filter(|devices| !devices.is_undefined())
        .ok_or(CameraError::Unsupported)?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&false.into());
    constraints.set_video(&video_wish().map_err(|_| CameraError::Unsupported)?);
    let asking = devices.get_user_media_with_constraints(&constraints).map_err(camera_error)?;
    let stream = JsFuture::from(asking).await.map_err(camera_error)?;
    stream.dyn_into().map_err(|_| CameraError::Unsupported)
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

fn camera_error(fault: JsValue) -> CameraError {
    let name = fault.dyn_ref::<DomException>().map_or_else(String::new, DomException::name);
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraError::NoPermission,
        "NotFoundError" | "OverconstrainedError" => CameraError::NoCamera,
        "NotReadableError" | "AbortError" => CameraError::Busy,
        _ => CameraError::Unsupported,
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
