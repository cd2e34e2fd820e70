//! The devices of a member, and taking a lost one off.

use crate::domain::id::{KeyId, MemberId};
use crate::domain::member::{Device, Standing};
use crate::state::{Notice, use_state};
use crate::ui::{CommandButton, Icon, IconSize, Tag, Tone};
use leptos::prelude::*;

/// The devices.
#[component]
pub fn Devices(member: MemberId) -> impl IntoView {
    let state = use_state();
    let devices = Memo::new(move |_| {
        let of = |memory: &crate::sync::Memory| {
            memory.fold().roster()?.member(member).map(|member| member.devices.clone())
        };
        state.with(of).flatten().unwrap_or_default()
    });
    let own = move |id: KeyId| {
        untrack(|| state.with(|memory| memory.identity().device().id() == id)).unwrap_or(false)
    };
    view! {
        <Show when=move || devices.with(|devices| !devices.is_empty())>
            <section class="stack" aria-labelledby="devices">
                <h3 id="devices">{state.texts().members().devices_title}</h3>
                <ul class="sheet rows">
                    {move || {
                        let row = |(place, device): (usize, Device)| {
                            let own = own(device.id);
                            view! { <DeviceRow number=place + 1 device own /> }
                        };
                        devices.get().into_iter().enumerate().map(row).collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn DeviceRow(number: usize, device: Device, own: bool) -> impl IntoView {
    let state = use_state();
    let asked = RwSignal::new(false);
    let id = device.id;
    let busy = RwSignal::new(false);
    let revoke = move || {
        busy.set(true);
        state.run(
            move |handbook| async move { handbook.revoke(id).await },
            move |outcome| {
                // The row is gone when it worked.
                busy.try_set(false);
                if let Err(fault) = outcome {
                    state.say(Notice::Fault(fault));
                }
            },
        );
    };
    let texts = state.texts().members();
    let (tone, icon, words) = match device.standing {
        Standing::Active => (Tone::Ok, "check", if own { texts.own_device } else { texts.active }),
        Standing::Revoked => (Tone::Neutral, "minus", texts.revoked),
    };
    let revocable = device.standing == Standing::Active && !own;
    view! {
        <li class="row" data-align="start">
            <span class="row__lead" data-decor="true">
                <Icon name="phone" size=IconSize::Large />
            </span>
            <div class="row__body">
                <p class="row__title">{(texts.device)(number)}</p>
                <p>
                    <Tag tone icon bare=true words=words.to_owned() />
                </p>
                <Show when=move || revocable>
                    <Show
                        when=move || asked.get()
                        fallback=move || {
                            view! {
                                <div class="row__actions">
                                    <button class="button" type="button" on:click=move |_| asked.set(true)>
                                        {state.texts().members().revoke}
                                    </button>
                                </div>
                            }
                        }
                    >
                        <p role="status">{state.texts().members().revoke_text}</p>
                        <div class="row__actions">
                            <CommandButton
                                label=texts.revoke
                                icon="stop"
                                kind="danger"
                                busy
                                on_press=revoke
                            />
                            <button class="button" type="button" on:click=move |_| asked.set(false)>
                                {state.texts().shell().cancel}
                            </button>
                        </div>
                    </Show>
                </Show>
            </div>
        </li>
    }
}
