//! A document as text that reflows. Built from blocks, so nothing of a foreign file reaches the page as markup.

use super::scrolling::{note_progress, scroll_to, view};
use crate::domain::document::Document;
use crate::i18n::Texts;
use crate::library::blocks::{Block, Item, List, Numbering, Span, Style, below_title};
use crate::library::pages::share_seen;
use crate::state::{ReadMark, use_state};
use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use std::rc::Rc;

/// The text, under what the document is called.
#[component]
pub fn TextPage(document: Document, blocks: Rc<Vec<Block>>, seen: RwSignal<u8>) -> impl IntoView {
    let state = use_state();
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
    Effect::new(move |_| {
        if node.get().is_some() && before.resumes() {
            // Once the text has its height.
            request_animation_frame(move || {
                if let Some((top, height)) = box_of() {
                    let view = view();
                    scroll_to(top + height * f64::from(before.percent) / 100.0 - (view.end - view.start));
                }
            });
        }
    });
    let texts = state.texts();
    let below = below_title(&blocks, document.summary.as_str());
    let below = below.iter().map(|part| block(texts, part)).collect_view();
    view! {
        <article class="reader" lang="vi" node_ref=node>
            <Head document />
            {below}
        </article>
    }
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

fn block(texts: &Texts, block: &Block) -> AnyView {
    match block {
        // Levels one and two are the screen's and the document's own title.
        Block::Heading { level: 1, spans } => view! { <h3>{line(spans)}</h3> }.into_any(),
        Block::Heading { level: 2, spans } => view! { <h4>{line(spans)}</h4> }.into_any(),
        Block::Heading { spans, .. } => view! { <h5>{line(spans)}</h5> }.into_any(),
        Block::Paragraph(spans) => view! { <p>{line(spans)}</p> }.into_any(),
        Block::List(of) => list(of),
        Block::Quote(paragraphs) => {
            let paragraph = |spans: &Vec<Span>| view! { <p>{line(spans)}</p> };
            view! { <blockquote>{paragraphs.iter().map(paragraph).collect_view()}</blockquote> }.into_any()
        }
        Block::Rule => view! { <hr /> }.into_any(),
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Span>>| {
                let cell = |spans: &Vec<Span>| view! { <td>{line(spans)}</td> };
                view! { <tr>{cells.iter().map(cell).collect_view()}</tr> }
            };
            let title = |spans: &Vec<Span>| view! { <th scope="col">{line(spans)}</th> };
            view! {
                <div class="reader__table" role="group" tabindex="0" aria-label=texts.library().table>
                    <table>
                        <thead>
                            <tr>{head.iter().map(title).collect_view()}</tr>
                        </thead>
                        <tbody>{rows.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        }
    }
}

fn list(list: &List) -> AnyView {
    let item = |item: &Item| {
        let lists = item.lists.iter().map(self::list).collect_view();
        view! { <li>{line(&item.spans)} {lists}</li> }
    };
    let items = list.items.iter().map(item).collect_view();
    match list.numbering {
        Numbering::Bullets => view! { <ul>{items}</ul> }.into_any(),
        Numbering::From(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
    }
}

fn line(spans: &[Span]) -> impl IntoView + use<> {
    spans.iter().map(span).collect_view()
}

fn span(span: &Span) -> AnyView {
    let words = || {
        let lines = span.text.split('\n').enumerate();
        lines.map(|(n, line)| ((n > 0).then(|| view! { <br /> }), line.to_owned())).collect_view()
    };
    match span.style {
        Style::Plain => words().into_any(),
        Style::Emphasis => view! { <em>{words()}</em> }.into_any(),
        Style::Strong => view! { <strong>{words()}</strong> }.into_any(),
        Style::StrongEmphasis => view! { <strong><em>{words()}</em></strong> }.into_any(),
    }
}
