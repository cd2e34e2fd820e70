//! Sổ tay: the electronic handbook of a party branch.

pub mod domain;
pub mod exchange;
pub mod library;
pub mod papers;
