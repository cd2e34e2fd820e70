//! Zip files: folders of files, and what DOCX and XLSX are made of.

use flate2::{Compression, write::DeflateEncoder};
use paper::Archive;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::fmt;
use std::io::{self, Write};

/// The first day that a zip file can bear, for parts that have none.
pub const NO_DAY: (u16, u8, u8) = (1980, 1, 1);

/// Why a file could not be written.
#[derive(Debug)]
pub enum Fault {
    /// A name or a size that the format does not allow.
    Zip(rawzip::Error),
    /// What was to go into it could not be pressed together.
    Content(io::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zip(fault) => write!(f, "zip: {fault}"),
            Self::Content(fault) => write!(f, "zip: {fault}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<rawzip::Error> for Fault {
    fn from(fault: rawzip::Error) -> Self {
        Self::Zip(fault)
    }
}

impl From<io::Error> for Fault {
    fn from(fault: io::Error) -> Self {
        Self::Content(fault)
    }
}

/// The folder as a zip file.
pub fn zip(archive: &Archive) -> Result<Vec<u8>, Fault> {
    package(archive.day, archive.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())))
}

/// Files of this day, in this order. A day that is none is left out.
pub fn package<'a>(
    (year, month, day): (u16, u8, u8),
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, Fault> {
    let day = UtcDateTime::from_components(year, month, day, 0, 0, 0, 0);
    let mut out = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut out);
    for (name, bytes) in files {
        let mut file =
            archive.new_file(name).compression_method(CompressionMethod::DEFLATE).unix_permissions(0o644);
        if let Some(day) = day {
            file = file.last_modified(day);
        }
        let (mut entry, data) = file.start()?;
        let mut writer = data.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        writer.write_all(bytes)?;
        let (encoder, sums) = writer.finish()?;
        encoder.finish()?;
        entry.finish(sums)?;
    }
    archive.finish()?;
    Ok(out)
}
