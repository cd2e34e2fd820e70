//! The locked papers of the meeting, for everybody.

use crate::domain::id::ThingId;
use crate::domain::order;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::pages::paper_words::PaperRow;
use crate::record::Kind;
use crate::state::use_state;
use crate::sync::Memory;
use leptos::prelude::*;

/// The papers; nothing before any is locked.
#[component]
pub fn Locked(id: ThingId) -> impl IntoView {
    let state = use_state();
    state.load(Kind::SignedPaper);
    let papers = Memo::new(move |_| {
        let of_meeting = |memory: &Memory| {
            let papers = memory.fold().signed_papers().filter(|paper| paper.meeting == id).cloned();
            let key = |paper: &SignedPaper| {
                (matches!(paper.form, Form::Addendum { .. }), paper.form == Form::Minutes, paper.adopted_on)
            };
            order::sorted(papers, |a, b| key(a).cmp(&key(b)))
        };
        state.with(of_meeting).unwrap_or_default()
    });
    let row = |signed| view! { <li><PaperRow signed /></li> };
    view! {
        <Show when=move || papers.with(|papers| !papers.is_empty())>
            <section class="section" aria-labelledby="locked">
                <h2 class="section__title" id="locked">
                    {state.texts().closing().locked}
                </h2>
                <div class="sheet">
                    <ul class="rows">{move || papers.get().into_iter().map(row).collect_view()}</ul>
                </div>
            </section>
        </Show>
    }
}
