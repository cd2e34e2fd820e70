//! A page that has nothing but one sentence and the way on.

use super::blank::Blank;
use leptos::prelude::*;

/// One sentence and one link.
#[component]
pub fn LonePage(
    icon: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    /// Where the link leads.
    #[prop(into)]
    href: String,
    /// The words on it.
    #[prop(into)]
    link: String,
) -> impl IntoView {
    view! {
        <main class="app__main" id="main" tabindex="-1">
            <Blank icon title text alone=true>
                <a class="button" data-kind="primary" href=href>
                    {link}
                </a>
            </Blank>
        </main>
    }
}
