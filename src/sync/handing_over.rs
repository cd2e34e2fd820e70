//! What is entered of a meeting goes from one device of the secretary to another, by file, and is joined with what is
//! entered there. It is never put on the shelf, never a fact of the branch, and no host sees it.

use super::bundles::Outgoing;
use super::memory::Change;
use super::run::RUNS;
use super::secretary::changes_row;
use super::{Fault, Handbook, Memory, Role};
use crate::domain::changes::{Changes, Parts, Place};
use crate::domain::entered::{Entered, minutes_parts};
use crate::domain::id::ThingId;
use crate::domain::key::SealingKey;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::proceedings::Proceedings;
use crate::exchange::bundle::{Bundle, Item};
use crate::exchange::fold::Versions;
use crate::exchange::subject::Subject;
use crate::record::digest::sha256;
use crate::record::keyring::Vouched;
use crate::record::sealed_mail::{open_hand_over, seal_hand_over};
use crate::record::{Body, Draft, Flaw, Kind, Seed, Unverified};

/// What a hand-over has brought that was not entered here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Opinions that are new or changed.
    pub opinions: usize,
    /// Votes that are new or changed.
    pub votes: usize,
    /// Marks in the roll call that are new or changed.
    pub marks: usize,
    /// Everything else.
    pub others: usize,
}

impl Joined {
    fn of(before: &Parts, after: &Parts) -> Self {
        let mut joined = Self::default();
        let part = |parts: &Parts, place: &Place| parts.get(place).map(|(part, _)| part.clone());
        let gone = before.keys().filter(|place| !after.contains_key(place));
        for place in after.keys().chain(gone).filter(|place| part(before, place) != part(after, place)) {
            match place {
                Place::Opinion(_) => joined.opinions += 1,
                Place::Vote(_) => joined.votes += 1,
                Place::Tick(_) | Place::CheckIn(_) => joined.marks += 1,
                _ => joined.others += 1,
            }
        }
        joined
    }
}

impl Memory {
    /// Everything entered of a meeting here, with these marks of the minutes.
    fn all_entered(&self, run: Option<Entered>, marks: &Changes, minutes: Minutes) -> Result<Entered, Fault> {
        if self.role() != Role::Secretary {
            return Err(Fault::NotTheSecretary);
        }
        let notice = self.fold.meeting(minutes.meeting).ok_or(Fault::UnknownMeeting)?;
        let (mut proceedings, changes) = match run {
            Some(run) => (run.proceedings, run.changes),
            None => (Proceedings::of(notice), Changes::default()),
        };
        proceedings.follow(notice);
        Ok(Entered { proceedings, minutes: Some(minutes), changes: changes.with(marks) })
    }

    /// The devices that a hand-over is for.
    fn secretaries_seals(&self) -> Result<Vec<SealingKey>, Fault> {
        let charter = self.fold.charter().ok_or(Fault::NotFetched)?;
        Ok(charter.secretaries.iter().map(|keys| keys.sealing).collect())
    }

    /// What is entered here, joined with what another device has entered, and what that changes.
    fn joined(&self, mine: &Entered, theirs: &Entered) -> Result<(Entered, Joined), Fault> {
        let meeting = mine.proceedings.meeting;
        let notice = self.fold.meeting(meeting).ok_or(Fault::UnknownMeeting)?;
        let published = self.fold.versions(&Subject::of_branch(Kind::Minutes, meeting));
        let theirs = match published.and_then(Versions::current) {
            Some(published) => theirs.clone().after_publication(published.header().at),
            None => theirs.clone(),
        };
        let joined = mine.join(&theirs, notice)?;
        let news = Joined::of(&mine.parts(), &joined.parts());
        Ok((joined, news))
    }
}

impl Handbook {
    /// The meeting of which something is entered here that is going on, or the nearest one.
    pub async fn entered_meeting(&self) -> Result<Option<ThingId>, Fault> {
        let names = self.draft_names(RUNS).await?;
        let now = self.now();
        let memory = self.memory.borrow();
        let runs = names.iter().filter_map(|name| ThingId::from_hex(name.strip_prefix(RUNS)?));
        let known = runs.chain(memory.minutes.keys().copied()).filter_map(|id| memory.fold.meeting(id));
        let away = |notice: &&Meeting| (notice.starts.moment().0.abs_diff(now.0), notice.id);
        Ok(known.min_by_key(away).map(|notice| notice.id))
    }

    /// A bundle with everything that is entered of a meeting here, for the secretary's other devices alone. Making it
    /// changes nothing.
    pub async fn export_run(&self, meeting: ThingId) -> Result<Outgoing, Fault> {
        self.catch_up().await?;
        self.load_meeting(meeting).await?;
        let (run, marks) = (self.stored_proceedings(meeting).await?, self.stored_changes(meeting).await?);
        let now = self.now();
        let memory = self.memory.borrow();
        // The log of the code stays here: the other device gets the check-ins that it proves.
        let minutes = Minutes { roll_call: memory.roll_call(meeting), ..memory.minutes(meeting) };
        let entered = memory.all_entered(run, &marks, minutes)?;
        let org = memory.identity.org();
        let draft = Draft {
            org,
            at: now,
            about: meeting,
            replaces: Vec::new(),
            body: Body::Proceedings(Box::new(entered)),
        };
        let letter = draft.sign(memory.identity.device());
        let seed = Seed(sha256(&[b"so-tay hand-over", &self.ports.keys.seed().0, &letter]));
        let sealed = seal_hand_over(&memory.secretaries_seals()?, &letter, &seed)?;
        Ok(Outgoing::of(Bundle { org, items: vec![Item::Proceedings(sealed)] }))
    }

    /// Takes in what another device of the secretary has entered of a meeting that is still open. Nothing that is entered
    /// here is lost, and what was taken in before changes nothing.
    pub(super) async fn take_proceedings(&self, sealed: &[u8]) -> Result<Joined, Fault> {
        let (meeting, theirs) = {
            let memory = self.memory.borrow();
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let letter = open_hand_over(memory.identity.device(), sealed)?;
            let record = Unverified::parse(&letter)?.verify(&memory.keyring, Vouched::No)?;
            match record.body() {
                Body::Proceedings(theirs) => (record.header().about, (**theirs).clone()),
                _ => return Err(Fault::Flaw(Flaw::NotAllowed)),
            }
        };
        let _turn = self.turn.lock().await;
        loop {
            let (run, marks) = (self.stored_proceedings(meeting).await?, self.stored_changes(meeting).await?);
            let (joined, news, mut change) = {
                let memory = self.memory.borrow();
                // What was entered of a closed meeting is only read, also when it comes late.
                memory.still_open(meeting)?;
                let mine = memory.all_entered(run, &marks, memory.minutes(meeting))?;
                let (mut joined, news) = memory.joined(&mine, &theirs)?;
                if joined.parts() == mine.parts() && joined.changes == mine.changes {
                    return Ok(Joined::default());
                }
                let mut change = Change::default();
                if let (Some(before), Some(after)) = (&mine.minutes, joined.minutes.take()) {
                    // Minutes that were published are not entered anew by what agrees with them.
                    if minutes_parts(before) != minutes_parts(&after) {
                        change.minutes.push(memory.entered(after)?);
                    }
                }
                change.rows.push(changes_row(meeting, &joined.changes.only(Place::of_minutes)));
                joined.changes = joined.changes.only(|place| !place.of_minutes());
                (joined, news, change)
            };
            let run = joined.proceedings.clone();
            change.rows.push(self.proceedings_row(joined).await?);
            if self.settle(change).await? {
                self.memory.borrow_mut().runs.insert(meeting, run);
                return Ok(news);
            }
        }
    }
}
