//! Keeps the shape of the source: which layer may name which, what belongs to the browser, how long a file may grow.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may name of the others, as it is told in ARCHITECTURE. An entry may be a single module of a layer.
/// A folder that is not here is not a layer: put it where it belongs, or say here what it may know.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("record", &["domain"]),
    ("exchange", &["domain", "record"]),
    ("library", &["domain", "record"]),
    ("papers", &["domain", "record"]),
    ("ports", &["domain", "record", "exchange"]),
    ("sync", &["domain", "record", "exchange", "ports"]),
    ("sample", &["domain", "record", "exchange", "ports", "sync"]),
    ("i18n", &["domain", "ports::device"]),
    ("browser", &["domain", "record", "exchange", "ports"]),
    ("state", &["domain", "record", "exchange", "library", "papers", "ports", "sync", "sample", "i18n"]),
    ("ui", &["i18n"]),
    // Pages speak in the nouns of the layers below; of the ports they know only what a screen chooses among.
    (
        "pages",
        &[
            "domain",
            "record",
            "exchange",
            "library",
            "papers",
            "sync",
            "i18n",
            "state",
            "ui",
            "app::routes",
            "ports::device",
        ],
    ),
    ("app", &["domain", "sync", "i18n", "state", "ui", "pages"]),
];

/// Crates of the browser, and the two places that may name them: the adapters, and the root that wires them.
const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];
/// Crates that a layer may not name, because it is pure.
const PURE: [&str; 8] = ["domain", "record", "exchange", "library", "papers", "ports", "sync", "sample"];

/// Lines of code in a file of `src`, tests and comments not counted.
const CODE_LINES_MAX: usize = 450;

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The folder or file below `src` that this belongs to; nothing for the roots: the library, both programs and what
    /// composes them, which may name everything.
    fn layer(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let layer = inside.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main", "bin", "program"].contains(&layer)).then_some(layer)
    }

    /// Lines of code with their numbers, up to the tests; comments left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let program = self.text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
        program
            .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or_default()))
            .filter(|(_, line)| !line.trim().is_empty())
    }
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push(Source { path, text });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 20, "the source was not found");
    found
}

/// What follows each `crate::` in a line: the path as far as it is written.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").filter(|(at, _)| !line[..*at].ends_with(['$', '_'])).map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
        rest[..end].trim_end_matches(':')
    })
}

/// Whether a path begins with the module `entry`.
fn within(path: &str, entry: &str) -> bool {
    path.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Whether `line` names the crate `name`, as a word of its own or the first word of one (`gloo_storage`).
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"' || c == ':')
    })
}

fn assert_none(faults: &str, rule: &str) {
    assert!(faults.is_empty(), "{rule}\n{faults}");
}

#[test]
fn a_layer_names_only_the_layers_below_it() {
    let mut faults = String::new();
    for source in sources(&["src"]) {
        let Some(layer) = source.layer() else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            writeln!(faults, "{}: no such layer: {layer}", source.path).unwrap();
            continue;
        };
        for (number, line) in source.code() {
            for path in named(line) {
                let fine = within(path, layer) || allowed.iter().any(|entry| within(path, entry));
                if path.is_empty() || !fine {
                    writeln!(faults, "{}:{number}: {}", source.path, line.trim()).unwrap();
                }
            }
        }
    }
    assert_none(&faults, "A layer may name what LAYERS says, one module in each use:");
}

#[test]
fn a_page_names_no_other_page() {
    let page = |path: &str| -> Option<String> {
        let inside = path.strip_prefix("src/pages/")?;
        inside.split_once('/').map(|(folder, _)| folder.to_owned())
    };
    let sources = sources(&["src"]);
    let pages: Vec<String> = sources.iter().filter_map(|source| page(&source.path)).collect();
    let mut faults = String::new();
    for source in &sources {
        let Some(own) = page(&source.path) else { continue };
        for (number, line) in source.code() {
            let other = named(line)
                .filter_map(|path| path.strip_prefix("pages::")?.split("::").next())
                .any(|named| named != own && pages.iter().any(|page| page == named));
            if other {
                writeln!(faults, "{}:{number}: {}", source.path, line.trim()).unwrap();
            }
        }
    }
    assert_none(&faults, "What two pages share is a file beside them or belongs to `ui` or `state`:");
}

#[test]
fn only_the_adapters_and_the_program_name_the_browser() {
    let mut faults = String::new();
    for source in sources(&["src"]) {
        let layer = source.layer();
        if layer == Some("browser") || ["src/main.rs", "src/program.rs"].contains(&source.path.as_str()) {
            continue;
        }
        for (number, line) in source.code() {
            let browser = BROWSER_CRATES.iter().any(|name| names_crate(line, name));
            let screen = layer.is_some_and(|layer| PURE.contains(&layer)) && names_crate(line, "leptos");
            if browser || screen {
                writeln!(faults, "{}:{number}: {}", source.path, line.trim()).unwrap();
            }
        }
    }
    assert_none(&faults, "Effects live in src/browser behind the ports:");
}

#[test]
fn nothing_panics_on_purpose_outside_tests() {
    let mut faults = String::new();
    for source in sources(&["src", "decoder/src", "office/src", "paper/src"]) {
        if source.path == "src/main.rs" {
            continue;
        }
        for (number, line) in source.code() {
            let panics = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("];
            if panics.iter().any(|panic| line.contains(panic)) || line.contains("let _ =") {
                writeln!(faults, "{}:{number}: {}", source.path, line.trim()).unwrap();
            }
        }
    }
    assert_none(&faults, "Pass the fault on, or say why it cannot be:");
}

#[test]
fn every_file_says_what_it_is_for_and_leaves_nothing_undone() {
    let mut faults = String::new();
    for source in sources(&[
        "src",
        "tests",
        "decoder/src",
        "decoder/tests",
        "office/src",
        "office/tests",
        "paper/src",
        "xtask/src",
    ]) {
        if !source.text.starts_with("//! ") {
            writeln!(faults, "{}: does not begin with //!", source.path).unwrap();
        }
        // Written apart, so that this file does not find itself.
        for mark in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")] {
            if source.text.contains(mark) {
                writeln!(faults, "{}: {mark}", source.path).unwrap();
            }
        }
    }
    assert_none(&faults, "Each file begins by saying what it is for, and is finished:");
}

#[test]
fn no_file_grows_beyond_what_one_can_hold_in_mind() {
    let lengths = sources(&["src"]).into_iter().map(|source| (source.code().count(), source.path));
    let (longest, path) = lengths.max().unwrap();
    println!("the longest file is {path} with {longest} lines of code");
    assert!(longest <= CODE_LINES_MAX, "{path} has {longest} lines of code; look for the missing boundary");
}

#[test]
fn the_reader_of_imports_sees_what_it_should() {
    let paths: Vec<&str> = named("use crate::domain::id::{A, B}; crate::ports").collect();
    assert_eq!(paths, ["domain::id", "ports"]);
    assert_eq!(named("use crate::{a, b};").collect::<Vec<_>>(), [""]);
    assert_eq!(named("pub(crate) fn x() {}").count(), 0);
    assert!(within("ports::device::Language", "ports::device") && !within("ports_old", "ports"));
    assert!(names_crate("use gloo_storage::X;", "gloo") && names_crate("&web_sys::Y", "web_sys"));
    assert!(!names_crate("\"gloo\"", "gloo") && !names_crate("my_gloo", "gloo"));
}

/// Files below `folder` with one of these endings, as text.
fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(!found.is_empty(), "nothing was found in {folder}");
    found.sort();
    found
}

/// What stands between quotes of one kind in a text; where a text was opened it is closed.
fn quoted(text: &str, quote: char) -> impl Iterator<Item = &str> {
    text.split(quote).skip(1).step_by(2)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|word| !word.is_empty())
}

/// Every word that a screen may hand to the page: words in quotes, in the program and in what is served beside it.
fn words_on_the_page() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources(&["src"]) {
        for (_, line) in source.code() {
            // Inside a line: one quote in a comment or a character must not turn the rest inside out.
            found.extend(quoted(line, '"').flat_map(words).map(str::to_owned));
        }
    }
    let served = [("index.html", "html"), ("public", "js"), ("public", "mjs")];
    for (_, text) in served.iter().flat_map(|(folder, ending)| texts(folder, &[ending])) {
        for quote in ['"', '\'', '`'] {
            found
                .extend(text.lines().flat_map(|line| quoted(line, quote)).flat_map(words).map(str::to_owned));
        }
    }
    found
}

/// Names of the classes in the selectors of a style sheet.
fn classes(css: &str) -> BTreeSet<&str> {
    let css = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest));
    let selectors = css.flat_map(|css| css.split(['{', '}', ';'])).filter(|part| !part.contains("url("));
    let names = selectors
        .flat_map(|part| part.split('.').skip(1))
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    names.filter_map(|name| words(name).next()).collect()
}

#[test]
fn every_class_is_worn_by_something() {
    let used = words_on_the_page();
    let mut faults = String::new();
    for (path, css) in texts("style", &["css"]) {
        for class in classes(&css).into_iter().filter(|class| !used.contains(*class)) {
            writeln!(faults, "{path}: .{class}").unwrap();
        }
    }
    assert_none(&faults, "The first download carries these styles for nobody:");
}

#[test]
fn every_icon_is_shown_somewhere() {
    let page = &texts("index.html", &["html"])[0].1;
    let used = words_on_the_page();
    let icons = page.split("<symbol id=\"i-").skip(1).filter_map(|rest| rest.split('"').next());
    // The name alone in the program, or with its mark in a view.
    let shown = |icon: &str| used.contains(icon) || page.contains(&["href=\"#i-", icon, "\""].concat());
    let app =
        |icon: &str| sources(&["src"]).iter().any(|source| source.text.contains(&["#i-", icon].concat()));
    let idle: Vec<&str> = icons.filter(|icon| !shown(icon) && !app(icon)).collect();
    assert_none(&idle.join("\n"), "The first download carries these icons for nobody:");
}

#[test]
fn every_text_is_said_somewhere() {
    let screens: String = sources(&["src"])
        .iter()
        .filter(|source| !source.path.starts_with("src/i18n/"))
        .flat_map(|source| source.code().map(|(_, line)| [line, "\n"].concat()).collect::<Vec<_>>())
        .collect();
    let named: BTreeSet<&str> = screens.split('.').skip(1).filter_map(|rest| words(rest).next()).collect();
    let mut faults = String::new();
    for source in
        sources(&["src/i18n", "src/pages"]).iter().filter(|source| source.path.starts_with("src/i18n/"))
    {
        for (number, line) in source.code() {
            let name = line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": "));
            if let Some((name, _)) = name.filter(|(name, _)| !named.contains(name) && !name.contains(' ')) {
                writeln!(faults, "{}:{number}: {name}", source.path).unwrap();
            }
        }
    }
    assert_none(&faults, "Nobody says these words:");
}
