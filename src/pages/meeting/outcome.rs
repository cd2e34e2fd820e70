//! After the meeting: who came, by numbers; the own line; the tasks it assigned.

use crate::app::routes::Route;
use crate::domain::attendance::Tally;
use crate::domain::id::ThingId;
use crate::domain::task::Task;
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// What came of the meeting; nothing before there is anything.
#[component]
pub fn Outcome(id: ThingId) -> impl IntoView {
    let state = use_state();
    let minutes = Memo::new(move |_| {
        let minutes = state.with(|memory| memory.minutes(id));
        minutes.filter(|minutes| !minutes.roll_call.entries().is_empty() || !minutes.tasks.is_empty())
    });
    move || match minutes.get() {
        Some(minutes) => {
            let called = !minutes.roll_call.entries().is_empty();
            view! {
                {called.then(|| view! { <Attendance id /> })}
                <Tasks id tasks=minutes.tasks />
            }
            .into_any()
        }
        None => view! { <p class="note">{state.texts().meetings().was_unknown}</p> }.into_any(),
    }
}

#[component]
fn Attendance(id: ThingId) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let tally = state.with(|memory| Tally::of(&memory.attendance(id))).unwrap_or_default();
    let mine = state.with(|memory| words::own_attendance(texts, memory, id));
    let rate = tally
        .rate_per_mille()
        .map(|rate| (texts.meetings().outcome_rate)(tally.present, tally.expected, rate));
    let excused = (tally.excused > 0).then(|| (texts.meetings().outcome_excused)(tally.excused));
    let absent = (tally.absent > 0).then(|| (texts.meetings().outcome_absent)(tally.absent));
    let others = [excused, absent].into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        <section class="section" aria-labelledby="outcome">
            <h2 class="section__title" id="outcome">
                {texts.meetings().outcome}
            </h2>
            <div class="sheet" data-pad="true">
                <div class="stack" data-gap="snug">
                    <p class="strong-note">{rate}</p>
                    <p class="note">{others}</p>
                    <p>{mine}</p>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Tasks(id: ThingId, tasks: Vec<Task>) -> impl IntoView {
    let state = use_state();
    if tasks.is_empty() {
        return ().into_any();
    }
    let row = |task: Task| {
        view! { <li>{task_row(state, id, &task)}</li> }
    };
    view! {
        <section class="section" aria-labelledby="assigned">
            <h2 class="section__title" id="assigned">
                {state.texts().meetings().tasks}
            </h2>
            <div class="sheet">
                <ul class="rows">{tasks.into_iter().map(row).collect_view()}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn task_row(state: State, meeting: ThingId, task: &Task) -> impl IntoView + use<> {
    let texts = state.texts();
    let names = |memory: &Memory| {
        let names = task.who.iter().map(|who| (texts.nouns().comrade)(&words::name_of(memory, *who)));
        names.collect::<Vec<_>>().join(", ")
    };
    let who = match task.who.is_empty() {
        true => texts.meetings().whole_branch.to_owned(),
        false => state.with(names).unwrap_or_default(),
    };
    let deadline = task.deadline.map(|day| {
        view! { <Tag tone=Tone::Neutral icon="clock" bare=true words=words::long_day(texts, day) /> }
    });
    view! {
        <a class="row" data-align="start" href=Route::Resolution(meeting).href()>
            <div class="row__body">
                <p class="row__title">{task.what.as_str().to_owned()}</p>
                <p class="row__note">{who}</p>
                <p>{deadline}</p>
            </div>
            <span class="row__end">
                <Icon name="chevron" />
            </span>
        </a>
    }
}
