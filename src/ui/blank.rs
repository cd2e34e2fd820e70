//! An empty or failed place: one picture, one sentence, at most one button.

use super::icon::{Icon, IconSize};
use leptos::prelude::*;

/// Nothing is here yet.
#[component]
pub fn Blank(
    icon: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    /// The screen has nothing else, so this is its first heading.
    #[prop(optional)]
    alone: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="blank">
            <span class="blank__art">
                <Icon name=icon size=IconSize::Huge />
            </span>
            {if alone {
                view! { <h1 class="blank__title">{title}</h1> }.into_any()
            } else {
                view! { <h2 class="blank__title">{title}</h2> }.into_any()
            }}
            <p class="blank__text">{text}</p>
            {children.map(|children| children())}
        </section>
    }
}
