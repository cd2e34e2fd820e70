//! Trao đổi: what is on its way, and every way it can travel.

mod bundles;
mod outbox;
mod receive;
mod ways;

use crate::app::routes::Route;
use crate::pages::words;
use crate::state::{Connection, State, use_state};
use crate::sync::{Arrival, Fault, Travel};
use crate::ui::{ActionBar, Banner, FocusScreen, Icon, Tag, Tone};
use bundles::{OutgoingDialog, Packing};
use leptos::prelude::*;
use outbox::Outbox;
use receive::ReceiveDialog;
use ways::Ways;

/// Whether the network is any use.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Online,
    Offline,
    NoHosting,
    Busy,
}

/// What came of something done by hand: how it went, in a sentence.
type Outcome = (Tone, String);

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    /// What the last thing that was done by hand has brought.
    outcome: RwSignal<Option<Outcome>>,
    receiving: RwSignal<bool>,
    packing: Packing,
    line: Memo<Line>,
    secretary: Memo<bool>,
}

impl Desk {
    fn new(state: State) -> Self {
        let hosted = Memo::new(move |_| {
            state.with(|memory| memory.identity().hosting(memory.fold()).is_some()).unwrap_or(false)
        });
        let line = Memo::new(move |_| match state.connection() {
            _ if !hosted.get() => Line::NoHosting,
            _ if state.travelling() => Line::Busy,
            Connection::Offline => Line::Offline,
            Connection::Online => Line::Online,
        });
        let secretary = Memo::new(move |_| state.is_secretary());
        let packing = Packing::new();
        Self {
            state,
            outcome: RwSignal::new(None),
            receiving: RwSignal::new(false),
            packing,
            line,
            secretary,
        }
    }

    fn say(self, tone: Tone, sentence: String) {
        // The page may have been left in the meantime.
        self.outcome.try_set(Some((tone, sentence)));
    }

    fn say_fault(self, fault: Fault) {
        let tone = if fault.recoverable() { Tone::Neutral } else { Tone::Danger };
        self.say(tone, self.state.sentence(fault).to_owned());
    }

    fn say_arrival(self, mut parts: Vec<String>, arrival: Arrival) {
        let tone = if arrival.outdated || arrival.refused > 0 { Tone::Danger } else { Tone::Ok };
        parts.extend(arrived(self.state, arrival));
        if parts.is_empty() {
            parts.push(self.state.texts().exchange().done_nothing.to_owned());
        }
        self.say(tone, parts.join(" "));
    }

    fn travel(self) {
        self.outcome.set(None);
        self.state.travel_at_once(move |outcome: Result<Travel, Fault>| match outcome {
            Ok(travel) => self.say_arrival(travelled(self.state, &travel), travel.arrival),
            Err(fault) => self.say_fault(fault),
        });
    }
}

/// What came in, in words.
fn arrived(state: State, arrival: Arrival) -> Vec<String> {
    let texts = state.texts().exchange();
    if arrival.outdated {
        return vec![state.texts().faults().outdated.to_owned()];
    }
    let counts = [
        (arrival.facts, texts.done_facts),
        (arrival.mails, texts.done_mails),
        (arrival.aside, texts.done_aside),
        (arrival.confirmed, texts.done_confirmed),
        (arrival.refused, texts.done_refused),
    ];
    counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| words(count)).collect()
}

/// What a round over the network carried out, in words.
fn travelled(state: State, travel: &Travel) -> Vec<String> {
    let texts = state.texts().exchange();
    let mut parts = Vec::new();
    if travel.sent > 0 {
        parts.push((texts.done_sent)(travel.sent));
    }
    if travel.published {
        parts.push(texts.done_published.to_owned());
    }
    parts
}

/// Exchange.
#[component]
pub fn Exchange() -> impl IntoView {
    let state = use_state();
    let desk = Desk::new(state);
    view! {
        <FocusScreen
            title=state.texts().exchange().title
            back=Route::Home.href()
            back_label=state.texts().shell().back
            end=move || view! { <LineTag desk /> }
            action=move || view! { <Actions desk /> }
        >
            <LineNote desk />
            <Unpublished desk />
            <Outbox />
            <Ways desk />
            <ReceiveDialog desk />
            <OutgoingDialog desk />
        </FocusScreen>
    }
}

#[component]
fn LineTag(desk: Desk) -> impl IntoView {
    let state = use_state();
    move || {
        let texts = state.texts().exchange();
        let (tone, icon, words) = match desk.line.get() {
            Line::Online => (Tone::Ok, "wifi", texts.online),
            Line::Offline => (Tone::Neutral, "wifi-off", texts.offline),
            Line::NoHosting => (Tone::Neutral, "wifi-off", texts.no_hosting),
            Line::Busy => (Tone::Wait, "sync", texts.travelling),
        };
        view! { <Tag tone icon bare=true words=words.to_owned() /> }
    }
}

/// When the branch was last heard of, and what offline means.
#[component]
fn LineNote(desk: Desk) -> impl IntoView {
    let state = use_state();
    let heard = Memo::new(move |_| {
        let now = state.now();
        state
            .with(|memory| {
                let head = memory.head()?;
                Some((head.at.wall(), head.expires < now))
            })
            .flatten()
    });
    let last = move || {
        let texts = state.texts().exchange();
        match heard.get() {
            None if desk.secretary.get() => None,
            None => Some(texts.never_updated.to_owned()),
            Some((made, true)) => Some((texts.stale)(&made.day.to_dmy())),
            Some((made, false)) => Some((texts.updated)(&words::moment(state.texts(), made))),
        }
    };
    let advice = move || {
        let texts = state.texts().exchange();
        match desk.line.get() {
            Line::Offline => Some(texts.offline_text),
            Line::NoHosting => Some(texts.no_hosting_text),
            Line::Online | Line::Busy => None,
        }
    };
    view! {
        <div class="stack" data-gap="tight">
            {move || last().map(|words| view! { <p class="note">{words}</p> })}
            {move || advice().map(|words| view! { <p class="note">{words}</p> })}
        </div>
    }
}

/// For the secretary: what members do not see yet.
#[component]
fn Unpublished(desk: Desk) -> impl IntoView {
    let state = use_state();
    let open = Memo::new(move |_| {
        desk.secretary.get() && state.with(crate::sync::Memory::unpublished).unwrap_or(false)
    });
    let hosted = move || desk.line.get() != Line::NoHosting;
    let text = move || {
        let texts = state.texts().exchange();
        if hosted() { texts.unpublished_text } else { texts.unpublished_no_hosting }.to_owned()
    };
    view! {
        <Show when=move || open.get()>
            <Banner
                tone=Tone::Wait
                icon="outbox"
                title=state.texts().exchange().unpublished
                text=Signal::derive(text)
            />
        </Show>
    }
}

/// What came of it, beside the buttons: they stay in sight wherever the page is scrolled to.
#[component]
fn Said(desk: Desk) -> impl IntoView {
    let close = use_state().texts().shell().close;
    let said = move |(tone, words): Outcome| {
        let icon = match tone {
            Tone::Ok => "check-circle",
            Tone::Wait => "sync",
            Tone::Warn | Tone::Danger => "warning",
            Tone::Brand | Tone::Neutral => "info",
        };
        view! {
            <div class="banner" data-tone=tone.name()>
                <Icon name=icon />
                <p class="banner__body banner__title">{words}</p>
                <button
                    class="icon-button banner__close"
                    type="button"
                    aria-label=close
                    on:click=move |_| desk.outcome.set(None)
                >
                    <Icon name="cross" />
                </button>
            </div>
        }
    };
    view! {
        <div class="action-bar__said" role="status">
            {move || desk.outcome.get().map(said)}
        </div>
    }
}

#[component]
fn Actions(desk: Desk) -> impl IntoView {
    let state = use_state();
    let unpublished = move || state.with(crate::sync::Memory::unpublished).unwrap_or(false);
    let label = move || {
        let texts = state.texts().exchange();
        match state.waiting() {
            _ if desk.secretary.get() && unpublished() => texts.publish.to_owned(),
            count if count > 0 && !desk.secretary.get() => (texts.send_count)(count),
            _ => texts.update_now.to_owned(),
        }
    };
    view! {
        <ActionBar>
            <Said desk />
            <button
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| desk.receiving.set(true)
            >
                <Icon name="download" />
                {state.texts().exchange().take}
            </button>
            <Show
                when=move || desk.line.get() != Line::NoHosting
                fallback=move || {
                    view! {
                        <button
                            class="button action-bar__grow"
                            data-kind="primary"
                            type="button"
                            on:click=move |_| bundles::save(desk)
                        >
                            <Icon name="document" />
                            {state.texts().exchange().export}
                        </button>
                    }
                }
            >
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    aria-disabled=move || (desk.line.get() == Line::Busy).then_some("true")
                    on:click=move |_| desk.travel()
                >
                    <Icon name="outbox" />
                    {label}
                </button>
            </Show>
        </ActionBar>
    }
}
