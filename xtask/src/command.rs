//! Runs other programs, with the pinned tools first on their PATH.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Context, Failure, Result};
use crate::tools;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// A command in the workspace folder that finds the pinned tools before all others.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path());
    command
}

/// Runs to the end; its output is shown. Fails when the program is missing or reports failure.
pub fn run(command: &mut Command) -> Result<()> {
    let name = words(command);
    let status = command.status().context(format!("cannot start {name}"))?;
    if status.success() { Ok(()) } else { Err(Failure::from(format!("{name} failed ({status})"))) }
}

/// What a program printed, without the last line break; `None` when it is missing or reports failure.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program is found, in the order of `command`.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

fn path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    // Debian keeps nginx in /usr/sbin, which is not on the PATH of ordinary users.
    let folders = tools::binary_folders()
        .into_iter()
        .chain(env::split_paths(&inherited))
        .chain([PathBuf::from("/usr/sbin")]);
    env::join_paths(folders).unwrap_or(inherited)
}

fn words(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
