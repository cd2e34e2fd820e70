//! Phiếu khôi phục: a branch whose secretary has lost every phone is taken over by whoever holds the sheet.

use crate::app::routes::Route;
use crate::domain::id::MemberId;
use crate::exchange::invitation::HostingLink;
use crate::exchange::recovery;
use crate::pages::form::FormField;
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, FocusScreen, Select, TextArea, Tone};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Paper() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().secretaries();
    let groups = FormField::new("");
    let link = FormField::new("");
    let chosen = RwSignal::new(0);
    let done = RwSignal::new(false);
    let members: Memo<Vec<(MemberId, String)>> = Memo::new(move |_| {
        let listed = |memory: &crate::sync::Memory| {
            let own = memory.me();
            let members = memory.fold().roster().map(crate::domain::member::Roster::by_name);
            let members = members.unwrap_or_default().into_iter();
            let possible = members.filter(|member| own.is_none_or(|own| own == member.id));
            possible.map(|member| (member.id, member.name.to_string())).collect()
        };
        state.with(listed).unwrap_or_default()
    });
    let on_take = move |_| {
        let seed = recovery::from_text(&groups.text()).ok_or(texts.bad_groups);
        let member = members.with_untracked(|members| Some(members.get(chosen.get_untracked())?.0));
        let read = Some(link.text()).filter(|text| !text.trim().is_empty());
        let read = read.map(|text| HostingLink::parse(&text)).transpose();
        let read = link.kept(read.map_err(|_| state.texts().founding().bad_hosting));
        if let (Some(seed), Some(read), Some(member)) = (groups.kept(seed), read, member) {
            state.run_or_say(
                move |handbook| async move {
                    handbook.take_over(&seed, member).await?;
                    if let Some(read) = read {
                        handbook.host(read).await?;
                        handbook.open_mail_on_paper(&seed).await?;
                    }
                    Ok(())
                },
                move |()| {
                    groups.value.set(String::new());
                    done.set(true);
                },
            );
        }
    };
    let names = Signal::derive(move || members.get().into_iter().map(|(_, name)| name).collect::<Vec<_>>());
    let action = move || {
        view! {
            <ActionBar>
                {if done.get() {
                    view! {
                        <a class="button action-bar__grow" data-kind="primary" href=Route::Secretaries.href()>
                            {texts.hosting}
                        </a>
                    }
                        .into_any()
                } else {
                    view! {
                        <button
                            class="button action-bar__grow"
                            data-kind="primary"
                            type="button"
                            on:click=on_take
                        >
                            {texts.take_over}
                        </button>
                    }
                        .into_any()
                }}
            </ActionBar>
        }
        .into_any()
    };
    view! {
        <FocusScreen
            title=texts.paper
            back=Route::Me.href()
            back_label=state.texts().shell().back
            action=action
        >
            <Banner tone=Tone::Warn icon="warning" title=texts.paper_note text=texts.paper_lead />
            <TextArea
                id="paper"
                label=texts.groups
                hint=texts.groups_hint
                value=groups.value
                error=groups.error
            />
            <TextArea
                id="hosting"
                label=texts.link
                hint=texts.paper_link_hint
                value=link.value
                error=link.error
            />
            <Select id="whose" label=texts.whose options=names chosen />
            <p role="status">{move || done.get().then_some(texts.taken_over)}</p>
        </FocusScreen>
    }
}
