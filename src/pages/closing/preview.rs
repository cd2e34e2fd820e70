//! The papers as they will be printed, one at a time; once they are locked, as they were locked.

use super::{Closing, Which};
use crate::pages::paper_words::PaperText;
use crate::ui::{Banner, CommandButton, Confirm, Icon, PaperPage, Segment, Segmented, SegmentedKind, Tone};
use leptos::prelude::*;
use paper::Paper;

/// The paper that is looked at, and what may be done with it.
#[component]
pub fn Preview(closing: Closing) -> impl IntoView {
    let texts = closing.state.texts().closing();
    let large = RwSignal::new(false);
    let label = move || if large.get() { texts.as_sheet } else { texts.as_text };
    // A meeting may have been closed with its minutes alone.
    let papers = Memo::new(move |_| {
        let there = |which: &Which| !closing.closed() || closing.paper(*which).is_some();
        [Which::Resolution, Which::Minutes].into_iter().filter(there).collect::<Vec<_>>()
    });
    let chosen = move || {
        let shown = closing.shown.get();
        papers.with(|papers| papers.iter().find(|which| **which == shown).or(papers.first()).copied())
    };
    let page = move || match chosen().and_then(|which| closing.paper(which)) {
        Some(paper) => shown(paper, large.get()),
        None => view! { <p class="note">{texts.no_paper}</p> }.into_any(),
    };
    let segment = move |value| {
        let words = match value {
            Which::Resolution => texts.resolution,
            Which::Minutes => texts.minutes,
        };
        Segment { value, icon: None, words }
    };
    let tabs = move || {
        let several = papers.with(|papers| papers.len() > 1);
        several.then(|| {
            view! {
                <Segmented
                    kind=SegmentedKind::Tabs("paper")
                    label=texts.preview
                    items=papers.get().into_iter().map(segment).collect()
                    chosen=Signal::derive(chosen)
                    on_choose=move |which| closing.shown.set(which)
                />
            }
        })
    };
    let title = move || if closing.closed() { texts.as_locked } else { texts.preview };
    view! {
        <section class="stack" aria-labelledby="preview">
            <div class="section__head" data-print="no">
                <h2 id="preview">{title}</h2>
                <button
                    class="button"
                    data-kind="quiet"
                    type="button"
                    on:click=move |_| large.update(|large| *large = !*large)
                >
                    {label}
                </button>
            </div>
            <div class="stack" data-print="no">
                {tabs}
                <Show when=move || !closing.closed()>
                    <Changes closing />
                </Show>
            </div>
            <div id="paper" role="tabpanel" aria-label=title>
                {page}
            </div>
        </section>
    }
}

/// As a sheet, or as words in the size of the text with the sheet for the printer only.
fn shown(paper: Paper, large: bool) -> AnyView {
    let text = large.then(|| {
        let paper = paper.clone();
        view! {
            <div class="sheet" data-pad="true" data-print="no">
                <PaperText paper />
            </div>
        }
    });
    view! {
        {text}
        <div class="papers paper-desk" data-screen=large.then_some("no")>
            <PaperPage paper />
        </div>
    }
    .into_any()
}

/// Putting it right by hand, and composing it anew.
#[component]
fn Changes(closing: Closing) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts().closing();
    let asking = RwSignal::new(false);
    let draft = move || closing.draft(closing.shown.get());
    let edited = move || draft().edited.with(Option::is_some);
    view! {
        <div class="cluster">
            <button
                class="button"
                type="button"
                on:click=move |_| closing.editing.set(Some(closing.shown.get_untracked()))
            >
                <Icon name="pen" />
                {texts.edit}
            </button>
        </div>
        <Show when=edited>
            <Banner tone=Tone::Wait icon="pen" title=texts.edited text=texts.edited_text>
                <CommandButton
                    label=texts.compose_anew
                    opens_dialog=true
                    on_press=move || asking.set(true)
                />
            </Banner>
        </Show>
        <Confirm
            id="anew"
            title=texts.compose_anew
            text=texts.compose_anew_text
            verb=texts.compose_anew
            icon="sync"
            open=asking
            cancel_label=state.texts().shell().close
            on_yes=move || untrack(draft).compose_anew()
        />
    }
}
