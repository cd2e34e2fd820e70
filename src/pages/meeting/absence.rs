//! Xin vắng: one of a few reasons, and a few words for the secretary.

use super::answer::own_answer;
use super::{Entry, UnknownMeeting, look_up};
use crate::app::routes::Route;
use crate::domain::attendance::{Answer, Reason};
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::words::Prose;
use crate::pages::unread::UnreadPage;
use crate::pages::words;
use crate::state::{Notice, use_state};
use crate::ui::{ActionBar, Banner, Choice, ChoiceItem, FocusScreen, Icon, TextArea, Tone};
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
    reason: RwSignal<Reason>,
    note: RwSignal<String>,
    fault: RwSignal<Option<String>>,
}

#[component]
fn Asking(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let id = meeting.id;
    let navigate = StoredValue::new_local(use_navigate());
    let late = !meeting.stands() || state.now().wall() >= meeting.starts;
    let (reason, note) = match untrack(|| own_answer(state, id)) {
        Some(Answer::Absent(reason, note)) => (reason, note.as_str().to_owned()),
        _ => (Reason::Illness, String::new()),
    };
    let form = Form { reason: RwSignal::new(reason), note: RwSignal::new(note), fault: RwSignal::new(None) };
    let sending = RwSignal::new(false);
    let on_send = move |_| {
        let note = match form.note.with_untracked(|note| Prose::parse(note)) {
            Ok(note) => note,
            Err(fault) => return form.fault.set(Some(state.words_sentence(fault).to_owned())),
        };
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        form.fault.set(None);
        let answer = Answer::Absent(form.reason.get_untracked(), note);
        state.run(
            move |handbook| async move { handbook.reply(id, answer).await },
            move |outcome| match outcome {
                Ok(_) => {
                    navigate.try_with_value(|navigate| {
                        let back = NavigateOptions { replace: true, ..NavigateOptions::default() };
                        navigate(&Route::Meeting(id).href(), back);
                    });
                }
                Err(fault) => {
                    sending.try_set(false);
                    state.say(Notice::Fault(fault));
                }
            },
        );
    };
    let send = move || {
        view! {
            <ActionBar>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    aria-disabled=move || sending.get().then_some("true")
                    on:click=on_send
                >
                    <Icon name="send" />
                    {state.texts().meetings().absence_send}
                </button>
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
        <h2>{state.texts().meetings().absence_lead}</h2>
        <Choice
            label=state.texts().meetings().absence_lead
            items
            chosen=form.reason
            on_choose=move |reason| form.reason.set(reason)
        />
        <TextArea
            id="absence-note"
            label=state.texts().meetings().absence_note
            value=form.note
            error=form.fault
        />
        <p class="note">{state.texts().meetings().absence_safe}</p>
    }
}
