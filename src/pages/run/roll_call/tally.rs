//! The numbers: who is here, the attendance rate, and the vote base, each with its own basis.

use super::floor::Floor;
use crate::domain::regulation::Regulation;
use crate::domain::text::number_vi;
use crate::state::use_state;
use crate::ui::{Icon, IconSize, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// The head that stays while the list is scrolled.
#[component]
pub fn TallyHead(floor: Floor) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().roll_call();
    let tally = floor.tally;
    view! {
        <div class="roll-head">
            <div class="tally">
                <Item
                    tone=Tone::Ok
                    icon="check"
                    value=Signal::derive(move || tally.get().present)
                    label=texts.present
                />
                <Item
                    tone=Tone::Warn
                    icon="minus"
                    value=Signal::derive(move || tally.get().excused + tally.get().absent)
                    label=texts.away
                />
                <Item
                    tone=Tone::Neutral
                    icon="shield"
                    value=Signal::derive(move || tally.get().released)
                    label=texts.released
                />
                <Item
                    tone=Tone::Wait
                    icon="help"
                    value=Signal::derive(move || tally.get().unmarked)
                    label=texts.unmarked
                />
            </div>
        </div>
    }
}

/// Below the list: the attendance rate, the filter, the vote base, and the end for whoever cannot mark all.
#[component]
pub fn RollFoot(floor: Floor, finishing: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().roll_call();
    let tally = floor.tally;
    let rate = move || {
        let tally = tally.get();
        let rate = tally.rate_per_mille().map(|rate| number_vi(f64::from(rate) / 10.0, 1));
        (texts.rate)(tally.present, tally.expected, rate.as_deref())
    };
    let some_unmarked = Memo::new(move |_| tally.get().unmarked > 0);
    view! {
        <div class="roll-foot">
            <p class="strong-note" role="status">
                {rate}
            </p>
            <div class="cluster">
                <button
                    class="chip"
                    type="button"
                    aria-pressed=move || floor.only_unmarked.get().to_string()
                    on:click=move |_| floor.only_unmarked.update(|only| *only = !*only)
                >
                    {move || (texts.filter)(tally.get().unmarked)}
                </button>
            </div>
            <VoteBase floor />
            <Show when=move || some_unmarked.get()>
                <button
                    class="button"
                    data-kind="quiet"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| finishing.set(true)
                >
                    {texts.finish}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Item(tone: Tone, icon: &'static str, value: Signal<u16>, label: &'static str) -> impl IntoView {
    view! {
        <div class="tally__item" data-tone=tone.name()>
            <span class="tally__value">
                <Icon name=icon size=IconSize::Small />
                {value}
            </span>
            <span class="tally__label">{label}</span>
        </div>
    }
}

/// The base as a subtraction, and the votes that carry a question.
#[component]
fn VoteBase(floor: Floor) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().roll_call();
    let base = Memo::new(move |_| floor.base());
    let line = move |label: &'static str, value: String, total: bool| {
        view! {
            <p class="base__line" data-total=total.then_some("true")>
                <span>{label}</span>
                <span>{value}</span>
            </p>
        }
    };
    let minus = |value: u16| ["−", &value.to_string()].concat();
    let lines = move || {
        let (base, texts) = (base.get(), texts);
        view! {
            {line(texts.official, base.official.to_string(), false)}
            {line(texts.base_released, minus(base.released), false)}
            {line(texts.suspended, minus(base.suspended), false)}
            {line(texts.voters, base.voters().to_string(), true)}
        }
    };
    let needed = move || {
        let needed = |share| base.get().needed(share).unwrap_or(0);
        let needed = |regulation: &Arc<Regulation>| {
            (texts.needed)(needed(regulation.ordinary), needed(regulation.weighty))
        };
        floor.regulation.with(needed)
    };
    view! {
        <details class="sheet" data-pad="true">
            <summary class="split">
                <span class="strong-note">{move || (texts.base)(base.get().voters())}</span>
                <Icon name="chevron-down" />
            </summary>
            <div class="base">
                <div class="base__why">{lines}</div>
                <p class="note">{needed}</p>
                <p class="note">{texts.base_note}</p>
            </div>
        </details>
    }
}
