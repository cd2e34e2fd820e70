//! Words on the theme, under the three boxes that they were written in.

use crate::domain::comment::{Comment, Visibility};
use crate::domain::id::{MemberId, ThingId};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Blank, Tag, Tone};
use leptos::prelude::*;

/// One opinion in one box.
#[derive(Clone, PartialEq)]
struct Opinion {
    text: String,
    /// Nobody for an anonymous one.
    by: Option<String>,
    visibility: Visibility,
}

type Lanes = [Vec<Opinion>; 3];

fn lanes(state: State, meeting: ThingId) -> Lanes {
    let sorted = |memory: &Memory| {
        let mut lanes = Lanes::default();
        for (author, comment, _) in memory.fold().comments(meeting) {
            for (lane, text) in lanes.iter_mut().zip(texts(comment)) {
                if !text.is_empty() {
                    lane.push(opinion(memory, author, comment, text));
                }
            }
        }
        lanes
    };
    state.with(sorted).unwrap_or_default()
}

fn texts(comment: &Comment) -> [&str; 3] {
    let boxes = &comment.boxes;
    [&boxes.current_state, &boxes.causes, &boxes.solutions].map(|prose| prose.as_str())
}

fn opinion(memory: &Memory, author: Option<MemberId>, comment: &Comment, text: &str) -> Opinion {
    let by = author.map(|author| words::name_of(memory, author));
    Opinion { text: text.to_owned(), by, visibility: comment.visibility }
}

/// All opinions on one meeting.
#[component]
pub fn Opinions(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let lanes = Memo::new(move |_| lanes(state, meeting));
    let lane = move |(place, opinions): (usize, Vec<Opinion>)| {
        let id = ["lane-", &place.to_string()].concat();
        let labelled = id.clone();
        let count = (state.texts().inbox().opinions)(opinions.len());
        view! {
            <section class="lane" aria-labelledby=labelled>
                <div class="lane__head">
                    <span class="box__number" aria-hidden="true">
                        {place + 1}
                    </span>
                    <h2 class="lane__title" id=id>
                        {state.texts().comments().boxes[place]}
                    </h2>
                    <span class="lane__count">{count}</span>
                </div>
                <ul class="sheet rows">{opinions.into_iter().map(|one| row(state, one)).collect_view()}</ul>
            </section>
        }
    };
    move || {
        let lanes = lanes.get();
        if lanes.iter().all(Vec::is_empty) {
            return view! {
                <Blank
                    icon="comment"
                    title=state.texts().inbox().no_comments
                    text=state.texts().inbox().no_comments_text
                />
            }
            .into_any();
        }
        view! { <div class="lanes">{lanes.into_iter().enumerate().map(lane).collect_view()}</div> }.into_any()
    }
}

fn row(state: State, opinion: Opinion) -> impl IntoView {
    let texts = state.texts();
    let by = opinion.by.map_or(texts.inbox().anonymous.to_owned(), |name| (texts.nouns().comrade)(&name));
    let kept = (opinion.visibility == Visibility::Secretary).then(|| {
        let words = (texts.nouns().visibility)(Visibility::Secretary);
        view! { <Tag tone=Tone::Neutral icon="lock" bare=true words /> }
    });
    view! {
        <li class="opinion">
            <div class="opinion__body">
                <p class="opinion__text">{opinion.text}</p>
                <p class="opinion__by">
                    <span>{by}</span>
                    {kept}
                </p>
            </div>
        </li>
    }
}
