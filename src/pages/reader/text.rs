//! A document as text that reflows. Built from blocks, so nothing of a foreign file reaches the page as markup.

use super::contents::Contents;
use super::scrolling::{note_progress, scroll_to, view};
use crate::domain::document::Document;
use crate::i18n::Texts;
use crate::library::blocks::{Block, Item, List, Numbering, Span, Spans, Style};
use crate::library::index::Sought;
use crate::library::pages::share_seen;
use crate::library::search::Piece;
use crate::state::{Aim, ReadMark, use_searching, use_state};
use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::cell::Cell;
use std::rc::Rc;

/// What was looked for comes to lie so far below the top of the view, as a share of its height.
const FOUND_AT: f64 = 0.3;

/// The text, under what the document is called. It opens where one stopped reading, or at what was found in it.
#[component]
pub fn TextPage(
    document: Document,
    blocks: Rc<Vec<Block>>,
    seen: RwSignal<u8>,
    contents: Contents,
) -> impl IntoView {
    let state = use_state();
    let wanted = contents.read(&blocks);
    let node: NodeRef<html::Article> = NodeRef::new();
    let box_of = move || {
        let article = node.try_get_untracked().flatten()?;
        Some((f64::from(article.offset_top()), f64::from(article.offset_height())))
    };
    note_progress(state, document.id, seen, move || {
        let (top, height) = box_of()?;
        Some(share_seen(height, view().end - top))
    });
    let before = ReadMark { percent: seen.get_untracked() };
    let aim = use_searching().aim_at(document.id);
    let found = aim.is_some();
    Effect::new(move |_| {
        if node.get().is_some()
            && let Some(block) = wanted.filter(|_| !found)
        {
            request_animation_frame(move || contents.jump(block));
        } else if node.get().is_some() && (found || before.resumes()) {
            // Once the text has its height.
            request_animation_frame(move || {
                let view = view();
                if let Some(mark) =
                    node.try_get_untracked().flatten().and_then(|article| first_mark(&article))
                {
                    scroll_to(f64::from(mark.offset_top()) - (view.end - view.start) * FOUND_AT);
                } else if let Some((top, height)) = box_of().filter(|_| before.resumes()) {
                    scroll_to(top + height * f64::from(before.percent) / 100.0 - (view.end - view.start));
                }
            });
        }
    });
    let printer = Printer { texts: state.texts(), aim, passage: Cell::new(0) };
    view! {
        <article class="reader" lang="vi" node_ref=node>
            <Head document />
            {blocks.iter().map(|part| printer.block(part)).collect_view()}
        </article>
    }
}

/// The first word of what was looked for.
fn first_mark(article: &HtmlElement) -> Option<HtmlElement> {
    article.query_selector("mark").ok().flatten()?.dyn_into().ok()
}

/// Title, issuer and date of a document.
#[component]
pub fn Head(document: Document) -> impl IntoView {
    let state = use_state();
    let date = move || {
        let texts = state.texts().library();
        document.issued_on.map(|day| [", ", &(texts.dated)(&day.to_dmy())].concat())
    };
    view! {
        <header class="stack" data-gap="tight">
            <h2 class="reader__title">{document.summary.as_str().to_owned()}</h2>
            <p class="reader__meta">{document.issuer.as_str().to_owned()} {date}</p>
        </header>
    }
}

/// Draws blocks, counting passages as [`passages`](crate::library::passages::passages) does.
struct Printer {
    texts: &'static Texts,
    aim: Option<Aim>,
    passage: Cell<usize>,
}

impl Printer {
    fn block(&self, block: &Block) -> AnyView {
        match block {
            // Levels one and two are the screen's and the document's own title.
            Block::Heading { level: 1, spans } => view! { <h3>{self.line(spans)}</h3> }.into_any(),
            Block::Heading { level: 2, spans } => view! { <h4>{self.line(spans)}</h4> }.into_any(),
            Block::Heading { spans, .. } => view! { <h5>{self.line(spans)}</h5> }.into_any(),
            Block::Paragraph(spans) => view! { <p>{self.line(spans)}</p> }.into_any(),
            Block::List(of) => self.list(of),
            Block::Quote(paragraphs) => {
                let paragraph = |spans: &Vec<Span>| view! { <p>{self.line(spans)}</p> };
                view! { <blockquote>{paragraphs.iter().map(paragraph).collect_view()}</blockquote> }
                    .into_any()
            }
            Block::Rule => view! { <hr /> }.into_any(),
            Block::Table { head, rows } => self.table(head, rows),
        }
    }

    fn table(&self, head: &[Spans], rows: &[Vec<Spans>]) -> AnyView {
        let title = |sought: Option<&Sought>| {
            let cell = |spans: &Spans| view! { <th scope="col">{line(spans, sought)}</th> };
            head.iter().map(cell).collect_view()
        };
        let titles = title(self.next().as_ref());
        let row = |cells: &Vec<Spans>| {
            let sought = self.next();
            let cell = |spans: &Spans| view! { <td>{line(spans, sought.as_ref())}</td> };
            view! { <tr>{cells.iter().map(cell).collect_view()}</tr> }
        };
        let rows = rows.iter().map(row).collect_view();
        view! {
            <div class="reader__table" role="group" tabindex="0" aria-label=self.texts.library().table>
                <table>
                    <thead>
                        <tr>{titles}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    }

    fn list(&self, list: &List) -> AnyView {
        let item = |item: &Item| {
            let words = self.line(&item.spans);
            let lists = item.lists.iter().map(|list| self.list(list)).collect_view();
            view! { <li>{words} {lists}</li> }
        };
        let items = list.items.iter().map(item).collect_view();
        match list.numbering {
            Numbering::Bullets => view! { <ul>{items}</ul> }.into_any(),
            Numbering::From(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
        }
    }

    fn line(&self, spans: &[Span]) -> AnyView {
        line(spans, self.next().as_ref())
    }

    /// What is to be marked in the next passage.
    fn next(&self) -> Option<Sought> {
        let passage = self.passage.replace(self.passage.get() + 1);
        self.aim.as_ref().filter(|aim| aim.passage == passage).map(|aim| aim.sought.clone())
    }
}

fn line(spans: &[Span], sought: Option<&Sought>) -> AnyView {
    spans.iter().map(|of| span(of, sought)).collect_view().into_any()
}

fn span(span: &Span, sought: Option<&Sought>) -> AnyView {
    let marked = |line: &str| match sought {
        Some(sought) => sought.mark(line).into_iter().map(piece).collect_view().into_any(),
        None => line.to_owned().into_any(),
    };
    let words = || {
        let lines = span.text.split('\n').enumerate();
        lines.map(|(n, line)| ((n > 0).then(|| view! { <br /> }), marked(line))).collect_view()
    };
    match span.style {
        Style::Plain => words().into_any(),
        Style::Emphasis => view! { <em>{words()}</em> }.into_any(),
        Style::Strong => view! { <strong>{words()}</strong> }.into_any(),
        Style::StrongEmphasis => view! { <strong><em>{words()}</em></strong> }.into_any(),
    }
}

fn piece(piece: Piece<'_>) -> AnyView {
    let text = piece.text.to_owned();
    match piece.found {
        true => view! { <mark class="doc__found">{text}</mark> }.into_any(),
        false => text.into_any(),
    }
}
