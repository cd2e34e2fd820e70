//! The release build of the app, left alone when none of its inputs has changed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{command, root, run};
use crate::failure::{Context, Result};
use crate::hash::hash;
use crate::{bundle, packages, tools, vendor, wasm};

/// Everything the app is made of. `xtask` is the hook of the build.
const INPUTS: [&str; 15] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "decoder",
    "index.html",
    "office",
    "package-lock.json",
    "paper",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask/Cargo.toml",
    "xtask/src",
];

/// `cargo xtask build`.
pub fn verb(_arguments: &[String]) -> Result<()> {
    ensure_tools()?;
    let dist = build()?;
    println!("{}", dist.display());
    Ok(())
}

/// Makes sure of everything that `build` needs.
pub fn ensure_tools() -> Result<()> {
    tools::ensure_build()?;
    packages::ensure_app()
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
        .env(wasm::FLAGS, wasm::nameless_paths())
        // Trunk 0.21 takes only "true" or "false" in this variable and stops at anything else.
        .env_remove("NO_COLOR"))?;
    fs::write(&stamp, inputs).context(format!("cannot write {}", stamp.display()))?;
    Ok(dist)
}

/// `cargo xtask bundle`: what Trunk calls in the folder that is about to become `dist`.
pub fn bundle(_arguments: &[String]) -> Result<()> {
    let variable = |name: &str| env::var(name).context(format!("{name} (this runs as a hook of Trunk)"));
    let staging = variable("TRUNK_STAGING_DIR")?;
    let profile = match variable("TRUNK_PROFILE")?.as_str() {
        "release" => bundle::Profile::Release,
        _ => bundle::Profile::Debug,
    };
    vendor::fill(Path::new(&staging))?;
    bundle::run(Path::new(&staging), profile).context("cannot bundle")
}
