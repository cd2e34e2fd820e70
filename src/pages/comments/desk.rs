//! The comment that is being written: its draft, and sending it.

use super::sent::{Said, said};
use crate::domain::comment::{Boxes, Visibility};
use crate::domain::id::ThingId;
use crate::domain::words::{Prose, WordsFault};
use crate::exchange::draft::{CommentDraft, DraftName};
use crate::pages::autosave::Autosave;
use crate::record::Kind;
use crate::state::{Notice, State};
use crate::sync::Fault;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Opening,
    Writing,
    Sent,
}

/// What is being written.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) meeting: ThingId,
    pub(super) mode: RwSignal<Mode>,
    pub(super) boxes: [RwSignal<String>; 3],
    pub(super) visibility: RwSignal<Visibility>,
    pub(super) errors: [RwSignal<Option<String>>; 3],
    pub(super) busy: RwSignal<bool>,
    pub(super) autosave: Autosave,
}

fn draft_name(meeting: ThingId) -> String {
    DraftName::Comment(meeting).to_string()
}

impl Desk {
    pub(super) fn new(state: State, meeting: ThingId) -> Self {
        let boxes = [(); 3].map(|()| RwSignal::new(String::new()));
        let visibility = RwSignal::new(Visibility::Branch);
        let read = move || {
            let boxes = boxes.map(|text| text.get_untracked());
            Some(CommentDraft { boxes, visibility: visibility.get_untracked() }.encode())
        };
        Self {
            state,
            meeting,
            mode: RwSignal::new(Mode::Opening),
            boxes,
            visibility,
            errors: [(); 3].map(|()| RwSignal::new(None)),
            busy: RwSignal::new(false),
            autosave: Autosave::new(state, draft_name(meeting), read),
        }
    }

    pub(super) fn write(self, draft: CommentDraft) {
        for (text, words) in self.boxes.into_iter().zip(draft.boxes) {
            text.set(words);
        }
        self.visibility.set(draft.visibility);
        self.mode.set(Mode::Writing);
    }

    /// An unfinished draft comes before what was sent.
    pub(super) fn open(self) {
        let Some(handbook) = self.state.handbook() else {
            return;
        };
        spawn_local(async move {
            if let Err(fault) = handbook.load_about(&[Kind::Comment], self.meeting).await {
                self.state.say(Notice::Fault(fault));
            }
            let draft = match handbook.draft(&draft_name(self.meeting)).await {
                Ok(draft) => draft.and_then(|bytes| CommentDraft::decode(&bytes).ok()),
                Err(fault) => {
                    self.state.say(Notice::Fault(fault));
                    None
                }
            };
            // The page may have been left in the meantime.
            if self.mode.try_get_untracked().is_none() {
                return;
            }
            self.state.changed();
            match draft.filter(|draft| !draft.is_empty()) {
                Some(draft) => self.write(draft),
                None if untrack(|| said(self.state, self.meeting)).is_some() => self.mode.set(Mode::Sent),
                None => self.mode.set(Mode::Writing),
            }
        });
    }

    fn parsed(self) -> Option<Boxes> {
        let parse = |place: usize| -> Result<Prose, WordsFault> {
            let prose = Prose::parse(&self.boxes[place].read_untracked());
            let error = prose.as_ref().err().map(|fault| self.state.words_sentence(*fault).to_owned());
            self.errors[place].set(error);
            prose
        };
        let boxes = [parse(0), parse(1), parse(2)];
        let [Ok(current_state), Ok(causes), Ok(solutions)] = boxes else {
            return None;
        };
        Some(Boxes { current_state, causes, solutions })
    }

    pub(super) fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        let Some(boxes) = self.parsed().filter(|boxes| boxes.filled() > 0) else {
            return;
        };
        let (meeting, visibility) = (self.meeting, self.visibility.get_untracked());
        self.busy.set(true);
        self.autosave.close();
        self.state.run(
            move |handbook| async move {
                handbook.comment(meeting, boxes, visibility, &draft_name(meeting)).await
            },
            move |outcome| self.settle(outcome.map(|_| ())),
        );
    }

    fn settle(self, outcome: Result<(), Fault>) {
        if let Err(fault) = outcome {
            self.state.say(Notice::Fault(fault));
        }
        // The page may have been left in the meantime.
        if self.busy.try_set(false).is_some() {
            return;
        }
        match outcome {
            Ok(()) => self.mode.set(Mode::Sent),
            Err(_) => {
                self.autosave.reopen();
                self.autosave.touch();
            }
        }
    }
}

/// What was said, as it goes back into the boxes.
pub(super) fn again(said: &Said) -> Option<CommentDraft> {
    let boxes = &said.words.as_ref()?.boxes;
    let text = |prose: &Prose| prose.as_str().to_owned();
    Some(CommentDraft {
        boxes: [text(&boxes.current_state), text(&boxes.causes), text(&boxes.solutions)],
        visibility: said.words.as_ref()?.visibility,
    })
}
