//! Bản bổ sung: what is put right in a locked paper, locked in its turn.

use super::Closing;
use super::lock::signed;
use crate::domain::regulation::Regulation;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::words::Prose;
use crate::pages::form::{FormField, read_or_lead};
use crate::pages::paper_words;
use crate::papers::addendum::addendum;
use crate::papers::letterhead::Letterhead;
use crate::state::Notice;
use crate::sync::Memory;
use crate::ui::{CommandButton, Dialog, TextArea};
use leptos::prelude::*;
use paper::Paper;

/// Writes an addendum to the paper in `to`, while there is one.
#[component]
pub fn WriteAddendum(closing: Closing, to: RwSignal<Option<SignedPaper>>) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts();
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let text = FormField::new("");
    Effect::new(move |_| {
        if to.with(Option::is_some) {
            open.set(true);
        }
    });
    // Whatever closes the dialog, the words stay for the next time it is opened.
    Effect::new(move |before: Option<bool>| {
        let open = open.get();
        if before == Some(true) && !open {
            to.set(None);
        }
        open
    });
    let on_lock = move || {
        let Some(prose) = read_or_lead(state, text.some_prose(state)) else {
            return;
        };
        let Some(paper) = to.get_untracked().and_then(|of| locked(closing, &of, &prose)) else {
            return;
        };
        busy.set(true);
        state.run(
            async move |handbook| handbook.lock_papers(vec![paper]).await,
            move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(()) => {
                        text.value.try_set(String::new());
                        open.try_set(false);
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    view! {
        <Dialog
            id="addendum"
            title=texts.closing().write_addendum
            open
            close_label=texts.shell().close
        >
            <div class="stack">
                <p>{texts.closing().addendum_lead}</p>
                <TextArea
                    id="addendum-text"
                    label=texts.closing().addendum_text
                    value=text.value
                    error=text.error
                />
                <CommandButton
                    label=texts.closing().lock_addendum
                    icon="lock"
                    kind="primary"
                    busy
                    on_press=on_lock
                />
            </div>
        </Dialog>
    }
}

/// The addendum as it is locked today.
fn locked(closing: Closing, of: &SignedPaper, text: &Prose) -> Option<SignedPaper> {
    let state = closing.state;
    let today = state.today();
    let called = paper_words::official_name(of);
    let compose = |memory: &Memory| -> Option<Paper> {
        let named = memory.fold().meeting(of.meeting).map(|notice| memory.regulation(notice.regulation));
        let regulation = named.unwrap_or_else(|| Regulation::shipped(today));
        let letterhead = Letterhead::under(memory.fold().charter()?, memory.fold().roster()?, &regulation);
        Some(addendum(&letterhead, &called, today, text.as_str()))
    };
    let paper = untrack(|| state.with(compose)).flatten()?;
    signed(state, of.meeting, today, &paper, Form::Addendum { of: of.id }, None)
}
