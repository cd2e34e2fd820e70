//! Sinh hoạt: the month on a calendar, what is coming, what was held.

mod calendar;
mod rows;

use crate::app::routes::Route;
use crate::domain::meeting::Meeting;
use crate::domain::order::sorted;
use crate::pages::score_words;
use crate::record::Kind;
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::{Blank, Icon};
use calendar::Calendar;
use leptos::prelude::*;
use rows::{ComingRow, HeldRow};

/// Held meetings shown at once, and more each time.
const ROWS: usize = 12;

/// All meetings of the branch.
#[component]
pub fn Meetings() -> impl IntoView {
    let state = use_state();
    let secretary = Memo::new(move |_| state.is_secretary());
    let meetings = Memo::new(move |_| {
        let in_order = |a: &Meeting, b: &Meeting| (a.starts, a.id).cmp(&(b.starts, b.id));
        state.with(|memory| sorted(memory.fold().meetings().cloned(), in_order)).unwrap_or_default()
    });
    let none = Memo::new(move |_| meetings.with(|meetings| meetings.is_empty()));
    view! {
        <h1>{state.texts().meetings().title}</h1>
        <Show when=move || secretary.get()>
            <div class="cluster">
                <a class="button" data-kind="primary" href=Route::NewMeeting.href()>
                    <Icon name="plus" />
                    {state.texts().meetings().announce}
                </a>
                <a class="button" href=Route::ResolutionBook.href()>
                    <Icon name="book" />
                    {state.texts().tasks().book}
                </a>
            </div>
        </Show>
        <Calendar meetings />
        <Show when=move || none.get()>
            <Blank
                icon="calendar"
                title=state.texts().meetings().none
                text=state.texts().meetings().none_text
            />
        </Show>
        <Coming meetings />
        <Held meetings />
    }
}

/// The next one first.
#[component]
fn Coming(meetings: Memo<Vec<Meeting>>) -> impl IntoView {
    let state = use_state();
    let coming = Memo::new(move |_| {
        let coming = |meeting: &&Meeting| !state.past(meeting);
        meetings.with(|meetings| meetings.iter().filter(coming).cloned().collect::<Vec<_>>())
    });
    let row = |meeting: Meeting| view! { <li><ComingRow meeting /></li> };
    view! {
        <Show when=move || coming.with(|coming| !coming.is_empty())>
            <section class="section" aria-labelledby="coming">
                <h2 class="section__title" id="coming">
                    {state.texts().meetings().coming}
                </h2>
                <div class="sheet">
                    <ul class="rows">{move || coming.get().into_iter().map(row).collect_view()}</ul>
                </div>
            </section>
        </Show>
    }
}

/// The last one first.
#[component]
fn Held(meetings: Memo<Vec<Meeting>>) -> impl IntoView {
    let state = use_state();
    let rows = RwSignal::new(ROWS);
    state.load(Kind::Score);
    let held = Memo::new(move |_| {
        let now = state.now().wall();
        let scored = |memory: &Memory| {
            let known = memory.regulations();
            let score = |id| score_words::of_meeting(state.texts().score(), memory, &known, id);
            let held = |meetings: &Vec<Meeting>| {
                let held = meetings.iter().rev().filter(|meeting| memory.fold().past(meeting, now));
                held.map(|meeting| (meeting.clone(), score(meeting.id))).collect::<Vec<_>>()
            };
            meetings.with(held)
        };
        state.with(scored).unwrap_or_default()
    });
    let hidden = move || held.with(|held| held.len().saturating_sub(rows.get()));
    let row = |(meeting, score)| view! { <li><HeldRow meeting score /></li> };
    view! {
        <Show when=move || held.with(|held| !held.is_empty())>
            <section class="section" aria-labelledby="held">
                <h2 class="section__title" id="held">
                    {state.texts().meetings().held}
                </h2>
                <div class="sheet">
                    <ul class="rows">
                        {move || held.get().into_iter().take(rows.get()).map(row).collect_view()}
                    </ul>
                </div>
                <Show when=move || hidden() != 0>
                    <button class="button" type="button" on:click=move |_| rows.update(|rows| *rows += ROWS)>
                        {move || (state.texts().meetings().more)(hidden().min(ROWS))}
                    </button>
                </Show>
            </section>
        </Show>
    }
}
