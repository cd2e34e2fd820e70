//! Kiểm điểm nhiệm vụ: the tasks of earlier meetings, with what members told of them and what this meeting finds.

use super::entry::{follow, keep_entry};
use super::hall::{Hall, name};
use super::progress::ProgressChips;
use super::remedies::Remedies;
use crate::domain::id::ThingId;
use crate::domain::task::{Outcome, Progress, Share, Task};
use crate::domain::words::Prose;
use crate::pages::autosave::{SavedTag, Saving};
use crate::pages::form::FormField;
use crate::pages::words;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::sync::{Handbook, Memory};
use crate::ui::{Field, TextArea};
use leptos::prelude::*;
use std::rc::Rc;

/// Between the fields on their way to the store: no keyboard writes it.
const BAR: char = '\u{1f}';

/// What members told of a task.
type Told = Vec<(String, Outcome)>;

/// The tasks.
#[component]
pub fn Review(hall: Hall) -> impl IntoView {
    let state = use_state();
    let meeting = hall.run.meeting;
    state.load(Kind::Report);
    let tasks = Memo::new(move |_| {
        let open = |memory: &Memory| {
            memory.fold().open_tasks(meeting).into_iter().map(|(_, task)| task.clone()).collect::<Vec<_>>()
        };
        state.with(open).unwrap_or_default()
    });
    let none = Memo::new(move |_| tasks.with(Vec::is_empty));
    view! {
        <Remedies hall />
        <Show when=move || none.get()>
            <p class="note">{state.texts().run().no_tasks}</p>
        </Show>
        <Show when=move || !none.get()>
            <ul class="sheet rows">
                <For
                    each=move || tasks.get()
                    key=|task: &Task| task.id.0
                    children=move |task| view! { <TaskCard hall task /> }
                />
            </ul>
        </Show>
    }
}

fn found(state: State, meeting: ThingId, task: ThingId) -> Option<Outcome> {
    let found =
        |memory: &Memory| memory.minutes(meeting).outcomes.into_iter().find(|outcome| outcome.task == task);
    state.with(found).flatten()
}

fn told(state: State, task: ThingId) -> Told {
    let told = |memory: &Memory| {
        let reports = memory.fold().reports(task);
        reports.map(|(member, outcome, _)| (words::name_of(memory, member), outcome.clone())).collect()
    };
    state.with(told).unwrap_or_default()
}

/// `Đang làm 3/5. còn hai hộ`
fn in_words(state: State, outcome: &Outcome) -> String {
    let share =
        outcome.share.map(|share| [" ", &share.done.to_string(), "/", &share.of.to_string()].concat());
    let result = if outcome.result.is_empty() { "" } else { ". " };
    [
        (state.texts().tasks().progress)(outcome.progress),
        &share.unwrap_or_default(),
        result,
        outcome.result.as_str(),
    ]
    .concat()
}

#[component]
fn TaskCard(hall: Hall, task: Task) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let (meeting, id) = (hall.run.meeting, task.id);
    let outcome = Memo::new(move |_| found(state, meeting, id));
    let reports = Memo::new(move |_| told(state, id));
    let progress =
        Memo::new(move |_| outcome.with(|outcome| outcome.as_ref().map(|outcome| outcome.progress)));
    let what = task.what.to_string();
    let who = if task.who.is_empty() {
        texts.assign().whole_branch.to_owned()
    } else {
        task.who.iter().map(|member| name(state, *member)).collect::<Vec<_>>().join(", ")
    };
    let due = words::due(texts, task.due(state.today()));
    let set = move |progress: Progress| {
        let edit = move |found: &mut Outcome| found.progress = progress;
        state.run_or_say(
            move |handbook| async move { handbook.edit_outcome(meeting, id, edit).await },
            |()| {},
        );
    };
    let report = move |(name, outcome): (String, Outcome)| {
        view! { <p class="note as-typed">{(texts.run().reported)(&name, &in_words(state, &outcome))}</p> }
    };
    let looked_at = Memo::new(move |_| progress.get().is_some());
    view! {
        <li class="task">
            <p class="task__title">{what.clone()}</p>
            <p class="task__from">{[&who, " · ", &due].concat()}</p>
            {move || reports.get().into_iter().map(report).collect_view()}
            <div class="cluster" role="group" aria-label=what.clone()>
                <ProgressChips found=progress on_find=set />
            </div>
            <Show when=move || looked_at.get()>
                <Found meeting id outcome />
            </Show>
        </li>
    }
}

fn read(outcome: Option<&Outcome>) -> [String; 3] {
    let share = outcome.and_then(|outcome| outcome.share);
    let number = |of: fn(Share) -> u16| share.map(|share| of(share).to_string()).unwrap_or_default();
    let result = outcome.map(|outcome| outcome.result.to_string()).unwrap_or_default();
    [number(|share| share.done), number(|share| share.of), result]
}

/// The share and the result as they were typed.
fn parse(state: State, words: &str) -> Result<(Option<Share>, Prose), &'static str> {
    let mut fields = words.split(BAR);
    let (done, of) = (fields.next().unwrap_or_default().trim(), fields.next().unwrap_or_default().trim());
    let result =
        Prose::parse(fields.next().unwrap_or_default()).map_err(|fault| state.words_sentence(fault))?;
    // Half a share is still being typed.
    if done.is_empty() || of.is_empty() {
        return Ok((None, result));
    }
    let number = |text: &str| text.parse().map_err(|_| state.texts().run().bad_number);
    Ok((Some(Share { done: number(done)?, of: number(of)? }), result))
}

/// So much of so much, and the result, as this meeting finds them.
#[component]
fn Found(meeting: ThingId, id: ThingId, outcome: Memo<Option<Outcome>>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let entered = Memo::new(move |_| outcome.with(|outcome| read(outcome.as_ref())));
    let [done, of, result] = untrack(|| entered.get()).map(|text| FormField::new(&text));
    let typed = move || [done, of, result].map(|field| field.value.get_untracked()).join(&BAR.to_string());
    let enter = move |handbook: Rc<Handbook>, words: &str| -> Result<Saving, &'static str> {
        let (share, result) = parse(state, words)?;
        let edit = move |found: &mut Outcome| {
            found.share = share;
            found.result.clone_from(&result);
        };
        Ok(Box::pin(async move { handbook.edit_outcome(meeting, id, edit).await }))
    };
    let refuse = move |sentence: Option<&'static str>| {
        done.error.try_set(sentence.map(str::to_owned));
    };
    let autosave = keep_entry(state, typed, enter, refuse);
    for (place, field) in [done, of, result].into_iter().enumerate() {
        follow(field.value, Memo::new(move |_| entered.with(|entered| entered[place].clone())), autosave);
    }
    let field_id = |field: &str| [field, "-", &id.to_string()].concat();
    view! {
        <div class="pair">
            <Field
                id=field_id("done")
                kind="number"
                label=texts.tasks().count_done
                value=done.value
                error=done.error
            />
            <Field
                id=field_id("of")
                kind="number"
                label=texts.tasks().count_of
                value=of.value
                error=of.error
            />
        </div>
        <TextArea
            id=field_id("result")
            one_row=true
            label=texts.tasks().result
            value=result.value
            error=result.error
        />
        <SavedTag autosave />
    }
}
