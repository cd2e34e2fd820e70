//! Mail that only the secretary's devices and the paper recovery key can open: HPKE (RFC 9180: X25519, HKDF-SHA256,
//! ChaCha20-Poly1305). Padded, so that its size tells little; the outside carries no author, kind or meeting.
//!
//! Layout: `version ‖ recipients ‖ (encapsulated key 32 ‖ wrapped key 48) for each ‖ sealed padded letter`.

use super::digest::sha256;
use super::flaw::Flaw;
use super::secret::{DeviceSecret, Seed, SeedStream, sealing_key};
use crate::domain::key::SealingKey;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{Aead as _, KeyInit, Payload};
use hpke::aead::ChaCha20Poly1305 as HpkeCipher;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};

const VERSION: u8 = 1;
const INFO: &[u8] = b"so-tay mail 1";
const ENCAPSULATED: usize = 32;
const WRAPPED: usize = 48;

/// The most readers of one mail.
pub const READERS_MAX: usize = 8;

/// The largest mail, which is also what the drop-box takes.
pub const MAIL_BYTES_MAX: usize = 64 * 1024;

/// The last size step: what a mail for [`READERS_MAX`] readers has room for. The next doubling would leave half of the
/// drop-box's limit unused.
const LAST_STEP: usize = 60 * 1024;
const LENGTH_BYTES: usize = 4;

/// The largest letter from one device of the secretary to the others, which no drop-box sees.
const HAND_OVER_BYTES_MAX: usize = super::envelope::ENTERED_BYTES_MAX;

/// Above the last step the size grows by this much.
const HAND_OVER_STEP: usize = 64 * 1024;

/// What stands before and behind the padded letter of a hand-over, at most.
const AROUND_BYTES: usize = 2 + READERS_MAX * (ENCAPSULATED + WRAPPED) + 16;

/// The largest letter. Three full boxes of a comment in the longest letters of UTF-8 stay below it.
pub const LETTER_BYTES_MAX: usize = LAST_STEP - LENGTH_BYTES;

/// Smallest size step that holds `length` bytes and its length field: 256, 512, 1,024 and so on to 32 and 60 KiB; only a
/// hand-over is larger.
fn padded(length: usize) -> usize {
    if length > LETTER_BYTES_MAX {
        return (length + LENGTH_BYTES).next_multiple_of(HAND_OVER_STEP);
    }
    (length + LENGTH_BYTES).next_power_of_two().clamp(256, LAST_STEP)
}

/// Seals `letter` for `readers` (1 to [`READERS_MAX`]). The same seed gives the same bytes.
pub fn seal_mail(readers: &[SealingKey], letter: &[u8], seed: &Seed) -> Result<Vec<u8>, Flaw> {
    let mail = seal(readers, letter, LETTER_BYTES_MAX, seed)?;
    if mail.len() > MAIL_BYTES_MAX { Err(Flaw::TooLarge) } else { Ok(mail) }
}

/// Seals what goes by file to the other devices of the secretary: the same, with room for a whole meeting.
pub fn seal_hand_over(readers: &[SealingKey], letter: &[u8], seed: &Seed) -> Result<Vec<u8>, Flaw> {
    seal(readers, letter, HAND_OVER_BYTES_MAX, seed)
}

fn seal(readers: &[SealingKey], letter: &[u8], letter_max: usize, seed: &Seed) -> Result<Vec<u8>, Flaw> {
    let count =
        u8::try_from(readers.len()).ok().filter(|count| (1..=READERS_MAX).contains(&usize::from(*count)));
    let count = count.ok_or(Flaw::BadValue)?;
    if letter.len() > letter_max {
        return Err(Flaw::TooLarge);
    }
    let length = u32::try_from(letter.len()).map_err(|_| Flaw::TooLarge)?;
    let letter_key = sha256(&[b"so-tay letter", &seed.0]);
    let mut stream = SeedStream::new(seed);
    let mut mail = vec![VERSION, count];
    for reader in readers {
        let reader = sealing_key(reader).ok_or(Flaw::BadValue)?;
        let (encapsulated, wrapped) = hpke::single_shot_seal_with_rng::<
            HpkeCipher,
            HkdfSha256,
            X25519HkdfSha256,
        >(&OpModeS::Base, &reader, INFO, &letter_key, &[], &mut stream)
        .map_err(|_| Flaw::BadValue)?;
        mail.extend_from_slice(&encapsulated.to_bytes());
        mail.extend_from_slice(&wrapped);
    }
    let mut plain = vec![0; padded(letter.len())];
    plain[..LENGTH_BYTES].copy_from_slice(&length.to_be_bytes());
    plain[LENGTH_BYTES..LENGTH_BYTES + letter.len()].copy_from_slice(letter);
    // Every letter has a key of its own, so the nonce may stand still.
    let sealed = ChaCha20Poly1305::new(&letter_key.into())
        .encrypt(&[0; 12].into(), Payload { msg: &plain, aad: &mail })
        .map_err(|_| Flaw::TooLarge)?;
    mail.extend_from_slice(&sealed);
    Ok(mail)
}

/// Opens a mail with the secret of one of its readers.
pub fn open_mail(secret: &DeviceSecret, mail: &[u8]) -> Result<Vec<u8>, Flaw> {
    if mail.len() > MAIL_BYTES_MAX { Err(Flaw::TooLarge) } else { open(secret, mail) }
}

/// Opens a hand-over with the secret of one of its readers.
pub fn open_hand_over(secret: &DeviceSecret, sealed: &[u8]) -> Result<Vec<u8>, Flaw> {
    if sealed.len() > HAND_OVER_BYTES_MAX + HAND_OVER_STEP + AROUND_BYTES {
        return Err(Flaw::TooLarge);
    }
    open(secret, sealed)
}

fn open(secret: &DeviceSecret, mail: &[u8]) -> Result<Vec<u8>, Flaw> {
    let (version, count) = match mail {
        [version, count, ..] => (*version, usize::from(*count)),
        _ => return Err(Flaw::Cut),
    };
    if version != VERSION {
        return Err(Flaw::NewerVersion);
    }
    if !(1..=READERS_MAX).contains(&count) {
        return Err(Flaw::BadValue);
    }
    let head = 2 + count * (ENCAPSULATED + WRAPPED);
    let (outside, sealed) = mail.split_at_checked(head).ok_or(Flaw::Cut)?;
    let letter_key = outside[2..]
        .chunks_exact(ENCAPSULATED + WRAPPED)
        .find_map(|share| unwrap_key(secret, share))
        .ok_or(Flaw::NotForUs)?;
    let plain = ChaCha20Poly1305::new(&letter_key.into())
        .decrypt(&[0; 12].into(), Payload { msg: sealed, aad: outside })
        .map_err(|_| Flaw::BadSignature)?;
    let (length, rest) = plain.split_first_chunk::<LENGTH_BYTES>().ok_or(Flaw::Cut)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Flaw::Cut)?;
    let letter = rest.get(..length).ok_or(Flaw::Cut)?;
    if plain.len() != padded(length) || rest[length..].iter().any(|byte| *byte != 0) {
        return Err(Flaw::NotCanonical);
    }
    Ok(letter.to_vec())
}

fn unwrap_key(secret: &DeviceSecret, share: &[u8]) -> Option<[u8; 32]> {
    let (encapsulated, wrapped) = share.split_at_checked(ENCAPSULATED)?;
    let encapsulated = Deserializable::from_bytes(encapsulated).ok()?;
    let key = hpke::single_shot_open::<HpkeCipher, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        secret.sealing(),
        &encapsulated,
        INFO,
        wrapped,
        &[],
    )
    .ok()?;
    key.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn device(number: u8) -> DeviceSecret {
        DeviceSecret::grow(&Seed([number; 32]))
    }

    #[test]
    fn every_reader_opens_the_mail_and_nobody_else() {
        let readers = [device(1).keys().sealing, device(2).keys().sealing];
        let mail = seal_mail(&readers, b"a letter", &Seed([9; 32])).unwrap();
        assert_eq!(open_mail(&device(1), &mail).as_deref(), Ok(&b"a letter"[..]));
        assert_eq!(open_mail(&device(2), &mail).as_deref(), Ok(&b"a letter"[..]));
        assert_eq!(open_mail(&device(3), &mail), Err(Flaw::NotForUs));
    }

    #[rstest]
    #[case(0, 252)]
    #[case(253, 508)]
    #[case(509, 1_020)]
    #[case(16_381, 32_764)]
    fn letters_of_one_step_have_the_same_size(#[case] shortest: usize, #[case] longest: usize) {
        let readers = [device(1).keys().sealing];
        let size = |length| seal_mail(&readers, &vec![b'x'; length], &Seed([9; 32])).unwrap().len();
        assert_eq!(size(shortest), size(longest));
        assert_ne!(size(longest), size(longest + 1));
    }

    #[test]
    fn the_largest_letter_for_the_most_readers_is_a_mail_and_one_more_byte_is_none() {
        let readers: Vec<SealingKey> = (1..=8).map(|number| device(number).keys().sealing).collect();
        let letter = vec![b'x'; LETTER_BYTES_MAX];
        let mail = seal_mail(&readers, &letter, &Seed([9; 32])).unwrap();
        assert_eq!(open_mail(&device(8), &mail), Ok(letter.clone()));
        let longer = [&letter[..], b"x"].concat();
        assert_eq!(seal_mail(&readers, &longer, &Seed([9; 32])), Err(Flaw::TooLarge));
    }

    #[test]
    fn a_changed_or_cut_mail_opens_for_nobody() {
        let mail = seal_mail(&[device(1).keys().sealing], b"a letter", &Seed([9; 32])).unwrap();
        for place in 0..mail.len() {
            let mut changed = mail.clone();
            changed[place] ^= 0x40;
            assert!(open_mail(&device(1), &changed).is_err(), "byte {place}");
            assert!(open_mail(&device(1), &mail[..place]).is_err(), "cut at {place}");
        }
    }
}
