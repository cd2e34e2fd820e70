//! What stands in the fields of a form that was not saved.

use super::write;
use crate::domain::id::{MemberId, ThingId};
use crate::record::Flaw;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// A form as it stands, complete or not. What its parts mean is known by the form alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// What is being entered, so that entering it twice enters one.
    pub id: ThingId,
    /// The fields as they were typed, in the order of the form.
    pub texts: Vec<String>,
    /// What is chosen, each by its place in its list. Such lists grow at their end only.
    pub choices: Vec<u16>,
    /// Who is chosen.
    pub members: Vec<MemberId>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct FormDraftV1 {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    texts: Vec<String>,
    #[n(2)]
    choices: Vec<u16>,
    #[n(3)]
    members: Vec<ByteArray<8>>,
}

impl FormDraft {
    /// Whether the same is written and chosen, whatever it is for.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.texts, &self.choices, &self.members) == (&other.texts, &other.choices, &other.members)
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        write(&FormDraftV1 {
            id: self.id.0.into(),
            texts: self.texts.clone(),
            choices: self.choices.clone(),
            members: self.members.iter().map(|member| member.0.into()).collect(),
        })
    }

    /// Reads [`FormDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: FormDraftV1 = minicbor::decode(bytes)?;
        Ok(Self {
            id: ThingId(*shape.id),
            texts: shape.texts,
            choices: shape.choices,
            members: shape.members.into_iter().map(|member| MemberId(*member)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_form_survives_the_store_as_it_was_typed() {
        let draft = FormDraft {
            id: ThingId([1; 16]),
            texts: vec!["Dọn  đường \n".into(), String::new(), "2026-1".into()],
            choices: vec![0, 3],
            members: vec![MemberId([2; 8])],
        };
        let bytes = draft.encode();
        assert_eq!(FormDraft::decode(&bytes), Ok(draft));
        assert!(FormDraft::decode(&bytes[..bytes.len() - 1]).is_err());
    }

    #[test]
    fn two_forms_of_other_things_may_say_the_same() {
        let draft = |id, text: &str| FormDraft {
            id: ThingId([id; 16]),
            texts: vec![text.into()],
            choices: Vec::new(),
            members: Vec::new(),
        };
        assert!(draft(1, "một").says_the_same(&draft(2, "một")));
        assert!(!draft(1, "một").says_the_same(&draft(1, "hai")));
    }
}
