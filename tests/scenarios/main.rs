//! Whole branches in memory: phones over one host or none, and everything that can go wrong between them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod apart;
mod astray;
mod breaks;
mod bundles;
mod clocks;
mod closings;
mod cost;
mod desk;
mod drafts;
mod follow_up;
mod forged;
mod forged_meeting;
mod guard;
mod handing_over;
mod hostile_hand_over;
mod moving;
mod permutations;
mod phones;
mod regulations;
mod roll_calls;
mod runs;
mod secrecy;
mod secretaries;
mod story;
mod tabs;
mod trust;
mod two_phones;
mod words;
