//! Base45 (RFC 9285): bytes in the alphabet of QR's alphanumeric mode, two bytes in three characters.

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Appends the bytes in base45.
pub(super) fn encode(bytes: &[u8], out: &mut String) {
    for pair in bytes.chunks(2) {
        let mut number = pair.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
        for _ in 0..=pair.len() {
            out.push(char::from(ALPHABET[number % 45]));
            number /= 45;
        }
    }
}

/// The bytes, or nothing for a foreign character, a lone last character or a group beyond its bytes.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for group in text.chunks(3) {
        let mut number = 0;
        for &c in group.iter().rev() {
            number = number * 45 + ALPHABET.iter().position(|&known| known == c)?;
        }
        match group.len() {
            3 => bytes.extend(u16::try_from(number).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(number).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn encoded(bytes: &[u8]) -> String {
        let mut out = String::new();
        encode(bytes, &mut out);
        out
    }

    #[rstest]
    #[case("AB", "BB8")]
    #[case("Hello!!", "%69 VD92EX0")]
    #[case("base-45", "UJCLQE7W581")]
    #[case("ietf!", "QED8WEX0")]
    #[case("", "")]
    fn the_examples_of_the_rfc_hold(#[case] plain: &str, #[case] text: &str) {
        assert_eq!(encoded(plain.as_bytes()), text);
        assert_eq!(decode(text.as_bytes()), Some(plain.as_bytes().to_vec()));
    }

    #[rstest]
    #[case("GGW")]
    #[case(":::")]
    #[case("::")]
    #[case("A")]
    #[case("BB8A")]
    #[case("bb8")]
    #[case("B\u{e9}8")]
    fn what_is_no_base45_is_refused(#[case] text: &str) {
        assert_eq!(decode(text.as_bytes()), None);
    }

    proptest! {
        #[test]
        fn bytes_survive(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(decode(encoded(&bytes).as_bytes()), Some(bytes));
        }

        #[test]
        fn each_text_that_is_read_is_the_only_text_of_its_bytes(text in "[0-9A-Z $%*+./:-]{0,30}") {
            if let Some(bytes) = decode(text.as_bytes()) {
                prop_assert_eq!(encoded(&bytes), text);
            }
        }
    }
}
