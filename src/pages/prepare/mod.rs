//! Chuẩn bị kỳ sinh hoạt: from the meeting of the bureau to the evening itself, with the one thing to do next.

mod calls;
mod checklist;
mod entries;
mod papers;
mod picture;
mod timeline;

use crate::app::routes::Route;
use crate::domain::deadline::Step;
use crate::domain::id::ThingId;
use crate::domain::meeting::Plan;
use crate::domain::proceedings::DraftState;
use crate::pages::unfinished::Unfinished;
use crate::pages::unread::UnreadPage;
use crate::pages::words;
use crate::state::{Loadable, State, use_state};
use crate::ui::{ActionBar, Banner, CommandButton, FocusScreen, LonePage, Tone};
use calls::Calls;
use checklist::Checklist;
use entries::{Bureau, Draft, Entries};
use leptos::prelude::*;
use papers::{Papers, PapersDue};
use picture::Preparing;
use timeline::Timeline;

/// The preparation of `meeting`.
#[component]
pub fn Prepare(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let loaded = state.bring_in(move |handbook| async move {
        handbook.load_guarded().await?;
        handbook.load_meeting(meeting).await
    });
    let preparing = Preparing::new(state, meeting);
    move || match loaded.get() {
        Loadable::Loading => ().into_any(),
        Loadable::Failed(fault) => view! { <UnreadPage fault /> }.into_any(),
        Loadable::Ready if untrack(|| preparing.known()) => view! { <Known preparing /> }.into_any(),
        Loadable::Ready => view! {
            <LonePage
                icon="calendar"
                title=state.texts().faults().unknown_meeting
                href=Route::Meetings.href()
                link=state.texts().shell().meetings
            />
        }
        .into_any(),
    }
}

#[component]
fn Known(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let entries = Entries::default();
    let day = move || preparing.read(|picture| words::long_day(state.texts(), picture.meeting.starts.day));
    let tasks = Memo::new(move |_| preparing.read(|picture| picture.tasks.clone()));
    // Read by the meeting at its start; whoever prepares it sees to it that somebody can answer.
    let remedies = move || {
        let asked = preparing.read(|picture| picture.remedies.clone())?;
        Some(view! {
            <section class="stack" aria-labelledby="remedies">
                <h2 class="section__title" id="remedies">
                    {state.texts().run().remedies}
                </h2>
                <p class="as-typed">{asked.to_string()}</p>
            </section>
        })
    };
    let plan = Memo::new(move |_| preparing.read(|picture| Some(picture.meeting.plan.clone())));
    let changed = move || {
        let (title, reason) = match plan.get()? {
            Plan::Announced => return None,
            Plan::Postponed(reason) => (state.texts().meetings().postponed, reason),
            Plan::Cancelled(reason) => (texts.not_standing, reason),
        };
        Some(view! { <Banner tone=Tone::Warn icon="warning" title text=reason.as_str().to_owned() /> })
    };
    view! {
        <FocusScreen
            title=texts.title
            sub=Signal::derive(day)
            back=Route::Meeting(preparing.id).href()
            back_label=state.texts().shell().back
            wide=true
            action=move || view! { <NextAction preparing entries /> }
        >
            <Steps preparing />
            <div class="columns" data-split="main">
                <div class="stack" data-gap="loose">
                    <h2>{move || (texts.heading)(preparing.step())}</h2>
                    {changed}
                    <PapersDue preparing />
                    <Checklist preparing entries />
                    <Papers preparing />
                    {remedies}
                    <Unfinished tasks />
                </div>
                <div class="stack" data-gap="loose">
                    <Timeline preparing />
                    <Calls preparing />
                </div>
            </div>
            <Bureau preparing entries />
            <Draft preparing entries />
        </FocusScreen>
    }
}

/// How far it is, as a bar and in words.
#[component]
fn Steps(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let step = Memo::new(move |_| preparing.step());
    let place = move || Step::ALL.iter().position(|one| *one == step.get()).unwrap_or(0);
    let all = Step::ALL.len();
    let mark = move |of: Step| {
        let state = move || match of {
            of if of == step.get() => "now",
            of if preparing.read(|picture| picture.course.is_done(of)) => "done",
            _ => "todo",
        };
        view! { <span class="steps__mark" data-state=state></span> }
    };
    let note = move || match Step::ALL.get(place() + 1) {
        Some(next) => (texts.step_then)(place() + 1, all, (texts.step)(*next)),
        None => (texts.step_of)(place() + 1, all),
    };
    view! {
        <div class="steps">
            <div class="steps__line" role="img" aria-label=move || (texts.step_of)(place() + 1, all)>
                {Step::ALL.map(mark).collect_view()}
            </div>
            <p class="note">{note}</p>
        </div>
    }
}

/// What the button does.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    EnterBureau,
    EnterDraft,
    EnterTheme,
    ChoosePapers,
    MarkSent,
    Run,
}

fn act(preparing: Preparing) -> Act {
    let approved = |state: DraftState| state >= DraftState::Approved;
    preparing
        .read(|picture| {
            let course = &picture.course;
            let act = match course.next_step() {
                Step::Bureau => Act::EnterBureau,
                Step::Content if course.resolution.is_some_and(approved) => Act::EnterTheme,
                Step::Content => Act::EnterDraft,
                Step::Papers if course.papers.is_empty() => Act::ChoosePapers,
                Step::Papers | Step::Notice => Act::MarkSent,
                Step::Ready => Act::Run,
            };
            Some(act)
        })
        .unwrap_or(Act::EnterBureau)
}

#[component]
fn NextAction(preparing: Preparing, entries: Entries) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let act = Memo::new(move |_| act(preparing));
    let nobody = move || preparing.read(|picture| picture.preparation.drafter.is_none());
    let link = |route: Route, words: &'static str| {
        view! {
            <a class="button action-bar__grow" data-kind="primary" href=route.href()>
                {words}
            </a>
        }
        .into_any()
    };
    let command = move |words: &'static str, opens_dialog: bool, press: fn(State, Entries, Preparing)| {
        view! {
            <CommandButton
                label=words
                kind="primary"
                grow=true
                opens_dialog
                busy=entries.saving
                on_press=move || press(state, entries, preparing)
            />
        }
        .into_any()
    };
    let primary = move || match act.get() {
        Act::EnterBureau => {
            command((texts.act)(Step::Bureau), true, |_, entries, of| entries.begin_bureau(of))
        }
        Act::EnterDraft => {
            let words = if nobody() { texts.assign } else { (texts.act)(Step::Content) };
            command(words, true, |_, entries, of| entries.begin_draft(of))
        }
        Act::EnterTheme => {
            command((texts.act)(Step::Content), true, |_, entries, of| entries.begin_theme(of))
        }
        Act::ChoosePapers => link(Route::EditMeeting(preparing.id), texts.choose_papers),
        Act::MarkSent => {
            command((texts.act)(Step::Papers), false, |state, entries, of| entries.mark_sent(state, of))
        }
        Act::Run => link(Route::Run(preparing.id), (texts.act)(Step::Ready)),
    };
    view! {
        <ActionBar>
            <a class="button" href=Route::EditMeeting(preparing.id).href()>
                {(texts.act)(Step::Notice)}
            </a>
            {primary}
        </ActionBar>
    }
}
