//! Puts into the site what is fetched only when needed and not built by Trunk: pdf.js from `node_modules`, and our QR
//! decoder, which is its own small wasm module. Names are plain here; the content hashes are given later, to all files
//! alike.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use crate::command::{command, root, run};
use crate::failure::{Context, Result};
use crate::hash::hash;
use crate::{tools, wasm};

/// The legacy build: the plain one asks for newer browsers than many phones have. No character maps or stand-in fonts:
/// documents of the Party carry their own fonts, and for the rest the phone's are taken.
const PDF_FILES: [(&str, &str); 3] = [
    ("legacy/build/pdf.min.mjs", "pdf.min.mjs"),
    ("legacy/build/pdf.worker.min.mjs", "pdf.worker.min.mjs"),
    ("LICENSE", "LICENSE"),
];

const DECODER_FILES: [(&str, &str); 2] =
    [("decoder.js", "decoder.js"), ("decoder_bg.wasm", "decoder_bg.wasm")];

/// What the decoder is made from: nothing else can change it.
const DECODER_SOURCES: [&str; 7] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
    "decoder/Cargo.toml",
    "decoder/src",
    // The flags of the compiler, wasm-bindgen and wasm-opt.
    "xtask/src/vendor.rs",
    "xtask/src/wasm.rs",
];

/// `strip` drops the list of what the compiler used, so wasm-opt must be told.
const WASM_OPT_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Fills `pdf/` and `decoder/` in `site`, the folder that is about to be published. Needs wasm-bindgen and wasm-opt,
/// unless this very decoder was built before.
pub fn fill(site: &Path) -> Result<()> {
    put(&root().join("node_modules/pdfjs-dist"), &PDF_FILES, &site.join("pdf"))
        .context("pdf.js, which `npm ci` installs")?;
    put(&decoder()?, &DECODER_FILES, &site.join("decoder"))
}

fn put(package: &Path, files: &[(&str, &str)], into: &Path) -> Result<()> {
    create_folder(into)?;
    for (from, to) in files {
        let from = package.join(from);
        fs::copy(&from, into.join(to)).context(format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

/// The folder of the built decoder, which all checkouts share.
fn decoder() -> Result<PathBuf> {
    let root = root();
    let sources = hash(&DECODER_SOURCES.map(|name| root.join(name)))?;
    let built = tools::cache().join(format!("decoder-{}", &sources[..16]));
    if !built.is_dir() {
        build_decoder(&built)?;
    }
    Ok(built)
}

fn build_decoder(built: &Path) -> Result<()> {
    let target = root().join("target");
    run(command("cargo")
        .args(["build", "--locked", "--release", "--package", "decoder"])
        .args(["--target", wasm::TARGET, "--target-dir"])
        .arg(&target)
        .env(wasm::FLAGS, wasm::nameless_paths()))?;
    // Made beside its place and moved in whole: a build that was cut short, or another one at the same time, never
    // leaves half a decoder behind.
    let half = built.with_extension(format!("half-{}", process::id()));
    create_folder(&half)?;
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript"])
        .args(["--omit-default-module-path", "--out-dir"])
        .arg(&half)
        .arg(target.join(wasm::TARGET).join("release/decoder.wasm")))?;
    let program = half.join("decoder_bg.wasm");
    run(command("wasm-opt").arg("-Oz").args(WASM_OPT_FEATURES).arg(&program).arg("-o").arg(&program))?;
    match fs::rename(&half, built) {
        // The other build was quicker, and its decoder is the same.
        Err(_) if built.is_dir() => {
            fs::remove_dir_all(&half).context(format!("cannot remove {}", half.display()))
        }
        moved => moved.context(format!("cannot make {}", built.display())),
    }
}

fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).context(format!("cannot make {}", path.display()))
}
