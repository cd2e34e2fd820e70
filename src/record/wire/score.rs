//! The score of a meeting, on the wire.

use super::{all, at_most, day, prose};
use crate::domain::id::ThingId;
use crate::domain::meeting_score::{MeetingScore, Official};
use crate::domain::regulation::RegulationId;
use crate::domain::regulation::rubric::{Key, Points};
use crate::domain::score::{Given, Mark, ScoreSheet};
use crate::record::flaw::Flaw;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ScoreSheetV1 {
    #[n(0)]
    regulation: String,
    #[n(1)]
    marks: Vec<MarkV1>,
    #[n(2)]
    remedies: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MarkV1 {
    #[n(0)]
    key: String,
    /// Tenths; nothing where the item is not applicable.
    #[n(1)]
    points: Option<u16>,
    #[n(2)]
    note: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct MeetingScoreV1 {
    #[n(0)]
    sheet: ScoreSheetV1,
    #[n(1)]
    own: u16,
    #[n(2)]
    official: Option<OfficialV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct OfficialV1 {
    #[n(0)]
    points: u16,
    #[n(1)]
    told_on: i32,
    #[n(2)]
    note: String,
}

impl From<&ScoreSheet> for ScoreSheetV1 {
    fn from(sheet: &ScoreSheet) -> Self {
        let mark = |mark: &Mark| MarkV1 {
            key: mark.key.as_str().to_owned(),
            points: match mark.given {
                Given::Points(Points(points)) => Some(points),
                Given::Excused => None,
            },
            note: mark.note.as_str().to_owned(),
        };
        Self {
            regulation: sheet.regulation.as_str().to_owned(),
            marks: sheet.marks.iter().map(mark).collect(),
            remedies: sheet.remedies.as_str().to_owned(),
        }
    }
}

impl ScoreSheetV1 {
    pub(super) fn noun(&self) -> Result<ScoreSheet, Flaw> {
        at_most(&self.marks, ScoreSheet::MARKS_MAX)?;
        let mark = |mark: &MarkV1| {
            Ok(Mark {
                key: Key::parse(&mark.key).ok_or(Flaw::BadValue)?,
                given: mark.points.map_or(Given::Excused, |points| Given::Points(Points(points))),
                note: prose(&mark.note)?,
            })
        };
        Ok(ScoreSheet {
            regulation: RegulationId::parse(&self.regulation).ok_or(Flaw::BadValue)?,
            marks: all(&self.marks, mark)?,
            remedies: prose(&self.remedies)?,
        })
    }
}

impl From<&MeetingScore> for MeetingScoreV1 {
    fn from(score: &MeetingScore) -> Self {
        let official = |official: &Official| OfficialV1 {
            points: official.points.0,
            told_on: official.told_on.number(),
            note: official.note.as_str().to_owned(),
        };
        Self {
            sheet: ScoreSheetV1::from(&score.sheet),
            own: score.own.0,
            official: score.official.as_ref().map(official),
        }
    }
}

impl MeetingScoreV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<MeetingScore, Flaw> {
        let official = |official: &OfficialV1| -> Result<Official, Flaw> {
            Ok(Official {
                points: Points(official.points),
                told_on: day(official.told_on)?,
                note: prose(&official.note)?,
            })
        };
        Ok(MeetingScore {
            meeting,
            sheet: self.sheet.noun()?,
            own: Points(self.own),
            official: self.official.as_ref().map(official).transpose()?,
        })
    }
}
