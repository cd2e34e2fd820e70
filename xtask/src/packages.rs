//! What comes from the system's package manager (the server, the browser) and from npm (the PDF reader, the journeys).
//! Nothing that is present is installed again or updated.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{command, find, output, root, run};
use crate::failure::{Context, Failure, Result};
use crate::hash::hash;
use crate::tools::{ensure_node, say};

/// Something of the system: how to see that it is there, and the Debian packages that bring it.
struct Need {
    what: &'static str,
    present: fn() -> bool,
    packages: &'static [&'static str],
}

const NGINX: Need = Need {
    what: "nginx",
    present: || find("nginx").is_some(),
    packages: &["nginx-light", "libnginx-mod-http-brotli-static"],
};
const CHROMIUM: Need =
    Need { what: "chromium", present: || find("chromium").is_some(), packages: &["chromium"] };
const CHROMEDRIVER: Need =
    Need { what: "chromedriver", present: || find("chromedriver").is_some(), packages: &["chromium-driver"] };
const FONTS: Need = Need {
    what: "the Noto fonts",
    // Other systems keep their fonts elsewhere; there the requirements ask for them.
    present: || find("apt-get").is_none() || Path::new("/usr/share/fonts/truetype/noto").is_dir(),
    packages: &["fonts-noto-core"],
};
const OFFICE: Need = Need {
    what: "LibreOffice",
    present: || ["soffice", "pdftotext", "pdftoppm", "pdfinfo"].iter().all(|program| find(program).is_some()),
    // The letters are as wide as those of Times New Roman.
    packages: &["libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils", "fonts-liberation"],
};

/// Makes sure of the server.
pub fn ensure_server() -> Result<()> {
    ensure(&[NGINX])
}

/// Makes sure of the browser of the tests, its driver and letters with Vietnamese marks.
pub fn ensure_browser() -> Result<()> {
    ensure(&[CHROMIUM, CHROMEDRIVER, FONTS])
}

/// Makes sure of what opens the papers in the tests.
pub fn ensure_office() -> Result<()> {
    ensure(&[OFFICE])
}

/// Makes sure of the npm packages that become part of the app: exactly those of package-lock.json.
pub fn ensure_app() -> Result<()> {
    ensure_npm(&root())
}

/// Makes sure of the npm packages of the journeys: exactly those of e2e/package-lock.json.
pub fn ensure_journeys() -> Result<()> {
    ensure_npm(&root().join("e2e"))
}

fn ensure_npm(folder: &Path) -> Result<()> {
    ensure_node()?;
    let stamp = folder.join("node_modules/.installed-from");
    let wanted = hash(&[folder.join("package-lock.json"), folder.join(".npmrc")])?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say(&format!("installing the npm packages of {}", folder.display()));
    run(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
        .context(format!("run `npm ci` in {}", folder.display()))?;
    fs::write(&stamp, wanted).context(format!("cannot write {}", stamp.display()))
}

fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|need| need.what).collect();
    let packages: Vec<_> = missing.iter().flat_map(|need| need.packages).collect();
    let by_hand = format!(
        "missing: {}; install by hand (Debian packages: {})",
        names.join(", "),
        packages.iter().map(|name| **name).collect::<Vec<_>>().join(" ")
    );
    if find("apt-get").is_none() {
        return Err(Failure::from(by_hand));
    }
    say(&format!("installing {} with apt-get", names.join(", ")));
    run(apt_get().arg("update")).context(by_hand.clone())?;
    run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages))
        .context(by_hand.clone())?;
    match needs.iter().find(|need| !(need.present)()) {
        None => Ok(()),
        Some(need) => Err(Failure::from(format!("{} was installed but is not found; {by_hand}", need.what))),
    }
}

/// apt-get that asks no question and starts no service: a packaged nginx would take port 80 at once.
fn apt_get() -> Command {
    const SETTINGS: [&str; 2] = ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"];
    let is_root = output(command("id").arg("-u")).is_some_and(|id| id == "0");
    let mut apt_get = command(if is_root { "env" } else { "sudo" });
    if !is_root {
        apt_get.arg("env");
    }
    apt_get.args(SETTINGS).arg("apt-get").arg("-q");
    apt_get
}
