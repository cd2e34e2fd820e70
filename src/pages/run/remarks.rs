//! Biểu dương, nhắc nhở: only the secretary reads them until they are confirmed for the minutes.

use super::hall::{Hall, Undone, name};
use crate::domain::proceedings::{Remark, RemarkKind};
use crate::pages::form::{FormField, read_or_lead};
use crate::state::{Notice, use_state};
use crate::ui::{CommandButton, Icon, Segment, Segmented, SegmentedKind, Select, TextArea};
use leptos::prelude::*;

/// What is entered, and the fields of a new one.
#[component]
pub fn Remarks(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let remarks = Memo::new(move |_| hall.run.with(|run| run.remarks.clone()));
    view! {
        <p class="private">
            <Icon name="lock" />
            <span>{texts.remarks_private}</span>
        </p>
        <Show when=move || remarks.with(|remarks| !remarks.is_empty())>
            <ul class="sheet rows">
                {move || remarks.get().into_iter().map(|remark| view! { <Row hall remark /> }).collect_view()}
            </ul>
        </Show>
        <NewRemark hall />
    }
}

#[component]
fn Row(hall: Hall, remark: Remark) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let who = name(state, remark.member);
    let title = [(texts.remark_kind)(remark.kind), ": ", &who].concat();
    let text = remark.text.to_string();
    let confirmed = remark.in_minutes;
    let state_words = if confirmed { texts.in_minutes } else { texts.only_secretary };
    let turn = if confirmed { texts.keep_private } else { texts.confirm };
    let label = |verb: &str| [verb, ": ", &title].concat();
    let (spoken_turn, spoken_remove) = (label(turn), label(texts.remove));
    let other = Remark { in_minutes: !confirmed, ..remark.clone() };
    let on_turn = move || {
        let other = other.clone();
        hall.run.enter(move |run| Ok(run.put_remark(other.clone())?));
    };
    let on_remove = move || {
        let id = remark.id;
        hall.undone.set(Some(Undone::Remark(remark.clone())));
        hall.run.enter(move |run| {
            run.remarks.retain(|known| known.id != id);
            Ok(())
        });
    };
    view! {
        <li class="task">
            <p class="task__title">{title}</p>
            <p class="as-typed">{text}</p>
            <p class="task__from">{state_words}</p>
            <div class="row__actions">
                <CommandButton label=turn spoken=spoken_turn on_press=on_turn />
                <CommandButton label=texts.remove icon="trash" spoken=spoken_remove on_press=on_remove />
            </div>
        </li>
    }
}

#[component]
fn NewRemark(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let kind = RwSignal::new(RemarkKind::Praise);
    let chosen = RwSignal::new(0);
    let text = FormField::new("");
    let options = Signal::derive(move || {
        hall.floor.members.with(|members| members.iter().map(|member| member.name.to_string()).collect())
    });
    let add = move || {
        let place = chosen.get_untracked();
        let member = hall.floor.members.with_untracked(|members| members.get(place).map(|member| member.id));
        let (Some(words), Some(member)) = (read_or_lead(state, text.line(state)), member) else {
            return;
        };
        let Some(handbook) = state.handbook() else {
            return;
        };
        let (id, kind) = (handbook.new_thing(), kind.get_untracked());
        let remark = Remark { id, member, kind, text: words, in_minutes: false };
        hall.run.enter_then(
            move |run| Ok(run.put_remark(remark.clone())?),
            move |outcome| match outcome {
                Ok(()) => {
                    text.value.try_set(String::new());
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            },
        );
    };
    let kinds = [RemarkKind::Praise, RemarkKind::Reminder];
    let items = kinds.map(|value| Segment { value, icon: None, words: (texts.remark_kind)(value) }).to_vec();
    view! {
        <Segmented
            kind=SegmentedKind::Radios
            label=texts.remarks
            items
            chosen=Signal::derive(move || Some(kind.get()))
            on_choose=move |of| kind.set(of)
        />
        <Select id="remark-member" label=texts.remark_member options chosen />
        <TextArea
            id="remark-text"
            one_row=true
            label=texts.remark_text
            value=text.value
            error=text.error
        />
        <CommandButton label=texts.add_remark icon="plus" on_press=add />
    }
}
