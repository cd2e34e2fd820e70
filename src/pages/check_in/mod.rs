//! Điểm danh: three ways to say "I am here", one screen that says how far it is.

mod card;
mod done;
mod scan;
mod spell;

use crate::app::routes::Route;
use crate::domain::check_in::Proof;
use crate::domain::id::{RecordId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::time::Moment;
use crate::pages::unread::UnreadPage;
use crate::pages::words;
use crate::record::{Kind, Record};
use crate::state::{Loadable, State, use_state};
use crate::sync::{Fault, Role};
use crate::ui::{Arrival, Banner, Blank, FocusScreen, Segment, Segmented, SegmentedKind, Tone};
use card::Card;
use done::Told;
use leptos::prelude::*;
use scan::Scan;
use spell::{SendSpelled, Spell};

const PANEL: &str = "way";

/// What is known of the member's presence.
#[derive(Clone, PartialEq)]
struct Presence {
    /// By the clock of the phone that saw it.
    at: Option<Moment>,
    /// The own check-in, where this device made one: the first whose code was not refused.
    record: Option<(RecordId, Vec<u8>)>,
    /// Whether the roll call says so. Before that nobody may rely on it.
    listed: bool,
    /// Whether every check-in so far had a code that was never shown.
    unproven: bool,
}

fn presence(state: State, meeting: ThingId) -> Option<Presence> {
    state
        .with(|memory| {
            let (me, fold) = (memory.me()?, memory.fold());
            let mine = fold.check_ins(meeting).filter(|(member, ..)| *member == me);
            let outbox = memory.outbox();
            let unproven =
                |record: &Record| outbox.iter().any(|parcel| parcel.record == record.id() && parcel.unproven);
            let mine = mine.map(|(_, _, record)| (unproven(record), record));
            let first = mine.min_by_key(|(unproven, record)| (*unproven, record.header().at, record.id()));
            // The secretary's own device need not wait for what it will publish itself.
            let roll_call = match memory.role() {
                Role::Secretary => Some(memory.roll_call(meeting)),
                Role::Member | Role::Revoked | Role::Newcomer => {
                    fold.minutes(meeting).map(|minutes| minutes.roll_call.clone())
                }
            };
            let entry = roll_call.as_ref().and_then(|roll_call| roll_call.entry(me));
            let listed = roll_call.as_ref().is_some_and(|roll_call| roll_call.present(me));
            (listed || first.is_some()).then(|| Presence {
                at: entry.and_then(|entry| entry.at).or(first.map(|(_, record)| record.header().at)),
                record: first.map(|(_, record)| (record.id(), record.bytes().to_vec())),
                listed,
                unproven: !listed && first.is_some_and(|(unproven, _)| unproven),
            })
        })
        .flatten()
}

/// One try to check in.
#[derive(Clone, Copy)]
struct Attempt {
    state: State,
    /// The meeting that is shown; a scanned code says which one it is.
    meeting: RwSignal<ThingId>,
    fault: RwSignal<Option<Fault>>,
    busy: RwSignal<bool>,
}

impl Attempt {
    fn check_in(self, meeting: ThingId, proof: Proof) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.fault.set(None);
        self.state.run(
            move |handbook| async move { handbook.check_in(meeting, proof).await },
            move |outcome| {
                self.busy.try_set(false);
                match outcome {
                    Ok(_) => self.meeting.try_set(meeting).map_or((), drop),
                    Err(fault) => self.fault.try_set(Some(fault)).map_or((), drop),
                }
            },
        );
    }
}

/// Checking in at a meeting.
#[component]
pub fn CheckIn(
    /// Which meeting, unless a scanned code says otherwise.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let attempt = Attempt {
        state,
        meeting: RwSignal::new(meeting),
        fault: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let there = state.load_about(&[Kind::CheckIn], meeting);
    let notice = Memo::new(move |_| {
        let meeting = attempt.meeting.get();
        state.with(|memory| memory.fold().meeting(meeting).cloned()).flatten()
    });
    let present = Memo::new(move |_| presence(state, attempt.meeting.get()));
    let listed = Memo::new(move |_| state.me().is_some());
    move || match (there.get(), notice.get(), present.get()) {
        (Loadable::Failed(fault), ..) => view! { <UnreadPage fault /> }.into_any(),
        (Loadable::Loading, ..) => {
            view! { <main class="app__main" id="main" tabindex="-1" aria-busy="true"></main> }.into_any()
        }
        (Loadable::Ready, None, _) => view! { <Unknown /> }.into_any(),
        (Loadable::Ready, Some(notice), Some(presence)) if !presence.unproven => {
            view! { <Told notice presence /> }.into_any()
        }
        (Loadable::Ready, Some(notice), _) if !notice.stands() => view! { <Cancelled notice /> }.into_any(),
        (Loadable::Ready, Some(notice), tried) if listed.get() => {
            view! { <Ways notice attempt again=tried.is_some() /> }.into_any()
        }
        (Loadable::Ready, Some(notice), _) => view! { <NotListed notice /> }.into_any(),
    }
}

#[component]
fn Unknown() -> impl IntoView {
    let state = use_state();
    view! {
        <Frame back=Route::Meetings>
            <Blank
                icon="calendar"
                title=state.texts().faults().unknown_meeting
            >
                <a class="button" data-kind="primary" href=Route::Meetings.href()>
                    {state.texts().shell().meetings}
                </a>
            </Blank>
        </Frame>
    }
}

#[component]
fn Cancelled(notice: Meeting) -> impl IntoView {
    let state = use_state();
    view! {
        <Frame back=Route::Meeting(notice.id)>
            <Blank
                icon="calendar"
                title=state.texts().check_in().cancelled
            />
        </Frame>
    }
}

#[component]
fn NotListed(notice: Meeting) -> impl IntoView {
    let state = use_state();
    view! {
        <Frame back=Route::Meeting(notice.id)>
            <Banner
                tone=Tone::Wait
                icon="person"
                title=state.texts().faults().not_yet_listed
            >
                <a class="button" href=Route::Request.href()>
                    {state.texts().home().show_request}
                </a>
            </Banner>
        </Frame>
    }
}

/// The frame of what cannot be done.
#[component]
fn Frame(back: Route, children: Children) -> impl IntoView {
    let state = use_state();
    view! {
        <FocusScreen
            title=state.texts().check_in().title
            back=back.href()
            back_label=state.texts().shell().back
        >
            {children()}
        </FocusScreen>
    }
}

/// A way to check in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Scan,
    Card,
    Spell,
}

#[component]
fn Ways(notice: Meeting, attempt: Attempt, again: bool) -> impl IntoView {
    let state = use_state();
    let way = RwSignal::new(Way::Scan);
    // Once: whoever goes back to the camera is told what is wrong with it.
    let blind = RwSignal::new(false);
    let on_blind = Callback::new(move |()| {
        if !blind.get_untracked() {
            blind.set(true);
            way.set(Way::Spell);
        }
    });
    let typed = RwSignal::new(String::new());
    let meeting = notice.id;
    let day = notice.starts.day.to_dmy();
    let items = move || {
        let texts = state.texts().check_in();
        vec![
            Segment { value: Way::Scan, icon: Some("scan"), words: texts.scan },
            Segment { value: Way::Card, icon: Some("card"), words: texts.card },
            Segment { value: Way::Spell, icon: Some("keypad"), words: texts.spell },
        ]
    };
    let on_choose = move |chosen| {
        attempt.fault.set(None);
        way.set(chosen);
    };
    let panel = move || match way.get() {
        Way::Scan => view! { <Scan attempt on_blind /> }.into_any(),
        Way::Card => view! { <Card meeting /> }.into_any(),
        Way::Spell => view! {
            <Show when=move || blind.get()>
                <Arrival>
                    <p class="note">{state.texts().check_in().no_camera}</p>
                </Arrival>
            </Show>
            <Spell attempt meeting typed />
        }
        .into_any(),
    };
    let action =
        move || move || (way.get() == Way::Spell).then(|| view! { <SendSpelled attempt meeting typed /> });
    view! {
        <FocusScreen
            title=state.texts().check_in().title
            sub=(state.texts().check_in().of_day)(&day)
            back=Route::Meeting(meeting).href()
            back_label=state.texts().shell().back
            action
        >
            {again
                .then(|| {
                    view! { <Banner tone=Tone::Warn icon="warning" title=state.texts().check_in().mismatch /> }
                })}
            <p class="note">
                {words::moment(state.texts(), notice.starts)}
            </p>
            <Segmented
                kind=SegmentedKind::Tabs(PANEL)
                label=state.texts().check_in().ways
                items=items()
                chosen=Signal::derive(move || Some(way.get()))
                on_choose
            />
            <div class="stack" role="tabpanel" id=PANEL>
                {panel}
            </div>
        </FocusScreen>
    }
}
