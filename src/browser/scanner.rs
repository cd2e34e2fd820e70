//! Finds QR codes in pictures: with the browser's own detector where it has one, else
//! with our decoder in a worker, which is fetched at the first picture.

use super::lazy;
use super::worker::{Worker, set};
use crate::ports::device::ScanFault;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, ImageBitmap};

/// The longest side of a picked photo while it is looked at, in pixels.
const PHOTO_SIDE_PIXELS_MAX: f64 = 2000.0;
/// The side of the square of a camera frame that is looked at, in pixels.
const FRAME_SIDE_PIXELS_MAX: f64 = 900.0;

#[wasm_bindgen]
extern "C" {
    type BarcodeDetector;

    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;

    #[wasm_bindgen(static_method_of = BarcodeDetector, js_name = getSupportedFormats, catch)]
    fn supported_formats() -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn detect(this: &BarcodeDetector, picture: &JsValue) -> Result<Promise, JsValue>;
}

/// Reads one picture at a time. Its worker ends with it.
pub(super) struct Scanner {
    detector: Option<BarcodeDetector>,
    decoder: Option<Decoder>,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Scanner {
    pub(super) async fn new() -> Result<Self, ScanFault> {
        let (canvas, context) = make_canvas().ok_or(ScanFault::NoDecoder)?;
        Ok(Self { detector: native_detector().await, decoder: None, canvas, context })
    }

    /// The code in the middle square of what the camera shows now.
    pub(super) async fn read_frame(&mut self, video: &HtmlVideoElement) -> Result<Option<String>, ScanFault> {
        let (width, height) = (video.video_width(), video.video_height());
        if width == 0 || height == 0 {
            return Ok(None);
        }
        if let Some(answer) = self.detect(video).await {
            return Ok(answer);
        }
        let taken = f64::from(width.min(height));
        let side = taken.min(FRAME_SIDE_PIXELS_MAX).floor();
        self.resize(side, side);
        self.context
            .draw_image_with_html_video_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                video,
                (f64::from(width) - taken) / 2.0,
                (f64::from(height) - taken) / 2.0,
                taken,
                taken,
                0.0,
                0.0,
                side,
                side,
            )
            .map_err(|_| ScanFault::NotAPicture)?;
        self.decode_canvas().await
    }

    async fn read_photo(&mut self, photo: &ImageBitmap) -> Result<Option<String>, ScanFault> {
        if let Some(Some(text)) = self.detect(photo).await {
            return Ok(Some(text));
        }
        let (width, height) = (f64::from(photo.width()), f64::from(photo.height()));
        let scale = (PHOTO_SIDE_PIXELS_MAX / width.max(height)).min(1.0);
        let (width, height) = ((width * scale).ceil().max(1.0), (height * scale).ceil().max(1.0));
        self.resize(width, height);
        self.context
            .draw_image_with_image_bitmap_and_dw_and_dh(photo, 0.0, 0.0, width, height)
            .map_err(|_| ScanFault::NotAPicture)?;
        self.decode_canvas().await
    }

    /// `None` when the browser cannot say, and our own decoder must be asked.
    async fn detect(&mut self, picture: &JsValue) -> Option<Option<String>> {
        let found = match self.detector.as_ref()?.detect(picture) {
            Ok(detecting) => JsFuture::from(detecting).await,
            Err(fault) => Err(fault),
        };
        match found {
            Ok(codes) => Some(first_text(&codes)),
            Err(_) => {
                // Some phones announce a detector whose service is not there.
                self.detector = None;
                None
            }
        }
    }

    async fn decode_canvas(&mut self) -> Result<Option<String>, ScanFault> {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        let pixels = self
            .context
            .get_image_data(0.0, 0.0, width.into(), height.into())
            .map_err(|_| ScanFault::NotAPicture)?
            .data();
        let decoder = match self.decoder.take() {
            Some(decoder) => decoder,
            None => Decoder::start()?,
        };
        let text = decoder.decode(&pixels, width, height).await?;
        self.decoder = Some(decoder);
        Ok(text)
    }

    fn resize(&self, width: f64, height: f64) {
        let (width, height) = (width as u32, height as u32);
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }
}

/// The code in a picture the member picked: for a phone whose camera opens only in an
/// app of its own.
pub async fn read_picture(file: &Blob) -> Result<Option<String>, ScanFault> {
    let window = web_sys::window().ok_or(ScanFault::NoDecoder)?;
    let opening = window.create_image_bitmap_with_blob(file).map_err(|_| ScanFault::NotAPicture)?;
    let photo: ImageBitmap =
        JsFuture::from(opening).await.and_then(JsCast::dyn_into).map_err(|_| ScanFault::NotAPicture)?;
    let answer = Scanner::new().await?.read_photo(&photo).await;
    photo.close();
    answer
}

struct Decoder(Worker);

impl Decoder {
    fn start() -> Result<Self, ScanFault> {
        lazy::decoder_worker().map(Worker::new).map(Self).map_err(|_| ScanFault::NoDecoder)
    }

    async fn decode(&self, pixels: &[u8], width: u32, height: u32) -> Result<Option<String>, ScanFault> {
        let pixels = Uint8Array::from(pixels).buffer();
        let frame = Object::new();
        set(&frame, "width", &width.into())
            .and_then(|()| set(&frame, "height", &height.into()))
            .and_then(|()| set(&frame, "pixels", &pixels))
            .map_err(|_| ScanFault::NoDecoder)?;
        let answer = self.0.ask(&frame, &pixels).await.map_err(|_| ScanFault::NoDecoder)?;
        Ok(text_of(&answer, "text"))
    }
}

async fn native_detector() -> Option<BarcodeDetector> {
    if !Reflect::has(&js_sys::global(), &"BarcodeDetector".into()).ok()? {
        return None;
    }
    let formats = JsFuture::from(BarcodeDetector::supported_formats().ok()?).await.ok()?;
    let wanted = JsValue::from("qr_code");
    if !Array::from(&formats).includes(&wanted, 0) {
        return None;
    }
    let options = Object::new();
    set(&options, "formats", &Array::of1(&wanted)).ok()?;
    BarcodeDetector::new(&options).ok()
}

fn make_canvas() -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    // Every frame is read back: in the graphics card's memory that would be slow.
    let options = Object::new();
    set(&options, "willReadFrequently", &true.into()).ok()?;
    let context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
    Some((canvas, context))
}

fn first_text(codes: &JsValue) -> Option<String> {
    Array::from(codes).iter().find_map(|code| text_of(&code, "rawValue")).filter(|text| !text.is_empty())
}

fn text_of(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}
