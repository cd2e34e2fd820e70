//! Behind the title: how far one is, and the dialog for text size and theme.

use crate::ports::device::{TextSize, Theme};
use crate::state::use_state;
use crate::ui::{Dialog, Icon, Segment, Segmented, SegmentedKind};
use leptos::prelude::*;

/// The button for the dialog, and the line of progress below the bar.
#[component]
pub fn Look(seen: RwSignal<u8>) -> impl IntoView {
    let state = use_state();
    let open = RwSignal::new(false);
    // The bar below says the same to screen readers, when they ask.
    let share = move || match seen.get() {
        0 => String::new(),
        percent => (state.texts().library().progress_share)(percent),
    };
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=state.texts().library().look
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <Icon name="text-size" />
        </button>
        <span class="app-bar__sub" aria-hidden="true">
            {share}
        </span>
        <span
            class="app-bar__progress"
            role="progressbar"
            aria-label=state.texts().library().progress
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || seen.get().to_string()
            style:--value=move || [&seen.get().to_string(), "%"].concat()
        ></span>
        <LookDialog open />
    }
}

#[component]
fn LookDialog(open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    view! {
        <Dialog
            id="look"
            title=state.texts().library().look
            open
            close_label=state.texts().shell().close
        >
            <p class="sample">{state.texts().library().look_sample}</p>
            <Size />
            <Ground />
        </Dialog>
    }
}

#[component]
fn Size() -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(Some(state.device().preferences.text_size()));
    let items = {
        let texts = state.texts().me();
        [
            (TextSize::Medium, texts.size_medium),
            (TextSize::Large, texts.size_large),
            (TextSize::Largest, texts.size_largest),
        ]
        .map(|(value, words)| Segment { value, icon: None, words })
        .to_vec()
    };
    let on_choose = move |size| {
        state.device().preferences.set_text_size(size);
        chosen.set(Some(size));
    };
    view! {
        <div class="stack" data-gap="snug">
            <h3>{state.texts().library().size}</h3>
            <Segmented
                kind=SegmentedKind::Radios
                label=state.texts().library().size
                items
                chosen
                on_choose
            />
        </div>
    }
}

#[component]
fn Ground() -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(Some(state.device().preferences.theme()));
    let items = {
        let texts = state.texts().library();
        [
            (Theme::Auto, "phone", texts.theme_auto),
            (Theme::Light, "sun", texts.theme_light),
            (Theme::Dark, "moon", texts.theme_dark),
            (Theme::Contrast, "contrast", texts.theme_contrast),
        ]
        .map(|(value, icon, words)| Segment { value, icon: Some(icon), words })
        .to_vec()
    };
    let on_choose = move |theme| {
        state.device().preferences.set_theme(theme);
        chosen.set(Some(theme));
    };
    view! {
        <div class="stack" data-gap="snug">
            <h3>{state.texts().library().theme}</h3>
            <Segmented
                kind=SegmentedKind::Radios
                label=state.texts().library().theme
                items
                chosen
                on_choose
            />
        </div>
    }
}
