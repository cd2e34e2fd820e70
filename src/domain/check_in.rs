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

/// Six characters without look-alikes: no O and 0, no I and 1, no B and 8. The last one is a check: one wrong character
/// or two swapped ones never make another code, so a slip is told at the keypad.
///
/// The five others leave 19⁵ codes, which is 2.5 million. Any turn that was shown counts, 720 of them in two hours, so
/// a guess is right once in 3,400 times, and one of the 64 that a phone may send once in 54; the secretary sees every
/// one that was wrong. A scanned code has 64 bits and is not guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpokenCode([u8; 6]);

impl SpokenCode {
    /// The nineteen keys of the keypad, in its order.
    pub const ALPHABET: &'static [u8; 19] = b"34679ACDEHKMNPRTUXY";

    /// Characters in a code.
    pub const LENGTH: usize = 6;

    /// Writes a number in the alphabet, most significant character first, and the check behind it.
    pub fn from_number(number: u64) -> Self {
        let mut rest = number;
        let mut code = [Self::ALPHABET[0]; Self::LENGTH];
        for place in code[..Self::LENGTH - 1].iter_mut().rev() {
            // The remainder of 19 always fits.
            *place = Self::ALPHABET[(rest % 19) as usize];
            rest /= 19;
        }
        // The first key stands for nothing, and the check weighs one: it is what the sum lacks.
        let lacking = (19 - weigh(&code).unwrap_or(0)) % 19;
        code[Self::LENGTH - 1] = Self::ALPHABET[lacking];
        Self(code)
    }

    /// Reads what was typed; lower case is taken as upper case. `None` also when the check does not fit.
    pub fn parse(raw: &str) -> Option<Self> {
        let upper = raw.trim().to_ascii_uppercase();
        let code: [u8; Self::LENGTH] = upper.as_bytes().try_into().ok()?;
        (weigh(&code)? == 0).then_some(Self(code))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The places of the characters in the alphabet, each weighing one less than the one before, modulo 19. Because 19 is
/// prime and the weights differ, any one change and any one swap changes the sum.
fn weigh(code: &[u8; SpokenCode::LENGTH]) -> Option<usize> {
    let mut sum = 0;
    for (place, character) in code.iter().enumerate() {
        let worth = SpokenCode::ALPHABET.iter().position(|known| known == character)?;
        sum += worth * (SpokenCode::LENGTH - place);
    }
    Some(sum % SpokenCode::ALPHABET.len())
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
    #[case(" k7m4a4 ", true)]
    #[case("K7M4A4", true)]
    #[case("K7M4A", false)]
    #[case("K7M4A0", false)]
    #[case("K7M4AÁ", false)]
    fn only_six_characters_of_the_keypad_that_fit_are_a_code(#[case] raw: &str, #[case] taken: bool) {
        assert_eq!(SpokenCode::parse(raw).is_some(), taken);
    }

    #[test]
    fn no_wrong_letter_and_no_swap_of_neighbours_makes_another_code() {
        for number in (0..200).map(|step: u64| step * 7_919_081) {
            let code = SpokenCode::from_number(number);
            let slip = |letters: [u8; 6]| SpokenCode::parse(core::str::from_utf8(&letters).unwrap());
            for place in 0..SpokenCode::LENGTH {
                for letter in SpokenCode::ALPHABET.iter().filter(|letter| **letter != code.0[place]) {
                    let mut letters = code.0;
                    letters[place] = *letter;
                    assert_eq!(slip(letters), None, "{} for {}", code.as_str(), char::from(*letter));
                }
            }
            for place in 1..SpokenCode::LENGTH {
                let mut letters = code.0;
                letters.swap(place - 1, place);
                assert_eq!(slip(letters).is_none(), letters != code.0, "{}", code.as_str());
            }
        }
    }
}
