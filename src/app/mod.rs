//! The shell around all pages: routes, header, navigation.

pub mod routes;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
#[cfg(target_arch = "wasm32")]
pub use shell::{App, PageOf};
