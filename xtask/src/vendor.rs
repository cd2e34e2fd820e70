//! Puts into the site what is fetched only when needed and not built by Trunk: pdf.js from `node_modules`, and what is a
//! wasm module of its own: the QR decoder and what writes files. Names are plain here; the content hashes are given
//! later, to all files alike.

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

/// A crate that becomes a wasm module of its own.
struct Module {
    name: &'static str,
    /// What it is made from besides its own folder and `SHARED_SOURCES`.
    sources: &'static [&'static str],
}

const MODULES: [Module; 2] =
    [Module { name: "decoder", sources: &[] }, Module { name: "office", sources: &["paper"] }];

/// What every module is made from: nothing else can change it.
const SHARED_SOURCES: [&str; 5] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
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

/// Fills `pdf/` and a folder for each module in `site`, the folder that is about to be published. Needs wasm-bindgen and
/// wasm-opt, unless these very modules were built before.
pub fn fill(site: &Path) -> Result<()> {
    put(&root().join("node_modules/pdfjs-dist"), &PDF_FILES, &site.join("pdf"))
        .context("pdf.js, which `npm ci` installs")?;
    for module in &MODULES {
        let files = [format!("{}.js", module.name), format!("{}_bg.wasm", module.name)];
        let files = files.each_ref().map(|file| (file.as_str(), file.as_str()));
        put(&module.built()?, &files, &site.join(module.name))?;
    }
    Ok(())
}

fn put(package: &Path, files: &[(&str, &str)], into: &Path) -> Result<()> {
    create_folder(into)?;
    for (from, to) in files {
        let from = package.join(from);
        fs::copy(&from, into.join(to)).context(format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

impl Module {
    /// The folder of the built module, which all checkouts share.
    fn built(&self) -> Result<PathBuf> {
        let own = [format!("{}/Cargo.toml", self.name), format!("{}/src", self.name)];
        let own = own.iter().map(String::as_str);
        let sources: Vec<PathBuf> =
            SHARED_SOURCES.into_iter().chain(self.sources.iter().copied()).chain(own).map(in_root).collect();
        let built = tools::cache().join(format!("{}-{}", self.name, &hash(&sources)?[..16]));
        if !built.is_dir() {
            self.build(&built)?;
        }
        Ok(built)
    }

    fn build(&self, built: &Path) -> Result<()> {
        let target = root().join("target");
        run(command("cargo")
            .args(["build", "--locked", "--release", "--package", self.name])
            .args(["--target", wasm::TARGET, "--target-dir"])
            .arg(&target)
            .env(wasm::FLAGS, wasm::nameless_paths()))?;
        // Made beside its place and moved in whole: a build that was cut short, or another one at the same time, never
        // leaves half a module behind.
        let half = built.with_extension(format!("half-{}", process::id()));
        create_folder(&half)?;
        run(command("wasm-bindgen")
            .args(["--target", "web", "--no-typescript"])
            .args(["--omit-default-module-path", "--out-dir"])
            .arg(&half)
            .arg(target.join(wasm::TARGET).join("release").join(format!("{}.wasm", self.name))))?;
        let program = half.join(format!("{}_bg.wasm", self.name));
        run(command("wasm-opt").arg("-Oz").args(WASM_OPT_FEATURES).arg(&program).arg("-o").arg(&program))?;
        match fs::rename(&half, built) {
            // The other build was quicker, and its module is the same.
            Err(_) if built.is_dir() => {
                fs::remove_dir_all(&half).context(format!("cannot remove {}", half.display()))
            }
            moved => moved.context(format!("cannot make {}", built.display())),
        }
    }
}

fn in_root(name: &str) -> PathBuf {
    root().join(name)
}

fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).context(format!("cannot make {}", path.display()))
}
