//! SHA-256 and HMAC-SHA256, under names that say what they are used for.

use crate::domain::id::{BlobId, KeyId, OrgId, RecordId, ThingId};
use crate::domain::key::{DeviceKeys, SigningKey};
use crate::domain::regulation::RegulationId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// SHA-256 over the concatenation of `parts`.
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// HMAC-SHA256 over the concatenation of `parts`.
pub fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than one block is padded with zeros.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Compares without telling by its duration where two tags differ.
pub fn same_tag(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// Name of a record.
pub fn record_id(bytes: &[u8]) -> RecordId {
    RecordId(sha256(&[bytes]))
}

/// Name of a file on the feed or in the drop-box.
pub fn blob_id(bytes: &[u8]) -> BlobId {
    BlobId(sha256(&[bytes]))
}

/// Short name of a signing key.
pub fn key_id(key: &SigningKey) -> KeyId {
    let digest = sha256(&[b"so-tay key", &key.0]);
    KeyId(first(&digest))
}

/// Id of the branch that these keys found.
pub fn org_id(founder: &DeviceKeys, recovery: &DeviceKeys, salt: &[u8; 16]) -> OrgId {
    let keys = [&founder.signing.0, &founder.sealing.0, &recovery.signing.0, &recovery.sealing.0];
    OrgId(first(&sha256(&[b"so-tay org", keys[0], keys[1], keys[2], keys[3], salt])))
}

/// What all versions of one regulation are about.
pub fn regulation_thing(id: RegulationId) -> ThingId {
    ThingId(first(&sha256(&[b"so-tay regulation", id.as_str().as_bytes()])))
}

/// Six digits that a member reads out and the secretary compares, so that the device in the roster is the one in
/// the member's hand.
pub fn comparison_digits(org: OrgId, keys: &DeviceKeys) -> u32 {
    let digest = sha256(&[b"so-tay digits", &org.0, &keys.signing.0, &keys.sealing.0]);
    u32::from_be_bytes(first(&digest)) % 1_000_000
}

/// The first `N` bytes of a digest.
pub fn first<const N: usize>(digest: &[u8; 32]) -> [u8; N] {
    core::array::from_fn(|place| digest[place])
}
