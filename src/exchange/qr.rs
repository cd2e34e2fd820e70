//! Messages as QR texts: one code, or for a longer message an endless film of codes of which any few more than needed
//! are enough.
//!
//! A text is `ST1`, a kind letter, `:` and base45, so that a code stays in QR's dense alphanumeric mode. A frame of a
//! film is of kind `F`; its payload is the message's kind letter, length (2 bytes), checksum (4), frame number (2), big
//! endian, and a block. The first frames carry the blocks of the message as they are; each later frame carries the XOR
//! of blocks that its number and the checksum choose. Nothing here draws or reads pictures.

mod base45;
mod fountain;

use fountain::{Blocks, xor};
use sha2::{Digest, Sha256};

/// The most bytes that one code carries: more makes codes that old cameras cannot read.
pub const QR_PART_BYTES_MAX: usize = 200;
/// The most bytes of a message in a film of codes; anything longer travels as a file.
pub const QR_MESSAGE_BYTES_MAX: usize = 2_048;

const PREFIX: &str = "ST1";
const FRAME_LETTER: u8 = b'F';
const HEADER_BYTES: usize = 9;
const BLOCK_BYTES: usize = QR_PART_BYTES_MAX - HEADER_BYTES;
const BLOCKS_MAX: usize = QR_MESSAGE_BYTES_MAX.div_ceil(BLOCK_BYTES);
const TEXT_CHARS_MAX: usize = PREFIX.len() + 2 + QR_PART_BYTES_MAX / 2 * 3;

/// What a message is for; tells a reader which screen to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An invitation to a branch.
    Invitation,
    /// A request to join, with the keys of a device.
    Join,
    /// The card of a member.
    MemberCard,
    /// The rotating code of a meeting.
    CheckInCode,
    /// A member's answer to that code.
    CheckInAnswer,
    /// Any other records.
    Bundle,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Invitation,
        Self::Join,
        Self::MemberCard,
        Self::CheckInCode,
        Self::CheckInAnswer,
        Self::Bundle,
    ];

    fn letter(self) -> u8 {
        match self {
            Self::Invitation => b'I',
            Self::Join => b'J',
            Self::MemberCard => b'M',
            Self::CheckInCode => b'C',
            Self::CheckInAnswer => b'A',
            Self::Bundle => b'B',
        }
    }

    fn from_letter(letter: u8) -> Result<Self, QrFault> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.letter() == letter).ok_or(QrFault::UnknownKind)
    }
}

/// Why a text or message is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QrFault {
    /// Not a code of this app.
    Foreign,
    /// A code of a newer version of this app.
    UnknownKind,
    /// Longer than this app makes them.
    TooLong,
    /// Not base45.
    Alphabet,
    /// An empty message.
    Empty,
    /// A frame without a full header, or whose block has not the length that the header promises.
    Length,
    /// A frame of another message than the frames before it.
    OtherMessage,
    /// A frame that contradicts the frames before it: one of them was misread or made to deceive.
    Contradiction,
    /// All frames are there, but the message is not the one that was sent.
    Checksum,
}

/// What is sent: between one and [`QR_MESSAGE_BYTES_MAX`] bytes of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is for.
    pub kind: Kind,
    /// The content, opaque here.
    pub bytes: Vec<u8>,
}

/// What all frames of one message have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Header {
    kind: Kind,
    length: usize,
    checksum: [u8; 4],
}

impl Header {
    fn of(message: &Message) -> Self {
        let digest = Sha256::digest(&message.bytes);
        Self {
            kind: message.kind,
            length: message.bytes.len(),
            checksum: [digest[0], digest[1], digest[2], digest[3]],
        }
    }

    /// Header, frame number and block of a frame.
    fn parse(payload: &[u8]) -> Result<(Self, u16, &[u8; BLOCK_BYTES]), QrFault> {
        let Some((&[letter, l0, l1, c0, c1, c2, c3, n0, n1], block)) =
            payload.split_first_chunk::<HEADER_BYTES>()
        else {
            return Err(QrFault::Length);
        };
        let length = usize::from(u16::from_be_bytes([l0, l1]));
        if !(1..=QR_MESSAGE_BYTES_MAX).contains(&length) {
            return Err(QrFault::Length);
        }
        let header = Self { kind: Kind::from_letter(letter)?, length, checksum: [c0, c1, c2, c3] };
        let block = block.try_into().map_err(|_| QrFault::Length)?;
        Ok((header, u16::from_be_bytes([n0, n1]), block))
    }

    fn blocks(&self) -> usize {
        self.length.div_ceil(BLOCK_BYTES)
    }

    /// Which blocks a frame combines, one bit each; never none.
    fn mask(&self, number: u16) -> u16 {
        let (blocks, index) = (self.blocks(), usize::from(number));
        if index < blocks {
            return 1 << index;
        }
        let seed = u64::from(u32::from_be_bytes(self.checksum)) << 16 | u64::from(number);
        let mask = (scramble(seed) >> 32) as u16 & (u16::MAX >> (16 - blocks));
        if mask == 0 { 1 << (index % blocks) } else { mask }
    }
}

/// The output function of SplitMix64: each bit of the seed changes each bit of the result half of the time.
fn scramble(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Makes the codes of one message.
#[derive(Debug)]
pub struct Encoder {
    message: Message,
    header: Header,
}

impl Encoder {
    /// An encoder for this message.
    ///
    /// # Errors
    /// [`QrFault::Empty`] or [`QrFault::TooLong`].
    pub fn new(message: Message) -> Result<Self, QrFault> {
        match message.bytes.len() {
            0 => Err(QrFault::Empty),
            1..=QR_MESSAGE_BYTES_MAX => Ok(Self { header: Header::of(&message), message }),
            _ => Err(QrFault::TooLong),
        }
    }

    /// How many different frames a reader needs at least; one means a still picture is enough.
    pub fn need(&self) -> usize {
        if self.message.bytes.len() <= QR_PART_BYTES_MAX { 1 } else { self.header.blocks() }
    }

    /// The text of a frame. A film counts up from 0 without end; every number is a good frame.
    pub fn frame(&self, number: u16) -> String {
        if self.need() == 1 {
            return text(self.header.kind.letter(), &self.message.bytes);
        }
        let mut payload = Vec::with_capacity(QR_PART_BYTES_MAX);
        payload.push(self.header.kind.letter());
        payload.extend((self.header.length as u16).to_be_bytes());
        payload.extend(self.header.checksum);
        payload.extend(number.to_be_bytes());
        let mut block = [0; BLOCK_BYTES];
        let mask = self.header.mask(number);
        for (index, chunk) in self.message.bytes.chunks(BLOCK_BYTES).enumerate() {
            if mask >> index & 1 == 1 {
                xor(&mut block, chunk);
            }
        }
        payload.extend(block);
        text(FRAME_LETTER, &payload)
    }
}

fn text(letter: u8, payload: &[u8]) -> String {
    let mut text = String::with_capacity(TEXT_CHARS_MAX);
    text.push_str(PREFIX);
    text.push(char::from(letter));
    text.push(':');
    base45::encode(payload, &mut text);
    text
}

/// How far a reader has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Frames that brought something new.
    pub have: usize,
    /// Such frames needed for the whole message.
    pub need: usize,
}

impl Progress {
    /// Whether [`Decoder::message`] has the message.
    pub fn is_done(self) -> bool {
        self.have == self.need
    }
}

/// Collects codes, in any order and however often, until the message is whole. Holds one message at most.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Empty,
    Collecting(Header, Box<Blocks>),
    Whole(Message),
}

impl Decoder {
    /// Takes the text of a code that the camera saw.
    ///
    /// # Errors
    /// A [`QrFault`]; what was collected before stays, except after [`QrFault::Checksum`], when collecting begins anew.
    pub fn add(&mut self, text: &str) -> Result<Progress, QrFault> {
        let (letter, payload) = parse_text(text)?;
        if letter == FRAME_LETTER {
            let (header, number, block) = Header::parse(&payload)?;
            return self.add_frame(header, number, block);
        }
        let message = Message { kind: Kind::from_letter(letter)?, bytes: payload };
        match &self.state {
            _ if message.bytes.is_empty() => Err(QrFault::Empty),
            State::Empty => {
                self.state = State::Whole(message);
                Ok(Progress { have: 1, need: 1 })
            }
            State::Whole(whole) if *whole == message => Ok(Progress { have: 1, need: 1 }),
            _ => Err(QrFault::OtherMessage),
        }
    }

    /// The message, once it is whole and agrees with its checksum.
    pub fn message(&self) -> Option<&Message> {
        match &self.state {
            State::Whole(message) => Some(message),
            _ => None,
        }
    }

    fn add_frame(
        &mut self,
        header: Header,
        number: u16,
        block: &[u8; BLOCK_BYTES],
    ) -> Result<Progress, QrFault> {
        let need = header.blocks();
        if let State::Empty = self.state {
            self.state = State::Collecting(header, Box::default());
        }
        let blocks = match &mut self.state {
            State::Collecting(current, blocks) if *current == header => blocks,
            State::Whole(message) if Header::of(message) == header => {
                return Ok(Progress { have: need, need });
            }
            _ => return Err(QrFault::OtherMessage),
        };
        blocks.add(header.mask(number), *block)?;
        let have = blocks.count();
        if have == need {
            let message = Message { kind: header.kind, bytes: blocks.solve(header.length) };
            if Header::of(&message) != header {
                self.state = State::Empty;
                return Err(QrFault::Checksum);
            }
            self.state = State::Whole(message);
        }
        Ok(Progress { have, need })
    }
}

fn parse_text(text: &str) -> Result<(u8, Vec<u8>), QrFault> {
    let rest = text.strip_prefix(PREFIX).ok_or(QrFault::Foreign)?;
    let &[letter, b':', ref encoded @ ..] = rest.as_bytes() else {
        return Err(QrFault::Foreign);
    };
    if text.len() > TEXT_CHARS_MAX {
        return Err(QrFault::TooLong);
    }
    let payload = base45::decode(encoded).ok_or(QrFault::Alphabet)?;
    Ok((letter, payload))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn encoder(bytes: Vec<u8>) -> Encoder {
        let kind = Kind::Bundle;
        Encoder::new(Message { kind, bytes }).unwrap()
    }

    fn sample(length: usize) -> Vec<u8> {
        (0..length).map(|index| (index * 7 + index / 251) as u8).collect()
    }

    fn read(decoder: &mut Decoder, encoder: &Encoder, numbers: impl IntoIterator<Item = u16>) -> Progress {
        let mut progress = Progress { have: 0, need: 1 };
        for number in numbers {
            progress = decoder.add(&encoder.frame(number)).unwrap();
        }
        progress
    }

    #[rstest]
    #[case(1)]
    #[case(199)]
    #[case(200)]
    #[case(201)]
    #[case(382)]
    #[case(2_048)]
    fn the_first_frames_alone_are_enough(#[case] length: usize) {
        let encoder = encoder(sample(length));
        let mut decoder = Decoder::default();
        let progress = read(&mut decoder, &encoder, 0..encoder.need() as u16);
        assert!(progress.is_done());
        assert_eq!(decoder.message(), Some(&encoder.message));
    }

    #[test]
    fn a_short_message_is_one_still_code() {
        let encoder = encoder(sample(200));
        assert_eq!(encoder.need(), 1);
        assert_eq!(encoder.frame(0), encoder.frame(7));
    }

    #[rstest]
    #[case(0, QrFault::Empty)]
    #[case(2_049, QrFault::TooLong)]
    fn a_message_that_no_film_can_carry_is_refused(#[case] length: usize, #[case] fault: QrFault) {
        let message = Message { kind: Kind::Join, bytes: sample(length) };
        assert_eq!(Encoder::new(message).unwrap_err(), fault);
    }

    #[test]
    fn every_kind_has_its_own_letter() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_letter(kind.letter()), Ok(kind));
            assert_ne!(kind.letter(), FRAME_LETTER);
        }
    }

    #[test]
    fn a_frame_fits_a_code_in_alphanumeric_mode() {
        let encoder = encoder(sample(2_048));
        for number in [0, 10, 11, 500, u16::MAX] {
            let text = encoder.frame(number);
            assert!(text.len() <= 305);
            assert!(
                text.bytes().all(|byte| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(&byte))
            );
        }
    }

    #[test]
    fn frames_of_two_messages_never_mix() {
        let (ours, theirs) = (encoder(sample(900)), encoder(vec![5; 900]));
        let mut decoder = Decoder::default();
        read(&mut decoder, &ours, [0, 1]);
        assert_eq!(decoder.add(&theirs.frame(2)), Err(QrFault::OtherMessage));
        let still = encoder(sample(20)).frame(0);
        assert_eq!(decoder.add(&still), Err(QrFault::OtherMessage));
        assert!(read(&mut decoder, &ours, 2..5).is_done());
        assert_eq!(decoder.add(&theirs.frame(2)), Err(QrFault::OtherMessage));
        assert_eq!(decoder.message(), Some(&ours.message));
        assert!(read(&mut decoder, &ours, [9]).is_done());
    }

    #[test]
    fn a_forged_frame_is_found_out_by_contradiction_or_checksum() {
        let encoder = encoder(sample(300));
        let (_, mut payload) = parse_text(&encoder.frame(0)).unwrap();
        payload[HEADER_BYTES] ^= 1;
        let forged = text(FRAME_LETTER, &payload);

        let mut decoder = Decoder::default();
        read(&mut decoder, &encoder, [0]);
        assert_eq!(decoder.add(&forged), Err(QrFault::Contradiction));
        assert!(read(&mut decoder, &encoder, [1]).is_done());

        let mut decoder = Decoder::default();
        assert!(decoder.add(&forged).is_ok());
        assert_eq!(decoder.add(&encoder.frame(1)), Err(QrFault::Checksum));
        assert_eq!(decoder.message(), None);
        assert!(read(&mut decoder, &encoder, 0..2).is_done());
    }

    #[rstest]
    #[case("https://example.org", QrFault::Foreign)]
    #[case("ST1", QrFault::Foreign)]
    #[case("ST1B", QrFault::Foreign)]
    #[case("ST2B:BB8", QrFault::Foreign)]
    #[case("ST1Z:BB8", QrFault::UnknownKind)]
    #[case("ST1B:bb8", QrFault::Alphabet)]
    #[case("ST1B:", QrFault::Empty)]
    #[case("ST1F:BB8", QrFault::Length)]
    fn a_text_that_is_no_code_is_refused(#[case] text: &str, #[case] fault: QrFault) {
        assert_eq!(Decoder::default().add(text), Err(fault));
    }

    #[test]
    fn a_text_longer_than_a_code_is_refused() {
        let text = text(Kind::Bundle.letter(), &sample(201));
        assert_eq!(Decoder::default().add(&text), Err(QrFault::TooLong));
    }

    #[test]
    fn a_header_that_promises_too_much_is_refused() {
        let header = |length: u16| {
            let mut payload = [0; QR_PART_BYTES_MAX];
            payload[0] = b'B';
            payload[1..3].copy_from_slice(&length.to_be_bytes());
            text(FRAME_LETTER, &payload)
        };
        assert_eq!(Decoder::default().add(&header(0)), Err(QrFault::Length));
        assert_eq!(Decoder::default().add(&header(2_049)), Err(QrFault::Length));
        assert_eq!(Decoder::default().add(&header(2_048)), Ok(Progress { have: 1, need: 11 }));
    }

    /// Computed by a second implementation; changes only with the `1` of the prefix.
    #[test]
    fn a_combined_frame_is_the_same_in_every_release() {
        let frame = encoder(sample(400)).frame(3);
        let digest = Sha256::digest(frame.as_bytes());
        assert_eq!(digest[..4], [50, 187, 134, 246]);
    }

    proptest! {
        #[test]
        fn any_order_with_a_third_lost_and_some_twice_is_enough(
            bytes in prop::collection::vec(any::<u8>(), 201..=QR_MESSAGE_BYTES_MAX),
            mut film in (0..u16::MAX - 200).prop_flat_map(|start| {
                Just((start..start + 130).collect::<Vec<_>>()).prop_shuffle()
            }),
            seen in prop::collection::vec((prop::bool::weighted(0.7), prop::bool::weighted(0.2)), 130),
        ) {
            let encoder = encoder(bytes);
            let mut decoder = Decoder::default();
            let mut have = 0;
            for (number, (seen, twice)) in film.drain(..).zip(seen) {
                for _ in 0..usize::from(seen) + usize::from(seen && twice) {
                    let progress = decoder.add(&encoder.frame(number)).unwrap();
                    prop_assert!(progress.have >= have && progress.have <= progress.need);
                    prop_assert_eq!(progress.need, encoder.need());
                    have = progress.have;
                }
            }
            prop_assert_eq!(decoder.message(), Some(&encoder.message));
        }

        #[test]
        fn random_texts_never_panic(texts in prop::collection::vec("(ST1[A-Z]:)?[0-9A-Z $%*+./:-]{0,320}", 0..8)) {
            let mut decoder = Decoder::default();
            for text in texts {
                if let Ok(progress) = decoder.add(&text) {
                    prop_assert!(progress.have <= progress.need && progress.need <= BLOCKS_MAX);
                }
            }
        }

        #[test]
        fn random_frames_never_panic(
            payloads in prop::collection::vec((1..=2048_u16, any::<[u8; 2]>(), any::<u8>()), 0..40),
        ) {
            let mut decoder = Decoder::default();
            for (length, number, fill) in payloads {
                let mut payload = [fill; QR_PART_BYTES_MAX];
                payload[0] = b'B';
                payload[1..3].copy_from_slice(&(length % 3 + 600).to_be_bytes());
                payload[3..7].fill(0);
                payload[7..9].copy_from_slice(&number);
                if let Ok(progress) = decoder.add(&text(FRAME_LETTER, &payload)) {
                    prop_assert!(progress.have <= progress.need && progress.need <= BLOCKS_MAX);
                }
            }
        }
    }
}
