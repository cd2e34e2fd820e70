//! The papers as they come out of what was entered.

use super::Which;
use crate::domain::id::ThingId;
use crate::domain::regulation::papers::Suffixes;
use crate::domain::signed_paper::{Adoption, Form, SignedPaper};
use crate::domain::time::Moment;
use crate::domain::vote::Vote;
use crate::pages::held::with_held;
use crate::papers::minutes::minutes;
use crate::papers::resolution::{Issue, resolution};
use crate::sync::Memory;
use paper::Paper;

/// How a vote is told on a paper.
pub fn adoption(vote: &Vote) -> Adoption {
    Adoption { favour: vote.favour, voters: vote.base.voters() }
}

/// One of the papers of a meeting; `issue` is the number of the resolution and how it was adopted. Nothing before the
/// branch is known.
pub fn paper(
    memory: &Memory,
    meeting: ThingId,
    which: Which,
    (number, adopted_by): (Option<u16>, Option<Adoption>),
    now: Moment,
) -> Option<Paper> {
    with_held(memory, meeting, now, |letterhead, held, regulation| match which {
        Which::Minutes => minutes(letterhead, held),
        Which::Resolution => {
            let suffix = &regulation.papers.suffixes.resolution;
            let number = number.map(|number| Suffixes::numbered(number, suffix));
            let previous = previous(memory, meeting).map(|number| Suffixes::numbered(number, suffix));
            let issue = Issue { number: number.as_deref(), previous: previous.as_deref(), adopted_by };
            resolution(letterhead, held, &issue)
        }
    })
}

/// The number of the last resolution before this meeting.
fn previous(memory: &Memory, meeting: ThingId) -> Option<u16> {
    let day = memory.proceedings(meeting)?.held_on(memory.fold().meeting(meeting)?);
    let earlier = |paper: &&SignedPaper| paper.meeting != meeting && paper.adopted_on <= day;
    let last = memory.fold().signed_papers().filter(earlier).filter_map(|paper| match paper.form {
        Form::Resolution { number, .. } => Some((paper.adopted_on, number)),
        Form::Minutes | Form::Addendum { .. } => None,
    });
    last.max().map(|(_, number)| number)
}
