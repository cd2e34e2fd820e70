//! Whether members can see what the secretary has entered, and the button that makes them see it.

use crate::app::routes::Route;
use crate::domain::time::Moment;
use crate::state::{Connection, State, use_state};
use crate::ui::{Banner, Icon, Tone};
use leptos::prelude::*;

/// How far publishing is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A round is under way.
    Publishing,
    /// Facts or receipts wait.
    Waiting,
    /// Everything is out since then.
    Published(Option<Moment>),
}

fn stage(state: State) -> Stage {
    let (unpublished, at) =
        state.with(|memory| (memory.unpublished(), memory.published_at())).unwrap_or_default();
    match (unpublished, state.travelling()) {
        (true, true) => Stage::Publishing,
        (true, false) => Stage::Waiting,
        (false, _) => Stage::Published(at),
    }
}

/// The state of publication.
#[component]
pub fn Publication() -> impl IntoView {
    let state = use_state();
    let stage = Memo::new(move |_| stage(state));
    let hosted = Memo::new(move |_| {
        state.with(|memory| memory.identity().hosting(memory.fold()).is_some()).unwrap_or(false)
    });
    move || {
        let texts = state.texts().desk();
        match stage.get() {
            Stage::Publishing => {
                view! { <Banner tone=Tone::Wait icon="sync" title=texts.publishing.to_owned() /> }.into_any()
            }
            Stage::Waiting => view! { <Waiting hosted=hosted.get() /> }.into_any(),
            Stage::Published(at) => {
                let at = at.map(Moment::wall);
                let title = at.map_or(texts.published.to_owned(), |at| {
                    (texts.published_at)(&at.time.to_hm(), &at.day.to_dmy())
                });
                view! { <Banner tone=Tone::Ok icon="check-circle" title /> }.into_any()
            }
        }
    }
}

#[component]
fn Waiting(hosted: bool) -> impl IntoView {
    let state = use_state();
    let text = move || {
        let texts = state.texts().desk();
        match (hosted, state.connection()) {
            (false, _) => texts.no_hosting,
            (true, Connection::Offline) => texts.publish_offline,
            (true, Connection::Online) => texts.publish_text,
        }
    };
    view! {
        <Banner
            tone=Tone::Wait
            icon="outbox"
            title=state.texts().desk().unpublished.to_owned()
            text=Signal::derive(move || text().to_owned())
        >
            {if hosted {
                view! {
                    <button
                        class="button"
                        data-kind="primary"
                        type="button"
                        on:click=move |_| state.travel_now()
                    >
                        <Icon name="send" />
                        {state.texts().desk().publish}
                    </button>
                }
                .into_any()
            } else {
                view! {
                    <a class="button" data-kind="primary" href=Route::Exchange.href()>
                        {state.texts().desk().exchange}
                    </a>
                }
                .into_any()
            }}
        </Banner>
    }
}
