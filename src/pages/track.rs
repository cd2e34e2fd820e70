//! The way of a parcel in words and in four stops: nháp, chờ gửi, đã gửi, đã nhận.

use crate::domain::id::RecordId;
use crate::exchange::outbox::Stage;
use crate::state::{State, use_state};
use leptos::prelude::*;

/// Stage of the own parcel with this record; nothing when it is not in the outbox.
pub fn stage_of(state: State, record: RecordId) -> Option<Stage> {
    state
        .with(|memory| {
            memory.outbox().iter().find(|parcel| parcel.record == record).map(|parcel| parcel.stage)
        })
        .flatten()
}

/// The four stops; `None` is a draft.
#[component]
pub fn Track(
    /// Where it is.
    #[prop(into)]
    stage: Signal<Option<Stage>>,
) -> impl IntoView {
    let state = use_state();
    let now = move || match stage.get() {
        None => 0,
        Some(Stage::Waiting | Stage::Copied) => 1,
        Some(Stage::Sent) => 2,
        Some(Stage::Received) => 3,
    };
    let names = move || {
        let texts = state.texts().exchange();
        [texts.draft, texts.waiting, texts.sent, texts.received]
    };
    let label = move || {
        let name = names().get(now()).copied().unwrap_or_default();
        (state.texts().exchange().track)(name)
    };
    let copied = move || {
        (stage.get() == Some(Stage::Copied))
            .then(|| view! { <p class="note">{state.texts().exchange().copied}</p> })
    };
    let stop = move |(place, name): (usize, &'static str)| {
        let stop = match place.cmp(&now()) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "todo",
        };
        view! {
            <li class="track__stop" data-state=stop aria-current=(stop == "now").then_some("step")>
                {name}
            </li>
        }
    };
    view! {
        <ol class="track" data-end=move || (now() == 3).then_some("true") aria-label=label>
            {move || names().into_iter().enumerate().map(stop).collect_view()}
        </ol>
        {copied}
    }
}
