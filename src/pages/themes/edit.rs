//! One theme of the plan, and the day on which the plan was registered.

use super::Plan;
use crate::domain::id::ThingId;
use crate::domain::proceedings::DraftState;
use crate::domain::theme_plan::PlannedTheme;
use crate::pages::draft_state::DraftStates;
use crate::pages::form::{FormField, read_or_lead};
use crate::state::{State, use_state};
use crate::ui::{CommandButton, Dialog, Field, Select, TextArea};
use leptos::prelude::*;

/// The dialog's form.
#[derive(Clone, Copy)]
pub struct ThemeForm {
    open: RwSignal<bool>,
    id: RwSignal<ThingId>,
    known: RwSignal<bool>,
    title: FormField,
    /// From 0.
    month: RwSignal<usize>,
    preparer: FormField,
    progress: RwSignal<DraftState>,
}

impl Default for ThemeForm {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(ThingId::BRANCH),
            known: RwSignal::new(false),
            title: FormField::new(""),
            month: RwSignal::new(0),
            preparer: FormField::new(""),
            progress: RwSignal::new(DraftState::Assigned),
        }
    }
}

impl ThemeForm {
    /// Opens the form for a known theme, or for a new one of this month.
    pub fn begin(self, state: State, theme: Option<&PlannedTheme>) {
        let fresh = || state.handbook().map_or(ThingId::BRANCH, |handbook| handbook.new_thing());
        let this = untrack(|| state.today()).month().number() as usize;
        self.id.set(theme.map_or_else(fresh, |theme| theme.id));
        self.known.set(theme.is_some());
        self.title.value.set(theme.map(|theme| theme.title.to_string()).unwrap_or_default());
        self.title.error.set(None);
        self.month.set(theme.map_or(this, |theme| usize::from(theme.month)).saturating_sub(1));
        let preparer = theme.and_then(|theme| theme.preparer.as_ref());
        self.preparer.value.set(preparer.map(|preparer| preparer.to_string()).unwrap_or_default());
        self.preparer.error.set(None);
        self.progress.set(theme.map(|theme| theme.state).unwrap_or_default());
        self.open.set(true);
    }

    fn save(self, state: State, plan: Plan) {
        let title = self.title.asked_line(state, state.texts().themes().no_name);
        let read = title.zip(self.preparer.optional_line(state));
        let Some((title, preparer)) = read_or_lead(state, read) else {
            return;
        };
        let theme = PlannedTheme {
            id: self.id.get_untracked(),
            title,
            month: u8::try_from(self.month.get_untracked() + 1).unwrap_or(1),
            preparer,
            state: self.progress.get_untracked(),
        };
        plan.put(state, plan.year.get_untracked(), theme);
        self.open.set(false);
    }
}

/// The dialog.
#[component]
pub fn EditTheme(form: ThemeForm, plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let title = move || if form.known.get() { texts.edit_title } else { texts.add };
    let months = Signal::derive(move || (1..=12).map(texts.in_month).collect::<Vec<String>>());
    view! {
        <Dialog
            id="edit-theme"
            title=Signal::derive(move || title().to_owned())
            open=form.open
            close_label=state.texts().shell().close
        >
            <TextArea
                id="theme-title"
                one_row=true
                label=texts.name
                value=form.title.value
                error=form.title.error
            />
            <Select
                id="theme-month"
                label=texts.month
                options=months
                chosen=form.month
            />
            <Field
                id="theme-preparer"
                label=texts.preparer
                hint=state.texts().publishing().may_be_empty
                value=form.preparer.value
                error=form.preparer.error
            />
            <DraftStates chosen=form.progress />
            <CommandButton
                label=state.texts().shell().save
                kind="primary"
                busy=plan.saving
                on_press=move || form.save(state, plan)
            />
        </Dialog>
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
    let on_save = move || {
        if let Some(on) = read_or_lead(state, day.day(texts.bad_day)) {
            plan.edit(state, plan.year.get_untracked(), move |plan| plan.registered_on = Some(on));
            open.set(false);
        }
    };
    view! {
        <Dialog
            id="register"
            title=texts.registered
            open
            close_label=state.texts().shell().close
        >
            <Field
                id="register-day"
                kind="date"
                label=texts.register_day
                hint=day.day_in_words(state, "")
                value=day.value
                error=day.error
            />
            <CommandButton
                label=state.texts().shell().save
                kind="primary"
                busy=plan.saving
                on_press=on_save
            />
        </Dialog>
    }
}
