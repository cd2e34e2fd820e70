//! The camera's picture with a frame, and what to do when there is none.

use crate::ports::device::CameraFault;
use crate::state::use_state;
use crate::ui::{Banner, FilePicker, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const VIDEO: &str = "viewfinder";
const PICTURE: &str = "viewfinder-picture";

/// What a code in view means to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is what was waited for: the camera is turned off.
    Taken,
    /// It is a part of it, or one of many: the camera goes on.
    Expected,
    /// It belongs elsewhere.
    Foreign,
}

impl From<bool> for Seen {
    fn from(taken: bool) -> Self {
        if taken { Self::Taken } else { Self::Foreign }
    }
}

/// Films until `take` has what it waits for. A code that belongs elsewhere is passed over.
#[component]
pub fn Viewfinder<T: Into<Seen> + 'static>(
    /// Words in the picture.
    #[prop(into)]
    hint: &'static str,
    /// Tells what a code means.
    take: impl Fn(String) -> T + 'static,
) -> impl IntoView {
    let state = use_state();
    let camera = StoredValue::new_local(state.device().camera);
    let take = StoredValue::new_local(take);
    let fault: RwSignal<Option<CameraFault>> = RwSignal::new(None);
    let foreign = RwSignal::new(false);
    let film = move || {
        let camera = camera.get_value();
        spawn_local(async move {
            fault.set(None);
            if let Err(why) = camera.start(VIDEO).await {
                fault.set(Some(why));
                return;
            }
            let mut before = None;
            // Ends when the camera is stopped, by success or by leaving the page.
            while let Ok(Some(text)) = camera.next_code().await {
                if before.as_ref() == Some(&text) {
                    continue;
                }
                let seen = take.try_with_value(|take| take(text.clone()).into()).unwrap_or(Seen::Taken);
                if seen == Seen::Taken {
                    camera.stop();
                    return;
                }
                foreign.try_set(seen == Seen::Foreign);
                before = Some(text);
            }
        });
    };
    // The video element must be in the page before the camera is asked for.
    Effect::new(move |_| film());
    // The camera's light goes out only when every track is stopped.
    on_cleanup(move || camera.with_value(|camera| camera.stop()));
    let on_picture = move || {
        let camera = camera.get_value();
        spawn_local(async move {
            let read = camera.read_picture(PICTURE).await.ok().flatten();
            let seen = read.map_or(Seen::Foreign, |text| take.with_value(|take| take(text).into()));
            if seen == Seen::Taken {
                camera.stop();
            }
            foreign.try_set(seen == Seen::Foreign);
        });
    };
    let sentence = move || {
        let texts = state.texts().check_in();
        fault.get().map(|fault| match fault {
            CameraFault::NoPermission => texts.camera_no_permission,
            CameraFault::NoCamera => texts.camera_none,
            CameraFault::Busy => texts.camera_busy,
            CameraFault::Unsupported => texts.camera_unsupported,
        })
    };
    view! {
        <div class="viewfinder" data-state=move || fault.get().map(|_| "off")>
            <video class="viewfinder__scene" id=VIDEO playsinline=true muted=true></video>
            <svg class="viewfinder__frame" viewBox="0 0 100 100" aria-hidden="true">
                <path d="M4 20V10a6 6 0 0 1 6-6h10M80 4h10a6 6 0 0 1 6 6v10M96 80v10a6 6 0 0 1-6 6H80M20 96H10a6 6 0 0 1-6-6V80"></path>
            </svg>
            <p class="viewfinder__hint">{hint}</p>
        </div>
        <div role="status">
            <Show when=move || foreign.get()>
                <p class="note centered">{state.texts().check_in().foreign_code}</p>
            </Show>
        </div>
        {move || {
            sentence()
                .map(|sentence| {
                    view! {
                        <Banner tone=Tone::Warn icon="warning" title=sentence.to_owned()>
                            <button class="button" type="button" on:click=move |_| film()>
                                {state.texts().shell().try_again}
                            </button>
                        </Banner>
                    }
                })
        }}
        <FilePicker
            id=PICTURE
            label=state.texts().check_in().pick_picture
            accept="image/*"
            on_pick=on_picture
        />
    }
}
