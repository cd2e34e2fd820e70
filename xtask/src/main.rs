//! The tasks of the project: `cargo xtask <verb>`.
#![allow(clippy::disallowed_methods, reason = "the clock is kept out of the app, not out of its tools")]

use std::env;
use std::process::ExitCode;

use failure::{Failure, Result};

mod app;
mod arguments;
mod bench;
mod bundle;
mod check;
mod command;
mod failure;
mod hash;
mod nginx;
mod packages;
mod sample;
mod serve;
mod steps;
mod test;
mod tools;
mod vendor;
mod wasm;

/// What is typed, what it does, and the function that does it.
type Verb = (&'static str, &'static str, fn(&[String]) -> Result<()>);

const VERBS: [Verb; 7] = [
    ("serve", "build everything and open it on this machine", serve::verb),
    ("test", "run every check; --engines all adds the other browsers", test::verb),
    ("check", "format, lints and host tests only", check::verb),
    ("setup", "install what is missing", test::setup),
    ("build", "build the app into dist", app::verb),
    ("nginx", "run the server for one test", nginx::verb),
    ("bundle", "finish the app that Trunk has built; its hook", app::bundle),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Verbs that only journeys and measurements use.
const HIDDEN: [Verb; 2] = [
    ("sample", "lay the sample branch into a data folder", sample::verb),
    ("history", "lay the history of a branch into a data folder", bench::history::verb),
];

fn run(arguments: &[String]) -> Result<()> {
    let (name, rest) = arguments.split_first().ok_or_else(usage)?;
    let (_, _, verb) = VERBS.iter().chain(&HIDDEN).find(|(known, _, _)| known == name).ok_or_else(usage)?;
    verb(rest)
}

fn usage() -> Failure {
    let lines = VERBS.map(|(name, what, _)| format!("  cargo xtask {name:8} {what}"));
    Failure::from(format!("say what to do:\n{}", lines.join("\n")))
}
