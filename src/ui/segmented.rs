//! A few short choices side by side: tabs, or radio buttons.

use super::radio_group::{RadioGroup, RadioLook, SegmentedKind, by_place};
use leptos::prelude::*;

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<T> {
    /// What is chosen.
    pub value: T,
    /// Stands above the words.
    pub icon: Option<&'static str>,
    /// The words.
    pub words: &'static str,
}

/// The choices.
#[component]
pub fn Segmented<T>(
    /// Tabs or radio buttons.
    kind: SegmentedKind,
    /// Name of the group for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// At least two.
    items: Vec<Segment<T>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// Another one was chosen.
    on_choose: impl Fn(T) + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let stacked = items.iter().any(|item| item.icon.is_some());
    let look = if stacked { RadioLook::Stacked } else { RadioLook::Segments };
    let (values, faces) = items.into_iter().map(|item| (item.value, face(item.icon, item.words))).unzip();
    let (chosen, on_choose) = by_place(values, chosen, on_choose);
    view! { <RadioGroup kind look label faces chosen on_choose /> }
}

fn face(icon: Option<&'static str>, words: &'static str) -> AnyView {
    view! {
        {icon.map(|name| view! { <super::Icon name /> })}
        <span>{words}</span>
    }
    .into_any()
}
