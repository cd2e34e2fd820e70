//! Wire shapes, version 1: one struct for each noun, deterministic CBOR with integer keys. A field is never
//! renumbered; a new field gets the next number and old apps pass over it. Reading turns a shape into the noun and
//! refuses what no screen could have written.

mod branch;
pub(super) mod changes;
mod numbers;
mod papers;
mod run;
mod said;
mod score;
mod stated;

use super::body::Body;
use super::flaw::Flaw;
use super::kind::{Kind, Retractable};
use crate::domain::id::ThingId;
use crate::domain::time::Day;
use crate::domain::words::{Line, Prose};
use branch::{CharterV1, HeadV1, JoinV1, RosterV1};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use papers::{PostingV1, SignedPaperV1, ThemePlanV1};
use run::ProceedingsV1;
use said::{CheckInV1, CommentV1, ReplyV1, ReviewV1};
use score::MeetingScoreV1;
use stated::{DocumentV1, MeetingV1, MinutesV1, OutcomeV1, RegulationV1};

type Bytes8 = ByteArray<8>;
type Bytes16 = ByteArray<16>;
type Bytes32 = ByteArray<32>;

/// Canonical bytes of a body.
pub(super) fn encode(body: &Body) -> Vec<u8> {
    match body {
        Body::Head(head) => cbor(&HeadV1::from(head)),
        Body::Charter(charter) => cbor(&CharterV1::from(charter)),
        Body::Roster(roster) => cbor(&RosterV1::from(roster)),
        Body::Document(document) => cbor(&DocumentV1::from(document)),
        Body::Meeting(meeting) => cbor(&MeetingV1::from(meeting)),
        Body::Minutes(minutes) => cbor(&MinutesV1::from(minutes)),
        Body::Regulation(text) => cbor(&RegulationV1::from(text)),
        Body::Proceedings(entered) => cbor(&ProceedingsV1::from(&**entered)),
        Body::SignedPaper(paper) => cbor(&SignedPaperV1::from(paper)),
        Body::Score(score) => cbor(&MeetingScoreV1::from(score)),
        Body::Posting(posting) => cbor(&PostingV1::from(posting)),
        Body::ThemePlan(plan) => cbor(&ThemePlanV1::from(plan)),
        Body::Retract(fact) => cbor(&RetractV1 { kind: fact.kind() as u8 }),
        Body::Join(join) => cbor(&JoinV1::from(join)),
        Body::Reply(reply) => cbor(&ReplyV1::from(reply)),
        Body::CheckIn(check_in) => cbor(&CheckInV1::from(check_in)),
        Body::Comment(comment) => cbor(&CommentV1::from(comment)),
        Body::Review(review) => cbor(&ReviewV1::from(review)),
        Body::Report(outcome) => cbor(&OutcomeV1::from(outcome)),
        Body::Unread(_, bytes) => bytes.clone(),
    }
}

/// Reads the body of a record of `kind` that is about `about`, unless the kind is a late one.
pub(super) fn decode(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Body, Flaw> {
    Ok(match kind {
        Kind::Head => Body::Head(shape::<HeadV1>(bytes)?.noun()?),
        Kind::Charter => Body::Charter(shape::<CharterV1>(bytes)?.noun()?),
        Kind::Roster => Body::Roster(shape::<RosterV1>(bytes)?.noun()?),
        Kind::Document => Body::Document(shape::<DocumentV1>(bytes)?.noun(about)?),
        Kind::Meeting => Body::Meeting(shape::<MeetingV1>(bytes)?.noun(about)?),
        Kind::Minutes => Body::Minutes(shape::<MinutesV1>(bytes)?.noun(about)?),
        Kind::Retract => {
            let number = shape::<RetractV1>(bytes)?.kind;
            let kind = Kind::from_number(number).ok_or(Flaw::UnknownKind(number))?;
            Body::Retract(Retractable::of(kind).ok_or(Flaw::BadValue)?)
        }
        Kind::Join => Body::Join(shape::<JoinV1>(bytes)?.noun()?),
        Kind::Reply => Body::Reply(shape::<ReplyV1>(bytes)?.noun(about)?),
        Kind::CheckIn => Body::CheckIn(shape::<CheckInV1>(bytes)?.noun(about)?),
        Kind::Comment => Body::Comment(shape::<CommentV1>(bytes)?.noun(about)?),
        Kind::Regulation
        | Kind::Proceedings
        | Kind::SignedPaper
        | Kind::ThemePlan
        | Kind::Score
        | Kind::Posting
        | Kind::Review
        | Kind::Report => Body::Unread(kind, bytes.to_vec()),
    })
}

/// The same for late kinds.
pub(super) fn decode_late(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Body, Flaw> {
    Ok(match kind {
        Kind::Regulation => Body::Regulation(shape::<RegulationV1>(bytes)?.noun()?),
        Kind::Proceedings => Body::Proceedings(Box::new(shape::<ProceedingsV1>(bytes)?.noun(about)?)),
        Kind::SignedPaper => Body::SignedPaper(shape::<SignedPaperV1>(bytes)?.noun(about)?),
        Kind::Score => Body::Score(shape::<MeetingScoreV1>(bytes)?.noun(about)?),
        Kind::Posting => Body::Posting(shape::<PostingV1>(bytes)?.noun(about)?),
        Kind::ThemePlan => Body::ThemePlan(shape::<ThemePlanV1>(bytes)?.noun(about)?),
        Kind::Review => Body::Review(shape::<ReviewV1>(bytes)?.noun(about)?),
        Kind::Report => Body::Report(shape::<OutcomeV1>(bytes)?.noun_about(about)?),
        kind => return decode(kind, about, bytes),
    })
}

/// Canonical bytes of any shape.
pub(super) fn cbor<T: Encode<()>>(shape: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(minicbor::encode(shape, &mut bytes));
    bytes
}

/// Writing into memory has no error, and the shapes add none of their own.
pub(super) fn written<E: core::fmt::Debug>(result: Result<(), E>) {
    debug_assert!(result.is_ok(), "{result:?}");
}

/// Reads one shape that fills `bytes` to the last.
pub(super) fn shape<'a, T: Decode<'a, ()>>(bytes: &'a [u8]) -> Result<T, Flaw> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let shape = decoder.decode()?;
    if decoder.position() == bytes.len() { Ok(shape) } else { Err(Flaw::NotCanonical) }
}

fn line(text: &str) -> Result<Line, Flaw> {
    Ok(Line::parse(text)?)
}

fn prose(text: &str) -> Result<Prose, Flaw> {
    Ok(Prose::parse(text)?)
}

fn optional_line(text: Option<&String>) -> Result<Option<Line>, Flaw> {
    text.map(|text| line(text)).transpose()
}

fn text(line: &Line) -> String {
    line.as_str().to_owned()
}

fn day(days: i32) -> Result<Day, Flaw> {
    Day::from_number(days).map_err(|_| Flaw::BadValue)
}

fn at_most<T>(items: &[T], most: usize) -> Result<(), Flaw> {
    if items.len() <= most { Ok(()) } else { Err(Flaw::TooLarge) }
}

fn all<T, U>(items: &[T], noun: impl Fn(&T) -> Result<U, Flaw>) -> Result<Vec<U>, Flaw> {
    items.iter().map(noun).collect()
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RetractV1 {
    #[n(0)]
    kind: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_comments_and_reviews_are_taken_back() {
        let about = ThingId([1; 16]);
        let read = |number: u8| decode(Kind::Retract, about, &cbor(&RetractV1 { kind: number }));
        for kind in Kind::ALL {
            let taken = matches!(kind, Kind::Document | Kind::Comment | Kind::Review);
            let expected = Retractable::of(kind).map(Body::Retract).ok_or(Flaw::BadValue);
            assert_eq!(read(kind as u8), expected);
            assert_eq!(expected.is_ok(), taken, "{kind:?}");
        }
        assert_eq!(read(99), Err(Flaw::UnknownKind(99)));
    }
}
