//! The secret of a branch on paper: groups of four characters to be typed by hand years later, with a check against
//! slips of the pen. The alphabet has neither 0, 1 nor 8, so O, I and B are always letters.

use crate::record::Seed;
use crate::record::digest::sha256;

/// Five bits a character (RFC 4648).
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Characters in a group.
const GROUP: usize = 4;
/// Bytes of the check; with the seed they fill whole groups.
const CHECK_BYTES: usize = 3;

fn check(seed: &[u8; 32]) -> [u8; CHECK_BYTES] {
    crate::record::digest::first(&sha256(&[b"so-tay paper", seed]))
}

/// The groups to print, fourteen of them. Seed and check are 35 bytes: seven times five, with no bit left over.
pub fn to_groups(seed: &Seed) -> Vec<String> {
    let bytes = [&seed.0[..], &check(&seed.0)].concat();
    let mut text = String::new();
    for five in bytes.chunks_exact(5) {
        let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in (0..8).rev() {
            // Masked to five bits, so it always fits.
            text.push(char::from(ALPHABET[(bits >> (place * 5) & 31) as usize]));
        }
    }
    text.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
}

/// Reads what was typed off the paper, however it is spaced; `None` when a character is wrong or missing.
pub fn from_text(text: &str) -> Option<Seed> {
    let typed = text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase());
    let digits: Option<Vec<u64>> =
        typed.map(|byte| (0..32).find(|digit| ALPHABET[*digit as usize] == byte)).collect();
    let digits = digits?;
    if !digits.len().is_multiple_of(8) {
        return None;
    }
    let mut bytes = Vec::new();
    for eight in digits.chunks_exact(8) {
        let bits = eight.iter().fold(0_u64, |bits, digit| bits << 5 | digit);
        bytes.extend_from_slice(&bits.to_be_bytes()[3..]);
    }
    let (seed, rest) = bytes.split_first_chunk::<32>()?;
    (rest == check(seed)).then_some(Seed(*seed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_reads_back_however_it_is_spaced() {
        let groups = to_groups(&Seed([7; 32]));
        assert_eq!((groups.len(), groups[0].as_str()), (14, "A4DQ"));
        assert!(groups.iter().all(|group| group.len() == GROUP));
        let typed = groups.join(" - ").to_lowercase();
        assert_eq!(from_text(&typed).map(|seed| seed.0), Some([7; 32]));
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let text = to_groups(&Seed([7; 32])).concat();
        for place in 0..text.len() {
            let mut slip = text.clone().into_bytes();
            slip[place] = if slip[place] == b'Q' { b'R' } else { b'Q' };
            assert!(from_text(&String::from_utf8_lossy(&slip)).is_none(), "{place}");
        }
        assert!(from_text(&text[4..]).is_none());
    }
}
