//! Nội dung: the step that is dealt with, what is said in it, and the order of business.

use super::agenda::AgendaList;
use super::extras::Extras;
use super::hall::{Hall, UndoBanner};
use super::log::Log;
use super::now::NowCard;
use super::panel::StepPanel;
use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, Blank, CommandButton, Icon, Tone};
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
                <div class="stack" data-gap="loose">
                    <NowCard hall />
                    <UndoBanner hall />
                    {move || view! { <StepPanel hall place=shown.get() /> }}
                    <Log hall />
                </div>
                <div class="stack" data-gap="loose">
                    <AgendaList hall />
                    {move || view! { <Extras hall place=shown.get() /> }}
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
    view! {
        <div role="status">
            <Show when=move || closed.get().is_some()>
                <Banner
                    tone=Tone::Ok
                    icon="check-circle"
                    title=Signal::derive(title)
                    text=texts.closed_text
                />
            </Show>
        </div>
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
    let now = hall.run.state.now();
    hall.run.enter(move |run| Ok(run.begin(place, now)?));
}

fn close(hall: Hall) {
    let now = hall.run.state.now();
    hall.run.enter(move |run| {
        run.close(now);
        Ok(())
    });
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
    let rest = move || view! { <CommandButton label=texts.pause icon="pause" on_press=pause /> };
    let end = move |kind: &'static str| {
        view! { <CommandButton label=texts.close icon="check" kind grow=kind == "primary" on_press=move || close(hall) /> }
    };
    let go_on = move |label: String, place: usize| {
        view! {
            <button
                class="button action-bar__grow"
                data-kind="primary"
                type="button"
                on:click=move |_| begin(hall, place)
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
                {state.texts().closing().title}
                <Icon name="forward" />
            </a>
        }
        .into_any(),
    };
    view! { <ActionBar>{bar}</ActionBar> }
}
