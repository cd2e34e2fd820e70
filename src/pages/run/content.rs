//! Nội dung: the step that is dealt with, what is said in it, and the order of business.

use super::Entries;
use super::agenda::AgendaList;
use super::extras::Extras;
use super::hall::{Hall, UndoBanner};
use super::log::Log;
use super::now::NowCard;
use super::panel::StepPanel;
use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{ActionBar, Arrival, Banner, Blank, CommandButton, Confirm, Icon, Tone};
use leptos::prelude::*;

/// The content.
#[component]
pub fn Content(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let empty = Memo::new(move |_| hall.run.with(|run| run.steps.is_empty()));
    let shown = Memo::new(move |_| hall.shown());
    move || {
        if empty.get() {
            return view! {
                <Blank
                    icon="tasks"
                    title=texts.no_agenda
                    text=texts.no_agenda_text
                >
                    <a class="button" href=Route::EditMeeting(hall.run.meeting).href()>
                        {texts.edit_agenda}
                    </a>
                </Blank>
            }
            .into_any();
        }
        view! {
            <Closed hall />
            <div class="columns" data-split="main">
                <Entries hall class="stack">
                    <NowCard hall />
                    <UndoBanner hall />
                    {move || view! { <StepPanel hall place=shown.get() /> }}
                    <Log hall />
                </Entries>
                <div class="stack" data-gap="loose">
                    <AgendaList hall />
                    <Show when=move || !hall.locked.get()>
                        {move || view! { <Extras hall place=shown.get() /> }}
                    </Show>
                </div>
            </div>
        }
        .into_any()
    }
}

/// Says that the meeting is over, and what comes next.
#[component]
fn Closed(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let closed = Memo::new(move |_| hall.run.with(|run| run.closed_at));
    let title = move || closed.get().map(|at| (texts.closed_at)(&at.wall().time.to_hm())).unwrap_or_default();
    let undo = move || {
        hall.ended.set(false);
        hall.run.enter(|run| {
            run.reopen();
            Ok(())
        });
    };
    let banner = move || {
        view! {
            <Banner tone=Tone::Ok icon="check-circle" title=Signal::derive(title) text=texts.closed_text>
                <a class="button" href=Route::Close(hall.run.meeting).href()>
                    {texts.to_papers}
                </a>
                <Show when=move || hall.ended.get()>
                    <CommandButton label=state.texts().shell().undo on_press=undo />
                </Show>
            </Banner>
        }
    };
    view! {
        <Show when=move || closed.get().is_some() && !hall.locked.get()>
            {move || {
                // Whoever has just ended it is led here; whoever comes later is not.
                if hall.ended.get_untracked() {
                    view! { <Arrival>{banner()}</Arrival> }.into_any()
                } else {
                    banner().into_any()
                }
            }}
        </Show>
    }
}

/// Where the meeting is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    Ahead,
    Step(usize),
    LastStep,
    Break(usize),
    Over(usize),
    /// There is no order of business.
    Nothing,
}

fn course(hall: Hall) -> Course {
    hall.run.with(|run| match (run.running(), run.current()) {
        _ if run.steps.is_empty() => Course::Nothing,
        (Some(place), _) if place + 1 < run.steps.len() => Course::Step(place),
        (Some(_), _) => Course::LastStep,
        (None, Some(place)) if run.closed_at.is_some() => Course::Over(place),
        (None, Some(place)) => Course::Break(place),
        (None, None) => Course::Ahead,
    })
}

/// Goes on with the step at `place`.
pub fn begin(hall: Hall, place: usize) {
    hall.looked.set(None);
    hall.ended.set(false);
    let now = hall.run.state.now();
    hall.run.enter(move |run| Ok(run.begin(place, now)?));
}

fn close(hall: Hall) {
    let now = hall.run.state.now();
    hall.ended.set(true);
    hall.run.enter(move |run| {
        run.close(now);
        Ok(())
    });
}

/// What would be left open if the meeting ended now, in words.
fn left_open(hall: Hall) -> Option<String> {
    let run = hall.run;
    let planned = run.notice.with(|notice| notice.as_ref().map_or(0, |notice| notice.minutes));
    let left = run.with(|entered| entered.left_open(planned, run.state.now()))?;
    Some((run.state.texts().run().left_open)(left.minutes, planned, left.items))
}

/// The days of the notice and of today, where they differ.
fn other_day(hall: Hall) -> Option<[String; 2]> {
    let today = hall.run.state.today();
    let noticed = hall.run.notice.with(|notice| notice.as_ref().map(|notice| notice.starts.day))?;
    (noticed != today).then(|| [noticed, today].map(|day| day.to_dmy()))
}

/// Asks before the meeting begins on another day than its notice says.
#[component]
fn AskDay(hall: Hall, open: RwSignal<bool>) -> impl IntoView {
    let texts = hall.run.state.texts();
    let days = move || open.get().then(|| untrack(|| other_day(hall))).flatten().unwrap_or_default();
    view! {
        <Confirm
            id="other-day"
            title=Signal::derive(move || (texts.run().today_instead)(&days()[1]))
            text=Signal::derive(move || (texts.run().noticed_on)(&days()[0]))
            verb=texts.run().begin_today
            icon="play"
            open
            cancel_label=texts.shell().cancel
            on_yes=move |()| begin(hall, 0)
        />
    }
}

/// Asks before the meeting ends with something left open.
#[component]
fn AskEnd(hall: Hall, open: RwSignal<bool>) -> impl IntoView {
    let texts = hall.run.state.texts();
    let words = move || open.get().then(|| untrack(|| left_open(hall))).flatten().unwrap_or_default();
    view! {
        <Confirm
            id="end-now"
            title=texts.run().end_now
            text=Signal::derive(words)
            verb=texts.run().end_anyway
            icon="check"
            open
            cancel_label=texts.shell().cancel
            on_yes=move |()| close(hall)
        />
    }
}

/// A break, and on to the next step.
#[component]
pub fn StepActions(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let course = Memo::new(move |_| course(hall));
    let pause = move || {
        let now = state.now();
        hall.run.enter(move |run| {
            run.pause(now);
            Ok(())
        });
    };
    let rest = move || view! { <CommandButton label=texts.pause icon="pause" kind="quiet" on_press=pause /> };
    let (asks_day, asks_end) = (RwSignal::new(false), RwSignal::new(false));
    let on_end = move || {
        if untrack(|| left_open(hall)).is_some() { asks_end.set(true) } else { close(hall) }
    };
    let end = move |kind: &'static str| {
        view! { <CommandButton label=texts.close icon="check" kind grow=kind == "primary" on_press=on_end /> }
    };
    let on_begin = move |place: usize| {
        let ahead = course.get_untracked() == Course::Ahead;
        if ahead && untrack(|| other_day(hall)).is_some() { asks_day.set(true) } else { begin(hall, place) }
    };
    let go_on = move |label: String, place: usize| {
        view! {
            <button
                class="button action-bar__grow"
                data-kind="primary"
                type="button"
                on:click=move |_| on_begin(place)
            >
                {label}
                <Icon name="forward" />
            </button>
        }
    };
    let bar = move || match course.get() {
        Course::Nothing => ().into_any(),
        Course::Ahead => go_on(texts.begin.to_owned(), 0).into_any(),
        Course::Step(place) => view! {
            {rest()}
            {go_on((texts.next)(place + 2), place + 1)}
        }
        .into_any(),
        Course::LastStep => view! {
            {rest()}
            {end("primary")}
        }
        .into_any(),
        Course::Break(place) => view! {
            {end("quiet")}
            {go_on(texts.go_on.to_owned(), place)}
        }
        .into_any(),
        Course::Over(place) => view! {
            <CommandButton label=texts.go_on icon="play" on_press=move || begin(hall, place) />
            <a class="button action-bar__grow" data-kind="primary" href=Route::Close(hall.run.meeting).href()>
                {texts.to_papers}
                <Icon name="forward" />
            </a>
        }
        .into_any(),
    };
    view! {
        <ActionBar>{bar}</ActionBar>
        <AskDay hall open=asks_day />
        <AskEnd hall open=asks_end />
    }
}
