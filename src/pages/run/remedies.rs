//! Khắc phục: what the score of the meeting before has asked for, and what this one finds of it.

use super::entry::{Jot, Slot};
use super::hall::Hall;
use super::progress::ProgressChips;
use crate::domain::proceedings::{Proceedings, Remedied};
use crate::domain::task::Progress;
use crate::domain::words::Prose;
use crate::record::Kind;
use crate::state::use_state;
use leptos::prelude::*;

/// The remedies; nothing where none were asked for.
#[component]
pub fn Remedies(hall: Hall) -> impl IntoView {
    let state = use_state();
    let run = hall.run;
    state.load(Kind::Score);
    let asked = Memo::new(move |_| {
        let asked = state.with(|memory| memory.fold().remedies_before(run.meeting).map(Prose::to_string));
        asked.flatten()
    });
    move || asked.get().map(|asked| view! { <Asked hall asked /> })
}

#[component]
fn Asked(hall: Hall, asked: String) -> impl IntoView {
    let texts = use_state().texts();
    let run = hall.run;
    let progress = Memo::new(move |_| run.with(|run| run.remedied.as_ref().map(|found| found.progress)));
    let found = Memo::new(move |_| progress.get().is_some());
    let set = move |progress: Progress| {
        run.enter(move |run: &mut Proceedings| {
            let result = run.remedied.take().map(|found| found.result).unwrap_or_default();
            run.remedied = Some(Remedied { progress, result });
            Ok(())
        });
    };
    view! {
        <section class="sheet" data-pad="true" aria-labelledby="remedies">
            <div class="stack">
                <h3 id="remedies">{texts.run().remedies}</h3>
                <p class="as-typed">{asked}</p>
                <div class="cluster" role="group" aria-labelledby="remedies">
                    <ProgressChips found=progress on_find=set />
                </div>
                <Show when=move || found.get()>
                    <Jot run of=Slot::Remedied id="remedied" label=texts.run().remedied />
                </Show>
            </div>
        </section>
    }
}
