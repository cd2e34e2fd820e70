//! For the secretary: who comes, who cannot and why, who has not answered.

use crate::app::routes::Route;
use crate::domain::attendance::Answer;
use crate::domain::id::ThingId;
use crate::domain::member::Member;
use crate::i18n::Texts;
use crate::state::use_state;
use crate::sync::Memory;
use crate::ui::Icon;
use leptos::prelude::*;

/// A name, and a reason where one was given.
type Line = (String, String);

/// Names by answer, in the order of a list of names.
#[derive(Clone, Default, PartialEq)]
struct Answers {
    attend: Vec<Line>,
    absent: Vec<Line>,
    open: Vec<Line>,
}

fn answers(texts: &Texts, memory: &Memory, meeting: ThingId) -> Answers {
    let mut answers = Answers::default();
    for member in memory.fold().roster().into_iter().flat_map(|roster| roster.by_name()) {
        let name = (texts.nouns().comrade)(member.name.as_str());
        let reply = memory.fold().reply(meeting, member.id).map(|reply| &reply.answer);
        match reply {
            Some(Answer::Attend) => answers.attend.push((name, String::new())),
            Some(Answer::Absent(reason, note)) => {
                let reason = (texts.nouns().reason)(*reason);
                let words = if note.is_empty() { reason } else { [&reason, ". ", note.as_str()].concat() };
                answers.absent.push((name, words));
            }
            // Nobody waits for the answer of those who need not come.
            None => {}
        }
    }
    let name = |member: &Member| ((texts.nouns().comrade)(member.name.as_str()), String::new());
    answers.open = memory.silent_members(meeting).into_iter().map(name).collect();
    answers
}

/// Báo dự họp.
#[component]
pub fn Replies(id: ThingId) -> impl IntoView {
    let state = use_state();
    let answers = Memo::new(move |_| {
        let texts = state.texts();
        state.with(|memory| answers(texts, memory, id)).unwrap_or_default()
    });
    let groups = move || {
        let (texts, answers) = (state.texts().meetings(), answers.get());
        [
            ((texts.replies_attend)(answers.attend.len()), "check", answers.attend),
            ((texts.replies_absent)(answers.absent.len()), "cross", answers.absent),
            ((texts.replies_open)(answers.open.len()), "help", answers.open),
        ]
    };
    view! {
        <section class="section" aria-labelledby="replies">
            <div class="section__head">
                <h2 class="section__title" id="replies">
                    {state.texts().meetings().replies}
                </h2>
                <a class="section__more" href=Route::Prepare(id).href()>
                    {state.texts().meetings().prepare}
                </a>
            </div>
            <div class="sheet">
                <div class="rows">
                    {move || groups().map(|(title, icon, lines)| group(title, icon, lines)).collect_view()}
                </div>
            </div>
        </section>
    }
}

/// One group: opens to its names.
fn group(title: String, icon: &'static str, lines: Vec<Line>) -> impl IntoView {
    let line = |(name, words): Line| {
        let words = (!words.is_empty()).then(|| view! { <p class="row__note">{words}</p> });
        view! {
            <li class="row">
                <div class="row__body">
                    <p>{name}</p>
                    {words}
                </div>
            </li>
        }
    };
    view! {
        <details>
            <summary class="row">
                <span class="row__lead" data-decor="true">
                    <Icon name=icon />
                </span>
                <div class="row__body">
                    <p class="row__title">{title}</p>
                </div>
                <span class="row__end">
                    <Icon name="chevron-down" />
                </span>
            </summary>
            <ul class="rows">{lines.into_iter().map(line).collect_view()}</ul>
        </details>
    }
}
