//! A check-in: what a member's phone says to be counted as present.

use super::id::ThingId;

/// What a check-in proves presence with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The rotating code, scanned: its counter and its 8-byte tag.
    Code {
        /// Which turn of the code.
        counter: u32,
        /// Tag of that turn.
        tag: [u8; 8],
    },
    /// The six characters that were read out.
    Spoken(SpokenCode),
    /// The member's card, shown to the secretary's camera.
    Card,
}

/// A member says "I am here".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Which meeting; for a spoken code the member's phone takes the meeting of the day.
    pub meeting: ThingId,
    /// The proof.
    pub proof: Proof,
}

/// Six characters without look-alikes: no O and 0, no I and 1, no B and 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpokenCode([u8; 6]);

impl SpokenCode {
    /// The nineteen keys of the keypad, in its order.
    pub const ALPHABET: &'static [u8; 19] = b"34679ACDEHKMNPRTUXY";

    /// Characters in a code.
    pub const LENGTH: usize = 6;

    /// Writes a number in the alphabet, most significant character first.
    pub fn from_number(number: u64) -> Self {
        let mut rest = number;
        let mut code = [0; 6];
        for place in code.iter_mut().rev() {
            // The remainder of 19 always fits.
            *place = Self::ALPHABET[(rest % 19) as usize];
            rest /= 19;
        }
        Self(code)
    }

    /// Reads what was typed; lower case is taken as upper case.
    pub fn parse(raw: &str) -> Option<Self> {
        let upper = raw.trim().to_ascii_uppercase();
        let code: [u8; 6] = upper.as_bytes().try_into().ok()?;
        code.iter().all(|byte| Self::ALPHABET.contains(byte)).then_some(Self(code))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_spoken_code_reads_back() {
        let code = SpokenCode::from_number(47_045_880);
        assert_eq!(SpokenCode::parse(code.as_str()), Some(code));
    }

    #[rstest]
    #[case(" k7m4a9 ", true)]
    #[case("K7M4A", false)]
    #[case("K7M4A0", false)]
    #[case("K7M4AÁ", false)]
    fn only_six_characters_of_the_keypad_are_a_code(#[case] raw: &str, #[case] taken: bool) {
        assert_eq!(SpokenCode::parse(raw).is_some(), taken);
    }
}
