//! Who this device is: its keys, the branch it belongs to, and what that lets it do.

use crate::domain::id::{InviteId, KeyId, OrgId, RecordId};
use crate::domain::member::Standing;
use crate::domain::org::Hosting;
use crate::domain::time::Moment;
use crate::exchange::feed::HeadMark;
use crate::exchange::fold::Fold;
use crate::exchange::invitation::{DevicePass, Invitation, Token};
use crate::record::shared_seal::ContentKey;
use crate::record::{DeviceSecret, Flaw, Seed};

/// Who this device is.
#[derive(Clone, Debug)]
pub struct Identity {
    device: DeviceSecret,
    invitation: Invitation,
    token: Option<Token>,
}

/// What this device may do in the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its key is named in the charter.
    Secretary,
    /// Its key is in the roster.
    Member,
    /// The roster has taken it off: what it says is not taken any more.
    Revoked,
    /// It has asked to be listed.
    Newcomer,
}

impl Identity {
    /// A device that opened `invitation`, or founded the branch.
    pub fn new(seed: &Seed, invitation: Invitation, token: Option<Token>) -> Self {
        Self { device: DeviceSecret::grow(seed), invitation, token }
    }

    /// The branch.
    pub fn org(&self) -> OrgId {
        self.invitation.org
    }

    /// The key that opens the feed.
    pub fn content(&self) -> &ContentKey {
        &self.invitation.content
    }

    /// Where the feed lies: what the charter says, and before there is one what the invitation says.
    pub fn hosting(&self, fold: &Fold) -> Option<Hosting> {
        match fold.charter() {
            Some(charter) => charter.hosting.clone(),
            None => self.invitation.hosting.clone(),
        }
    }

    /// The invitation that this device came with.
    pub fn invitation(&self) -> &Invitation {
        &self.invitation
    }

    /// For which member the invitation was made.
    pub fn invite(&self) -> InviteId {
        self.invitation.invite
    }

    /// The secretary's token at the host.
    pub fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    /// The secret keys.
    pub fn device(&self) -> &DeviceSecret {
        &self.device
    }

    /// What this device may do.
    pub fn role(&self, fold: &Fold) -> Role {
        let keys = self.device.keys();
        if fold.charter().is_some_and(|charter| charter.secretaries.contains(&keys)) {
            return Role::Secretary;
        }
        match fold.roster().and_then(|roster| roster.holder(self.device.id())) {
            Some((_, device)) if device.standing == Standing::Revoked => Role::Revoked,
            Some(_) => Role::Member,
            None => Role::Newcomer,
        }
    }

    /// A link that moves this device to another browser.
    pub fn pass(&self) -> DevicePass {
        DevicePass {
            seed: Seed(*self.device.seed()),
            invitation: self.invitation.clone(),
            token: self.token.clone(),
        }
    }

    /// The same device with a token, when a host was found later.
    pub fn with_token(&self, token: Option<Token>) -> Self {
        Self { token, ..self.clone() }
    }

    /// Bytes to be wrapped and stored.
    pub fn encode(&self) -> Vec<u8> {
        self.pass().to_fragment().into_bytes()
    }

    /// Reads [`Identity::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let text = core::str::from_utf8(bytes).map_err(|_| Flaw::Cut)?;
        let pass = DevicePass::parse(text).map_err(|_| Flaw::Cut)?;
        Ok(Self::new(&pass.seed, pass.invitation, pass.token))
    }
}

/// Bytes of a head mark: who, counter, id, when, expiry.
pub(super) fn encode_mark(mark: &HeadMark) -> Vec<u8> {
    let HeadMark { by, seq, id, at, expires } = mark;
    [&by.0[..], &seq.to_be_bytes(), &id.0, &at.0.to_be_bytes(), &expires.0.to_be_bytes()].concat()
}

/// Reads [`encode_mark`] back.
pub(super) fn decode_mark(bytes: &[u8]) -> Result<HeadMark, Flaw> {
    let part = |from: usize, to: usize| bytes.get(from..to).ok_or(Flaw::Cut);
    let number =
        |from: usize| -> Result<[u8; 8], Flaw> { part(from, from + 8)?.try_into().map_err(|_| Flaw::Cut) };
    Ok(HeadMark {
        by: KeyId(number(0)?),
        seq: u64::from_be_bytes(number(8)?),
        id: RecordId::from_slice(part(16, 48)?).ok_or(Flaw::Cut)?,
        at: Moment(i64::from_be_bytes(number(48)?)),
        expires: Moment(i64::from_be_bytes(number(56)?)),
    })
}
