//! Words on the theme of a meeting: sent, changed, taken back. Words that the branch may read already cannot be unread;
//! but whoever has them is told that they no longer stand, and nobody is handed them again.

use super::memory::read_row;
use super::{Fault, Handbook, Memory, Submitted};
use crate::domain::comment::{Boxes, Comment, Visibility};
use crate::domain::id::{RecordId, ThingId};
use crate::domain::order;
use crate::exchange::fold::Versions;
use crate::exchange::outbox::Parcel;
use crate::exchange::subject::Subject;
use crate::ports::{Row, Table, Write};
use crate::record::envelope::REPLACES_MAX;
use crate::record::kind::Retractable;
use crate::record::{Body, Kind, Record};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Whether these are words for the whole branch.
fn for_branch(record: &Record) -> bool {
    matches!(record.body(), Body::Comment(comment) if comment.visibility == Visibility::Branch)
}

impl Memory {
    /// Whether a member's record is passed on to all members. That something was taken back concerns only those who
    /// have it.
    pub(super) fn passes_on(&self, record: &Record) -> bool {
        if matches!(record.body(), Body::Retract(Retractable::Comment)) {
            let replaced = |other: &Record| record.header().replaces.contains(&other.id());
            let versions = self.fold.versions(&Subject::of(record));
            versions.into_iter().flat_map(Versions::all).any(|other| replaced(other) && for_branch(other))
        } else {
            for_branch(record)
        }
    }

    /// Versions of a comment that others may have: those for the branch, and what took them back.
    fn told(&self, subject: &Subject) -> Vec<RecordId> {
        let versions = self.fold.versions(subject).into_iter().flat_map(Versions::all);
        versions.filter(|record| self.passes_on(record)).map(|record| record.id()).collect()
    }

    /// What the next words for everybody replace: what stands here, and whatever may stand elsewhere.
    fn replaced_everywhere(&self, subject: &Subject) -> Vec<RecordId> {
        let mut replaces = self.fold.replaced_by_next(subject);
        let told = self.told(subject);
        replaces.extend(told.into_iter().filter(|id| !replaces.contains(id)).collect::<Vec<_>>());
        replaces.truncate(REPLACES_MAX);
        replaces
    }

    /// Whether the branch may read words of this member on the theme that still stand.
    pub fn comment_is_out(&self, meeting: ThingId) -> bool {
        let Some(me) = self.me() else {
            return false;
        };
        let subject = Subject::of_member(Kind::Comment, meeting, me);
        let stands = self.fold.versions(&subject).and_then(Versions::current);
        let waits = |record: &Record| self.outbox.get(&record.id()).is_some_and(Parcel::untouched);
        stands.is_some_and(|record| for_branch(record) && !waits(record))
    }
}

impl Handbook {
    /// Sends words on the theme; the draft under `draft` goes in the same commit. Words for the secretary alone take
    /// back those that the branch may have already.
    pub async fn comment(
        &self,
        meeting: ThingId,
        boxes: Boxes,
        visibility: Visibility,
        draft: &str,
    ) -> Result<Submitted, Fault> {
        if boxes.filled() == 0 {
            return Err(Fault::Empty);
        }
        let body = Body::Comment(Comment { meeting, boxes, visibility });
        let rows = [Write::Delete(Table::Drafts, draft.as_bytes().to_vec())];
        if visibility == Visibility::Anonymous {
            return self.submit_unnamed(meeting, body, &rows).await;
        }
        self.load_about(&[Kind::Comment], meeting).await?;
        self.submit_all(&rows, |memory, now| {
            let me = memory.me().ok_or(Fault::NotYetListed)?;
            let everywhere = memory.replaced_everywhere(&Subject::of_member(Kind::Comment, meeting, me));
            if visibility == Visibility::Branch {
                return Ok(vec![memory.own_version(now, meeting, body.clone(), everywhere)?]);
            }
            if !memory.comment_is_out(meeting) {
                return Ok(vec![memory.own_record(now, meeting, body.clone())?]);
            }
            let taken_back =
                memory.own_version(now, meeting, Body::Retract(Retractable::Comment), everywhere)?;
            let words = memory.own_version(now, meeting, body.clone(), vec![taken_back.record.id()])?;
            Ok(vec![taken_back, words])
        })
        .await
    }

    /// Takes back what this member said on the theme.
    pub async fn withdraw_comment(&self, meeting: ThingId) -> Result<Submitted, Fault> {
        self.load_about(&[Kind::Comment], meeting).await?;
        self.submit_all(&[], |memory, now| {
            let me = memory.me().ok_or(Fault::NotYetListed)?;
            memory.fold.comment(meeting, me).ok_or(Fault::NothingSaid)?;
            let everywhere = memory.replaced_everywhere(&Subject::of_member(Kind::Comment, meeting, me));
            Ok(vec![memory.own_version(now, meeting, Body::Retract(Retractable::Comment), everywhere)?])
        })
        .await
    }

    /// Comments that something has replaced. What took them back is not among them: whoever has them must hear of it.
    async fn replaced_comments(&self) -> Result<BTreeSet<RecordId>, Fault> {
        let mut replaced = BTreeSet::new();
        for (_, value) in self.ports.store.list(Table::Past, &[Kind::Comment as u8]).await? {
            let record = read_row(&value)?;
            if matches!(record.body(), Body::Comment(_)) {
                replaced.insert(record.id());
            }
        }
        Ok(replaced)
    }

    /// What lies on the shelf of `months`, all those that begin with these bytes, to be published: words that were
    /// changed or taken back are not handed out again.
    pub(super) async fn shelf(&self, months: &[u8]) -> Result<Vec<Row>, Fault> {
        let mut rows = self.ports.store.list(Table::Shelf, months).await?;
        let replaced = self.replaced_comments().await?;
        let stands =
            |key: &[u8]| key.get(4..).and_then(RecordId::from_slice).is_none_or(|id| !replaced.contains(&id));
        rows.retain(|(key, _)| stands(key));
        Ok(rows)
    }

    /// Months whose packs hand out comments that `records` replace.
    pub(super) async fn outdated_months(&self, records: &[Rc<Record>]) -> Result<BTreeSet<u32>, Fault> {
        let comments = records.iter().filter(|record| Subject::of(record).kind == Kind::Comment);
        let replaced: BTreeSet<RecordId> =
            order::set(comments.flat_map(|record| record.header().replaces.iter().copied()));
        if replaced.is_empty() {
            return Ok(BTreeSet::new());
        }
        let keys = self.ports.store.keys(Table::Shelf, &[]).await?;
        let month = |key: &Vec<u8>| {
            let (month, id) = key.split_first_chunk::<4>()?;
            replaced.contains(&RecordId::from_slice(id)?).then_some(u32::from_be_bytes(*month))
        };
        Ok(order::set(keys.iter().filter_map(month)))
    }
}
