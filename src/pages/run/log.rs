//! Ghi phát biểu: what was said in the step that is shown, the latest first.

use super::hall::{Hall, names};
use super::speech_dialog::SpeechDialog;
use crate::domain::meeting::ItemRole;
use crate::domain::proceedings::{Opinion, OpinionKind};
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;

/// The log and the way into it.
#[component]
pub fn Log(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let said = Memo::new(move |_| {
        let step = hall.shown();
        let here = |opinion: &&Opinion| usize::from(opinion.step) == step;
        hall.run.with(|run| run.opinions.iter().rev().filter(here).cloned().collect::<Vec<_>>())
    });
    let count = move || {
        let mut speakers: Vec<_> =
            said.with(|said| said.iter().flat_map(|opinion| opinion.by.clone()).collect());
        speakers.sort_unstable();
        speakers.dedup();
        (texts.speaker_count)(speakers.len())
    };
    let kind = move || {
        let step = hall.shown();
        let role = hall.run.with(|run| run.steps.get(step).map(|step| step.item.role));
        if role == Some(ItemRole::Criticism) { OpinionKind::SelfCriticism } else { OpinionKind::Opinion }
    };
    let on_add = move |_| untrack(|| hall.speech.begin(hall.shown(), kind()));
    let label = move || if hall.speech.waits() { texts.go_on_speaking } else { texts.add_speaker };
    view! {
        <section class="stack" aria-labelledby="talk">
            <div class="section__head">
                <h3 id="talk">{texts.log}</h3>
                <p class="note">{count}</p>
            </div>
            <Show when=move || said.with(|said| !said.is_empty())>
                <div class="sheet">
                    <ol class="speakers">
                        {move || {
                            let row = |opinion| view! { <Row hall opinion /> };
                            said.get().into_iter().map(row).collect_view()
                        }}
                    </ol>
                </div>
            </Show>
            <button class="button" data-wide="true" type="button" aria-haspopup="dialog" on:click=on_add>
                <Icon name="mic" />
                {label}
            </button>
            <SpeechDialog hall />
        </section>
    }
}

#[component]
fn Row(hall: Hall, opinion: Opinion) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let time = opinion.at.wall().time.to_hm();
    let by = names(state, &opinion.by);
    let kind = (texts.opinion_kind)(opinion.kind).to_lowercase();
    let words = match (opinion.kind, opinion.text.is_empty()) {
        (_, true) => kind,
        (OpinionKind::Opinion, false) => opinion.text.to_string(),
        (_, false) => [&kind, ": ", opinion.text.as_str()].concat(),
    };
    view! {
        <li>
            <button class="speaker" type="button" aria-haspopup="dialog" on:click=move |_| hall.speech.edit(&opinion)>
                <span class="speaker__time">{time}</span>
                <span class="speaker__body as-typed">
                    <strong>{by}</strong>
                    ": "
                    {words}
                </span>
            </button>
        </li>
    }
}
