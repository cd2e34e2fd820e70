//! The release build of the app, left alone when none of its inputs has changed.

use std::fs;
use std::path::PathBuf;

use crate::command::{command, root, run};
use crate::failure::{Context, Result};
use crate::hash::hash;
use crate::tools;

/// Everything the app is made of. `xtask` is the hook of the build.
const INPUTS: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "decoder",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask/src",
];

/// `cargo xtask build`.
pub fn verb(_arguments: &[String]) -> Result<()> {
    tools::ensure_build()?;
    let dist = build()?;
    println!("{}", dist.display());
    Ok(())
}

/// Builds `dist` when it is missing or older than its inputs, and returns its path. The tools must be in place.
pub fn build() -> Result<PathBuf> {
    let root = root();
    let dist = root.join("dist");
    // Inside dist, so that any other build of it takes the stamp away with the rest.
    let stamp = dist.join(".built-from");
    let inputs = hash(&INPUTS.map(|name| root.join(name)))?;
    if fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == inputs) {
        eprintln!("build: nothing has changed");
        return Ok(dist);
    }
    run(command("trunk")
        .args(["build", "--release", "--skip-version-check"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless_paths())
        // Trunk 0.21 takes only "true" or "false" in this variable and stops at anything else.
        .env_remove("NO_COLOR"))?;
    fs::write(&stamp, inputs).context(format!("cannot write {}", stamp.display()))?;
    Ok(dist)
}

/// `cargo xtask bundle`: what Trunk calls in the folder that is about to become `dist`.
pub fn bundle(_arguments: &[String]) -> Result<()> {
    let site = std::env::var_os("TRUNK_STAGING_DIR").context_none("TRUNK_STAGING_DIR is not set")?;
    vendor::run(&root(), Path::new(&site)).context("vendor")?;
    bundle::run().context("bundle")
}

/// Compiler flags that keep the folders of this machine out of the app: panics carry the path of their source.
fn nameless_paths() -> String {
    let cargo = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    format!(
        "--remap-path-prefix={}=. --remap-path-prefix={}=crates",
        root().display(),
        cargo.join("registry/src").display()
    )
}
