//! Tự phê bình: a month of prompts. Private on this device; single items are shared on purpose, for one meeting.

mod prompt;
mod sharing;

use crate::app::routes::Route;
use crate::domain::self_criticism::{Answer, Level, Personal, Topic};
use crate::domain::task::Task;
use crate::domain::time::Month;
use crate::domain::words::{Line, Prose, WordsFault};
use crate::exchange::draft::{AnswerDraft, DraftName, ReviewDraft};
use crate::pages::autosave::{Autosave, SavedTag};
use crate::state::{Notice, State, use_state};
use crate::ui::{FocusScreen, Icon};
use leptos::prelude::*;
use leptos::task::spawn_local;
use prompt::PromptCard;
use sharing::{ShareDialog, Sharing};

/// With the three standing prompts, what one review can hand over.
const TASKS_MAX: usize = 9;

/// One prompt and what is being answered.
#[derive(Clone, Copy)]
struct Entry {
    topic: Topic,
    prompt: StoredValue<Line>,
    level: RwSignal<Option<Level>>,
    note: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

impl Entry {
    fn new(topic: Topic, prompt: Line, before: Option<&Personal<AnswerDraft>>) -> Self {
        let before = before.map(Personal::for_owner);
        let prompt = before.map_or(prompt, |answer| answer.prompt.clone());
        Self {
            topic,
            prompt: StoredValue::new(prompt),
            level: RwSignal::new(before.and_then(|answer| answer.level)),
            note: RwSignal::new(before.map(|answer| answer.note.clone()).unwrap_or_default()),
            error: RwSignal::new(None),
        }
    }

    /// What stands here now; follows changes.
    fn answer(self) -> Result<Personal<Answer>, WordsFault> {
        let note = self.note.with(|note| Prose::parse(note))?;
        Ok(Personal::new(Answer { prompt: self.prompt.get_value(), level: self.level.get(), note }))
    }

    /// The same as it was typed, to be kept.
    fn draft(self) -> Personal<AnswerDraft> {
        Personal::new(AnswerDraft {
            prompt: self.prompt.get_value(),
            level: self.level.get(),
            note: self.note.get(),
        })
    }

    fn answered(self) -> bool {
        self.level.get().is_some() || self.note.with(|note| !note.trim().is_empty())
    }
}

fn draft_name(month: Month) -> String {
    DraftName::Review(month).to_string()
}

fn month_of(name: &str) -> Option<Month> {
    match DraftName::parse(name)? {
        DraftName::Review(month) => Some(month),
        _ => None,
    }
}

/// Own tasks whose deadline lies in `month`.
fn due_tasks(state: State, month: Month) -> Vec<Task> {
    state
        .with(|memory| {
            let Some(me) = memory.me() else {
                return Vec::new();
            };
            let due = |task: &Task| task.deadline.is_some_and(|day| day.month() == month);
            let tasks = memory.fold().tasks().into_iter().map(|(_, task)| task);
            tasks.filter(|task| task.concerns(me) && due(task)).take(TASKS_MAX).cloned().collect()
        })
        .unwrap_or_default()
}

/// The prompts of a month: what is asked now, and whatever was answered then.
fn entries(state: State, month: Month, draft: &ReviewDraft) -> Vec<Entry> {
    let texts = state.texts().self_criticism();
    let when = month.to_my();
    let mut prompts: Vec<(Topic, String)> = Vec::new();
    if month == state.today().month() {
        let topics = Topic::of_month(month, &state.regulation_on(month.first()));
        prompts.extend(topics.map(|topic| (topic, (texts.prompt)(&when, (texts.ask)(topic)))));
        for task in due_tasks(state, month) {
            prompts.push((Topic::Task(task.id), (texts.task_prompt)(&when, task.what.as_str())));
        }
    }
    for (topic, answer) in &draft.answers {
        if prompts.iter().all(|(asked, _)| asked != topic) {
            prompts.push((*topic, answer.for_owner().prompt.as_str().to_owned()));
        }
    }
    let entry = |(topic, prompt): (Topic, String)| {
        // A task's words may fill a line by themselves.
        let prompt: String = prompt.chars().take(Line::CHARS_MAX).collect();
        Line::parse(&prompt).ok().map(|prompt| Entry::new(topic, prompt, draft.answer(topic)))
    };
    prompts.into_iter().filter_map(entry).collect()
}

/// Self-criticism, month by month.
#[component]
pub fn SelfCriticism() -> impl IntoView {
    let state = use_state();
    let this_month = state.today().month();
    let month = RwSignal::new(this_month);
    let saving: RwSignal<Option<Autosave>> = RwSignal::new(None);
    let earlier: RwSignal<Vec<Month>> = RwSignal::new(Vec::new());
    if let Some(handbook) = state.handbook() {
        spawn_local(async move {
            match handbook.draft_names(DraftName::REVIEWS).await {
                Ok(names) => {
                    let mut months: Vec<Month> = names.iter().filter_map(|name| month_of(name)).collect();
                    months.retain(|month| *month < this_month);
                    months.sort_unstable_by(|one, other| other.cmp(one));
                    earlier.try_set(months);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    }
    let name = move |month: Month| (state.texts().dates().month)(month.number(), month.year());
    view! {
        <FocusScreen
            title=state.texts().self_criticism().title
            sub=Signal::derive(move || name(month.get()))
            back=Route::Home.href()
            back_label=state.texts().shell().back
            end=move || move || saving.get().map(|autosave| view! { <SavedTag autosave /> })
        >
            <p class="private">
                <Icon name="lock" />
                <span>
                    <strong>{state.texts().self_criticism().private}</strong>
                    " "
                    {state.texts().self_criticism().private_text}
                </span>
            </p>
            <Months this_month earlier month />
            {move || view! { <MonthOfAnswers month=month.get() saving /> }}
        </FocusScreen>
    }
}

/// The switch of months, once there is more than one.
#[component]
fn Months(this_month: Month, earlier: RwSignal<Vec<Month>>, month: RwSignal<Month>) -> impl IntoView {
    let state = use_state();
    let chip = move |of: Month| {
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || (month.get() == of).to_string()
                on:click=move |_| month.set(of)
            >
                {(state.texts().dates().month)(of.number(), of.year())}
            </button>
        }
    };
    view! {
        <Show when=move || earlier.with(|earlier| !earlier.is_empty())>
            <div class="cluster" role="group" aria-label=state.texts().self_criticism().months>
                {chip(this_month)}
                {move || earlier.get().into_iter().map(chip).collect_view()}
            </div>
        </Show>
    }
}

#[component]
fn MonthOfAnswers(month: Month, saving: RwSignal<Option<Autosave>>) -> impl IntoView {
    let state = use_state();
    let draft: RwSignal<Option<ReviewDraft>> = RwSignal::new(None);
    if let Some(handbook) = state.handbook() {
        spawn_local(async move {
            let found = match handbook.draft(&draft_name(month)).await {
                Ok(found) => found.and_then(|bytes| ReviewDraft::decode(&bytes).ok()),
                Err(fault) => {
                    state.say(Notice::Fault(fault));
                    return;
                }
            };
            draft.try_set(Some(found.unwrap_or_default()));
        });
    }
    move || draft.get().map(|draft| view! { <Prompts month draft saving /> })
}

#[component]
fn Prompts(month: Month, draft: ReviewDraft, saving: RwSignal<Option<Autosave>>) -> impl IntoView {
    let state = use_state();
    let past = month != state.today().month();
    let entries = untrack(|| entries(state, month, &draft));
    let read = {
        let entries = entries.clone();
        move || {
            let kept = entries.iter().filter(|entry| untrack(|| entry.answered()));
            let answers = kept.map(|entry| (entry.topic, untrack(|| entry.draft())));
            Some(ReviewDraft { answers: answers.collect() }.encode())
        }
    };
    let autosave = Autosave::new(state, draft_name(month), read);
    saving.set(Some(autosave));
    on_cleanup(move || {
        saving.try_set(None);
    });
    let sharing = Sharing::new(state);
    let card = |(place, entry): (usize, Entry)| {
        view! { <PromptCard place entry autosave sharing /> }
    };
    view! {
        <Show when=move || past>
            <p class="note">{state.texts().self_criticism().past}</p>
        </Show>
        {entries.into_iter().enumerate().map(card).collect_view()}
        <Show when=move || !sharing.possible()>
            <p class="note">{state.texts().self_criticism().no_meeting}</p>
        </Show>
        <ShareDialog sharing />
    }
}
