//! Whole branches in memory: phones over one host or none, and everything that can go wrong between them.
#![allow(clippy::unwrap_used)]

mod phones;
mod two_phones;
