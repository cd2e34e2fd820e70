//! The rotating check-in code: each turn lasts ten seconds and carries a tag that only the secretary's phone can
//! make and check. Members' clocks never matter: the secretary's own log says when a turn was shown.

use super::digest::{first, hmac, same_tag};
use super::flaw::Flaw;
use crate::domain::check_in::{Proof, SpokenCode};
use crate::domain::id::ThingId;
use crate::domain::time::Moment;
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;

/// Length of one turn.
pub const TURN_MILLIS: i64 = 10_000;

/// How far a turn may be from its time before it counts as a new stretch.
const SLACK_MILLIS: u64 = 30_000;

/// Key and log of one meeting's code. Stays on the secretary's device.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CodeLog {
    #[cbor(n(0), with = "minicbor::bytes")]
    key: [u8; 32],
    #[n(1)]
    openings: Vec<Opening>,
}

/// One stretch of time in which the code was on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Opening {
    #[n(0)]
    first: u32,
    #[n(1)]
    last: u32,
    #[n(2)]
    opened_at: i64,
}

/// One turn of the code, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which turn.
    pub counter: u32,
    /// Its tag.
    pub tag: [u8; 8],
    /// What is read out to somebody without a camera.
    pub spoken: SpokenCode,
}

impl CodeLog {
    /// A log with a fresh key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key, openings: Vec::new() }
    }

    /// Puts the code on the screen at `now`; the first turn of this stretch.
    pub fn open(&mut self, now: Moment) -> u32 {
        let first = self.openings.last().map_or(0, |opening| opening.last.saturating_add(1));
        self.openings.push(Opening { first, last: first, opened_at: now.0 });
        first
    }

    /// Moves on to the next turn at `now`. After a pause, as when the phone was asleep, a new stretch begins: a turn
    /// must not pass for one that was shown minutes ago.
    pub fn advance(&mut self, now: Moment) -> Option<u32> {
        let opening = self.openings.last_mut()?;
        let next = opening.last.saturating_add(1);
        let due = opening.opened_at.saturating_add(i64::from(next - opening.first) * TURN_MILLIS);
        if now.0.abs_diff(due) > SLACK_MILLIS {
            return Some(self.open(now));
        }
        opening.last = next;
        Some(next)
    }

    /// What is shown in turn `counter` of `meeting`.
    pub fn turn(&self, meeting: ThingId, counter: u32) -> Turn {
        let digest = hmac(&self.key, &[b"check-in", &meeting.0, &counter.to_be_bytes()]);
        let number = u64::from_be_bytes(core::array::from_fn(|place| digest[8 + place]));
        Turn { counter, tag: first(&digest), spoken: SpokenCode::from_number(number) }
    }

    /// When turn `counter` was shown.
    fn time_of(&self, counter: u32) -> Option<Moment> {
        let opening =
            self.openings.iter().find(|opening| (opening.first..=opening.last).contains(&counter))?;
        Some(Moment(opening.opened_at + i64::from(counter - opening.first) * TURN_MILLIS))
    }
}

/// A log together with what was on the screen in each of its turns. A turn is worked out once, not for every
/// check-in and every look at the roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownTurns {
    meeting: ThingId,
    log: CodeLog,
    turns: BTreeMap<u32, Turn>,
}

impl ShownTurns {
    /// The turns of a log.
    pub fn new(meeting: ThingId, log: CodeLog) -> Self {
        let mut shown = Self { meeting, turns: BTreeMap::new(), log };
        shown.work_out();
        shown
    }

    /// Goes on with the log as it is now.
    pub fn follow(&mut self, log: CodeLog) {
        if log.key != self.log.key {
            self.turns.clear();
        }
        self.log = log;
        self.work_out();
    }

    fn work_out(&mut self) {
        for counter in self.log.openings.iter().flat_map(|opening| opening.first..=opening.last) {
            self.turns.entry(counter).or_insert_with(|| self.log.turn(self.meeting, counter));
        }
    }

    /// When the turn that `proof` speaks of was shown; `None` when it never was. A card proves nothing here.
    pub fn shown_at(&self, proof: &Proof) -> Option<Moment> {
        let turn = match proof {
            Proof::Code { counter, tag } => {
                self.turns.get(counter).filter(|turn| same_tag(&turn.tag, tag))?
            }
            Proof::Spoken(spoken) => self.turns.values().find(|turn| turn.spoken == *spoken)?,
            Proof::Card => return None,
        };
        self.log.time_of(turn.counter)
    }
}

/// The bytes behind the QR code of one turn: meeting, counter, tag.
pub fn code_bytes(meeting: ThingId, turn: &Turn) -> [u8; 28] {
    let mut bytes = [0; 28];
    bytes[..16].copy_from_slice(&meeting.0);
    bytes[16..20].copy_from_slice(&turn.counter.to_be_bytes());
    bytes[20..].copy_from_slice(&turn.tag);
    bytes
}

/// Reads [`code_bytes`] back.
pub fn read_code(bytes: &[u8]) -> Result<(ThingId, Proof), Flaw> {
    let bytes: &[u8; 28] = bytes.try_into().map_err(|_| Flaw::Cut)?;
    let counter = u32::from_be_bytes(core::array::from_fn(|place| bytes[16 + place]));
    let tag = core::array::from_fn(|place| bytes[20 + place]);
    Ok((ThingId(core::array::from_fn(|place| bytes[place])), Proof::Code { counter, tag }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEETING: ThingId = ThingId([5; 16]);

    fn log() -> CodeLog {
        let mut log = CodeLog::new([3; 32]);
        log.open(Moment(1_000_000));
        log.advance(Moment(1_010_000));
        log.advance(Moment(1_020_900));
        log
    }

    fn shown(log: &CodeLog) -> ShownTurns {
        ShownTurns::new(MEETING, log.clone())
    }

    #[test]
    fn turns_that_follow_are_the_turns_of_the_whole_log() {
        let mut log = log();
        let mut following = shown(&log);
        for now in [1_030_000, 1_040_000, 9_000_000] {
            log.advance(Moment(now));
            following.follow(log.clone());
        }
        assert_eq!(following, shown(&log));
        let other = CodeLog { key: [4; 32], ..log };
        following.follow(other.clone());
        assert_eq!(following, shown(&other));
    }

    #[test]
    fn a_scanned_turn_tells_when_it_was_shown() {
        let bytes = code_bytes(MEETING, &log().turn(MEETING, 2));
        let (meeting, proof) = read_code(&bytes).unwrap();
        assert_eq!(meeting, MEETING);
        assert_eq!(shown(&log()).shown_at(&proof), Some(Moment(1_020_000)));
    }

    #[test]
    fn a_spoken_turn_tells_when_it_was_shown() {
        let proof = Proof::Spoken(log().turn(MEETING, 1).spoken);
        assert_eq!(shown(&log()).shown_at(&proof), Some(Moment(1_010_000)));
    }

    #[test]
    fn a_turn_that_was_never_shown_or_of_another_meeting_or_forged_proves_nothing() {
        let turn = log().turn(MEETING, 3);
        assert_eq!(shown(&log()).shown_at(&Proof::Code { counter: 3, tag: turn.tag }), None);
        let first = log().turn(MEETING, 1);
        let proof = Proof::Code { counter: 1, tag: first.tag };
        assert_eq!(ShownTurns::new(ThingId([6; 16]), log()).shown_at(&proof), None);
        assert_eq!(shown(&log()).shown_at(&Proof::Code { counter: 1, tag: [0; 8] }), None);
        assert_eq!(shown(&log()).shown_at(&Proof::Spoken(turn.spoken)), None);
    }

    #[test]
    fn a_turn_after_a_sleep_has_the_time_of_its_waking() {
        let mut log = log();
        let counter = log.advance(Moment(5_000_000)).unwrap();
        assert_eq!(counter, 3);
        let proof = Proof::Code { counter, tag: log.turn(MEETING, counter).tag };
        assert_eq!(shown(&log).shown_at(&proof), Some(Moment(5_000_000)));
    }

    #[test]
    fn a_code_that_is_opened_again_goes_on_counting() {
        let mut log = log();
        let counter = log.open(Moment(9_000_000));
        assert_eq!(counter, 3);
        let turn = log.turn(MEETING, counter);
        let shown = shown(&log).shown_at(&Proof::Code { counter, tag: turn.tag });
        assert_eq!(shown, Some(Moment(9_000_000)));
    }
}
