//! The last step of a build, run by Trunk as its `post_build` hook in the staging folder: what Trunk left there becomes
//! what a host serves. One style sheet, no inline script, content-hashed names, a filled service worker, and
//! precompressed copies. It builds nothing itself, and a failure leaves the old `dist` in place.

mod compress;
mod css;
mod minify;
mod names;
mod page;
mod sizes;
mod worker;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use names::{Naming, Unit};

/// All files of the site by their path below its root, with forward slashes.
pub type Site = BTreeMap<String, Vec<u8>>;

const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";
const STYLE: &str = "style.css";
const GLUE: &str = "so-tay.js";
const PROGRAM: &str = "so-tay_bg.wasm";
const BOOT: &str = "boot.js";

/// What is needed to reach Hôm nay, besides the page itself.
const NOW: [&str; 4] = [BOOT, STYLE, GLUE, PROGRAM];
/// What no phone that runs the app ever asks for.
const NEVER: [&str; 2] = ["old-browser.js", "pdf/LICENSE"];

/// What Trunk is building for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For `trunk serve`: quick, and without a service worker, which would go on showing the version before the last
    /// change.
    Debug,
    /// For a host.
    Release,
}

/// Why the bundle could not be made.
#[derive(Debug)]
pub enum BundleError {
    /// A file or folder could not be read or written.
    Io(PathBuf, io::Error),
    /// A file that the site cannot do without is not there.
    Missing(&'static str),
    /// A file that must be text is not UTF-8.
    NotText(String),
    /// The page or the service worker lacks a mark that is filled in here.
    NoMark(&'static str),
    /// A script stands in the page itself, which the content security policy refuses.
    InlineScript,
    /// These files name each other, so no order gives all of them a hashed name.
    Cycle(Vec<String>),
    /// esbuild is missing or refused a script.
    Minify(String),
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Missing(name) => {
                write!(f, "{name} is missing; Trunk.toml must say filehash = false")
            }
            Self::NotText(name) => write!(f, "{name} is not UTF-8"),
            Self::NoMark(mark) => write!(f, "the mark {mark} is missing"),
            Self::InlineScript => write!(f, "a script stands in the page itself"),
            Self::Cycle(names) => write!(f, "these files name each other: {}", names.join(", ")),
            Self::Minify(message) => write!(f, "esbuild: {message}"),
        }
    }
}

impl std::error::Error for BundleError {}

/// The finished site and the two lists of its service worker.
struct Bundle {
    site: Site,
    /// Final names, without a leading slash.
    now: Vec<String>,
    later: Vec<String>,
}

/// Turns Trunk's staging folder into the site.
pub fn run(staging: &Path, profile: Profile) -> Result<(), BundleError> {
    let raw = read(staging)?;
    if profile == Profile::Debug {
        let mut bundle = bundle(raw, &|source| Ok(source.to_owned()))?;
        bundle.site.remove(WORKER);
        return write(staging, &bundle.site);
    }

    let bundle = bundle(raw, &minify::script)?;
    // Checked here only: the script by which `trunk serve` reloads the page is one.
    if bundle.site.get(PAGE).is_some_and(|page| page::has_inline_script(&String::from_utf8_lossy(page))) {
        return Err(BundleError::InlineScript);
    }
    write(staging, &bundle.site)?;
    let compressed = compress::site(staging, &bundle.site)?;
    sizes::report(&bundle, &compressed)
}

/// All that happens to the files, without touching the disk. `minify` is given each script of our own site.
fn bundle(
    mut site: Site,
    minify: &dyn Fn(&str) -> Result<String, BundleError>,
) -> Result<Bundle, BundleError> {
    let page = take_text(&mut site, PAGE)?;
    let worker = take_text(&mut site, WORKER)?;

    let page = page::without_loader(&page);
    let (page, sheets) = page::with_one_sheet(&page, STYLE)?;
    let mut style = String::new();
    for sheet in &sheets {
        style.push_str(&css::minify(&text(sheet, site.remove(sheet).unwrap_or_default())?));
    }
    site.insert(STYLE.to_owned(), style.into_bytes());
    if let Some(missing) = NOW.into_iter().find(|name| !site.contains_key(*name)) {
        return Err(BundleError::Missing(missing));
    }
    for (name, bytes) in site.iter_mut().filter(|(name, _)| is_own_script(name)) {
        *bytes = minify(&text(name, std::mem::take(bytes))?)?.into_bytes();
    }

    let Naming { mut site, names } = names::give(site)?;
    let is_now = |name: &str| NOW.contains(&name) || name.starts_with("snippets/");
    let page = page::with_preloads(&page, GLUE, PROGRAM)?;
    let page = page::compact(&names::rewrite(&page, &names));

    // Only hashed names: the service worker never asks twice for those, and no screen needs the others.
    let (now, later): (Vec<_>, Vec<_>) = names
        .iter()
        .filter(|unit| unit.is_hashed())
        .flat_map(Unit::files)
        .filter(|file| !NEVER.contains(&file.plain.as_str()))
        .partition(|file| is_now(&file.plain));
    let [now, later] = [now, later].map(|list| list.into_iter().map(|file| file.served).collect::<Vec<_>>());
    site.insert(PAGE.to_owned(), page.into_bytes());
    let worker = minify(&worker::fill(&worker, &site, &now, &later)?)?;
    site.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(Bundle { site, now, later })
}

/// Scripts in folders come as their authors made them (pdf.js); wasm-bindgen's are part of ours.
fn is_own_script(name: &str) -> bool {
    let folders = ["snippets/", "decoder/", "office/"];
    let is_ours = !name.contains('/') || folders.iter().any(|folder| name.starts_with(folder));
    is_ours && names::is_script(name)
}

fn take_text(site: &mut Site, name: &'static str) -> Result<String, BundleError> {
    text(name, site.remove(name).ok_or(BundleError::Missing(name))?)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, BundleError> {
    String::from_utf8(bytes).map_err(|_| BundleError::NotText(name.to_owned()))
}

fn read(root: &Path) -> Result<Site, BundleError> {
    let mut site = Site::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| BundleError::Io(folder.clone(), error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| BundleError::Io(path.clone(), error))?;
            let below: Vec<_> =
                path.strip_prefix(root).unwrap_or(&path).iter().map(|part| part.to_string_lossy()).collect();
            site.insert(below.join("/"), bytes);
        }
    }
    Ok(site)
}

/// Replaces all that is in `root`, which is Trunk's staging folder and never the one being served.
fn write(root: &Path, site: &Site) -> Result<(), BundleError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| BundleError::Io(path, error)
    };
    for entry in fs::read_dir(root).map_err(failed(root))? {
        let path = entry.map_err(failed(root))?.path();
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }
            .map_err(failed(&path))?;
    }
    for (name, bytes) in site {
        let path = root.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed(folder))?;
        }
        fs::write(&path, bytes).map_err(failed(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE_PAGE: &str = r#"<html><head>
<link rel="stylesheet" href="/tokens.css" integrity="x"/>
<link rel="stylesheet" href="/base.css"/>
<script src="/boot.js"></script>
<script type="module">
import init from '/so-tay.js';
</script>
<link rel="modulepreload" href="/so-tay.js" integrity="x"></head>
<body><div id="app"><!--today-->ghost<!--/today--></div></body></html>"#;

    fn source() -> Site {
        let files: [(&str, &str); 9] = [
            (PAGE, SOURCE_PAGE),
            (
                WORKER,
                r#"const VERSION = "__VERSION__"; const NOW = ["__NOW__"]; const LATER = ["__LATER__"];"#,
            ),
            ("tokens.css", "@layer a;\n"),
            ("base.css", "p { margin: 0 }\n"),
            (BOOT, r#"import("/so-tay.js"); fetch("/so-tay_bg.wasm")"#),
            (GLUE, "export default 1"),
            (PROGRAM, "\0asm"),
            ("decoder.js", "decode()"),
            ("robots.txt", "User-agent: *"),
        ];
        files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn bundled(site: Site) -> Bundle {
        bundle(site, &|source| Ok(source.to_owned())).unwrap()
    }

    fn read_text(bundle: &Bundle, name: &str) -> String {
        String::from_utf8(bundle.site[name].clone()).unwrap()
    }

    #[test]
    fn the_page_names_every_file_it_needs_by_its_hashed_name_and_holds_no_script() {
        let made = bundled(source());
        let page = read_text(&made, PAGE);
        assert_eq!(made.now.len(), NOW.len());
        assert!(made.now.iter().all(|name| page.contains(name.as_str())), "{page}\n{:?}", made.now);
        assert!(!page::has_inline_script(&page));
        assert!(!page.contains("integrity"));
    }

    #[test]
    fn sheets_are_joined_in_the_order_of_the_page() {
        let made = bundled(source());
        let style = made.now.iter().find(|name| name.ends_with(".css")).unwrap();
        assert_eq!(read_text(&made, style), "@layer a;p{margin:0}");
    }

    #[test]
    fn a_changed_program_changes_the_boot_script_that_names_it_and_the_version_but_not_the_style() {
        let before = bundled(source());
        let mut changed = source();
        changed.insert(PROGRAM.to_owned(), b"\0asm2".to_vec());
        let after = bundled(changed);
        let kept: Vec<_> = before.now.iter().filter(|name| after.now.contains(name)).collect();
        assert!(kept.iter().any(|name| name.starts_with("style-")));
        assert!(!kept.iter().any(|name| name.starts_with("boot-") || name.starts_with("so-tay_bg-")));
        assert_ne!(before.site[WORKER], after.site[WORKER]);
    }

    #[test]
    fn the_worker_lists_the_rest_apart_and_nothing_twice() {
        let mut site = source();
        site.insert("old-browser.js".to_owned(), b"tell()".to_vec());
        let made = bundled(site);
        assert!(made.later.iter().any(|name| name.starts_with("decoder-")));
        assert!(!made.later.iter().any(|name| name.starts_with("old-browser-")));
        assert!(
            !made.later.iter().any(|name| made.now.contains(name) || name == "robots.txt" || name == WORKER)
        );
    }

    #[test]
    fn a_site_without_its_program_is_refused() {
        let mut site = source();
        site.remove(PROGRAM);
        assert!(matches!(bundle(site, &|source| Ok(source.to_owned())), Err(BundleError::Missing(PROGRAM))));
    }
}
