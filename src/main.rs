//! Builds the ports, opens the handbook, mounts the app; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use so_tay::app::App;
    use so_tay::browser::clock::PhoneClock;
    use so_tay::browser::device::{DeviceCamera, DeviceFiles, PageShell, PdfViewer};
    use so_tay::browser::device_keys::DeviceKey;
    use so_tay::browser::http::HttpFeed;
    use so_tay::browser::indexed_db::IndexedDb;
    use so_tay::browser::preferences::StoredPreferences;
    use so_tay::ports::Ports;
    use so_tay::ports::device::{Device, Shell};
    use so_tay::state::State;
    use std::rc::Rc;
    use wasm_bindgen::JsCast;

    let shell = Rc::new(PageShell::default());
    shell.mark("awake");
    let ports = Ports {
        store: Rc::new(IndexedDb::default()),
        feed: Rc::new(HttpFeed),
        clock: Rc::new(PhoneClock),
        keys: Rc::new(DeviceKey::default()),
    };
    let device = Device {
        camera: Rc::new(DeviceCamera::default()),
        viewer: Rc::new(PdfViewer),
        files: Rc::new(DeviceFiles),
        preferences: Rc::new(StoredPreferences),
        shell: shell.clone(),
    };
    // The state outlives every page; dropping this owner would end it.
    let owner = Owner::new();
    let state = owner.with(|| State::new(ports, device));
    wasm_bindgen_futures::spawn_local(async move {
        // The picture of the last Hôm nay stays on the screen until the handbook can take its place.
        state.open().await;
        shell.mark("opened");
        let Some(place) = document().get_element_by_id("app") else {
            return;
        };
        place.set_text_content(None);
        mount_to(place.unchecked_into(), move || view! { <App state /> }).forget();
        shell.usable();
        state.start_travelling();
        std::mem::forget(owner);
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Sổ tay runs in a browser: cargo xtask serve");
}
