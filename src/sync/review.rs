//! What a member shares of the own self-criticism. Each answer is shared and taken back by itself; the record always
//! carries everything that is shared for the meeting, and is decided anew on what is known when it is written.

use super::{Fault, Handbook, Memory, Submitted};
use crate::domain::id::ThingId;
use crate::domain::self_criticism::{Answer, Review, Shared};
use crate::domain::words::Line;
use crate::record::kind::Retractable;
use crate::record::{Body, Flaw, Kind};

impl Memory {
    /// What this member shares for a meeting.
    pub fn shared_answers(&self, meeting: ThingId) -> &[Shared<Answer>] {
        let mine = self.me().and_then(|me| self.fold.reviews(meeting).find(|(member, _)| *member == me));
        mine.map_or(&[], |(_, review)| &review.answers)
    }

    /// The same without the answer to `prompt`.
    fn other_answers(&self, meeting: ThingId, prompt: &Line) -> Vec<Shared<Answer>> {
        let shared = self.shared_answers(meeting).iter();
        shared.filter(|answer| answer.as_ref().prompt != *prompt).cloned().collect()
    }
}

impl Handbook {
    /// Hands an answer over, in place of an earlier one to the same prompt. What else is shared stays shared.
    pub async fn share_answer(&self, meeting: ThingId, answer: Shared<Answer>) -> Result<Submitted, Fault> {
        self.load_about(&[Kind::Review], meeting).await?;
        self.submit_all(&[], |memory, now| {
            let mut answers = memory.other_answers(meeting, &answer.as_ref().prompt);
            answers.push(answer.clone());
            if answers.len() > Review::ANSWERS_MAX {
                return Err(Fault::Flaw(Flaw::TooLarge));
            }
            Ok(vec![memory.own_record(now, meeting, Body::Review(Review { meeting, answers }))?])
        })
        .await
    }

    /// Takes back the answer to `prompt`; the others stay shared.
    pub async fn withdraw_answer(&self, meeting: ThingId, prompt: &Line) -> Result<Submitted, Fault> {
        self.load_about(&[Kind::Review], meeting).await?;
        self.submit_all(&[], |memory, now| {
            let answers = memory.other_answers(meeting, prompt);
            let body = if answers.is_empty() {
                Body::Retract(Retractable::Review)
            } else {
                Body::Review(Review { meeting, answers })
            };
            Ok(vec![memory.own_record(now, meeting, body)?])
        })
        .await
    }
}
