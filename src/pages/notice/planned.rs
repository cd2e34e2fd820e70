//! Themes of the year's plan that wait for a meeting: one tap takes title and preparer over as they stand in the plan.

use super::form::Form;
use crate::domain::theme_plan::PlannedTheme;
use crate::domain::time::Day;
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Memory;
use crate::ui::Icon;
use leptos::prelude::*;

/// Of the month of the meeting, or left over from the months before.
fn waiting(state: State, form: Form) -> Vec<PlannedTheme> {
    let day = form.day.value.with(|text| Day::parse(text)).unwrap_or_else(|_| state.today());
    let waiting = |memory: &Memory| {
        let others = memory.fold().meetings().filter(|meeting| meeting.id != form.id.get());
        let plan = memory.theme_plan(day.year());
        plan.waiting(day.month(), others).into_iter().cloned().collect()
    };
    state.with(waiting).unwrap_or_default()
}

/// A button for each, as long as there is no theme.
#[component]
pub fn PlannedThemes(form: Form) -> impl IntoView {
    let state = use_state();
    let loaded = state.bring_in(|handbook| async move { handbook.load(Kind::ThemePlan).await });
    let themes = Memo::new(move |_| {
        let ready = loaded.with(|loaded| matches!(loaded, Loadable::Ready));
        let none = form.theme.value.with(|theme| theme.trim().is_empty());
        if ready && none { waiting(state, form) } else { Vec::new() }
    });
    let button = move |theme: PlannedTheme| {
        let words = (state.texts().notice().take_theme)(theme.title.as_str());
        let on_take = move |_| {
            form.theme.value.set(theme.title.to_string());
            form.theme.error.set(None);
            let preparer = theme.preparer.as_ref().map(|preparer| preparer.to_string());
            form.preparer.value.set(preparer.unwrap_or_default());
        };
        view! {
            <button class="button" type="button" on:click=on_take>
                <Icon name="star" />
                {words}
            </button>
        }
    };
    view! {
        <Show when=move || themes.with(|themes| !themes.is_empty())>
            <div class="cluster">{move || themes.get().into_iter().map(button).collect_view()}</div>
        </Show>
    }
}
