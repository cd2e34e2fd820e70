//! Reads Word files (DOCX, ECMA-376): their words as Markdown. What is numbered keeps the number that Word shows; what
//! was deleted with changes tracked is left out; pictures are named and stay in the file.

mod body;
mod numbering;
mod parts;
mod styles;
mod unzip;
mod walk;

use body::Body;
use numbering::Numbering;
use paper::{Reading, Unread};
use parts::Relations;
use styles::Styles;
use unzip::Package;

/// What files of before 2007 begin with, and encrypted ones of today, which are wrapped in the same format.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// Where the words lie when the file does not say.
const MAIN: &str = "word/document.xml";

/// Reads a file.
pub fn read_docx(bytes: &[u8]) -> Result<Reading, Unread> {
    if bytes.starts_with(COMPOUND_FILE) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if encrypted { Unread::Encrypted } else { Unread::OldWord });
    }
    let mut package = Package::open(bytes)?;
    let outer = Relations::read(&mut package, "")?;
    let main = outer.target("/officeDocument").unwrap_or(MAIN).to_owned();
    let document = package.part(&main)?.ok_or(Unread::NotWord)?;
    let inner = Relations::read(&mut package, &main)?;
    let styles = Styles::read(inner.part(&mut package, "/styles")?.as_deref())?;
    let numbering = Numbering::read(inner.part(&mut package, "/numbering")?.as_deref())?;
    let mut body = Body::new(styles, numbering);
    body.read(&document)?;
    for notes in ["/footnotes", "/endnotes"] {
        if let Some(part) = inner.part(&mut package, notes)? {
            body.read_notes(&part)?;
        }
    }
    let (markdown, pictures) = body.finish();
    let mut around = String::new();
    for kind in ["/header", "/footer", "/comments"] {
        for part in inner.parts(&mut package, kind)? {
            around.push_str(&parts::lines(&part)?);
        }
    }
    let mut fields = Vec::new();
    for kind in ["/core-properties", "/extended-properties", "/custom-properties"] {
        if let Some(part) = outer.part(&mut package, kind)? {
            fields.extend(parts::lines(&part)?.lines().map(str::to_owned));
        }
    }
    Ok(Reading { markdown, around, fields, pictures })
}

/// Whether an attribute such as `w:val` of a switch turns it on.
fn on(value: Option<String>) -> bool {
    !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
}
