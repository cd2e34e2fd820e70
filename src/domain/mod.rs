//! Nouns and rules of a party branch: no serde, no clock, no randomness, no language.

pub mod classification;
pub mod text;
pub mod time;
