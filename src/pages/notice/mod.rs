//! Thông báo họp: a new notice, or a change of one that is out.

mod agenda;
mod draft;
mod fields;
mod form;
mod papers;
mod plan;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::pages::autosave::SavedTag;
use crate::state::{Notice, use_state};
use crate::ui::{ActionBar, Blank, FocusScreen, Icon};
use agenda::Agenda;
use draft::{Draft, Resumed};
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
            <main class="app__main" id="main" tabindex="-1">
                <Blank
                    icon="calendar"
                    title=state.texts().faults().unknown_meeting
                >
                    <a class="button" data-kind="primary" href=Route::Meetings.href()>
                        {state.texts().shell().meetings}
                    </a>
                </Blank>
            </main>
        }
        .into_any(),
    }
}

#[component]
fn Editor(form: Form, draft: Option<Draft>) -> impl IntoView {
    let state = use_state();
    let known = draft.is_none();
    let navigate = use_navigate();
    let busy = RwSignal::new(false);
    state.load(crate::record::Kind::Document);
    let announce = move |_| {
        if !form.check(state) {
            return;
        }
        let Some(meeting) = untrack(|| form.meeting(state.today())) else {
            return;
        };
        let (id, navigate) = (meeting.id, navigate.clone());
        busy.set(true);
        state.run(
            move |handbook| async move { handbook.announce(meeting).await },
            move |outcome| {
                busy.try_set(false);
                match outcome {
                    Ok(()) => {
                        if let Some(draft) = draft {
                            draft.drop_from(state);
                        }
                        navigate(&Route::Meeting(id).href(), NavigateOptions::default());
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    };
    let announce = StoredValue::new_local(announce);
    let texts = state.texts().notice();
    let action = move || {
        view! {
            <ActionBar>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    disabled=busy
                    on:click=move |event| announce.with_value(|announce| announce(event))
                >
                    <Icon name="send" />
                    {move || if known { texts.save } else { texts.send }}
                </button>
            </ActionBar>
        }
    };
    let back = if known { Route::Meeting(form.id.get_untracked()) } else { Route::Desk };
    view! {
        <FocusScreen
            title=Signal::derive(move || {
                if known { texts.edit_title } else { texts.title }.to_owned()
            })
            sub=Signal::derive(move || state.branch_name())
            back=back.href()
            back_label=state.texts().shell().back
            end=move || draft.map(|draft| view! { <SavedTag autosave=draft.autosave /> })
            action=action
        >
            {draft.map(|draft| view! { <Resumed form resumed=draft.resumed /> })}
            <Show when=move || known>
                <PlanFields form />
            </Show>
            <Fields form />
            <Cautions form />
            <Agenda form />
            <Papers form />
            <p role="alert" class="field__error">
                {move || form.incomplete.get().then_some(texts.incomplete)}
            </p>
        </FocusScreen>
    }
}
