//! The papers as they come out of what was entered.

use super::{Which, evidence};
use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::papers::Suffixes;
use crate::domain::regulation::rubric::{Item, Rubric};
use crate::domain::score::ScoreSheet;
use crate::domain::score::evidence::{Suggestion, suggestions};
use crate::domain::signed_paper::{Adoption, Form, SignedPaper};
use crate::domain::task::Task;
use crate::domain::time::Moment;
use crate::domain::vote::Vote;
use crate::i18n::Texts;
use crate::papers::held::Held;
use crate::papers::letterhead::Letterhead;
use crate::papers::minutes::minutes;
use crate::papers::resolution::{Issue, resolution};
use crate::papers::score_sheet::Scores;
use crate::ports::device::Language;
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

/// Everything that is entered of a meeting, as its papers want it.
fn with_held<T>(
    memory: &Memory,
    meeting: ThingId,
    now: Moment,
    compose: impl FnOnce(&Letterhead<'_>, &Held<'_>, &Regulation) -> T,
) -> Option<T> {
    let fold = memory.fold();
    let notice = fold.meeting(meeting)?;
    let regulation = memory.regulation(notice.regulation);
    let letterhead = Letterhead::under(fold.charter()?, fold.roster()?, &regulation);
    let minutes = Minutes { roll_call: memory.attendance(meeting), ..memory.minutes(meeting) };
    let proceedings = memory.proceedings(meeting)?;
    let earlier: Vec<&Task> = fold.tasks().into_iter().map(|(_, task)| task).collect();
    let held = Held {
        meeting: notice,
        minutes: &minutes,
        proceedings: &proceedings,
        earlier: &earlier,
        scores: None,
    };
    Some(match proceedings.score.as_ref() {
        None => compose(&letterhead, &held, &regulation),
        Some(sheet) => {
            let suggestions = memory
                .score_facts(meeting, &regulation, now)
                .map(|facts| suggestions(&regulation, &facts))
                .unwrap_or_default();
            let sheet = sheet.filled(&suggestions);
            let notes = notes(&sheet, &suggestions, &regulation.rubric);
            let scores = Scores::of(&regulation.rubric, &sheet, &notes, None);
            compose(&letterhead, &Held { scores: Some(&scores), ..held }, &regulation)
        }
    })
}

/// Evidence and reason of each item, in Vietnamese like the papers.
fn notes(sheet: &ScoreSheet, suggestions: &[Suggestion], rubric: &Rubric) -> Vec<String> {
    let texts = Texts::of(Language::Vietnamese).score();
    let note = |item: &Item| {
        let found = suggestions.iter().filter(|suggestion| suggestion.key == item.key);
        let found = found.flat_map(|suggestion| &suggestion.findings);
        let mut told: Vec<String> = found.map(|finding| evidence::words(texts, finding)).collect();
        let said = sheet.mark(&item.key).filter(|mark| !mark.note.is_empty());
        told.extend(said.map(|mark| mark.note.to_string()));
        told.join("; ")
    };
    rubric.items().map(|(_, item)| note(item)).collect()
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
