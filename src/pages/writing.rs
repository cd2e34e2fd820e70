//! What is written in a form and not saved yet: kept as a draft from the first change on, taken up again, and gone in
//! the commit that makes a fact of it.

use crate::domain::id::{MemberId, ThingId};
use crate::domain::proceedings::Proceedings;
use crate::exchange::draft::{DraftName, FormDraft};
use crate::pages::autosave::Autosave;
use crate::pages::form::FormField;
use crate::state::{Notice, State};
use crate::sync::{Fault, Handbook};
use leptos::prelude::*;
use std::rc::Rc;

/// The parts of a form, in their order. It is part of the draft: what is added stands at the end.
#[derive(Clone)]
pub struct Parts {
    /// What is being changed; nothing for a new thing.
    pub known: Option<ThingId>,
    /// What is typed.
    pub fields: Vec<FormField>,
    /// What is chosen, by its place.
    pub choices: Vec<RwSignal<usize>>,
    /// Who is chosen.
    pub members: Option<RwSignal<Vec<MemberId>>>,
}

/// What is written in a form. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Writing {
    state: State,
    /// What it is kept under.
    pub name: DraftName,
    /// Keeps it.
    pub autosave: Autosave,
    /// Something was kept the last time.
    pub resumed: RwSignal<bool>,
    /// It is being saved.
    pub saving: RwSignal<bool>,
    /// Why it could not be saved. Said in the form: a notice would lie behind its dialog.
    pub refused: RwSignal<Option<&'static str>>,
    id: StoredValue<ThingId>,
    parts: StoredValue<Parts>,
    /// What the form began with.
    fresh: StoredValue<FormDraft>,
    /// There is a draft: from now on whatever stands in the form is kept.
    kept: StoredValue<bool>,
}

fn fresh_id(state: State) -> ThingId {
    state.handbook().map_or(ThingId::BRANCH, |handbook| handbook.new_thing())
}

impl Parts {
    /// As it stands. Follows every part.
    fn draft(&self, id: ThingId) -> FormDraft {
        let place = |choice: &RwSignal<usize>| u16::try_from(choice.get()).unwrap_or(0);
        FormDraft {
            id,
            texts: self.fields.iter().map(|field| field.value.get()).collect(),
            choices: self.choices.iter().map(place).collect(),
            members: self.members.map(|members| members.get()).unwrap_or_default(),
        }
    }

    fn fill(&self, draft: FormDraft) {
        for (field, text) in self.fields.iter().zip(draft.texts) {
            field.value.set(text);
            field.error.set(None);
        }
        for (choice, place) in self.choices.iter().zip(draft.choices) {
            choice.set(usize::from(place));
        }
        self.members.into_iter().for_each(|members| members.set(draft.members.clone()));
    }
}

impl Writing {
    /// Takes up what was kept under `name`, and keeps what is written from now on. To be made in the body of a
    /// component, once the parts hold what the form begins with.
    pub fn new(state: State, name: DraftName, parts: Parts) -> Self {
        let id = StoredValue::new(parts.known.unwrap_or_else(|| fresh_id(state)));
        let parts = StoredValue::new(parts);
        let draft = move || parts.with_value(|parts| parts.draft(id.get_value()));
        let fresh = StoredValue::new(untrack(draft));
        let kept = StoredValue::new(false);
        let read = move || {
            let now = untrack(draft);
            let worth = kept.get_value() || fresh.with_value(|fresh| !fresh.says_the_same(&now));
            kept.set_value(worth);
            worth.then(|| now.encode())
        };
        let writing = Self {
            state,
            name,
            autosave: Autosave::new(state, name.to_string(), read),
            resumed: RwSignal::new(false),
            saving: RwSignal::new(false),
            refused: RwSignal::new(None),
            id,
            parts,
            fresh,
            kept,
        };
        Effect::new(move |before: Option<FormDraft>| {
            let now = draft();
            if before.is_some_and(|before| before != now) {
                writing.autosave.touch();
            }
            now
        });
        state.ask_or_say(
            move |handbook| async move { handbook.draft(&name.to_string()).await },
            move |bytes| {
                let draft = bytes.and_then(|bytes| FormDraft::decode(&bytes).ok());
                draft.into_iter().for_each(|draft| writing.take_up(draft));
            },
        );
        writing
    }

    fn take_up(self, draft: FormDraft) {
        // The page may have been left in the meantime.
        let news = self.fresh.try_with_value(|fresh| !fresh.says_the_same(&draft));
        if news == Some(true) {
            self.kept.set_value(true);
            self.resumed.set(true);
            self.fill(draft);
        }
    }

    /// What is being entered.
    pub fn id(self) -> ThingId {
        self.id.get_value()
    }

    /// Begins with the next thing: the form is as it was at first, and nothing of it is kept.
    pub fn clear(self) {
        self.fresh.update_value(|fresh| fresh.id = fresh_id(self.state));
        self.resumed.set(false);
        self.fill_anew();
        self.autosave.reopen();
    }

    fn fill_anew(self) {
        self.kept.set_value(false);
        self.fill(self.fresh.get_value());
    }

    fn fill(self, draft: FormDraft) {
        self.id.set_value(draft.id);
        self.parts.get_value().fill(draft);
    }

    /// Drops what was kept, and begins anew.
    pub fn begin_anew(self) {
        let name = self.name.to_string();
        self.autosave.close();
        self.state.ask(
            move |handbook| async move { handbook.drop_draft(&name).await },
            move |outcome| {
                self.autosave.reopen();
                match outcome {
                    // The page may have been left in the meantime.
                    Ok(()) if self.resumed.try_set(false).is_none() => self.fill_anew(),
                    Ok(()) => {}
                    Err(fault) => self.state.say(Notice::Fault(fault)),
                }
            },
        );
    }

    /// Enters it into what is entered of a meeting, and begins with the next one.
    pub fn enter(self, meeting: ThingId, edit: impl Fn(&mut Proceedings) -> Result<(), Fault> + 'static) {
        let name = self.name;
        self.save(
            move |handbook| async move { handbook.enter_drafted(meeting, name, edit).await },
            move || self.clear(),
        );
    }

    /// Runs the command that makes a fact of it and takes the draft away. `done` comes once that survives a kill, while
    /// the form is there; after a fault everything stands as it was typed.
    pub fn save<Run>(self, command: impl FnOnce(Rc<Handbook>) -> Run + 'static, done: impl FnOnce() + 'static)
    where
        Run: Future<Output = Result<(), Fault>> + 'static,
    {
        self.saving.set(true);
        self.refused.set(None);
        self.autosave.close();
        self.state.run(command, move |outcome| {
            // The page may have been left in the meantime.
            let here = self.saving.try_set(false).is_none();
            match outcome {
                Ok(()) if here => done(),
                Ok(()) => {}
                Err(fault) if here => {
                    self.refused.set(Some(self.state.sentence(fault)));
                    self.autosave.reopen();
                    self.autosave.touch();
                }
                Err(fault) => self.state.say(Notice::Fault(fault)),
            }
        });
    }
}
