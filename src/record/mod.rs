//! What may leave the phone: signed records, their canonical bytes, and the envelopes that only the right reader
//! opens. Nothing here performs IO, reads a clock or draws randomness: seeds and times are arguments.

pub mod body;
pub mod check_in_code;
pub mod digest;
pub mod envelope;
pub mod flaw;
pub mod keyring;
pub mod kind;
pub mod late;
pub mod sealed_mail;
pub mod secret;
pub mod shared_seal;
mod wire;

pub use body::Body;
pub use envelope::{Author, Draft, Header, Record, Unverified};
pub use flaw::Flaw;
pub use keyring::Keyring;
pub use kind::Kind;
pub use secret::{DeviceSecret, Seed};
