//! Big radio buttons that explain themselves.

use super::radio_group::{RadioGroup, RadioLook, by_place};
use leptos::prelude::*;

/// One of the choices.
#[derive(Clone, Debug)]
pub struct ChoiceItem<T> {
    /// What is chosen.
    pub value: T,
    /// The words.
    pub title: String,
    /// What it means.
    pub note: String,
}

/// A group of choices of which one is always chosen.
#[component]
pub fn Choice<T>(
    /// Name of the group for screen readers.
    #[prop(into)]
    label: Signal<String>,
    items: Vec<ChoiceItem<T>>,
    #[prop(into)] chosen: Signal<T>,
    on_choose: impl Fn(T) + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (values, faces) = items.into_iter().map(|item| (item.value, face(item.title, item.note))).unzip();
    let (chosen, on_choose) = by_place(values, Signal::derive(move || Some(chosen.get())), on_choose);
    view! { <RadioGroup look=RadioLook::Choices label faces chosen on_choose /> }
}

fn face(title: String, note: String) -> AnyView {
    view! {
        <span class="choice__dot"></span>
        <span class="choice__body">
            <span class="choice__title">{title}</span>
            <span class="choice__note">{note}</span>
        </span>
    }
    .into_any()
}
