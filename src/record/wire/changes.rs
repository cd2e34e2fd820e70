//! When parts of what is entered were changed, on the wire: places as short byte strings, a number and what it names.

use super::{Flaw, at_most, cbor, shape};
use crate::domain::changes::{Changes, Mark, Place};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::regulation::rubric::Key;
use crate::domain::time::Moment;
use crate::domain::words::Line;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;

#[derive(Encode, Decode)]
pub(super) struct MarkV1 {
    #[n(0)]
    place: ByteVec,
    #[n(1)]
    first: i64,
    #[n(2)]
    last: i64,
}

pub(super) fn marks(changes: &Changes) -> Vec<MarkV1> {
    let mark = |(place, mark): (&Place, &Mark)| MarkV1 {
        place: place_bytes(place).into(),
        first: mark.first.0,
        last: mark.last.0,
    };
    changes.marks().iter().map(mark).collect()
}

/// Reads the marks; places of a later version are passed over.
pub(super) fn changes(marks: &[MarkV1]) -> Result<Changes, Flaw> {
    at_most(marks, Changes::PLACES_MAX)?;
    let mut read = BTreeMap::new();
    for MarkV1 { place: bytes, first, last } in marks {
        if first > last {
            return Err(Flaw::BadValue);
        }
        if let Some(place) = place(bytes)? {
            read.insert(place, Mark { first: Moment(*first), last: Moment(*last) });
        }
    }
    Ok(Changes::new(read))
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ChangesV1 {
    #[n(0)]
    marks: Vec<MarkV1>,
}

/// Canonical bytes of the marks alone.
pub(in crate::record) fn encode(changes: &Changes) -> Vec<u8> {
    cbor(&ChangesV1 { marks: marks(changes) })
}

/// Reads [`encode`] back.
pub(in crate::record) fn decode(bytes: &[u8]) -> Result<Changes, Flaw> {
    changes(&shape::<ChangesV1>(bytes)?.marks)
}

/// Places that are there once, in the order of their numbers from 1.
const SINGLE: [Place; 14] = [
    Place::Bureau,
    Place::Drafter,
    Place::Draft,
    Place::Chair,
    Place::MinuteTaker,
    Place::Fees,
    Place::Ideology,
    Place::Politics,
    Place::Weaknesses,
    Place::NextMonth,
    Place::Conclusion,
    Place::Close,
    Place::Remedies,
    Place::Remedied,
];

fn place_bytes(place: &Place) -> Vec<u8> {
    let (number, rest) = match place {
        Place::Item(step) => (32, step.to_be_bytes().to_vec()),
        Place::Note(step) => (33, step.to_be_bytes().to_vec()),
        Place::Span(step, from) => (34, [&step.to_be_bytes()[..], &from.0.to_be_bytes()].concat()),
        Place::Guest(name) => (35, name.as_str().as_bytes().to_vec()),
        Place::Opinion(id) => (36, id.0.to_vec()),
        Place::Vote(id) => (37, id.0.to_vec()),
        Place::Remark(id) => (38, id.0.to_vec()),
        Place::Tick(member) => (39, member.0.to_vec()),
        Place::CheckIn(member) => (40, member.0.to_vec()),
        Place::Task(id) => (41, id.0.to_vec()),
        Place::Outcome(id) => (42, id.0.to_vec()),
        Place::Mark(key) => (43, key.as_str().as_bytes().to_vec()),
        single => ((1..).zip(&SINGLE).find(|(_, other)| *other == single).map_or(0, |(n, _)| n), Vec::new()),
    };
    [&[number][..], &rest].concat()
}

fn place(bytes: &[u8]) -> Result<Option<Place>, Flaw> {
    let (number, rest) = bytes.split_first().ok_or(Flaw::Cut)?;
    let step = || rest.try_into().map(u16::from_be_bytes).map_err(|_| Flaw::Cut);
    let thing = || ThingId::from_slice(rest).ok_or(Flaw::Cut);
    let member = || MemberId::from_slice(rest).ok_or(Flaw::Cut);
    Ok(Some(match number {
        32 => Place::Item(step()?),
        33 => Place::Note(step()?),
        34 => {
            let (step, from) = rest.split_first_chunk::<2>().ok_or(Flaw::Cut)?;
            let from = i64::from_be_bytes(from.try_into().map_err(|_| Flaw::Cut)?);
            Place::Span(u16::from_be_bytes(*step), Moment(from))
        }
        35 => Place::Guest(Line::parse(std::str::from_utf8(rest).map_err(|_| Flaw::Cut)?)?),
        36 => Place::Opinion(thing()?),
        37 => Place::Vote(thing()?),
        38 => Place::Remark(thing()?),
        39 => Place::Tick(member()?),
        40 => Place::CheckIn(member()?),
        41 => Place::Task(thing()?),
        42 => Place::Outcome(thing()?),
        43 => Place::Mark(std::str::from_utf8(rest).ok().and_then(Key::parse).ok_or(Flaw::BadValue)?),
        _ => return Ok(usize::from(*number).checked_sub(1).and_then(|n| SINGLE.get(n)).cloned()),
    }))
}
