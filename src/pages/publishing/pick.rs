//! Picking a file, and what is said while and after it is looked through.

use super::reading::{self, Problem};
use super::{Desk, Stage};
use crate::domain::classification::Marking;
use crate::library::intake::Refusal;
use crate::ports::device::{PickedFault, ViewerFault, WordFault};
use crate::state::{State, use_state};
use crate::ui::{Banner, FilePicker, Tag, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use paper::Unread;

const INPUT: &str = "document-file";

fn sentence(state: State, problem: Problem) -> &'static str {
    let texts = state.texts().publishing();
    match problem {
        Problem::Refused(Refusal::TooLarge) | Problem::Unpicked(PickedFault::TooLarge) => texts.too_large,
        Problem::Unpicked(fault) => state.picked_sentence(fault),
        Problem::Refused(Refusal::Empty) => texts.empty_file,
        Problem::Refused(Refusal::OtherType) => texts.other_type,
        Problem::Refused(Refusal::NotAPdf) | Problem::Unread(ViewerFault::NotAPdf) => texts.not_a_pdf,
        Problem::Refused(Refusal::NotUtf8) => texts.not_utf8,
        Problem::Refused(Refusal::Marked(Marking::Confidential)) => texts.confidential,
        Problem::Refused(Refusal::Marked(Marking::Secret)) => texts.secret,
        Problem::Refused(Refusal::Marked(Marking::TopSecret)) => texts.top_secret,
        Problem::Unread(ViewerFault::Encrypted) => texts.encrypted,
        Problem::Unread(ViewerFault::Broken) => texts.broken,
        Problem::Unread(ViewerFault::NoViewer) => texts.no_viewer,
        Problem::Refused(Refusal::OldWord) | Problem::Word(WordFault::Unread(Unread::OldWord)) => {
            texts.old_word
        }
        Problem::Word(WordFault::Unread(Unread::NotWord)) => texts.not_word,
        Problem::Word(WordFault::Unread(Unread::Encrypted)) => texts.encrypted_word,
        Problem::Word(WordFault::Unread(Unread::Broken)) => texts.broken_word,
        Problem::Word(WordFault::Unread(Unread::TooLarge)) => texts.swollen_word,
        Problem::Word(WordFault::NoOffice) => texts.no_office,
    }
}

/// The first step.
#[component]
pub fn Pick(desk: Desk) -> impl IntoView {
    let state = use_state();
    let on_pick = move || {
        spawn_local(async move {
            let Some(picked) = state.tools().files.picked(INPUT).await.into_iter().next() else {
                return;
            };
            desk.reset();
            // The page may be gone by now.
            let Some(mine) = desk.attempt.try_get_untracked() else {
                return;
            };
            let latest = move || desk.attempt.try_get_untracked() == Some(mine);
            let picked = match picked {
                Ok(picked) => picked,
                Err(fault) => {
                    desk.stage.set(Stage::Refused(Problem::Unpicked(fault)));
                    return;
                }
            };
            desk.stage.set(Stage::Reading(0, 0));
            let progress = move |page, pages| {
                if latest() {
                    desk.stage.set(Stage::Reading(page, pages));
                }
                latest()
            };
            let read = reading::read(state, picked, progress).await;
            match read.filter(|_| latest()) {
                None => {}
                Some(Err(problem)) => desk.stage.set(Stage::Refused(problem)),
                Some(Ok(candidate)) => {
                    desk.candidate.set_value(Some(candidate));
                    desk.stage.set(Stage::Form);
                }
            }
        });
    };
    let reading = move || matches!(desk.stage.get(), Stage::Reading(..));
    view! {
        <section class="stack">
            <p>{state.texts().publishing().lead}</p>
            <Outcome desk />
            <Show when=move || !reading()>
                <FilePicker
                    id=INPUT
                    label=state.texts().publishing().pick
                    accept=".pdf,.docx,.md,.txt,application/pdf,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                    kind="primary"
                    on_pick
                />
            </Show>
            <p>
                <Tag tone=Tone::Neutral icon="shield" bare=true words=state.texts().publishing().shield />
            </p>
        </section>
    }
}

#[component]
fn Outcome(desk: Desk) -> impl IntoView {
    let state = use_state();
    view! {
        <div>
            {move || match desk.stage.get() {
                Stage::Reading(page, pages) => {
                    let words = (state.texts().publishing().reading)(page, pages);
                    let value = [&(100 * page / pages.max(1)).to_string(), "%"].concat();
                    view! {
                        <div class="stack">
                            <p role="status">{words}</p>
                            <span class="progress" aria-hidden="true">
                                <span class="progress__fill" style:--value=value></span>
                            </span>
                            <button class="button" type="button" on:click=move |_| desk.reset()>
                                {state.texts().shell().cancel}
                            </button>
                        </div>
                    }
                    .into_any()
                }
                Stage::Refused(problem) => {
                    let text = sentence(state, problem).to_owned();
                    let title = state.texts().publishing().refused.to_owned();
                    view! { <Banner tone=Tone::Danger icon="stop" title text /> }.into_any()
                }
                _ => ().into_any(),
            }}
        </div>
    }
}
