//! One member: the name, what is known, and two keys under the thumb.

use super::floor::Floor;
use crate::domain::attendance::{Answer, Entry, Means, State as Attendance};
use crate::domain::member::{Activity, Member, Membership, Office};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::ui::{Icon, IconSize};
use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;

fn look(state: Option<Attendance>) -> &'static str {
    match state {
        None | Some(Attendance::Unmarked) => "none",
        Some(Attendance::Present | Attendance::Late) => "present",
        Some(Attendance::Excused) => "excused",
        Some(Attendance::Absent) => "unexcused",
        Some(
            Attendance::Exempt | Attendance::Elsewhere | Attendance::SpecialDuty | Attendance::Suspended,
        ) => "exempt",
    }
}

/// How the entry came, and when: `quét mã 19:02`.
fn origin(state: State, entry: Entry) -> String {
    let means = (state.texts().nouns().means)(entry.means);
    match entry.at {
        Some(at) => [&means, " ", &at.wall().time.to_hm()].concat(),
        None => means,
    }
}

/// What stands below the name.
fn note(state: State, floor: Floor, member: &Member, entry: Option<Entry>) -> String {
    let texts = state.texts();
    let mut notes = Vec::new();
    if member.office != Office::Member {
        notes.push((texts.nouns().office)(member.office));
    }
    if (member.membership, member.activity) != (Membership::Official, Activity::Here) {
        notes.push(words::standing(texts, member));
    }
    match entry {
        Some(entry) => {
            let stated = (entry.state == Attendance::Excused).then(|| stated_reason(state, floor, member));
            match stated.flatten() {
                Some(reason) => notes.push((texts.roll_call().excused)(&reason)),
                None if entry.state != Attendance::Present => {
                    notes.push((texts.nouns().attendance)(entry.state));
                }
                None => {}
            }
            // A mark without a time says nothing that the state does not.
            if entry.at.is_some() || entry.means != Means::Tick {
                notes.push(origin(state, entry));
            }
        }
        None if floor.unproven.with(|unproven| unproven.contains(&member.id)) => {
            notes.push(texts.roll_call().unproven.to_owned());
        }
        None => notes.extend(reply_note(state, floor, member)),
    }
    notes.join(" · ")
}

/// How somebody who is not marked has answered the notice.
fn reply_note(state: State, floor: Floor, member: &Member) -> Option<String> {
    let texts = state.texts();
    let reply = state.with(|memory| memory.fold().reply(floor.meeting, member.id).cloned()).flatten()?;
    Some(match reply.answer {
        Answer::Attend => texts.roll_call().will_attend.to_owned(),
        Answer::Absent(reason, _) => (texts.roll_call().asked_absent)(&(texts.nouns().reason)(reason)),
    })
}

/// Why a member has asked to be absent.
fn stated_reason(state: State, floor: Floor, member: &Member) -> Option<String> {
    let reply = state.with(|memory| memory.fold().reply(floor.meeting, member.id).cloned()).flatten()?;
    match reply.answer {
        Answer::Attend => None,
        Answer::Absent(reason, _) => Some((state.texts().nouns().reason)(reason).to_lowercase()),
    }
}

/// One row.
#[component]
pub fn RollRow(member: Member, floor: Floor) -> impl IntoView {
    let state = use_state();
    let id = member.id;
    let name = member.name.to_string();
    let group = name.clone();
    let entry = Memo::new(move |_| floor.roll.with(|roll| roll.entry(id).copied()));
    let member = StoredValue::new(member);
    let now = Memo::new(move |_| floor.roll.with(|roll| member.with_value(|member| roll.state(member))));
    let below = Memo::new(move |_| member.with_value(|member| note(state, floor, member, entry.get())));
    let present = move || now.get().is_some_and(Attendance::present);
    let released = move || now.get().is_some_and(Attendance::released);
    let away = move || matches!(now.get(), Some(Attendance::Excused | Attendance::Absent));
    let on_present = move |_| match (entry.get_untracked(), untrack(present)) {
        // The member's own check-in is not a slip of the thumb: what else it should be is asked.
        (Some(entry), true) if entry.means != Means::Tick => floor.choose(id),
        (_, true) => floor.mark(state, id, None),
        (_, false) => floor.mark(state, id, Some(Attendance::Present)),
    };
    let absent_words = move || {
        let texts = state.texts().roll_call();
        match (released(), away()) {
            (true, _) => texts.exempt,
            (false, true) => texts.absent,
            // Whoever comes late is found here as well.
            (false, false) => texts.absent_or_late,
        }
    };
    let present_words = move || {
        let texts = state.texts();
        let late = now.get() == Some(Attendance::Late);
        (texts.nouns().attendance)(if late { Attendance::Late } else { Attendance::Present })
    };
    let key: NodeRef<html::Button> = NodeRef::new();
    Effect::new(move |_| {
        if floor.led.get() == Some(id)
            && let Some(key) = key.get()
        {
            // After a dialog that closes has given the focus back.
            request_animation_frame(move || {
                // It refuses only when it is not in the page.
                key.focus().ok();
            });
        }
    });
    view! {
        <li class="roll__row" data-state=move || look(now.get())>
            <div class="roll__who">
                <p class="roll__name">{name}</p>
                <p class="roll__note">{below}</p>
            </div>
            <div class="roll__keys" role="group" aria-label=group>
                <button
                    class="roll__key"
                    data-mark=move || if released() { "exempt" } else { "absent" }
                    type="button"
                    aria-haspopup="dialog"
                    aria-pressed=move || away().to_string()
                    on:click=move |_| floor.choose(id)
                >
                    {absent_words}
                </button>
                <button
                    class="roll__key"
                    data-mark="present"
                    type="button"
                    node_ref=key
                    aria-pressed=move || present().to_string()
                    on:click=on_present
                >
                    <Show when=present>
                        <Icon name="check" size=IconSize::Small />
                    </Show>
                    {present_words}
                </button>
            </div>
        </li>
    }
}
