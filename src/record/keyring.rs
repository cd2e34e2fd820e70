//! Whose signature counts for what: the charter and the roster in force, as keys.

use super::digest::key_id;
use super::shared_seal::ContentKey;
use crate::domain::id::{KeyId, MemberId, OrgId};
use crate::domain::key::SigningKey;
use crate::domain::member::{Roster, Standing};
use crate::domain::org::Charter;
use std::collections::BTreeMap;

/// Which records are judged: those that arrive now, or those that a head of the secretary already vouches for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouched {
    /// Arriving: a revoked device is refused.
    No,
    /// In a published pack: what a device signed before it was revoked still stands.
    ByHead,
}

/// A device of a member, as the verifier sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Whose device.
    pub member: MemberId,
    /// Its key.
    pub key: SigningKey,
    /// Whether it still speaks.
    pub standing: Standing,
}

/// The keys that count in one branch.
#[derive(Clone, Debug)]
pub struct Keyring {
    org: OrgId,
    content: ContentKey,
    secretaries: BTreeMap<KeyId, SigningKey>,
    members: BTreeMap<KeyId, Holder>,
}

impl Keyring {
    /// A keyring that trusts nobody yet.
    pub fn new(org: OrgId, content: ContentKey) -> Self {
        Self { org, content, secretaries: BTreeMap::new(), members: BTreeMap::new() }
    }

    /// Adds the secretaries of a charter, and the recovery key that may name a successor. Keys of earlier charters
    /// stay, so that their facts still verify.
    pub fn trust_charter(&mut self, charter: &Charter) {
        for keys in charter.secretaries.iter().chain([&charter.recovery]) {
            self.secretaries.insert(key_id(&keys.signing), keys.signing);
        }
    }

    /// Adds the devices of a roster, or changes their standing.
    pub fn trust_roster(&mut self, roster: &Roster) {
        for member in &roster.members {
            for device in &member.devices {
                let holder =
                    Holder { member: member.id, key: device.keys.signing, standing: device.standing };
                self.members.insert(device.id, holder);
            }
        }
    }

    /// The branch.
    pub fn org(&self) -> OrgId {
        self.org
    }

    /// The key that anonymous comments prove membership with.
    pub(super) fn anonymous_key(&self) -> [u8; 32] {
        anonymous_key(&self.content)
    }

    /// A secretary's key.
    pub fn secretary(&self, id: KeyId) -> Option<SigningKey> {
        self.secretaries.get(&id).copied()
    }

    /// A member's device.
    pub fn holder(&self, id: KeyId) -> Option<Holder> {
        self.members.get(&id).copied()
    }
}

/// Grown from the content key, which only members hold.
pub(super) fn anonymous_key(content: &ContentKey) -> [u8; 32] {
    content.derive(b"anonymous")
}
