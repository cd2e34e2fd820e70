//! Every check of the project, in the order of what fails fastest.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::options;
use crate::command::{command, find, root, run};
use crate::failure::{Context, Failure, Result};
use crate::scratch::Scratch;
use crate::steps::step;
use crate::{app, check, packages, tools, wasm};

const JOURNEYS_SECONDS_MAX: &str = "1800";

/// A browser engine beside Chromium: driven only where somebody has installed it.
const OTHER_ENGINES: [(&str, &str); 2] =
    [("firefox", "/usr/bin/firefox-esr"), ("webkit", "/usr/bin/WebKitWebDriver")];

/// `cargo xtask setup`: everything that `test` and `serve` need.
pub fn setup(_arguments: &[String]) -> Result<()> {
    tools::ensure_lints()?;
    app::ensure_tools()?;
    packages::ensure_server()?;
    packages::ensure_browser()?;
    packages::ensure_journeys()?;
    office();
    Ok(())
}

/// Whether the papers can be opened here; says plainly why not.
fn office() -> bool {
    match packages::ensure_office() {
        Ok(()) => true,
        Err(missing) => {
            eprintln!("NOT TESTED: no paper is opened in LibreOffice. {missing}");
            false
        }
    }
}

/// `cargo xtask test [--engines all]`.
pub fn verb(arguments: &[String]) -> Result<()> {
    let [engines] = options(arguments, ["--engines"])?;
    let engines = engines_to_drive(engines.as_deref())?;
    // Asked for now: the builds below may put a new file in the place of this program.
    let xtask = env::current_exe().context("cannot find this program")?;
    step("setup", || setup(&[]))?;
    check::run_all()?;
    if office() {
        step("papers in LibreOffice", open_papers)?;
    }
    let wasm_tests = wasm_tests()?;
    step("lints of the browser half", || lint_wasm(&wasm_tests))?;
    if !wasm_tests.is_empty() {
        step("browser tests", || run_wasm(&wasm_tests))?;
    }
    step("build", || app::build().map(drop))?;
    step("journeys", || run_journeys(&engines, &xtask))?;
    eprintln!("All checks passed.");
    Ok(())
}

fn engines_to_drive(wanted: Option<&str>) -> Result<String> {
    let mut engines = vec!["chromium"];
    match wanted {
        None => {}
        Some("all") => {
            for (engine, program) in OTHER_ENGINES {
                if Path::new(program).is_file() {
                    engines.push(engine);
                } else {
                    eprintln!("{engine} is skipped: {program} is not installed");
                }
            }
        }
        Some(other) => return Err(Failure::from(format!("--engines takes all, not {other}"))),
    }
    Ok(engines.join(","))
}

fn open_papers() -> Result<()> {
    run(command("cargo")
        .args(["test", "--locked", "--package", "office", "--test", "libreoffice"])
        .args(["--", "--ignored"]))
}

fn lint_wasm(tests: &[String]) -> Result<()> {
    run(command("cargo")
        .args(["clippy", "--locked", "--target", wasm::TARGET])
        .args(["--package", "so-tay", "--lib", "--bins"])
        .args(tests.iter().flat_map(|name| ["--test", name]))
        .args(["--", "-D", "warnings"]))
}

fn run_wasm(tests: &[String]) -> Result<()> {
    let scratch = Scratch::new("test")?;
    run(command("cargo")
        .args(["test", "--locked", "--target", wasm::TARGET])
        .args(["--package", "so-tay"])
        .args(tests.iter().flat_map(|name| ["--test", name]))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", find("chromedriver").unwrap_or_default())
        .env("TMPDIR", scratch.folder()))
}

fn run_journeys(engines: &str, xtask: &Path) -> Result<()> {
    let journeys = names_in("e2e", "", ".test.mjs")?;
    let scratch = Scratch::new("test")?;
    let mut node = command("timeout");
    node.args(["--kill-after=10", JOURNEYS_SECONDS_MAX])
        .args(["node", "--test", "--test-concurrency=2"])
        .arg("--test-reporter=spec")
        .args(journeys.iter().map(|name| format!("{name}.test.mjs")))
        .current_dir(root().join("e2e"))
        .env("XTASK", xtask)
        .env("SO_TAY_ENGINES", engines);
    run(scratch.lend(&mut node)).context(format!("(the limit is {JOURNEYS_SECONDS_MAX} seconds)"))
}

fn wasm_tests() -> Result<Vec<String>> {
    let names = names_in("tests", "wasm_", ".rs")?;
    Ok(names.iter().map(|name| format!("wasm_{name}")).collect())
}

/// What stands between `start` and `end` in the file names of a folder, sorted; nothing when it does not exist.
fn names_in(folder: &str, start: &str, end: &str) -> Result<Vec<String>> {
    let folder: PathBuf = root().join(folder);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = || format!("cannot list {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).context(failed())? {
        let name = entry.context(failed())?.file_name();
        let name = name.to_string_lossy();
        if let Some(middle) = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)) {
            names.push(middle.to_owned());
        }
    }
    names.sort();
    Ok(names)
}
