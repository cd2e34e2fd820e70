//! Mục lục: the outline of the text that is read, to jump in it and to send a link to a clause.

use super::scrolling::{begins_in_view, block_in_view, jump};
use crate::app::routes::Route;
use crate::domain::document::Document;
use crate::library::blocks::Block;
use crate::library::outline::{Entry, Outline};
use crate::ports::device::Sharing;
use crate::state::{State, use_state};
use crate::ui::{Dialog, Icon};
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The outline of what is shown, and its dialog.
#[derive(Clone, Copy)]
pub struct Contents {
    outline: RwSignal<Rc<Outline>, LocalStorage>,
    /// The block at the top of the view when the dialog was opened.
    block: RwSignal<usize>,
    open: RwSignal<bool>,
    /// The block that was jumped to last.
    jumped: StoredValue<Option<usize>>,
    /// What the link asks for with which the document was opened, until it is shown.
    wanted: StoredValue<Option<String>>,
}

impl Contents {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self {
            outline: RwSignal::new_local(Rc::default()),
            block: RwSignal::new(0),
            open: RwSignal::new(false),
            jumped: StoredValue::new(None),
            wanted: StoredValue::new(None),
        }
    }

    /// Jumps to a block, which is the one that is read as long as it is in view.
    pub fn jump(self, block: usize) {
        self.jumped.try_set_value(Some(block));
        jump(block);
    }

    /// The block that is read.
    fn read_block(self) -> usize {
        self.jumped.get_value().filter(|block| begins_in_view(*block)).unwrap_or_else(block_in_view)
    }

    /// Takes up what the address asks for. A link that came with the address is there once its page is.
    pub fn follow(self, state: State) {
        if let Some(anchor) = state.device().shell.take_fragment() {
            state.device().shell.forget_fragment();
            self.wanted.try_set_value(Some(anchor));
        }
    }

    /// Whether the address asks for a place in the text.
    pub fn asked(self) -> bool {
        self.wanted.with_value(Option::is_some)
    }

    /// Reads the outline of a text as long as that is shown. Gives the block that the address asks for.
    pub fn read(self, blocks: &[Block]) -> Option<usize> {
        let outline = Outline::of(blocks);
        let wanted = self.wanted.try_update_value(Option::take).flatten();
        let block = wanted.and_then(|anchor| outline.find(&anchor)).filter(|block| *block < blocks.len());
        self.outline.set(Rc::new(outline));
        on_cleanup(move || drop(self.outline.try_set(Rc::default())));
        block
    }
}

/// The button for the dialog, where there is something to list.
#[component]
pub fn ContentsButton(document: Document, contents: Contents) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().library();
    let listed = Memo::new(move |_| contents.outline.with(|outline| outline.entries().len() > 1));
    let on_open = move |_| {
        contents.block.set(contents.read_block());
        contents.open.set(true);
    };
    let document = StoredValue::new(document);
    view! {
        <Show when=move || listed.get()>
            <button
                class="icon-button"
                type="button"
                aria-label=texts.contents
                aria-haspopup="dialog"
                on:click=on_open
            >
                <Icon name="outline" />
            </button>
            <Dialog
                id="contents"
                title=texts.contents
                open=contents.open
                close_label=state.texts().shell().close
            >
                {list(contents)}
                <SendClause document=document.get_value() contents />
            </Dialog>
        </Show>
    }
}

fn list(contents: Contents) -> impl IntoView {
    let block = contents.block.get_untracked();
    let outline = contents.outline.get_untracked();
    let here =
        outline.list(block).into_iter().rev().find(|entry| entry.block <= block).map(|entry| entry.block);
    let row = |entry: &Entry| {
        let block = entry.block;
        let on_jump = move |_| {
            contents.open.set(false);
            // Once the dialog is gone, which gives the focus back to its button.
            request_animation_frame(move || contents.jump(block));
        };
        view! {
            <li>
                <button
                    class="outline__item"
                    type="button"
                    data-level=(entry.depth > 0).then_some("2")
                    aria-current=(here == Some(block)).then_some("true")
                    on:click=on_jump
                >
                    {entry.words.clone()}
                </button>
            </li>
        }
    };
    view! { <ol lang="vi">{outline.list(block).into_iter().map(row).collect_view()}</ol> }
}

/// Sends a link to the clause that was read when the dialog was opened.
#[component]
fn SendClause(document: Document, contents: Contents) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().library();
    let told = RwSignal::new("");
    let entry =
        contents.outline.with_untracked(|outline| outline.at(contents.block.get_untracked()).cloned());
    entry.map(|entry| {
        let words = entry.words.clone();
        let on_send = move |_| {
            let href = Route::Document(document.id).href();
            let link = [&state.device().shell.origin(), &href, "#", &entry.anchor].concat();
            let text = [document.summary.as_str(), "\n", &entry.words, "\n", &link].concat();
            spawn_local(async move {
                let files = state.tools().files;
                let shared = files.share_text(&text).await;
                if matches!(shared, Sharing::Refused | Sharing::Unsupported) {
                    let copied = files.copy(&link).await;
                    told.try_set(if copied { texts.link_copied } else { texts.link_not_copied });
                }
            });
        };
        view! {
            <div class="stack" data-gap="snug">
                <p class="note">{texts.reading_at} " " <span lang="vi">{words}</span></p>
                <button class="button" type="button" on:click=on_send>
                    <Icon name="share" />
                    {texts.send_clause}
                </button>
                <p role="status">{move || told.get()}</p>
            </div>
        }
    })
}
