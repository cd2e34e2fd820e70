//! What waits for the secretary's eyes: devices that ask to be listed, mail that is kept aside, letters that were
//! not seen yet.

use super::{Notice, State};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::order;
use crate::sync::{Memory, Newcomer, Quarantined};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What waits for the secretary's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SecretaryMail {
    /// Devices that ask to be listed.
    pub newcomers: Vec<Newcomer>,
    /// Mail that is kept aside.
    pub quarantine: Vec<Quarantined>,
    /// How many letters on each meeting the secretary has seen.
    pub seen: BTreeMap<ThingId, u32>,
}

impl SecretaryMail {
    /// Requests that came with an invitation for `member`.
    pub fn newcomers_of(&self, member: MemberId) -> Vec<Newcomer> {
        self.newcomers.iter().filter(|newcomer| newcomer.invited == Some(member)).cloned().collect()
    }

    /// Letters on a meeting that the secretary has not seen.
    pub fn unseen(&self, memory: &Memory, meeting: ThingId) -> usize {
        letters(memory, meeting).saturating_sub(self.seen.get(&meeting).copied().unwrap_or(0)) as usize
    }
}

const SEEN: &str = "inbox/";

/// Replies, comments and reviews on a meeting, as far as they are in memory.
fn letters(memory: &Memory, meeting: ThingId) -> u32 {
    use crate::record::Kind::{Comment, Reply, Review};
    let count = |kind| memory.fold().about(kind, meeting).count();
    u32::try_from(count(Comment) + count(Reply) + count(Review)).unwrap_or(u32::MAX)
}

impl State {
    /// What waits for the secretary, looked up again whenever something changes. For the body of a component.
    pub fn secretary_mail(self) -> ReadSignal<SecretaryMail> {
        let (mail, set_mail) = signal(SecretaryMail::default());
        Effect::new(move |_| {
            self.with(|_| ());
            let Some(handbook) = self.handbook() else {
                return;
            };
            spawn_local(async move {
                let look = async {
                    let newcomers = handbook.newcomers().await?;
                    let quarantine = handbook.quarantine().await?;
                    let marks = handbook.marks(SEEN).await?;
                    let seen = |(name, value): (String, Vec<u8>)| {
                        let meeting = ThingId::from_hex(name.strip_prefix(SEEN)?)?;
                        Some((meeting, u32::from_be_bytes(value.try_into().ok()?)))
                    };
                    let seen = order::map(marks.into_iter().filter_map(seen));
                    Ok(SecretaryMail { newcomers, quarantine, seen })
                };
                match look.await {
                    // The page may be gone by now.
                    Ok(found) => drop(set_mail.try_set(found)),
                    Err(fault) => self.remark(Notice::Fault(fault)),
                }
            });
        });
        mail
    }

    /// Notes that the secretary has seen all letters on a meeting.
    pub fn note_letters_seen(self, meeting: ThingId) {
        let Some(count) = untrack(|| self.with(|memory| letters(memory, meeting))) else {
            return;
        };
        let name = [SEEN, &meeting.to_string()].concat();
        self.run_or_say(
            async move |handbook| handbook.set_mark(&name, count.to_be_bytes().to_vec()).await,
            drop,
        );
    }
}
