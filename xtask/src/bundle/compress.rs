//! Writes `.br` and `.gz` beside each file that shrinks. Results are kept by content hash in the user's cache folder:
//! brotli at its best takes seconds, and most files are the same as in the last build.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{BundleError, Site};
use crate::tools;

/// Bytes as served with brotli, by name; files that do not shrink are absent.
pub type Sizes = BTreeMap<String, usize>;

const BROTLI_BUFFER_BYTES: usize = 64 * 1024;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;
/// Formats that are compressed already.
const PACKED: [&str; 7] = [".png", ".jpg", ".pdf", ".docx", ".zip", ".woff2", ".ico"];
/// Below this the extra file saves no packet.
const BYTES_MIN: usize = 200;

/// Compresses the files of `site` that stand in `root`.
pub fn site(root: &Path, site: &Site) -> Result<Sizes, BundleError> {
    let cache = tools::cache().join("compressed");
    fs::create_dir_all(&cache).map_err(|error| BundleError::Io(cache.clone(), error))?;
    let mut sizes = Sizes::new();
    for (name, bytes) in site {
        if bytes.len() < BYTES_MIN || PACKED.iter().any(|packed| name.ends_with(packed)) {
            continue;
        }
        for (suffix, compress) in [("br", brotli as fn(&[u8]) -> io::Result<Vec<u8>>), ("gz", gzip)] {
            let path = root.join(format!("{name}.{suffix}"));
            let failed = |error| BundleError::Io(path.clone(), error);
            let packed = cached(&cache, suffix, bytes, compress).map_err(failed)?;
            if packed.len() >= bytes.len() {
                continue;
            }
            fs::write(&path, &packed).map_err(failed)?;
            if suffix == "br" {
                sizes.insert(name.clone(), packed.len());
            }
        }
    }
    Ok(sizes)
}

fn cached(
    cache: &Path,
    suffix: &str,
    bytes: &[u8],
    compress: fn(&[u8]) -> io::Result<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let path = cache.join(format!("{hash}.{suffix}"));
    if let Ok(known) = fs::read(&path) {
        return Ok(known);
    }
    let packed = compress(bytes)?;
    // Renamed into place: a build that is stopped half-way must not leave a short file for the next one.
    let partial = path.with_extension(format!("{suffix}.{}", std::process::id()));
    fs::write(&partial, &packed)?;
    fs::rename(&partial, &path)?;
    Ok(packed)
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut encoder =
        brotli::CompressorWriter::new(&mut packed, BROTLI_BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW_BITS);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    drop(encoder);
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let text = "Sổ tay Đảng viên. ".repeat(500).into_bytes();
        let mut from_brotli = Vec::new();
        let packed = brotli(&text).unwrap();
        brotli::Decompressor::new(packed.as_slice(), 4096).read_to_end(&mut from_brotli).unwrap();
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(gzip(&text).unwrap().as_slice()).read_to_end(&mut from_gzip).unwrap();
        assert_eq!((&from_brotli, &from_gzip), (&text, &text));
        assert!(packed.len() < text.len() / 20);
    }
}
