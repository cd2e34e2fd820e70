//! Mốc sắp đến: what the secretary is told of deadlines before they pass, and what the branch may want to talk about.

use crate::app::routes::Route;
use crate::domain::deadline::{Duty, Standing, Step};
use crate::domain::guard::{Absences, Concern, Matter};
use crate::domain::theme_plan::Quarter;
use crate::pages::unread::Unread;
use crate::pages::words;
use crate::state::{Loadable, State, use_state};
use crate::ui::{Icon, Tag, Tone};
use leptos::prelude::*;

/// So many days before its time something is marked; until then its day says it all.
const NEAR_DAYS: i32 = 7;

/// Nothing for members, and nothing when no deadline is near.
#[component]
pub fn Guarded() -> impl IntoView {
    let state = use_state();
    let secretary = Memo::new(move |_| state.is_secretary());
    view! {
        <Show when=move || secretary.get()>
            <Concerns />
        </Show>
    }
}

/// How far the preparation of the next meeting is, and what comes next.
#[component]
pub fn Readiness() -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let next = move || {
        let now = state.now().wall();
        state.with(|memory| memory.fold().next_meeting(now).map(|meeting| meeting.id)).flatten()
    };
    let meeting = untrack(next);
    let loaded = state.bring_in(move |handbook| async move {
        handbook.load_guarded().await?;
        match meeting {
            Some(meeting) => handbook.load_meeting(meeting).await,
            None => Ok(()),
        }
    });
    let ready = move || loaded.with(|loaded| matches!(loaded, Loadable::Ready));
    let steps = Memo::new(move |_| {
        let course = ready().then(|| state.with(|memory| memory.course(meeting?))).flatten().flatten()?;
        Some((Step::ALL.map(|step| course.is_done(step)), course.next_step()))
    });
    let words = move |done: [bool; 5], next: Step| {
        let next = (texts.prepare().step)(next);
        (texts.guard().ready_of)(done.iter().filter(|done| **done).count(), done.len(), next)
    };
    let pip = |done: bool| {
        let pip = if done { "done" } else { "todo" };
        view! { <span class="pips__pip" data-state=pip></span> }
    };
    move || {
        steps.get().map(|(done, next)| {
            view! {
                <div class="cover__ready">
                    <div class="pips" aria-hidden="true">
                        {done.map(pip).collect_view()}
                    </div>
                    <p>{words(done, next)}</p>
                </div>
            }
        })
    }
}

#[component]
fn Concerns() -> impl IntoView {
    let state = use_state();
    let loaded = state.bring_in(|handbook| async move { handbook.load_guarded().await });
    let ready = move || loaded.with(|loaded| matches!(loaded, Loadable::Ready));
    let concerns = Memo::new(move |_| {
        let now = state.now().wall();
        let found = ready().then(|| state.with(|memory| memory.concerns(now))).flatten();
        found.unwrap_or_default()
    });
    let absences = Memo::new(move |_| {
        let now = state.now().wall();
        let found = ready().then(|| state.with(|memory| memory.absences(now))).flatten();
        found.unwrap_or_default()
    });
    let failed = move || match loaded.get() {
        Loadable::Failed(fault) => Some(view! { <Unread fault /> }),
        Loadable::Loading | Loadable::Ready => None,
    };
    let texts = state.texts().guard();
    view! {
        {failed}
        <Show when=move || concerns.with(|concerns| !concerns.is_empty())>
            <section class="section" aria-labelledby="concerns">
                <h2 class="section__title" id="concerns">
                    {texts.title}
                </h2>
                <ul class="sheet rows">
                    {move || concerns.get().into_iter().map(|concern| view! { <Row concern /> }).collect_view()}
                </ul>
            </section>
        </Show>
        <Show when=move || absences.with(|absences| !absences.is_empty())>
            <section class="section" aria-labelledby="absences">
                <h2 class="section__title" id="absences">
                    {texts.absences}
                </h2>
                <p class="note">{texts.absences_note}</p>
                <ul class="sheet rows">
                    {move || absences.get().into_iter().map(|found| view! { <Absent found /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// Where a concern leads, what it is, and by when.
fn told(state: State, concern: Concern) -> (Route, String, String) {
    let texts = state.texts().guard();
    let by = words::long_day(state.texts(), concern.by);
    match concern.matter {
        Matter::OfMeeting(id, duty) => {
            let title = state.with(|memory| {
                memory.fold().meeting(id).map(|meeting| words::meeting_title(state.texts(), meeting))
            });
            let route = if duty == Duty::Posting { Route::Dossier(id) } else { Route::Prepare(id) };
            let meeting = title.flatten().unwrap_or_default();
            (route, (texts.duty)(duty).to_owned(), (texts.by_meeting)(&by, &meeting))
        }
        Matter::Regular(month) => {
            let late = concern.standing == Standing::Passed;
            let words = if late { texts.regular_late } else { texts.regular };
            (Route::NextNotice, words(month.number()), (texts.by)(&by))
        }
        Matter::Theme(_, quarter) => {
            let planned = quarter == Quarter::Planned;
            let words = if planned { texts.theme_planned } else { texts.no_theme };
            (Route::Themes, words.to_owned(), (texts.by)(&by))
        }
    }
}

#[component]
fn Row(concern: Concern) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().guard();
    let (route, title, note) = told(state, concern);
    let tag = match concern.standing {
        Standing::Passed => Some(texts.passed),
        // In the last month of a quarter its theme is told of, however many days are left.
        Standing::Near if state.today().days_until(concern.by) <= NEAR_DAYS => Some(texts.near),
        _ => None,
    };
    let tag = tag.map(|words| {
        view! {
            <p>
                <Tag tone=Tone::Warn icon="clock" bare=true words />
            </p>
        }
    });
    view! {
        <li>
            <a class="row" href=route.href()>
                <div class="row__body">
                    <p class="row__title">{title}</p>
                    <p class="row__note">{note}</p>
                    {tag}
                </div>
                <span class="row__end">
                    <Icon name="chevron" />
                </span>
            </a>
        </li>
    }
}

#[component]
fn Absent(found: Absences) -> impl IntoView {
    let state = use_state();
    let name = state.with(|memory| words::name_of(memory, found.member)).unwrap_or_default();
    view! {
        <li class="row">
            <div class="row__body">
                <p class="row__title">{(state.texts().nouns().comrade)(&name)}</p>
                <p class="row__note">{(state.texts().guard().absent)(found.times, found.months)}</p>
            </div>
        </li>
    }
}
