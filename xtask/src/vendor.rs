//! Puts into the site what is fetched only when needed and not built by Trunk: pdf.js
//! from `node_modules`, and our QR decoder, which is its own small wasm module.
//! Names are plain here; the content hashes are given later, to all files alike.

use std::{
    collections::BTreeSet,
    env, fmt, fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    process::{self, Command},
};

/// The legacy build: the plain one asks for newer browsers than many phones have. No
/// character maps or stand-in fonts: documents of the Party carry their own fonts, and
/// for the rest the phone's are taken.
const PDF_FILES: [(&str, &str); 3] = [
    ("legacy/build/pdf.min.mjs", "pdf.min.mjs"),
    ("legacy/build/pdf.worker.min.mjs", "pdf.worker.min.mjs"),
    ("LICENSE", "LICENSE"),
];

const DECODER_FILES: [&str; 2] = ["decoder.js", "decoder_bg.wasm"];

/// What the decoder is made from: nothing else can change it.
const DECODER_SOURCES: [&str; 6] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
    "decoder/Cargo.toml",
    "decoder/src",
    // The flags of wasm-bindgen and wasm-opt.
    "xtask/src/vendor.rs",
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

/// Why the files could not be put in place.
#[derive(Debug)]
pub enum VendorError {
    /// `node_modules` is not there yet.
    NotInstalled(PathBuf),
    /// A tool is not on PATH, or ended badly; it has said why.
    Tool(&'static str),
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// There is neither XDG_CACHE_HOME nor HOME.
    NoCacheFolder,
}

impl fmt::Display for VendorError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled(path) => {
                write!(out, "{} is missing: run `npm ci` first", path.display())
            }
            Self::Tool(name) => write!(out, "{name} is missing or failed"),
            Self::File(path, fault) => write!(out, "{}: {fault}", path.display()),
            Self::NoCacheFolder => write!(out, "neither XDG_CACHE_HOME nor HOME is set"),
        }
    }
}

impl std::error::Error for VendorError {}

/// Fills `pdf/` and `decoder/` in `site`, the folder that is about to be published.
/// `root` is the checkout. Needs wasm-bindgen and wasm-opt on PATH, unless this very
/// decoder was built before.
pub fn run(root: &Path, site: &Path) -> Result<(), VendorError> {
    put_pdf(root, &site.join("pdf"))?;
    put_decoder(root, &site.join("decoder"))
}

fn put_pdf(root: &Path, into: &Path) -> Result<(), VendorError> {
    let package = root.join("node_modules/pdfjs-dist");
    if !package.is_dir() {
        return Err(VendorError::NotInstalled(package));
    }
    create_folder(into)?;
    PDF_FILES.iter().try_for_each(|(from, to)| copy(&package.join(from), &into.join(to)))
}

fn put_decoder(root: &Path, into: &Path) -> Result<(), VendorError> {
    let built = cache_folder()?.join(format!("decoder-{:016x}", stamp(root)?));
    if !built.is_dir() {
        build_decoder(root, &built)?;
    }
    create_folder(into)?;
    DECODER_FILES.iter().try_for_each(|name| copy(&built.join(name), &into.join(name)))
}

fn build_decoder(root: &Path, built: &Path) -> Result<(), VendorError> {
    let target = root.join("target");
    run_tool(
        "cargo",
        Command::new("cargo")
            .current_dir(root)
            .args(["build", "--locked", "--release", "--package", "decoder"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", plain_paths(root)),
    )?;
    // Made beside its place and moved in whole: a build that was cut short, or another
    // one at the same time, never leaves half a decoder behind.
    let half = built.with_extension(format!("half-{}", process::id()));
    create_folder(&half)?;
    run_tool(
        "wasm-bindgen",
        Command::new("wasm-bindgen")
            .args(["--target", "web", "--no-typescript"])
            .args(["--omit-default-module-path", "--out-dir"])
            .args([&half, &target.join("wasm32-unknown-unknown/release/decoder.wasm")]),
    )?;
    let wasm = half.join("decoder_bg.wasm");
    run_tool(
        "wasm-opt",
        Command::new("wasm-opt").arg("-Oz").args(WASM_OPT_FEATURES).arg(&wasm).arg("-o").arg(&wasm),
    )?;
    match fs::rename(&half, built) {
        // The other build was quicker, and its decoder is the same.
        Err(_) if built.is_dir() => fs::remove_dir_all(&half).map_err(|fault| VendorError::File(half, fault)),
        moved => moved.map_err(|fault| VendorError::File(built.to_owned(), fault)),
    }
}

/// Keeps the builder's folders out of the wasm's panic messages.
fn plain_paths(root: &Path) -> String {
    let home = env::var("HOME").unwrap_or_default();
    let cargo = env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    [(cargo, "cargo"), (root.display().to_string(), "so-tay")]
        .map(|(path, name)| format!("--remap-path-prefix={path}=/{name}"))
        .join("\u{1f}")
}

fn stamp(root: &Path) -> Result<u64, VendorError> {
    let mut files = BTreeSet::new();
    for source in DECODER_SOURCES {
        list_files(&root.join(source), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    for path in files {
        let content = fs::read(&path).map_err(|fault| VendorError::File(path.clone(), fault))?;
        path.strip_prefix(root).unwrap_or(&path).hash(&mut hasher);
        content.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn list_files(path: &Path, files: &mut BTreeSet<PathBuf>) -> Result<(), VendorError> {
    if !path.is_dir() {
        files.insert(path.to_owned());
        return Ok(());
    }
    let fault = |fault| VendorError::File(path.to_owned(), fault);
    for entry in fs::read_dir(path).map_err(fault)? {
        list_files(&entry.map_err(fault)?.path(), files)?;
    }
    Ok(())
}

fn cache_folder() -> Result<PathBuf, VendorError> {
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".cache"));
    env::var_os("XDG_CACHE_HOME")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .or_else(home)
        .map(|cache| cache.join("so-tay"))
        .ok_or(VendorError::NoCacheFolder)
}

fn create_folder(path: &Path) -> Result<(), VendorError> {
    fs::create_dir_all(path).map_err(|fault| VendorError::File(path.to_owned(), fault))
}

fn copy(from: &Path, to: &Path) -> Result<(), VendorError> {
    fs::copy(from, to).map(|_| ()).map_err(|fault| VendorError::File(from.to_owned(), fault))
}

fn run_tool(name: &'static str, command: &mut Command) -> Result<(), VendorError> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(VendorError::Tool(name)),
    }
}
