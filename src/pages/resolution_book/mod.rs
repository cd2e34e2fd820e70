//! Sổ nghị quyết: every resolution of a term with what was reached of it, searched with or without diacritics.

mod entry;
mod resolution;
mod search;

pub use resolution::Resolution;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Kind as MeetingKind;
use crate::domain::signed_paper::{SignedPaper, Term};
use crate::domain::text::fold;
use crate::domain::time::Day;
use crate::exchange::fold::Entry;
use crate::i18n::Texts;
use crate::library::search::Query;
use crate::pages::task_halves::TaskHalves;
use crate::pages::task_state::{people, resolution_number, source};
use crate::pages::unread::Unread;
use crate::pages::words;
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Memory;
use crate::ui::Blank;
use entry::EntryRow;
use leptos::prelude::*;
use paper::Paper;
use search::Search;

/// A line of the book as it is shown.
#[derive(Clone, PartialEq)]
struct Line {
    meeting: ThingId,
    term: Term,
    number: Option<u16>,
    /// The number in words, where the title does not have it.
    named: Option<String>,
    title: String,
    day: Day,
    adopted: Adopted,
    /// Done, and of how many.
    reached: (usize, usize),
    /// What it is found by, folded: title, day, theme, what was concluded, the tasks and who answers for them.
    haystack: String,
}

/// Where a resolution is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Adopted {
    /// It is adopted, by so many of so many votes where they are told.
    By(Option<(u16, u16)>),
    /// The meeting has assigned tasks, and no resolution was locked.
    NotLocked,
    /// It comes up in the next meeting.
    ComesUp,
}

/// The book, the next resolution on top.
fn lines(state: State) -> Vec<Line> {
    let (texts, now) = (state.texts(), state.now());
    let read = |memory: &Memory| {
        let book = memory.fold().resolution_book();
        let next = next_line(texts, memory, now.wall());
        let lines = book.iter().map(|entry| line(texts, memory, entry, now.day()));
        next.into_iter().chain(lines).collect()
    };
    state.with(read).unwrap_or_default()
}

fn line(texts: &Texts, memory: &Memory, entry: &Entry, today: Day) -> Line {
    let Entry { meeting, term, day, resolution, tasks, done } = *entry;
    let (number, title, adopted) = match resolution {
        Some((number, paper)) => {
            let votes = paper.adopted_by.map(|by| (by.favour, by.voters));
            (Some(number), full_title(texts, memory, number, paper), Adopted::By(votes))
        }
        None => (None, source(texts, memory, meeting, today), Adopted::NotLocked),
    };
    let assigned = memory.minutes(meeting).tasks;
    let tasks_of =
        assigned.iter().flat_map(|task| [task.what.to_string(), people(texts, memory, task, None)]);
    let theme = memory.fold().meeting(meeting).and_then(|meeting| meeting.theme.as_ref());
    let theme = theme.map(|theme| theme.title.to_string());
    let words = resolution.and_then(|(_, paper)| Paper::from_bytes(&paper.text)).map(|paper| paper.words());
    let told = [title.clone(), day.to_dmy()].into_iter().chain(theme).chain(words).chain(tasks_of);
    let haystack = fold(&told.collect::<Vec<_>>().join("\n"));
    Line { meeting, term, number, named: None, title, day, adopted, reached: (done, tasks), haystack }
}

/// `Nghị quyết số 14-NQ/CB về …`, as one speaks of it.
fn full_title(texts: &Texts, memory: &Memory, number: u16, paper: &SignedPaper) -> String {
    let number = resolution_number(memory, paper.meeting, number);
    (texts.resolution_book().full_title)(&number, paper.title.as_str())
}

/// The resolution that comes up next, in a branch that keeps the book.
fn next_line(texts: &Texts, memory: &Memory, now: crate::domain::time::WallTime) -> Option<Line> {
    let meeting = memory.fold().next_meeting(now).filter(|meeting| meeting.kind == MeetingKind::Regular)?;
    let day = meeting.starts.day;
    let term = memory.fold().term_of(u16::try_from(day.year()).ok()?);
    let number = Some(memory.next_resolution(term)).filter(|number| *number > 1)?;
    if memory.fold().resolution(meeting.id).is_some() {
        return None;
    }
    let title = words::meeting_title(texts, meeting);
    let named = (texts.tasks().of_resolution)(&resolution_number(memory, meeting.id, number));
    let haystack = fold(&[&named, "\n", &title, "\n", &day.to_dmy()].concat());
    let adopted = Adopted::ComesUp;
    Some(Line {
        meeting: meeting.id,
        term,
        number: Some(number),
        named: Some(named),
        title,
        day,
        adopted,
        reached: (0, 0),
        haystack,
    })
}

/// The resolution book.
#[component]
pub fn ResolutionBook() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().resolution_book();
    let papers = state.bring_in(async move |handbook| handbook.load(Kind::SignedPaper).await);
    let lines = Memo::new(move |_| lines(state));
    let empty = Memo::new(move |_| lines.with(Vec::is_empty));
    view! {
        <TaskHalves here=Route::ResolutionBook />
        {move || match (papers.get(), empty.get()) {
            (Loadable::Loading, _) => ().into_any(),
            (Loadable::Failed(fault), _) => view! { <Unread fault /> }.into_any(),
            (Loadable::Ready, true) => {
                view! {
                    <Blank
                        icon="book"
                        title=texts.empty
                        text=texts.empty_text
                    />
                }
                    .into_any()
            }
            (Loadable::Ready, false) => view! { <Found lines /> }.into_any(),
        }}
    }
}

#[component]
fn Found(lines: Memo<Vec<Line>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let query = typed.with(|typed| Query::parse(typed));
        let mut found = lines.get();
        found.retain(|line| query.finds(&line.haystack));
        found
    });
    let terms = move || {
        let mut terms: Vec<(Term, Vec<Line>)> = Vec::new();
        for line in found.get() {
            match terms.last_mut().filter(|(term, _)| *term == line.term) {
                Some((_, lines)) => lines.push(line),
                None => terms.push((line.term, vec![line])),
            }
        }
        terms.into_iter().map(|(term, lines)| view! { <TermOfBook term lines /> }).collect_view()
    };
    view! {
        <Search typed found=Signal::derive(move || found.with(Vec::len)) />
        {terms}
    }
}

#[component]
fn TermOfBook(term: Term, lines: Vec<Line>) -> impl IntoView {
    let texts = use_state().texts().resolution_book();
    let id = ["term-", &term.from.to_string()].concat();
    let labelled = id.clone();
    let adopted = lines.iter().filter(|line| matches!(line.adopted, Adopted::By(_))).count();
    view! {
        <section class="section" aria-labelledby=labelled>
            <div class="term">
                <h2 id=id>{(texts.term)(term.from, term.to)}</h2>
                <p class="note">{(texts.count)(adopted)}</p>
            </div>
            <div class="sheet">
                <ul class="rows">
                    {lines.into_iter().map(|line| view! { <li><EntryRow line /></li> }).collect_view()}
                </ul>
            </div>
        </section>
    }
}
