//! After sending: how far the words are, and what they were.

use super::desk::{Desk, again};
use crate::app::routes::Route;
use crate::domain::comment::{Comment, Visibility};
use crate::domain::id::ThingId;
use crate::domain::words::Prose;
use crate::exchange::draft::CommentDraft;
use crate::exchange::outbox::Stage;
use crate::pages::track::Track;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::sync::Role;
use crate::ui::{Banner, Tone};
use leptos::prelude::*;

/// What this device knows of the own comment.
#[derive(Clone, PartialEq)]
pub(super) struct Said {
    /// The words; nothing for an anonymous comment, of which no copy is kept.
    pub words: Option<Comment>,
    /// How far it is; nothing where the outbox holds it no more.
    pub stage: Option<Stage>,
    /// This is the secretary's device, where it needs no outbox.
    pub settled: bool,
}

/// The own comment on the theme of a meeting. The latest one, where an anonymous one came after a named one.
pub(super) fn said(state: State, meeting: ThingId) -> Option<Said> {
    state
        .with(|memory| {
            let mine = memory.me().and_then(|me| {
                let mut comments = memory.fold().comments(meeting);
                comments
                    .find(|(author, ..)| *author == Some(me))
                    .map(|(_, comment, record)| (comment, record.id()))
            });
            let settled = memory.role() == Role::Secretary;
            let said = |words: Option<&Comment>, stage| Some(Said { words: words.cloned(), stage, settled });
            let outbox = memory.outbox();
            let parcels = outbox.iter().rev();
            let parcel =
                parcels.copied().find(|parcel| parcel.kind == Kind::Comment && parcel.about == meeting);
            match (mine, parcel) {
                (None, None) => None,
                (Some((comment, _)), None) => said(Some(comment), None),
                (Some((comment, id)), Some(parcel)) if parcel.record == id => {
                    said(Some(comment), Some(parcel.stage))
                }
                (_, Some(parcel)) => said(None, Some(parcel.stage)),
            }
        })
        .flatten()
}

/// What became of the comment.
#[component]
pub(super) fn Sent(desk: Desk) -> impl IntoView {
    let state = use_state();
    let said = Memo::new(move |_| said(state, desk.meeting));
    move || said.get().map(|said| view! { <SaidWords desk said /> })
}

#[component]
fn SaidWords(desk: Desk, said: Said) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().comments();
    let (tone, icon, title, note) = match (said.stage, said.words.is_some()) {
        (None, _) if said.settled => (Tone::Ok, "check-circle", texts.sent_own, ""),
        (None, _) => (Tone::Neutral, "saved", texts.sent_gone, texts.sent_gone_note),
        (Some(Stage::Received), true) => (Tone::Ok, "received", texts.sent_received, ""),
        (Some(Stage::Received), false) => {
            (Tone::Ok, "received", texts.sent_received, texts.sent_anonymous_note)
        }
        (Some(_), true) => (Tone::Wait, "outbox", texts.sent, texts.sent_note),
        (Some(_), false) => (Tone::Wait, "outbox", texts.sent_anonymous, texts.sent_anonymous_note),
    };
    let edit = again(&said);
    let edit_label = if edit.is_some() { texts.edit } else { texts.another };
    let on_edit = move |_| {
        let empty = CommentDraft { boxes: Default::default(), visibility: Visibility::Branch };
        desk.write(edit.clone().unwrap_or(empty));
        desk.autosave.reopen();
    };
    let stage = said.stage;
    view! {
        <Banner tone icon title=title.to_owned() text=note.to_owned() />
        <Show when=move || stage.is_some()>
            <div class="sheet" data-pad="true">
                <Track stage=Signal::derive(move || stage) />
            </div>
        </Show>
        {said.words.map(|comment| view! { <Words comment /> })}
        <div class="cluster">
            <button class="button" type="button" on:click=on_edit>
                {edit_label}
            </button>
            <a class="button" data-kind="primary" href=Route::Meeting(desk.meeting).href()>
                {texts.meeting}
            </a>
        </div>
    }
}

#[component]
fn Words(comment: Comment) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let boxes = [comment.boxes.current_state, comment.boxes.causes, comment.boxes.solutions];
    let part = |(title, text): (&'static str, Prose)| {
        (!text.is_empty()).then(|| {
            view! {
                <section class="box" data-state="filled">
                    <div class="box__head">
                        <h3 class="box__title">{title}</h3>
                    </div>
                    <div class="box__body">
                        <p class="as-typed">{text.as_str().to_owned()}</p>
                    </div>
                </section>
            }
        })
    };
    view! {
        <div class="stack">
            {texts.comments().boxes.into_iter().zip(boxes).map(part).collect_view()}
            <p class="note">
                {[texts.comments().seen_by, ": ", &(texts.nouns().visibility)(comment.visibility)].concat()}
            </p>
        </div>
    }
}
