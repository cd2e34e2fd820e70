//! The text size, asked once at the start.

use crate::ports::device::TextSize;
use crate::state::use_state;
use crate::ui::{ActionBar, Arrival, RadioGroup, RadioLook};
use leptos::prelude::*;

const SIZES: [(TextSize, &str); 3] =
    [(TextSize::Medium, "vua"), (TextSize::Large, "lon"), (TextSize::Largest, "rat-lon")];

/// Three samples to choose from; applied as soon as one is touched.
#[component]
pub fn ChooseSize(
    /// A size was chosen.
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(state.device().preferences.text_size());
    let on_choose = move |place: usize| {
        let (size, _) = SIZES[place % SIZES.len()];
        state.device().preferences.set_text_size(size);
        chosen.set(size);
    };
    let name = move |size| {
        let texts = state.texts().me();
        match size {
            TextSize::Medium => texts.size_medium,
            TextSize::Large => texts.size_large,
            TextSize::Largest => texts.size_largest,
        }
    };
    let face = |(size, sample): (TextSize, &'static str)| {
        view! {
            <span class="choice__dot"></span>
            <span class="choice__body">
                <span class="choice__note">{name(size)}</span>
                <span class="sizes__sample" data-text=sample>
                    {state.texts().start().size_sample}
                </span>
            </span>
        }
        .into_any()
    };
    let place = move || SIZES.iter().position(|(size, _)| *size == chosen.get());
    view! {
        <div class="app">
            <main class="app__main" id="main" tabindex="-1">
                <div class="page-head">
                    <Arrival>
                        <h1>{state.texts().start().size_title}</h1>
                    </Arrival>
                    <p class="page-head__note">{state.texts().start().size_lead}</p>
                </div>
                <RadioGroup
                    look=RadioLook::Choices
                    label=state.texts().start().size_group
                    faces=SIZES.map(face).into()
                    chosen=Signal::derive(place)
                    on_choose=on_choose
                />
            </main>
            <ActionBar>
                <button
                    class="button action-bar__grow"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| on_done()
                >
                    {state.texts().start().size_use}
                </button>
            </ActionBar>
        </div>
    }
}
