//! Chấm điểm: each criterion with its points, the evidence that the app has filled in, and the reasons.

use super::Closing;
use super::mark::MarkItems;
use super::score_vote::ScoreVote;
use crate::domain::regulation::rubric::{Criterion, Points, Rating};
use crate::domain::score::evidence::{Finding, Suggestion, Verdict};
use crate::domain::score::{MarkFault, MarkRule};
use crate::pages::score_words;
use crate::sync::Scoring;
use crate::ui::{Banner, CommandButton, Dialog, Icon, Tag, Tone};
use leptos::prelude::*;

/// The criterion that is being marked.
#[derive(Clone, Copy)]
pub struct Marking {
    place: RwSignal<usize>,
    open: RwSignal<bool>,
    /// The papers were to be locked: what is wrong is said at each item.
    pub asked: RwSignal<bool>,
}

impl Marking {
    /// Nothing is being marked.
    pub fn new() -> Self {
        Self { place: RwSignal::new(0), open: RwSignal::new(false), asked: RwSignal::new(false) }
    }

    fn begin(self, place: usize) {
        self.place.set(place);
        self.open.set(true);
    }

    /// Asks for a score without faults: opens the first criterion that has some. Whether there are none.
    pub fn whole(self, scoring: &Scoring) -> bool {
        let faults = scoring.faults();
        self.asked.set(!faults.is_empty());
        let at_fault = |criterion: &Criterion| faults_of(&faults, criterion).next().is_some();
        let place = scoring.regulation.rubric.criteria.iter().position(at_fault);
        place.into_iter().for_each(|place| self.begin(place));
        faults.is_empty()
    }

    /// What was marked is kept: on to what else is asked for, if anything is.
    pub fn kept(self, scoring: Option<&Scoring>) {
        if !self.asked.get_untracked() || scoring.is_none_or(|scoring| self.whole(scoring)) {
            self.open.set(false);
        }
    }
}

/// Those of one criterion.
fn faults_of<'a>(faults: &'a [MarkFault], criterion: &'a Criterion) -> impl Iterator<Item = &'a MarkFault> {
    faults.iter().filter(|fault| fault.key.belongs_to(&criterion.key))
}

/// `4.1 Đủ các bước theo trình tự`
fn titled(scoring: &Scoring, fault: &MarkFault) -> String {
    let item = scoring.regulation.rubric.item(&fault.key);
    [fault.key.as_str(), " ", item.map_or("", |item| item.title.as_str())].concat()
}

/// The score of the meeting, to be marked until it is closed.
#[component]
pub fn ScoreSection(closing: Closing) -> impl IntoView {
    let texts = closing.state.texts().score();
    let Closing { scoring, marking, .. } = closing;
    let title = move || {
        scoring.with(|scoring| {
            let criterion = scoring.as_ref()?.regulation.rubric.criteria.get(marking.place.get())?;
            Some(criterion.title.to_string())
        })
    };
    let rows = move || {
        let rows = |scoring: &Scoring| {
            let criteria = scoring.regulation.rubric.criteria.iter().enumerate();
            criteria.map(|(place, of)| criterion_row(closing, scoring, place, of)).collect_view()
        };
        scoring.with(|scoring| scoring.as_ref().map(rows))
    };
    let remedies = move || {
        let said = |scoring: &Scoring| {
            let remedies = scoring.sheet.remedies.to_string();
            let missing = scoring.sheet.deducts(&scoring.regulation.rubric) && !closing.closed();
            match (remedies.is_empty(), missing) {
                (false, _) => Some(remedies),
                (true, true) => Some(texts.ask_remedies.to_owned()),
                (true, false) => None,
            }
        };
        let said = scoring.with(|scoring| scoring.as_ref().and_then(said))?;
        Some(view! {
            <h3>{texts.remedies}</h3>
            <p class="as-typed">{said}</p>
        })
    };
    view! {
        <Show when=move || scoring.with(Option::is_some)>
            {move || scoring.get().map(|scoring| view! { <Total closing scoring /> })}
            <section class="stack" aria-labelledby="criteria">
                <h2 id="criteria">{texts.criteria}</h2>
                <div class="sheet">
                    <ol class="rows">{rows}</ol>
                </div>
                {remedies}
            </section>
        </Show>
        <Dialog
            id="mark"
            title=Signal::derive(move || title().unwrap_or_default())
            open=marking.open
            close_label=closing.state.texts().shell().close
        >
            {move || {
                let place = marking.place.get();
                scoring.get_untracked().map(|scoring| view! { <MarkItems closing scoring place /> })
            }}
        </Dialog>
    }
}

#[component]
fn Total(closing: Closing, scoring: Scoring) -> impl IntoView {
    let left: Vec<MarkFault> = match closing.closed() {
        true => Vec::new(),
        false => scoring.faults().into_iter().filter(|fault| fault.rule == MarkRule::Marked).collect(),
    };
    let content = match left.first() {
        // A part of a score has no rating, and nothing to say of how much is missing for a better one.
        Some(first) => unfinished(closing, &scoring, first, left.len()),
        None => finished(closing, &scoring),
    };
    view! {
        <section class="sheet" data-pad="true" aria-labelledby="total">
            <div class="stack">{content}</div>
        </section>
    }
}

/// What is marked so far, and the way to the first of the items that are not.
fn unfinished(closing: Closing, scoring: &Scoring, first: &MarkFault, left: usize) -> AnyView {
    let texts = closing.state.texts().score();
    let so_far = (texts.so_far)(&score_words::points(scoring.judged.own.points), left);
    let next = [texts.mark, " ", &titled(scoring, first)].concat();
    let criteria = &scoring.regulation.rubric.criteria;
    let place = criteria.iter().position(|criterion| first.key.belongs_to(&criterion.key));
    let on_next = move || place.into_iter().for_each(|place| closing.marking.begin(place));
    view! {
        <h2 id="total">{texts.own}</h2>
        <Banner tone=Tone::Wait icon="info" title=so_far text=texts.suggested>
            <CommandButton label=next icon="pen" opens_dialog=true on_press=on_next />
        </Banner>
    }
    .into_any()
}

/// The whole score with its rating; before it is locked, what it asks for as well.
fn finished(closing: Closing, scoring: &Scoring) -> AnyView {
    let texts = closing.state.texts().score();
    let score = scoring.judged.own;
    let total = score_words::points(scoring.regulation.rubric.total);
    let open = !closing.closed();
    let fresh = (open && !scoring.marked).then(|| {
        view! {
            <Banner
                tone=Tone::Neutral
                icon="info"
                title=texts.not_scored
                text=texts.suggested
            />
        }
    });
    let missing = better(closing, scoring).filter(|_| open);
    view! {
        <div class="score-total">
            <div>
                <h2 id="total">{texts.own}</h2>
                <p>
                    <span class="score-total__value">{score_words::points(score.points)}</span> " "
                    <span class="score-total__of">{(texts.of)(&total)}</span>
                </p>
            </div>
            <Tag tone=Tone::Neutral icon="star" words=(texts.rating)(score.rating) />
        </div>
        {scale(closing, scoring)}
        {fresh}
        <ScoreVote closing />
        {missing.map(|title| view! { <Banner tone=Tone::Wait icon="info" title /> })}
    }
    .into_any()
}

/// How much is missing for the next better rating.
fn better(closing: Closing, scoring: &Scoring) -> Option<String> {
    let texts = closing.state.texts().score();
    let ratings = scoring.regulation.rubric.ratings;
    let score = scoring.judged.own;
    let (rating, from) = match score.rating {
        Rating::Good => return None,
        Rating::Fair => (Rating::Good, ratings.good),
        Rating::Average => (Rating::Fair, ratings.fair),
        Rating::Weak => (Rating::Average, ratings.average),
    };
    let points = Points(from.0.saturating_sub(score.points.0));
    Some((texts.missing)(&score_words::points(points), (texts.rating)(rating)))
}

/// Where the score stands among the ratings.
fn scale(closing: Closing, scoring: &Scoring) -> impl IntoView + use<> {
    let texts = closing.state.texts().score();
    let rubric = &scoring.regulation.rubric;
    let ratings = rubric.ratings;
    let score = scoring.judged.own;
    let said = (texts.scale)(&score_words::points(score.points), (texts.rating)(score.rating));
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
    view! {
        <div class="scale" role="img" aria-label=said style:--parts=parts>
            <div class="scale__bar">
                {bars.collect_view()} <span class="scale__pointer" style:--value=at></span>
            </div>
            <div class="scale__names" aria-hidden="true">
                {names.collect_view()}
            </div>
        </div>
    }
}

fn criterion_row(
    closing: Closing,
    scoring: &Scoring,
    place: usize,
    criterion: &Criterion,
) -> impl IntoView + use<> {
    let texts = closing.state.texts().score();
    let label = [texts.mark, ": ", criterion.title.as_str()].concat();
    let title = [criterion.key.as_str(), ". ", criterion.title.as_str()].concat();
    let faults = scoring.faults();
    let open = !closing.closed();
    let given = scoring.sheet.points(criterion);
    // Nothing given yet is not the same as no points.
    let waits = open && faults_of(&faults, criterion).any(|fault| fault.rule == MarkRule::Marked);
    let given = if waits && given.0 == 0 { "–".to_owned() } else { score_words::points(given) };
    let max = ["/", &score_words::points(criterion.points)].concat();
    let of_criterion = |suggestion: &&Suggestion| suggestion.key.belongs_to(&criterion.key);
    let findings = scoring.suggestions.iter().filter(of_criterion);
    let proof = |finding: &Finding| {
        let (icon, tone) = match finding.verdict {
            Verdict::Met => ("check-circle", None),
            Verdict::Missed => ("warning", Some("warn")),
            Verdict::Open => ("clock", Some("wait")),
        };
        let words = score_words::words(texts, finding);
        view! {
            <p class="criterion__proof" data-tone=tone>
                <Icon name=icon />
                <span>{words}</span>
            </p>
        }
    };
    let proofs = findings.flat_map(|suggestion| &suggestion.findings).map(proof).collect_view();
    let notes = criterion.items.iter().filter_map(|item| scoring.sheet.mark(&item.key));
    let notes = notes.filter(|mark| !mark.note.is_empty()).map(|mark| {
        view! {
            <p class="criterion__why">
                <strong>{texts.why}</strong>
                {mark.note.to_string()}
            </p>
        }
    });
    let notes = notes.collect_view();
    let wrong = faults_of(&faults, criterion).filter(|_| open && closing.marking.asked.get());
    let wrong = wrong.map(|fault| {
        let sentence = [&titled(scoring, fault), ": ", (texts.rule)(fault.rule)].concat();
        view! { <p class="field__error">{sentence}</p> }
    });
    let wrong = wrong.collect_view();
    let button = open.then(|| {
        view! {
            <button
                class="button"
                type="button"
                aria-label=label
                aria-haspopup="dialog"
                on:click=move |_| closing.marking.begin(place)
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
            {wrong}
            {button}
        </li>
    }
}
