//! What the secretary enters: when the bureau met, who drafts, and how far resolution and theme are.

use super::picture::Preparing;
use crate::domain::meeting::Theme;
use crate::domain::proceedings::{DraftState, Preparation, Proceedings};
use crate::domain::theme_plan::PlannedTheme;
use crate::pages::draft_state::{DraftStates, STATES};
use crate::pages::edit_form::EditForm;
use crate::pages::form::{Chosen, FormField};
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::{Dialog, Field};
use leptos::prelude::*;
use std::rc::Rc;

/// Whose progress the dialog asks for.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    Resolution,
    Theme,
}

/// The forms of both dialogs.
#[derive(Clone, Copy)]
pub struct Entries {
    bureau_open: RwSignal<bool>,
    bureau_day: FormField,
    draft_open: RwSignal<bool>,
    of: RwSignal<Of>,
    drafter: FormField,
    progress: Chosen<DraftState>,
    /// Something is being kept.
    pub saving: RwSignal<bool>,
}

impl Default for Entries {
    fn default() -> Self {
        Self {
            bureau_open: RwSignal::new(false),
            bureau_day: FormField::new(""),
            draft_open: RwSignal::new(false),
            of: RwSignal::new(Of::Resolution),
            drafter: FormField::new(""),
            progress: Chosen::new(&STATES, DraftState::Assigned),
            saving: RwSignal::new(false),
        }
    }
}

impl Entries {
    /// Asks when the bureau met.
    pub fn begin_bureau(self, preparing: Preparing) {
        let day =
            untrack(|| preparing.read(|picture| picture.preparation.bureau_met.map(|day| day.to_iso())));
        self.bureau_day.value.set(day.unwrap_or_default());
        self.bureau_day.error.set(None);
        self.bureau_open.set(true);
    }

    /// Asks who drafts the resolution, and how far it is.
    pub fn begin_draft(self, preparing: Preparing) {
        let Preparation { drafter, draft, .. } =
            untrack(|| preparing.read(|picture| picture.preparation.clone()));
        self.drafter.value.set(drafter.map(|drafter| drafter.to_string()).unwrap_or_default());
        self.drafter.error.set(None);
        self.begin(Of::Resolution, draft);
    }

    /// Asks how far the theme is.
    pub fn begin_theme(self, preparing: Preparing) {
        let state = untrack(|| preparing.read(|picture| picture.theme.as_ref().map(|theme| theme.state)));
        self.begin(Of::Theme, state.unwrap_or_default());
    }

    fn begin(self, of: Of, progress: DraftState) {
        self.of.set(of);
        self.progress.set(progress);
        self.draft_open.set(true);
    }

    fn save_bureau(self, state: State, preparing: Preparing) -> Option<()> {
        let texts = state.texts().prepare();
        let day = self.bureau_day.optional_day(texts.bad_day)?;
        let ahead = day.is_some_and(|day| day > state.today());
        let fits = |day| preparing.read(|picture| picture.meeting.bureau_fits(day));
        let astray = day.is_some_and(|day| !untrack(|| fits(day)));
        let day = self.bureau_day.kept(match (ahead, astray) {
            (true, _) => Err(texts.day_ahead),
            (false, true) => Err(texts.day_astray),
            (false, false) => Ok(day),
        })?;
        self.prepare(state, preparing, move |preparation| preparation.bureau_met = day);
        self.bureau_open.set(false);
        Some(())
    }

    fn save_draft(self, state: State, preparing: Preparing) -> Option<()> {
        let progress = untrack(|| self.progress.get());
        if self.of.get_untracked() == Of::Theme {
            self.put_theme(state, preparing, progress);
        } else {
            let drafter = self.drafter.optional_line(state)?;
            let draft = if drafter.is_some() { progress } else { DraftState::Assigned };
            self.prepare(state, preparing, move |preparation| {
                preparation.drafter.clone_from(&drafter);
                preparation.draft = draft;
            });
        }
        self.draft_open.set(false);
        Some(())
    }

    /// Both drafts are with the members.
    pub fn mark_sent(self, state: State, preparing: Preparing) {
        self.prepare(state, preparing, |preparation| preparation.draft = DraftState::Sent);
        if untrack(|| preparing.read(|picture| picture.theme.is_some())) {
            self.put_theme(state, preparing, DraftState::Sent);
        }
    }

    /// Enters the theme of the meeting into the plan of its year, or how far it is.
    pub fn put_theme(self, state: State, preparing: Preparing, progress: DraftState) {
        let known = untrack(|| {
            preparing.read(|picture| {
                let starts = picture.meeting.starts.day;
                Some((picture.theme.clone(), picture.meeting.theme.clone()?, starts))
            })
        });
        let (Some((planned, Theme { title, preparer }, day)), Some(handbook)) = (known, state.handbook())
        else {
            return;
        };
        let fresh = PlannedTheme {
            id: handbook.new_thing(),
            title,
            month: u8::try_from(day.month().number()).unwrap_or(1),
            preparer,
            state: progress,
        };
        let theme = planned.map_or(fresh, |planned| PlannedTheme { state: progress, ..planned });
        self.keep(state, move |handbook| async move {
            handbook.edit_theme_plan(day.year(), |plan| plan.put(theme.clone())).await
        });
    }

    fn prepare(self, state: State, preparing: Preparing, edit: impl Fn(&mut Preparation) + 'static) {
        let id = preparing.id;
        self.keep(state, move |handbook| async move {
            let edit = |run: &mut Proceedings| {
                edit(&mut run.preparation);
                Ok(())
            };
            handbook.edit_proceedings(id, edit).await
        });
    }

    fn keep<Run>(self, state: State, change: impl FnOnce(Rc<Handbook>) -> Run + 'static)
    where
        Run: Future<Output = Result<(), Fault>> + 'static,
    {
        self.saving.set(true);
        state.run(change, move |outcome| {
            // The page may be closed by now.
            self.saving.try_set(false);
            if let Err(fault) = outcome {
                state.say(Notice::Fault(fault));
            }
        });
    }
}

/// When the bureau met.
#[component]
pub fn Bureau(preparing: Preparing, entries: Entries) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    view! {
        <Dialog
            id="bureau"
            title=texts.prepare().bureau
            open=entries.bureau_open
            close_label=texts.shell().close
        >
            <EditForm saving=entries.saving on_save=move |()| entries.save_bureau(state, preparing)>
                <Field
                    id="bureau-day"
                    kind="date"
                    label=texts.prepare().bureau_day
                    hint=entries.bureau_day.day_in_words(state, texts.prepare().bureau_hint)
                    value=entries.bureau_day.value
                    error=entries.bureau_day.error
                />
            </EditForm>
        </Dialog>
    }
}

/// Who drafts, and how far a draft is.
#[component]
pub fn Draft(preparing: Preparing, entries: Entries) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let resolution = move || entries.of.get() == Of::Resolution;
    let title = move || if resolution() { texts.prepare().draft } else { texts.prepare().theme };
    view! {
        <Dialog
            id="draft"
            title=Signal::derive(move || title().to_owned())
            open=entries.draft_open
            close_label=texts.shell().close
        >
            <EditForm saving=entries.saving on_save=move |()| entries.save_draft(state, preparing)>
                <Show when=resolution>
                    <Field
                        id="drafter"
                        label=texts.prepare().drafter
                        hint=texts.prepare().drafter_hint
                        value=entries.drafter.value
                        error=entries.drafter.error
                    />
                </Show>
                <DraftStates chosen=entries.progress />
            </EditForm>
        </Dialog>
    }
}
