//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

pub mod assign;
pub mod code;
pub mod collector;
pub mod desk;
pub mod form;
pub mod founding;
pub mod home;
pub mod inbox;
pub mod members;
pub mod newcomer;
pub mod notice;
pub mod publishing;
pub mod roll_call;
pub mod start;
pub mod viewfinder;
pub mod words;
