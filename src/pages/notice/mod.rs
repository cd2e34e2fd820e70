//! Thông báo họp: a new notice, or a change of one that is out.

mod agenda;
mod asking;
mod draft;
mod fields;
mod form;
mod papers;
mod plan;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::pages::autosave::SavedTag;
use crate::pages::form::read_or_lead;
use crate::state::{Notice, use_state};
use crate::ui::{ActionBar, CommandButton, FocusScreen, LonePage};
use agenda::Agenda;
use asking::AskToSend;
use draft::{Draft, NAME, Resumed};
use fields::{Cautions, Fields};
use form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use papers::Papers;
use plan::PlanFields;

/// A new notice.
#[component]
pub fn NewMeeting() -> impl IntoView {
    let state = use_state();
    let id = state.handbook().map_or(ThingId::BRANCH, |handbook| handbook.new_thing());
    let form = Form::new(state, id);
    let draft = Some(Draft::new(state, form));
    view! { <Editor form draft /> }
}

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
            view! { <Editor form draft=None /> }.into_any()
        }
        None => view! {
            <LonePage
                icon="calendar"
                title=state.texts().faults().unknown_meeting
                href=Route::Meetings.href()
                link=state.texts().shell().meetings
            />
        }
        .into_any(),
    }
}

#[component]
fn Editor(form: Form, draft: Option<Draft>) -> impl IntoView {
    let state = use_state();
    let known = draft.is_none();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    state.load(crate::record::Kind::Document);
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
        busy.set(true);
        // Nothing is kept behind the notice that is on its way.
        draft.iter().for_each(|draft| draft.autosave.close());
        state.run(
            move |handbook| async move {
                if known {
                    handbook.announce(meeting).await
                } else {
                    handbook.announce_draft(meeting, NAME).await
                }
            },
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
                        draft.iter().for_each(|draft| {
                            draft.autosave.reopen();
                            draft.autosave.touch();
                        });
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
            end=move || draft.map(|draft| view! { <SavedTag autosave=draft.autosave /> })
            action=action
        >
            {draft.map(|draft| view! { <Resumed form draft /> })}
            <Show when=move || known>
                <PlanFields form />
            </Show>
            <Fields form />
            <Cautions form />
            <Agenda form />
            <Papers form />
            <AskToSend form open=asked busy on_send=on_send />
            <p role="alert" class="field__error">
                {move || form.incomplete.get().then_some(texts.incomplete)}
            </p>
        </FocusScreen>
    }
}
