//! Tags and banners: a tone, an icon and words, never colour alone.

use super::icon::{Icon, IconSize};
use leptos::prelude::*;

/// Tone of a tag or a banner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Ok,
    /// Waiting.
    Wait,
    /// A deadline is near.
    Warn,
    /// Failed.
    Danger,
    /// Goes on now.
    Brand,
    /// Neither good nor bad.
    Neutral,
}

impl Tone {
    /// Value of `data-tone`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Wait => "wait",
            Self::Warn => "warn",
            Self::Danger => "danger",
            Self::Brand => "brand",
            Self::Neutral => "neutral",
        }
    }
}

/// A few words with an icon. `bare` inside rows.
#[component]
pub fn Tag(
    tone: Tone,
    icon: &'static str,
    #[prop(optional)] bare: bool,
    #[prop(into)] words: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="tag" data-tone=tone.name() data-bare=bare.then_some("true")>
            <Icon name=icon size=IconSize::Small />
            <span>{words}</span>
        </span>
    }
}

/// What happened and what to do.
#[component]
pub fn Banner(
    tone: Tone,
    icon: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let role = if tone == Tone::Danger { "alert" } else { "status" };
    view! {
        <div class="banner" data-tone=tone.name() role=role>
            <Icon name=icon />
            <div class="banner__body">
                <p class="banner__title">{title}</p>
                <Show when=move || text.with(|text| !text.is_empty())>
                    <p class="banner__text">{text}</p>
                </Show>
                {children.map(|children| view! { <div class="banner__actions">{children()}</div> })}
            </div>
        </div>
    }
}
