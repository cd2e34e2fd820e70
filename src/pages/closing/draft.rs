//! A paper before it is locked: composed from the entries, or as it was put right by hand.

use super::compose::Said;
use super::{Which, compose};
use crate::domain::adoption::adopting;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::proceedings::Proceedings;
use crate::domain::signed_paper::Term;
use crate::domain::vote::Vote;
use crate::exchange::draft::DraftName;
use crate::pages::form::FormField;
use crate::pages::writing::{Parts, Writing};
use crate::papers::revision::keep_up;
use crate::state::{Notice, State};
use leptos::prelude::*;
use paper::Paper;

/// Number and term of the resolution, as they are typed, and the vote that adopted it. At first the next number stands
/// there, of the term that the meeting lies in, and the vote on it where there is no doubt.
#[derive(Clone, Copy)]
pub struct Issuing {
    /// n in Số n-NQ/CB
    pub number: FormField,
    /// The year in which the term begins.
    pub from: FormField,
    /// The year in which it ends.
    pub to: FormField,
    /// Place of the vote among those of the meeting, counted from one; zero for none.
    pub vote: RwSignal<usize>,
    /// 1 once the secretary confirms that the minutes were read once more and agreed to.
    pub read_back: RwSignal<usize>,
    /// Keeps them until the papers are locked.
    pub writing: Writing,
    run: Memo<Option<Proceedings>>,
}

impl Issuing {
    /// What is suggested for a meeting.
    pub fn new(
        state: State,
        meeting: ThingId,
        notice: Memo<Option<Meeting>>,
        run: Memo<Option<Proceedings>>,
    ) -> Self {
        let year = notice.with_untracked(|notice| notice.as_ref().map(|notice| notice.starts.day.year()));
        let year = year.unwrap_or_else(|| untrack(|| state.today()).year());
        let year = u16::try_from(year).unwrap_or_default();
        let (term, next) = untrack(|| {
            state.with(|memory| {
                let term = memory.fold().term_of(year);
                (term, memory.next_resolution(term))
            })
        })
        .unwrap_or_else(|| (Term::of_year(year), 1));
        let field = |number: u16| FormField::new(&number.to_string());
        let kind = notice.with_untracked(|notice| notice.as_ref().map(|notice| notice.kind));
        let preset = run.with_untracked(|run| adopting(kind?, &run.as_ref()?.votes));
        let vote = RwSignal::new(preset.map_or(0, |place| place + 1));
        let read_back = RwSignal::new(0);
        let [number, from, to] = [next, term.from, term.to].map(field);
        let parts = Parts {
            known: Some(meeting),
            fields: vec![number, from, to],
            choices: vec![vote, read_back],
            members: None,
        };
        let writing = Writing::new(state, DraftName::Closing(meeting), parts);
        Self { number, from, to, vote, read_back, writing, run }
    }

    /// The vote that adopted it.
    pub fn adoption(self) -> Option<Vote> {
        let place = self.vote.get().checked_sub(1)?;
        self.run.with(|run| run.as_ref()?.votes.get(place).cloned())
    }

    /// What is said of the papers by now.
    fn said(self) -> Said {
        Said {
            number: self.number.value.with(|number| number.trim().parse().ok()),
            adopted_by: self.adoption().as_ref().map(compose::adoption),
            read_back: self.read_back.get() == 1,
        }
    }
}

/// One of the two papers.
#[derive(Clone, Copy)]
pub struct Draft {
    state: State,
    meeting: ThingId,
    which: Which,
    /// What was put right by hand.
    pub edited: RwSignal<Option<Paper>>,
    /// What is shown, printed and locked.
    pub paper: Memo<Option<Paper>>,
}

impl Draft {
    /// The paper as it stands, with what was kept of it.
    pub fn new(state: State, meeting: ThingId, issuing: Issuing, which: Which) -> Self {
        let edited = RwSignal::new(None::<Paper>);
        let composed = Memo::new(move |_| {
            let said = issuing.said();
            state.with(|memory| compose::paper(memory, meeting, which, said, state.now())).flatten()
        });
        // Number and vote keep up; the words are those of the hand.
        let paper = Memo::new(move |_| match (edited.get(), composed.get()) {
            (Some(edited), Some(composed)) => Some(keep_up(edited, &composed)),
            (edited, composed) => edited.or(composed),
        });
        let draft = Self { state, meeting, which, edited, paper };
        let name = draft.name();
        state.ask_or_say(
            async move |handbook| handbook.draft(&name).await,
            move |bytes| drop(edited.try_set(bytes.and_then(|bytes| Paper::from_bytes(&bytes)))),
        );
        draft
    }

    /// Under which name it is kept among the drafts.
    pub fn name(self) -> String {
        let which = match self.which {
            Which::Minutes => "minutes",
            Which::Resolution => "resolution",
        };
        ["papers/", &self.meeting.to_string(), "/", which].concat()
    }

    /// Forgets what was put right by hand.
    pub fn compose_anew(self) {
        let name = self.name();
        self.state.ask(
            async move |handbook| handbook.drop_draft(&name).await,
            move |outcome| match outcome {
                Ok(()) => drop(self.edited.try_set(None)),
                Err(fault) => self.state.say(Notice::Fault(fault)),
            },
        );
    }
}
