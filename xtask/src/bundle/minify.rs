//! Scripts through esbuild.

use std::io::{self, Write};
use std::process::Stdio;

use super::BundleError;
use crate::command::command;

/// The oldest browsers that know `@layer`, without which the style sheet does not apply.
const TARGET: &str = "--target=chrome99,firefox97,safari15.4";

/// `source` minified.
pub fn script(source: &str) -> Result<String, BundleError> {
    let mut esbuild = command("esbuild");
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", TARGET]);
    // Top-level names of a classic script belong to everybody (a worker's loader calls `wasm_bindgen`): kept as they are.
    if source.lines().any(|line| line.starts_with("export ")) {
        esbuild.arg("--format=esm");
    }
    let mut child = esbuild
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(BundleError::Minify(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    String::from_utf8(output.stdout).map_err(|_| BundleError::NotText("esbuild's answer".to_owned()))
}

fn failed(error: io::Error) -> BundleError {
    BundleError::Minify(error.to_string())
}
