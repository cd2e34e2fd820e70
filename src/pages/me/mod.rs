//! Cá nhân: who the member is, how the screen looks, and how safe the handbook is on this device.

mod erase;
mod look;
mod moving;
mod safety;

use crate::app::routes::Route;
use crate::domain::member::Member;
use crate::domain::text::given_name;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Icon, IconSize};
use erase::Erase;
use leptos::prelude::*;
use look::Look;
use safety::Safety;

/// The member's own page.
#[component]
pub fn Me() -> impl IntoView {
    let state = use_state();
    view! {
        <Profile />
        <Mine />
        <Look />
        <Safety />
        <Erase />
        <p class="note centered">{(state.texts().me().version)(env!("CARGO_PKG_VERSION"))}</p>
    }
}

#[component]
fn Profile() -> impl IntoView {
    let state = use_state();
    let member: Memo<Option<Member>> = Memo::new(move |_| {
        state
            .with(|memory| {
                let me = memory.me()?;
                memory.fold().roster().and_then(|roster| roster.member(me)).cloned()
            })
            .flatten()
    });
    let branch = move || state.branch_name();
    let name = move || match member.get() {
        Some(member) => member.name.as_str().to_owned(),
        None => state.texts().me().newcomer.to_owned(),
    };
    let letter = move || {
        let first = member.get().and_then(|member| given_name(member.name.as_str()).chars().next());
        first.map(String::from).unwrap_or_default()
    };
    let standing = move || {
        let texts = state.texts();
        match member.get() {
            Some(member) => {
                [&(texts.nouns().office)(member.office), ". ", &words::standing(texts, &member)].concat()
            }
            None => texts.me().newcomer_note.to_owned(),
        }
    };
    view! {
        <div class="profile">
            <span class="profile__mark" aria-hidden="true">
                {letter}
            </span>
            <div class="profile__who">
                <h1 class="profile__name">{name}</h1>
                <p class="note">{standing} <br /> {branch}</p>
            </div>
        </div>
    }
}

/// What belongs to the member alone.
#[component]
fn Mine() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().me();
    let waiting = move || (state.texts().exchange().outbox_count)(state.waiting());
    view! {
        <section class="section" aria-labelledby="mine">
            <h2 class="section__title" id="mine">
                {texts.mine}
            </h2>
            <div class="sheet">
                <div class="rows">
                    <LinkRow
                        route=Route::SelfCriticism
                        icon="mirror"
                        title=texts.self_criticism
                        note=texts.self_criticism_note
                    />
                    <LinkRow
                        route=Route::Tasks
                        icon="tasks"
                        title=texts.tasks
                        note=texts.tasks_note
                    />
                    <LinkRow
                        route=Route::Exchange
                        icon="swap"
                        title=texts.exchange
                        note=Signal::derive(waiting)
                    />
                    <LinkRow
                        route=Route::Paper
                        icon="shield"
                        title=state.texts().secretaries().paper
                        note=state.texts().secretaries().paper_note
                    />
                </div>
            </div>
        </section>
    }
}

#[component]
fn LinkRow(
    route: Route,
    icon: &'static str,
    title: &'static str,
    #[prop(into)] note: Signal<String>,
) -> impl IntoView {
    view! {
        <a class="row" href=route.href()>
            <RowFace icon title note />
        </a>
    }
}

/// What a row says, whether it is a link or a button.
#[component]
fn RowFace(icon: &'static str, title: &'static str, note: Signal<String>) -> impl IntoView {
    view! {
        <span class="row__lead" data-decor="true">
            <Icon name=icon size=IconSize::Large />
        </span>
        <span class="row__body">
            <span class="row__title">{title}</span>
            <span class="row__note">{note}</span>
        </span>
        <span class="row__end">
            <Icon name="chevron" />
        </span>
    }
}

/// A row that opens a dialog.
#[component]
fn DialogRow(
    icon: &'static str,
    title: &'static str,
    #[prop(into)] note: Signal<String>,
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button class="row" type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
            <RowFace icon title note />
        </button>
    }
}
