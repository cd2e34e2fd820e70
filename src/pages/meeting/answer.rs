//! The bar below a notice: will the member come; on the evening checking in; for the secretary running the meeting.

use super::mine::{last_stage, stage_words};
use crate::app::routes::Route;
use crate::domain::attendance::Answer;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::i18n::Texts;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::ui::{ActionBar, Icon, Tag};
use leptos::prelude::*;

/// What there is to do now.
#[derive(Clone, Copy, PartialEq)]
enum Doing {
    /// The secretary's tools.
    Running,
    /// Saying whether one comes.
    Replying,
    /// Checking in, or asking to be absent at the last moment.
    Arriving,
    /// Checking in.
    CheckingIn,
    /// Nothing.
    Nothing,
}

fn doing(state: State, meeting: &Meeting) -> Doing {
    let now = state.now().wall();
    if state.closed(meeting.id) {
        Doing::Nothing
    } else if state.is_secretary() {
        Doing::Running
    } else if !meeting.stands() || meeting.over(now) {
        Doing::Nothing
    } else if now < meeting.check_in_opens() {
        Doing::Replying
    } else if now < meeting.starts {
        Doing::Arriving
    } else {
        Doing::CheckingIn
    }
}

/// The bar.
#[component]
pub fn Answering(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let id = meeting.id;
    let doing = Memo::new(move |_| doing(state, &meeting));
    move || match doing.get() {
        Doing::Running => view! { <Running id /> }.into_any(),
        Doing::Replying => view! { <Replying id /> }.into_any(),
        Doing::Arriving => view! { <CheckingIn id excuse=true /> }.into_any(),
        Doing::CheckingIn => view! { <CheckingIn id excuse=false /> }.into_any(),
        Doing::Nothing => ().into_any(),
    }
}

#[component]
fn Running(id: ThingId) -> impl IntoView {
    let state = use_state();
    view! {
        <ActionBar>
            <a class="button" href=Route::EditMeeting(id).href()>
                {state.texts().meetings().edit}
            </a>
            <a class="button action-bar__grow" data-kind="primary" href=Route::Run(id).href()>
                <Icon name="hand" />
                {state.texts().meetings().roll_call}
            </a>
        </ActionBar>
    }
}

#[component]
fn CheckingIn(id: ThingId, excuse: bool) -> impl IntoView {
    let state = use_state();
    view! {
        <ActionBar>
            {excuse
                .then(|| {
                    view! {
                        <a class="button" href=Route::Absence(id).href()>
                            {state.texts().meetings().ask_absence}
                        </a>
                    }
                })}
            <a class="button action-bar__grow" data-kind="primary" href=Route::CheckIn(id).href()>
                <Icon name="scan" />
                {state.texts().meetings().check_in}
            </a>
        </ActionBar>
    }
}

/// The own answer to a notice.
pub fn own_answer(state: State, meeting: ThingId) -> Option<Answer> {
    let own = |memory: &crate::sync::Memory| {
        memory.me().and_then(|me| memory.fold().reply(meeting, me)).map(|reply| reply.answer.clone())
    };
    state.with(own).flatten()
}

fn answer_words(texts: &Texts, answer: &Answer) -> String {
    match answer {
        Answer::Attend => texts.meetings().said_attend.to_owned(),
        Answer::Absent(reason, _) => {
            (texts.meetings().said_absent)(&(texts.nouns().reason)(*reason).to_lowercase())
        }
    }
}

/// Two buttons; after the answer what was said, where it is on its way, and the way to change it.
#[component]
fn Replying(id: ThingId) -> impl IntoView {
    let state = use_state();
    let answer = Memo::new(move |_| own_answer(state, id));
    let sending = RwSignal::new(false);
    let on_attend = move |_| {
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let reply = move |handbook: std::rc::Rc<crate::sync::Handbook>| async move {
            handbook.reply(id, Answer::Attend).await
        };
        state.run(reply, move |outcome| {
            sending.try_set(false);
            if let Err(fault) = outcome {
                state.say(crate::state::Notice::Fault(fault));
            }
        });
    };
    let attends = move || answer.get() == Some(Answer::Attend);
    let absence = move || {
        let texts = state.texts().meetings();
        if matches!(answer.get(), Some(Answer::Absent(..))) {
            texts.change_absence
        } else {
            texts.ask_absence
        }
    };
    let attend = move || {
        let texts = state.texts().meetings();
        if answer.with(|answer| answer.is_some()) { texts.attend_after_all } else { texts.attend }
    };
    view! {
        <ActionBar>
            <div class="action-bar__note" role="status">
                {move || answer.get().map(|answer| said(state, id, &answer))}
            </div>
            <a class="button" href=Route::Absence(id).href()>
                {absence}
            </a>
            <Show when=move || !attends()>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    aria-disabled=move || sending.get().then_some("true")
                    on:click=on_attend
                >
                    <Icon name="check" />
                    {attend}
                </button>
            </Show>
        </ActionBar>
    }
}

fn said(state: State, meeting: ThingId, answer: &Answer) -> impl IntoView + use<> {
    let texts = state.texts();
    let stage = last_stage(state, Kind::Reply, meeting).map(|stage| {
        let (tone, icon, words) = stage_words(texts, stage);
        view! { <Tag tone icon bare=true words /> }
    });
    view! {
        <p class="strong-note">{answer_words(texts, answer)}</p>
        {stage}
    }
}
