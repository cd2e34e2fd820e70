//! What only a browser can do and no port asks for, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, missing_docs)]

use js_sys::{Array, Promise, eval};
use so_tay::browser::clock::PhoneClock;
use so_tay::browser::device::{PageShell, tools};
use so_tay::browser::preferences::StoredPreferences;
use so_tay::browser::service_worker;
use so_tay::browser::share::{Paper, read_bytes, share};
use so_tay::browser::tabs::Tabs;
use so_tay::browser::wake_lock::WakeLock;
use so_tay::browser::{network, storage};
use so_tay::ports::Clock;
use so_tay::ports::device::{Language, PickedFault, Preferences, Sharing, Shell, TextSize, Theme};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Blob, Event, Response, window};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn preferences_are_kept_and_unknown_words_are_no_wish() {
    let local = window().unwrap().local_storage().unwrap().unwrap();
    local.clear().unwrap();
    let wishes = || (StoredPreferences.theme(), StoredPreferences.text_size(), StoredPreferences.language());
    assert_eq!(wishes(), (Theme::Light, TextSize::Medium, Language::Vietnamese));
    let told = event("so-tay:preferences");
    StoredPreferences.set_theme(Theme::Auto);
    JsFuture::from(told).await.unwrap();
    StoredPreferences.set_text_size(TextSize::Largest);
    StoredPreferences.set_language(Language::English);
    assert_eq!(wishes(), (Theme::Auto, TextSize::Largest, Language::English));
    assert_eq!(local.get_item("so-tay.text").unwrap().as_deref(), Some("rat-lon"), "as boot.js reads it");
    local.set_item("so-tay.theme", "pink").unwrap();
    local.set_item("so-tay.text", "not a size").unwrap();
    assert_eq!(wishes(), (Theme::Light, TextSize::Medium, Language::English));
}

#[wasm_bindgen_test]
async fn other_tabs_hear_of_a_commit() {
    let (heard_here, heard_there) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let [here, there] = [&heard_here, &heard_there].map(|heard| {
        let heard = Rc::clone(heard);
        Tabs::join(move || heard.set(heard.get() + 1))
    });
    here.tell_committed();
    while heard_there.get() == 0 {
        PhoneClock.breathe().await;
    }
    assert_eq!((heard_here.get(), heard_there.get()), (0, 1));
    drop(there);
}

#[wasm_bindgen_test]
async fn a_listener_hears_until_it_is_dropped() {
    let heard = Rc::new(Cell::new(None));
    let note = Rc::clone(&heard);
    let listener = network::on_change(move |online| note.set(Some(online)));
    dispatch("offline");
    assert_eq!(heard.get(), Some(false));
    dispatch("online");
    assert_eq!(heard.get(), Some(true));
    drop(listener);
    dispatch("offline");
    assert_eq!(heard.get(), Some(true));
}

#[wasm_bindgen_test]
async fn the_shell_is_told_by_events() {
    let usable = event("so-tay:usable");
    service_worker::announce_usable();
    JsFuture::from(usable).await.unwrap();
    let asked = Rc::new(Cell::new(false));
    let note = Rc::clone(&asked);
    let listener = service_worker::on_update_ready(move || note.set(true));
    dispatch("so-tay:update-ready");
    assert!(listener.is_some() && asked.get());
}

#[wasm_bindgen_test]
async fn the_picture_of_today_is_kept_without_styles_and_forgotten() {
    let app = window().unwrap().document().unwrap().create_element("div").unwrap();
    app.set_inner_html("<p style=\"color: red\" class=\"note\">Hôm nay</p>");
    service_worker::remember_today(service_worker::markup_of(&app).unwrap()).await;
    assert_eq!(today().await.as_deref(), Some("<p class=\"note\">Hôm nay</p>"));
    assert!(app.inner_html().contains("style"), "the page itself stays as it is");
    service_worker::forget_today().await;
    assert_eq!(today().await, None);
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_up_to_its_limit() {
    let file = Blob::new_with_str_sequence(&Array::of1(&"đồng chí".into())).unwrap();
    assert_eq!(read_bytes(&file, 12).await.map(|bytes| bytes.len()), Ok(12));
    assert_eq!(read_bytes(&file, 11).await, Err(PickedFault::TooLarge));
}

#[wasm_bindgen_test]
async fn the_browser_tells_how_much_room_there_is() {
    let room = storage::room().await;
    assert!(room.quota > room.used);
}

async fn today() -> Option<String> {
    let found = JsFuture::from(window().unwrap().caches().unwrap().match_with_str("/_today")).await.unwrap();
    let response: Response = found.dyn_into().ok()?;
    JsFuture::from(response.text().unwrap()).await.unwrap().as_string()
}

fn dispatch(name: &str) {
    window().unwrap().dispatch_event(&Event::new(name).unwrap()).unwrap();
}

fn event(name: &str) -> Promise {
    Promise::new(&mut |resolve, _| {
        window().unwrap().add_event_listener_with_callback(name, &resolve).unwrap();
    })
}

/// A phone that counts how often it was asked to stay awake and let go.
const WAKE_LOCK: &str = "globalThis.asked = 0; globalThis.released = 0;
    const release = async () => { released += 1; };
    const request = async () => { asked += 1; return { release }; };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });";

#[wasm_bindgen_test]
async fn the_screen_stays_on_until_the_lock_is_dropped() {
    eval(WAKE_LOCK).unwrap();
    let counts = || ["asked", "released"].map(|name| eval(name).unwrap().as_f64().unwrap() as u32);
    let lock = WakeLock::hold();
    PhoneClock.breathe().await;
    assert_eq!(counts(), [1, 0]);
    // The page was hidden, which ended the first lock, and is seen again.
    window().unwrap().document().unwrap().dispatch_event(&Event::new("visibilitychange").unwrap()).unwrap();
    PhoneClock.breathe().await;
    assert_eq!(counts(), [2, 1]);
    drop(lock);
    PhoneClock.breathe().await;
    assert_eq!(counts(), [2, 2]);
}

#[wasm_bindgen_test]
async fn sharing_tells_whether_the_file_went_out() {
    let paper = Paper { name: "so-tay.txt", kind: "text/plain", bytes: "đồng chí".as_bytes() };
    for (phone, outcome) in [
        ("undefined", Sharing::Unsupported),
        ("async () => {}", Sharing::Shared),
        ("async () => { throw new DOMException('', 'AbortError'); }", Sharing::Cancelled),
        ("async () => { throw new DOMException('', 'NotAllowedError'); }", Sharing::Refused),
    ] {
        let stub = [
            "Object.defineProperty(navigator, 'canShare', { configurable: true,
                value: ({ files: [file] }) => file.name === 'so-tay.txt' && file.size === 12 });
            Object.defineProperty(navigator, 'share', { configurable: true, value: ",
            phone,
            " });",
        ];
        eval(&stub.concat()).unwrap();
        assert_eq!(share(paper).await, outcome, "{phone}");
    }
}

#[wasm_bindgen_test]
fn a_program_that_was_taken_over_hears_nothing_more() {
    let [heard, retired] = [0; 2].map(|none| Rc::new(Cell::new(none)));
    let count = |times: &Rc<Cell<i32>>| {
        let times = Rc::clone(times);
        move || times.set(times.get() + 1)
    };
    let (first, second) = (PageShell::default(), PageShell::default());
    first.take_over(Box::new(count(&retired)));
    let hear = count(&heard);
    first.on_network(Box::new(move |_| hear()));
    dispatch("offline");
    assert_eq!((heard.get(), retired.get()), (1, 0));
    second.take_over(Box::new(|| ()));
    dispatch("online");
    assert_eq!((heard.get(), retired.get()), (1, 1));
}

#[wasm_bindgen_test]
fn who_asks_later_is_told_of_the_new_version_too() {
    eval("globalThis.soTay = { updateReady: true }").unwrap();
    let told = Rc::new(Cell::new(false));
    let note = Rc::clone(&told);
    PageShell::default().on_new_version(Box::new(move || note.set(true)));
    assert!(told.get());
    eval("delete globalThis.soTay").unwrap();
}

#[wasm_bindgen_test]
fn a_page_that_is_left_hears_of_it_until_the_guard_goes() {
    let heard = Rc::new(Cell::new(0));
    let note = Rc::clone(&heard);
    let guard = PageShell::default().on_hidden(Box::new(move || note.set(note.get() + 1)));
    dispatch("pagehide");
    assert_eq!(heard.get(), 1);
    drop(guard);
    dispatch("pagehide");
    assert_eq!(heard.get(), 1);
}

/// A phone that asks its owner before it gives the picture of a camera.
const ASKING_CAMERA: &str = "globalThis.stream = document.createElement('canvas').captureStream();
    const video = document.createElement('video');
    video.id = 'viewfinder';
    document.body.append(video);
    const getUserMedia = () => new Promise(allow => { globalThis.allow = () => allow(stream); });
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });";

#[wasm_bindgen_test]
async fn a_page_left_while_the_owner_is_asked_leaves_no_camera_on() {
    eval(ASKING_CAMERA).unwrap();
    let camera = tools().camera;
    let started = Rc::new(Cell::new(None));
    let (asking, outcome) = (Rc::clone(&camera), Rc::clone(&started));
    wasm_bindgen_futures::spawn_local(async move { outcome.set(Some(asking.start("viewfinder").await)) });
    PhoneClock.breathe().await;
    camera.stop();
    eval("allow()").unwrap();
    while started.get().is_none() {
        PhoneClock.breathe().await;
    }
    assert_eq!(started.get(), Some(Ok(false)));
    assert_eq!(eval("stream.getTracks()[0].readyState").unwrap().as_string().as_deref(), Some("ended"));
}
