//! After sending: how far the words are, and what they were.

use super::desk::{Desk, again};
use crate::app::routes::Route;
use crate::domain::comment::{Comment, Visibility};
use crate::domain::id::ThingId;
use crate::domain::words::Prose;
use crate::exchange::draft::CommentDraft;
use crate::exchange::outbox::Stage;
use crate::exchange::subject::Subject;
use crate::pages::track::Track;
use crate::record::{Body, Kind, Record};
use crate::state::{State, use_state};
use crate::sync::Role;
use crate::ui::{Arrival, Banner, Confirm, Icon, Tone};
use leptos::prelude::*;

/// What this device knows of the own comment.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Said {
    /// The words; nothing for an anonymous comment, of which no copy is kept.
    pub words: Option<Comment>,
    /// How far it is; nothing where the outbox holds it no more.
    pub stage: Option<Stage>,
    /// This is the secretary's device, where it needs no outbox.
    pub settled: bool,
    /// It was taken back.
    pub withdrawn: bool,
}

/// The own comment on the theme of a meeting. The latest one, where an anonymous one came after a named one.
pub(super) fn said(state: State, meeting: ThingId) -> Option<Said> {
    state
        .with(|memory| {
            let mine = memory.me().and_then(|me| {
                let subject = Subject::of_member(Kind::Comment, meeting, me);
                memory.fold().versions(&subject)?.current().cloned()
            });
            let settled = memory.role() == Role::Secretary;
            let outbox = memory.outbox();
            let parcels = outbox.iter().rev().filter(|parcel| parcel.about == meeting);
            let words = parcels.clone().find(|parcel| parcel.kind == Kind::Comment);
            // What came later than the own named words is an anonymous comment.
            let later = |mine: &Record| words.filter(|parcel| parcel.written_at > mine.header().at);
            match mine {
                None => words.map(|parcel| Said { stage: Some(parcel.stage), settled, ..Said::default() }),
                Some(mine) => Some(match later(&mine) {
                    Some(parcel) => Said { stage: Some(parcel.stage), settled, ..Said::default() },
                    None => Said {
                        words: if let Body::Comment(comment) = mine.body() {
                            Some(comment.clone())
                        } else {
                            None
                        },
                        stage: parcels
                            .clone()
                            .find(|parcel| parcel.record == mine.id())
                            .map(|parcel| parcel.stage),
                        settled,
                        withdrawn: matches!(mine.body(), Body::Retract(_)),
                    },
                }),
            }
        })
        .flatten()
}

/// What became of the comment.
#[component]
pub(super) fn Sent(desk: Desk) -> impl IntoView {
    let state = use_state();
    let said = Memo::new(move |_| said(state, desk.meeting));
    view! {
        // Once, on arriving: what becomes of the words later must not take the focus away again.
        <Arrival>{move || said.get().map(|said| view! { <SaidWords desk said /> })}</Arrival>
    }
}

#[component]
fn SaidWords(desk: Desk, said: Said) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().comments();
    let (tone, icon, title, note) = match (said.stage, said.words.is_some()) {
        _ if said.withdrawn => (Tone::Neutral, "check-circle", texts.withdrawn, texts.withdrawn_note),
        (None, _) if said.settled => (Tone::Ok, "check-circle", texts.sent_own, ""),
        (None, _) => (Tone::Neutral, "saved", texts.sent_gone, texts.sent_gone_note),
        (Some(Stage::Received), true) => (Tone::Ok, "received", texts.sent_received, ""),
        (Some(Stage::Received), false) => {
            (Tone::Ok, "received", texts.sent_received, texts.sent_anonymous_note)
        }
        (Some(Stage::Sent), true) => (Tone::Wait, "send", texts.sent, texts.sent_note),
        (Some(Stage::Sent), false) => (Tone::Wait, "send", texts.sent_anonymous, texts.sent_anonymous_note),
        (Some(_), true) => (Tone::Wait, "outbox", texts.kept, texts.kept_note),
        (Some(_), false) => (Tone::Wait, "outbox", texts.kept, texts.sent_anonymous_note),
    };
    let edit = again(&said);
    let edit_label = if edit.is_some() { texts.edit } else { texts.another };
    let on_edit = move |_| {
        let empty = CommentDraft { boxes: Default::default(), visibility: Visibility::Branch };
        desk.write(edit.clone().unwrap_or(empty));
        desk.autosave.reopen();
    };
    let closed = untrack(|| state.closed(desk.meeting));
    let stage = said.stage;
    let (asking, named) = (RwSignal::new(false), said.words.is_some());
    let on_withdraw = move || {
        let meeting = desk.meeting;
        state.run_or_say(move |handbook| async move { handbook.withdraw_comment(meeting).await }, drop);
    };
    view! {
        <Banner tone icon title=title.to_owned() text=note.to_owned() />
        <Show when=move || stage.is_some()>
            <div class="sheet" data-pad="true">
                <Track stage=Signal::derive(move || stage) />
            </div>
        </Show>
        {said.words.map(|comment| view! { <Words comment /> })}
        <div class="cluster">
            <Show when=move || !closed>
                <button class="button" type="button" on:click=on_edit.clone()>
                    {edit_label}
                </button>
            </Show>
            <a class="button" data-kind="primary" href=Route::Meeting(desk.meeting).href()>
                {texts.meeting}
            </a>
        </div>
        <Show when=move || named>
            <button
                class="button"
                data-kind="quiet"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| asking.set(true)
            >
                <Icon name="trash" />
                {texts.withdraw}
            </button>
        </Show>
        <Confirm
            id="withdraw"
            title=texts.withdraw_title
            text=texts.withdraw_text
            verb=texts.withdraw
            icon="trash"
            open=asking
            cancel_label=state.texts().shell().cancel
            on_yes=on_withdraw
        />
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
