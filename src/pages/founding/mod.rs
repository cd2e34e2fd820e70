//! Founding a branch: the text size, what it is called, who leads it and where its files lie, then the recovery sheet, once.

mod form;
mod sheet;

use crate::app::routes::Route;
use crate::pages::form::read_or_lead;
use crate::pages::text_size::ChooseSize;
use crate::state::{Notice, Phase, use_state};
use crate::sync::Memory;
use crate::ui::{ActionBar, CommandButton, FocusScreen, LonePage};
use form::{BranchFields, Form, SecretaryFields};
use leptos::prelude::*;
use sheet::RecoverySheet;

/// Where the owner is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Branch,
    Secretary,
    Sheet,
}

impl Step {
    const ALL: [Self; 3] = [Self::Branch, Self::Secretary, Self::Sheet];

    fn number(self) -> usize {
        match self {
            Self::Branch => 1,
            Self::Secretary => 2,
            Self::Sheet => 3,
        }
    }
}

/// The wizard.
#[component]
pub fn Founding() -> impl IntoView {
    let state = use_state();
    let first = match (state.phase(), untrack(|| state.with(Memory::sheet_waits))) {
        (Phase::Open, Some(true)) => Step::Sheet,
        (Phase::Open, _) => return view! { <AlreadyOpen /> }.into_any(),
        _ => Step::Branch,
    };
    let form = Form::new(state.device().shell.take_fragment());
    let step = RwSignal::new(first);
    let sized = RwSignal::new(first == Step::Sheet);
    let on_sized = move || {
        sized.set(true);
        state.device().shell.focus_heading();
    };
    let busy = RwSignal::new(false);
    let on_next = move || {
        if read_or_lead(state, form.branch_is_complete(state).then_some(())).is_some() {
            step.set(Step::Secretary);
        }
    };
    let on_found = move || {
        let Some(founding) = read_or_lead(state, form.read(state)) else {
            return;
        };
        busy.set(true);
        state.found(founding, move |outcome| {
            // The page may have been left in the meantime; Hôm nay leads back to the sheet.
            busy.try_set(false);
            match outcome {
                Ok(()) => {
                    state.device().shell.forget_fragment();
                    step.try_set(Step::Sheet);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    };
    let action = move || match step.get() {
        Step::Branch => view! {
            <ActionBar>
                <CommandButton
                    label=state.texts().founding().next
                    kind="primary"
                    grow=true
                    on_press=on_next
                />
            </ActionBar>
        }
        .into_any(),
        Step::Secretary => view! {
            <ActionBar>
                <button class="button" type="button" on:click=move |_| step.set(Step::Branch)>
                    {state.texts().shell().back}
                </button>
                <CommandButton
                    label=state.texts().founding().found
                    kind="primary"
                    grow=true
                    busy
                    on_press=on_found
                />
            </ActionBar>
        }
        .into_any(),
        Step::Sheet => ().into_any(),
    };
    view! {
        <Show
            when=move || step.get() == Step::Sheet
            fallback=move || {
                if !sized.get() {
                    return view! { <ChooseSize on_done=on_sized /> }.into_any();
                }
                view! {
                    <FocusScreen
                        title=state.texts().founding().title
                        back=Route::Start.href()
                        back_label=state.texts().shell().back
                        action=action
                    >
                        <Steps step />
                        {move || match step.get() {
                            Step::Branch => view! { <BranchFields form /> }.into_any(),
                            _ => view! { <SecretaryFields form /> }.into_any(),
                        }}
                    </FocusScreen>
                }
                    .into_any()
            }
        >
            <RecoverySheet>
                <Steps step />
            </RecoverySheet>
        </Show>
    }
    .into_any()
}

#[component]
fn Steps(step: RwSignal<Step>) -> impl IntoView {
    let state = use_state();
    let words = move || (state.texts().founding().step)(step.get().number(), Step::ALL.len());
    let mark = move |of: Step| {
        let look = move || match of.number().cmp(&step.get().number()) {
            core::cmp::Ordering::Less => "done",
            core::cmp::Ordering::Equal => "now",
            core::cmp::Ordering::Greater => "todo",
        };
        view! { <span class="steps__mark" data-state=look></span> }
    };
    view! {
        <div class="steps" data-print="no">
            <div class="steps__line" aria-hidden="true">
                {Step::ALL.map(mark).collect_view()}
            </div>
            <p class="note" role="status">
                {words}
            </p>
        </div>
    }
}

#[component]
fn AlreadyOpen() -> impl IntoView {
    let state = use_state();
    view! {
        <LonePage
            icon="book"
            title=state.texts().founding().title
            text=state.texts().faults().already_open
            href=Route::Home.href()
            link=state.texts().shell().go_home
        />
    }
}
