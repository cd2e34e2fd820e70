//! What waits for the secretary's eyes: devices that ask to be listed, mail that is kept aside, letters that were
//! not seen yet.

use super::{Notice, State};
use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::order;
use crate::record::Kind;
use crate::sync::{Memory, Newcomer, Quarantined};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};

/// What waits for the secretary's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SecretaryMail {
    /// Devices that ask to be listed.
    pub newcomers: Vec<Newcomer>,
    /// Mail that is kept aside.
    pub quarantine: Vec<Quarantined>,
    /// The letters on each meeting that the secretary has seen.
    pub seen: BTreeMap<ThingId, BTreeSet<RecordId>>,
}

impl SecretaryMail {
    /// Requests that came with an invitation for `member`.
    pub fn newcomers_of(&self, member: MemberId) -> Vec<Newcomer> {
        self.newcomers.iter().filter(|newcomer| newcomer.invited == Some(member)).cloned().collect()
    }

    /// Letters on a meeting that the secretary has not seen.
    pub fn unseen(&self, memory: &Memory, meeting: ThingId) -> usize {
        let seen = self.seen.get(&meeting);
        letters(memory, meeting).filter(|letter| seen.is_none_or(|seen| !seen.contains(letter))).count()
    }
}

const SEEN: &str = "inbox/";

/// Replies, comments and reviews on a meeting, as far as they are in memory.
fn letters(memory: &Memory, meeting: ThingId) -> impl Iterator<Item = RecordId> {
    let kinds = [Kind::Comment, Kind::Reply, Kind::Review].into_iter();
    kinds.flat_map(move |kind| memory.fold().about(kind, meeting)).map(|record| record.id())
}

impl State {
    /// What waits for the secretary, looked up again whenever something changes. For the body of a component.
    pub fn secretary_mail(self) -> ReadSignal<SecretaryMail> {
        let (mail, set_mail) = signal(SecretaryMail::default());
        let latest = StoredValue::new(0u32);
        Effect::new(move |look: Option<u32>| {
            self.with(|_| ());
            let look = look.map_or(0, |look| look.wrapping_add(1));
            latest.set_value(look);
            let Some(handbook) = self.handbook() else {
                return look;
            };
            spawn_local(async move {
                let read = async {
                    let newcomers = handbook.newcomers().await?;
                    let quarantine = handbook.quarantine().await?;
                    let marks = handbook.marks(SEEN).await?;
                    let seen = |(name, value): (String, Vec<u8>)| {
                        let meeting = ThingId::from_hex(name.strip_prefix(SEEN)?)?;
                        let ids = value.chunks_exact(RecordId::SIZE).filter_map(RecordId::from_slice);
                        Some((meeting, order::set(ids)))
                    };
                    let seen = order::map(marks.into_iter().filter_map(seen));
                    Ok(SecretaryMail { newcomers, quarantine, seen })
                };
                match read.await {
                    // A later look knows better, and the page may be gone by now.
                    Ok(found) if latest.try_get_value() == Some(look) => drop(set_mail.try_set(found)),
                    Ok(_) => {}
                    Err(fault) => self.remark(Notice::Fault(fault)),
                }
            });
            look
        });
        mail
    }

    /// Notes that the secretary has seen all letters on a meeting.
    pub fn note_letters_seen(self, meeting: ThingId) {
        let seen = untrack(|| self.with(|memory| letters(memory, meeting).flat_map(|id| id.0).collect()));
        let Some(seen) = seen else {
            return;
        };
        let name = [SEEN, &meeting.to_string()].concat();
        self.run_or_say(async move |handbook| handbook.set_mark(&name, seen).await, drop);
    }
}
