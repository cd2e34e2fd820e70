//! A meeting as it runs: what is entered of it, its clock, and entering something.

use super::{Loadable, Notice, State};
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::Regulation;
use crate::domain::time::Moment;
use crate::domain::vote::Vote;
use crate::sync::Fault;
use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// A meeting that the secretary runs. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Run {
    /// Everything that screens share.
    pub state: State,
    /// Which meeting.
    pub meeting: ThingId,
    /// Its notice.
    pub notice: Memo<Option<Meeting>>,
    /// What it is held under.
    pub regulation: Memo<Arc<Regulation>>,
    /// What is entered.
    pub proceedings: Memo<Proceedings>,
    /// The clock, second by second.
    pub now: ReadSignal<Moment>,
    /// Whether what was entered earlier is in memory.
    pub loaded: ReadSignal<Loadable>,
}

impl Run {
    /// The run of `meeting`. To be made in the body of a component: its clock goes with it.
    pub fn new(state: State, meeting: ThingId) -> Self {
        let loaded = state.bring_in(async move |handbook| handbook.load_proceedings(meeting).await);
        let notice =
            Memo::new(move |_| state.with(|memory| memory.fold().meeting(meeting).cloned()).flatten());
        // Only the notice says which one it is: what is entered does not make it another.
        let regulation = Memo::new(move |_| {
            let named = notice.with(|notice| notice.as_ref().map(|notice| notice.regulation));
            let known = named.and_then(|id| untrack(|| state.with(|memory| memory.regulation(id))));
            known.unwrap_or_else(|| untrack(|| state.regulation_on(state.today())))
        });
        let proceedings = Memo::new(move |_| {
            let entered = state.with(|memory| memory.proceedings(meeting)).flatten();
            entered.unwrap_or_else(|| Proceedings::empty(meeting))
        });
        let (now, set_now) = signal(state.now());
        if let Ok(clock) = set_interval_with_handle(move || set_now.set(state.now()), Duration::from_secs(1))
        {
            on_cleanup(move || clock.clear());
        }
        Self { state, meeting, notice, regulation, proceedings, now, loaded }
    }

    /// Looks at what is entered, and again whenever it changes.
    pub fn with<T>(self, look: impl FnOnce(&Proceedings) -> T) -> T {
        self.proceedings.with(look)
    }

    /// Minutes from the first step to now, or to the close; nothing before the first step.
    pub fn minutes(self) -> Option<i64> {
        self.with(|run| run.began().map(|_| run.length(self.now.get()) / 60_000))
    }

    /// Enters something; a fault is shown over the page.
    pub fn enter(self, edit: impl Fn(&mut Proceedings) -> Result<(), Fault> + 'static) {
        self.enter_then(edit, move |outcome| {
            if let Err(fault) = outcome {
                self.state.say(Notice::Fault(fault));
            }
        });
    }

    /// Enters something; `done` gets the outcome once it survives a kill.
    pub fn enter_then(
        self,
        edit: impl Fn(&mut Proceedings) -> Result<(), Fault> + 'static,
        done: impl FnOnce(Result<(), Fault>) + 'static,
    ) {
        let meeting = self.meeting;
        self.state.run(move |handbook| async move { handbook.edit_proceedings(meeting, edit).await }, done);
    }

    /// Enters a count; `done` gets the outcome.
    pub fn enter_vote(self, vote: Vote, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let meeting = self.meeting;
        self.state.run(move |handbook| async move { handbook.put_vote(meeting, vote).await }, done);
    }
}
