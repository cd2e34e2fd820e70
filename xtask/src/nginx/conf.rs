//! The templates of `deploy/nginx`, filled in for this machine.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

const MAIN_TEMPLATE: &str = include_str!("../../../deploy/nginx/local.conf");
/// What stands before both sites.
pub const LIMITS: &str = include_str!("../../../deploy/nginx/limits.conf");
const APP_TEMPLATE: &str = include_str!("../../../deploy/nginx/app.conf");
const DATA_TEMPLATE: &str = include_str!("../../../deploy/nginx/data.conf");

const MODULE_FOLDERS: [&str; 2] = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules"];
const BROTLI_MODULE: &str = "ngx_http_brotli_static_module.so";

/// The main file: both sites below in one process.
pub fn main(run: &Path) -> Result<String> {
    let modules = match brotli_module() {
        Some(module) => format!("load_module {};", module.display()),
        None => String::new(),
    };
    render(MAIN_TEMPLATE, &[("modules", &modules), ("run", &in_conf(run)?)])
}

/// The app on a port of localhost.
pub fn app(port: u16, dist: &Path) -> Result<String> {
    let brotli = match brotli_module() {
        Some(_) => "brotli_static on;",
        None => "",
    };
    render(
        APP_TEMPLATE,
        &[
            ("listen", &format!("127.0.0.1:{port}")),
            ("name", "localhost"),
            ("dist", &in_conf(dist)?),
            ("connect", "https: http://localhost:*"),
            ("brotli", brotli),
        ],
    )
}

/// The data on a port of localhost, for any app on localhost.
pub fn data(port: u16, data: &Path, tokens: &Path) -> Result<String> {
    render(
        DATA_TEMPLATE,
        &[
            ("listen", &format!("127.0.0.1:{port}")),
            ("name", "localhost"),
            ("data", &in_conf(data)?),
            ("log", "stderr"),
            ("tokens", &in_conf(tokens)?),
            ("app", "~^http://localhost:[0-9]+$"),
        ],
    )
}

/// Fills in a template; every `{{name}}` must have its value.
fn render(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let filled = values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value));
    match filled.split_once("{{") {
        None => Ok(filled),
        Some((_, rest)) => {
            Err(Failure::from(format!("no value for {}", rest.split('}').next().unwrap_or_default())))
        }
    }
}

/// A path as nginx reads it, inside words and inside quotes.
fn in_conf(path: &Path) -> Result<String> {
    let text = path.to_string_lossy();
    let plain = |sign: char| sign.is_alphanumeric() || "/._-+@".contains(sign);
    if text.chars().all(plain) {
        Ok(text.into_owned())
    } else {
        Err(Failure::from(format!(
            "nginx cannot use the folder {text}: move it to a path of letters, digits and . _ - + @"
        )))
    }
}

/// The folder names in a token map, whose lines are `"<folder>:Bearer <token>" 1;`.
pub fn branch_folders(map: &str) -> impl Iterator<Item = &str> {
    map.lines()
        .filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once(':')?.0))
        .filter(|folder| folder.len() == 32 && folder.chars().all(|sign| sign.is_ascii_hexdigit()))
}

fn brotli_module() -> Option<PathBuf> {
    MODULE_FOLDERS.iter().map(|folder| Path::new(folder).join(BROTLI_MODULE)).find(|module| module.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_without_all_its_values_is_refused() {
        assert_eq!(render("a {{b}} {{b}}", &[("b", "c")]).unwrap(), "a c c");
        assert!(render("a {{b}} {{d}}", &[("b", "c")]).is_err());
    }

    #[test]
    fn only_well_formed_folders_are_taken_from_a_token_map() {
        let folder = "0123456789abcdef0123456789abcdef";
        let map = format!("# a comment\n\"{folder}:Bearer x\" 1;\n\"../x:Bearer y\" 1;\n");
        assert_eq!(branch_folders(&map).collect::<Vec<_>>(), [folder]);
    }

    #[test]
    fn a_path_that_would_end_a_word_of_the_configuration_is_refused() {
        assert!(in_conf(Path::new("/tmp/sổ-tay")).is_ok());
        assert!(in_conf(Path::new("/tmp/a b")).is_err());
        assert!(in_conf(Path::new("/tmp/a;b")).is_err());
    }
}
