//! A folder for what browsers leave behind, which is hundreds of megabytes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Context, Result};

/// A folder of this process; removed when dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes it; `purpose` becomes part of its name.
    pub fn new(purpose: &str) -> Result<Self> {
        let folder = env::temp_dir().join(format!("so-tay-{purpose}-{}", std::process::id()));
        fs::create_dir_all(&folder).context(format!("cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Lets a command, and the browsers that it starts, keep everything of theirs in here.
    pub fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("TMPDIR", &self.0)
            .env("HOME", &self.0)
            .env("XDG_CACHE_HOME", self.0.join("cache"))
            .env("XDG_CONFIG_HOME", self.0.join("config"))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("cannot remove {}: {error}", self.0.display());
        }
    }
}
