//! What became of a check-in. "Đã ghi có mặt" is said only once the secretary's roll call says so.

use super::Presence;
use crate::app::routes::Route;
use crate::domain::meeting::Meeting;
use crate::exchange::outbox::Stage;
use crate::exchange::qr::{Kind, Message};
use crate::pages::film::Film;
use crate::pages::track::stage_of;
use crate::pages::words;
use crate::state::{Connection, State, use_state};
use crate::ui::{ActionBar, Arrival, FocusScreen, Icon};
use leptos::prelude::*;

/// The member is counted, or the code is on its way to be compared.
#[component]
pub(super) fn Told(notice: Meeting, presence: Presence) -> impl IntoView {
    let state = use_state();
    let meeting = notice.id;
    let day = notice.starts.day;
    let time = presence.at.map(|at| at.wall().time.to_hm());
    let here = presence.record.is_some();
    let listed = presence.listed;
    let (icon, mark) = if listed { ("check", "counted") } else { ("clock", "awaited") };
    let stage = stage_memo(state, &presence);
    let title = move || {
        let texts = state.texts().check_in();
        match stage.get() {
            _ if listed => texts.done,
            Some(Stage::Waiting | Stage::Copied) => texts.kept,
            _ => texts.awaited,
        }
    };
    let action = move || {
        view! {
            <ActionBar>
                <a
                    class="button action-bar__grow"
                    data-kind="primary"
                    href=Route::Meeting(meeting).href()
                >
                    {state.texts().check_in().open_meeting}
                </a>
            </ActionBar>
        }
    };
    view! {
        <FocusScreen
            title=state.texts().check_in().title
            sub=(state.texts().check_in().of_day)(&day.to_dmy())
            back=Route::Meeting(meeting).href()
            back_label=state.texts().shell().back
            action
        >
            <section class="done" role="status">
                <span class="done__mark" data-state=mark>
                    <Icon name=icon />
                </span>
                <Arrival>
                    <h2 class="done__title">{title}</h2>
                </Arrival>
                {time.map(|time| view! { <p class="done__time">{time}</p> })}
                <p>
                    {words::long_day(state.texts(), day)} <br />
                    {notice.place.as_str().to_owned()}
                </p>
            </section>
            <div class="sheet">
                <div class="rows">
                    <Show when=move || here>
                        <StateRow
                            tone="ok"
                            icon="saved"
                            title=state.texts().check_in().done_saved
                        />
                    </Show>
                    <WayRow presence=presence.clone() />
                </div>
            </div>
            <Answer presence />
        </FocusScreen>
    }
}

/// How far the own check-in is on its way.
fn stage_memo(state: State, presence: &Presence) -> Memo<Option<Stage>> {
    let record = presence.record.as_ref().map(|(id, _)| *id);
    Memo::new(move |_| record.and_then(|record| stage_of(state, record)))
}

#[component]
fn StateRow(
    tone: &'static str,
    icon: &'static str,
    title: &'static str,
    #[prop(optional, into)] note: &'static str,
) -> impl IntoView {
    view! {
        <div class="row">
            <span class="row__lead" data-tone=tone>
                <Icon name=icon />
            </span>
            <div class="row__body">
                <p class="row__title">{title}</p>
                {(!note.is_empty()).then(|| view! { <p class="row__note">{note}</p> })}
            </div>
        </div>
    }
}

/// How far the check-in is on its way to the secretary.
#[component]
fn WayRow(presence: Presence) -> impl IntoView {
    let state = use_state();
    let stage = stage_memo(state, &presence);
    let secretary = Memo::new(move |_| state.is_secretary());
    let facts = move || {
        let texts = state.texts().check_in();
        match stage.get() {
            _ if presence.listed => Some(("ok", "received", texts.done_listed, "")),
            Some(Stage::Received) => Some(("ok", "received", texts.done_received, texts.done_received_note)),
            Some(Stage::Sent) => Some(("wait", "send", texts.done_sent, texts.done_waiting_note)),
            Some(Stage::Copied) => {
                Some(("wait", "document", state.texts().exchange().copied, texts.done_waiting_note))
            }
            Some(Stage::Waiting) => Some(("wait", "outbox", texts.done_waiting, texts.done_waiting_note)),
            None if secretary.get() => Some(("ok", "hand", texts.done_own, "")),
            None => None,
        }
    };
    view! {
        <div role="status">
            {move || {
                facts()
                    .map(|(tone, icon, title, note)| {
                        view! {
                            <StateRow
                                tone
                                icon
                                title=title
                                note=note
                            />
                        }
                    })
            }}
        </div>
    }
}

/// The second way: the answer as a code, shown at once where there is no network.
#[component]
fn Answer(presence: Presence) -> impl IntoView {
    let state = use_state();
    let Some((record, bytes)) = presence.record else {
        return ().into_any();
    };
    let open = Memo::new(move |_| {
        matches!(stage_of(state, record), Some(Stage::Waiting | Stage::Copied | Stage::Sent))
            && !presence.listed
    });
    let no_hosting = state.with(|memory| memory.identity().hosting(memory.fold()).is_none()).unwrap_or(false);
    let shown = RwSignal::new(no_hosting || state.connection() == Connection::Offline);
    let film = move || {
        let bytes = bytes.clone();
        view! {
            <Film
                message=Message { kind: Kind::CheckInAnswer, bytes }
                label=state.texts().check_in().answer_code
            />
        }
    };
    let film = StoredValue::new(film);
    view! {
        <Show when=move || open.get()>
            <section class="section" aria-labelledby="answer">
                <h2 class="section__title" id="answer">
                    {state.texts().check_in().answer}
                </h2>
                <div class="pass">
                    <p class="note">{state.texts().check_in().answer_note}</p>
                    <Show
                        when=move || shown.get()
                        fallback=move || {
                            view! {
                                <button class="button" type="button" on:click=move |_| shown.set(true)>
                                    <Icon name="qr" />
                                    {state.texts().check_in().answer_show}
                                </button>
                            }
                        }
                    >
                        {film.with_value(|film| film())}
                    </Show>
                </div>
            </section>
        </Show>
    }
    .into_any()
}
