//! Máy của bí thư: which devices publish for the branch, and where its files lie.

mod hosting;

use crate::app::routes::Route;
use crate::domain::id::KeyId;
use crate::domain::member::Standing;
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::{FocusScreen, Icon, IconSize, Select};
use hosting::HostingForm;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Secretaries() -> impl IntoView {
    let state = use_state();
    view! {
        <FocusScreen
            title=state.texts().secretaries().title
            back=Route::Desk.href()
            back_label=state.texts().shell().back
        >
            <p>{state.texts().secretaries().lead}</p>
            <Named />
            <Add />
            <HostingForm />
        </FocusScreen>
    }
}

/// A device that the charter names, and whose it is.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    id: KeyId,
    name: Option<String>,
    own: bool,
}

fn named(memory: &Memory) -> Vec<Row> {
    let roster = memory.fold().roster();
    let own = memory.identity().device().id();
    let name = |member| Some(roster?.member(member)?.name.to_string());
    let row = |(id, member): (KeyId, Option<_>)| Row { id, name: member.and_then(name), own: id == own };
    memory.secretaries().into_iter().map(row).collect()
}

#[component]
fn Named() -> impl IntoView {
    let state = use_state();
    let rows = Memo::new(move |_| state.with(named).unwrap_or_default());
    view! {
        <ul class="sheet rows">
            {move || rows.get().into_iter().map(|row| view! { <NamedRow row /> }).collect_view()}
        </ul>
    }
}

#[component]
fn NamedRow(row: Row) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().secretaries();
    let Row { id, name, own } = row;
    let asked = RwSignal::new(false);
    let on_dismiss = move |_| {
        if asked.get_untracked() {
            state.run_or_say(move |handbook| async move { handbook.dismiss_secretary(id).await }, |()| ());
        } else {
            asked.set(true);
        }
    };
    let action = (!own).then(|| {
        view! {
            <p role="status">{move || asked.get().then_some(texts.dismiss_text)}</p>
            <div class="row__actions">
                <button
                    class="button"
                    data-kind=move || asked.get().then_some("danger")
                    type="button"
                    on:click=on_dismiss
                >
                    {texts.dismiss}
                </button>
            </div>
        }
    });
    view! {
        <li class="row" data-align="start">
            <span class="row__lead" data-decor="true">
                <Icon name="phone" size=IconSize::Large />
            </span>
            <div class="row__body">
                <p class="row__title">{name.unwrap_or_else(|| texts.unlisted.to_owned())}</p>
                {own.then(|| view! { <p class="row__note">{texts.own}</p> })}
                {action}
            </div>
        </li>
    }
}

/// Devices of members that could be the secretary's too.
fn others(memory: &Memory, device: fn(&str, usize) -> String) -> Vec<(KeyId, String)> {
    let named = memory.secretaries();
    let members = memory.fold().roster().map(crate::domain::member::Roster::by_name).unwrap_or_default();
    let devices = members.into_iter().flat_map(|member| {
        let numbered = member.devices.iter().enumerate();
        numbered.map(move |(place, one)| (one, device(member.name.as_str(), place + 1)))
    });
    let free = devices
        .filter(|(one, _)| one.standing == Standing::Active && named.iter().all(|(id, _)| *id != one.id));
    free.map(|(one, name)| (one.id, name)).collect()
}

#[component]
fn Add() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().secretaries();
    let chosen = RwSignal::new(0_usize);
    let free = Memo::new(move |_| state.with(|memory| others(memory, texts.device)).unwrap_or_default());
    let options = Signal::derive(move || {
        let names = free.get().into_iter().map(|(_, name)| name);
        std::iter::once(texts.nobody.to_owned()).chain(names).collect::<Vec<_>>()
    });
    let on_add = move |_| {
        let place = chosen.get_untracked().checked_sub(1);
        if let Some(id) = place.and_then(|place| free.with_untracked(|free| Some(free.get(place)?.0))) {
            state.run_or_say(
                move |handbook| async move { handbook.name_secretary(id).await },
                move |()| chosen.set(0),
            );
        }
    };
    view! {
        <Select id="add-secretary" label=texts.choose options chosen />
        <button class="button" type="button" disabled=move || chosen.get() == 0 on:click=on_add>
            <Icon name="plus" />
            {texts.add}
        </button>
    }
}
