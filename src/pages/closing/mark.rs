//! The items of one criterion: points, not applicable, and why.

use super::Closing;
use crate::domain::id::ThingId;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::rubric::{Applies, Item};
use crate::domain::score::evidence::{Suggested, Suggestion};
use crate::domain::score::{Given, Mark, MarkRule, ScoreSheet};
use crate::domain::words::Prose;
use crate::exchange::draft::DraftName;
use crate::i18n::score::ScoreTexts;
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::pages::score_words;
use crate::pages::writing::{Parts, Writing};
use crate::sync::Scoring;
use crate::ui::{CheckRow, Field, TextArea};
use leptos::prelude::*;

/// What is typed for one item.
#[derive(Clone, Copy)]
struct ItemForm {
    points: FormField,
    /// One for not applicable, as a place among two choices.
    excused: RwSignal<usize>,
    note: FormField,
}

impl ItemForm {
    fn new(sheet: &ScoreSheet, item: &Item) -> Self {
        let mark = sheet.mark(&item.key);
        let points = match mark.map(|mark| mark.given) {
            Some(Given::Points(points)) => score_words::points(points),
            Some(Given::Excused) | None => String::new(),
        };
        let note = mark.map(|mark| mark.note.to_string()).unwrap_or_default();
        Self {
            points: FormField::new(&points),
            excused: RwSignal::new(usize::from(mark.is_some_and(|mark| mark.given == Given::Excused))),
            note: FormField::new(&note),
        }
    }

    /// Says what is wrong with the mark, at the field that puts it right.
    fn refuse(self, texts: &ScoreTexts, item: &Item, rule: MarkRule) {
        match rule {
            MarkRule::Max => self.points.refuse(&(texts.bad_points)(&score_words::points(item.points))),
            MarkRule::DeductionNote | MarkRule::FullNote => self.note.refuse((texts.rule)(rule)),
            MarkRule::Marked | MarkRule::Once | MarkRule::Known | MarkRule::Counts => {
                self.points.refuse((texts.rule)(rule));
            }
        }
    }

    /// What is given; `Some(None)` while nothing is.
    fn given(self, max: &str, bad_points: fn(&str) -> String) -> Option<Option<Given>> {
        let typed = self.points.text();
        if self.excused.get_untracked() == 1 {
            return Some(Some(Given::Excused));
        }
        if typed.trim().is_empty() {
            return Some(None);
        }
        let points = score_words::read_points(&typed);
        if points.is_none() {
            self.points.refuse(&bad_points(max));
        }
        points.map(|points| Some(Given::Points(points)))
    }
}

/// The items of the criterion at `place`; keeping them shuts the dialog, or goes on to what else is asked for.
#[component]
pub fn MarkItems(closing: Closing, scoring: Scoring, place: usize) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts().score();
    let items = scoring.regulation.rubric.criteria.get(place).map(|criterion| criterion.items.clone());
    let items = items.unwrap_or_default();
    let forms: Vec<(Item, ItemForm)> =
        items.into_iter().map(|item| (item.clone(), ItemForm::new(&scoring.sheet, &item))).collect();
    if closing.marking.asked.get_untracked() {
        for fault in scoring.faults() {
            let at_fault = forms.iter().find(|(item, _)| item.key == fault.key);
            at_fault.into_iter().for_each(|(item, form)| form.refuse(texts, item, fault.rule));
        }
        state.device().shell.focus_first_wrong();
    }
    let remedies = FormField::new(scoring.sheet.remedies.as_str());
    let draft = DraftName::Mark(closing.meeting, u8::try_from(place).unwrap_or(u8::MAX));
    let writing = Writing::new(state, draft, parts(closing.meeting, &forms, remedies));
    let rows: Vec<AnyView> = forms.iter().map(|(item, form)| row(closing, item, *form)).collect();
    let scoring = StoredValue::new(scoring);
    let forms = StoredValue::new(forms);
    let read = move || -> Option<Vec<(Item, Option<Mark>)>> {
        let mut marks = Vec::new();
        let mut whole = true;
        for (item, form) in forms.get_value() {
            let given = form.given(&score_words::points(item.points), texts.bad_points);
            let note = form.note.prose(state);
            let (Some(given), Some(note)) = (given, note) else {
                whole = false;
                continue;
            };
            let mark = given.map(|given| Mark { key: item.key.clone(), given, note });
            let rule = mark.as_ref().and_then(|mark| scoring.with_value(|scoring| broken(scoring, mark)));
            rule.into_iter().for_each(|rule| form.refuse(texts, &item, rule));
            whole &= rule.is_none();
            marks.push((item, mark));
        }
        whole.then_some(marks)
    };
    let on_save = move |()| {
        let (marks, remedies) = read().zip(remedies.prose(state))?;
        let (meeting, scoring) = (closing.meeting, scoring.get_value());
        let enter = move |run: &mut Proceedings| {
            enter(run, &scoring, &marks, &remedies);
            Ok(())
        };
        writing.save(
            async move |handbook| handbook.enter_drafted(meeting, draft, enter).await,
            move || closing.marking.kept(closing.scoring.get_untracked().as_ref()),
        );
        Some(())
    };
    view! {
        <div class="stack" data-gap="loose">
            <EditForm writing label=texts.keep on_save>
            {rows}
            <TextArea
                id="remedies"
                label=texts.remedies
                hint=texts.remedies_hint
                value=remedies.value
                error=remedies.error
            />
            </EditForm>
        </div>
    }
}

/// What is typed, in the order of the items.
fn parts(meeting: ThingId, forms: &[(Item, ItemForm)], remedies: FormField) -> Parts {
    let typed = forms.iter().flat_map(|(_, form)| [form.points, form.note]);
    Parts {
        known: Some(meeting),
        fields: typed.chain([remedies]).collect(),
        choices: forms.iter().map(|(_, form)| form.excused).collect(),
        members: None,
    }
}

fn row(closing: Closing, item: &Item, form: ItemForm) -> AnyView {
    let texts = closing.state.texts().score();
    let id = |part: &str| [part, "-", &item.key.as_str().replace('.', "-")].concat();
    let may_excuse = item.applies != Applies::Always;
    let title = [item.key.as_str(), " ", item.title.as_str()].concat();
    let points = [&title, ". ", &(texts.points)(&score_words::points(item.points))].concat();
    view! {
        <div class="stack">
            <Field
                id=id("points")
                label=points
                value=form.points.value
                error=form.points.error
            />
            {may_excuse
                .then(|| {
                    view! {
                        <CheckRow
                            title=texts.excused
                            checked=Signal::derive(move || form.excused.get() == 1)
                            on_toggle=move || form.excused.update(|excused| *excused = 1 - *excused)
                        />
                    }
                })}
            <TextArea
                id=id("note")
                label=texts.note
                value=form.note.value
                error=form.note.error
                one_row=true
            />
        </div>
    }
    .into_any()
}

/// The rule that a mark breaks, if any.
fn broken(scoring: &Scoring, mark: &Mark) -> Option<MarkRule> {
    let alone = ScoreSheet { marks: vec![mark.clone()], ..scoring.sheet.clone() };
    let faults = alone.faults(&scoring.regulation.rubric, &scoring.suggestions);
    faults.into_iter().find(|fault| fault.key == mark.key).map(|fault| fault.rule)
}

/// Takes the marks over; what the evidence gives by itself is not kept, so that it keeps up.
fn enter(run: &mut Proceedings, scoring: &Scoring, marks: &[(Item, Option<Mark>)], remedies: &Prose) {
    let empty = || ScoreSheet { marks: Vec::new(), ..scoring.sheet.clone() };
    let mut kept = run.score.clone().unwrap_or_else(empty);
    for (item, mark) in marks {
        kept.marks.retain(|known| known.key != item.key);
        if let Some(mark) = mark.as_ref().filter(|mark| !by_itself(&scoring.suggestions, mark)) {
            kept.put(mark.clone());
        }
    }
    kept.remedies = remedies.clone();
    run.score = Some(kept);
}

fn by_itself(suggestions: &[Suggestion], mark: &Mark) -> bool {
    let suggested = suggestions.iter().find(|suggestion| suggestion.key == mark.key);
    let suggested = suggested.map_or(Suggested::Open, |suggestion| suggestion.suggested);
    mark.note.is_empty()
        && match mark.given {
            Given::Points(points) => suggested == Suggested::Points(points),
            Given::Excused => suggested == Suggested::Excused,
        }
}
