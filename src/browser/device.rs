//! The ports of the device, over the browser's parts.

use super::camera::Camera as OpenCamera;
use super::listener::Listener;
use super::office::DeviceOffice;
use super::pdf::{Drawing, Pdf};
use super::scanner::read_picture;
use super::{frames, heading, network, service_worker, share, storage, tabs, wake_lock};
use crate::ports::Later;
use crate::ports::device::{
    Camera, CameraFault, Files, Pages, Picked, PickedFault, Room, ScanFault, Sharing, Shell, Tools, Viewer,
    ViewerFault,
};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, HtmlCanvasElement, HtmlElement, HtmlInputElement, HtmlVideoElement, VisibilityState,
};

/// Event on window: another program of this app is about to fill the page.
const TAKEN_OVER: &str = "so-tay:taken-over";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Camera, viewer, files and office of this device.
pub fn tools() -> Tools {
    Tools {
        camera: Rc::new(DeviceCamera::default()),
        viewer: Rc::new(PdfViewer),
        files: Rc::new(DeviceFiles),
        office: Rc::new(DeviceOffice::default()),
    }
}

/// The camera of this device; one at a time.
#[derive(Default)]
struct DeviceCamera {
    open: RefCell<Option<OpenCamera>>,
    /// Counts starts and stops: the owner may take a long time to answer the browser, and be elsewhere by then.
    wish: Cell<u32>,
}

impl Camera for DeviceCamera {
    fn start(&self, video_id: &str) -> Later<'_, Result<bool, CameraFault>> {
        let video = element::<HtmlVideoElement>(video_id);
        Box::pin(async move {
            self.stop();
            let wish = self.wish.get();
            let wanted = || self.wish.get() == wish;
            let camera = OpenCamera::start(video.ok_or(CameraFault::Unsupported)?, wanted).await?;
            let started = camera.is_some();
            if started {
                self.open.replace(camera);
            }
            Ok(started)
        })
    }

    fn next_code(&self) -> Later<'_, Result<Option<String>, ScanFault>> {
        let camera = self.open.borrow().clone();
        Box::pin(async move {
            match camera {
                Some(camera) => camera.next_code().await,
                None => Ok(None),
            }
        })
    }

    fn stop(&self) {
        self.wish.set(self.wish.get().wrapping_add(1));
        if let Some(camera) = self.open.borrow_mut().take() {
            camera.stop();
        }
    }

    fn read_picture(&self, input_id: &str) -> Later<'_, Result<Option<String>, ScanFault>> {
        let input = element::<HtmlInputElement>(input_id);
        let picked = input.as_ref().and_then(|input| input.files()?.get(0));
        if let Some(input) = input {
            // The same picture may be picked again.
            input.set_value("");
        }
        Box::pin(async move { read_picture(picked.as_ref().ok_or(ScanFault::NotAPicture)?).await })
    }
}

/// pdf.js, loaded when the first document is opened.
struct PdfViewer;

struct PdfPages(Pdf);

impl Viewer for PdfViewer {
    fn open(&self, bytes: Vec<u8>) -> Later<'_, Result<Rc<dyn Pages>, ViewerFault>> {
        Box::pin(async move {
            let pdf = Pdf::open(&bytes).await?;
            Ok(Rc::new(PdfPages(pdf)) as Rc<dyn Pages>)
        })
    }
}

impl Pages for PdfPages {
    fn count(&self) -> u32 {
        self.0.pages()
    }

    fn proportion(&self, page: u32) -> f64 {
        // An A4 sheet, until the page says otherwise.
        self.0.page_size(page).map_or(1.414, |size| size.height / size.width)
    }

    fn draw(&self, page: u32, canvas_id: &str, width: f64) -> Later<'_, Result<(), ViewerFault>> {
        let canvas = element::<HtmlCanvasElement>(canvas_id);
        Box::pin(async move {
            let Some(canvas) = canvas else {
                return Ok(());
            };
            let pixels = width * web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
            match self.0.render(page, &canvas, pixels.max(1.0) as u32).await? {
                Drawing::Done | Drawing::Stopped => Ok(()),
            }
        })
    }

    fn release(&self, page: u32, canvas_id: &str) -> Later<'_, ()> {
        let canvas = element::<HtmlCanvasElement>(canvas_id);
        Box::pin(async move {
            if let Some(canvas) = canvas {
                // A page that cannot be given back is given back with the document.
                self.0.release(page, &canvas).await.ok();
            }
        })
    }

    fn text(&self, page: u32) -> Later<'_, Result<String, ViewerFault>> {
        Box::pin(async move { self.0.text(page).await })
    }

    fn fields(&self) -> Later<'_, Result<Vec<String>, ViewerFault>> {
        Box::pin(async move { self.0.fields().await })
    }
}

/// Files of this device.
struct DeviceFiles;

/// What is read of a picked file at most: the largest bundle as text.
const PICKED_BYTES_MAX: usize = 96 * 1024 * 1024;

impl Files for DeviceFiles {
    fn picked(&self, input_id: &str) -> Later<'_, Vec<Result<Picked, PickedFault>>> {
        let input = element::<HtmlInputElement>(input_id);
        Box::pin(async move {
            let mut picked = Vec::new();
            let Some((input, list)) = input.and_then(|input| input.files().map(|list| (input, list))) else {
                return picked;
            };
            for file in (0..list.length()).filter_map(|place| list.get(place)) {
                let read = share::read_bytes(&file, PICKED_BYTES_MAX).await;
                picked.push(read.map(|bytes| Picked { name: file.name(), bytes }));
            }
            // The same file may be picked again.
            input.set_value("");
            picked
        })
    }

    fn save(&self, name: &str, media: &str, bytes: &[u8]) -> bool {
        share::save(share::Paper { name, kind: media, bytes }).is_ok()
    }

    fn share(&self, name: &str, media: &str, bytes: &[u8]) -> Later<'_, Sharing> {
        let (name, media, bytes) = (name.to_owned(), media.to_owned(), bytes.to_vec());
        Box::pin(async move { share::share(share::Paper { name: &name, kind: &media, bytes: &bytes }).await })
    }

    fn share_text(&self, text: &str) -> Later<'_, Sharing> {
        let text = text.to_owned();
        Box::pin(async move { share::share_text(&text).await })
    }

    fn fetch_sample(&self, name: &str) -> Later<'_, Option<Vec<u8>>> {
        let name = name.to_owned();
        Box::pin(async move { super::lazy::sample_file(&name).await.ok() })
    }

    fn copy(&self, text: &str) -> Later<'_, bool> {
        let text = text.to_owned();
        Box::pin(async move { share::copy(&text).await.is_ok() })
    }
}

/// The page itself, its worker, its tabs.
#[derive(Default)]
pub struct PageShell {
    ears: Rc<Ears>,
    places: Rc<heading::Places>,
    /// Everything is being erased: nothing may be kept any more.
    leaving: Rc<Cell<bool>>,
}

/// What this program hears as long as it has the page.
#[derive(Default)]
struct Ears {
    listeners: RefCell<Vec<Listener>>,
    tabs: RefCell<Option<tabs::Tabs>>,
}

impl Ears {
    fn hear(&self, listeners: impl IntoIterator<Item = Listener>) {
        self.listeners.borrow_mut().extend(listeners);
    }

    fn close(&self) {
        self.listeners.take();
        self.tabs.take();
    }
}

impl Shell for PageShell {
    fn usable(&self) {
        service_worker::mark("usable");
        service_worker::announce_usable();
    }

    fn hand_over(&self, failed: Box<dyn FnOnce()>) {
        wasm_bindgen_futures::spawn_local(async move {
            if super::lazy::start_pages().await.is_err() {
                failed();
            }
        });
    }

    fn hands_off(&self) -> Later<'_, ()> {
        Box::pin(frames::hands_off())
    }

    fn take_over(&self, retired: Box<dyn FnOnce()>) {
        service_worker::dispatch(TAKEN_OVER);
        let (mut retired, ears) = (Some(retired), self.ears.clone());
        let heard = Listener::on_window(TAKEN_OVER, move |_| {
            if let Some(retired) = retired.take() {
                ears.close();
                retired();
            }
        });
        // Not among those that it closes: a listener must not be dropped while it hears.
        if let Some(heard) = heard {
            heard.keep();
        }
    }

    fn follow_places(&self, here: &str) {
        self.ears.hear(self.places.follow(here));
    }

    fn focus_heading(&self) {
        heading::focus();
    }

    fn arrive(&self, address: &str) {
        self.places.arrive(address);
    }

    fn mark(&self, name: &str) {
        service_worker::mark(name);
    }

    fn remember_today(&self) {
        if let Some(markup) = element("app").as_ref().and_then(service_worker::markup_of) {
            let leaving = self.leaving.clone();
            wasm_bindgen_futures::spawn_local(async move {
                // Asked at the last moment: a picture kept after the erasing would outlive it.
                if !leaving.get() {
                    service_worker::remember_today(markup).await;
                }
            });
        }
    }

    fn online(&self) -> bool {
        network::online()
    }

    fn on_hidden(&self, hidden: Box<dyn Fn()>) -> Box<dyn Any> {
        let hidden: Rc<dyn Fn()> = hidden.into();
        let leave = hidden.clone();
        // Some phones tell only the one, some only the other.
        let left = Listener::on_window("pagehide", move |_| leave());
        let seen = document().map(|page| {
            Listener::on(page.clone().into(), "visibilitychange", move |_| {
                if page.visibility_state() == VisibilityState::Hidden {
                    hidden();
                }
            })
        });
        Box::new((left, seen))
    }

    fn on_network(&self, changed: Box<dyn Fn(bool)>) {
        let changed = Rc::new(changed);
        self.ears.hear(network::on_change(move |online| changed(online)));
    }

    fn on_elsewhere(&self, changed: Box<dyn Fn()>) {
        self.ears.tabs.replace(Some(tabs::Tabs::join(changed)));
    }

    fn tell_tabs(&self) {
        if let Some(tabs) = &*self.ears.tabs.borrow() {
            tabs.tell_committed();
        }
    }

    fn on_new_version(&self, waiting: Box<dyn Fn()>) {
        self.ears.hear(service_worker::on_update_ready(waiting));
    }

    fn switch_version(&self) {
        service_worker::switch_version();
    }

    fn take_fragment(&self) -> Option<String> {
        let window = web_sys::window()?;
        let history = window.history().ok()?;
        let hash = window.location().hash().ok()?;
        let Some(fragment) = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty()) else {
            // The page was reloaded before it was done.
            return history.state().ok()?.as_string();
        };
        // A secret must not stay in the address, where a glance or a bookmark could keep it.
        let path = window.location().pathname().ok()?;
        history.replace_state_with_url(&fragment.into(), "", Some(&path)).ok()?;
        Some(fragment.to_owned())
    }

    fn forget_fragment(&self) {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            // Refused only where pages change their address hundreds of times a minute.
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", None).ok();
        }
    }

    fn origin(&self) -> String {
        web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
    }

    fn keep_storage(&self) -> Later<'_, ()> {
        Box::pin(storage::persist())
    }

    fn can_install(&self) -> bool {
        super::lazy::can_install()
    }

    fn install(&self) -> Later<'_, bool> {
        // A browser that breaks off its own question has not put it there.
        Box::pin(async { super::lazy::install().await.unwrap_or(false) })
    }

    fn room(&self) -> Later<'_, Room> {
        Box::pin(storage::room())
    }

    fn keep_awake(&self) -> Box<dyn Any> {
        Box::new(wake_lock::WakeLock::hold())
    }

    fn focus_first_wrong(&self) {
        // A page that is not drawn has nobody to lead.
        frames::at_next(|| {
            // What lies behind an open dialog takes no focus.
            let wrong = ["dialog[open] [aria-invalid=true]", "[aria-invalid=true]"].into_iter();
            let found = document()
                .and_then(|page| wrong.filter_map(|wrong| page.query_selector(wrong).ok().flatten()).next());
            if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                // It refuses only when it is not in the page.
                field.focus().ok();
            }
        });
    }

    fn print(&self) {
        if let Some(window) = web_sys::window() {
            // A browser without a print dialogue shows none.
            window.print().ok();
        }
    }

    fn erase(&self) -> Later<'_, ()> {
        Box::pin(async move {
            self.leaving.set(true);
            service_worker::forget_today().await;
            storage::erase().await;
            if let Some(window) = web_sys::window() {
                window.location().set_href("/").ok();
            }
        })
    }
}
