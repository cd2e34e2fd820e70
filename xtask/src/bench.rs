//! What the app costs a phone, measured in the real browser on the real server against the budgets in `e2e/bench.mjs`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::options;
use crate::command::{command, root, run};
use crate::failure::{Context, Result};
use crate::scratch::Scratch;
use crate::steps::step;
use crate::{app, packages};

pub mod history;

/// Ten times what a quiet machine needs.
const SECONDS_MAX: &str = "3000";

/// `cargo xtask bench [--json FILE] [--dist DIR] [--only NAME]`: builds the app, or takes the one in `--dist`, measures
/// it and prints a table; the same as a list of `{name, value, unit, budget}` goes into `--json`. `--only` takes a part:
/// `load`, `years`, `change` or `meeting`. Fails when a budget is not met.
pub fn verb(arguments: &[String]) -> Result<()> {
    let [json, dist, only] = options(arguments, ["--json", "--dist", "--only"])?;
    // Asked for now: the build below may put a new file in the place of this program.
    let xtask = env::current_exe().context("cannot find this program")?;
    step("setup", || {
        packages::ensure_server()?;
        packages::ensure_browser()?;
        packages::ensure_journeys()
    })?;
    let dist = match dist {
        Some(folder) => fs::canonicalize(&folder).context(format!("cannot find {folder}"))?,
        None => built()?,
    };
    step("measurements", || measure(&xtask, &dist, json.as_deref(), only.as_deref()))
}

fn built() -> Result<PathBuf> {
    step("build", || {
        app::ensure_tools()?;
        app::build().map(drop)
    })?;
    Ok(root().join("dist"))
}

fn measure(xtask: &Path, dist: &Path, json: Option<&str>, only: Option<&str>) -> Result<()> {
    let scratch = Scratch::new("bench")?;
    let mut bench = command("timeout");
    bench.args(["--kill-after=10", SECONDS_MAX, "node", "e2e/bench.mjs"]);
    bench.args(json.map(|file| format!("--json={file}")));
    bench.args(only.map(|part| format!("--only={part}")));
    bench.env("XTASK", xtask).env("SO_TAY_DIST", dist);
    run(scratch.lend(&mut bench))
}
