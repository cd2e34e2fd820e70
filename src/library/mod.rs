//! The branch's documents: reading what was imported; nothing in here performs IO.

pub mod blocks;
pub mod intake;
