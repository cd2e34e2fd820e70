//! Hiển thị: text size, ground, language. Each applies as soon as it is chosen.

use super::DialogRow;
use crate::pages::text_size::{TextSizes, size_name};
use crate::ports::device::{Language, Theme};
use crate::state::use_state;
use crate::ui::{Choice, ChoiceItem, Dialog};
use leptos::prelude::*;

const THEMES: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];
// In their own words, so that whoever is lost in the other one finds back.
const LANGUAGES: [(Language, &str); 2] =
    [(Language::Vietnamese, "Tiếng Việt"), (Language::English, "English")];

/// How the screen looks.
#[component]
pub(super) fn Look() -> impl IntoView {
    let state = use_state();
    view! {
        <section class="section" aria-labelledby="look">
            <h2 class="section__title" id="look">
                {state.texts().me().look}
            </h2>
            <div class="sheet">
                <div class="rows">
                    <SizeRow />
                    <ThemeRow />
                    <LanguageRow />
                </div>
            </div>
        </section>
    }
}

#[component]
fn SizeRow() -> impl IntoView {
    let state = use_state();
    let (title, open) = (state.texts().me().size, RwSignal::new(false));
    let chosen = RwSignal::new(state.device().preferences.text_size());
    let name = Signal::derive(move || size_name(state.texts(), chosen.get()).to_owned());
    view! {
        <div>
            <DialogRow icon="text-size" title note=name open />
            <Dialog id="size" title open close_label=state.texts().shell().close>
                <TextSizes chosen />
            </Dialog>
        </div>
    }
}

#[component]
fn ThemeRow() -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(state.device().preferences.theme());
    let items = move || {
        let texts = state.texts().me();
        let item = |value| ChoiceItem {
            value,
            title: (texts.theme_name)(value).to_owned(),
            note: (texts.theme_note)(value).to_owned(),
        };
        THEMES.map(item).to_vec()
    };
    let on_choose = move |theme| {
        state.device().preferences.set_theme(theme);
        chosen.set(theme);
    };
    view! {
        <ChoiceRow
            id="theme"
            icon="contrast"
            title=state.texts().me().theme
            note=Signal::derive(move || (state.texts().me().theme_name)(chosen.get()).to_owned())
            items=items()
            chosen
            on_choose
        />
    }
}

#[component]
fn LanguageRow() -> impl IntoView {
    let state = use_state();
    let items = || {
        let item = |(value, name): (Language, &str)| ChoiceItem {
            value,
            title: name.to_owned(),
            note: String::new(),
        };
        LANGUAGES.map(item).to_vec()
    };
    let name = move || {
        let now = state.language();
        LANGUAGES.iter().find(|(language, _)| *language == now).map_or("", |(_, name)| name).to_owned()
    };
    view! {
        <ChoiceRow
            id="language"
            icon="globe"
            title=state.texts().me().language
            note=Signal::derive(name)
            items=items()
            chosen=Signal::derive(move || state.language())
            on_choose=move |language| state.set_language(language)
        />
    }
}

/// A row that tells what is chosen, and its dialog.
#[component]
fn ChoiceRow<T>(
    id: &'static str,
    icon: &'static str,
    title: &'static str,
    note: Signal<String>,
    items: Vec<ChoiceItem<T>>,
    #[prop(into)] chosen: Signal<T>,
    on_choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let state = use_state();
    let open = RwSignal::new(false);
    view! {
        <div>
            <DialogRow icon title note open />
            <Dialog
                id
                title
                open
                close_label=state.texts().shell().close
            >
                <Choice label=title items=items.clone() chosen on_choose />
            </Dialog>
        </div>
    }
}
