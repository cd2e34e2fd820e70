//! The step that is dealt with: its clock, the time of the whole meeting, and how many have spoken.

use super::hall::Hall;
use crate::domain::meeting::{ItemRole, Meeting};
use crate::domain::text::push_digits;
use crate::state::use_state;
use leptos::prelude::*;

/// `12:40`, minutes and seconds.
fn clock(milliseconds: i64) -> String {
    let seconds = u32::try_from(milliseconds / 1_000).unwrap_or(0);
    let mut words = String::with_capacity(5);
    push_digits(&mut words, seconds / 60, 2);
    words.push(':');
    push_digits(&mut words, seconds % 60, 2);
    words
}

/// A share of a whole as a width.
fn width(part: i64, whole: i64) -> String {
    [&(100 * part / whole.max(1)).clamp(0, 100).to_string(), "%"].concat()
}

/// The card.
#[component]
pub fn NowCard(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let run = hall.run;
    let shown = Memo::new(move |_| hall.shown());
    let place = move || run.with(|run| (texts.place)(shown.get() + 1, run.steps.len()));
    let title = move || {
        run.with(|run| run.steps.get(shown.get()).map(|step| step.item.title.to_string())).unwrap_or_default()
    };
    let elapsed =
        move || run.with(|run| run.steps.get(shown.get()).map_or(0, |step| step.elapsed(hall.run.now.get())));
    let planned = move || {
        let item = run.with(|run| run.steps.get(shown.get()).map(|step| (step.item.role, step.item.minutes)));
        let criticism = run.regulation.with(|regulation| regulation.deadlines.criticism);
        match item {
            Some((ItemRole::Criticism, _)) => {
                (texts.planned_span)(criticism.least_minutes, criticism.most_minutes)
            }
            item => (texts.planned)(item.map_or(0, |(_, minutes)| minutes)),
        }
    };
    let resting = Memo::new(move |_| run.with(|run| run.running().is_none() && run.began().is_some()));
    view! {
        <section class="sheet" data-pad="true" aria-labelledby="now">
            <div class="stack">
                <div>
                    <p class="note">{place}</p>
                    <h2 id="now">{title}</h2>
                </div>
                <div class="clock">
                    <p class="clock__now" role="timer" data-state=move || resting.get().then_some("resting")>
                        {move || clock(elapsed())}
                    </p>
                    <p class="clock__of">{planned}</p>
                    <Show when=move || resting.get() && run.with(|run| run.closed_at.is_none())>
                        <p class="strong-note">{texts.resting}</p>
                    </Show>
                </div>
                <Guards hall />
            </div>
        </section>
    }
}

/// The time of the whole meeting, and how many have spoken.
#[component]
fn Guards(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let run = hall.run;
    let whole = Memo::new(move |_| {
        run.notice.with(|notice| notice.as_ref().map_or(0, |notice: &Meeting| i64::from(notice.minutes)))
    });
    let minutes = Memo::new(move |_| run.minutes().unwrap_or(0));
    let spoke = Memo::new(move |_| {
        let (spoke, there) = run.with(|run| hall.floor.roll.with(|roll| run.participation(roll)));
        (i64::try_from(spoke).unwrap_or(0), i64::try_from(there).unwrap_or(0))
    });
    let of = |part: i64, whole: i64| [&part.to_string(), "/", &whole.to_string()].concat();
    let short = Memo::new(move |_| {
        let members = hall.floor.members.with(Vec::len);
        let themed = run.notice.with(|notice| notice.as_ref().is_some_and(|notice| notice.theme.is_some()));
        let usual = i64::from(run.regulation.with(|regulation| regulation.usual_minutes(themed, members)));
        let last = run.with(|run| run.closed_at.is_some() || run.running() == run.steps.len().checked_sub(1));
        (last && minutes.get() < usual).then_some(usual)
    });
    view! {
        <div class="guards">
            <div class="guard">
                <p class="guard__label">
                    <span>{texts.length}</span>
                    <span class="guard__value">
                        {move || (texts.minutes)(&of(minutes.get(), whole.get()))}
                    </span>
                </p>
                <div class="progress" data-tone="warn" style:--value=move || width(minutes.get(), whole.get())>
                    <div class="progress__fill"></div>
                </div>
            </div>
            <div class="guard">
                <p class="guard__label">
                    <span>{texts.spoke}</span>
                    <span class="guard__value">
                        {move || of(spoke.get().0, spoke.get().1)}
                    </span>
                </p>
                <div class="progress" data-tone="wait" style:--value=move || width(spoke.get().0, spoke.get().1)>
                    <div class="progress__fill"></div>
                </div>
            </div>
            {move || short.get().map(|usual| view! { <p class="note">{(texts.short)(minutes.get(), usual)}</p> })}
        </div>
    }
}
