//! Đăng và báo cáo: what of a meeting is posted and reported after it, each with the time at which the secretary has
//! said so. What is asked for, and within how many days, is the regulation's.

use super::id::ThingId;
use super::time::Moment;

/// Something of a meeting that is posted or reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostingItem {
    /// biên bản
    Minutes,
    /// nghị quyết
    Resolution,
    /// chấm điểm
    Score,
    /// điểm danh
    RollCall,
    /// nhiệm vụ
    Tasks,
    /// báo cáo cấp trên
    Report,
}

/// What of one meeting was posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Which meeting.
    pub meeting: ThingId,
    /// Each item once, in their order, with the time at which it was ticked.
    done: Vec<(PostingItem, Moment)>,
}

impl PostingItem {
    /// Every item, in the order in which they are posted.
    pub const ALL: [Self; 6] =
        [Self::Minutes, Self::Resolution, Self::Score, Self::RollCall, Self::Tasks, Self::Report];
    /// What a regulation asks for that does not say so.
    pub const USUAL: [Self; 4] = [Self::Minutes, Self::Resolution, Self::Score, Self::Report];
}

impl Posting {
    /// The items with their times, whatever their order; of one that comes twice the first.
    pub fn new(meeting: ThingId, done: impl IntoIterator<Item = (PostingItem, Moment)>) -> Self {
        let mut posting = Self { meeting, done: Vec::new() };
        done.into_iter().for_each(|(item, at)| posting.tick(item, at));
        posting
    }

    /// Each item that was posted, with its time.
    pub fn done(&self) -> &[(PostingItem, Moment)] {
        &self.done
    }

    /// When an item was posted.
    pub fn at(&self, item: PostingItem) -> Option<Moment> {
        self.done.iter().find(|(known, _)| *known == item).map(|(_, at)| *at)
    }

    /// An item was posted; one that was ticked before keeps its time.
    pub fn tick(&mut self, item: PostingItem, at: Moment) {
        let place = self.done.partition_point(|(known, _)| *known < item);
        if self.at(item).is_none() {
            self.done.insert(place, (item, at));
        }
    }

    /// An item was not posted after all.
    pub fn take_back(&mut self, item: PostingItem) {
        self.done.retain(|(known, _)| *known != item);
    }

    /// When the last of what is asked for was posted; nothing while one is missing.
    pub fn completed(&self, asked: &[PostingItem]) -> Option<Moment> {
        asked.iter().map(|item| self.at(*item)).collect::<Option<Vec<Moment>>>()?.into_iter().max()
    }
}

#[cfg(test)]
mod tests {
    use super::PostingItem::{Minutes, Report, Resolution, Score};
    use super::*;
    use rstest::rstest;

    fn posting(done: &[(PostingItem, i64)]) -> Posting {
        Posting::new(ThingId([1; 16]), done.iter().map(|(item, at)| (*item, Moment(*at))))
    }

    #[rstest]
    #[case(&[], &[], None)]
    #[case(&[], &[Minutes], None)]
    #[case(&[(Minutes, 5)], &[Minutes, Report], None)]
    #[case(&[(Minutes, 5), (Report, 3)], &[Minutes, Report], Some(5))]
    #[case(&[(Minutes, 5), (Report, 3), (Score, 9)], &[Minutes, Report], Some(5))]
    fn posting_is_completed_by_the_last_of_what_is_asked_for(
        #[case] done: &[(PostingItem, i64)],
        #[case] asked: &[PostingItem],
        #[case] completed: Option<i64>,
    ) {
        assert_eq!(posting(done).completed(asked), completed.map(Moment));
    }

    #[test]
    fn what_is_ticked_twice_keeps_its_time_until_it_is_taken_back() {
        let mut posting = posting(&[(Report, 7), (Minutes, 5)]);
        posting.tick(Minutes, Moment(9));
        assert_eq!(posting.done(), [(Minutes, Moment(5)), (Report, Moment(7))]);
        posting.take_back(Minutes);
        posting.take_back(Resolution);
        posting.tick(Minutes, Moment(9));
        assert_eq!(posting.at(Minutes), Some(Moment(9)));
    }
}
