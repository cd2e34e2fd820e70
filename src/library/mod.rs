//! The branch's documents: finding them and reading what was imported; nothing in here performs IO.

pub mod blocks;
pub mod index;
pub mod intake;
pub mod outline;
pub mod page_text;
pub mod pages;
pub mod passages;
pub mod search;
