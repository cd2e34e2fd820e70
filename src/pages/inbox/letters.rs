//! Answers to a notice, and self-criticism that members have shared for a meeting.

use crate::domain::attendance::{Answer, Reply};
use crate::domain::id::ThingId;
use crate::domain::self_criticism::Answer as ReviewAnswer;
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Blank, Tag, Tone};
use leptos::prelude::*;

/// Members in list order, each with the answer: those who have given one, and those of whom one is awaited.
fn replies(state: State, meeting: ThingId) -> Vec<(String, Option<Reply>)> {
    let sorted = |memory: &Memory| {
        let fold = memory.fold();
        let members = fold.roster().map(|roster| roster.by_name()).unwrap_or_default();
        let silent = memory.silent_members(meeting);
        let answer = |member: &crate::domain::member::Member| {
            let reply = fold.reply(meeting, member.id).cloned();
            let awaited = silent.iter().any(|silent| silent.id == member.id);
            (reply.is_some() || awaited).then(|| (member.name.to_string(), reply))
        };
        members.into_iter().filter_map(answer).collect()
    };
    state.with(sorted).unwrap_or_default()
}

/// Who comes, who asks to be absent, who has not answered.
#[component]
pub fn Replies(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let replies = Memo::new(move |_| replies(state, meeting));
    let row = move |(name, reply): (String, Option<Reply>)| {
        let texts = state.texts();
        let (tone, icon, words, note) = match reply.map(|reply| reply.answer) {
            None => (Tone::Neutral, "help", texts.inbox().no_answer.to_owned(), String::new()),
            Some(Answer::Attend) => (Tone::Ok, "check", texts.inbox().attends.to_owned(), String::new()),
            Some(Answer::Absent(reason, note)) => {
                let words = [texts.inbox().absent, (texts.nouns().reason)(reason).as_str()].join(": ");
                (Tone::Warn, "minus", words, note.to_string())
            }
        };
        view! {
            <li class="row" data-align="start">
                <div class="row__body">
                    <p class="row__title">{name}</p>
                    <p>
                        <Tag tone icon bare=true words />
                    </p>
                    {(!note.is_empty()).then(|| view! { <p class="row__note">{note}</p> })}
                </div>
            </li>
        }
    };
    let counts = move || {
        replies.with(|replies| {
            let count = |wanted: fn(&Option<Reply>) -> bool| {
                replies.iter().filter(|(_, reply)| wanted(reply)).count()
            };
            let attend = count(|reply| matches!(reply, Some(Reply { answer: Answer::Attend, .. })));
            let absent = count(|reply| matches!(reply, Some(Reply { answer: Answer::Absent(..), .. })));
            (state.texts().inbox().replies_sum)(attend, absent, replies.len() - attend - absent)
        })
    };
    view! {
        <p>{counts}</p>
        <ul class="sheet rows">{move || replies.get().into_iter().map(row).collect_view()}</ul>
    }
}

type Shared = (String, Vec<ReviewAnswer>);

fn reviews(state: State, meeting: ThingId) -> Vec<Shared> {
    let shared = |memory: &Memory| {
        let answers = |review: &crate::domain::self_criticism::Review| {
            review.answers.iter().map(|answer| answer.as_ref().clone()).collect()
        };
        let reviews = memory.fold().reviews(meeting);
        reviews.map(|(member, review)| (words::name_of(memory, member), answers(review))).collect()
    };
    state.with(shared).unwrap_or_default()
}

/// What members chose to hand over.
#[component]
pub fn Reviews(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let reviews = Memo::new(move |_| reviews(state, meeting));
    let answer = move |answer: ReviewAnswer| {
        let level = answer.level.map(state.texts().self_criticism().level);
        view! {
            <li class="row" data-align="start">
                <div class="row__body">
                    <p class="row__title">{answer.prompt.to_string()}</p>
                    {level.map(|level| view! { <p class="strong-note">{level}</p> })}
                    <p class="opinion__text">{answer.note.to_string()}</p>
                </div>
            </li>
        }
    };
    move || {
        let reviews = reviews.get();
        if reviews.is_empty() {
            return view! {
                <Blank
                    icon="mirror"
                    title=state.texts().inbox().no_reviews
                    text=state.texts().inbox().no_reviews_text
                />
            }
            .into_any();
        }
        let member = |(name, answers): Shared| {
            view! {
                <section class="stack">
                    <h2 data-size="l">{(state.texts().nouns().comrade)(&name)}</h2>
                    <ul class="sheet rows">{answers.into_iter().map(answer).collect_view()}</ul>
                </section>
            }
        };
        reviews.into_iter().map(member).collect_view().into_any()
    }
}
