//! Thông báo họp: a new notice, or a change of one that is out.

mod agenda;
mod asking;
mod beginning;
mod draft;
mod fields;
mod form;
mod papers;
mod plan;
mod planned;
mod usual;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Kind;
use crate::domain::task::Task;
use crate::exchange::draft::DraftName;
use crate::pages::autosave::SavedTag;
use crate::pages::form::read_or_lead;
use crate::pages::unfinished::Unfinished;
use crate::state::{Notice, State, use_state};
use crate::sync::Memory;
use crate::ui::{ActionBar, CommandButton, FocusScreen, LonePage};
use agenda::Agenda;
use asking::AskToSend;
use draft::{Draft, Resumed};
use fields::{Cautions, Fields};
use form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use papers::Papers;
use plan::PlanFields;

pub use beginning::{NewMeeting, NextNotice, ThemeNotice};

/// A change of the notice of `meeting`.
#[component]
pub fn EditMeeting(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    match untrack(|| state.with(|memory| memory.fold().meeting(meeting).cloned())).flatten() {
        Some(known) => {
            let form = Form::new(state, meeting);
            form.fill(&known);
            let draft = Draft::new(state, form, DraftName::Notice(meeting).to_string());
            view! { <Editor form draft known=true /> }.into_any()
        }
        None => unknown(state),
    }
}

/// Instead of a notice that is not there.
fn unknown(state: State) -> AnyView {
    view! {
        <LonePage
            icon="calendar"
            title=state.texts().faults().unknown_meeting
            href=Route::Meetings.href()
            link=state.texts().shell().meetings
        />
    }
    .into_any()
}

/// What the meeting will take up that is being announced. Its day is today until it is known.
fn unfinished(state: State, form: Form, known: bool) -> Vec<Task> {
    let day = form.starts().map_or_else(|| state.today(), |starts| starts.day);
    if known || form.kind.get() != Kind::Regular {
        return Vec::new();
    }
    let open = |memory: &Memory| {
        memory.fold().open_tasks_on(day).into_iter().map(|(_, task)| task.clone()).collect()
    };
    state.with(open).unwrap_or_default()
}

#[component]
fn Editor(
    form: Form,
    draft: Draft,
    /// The notice is out.
    #[prop(optional)]
    known: bool,
) -> impl IntoView {
    let state = use_state();
    form.follow(state);
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    state.load(crate::record::Kind::Document);
    let tasks = Memo::new(move |_| unfinished(state, form, known));
    let asked = RwSignal::new(false);
    let on_ask = move || {
        if read_or_lead(state, form.check(state).then_some(())).is_some() {
            asked.set(true);
        }
    };
    let on_send = move || {
        let Some(meeting) = untrack(|| form.meeting(state)) else {
            return;
        };
        let id = meeting.id;
        let name = draft.name.get_value();
        busy.set(true);
        // Nothing is kept behind the notice that is on its way.
        draft.autosave.close();
        state.run(
            move |handbook| async move { handbook.announce_draft(meeting, &name).await },
            move |outcome| match outcome {
                Ok(()) => {
                    asking::say_sent(state);
                    // Nobody who has left is led away.
                    navigate.try_with_value(|navigate| {
                        navigate(&Route::Meeting(id).href(), NavigateOptions::default());
                    });
                }
                Err(fault) => {
                    state.say(Notice::Fault(fault));
                    // What was typed is kept again, while there is somebody who types.
                    if busy.try_set(false).is_none() {
                        draft.autosave.reopen();
                        draft.autosave.touch();
                    }
                }
            },
        );
    };
    let texts = state.texts().notice();
    let action = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=if known { texts.save } else { texts.send }
                    icon="send"
                    kind="primary"
                    grow=true
                    opens_dialog=known
                    busy
                    on_press=on_ask
                />
            </ActionBar>
        }
    };
    let back = if known { Route::Meeting(form.id.get_untracked()) } else { Route::Desk };
    view! {
        <FocusScreen
            title=if known { texts.edit_title } else { texts.title }
            sub=Signal::derive(move || state.branch_name())
            back=back.href()
            back_label=state.texts().shell().back
            end=move || view! { <SavedTag autosave=draft.autosave /> }
            action=action
        >
            <Resumed form draft />
            <Show when=move || known>
                <PlanFields form />
            </Show>
            <Fields form />
            <Cautions form />
            <Agenda form />
            <Unfinished tasks />
            <Papers form />
            <AskToSend form open=asked busy on_send=on_send />
            <p role="alert" class="field__error">
                {move || form.incomplete.get().then_some(texts.incomplete)}
            </p>
        </FocusScreen>
    }
}
