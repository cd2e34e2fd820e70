//! Devices that ask to be listed: six digits to compare, whose each is, and the buttons that list or dismiss it.

use crate::domain::id::{MemberId, RecordId};
use crate::domain::member::Member;
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::sync::{Memory, Newcomer};
use crate::ui::{Banner, CommandButton, Select, Tone};
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

/// Requests that wait, and what has become of the last one that does not.
#[component]
pub fn Newcomers(
    /// The requests.
    newcomers: Memo<Vec<Newcomer>>,
) -> impl IntoView {
    let state = use_state();
    let admitted = RwSignal::new(String::new());
    let dismissed: RwSignal<Option<RecordId>> = RwSignal::new(None);
    let on_dismiss = move |request: RecordId| {
        state.run_or_say(
            move |handbook| async move { handbook.dismiss(request).await },
            // The page may be closed by now.
            move |()| {
                dismissed.try_set(Some(request));
            },
        );
    };
    let on_undo = move || {
        if let Some(request) = dismissed.get_untracked() {
            dismissed.set(None);
            state.run_or_say(move |handbook| async move { handbook.recall(request).await }, |()| ());
        }
    };
    let card = move |newcomer| {
        let on_admit = move |name| drop(admitted.try_set(name));
        view! { <NewcomerCard newcomer on_admit on_dismiss=Callback::from(on_dismiss) /> }
    };
    view! {
        <div role="status">
            <Show when=move || admitted.with(|name| !name.is_empty())>
                <Banner
                    tone=Tone::Ok
                    icon="check-circle"
                    title=Signal::derive(move || (state.texts().inbox().admitted)(&admitted.get()))
                />
            </Show>
            <Show when=move || dismissed.with(Option::is_some)>
                <Banner
                    tone=Tone::Neutral
                    icon="person"
                    title=state.texts().inbox().dismissed
                >
                    <CommandButton
                        label=state.texts().shell().undo
                        on_press=on_undo
                    />
                </Banner>
            </Show>
        </div>
        {move || newcomers.get().into_iter().map(card).collect_view()}
    }
}

/// One request.
#[component]
pub fn NewcomerCard(
    /// Its request.
    newcomer: Newcomer,
    /// Called once the device is listed.
    on_admit: impl Fn(String) + Copy + Send + Sync + 'static,
    /// Called when the request is nobody's of the branch; without it nobody is asked.
    #[prop(optional)]
    on_dismiss: Option<Callback<(RecordId,)>>,
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
    let request = newcomer.record;
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
                {on_dismiss
                    .map(|on_dismiss| {
                        view! {
                            <CommandButton
                                label=state.texts().inbox().dismiss
                                kind="quiet"
                                busy
                                on_press=move || on_dismiss.run((request,))
                            />
                        }
                    })}
            </div>
        </article>
    }
}
