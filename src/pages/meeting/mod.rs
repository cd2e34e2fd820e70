//! One meeting: the notice, the papers, the own part, the answer; afterwards what came of it.

mod absence;
mod answer;
mod locked;
mod mine;
mod notice;
mod outcome;
mod papers;
mod replies;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::pages::unread::UnreadPage;
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Fault;
use crate::ui::{Blank, FocusScreen, Icon};
use answer::Answering;
use leptos::prelude::*;
use locked::Locked;
use mine::Mine;
use notice::{Agenda, Facts, Head, PlanBanner, Theme};
use outcome::Outcome;
use papers::Papers;
use replies::Replies;

pub use absence::Absence;

/// What is known of the meeting at this address.
#[derive(Clone, PartialEq)]
enum Entry {
    Looking,
    Unknown,
    Unread(Fault),
    Known(Box<Meeting>),
}

/// Brings a meeting, its papers and what was said about it into memory, and looks it up.
fn look_up(state: State, id: ThingId) -> Memo<Entry> {
    let looked = state.bring_in(move |handbook| async move {
        handbook.load_meeting(id).await?;
        let papers = handbook.memory().fold().meeting(id).map(|meeting| meeting.documents.clone());
        for paper in papers.unwrap_or_default() {
            handbook.load_about(&[Kind::Document], paper).await?;
        }
        Ok(())
    });
    Memo::new(move |_| {
        let looked = looked.get();
        match (state.with(|memory| memory.fold().meeting(id).cloned()).flatten(), looked) {
            (Some(meeting), _) => Entry::Known(Box::new(meeting)),
            (None, Loadable::Ready) => Entry::Unknown,
            (None, Loadable::Failed(fault)) => Entry::Unread(fault),
            (None, Loadable::Loading) => Entry::Looking,
        }
    })
}

/// The meeting at this address.
#[component]
pub fn MeetingPage(
    /// Which meeting.
    id: ThingId,
) -> impl IntoView {
    let state = use_state();
    let entry = look_up(state, id);
    move || match entry.get() {
        Entry::Known(meeting) => view! { <KnownMeeting meeting=*meeting /> }.into_any(),
        Entry::Unknown => view! { <UnknownMeeting /> }.into_any(),
        Entry::Unread(fault) => view! { <UnreadPage fault /> }.into_any(),
        Entry::Looking => ().into_any(),
    }
}

#[component]
fn UnknownMeeting() -> impl IntoView {
    let state = use_state();
    view! {
        <FocusScreen
            title=state.texts().meetings().title
            back=Route::Meetings.href()
            back_label=state.texts().shell().back
        >
            <Blank
                icon="calendar"
                title=state.texts().meetings().unknown
                text=state.texts().meetings().unknown_text
            >
                <a class="button" data-kind="primary" href=Route::Meetings.href()>
                    {state.texts().meetings().to_meetings}
                </a>
            </Blank>
        </FocusScreen>
    }
}

#[component]
fn KnownMeeting(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let meeting = StoredValue::new(meeting);
    let get = move || meeting.get_value();
    let secretary = Memo::new(move |_| state.is_secretary());
    let past = Memo::new(move |_| meeting.with_value(|meeting| state.past(meeting)));
    view! {
        <FocusScreen
            title=state.texts().meetings().notice
            back=Route::Meetings.href()
            back_label=state.texts().shell().back
            action=move || view! { <Answering meeting=get() /> }
        >
            <Head meeting=get() />
            <PlanBanner plan=get().plan />
            <Facts meeting=get() />
            <Show when=move || past.get()>
                <Outcome id=meeting.with_value(|meeting| meeting.id) />
            </Show>
            <Locked id=meeting.with_value(|meeting| meeting.id) />
            <Theme theme=get().theme />
            <Show when=move || secretary.get()>
                <Replies id=meeting.with_value(|meeting| meeting.id) />
                <After id=meeting.with_value(|meeting| meeting.id) />
            </Show>
            <Papers documents=get().documents />
            <Mine meeting=get() />
            <Agenda meeting=get() />
        </FocusScreen>
    }
}

/// What the secretary does once the meeting is over, and every paper of it.
#[component]
fn After(id: ThingId) -> impl IntoView {
    let texts = use_state().texts();
    let links = [
        (Route::Assign(id), "tasks", texts.meetings().assign, None),
        (Route::Close(id), "check-circle", texts.closing().title, None),
        (Route::Dossier(id), "document", texts.dossier().title, Some(texts.dossier().note)),
    ];
    let link = |(route, icon, words, note): (Route, &'static str, &'static str, Option<&'static str>)| {
        view! {
            <li>
                <a class="row" href=route.href()>
                    <span class="row__lead" data-decor="true">
                        <Icon name=icon />
                    </span>
                    <div class="row__body">
                        <p class="row__title">{words}</p>
                        {note.map(|note| view! { <p class="row__note">{note}</p> })}
                    </div>
                    <span class="row__end">
                        <Icon name="chevron" />
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <div class="sheet">
            <ul class="rows">{links.map(link).collect_view()}</ul>
        </div>
    }
}
