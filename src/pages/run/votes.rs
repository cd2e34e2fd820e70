//! Biểu quyết: the question, the count, and what was decided so far.

use super::Entries;
use super::ballot::{Count, Verdict, WhyBase};
use super::hall::{Hall, UndoBanner, Undone};
use crate::domain::vote::{Vote, Way, Weight};
use crate::i18n::Texts;
use crate::ports::device::Language;
use crate::state::use_state;
use crate::ui::{
    ActionBar, Arrival, Banner, CommandButton, Segment, Segmented, SegmentedKind, Select, TextArea, Tone,
};
use leptos::prelude::*;

/// The vote that is being counted, and those that were.
#[component]
pub fn Votes(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let counting = hall.counting;
    let known = Memo::new(move |_| counting.known().is_some());
    let form = move || {
        let items = [(false, texts.hands), (true, texts.secret)];
        let items = items.map(|(value, words)| Segment { value, icon: None, words }).to_vec();
        view! {
            <Question hall />
            <Segmented
                kind=SegmentedKind::Radios
                label=texts.way
                items
                chosen=Signal::derive(move || Some(counting.secret.get()))
                on_choose=move |secret| counting.secret.set(secret)
            />
            <div class="columns" data-split="even">
                <div class="stack">
                    <Count counting />
                    <Verdict hall />
                    <Show when=move || known.get()>
                        <CommandButton label=texts.new_one icon="plus" on_press=move || counting.begin() />
                    </Show>
                </div>
                <WhyBase hall />
            </div>
        }
    };
    let asked = asked(hall);
    view! {
        <Entries hall class="stack">
            <Entered hall />
            <UndoBanner hall />
            <Show when=move || asked.get()>{form}</Show>
            <Taken hall />
        </Entries>
    }
}

/// Whether the fields are open: what was entered stands alone until another vote is begun.
fn asked(hall: Hall) -> Memo<bool> {
    let begun = move || hall.counting.begun.get() || hall.run.with(|run| run.votes.is_empty());
    Memo::new(move |_| begun() && !hall.locked.get())
}

/// Says what was entered last.
#[component]
fn Entered(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let entered = hall.counting.entered;
    let words =
        move || entered.with(|question| question.as_ref().map(ToString::to_string)).unwrap_or_default();
    view! {
        <Show when=move || entered.with(Option::is_some)>
            <Arrival>
                <Banner tone=Tone::Ok icon="check-circle" title=texts.entered text=Signal::derive(words) />
            </Arrival>
        </Show>
    }
}

#[component]
fn Question(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let counting = hall.counting;
    // The question goes into the minutes, which are Vietnamese; the chip is in the language of the screen.
    let questions = Texts::of(Language::Vietnamese).votes().suggested;
    let suggestion = move |(words, question): (&'static str, &'static str)| {
        view! {
            <button
                class="chip"
                data-wrap="true"
                type="button"
                on:click=move |_| counting.question.value.set(question.to_owned())
            >
                {words}
            </button>
        }
    };
    let weights = Weight::ALL.map(|weight| (texts.weight)(weight).to_owned()).to_vec();
    view! {
        <section class="stack" aria-label=texts.question>
            <TextArea
                id="question"
                one_row=true
                label=texts.question
                value=counting.question.value
                error=counting.question.error
            />
            <div class="cluster" role="group" aria-label=texts.suggestions>
                {texts.suggested.into_iter().zip(questions).map(suggestion).collect_view()}
            </div>
            <Select
                id="weight"
                label=texts.needs
                options=Signal::derive(move || weights.clone())
                chosen=counting.weight
            />
        </section>
    }
}

/// Enters the count.
#[component]
pub fn VoteActions(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let (counting, floor) = (hall.counting, hall.floor);
    let asked = asked(hall);
    let enter = move || untrack(|| counting.save(floor.base(), floor.voters_there()));
    view! {
        <ActionBar>
            <Show
                when=move || asked.get()
                fallback=move || view! { <CommandButton label=texts.new_one icon="plus" grow=true on_press=move || counting.begin() /> }
            >
                <CommandButton label=texts.enter kind="primary" grow=true busy=counting.saving on_press=enter />
            </Show>
        </ActionBar>
    }
}

#[component]
fn Taken(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let votes = Memo::new(move |_| hall.run.with(|run| run.votes.clone()));
    view! {
        <Show when=move || votes.with(|votes| !votes.is_empty())>
            <section class="stack" aria-labelledby="taken">
                <h2 id="taken" data-size="l">
                    {texts.taken}
                </h2>
                <ul class="sheet rows">
                    {move || votes.get().into_iter().map(|vote| view! { <Row hall vote /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Row(hall: Hall, vote: Vote) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().votes();
    let question = vote.question.to_string();
    let label = |verb: &str| [verb, ": ", &question].concat();
    let (spoken_edit, spoken_remove) =
        (label(state.texts().assign().edit), label(state.texts().run().remove));
    let carried = hall.run.regulation.with(|regulation| vote.carried(regulation));
    let verdict = if carried { texts.carried } else { texts.not_carried };
    let way = if vote.way == Way::Hands { texts.hands } else { texts.secret };
    let counts = (texts.counts)(vote.favour, vote.against, vote.other, vote.base.voters());
    let facts = [way, " · ", &counts, " · ", verdict].concat();
    let other = vote.clone();
    let on_remove = move || {
        let id = vote.id;
        hall.undone.set(Some(Undone::Vote(vote.clone())));
        hall.run.enter(move |run| {
            run.votes.retain(|known| known.id != id);
            Ok(())
        });
    };
    let on_edit = move || {
        if let Some(unentered) = hall.counting.edit(&other) {
            hall.undone.set(Some(Undone::Count(unentered)));
        }
    };
    view! {
        <li class="task">
            <p class="task__title">{question}</p>
            <p class="task__from">{facts}</p>
            <div class="row__actions">
                <CommandButton label=state.texts().assign().edit icon="pen" spoken=spoken_edit on_press=on_edit />
                <CommandButton label=state.texts().run().remove icon="trash" spoken=spoken_remove on_press=on_remove />
            </div>
        </li>
    }
}
