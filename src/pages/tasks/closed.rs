//! What the branch has closed this year.

use super::mine::ClosedTask;
use super::section::Section;
use crate::domain::task::Progress;
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;

/// Closed tasks; nothing where there are none.
#[component]
pub(super) fn ClosedTasks(
    id: &'static str,
    title: &'static str,
    tasks: Signal<Vec<ClosedTask>>,
) -> impl IntoView {
    let rows = move || {
        let row = |closed| view! { <ClosedRow closed /> };
        tasks.get().into_iter().map(row).collect_view()
    };
    view! {
        <Section id title count=Signal::derive(move || tasks.with(Vec::len))>
            {rows}
        </Section>
    }
}

#[component]
fn ClosedRow(closed: ClosedTask) -> impl IntoView {
    let texts = use_state().texts().tasks();
    let (tone, icon) =
        if closed.progress == Progress::Done { ("ok", "check-circle") } else { ("danger", "cross") };
    let found = closed.on.map(|day| (texts.found_on)(&day.to_dmy()));
    let result = closed.result;
    view! {
        <li class="row">
            <span class="row__lead" data-tone=tone>
                <Icon name=icon />
            </span>
            <div class="row__body">
                <p class="row__title">{closed.what}</p>
                <p class="row__note">{found}</p>
                {(!result.is_empty()).then(|| view! { <p class="row__note as-typed">{result}</p> })}
            </div>
        </li>
    }
}
