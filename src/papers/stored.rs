//! A paper as bytes: what is locked of it, and what is kept while it is put right.

use paper::Paper;

/// The bytes of a paper.
pub fn write(paper: &Paper) -> Vec<u8> {
    // Writing into memory has no error.
    minicbor::to_vec(paper).unwrap_or_default()
}

/// Reads a paper; nothing for bytes that are none, or of a newer app.
pub fn read(bytes: &[u8]) -> Option<Paper> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let paper = decoder.decode().ok()?;
    (decoder.position() == bytes.len()).then_some(paper)
}
