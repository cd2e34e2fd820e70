//! The own part: words on the theme, and checking in, each with where it is on its way.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::exchange::draft::DraftName;
use crate::exchange::outbox::Stage;
use crate::i18n::Texts;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A state in words.
type Words = (Tone, &'static str, String);

/// Where the last own parcel of this kind is on its way.
pub fn last_stage(state: State, kind: Kind, about: ThingId) -> Option<Stage> {
    state
        .with(|memory| {
            let parcels = memory.outbox().into_iter().rev();
            let mut own = parcels.filter(|parcel| parcel.kind == kind && parcel.about == about);
            own.next().map(|parcel| parcel.stage)
        })
        .flatten()
}

/// A stage in words.
pub fn stage_words(texts: &Texts, stage: Stage) -> Words {
    let copied = texts.exchange().copied;
    let texts = texts.meetings();
    match stage {
        Stage::Waiting => (Tone::Wait, "outbox", texts.stage_waiting.to_owned()),
        Stage::Copied => (Tone::Wait, "document", copied.to_owned()),
        Stage::Sent => (Tone::Wait, "send", texts.stage_sent.to_owned()),
        Stage::Received => (Tone::Ok, "received", texts.stage_received.to_owned()),
    }
}

/// Phần của tôi.
#[component]
pub fn Mine(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let now = state.now().wall();
    let stands = meeting.stands() && !state.closed(meeting.id);
    let comments = meeting.theme.is_some() && stands;
    let checks_in = stands && !meeting.over(now);
    if !comments && !checks_in {
        return ().into_any();
    }
    let id = meeting.id;
    let drafted = RwSignal::new(false);
    if let Some(handbook) = state.handbook() {
        spawn_local(async move {
            let name = DraftName::Comment(id).to_string();
            // Without an answer from the store the row says what was sent.
            drafted.try_set(handbook.draft_names(&name).await.is_ok_and(|names| !names.is_empty()));
        });
    }
    view! {
        <section class="section" aria-labelledby="mine">
            <h2 class="section__title" id="mine">
                {state.texts().meetings().mine}
            </h2>
            <div class="sheet">
                <ul class="rows">
                    {comments
                        .then(|| {
                            view! {
                                <li>
                                    <MyRow
                                        route=Route::Comment(id)
                                        icon="comment"
                                        title=state.texts().meetings().comment
                                        words=Signal::derive(move || comment(state, id, drafted.get()))
                                    />
                                </li>
                            }
                        })}
                    {checks_in
                        .then(|| {
                            view! {
                                <li>
                                    <MyRow
                                        route=Route::CheckIn(id)
                                        icon="scan"
                                        title=state.texts().meetings().check_in
                                        words=Signal::derive(move || check_in(state, &meeting))
                                    />
                                </li>
                            }
                        })}
                </ul>
            </div>
        </section>
    }
    .into_any()
}

fn comment(state: State, meeting: ThingId, drafted: bool) -> Words {
    let texts = state.texts();
    if drafted {
        return (Tone::Wait, "pen", texts.meetings().comment_draft.to_owned());
    }
    let own = move |memory: &crate::sync::Memory| {
        memory.me().is_some_and(|me| memory.fold().comment(meeting, me).is_some())
    };
    match last_stage(state, Kind::Comment, meeting) {
        Some(stage) => stage_words(texts, stage),
        None if state.with(own) == Some(true) => {
            (Tone::Ok, "check", texts.meetings().comment_saved.to_owned())
        }
        None => (Tone::Neutral, "pen", texts.meetings().comment_none.to_owned()),
    }
}

fn check_in(state: State, meeting: &Meeting) -> Words {
    let texts = state.texts();
    let opens = meeting.check_in_opens();
    let marked = move |memory: &crate::sync::Memory| {
        memory.me().is_some_and(|me| memory.minutes(meeting.id).roll_call.present(me))
    };
    if state.with(marked) == Some(true) {
        return (Tone::Ok, "check", texts.meetings().check_in_done.to_owned());
    }
    let id = meeting.id;
    let refused = move |memory: &crate::sync::Memory| {
        let mut own = memory.outbox().into_iter().rev();
        own.find(|parcel| parcel.kind == Kind::CheckIn && parcel.about == id)
            .is_some_and(|last| last.unproven)
    };
    if state.with(refused) == Some(true) {
        return (Tone::Warn, "warning", texts.check_in().mismatch.to_owned());
    }
    match last_stage(state, Kind::CheckIn, meeting.id) {
        Some(stage) => stage_words(texts, stage),
        None if state.now().wall() < opens => {
            (Tone::Neutral, "clock", (texts.meetings().check_in_from)(&opens.time.to_hm()))
        }
        None => (Tone::Wait, "scan", texts.meetings().check_in_now.to_owned()),
    }
}

#[component]
fn MyRow(route: Route, icon: &'static str, title: &'static str, words: Signal<Words>) -> impl IntoView {
    view! {
        <a class="row" href=route.href()>
            <span class="row__lead" data-decor="true">
                <Icon name=icon />
            </span>
            <div class="row__body">
                <p class="row__title">{title}</p>
                <p>
                    {move || {
                        let (tone, icon, words) = words.get();
                        view! { <Tag tone icon bare=true words /> }
                    }}
                </p>
            </div>
            <span class="row__end">
                <Icon name="chevron" />
            </span>
        </a>
    }
}
