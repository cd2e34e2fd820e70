//! Bản bổ sung: what is put right in a locked paper, locked in its turn.

use super::Closing;
use super::lock::signed;
use crate::domain::regulation::Regulation;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::words::{Line, Prose};
use crate::exchange::draft::DraftName;
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::pages::paper_words;
use crate::pages::writing::{Parts, Writing};
use crate::papers::addendum::addendum;
use crate::papers::letterhead::Letterhead;
use crate::sync::Memory;
use crate::ui::{Dialog, Field, TextArea};
use leptos::prelude::*;
use paper::Paper;

/// Writes an addendum to the paper in `to`, while there is one.
#[component]
pub fn WriteAddendum(closing: Closing, to: RwSignal<Option<SignedPaper>>) -> impl IntoView {
    let texts = closing.state.texts();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if to.with(Option::is_some) {
            open.set(true);
        }
    });
    Effect::new(move |before: Option<bool>| {
        let open = open.get();
        if before == Some(true) && !open {
            to.set(None);
        }
        open
    });
    view! {
        <Dialog
            id="addendum"
            title=texts.closing().write_addendum
            open
            close_label=texts.shell().close
        >
            {move || to.get_untracked().map(|of| view! { <Fields closing of open /> })}
        </Dialog>
    }
}

#[component]
fn Fields(closing: Closing, of: SignedPaper, open: RwSignal<bool>) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts().closing();
    let text = FormField::new("");
    let about = FormField::new("");
    let parts = Parts { known: Some(of.id), fields: vec![text, about], choices: Vec::new(), members: None };
    let writing = Writing::new(state, DraftName::Addendum(of.id), parts);
    let on_save = move |()| {
        let (about, prose) = (about.asked_line(state, texts.ask_about), text.some_prose(state));
        if let Some(paper) = locked(closing, &of, &about?, &prose?) {
            writing
                .save(async move |handbook| handbook.lock_papers(vec![paper]).await, move || open.set(false));
        }
        Some(())
    };
    view! {
        <EditForm writing label=texts.lock_addendum icon="lock" on_save>
            <p>{texts.addendum_lead}</p>
            <Field
                id="addendum-about"
                label=texts.addendum_about
                hint=texts.addendum_about_hint
                value=about.value
                error=about.error
            />
            <TextArea id="addendum-text" label=texts.addendum_text value=text.value error=text.error />
        </EditForm>
    }
}

/// The addendum as it is locked today.
fn locked(closing: Closing, of: &SignedPaper, about: &Line, text: &Prose) -> Option<SignedPaper> {
    let state = closing.state;
    let today = state.today();
    let called = paper_words::official_name(of);
    let compose = |memory: &Memory| -> Option<Paper> {
        let named = memory.fold().meeting(of.meeting).map(|notice| memory.regulation(notice.regulation));
        let regulation = named.unwrap_or_else(|| Regulation::shipped(today));
        let letterhead = Letterhead::under(memory.fold().charter()?, memory.fold().roster()?, &regulation);
        Some(addendum(&letterhead, &called, today, about.as_str(), text.as_str()))
    };
    let paper = untrack(|| state.with(compose)).flatten()?;
    signed(state, of.meeting, today, &paper, Form::Addendum { of: of.id }, None)
}
