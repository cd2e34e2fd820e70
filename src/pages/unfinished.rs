//! What earlier meetings have left: the next one reviews it.

use crate::domain::task::Task;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;

/// The tasks; nothing when none is open.
#[component]
pub fn Unfinished(
    /// Those that the meeting takes up, in their order.
    tasks: Memo<Vec<Task>>,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().notice();
    let row = move |task: Task| {
        let due = words::due(state.texts(), task.due(state.today()));
        view! {
            <li class="row">
                <span class="row__lead" data-decor="true">
                    <Icon name="tasks" />
                </span>
                <div class="row__body">
                    <p class="row__title">{task.what.to_string()}</p>
                    <p class="row__note">{due}</p>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || tasks.with(|tasks| !tasks.is_empty())>
            <section class="stack" aria-labelledby="unfinished">
                <h2 class="section__title" id="unfinished">
                    {texts.unfinished}
                </h2>
                <p class="note">{texts.unfinished_note}</p>
                <ul class="sheet rows">{move || tasks.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
