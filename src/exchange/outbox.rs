//! The outbox: nháp -> chờ gửi -> đã gửi -> đã nhận, where a copy in a file still waits. A parcel keeps the very bytes
//! that were sealed, so that a repeated send is the same file, until the branch has other readers; it is "received" only
//! when the secretary's head lists its record.

use crate::domain::id::{BlobId, RecordId, ThingId};
use crate::domain::key::SealingKey;
use crate::domain::time::Moment;
use crate::record::body::{Head, Receipt};
use crate::record::digest::{first, sha256};
use crate::record::{Flaw, Kind};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

/// Where a parcel is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// chờ gửi
    Waiting,
    /// đã chép ra tệp: waits all the same, for nobody knows whether the file arrives
    Copied,
    /// đã gửi: handed over, not confirmed
    Sent,
    /// đã nhận: the secretary's head lists it
    Received,
}

impl Stage {
    /// In the order of their numbers in the store.
    const NUMBERED: [Self; 4] = [Self::Waiting, Self::Sent, Self::Received, Self::Copied];

    /// Whether it still needs a way out.
    pub fn waits(self) -> bool {
        self < Self::Sent
    }
}

/// One sealed record on its way to the secretary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The record inside.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What it is about.
    pub about: ThingId,
    /// When it was written.
    pub written_at: Moment,
    /// How far it is.
    pub stage: Stage,
    /// When it was last handed over.
    pub sent_at: Option<Moment>,
    /// Attempts since it was last taken.
    pub attempts: u32,
    /// Name of the sealed file.
    pub mail: BlobId,
    /// The sealed file.
    pub sealed: Vec<u8>,
    /// For whom it is sealed.
    pub readers: [u8; 8],
    /// The record itself, sealed for this device alone, so that it can be sealed anew when a successor comes.
    pub letter: Vec<u8>,
    /// A check-in whose code was never shown, says the secretary's phone.
    pub unproven: bool,
}

/// How far a hand-over is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// It begins now: noted before, so that after a kill nobody believes that the file stayed here.
    Begun,
    /// The drop-box took it, or has had it already.
    Taken,
    /// It lies in a file that left the device.
    Copied,
    /// No network, or the host is busy: later again.
    Later,
}

/// A parcel that was sent but is not confirmed goes out again after this: the host may have lost it.
const RESEND_AFTER_MILLIS: i64 = 3 * 24 * 60 * 60 * 1000;
/// Longest pause between two attempts.
const PAUSE_MAX_MILLIS: i64 = 60 * 60 * 1000;
/// First pause.
const PAUSE_MILLIS: i64 = 15 * 1000;
/// Received parcels stay visible so long.
const KEEP_RECEIVED_MILLIS: i64 = 60 * 24 * 60 * 60 * 1000;

#[derive(Encode, Decode)]
#[cbor(map)]
struct ParcelV1 {
    #[n(0)]
    record: ByteArray<32>,
    #[n(1)]
    kind: u8,
    #[n(2)]
    about: ByteArray<16>,
    #[n(3)]
    written_at: i64,
    #[n(4)]
    stage: u8,
    #[n(5)]
    sent_at: Option<i64>,
    #[n(6)]
    attempts: u32,
    #[n(7)]
    mail: ByteArray<32>,
    #[n(8)]
    sealed: ByteVec,
    #[n(9)]
    unproven: bool,
    #[n(10)]
    readers: ByteArray<8>,
    #[n(11)]
    letter: ByteVec,
}

/// Stands for a list of readers: a parcel for others than today's waits in vain.
pub fn readers_mark(readers: &[SealingKey]) -> [u8; 8] {
    let keys: Vec<u8> = readers.iter().flat_map(|key| key.0).collect();
    first(&sha256(&[b"so-tay readers", &keys]))
}

impl Parcel {
    /// The parcel after an attempt at `now`.
    pub fn after(mut self, attempt: HandOver, now: Moment) -> Self {
        match attempt {
            HandOver::Taken => {
                self.stage = self.stage.max(Stage::Sent);
                self.attempts = 0;
            }
            HandOver::Begun => self.attempts = self.attempts.saturating_add(1),
            HandOver::Copied => {
                self.stage = self.stage.max(Stage::Copied);
                return self;
            }
            HandOver::Later => {}
        }
        self.sent_at = Some(now);
        self
    }

    /// The parcel sealed for other readers, as `mail` under the name `name`. It goes out at once, and what went out
    /// before may still have been read.
    pub fn resealed(&self, readers: [u8; 8], name: BlobId, sealed: Vec<u8>) -> Self {
        let attempts = if self.untouched() { 0 } else { self.attempts.max(1) };
        let mut parcel = Self { stage: Stage::Waiting, sent_at: None, attempts, ..self.clone() };
        (parcel.readers, parcel.mail, parcel.sealed) = (readers, name, sealed);
        parcel
    }

    /// Whether it never left this device, so that it can be taken back as if it had not been written.
    pub fn untouched(&self) -> bool {
        self.stage == Stage::Waiting && self.attempts == 0
    }

    /// The parcel after `head`; `None` when nothing changes.
    pub fn after_head(&self, head: &Head) -> Option<Self> {
        let receipt = Receipt::of(self.record);
        let confirmed = self.stage != Stage::Received && head.received.contains(&receipt);
        let unproven = head.unproven.contains(&receipt);
        // What has arrived is not sent again: the words of an unnamed comment need not lie here any longer.
        let (sealed, letter) = (Vec::new(), Vec::new());
        confirmed.then(|| Self { stage: Stage::Received, unproven, sealed, letter, ..self.clone() })
    }

    /// Whether to try now. A clock that went backwards tries at once rather than never.
    pub fn due(&self, now: Moment) -> bool {
        let pause = match self.stage {
            Stage::Received => return false,
            Stage::Sent => RESEND_AFTER_MILLIS,
            Stage::Waiting | Stage::Copied if self.attempts == 0 => return true,
            Stage::Waiting | Stage::Copied => (PAUSE_MILLIS << self.attempts.min(20)).min(PAUSE_MAX_MILLIS),
        };
        self.sent_at.is_none_or(|at| now.0 < at.0 || now.0 - at.0 >= pause)
    }

    /// Whether a received parcel may leave the list.
    pub fn spent(&self, now: Moment) -> bool {
        self.stage == Stage::Received && now.0 - self.written_at.0 > KEEP_RECEIVED_MILLIS
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        let shape = ParcelV1 {
            record: self.record.0.into(),
            kind: self.kind as u8,
            about: self.about.0.into(),
            written_at: self.written_at.0,
            stage: Stage::NUMBERED.iter().position(|stage| *stage == self.stage).unwrap_or_default() as u8,
            sent_at: self.sent_at.map(|at| at.0),
            attempts: self.attempts,
            mail: self.mail.0.into(),
            sealed: self.sealed.clone().into(),
            unproven: self.unproven,
            readers: self.readers.into(),
            letter: self.letter.clone().into(),
        };
        let mut bytes = Vec::new();
        let written = minicbor::encode(&shape, &mut bytes);
        debug_assert!(written.is_ok(), "writing into memory has no error");
        bytes
    }

    /// Reads [`Parcel::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: ParcelV1 = minicbor::decode(bytes)?;
        Ok(Self {
            record: RecordId(*shape.record),
            kind: Kind::from_number(shape.kind).ok_or(Flaw::UnknownKind(shape.kind))?,
            about: ThingId(*shape.about),
            written_at: Moment(shape.written_at),
            stage: *Stage::NUMBERED.get(usize::from(shape.stage)).ok_or(Flaw::BadValue)?,
            sent_at: shape.sent_at.map(Moment),
            attempts: shape.attempts,
            mail: BlobId(*shape.mail),
            sealed: shape.sealed.into(),
            unproven: shape.unproven,
            readers: *shape.readers,
            letter: shape.letter.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel() -> Parcel {
        Parcel {
            record: RecordId([1; 32]),
            kind: Kind::Reply,
            about: ThingId([2; 16]),
            written_at: Moment(1_000),
            stage: Stage::Waiting,
            sent_at: None,
            attempts: 0,
            mail: BlobId([3; 32]),
            sealed: vec![4; 5],
            unproven: false,
            readers: [6; 8],
            letter: vec![7; 8],
        }
    }

    fn head(received: u8, unproven: u8) -> Head {
        let receipts = |number| vec![Receipt([number; 16])];
        Head { received: receipts(received), unproven: receipts(unproven), ..Head::default() }
    }

    #[test]
    fn a_parcel_survives_the_store() {
        for attempt in [HandOver::Begun, HandOver::Copied, HandOver::Taken] {
            let parcel = parcel().after(attempt, Moment(5));
            assert_eq!(Parcel::decode(&parcel.encode()), Ok(parcel));
        }
    }

    #[test]
    fn a_copy_in_a_file_still_waits_and_goes_out_by_network_at_once() {
        let copied = parcel().after(HandOver::Copied, Moment(2_000));
        assert!(copied.stage.waits() && copied.due(Moment(2_000)));
        let sent = copied.after(HandOver::Taken, Moment(3_000));
        assert!(!sent.stage.waits());
        assert_eq!(sent.after(HandOver::Copied, Moment(4_000)).stage, Stage::Sent);
    }

    #[test]
    fn attempts_back_off_and_a_clock_set_back_tries_at_once() {
        let tried = parcel().after(HandOver::Begun, Moment(100_000));
        assert!(parcel().untouched() && !tried.untouched());
        let tried = tried.after(HandOver::Later, Moment(100_000));
        assert!(!tried.due(Moment(110_000)));
        assert!(tried.due(Moment(130_000)));
        assert!(tried.due(Moment(99_000)));
        let often = (0..40).fold(tried, |parcel, _| parcel.after(HandOver::Begun, Moment(100_000)));
        assert!(often.due(Moment(100_000 + 60 * 60 * 1000)));
    }

    #[test]
    fn only_a_receipt_makes_a_parcel_received_and_it_stays_so() {
        let sent = parcel().after(HandOver::Taken, Moment(2_000));
        assert_eq!(sent.stage, Stage::Sent);
        assert_eq!(sent.after_head(&head(9, 9)), None);
        let received = sent.after_head(&head(1, 9)).unwrap();
        assert_eq!((received.stage, received.unproven), (Stage::Received, false));
        assert_eq!(received.clone().after(HandOver::Taken, Moment(3_000)).stage, Stage::Received);
        assert!(!received.due(Moment(i64::MAX)));
    }

    #[test]
    fn a_head_tells_of_a_check_in_whose_code_was_never_shown() {
        let received = parcel().after_head(&head(1, 1)).unwrap();
        assert_eq!((received.stage, received.unproven), (Stage::Received, true));
        assert_eq!(Parcel::decode(&received.encode()), Ok(received));
    }

    #[test]
    fn an_unconfirmed_parcel_goes_out_again_after_three_days() {
        let sent = parcel().after(HandOver::Taken, Moment(0));
        assert!(!sent.due(Moment(RESEND_AFTER_MILLIS - 1)));
        assert!(sent.due(Moment(RESEND_AFTER_MILLIS)));
    }
}
