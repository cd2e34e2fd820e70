//! An empty or failed place: one picture, one sentence, at most one button.

use super::icon::{Icon, IconSize};
use leptos::prelude::*;

/// Nothing is here yet.
#[component]
pub fn Blank(
    icon: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="blank">
            <span class="blank__art">
                <Icon name=icon size=IconSize::Huge />
            </span>
            <h2 class="blank__title">{title}</h2>
            <p class="blank__text">{text}</p>
            {children.map(|children| children())}
        </section>
    }
}
