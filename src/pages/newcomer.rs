//! A device that asks to be listed: six digits to compare, whose it is, and the button that lists it.

use crate::domain::id::MemberId;
use crate::domain::member::Member;
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::sync::{Memory, Newcomer};
use crate::ui::{CommandButton, Select};
use leptos::prelude::*;

fn roster(state: State) -> Vec<(MemberId, String)> {
    let listed = |memory: &Memory| {
        let by_name = memory.fold().roster().map(|roster| {
            let named = |member: &Member| (member.id, member.name.to_string());
            roster.by_name().into_iter().map(named).collect()
        });
        by_name.unwrap_or_default()
    };
    state.with(listed).unwrap_or_default()
}

/// One request.
#[component]
pub fn NewcomerCard(
    /// Its request.
    newcomer: Newcomer,
    /// Called once the device is listed.
    on_admit: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let people = Memo::new(move |_| roster(state));
    let chosen = RwSignal::new(0usize);
    let invited = newcomer.invited;
    let options = Signal::derive(move || {
        let nobody = state.texts().inbox().choose_member.to_owned();
        std::iter::once(nobody).chain(people.get().into_iter().map(|(_, name)| name)).collect::<Vec<_>>()
    });
    let member = move || {
        let picked = move || people.with(|people| people.get(chosen.get().checked_sub(1)?).map(|one| one.0));
        invited.or_else(picked)
    };
    let name = newcomer.join.name.as_ref().map(|name| name.to_string());
    let title = move || {
        let known = invited.and_then(|member| state.with(|memory| words::name_of(memory, member)));
        known.or_else(|| name.clone()).unwrap_or_else(|| state.texts().inbox().unknown_person.to_owned())
    };
    let digits = newcomer.digits.to_string();
    let join = newcomer.join;
    let busy = RwSignal::new(false);
    let on_confirm = move || {
        let Some(member) = untrack(member) else {
            return;
        };
        let join = join.clone();
        busy.set(true);
        state.run(
            move |handbook| async move { handbook.admit(&join, member).await },
            move |outcome| {
                // A card that is gone by now has been listed all the same.
                busy.try_set(false);
                match outcome {
                    Ok(()) => {
                        let name = untrack(|| state.with(|memory| words::name_of(memory, member)));
                        on_admit(name.unwrap_or_default());
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    view! {
        <article class="sheet" data-pad="true">
            <div class="stack">
                <h3>{title}</h3>
                <p class="note">{state.texts().inbox().compare}</p>
                <p class="done__time">{words::six_digits(newcomer.digits)}</p>
                <Show when=move || invited.is_none()>
                    <Select
                        id=["whose-", &digits].concat()
                        label=state.texts().inbox().whose
                        options
                        chosen
                    />
                </Show>
                <CommandButton
                    label=state.texts().inbox().confirm
                    icon="check"
                    kind="primary"
                    busy=Signal::derive(move || busy.get() || member().is_none())
                    on_press=on_confirm
                />
            </div>
        </article>
    }
}
