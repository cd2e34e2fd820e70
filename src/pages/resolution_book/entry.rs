//! One line of the book: number, title, when and how it was adopted, what was reached.

use super::{Adopted, Line};
use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// One line.
#[component]
pub(super) fn EntryRow(line: Line) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().resolution_book();
    let day = line.day.to_dmy();
    let (when, votes, route) = match line.adopted {
        Adopted::By(votes) => {
            let votes = votes.map(|(favour, voters)| (texts.in_favour)(favour, voters));
            ((texts.adopted_on)(&day), votes, Route::Resolution(line.meeting))
        }
        Adopted::NotLocked => ((texts.held_on)(&day), None, Route::Resolution(line.meeting)),
        Adopted::ComesUp => ((texts.comes_up)(&day), None, Route::Meeting(line.meeting)),
    };
    let number = match line.number {
        Some(number) => view! { {number.to_string()} }.into_any(),
        None => view! { <Icon name="calendar" /> }.into_any(),
    };
    let spoken = line.named.clone().map(|named| view! { <span class="visually-hidden">{named} ". "</span> });
    view! {
        <a class="entry" href=route.href()>
            <span class="entry__number" aria-hidden="true">
                {number}
            </span>
            <div class="entry__body">
                <p class="entry__title">{spoken} {line.title.clone()}</p>
                <p class="entry__meta">{when}</p>
                {votes.map(|votes| view! { <p class="entry__meta">{votes}</p> })}
                <Reached line />
            </div>
        </a>
    }
}

/// How much was reached; that it is not adopted yet.
#[component]
fn Reached(line: Line) -> impl IntoView {
    let texts = use_state().texts().resolution_book();
    let (tone, icon, words) = match (line.adopted, line.reached) {
        (Adopted::ComesUp, _) => (Tone::Wait, "pen", texts.not_adopted.to_owned()),
        (_, (_, 0)) => return ().into_any(),
        (_, (done, of)) if done == of => (Tone::Ok, "check", (texts.reached)(done, of)),
        (_, (done, of)) => (Tone::Wait, "tasks", (texts.reached)(done, of)),
    };
    view! {
        <div class="cluster" data-gap="tight">
            <Tag tone icon words />
        </div>
    }
    .into_any()
}
