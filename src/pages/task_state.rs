//! How near a task is and how far it has come: tags, a bar, words.

use crate::domain::id::{MemberId, ThingId};
use crate::domain::regulation::RegulationId;
use crate::domain::regulation::papers::Suffixes;
use crate::domain::task::{Due, Outcome, Progress, Task};
use crate::domain::time::Day;
use crate::i18n::Texts;
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

/// `02/10`, or the whole date in another year.
pub fn short_day(day: Day, today: Day) -> String {
    let mut words = day.to_dmy();
    if day.year() == today.year() {
        words.truncate(5);
    }
    words
}

/// `14-NQ/CB`: what the papers of a meeting write, by the regulation that it was announced under.
pub fn resolution_number(memory: &Memory, meeting: ThingId, number: u16) -> String {
    let named = memory.fold().meeting(meeting).map_or(RegulationId::FIRST, |notice| notice.regulation);
    Suffixes::numbered(number, &memory.regulation(named).papers.suffixes.resolution)
}

/// `Nghị quyết 14-NQ/CB`, or `Kỳ sinh hoạt 05/09` where no resolution was locked.
pub fn source(texts: &Texts, memory: &Memory, meeting: ThingId, today: Day) -> String {
    let fold = memory.fold();
    let day = fold.meeting(meeting).map(|meeting| short_day(meeting.starts.day, today));
    match fold.resolution(meeting) {
        Some((number, _)) => (texts.tasks().of_resolution)(&resolution_number(memory, meeting, number)),
        None => (texts.tasks().of_meeting)(&day.unwrap_or_default()),
    }
}

/// `Đ/c Lê Văn Bách, Đ/c Trần Thị Mai`, without one of them; the whole branch where nobody is named.
pub fn people(texts: &Texts, memory: &Memory, task: &Task, without: Option<MemberId>) -> String {
    if task.who.is_empty() {
        return texts.tasks().whole_branch.to_owned();
    }
    let others = task.who.iter().filter(|who| Some(**who) != without);
    let names = others.map(|who| (texts.nouns().comrade)(&words::name_of(memory, *who)));
    names.collect::<Vec<_>>().join(", ")
}

fn due_words(texts: &Texts, task: &Task, today: Day) -> String {
    let near = task.due(today);
    let Some(day) = task.deadline.map(|day| short_day(day, today)) else {
        return words::due(texts, near);
    };
    match near {
        Due::Soon(0) => words::due(texts, near),
        Due::Later(_) => (texts.tasks().deadline)(&day),
        near => (texts.tasks().due)(&words::due(texts, near), &day),
    }
}

/// How near the deadline of an open task is.
#[component]
pub fn DueTag(
    /// The task.
    task: Task,
) -> impl IntoView {
    let state = use_state();
    let today = state.today();
    let (tone, icon) = match task.due(today) {
        Due::Overdue(_) => (Tone::Danger, "clock"),
        Due::Soon(_) => (Tone::Warn, "clock"),
        Due::Later(_) | Due::Open => (Tone::Neutral, "calendar"),
    };
    view! { <Tag tone icon words=due_words(state.texts(), &task, today) /> }
}

/// How far a task is, in a word.
#[component]
pub fn ProgressTag(
    /// How far it is.
    progress: Progress,
) -> impl IntoView {
    let texts = use_state().texts().tasks();
    let (tone, icon) = match progress {
        Progress::NotBegun => (Tone::Neutral, "clock"),
        Progress::UnderWay => (Tone::Wait, "tasks"),
        Progress::Done => (Tone::Ok, "check-circle"),
        Progress::Failed => (Tone::Danger, "cross"),
    };
    view! { <Tag tone icon words=(texts.progress)(progress) /> }
}

/// How far a task is: a bar where it is counted, and words.
#[component]
pub fn HowFar(
    /// What was told last; nothing when nobody has said anything.
    outcome: Option<Outcome>,
) -> impl IntoView {
    let state = use_state();
    let progress = outcome.as_ref().map_or(Progress::NotBegun, |outcome| outcome.progress);
    let share = outcome.and_then(|outcome| outcome.share);
    let percent = match (share, progress) {
        (Some(share), _) => Some(u32::from(share.done) * 100 / u32::from(share.of).max(1)),
        (None, Progress::NotBegun) => Some(0),
        (None, _) => None,
    };
    let bar = |percent: u32| {
        view! {
            <div class="progress" aria-hidden="true" style:--value=[&percent.to_string(), "%"].concat()>
                <div class="progress__fill"></div>
            </div>
        }
    };
    view! {
        <div class="task__line">
            {percent.map(bar)}
            <span>{far_words(state, progress, share)}</span>
        </div>
    }
}

fn far_words(state: State, progress: Progress, share: Option<crate::domain::task::Share>) -> String {
    let texts = state.texts().tasks();
    let progress = (texts.progress)(progress);
    match share {
        Some(share) => [progress, ", ", &(texts.share)(share.done, share.of)].concat(),
        None => progress.to_owned(),
    }
}
