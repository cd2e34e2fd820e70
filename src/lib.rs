//! Sổ tay: the electronic handbook of a party branch.
//!
//! The pure half (`domain`, `record`, `exchange`, `library`, `papers`, `sync`) compiles and is tested on any host;
//! the browser half exists on wasm32 only.

pub mod app;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod library;
pub mod papers;
pub mod ports;
pub mod record;
pub mod sample;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod program;
#[cfg(target_arch = "wasm32")]
pub mod state;
pub mod sync;
#[cfg(target_arch = "wasm32")]
pub mod ui;
