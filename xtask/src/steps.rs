//! A run of named steps: each says its name and how long it took, and the first failure ends the run.

use std::time::{Duration, Instant};

use crate::failure::{Context, Result};

/// Runs one step between two lines on the terminal.
pub fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("== {name}");
    let start = Instant::now();
    work().context(format!("stopped at \"{name}\""))?;
    eprintln!("== {name}: ok, {}", seconds(start.elapsed()));
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f32())
}
