//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

pub mod autosave;
pub mod check_in;
pub mod comments;
pub mod exchange;
pub mod film;
pub mod home;
pub mod me;
pub mod request;
pub mod self_criticism;
pub mod start;
pub mod tasks;
pub mod track;
pub mod viewfinder;
pub mod words;
