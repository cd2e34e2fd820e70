//! The pinned tools of the build and where they are kept: outside the checkout, shared by all checkouts.
//! Asks the network for nothing that is already in place.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::command::{command, output, run};
use crate::failure::{Context, Failure, Result};
use crate::wasm;

const TRUNK: &str = "0.21.14";
/// Any of these on PATH is as good: the settings in Trunk.toml are the same.
const TRUNK_SERIES: &str = "trunk 0.21.";
/// The same as the crate in Cargo.toml: the two halves of wasm-bindgen must match.
const WASM_BINDGEN: &str = "0.2.129";
/// From npm: wasm-opt, and what makes the scripts smaller.
const NPM: [(&str, &str); 2] = [("binaryen", "132.0.0"), ("esbuild", "0.28.2")];

/// The cache folder of the project: `$XDG_CACHE_HOME/so-tay` or `~/.cache/so-tay`.
pub fn cache() -> PathBuf {
    env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
        .join("so-tay")
}

fn folder() -> PathBuf {
    cache().join("tools")
}

/// Where the pinned programs lie.
pub fn binary_folders() -> [PathBuf; 2] {
    let folder = folder();
    [folder.join("bin"), folder.join("node_modules/.bin")]
}

/// Makes sure of everything the release build needs.
pub fn ensure_build() -> Result<()> {
    ensure_wasm_target()?;
    ensure_trunk()?;
    ensure_wasm_bindgen()?;
    ensure_npm()
}

/// Makes sure of rustfmt and clippy.
pub fn ensure_lints() -> Result<()> {
    let present = |tool: &str| output(command("cargo").args([tool, "--version"])).is_some();
    if present("fmt") && present("clippy") {
        return Ok(());
    }
    say("adding rustfmt and clippy to the toolchain");
    run(command("rustup").args(["component", "add", "rustfmt", "clippy"]))
        .context("rustfmt and clippy are missing; install them with `rustup component add`")
}

/// Makes sure that node and npm are there, which are not installed from here.
pub fn ensure_node() -> Result<()> {
    for program in ["node", "npm"] {
        if output(command(program).arg("--version")).is_none() {
            return Err(Failure::from(format!("{program} is missing; install Node.js 20 or newer")));
        }
    }
    Ok(())
}

fn ensure_wasm_target() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", wasm::TARGET]));
    if library.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    say("adding the target wasm32-unknown-unknown to the toolchain");
    run(command("rustup").args(["target", "add", wasm::TARGET]))
        .context("Rust cannot build for the browser yet; add the target with rustup")
}

fn ensure_trunk() -> Result<()> {
    let found = output(command("trunk").arg("--version"));
    if found.is_some_and(|version| version.starts_with(TRUNK_SERIES)) {
        return Ok(());
    }
    say("installing trunk, once for all checkouts (about ten minutes)");
    // Built without TLS: this trunk cannot download anything. The light profile halves the wait.
    run(command("cargo")
        .args(["install", "--locked", "--version", TRUNK])
        .args(["--no-default-features", "trunk", "--root"])
        .arg(folder())
        .env("CARGO_TARGET_DIR", cache().join("target"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))
    .context(format!("trunk {TRUNK} is missing; install any trunk 0.21"))
}

fn ensure_wasm_bindgen() -> Result<()> {
    let right = |program: &str| {
        output(command(program).arg("--version")).is_some_and(|text| text.ends_with(WASM_BINDGEN))
    };
    if right("wasm-bindgen") && right("wasm-bindgen-test-runner") {
        return Ok(());
    }
    say("installing wasm-bindgen, once for all checkouts (about five minutes)");
    run(command("cargo")
        .args(["install", "--locked", "--version", WASM_BINDGEN])
        .args(["wasm-bindgen-cli", "--root"])
        .arg(folder())
        .env("CARGO_TARGET_DIR", cache().join("target")))
    .context(format!("wasm-bindgen is missing; install exactly wasm-bindgen-cli {WASM_BINDGEN}"))
}

fn ensure_npm() -> Result<()> {
    let modules = folder().join("node_modules");
    // Read, not run: starting wasm-opt only to hear its version takes longer than everything else here.
    let present = NPM.iter().all(|(name, version)| {
        let manifest = modules.join(name).join("package.json");
        let version = format!("\"version\": \"{version}\"");
        fs::read_to_string(manifest).is_ok_and(|text| text.contains(&version))
    });
    if present {
        return Ok(());
    }
    ensure_node()?;
    let packages = NPM.map(|(name, version)| format!("{name}@{version}"));
    say(&format!("installing {}, once for all checkouts", packages.join(" and ")));
    fs::create_dir_all(folder()).context("cannot make the folder of the tools")?;
    run(command("npm")
        .args(["install", "--save-exact", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder())
        .args(&packages)
        // Not in the workspace, whose .npmrc is for the app.
        .current_dir(folder()))
    .context(format!("the build needs {} from npm", packages.join(" and ")))
}

/// Tells what is being installed, and only then.
pub fn say(what: &str) {
    eprintln!("setup: {what}");
}
