//! The cover: the next meeting, how far the own preparation is, and the one button.

use crate::app::routes::Route;
use crate::domain::attendance::Answer;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::exchange::outbox::Parcel;
use crate::pages::words;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::sync::Role;
use crate::ui::Icon;
use leptos::prelude::*;

/// How far the member is with the next meeting.
#[derive(Clone, PartialEq)]
struct Next {
    meeting: Meeting,
    role: Role,
    answer: Option<Answer>,
    first_unread: Option<ThingId>,
    read: usize,
    checked_in: bool,
}

fn next(state: State) -> Option<Next> {
    let now = state.now().wall();
    state
        .with(|memory| {
            let meeting = memory.fold().next_meeting(now)?.clone();
            let answer = memory
                .me()
                .and_then(|me| memory.fold().reply(meeting.id, me))
                .map(|reply| reply.answer.clone());
            let unread = |id: &&ThingId| !state.read_mark(**id).finished();
            let first_unread = meeting.documents.iter().find(unread).copied();
            let read = meeting.documents.iter().filter(|id| !unread(id)).count();
            let own = |parcel: &&Parcel| parcel.kind == Kind::CheckIn && parcel.about == meeting.id;
            let checked_in = memory.outbox().iter().any(own);
            Some(Next { checked_in, role: memory.role(), answer, first_unread, read, meeting })
        })
        .flatten()
}

/// The next meeting.
#[component]
pub fn Cover(
    /// How far the secretary's preparation of the next meeting is.
    ready: ViewFn,
) -> impl IntoView {
    let state = use_state();
    let next = Memo::new(move |_| next(state));
    move || match next.get() {
        Some(next) => view! { <NextMeeting next ready=ready.clone() /> }.into_any(),
        None => view! { <NoMeeting /> }.into_any(),
    }
}

#[component]
fn NoMeeting() -> impl IntoView {
    let state = use_state();
    let secretary = move || state.is_secretary();
    view! {
        <section class="cover" aria-labelledby="next">
            <p class="cover__eyebrow">{state.texts().home().next}</p>
            <h2 class="cover__title" id="next">
                {state.texts().home().no_meeting}
            </h2>
            <p>{state.texts().home().no_meeting_text}</p>
            <Show when=secretary>
                <div class="cover__action">
                    <a class="button" data-kind="primary" data-wide="true" href=Route::NewMeeting.href()>
                        {state.texts().home().announce}
                    </a>
                </div>
            </Show>
        </section>
    }
}

/// The one thing to do next, and where.
fn action(state: State, next: &Next) -> (&'static str, Route) {
    let texts = state.texts().home();
    let meeting = next.meeting.id;
    let now = state.now().wall();
    let today = next.meeting.starts.day == now.day;
    match (next.role, today) {
        (Role::Secretary, true) => (texts.run, Route::Run(meeting)),
        (Role::Secretary, false) => (texts.prepare, Route::Prepare(meeting)),
        _ if next.meeting.checks_in(now) && next.checked_in => (texts.open_agenda, Route::Meeting(meeting)),
        _ if next.meeting.checks_in(now) => (texts.check_in_now, Route::CheckIn(meeting)),
        _ => match (next.first_unread, &next.answer) {
            (Some(document), _) => (texts.read_rest, Route::Document(document)),
            (None, None) => (texts.answer, Route::Meeting(meeting)),
            (None, Some(_)) => (texts.see_notice, Route::Meeting(meeting)),
        },
    }
}

#[component]
fn NextMeeting(next: Next, ready: ViewFn) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let meeting = &next.meeting;
    let (label, route) = action(state, &next);
    let now = state.now().wall();
    let now_on = meeting.starts <= now && meeting.checks_in(now);
    let secretary = next.role == Role::Secretary;
    let all = meeting.documents.len();
    let pips = (0..all.min(5)).map(|n| if n < next.read { "done" } else { "todo" });
    let pips = pips.map(|pip| view! { <span class="pips__pip" data-state=pip></span> }).collect_view();
    let answered = next.answer.as_ref().map(|answer| match answer {
        Answer::Attend => texts.home().replied_attend,
        Answer::Absent(..) => texts.home().replied_absent,
    });
    view! {
        <section class="cover" aria-labelledby="next">
            <div class="cover__top">
                <p class="cover__eyebrow">{if now_on { texts.home().now_on } else { texts.home().next }}</p>
                <p class="cover__countdown">{words::countdown(texts, state.today(), meeting.starts.day)}</p>
            </div>
            <h2 class="cover__title" id="next">
                {words::meeting_title(texts, meeting)}
            </h2>
            <div class="cover__facts">
                <p class="cover__fact">
                    <Icon name="clock" />
                    <span>{words::moment(texts, meeting.starts)}</span>
                </p>
                <p class="cover__fact">
                    <Icon name="pin" />
                    <span>{meeting.place.as_str().to_owned()}</span>
                </p>
                {answered
                    .map(|words| {
                        view! {
                            <p class="cover__fact">
                                <Icon name="check" />
                                <span>{words}</span>
                            </p>
                        }
                    })}
            </div>
            {secretary.then(|| ready.run())}
            {(all > 0 && !secretary)
                .then(|| {
                    view! {
                        <div class="cover__ready">
                            <div class="pips" aria-hidden="true">
                                {pips}
                            </div>
                            <p>{(texts.home().read_of)(next.read, all)}</p>
                        </div>
                    }
                })}
            <div class="cover__action">
                <a class="button" data-kind="primary" data-wide="true" href=route.href()>
                    {label}
                </a>
            </div>
        </section>
    }
}
