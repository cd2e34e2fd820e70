//! What measurements need: a browser has to be filled before it can be measured.

pub mod history;
