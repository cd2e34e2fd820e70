//! What to do when nothing is on this device yet.

use super::scan::ScanInvitation;
use crate::app::routes::Route;
use crate::state::use_state;
use crate::ui::{ActionBar, Dialog, Field, Icon, IconSize};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The first screen of all.
#[component]
pub fn Start() -> impl IntoView {
    let state = use_state();
    let scanning = RwSignal::new(false);
    let other = RwSignal::new(false);
    view! {
        <Show
            when=move || scanning.get()
            fallback=move || {
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
                                    <Fact
                                        icon="lock"
                                        words=state.texts().start().fact_password
                                    />
                                </div>
                            </div>
                        </main>
                        <ActionBar>
                            <button
                                class="button action-bar__grow"
                                data-kind="primary"
                                type="button"
                                on:click=move |_| scanning.set(true)
                            >
                                <Icon name="scan" />
                                {state.texts().start().scan}
                            </button>
                            <button
                                class="button action-bar__note"
                                data-kind="quiet"
                                type="button"
                                on:click=move |_| other.set(true)
                            >
                                {state.texts().start().other}
                            </button>
                        </ActionBar>
                        <OtherWays open=other />
                    </div>
                }
            }
        >
            <ScanInvitation on_close=move || scanning.set(false) />
        </Show>
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
fn OtherWays(open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let close = state.texts().shell().close;
    let title = state.texts().start().other;
    view! {
        <Dialog id="other-ways" title open close_label=close>
            <PastedLink />
            <section class="stack">
                <p class="note">{state.texts().start().trial_note}</p>
                <a class="button" data-wide="true" href=Route::Trial.href()>
                    <Icon name="book" size=IconSize::Small />
                    {state.texts().start().trial}
                </a>
            </section>
            <a class="button" data-wide="true" href=Route::Founding.href()>
                <Icon name="hall" size=IconSize::Small />
                {state.texts().start().found}
            </a>
        </Dialog>
    }
}

#[component]
fn PastedLink() -> impl IntoView {
    let state = use_state();
    let navigate = use_navigate();
    let link = RwSignal::new(String::new());
    let error = RwSignal::new(None);
    let on_open = move |_| match super::invited::target(&link.get_untracked()) {
        Some(address) => navigate(&address, NavigateOptions::default()),
        None => error.set(Some(state.texts().start().bad_invitation.to_owned())),
    };
    view! {
        <div class="stack">
            <Field
                id="link"
                kind="url"
                label=state.texts().start().paste_label
                value=link
                error
            />
            <button class="button" data-kind="primary" type="button" on:click=on_open>
                {state.texts().start().open}
            </button>
        </div>
    }
}
