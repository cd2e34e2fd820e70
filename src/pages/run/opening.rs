//! Mở đầu: who presides, who takes the minutes, who is a guest.

use super::hall::{Hall, Undone};
use crate::domain::id::MemberId;
use crate::domain::meeting::Meeting;
use crate::domain::proceedings::Proceedings;
use crate::domain::words::Line;
use crate::exchange::draft::DraftName;
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::pages::writing::{Parts, Writing};
use crate::state::{Notice, use_state};
use crate::sync::Fault;
use crate::ui::{CommandButton, Field, FieldNote, Select};
use leptos::prelude::*;

/// An office that a member holds for the length of a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chair {
    Presides,
    TakesMinutes,
}

impl Chair {
    fn slot(self, run: &mut Proceedings) -> &mut Option<MemberId> {
        match self {
            Self::Presides => &mut run.chair,
            Self::TakesMinutes => &mut run.minute_taker,
        }
    }

    fn holder(self, run: &Proceedings) -> Option<MemberId> {
        match self {
            Self::Presides => run.chair,
            Self::TakesMinutes => run.minute_taker,
        }
    }
}

/// The fields.
#[component]
pub fn Opening(hall: Hall) -> impl IntoView {
    view! {
        <Holder hall chair=Chair::Presides />
        <Holder hall chair=Chair::TakesMinutes />
        <Guests hall />
    }
}

#[component]
fn Holder(hall: Hall, chair: Chair) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let run = hall.run;
    let (id, note, label) = match chair {
        Chair::Presides => ("chair", "chair-note", texts.chair),
        Chair::TakesMinutes => ("minute-taker", "minute-taker-note", texts.minute_taker),
    };
    let nobody = move || match chair {
        Chair::Presides => {
            let noticed = |meeting: &Meeting| meeting.chair.to_string();
            run.notice.with(|notice| notice.as_ref().map(noticed)).unwrap_or_default()
        }
        Chair::TakesMinutes => texts.not_chosen.to_owned(),
    };
    let options = Signal::derive(move || {
        let names = hall
            .floor
            .members
            .with(|members| members.iter().map(|member| member.name.to_string()).collect::<Vec<_>>());
        std::iter::once(nobody()).chain(names).collect()
    });
    let held = Memo::new(move |_| {
        let holder = run.with(|run| chair.holder(run));
        let place = |member: MemberId| {
            hall.floor.members.with(|members| members.iter().position(|one| one.id == member))
        };
        holder.and_then(place).map_or(0, |place| place + 1)
    });
    let chosen = RwSignal::new(untrack(|| held.get()));
    let error: RwSignal<Option<String>> = RwSignal::new(None);
    Effect::new(move |_| chosen.set(held.get()));
    let on_choose = move |place: usize| {
        let member =
            |place: usize| hall.floor.members.with_untracked(|members| members.get(place).map(|one| one.id));
        let holder = place.checked_sub(1).and_then(member);
        error.set(None);
        let edit = move |run: &mut Proceedings| {
            *chair.slot(run) = holder;
            Ok(())
        };
        run.enter_then(edit, move |outcome| match outcome {
            Ok(()) => {}
            Err(fault @ Fault::Proceedings(_)) => {
                error.try_set(Some(state.sentence(fault).to_owned()));
            }
            Err(fault) => state.say(Notice::Fault(fault)),
        });
    };
    Effect::new(move |_| {
        let place = chosen.get();
        if place != held.get_untracked() {
            on_choose(place);
        }
    });
    view! {
        <div class="stack" data-gap="tight">
            <Select id label options chosen />
            <FieldNote id=note.to_owned() error=error.into() />
        </div>
    }
}

#[component]
fn Guests(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let run = hall.run;
    let field = FormField::new("");
    let parts = Parts { known: None, fields: vec![field], choices: Vec::new(), members: None };
    let writing = Writing::new(state, DraftName::Guest(run.meeting), parts);
    let guests = Memo::new(move |_| run.with(|run| run.guests.clone()));
    let on_save = move |()| {
        let guest = field.line(state)?;
        let edit = move |run: &mut Proceedings| {
            run.put_guest(guest.clone());
            Ok(())
        };
        writing.enter(run.meeting, edit);
        Some(())
    };
    let remove = move |guest: &Line| {
        let guest = guest.clone();
        hall.undone.set(Some(Undone::Guest(guest.clone())));
        run.enter(move |run| {
            run.guests.retain(|known| *known != guest);
            Ok(())
        });
    };
    let row = move |guest: Line| {
        let name = guest.to_string();
        let spoken = [texts.take_out, ": ", &name].concat();
        view! {
            <li class="row">
                <span class="row__body">{name}</span>
                <CommandButton
                    label=texts.take_out
                    spoken
                    on_press=move || remove(&guest)
                />
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="guests">
            <h3 id="guests">{texts.guests}</h3>
            <Show when=move || guests.with(|guests| !guests.is_empty())>
                <ul class="sheet rows">{move || guests.get().into_iter().map(row).collect_view()}</ul>
            </Show>
            <EditForm writing quiet=true label=texts.add_guest icon="plus" on_save>
                <Field
                    id="guest"
                    label=texts.guest_name
                    hint=texts.guest_hint
                    value=field.value
                    error=field.error
                />
            </EditForm>
        </section>
    }
}
