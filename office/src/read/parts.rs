//! Which part of a package is what, and parts of which only the words count.

use super::unzip::Package;
use super::walk::{Step, Walk};
use paper::Unread;

/// Parts that a part names: the end of the kind, and the path.
#[derive(Default)]
pub struct Relations(Vec<(String, String)>);

impl Relations {
    /// The relations of a part; of the package itself for no name.
    pub fn read(package: &mut Package<'_>, of: &str) -> Result<Self, Unread> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let inside = if folder.is_empty() { String::new() } else { [folder, "/"].concat() };
        let Some(text) = package.part(&[&inside, "_rels/", file, ".rels"].concat())? else {
            return Ok(Self::default());
        };
        let mut relations = Vec::new();
        let mut walk = Walk::new(&text);
        while let Some(step) = walk.next()? {
            let Step::Open(tag) = step else { continue };
            let outside = tag.value("TargetMode").is_some_and(|mode| mode == "External");
            if let (Some(kind), Some(target), false) = (tag.value("Type"), tag.value("Target"), outside) {
                let kind = kind.rsplit_once('/').map_or("", |(_, end)| end);
                relations.push((["/", kind].concat(), path(&inside, &target)));
            }
        }
        Ok(Self(relations))
    }

    /// The path of the first part of a kind.
    pub fn target(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == kind).map(|(_, path)| path.as_str())
    }

    /// The first part of a kind.
    pub fn part(&self, package: &mut Package<'_>, kind: &str) -> Result<Option<String>, Unread> {
        self.target(kind).map_or(Ok(None), |path| package.part(path))
    }

    /// All parts of a kind.
    pub fn parts(&self, package: &mut Package<'_>, kind: &str) -> Result<Vec<String>, Unread> {
        let mut parts = Vec::new();
        for (_, path) in self.0.iter().filter(|(other, _)| other == kind) {
            parts.extend(package.part(path)?);
        }
        Ok(parts)
    }
}

/// A target as a path from the root of the package. Steps above the root stay there.
fn path(inside: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None => [inside, target].concat(),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The words of a part: a line for each paragraph, or for each field of what a file says of itself.
pub fn lines(text: &str) -> Result<String, Unread> {
    let mut lines = String::new();
    let mut walk = Walk::new(text);
    while let Some(step) = walk.next()? {
        match step {
            Step::Text(text) => lines.push_str(&text),
            Step::Open(tag) if matches!(&*tag.name(), "tab" | "br" | "tc") => lines.push('\t'),
            // Runs of one paragraph may part a word.
            Step::Open(tag) if matches!(&*tag.name(), "r" | "t" | "rPr" | "ins" | "hyperlink") => {}
            Step::Open(_) if !lines.is_empty() && !lines.ends_with('\n') => lines.push('\n'),
            Step::Open(_) | Step::Close => {}
        }
    }
    if !lines.is_empty() {
        lines.push('\n');
    }
    Ok(lines)
}
