//! What waits for the secretary's eyes: devices that ask to be listed, mail that is kept aside, letters that were
//! not seen yet.

use super::{Notice, State};
use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::order;
use crate::domain::time::WallTime;
use crate::record::Kind;
use crate::sync::{Memory, Newcomer, Quarantined};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};

/// What waits for the secretary's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SecretaryMail {
    /// It was looked up at least once.
    pub known: bool,
    /// Devices that ask to be listed.
    pub newcomers: Vec<Newcomer>,
    /// Mail that is kept aside.
    pub quarantine: Vec<Quarantined>,
    /// The letters on each meeting that the secretary has seen; reports stand under the branch.
    pub seen: BTreeMap<ThingId, BTreeSet<RecordId>>,
}

impl SecretaryMail {
    /// Requests that came with an invitation for `member`.
    pub fn newcomers_of(&self, member: MemberId) -> Vec<Newcomer> {
        self.newcomers.iter().filter(|newcomer| newcomer.invited == Some(member)).cloned().collect()
    }

    /// What waits: requests, unseen letters on the next meeting, and mail that is kept aside.
    fn waiting(&self, memory: &Memory, now: WallTime) -> WaitingMail {
        let meeting = memory.fold().next_meeting(now).map(|meeting| meeting.id);
        let unseen = |kind| meeting.map_or(0, |meeting| self.unseen(memory, &[kind], meeting));
        WaitingMail {
            requests: self.newcomers.len(),
            comments: unseen(Kind::Comment),
            replies: unseen(Kind::Reply),
            reviews: unseen(Kind::Review),
            reports: self.unseen_of(reports(memory), ThingId::BRANCH),
            aside: self.quarantine.len(),
        }
    }

    /// Whether letters on a meeting were not seen.
    pub fn any_unseen(&self, memory: &Memory, meeting: ThingId) -> bool {
        self.unseen(memory, &LETTERS, meeting) > 0
    }

    /// Whether reports on tasks were not seen.
    pub fn any_report_unseen(&self, memory: &Memory) -> bool {
        self.unseen_of(reports(memory), ThingId::BRANCH) > 0
    }

    fn unseen(&self, memory: &Memory, kinds: &[Kind], meeting: ThingId) -> usize {
        self.unseen_of(letters(memory, kinds, meeting), meeting)
    }

    fn unseen_of(&self, letters: impl Iterator<Item = RecordId>, of: ThingId) -> usize {
        let seen = self.seen.get(&of);
        letters.filter(|letter| seen.is_none_or(|seen| !seen.contains(letter))).count()
    }
}

/// How much of each kind waits for the secretary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct WaitingMail {
    /// Devices that ask to be listed.
    pub requests: usize,
    /// Comments on the next meeting that were not seen.
    pub comments: usize,
    /// Replies to its notice that were not seen.
    pub replies: usize,
    /// Self-criticism for it that was not seen.
    pub reviews: usize,
    /// Reports on tasks that were not seen.
    pub reports: usize,
    /// Mail that is kept aside until its sender is known.
    pub aside: usize,
}

impl WaitingMail {
    /// How much asks for the secretary. Mail that is kept aside does not: it waits for somebody else.
    pub fn asks(self) -> usize {
        self.requests + self.comments + self.replies + self.reviews + self.reports
    }
}

/// What members send on a meeting.
const LETTERS: [Kind; 3] = [Kind::Comment, Kind::Reply, Kind::Review];
const SEEN: &str = "inbox/";

/// Letters of these kinds on a meeting, as far as they are in memory.
fn letters(memory: &Memory, kinds: &[Kind], meeting: ThingId) -> impl Iterator<Item = RecordId> {
    kinds.iter().flat_map(move |kind| memory.fold().about(*kind, meeting)).map(|record| record.id())
}

/// Members' reports on tasks, as far as they are in memory.
fn reports(memory: &Memory) -> impl Iterator<Item = RecordId> {
    memory.fold().stated(Kind::Report).map(|record| record.id())
}

impl State {
    /// What waits for the secretary.
    pub fn secretary_mail(self) -> ReadSignal<SecretaryMail> {
        self.mail.read_only()
    }

    /// How much of each kind waits for the secretary.
    pub fn waiting_mail(self) -> WaitingMail {
        let now = self.now().wall();
        self.mail.with(|mail| self.with(|memory| mail.waiting(memory, now))).unwrap_or_default()
    }

    /// Looks up what waits for the secretary whenever something changes. For the body of a component that stays.
    pub fn follow_secretary_mail(self) {
        let latest = StoredValue::new(0u32);
        Effect::new(move |look: Option<u32>| {
            let secretary = self.is_secretary();
            let look = look.map_or(0, |look| look.wrapping_add(1));
            latest.set_value(look);
            let Some(handbook) = self.handbook().filter(|_| secretary) else {
                return look;
            };
            let now = self.now().wall();
            spawn_local(async move {
                let read = async {
                    let next = handbook.memory().fold().next_meeting(now).map(|meeting| meeting.id);
                    if let Some(meeting) = next {
                        handbook.load_meeting(meeting).await?;
                    }
                    handbook.load(Kind::Report).await?;
                    let newcomers = handbook.newcomers().await?;
                    let quarantine = handbook.quarantine().await?;
                    let marks = handbook.marks(SEEN).await?;
                    let seen = |(name, value): (String, Vec<u8>)| {
                        let meeting = ThingId::from_hex(name.strip_prefix(SEEN)?)?;
                        let ids = value.chunks_exact(RecordId::SIZE).filter_map(RecordId::from_slice);
                        Some((meeting, order::set(ids)))
                    };
                    let seen = order::map(marks.into_iter().filter_map(seen));
                    Ok(SecretaryMail { known: true, newcomers, quarantine, seen })
                };
                match read.await {
                    // A later look knows better.
                    Ok(found) if latest.try_get_value() == Some(look) => self.mail.set(found),
                    Ok(_) => {}
                    Err(fault) => self.remark(Notice::Fault(fault)),
                }
            });
            look
        });
    }

    /// Notes that the secretary has seen all letters on a meeting.
    pub fn note_letters_seen(self, meeting: ThingId) {
        let seen = untrack(|| self.with(|memory| letters(memory, &LETTERS, meeting).collect()));
        self.note_seen(meeting, seen.unwrap_or_default());
    }

    /// Notes that the secretary has seen all reports on tasks.
    pub fn note_reports_seen(self) {
        let seen = untrack(|| self.with(|memory| reports(memory).collect()));
        self.note_seen(ThingId::BRANCH, seen.unwrap_or_default());
    }

    fn note_seen(self, of: ThingId, letters: Vec<RecordId>) {
        let name = [SEEN, &of.to_string()].concat();
        let seen: Vec<u8> = letters.into_iter().flat_map(|id| id.0).collect();
        self.run_or_say(async move |handbook| handbook.set_mark(&name, seen).await, drop);
    }
}
