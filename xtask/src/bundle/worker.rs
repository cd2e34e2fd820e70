//! Fills in the lists and the version of the service worker.

use super::names::digest;
use super::{BundleError, Site};

const VERSION: &str = r#""__VERSION__""#;
const NOW: &str = r#"["__NOW__"]"#;
const LATER: &str = r#"["__LATER__"]"#;

/// `source` with its lists and a version that changes with any byte of the site, also of files with fixed names.
pub fn fill(source: &str, site: &Site, now: &[String], later: &[String]) -> Result<String, BundleError> {
    let files = site.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let version = digest(files.chain([("the worker itself", source.as_bytes())]));
    let mut filled = source.to_owned();
    for (mark, value) in [(VERSION, format!("{version:?}")), (NOW, list(now)), (LATER, list(later))] {
        if !filled.contains(mark) {
            return Err(BundleError::NoMark(mark));
        }
        filled = filled.replace(mark, &value);
    }
    Ok(filled)
}

fn list(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"/{name}\"")).collect();
    format!("[{}]", quoted.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"v("__VERSION__",["__NOW__"],["__LATER__"])"#;

    fn filled(robots: &str) -> String {
        let site = Site::from([("robots.txt".to_owned(), robots.as_bytes().to_vec())]);
        fill(SOURCE, &site, &["a.js".to_owned()], &[]).unwrap()
    }

    #[test]
    fn lists_are_paths_from_the_root() {
        assert!(filled("").ends_with(r#"",["/a.js"],[])"#));
    }

    #[test]
    fn the_version_tells_apart_files_that_keep_their_name() {
        assert_ne!(filled("1"), filled("2"));
        assert_eq!(filled("1"), filled("1"));
    }

    #[test]
    fn our_own_worker_has_every_mark() {
        assert!(fill(include_str!("../../../public/sw.js"), &Site::new(), &[], &[]).is_ok());
    }
}
