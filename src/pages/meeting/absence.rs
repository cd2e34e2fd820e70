//! Xin vắng: one of a few reasons, and a few words for the secretary.

use super::answer::own_answer;
use super::{Entry, UnknownMeeting, look_up};
use crate::app::routes::Route;
use crate::domain::attendance::{Answer, Reason};
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::exchange::draft::DraftName;
use crate::pages::autosave::SavedTag;
use crate::pages::edit_form::{Refused, Resumed};
use crate::pages::form::{Chosen, FormField, read_or_lead};
use crate::pages::unread::UnreadPage;
use crate::pages::words;
use crate::pages::writing::{Parts, Writing};
use crate::state::use_state;
use crate::ui::{ActionBar, Banner, Choice, ChoiceItem, CommandButton, FocusScreen, TextArea, Tone};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

const REASONS: [Reason; 5] = [Reason::Illness, Reason::Duty, Reason::Family, Reason::Away, Reason::Other];

/// Asking to be absent from the meeting at this address.
#[component]
pub fn Absence(
    /// Which meeting.
    id: ThingId,
) -> impl IntoView {
    let state = use_state();
    let entry = look_up(state, id);
    move || match entry.get() {
        Entry::Known(meeting) => view! { <Asking meeting=*meeting /> }.into_any(),
        Entry::Unknown => view! { <UnknownMeeting /> }.into_any(),
        Entry::Unread(fault) => view! { <UnreadPage fault /> }.into_any(),
        Entry::Looking => ().into_any(),
    }
}

/// What is being written.
#[derive(Clone, Copy)]
struct Form {
    reason: Chosen<Reason>,
    note: FormField,
    writing: Writing,
}

#[component]
fn Asking(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let id = meeting.id;
    let navigate = StoredValue::new_local(use_navigate());
    let begun = state.now().wall() >= meeting.starts || state.closed(id);
    let late = !meeting.stands() || begun;
    let (reason, note) = match untrack(|| own_answer(state, id)) {
        Some(Answer::Absent(reason, note)) => (reason, note.as_str().to_owned()),
        _ => (Reason::Illness, String::new()),
    };
    let reason = Chosen::new(&REASONS, reason);
    let note = FormField::new(&note);
    let parts = Parts { known: Some(id), fields: vec![note], choices: vec![reason.place], members: None };
    let writing = Writing::new(state, DraftName::Absence(id), parts);
    let form = Form { reason, note, writing };
    let on_send = move || {
        let Some(note) = read_or_lead(state, note.prose(state)) else {
            return;
        };
        let answer = Answer::Absent(untrack(|| reason.get()), note);
        writing.save(
            move |handbook| async move { handbook.reply(id, answer).await.map(drop) },
            move || {
                navigate.with_value(|navigate| {
                    let back = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&Route::Meeting(id).href(), back);
                });
            },
        );
    };
    let send = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=state.texts().meetings().absence_send
                    icon="send"
                    kind="primary"
                    grow=true
                    busy=writing.saving
                    on_press=on_send
                />
            </ActionBar>
        }
    };
    let title = words::meeting_title(state.texts(), &meeting);
    view! {
        <FocusScreen
            title=state.texts().meetings().absence
            sub=title
            back=Route::Meeting(id).href()
            back_label=state.texts().shell().back
            action=move || view! { <Show when=move || !late>{send()}</Show> }
        >
            {if late {
                let title = state.texts().meetings().too_late.to_owned();
                view! { <Banner tone=Tone::Neutral icon="clock" title /> }.into_any()
            } else {
                view! { <Reasons form /> }.into_any()
            }}
        </FocusScreen>
    }
}

#[component]
fn Reasons(form: Form) -> impl IntoView {
    let state = use_state();
    let items = {
        let title = |reason| (state.texts().nouns().reason)(reason);
        let item = |reason| ChoiceItem { value: reason, title: title(reason), note: String::new() };
        REASONS.map(item).to_vec()
    };
    view! {
        <Resumed writing=form.writing />
        <h2>{state.texts().meetings().absence_lead}</h2>
        <Choice
            label=state.texts().meetings().absence_lead
            items
            chosen=Signal::derive(move || form.reason.get())
            on_choose=move |reason| form.reason.set(reason)
        />
        <TextArea
            id="absence-note"
            label=state.texts().meetings().absence_note
            value=form.note.value
            error=form.note.error
        />
        <SavedTag autosave=form.writing.autosave />
        <Refused writing=form.writing />
        <p class="note">{state.texts().meetings().absence_safe}</p>
    }
}
