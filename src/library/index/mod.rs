//! Full-text search without a network: each document has a segment of its own, the sorted words of its text with the
//! places where they stand. Adding a document makes one segment and removing it drops one, however many there are.
//!
//! A place is the number of a word, so phrases and words beside each other are found without opening the document.

mod finding;
mod hits;
mod segment;
mod sought;
mod words;

pub use finding::{Candidate, Found, Spot, find};
pub use segment::{Builder, Segment};
pub use sought::Sought;
