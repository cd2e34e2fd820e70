//! The opinion that is being said: kept as a draft until it is entered.

use crate::domain::comment::CommentBox;
use crate::domain::id::{RecordId, ThingId};
use crate::domain::proceedings::{Opinion, OpinionKind, Proceedings, Speaker, Taken};
use crate::domain::words::Prose;
use crate::exchange::draft::{DraftName, OpinionDraft};
use crate::pages::autosave::Autosave;
use crate::pages::form::FormField;
use crate::state::{Notice, Run};
use crate::sync::{Fault, Handbook};
use leptos::prelude::*;
use std::rc::Rc;

/// Its fields.
#[derive(Clone, Copy)]
pub struct Speech {
    run: Run,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    id: RwSignal<ThingId>,
    step: RwSignal<u16>,
    /// What it is.
    pub kind: RwSignal<OpinionKind>,
    /// Who speaks.
    pub by: RwSignal<Vec<Speaker>>,
    /// The words.
    pub text: FormField,
    /// What of it was sent beforehand.
    pub taken: RwSignal<Vec<Taken>>,
    /// A speaker is being looked for.
    pub choosing: RwSignal<bool>,
    /// What is looked for.
    pub search: RwSignal<String>,
    /// It is being entered.
    pub saving: RwSignal<bool>,
    /// There is a draft: from now on whatever stands in the fields is kept.
    kept: StoredValue<bool>,
    /// Keeps the draft.
    pub autosave: Autosave,
}

impl Speech {
    /// What was being said when the app was left, or nothing. To be made in the body of a component.
    pub fn new(run: Run) -> Self {
        let id = RwSignal::new(ThingId::BRANCH);
        let step = RwSignal::new(0);
        let kind = RwSignal::new(OpinionKind::Opinion);
        let by: RwSignal<Vec<Speaker>> = RwSignal::new(Vec::new());
        let text = FormField::new("");
        let taken = RwSignal::new(Vec::new());
        let kept = StoredValue::new(false);
        let name = DraftName::Opinion(run.meeting).to_string();
        let read = move || {
            let draft = OpinionDraft {
                id: id.get_untracked(),
                step: step.get_untracked(),
                kind: kind.get_untracked(),
                by: by.get_untracked(),
                text: text.text(),
                taken: taken.get_untracked(),
            };
            kept.update_value(|kept| *kept |= !draft.is_empty());
            kept.get_value().then(|| draft.encode())
        };
        let autosave = Autosave::new(run.state, name.clone(), read);
        let speech = Self {
            run,
            open: RwSignal::new(false),
            id,
            step,
            kind,
            by,
            text,
            taken,
            choosing: RwSignal::new(false),
            search: RwSignal::new(String::new()),
            saving: RwSignal::new(false),
            kept,
            autosave,
        };
        run.state.ask_or_say(
            // What was entered comes first: only then is it known whether the draft says something new.
            move |handbook| async move {
                handbook.load_proceedings(run.meeting).await?;
                handbook.draft(&name).await
            },
            move |kept| {
                run.state.changed();
                let kept = kept.and_then(|bytes| OpinionDraft::decode(&bytes).ok());
                if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
                    speech.resume(kept);
                }
            },
        );
        Effect::new(move |before: Option<()>| {
            kind.track();
            by.track();
            text.value.track();
            if before.is_some() {
                autosave.touch();
            }
        });
        Effect::new(move |before: Option<bool>| {
            let open = speech.open.get();
            if before == Some(true) && !open {
                speech.left();
            }
            open
        });
        speech
    }

    fn resume(self, kept: OpinionDraft) {
        // The page may have been left in the meantime.
        if self.id.try_set(kept.id).is_some() {
            return;
        }
        self.kept.set_value(true);
        self.step.set(kept.step);
        self.kind.set(kept.kind);
        self.text.value.set(kept.text);
        self.taken.set(kept.taken);
        self.by.set(kept.by);
        // It was entered, and the kill came before the draft was gone.
        if !self.changed() {
            self.clear();
        }
    }

    /// The opinion as it was entered before, if it was.
    pub fn known(self) -> Option<Opinion> {
        let id = self.id.get();
        self.run.with(|run| run.opinions.iter().find(|opinion| opinion.id == id).cloned())
    }

    /// Whether there is something that is not entered.
    fn changed(self) -> bool {
        match untrack(|| self.known()) {
            Some(known) => {
                let same = known.kind == self.kind.get_untracked() && known.by == self.by.get_untracked();
                !same || known.text.as_str() != self.text.text().trim()
            }
            None => {
                !self.text.text().trim().is_empty() || self.kind.get_untracked() == OpinionKind::Agreement
            }
        }
    }

    /// Whether words wait that are not entered, and nobody looks at them.
    pub fn waits(self) -> bool {
        !self.open.get() && self.by.with(|by| !by.is_empty())
    }

    /// Begins a new one in the step at `place`. Words that wait come first.
    pub fn begin(self, place: usize, kind: OpinionKind) {
        if !untrack(|| self.waits()) {
            self.clear();
            if let Some(handbook) = self.run.state.handbook() {
                self.id.set(handbook.new_thing());
            }
            self.step.set(u16::try_from(place).unwrap_or(0));
            self.kind.set(kind);
            self.choosing.set(true);
        }
        self.open.set(true);
    }

    /// Takes up one that was entered. Words that wait come first.
    pub fn edit(self, opinion: &Opinion) {
        if !untrack(|| self.waits()) {
            self.clear();
            self.id.set(opinion.id);
            self.step.set(opinion.step);
            self.kind.set(opinion.kind);
            self.text.value.set(opinion.text.to_string());
            self.taken.set(opinion.taken.clone());
            self.by.set(opinion.by.clone());
        }
        self.open.set(true);
    }

    /// Somebody speaks.
    pub fn add(self, speaker: Speaker) {
        self.by.update(|by| {
            if !by.contains(&speaker) {
                by.push(speaker);
            }
        });
        self.search.set(String::new());
        self.choosing.set(false);
    }

    /// Somebody does not speak after all.
    pub fn remove(self, speaker: &Speaker) {
        self.by.update(|by| by.retain(|one| one != speaker));
        self.choosing.set(self.by.with_untracked(Vec::is_empty));
    }

    /// The words that were sent beforehand.
    pub fn take(self, comment: RecordId, comment_box: CommentBox, words: &str) {
        self.taken.update(|taken| taken.push(Taken { comment, comment_box: Some(comment_box) }));
        self.text.value.update(|text| {
            if !text.trim().is_empty() {
                text.push('\n');
            }
            text.push_str(words);
        });
    }

    /// Forgets what was typed.
    pub fn clear(self) {
        self.by.set(Vec::new());
        self.text.value.set(String::new());
        self.text.error.set(None);
        self.taken.set(Vec::new());
        self.kind.set(OpinionKind::Opinion);
        self.search.set(String::new());
        self.choosing.set(false);
        self.open.set(false);
    }

    /// The dialog was closed: what is worth nothing is forgotten, the rest waits.
    fn left(self) {
        if !self.saving.get_untracked() && !self.changed() {
            self.clear();
        }
    }

    /// The opinion as it stands in its fields; nothing where a field was refused.
    pub fn read(self) -> Option<Opinion> {
        let state = self.run.state;
        let kind = self.kind.get_untracked();
        let text: Prose = match kind {
            OpinionKind::Agreement => self.text.prose(state)?,
            _ => self.text.some_prose(state)?,
        };
        let at = untrack(|| self.known()).map_or_else(|| state.now(), |known| known.at);
        Some(Opinion {
            id: self.id.get_untracked(),
            step: self.step.get_untracked(),
            kind,
            by: self.by.get_untracked(),
            at,
            text,
            taken: self.taken.get_untracked(),
        })
    }

    /// Enters it.
    pub fn save(self) {
        let state = self.run.state;
        let Some(opinion) = crate::pages::form::read_or_lead(state, self.read()) else {
            return;
        };
        self.saving.set(true);
        // The draft goes in the commit of the entry, and must not come back.
        self.autosave.close();
        let meeting = self.run.meeting;
        let edit = move |run: &mut Proceedings| Ok(run.put_opinion(opinion.clone())?);
        let enter = move |handbook: Rc<Handbook>| async move {
            handbook.enter_drafted(meeting, DraftName::Opinion(meeting), edit).await
        };
        state.run(enter, move |outcome| {
            // The page may have been left in the meantime.
            if self.saving.try_set(false).is_some() {
                return;
            }
            self.autosave.reopen();
            if outcome.is_err() {
                self.autosave.touch();
            }
            match outcome {
                Ok(()) => {
                    self.kept.set_value(false);
                    self.clear();
                }
                Err(fault @ Fault::Proceedings(_)) => self.text.refuse(state.sentence(fault)),
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    }
}
