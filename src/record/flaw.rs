//! What can be wrong with bytes that arrive: one variant for each broken rule.

use crate::domain::id::KeyId;
use crate::domain::words::WordsFault;

/// Why bytes are not taken as a fact of the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Ends too early, or is no CBOR of the expected shape.
    Cut,
    /// Larger than a record, a pack or a mail may be.
    TooLarge,
    /// Well-formed, but not written the one canonical way.
    NotCanonical,
    /// Written by a newer version of the app: this one needs an update.
    NewerVersion,
    /// A kind of fact that this version does not know.
    UnknownKind(u8),
    /// A fact of another branch.
    OtherBranch,
    /// Signed by a key that is not in the roster: goes to quarantine, never away.
    UnknownKey(KeyId),
    /// Signed by a device that was revoked.
    RevokedKey(KeyId),
    /// Signed by a secretary whom the charter in force names no longer.
    FormerSecretary(KeyId),
    /// Signed by somebody who may not state facts of this kind.
    NotAllowed,
    /// The signature does not fit the bytes.
    BadSignature,
    /// A number, a choice or a length inside is out of its range.
    BadValue,
    /// A text inside is not clean.
    BadWords(WordsFault),
    /// A locked paper that claims to replace another one.
    Locked,
    /// A charter that neither founds the branch nor replaces one that names its signer.
    NotTheCharter,
    /// Sealed for somebody else, or changed on its way.
    NotForUs,
}

impl Flaw {
    /// Whether a later roster or a newer app may still accept the same bytes.
    pub fn may_heal(self) -> bool {
        matches!(self, Self::UnknownKey(_) | Self::NewerVersion | Self::UnknownKind(_))
    }
}

impl From<minicbor::decode::Error> for Flaw {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Cut
    }
}

impl From<WordsFault> for Flaw {
    fn from(fault: WordsFault) -> Self {
        Self::BadWords(fault)
    }
}
