//! The secret of a branch on paper: groups of four characters to be typed by hand years later, with a check against
//! slips of the pen. The alphabet has neither 0, 1 nor 8, so O, I and B are always letters.

use crate::record::Seed;
use crate::record::digest::sha256;
use data_encoding::BASE32_NOPAD;

/// Characters in a group.
const GROUP: usize = 4;
/// Bytes of the check; with the seed they fill whole groups.
const CHECK_BYTES: usize = 3;

fn check(seed: &[u8; 32]) -> [u8; CHECK_BYTES] {
    crate::record::digest::first(&sha256(&[b"so-tay paper", seed]))
}

/// The groups to print, fourteen of them.
pub fn to_groups(seed: &Seed) -> Vec<String> {
    let text = BASE32_NOPAD.encode(&[&seed.0[..], &check(&seed.0)].concat());
    text.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
}

/// Reads what was typed off the paper, however it is spaced; `None` when a character is wrong or missing.
pub fn from_text(text: &str) -> Option<Seed> {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let bytes = BASE32_NOPAD.decode(plain.to_ascii_uppercase().as_bytes()).ok()?;
    let (seed, rest) = bytes.split_first_chunk::<32>()?;
    (rest == check(seed)).then_some(Seed(*seed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_reads_back_however_it_is_spaced() {
        let groups = to_groups(&Seed([7; 32]));
        assert_eq!(groups.len(), 14);
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
