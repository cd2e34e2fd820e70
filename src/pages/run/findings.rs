//! Kết luận: what the resolution says of the month, and who does what next.

use super::entry::{Jot, Slot};
use super::hall::Hall;
use crate::domain::minutes::Minutes;
use crate::pages::task_form::TaskForm;
use crate::pages::task_list::{TaskList, Tasks};
use crate::state::use_state;
use crate::ui::CommandButton;
use leptos::prelude::*;

/// The words and the tasks.
#[component]
pub fn FindingsPanel(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let run = hall.run;
    let list = TaskList::new(state, run.meeting);
    let form = TaskForm::default();
    let full = move || list.tasks.with(|tasks| tasks.len() >= Minutes::TASKS_MAX);
    let words = texts.run();
    view! {
        <Jot run of=Slot::Ideology id="ideology" label=words.ideology />
        <Jot run of=Slot::Politics id="politics" label=words.politics />
        <Jot run of=Slot::Weaknesses id="weaknesses" label=words.weaknesses />
        <Jot run of=Slot::NextMonth id="next-month" label=words.next_month hint=words.next_month_hint />
        <Jot run of=Slot::Conclusion id="conclusion" label=words.conclusion />
        <section class="stack" aria-labelledby="tasks">
            <h3 id="tasks">{texts.assign().title}</h3>
            <Tasks list form />
            <CommandButton
                label=texts.assign().add
                icon="plus"
                opens_dialog=true
                busy=Signal::derive(full)
                on_press=move || form.begin(None)
            />
        </section>
    }
}
