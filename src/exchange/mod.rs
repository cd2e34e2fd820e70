//! What to do with facts: fold them into the state of a branch, decide what must travel, and read and write the
//! containers they travel in. Nothing here performs IO, reads a clock or draws randomness.

pub mod bundle;
pub mod draft;
pub mod feed;
pub mod fold;
pub mod invitation;
pub mod outbox;
pub mod pack;
pub mod qr;
pub mod recovery;
pub mod subject;
