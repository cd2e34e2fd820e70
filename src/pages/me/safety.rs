//! An toàn dữ liệu: whether the device keeps the handbook, another device, and where the branch's files lie.

use super::DialogRow;
use super::moving::MoveDialog;
use crate::ports::device::Room;
use crate::record::Kind;
use crate::state::use_state;
use crate::ui::{Icon, IconSize, Tag, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How safe the handbook is here.
#[component]
pub(super) fn Safety() -> impl IntoView {
    let state = use_state();
    let moving = RwSignal::new(false);
    let secretary = Memo::new(move |_| state.is_secretary());
    view! {
        <section class="section" aria-labelledby="safe">
            <h2 class="section__title" id="safe">
                {state.texts().me().safety}
            </h2>
            <div class="sheet">
                <div class="rows">
                    <Storage />
                    <DialogRow
                        icon="phone"
                        title=state.texts().me().move_device
                        note=state.texts().me().move_note
                        open=moving
                    />
                    <Show when=move || secretary.get()>
                        <HostingRow />
                    </Show>
                </div>
            </div>
            <MoveDialog open=moving />
        </section>
    }
}

const GIGABYTE: f64 = 1_073_741_824.0;

/// A number of bytes as people say it. Browsers offer more than a file ever has.
fn size(bytes: f64, words: fn(u32) -> String) -> String {
    // A cast of a float stops at the ends.
    if bytes >= GIGABYTE {
        [&((bytes / GIGABYTE) as u32).to_string(), " GB"].concat()
    } else {
        words(bytes as u32)
    }
}

#[component]
fn Storage() -> impl IntoView {
    let state = use_state();
    let room: RwSignal<Option<Room>> = RwSignal::new(None);
    // The documents are counted by their entries.
    state.load(Kind::Document);
    spawn_local(async move {
        let shell = state.device().shell;
        // Asked again where the answer is shown: a browser may have refused while it hardly knew the app.
        shell.keep_storage().await;
        let found = shell.room().await;
        room.try_set(Some(found));
    });
    view! {
        <div class="row" data-align="start">
            <span class="row__lead" data-decor="true">
                <Icon name="storage" size=IconSize::Large />
            </span>
            <div class="row__body">
                <p class="row__title">{state.texts().me().storage}</p>
                {move || room.get().map(|room| view! { <Health room /> })}
            </div>
        </div>
    }
}

#[component]
fn Health(room: Room) -> impl IntoView {
    let state = use_state();
    let documents = move || (state.saved_bytes() as f64).min(room.used);
    let share = move |bytes: f64| {
        let percent =
            if room.quota > 0.0 { (bytes / room.quota * 100.0).ceil().clamp(0.0, 100.0) } else { 0.0 };
        // A whole number between 0 and 100.
        [&(percent as u32).to_string(), "%"].concat()
    };
    let words = state.texts().nouns().size;
    let used = move || size(room.used, words);
    let free = move || size((room.quota - room.used).max(0.0), words);
    let kept = move || {
        let texts = state.texts().me();
        if room.persisted {
            (Tone::Ok, "shield", texts.persisted)
        } else {
            (Tone::Warn, "warning", texts.not_persisted)
        }
    };
    view! {
        <div class="health" style:--docs=move || share(documents()) style:--mine=move || share(room.used - documents())>
            <div
                class="health__bar"
                role="img"
                aria-label=move || (state.texts().me().room)(&used(), &free())
            >
                <span class="health__part" data-kind="docs"></span>
                <span class="health__part" data-kind="mine"></span>
            </div>
            <div class="health__keys">
                <span class="health__key" data-kind="docs">
                    {move || (state.texts().me().documents)(&size(documents(), words))}
                </span>
                <span class="health__key" data-kind="mine">
                    {move || (state.texts().me().used)(&used())}
                </span>
                <span class="health__key">{move || (state.texts().me().free)(&free())}</span>
            </div>
        </div>
        {move || {
            let (tone, icon, words) = kept();
            view! {
                <p>
                    <Tag tone icon bare=true words=words.to_owned() />
                </p>
            }
        }}
        {(!room.persisted).then(|| view! { <HomeScreen /> })}
    }
}

/// How the device keeps the handbook for good: the browser's own question where it has one, else two steps by hand.
#[component]
fn HomeScreen() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().me();
    let offered = RwSignal::new(state.device().shell.can_install());
    let on_install = move |_| {
        spawn_local(async move {
            let shell = state.device().shell;
            if shell.install().await {
                shell.keep_storage().await;
            }
            offered.try_set(false);
        });
    };
    view! {
        <p class="row__note">{texts.not_persisted_text}</p>
        <Show
            when=move || offered.get()
            fallback=move || {
                let step = |words: &'static str| view! { <li>{words}</li> };
                view! { <ol class="steps-list row__note">{texts.home_screen_steps.map(step).collect_view()}</ol> }
            }
        >
            <button class="button" type="button" on:click=on_install>
                <Icon name="plus" />
                {texts.home_screen}
            </button>
        </Show>
    }
}

/// The name of a host alone: how its address is written helps nobody.
fn host(url: &str) -> &str {
    let address = url.split_once("//").map_or(url, |(_, address)| address);
    address.split(['/', ':']).next().unwrap_or(address)
}

#[component]
fn HostingRow() -> impl IntoView {
    let state = use_state();
    let address = move || {
        let hosting = state.with(|memory| {
            memory.identity().hosting(memory.fold()).map(|hosting| host(hosting.base_url.as_str()).to_owned())
        });
        hosting.flatten().unwrap_or_else(|| state.texts().me().hosting_none.to_owned())
    };
    view! {
        <div class="row">
            <span class="row__lead" data-decor="true">
                <Icon name="globe" size=IconSize::Large />
            </span>
            <div class="row__body">
                <p class="row__title">{state.texts().me().hosting}</p>
                <p class="row__note">{address}</p>
            </div>
        </div>
    }
}
