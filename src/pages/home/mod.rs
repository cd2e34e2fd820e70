//! Hôm nay: one question answered, what comes next, and one filled button.

mod cover;
mod sections;

use crate::app::routes::Route;
use crate::domain::text::given_name;
use crate::pages::sheet_waits::SheetWaits;
use crate::pages::words;
use crate::record::digest::comparison_digits;
use crate::state::use_state;
use crate::sync::{Fault, Role};
use crate::ui::{Banner, Tone};
use cover::Cover;
use leptos::prelude::*;
use sections::{DueTasks, Outbox, QuickTiles};

/// The first screen.
#[component]
pub fn Home(
    /// On the cover of a secretary: how far the preparation is, likewise.
    #[prop(optional, into)]
    ready: ViewFn,
    /// Below the cover: what only the program with all pages works out.
    #[prop(optional, into)]
    below: ViewFn,
) -> impl IntoView {
    let state = use_state();
    // The next start shows this picture before the program is awake.
    let here = StoredValue::new(());
    Effect::new(move |_| {
        state.with(|_| ());
        state.keep_today(move || here.try_get_value().is_some());
    });
    view! {
        <Greeting />
        <Waiting />
        <SheetWaits />
        <Stale />
        <Cover ready />
        {below.run()}
        <QuickTiles />
        <DueTasks />
        <Outbox />
    }
}

#[component]
fn Greeting() -> impl IntoView {
    let state = use_state();
    let name = move || {
        let texts = state.texts().home();
        let name = state.with(|memory| memory.me().map(|me| words::name_of(memory, me))).flatten();
        match name {
            Some(name) => (texts.greeting)(given_name(&name)),
            None => texts.greeting_new.to_owned(),
        }
    };
    let day = move || {
        let texts = state.texts();
        let day = words::long_day(texts, state.today());
        if state.is_secretary() { [texts.home().secretary, " ", &day].concat() } else { day }
    };
    view! {
        <div class="greeting">
            <h1 class="greeting__name">{name}</h1>
            <p class="greeting__day">{day}</p>
        </div>
    }
}

/// Before the secretary has confirmed this device: what to read out.
#[component]
fn Waiting() -> impl IntoView {
    let state = use_state();
    let digits = Memo::new(move |_| {
        state
            .with(|memory| {
                let waits = memory.role() == Role::Newcomer && memory.fold().charter().is_some();
                let keys = memory.identity().device().keys();
                waits.then(|| comparison_digits(memory.identity().org(), &keys))
            })
            .flatten()
    });
    let no_branch =
        Memo::new(move |_| state.with(|memory| memory.fold().charter().is_none()).unwrap_or(false));
    let revoked = Memo::new(move |_| state.with(|memory| memory.role()) == Some(Role::Revoked));
    move || {
        if revoked.get() {
            let title = state.sentence(Fault::Revoked).to_owned();
            return Some(view! { <Banner tone=Tone::Wait icon="person" title /> }.into_any());
        }
        let texts = state.texts().home();
        if no_branch.get() {
            return Some(
                view! {
                    <Banner
                        tone=Tone::Wait
                        icon="download"
                        title=texts.waiting_for_branch.to_owned()
                        text=texts.waiting_for_branch_text.to_owned()
                    >
                        <a class="button" href=Route::Exchange.href()>
                            {state.texts().exchange().title}
                        </a>
                    </Banner>
                }
                .into_any(),
            );
        }
        digits.get().map(|digits| {
            view! {
                <Banner
                    tone=Tone::Wait
                    icon="person"
                    title=texts.waiting_for_admission.to_owned()
                    text=texts.waiting_for_admission_text.to_owned()
                >
                    <p class="done__time">{words::six_digits(digits)}</p>
                    <a class="button" href=Route::Request.href()>
                        {texts.show_request}
                    </a>
                </Banner>
            }
            .into_any()
        })
    }
}

/// When the last head has expired: since when nothing new has come. Never locks anything.
#[component]
fn Stale() -> impl IntoView {
    let state = use_state();
    let since = Memo::new(move |_| {
        let now = state.now();
        state
            .with(|memory| {
                let head = memory.head().filter(|head| head.expires < now)?;
                Some(head.at.day())
            })
            .flatten()
    });
    move || {
        since.get().map(|day| {
            view! {
                <Banner
                    tone=Tone::Neutral
                    icon="clock"
                    title=(state.texts().home().stale)(&day.to_dmy())
                />
            }
        })
    }
}
