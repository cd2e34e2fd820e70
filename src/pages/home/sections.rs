//! Below the cover: what is often used, what is due, what waits to be sent.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::task::{Due, Task};
use crate::pages::words;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Icon, IconSize, Tag, Tone};
use leptos::prelude::*;

type Tile = (Route, &'static str, &'static str, String);

fn member_tiles(state: State, meeting: Option<ThingId>) -> Vec<Tile> {
    let texts = state.texts();
    let home = texts.home();
    let at = |route: fn(ThingId) -> Route| meeting.map_or(Route::Meetings, route);
    vec![
        (at(Route::Comment), "comment", home.comment, home.comment_note.to_owned()),
        (Route::SelfCriticism, "mirror", home.self_criticism, home.self_criticism_note.to_owned()),
        (at(Route::CheckIn), "scan", home.check_in, home.check_in_note.to_owned()),
        (Route::Tasks, "tasks", texts.shell().tasks, String::new()),
    ]
}

fn secretary_tiles(state: State, meeting: Option<ThingId>) -> Vec<Tile> {
    let home = state.texts().home();
    let members = state.with(|memory| memory.fold().roster().map_or(0, |roster| roster.listed().count()));
    vec![
        (Route::Inbox, "inbox", home.inbox, words::waiting_mail(state.texts(), state.waiting_mail())),
        (
            meeting.map_or(Route::NewMeeting, Route::Run),
            "hand",
            home.roll_call,
            home.roll_call_note.to_owned(),
        ),
        (Route::NewDocument, "document", home.publish, home.publish_note.to_owned()),
        (Route::Members, "people", home.members, (home.members_note)(members.unwrap_or(0))),
    ]
}

/// Four large tiles.
#[component]
pub fn QuickTiles() -> impl IntoView {
    let state = use_state();
    let meeting = move || {
        let now = state.now().wall();
        state.with(|memory| memory.fold().next_meeting(now).map(|meeting| meeting.id)).flatten()
    };
    let secretary = Memo::new(move |_| state.is_secretary());
    let tiles = move || {
        if secretary.get() { secretary_tiles(state, meeting()) } else { member_tiles(state, meeting()) }
    };
    let title = move || {
        let texts = state.texts().home();
        if secretary.get() { texts.quick_secretary } else { texts.quick }
    };
    let tile = |(route, icon, title, note): Tile| {
        view! {
            <a class="tile" href=route.href()>
                <span class="tile__icon">
                    <Icon name=icon size=IconSize::Large />
                </span>
                <span>
                    <span class="tile__title">{title}</span>
                    <span class="tile__note">{note}</span>
                </span>
            </a>
        }
    };
    view! {
        <section class="section" aria-labelledby="quick">
            <h2 class="section__title" id="quick">
                {title}
            </h2>
            <div class="tiles">{move || tiles().into_iter().map(tile).collect_view()}</div>
        </section>
    }
}

/// Tasks whose deadline is near or past.
#[component]
pub fn DueTasks() -> impl IntoView {
    let state = use_state();
    let secretary = Memo::new(move |_| state.is_secretary());
    let due = Memo::new(move |_| {
        let today = state.today();
        state
            .with(|memory| {
                let me = memory.me();
                // The secretary looks after those of the whole branch that are overdue.
                let overdue = |task: &Task| matches!(task.due(today), Due::Overdue(_));
                let mine =
                    |task: &Task| me.is_some_and(|me| task.concerns(me)) || secretary.get() && overdue(task);
                let near = |task: &Task| matches!(task.due(today), Due::Soon(_) | Due::Overdue(0..=30));
                let open = |task: &Task| {
                    memory.fold().outcome(task.id).is_none_or(|outcome| !outcome.progress.closes())
                };
                let tasks = memory.fold().tasks().into_iter().map(|(_, task)| task);
                tasks
                    .filter(|task| mine(task) && near(task) && open(task))
                    .take(3)
                    .cloned()
                    .collect::<Vec<Task>>()
            })
            .unwrap_or_default()
    });
    // The tasks of others stand in the book.
    let list = move || if secretary.get() { Route::ResolutionBook } else { Route::Tasks }.href();
    let row = move |task: Task| {
        let texts = state.texts();
        let due = task.due(state.today());
        let tone = if matches!(due, Due::Overdue(_)) { Tone::Danger } else { Tone::Warn };
        view! {
            <a class="row" data-align="start" href=list()>
                <div class="row__body">
                    <p class="row__title">{task.what.as_str().to_owned()}</p>
                    <p>
                        <Tag tone icon="clock" bare=true words=words::due(texts, due) />
                    </p>
                </div>
                <span class="row__end">
                    <Icon name="chevron" />
                </span>
            </a>
        }
    };
    view! {
        <section class="section" aria-labelledby="due">
            <div class="section__head">
                <h2 class="section__title" id="due">
                    {state.texts().home().due}
                </h2>
                <a class="section__more" href=list>
                    {state.texts().home().all_tasks}
                </a>
            </div>
            <div class="sheet">
                <div class="rows">
                    {move || {
                        let due = due.get();
                        if due.is_empty() {
                            let text = state.texts().home().no_tasks;
                            view! { <p class="row note">{text}</p> }.into_any()
                        } else {
                            due.into_iter().map(row).collect_view().into_any()
                        }
                    }}
                </div>
            </div>
        </section>
    }
}

/// What waits to be sent.
#[component]
pub fn Outbox() -> impl IntoView {
    let state = use_state();
    let waiting = Memo::new(move |_| state.waiting());
    // The request to be listed is none of the member's words.
    let untouched = Memo::new(move |_| {
        let own = |memory: &Memory| memory.outbox().iter().all(|parcel| parcel.kind == Kind::Join);
        state.with(own).unwrap_or(true)
    });
    let title = move || {
        let texts = state.texts().home();
        match waiting.get() {
            0 => texts.outbox_empty.to_owned(),
            count => (texts.outbox_waiting)(count),
        }
    };
    let note = move || {
        let texts = state.texts().home();
        match waiting.get() {
            0 if untouched.get() => texts.outbox_untouched_note,
            0 => texts.outbox_empty_note,
            _ => texts.outbox_note,
        }
    };
    view! {
        <section class="section" aria-labelledby="out">
            <h2 class="section__title" id="out">
                {state.texts().home().outbox}
            </h2>
            <div class="sheet">
                <div class="rows">
                    <a class="row" href=Route::Exchange.href()>
                        <span class="row__lead" data-decor="true">
                            <Icon name="outbox" size=IconSize::Large />
                        </span>
                        <div class="row__body">
                            <p class="row__title">{title}</p>
                            <p class="row__note">{note}</p>
                        </div>
                        <span class="row__end">
                            <Icon name="chevron" />
                        </span>
                    </a>
                </div>
            </div>
        </section>
    }
}
