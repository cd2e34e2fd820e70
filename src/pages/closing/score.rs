//! Chấm điểm: each criterion with its points, the evidence that the app has filled in, and the reasons.

use super::mark::MarkItems;
use super::{Closing, evidence};
use crate::domain::regulation::Regulation;
use crate::domain::regulation::rubric::{Criterion, Points, Rating};
use crate::domain::score::evidence::{Suggestion, Verdict, suggestions};
use crate::domain::score::{MarkRule, Score, ScoreSheet};
use crate::domain::words::Prose;
use crate::ui::{Banner, Dialog, Icon, Tag, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// What the score is made of.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// By which rubric.
    pub regulation: Arc<Regulation>,
    /// What is marked by hand.
    pub marked: Option<ScoreSheet>,
    /// The same with what the evidence gives.
    pub filled: ScoreSheet,
    /// What the evidence gives.
    pub suggestions: Vec<Suggestion>,
}

impl Sheet {
    /// As it stands; nothing before the meeting is known.
    pub fn of(closing: Closing) -> Option<Self> {
        let (state, meeting) = (closing.state, closing.meeting);
        let given =
            state.with(|memory| memory.fold().score(meeting).map(|score| score.sheet.clone())).flatten();
        let marked = given.or_else(|| closing.run.with(|run| run.as_ref()?.score.clone()));
        let notice = closing.notice.with(|notice| notice.as_ref().map(|notice| notice.regulation))?;
        let id = marked.as_ref().map_or(notice, |sheet| sheet.regulation);
        let sheet = state.with(|memory| {
            let regulation = memory.regulation(id);
            let facts = memory.score_facts(meeting, &regulation, state.now())?;
            let suggestions = suggestions(&regulation, &facts);
            let empty = || ScoreSheet { regulation: id, marks: Vec::new(), remedies: Prose::default() };
            let filled = marked.clone().unwrap_or_else(empty).filled(&suggestions);
            Some(Self { regulation, marked, filled, suggestions })
        });
        sheet.flatten()
    }

    fn score(&self) -> Score {
        self.filled.score(&self.regulation.rubric)
    }

    /// Titles of items that are still to be marked.
    fn unmarked(&self) -> Vec<String> {
        let rubric = &self.regulation.rubric;
        let faults = self.filled.faults(rubric, &self.suggestions).into_iter();
        let unmarked = faults.filter(|fault| fault.rule == MarkRule::Marked);
        let title = |item: &crate::domain::regulation::rubric::Item| {
            [item.key.as_str(), " ", item.title.as_str()].concat()
        };
        unmarked.filter_map(|fault| rubric.item(&fault.key).map(title)).collect()
    }
}

/// The score of the meeting, to be marked until it is closed.
#[component]
pub fn ScoreSection(closing: Closing) -> impl IntoView {
    let texts = closing.state.texts().score();
    let sheet = Memo::new(move |_| Sheet::of(closing));
    let place = RwSignal::new(0);
    let open = RwSignal::new(false);
    let title = move || {
        sheet.with(|sheet| {
            let criterion = sheet.as_ref()?.regulation.rubric.criteria.get(place.get())?;
            Some(criterion.title.to_string())
        })
    };
    let total = move || sheet.get().map(|sheet| view! { <Total closing sheet /> });
    let rows = move || {
        let row = |(at, sheet): (usize, &Sheet)| {
            let criterion = sheet.regulation.rubric.criteria.get(at)?;
            Some(criterion_row(
                closing,
                sheet,
                criterion,
                Callback::new(move |()| {
                    place.set(at);
                    open.set(true);
                }),
            ))
        };
        sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            let count = sheet.regulation.rubric.criteria.len();
            Some((0..count).filter_map(|at| row((at, sheet))).collect_view())
        })
    };
    view! {
        {total}
        <section class="stack" aria-labelledby="criteria">
            <h2 id="criteria">{texts.criteria}</h2>
            <div class="sheet">
                <ol class="rows">{rows}</ol>
            </div>
        </section>
        <Dialog
            id="mark"
            title=Signal::derive(move || title().unwrap_or_default())
            open
            close_label=closing.state.texts().shell().close
        >
            {move || sheet.get_untracked().map(|sheet| view! { <MarkItems closing sheet place=place.get() open /> })}
        </Dialog>
    }
}

#[component]
fn Total(closing: Closing, sheet: Sheet) -> impl IntoView {
    let texts = closing.state.texts().score();
    let rubric = &sheet.regulation.rubric;
    let ratings = rubric.ratings;
    let score = sheet.score();
    let value = evidence::points(score.points);
    let said = (texts.scale)(&value, (texts.rating)(score.rating));
    let part = |points: u16| [&points.to_string(), "fr"].concat();
    let steps = [
        ratings.average.0,
        ratings.fair.0 - ratings.average.0,
        ratings.good.0 - ratings.fair.0,
        rubric.total.0 - ratings.good.0,
    ];
    let parts = steps.map(part).join(" ");
    let at =
        [&(u32::from(score.points.0) * 100 / u32::from(rubric.total.0.max(1))).to_string(), "%"].concat();
    let scale = [Rating::Weak, Rating::Average, Rating::Fair, Rating::Good];
    let here = |rating: Rating| (rating == score.rating).then_some("here");
    let bars = scale.map(|rating| view! { <span class="scale__part" data-state=here(rating)></span> });
    let names = scale.map(|rating| {
        view! { <span class="scale__name" data-state=here(rating)>{(texts.rating)(rating)}</span> }
    });
    let next = match score.rating {
        Rating::Good => None,
        Rating::Fair => Some((Rating::Good, ratings.good)),
        Rating::Average => Some((Rating::Fair, ratings.fair)),
        Rating::Weak => Some((Rating::Average, ratings.average)),
    };
    let missing = next.map(|(rating, from)| {
        let points = Points(from.0.saturating_sub(score.points.0));
        (texts.missing)(&evidence::points(points), (texts.rating)(rating))
    });
    let unmarked = sheet.unmarked();
    let unmarked = (!unmarked.is_empty()).then(|| (texts.unmarked)(&unmarked.join("; ")));
    let fresh = sheet.marked.is_none() && !closing.closed();
    view! {
        <section class="sheet" data-pad="true" aria-labelledby="total">
            <div class="stack">
                <div class="score-total">
                    <div>
                        <h2 id="total">{texts.own}</h2>
                        <p>
                            <span class="score-total__value">{value}</span> " "
                            <span class="score-total__of">
                                {(texts.of)(&evidence::points(rubric.total))}
                            </span>
                        </p>
                    </div>
                    <Tag tone=Tone::Neutral icon="star" words=(texts.rating)(score.rating) />
                </div>
                <div class="scale" role="img" aria-label=said style:--parts=parts>
                    <div class="scale__bar">
                        {bars.collect_view()} <span class="scale__pointer" style:--value=at></span>
                    </div>
                    <div class="scale__names" aria-hidden="true">
                        {names.collect_view()}
                    </div>
                </div>
                {fresh
                    .then(|| {
                        view! {
                            <Banner
                                tone=Tone::Neutral
                                icon="info"
                                title=texts.not_scored
                                text=texts.not_scored_text
                            />
                        }
                    })}
                {missing
                    .map(|title| {
                        view! {
                            <Banner
                                tone=Tone::Wait
                                icon="info"
                                title
                                text=unmarked.unwrap_or_default()
                            />
                        }
                    })}
            </div>
        </section>
    }
}

fn criterion_row(
    closing: Closing,
    sheet: &Sheet,
    criterion: &Criterion,
    on_mark: Callback<()>,
) -> impl IntoView + use<> {
    let texts = closing.state.texts().score();
    let label = [texts.mark, ": ", criterion.title.as_str()].concat();
    let title = [criterion.key.as_str(), ". ", criterion.title.as_str()].concat();
    let given = evidence::points(sheet.filled.points(criterion));
    let max = ["/", &evidence::points(criterion.points)].concat();
    let of_criterion = |suggestion: &&Suggestion| suggestion.key.belongs_to(&criterion.key);
    let findings = sheet.suggestions.iter().filter(of_criterion).flat_map(|suggestion| &suggestion.findings);
    let proof = |finding: &crate::domain::score::evidence::Finding| {
        let (icon, tone) = match finding.verdict {
            Verdict::Met => ("check-circle", None),
            Verdict::Missed => ("warning", Some("warn")),
            Verdict::Open => ("clock", Some("wait")),
        };
        let words = evidence::words(texts, finding);
        view! {
            <p class="criterion__proof" data-tone=tone>
                <Icon name=icon />
                <span>{words}</span>
            </p>
        }
    };
    let proofs = findings.map(proof).collect_view();
    let notes = criterion.items.iter().filter_map(|item| sheet.filled.mark(&item.key));
    let notes = notes.filter(|mark| !mark.note.is_empty()).map(|mark| {
        view! {
            <p class="criterion__why">
                <strong>{texts.why}</strong>
                {mark.note.to_string()}
            </p>
        }
    });
    let notes = notes.collect_view();
    let button = (!closing.closed()).then(|| {
        view! {
            <button
                class="button"
                type="button"
                aria-label=label
                aria-haspopup="dialog"
                on:click=move |_| on_mark.run(())
            >
                <Icon name="pen" />
                {texts.mark}
            </button>
        }
    });
    view! {
        <li class="criterion">
            <p class="criterion__title">{title}</p>
            <p class="criterion__points">{given} <span class="criterion__max">{max}</span></p>
            {proofs}
            {notes}
            {button}
        </li>
    }
}
