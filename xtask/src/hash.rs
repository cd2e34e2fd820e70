//! One hash over files and folders, to see whether anything in them has changed.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::command::root;
use crate::failure::{Context, Result};

/// SHA-256, in hex, over the names and contents of `paths` and of everything below them. Names count from the workspace
/// on, so two checkouts of the same state agree. What does not exist counts as absent, not as an error.
pub fn hash(paths: &[PathBuf]) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let mut sum = Sha256::new();
    for file in &files {
        let content = fs::read(file).context(format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(root()).unwrap_or(file);
        sum.update(name.to_string_lossy().as_bytes());
        // The length keeps the end of one file apart from the beginning of the next.
        sum.update((content.len() as u64).to_be_bytes());
        sum.update(&content);
    }
    let bytes = sum.finalize();
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    if !path.is_dir() {
        return Ok(());
    }
    let failed = || format!("cannot list {}", path.display());
    for entry in fs::read_dir(path).context(failed())? {
        collect(&entry.context(failed())?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_added_or_renamed_file_changes_the_hash() {
        let folder = std::env::temp_dir().join(format!("so-tay-hash-{}", std::process::id()));
        fs::create_dir_all(folder.join("below")).unwrap();
        fs::write(folder.join("below/a"), "one").unwrap();
        let of_folder = || hash(std::slice::from_ref(&folder)).unwrap();
        let first = of_folder();
        assert_eq!(first, of_folder());

        fs::write(folder.join("below/a"), "two").unwrap();
        let changed = of_folder();
        fs::write(folder.join("b"), "").unwrap();
        let added = of_folder();
        fs::rename(folder.join("b"), folder.join("c")).unwrap();
        let renamed = of_folder();
        fs::remove_dir_all(&folder).unwrap();

        let all = [&first, &changed, &added, &renamed];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }
}
