//! What members say, on the wire: replies, check-ins, comments, shared reviews.

use super::numbers::{level, level_number, reason, reason_number, visibility, visibility_number};
use super::{Bytes8, all, at_most, line, prose, text};
use crate::domain::attendance::{Answer, Reply};
use crate::domain::check_in::{CheckIn, Proof, SpokenCode};
use crate::domain::comment::{Boxes, Comment};
use crate::domain::id::ThingId;
use crate::domain::self_criticism::{Answer as ReviewAnswer, Review, Shared};
use crate::domain::words::Prose;
use crate::record::flaw::Flaw;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ReplyV1 {
    #[n(0)]
    absent: Option<u8>,
    #[n(1)]
    note: Option<String>,
}

impl From<&Reply> for ReplyV1 {
    fn from(reply: &Reply) -> Self {
        match &reply.answer {
            Answer::Attend => Self { absent: None, note: None },
            Answer::Absent(reason, note) => Self {
                absent: Some(reason_number(*reason)),
                note: (!note.is_empty()).then(|| note.as_str().to_owned()),
            },
        }
    }
}

impl ReplyV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Reply, Flaw> {
        let note = self.note.as_deref().map_or(Ok(Prose::default()), prose)?;
        let answer = match self.absent {
            None if note.is_empty() => Answer::Attend,
            None => return Err(Flaw::BadValue),
            Some(number) => Answer::Absent(reason(number)?, note),
        };
        Ok(Reply { meeting, answer })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct CheckInV1 {
    #[n(0)]
    counter: Option<u32>,
    #[n(1)]
    tag: Option<Bytes8>,
    #[n(2)]
    spoken: Option<String>,
}

impl From<&CheckIn> for CheckInV1 {
    fn from(check_in: &CheckIn) -> Self {
        match &check_in.proof {
            Proof::Code { counter, tag } => {
                Self { counter: Some(*counter), tag: Some((*tag).into()), spoken: None }
            }
            Proof::Spoken(code) => Self { counter: None, tag: None, spoken: Some(code.as_str().to_owned()) },
            Proof::Card => Self { counter: None, tag: None, spoken: None },
        }
    }
}

impl CheckInV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<CheckIn, Flaw> {
        let proof = match (self.counter, self.tag, &self.spoken) {
            (Some(counter), Some(tag), None) => Proof::Code { counter, tag: *tag },
            (None, None, Some(spoken)) => Proof::Spoken(SpokenCode::parse(spoken).ok_or(Flaw::BadValue)?),
            (None, None, None) => Proof::Card,
            _ => return Err(Flaw::BadValue),
        };
        Ok(CheckIn { meeting, proof })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct CommentV1 {
    #[n(0)]
    current_state: Option<String>,
    #[n(1)]
    causes: Option<String>,
    #[n(2)]
    solutions: Option<String>,
    #[n(3)]
    visibility: u8,
}

impl From<&Comment> for CommentV1 {
    fn from(comment: &Comment) -> Self {
        let filled = |text: &Prose| (!text.is_empty()).then(|| text.as_str().to_owned());
        Self {
            current_state: filled(&comment.boxes.current_state),
            causes: filled(&comment.boxes.causes),
            solutions: filled(&comment.boxes.solutions),
            visibility: visibility_number(comment.visibility),
        }
    }
}

impl CommentV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Comment, Flaw> {
        let filled = |text: &Option<String>| text.as_deref().map_or(Ok(Prose::default()), prose);
        let boxes = Boxes {
            current_state: filled(&self.current_state)?,
            causes: filled(&self.causes)?,
            solutions: filled(&self.solutions)?,
        };
        if boxes.filled() == 0 {
            return Err(Flaw::BadValue);
        }
        Ok(Comment { meeting, boxes, visibility: visibility(self.visibility)? })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ReviewV1 {
    #[n(0)]
    answers: Vec<ReviewAnswerV1>,
}

#[derive(Encode, Decode)]
pub(super) struct ReviewAnswerV1 {
    #[n(0)]
    prompt: String,
    #[n(1)]
    level: Option<u8>,
    #[n(2)]
    note: String,
}

impl From<&Review> for ReviewV1 {
    fn from(review: &Review) -> Self {
        let answer = |answer: &Shared<ReviewAnswer>| {
            let answer = answer.as_ref();
            ReviewAnswerV1 {
                prompt: text(&answer.prompt),
                level: answer.level.map(level_number),
                note: answer.note.as_str().to_owned(),
            }
        };
        Self { answers: review.answers.iter().map(answer).collect() }
    }
}

impl ReviewV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Review, Flaw> {
        at_most(&self.answers, Review::ANSWERS_MAX)?;
        let answer = |answer: &ReviewAnswerV1| {
            Ok(Shared::received(ReviewAnswer {
                prompt: line(&answer.prompt)?,
                level: answer.level.map(level).transpose()?,
                note: prose(&answer.note)?,
            }))
        };
        Ok(Review { meeting, answers: all(&self.answers, answer)? })
    }
}
