//! Mốc phải giữ: what has to be done by when, on one line of time.

use super::picture::Preparing;
use crate::app::routes::Route;
use crate::domain::deadline::{Deadline, Duty, Standing};
use crate::domain::theme_plan::Quarter;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// The deadlines, and how the quarter stands.
#[component]
pub fn Timeline(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let deadlines =
        Memo::new(move |_| preparing.read(|picture| Some((picture.deadlines, picture.meeting.minutes))));
    let lines = move || {
        deadlines.get().map(|(deadlines, minutes)| {
            deadlines.map(|deadline| view! { <Line deadline minutes /> }).collect_view()
        })
    };
    view! {
        <section class="stack" aria-labelledby="deadlines">
            <h3 id="deadlines">{texts.deadlines}</h3>
            <ol class="sheet" data-pad="true">
                {lines}
            </ol>
            <QuarterLine preparing />
        </section>
    }
}

#[component]
fn Line(deadline: Deadline, minutes: u16) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let done_on = |words: fn(&str) -> String| deadline.done_on.map(|day| words(&day.to_dmy()));
    let (tone, words) = match deadline.standing {
        Standing::Kept => {
            (Tone::Ok, done_on(texts.done_on).or_else(|| Some(texts.nothing_to_send.to_owned())))
        }
        Standing::Late => (Tone::Warn, done_on(texts.late_on)),
        Standing::Ahead => (Tone::Neutral, None),
        Standing::Near if deadline.duty == Duty::Meeting => (Tone::Neutral, None),
        Standing::Near => (Tone::Warn, Some(texts.near.to_owned())),
        Standing::Passed if deadline.duty == Duty::Meeting => (Tone::Neutral, None),
        Standing::Passed => (Tone::Warn, Some(texts.passed.to_owned())),
    };
    let icon = match (tone, deadline.duty) {
        (Tone::Ok, _) => "check",
        (Tone::Warn, _) => "clock",
        (_, Duty::Posting) => "outbox",
        _ => "calendar",
    };
    view! {
        <li class="deadline" data-tone=tone.name()>
            <span class="deadline__mark">
                <Icon name=icon />
            </span>
            <div>
                <p class="deadline__when">{words::moment(state.texts(), deadline.by)}</p>
                <p class="deadline__what">{(texts.duty)(deadline.duty, minutes)}</p>
                {words.map(|words| view! { <p class="deadline__state">{words}</p> })}
            </div>
        </li>
    }
}

/// Whether the quarter of the meeting has a theme.
#[component]
fn QuarterLine(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let tag = move || {
        let day = preparing.read(|picture| Some(picture.meeting.starts.day))?;
        let place = day.quarter() as usize - 1;
        let quarter = state.with(|memory| memory.quarters(day.year()))?[place];
        let (tone, icon) = match quarter {
            Quarter::Held => (Tone::Ok, "check"),
            Quarter::Planned | Quarter::Missing => (Tone::Warn, "star"),
            Quarter::Free => (Tone::Neutral, "star"),
        };
        let name = (texts.quarter)(place);
        let words = [name, ": ", &(texts.quarter_state)(quarter).to_lowercase()].concat();
        Some(view! { <Tag tone icon bare=true words /> })
    };
    view! {
        <a class="sheet row" href=Route::Themes.href()>
            <div class="row__body">
                <p class="row__title">{texts.title}</p>
                <p>{tag}</p>
            </div>
            <span class="row__end">
                <Icon name="chevron" />
            </span>
        </a>
    }
}
