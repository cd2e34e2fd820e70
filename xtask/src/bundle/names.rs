//! Content-hashed names: a file whose bytes change gets another name, so that hosts may call every such name immutable.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{BundleError, Site};

/// Names that the outside knows and that must therefore stay.
const FIXED: [&str; 2] = ["manifest.webmanifest", "robots.txt"];
const FIXED_FOLDER: &str = "icons/";
/// wasm-bindgen's pieces of JavaScript: named one by one, because the glue imports each.
const SNIPPETS: &str = "snippets/";

/// One file, or one folder whose files name each other and therefore move together.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The name as written in the sources; a folder ends with a slash.
    pub plain: String,
    /// The name as served; equal to `plain` when it is fixed.
    pub hashed: String,
    /// Paths within a folder; a single empty one for a file.
    members: Vec<String>,
}

impl Unit {
    /// All its files.
    pub fn files(&self) -> impl Iterator<Item = Named> {
        self.members.iter().map(|member| Named {
            plain: format!("{}{member}", self.plain),
            served: format!("{}{member}", self.hashed),
        })
    }

    /// Whether its name tells its content.
    pub fn is_hashed(&self) -> bool {
        self.plain != self.hashed
    }
}

/// One file under both its names.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// As written in the sources.
    pub plain: String,
    /// As served.
    pub served: String,
}

/// The site under its new names, and what was named how.
pub struct Naming {
    /// All files under their served names.
    pub site: Site,
    /// Sorted by plain name.
    pub names: Vec<Unit>,
}

/// Names every unit of `site`. A file that names others gets its name after them, because their names are part of its bytes.
pub fn give(site: Site) -> Result<Naming, BundleError> {
    let mut pending: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    for (name, bytes) in site {
        let (unit, member) = split(&name);
        pending.entry(unit.to_owned()).or_default().push((member.to_owned(), bytes));
    }

    let mut named = Naming { site: Site::new(), names: Vec::new() };
    while !pending.is_empty() {
        let ready: Vec<String> =
            pending.keys().filter(|unit| !names_another(unit, &pending)).cloned().collect();
        if ready.is_empty() {
            return Err(BundleError::Cycle(pending.into_keys().collect()));
        }
        for plain in ready {
            let Some(mut files) = pending.remove(&plain) else {
                continue;
            };
            if is_script(&plain) {
                for (_, bytes) in &mut files {
                    *bytes = rewrite(&String::from_utf8_lossy(bytes), &named.names).into_bytes();
                }
            }
            let hashed = if is_fixed(&plain) { plain.clone() } else { hashed_name(&plain, &files) };
            let unit =
                Unit { plain, hashed, members: files.iter().map(|(member, _)| member.clone()).collect() };
            named
                .site
                .extend(unit.files().map(|file| file.served).zip(files.into_iter().map(|(_, bytes)| bytes)));
            named.names.push(unit);
        }
    }
    named.names.sort_by(|one, other| one.plain.cmp(&other.plain));
    Ok(named)
}

/// `text` with every quoted plain name (`"/name"`, `"./name"`, `"/folder/name"`) replaced by the served one.
pub fn rewrite(text: &str, names: &[Unit]) -> String {
    let mut text = text.to_owned();
    for file in names.iter().filter(|unit| unit.is_hashed()).flat_map(Unit::files) {
        for (quoted, quote) in quoted_forms(&file.plain) {
            text = text.replace(&quoted, &format!("{quote}/{}{quote}", file.served));
        }
    }
    text
}

/// The first 16 hexadecimal digits of SHA-256 over names and bytes.
pub fn digest<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in parts {
        hasher.update((name.len() as u64).to_le_bytes());
        hasher.update(name);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn split(name: &str) -> (&str, &str) {
    match name.find('/') {
        Some(slash) if !name.starts_with(FIXED_FOLDER) && !name.starts_with(SNIPPETS) => {
            name.split_at(slash + 1)
        }
        _ => (name, ""),
    }
}

fn is_fixed(plain: &str) -> bool {
    FIXED.contains(&plain) || plain.starts_with(FIXED_FOLDER)
}

/// Whether its text may name other files.
pub fn is_script(plain: &str) -> bool {
    plain.ends_with(".js") || plain.ends_with(".mjs")
}

fn names_another(unit: &str, pending: &BTreeMap<String, Vec<(String, Vec<u8>)>>) -> bool {
    let Some(files) = pending.get(unit).filter(|_| is_script(unit)) else {
        return false;
    };
    let text: String = files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let mut others = pending
        .iter()
        .filter(|(other, _)| *other != unit && !is_fixed(other))
        .flat_map(|(other, files)| files.iter().map(move |(member, _)| format!("{other}{member}")));
    others.any(|other| quoted_forms(&other).any(|(quoted, _)| text.contains(&quoted)))
}

fn quoted_forms(plain: &str) -> impl Iterator<Item = (String, char)> {
    let forms = ['"', '\'', '`'].into_iter().flat_map(|quote| [(quote, "/"), (quote, "./")]);
    forms.map(move |(quote, prefix)| (format!("{quote}{prefix}{plain}{quote}"), quote))
}

fn hashed_name(plain: &str, files: &[(String, Vec<u8>)]) -> String {
    let hash = digest(files.iter().map(|(member, bytes)| (member.as_str(), bytes.as_slice())));
    if let Some(folder) = plain.strip_suffix('/') {
        return format!("{folder}-{hash}/");
    }
    let file_name = plain.rfind('/').map_or(0, |slash| slash + 1);
    match plain[file_name..].rfind('.') {
        Some(dot) => format!("{}-{hash}{}", &plain[..file_name + dot], &plain[file_name + dot..]),
        None => format!("{plain}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn served(naming: &Naming, plain: &str) -> String {
        naming.names.iter().find(|unit| unit.plain == plain).unwrap().hashed.clone()
    }

    #[test]
    fn the_hash_stands_before_the_last_dot() {
        let naming = give(site(&[("a.min.js", "1"), ("snippets/x-1/y.js", "2"), ("bare", "3")])).unwrap();
        for (plain, start, end) in [
            ("a.min.js", "a.min-", ".js"),
            ("snippets/x-1/y.js", "snippets/x-1/y-", ".js"),
            ("bare", "bare-", ""),
        ] {
            let name = served(&naming, plain);
            assert!(name.starts_with(start) && name.ends_with(end), "{name}");
            assert_eq!(name.len(), plain.len() + 17);
            assert!(naming.site.contains_key(&name));
        }
    }

    #[test]
    fn a_script_is_named_after_what_it_names_wherever_it_stands_in_the_alphabet() {
        let naming = give(site(&[
            ("a.js", "import './b.js'; fetch(\"/c.wasm\")"),
            ("b.js", "load('/c.wasm')"),
            ("c.wasm", "1"),
        ]))
        .unwrap();
        let a = String::from_utf8(naming.site[&served(&naming, "a.js")].clone()).unwrap();
        assert_eq!(
            a,
            format!("import '/{}'; fetch(\"/{}\")", served(&naming, "b.js"), served(&naming, "c.wasm"))
        );
        let other = give(site(&[
            ("a.js", "import './b.js'; fetch(\"/c.wasm\")"),
            ("b.js", "load('/c.wasm')"),
            ("c.wasm", "2"),
        ]))
        .unwrap();
        assert_ne!(served(&naming, "a.js"), served(&other, "a.js"));
    }

    #[test]
    fn only_a_whole_quoted_name_is_replaced() {
        let naming = give(site(&[("x.js", "1")])).unwrap();
        let text = r#""/x.js.map" "/ax.js" "x.js" /x.js"#;
        assert_eq!(rewrite(text, &naming.names), text);
    }

    #[test]
    fn what_the_outside_knows_keeps_its_name() {
        let naming =
            give(site(&[("robots.txt", ""), ("manifest.webmanifest", "{}"), ("icons/a.svg", "")])).unwrap();
        assert!(naming.names.iter().all(|unit| !unit.is_hashed()));
    }

    #[test]
    fn a_folder_moves_as_one_and_changes_its_name_with_any_of_its_files() {
        let first = give(site(&[("pdf/a.mjs", "import './b.mjs'"), ("pdf/b.mjs", "1")])).unwrap();
        let second = give(site(&[("pdf/a.mjs", "import './b.mjs'"), ("pdf/b.mjs", "2")])).unwrap();
        assert_ne!(served(&first, "pdf/"), served(&second, "pdf/"));
        assert_eq!(first.site[&format!("{}a.mjs", served(&first, "pdf/"))], b"import './b.mjs'");
    }

    #[test]
    fn a_script_is_named_after_the_file_in_a_folder_that_it_names() {
        let made = |viewer: &str| {
            give(site(&[
                ("a.mjs", "import '/pdf/viewer.mjs'"),
                ("pdf/viewer.mjs", viewer),
                ("pdf/other.mjs", ""),
            ]))
            .unwrap()
        };
        let first = made("1");
        let a = served(&first, "a.mjs");
        let text = format!("import '/{}viewer.mjs'", served(&first, "pdf/"));
        assert_eq!(String::from_utf8_lossy(&first.site[&a]), text);
        assert_ne!(a, served(&made("2"), "a.mjs"));
    }

    #[test]
    fn files_that_name_each_other_are_refused() {
        assert!(matches!(
            give(site(&[("a.js", "'/b.js'"), ("b.js", "'/a.js'")])),
            Err(BundleError::Cycle(_))
        ));
    }
}
