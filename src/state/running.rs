//! How screens use the handbook: commands that change something, questions that do not, and what is read when a screen
//! asks for it. The generic methods only pack their arguments: what they do exists once.

use super::{Loadable, Notice, State};
use crate::domain::id::ThingId;
use crate::ports::Later;
use crate::record::Kind;
use crate::sync::{Fault, Handbook};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Something done with the handbook, and what to do with its outcome.
type Work = Box<dyn FnOnce(Rc<Handbook>) -> Later<'static, Box<dyn FnOnce()>>>;
type Reading = Box<dyn FnOnce(Rc<Handbook>) -> Later<'static, Result<(), Fault>>>;

fn work<T, Run>(
    command: impl FnOnce(Rc<Handbook>) -> Run + 'static,
    done: impl FnOnce(Result<T, Fault>) + 'static,
) -> Work
where
    T: 'static,
    Run: Future<Output = Result<T, Fault>> + 'static,
{
    Box::new(move |handbook| {
        let running = command(handbook);
        Box::pin(async move {
            let outcome = running.await;
            Box::new(move || done(outcome)) as Box<dyn FnOnce()>
        })
    })
}

impl State {
    /// Runs a command on the handbook; afterwards everything that looks is told. When something was committed other
    /// tabs are told too, and what waits is sent. `done` gets the outcome; a fault is the caller's to show.
    pub fn run<T, Run>(
        self,
        command: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(Result<T, Fault>) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        self.run_work(work(command, done));
    }

    /// Like [`State::run`], with faults shown over the page.
    pub fn run_or_say<T, Run>(
        self,
        command: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(T) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        self.run(command, move |outcome| match outcome {
            Ok(value) => done(value),
            Err(fault) => self.say(Notice::Fault(fault)),
        });
    }

    /// Asks the handbook something, or has it keep what only this screen shows, such as a draft: nobody is told, and
    /// nothing is sent.
    pub fn ask<T, Run>(
        self,
        question: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(Result<T, Fault>) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        self.ask_work(work(question, done));
    }

    /// Like [`State::ask`], with faults shown over the page.
    pub fn ask_or_say<T, Run>(
        self,
        question: impl FnOnce(Rc<Handbook>) -> Run + 'static,
        done: impl FnOnce(T) + 'static,
    ) where
        T: 'static,
        Run: Future<Output = Result<T, Fault>> + 'static,
    {
        self.ask(question, move |outcome| match outcome {
            Ok(value) => done(value),
            Err(fault) => self.say(Notice::Fault(fault)),
        });
    }

    /// Brings facts into memory that a screen asks for, then tells everything that looks; a fault is the screen's to
    /// show.
    pub fn bring_in<Run>(self, read: impl FnOnce(Rc<Handbook>) -> Run + 'static) -> ReadSignal<Loadable>
    where
        Run: Future<Output = Result<(), Fault>> + 'static,
    {
        self.read_in(Box::new(move |handbook| Box::pin(read(handbook))))
    }

    /// Brings what is known about one thing into memory, for a page that shows it.
    pub fn load_about(self, kinds: &'static [Kind], about: ThingId) -> ReadSignal<Loadable> {
        self.bring_in(async move |handbook| handbook.load_about(kinds, about).await)
    }

    /// Brings all facts of a kind into memory; a fault is shown over the page.
    pub fn load(self, kind: Kind) {
        self.read_or_say(Box::new(move |handbook| Box::pin(async move { handbook.load(kind).await })));
    }

    /// Brings what members have sent on a meeting into memory; a fault is shown over the page.
    pub fn load_meeting(self, meeting: ThingId) {
        self.read_or_say(Box::new(move |handbook| {
            Box::pin(async move { handbook.load_meeting(meeting).await })
        }));
    }

    fn run_work(self, work: Work) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            let before = handbook.memory().generation();
            let done = work(handbook.clone()).await;
            self.changed();
            done();
            if handbook.memory().generation() != before {
                self.device().shell.tell_tabs();
                if untrack(|| self.something_to_send()) {
                    self.travel_soon();
                }
            }
        });
    }

    fn ask_work(self, work: Work) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            let done = work(handbook).await;
            done();
        });
    }

    fn read_in(self, read: Reading) -> ReadSignal<Loadable> {
        let Some(handbook) = self.handbook() else {
            return signal(Loadable::Failed(Fault::NotOpen)).0;
        };
        let (state, set_state) = signal(Loadable::Loading);
        spawn_local(async move {
            let outcome = read(handbook).await;
            self.changed();
            // The page may have been left in the meantime.
            set_state.try_set(outcome.map_or_else(Loadable::Failed, |()| Loadable::Ready));
        });
        state
    }

    fn read_or_say(self, read: Reading) {
        let Some(handbook) = self.handbook() else {
            return;
        };
        spawn_local(async move {
            match read(handbook).await {
                Ok(()) => self.changed(),
                Err(fault) => self.say(Notice::Fault(fault)),
            }
        });
    }
}
