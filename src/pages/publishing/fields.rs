//! What a document is called, who issued it, and which meeting it belongs to.

use super::reading::Candidate;
use super::{Desk, Stage};
use crate::domain::document::{Kind, Media};
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::order;
use crate::library::intake::{PICTURES_ONLY, summary_of_scan};
use crate::pages::form::{FormField, read_or_lead};
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::sync::{Memory, NewDocument};
use crate::ui::{Banner, CheckRow, CommandButton, Field, Select, Tag, TextArea, Tone};
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Form {
    kind: RwSignal<usize>,
    number: FormField,
    summary: FormField,
    issuer: FormField,
    day: FormField,
    /// Place in the list of meetings, which begins with none.
    meeting: RwSignal<usize>,
    /// What the secretary types of a scan.
    scan_summary: FormField,
    /// The secretary vouches that a scanned paper carries no marking.
    vouched: RwSignal<bool>,
    busy: RwSignal<bool>,
}

fn coming(state: State) -> Vec<Meeting> {
    let today = state.today();
    let sorted = |memory: &Memory| {
        let open = |meeting: &&Meeting| meeting.stands() && meeting.starts.day >= today;
        order::sorted(memory.fold().meetings().filter(open).cloned(), |a, b| a.starts.cmp(&b.starts))
    };
    state.with(sorted).unwrap_or_default()
}

impl Form {
    fn new(title: &str) -> Self {
        let paper = Kind::ALL.iter().position(|kind| *kind == Kind::MeetingPaper).unwrap_or(0);
        Self {
            kind: RwSignal::new(paper),
            number: FormField::new(""),
            summary: FormField::new(title),
            issuer: FormField::new(""),
            day: FormField::new(""),
            meeting: RwSignal::new(0),
            scan_summary: FormField::new(""),
            vouched: RwSignal::new(false),
            busy: RwSignal::new(false),
        }
    }

    fn read(self, state: State, candidate: &Candidate) -> Option<NewDocument> {
        let texts = state.texts().publishing();
        // Every field says what is wrong with it, not only the first one.
        let (number, summary) =
            (self.number.optional_line(state), self.summary.asked_line(state, texts.no_summary));
        let (issuer, day) =
            (self.issuer.asked_line(state, texts.no_issuer), self.day.optional_day(texts.bad_day));
        let reading = match &candidate.reading {
            None if candidate.scanned => {
                let summary = summary_of_scan(&self.scan_summary.text());
                let bare = (candidate.media == Media::Word).then(|| PICTURES_ONLY.to_owned());
                self.scan_summary
                    .kept(summary.map(|summary| summary.or(bare)).map_err(|_| texts.summary_marked))
            }
            reading => Some(reading.clone()),
        };
        Some(NewDocument {
            kind: Kind::ALL[self.kind.get_untracked()],
            number: number?,
            summary: summary?,
            issuer: issuer?,
            issued_on: day?,
            media: candidate.media,
            bytes: candidate.bytes.clone(),
            reading: reading?,
        })
    }
}

fn publish(state: State, desk: Desk, form: Form, meeting: Option<ThingId>) {
    let read = desk.candidate.with_value(|candidate| form.read(state, candidate.as_ref()?));
    let Some(new) = read_or_lead(state, read) else {
        return;
    };
    let title = new.summary.to_string();
    form.busy.set(true);
    state.run(
        move |handbook| async move { handbook.publish_document(new, meeting).await },
        move |outcome| {
            form.busy.try_set(false);
            match outcome {
                Ok(_) => drop(desk.stage.try_set(Stage::Done(title))),
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        },
    );
}

/// The second step.
#[component]
pub fn DocumentForm(desk: Desk) -> impl IntoView {
    let state = use_state();
    let (name, title, scanned) = desk.candidate.with_value(|candidate| {
        candidate
            .as_ref()
            .map(|file| (file.name.clone(), file.title.clone(), file.scanned))
            .unwrap_or_default()
    });
    let form = Form::new(&title);
    let meetings = Memo::new(move |_| coming(state));
    let on_publish = move || {
        let place = form.meeting.get_untracked().checked_sub(1);
        let meeting = place.and_then(|place| {
            meetings.with_untracked(|meetings| meetings.get(place).map(|meeting| meeting.id))
        });
        publish(state, desk, form, meeting);
    };
    let held = move || form.busy.get() || (scanned && !form.vouched.get());
    view! {
        <p>
            <Tag tone=Tone::Neutral icon="document" bare=true words=name />
        </p>
        <Show when=move || scanned>
            <Vouching form />
        </Show>
        <Fields form meetings />
        <div class="cluster">
            <CommandButton
                label=state.texts().publishing().publish
                icon="send"
                kind="primary"
                busy=Signal::derive(held)
                on_press=on_publish
            />
            <button class="button" type="button" on:click=move |_| desk.reset()>
                {state.texts().shell().cancel}
            </button>
        </div>
    }
}

#[component]
fn Vouching(form: Form) -> impl IntoView {
    let state = use_state();
    let vouched = form.vouched;
    view! {
        <Banner
            tone=Tone::Warn
            icon="warning"
            title=state.texts().publishing().scanned
            text=state.texts().publishing().scanned_text
        />
        <div class="sheet">
            <div class="rows">
                <CheckRow
                    title=state.texts().publishing().vouch
                    checked=vouched
                    on_toggle=move || vouched.update(|vouched| *vouched = !*vouched)
                />
            </div>
        </div>
        <TextArea
            id="scan-summary"
            label=state.texts().publishing().scan_summary
            hint=state.texts().publishing().scan_summary_hint
            value=form.scan_summary.value
            error=form.scan_summary.error
        />
    }
}

#[component]
fn Fields(form: Form, meetings: Memo<Vec<Meeting>>) -> impl IntoView {
    let state = use_state();
    let kinds = Kind::ALL.map(state.texts().nouns().document_kind).to_vec();
    let options = Signal::derive(move || {
        let texts = state.texts();
        let option = |meeting: &Meeting| {
            [&words::meeting_title(texts, meeting), ", ", &meeting.starts.day.to_dmy()].concat()
        };
        let none = std::iter::once(texts.publishing().no_meeting.to_owned());
        meetings.with(|meetings| none.chain(meetings.iter().map(option)).collect::<Vec<_>>())
    });
    view! {
        <TextArea
            id="summary"
            label=state.texts().publishing().summary
            hint=state.texts().publishing().summary_hint
            value=form.summary.value
            error=form.summary.error
        />
        <Select
            id="kind"
            label=state.texts().publishing().kind
            options=kinds
            chosen=form.kind
        />
        <Field
            id="number"
            label=state.texts().publishing().number
            hint=state.texts().publishing().number_hint
            value=form.number.value
            error=form.number.error
        />
        <Field
            id="issuer"
            label=state.texts().publishing().issuer
            value=form.issuer.value
            error=form.issuer.error
        />
        <Field
            id="issued"
            kind="date"
            label=state.texts().publishing().day
            hint=form.day.day_in_words(state, state.texts().publishing().may_be_empty)
            value=form.day.value
            error=form.day.error
        />
        <Select
            id="for-meeting"
            label=state.texts().publishing().meeting
            options
            chosen=form.meeting
        />
    }
}
