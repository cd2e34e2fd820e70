//! How facts travel between phones; nothing in here performs IO.

pub mod qr;
