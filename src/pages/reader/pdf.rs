//! A PDF page by page. Every page has its box from the start; only pages near the view are drawn, the others give
//! their memory back.

use super::contents::Contents;
use super::place::Place;
use super::scrolling::{note_progress, on_scroll, scroll_to, view};
use super::text::{Head, TextPage};
use crate::domain::document::Document;
use crate::library::blocks::{Block, parse_plain};
use crate::library::page_text::join_pages;
use crate::library::pages::PageStack;
use crate::ports::device::{Pages, ViewerFault};
use crate::state::{ReadMark, use_state};
use crate::ui::{Banner, Tone};
use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// CSS pixels at the top of the view that the bar covers.
const BAR: f64 = 64.0;

/// The margin of official documents, as a share of their width: what is enlarged begins at the words.
const MARGIN: f64 = 0.12;

/// The words of all pages as text that reflows, once they are gathered.
#[component]
pub fn PdfWords(
    document: Document,
    pages: Rc<dyn Pages>,
    seen: RwSignal<u8>,
    place: Place,
    contents: Contents,
) -> impl IntoView {
    let texts = use_state().texts().library();
    let gathered: RwSignal<Option<Rc<Vec<Block>>>, LocalStorage> = RwSignal::new_local(None);
    let at = RwSignal::new(1);
    place.count.set(pages.count());
    spawn_local(async move {
        let mut words = Vec::new();
        for page in 1..=pages.count() {
            // The page may have been left, or the other look chosen, in the meantime.
            if at.try_set(page).is_some() {
                return;
            }
            match pages.text(page).await {
                Ok(text) => words.push(text),
                Err(_) => break,
            }
        }
        if words.iter().all(|text| text.trim().is_empty()) {
            place.scan.try_set(true);
        } else {
            gathered.try_set(Some(Rc::new(parse_plain(&join_pages(&words)))));
        }
    });
    let document = StoredValue::new(document);
    move || match gathered.get() {
        Some(blocks) => view! { <TextPage document=document.get_value() blocks seen contents /> }.into_any(),
        None => {
            let progress = move || (texts.reading_words)(at.get(), place.count.get());
            view! { <p aria-busy="true">{progress}</p> }.into_any()
        }
    }
}

fn canvas_id(page: u32) -> String {
    ["page-", &page.to_string()].concat()
}

/// What is drawn, and how wide; and what is written on each page, once it was drawn.
#[derive(Clone, Copy)]
struct Painter {
    pages: StoredValue<Rc<dyn Pages>, LocalStorage>,
    drawn: StoredValue<BTreeMap<u32, u32>>,
    words: RwSignal<BTreeMap<u32, String>>,
    fault: RwSignal<Option<ViewerFault>>,
}

impl Painter {
    fn new(pages: Rc<dyn Pages>) -> Self {
        Self {
            pages: StoredValue::new_local(pages),
            drawn: StoredValue::new(BTreeMap::new()),
            words: RwSignal::new(BTreeMap::new()),
            fault: RwSignal::new(None),
        }
    }

    /// Draws the pages of `window` where they are not drawn in this width yet, and gives the others back.
    fn keep(self, window: &RangeInclusive<u32>, width: f64) {
        let pixels = width.round() as u32;
        let (gone, new) = self.drawn.with_value(|drawn| {
            let gone: Vec<u32> = drawn.keys().copied().filter(|page| !window.contains(page)).collect();
            let new = window.clone().filter(|page| drawn.get(page) != Some(&pixels));
            (gone, new.collect::<Vec<u32>>())
        });
        self.drawn.update_value(|drawn| {
            drawn.retain(|page, _| window.contains(page));
            drawn.extend(new.iter().map(|page| (*page, pixels)));
        });
        for page in gone {
            let pages = self.pages.get_value();
            spawn_local(async move { pages.release(page, &canvas_id(page)).await });
        }
        for page in new {
            spawn_local(self.draw(page, width));
        }
    }

    async fn draw(self, page: u32, width: f64) {
        let pages = self.pages.get_value();
        if let Err(why) = pages.draw(page, &canvas_id(page), width).await {
            self.fault.try_set(Some(why));
        }
        if self.words.try_with_untracked(|words| !words.contains_key(&page)) == Some(true)
            && let Ok(text) = pages.text(page).await
        {
            // The page may have been left in the meantime.
            self.words.try_update(|words| words.insert(page, text));
        }
    }
}

/// How the pages lie in a list of this size.
#[derive(Clone)]
struct Layout {
    width: i32,
    height: i32,
    stack: Rc<PageStack>,
}

impl Layout {
    fn new(width: i32, height: i32, proportions: &[f64]) -> Self {
        let heights = proportions.iter().map(|proportion| f64::from(width) * proportion);
        let gaps = f64::from(height) - heights.clone().sum::<f64>();
        let gap = (gaps / proportions.len().saturating_sub(1).max(1) as f64).max(0.0);
        Self { width, height, stack: Rc::new(PageStack::new(heights, gap)) }
    }
}

/// The pages, one below the other.
#[component]
pub fn PdfPages(document: Document, pages: Rc<dyn Pages>, seen: RwSignal<u8>, place: Place) -> impl IntoView {
    let state = use_state();
    let node: NodeRef<html::Ol> = NodeRef::new();
    let window: NodeRef<html::Div> = NodeRef::new();
    let count = pages.count();
    let proportions: Vec<f64> = (1..=count).map(|page| pages.proportion(page)).collect();
    let sheets = proportions.clone();
    let painter = Painter::new(pages);
    place.count.set(count);
    let layout: StoredValue<Option<Layout>, LocalStorage> = StoredValue::new_local(None);
    // Where the pages begin, how wide they are, and where each of them lies.
    let laid_out = StoredValue::new_local(move || {
        let list = node.try_get_untracked().flatten()?;
        let (width, height) = (list.client_width(), list.offset_height());
        let kept = layout.try_get_value()?.filter(|kept| (kept.width, kept.height) == (width, height));
        let now = kept.unwrap_or_else(|| Layout::new(width, height, &proportions));
        layout.set_value(Some(now.clone()));
        Some((f64::from(list.offset_top()), f64::from(width), now.stack))
    });
    let laid_out = move || laid_out.try_with_value(|laid_out| laid_out()).flatten();
    let look = move || {
        if let Some((top, width, stack)) = laid_out() {
            let view = view();
            let (from, to) = (view.start - top, view.end - top);
            place.page.set(stack.at((from + to) / 2.0));
            painter.keep(&stack.near(&(from..to)), width);
        }
    };
    on_scroll(look);
    note_progress(state, document.id, seen, move || {
        let (top, _, stack) = laid_out()?;
        Some(stack.passed(view().end - top))
    });
    let before = ReadMark { percent: seen.get_untracked() };
    Effect::new(move |earlier: Option<u32>| {
        let zoom = place.zoom_percent();
        if node.get().is_none() {
            return zoom;
        }
        // The page that was in view stays there, in its new size.
        let page = match earlier {
            None => before.resumes().then(|| (u32::from(before.percent) * count).div_ceil(100)),
            Some(earlier) => (earlier != zoom).then(|| place.page.get_untracked()),
        };
        request_animation_frame(move || {
            let laid_out = laid_out();
            if let (Some((top, _, stack)), Some(page)) = (&laid_out, page) {
                scroll_to(top + stack.top(page) - BAR);
            }
            // Where nothing is enlarged there is nothing to scroll.
            if let (Some((_, width, _)), Some(window)) = (laid_out, window.try_get_untracked().flatten()) {
                window.set_scroll_left((width * MARGIN) as i32);
            }
            look();
        });
        zoom
    });
    let texts = state.texts().library();
    view! {
        <Head document />
        <PageFault fault=painter.fault />
        <Show when=move || place.scan.get()>
            <p class="note">{texts.no_words}</p>
        </Show>
        <div
            class="pages"
            role="region"
            tabindex="0"
            aria-label=texts.pages
            node_ref=window
            style:--zoom=move || (f64::from(place.zoom_percent()) / 100.0).to_string()
        >
            <ol class="pages__list" node_ref=node>
                {(1..=count).zip(sheets).map(|(page, proportion)| sheet(painter, page, proportion)).collect_view()}
            </ol>
        </div>
    }
}

/// One page: a picture for the eyes, its words for screen readers.
fn sheet(painter: Painter, page: u32, proportion: f64) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().library();
    let words = Memo::new(move |_| {
        let words = painter.words.with(|words| words.get(&page).cloned());
        words.map(|words| if words.trim().is_empty() { texts.picture.to_owned() } else { words })
    });
    view! {
        <li class="pages__sheet" style:--proportion=proportion.to_string()>
            <canvas class="pages__canvas" id=canvas_id(page) aria-hidden="true"></canvas>
            <div class="visually-hidden">
                <h3>{(texts.page)(page)}</h3>
                <p lang="vi">{words}</p>
            </div>
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
