//! The papers as they come out of what was entered.

use super::Which;
use crate::domain::id::ThingId;
use crate::domain::meeting::ItemRole;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::papers::Suffixes;
use crate::domain::signed_paper::{Adoption, Form, SignedPaper};
use crate::domain::time::Moment;
use crate::domain::vote::Vote;
use crate::pages::held::with_held;
use crate::papers::held::ReadBack;
use crate::papers::minutes::minutes;
use crate::papers::resolution::{Issue, resolution};
use crate::sync::Memory;
use paper::Paper;

/// How a vote is told on a paper.
pub fn adoption(vote: &Vote) -> Adoption {
    Adoption { favour: vote.favour, voters: vote.base.voters() }
}

/// What the secretary has said of the papers.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Number of the resolution, as far as one is typed.
    pub number: Option<u16>,
    /// How the resolution was adopted.
    pub adopted_by: Option<Adoption>,
    /// The minutes were read once more and agreed to.
    pub read_back: bool,
}

/// One of the papers of a meeting. Nothing before the branch is known.
pub fn paper(memory: &Memory, meeting: ThingId, which: Which, said: Said, now: Moment) -> Option<Paper> {
    with_held(memory, meeting, now, |letterhead, held, regulation| match which {
        Which::Minutes => {
            let voted =
                minutes_vote(held.proceedings, regulation).map(|vote| ReadBack::Voted(adoption(vote)));
            let agreed = if said.read_back { ReadBack::Agreed } else { ReadBack::Unsaid };
            minutes(letterhead, held, voted.unwrap_or(agreed))
        }
        Which::Resolution => {
            let suffix = &regulation.papers.suffixes.resolution;
            let number = said.number.map(|number| Suffixes::numbered(number, suffix));
            let previous = previous(memory, meeting).map(|number| Suffixes::numbered(number, suffix));
            let issue = Issue {
                number: number.as_deref(),
                previous: previous.as_deref(),
                adopted_by: said.adopted_by,
            };
            resolution(letterhead, held, &issue)
        }
    })
}

/// The vote that adopted the minutes, once it was carried.
pub fn minutes_vote<'a>(run: &'a Proceedings, regulation: &Regulation) -> Option<&'a Vote> {
    run.vote_on(ItemRole::Minutes).filter(|vote| vote.carried(regulation))
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
