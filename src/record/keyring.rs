//! Whose signature counts for what: the charters and the roster in force, as keys.

use super::digest::key_id;
use super::shared_seal::ContentKey;
use crate::domain::id::{KeyId, MemberId, OrgId, RecordId};
use crate::domain::key::{DeviceKeys, SigningKey};
use crate::domain::member::{Roster, Standing};
use crate::domain::org::Charter;
use std::collections::BTreeMap;

/// Which records are judged: those that arrive now, or those that a head of the secretary already vouches for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouched {
    /// Arriving: a revoked device and a former secretary are refused.
    No,
    /// In a published pack: what a device signed before it was revoked or replaced still stands.
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

/// A key that some charter names as a secretary's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secretary {
    /// The key.
    pub key: SigningKey,
    /// Whether the charter in force names it; a former secretary's facts count only in a published pack.
    pub standing: Standing,
}

/// The keys that count in one branch.
#[derive(Clone, Debug)]
pub struct Keyring {
    org: OrgId,
    content: ContentKey,
    /// Who may sign the charter that replaces one of these.
    charters: Vec<(RecordId, Vec<KeyId>)>,
    secretaries: BTreeMap<KeyId, Secretary>,
    /// The key on paper, of the charter in force: it signs charters and nothing else.
    recovery: Option<DeviceKeys>,
    members: BTreeMap<KeyId, Holder>,
}

impl Keyring {
    /// A keyring that trusts nobody yet.
    pub fn new(org: OrgId, content: ContentKey) -> Self {
        Self {
            org,
            content,
            charters: Vec::new(),
            secretaries: BTreeMap::new(),
            recovery: None,
            members: BTreeMap::new(),
        }
    }

    /// Takes over who is named in the charter in force, which becomes the only one whose keys say anything new. Keys
    /// of the others stay, so that their facts still verify.
    pub fn trust_charters<'a>(
        &mut self,
        all: impl IntoIterator<Item = (RecordId, &'a Charter)>,
        in_force: &Charter,
    ) {
        for secretary in self.secretaries.values_mut() {
            secretary.standing = Standing::Revoked;
        }
        for (id, charter) in all {
            if !self.knows_charter(id) {
                self.charters.push((id, signers(charter)));
            }
            self.name(charter, Standing::Revoked);
        }
        self.name(in_force, Standing::Active);
        self.recovery = Some(in_force.recovery);
    }

    fn name(&mut self, charter: &Charter, standing: Standing) {
        for keys in &charter.secretaries {
            self.secretaries.insert(key_id(&keys.signing), Secretary { key: keys.signing, standing });
        }
    }

    /// Takes over the devices of the roster in force and their standing. A device that it does not list says nothing
    /// new either.
    pub fn trust_roster(&mut self, roster: &Roster) {
        for holder in self.members.values_mut() {
            holder.standing = Standing::Revoked;
        }
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

    /// Whether this very charter is trusted already.
    pub fn knows_charter(&self, id: RecordId) -> bool {
        self.charters.iter().any(|(known, _)| *known == id)
    }

    /// Whether there is a charter at all. A branch is founded once.
    pub fn founded(&self) -> bool {
        !self.charters.is_empty()
    }

    /// Whether one of these charters names `signer`, so that it may sign the next one.
    pub(super) fn named_by(&self, replaced: &[RecordId], signer: KeyId) -> bool {
        self.charters.iter().any(|(id, signers)| replaced.contains(id) && signers.contains(&signer))
    }

    /// The key on paper.
    pub fn recovery(&self) -> Option<DeviceKeys> {
        self.recovery
    }

    /// Whether this is the key on paper.
    pub fn on_paper(&self, id: KeyId) -> bool {
        self.recovery.is_some_and(|keys| key_id(&keys.signing) == id)
    }

    /// A secretary's key.
    pub fn secretary(&self, id: KeyId) -> Option<Secretary> {
        self.secretaries.get(&id).copied()
    }

    /// A member's device.
    pub fn holder(&self, id: KeyId) -> Option<Holder> {
        self.members.get(&id).copied()
    }
}

/// Who may sign the charter that replaces this one.
pub fn signers(charter: &Charter) -> Vec<KeyId> {
    let keys = charter.secretaries.iter().chain([&charter.recovery]);
    keys.map(|keys| key_id(&keys.signing)).collect()
}

/// Grown from the content key, which only members hold.
pub(super) fn anonymous_key(content: &ContentKey) -> [u8; 32] {
    content.derive(b"anonymous")
}
