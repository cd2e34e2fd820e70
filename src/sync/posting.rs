//! What of a meeting was posted and reported, as the secretary ticks it.

use super::memory::Change;
use super::{Fault, Handbook, Memory};
use crate::domain::id::ThingId;
use crate::domain::posting::{Posting, PostingItem};
use crate::domain::signed_paper::Form;
use crate::domain::time::Moment;
use crate::record::{Body, Kind};

impl Memory {
    /// What of a meeting is to be posted: what its regulation asks for, as far as the meeting has it. Locked papers and
    /// scores must be loaded.
    pub fn to_post(&self, meeting: ThingId) -> Vec<PostingItem> {
        let Some(notice) = self.fold.meeting(meeting) else {
            return Vec::new();
        };
        let there = |item: &PostingItem| match item {
            PostingItem::Resolution => {
                self.signed_paper(meeting, |form| matches!(form, Form::Resolution { .. })).is_some()
            }
            PostingItem::Score => self.fold.score(meeting).is_some(),
            PostingItem::Tasks => !self.minutes(meeting).tasks.is_empty(),
            PostingItem::Minutes | PostingItem::RollCall | PostingItem::Report => true,
        };
        let asked = &self.regulation(notice.regulation).deadlines.posting_items;
        asked.iter().copied().filter(there).collect()
    }

    /// What of a meeting was posted.
    pub fn posting(&self, meeting: ThingId) -> Posting {
        self.fold.posting(meeting).cloned().unwrap_or_else(|| Posting::new(meeting, []))
    }

    /// When the last of what is to be posted of a meeting was.
    pub fn posted(&self, meeting: ThingId) -> Option<Moment> {
        self.fold.posting(meeting)?.completed(&self.to_post(meeting))
    }
}

impl Handbook {
    /// Notes that something of a meeting was posted just now, or takes that back. What was ticked before keeps its time.
    pub async fn tick_posted(&self, meeting: ThingId, item: PostingItem, posted: bool) -> Result<(), Fault> {
        self.load_about(&[Kind::Posting], meeting).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let known = memory.posting(meeting);
            let mut posting = known.clone();
            match posted {
                true => posting.tick(item, now),
                false => posting.take_back(item),
            }
            if posting == known {
                return Ok((Change::default(), ()));
            }
            Ok((memory.stated(now, meeting, Body::Posting(posting))?, ()))
        })
        .await
    }
}
