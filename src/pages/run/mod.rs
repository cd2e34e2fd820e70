//! Điều hành: the meeting as it runs, in the secretary's hand: who is there, what is said, what is decided. Every tap
//! shows at once; the store follows.

mod agenda;
mod ballot;
mod content;
mod counting;
mod entry;
mod extras;
mod fees;
mod findings;
mod hall;
mod log;
mod now;
mod opening;
mod panel;
mod progress;
mod remarks;
mod remedies;
mod review;
mod roll_call;
mod speech;
mod speech_dialog;
mod theme;
mod votes;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::{ItemRole, Meeting};
use crate::domain::proceedings::Proceedings;
use crate::state::{Loadable, Run, use_state};
use crate::ui::{Banner, FocusScreen, Segment, Segmented, SegmentedKind, Tag, Tone};
use content::{Content, StepActions};
use counting::Counting;
use hall::{Hall, Part};
use leptos::prelude::*;
use roll_call::{Floor, RollActions, RollCall, ScanCards};
use speech::Speech;
use votes::{VoteActions, Votes};

const PANEL: &str = "run-part";

/// `meeting` as it runs.
#[component]
pub fn RunPage(
    /// Which meeting.
    meeting: ThingId,
    /// The item that is to be put to the vote, where that is asked for.
    #[prop(optional)]
    vote_on: Option<ItemRole>,
) -> impl IntoView {
    let state = use_state();
    state.load_meeting(meeting);
    let run = Run::new(state, meeting);
    let hall = Hall {
        run,
        floor: Floor::new(run),
        speech: Speech::new(run),
        counting: Counting::new(run, vote_on),
        part: RwSignal::new(None),
        looked: RwSignal::new(None),
        undone: RwSignal::new(None),
        ended: RwSignal::new(false),
        locked: Memo::new(move |_| state.with(|memory| memory.closed_at(meeting).is_some()).unwrap_or(false)),
    };
    // The guard goes with the page.
    StoredValue::new_local(state.device().shell.keep_awake());
    let scanning = RwSignal::new(false);
    // Whoever has come for one vote goes back to where it was asked for.
    let back = if vote_on.is_some() { Route::Close(meeting) } else { Route::Meeting(meeting) };
    let chosen = hall.part;
    Effect::new(move |_| {
        if run.loaded.get() != Loadable::Loading && chosen.get_untracked().is_none() {
            // Whoever comes back in the middle goes on there.
            let goes_on = untrack(|| run.with(Proceedings::goes_on));
            chosen.set(Some(match vote_on {
                Some(_) => Part::Votes,
                None if goes_on => Part::Content,
                None => Part::RollCall,
            }));
        }
    });
    view! {
        <Show
            when=move || scanning.get()
            fallback=move || view! { <Screen hall scanning back /> }
        >
            <ScanCards meeting on_close=move || scanning.set(false) />
        </Show>
    }
}

#[component]
fn Screen(hall: Hall, scanning: RwSignal<bool>, back: Route) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let (notice, chosen) = (hall.run.notice, hall.part);
    let day = move || {
        let held_on = |notice: &Meeting| hall.run.with(|run| run.held_on(notice));
        let day = |notice: &Meeting| held_on(notice).to_dmy();
        notice.with(|notice| notice.as_ref().map(day)).unwrap_or_default()
    };
    let items = [
        (Part::RollCall, state.texts().roll_call().title),
        (Part::Content, texts.content),
        (Part::Votes, state.texts().votes().title),
    ];
    let items = items.map(|(value, words)| Segment { value, icon: None, words }).to_vec();
    let content = move |()| chosen.set(Some(Part::Content));
    let panel = move || match chosen.get() {
        None => ().into_any(),
        Some(Part::RollCall) => {
            view! { <Entries hall><RollCall floor=hall.floor on_content=content /></Entries> }.into_any()
        }
        Some(Part::Content) => view! { <Content hall /> }.into_any(),
        Some(Part::Votes) => view! { <Votes hall /> }.into_any(),
    };
    let action = move || match chosen.get() {
        _ if hall.locked.get() => ().into_any(),
        None => ().into_any(),
        Some(Part::RollCall) => view! { <RollActions floor=hall.floor scanning /> }.into_any(),
        Some(Part::Content) => view! { <StepActions hall /> }.into_any(),
        Some(Part::Votes) => view! { <VoteActions hall /> }.into_any(),
    };
    view! {
        <FocusScreen
            title=texts.title
            sub=Signal::derive(day)
            back=back.href()
            back_label=state.texts().shell().back
            wide=true
            flush=true
            end=move || view! { <Pill run=hall.run /> }
            action=action
        >
            <div class="run-tabs">
                <Segmented
                    kind=SegmentedKind::Tabs(PANEL)
                    label=texts.parts
                    items
                    chosen=chosen
                    on_choose=move |part| chosen.set(Some(part))
                />
                <Locked hall />
            </div>
            <div
                class="run-part"
                role="tabpanel"
                id=PANEL
                data-flush=move || (chosen.get() == Some(Part::RollCall)).then_some("true")
            >
                {panel}
            </div>
        </FocusScreen>
    }
}

/// Says that everything is only read, and where the papers are.
#[component]
fn Locked(hall: Hall) -> impl IntoView {
    let texts = use_state().texts();
    view! {
        <Show when=move || hall.locked.get()>
            <Banner tone=Tone::Neutral icon="lock" title=texts.run().locked>
                <a class="button" href=Route::Close(hall.run.meeting).href()>
                    {texts.run().to_locked}
                </a>
            </Banner>
        </Show>
    }
}

/// What can be entered, and is only read once the papers are locked.
#[component]
pub fn Entries(
    /// What is entered.
    hall: Hall,
    /// How its children stand.
    #[prop(optional)]
    class: Option<&'static str>,
    /// What is entered in.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class=class data-gap="loose" disabled=move || hall.locked.get()>
            {children()}
        </fieldset>
    }
}

/// How long it has been going on, or when it begins.
#[component]
fn Pill(run: Run) -> impl IntoView {
    let texts = use_state().texts();
    let minutes = Memo::new(move |_| run.minutes());
    move || match minutes.get() {
        Some(minutes) => {
            let words = (texts.dates().minutes)(u32::try_from(minutes).unwrap_or(u32::MAX));
            view! { <Tag tone=Tone::Brand icon="timer" words /> }
        }
        None => {
            let start = |meeting: &Meeting| (texts.run().starts)(&meeting.starts.time.to_hm());
            let words = run.notice.with(|notice| notice.as_ref().map(start)).unwrap_or_default();
            view! { <Tag tone=Tone::Wait icon="timer" words /> }
        }
    }
}
