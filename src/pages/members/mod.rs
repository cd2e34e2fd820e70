//! The members of the branch: who they are, which devices speak for them, and how a device comes in.

mod devices;
mod edit;
mod invite;
mod left;
mod many;

pub use invite::Invite;

use crate::app::routes::Route;
use crate::domain::member::{Member, Office, Standing};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::ui::{ActionBar, Blank, FocusScreen, Icon};
use edit::{EditMember, Editing};
use left::Left;
use leptos::prelude::*;
use many::ManyNames;

fn by_name(state: State) -> Vec<Member> {
    let sorted = |memory: &crate::sync::Memory| {
        let roster = memory.fold().roster();
        roster.map(|roster| roster.by_name().into_iter().cloned().collect())
    };
    state.with(sorted).flatten().unwrap_or_default()
}

/// Devices that speak for a member today.
fn active_devices(member: &Member) -> usize {
    member.devices.iter().filter(|device| device.standing == Standing::Active).count()
}

/// The list.
#[component]
pub fn Members() -> impl IntoView {
    let state = use_state();
    let members = Memo::new(move |_| by_name(state));
    let editing = Editing::default();
    let many = RwSignal::new(false);
    let sub = move || (state.texts().members().count)(members.with(Vec::len));
    let action = move || {
        view! {
            <ActionBar>
                <button class="button" type="button" aria-haspopup="dialog" on:click=move |_| many.set(true)>
                    {state.texts().members().many}
                </button>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| editing.begin(state, None)
                >
                    <Icon name="plus" />
                    {state.texts().members().add}
                </button>
            </ActionBar>
        }
    };
    view! {
        <FocusScreen
            title=state.texts().members().title
            sub=Signal::derive(sub)
            back=Route::Desk.href()
            back_label=state.texts().shell().back
            action=action
        >
            <Show when=move || members.with(|members| members.len() < 2)>
                <Blank
                    icon="people"
                    title=state.texts().members().none
                    text=state.texts().members().none_text
                />
            </Show>
            <div class="sheet">
                <ul class="rows">
                    {move || {
                        let row = |member| view! { <MemberRow member editing /> };
                        members.get().into_iter().map(row).collect_view()
                    }}
                </ul>
            </div>
            <Left />
            <EditMember editing />
            <ManyNames open=many />
        </FocusScreen>
    }
}

#[component]
fn MemberRow(member: Member, editing: Editing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let name = member.name.to_string();
    let office = (member.office != Office::Member).then(|| (texts.nouns().office)(member.office));
    let standing: Vec<String> = office.into_iter().chain([words::standing(texts, &member)]).collect();
    let devices = active_devices(&member);
    let invite = if devices == 0 { texts.members().invite } else { texts.members().invite_more };
    let label = move |verb: &str| [verb, ": ", &name].concat();
    let (invite_label, edit_label) = (label(invite), label(texts.members().edit));
    let id = member.id;
    let title = member.name.to_string();
    view! {
        <li class="row" data-align="start">
            <div class="row__body">
                <p class="row__title">{title}</p>
                <p class="row__note">{standing.join(" · ")}</p>
                <p class="row__note">{(texts.members().devices)(devices)}</p>
                <div class="row__actions">
                    <a class="button" href=Route::Invite(id).href() aria-label=invite_label>
                        <Icon name="qr" />
                        {invite}
                    </a>
                    <button
                        class="button"
                        type="button"
                        aria-label=edit_label
                        aria-haspopup="dialog"
                        on:click=move |_| editing.begin(state, Some(member.clone()))
                    >
                        <Icon name="pen" />
                        {texts.members().edit}
                    </button>
                </div>
            </div>
        </li>
    }
}
