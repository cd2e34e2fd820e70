//! A PDF page by page. Every page has its box from the start; only pages near the view are drawn, the others give
//! their memory back.

use super::scrolling::{note_progress, on_scroll, resumes, scroll_to, view};
use super::text::Head;
use crate::domain::document::Document;
use crate::library::pages::PageStack;
use crate::ports::device::{Pages, ViewerFault};
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, Segment, Segmented, SegmentedKind, Tone};
use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// CSS pixels at the top of the view that the bar covers.
const BAR: f64 = 64.0;

/// Where one is in the document, and how large it is shown.
#[derive(Clone, Copy)]
pub struct Place {
    page: RwSignal<u32>,
    count: RwSignal<u32>,
    zoom_percent: RwSignal<u32>,
}

impl Place {
    /// The first page, as wide as the screen.
    pub fn new() -> Self {
        Self { page: RwSignal::new(1), count: RwSignal::new(0), zoom_percent: RwSignal::new(100) }
    }
}

/// The bar below: which page, and how large.
#[component]
pub fn PdfBar(place: Place) -> impl IntoView {
    let state = use_state();
    let chosen = Signal::derive(move || Some(place.zoom_percent.get()));
    let items = {
        [(100, "100%"), (150, "150%"), (200, "200%")]
            .map(|(value, words)| Segment { value, icon: None, words })
            .to_vec()
    };
    view! {
        <ActionBar>
            <p class="strong-note" role="status">
                {move || (state.texts().library().page_of)(place.page.get(), place.count.get())}
            </p>
            <div class="action-bar__grow">
                <Segmented
                    kind=SegmentedKind::Radios
                    label=state.texts().library().zoom
                    items
                    chosen
                    on_choose=move |zoom| place.zoom_percent.set(zoom)
                />
            </div>
        </ActionBar>
    }
}

fn canvas_id(page: u32) -> String {
    ["page-", &page.to_string()].concat()
}

/// What is drawn, and how wide.
#[derive(Clone, Copy)]
struct Painter {
    pages: StoredValue<Rc<dyn Pages>, LocalStorage>,
    drawn: StoredValue<BTreeMap<u32, u32>>,
    fault: RwSignal<Option<ViewerFault>>,
}

impl Painter {
    fn new(pages: Rc<dyn Pages>) -> Self {
        Self {
            pages: StoredValue::new_local(pages),
            drawn: StoredValue::new(BTreeMap::new()),
            fault: RwSignal::new(None),
        }
    }

    /// Draws the pages of `window` where they are not drawn in this width yet, and gives the others back.
    fn keep(self, window: RangeInclusive<u32>, width: f64) {
        let (pages, fault, pixels) = (self.pages.get_value(), self.fault, width.round() as u32);
        let drawn = self.drawn.get_value();
        for page in drawn.keys().copied().filter(|page| !window.contains(page)) {
            let pages = pages.clone();
            self.drawn.update_value(|drawn| {
                drawn.remove(&page);
            });
            spawn_local(async move { pages.release(page, &canvas_id(page)).await });
        }
        for page in window.filter(|page| drawn.get(page) != Some(&pixels)) {
            let pages = pages.clone();
            self.drawn.update_value(|drawn| {
                drawn.insert(page, pixels);
            });
            spawn_local(async move {
                if let Err(why) = pages.draw(page, &canvas_id(page), width).await {
                    fault.try_set(Some(why));
                }
            });
        }
    }
}

/// The pages, one below the other.
#[component]
pub fn PdfPages(document: Document, pages: Rc<dyn Pages>, seen: RwSignal<u8>, place: Place) -> impl IntoView {
    let state = use_state();
    let node: NodeRef<html::Ol> = NodeRef::new();
    let count = pages.count();
    let proportions: Vec<f64> = (1..=count).map(|page| pages.proportion(page)).collect();
    let sheets = proportions.clone();
    let painter = Painter::new(pages);
    place.count.set(count);
    // Where the pages begin, how wide they are, and where each of them lies.
    let layout = move || {
        let list = node.try_get_untracked().flatten()?;
        let width = f64::from(list.client_width());
        let heights = proportions.iter().map(|proportion| width * proportion);
        let gaps = f64::from(list.offset_height()) - heights.clone().sum::<f64>();
        let gap = (gaps / f64::from(count.saturating_sub(1).max(1))).max(0.0);
        Some((f64::from(list.offset_top()), width, PageStack::new(heights, gap)))
    };
    let layout = StoredValue::new_local(layout);
    let laid_out = move || layout.try_with_value(|layout| layout()).flatten();
    let look = move || {
        if let Some((top, width, stack)) = laid_out() {
            let view = view();
            let (from, to) = (view.start - top, view.end - top);
            place.page.set(stack.at((from + to) / 2.0));
            painter.keep(stack.near(&(from..to)), width);
        }
    };
    on_scroll(look);
    note_progress(state, document.id, seen, move || {
        let (top, _, stack) = laid_out()?;
        Some(stack.passed(view().end - top))
    });
    let before = seen.get_untracked();
    Effect::new(move |earlier: Option<u32>| {
        let zoom = place.zoom_percent.get();
        if node.get().is_none() {
            return zoom;
        }
        // The page that was in view stays there, in its new size.
        let page = match earlier {
            None => resumes(before).then(|| (u32::from(before) * count).div_ceil(100)),
            Some(earlier) => (earlier != zoom).then(|| place.page.get_untracked()),
        };
        request_animation_frame(move || {
            if let (Some((top, _, stack)), Some(page)) = (laid_out(), page) {
                scroll_to(top + stack.top(page) - BAR);
            }
            look();
        });
        zoom
    });
    view! {
        <Head document />
        <PageFault fault=painter.fault />
        <div
            class="pages"
            role="region"
            tabindex="0"
            aria-label=state.texts().library().pages
            style:--zoom=move || (f64::from(place.zoom_percent.get()) / 100.0).to_string()
        >
            <ol class="pages__list" node_ref=node>
                {(1..=count).zip(sheets).map(|(page, proportion)| sheet(page, proportion)).collect_view()}
            </ol>
        </div>
    }
}

fn sheet(page: u32, proportion: f64) -> impl IntoView {
    let state = use_state();
    view! {
        <li class="pages__sheet" style:--proportion=proportion.to_string()>
            <canvas
                class="pages__canvas"
                id=canvas_id(page)
                role="img"
                aria-label=(state.texts().library().page)(page)
            ></canvas>
        </li>
    }
}

/// A page that cannot be drawn.
#[component]
fn PageFault(fault: RwSignal<Option<ViewerFault>>) -> impl IntoView {
    let state = use_state();
    view! {
        <Show when=move || fault.get().is_some()>
            <Banner
                tone=Tone::Warn
                icon="warning"
                title=state.texts().library().broken
            />
        </Show>
    }
}
