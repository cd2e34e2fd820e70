//! Locking what a meeting leaves behind: papers that are never changed again, and what is added to them.

use super::drafts::gone;
use super::memory::Change;
use super::{Fault, Handbook, Memory};
use crate::domain::id::ThingId;
use crate::domain::signed_paper::{Form, SignedPaper, Term};
use crate::domain::time::Moment;
use crate::exchange::draft::DraftName;
use crate::record::{Body, Kind};

impl Memory {
    /// The number that the next resolution of a term gets. All locked papers must be loaded.
    pub fn next_resolution(&self, term: Term) -> u16 {
        let numbers = self.fold.signed_papers().filter_map(|paper| match paper.form {
            Form::Resolution { number, term: of } if of == term => Some(number),
            _ => None,
        });
        numbers.max().unwrap_or(0).saturating_add(1)
    }

    /// The locked paper of a meeting in this form, if there is one: its minutes, its resolution.
    pub fn signed_paper(&self, meeting: ThingId, like: impl Fn(&Form) -> bool) -> Option<&SignedPaper> {
        self.fold.signed_paper(meeting, like)
    }
}

impl Handbook {
    /// Locks papers with the signature of this device, all of them or none. A second paper of the same meeting and
    /// form, or a number that the term has already, is refused.
    pub async fn lock_papers(&self, papers: Vec<SignedPaper>) -> Result<(), Fault> {
        self.load(Kind::SignedPaper).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let mut change = Change::default();
            memory.lock_in(&mut change, now, &papers)?;
            Ok((change, ()))
        })
        .await
    }
}

impl Memory {
    /// Adds papers that are locked to a change; drafts of addenda go with it. All locked papers must be loaded.
    pub(super) fn lock_in(
        &self,
        change: &mut Change,
        now: Moment,
        papers: &[SignedPaper],
    ) -> Result<(), Fault> {
        for (place, paper) in papers.iter().enumerate() {
            paper.check()?;
            self.fold.meeting(paper.meeting).ok_or(Fault::UnknownMeeting)?;
            let mut others = self.fold.signed_papers().chain(&papers[..place]);
            if others.any(|known| collides(known, paper)) {
                return Err(Fault::Locked);
            }
            if let Form::Addendum { of } = paper.form {
                let known = self.fold.signed_papers().find(|known| known.id == of);
                if known.ok_or(Fault::UnknownPaper)?.meeting != paper.meeting {
                    return Err(Fault::OtherMeeting);
                }
                change.rows.push(gone(DraftName::Addendum(of)));
            }
            self.state_in(change, now, paper.id, Body::SignedPaper(paper.clone()))?;
        }
        Ok(())
    }
}

/// Whether a paper stands where another one was locked.
fn collides(known: &SignedPaper, paper: &SignedPaper) -> bool {
    known.id == paper.id
        || match (known.form, paper.form) {
            (Form::Minutes, Form::Minutes) => known.meeting == paper.meeting,
            (Form::Resolution { number, term }, Form::Resolution { number: next, term: of }) => {
                known.meeting == paper.meeting || (number, term) == (next, of)
            }
            _ => false,
        }
}
