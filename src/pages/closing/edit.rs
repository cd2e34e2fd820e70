//! The words of a paper, put right by hand, paragraph by paragraph. What is typed is kept at once on this device.

use super::{Closing, Which};
use crate::pages::autosave::{Autosave, NOTHING, SavedTag};
use crate::papers::revision::{Passage, passages, revised};
use crate::ui::{ActionBar, Arrival, OverlayScreen, TextArea};
use leptos::prelude::*;
use paper::Paper;

/// The words, each paragraph in a field of its own; closing the screen takes them over.
#[component]
pub fn EditPaper(closing: Closing, which: Which) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts();
    let draft = closing.draft(which);
    let Some(before) = draft.paper.get_untracked() else {
        closing.editing.set(None);
        return ().into_any();
    };
    let passages = passages(&before);
    let fields: StoredValue<Vec<RwSignal<String>>> =
        StoredValue::new(passages.iter().filter_map(words).map(RwSignal::new).collect());
    let before = StoredValue::new(before);
    let now = move || -> Paper {
        let words = fields.with_value(|fields| fields.iter().map(|field| field.get()).collect::<Vec<_>>());
        before.with_value(|before| revised(before, &words))
    };
    let changed = move || Some(now()).filter(|now| before.with_value(|before| now != before));
    // What an earlier hand has put right stands, whatever becomes of this one's.
    let by_hand = draft.edited.with_untracked(Option::is_some);
    let read = move || {
        let kept = untrack(|| if by_hand { Some(now()) } else { changed() });
        Some(kept.map_or(NOTHING, |paper| paper.to_bytes()))
    };
    let autosave = Autosave::new(state, draft.name(), read);
    Effect::new(move |known: Option<()>| {
        fields.with_value(|fields| fields.iter().for_each(|field| field.track()));
        if known.is_some() {
            autosave.touch();
        }
    });
    let on_done = move || {
        if let Some(paper) = untrack(changed) {
            draft.edited.set(Some(paper));
        }
        closing.editing.set(None);
    };
    let title = match which {
        Which::Minutes => texts.closing().edit_minutes,
        Which::Resolution => texts.closing().edit_resolution,
    };
    let action = move || {
        view! {
            <ActionBar>
                <SavedTag autosave />
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| on_done()
                >
                    {texts.closing().done}
                </button>
            </ActionBar>
        }
    };
    view! {
        <OverlayScreen title back_label=texts.shell().back on_back=on_done action>
            // The button that led here may have been far down the page.
            <Arrival>
                <p class="note">{texts.closing().edit_lead}</p>
            </Arrival>
            {rows(closing, passages, fields.get_value())}
        </OverlayScreen>
    }
    .into_any()
}

fn words(passage: &Passage) -> Option<String> {
    match passage {
        Passage::About(words) | Passage::Words(words) => Some(words.clone()),
        Passage::Heading(_) => None,
    }
}

/// As many words as tell one paragraph from another.
fn first_words(words: &str) -> String {
    const WORDS: usize = 6;
    let mut first: Vec<&str> = words.split_whitespace().take(WORDS + 1).collect();
    if first.len() > WORDS {
        first[WORDS] = "…";
    }
    first.join(" ")
}

fn rows(closing: Closing, passages: Vec<Passage>, fields: Vec<RwSignal<String>>) -> Vec<AnyView> {
    let texts = closing.state.texts().closing();
    let mut fields = fields.into_iter().enumerate();
    let row = |passage| {
        let label = match passage {
            Passage::Heading(words) => return Some(view! { <h2 data-size="l">{words}</h2> }.into_any()),
            Passage::About(_) => None,
            Passage::Words(words) => Some(first_words(&words)),
        };
        let (place, value) = fields.next()?;
        let label = label.map_or(texts.about.to_owned(), |words| (texts.paragraph)(place, &words));
        let id = ["paragraph-", &place.to_string()].concat();
        Some(view! { <TextArea id label value one_row=true /> }.into_any())
    };
    passages.into_iter().filter_map(row).collect()
}
