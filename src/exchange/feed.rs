//! The feed seen from a member's phone: is this head newer than what I know, and what is missing here? And where
//! the files of a branch lie.

use crate::domain::id::{BlobId, FolderId, KeyId, RecordId, hex};
use crate::domain::org::Hosting;
use crate::domain::time::{Day, Moment};
use crate::record::body::{Head, PackRef};
use std::collections::BTreeSet;

/// What a phone remembers of the last head it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadMark {
    /// Who signed it.
    pub by: KeyId,
    /// Its counter.
    pub seq: u64,
    /// Its record id.
    pub id: RecordId,
    /// When it was signed, by its author's clock.
    pub at: Moment,
    /// After this the members are told that nothing new has come for long.
    pub expires: Moment,
}

/// What to do with a head that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadNews {
    /// The one that is known already.
    Same,
    /// Older than the one that is known: the host serves an old copy. Nothing is taken from it.
    Older,
    /// Another head with the same counter: the host or the secretary's phone went back. Nothing is taken from it.
    Forked,
    /// Newer; these packs are missing here.
    Newer(Vec<PackRef>),
}

/// Compares what a head claims with what is known; whether it is genuine is judged with the packs that it names,
/// which may bring the charter that names its key. `have` names the packs whose records are in the store. Counters of
/// different signing keys are not compared: a successor starts anew.
pub fn judge_head(
    known: Option<&HeadMark>,
    by: KeyId,
    id: RecordId,
    head: &Head,
    have: &BTreeSet<BlobId>,
) -> HeadNews {
    if let Some(known) = known.filter(|known| known.by == by) {
        if known.id == id {
            return HeadNews::Same;
        }
        match head.seq.cmp(&known.seq) {
            std::cmp::Ordering::Less => return HeadNews::Older,
            std::cmp::Ordering::Equal => return HeadNews::Forked,
            std::cmp::Ordering::Greater => {}
        }
    }
    HeadNews::Newer(head.packs.iter().filter(|pack| !have.contains(&pack.blob)).copied().collect())
}

/// Year × 100 + month, in Vietnam: the shelf a fact is put on when it is accepted.
pub fn month_of(day: Day) -> u32 {
    // Years of a `Day` lie between 1900 and 2199.
    day.year().unsigned_abs() * 100 + day.month().number()
}

/// Address of the head.
pub fn head_url(hosting: &Hosting) -> String {
    address(hosting, "feed", "head")
}

/// Address of a file of the feed.
pub fn blob_url(hosting: &Hosting, blob: BlobId) -> String {
    address(hosting, "feed", &hex(&blob.0))
}

/// Address that a mail is put to.
pub fn drop_url(hosting: &Hosting, mail: BlobId) -> String {
    address(hosting, "drop", &hex(&mail.0))
}

/// Address of the list of mail.
pub fn inbox_url(hosting: &Hosting) -> String {
    address(hosting, "inbox", "")
}

/// Address that the secretary reads a mail from and clears it at.
pub fn mail_url(hosting: &Hosting, mail: BlobId) -> String {
    address(hosting, "inbox", &hex(&mail.0))
}

fn address(hosting: &Hosting, area: &str, file: &str) -> String {
    let FolderId(folder) = hosting.folder;
    [hosting.base_url.as_str(), "/", area, "/", &hex(&folder), "/", file].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const BY: KeyId = KeyId([1; 8]);
    const KNOWN: HeadMark =
        HeadMark { by: BY, seq: 7, id: RecordId([7; 32]), at: Moment(0), expires: Moment(0) };

    fn pack(number: u8) -> PackRef {
        PackRef { month: 202_610, blob: BlobId([number; 32]), bytes: 1 }
    }

    #[rstest]
    #[case(7, 7, HeadNews::Same)]
    #[case(6, 6, HeadNews::Older)]
    #[case(7, 9, HeadNews::Forked)]
    #[case(8, 8, HeadNews::Newer(vec![pack(2)]))]
    fn only_a_newer_head_is_taken(#[case] seq: u64, #[case] id: u8, #[case] expected: HeadNews) {
        let head = Head { seq, packs: vec![pack(1), pack(2)], ..Head::default() };
        let have = BTreeSet::from([BlobId([1; 32])]);
        assert_eq!(judge_head(Some(&KNOWN), BY, RecordId([id; 32]), &head, &have), expected);
    }

    #[test]
    fn a_successors_head_starts_anew() {
        let head = Head { seq: 1, ..Head::default() };
        let news = judge_head(Some(&KNOWN), KeyId([2; 8]), RecordId([1; 32]), &head, &BTreeSet::new());
        assert_eq!(news, HeadNews::Newer(Vec::new()));
    }
}
