//! Biểu dương, nhắc nhở: only the secretary reads them until they are confirmed for the minutes.

use super::hall::{Hall, Undone, name};
use crate::domain::id::MemberId;
use crate::domain::proceedings::{Remark, RemarkKind};
use crate::exchange::draft::DraftName;
use crate::pages::edit_form::EditForm;
use crate::pages::form::{Chosen, FormField};
use crate::pages::writing::{Parts, Writing};
use crate::state::use_state;
use crate::ui::{CommandButton, Icon, Segment, Segmented, SegmentedKind, Select, TextArea};
use leptos::prelude::*;

const KINDS: [RemarkKind; 2] = [RemarkKind::Praise, RemarkKind::Reminder];

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

/// What is written of a new one.
#[derive(Clone, Copy)]
struct Written {
    kind: Chosen<RemarkKind>,
    /// The one that is chosen, as soon as members are known.
    members: RwSignal<Vec<MemberId>>,
    text: FormField,
    writing: Writing,
}

impl Written {
    fn new(hall: Hall) -> Self {
        let kind = Chosen::new(&KINDS, RemarkKind::Praise);
        let members = RwSignal::new(Vec::new());
        let text = FormField::new("");
        let parts =
            Parts { known: None, fields: vec![text], choices: vec![kind.place], members: Some(members) };
        let writing = Writing::new(hall.run.state, DraftName::Remark(hall.run.meeting), parts);
        Self { kind, members, text, writing }
    }

    /// The place of the member in the list; the first one before anybody is chosen.
    fn place(self, hall: Hall) -> RwSignal<usize> {
        let listed = hall.floor.members;
        let place = RwSignal::new(0);
        Effect::new(move |_| {
            let chosen = self.members.with(|chosen| chosen.first().copied());
            place.set(listed.with(|all| all.iter().position(|one| Some(one.id) == chosen)).unwrap_or(0));
        });
        Effect::new(move |before: Option<usize>| {
            let now = place.get();
            let chosen = listed.with_untracked(|all| all.get(now).map(|one| one.id));
            let known = self.members.with_untracked(|known| known.first().copied());
            // The first one stands there before anybody is chosen.
            let untouched = now == 0 && known.is_none();
            if before.is_some_and(|before| before != now) && !untouched && known != chosen {
                self.members.set(chosen.into_iter().collect());
            }
            now
        });
        place
    }

    fn read(self, hall: Hall, place: usize) -> Option<Remark> {
        let member = hall.floor.members.with_untracked(|all| all.get(place).map(|one| one.id));
        let text = self.text.line(hall.run.state)?;
        let kind = untrack(|| self.kind.get());
        Some(Remark { id: self.writing.id(), member: member?, kind, text, in_minutes: false })
    }
}

#[component]
fn NewRemark(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let written = Written::new(hall);
    let Written { kind, text, writing, .. } = written;
    let place = written.place(hall);
    let options = Signal::derive(move || {
        hall.floor.members.with(|members| members.iter().map(|member| member.name.to_string()).collect())
    });
    let on_save = move |()| {
        let remark = written.read(hall, place.get_untracked())?;
        writing.enter(hall.run.meeting, move |run| Ok(run.put_remark(remark.clone())?));
        Some(())
    };
    let items = KINDS.map(|value| Segment { value, icon: None, words: (texts.remark_kind)(value) }).to_vec();
    view! {
        <EditForm writing quiet=true label=texts.add_remark icon="plus" on_save>
            <Segmented
                kind=SegmentedKind::Radios
                label=texts.remarks
                items
                chosen=Signal::derive(move || Some(kind.get()))
                on_choose=move |of| kind.set(of)
            />
            <Select id="remark-member" label=texts.remark_member options chosen=place />
            <TextArea
                id="remark-text"
                one_row=true
                label=texts.remark_text
                value=text.value
                error=text.error
            />
        </EditForm>
    }
}
