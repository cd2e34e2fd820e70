//! The three boxes, with beginnings of sentences for those who find the first word hard.

use super::desk::Desk;
use crate::state::use_state;
use crate::ui::FieldNote;
use leptos::html;
use leptos::prelude::*;

const TITLES: [&str; 3] = ["box-1", "box-2", "box-3"];

/// Thực trạng, nguyên nhân, giải pháp.
#[component]
pub(super) fn ThreeBoxes(desk: Desk) -> impl IntoView {
    let boxes = TITLES.into_iter().enumerate();
    view! {
        <div class="stack">
            {boxes.map(|(place, id)| view! { <ThematicBox desk place id /> }).collect_view()}
        </div>
    }
}

#[component]
fn ThematicBox(desk: Desk, place: usize, id: &'static str) -> impl IntoView {
    let state = use_state();
    let text = desk.boxes[place];
    let error = desk.errors[place];
    let area: NodeRef<html::Textarea> = NodeRef::new();
    let note = [id, "-note"].concat();
    let empty = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let change = move |words: String| {
        text.set(words);
        error.set(None);
        desk.autosave.touch();
    };
    let on_start = move |starter: &'static str| {
        let words = [starter.trim_end_matches('…'), " "].concat();
        let end = u32::try_from(words.encode_utf16().count()).unwrap_or(u32::MAX);
        change(words.clone());
        if let Some(area) = area.get_untracked() {
            // The page follows the signal later; the caret has to stand behind the words now.
            area.set_value(&words);
            // Both refuse only when the box is not in the page.
            area.focus().ok();
            area.set_selection_range(end, end).ok();
        }
    };
    view! {
        <section class="box" data-state=move || (!empty.get()).then_some("filled") aria-labelledby=id>
            <div class="box__head">
                <span class="box__number" aria-hidden="true">
                    {place + 1}
                </span>
                <div class="box__words">
                    <h3 class="box__title" id=id>
                        {state.texts().comments().boxes[place]}
                    </h3>
                    <span class="box__ask">{state.texts().comments().asks[place]}</span>
                </div>
            </div>
            <div class="box__body field" data-state=move || error.with(|error| error.is_some().then_some("error"))>
                <textarea
                    class="field__input"
                    node_ref=area
                    aria-labelledby=id
                    aria-describedby=note.clone()
                    aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                    prop:value=text
                    on:input=move |event| change(event_target_value(&event))
                ></textarea>
                <FieldNote id=note error=error.into() />
                <Show when=move || empty.get()>
                    <Starters place on_start />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Starters(place: usize, on_start: impl Fn(&'static str) + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    let starter = move |starter: &'static str| {
        view! {
            <button class="starter" type="button" on:click=move |_| on_start(starter)>
                {starter}
            </button>
        }
    };
    view! {
        <div class="box__starters">
            <span class="box__starter-label">{state.texts().comments().start}</span>
            {state.texts().comments().starters[place].map(starter).collect_view()}
        </div>
    }
}
