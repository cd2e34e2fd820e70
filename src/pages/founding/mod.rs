//! Founding a branch: what it is called, who leads it and where its files lie, then the recovery sheet, once.

mod form;
mod sheet;

use crate::app::routes::Route;
use crate::record::Seed;
use crate::state::{Notice, Phase, use_state};
use crate::ui::{ActionBar, Blank, FocusScreen};
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
    if state.phase() == Phase::Open {
        return view! { <AlreadyOpen /> }.into_any();
    }
    let form = Form::new(state.device().shell.take_fragment());
    let step = RwSignal::new(Step::Branch);
    let busy = RwSignal::new(false);
    // Only here and on the paper. It is gone with this page.
    let recovery: StoredValue<Option<Seed>, LocalStorage> = StoredValue::new_local(None);
    let on_found = move |_| {
        let Some(founding) = form.read(state) else {
            return;
        };
        busy.set(true);
        state.found(founding, move |outcome| {
            busy.set(false);
            match outcome {
                Ok(seed) => {
                    state.device().shell.forget_fragment();
                    recovery.set_value(Some(seed));
                    step.set(Step::Sheet);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    };
    let action = move || match step.get() {
        Step::Branch => view! {
            <ActionBar>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| {
                        if form.branch_is_complete(state) {
                            step.set(Step::Secretary);
                        }
                    }
                >
                    {state.texts().founding().next}
                </button>
            </ActionBar>
        }
        .into_any(),
        Step::Secretary => view! {
            <ActionBar>
                <button class="button" type="button" on:click=move |_| step.set(Step::Branch)>
                    {state.texts().shell().back}
                </button>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    disabled=busy
                    on:click=on_found
                >
                    {state.texts().founding().found}
                </button>
            </ActionBar>
        }
        .into_any(),
        Step::Sheet => ().into_any(),
    };
    view! {
        <Show
            when=move || step.get() == Step::Sheet
            fallback=move || {
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
            }
        >
            {move || {
                let groups = recovery
                    .with_value(|seed| seed.as_ref().map(crate::exchange::recovery::to_groups));
                groups.map(|groups| view! { <RecoverySheet groups><Steps step /></RecoverySheet> })
            }}
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
        <main class="app__main" id="main" tabindex="-1">
            <Blank
                icon="book"
                title=state.texts().founding().title
                text=state.texts().faults().already_open
            >
                <a class="button" data-kind="primary" href=Route::Home.href()>
                    {state.texts().shell().go_home}
                </a>
            </Blank>
        </main>
    }
}
