//! The order of business: what is done, what runs, what is to come. A tap goes to any of it.

use super::content::begin;
use super::hall::Hall;
use crate::domain::meeting::{Part, Section, sections};
use crate::domain::proceedings::{Proceedings, Step};
use crate::domain::time::Moment;
use crate::state::use_state;
use crate::ui::{Icon, IconSize};
use leptos::prelude::*;

/// How a step stands, as the list shows it.
#[derive(Clone, PartialEq)]
struct Row {
    title: String,
    part: Part,
    planned: u16,
    /// Minutes spent, once it is done.
    spent: Option<i64>,
}

/// The list.
#[component]
pub fn AgendaList(hall: Hall) -> impl IntoView {
    let texts = use_state().texts();
    let run = hall.run;
    let shown = Memo::new(move |_| hall.shown());
    let rows = Memo::new(move |_| {
        run.with(|run| {
            let spent = |step: &Step| {
                let done = step.began().is_some() && !step.running();
                done.then(|| step.elapsed(Moment::default()) / 60_000)
            };
            let row = |step: &Step| Row {
                title: step.item.title.to_string(),
                part: step.item.part,
                planned: step.item.minutes,
                spent: spent(step),
            };
            run.steps.iter().map(row).collect::<Vec<_>>()
        })
    });
    let goes_on = Memo::new(move |_| run.with(Proceedings::goes_on));
    // What is done is out of the way of what is to come.
    let folded = RwSignal::new(true);
    let go = move |place: usize| {
        if goes_on.get() { begin(hall, place) } else { hall.looked.set(Some(place)) }
    };
    // Regular and thematic content of one evening stay apart.
    let item = move |(place, row): (usize, Row), head: Option<Section>| {
        let now = move || shown.get() == place;
        let done = row.spent.is_some();
        let number = move || {
            if done && !now() {
                return view! {
                    <Icon name="check" size=IconSize::Small />
                    <span class="visually-hidden">{texts.run().done}</span>
                }
                .into_any();
            }
            (place + 1).to_string().into_any()
        };
        let state = move || match (now(), done) {
            (true, _) => Some("now"),
            (false, true) => Some("done"),
            (false, false) => None,
        };
        let minutes = row.spent.map_or(u32::from(row.planned), |spent| u32::try_from(spent).unwrap_or(0));
        let head = head.map(|section| {
            view! { <li class="agenda__part">{(texts.meetings().section)(section)}</li> }
        });
        view! {
            {head}
            <li>
                <button
                    class="agenda__item"
                    type="button"
                    data-state=state
                    aria-current=move || now().then_some("step")
                    on:click=move |_| untrack(|| go(place))
                >
                    <span class="agenda__number">{number}</span>
                    <span>{row.title}</span>
                    <span class="agenda__time">{(texts.dates().minutes)(minutes)}</span>
                </button>
            </li>
        }
    };
    let items = move || {
        let rows = rows.get();
        let heads = sections(rows.iter().map(|row| row.part));
        let fold = folded.get() && goes_on.get();
        let mut head = None;
        let mut items = Vec::new();
        for ((place, row), begins) in rows.into_iter().enumerate().zip(heads) {
            // The heading of what is folded up stands above what follows.
            head = begins.or(head);
            if !fold || row.spent.is_none() {
                items.push(item((place, row), head.take()));
            }
        }
        items
    };
    let done = Memo::new(move |_| rows.with(|rows| rows.iter().filter(|row| row.spent.is_some()).count()));
    let fold = move || {
        view! {
            <button
                class="unfold"
                type="button"
                aria-expanded=move || (!folded.get()).to_string()
                on:click=move |_| folded.update(|folded| *folded = !*folded)
            >
                <span class="strong-note">{move || (texts.run().items_done)(done.get())}</span>
                <Icon name="chevron-down" />
            </button>
        }
    };
    view! {
        <section class="stack" aria-labelledby="agenda">
            <h3 id="agenda">{texts.run().agenda}</h3>
            <Show when=move || goes_on.get() && (done.get() > 0)>{fold}</Show>
            <div class="sheet">
                <ol class="agenda">{items}</ol>
            </div>
        </section>
    }
}
