//! The camera's picture with a frame, and what to do when there is none.

use crate::i18n::check_in::CheckInTexts;
use crate::ports::device::{Camera, CameraFault, ScanFault};
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

/// Tells what a code means.
type Take = Box<dyn Fn(String) -> Seen>;

/// Why nothing is filmed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble {
    Camera(CameraFault),
    Scan(ScanFault),
}

fn sentence(texts: &CheckInTexts, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Camera(CameraFault::NoPermission) => texts.camera_no_permission,
        Trouble::Camera(CameraFault::NoCamera) => texts.camera_none,
        Trouble::Camera(CameraFault::Busy) => texts.camera_busy,
        Trouble::Camera(CameraFault::Unsupported) => texts.camera_unsupported,
        Trouble::Scan(ScanFault::NoDecoder) => texts.no_decoder,
        Trouble::Scan(ScanFault::NotAPicture) => texts.not_a_picture,
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
    /// There is no picture, and the page has another way.
    #[prop(optional)]
    on_blind: Option<Callback<()>>,
) -> impl IntoView {
    view! { <Finder hint take=Box::new(move |text| take(text).into()) as Take on_blind /> }
}

/// The same for every page.
#[component]
fn Finder(hint: &'static str, take: Take, on_blind: Option<Callback<()>>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().check_in();
    let camera = StoredValue::new_local(state.tools().camera);
    let take = StoredValue::new_local(take);
    let trouble: RwSignal<Option<Trouble>> = RwSignal::new(None);
    // What is wrong with the code that was seen last, or with the picture.
    let remark: RwSignal<Option<&'static str>> = RwSignal::new(None);
    // The page may be left at any time: then nobody waits for the code.
    let see = move |text: String| {
        let seen = take.try_with_value(|take| take(text)).unwrap_or(Seen::Taken);
        remark.try_set((seen == Seen::Foreign).then_some(texts.foreign_code));
        seen
    };
    let film = move || {
        trouble.set(None);
        let camera = camera.get_value();
        spawn_local(async move {
            let fault = match camera.start(VIDEO).await {
                // Ends when the camera is stopped, by success or by leaving the page.
                Ok(true) => film_codes(&*camera, see).await.err().map(Trouble::Scan),
                Ok(false) => return,
                Err(fault) => Some(Trouble::Camera(fault)),
            };
            // The page may have been left in the meantime.
            if let Some(fault) = fault
                && trouble.try_set(Some(fault)).is_none()
                && let Some(on_blind) = on_blind
            {
                on_blind.run(());
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
            match camera.read_picture(PICTURE).await {
                Ok(Some(text)) => {
                    if see(text) == Seen::Taken {
                        camera.stop();
                    }
                }
                Ok(None) => drop(remark.try_set(Some(texts.no_code))),
                Err(fault) => drop(remark.try_set(Some(sentence(texts, Trouble::Scan(fault))))),
            }
        });
    };
    view! {
        <div class="viewfinder" data-state=move || trouble.get().map(|_| "off")>
            <video class="viewfinder__scene" id=VIDEO playsinline=true muted=true></video>
            <svg class="viewfinder__frame" viewBox="0 0 100 100" aria-hidden="true">
                <path d="M4 20V10a6 6 0 0 1 6-6h10M80 4h10a6 6 0 0 1 6 6v10M96 80v10a6 6 0 0 1-6 6H80M20 96H10a6 6 0 0 1-6-6V80"></path>
            </svg>
            <p class="viewfinder__hint">{hint}</p>
        </div>
        <div role="status">
            {move || remark.get().map(|remark| view! { <p class="note centered">{remark}</p> })}
        </div>
        {move || {
            trouble
                .get()
                .map(|trouble| {
                    view! {
                        <Banner tone=Tone::Warn icon="warning" title=sentence(texts, trouble).to_owned()>
                            <button class="button" type="button" on:click=move |_| film()>
                                {state.texts().shell().try_again}
                            </button>
                        </Banner>
                    }
                })
        }}
        <FilePicker
            id=PICTURE
            label=texts.pick_picture
            accept="image/*"
            on_pick=on_picture
        />
    }
}

/// Gives codes to `see` until it takes one or the camera is stopped. A code that stays in view is given once.
async fn film_codes(camera: &dyn Camera, see: impl Fn(String) -> Seen) -> Result<(), ScanFault> {
    let mut before = None;
    loop {
        let code = camera.next_code().await.inspect_err(|_| camera.stop())?;
        let Some(text) = code else {
            return Ok(());
        };
        if before.as_ref() == Some(&text) {
            continue;
        }
        if see(text.clone()) == Seen::Taken {
            camera.stop();
            return Ok(());
        }
        before = Some(text);
    }
}
