//! What a record is a version of. Two records with the same subject are versions of one fact; records of different
//! subjects never touch each other.

use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::record::{Author, Kind, Record};

/// One fact of the branch, through all its versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// Kind of the fact.
    pub kind: Kind,
    /// What it is about.
    pub about: ThingId,
    /// Whose fact it is: a member, a newcomer's key, one anonymous comment, or zeros for the branch.
    pub whose: [u8; 8],
}

impl std::hash::Hash for Kind {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (*self as u8).hash(state);
    }
}

impl Subject {
    /// Bytes in a key.
    pub const KEY_BYTES: usize = 25;

    /// A fact of the branch itself.
    pub fn of_branch(kind: Kind, about: ThingId) -> Self {
        Self { kind, about, whose: [0; 8] }
    }

    /// A member's own fact.
    pub fn of_member(kind: Kind, about: ThingId, member: MemberId) -> Self {
        Self { kind, about, whose: member.0 }
    }

    /// The subject of a verified record.
    pub fn of(record: &Record) -> Self {
        let kind = record.body().fact_kind();
        let whose = match (record.member(), record.header().author) {
            (Some(member), _) => member.0,
            (None, Author::Device(key)) if kind == Kind::Join => key.0,
            (None, Author::Device(_)) => [0; 8],
            // Nobody can tell whether two anonymous comments are by one hand, so each stands alone.
            (None, Author::Anonymous) => core::array::from_fn(|place| record.id().0[place]),
        };
        Self { kind, about: record.header().about, whose }
    }

    /// Sorts by kind, then by what it is about.
    pub fn key(&self) -> [u8; Self::KEY_BYTES] {
        let mut key = [0; Self::KEY_BYTES];
        key[0] = self.kind as u8;
        key[1..17].copy_from_slice(&self.about.0);
        key[17..].copy_from_slice(&self.whose);
        key
    }

    /// What the keys of all facts of `kind` about one thing begin with.
    pub fn prefix(kind: Kind, about: ThingId) -> [u8; 17] {
        core::array::from_fn(|place| if place == 0 { kind as u8 } else { about.0[place - 1] })
    }

    /// Key of one version.
    pub fn version_key(&self, id: RecordId) -> Vec<u8> {
        let mut key = self.key().to_vec();
        key.extend_from_slice(&id.0);
        key
    }
}
