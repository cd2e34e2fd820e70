//! Chi bộ: what the secretary works with, and whether members can see it already.

mod first_steps;
mod publication;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::pages::guard::Guarded;
use crate::pages::sheet_waits::SheetWaits;
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Icon, IconSize};
use first_steps::FirstSteps;
use leptos::prelude::*;
use publication::Publication;

/// The secretary's desk.
#[component]
pub fn Desk() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="page-head">
            <h1>{state.texts().desk().title}</h1>
            <p class="page-head__note">{move || state.branch_name()}</p>
        </div>
        <SheetWaits />
        <FirstSteps />
        <Publication />
        <Guarded />
        <Work />
    }
}

/// A place to go, and how many things wait there.
struct Tile {
    route: Route,
    icon: &'static str,
    title: &'static str,
    note: String,
}

fn next_meeting(state: State) -> Option<ThingId> {
    let now = state.now().wall();
    state.with(|memory| memory.fold().next_meeting(now).map(|meeting| meeting.id)).flatten()
}

fn tiles(state: State) -> Vec<Tile> {
    let texts = state.texts().desk();
    let meeting = next_meeting(state);
    let listed = |memory: &Memory| memory.fold().roster().map_or(0, |roster| roster.listed().count());
    let members = state.with(listed).unwrap_or(0);
    let inbox = words::waiting_mail(state.texts(), state.waiting_mail());
    let tile = |route, icon, title, note: &str| Tile { route, icon, title, note: note.to_owned() };
    let mut tiles = vec![
        tile(Route::Inbox, "inbox", texts.inbox, &inbox),
        tile(Route::Members, "people", texts.members, &(texts.members_note)(members)),
        tile(Route::NewMeeting, "calendar", texts.notice, texts.notice_note),
        tile(Route::NewDocument, "document", texts.document, texts.document_note),
    ];
    if let Some(meeting) = meeting {
        tiles.push(tile(Route::Prepare(meeting), "check-circle", texts.prepare, texts.prepare_note));
        tiles.push(tile(Route::Run(meeting), "hand", texts.roll_call, texts.roll_call_note));
        tiles.push(tile(Route::Assign(meeting), "tasks", texts.assign, texts.assign_note));
    }
    let themes = state.texts().themes();
    tiles.push(tile(Route::Themes, "star", themes.title, themes.note));
    let book = state.texts().tasks().book;
    tiles.push(tile(Route::ResolutionBook, "book", book, state.texts().resolution_book().open_note));
    let devices = state.texts().secretaries();
    tiles.push(tile(Route::Secretaries, "phone", devices.title, devices.note));
    let regulations = state.texts().regulations();
    tiles.push(tile(Route::Regulations, "book", regulations.title, regulations.note));
    tiles.push(tile(Route::Exchange, "sync", texts.exchange, texts.exchange_note));
    tiles
}

#[component]
fn Work() -> impl IntoView {
    let state = use_state();
    let tile = |tile: Tile| {
        view! {
            <li>
                <a class="tile" href=tile.route.href()>
                    <span class="tile__icon">
                        <Icon name=tile.icon size=IconSize::Large />
                    </span>
                    <span>
                        <span class="tile__title">{tile.title}</span>
                        <span class="tile__note">{tile.note}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="work">
            <h2 class="section__title" id="work">
                {state.texts().desk().work}
            </h2>
            <ul class="tiles">
                {move || tiles(state).into_iter().map(tile).collect_view()}
            </ul>
        </section>
    }
}
