//! The text size: three samples, each in its own size whatever is chosen; asked once at the start.

use crate::i18n::Texts;
use crate::ports::device::TextSize;
use crate::state::use_state;
use crate::ui::{ActionBar, Arrival, RadioGroup, RadioLook};
use leptos::prelude::*;

const SIZES: [(TextSize, &str); 3] =
    [(TextSize::Medium, "vua"), (TextSize::Large, "lon"), (TextSize::Largest, "rat-lon")];

/// What a size is called.
pub fn size_name(texts: &Texts, size: TextSize) -> &'static str {
    let texts = texts.me();
    match size {
        TextSize::Medium => texts.size_medium,
        TextSize::Large => texts.size_large,
        TextSize::Largest => texts.size_largest,
    }
}

/// Three samples to choose from; applied as soon as one is touched.
#[component]
pub fn TextSizes(
    /// The size that is shown.
    chosen: RwSignal<TextSize>,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let on_choose = move |place: usize| {
        let (size, _) = SIZES[place % SIZES.len()];
        state.device().preferences.set_text_size(size);
        chosen.set(size);
    };
    let face = |(size, sample): (TextSize, &'static str)| {
        view! {
            <span class="choice__dot"></span>
            <span class="choice__body sizes__face" data-text=sample>
                <strong>{size_name(texts, size)}</strong>
                <span>{texts.start().size_sample}</span>
            </span>
        }
        .into_any()
    };
    let place = move || SIZES.iter().position(|(size, _)| *size == chosen.get());
    view! {
        <RadioGroup
            look=RadioLook::Choices
            label=texts.start().size_group
            faces=SIZES.map(face).into()
            chosen=Signal::derive(place)
            on_choose=on_choose
        />
    }
}

/// The samples, and the way on.
#[component]
pub fn ChooseSize(
    /// A size was chosen.
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(state.device().preferences.text_size());
    view! {
        <div class="app">
            <main class="app__main" id="main" tabindex="-1">
                <div class="page-head">
                    <Arrival>
                        <h1>{state.texts().start().size_title}</h1>
                    </Arrival>
                    <p class="page-head__note">{state.texts().start().size_lead}</p>
                </div>
                <TextSizes chosen />
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
