//! Where one is in a PDF and how it is shown, and the bar that tells and changes it.

use crate::domain::document::Document;
use crate::domain::id::ThingId;
use crate::ports::device::TextSize;
use crate::state::{PageLook, State, use_state};
use crate::ui::Icon;
use leptos::prelude::*;

/// Per cent of the screen's width.
const ZOOMS: [u32; 7] = [100, 125, 150, 175, 200, 250, 300];

/// Where one is in the document, and how it is shown.
#[derive(Clone, Copy)]
pub struct Place {
    state: State,
    document: ThingId,
    /// The words are a file of their own.
    kept: bool,
    /// The page in view, from 1.
    pub page: RwSignal<u32>,
    /// How many there are.
    pub count: RwSignal<u32>,
    /// There are no words in it.
    pub scan: RwSignal<bool>,
    look: RwSignal<PageLook>,
}

impl Place {
    /// The first page. What has a reading version is read in that; of the rest, whoever reads the largest text gets
    /// the words at once.
    pub fn new(state: State, document: &Document) -> Self {
        let look = match state.device().preferences.text_size() {
            _ if document.reading.is_some() => PageLook::Words,
            TextSize::Medium => PageLook::Pages(100),
            TextSize::Large => PageLook::Pages(125),
            TextSize::Largest => PageLook::Words,
        };
        Self {
            state,
            document: document.id,
            kept: document.reading.is_some(),
            page: RwSignal::new(1),
            count: RwSignal::new(0),
            look: RwSignal::new(look),
            scan: RwSignal::new(false),
        }
    }

    /// Shows the document as it was looked at before.
    pub async fn recall(self) {
        if let Some(look) = self.state.page_look(self.document).await {
            self.look.try_set(look);
        }
    }

    /// Shows the words, this time.
    pub fn read_words(self) {
        self.look.try_set(PageLook::Words);
    }

    /// Whether the words are wanted, and there may be some.
    pub fn words(self) -> bool {
        self.look.get() == PageLook::Words && (self.kept || !self.scan.get())
    }

    /// How wide the pages are, in per cent of the screen.
    pub fn zoom_percent(self) -> u32 {
        match self.look.get() {
            PageLook::Pages(percent) => percent,
            PageLook::Words => 200,
        }
    }

    fn choose(self, look: PageLook) {
        self.look.set(look);
        self.state.note_page_look(self.document, look);
    }

    /// The next zoom in this direction.
    fn step(self, larger: bool) -> Option<u32> {
        let now = self.zoom_percent();
        if larger {
            ZOOMS.into_iter().find(|zoom| *zoom > now)
        } else {
            ZOOMS.into_iter().rev().find(|zoom| *zoom < now)
        }
    }
}

/// The bar below: which page, how large, and the words instead.
#[component]
pub fn PdfBar(place: Place) -> impl IntoView {
    let texts = use_state().texts().library();
    let page_of = move || (texts.page_of)(place.page.get(), place.count.get());
    let short = move || [&place.page.get().to_string(), "/", &place.count.get().to_string()].concat();
    let pages = move || {
        view! {
            <p class="strong-note" role="status">
                <span class="visually-hidden">{page_of}</span>
                <span aria-hidden="true">{short}</span>
            </p>
            <ZoomButton place icon="minus" label=texts.zoom_out larger=false />
            <ZoomButton place icon="plus" label=texts.zoom_in larger=true />
        }
    };
    let other = move || match (place.words(), place.kept) {
        (true, true) => texts.original,
        (true, false) => texts.as_pages,
        (false, _) => texts.as_words,
    };
    let on_other = move |_| {
        place.choose(if untrack(|| place.words()) { PageLook::Pages(200) } else { PageLook::Words });
    };
    view! {
        <footer class="action-bar" data-player="true">
            <div class="action-bar__inner">
                <Show when=move || !place.words()>{pages}</Show>
                <Show when=move || place.kept || !place.scan.get()>
                    <button class="button" type="button" on:click=on_other>
                        {other}
                    </button>
                </Show>
            </div>
        </footer>
    }
}

#[component]
fn ZoomButton(place: Place, icon: &'static str, label: &'static str, larger: bool) -> impl IntoView {
    let on_zoom = move |_| {
        if let Some(zoom) = untrack(|| place.step(larger)) {
            place.choose(PageLook::Pages(zoom));
        }
    };
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=label
            aria-disabled=move || place.step(larger).is_none().then_some("true")
            on:click=on_zoom
        >
            <Icon name=icon />
        </button>
    }
}
