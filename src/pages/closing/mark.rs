//! The items of one criterion: points, not applicable, and why.

use super::score::Sheet;
use super::{Closing, evidence};
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::rubric::{Applies, Item};
use crate::domain::score::evidence::{Suggested, Suggestion};
use crate::domain::score::{Given, Mark, MarkRule, ScoreSheet};
use crate::domain::words::Prose;
use crate::pages::form::{FormField, read_or_lead};
use crate::state::Notice;
use crate::ui::{CheckRow, CommandButton, Field, TextArea};
use leptos::prelude::*;

/// What is typed for one item.
#[derive(Clone, Copy)]
struct ItemForm {
    points: FormField,
    excused: RwSignal<bool>,
    note: FormField,
}

impl ItemForm {
    fn new(sheet: &ScoreSheet, item: &Item) -> Self {
        let mark = sheet.mark(&item.key);
        let points = match mark.map(|mark| mark.given) {
            Some(Given::Points(points)) => evidence::points(points),
            Some(Given::Excused) | None => String::new(),
        };
        let note = mark.map(|mark| mark.note.to_string()).unwrap_or_default();
        Self {
            points: FormField::new(&points),
            excused: RwSignal::new(mark.is_some_and(|mark| mark.given == Given::Excused)),
            note: FormField::new(&note),
        }
    }

    /// What is given; `Some(None)` while nothing is.
    fn given(self, max: &str, bad_points: fn(&str) -> String) -> Option<Option<Given>> {
        let typed = self.points.text();
        if self.excused.get_untracked() {
            return Some(Some(Given::Excused));
        }
        if typed.trim().is_empty() {
            return Some(None);
        }
        let points = evidence::read_points(&typed);
        if points.is_none() {
            self.points.refuse(&bad_points(max));
        }
        points.map(|points| Some(Given::Points(points)))
    }
}

/// The items of the criterion at `place`; keeping them shuts the dialog.
#[component]
pub fn MarkItems(closing: Closing, sheet: Sheet, place: usize, open: RwSignal<bool>) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts().score();
    let items = sheet.regulation.rubric.criteria.get(place).map(|criterion| criterion.items.clone());
    let items = items.unwrap_or_default();
    let forms: Vec<(Item, ItemForm)> =
        items.into_iter().map(|item| (item.clone(), ItemForm::new(&sheet.filled, &item))).collect();
    let remedies = FormField::new(sheet.filled.remedies.as_str());
    let busy = RwSignal::new(false);
    let rows: Vec<AnyView> = forms.iter().map(|(item, form)| row(closing, item, *form)).collect();
    let sheet = StoredValue::new(sheet);
    let forms = StoredValue::new(forms);
    let read = move || -> Option<Vec<(Item, Option<Mark>)>> {
        let mut marks = Vec::new();
        let mut whole = true;
        for (item, form) in forms.get_value() {
            let given = form.given(&evidence::points(item.points), texts.bad_points);
            let note = form.note.prose(state);
            let (Some(given), Some(note)) = (given, note) else {
                whole = false;
                continue;
            };
            let mark = given.map(|given| Mark { key: item.key.clone(), given, note });
            let rule = mark.as_ref().and_then(|mark| sheet.with_value(|sheet| broken(sheet, mark)));
            match rule {
                Some(MarkRule::Max) => {
                    form.points.refuse(&(texts.bad_points)(&evidence::points(item.points)))
                }
                Some(_) => form.note.refuse(texts.ask_note),
                None => {}
            }
            whole &= rule.is_none();
            marks.push((item, mark));
        }
        whole.then_some(marks)
    };
    let on_keep = move || {
        let read = read().zip(remedies.prose(state));
        let Some((marks, remedies)) = read_or_lead(state, read) else {
            return;
        };
        busy.set(true);
        let (meeting, sheet) = (closing.meeting, sheet.get_value());
        let enter = move |run: &mut Proceedings| {
            enter(run, &sheet, &marks, &remedies);
            Ok(())
        };
        state.run(
            async move |handbook| handbook.edit_proceedings(meeting, enter).await,
            move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(()) => drop(open.try_set(false)),
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    view! {
        <div class="stack" data-gap="loose">
            {rows}
            <TextArea
                id="remedies"
                label=texts.remedies
                hint=texts.remedies_hint
                value=remedies.value
                error=remedies.error
            />
            <CommandButton label=texts.keep kind="primary" busy on_press=on_keep />
        </div>
    }
}

fn row(closing: Closing, item: &Item, form: ItemForm) -> AnyView {
    let texts = closing.state.texts().score();
    let id = |part: &str| [part, "-", &item.key.as_str().replace('.', "-")].concat();
    let may_excuse = item.applies != Applies::Always;
    let title = [item.key.as_str(), " ", item.title.as_str()].concat();
    let points = [&title, ". ", &(texts.points)(&evidence::points(item.points))].concat();
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
                            checked=form.excused
                            on_toggle=move || form.excused.update(|excused| *excused = !*excused)
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
fn broken(sheet: &Sheet, mark: &Mark) -> Option<MarkRule> {
    let alone = ScoreSheet { marks: vec![mark.clone()], ..sheet.filled.clone() };
    let faults = alone.faults(&sheet.regulation.rubric, &sheet.suggestions);
    faults.into_iter().find(|fault| fault.key == mark.key).map(|fault| fault.rule)
}

/// Takes the marks over; what the evidence gives by itself is not kept, so that it keeps up.
fn enter(run: &mut Proceedings, sheet: &Sheet, marks: &[(Item, Option<Mark>)], remedies: &Prose) {
    let empty = || ScoreSheet { marks: Vec::new(), ..sheet.filled.clone() };
    let mut kept = run.score.clone().unwrap_or_else(empty);
    for (item, mark) in marks {
        kept.marks.retain(|known| known.key != item.key);
        if let Some(mark) = mark.as_ref().filter(|mark| !by_itself(&sheet.suggestions, mark)) {
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
