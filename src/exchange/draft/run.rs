//! What is being entered of a meeting as it runs, and is no entry yet.

use super::{at, place, write};
use crate::domain::comment::CommentBox;
use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::proceedings::{OpinionKind, Speaker, Taken};
use crate::domain::vote::{Ballots, Vote, Way, Weight};
use crate::domain::words::Line;
use crate::record::Flaw;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// An opinion as it stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpinionDraft {
    /// The opinion, so that entering it twice enters one.
    pub id: ThingId,
    /// The step during which it is said, counted from zero.
    pub step: u16,
    /// What it is.
    pub kind: OpinionKind,
    /// Who speaks.
    pub by: Vec<Speaker>,
    /// The words as they were typed.
    pub text: String,
    /// What is read out of comments sent beforehand.
    pub taken: Vec<Taken>,
}

/// A count as it stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteDraft {
    /// The vote, so that entering it twice enters one.
    pub id: ThingId,
    /// The question as it was typed.
    pub question: String,
    /// What it needs.
    pub weight: Weight,
    /// Whether ballots are counted instead of hands.
    pub secret: bool,
    /// In favour, against, other, issued, collected, invalid, as they were typed.
    pub numbers: [String; 6],
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct OpinionDraftV1 {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    step: u16,
    #[n(2)]
    kind: u8,
    #[n(3)]
    by: Vec<SpeakerV1>,
    #[n(4)]
    text: String,
    /// The number five was the comment as a whole.
    #[n(6)]
    taken: Option<Vec<TakenV1>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct TakenV1 {
    #[n(0)]
    comment: ByteArray<32>,
    #[n(1)]
    comment_box: Option<u8>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct SpeakerV1 {
    #[n(0)]
    member: Option<ByteArray<8>>,
    #[n(1)]
    guest: Option<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct VoteDraftV1 {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    question: String,
    #[n(2)]
    weight: u8,
    #[n(3)]
    secret: bool,
    #[n(4)]
    numbers: [String; 6],
}

impl OpinionDraft {
    /// Whether nobody speaks yet: then nothing was typed either.
    pub fn is_empty(&self) -> bool {
        self.by.is_empty()
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        let speaker = |speaker: &Speaker| match speaker {
            Speaker::Member(member) => SpeakerV1 { member: Some(member.0.into()), guest: None },
            Speaker::Guest(name) => SpeakerV1 { member: None, guest: Some(name.to_string()) },
        };
        let taken = |taken: &Taken| TakenV1 {
            comment: taken.comment.0.into(),
            comment_box: taken.comment_box.map(|comment_box| place(&CommentBox::ALL, &comment_box)),
        };
        write(&OpinionDraftV1 {
            id: self.id.0.into(),
            step: self.step,
            kind: place(&OpinionKind::ALL, &self.kind),
            by: self.by.iter().map(speaker).collect(),
            text: self.text.clone(),
            taken: Some(self.taken.iter().map(taken).collect()),
        })
    }

    /// Reads [`OpinionDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: OpinionDraftV1 = minicbor::decode(bytes)?;
        let speaker = |shape: SpeakerV1| match (shape.member, shape.guest) {
            (Some(member), None) => Ok(Speaker::Member(MemberId(*member))),
            (None, Some(name)) => Line::parse(&name).map(Speaker::Guest).map_err(Flaw::BadWords),
            _ => Err(Flaw::BadValue),
        };
        let taken = |shape: TakenV1| {
            let comment_box = shape.comment_box.map(|place| at(&CommentBox::ALL, place)).transpose()?;
            Ok(Taken { comment: RecordId(*shape.comment), comment_box })
        };
        Ok(Self {
            id: ThingId(*shape.id),
            step: shape.step,
            kind: at(&OpinionKind::ALL, shape.kind)?,
            by: shape.by.into_iter().map(speaker).collect::<Result<_, Flaw>>()?,
            text: shape.text,
            taken: shape.taken.unwrap_or_default().into_iter().map(taken).collect::<Result<_, Flaw>>()?,
        })
    }
}

impl VoteDraft {
    /// A vote that was entered, as it stands in the fields when it is taken up again.
    pub fn of(vote: &Vote) -> Self {
        let ballots = match vote.way {
            Way::Hands => [String::new(), String::new(), String::new()],
            Way::Ballots(Ballots { issued, collected, invalid }) => {
                [issued, collected, invalid].map(|number| number.to_string())
            }
        };
        let [favour, against, other] = [vote.favour, vote.against, vote.other].map(|count| count.to_string());
        let [issued, collected, invalid] = ballots;
        Self {
            id: vote.id,
            question: vote.question.to_string(),
            weight: vote.weight,
            secret: vote.way != Way::Hands,
            numbers: [favour, against, other, issued, collected, invalid],
        }
    }

    /// Whether nothing was typed: the fields begin empty or at zero.
    pub fn is_empty(&self) -> bool {
        self.question.trim().is_empty() && self.numbers.iter().all(|number| matches!(number.trim(), "" | "0"))
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        write(&VoteDraftV1 {
            id: self.id.0.into(),
            question: self.question.clone(),
            weight: place(&Weight::ALL, &self.weight),
            secret: self.secret,
            numbers: self.numbers.clone(),
        })
    }

    /// Reads [`VoteDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: VoteDraftV1 = minicbor::decode(bytes)?;
        Ok(Self {
            id: ThingId(*shape.id),
            question: shape.question,
            weight: at(&Weight::ALL, shape.weight)?,
            secret: shape.secret,
            numbers: shape.numbers,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn half_an_opinion_survives_the_store_as_it_was_typed() {
        let guest = Speaker::Guest(Line::parse("Bà Đỗ Thị Sen, Đảng ủy xã").unwrap());
        for kind in OpinionKind::ALL {
            let draft = OpinionDraft {
                id: ThingId([1; 16]),
                step: 4,
                kind,
                by: vec![Speaker::Member(MemberId([2; 8])), guest.clone()],
                text: "Cống Gốc  Gạo \n".into(),
                taken: [None, Some(CommentBox::Solutions)]
                    .map(|comment_box| Taken { comment: RecordId([3; 32]), comment_box })
                    .to_vec(),
            };
            assert_eq!(OpinionDraft::decode(&draft.encode()), Ok(draft));
        }
    }

    #[test]
    fn half_a_count_survives_the_store_as_it_was_typed() {
        for weight in Weight::ALL {
            let numbers = ["17", "", "x", "20", "19", " "].map(str::to_owned);
            let id = ThingId([1; 16]);
            let draft = VoteDraft { id, question: "Kết nạp ".into(), weight, secret: true, numbers };
            assert_eq!(VoteDraft::decode(&draft.encode()), Ok(draft));
        }
    }

    #[rstest]
    #[case("", "0", true)]
    #[case(" ", "", true)]
    #[case("Kết nạp", "0", false)]
    #[case("", "17", false)]
    fn a_count_waits_once_something_is_typed(#[case] asked: &str, #[case] favour: &str, #[case] empty: bool) {
        let numbers = [favour, "0", "0", "", "", ""].map(str::to_owned);
        let (id, question) = (ThingId([1; 16]), asked.to_owned());
        let draft = VoteDraft { id, question, weight: Weight::Ordinary, secret: false, numbers };
        assert_eq!(draft.is_empty(), empty);
    }
}
