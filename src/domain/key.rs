//! Public keys of a device, as plain bytes. The secret halves live in `record::secret` and never enter the domain.

/// Verifies what a device signs (Ed25519, 32 bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SigningKey(pub [u8; 32]);

/// Seals what only that device may open (X25519, 32 bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SealingKey(pub [u8; 32]);

/// The two public keys of one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeviceKeys {
    /// Verifies its signatures.
    pub signing: SigningKey,
    /// Seals mail to it.
    pub sealing: SealingKey,
}
