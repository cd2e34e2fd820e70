//! Góp ý chuyên đề: three boxes, who may read them, and what became of the words.

mod boxes;
mod desk;
mod sent;

use crate::app::routes::Route;
use crate::domain::comment::Visibility;
use crate::domain::id::ThingId;
use crate::pages::autosave::SavedTag;
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, Blank, Choice, ChoiceItem, FocusScreen, Tone};
use boxes::ThreeBoxes;
use desk::{Desk, Mode};
use leptos::prelude::*;
use sent::Sent;

/// Words on the theme of a meeting.
#[component]
pub fn Comment(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let desk = Desk::new(state, meeting);
    desk.open();
    let known = Memo::new(move |_| state.with(|memory| memory.fold().meeting(meeting).is_some()));
    let closed = Memo::new(move |_| state.closed(meeting));
    let content = move || match (known.get(), desk.mode.get()) {
        (Some(false), _) => view! {
            <Blank
                icon="comment"
                title=state.texts().faults().unknown_meeting
            />
        }
        .into_any(),
        (_, Mode::Opening) => view! { <p class="note">{state.texts().shell().loading}</p> }.into_any(),
        (_, Mode::Writing) if closed.get() => {
            view! { <Banner tone=Tone::Neutral icon="lock" title=state.texts().comments().closed /> }
                .into_any()
        }
        (_, Mode::Writing) => view! { <Writing desk /> }.into_any(),
        (_, Mode::Sent) => view! { <Sent desk /> }.into_any(),
    };
    let writing = move || known.get() == Some(true) && desk.mode.get() == Mode::Writing && !closed.get();
    view! {
        <FocusScreen
            title=state.texts().comments().title
            back=Route::Meeting(meeting).href()
            back_label=state.texts().shell().back
            end=move || move || writing().then(|| view! { <SavedTag autosave=desk.autosave /> })
            action=move || move || writing().then(|| view! { <SendBar desk /> })
        >
            {content}
        </FocusScreen>
    }
}

#[component]
fn Writing(desk: Desk) -> impl IntoView {
    let state = use_state();
    let theme = move || {
        let theme = state.with(|memory| {
            let theme = memory.fold().meeting(desk.meeting).and_then(|meeting| meeting.theme.as_ref());
            theme.map(|theme| theme.title.as_str().to_owned())
        });
        theme.flatten().unwrap_or_else(|| state.texts().comments().no_theme.to_owned())
    };
    let listed = Memo::new(move |_| state.me().is_some());
    view! {
        <div class="page-head">
            <p class="page-head__note">{state.texts().nouns().theme}</p>
            <h2>{theme}</h2>
            <p class="page-head__note">{state.texts().comments().lead}</p>
        </div>
        <Show when=move || !listed.get()>
            <Banner
                tone=Tone::Wait
                icon="saved"
                title=state.texts().comments().not_listed
                text=state.texts().comments().not_listed_text
            />
        </Show>
        <ThreeBoxes desk />
        <p class="note">{state.texts().comments().dictation}</p>
        <WhoReads desk />
    }
}

#[component]
fn WhoReads(desk: Desk) -> impl IntoView {
    let state = use_state();
    // The secretary reads everything anyway, and an anonymous word on this device would be plainly the own one.
    let secretary = untrack(|| state.is_secretary());
    let items = {
        let texts = state.texts().comments();
        let mut notes =
            vec![(Visibility::Branch, texts.branch_note), (Visibility::Secretary, texts.secretary_note)];
        if !secretary {
            notes.push((Visibility::Anonymous, texts.anonymous_note));
        }
        let name = state.texts().nouns().visibility;
        let item = |(value, note): (Visibility, &str)| ChoiceItem {
            value,
            title: name(value),
            note: note.to_owned(),
        };
        notes.into_iter().map(item).collect()
    };
    let on_choose = move |visibility| {
        desk.visibility.set(visibility);
        desk.autosave.touch();
    };
    let out = Memo::new(move |_| state.with(|memory| memory.comment_is_out(desk.meeting)) == Some(true));
    let narrowed = move || out.get() && desk.visibility.get() == Visibility::Secretary;
    view! {
        <section class="section" aria-labelledby="who">
            <h2 class="section__title" id="who">
                {state.texts().comments().who}
            </h2>
            <Choice
                label=state.texts().comments().who
                items
                chosen=desk.visibility
                on_choose
            />
            <p class="note" role="status">
                {move || narrowed().then_some(state.texts().comments().narrowed)}
            </p>
        </section>
    }
}

#[component]
fn SendBar(desk: Desk) -> impl IntoView {
    let state = use_state();
    let listed = Memo::new(move |_| state.me().is_some());
    let empty = move || desk.boxes.iter().all(|text| text.with(|text| text.trim().is_empty()));
    let label = move || {
        let texts = state.texts().comments();
        if desk.busy.get() {
            texts.sending
        } else if empty() {
            texts.empty
        } else if listed.get() {
            texts.send
        } else {
            state.texts().home().waiting_for_admission
        }
    };
    let ready = move || listed.get() && !empty() && !desk.busy.get();
    let on_send = move |_| {
        if untrack(ready) {
            desk.send();
        }
    };
    view! {
        <ActionBar>
            <button
                class="button action-bar__grow"
                data-kind="primary"
                type="button"
                aria-disabled=move || (!ready()).then_some("true")
                on:click=on_send
            >
                {label}
            </button>
        </ActionBar>
    }
}
