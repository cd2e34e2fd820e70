//! A meeting with everything that its papers are made of, in one way for all pages that make some.

use crate::domain::id::ThingId;
use crate::domain::minutes::Minutes;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::rubric::Item;
use crate::domain::task::Task;
use crate::domain::time::Moment;
use crate::i18n::Texts;
use crate::pages::score_words;
use crate::papers::held::Held;
use crate::papers::letterhead::Letterhead;
use crate::papers::score_sheet::Scores;
use crate::ports::device::Language;
use crate::record::Kind;
use crate::sync::{Fault, Handbook, Memory, Scoring};

/// Brings into memory what [`with_held`] looks at.
pub async fn load_held(handbook: &Handbook, meeting: ThingId) -> Result<(), Fault> {
    handbook.load_meeting(meeting).await?;
    for kind in [Kind::SignedPaper, Kind::Document, Kind::Score] {
        handbook.load(kind).await?;
    }
    handbook.load_proceedings(meeting).await
}

/// Composes something of what is entered of a meeting, or of what it was closed with. Nothing before the branch is known.
pub fn with_held<T>(
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
    let scoring = memory.scoring(meeting, now).filter(Scoring::told);
    let notes = scoring.as_ref().map(notes).unwrap_or_default();
    let scores = scoring.as_ref().map(|scoring| {
        Scores::of(&scoring.regulation.rubric, &scoring.sheet, &notes, scoring.judged.official)
    });
    let held = Held {
        meeting: notice,
        minutes: &minutes,
        proceedings: &proceedings,
        earlier: &earlier,
        remedies: fold.remedies_before(meeting),
        ahead: regulation.deadlines.month_ahead(proceedings.held_on(notice)),
        scores: scores.as_ref(),
    };
    Some(compose(&letterhead, &held, &regulation))
}

/// Evidence and reason of each item, in Vietnamese like the papers.
fn notes(scoring: &Scoring) -> Vec<String> {
    let texts = Texts::of(Language::Vietnamese).score();
    let note = |item: &Item| {
        let found = scoring.suggestions.iter().filter(|suggestion| suggestion.key == item.key);
        let found = found.flat_map(|suggestion| &suggestion.findings);
        let mut told: Vec<String> = found.map(|finding| score_words::words(texts, finding)).collect();
        let said = scoring.sheet.mark(&item.key).filter(|mark| !mark.note.is_empty());
        told.extend(said.map(|mark| mark.note.to_string()));
        told.join("; ")
    };
    scoring.regulation.rubric.items().map(|(_, item)| note(item)).collect()
}
