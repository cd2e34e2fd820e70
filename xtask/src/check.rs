//! The quick look before a commit: format, lints and the tests of the host. The full run begins with the same.

use crate::command::{command, find, run};
use crate::failure::Result;
use crate::steps::step;
use crate::tools;

/// `cargo xtask check`.
pub fn verb(_arguments: &[String]) -> Result<()> {
    step("rustfmt and clippy", tools::ensure_lints)?;
    run_all()
}

/// Format, lints and host tests.
pub fn run_all() -> Result<()> {
    step("format", || run(command("cargo").args(["fmt", "--all", "--check"])))?;
    step("lints", || {
        run(command("cargo")
            .args(["clippy", "--locked", "--workspace", "--all-targets"])
            .args(["--", "-D", "warnings"]))
    })?;
    step("host tests", || {
        let mut cargo = command("cargo");
        if find("cargo-nextest").is_some() {
            cargo.args(["nextest", "run"]);
        } else {
            cargo.arg("test");
        }
        run(cargo.args(["--locked", "--workspace"]))
    })
}
