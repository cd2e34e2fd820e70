//! A pack: the facts of one month, as a CBOR sequence of byte strings, sealed for the members.

use crate::record::Flaw;
use crate::record::shared_seal::{ContentKey, Purpose, open_shared, seal_shared};

/// The largest pack: a very busy month.
pub const PACK_BYTES_MAX: usize = 8 * 1024 * 1024;

/// The most items in a sequence. A pack is full before that; a sequence of nothing but empty items would take many
/// times its size in memory.
pub const ITEMS_MAX: usize = 64 * 1024;

/// Length of a CBOR byte string's head.
const ITEM_HEAD_BYTES_MAX: usize = 9;
/// What fits into a pack beside nonce and tag.
const BATCH_BYTES_MAX: usize = PACK_BYTES_MAX - 28;

/// Seals `records`, in the order given, into one file.
pub fn seal_pack<'a>(key: &ContentKey, records: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    seal_shared(key, Purpose::Pack, &sequence(records))
}

/// Seals `records`, in the order given, into as few packs as [`open_pack`] takes: a busy month must not keep its
/// readers out. The same records always give the same packs.
pub fn seal_packs<'a>(key: &ContentKey, records: impl IntoIterator<Item = &'a [u8]>) -> Vec<Vec<u8>> {
    let (mut packs, mut batch, mut size) = (Vec::new(), Vec::new(), 0);
    for record in records {
        let more = record.len() + ITEM_HEAD_BYTES_MAX;
        if !batch.is_empty() && (size + more > BATCH_BYTES_MAX || batch.len() == ITEMS_MAX) {
            packs.push(seal_pack(key, batch.drain(..)));
            size = 0;
        }
        batch.push(record);
        size += more;
    }
    packs.push(seal_pack(key, batch));
    packs
}

/// Opens a pack and gives the bytes of its records, none of them looked at yet.
pub fn open_pack(key: &ContentKey, bytes: &[u8]) -> Result<Vec<Vec<u8>>, Flaw> {
    if bytes.len() > PACK_BYTES_MAX {
        return Err(Flaw::TooLarge);
    }
    read_sequence(&open_shared(key, Purpose::Pack, bytes)?)
}

/// Writes items one behind the other, each as a CBOR byte string (RFC 8742).
pub fn sequence<'a>(items: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for item in items {
        let mut encoder = minicbor::Encoder::new(&mut bytes);
        let written = encoder.bytes(item).map(|_| ());
        debug_assert!(written.is_ok(), "writing into memory has no error");
    }
    bytes
}

/// Reads what [`sequence`] wrote.
pub fn read_sequence(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Flaw> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let mut items = Vec::new();
    while decoder.position() < bytes.len() {
        if items.len() == ITEMS_MAX {
            return Err(Flaw::TooLarge);
        }
        items.push(decoder.bytes()?.to_vec());
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_gives_its_records_back_and_a_cut_one_gives_none() {
        let key = ContentKey([1; 32]);
        let records: [&[u8]; 3] = [b"one", b"", b"three"];
        let pack = seal_pack(&key, records);
        assert_eq!(open_pack(&key, &pack).unwrap(), records);
        assert!(open_pack(&key, &pack[..pack.len() - 1]).is_err());
        assert_eq!(read_sequence(&[0x43, 1, 2]), Err(Flaw::Cut));
    }
    #[test]
    fn a_sequence_of_countless_empty_items_is_refused() {
        assert_eq!(read_sequence(&vec![0x40; ITEMS_MAX]).map(|items| items.len()), Ok(ITEMS_MAX));
        assert_eq!(read_sequence(&vec![0x40; ITEMS_MAX + 1]), Err(Flaw::TooLarge));
    }
    #[test]
    fn a_month_beyond_one_pack_is_read_back_from_several() {
        let key = ContentKey([1; 32]);
        let records: Vec<Vec<u8>> = (0..100_u8).map(|fill| vec![fill; 200_000]).collect();
        let packs = seal_packs(&key, records.iter().map(Vec::as_slice));
        assert_eq!(packs.len(), 3);
        let read = packs.iter().flat_map(|pack| open_pack(&key, pack).unwrap());
        assert!(read.eq(records));
        assert_eq!(seal_packs(&key, [&b"one"[..]]), [seal_pack(&key, [&b"one"[..]])]);
    }
}
