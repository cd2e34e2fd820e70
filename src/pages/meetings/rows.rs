//! One line for each meeting: its day, and what it was to the member.

use crate::app::routes::Route;
use crate::domain::attendance::Answer;
use crate::domain::id::ThingId;
use crate::domain::meeting::{Kind, Meeting, Plan};
use crate::pages::words;
use crate::record::Kind as RecordKind;
use crate::state::{State, use_state};
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

fn theme(state: State, meeting: &Meeting) -> Option<String> {
    let theme = meeting.theme.as_ref()?;
    Some((state.texts().meetings().with_theme)(theme.title.as_str()))
}

/// A meeting that is not over yet.
#[component]
pub fn ComingRow(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let day = meeting.starts.day;
    let where_and_when = (texts.meetings().at_place)(&meeting.starts.time.to_hm(), meeting.place.as_str());
    let countdown = words::countdown(texts, state.today(), day);
    let (id, plan) = (meeting.id, meeting.plan.clone());
    view! {
        <a class="row" data-align="start" href=Route::Meeting(id).href()>
            <span class="date-block">
                <span class="date-block__day">{day.to_dmy()[..2].to_owned()}</span>
                <span class="date-block__month">{(texts.meetings().weekday)(day.weekday())}</span>
            </span>
            <div class="row__body">
                <p class="row__title">{words::meeting_title(texts, &meeting)}</p>
                <p class="row__note">{where_and_when} ", " {countdown}</p>
                {theme(state, &meeting).map(|theme| view! { <p class="row__note">{theme}</p> })}
                <PlanNote plan=plan.clone() />
                {matches!(plan, Plan::Announced | Plan::Postponed(_))
                    .then(|| view! { <MyAnswer id /> })}
            </div>
        </a>
    }
}

/// What the member has answered; for the secretary how many have.
#[component]
fn MyAnswer(id: ThingId) -> impl IntoView {
    let state = use_state();
    let answer = move || {
        state
            .with(|memory| {
                let me = memory.me()?;
                memory.fold().reply(id, me).map(|reply| reply.answer.clone())
            })
            .flatten()
    };
    let secretary = move || state.is_secretary();
    let replies = move || state.with(|memory| memory.fold().about(RecordKind::Reply, id).count());
    move || {
        let texts = state.texts().meetings();
        let (tone, icon, words) = match answer() {
            _ if secretary() => (Tone::Neutral, "people", (texts.replied)(replies().unwrap_or(0))),
            Some(Answer::Attend) => (Tone::Ok, "check", texts.answer_attend.to_owned()),
            Some(Answer::Absent(..)) => (Tone::Neutral, "check", texts.answer_absent.to_owned()),
            None => (Tone::Warn, "help", texts.answer_none.to_owned()),
        };
        view! {
            <div class="cluster" data-gap="tight">
                <Tag tone icon words />
            </div>
        }
    }
}

/// A meeting that is over, and how it was scored.
#[component]
pub fn HeldRow(meeting: Meeting, score: Option<String>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let day = meeting.starts.day;
    let (id, stood) = (meeting.id, meeting.stands());
    let mine = move || state.with(|memory| words::own_attendance(state.texts(), memory, id));
    let title = match (&meeting.theme, meeting.kind) {
        (Some(theme), Kind::Thematic) => (texts.meetings().with_theme)(theme.title.as_str()),
        _ => words::meeting_title(texts, &meeting),
    };
    view! {
        <a class="row" data-align="start" href=Route::Meeting(id).href()>
            <span class="date-block" data-state="past">
                <span class="date-block__day">{day.to_dmy()[..2].to_owned()}</span>
                <span class="date-block__month">{(texts.dates().month_short)(day.month().number())}</span>
            </span>
            <div class="row__body">
                <p class="row__title">{title}</p>
                {stood.then(|| view! { <p class="row__note">{mine}</p> })}
                {score.map(|score| view! { <p class="row__note">{score}</p> })}
                <PlanNote plan=meeting.plan />
            </div>
        </a>
    }
}

/// Why it does not take place, or not when it was announced.
#[component]
fn PlanNote(plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().meetings();
    let (words, reason) = match plan {
        Plan::Announced => return ().into_any(),
        Plan::Postponed(reason) => (texts.postponed, reason),
        Plan::Cancelled(reason) => (texts.cancelled, reason),
    };
    view! {
        <p>
            <Tag tone=Tone::Warn icon="warning" words=words.to_owned() />
        </p>
        <p class="row__note">{reason.as_str().to_owned()}</p>
    }
    .into_any()
}
