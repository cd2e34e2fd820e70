//! Putting a member off the list, with the reason, and those who were put off.

use crate::domain::id::MemberId;
use crate::domain::member::{Activity, Departure, Member};
use crate::state::{Notice, use_state};
use crate::sync::Memory;
use crate::ui::{Arrival, CommandButton, Icon, Select};
use leptos::prelude::*;

/// Behind the form of a member who is no secretary: asks why, then does it. `on_done` hears of it.
#[component]
pub fn PutOff(member: MemberId, #[prop(into)] on_done: Callback<()>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().members();
    let secretary = Memo::new(move |_| state.with(|memory| memory.is_secretary(member)).unwrap_or(true));
    let asked = RwSignal::new(false);
    let reason = RwSignal::new(0usize);
    let busy = RwSignal::new(false);
    let reasons =
        move || Departure::ALL.map(|why| (state.texts().nouns().activity)(Activity::Left(why))).to_vec();
    let on_put_off = move || {
        let departure = Departure::ALL[reason.get_untracked()];
        busy.set(true);
        state.run(
            move |handbook| async move { handbook.put_off(member, departure).await },
            move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(()) => on_done.run(()),
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    view! {
        <Show when=move || !secretary.get()>
            <Show
                when=move || asked.get()
                fallback=move || {
                    view! {
                        <button
                            class="button"
                            data-kind="quiet"
                            type="button"
                            on:click=move |_| asked.set(true)
                        >
                            {texts.put_off}
                        </button>
                    }
                }
            >
                <section class="stack" aria-labelledby="put-off">
                    <Arrival>
                        <h3 id="put-off">{texts.put_off}</h3>
                    </Arrival>
                    <p role="status">{texts.put_off_text}</p>
                    <Select
                        id="put-off-reason"
                        label=texts.put_off_reason
                        options=Signal::derive(reasons)
                        chosen=reason
                    />
                    <CommandButton
                        label=texts.put_off
                        icon="stop"
                        kind="danger"
                        busy
                        on_press=on_put_off
                    />
                </section>
            </Show>
        </Show>
    }
}

/// Who was put off, each with a way back.
#[component]
pub fn Left() -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let left = Memo::new(move |_| {
        let left = |memory: &Memory| {
            let roster = memory.fold().roster()?;
            Some(roster.sorted(|member| !member.listed()).into_iter().cloned().collect::<Vec<_>>())
        };
        state.with(left).flatten().unwrap_or_default()
    });
    let row = move |member: Member| {
        let reason = (texts.nouns().activity)(member.activity);
        let name = member.name.to_string();
        let spoken = [texts.members().put_back, ": ", &name].concat();
        let busy = RwSignal::new(false);
        let on_back = move || {
            let member = Member { activity: Activity::Here, ..member.clone() };
            busy.set(true);
            state.run(
                move |handbook| async move { handbook.enter_member(member).await },
                move |outcome| {
                    busy.try_set(false);
                    if let Err(fault) = outcome {
                        state.say(Notice::Fault(fault));
                    }
                },
            );
        };
        view! {
            <li class="row" data-align="start">
                <div class="row__body">
                    <p class="row__title">{name}</p>
                    <p class="row__note">{reason}</p>
                    <div class="row__actions">
                        <CommandButton
                            label=texts.members().put_back
                            spoken=spoken
                            busy
                            on_press=on_back
                        />
                    </div>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || left.with(|left| !left.is_empty())>
            <details class="sheet" data-pad="true">
                <summary class="split">
                    <span class="strong-note">{move || (texts.members().left)(left.with(Vec::len))}</span>
                    <Icon name="chevron-down" />
                </summary>
                <ul class="rows">{move || left.get().into_iter().map(row).collect_view()}</ul>
            </details>
        </Show>
    }
}
