//! What all members may read and the host may not: heads, packs and document files, sealed with the branch's
//! content key (ChaCha20-Poly1305).
//!
//! The nonce is derived from key and plaintext, so the same content always gives the same bytes and therefore the
//! same file name: a publication that is repeated after a break stores nothing twice. It tells a host that two
//! files are equal, and nothing else.

use super::digest::{first, hmac, sha256};
use super::flaw::Flaw;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};

/// The key that every member of the branch holds.
#[derive(Clone, PartialEq, Eq)]
pub struct ContentKey(pub [u8; 32]);

impl core::fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ContentKey(..)")
    }
}

impl ContentKey {
    /// A key for another purpose, grown from this one.
    pub(super) fn derive(&self, purpose: &[u8]) -> [u8; 32] {
        sha256(&[b"so-tay derive", purpose, &self.0])
    }
}

/// What a sealed file is, so that one cannot be passed off as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The head of the feed.
    Head,
    /// A month of records.
    Pack,
    /// A document.
    Document,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Head => b"so-tay head 1",
            Self::Pack => b"so-tay pack 1",
            Self::Document => b"so-tay document 1",
        }
    }
}

const NONCE: usize = 12;
const TAG: usize = 16;
/// What a sealed file is longer than its content.
pub const SEAL_BYTES: usize = NONCE + TAG;

/// Seals `plain`; [`SEAL_BYTES`] longer.
pub fn seal_shared(key: &ContentKey, purpose: Purpose, plain: &[u8]) -> Vec<u8> {
    let label = purpose.label();
    let nonce: [u8; NONCE] = first(&hmac(&key.derive(b"nonce"), &[label, plain]));
    let cipher = ChaCha20Poly1305::new(&key.0.into());
    // The cipher refuses only texts beyond 256 GiB.
    let sealed = cipher.encrypt(&nonce.into(), Payload { msg: plain, aad: label }).unwrap_or_default();
    let mut bytes = Vec::with_capacity(NONCE + sealed.len());
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&sealed);
    bytes
}

/// Opens what [`seal_shared`] sealed for the same purpose.
pub fn open_shared(key: &ContentKey, purpose: Purpose, bytes: &[u8]) -> Result<Vec<u8>, Flaw> {
    if bytes.len() < NONCE + TAG {
        return Err(Flaw::Cut);
    }
    let (nonce, sealed) = bytes.split_at(NONCE);
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| Flaw::Cut)?;
    ChaCha20Poly1305::new(&key.0.into())
        .decrypt(&nonce.into(), Payload { msg: sealed, aad: purpose.label() })
        .map_err(|_| Flaw::NotForUs)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: ContentKey = ContentKey([7; 32]);

    #[test]
    fn the_same_content_gives_the_same_file_and_opens_again() {
        let sealed = seal_shared(&KEY, Purpose::Pack, b"facts");
        assert_eq!(sealed, seal_shared(&KEY, Purpose::Pack, b"facts"));
        assert_eq!(open_shared(&KEY, Purpose::Pack, &sealed).as_deref(), Ok(&b"facts"[..]));
    }

    #[test]
    fn a_file_does_not_open_for_another_branch_or_another_purpose_or_changed_or_cut() {
        let sealed = seal_shared(&KEY, Purpose::Pack, b"facts");
        assert_eq!(open_shared(&ContentKey([8; 32]), Purpose::Pack, &sealed), Err(Flaw::NotForUs));
        assert_eq!(open_shared(&KEY, Purpose::Head, &sealed), Err(Flaw::NotForUs));
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open_shared(&KEY, Purpose::Pack, &changed), Err(Flaw::NotForUs));
            assert!(open_shared(&KEY, Purpose::Pack, &sealed[..place]).is_err());
        }
    }
}
