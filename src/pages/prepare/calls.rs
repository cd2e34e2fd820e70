//! Whom to call.

use super::picture::Preparing;
use crate::state::use_state;
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

/// Chưa trả lời thông báo: the list by which one calls.
#[component]
pub fn Calls(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let silent = Memo::new(move |_| preparing.read(|picture| picture.silent.clone()));
    let row = move |(name, reached): (String, bool)| {
        let name = (state.texts().nouns().comrade)(&name);
        let note = (!reached).then(|| {
            view! {
                <p>
                    <Tag tone=Tone::Neutral icon="phone" bare=true words=texts.no_phone />
                </p>
            }
        });
        view! {
            <li class="row">
                <div class="row__body">
                    <p>{name}</p>
                    {note}
                </div>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="silent">
            <h3 id="silent">{texts.silent}</h3>
            <Show
                when=move || silent.with(|silent| !silent.is_empty())
                fallback=move || {
                    view! {
                        <p>
                            <Tag tone=Tone::Ok icon="check" bare=true words=texts.all_heard />
                        </p>
                    }
                }
            >
                <p class="note">{texts.call}</p>
                <ul class="sheet rows">{move || silent.get().into_iter().map(row).collect_view()}</ul>
            </Show>
        </section>
    }
}
