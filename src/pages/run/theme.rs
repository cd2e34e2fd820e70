//! What members have sent beforehand: under the three boxes, and under whoever speaks. A tap makes an opinion of it that
//! keeps its author.

use super::hall::{Hall, name};
use crate::domain::comment::{CommentBox, Visibility};
use crate::domain::id::{MemberId, RecordId};
use crate::domain::proceedings::{Opinion, OpinionKind, Speaker, Taken};
use crate::domain::words::{Line, Prose};
use crate::i18n::Texts;
use crate::ports::device::Language;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{CommandButton, Tag, Tone};
use leptos::prelude::*;

/// One box of one comment.
#[derive(Clone, PartialEq)]
struct Sent {
    comment: RecordId,
    /// Nobody for an anonymous one.
    by: Option<MemberId>,
    visibility: Visibility,
    comment_box: CommentBox,
    text: Prose,
}

fn sent(hall: Hall) -> Memo<Vec<Sent>> {
    let meeting = hall.run.meeting;
    let look = move |memory: &Memory| {
        let comments = memory.fold().comments(meeting);
        let boxes = comments.flat_map(|(by, comment, record)| {
            CommentBox::ALL.map(|comment_box| Sent {
                comment: record.id(),
                by,
                visibility: comment.visibility,
                comment_box,
                text: comment.boxes.words_in(comment_box).clone(),
            })
        });
        boxes.filter(|sent| !sent.text.is_empty()).collect()
    };
    Memo::new(move |_| hall.run.state.with(look).unwrap_or_default())
}

fn enter(state: State, hall: Hall, sent: &Sent) {
    let Some(handbook) = state.handbook() else {
        return;
    };
    // The minutes are Vietnamese, whatever the screen is.
    let nobody = Line::parse(Texts::of(Language::Vietnamese).run().nobody_named);
    let by = match (sent.by, nobody) {
        (Some(member), _) => Speaker::Member(member),
        (None, Ok(nobody)) => Speaker::Guest(nobody),
        (None, Err(_)) => return,
    };
    let opinion = Opinion {
        id: handbook.new_thing(),
        step: u16::try_from(untrack(|| hall.shown())).unwrap_or(0),
        kind: OpinionKind::Opinion,
        by: vec![by],
        at: state.now(),
        text: sent.text.clone(),
        taken: vec![Taken { comment: sent.comment, comment_box: Some(sent.comment_box) }],
    };
    let (comment, comment_box) = (sent.comment, sent.comment_box);
    hall.run.enter(move |run| {
        // A second tap finds it entered.
        if run.has_taken(comment, comment_box) {
            return Ok(());
        }
        Ok(run.put_opinion(opinion.clone())?)
    });
}

/// All of it, under the three boxes.
#[component]
pub fn Theme(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let all = sent(hall);
    let lane = move |place: usize| {
        let here = move || {
            all.with(|all| {
                all.iter().filter(|sent| sent.comment_box as usize == place).cloned().collect::<Vec<_>>()
            })
        };
        let id = ["lane-", &place.to_string()].concat();
        let labelled = id.clone();
        view! {
            <section class="lane" aria-labelledby=labelled>
                <div class="lane__head">
                    <span class="box__number" aria-hidden="true">
                        {place + 1}
                    </span>
                    <h3 class="lane__title" id=id>
                        {texts.comments().boxes[place]}
                    </h3>
                    <span class="lane__count">{move || (texts.inbox().opinions)(here().len())}</span>
                </div>
                <ul class="sheet rows">
                    {move || here().into_iter().map(|sent| view! { <SentRow hall sent /> }).collect_view()}
                </ul>
            </section>
        }
    };
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    move || {
        if none.get() {
            return view! { <p class="note">{texts.inbox().no_comments}</p> }.into_any();
        }
        view! { <div class="stack">{[0, 1, 2].map(lane).collect_view()}</div> }.into_any()
    }
}

#[component]
fn SentRow(hall: Hall, sent: Sent) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let by = match sent.by {
        Some(member) => (texts.nouns().comrade)(&name(state, member)),
        None => texts.inbox().anonymous.to_owned(),
    };
    let (comment, comment_box) = (sent.comment, sent.comment_box);
    let entered = Memo::new(move |_| hall.run.with(|run| run.has_taken(comment, comment_box)));
    let words = sent.text.to_string();
    // What was meant for the secretary alone is not read out.
    let way = if sent.visibility == Visibility::Secretary {
        let words = (texts.nouns().visibility)(Visibility::Secretary);
        view! { <Tag tone=Tone::Neutral icon="lock" bare=true words /> }.into_any()
    } else {
        let spoken = [texts.run().take_comment, ": ", &words].concat();
        let sent = StoredValue::new(sent);
        let button = move || {
            if entered.get() {
                return view! { <Tag tone=Tone::Ok icon="check" bare=true words=texts.run().entered /> }
                    .into_any();
            }
            view! {
                <CommandButton
                    label=texts.run().take_comment
                    spoken=spoken.clone()
                    icon="plus"
                    on_press=move || sent.with_value(|sent| enter(state, hall, sent))
                />
            }
            .into_any()
        };
        button.into_any()
    };
    view! {
        <li class="opinion">
            <div class="opinion__body">
                <p class="opinion__text as-typed">{words}</p>
                <p class="opinion__by">
                    <span>{by}</span>
                </p>
                <div class="cluster">{way}</div>
            </div>
        </li>
    }
}

/// What the one who speaks has sent beforehand, as far as no opinion has it.
#[component]
pub fn Beforehand(hall: Hall) -> impl IntoView {
    let texts = use_state().texts();
    let speech = hall.speech;
    let all = sent(hall);
    let theirs = Memo::new(move |_| {
        let by = speech.by.get();
        let theirs = |sent: &&Sent| {
            let shown = sent.visibility != Visibility::Secretary;
            let new = hall.run.with(|run| !run.has_taken(sent.comment, sent.comment_box))
                && speech
                    .taken
                    .with(|taken| !taken.iter().any(|taken| taken.covers(sent.comment, sent.comment_box)));
            shown && new && sent.by.is_some_and(|member| by.contains(&Speaker::Member(member)))
        };
        all.with(|all| all.iter().filter(theirs).cloned().collect::<Vec<_>>())
    });
    let row = move |sent: Sent| {
        let label = texts.comments().boxes[sent.comment_box as usize];
        let words = sent.text.to_string();
        view! {
            <li>
                <button class="row" type="button" on:click=move |_| speech.take(sent.comment, sent.comment_box, sent.text.as_str())>
                    <span class="row__body">
                        <span class="row__title">{label}</span>
                        <span class="row__note">{words}</span>
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || theirs.with(|theirs| !theirs.is_empty())>
            <section class="stack" aria-labelledby="beforehand">
                <h3 id="beforehand">{texts.run().beforehand}</h3>
                <ul class="sheet rows">{move || theirs.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
