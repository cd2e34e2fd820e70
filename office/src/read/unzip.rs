//! Takes parts out of a zip file by name. Nothing is unpacked anywhere, so no name can lead out of it; sizes are counted
//! while inflating, whatever the file claims.

use flate2::bufread::DeflateDecoder;
use paper::Unread;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use std::collections::BTreeMap;
use std::io::Read;

/// Files in one package; Word writes some dozens.
const ENTRIES_MAX: usize = 5_000;
/// Bytes of one part, inflated: 2,000 pages.
const PART_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Bytes of all parts that are read, inflated.
const ALL_BYTES_MAX: u64 = 64 * 1024 * 1024;

#[derive(Clone, Copy)]
struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
}

/// A zip file whose parts are asked for by name.
pub struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    entries: BTreeMap<String, Entry>,
    room: u64,
}

impl<'a> Package<'a> {
    /// Reads the list of parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        if !bytes.starts_with(b"PK") {
            return Err(Unread::NotWord);
        }
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Unread::Broken)?;
        let mut entries = BTreeMap::new();
        for (count, entry) in archive.entries().enumerate() {
            let entry = entry.map_err(|_| Unread::Broken)?;
            if count >= ENTRIES_MAX {
                return Err(Unread::TooLarge);
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).to_ascii_lowercase();
            let (place, method) = (entry.wayfinder(), entry.compression_method());
            let encrypted = entry.flags().is_encrypted();
            // Of two parts of one name nobody knows which one another program shows.
            if entries.insert(name, Entry { place, method, encrypted }).is_some() {
                return Err(Unread::Broken);
            }
        }
        Ok(Self { archive, entries, room: ALL_BYTES_MAX })
    }

    /// A part as text, if there is one of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
        let Some(entry) = self.entries.get(&name.to_ascii_lowercase()).copied() else {
            return Ok(None);
        };
        if entry.encrypted {
            return Err(Unread::Encrypted);
        }
        let place = self.archive.get_entry(entry.place).map_err(|_| Unread::Broken)?;
        let most = PART_BYTES_MAX.min(self.room);
        let mut bytes = Vec::new();
        let read = match entry.method {
            CompressionMethod::STORE => {
                place.verifying_reader(place.data()).take(most + 1).read_to_end(&mut bytes)
            }
            CompressionMethod::DEFLATE => {
                let inflated = place.verifying_reader(DeflateDecoder::new(place.data()));
                inflated.take(most + 1).read_to_end(&mut bytes)
            }
            _ => return Err(Unread::Broken),
        };
        let read = read.map_err(|_| Unread::Broken)? as u64;
        self.room = self.room.checked_sub(read).filter(|_| read <= most).ok_or(Unread::TooLarge)?;
        let text = String::from_utf8(bytes).map_err(|_| Unread::Broken)?;
        Ok(Some(text))
    }
}
