//! The count: hands or ballots, whether it carries the question, and over whom it is counted.

use super::counting::{AGAINST, COLLECTED, Counting, FAVOUR, INVALID, ISSUED, OTHER};
use super::hall::Hall;
use crate::domain::regulation::Share;
use crate::domain::text::number_vi;
use crate::domain::vote::{Base, Vote};
use crate::state::use_state;
use crate::ui::{Counter, Icon};
use leptos::prelude::*;

/// The numbers.
#[component]
pub fn Count(counting: Counting) -> impl IntoView {
    let texts = use_state().texts().votes();
    let row = move |place: usize, id: &'static str, label: &'static str| {
        let field = counting.numbers[place];
        view! {
            <Counter
                id
                label
                value=field.value
                error=field.error
                less=texts.less
                more=texts.more
            />
        }
    };
    view! {
        <section class="sheet" aria-label=texts.numbers>
            <div class="ballot">
                {row(FAVOUR, "favour", texts.favour)}
                {row(AGAINST, "against", texts.against)}
                {row(OTHER, "other", texts.other)}
            </div>
        </section>
        <Show when=move || counting.secret.get()>
            <section class="sheet" aria-label=texts.ballots>
                <div class="ballot">
                    {row(ISSUED, "issued", texts.issued)}
                    {row(COLLECTED, "collected", texts.collected)}
                    {row(INVALID, "invalid", texts.invalid)}
                </div>
            </section>
        </Show>
    }
}

/// `89,5%`, with a point before the decimals in a style sheet.
fn percent(part: u16, whole: u16) -> f64 {
    (f64::from(part) * 1_000.0 / f64::from(whole.max(1))).round() / 10.0
}

/// Whether the question is carried, as the numbers stand.
#[component]
pub fn Verdict(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().votes();
    let vote = Memo::new(move |_| {
        let vote = hall.counting.count(hall.floor.base());
        vote.filter(|vote| vote.check_with(hall.floor.voters_there()).is_ok())
    });
    let shown = move |vote: Vote| {
        let regulation = &*hall.run.regulation.get();
        let (needed, voters) = (vote.needed(regulation)?, vote.base.voters());
        let carried = vote.carried(regulation);
        let share = percent(vote.favour, voters);
        let line = match vote.weight.share(regulation) {
            Share::MoreThan(..) => (texts.need_more_than)(needed),
            Share::AtLeast(..) => (texts.need_at_least)(needed),
        };
        let (tone, icon, title) =
            if carried { ("ok", "check-circle", texts.carried) } else { ("warn", "info", texts.not_carried) };
        let width = [&share.min(100.0).to_string(), "%"].concat();
        let need = [&percent(needed, voters).to_string(), "%"].concat();
        Some(view! {
            <section class="verdict" data-tone=tone>
                <p class="verdict__title">
                    <Icon name=icon />
                    {title}
                </p>
                <div
                    class="verdict__bar"
                    style:--value=width
                    style:--need=need
                    role="img"
                    aria-label=(texts.bar)(vote.favour, voters, needed)
                >
                    <span class="verdict__fill"></span>
                    <span class="verdict__need"></span>
                </div>
                <p>{(texts.reached)(vote.favour, voters, &number_vi(share, 1))} " " {line}</p>
            </section>
        })
    };
    view! { <div role="status">{move || vote.get().and_then(shown)}</div> }
}

/// Why it is counted over so many.
#[component]
pub fn WhyBase(hall: Hall) -> impl IntoView {
    let state = use_state();
    let (texts, words) = (state.texts().votes(), state.texts().roll_call());
    let base = Memo::new(move |_| hall.counting.base(hall.floor.base()));
    let line = |label: &'static str, value: String, total: bool| {
        view! {
            <p class="base__line" data-total=total.then_some("true")>
                <span>{label}</span>
                <span>{value}</span>
            </p>
        }
    };
    let minus = |value: u16| ["−\u{a0}", &value.to_string()].concat();
    let less = move |label: &'static str, value: u16| (value > 0).then(|| line(label, minus(value), false));
    let lines = move || {
        let base: Base = base.get();
        view! {
            {line(words.official, base.official.to_string(), false)}
            {less(words.base_released, base.released)}
            {less(words.suspended, base.suspended)}
            {line(words.voters, base.voters().to_string(), true)}
        }
    };
    view! {
        <section class="sheet base" aria-labelledby="base">
            <h2 id="base" data-size="l">
                {move || (texts.why)(base.get().voters())}
            </h2>
            <div class="base__why">{lines}</div>
            <p class="note">{words.base_note}</p>
            <p class="note">{move || (texts.voters_there)(hall.floor.voters_there())}</p>
        </section>
    }
}
