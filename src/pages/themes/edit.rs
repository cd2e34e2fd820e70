//! One theme of the plan, and the day on which the plan was registered.

use super::Plan;
use crate::domain::proceedings::DraftState;
use crate::domain::theme_plan::{PlannedTheme, ThemePlan};
use crate::exchange::draft::DraftName;
use crate::pages::draft_state::{DraftStates, STATES};
use crate::pages::edit_form::EditForm;
use crate::pages::form::{Chosen, FormField};
use crate::pages::writing::{Parts, Writing};
use crate::state::{State, use_state};
use crate::ui::{Dialog, Field, Select, TextArea};
use leptos::prelude::*;

/// Which theme the dialog edits, while it is open.
#[derive(Clone, Copy)]
pub struct ThemeForm {
    open: RwSignal<bool>,
    /// As it stands; nothing for a new one.
    known: RwSignal<Option<PlannedTheme>>,
}

impl Default for ThemeForm {
    fn default() -> Self {
        Self { open: RwSignal::new(false), known: RwSignal::new(None) }
    }
}

impl ThemeForm {
    /// Opens the form for a known theme, or for a new one of this month.
    pub fn begin(self, theme: Option<&PlannedTheme>) {
        self.known.set(theme.cloned());
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub fn EditTheme(form: ThemeForm, plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let title = move || if form.known.with(Option::is_some) { texts.edit_title } else { texts.add };
    view! {
        <Dialog
            id="edit-theme"
            title=Signal::derive(move || title().to_owned())
            open=form.open
            close_label=state.texts().shell().close
        >
            <Fields form plan />
        </Dialog>
    }
}

/// What is written of a theme.
#[derive(Clone, Copy)]
struct Written {
    title: FormField,
    /// From 0.
    month: RwSignal<usize>,
    preparer: FormField,
    progress: Chosen<DraftState>,
    writing: Writing,
}

impl Written {
    fn new(state: State, year: i32, known: Option<&PlannedTheme>) -> Self {
        let this = untrack(|| state.today()).month().number() as usize;
        let month = known.map_or(this, |theme| usize::from(theme.month)).saturating_sub(1);
        let preparer = known.and_then(|theme| theme.preparer.as_ref());
        let title = FormField::new(&known.map(|theme| theme.title.to_string()).unwrap_or_default());
        let preparer = FormField::new(&preparer.map(|preparer| preparer.to_string()).unwrap_or_default());
        let progress = Chosen::new(&STATES, known.map(|theme| theme.state).unwrap_or_default());
        let month = RwSignal::new(month);
        let parts = Parts {
            known: known.map(|theme| theme.id),
            fields: vec![title, preparer],
            choices: vec![month, progress.place],
            members: None,
        };
        let name = DraftName::Theme(known.map_or_else(|| ThemePlan::about(year), |theme| theme.id));
        Self { title, month, preparer, progress, writing: Writing::new(state, name, parts) }
    }

    fn read(self, state: State) -> Option<PlannedTheme> {
        let title = self.title.asked_line(state, state.texts().themes().no_name);
        let preparer = self.preparer.optional_line(state);
        let given = preparer.as_ref().is_some_and(Option::is_some);
        Some(PlannedTheme {
            id: self.writing.id(),
            title: title?,
            month: u8::try_from(self.month.get_untracked() + 1).unwrap_or(1),
            preparer: preparer?,
            state: if given { untrack(|| self.progress.get()) } else { DraftState::Assigned },
        })
    }
}

#[component]
fn Fields(form: ThemeForm, plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let year = plan.year.get_untracked();
    let written = form.known.with_untracked(|known| Written::new(state, year, known.as_ref()));
    let Written { title, month, preparer, progress, writing } = written;
    let months: Vec<String> = (1..=12).map(texts.in_month).collect();
    let on_save = move |()| {
        let theme = written.read(state)?;
        writing.save(
            move |handbook| async move { handbook.put_drafted_theme(year, theme, writing.name).await },
            move || form.open.set(false),
        );
        Some(())
    };
    view! {
        <EditForm writing on_save>
            <TextArea id="theme-title" one_row=true label=texts.name value=title.value error=title.error />
            <Select
                id="theme-month"
                label=texts.month
                options=months
                chosen=month
            />
            <Field
                id="theme-preparer"
                label=texts.preparer
                hint=state.texts().publishing().may_be_empty
                value=preparer.value
                error=preparer.error
            />
            // What nobody was given has not come far.
            <Show when=move || preparer.value.with(|name| !name.trim().is_empty())>
                <DraftStates chosen=progress />
            </Show>
        </EditForm>
    }
}

/// When the committee was told of the plan.
#[component]
pub fn Register(plan: Plan, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let day = FormField::new("");
    Effect::new(move |_| {
        if open.get() {
            let known = plan.plan.with_untracked(|plan| plan.registered_on);
            day.value.set(known.map(|day| day.to_iso()).unwrap_or_default());
            day.error.set(None);
        }
    });
    let on_save = move |()| {
        let on = day.day(texts.bad_day)?;
        plan.edit(state, plan.year.get_untracked(), move |plan| plan.registered_on = Some(on));
        open.set(false);
        Some(())
    };
    view! {
        <Dialog
            id="register"
            title=texts.registered
            open
            close_label=state.texts().shell().close
        >
            <EditForm saving=plan.saving on_save>
                <Field
                    id="register-day"
                    kind="date"
                    label=texts.register_day
                    hint=day.day_in_words(state, "")
                    value=day.value
                    error=day.error
                />
            </EditForm>
        </Dialog>
    }
}
