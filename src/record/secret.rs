//! The secret half of a device, grown from one seed, and seeds for whatever needs randomness.

use super::digest::{key_id, sha256};
use crate::domain::id::KeyId;
use crate::domain::key::{DeviceKeys, SealingKey, SigningKey};
use core::convert::Infallible;
use ed25519_dalek::Signer;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::{Deserializable, Serializable};

/// 32 fresh random bytes, drawn at the edge and handed in. Never used for two purposes.
#[derive(Clone)]
pub struct Seed(pub [u8; 32]);

impl core::fmt::Debug for Seed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Seed(..)")
    }
}

/// The secret keys of one device.
#[derive(Clone)]
pub struct DeviceSecret {
    seed: [u8; 32],
    signing: ed25519_dalek::SigningKey,
    sealing: <X25519HkdfSha256 as Kem>::PrivateKey,
    keys: DeviceKeys,
}

impl DeviceSecret {
    /// Grows the keys. The same seed always gives the same device.
    pub fn grow(seed: &Seed) -> Self {
        let signing = ed25519_dalek::SigningKey::from_bytes(&sha256(&[b"so-tay sign", &seed.0]));
        let (sealing, public) = X25519HkdfSha256::derive_keypair(&sha256(&[b"so-tay seal", &seed.0]));
        let keys = DeviceKeys {
            signing: SigningKey(signing.verifying_key().to_bytes()),
            sealing: SealingKey(public.to_bytes().into()),
        };
        Self { seed: seed.0, signing, sealing, keys }
    }

    /// The seed, to be wrapped and stored, or printed on the recovery sheet.
    pub fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// The public halves.
    pub fn keys(&self) -> DeviceKeys {
        self.keys
    }

    /// Short name of the signing key.
    pub fn id(&self) -> KeyId {
        key_id(&self.keys.signing)
    }

    /// Signs `message`.
    pub(super) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    /// The key that opens mail.
    pub(super) fn sealing(&self) -> &<X25519HkdfSha256 as Kem>::PrivateKey {
        &self.sealing
    }
}

impl core::fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "DeviceSecret({:?})", self.id())
    }
}

/// Whether `signature` over `message` was made with `key`. Strict: one signature for each message and key.
pub(super) fn verifies(key: &SigningKey, message: &[u8], signature: &[u8; 64]) -> bool {
    ed25519_dalek::VerifyingKey::from_bytes(&key.0)
        .is_ok_and(|key| key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok())
}

/// A sealing key in the form that `hpke` takes.
pub(super) fn sealing_key(key: &SealingKey) -> Option<<X25519HkdfSha256 as Kem>::PublicKey> {
    Deserializable::from_bytes(&key.0).ok()
}

/// Stretches one seed into the stream of bytes that an encapsulation asks for.
pub(super) struct SeedStream {
    seed: [u8; 32],
    block: u64,
}

impl SeedStream {
    pub(super) fn new(seed: &Seed) -> Self {
        Self { seed: seed.0, block: 0 }
    }

    fn next_block(&mut self) -> [u8; 32] {
        self.block += 1;
        sha256(&[b"so-tay stream", &self.seed, &self.block.to_be_bytes()])
    }
}

impl rand_core::TryRng for SeedStream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(super::digest::first(&self.next_block())))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(super::digest::first(&self.next_block())))
    }

    fn try_fill_bytes(&mut self, target: &mut [u8]) -> Result<(), Infallible> {
        for chunk in target.chunks_mut(32) {
            let block = self.next_block();
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

impl rand_core::TryCryptoRng for SeedStream {}
