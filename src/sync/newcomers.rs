//! Requests of devices that nobody in the branch holds: whoever has the link can ask.

use super::{Fault, Handbook, Memory, meta};
use crate::domain::id::{InviteId, MemberId, RecordId, ThingId};
use crate::domain::order;
use crate::domain::time::Moment;
use crate::ports::{Table, Write};
use crate::record::body::Join;
use crate::record::digest::{comparison_digits, key_id};
use crate::record::keyring::Vouched;
use crate::record::{Body, Kind, Record, Unverified};
use std::collections::BTreeSet;

/// A device that asks to be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Its request.
    pub record: RecordId,
    /// What it asks with.
    pub join: Join,
    /// Six digits to compare with the ones on its screen.
    pub digits: u32,
    /// For whom the invitation was made.
    pub invited: Option<MemberId>,
    /// When it asked, by its own clock.
    pub at: Moment,
}

impl Handbook {
    /// Devices that ask to be listed, are not and were not dismissed.
    pub async fn newcomers(&self) -> Result<Vec<Newcomer>, Fault> {
        self.load(Kind::Join).await?;
        let dismissed = self.dismissed().await?;
        let mut newcomers: Vec<Newcomer> = {
            let memory = self.memory.borrow();
            let requests = memory.fold.about(Kind::Join, ThingId::BRANCH);
            let waiting = requests.filter(|record| !dismissed.contains(&record.id()));
            let waiting = waiting.filter_map(|record| match record.body() {
                Body::Join(join) => memory.newcomer(record, join),
                _ => None,
            });
            order::sorted(waiting, |a, b| b.at.cmp(&a.at))
        };
        for newcomer in &mut newcomers {
            newcomer.invited = self.invited(newcomer.join.invite).await?;
        }
        Ok(newcomers)
    }

    /// For whom an invitation was made, if it was made here.
    pub async fn invited(&self, invite: InviteId) -> Result<Option<MemberId>, Fault> {
        let member = self.ports.store.get(Table::Meta, &meta::key(meta::INVITE, &invite.0)).await?;
        Ok(member.as_deref().and_then(MemberId::from_slice))
    }

    /// Reads a request that was scanned face to face.
    pub fn scan_request(&self, bytes: &[u8]) -> Result<Newcomer, Fault> {
        let memory = self.memory.borrow();
        let record = Unverified::parse(bytes)?.verify(&memory.keyring, Vouched::No)?;
        let Body::Join(join) = record.body() else {
            return Err(Fault::NotARequest);
        };
        memory.newcomer(&record, join).ok_or(Fault::AlreadyListed)
    }

    /// The request is nobody's of the branch: it no longer waits.
    pub async fn dismiss(&self, request: RecordId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let key = meta::key(meta::DISMISSED, &request.0);
        self.write_rows(vec![Write::Put(Table::Meta, key, Vec::new())]).await
    }

    /// Lets a request that was dismissed wait again.
    pub async fn recall(&self, request: RecordId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Delete(Table::Meta, meta::key(meta::DISMISSED, &request.0))]).await
    }

    /// Requests that no longer wait.
    pub(super) async fn dismissed(&self) -> Result<BTreeSet<RecordId>, Fault> {
        let keys = self.ports.store.keys(Table::Meta, meta::DISMISSED).await?;
        let request = |key: &Vec<u8>| RecordId::from_slice(key.strip_prefix(meta::DISMISSED)?);
        Ok(order::set(keys.iter().filter_map(request)))
    }
}

impl Memory {
    fn newcomer(&self, record: &Record, join: &Join) -> Option<Newcomer> {
        let id = key_id(&join.keys.signing);
        if self.fold.roster().is_some_and(|roster| roster.holder(id).is_some()) {
            return None;
        }
        Some(Newcomer {
            record: record.id(),
            join: join.clone(),
            digits: comparison_digits(self.identity.org(), &join.keys),
            invited: None,
            at: record.header().at,
        })
    }
}
