//! Publishing: what the secretary knows and no head tells yet becomes packs and a new head, which are kept here
//! before they are put anywhere.

use super::delivery::pack_file_gone;
use super::memory::{Change, Publication, SignedHead};
use super::{Fault, Handbook, Memory, Role};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, RecordId, ThingId};
use crate::domain::order;
use crate::domain::time::Moment;
use crate::exchange::feed;
use crate::exchange::pack::seal_packs;
use crate::ports::{Table, Write};
use crate::record::body::{Head, PackRef};
use crate::record::digest::blob_id;
use crate::record::shared_seal::{Purpose, seal_shared};
use crate::record::{Body, Draft, Flaw, Kind};
use std::collections::BTreeSet;

/// A month, or a part of a busy one, as it lies on the shelf now.
struct FreshPack {
    month: u32,
    blob: BlobId,
    bytes: Vec<u8>,
}

impl Memory {
    /// When the secretary last published, if ever.
    pub fn published_at(&self) -> Option<Moment> {
        self.published.as_ref().map(|signed| signed.at)
    }

    /// Whether the published head grows old: members shall not be told that nothing comes when there is no news.
    fn aged(&self, now: Moment) -> bool {
        let half = Head::FRESH_MILLIS / 2;
        self.last_signed().is_some_and(|signed| signed.head.expires.0.saturating_sub(now.0) < half)
    }

    /// Beyond every counter that this key is known to have used. Also beyond those that it is not: the clock has gone on
    /// since, unless it was set back.
    fn next_counter(&self, past: Option<u64>, now: Moment) -> Result<u64, Flaw> {
        let own = self.identity.device().id();
        let marked = self.heads.get(&own).map(|mark| mark.seq);
        let waiting = self.pending.as_ref().filter(|signed| signed.by == own).map(|signed| signed.head.seq);
        let after_last = marked.max(waiting).max(past).unwrap_or(0).saturating_add(1);
        // A clock that is far off must not use the counters up.
        let clock = u64::try_from(now.0).unwrap_or(0).min(Head::SEQ_MAX / 2);
        Some(after_last.max(clock)).filter(|seq| *seq <= Head::SEQ_MAX).ok_or(Flaw::BadValue)
    }

    /// Signs the head that follows the last one, with the months in `fresh` in place of their old packs.
    fn next_head(&self, fresh: &[FreshPack], past: Option<u64>, now: Moment) -> Result<Change, Fault> {
        let last = self.last_signed();
        let mut packs = last.map(|signed| signed.head.packs.clone()).unwrap_or_default();
        packs.retain(|pack| fresh.iter().all(|fresh| fresh.month != pack.month));
        for FreshPack { month, blob, bytes } in fresh {
            let bytes = u32::try_from(bytes.len()).map_err(|_| Flaw::TooLarge)?;
            packs.push(PackRef { month: *month, blob: *blob, bytes });
        }
        let packs = order::sorted(packs, Ord::cmp);
        let superseded = self.superseded(&packs);
        let head = Head {
            seq: self.next_counter(past, now)?,
            expires: now.plus_milliseconds(Head::FRESH_MILLIS),
            packs,
            received: self.receipts.clone(),
            unproven: self.unproven.iter().copied().collect(),
        };
        let org = self.identity.org();
        let draft =
            Draft { org, at: now, about: ThingId::BRANCH, replaces: Vec::new(), body: Body::Head(head) };
        let signed = SignedHead::read(&draft.sign(self.identity.device()))?;
        let put = |pack: &FreshPack| Write::Put(Table::Blobs, pack.blob.0.to_vec(), pack.bytes.clone());
        Ok(Change {
            rows: superseded.iter().copied().map(pack_file_gone).chain(fresh.iter().map(put)).collect(),
            uploads: fresh.iter().map(|pack| pack.blob).collect(),
            uploaded: superseded,
            publication: Some(Publication::Prepared(signed)),
            ..Change::default()
        })
    }

    /// What changes when `signed` is where members find it.
    pub(super) fn publishing(&self, signed: &SignedHead) -> Change {
        // Another tab may have signed the next one meanwhile, which then still waits.
        if self.pending.as_ref() != Some(signed) {
            return Change::default();
        }
        let packs = order::set(signed.head.packs.iter().map(|pack| pack.blob));
        let rows = packs.iter().copied().map(pack_file_gone);
        Change {
            rows: rows.collect(),
            head: Some(signed.mark()),
            packs: packs.difference(&self.packs).copied().collect(),
            idle_packs: self.idle_packs(&signed.head.packs),
            publication: Some(Publication::Done(signed.clone())),
            ..Change::default()
        }
    }
}

impl Handbook {
    /// Signs a head over everything that is not published, and keeps it before anything is put: after a kill the
    /// very same head is put again, so that no counter is ever used twice. A head that waits while new facts come is
    /// followed by another one. With a counter to sign past, one is signed in any case.
    pub(super) async fn prepare(&self, past: Option<u64>) -> Result<bool, Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        loop {
            let (settled, dirty, content) = {
                let memory = self.memory.borrow();
                let unsigned = past.is_some() || memory.ahead_of_head() || memory.aged(now);
                let waiting = memory.pending.is_some() || !memory.uploads.is_empty();
                let settled = (!unsigned).then_some(waiting && memory.last_signed().is_some());
                (settled, memory.dirty.clone(), memory.identity.content().clone())
            };
            if let Some(waiting) = settled {
                return Ok(waiting);
            }
            let mut fresh = Vec::new();
            for month in dirty {
                let rows = self.shelf(&month.to_be_bytes()).await?;
                let packs = seal_packs(&content, rows.iter().map(|(_, value)| value.as_slice()));
                let packs = packs.into_iter().map(|bytes| FreshPack { month, blob: blob_id(&bytes), bytes });
                fresh.extend(packs);
            }
            let change = self.memory.borrow().next_head(&fresh, past, now)?;
            if self.settle(change).await? {
                return Ok(true);
            }
        }
    }

    /// Publishes: every file first, the head last. Tells whether a head was put.
    pub(super) async fn publish(&self, past: Option<u64>) -> Result<bool, Fault> {
        if !self.prepare(past).await? {
            return Ok(false);
        }
        let (hosting, token) = (self.hosting()?, self.token()?);
        let uploads: Vec<BlobId> = self.memory.borrow().uploads.iter().copied().collect();
        for blob in uploads {
            if let Some(bytes) = self.ports.store.get(Table::Blobs, &blob.0).await? {
                self.ports.feed.put(feed::blob_url(&hosting, blob), Some(token.clone()), bytes).await?;
            }
            let _turn = self.turn.lock().await;
            self.act(|_| Ok((Change { uploaded: vec![blob], ..Change::default() }, ()))).await?;
        }
        let Some((signed, sealed)) = self.waiting_head() else {
            return Ok(false);
        };
        self.ports.feed.put(feed::head_url(&hosting), Some(token), sealed).await?;
        self.note_published(&signed).await?;
        Ok(true)
    }

    /// Puts everything again at the next exchange: for a host that has lost its files.
    pub async fn publish_again(&self) -> Result<(), Fault> {
        let shelf = self.ports.store.keys(Table::Shelf, &[]).await?;
        let months = shelf.iter().filter_map(|key| key.first_chunk::<4>());
        self.put_again(&order::set(months.map(|month| u32::from_be_bytes(*month)))).await
    }

    /// Puts these months again at the next exchange, with the files of their documents.
    pub(super) async fn put_again(&self, months: &BTreeSet<u32>) -> Result<(), Fault> {
        self.load(Kind::Document).await?;
        let saved = self.saved_files().await?;
        let mut records = BTreeSet::new();
        for month in months {
            let keys = self.ports.store.keys(Table::Shelf, &month.to_be_bytes()).await?;
            records.extend(keys.iter().filter_map(|key| RecordId::from_slice(key.get(4..)?)));
        }
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let listed = memory.fold.stated(Kind::Document).filter(|record| records.contains(&record.id()));
            let documents = listed.filter_map(|record| match record.body() {
                Body::Document(document) => Some(document),
                _ => None,
            });
            let files = documents.flat_map(Document::files).map(|file| file.blob);
            let uploads = files.filter(|blob| saved.contains(blob)).collect();
            Ok((Change { dirty: months.clone(), uploads, ..Change::default() }, ()))
        })
        .await
    }

    /// The head that waits to be put, and its sealed file.
    pub(super) fn waiting_head(&self) -> Option<(SignedHead, Vec<u8>)> {
        let memory = self.memory.borrow();
        let signed = memory.pending.clone()?;
        let sealed = seal_shared(memory.identity.content(), Purpose::Head, &signed.bytes);
        Some((signed, sealed))
    }

    async fn note_published(&self, signed: &SignedHead) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.act(|memory| Ok((memory.publishing(signed), ()))).await
    }
}
