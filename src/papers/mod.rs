//! What leaves the app as a paper or a file for other programs; nothing in here performs IO.

pub mod ics;
