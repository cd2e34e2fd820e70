//! Sổ nghị quyết: what the branch has resolved in each term, and how much of it was reached.

use super::{Finding, Fold};
use crate::domain::id::ThingId;
use crate::domain::order;
use crate::domain::signed_paper::{Form, SignedPaper, Term};
use crate::domain::task::{Progress, Task};
use crate::domain::time::Day;
use std::collections::BTreeMap;

/// One entry of the book: a meeting with its resolution, or with tasks that stand in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The meeting.
    pub meeting: ThingId,
    /// The term that it belongs to.
    pub term: Term,
    /// When the resolution was adopted, or the meeting held.
    pub day: Day,
    /// Number and paper, where a resolution was locked.
    pub resolution: Option<(u16, &'a SignedPaper)>,
    /// How many tasks the meeting has assigned.
    pub tasks: usize,
    /// How many of them the branch has found done.
    pub done: usize,
}

impl Fold {
    /// The resolution of a meeting with its number, as far as locked papers are loaded.
    pub fn resolution(&self, meeting: ThingId) -> Option<(u16, &SignedPaper)> {
        let paper = self.signed_paper(meeting, |form| matches!(form, Form::Resolution { .. }))?;
        match paper.form {
            Form::Resolution { number, .. } => Some((number, paper)),
            Form::Minutes | Form::Addendum { .. } => None,
        }
    }

    /// What was added to a locked paper, the oldest first.
    pub fn addenda(&self, paper: ThingId) -> Vec<&SignedPaper> {
        let added = self.signed_papers().filter(|added| added.form == Form::Addendum { of: paper });
        order::sorted(added, |a, b| (a.adopted_on, a.id).cmp(&(b.adopted_on, b.id)))
    }

    /// The whole book: the current term first, in each the newest first. Locked papers must be loaded.
    pub fn resolution_book(&self) -> Vec<Entry<'_>> {
        let findings = self.findings();
        let resolved = self.resolutions().map(|(number, term, paper)| Entry {
            term,
            day: paper.adopted_on,
            resolution: Some((number, paper)),
            ..self.tasks_entry(paper.meeting, paper.adopted_on, &findings)
        });
        let others = self
            .all_minutes()
            .filter(|minutes| !minutes.tasks.is_empty() && self.resolution(minutes.meeting).is_none());
        let others = others.filter_map(|minutes| {
            let day = self.meeting(minutes.meeting)?.starts.day;
            Some(self.tasks_entry(minutes.meeting, day, &findings))
        });
        let key = |entry: &Entry| {
            (entry.term, entry.day, entry.resolution.map(|(number, _)| number), entry.meeting)
        };
        order::sorted(resolved.chain(others), |a, b| key(b).cmp(&key(a)))
    }

    /// The term that a year lies in: the last one of the locked resolutions that has it, else the usual one. Locked
    /// papers must be loaded.
    pub fn term_of(&self, year: u16) -> Term {
        let terms = self.resolutions().map(|(_, term, _)| term);
        terms
            .filter(|term| (term.from..=term.to).contains(&year))
            .max()
            .unwrap_or_else(|| Term::of_year(year))
    }

    fn resolutions(&self) -> impl Iterator<Item = (u16, Term, &SignedPaper)> {
        self.signed_papers().filter_map(|paper| match paper.form {
            Form::Resolution { number, term } => Some((number, term, paper)),
            Form::Minutes | Form::Addendum { .. } => None,
        })
    }

    fn tasks_entry(&self, meeting: ThingId, day: Day, findings: &BTreeMap<ThingId, Finding>) -> Entry<'_> {
        let tasks = self.minutes(meeting).map_or(&[][..], |minutes| &minutes.tasks);
        let done = |task: &&Task| {
            findings.get(&task.id).is_some_and(|finding| finding.outcome.progress == Progress::Done)
        };
        Entry {
            meeting,
            term: self.term_of(u16::try_from(day.year()).unwrap_or_default()),
            day,
            resolution: None,
            tasks: tasks.len(),
            done: tasks.iter().filter(done).count(),
        }
    }
}
