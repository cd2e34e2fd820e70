//! One prompt: the question, the own judgement, causes and remedy, and whether it is shared.

use super::Entry;
use super::sharing::{Sharing, Shown};
use crate::domain::self_criticism::Level;
use crate::pages::autosave::Autosave;
use crate::state::use_state;
use crate::ui::{Segment, Segmented, SegmentedKind, Tag, TextArea, Tone};
use leptos::prelude::*;

const LEVELS: [Level; 3] = [Level::Well, Level::Partly, Level::NotYet];

#[component]
pub(super) fn PromptCard(place: usize, entry: Entry, autosave: Autosave, sharing: Sharing) -> impl IntoView {
    let state = use_state();
    let note_id = ["note-", &place.to_string()].concat();
    let on_choose = move |level| {
        entry.level.set(Some(level));
        autosave.touch();
    };
    let items = move || {
        let texts = state.texts().self_criticism();
        LEVELS.map(|value| Segment { value, icon: None, words: (texts.level)(value) }).to_vec()
    };
    // What was typed is kept, and what cannot be kept is said at once.
    Effect::new(move |before: Option<()>| {
        let fault = entry.note.with(|note| crate::domain::words::Prose::parse(note).err());
        entry.error.set(fault.map(|fault| state.words_sentence(fault).to_owned()));
        if before.is_some() {
            autosave.touch();
        }
    });
    view! {
        <section class="sheet prompt">
            <p class="pledge">
                <span class="pledge__label">
                    {(state.texts().self_criticism().standing)(entry.topic)}
                </span>
            </p>
            <h2 class="prompt__ask" data-size="l">
                {entry.prompt.with_value(|prompt| prompt.as_str().to_owned())}
            </h2>
            <Segmented
                kind=SegmentedKind::Radios
                label=state.texts().self_criticism().judge
                items=items()
                chosen=entry.level
                on_choose
            />
            <TextArea
                id=note_id
                label=state.texts().self_criticism().note
                value=entry.note
                error=entry.error
            />
            <Show when=move || entry.answered()>
                <ShareLine entry sharing />
            </Show>
        </section>
    }
}

/// What was handed over, and the button that hands it over.
#[component]
fn ShareLine(entry: Entry, sharing: Sharing) -> impl IntoView {
    let state = use_state();
    let shown = Memo::new(move |_| sharing.shown(entry));
    let day = move || sharing.day().unwrap_or_default();
    let ask = move |label: fn(&str) -> String| {
        view! {
            <button
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| sharing.ask(entry)
            >
                {move || label(&day())}
            </button>
        }
    };
    let withdraw = move || {
        view! {
            <button class="button" data-kind="quiet" type="button" on:click=move |_| sharing.withdraw(entry)>
                {state.texts().self_criticism().withdraw}
            </button>
        }
    };
    move || {
        let texts = state.texts().self_criticism();
        match shown.get() {
            Shown::Impossible => ().into_any(),
            Shown::Private => ask(texts.share).into_any(),
            Shown::Shared => view! {
                <div class="cluster">
                    <Tag tone=Tone::Wait icon="share" words=texts.shared.to_owned() />
                    {withdraw()}
                </div>
            }
            .into_any(),
            Shown::Changed => view! {
                <div class="cluster">
                    <Tag tone=Tone::Warn icon="share" words=texts.changed.to_owned() />
                    {ask(texts.share_again)}
                    {withdraw()}
                </div>
            }
            .into_any(),
        }
    }
}
