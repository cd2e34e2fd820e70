//! Below the last line: read to the end, and what becomes of the file.

use crate::domain::document::Document;
use crate::state::{Notice, ReadMark, use_state};
use crate::ui::{Banner, Icon, Tag, Tone};
use leptos::prelude::*;

/// The end of a document.
#[component]
pub fn End(document: Document, seen: RwSignal<u8>) -> impl IntoView {
    let state = use_state();
    let id = document.id;
    let finished = Memo::new(move |_| ReadMark { percent: seen.get() }.finished());
    let on_finish = move |_| {
        seen.set(100);
        state.note_reading(id, 100);
    };
    view! {
        <div class="stack reader__end">
            <div role="status">
                <Show when=move || finished.get()>
                    <Tag
                        tone=Tone::Ok
                        icon="check"
                        words=state.texts().library().finished
                    />
                </Show>
            </div>
            <Show when=move || !finished.get()>
                <button class="button" type="button" on:click=on_finish>
                    <Icon name="check" />
                    {state.texts().library().finish}
                </button>
            </Show>
            <Forget document />
        </div>
    }
}

/// Takes the file off this device, with a way back.
#[component]
fn Forget(document: Document) -> impl IntoView {
    let state = use_state();
    let blob = document.file.blob;
    let document = StoredValue::new(document);
    let forgotten = RwSignal::new(false);
    let here = Memo::new(move |_| state.saved(blob));
    let on_forget = move |_| {
        state.forget_document(document.get_value());
        forgotten.set(true);
    };
    let on_undo = move |_| {
        state.save_document(document.get_value(), move |outcome| match outcome {
            Ok(()) => {
                forgotten.try_set(false);
            }
            Err(fault) => state.say(Notice::Fault(fault)),
        });
    };
    move || {
        let texts = state.texts();
        if forgotten.get() {
            view! {
                <Banner tone=Tone::Neutral icon="trash" title=texts.library().forgotten.to_owned()>
                    <button class="button" type="button" on:click=on_undo>
                        {texts.shell().undo}
                    </button>
                </Banner>
            }
            .into_any()
        } else if here.get() {
            view! {
                <button class="button" data-kind="danger" type="button" on:click=on_forget>
                    <Icon name="trash" />
                    {texts.library().forget}
                </button>
            }
            .into_any()
        } else {
            ().into_any()
        }
    }
}
