//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

pub mod home;
pub mod start;
pub mod viewfinder;
pub mod words;
