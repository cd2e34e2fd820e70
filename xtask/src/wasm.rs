//! What every build for the browser shares: the target, and flags of the compiler.

use std::env;
use std::path::PathBuf;

use crate::command::root;

/// The target of everything that runs in the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The variable in which cargo takes `nameless_paths`.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Compiler flags that keep the folders of this machine out of the app: panics carry the path of their source.
pub fn nameless_paths() -> String {
    let cargo = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    format!(
        "--remap-path-prefix={}=. --remap-path-prefix={}=crates",
        root().display(),
        cargo.join("registry/src").display()
    )
}
