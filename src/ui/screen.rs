//! The frame of a focused task: back, title, and one bar for the single action. The navigation is hidden.

use super::icon::Icon;
use leptos::prelude::*;

/// A screen for one task.
#[component]
pub fn FocusScreen(
    #[prop(into)] title: Signal<String>,
    /// Small words below the title.
    #[prop(optional, into)]
    sub: Signal<String>,
    /// Where back leads.
    #[prop(into)]
    back: Signal<String>,
    #[prop(into)] back_label: Signal<String>,
    /// On a laptop the content may take the whole width.
    #[prop(optional)]
    wide: bool,
    /// The content brings its own edges and its own bar that stays; the title scrolls away.
    #[prop(optional)]
    flush: bool,
    /// Behind the title: a pill or a button.
    #[prop(optional, into)]
    end: ViewFn,
    /// The bar at the bottom.
    #[prop(optional, into)]
    action: ViewFn,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="app" data-wide=wide.then_some("true")>
            <header class="app-bar" data-plain="false" data-static=flush.then_some("true")>
                <a class="icon-button app-bar__back" href=back aria-label=back_label>
                    <Icon name="back" />
                </a>
                <h1 class="app-bar__title">
                    {title} <Show when=move || sub.with(|sub| !sub.is_empty())>
                        <span class="app-bar__sub">{sub}</span>
                    </Show>
                </h1>
                {move || end.run()}
            </header>
            <main class="app__main" id="main" tabindex="-1" data-flush=flush.then_some("true")>
                {children()}
            </main>
            {move || action.run()}
        </div>
    }
}

/// A screen that lies over another one until it is closed.
#[component]
pub fn OverlayScreen(
    #[prop(into)] title: Signal<String>,
    back_label: &'static str,
    #[prop(into)] on_back: Callback<()>,
    /// The bar at the bottom.
    #[prop(optional, into)]
    action: ViewFn,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="app">
            <header class="app-bar" data-plain="false">
                <button
                    class="icon-button app-bar__back"
                    type="button"
                    aria-label=back_label
                    on:click=move |_| on_back.run(())
                >
                    <Icon name="back" />
                </button>
                <h1 class="app-bar__title">{title}</h1>
            </header>
            <main class="app__main" id="main" tabindex="-1">
                {children()}
            </main>
            {action.run()}
        </div>
    }
}

/// The bar at the bottom of a focused screen.
#[component]
pub fn ActionBar(children: Children) -> impl IntoView {
    view! {
        <footer class="action-bar">
            <div class="action-bar__inner">{children()}</div>
        </footer>
    }
}
