//! Locking: number, term, the vote; asked once more, then for good.

use super::{Closing, compose};
use crate::domain::id::ThingId;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::Regulation;
use crate::domain::signed_paper::{Adoption, Form, SignedPaper, SignedPaperFault, Term};
use crate::domain::time::Day;
use crate::domain::vote::Vote;
use crate::domain::words::Line;
use crate::pages::edit_form::EditForm;
use crate::papers::minutes::READ_BACK;
use crate::papers::resolution::adopted;
use crate::state::{Notice, State};
use crate::sync::{Fault, Memory};
use crate::ui::{Banner, CheckRow, Dialog, Field, Select, Tone};
use leptos::prelude::*;
use paper::Paper;
use std::sync::Arc;

/// The dialog's form.
#[derive(Clone, Copy)]
pub struct LockForm {
    open: RwSignal<bool>,
    /// The resolution is locked with the minutes.
    with_resolution: RwSignal<bool>,
    /// It was to be locked: what is wrong with the vote is said until it is right.
    asked: RwSignal<bool>,
}

impl LockForm {
    /// The form of a page; shut.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), with_resolution: RwSignal::new(true), asked: RwSignal::new(false) }
    }

    /// Opens the form.
    pub(super) fn begin(self, closing: Closing) {
        self.asked.set(false);
        closing.issuing.writing.refused.set(None);
        self.open.set(true);
    }

    /// Reads number, term and vote, and makes the papers of what is shown; says at the field what is wrong.
    fn papers(self, closing: Closing) -> Option<Vec<SignedPaper>> {
        let notice = closing.notice.get_untracked()?;
        let held_on = |run: &Option<Proceedings>| run.as_ref().map(|run| run.held_on(&notice));
        let (meeting, day) = (closing.meeting, closing.run.with_untracked(held_on)?);
        let minutes = closing.minutes.paper.get_untracked()?;
        let mut papers = vec![signed(closing.state, meeting, day, &minutes, Form::Minutes, None)?];
        if self.with_resolution.get_untracked() {
            let form = self.form(closing);
            let adopted_by = self.adoption(closing);
            let resolution = closing.resolution.paper.get_untracked()?;
            papers.push(signed(closing.state, meeting, day, &resolution, form?, Some(adopted_by?))?);
        }
        Some(papers)
    }

    fn form(self, closing: Closing) -> Option<Form> {
        let (state, issuing) = (closing.state, closing.issuing);
        let texts = state.texts().closing();
        let number = issuing.number.number(1, u16::MAX, texts.bad_number);
        let from = issuing.from.number(1930, 9999, texts.bad_term);
        let to = issuing.to.number(1930, 9999, texts.bad_term);
        let term = Term { from: from?, to: to? };
        if !term.sound() {
            issuing.to.refuse(texts.bad_term);
            return None;
        }
        let form = Form::Resolution { number: number?, term };
        let taken = |memory: &Memory| memory.fold().signed_papers().any(|paper| paper.form == form);
        if state.with(taken).unwrap_or(false) {
            issuing.number.refuse(texts.number_taken);
            return None;
        }
        Some(form)
    }

    fn adoption(self, closing: Closing) -> Option<Adoption> {
        self.asked.set(true);
        let vote = untrack(|| closing.issuing.adoption());
        vote.as_ref().filter(|vote| wrong(closing, Some(vote)).is_none()).map(compose::adoption)
    }

    fn lock(self, closing: Closing) -> Option<()> {
        let meeting = closing.meeting;
        let papers = untrack(|| self.papers(closing))?;
        closing.issuing.writing.save(
            async move |handbook| handbook.close_meeting(meeting, papers).await,
            move || self.open.set(false),
        );
        Some(())
    }
}

/// What is wrong with the vote that is chosen.
fn wrong(closing: Closing, vote: Option<&Vote>) -> Option<&'static str> {
    let texts = closing.state.texts().closing();
    match vote {
        None => Some(texts.no_vote),
        Some(vote) if !vote.carried(&regulation(closing)) => Some(texts.not_carried),
        Some(_) => None,
    }
}

/// What the meeting is held under.
fn regulation(closing: Closing) -> Arc<Regulation> {
    let named = closing.notice.with_untracked(|notice| notice.as_ref().map(|notice| notice.regulation));
    let regulation = |memory: &Memory| named.map(|id| memory.regulation(id));
    let known = untrack(|| closing.state.with(regulation)).flatten();
    known.unwrap_or_else(|| Regulation::shipped(untrack(|| closing.state.today())))
}

/// A paper as it is locked, with an id of its own.
pub fn signed(
    state: State,
    meeting: ThingId,
    adopted_on: Day,
    paper: &Paper,
    form: Form,
    adopted_by: Option<Adoption>,
) -> Option<SignedPaper> {
    let title = if paper.title.about.is_empty() { &paper.title.kind } else { &paper.title.about };
    let title = match Line::parse(title) {
        Ok(title) => title,
        Err(_) => {
            state.say(Notice::Fault(Fault::TooLong));
            return None;
        }
    };
    let text = paper.to_bytes();
    let id = state.handbook()?.new_thing();
    let signed = SignedPaper { id, meeting, form, title, adopted_on, adopted_by, text };
    if signed.check() == Err(SignedPaperFault::TooLarge) {
        state.say(Notice::Fault(SignedPaperFault::TooLarge.into()));
        return None;
    }
    Some(signed)
}

/// Asks for number, term and vote, and locks.
#[component]
pub fn Lock(closing: Closing, form: LockForm) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts();
    view! {
        <Dialog
            id="lock"
            title=texts.closing().lock
            open=form.open
            close_label=texts.shell().close
        >
            <EditForm
                writing=closing.issuing.writing
                label=texts.closing().lock_now
                icon="lock"
                on_save=move |()| form.lock(closing)
            >
                <Banner
                    tone=Tone::Warn
                    icon="lock"
                    title=texts.closing().lock_lead
                    text=texts.closing().lock_text
                />
                <div class="sheet">
                    <div class="rows">
                        <CheckRow
                            title=texts.closing().with_resolution
                            note=texts.closing().with_resolution_note
                            checked=form.with_resolution
                            on_toggle=move || form.with_resolution.update(|with| *with = !*with)
                        />
                        <ReadBack closing />
                    </div>
                </div>
                <Show when=move || form.with_resolution.get()>
                    <Fields closing form />
                </Show>
            </EditForm>
        </Dialog>
    }
}

/// Asks whether the minutes were read once more, where no vote on them says so; words put right by hand stand as they
/// are.
#[component]
fn ReadBack(closing: Closing) -> impl IntoView {
    let texts = closing.state.texts().closing();
    let read_back = closing.issuing.read_back;
    let checked = Memo::new(move |_| read_back.get() == 1);
    let asked = move || {
        let voted = closing.run.with(|run| {
            run.as_ref().is_some_and(|run| compose::minutes_vote(run, &regulation(closing)).is_some())
        });
        !voted && closing.minutes.edited.with(Option::is_none)
    };
    view! {
        <Show when=asked>
            <CheckRow
                title=READ_BACK
                note=texts.read_back_note
                checked
                on_toggle=move || read_back.update(|said| *said = usize::from(*said != 1))
            />
        </Show>
    }
}

#[component]
fn Fields(closing: Closing, form: LockForm) -> impl IntoView {
    let texts = closing.state.texts().closing();
    let issuing = closing.issuing;
    let votes = move || {
        let told = |vote: &Vote| (texts.vote)(vote.question.as_str(), vote.favour, vote.base.voters());
        let run = closing.run.get();
        let told = run.iter().flat_map(|run| run.votes.iter().map(told));
        std::iter::once(texts.choose_vote.to_owned()).chain(told).collect::<Vec<_>>()
    };
    let printed = move || {
        let adoption = issuing.adoption().as_ref().map(compose::adoption);
        adoption.map(|adoption| [texts.printed, &adopted(&adoption)].concat())
    };
    view! {
        <Field
            id="number"
            kind="number"
            label=texts.number
            hint=texts.number_hint
            value=issuing.number.value
            error=issuing.number.error
        />
        <Field
            id="term-from"
            kind="number"
            label=texts.term_from
            value=issuing.from.value
            error=issuing.from.error
        />
        <Field
            id="term-to"
            kind="number"
            label=texts.term_to
            value=issuing.to.value
            error=issuing.to.error
        />
        <Select
            id="vote"
            label=texts.adopted_by
            options=Signal::derive(votes)
            chosen=issuing.vote
        />
        <p class="note" role="status">
            {printed}
        </p>
        <p class="field__error" role="alert">
            {move || form.asked.get().then(|| wrong(closing, issuing.adoption().as_ref()))}
        </p>
    }
}
