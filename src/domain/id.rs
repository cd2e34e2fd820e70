//! Names of things: fixed-size opaque bytes, one type per noun, so that a meeting cannot be taken for a member.

use core::fmt;

/// Lower-case hexadecimal digits of `bytes`.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
    text
}

/// The bytes behind lower-case hexadecimal `text`; `None` when it has another length or another character.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = (digit(pair[0])? << 4) | digit(pair[1])?;
    }
    Some(bytes)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $size:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $size]);

        impl $name {
            /// Bytes in this id.
            pub const SIZE: usize = $size;

            /// Reads the id from exactly [`Self::SIZE`] bytes.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Reads the id from lower-case hexadecimal digits.
            pub fn from_hex(text: &str) -> Option<Self> {
                from_hex(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }
    };
}

id!(
    /// A branch. It commits to the keys that founded the branch, so a charter can prove that it belongs to the id.
    OrgId, 16
);
id!(
    /// A member of the roster. It stays when phones come and go.
    MemberId, 8
);
id!(
    /// A device's signing key, shortened: the first bytes of its SHA-256.
    KeyId, 8
);
id!(
    /// What a fact is about: a meeting, a document. Drawn at random when the thing is first written down.
    ThingId, 16
);
id!(
    /// A record: SHA-256 of its bytes.
    RecordId, 32
);
id!(
    /// A file on the feed or in the drop-box: SHA-256 of its bytes, which is also its file name.
    BlobId, 32
);
id!(
    /// An invitation that was made for one member.
    InviteId, 8
);
id!(
    /// The folder of a branch at its host: unguessable, known to holders of an invitation.
    FolderId, 16
);

impl ThingId {
    /// Stands where a fact is about the branch itself.
    pub const BRANCH: Self = Self([0; 16]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_written_as_hex() {
        let id = MemberId([0, 1, 2, 0xfe, 0xff, 9, 8, 7]);
        assert_eq!(MemberId::from_hex(&id.to_string()), Some(id));
    }

    #[test]
    fn hex_of_another_length_or_alphabet_is_no_id() {
        assert_eq!(MemberId::from_hex("00"), None);
        assert_eq!(MemberId::from_hex("000102FEFF090807"), None);
        assert_eq!(MemberId::from_hex("000102fèff09080"), None);
    }
}
