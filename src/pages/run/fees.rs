//! Thông báo đảng phí: who has paid, of how many.

use super::entry::{follow, keep_entry};
use super::hall::Hall;
use crate::domain::proceedings::{FeeReport, Proceedings};
use crate::domain::words::Line;
use crate::pages::autosave::{SavedTag, Saving};
use crate::pages::form::FormField;
use crate::state::{State, use_state};
use crate::sync::Handbook;
use crate::ui::{Field, TextArea};
use leptos::prelude::*;
use std::rc::Rc;

/// Between the fields on their way to the store: no keyboard writes it.
const BAR: char = '\u{1f}';

fn read(run: &Proceedings, members: usize) -> [String; 3] {
    match &run.fees {
        Some(fees) => {
            let note = fees.note.as_ref().map(Line::to_string).unwrap_or_default();
            [fees.paid.to_string(), fees.of.to_string(), note]
        }
        None => [String::new(), members.to_string(), String::new()],
    }
}

/// The report as it was typed; nothing while nobody is said to have paid.
fn parse(state: State, words: &str) -> Result<Option<FeeReport>, &'static str> {
    let mut fields = words.split(BAR);
    let (paid, of) = (fields.next().unwrap_or_default().trim(), fields.next().unwrap_or_default().trim());
    let note =
        Line::optional(fields.next().unwrap_or_default()).map_err(|fault| state.words_sentence(fault))?;
    if paid.is_empty() && note.is_none() {
        return Ok(None);
    }
    let number = |text: &str| text.parse().map_err(|_| state.texts().run().bad_number);
    Ok(Some(FeeReport { paid: number(paid)?, of: number(of)?, note }))
}

/// The fields.
#[component]
pub fn Fees(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let (run, meeting) = (hall.run, hall.run.meeting);
    let members = move || {
        hall.floor.members.with(|members| members.iter().filter(|member| member.activity.expected()).count())
    };
    let entered = Memo::new(move |_| run.with(|run| read(run, members())));
    let [paid, of, note] = untrack(|| entered.get()).map(|text| FormField::new(&text));
    let typed = move || [paid, of, note].map(|field| field.value.get_untracked()).join(&BAR.to_string());
    let enter = move |handbook: Rc<Handbook>, words: &str| -> Result<Saving, &'static str> {
        let fees = parse(state, words)?;
        let edit = move |run: &mut Proceedings| {
            run.fees.clone_from(&fees);
            Ok(())
        };
        Ok(Box::pin(async move { handbook.edit_proceedings(meeting, edit).await }))
    };
    let refuse = move |sentence: Option<&'static str>| {
        paid.error.try_set(sentence.map(str::to_owned));
    };
    let autosave = keep_entry(state, typed, enter, refuse);
    for (place, field) in [paid, of, note].into_iter().enumerate() {
        follow(field.value, Memo::new(move |_| entered.with(|entered| entered[place].clone())), autosave);
    }
    view! {
        <Field
            id="fees-paid"
            kind="number"
            label=texts.fees_paid
            value=paid.value
            error=paid.error
        />
        <Field
            id="fees-of"
            kind="number"
            label=texts.fees_of
            value=of.value
            error=of.error
        />
        <TextArea
            id="fees-note"
            one_row=true
            label=texts.fees_note
            value=note.value
            error=note.error
        />
        <SavedTag autosave />
    }
}
