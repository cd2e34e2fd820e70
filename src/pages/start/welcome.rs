//! What to do when nothing is on this device yet.

use super::open::{Opener, PastedLink};
use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{ActionBar, Dialog, Icon, IconSize};
use leptos::prelude::*;

/// The first screen of all.
#[component]
pub fn Start() -> impl IntoView {
    let state = use_state();
    let other = RwSignal::new(false);
    let opener = Opener::new(None);
    view! {
        <div class="app">
            <main class="app__main" id="main" tabindex="-1">
                <section class="welcome">
                    <svg class="welcome__mark" aria-hidden="true">
                        <use href="#i-app"></use>
                    </svg>
                    <h1 class="welcome__title">{state.texts().shell().app_name}</h1>
                    <p>{state.texts().start().lead}</p>
                </section>
                <div class="sheet" data-pad="true">
                    <div class="facts">
                        <Fact icon="qr" words=state.texts().start().fact_code />
                        <Fact icon="lock" words=state.texts().start().fact_password />
                    </div>
                </div>
            </main>
            <ActionBar>
                <a class="button action-bar__grow" data-kind="primary" href=Route::Scan.href()>
                    <Icon name="scan" />
                    {state.texts().start().scan}
                </a>
                <button
                    class="button action-bar__note"
                    data-kind="quiet"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| other.set(true)
                >
                    {state.texts().start().other}
                </button>
            </ActionBar>
            <OtherWays opener open=other />
        </div>
    }
}

#[component]
fn Fact(icon: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <div class="facts__item">
            <Icon name=icon />
            <p>{words}</p>
        </div>
    }
}

/// A link instead of a code, the trial, founding.
#[component]
fn OtherWays(opener: Opener, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().start();
    view! {
        <Dialog id="other-ways" title=texts.other open close_label=state.texts().shell().close>
            <section class="stack">
                <h3>{texts.paste}</h3>
                <PastedLink opener />
            </section>
            <section class="stack">
                <h3>{texts.trial_title}</h3>
                <p class="note">{texts.trial_note}</p>
                <a class="button" data-wide="true" href=Route::Trial.href()>
                    <Icon name="book" size=IconSize::Small />
                    {texts.trial}
                </a>
            </section>
            <section class="stack">
                <h3>{texts.found_title}</h3>
                <a class="button" data-wide="true" href=Route::Founding.href()>
                    <Icon name="hall" size=IconSize::Small />
                    {texts.found}
                </a>
            </section>
        </Dialog>
    }
}
