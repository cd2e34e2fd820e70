//! Fields: the label is always visible above, the error below says what to do.

use super::icon::{Icon, IconSize};
use leptos::html;
use leptos::prelude::*;

/// One line.
#[component]
pub fn Field(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// `text`, `date`, `time`, `number`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let described = [&id, "-note"].concat();
    let note = described.clone();
    let node: NodeRef<html::Input> = NodeRef::new();
    // A date that is half typed reads as empty; writing that back would wipe the typed half.
    Effect::new(move |_| {
        let text = value.get();
        if let Some(input) = node.get().filter(|input| input.value() != text) {
            input.set_value(&text);
        }
    });
    let state = move || error.with(|error| error.is_some().then_some("error"));
    view! {
        <div class="field" data-state=state>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                class="field__input"
                id=id
                type=kind
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                node_ref=node
                on:input=move |event| value.set(event_target_value(&event))
            />
            <FieldNote id=note hint error />
        </div>
    }
}

/// A few paragraphs, or one line that may be long: the box grows with what is written.
#[component]
pub fn TextArea(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// It begins with one row.
    #[prop(optional)]
    one_row: bool,
) -> impl IntoView {
    let described = [&id, "-note"].concat();
    let note = described.clone();
    let state = move || error.with(|error| error.is_some().then_some("error"));
    view! {
        <div class="field" data-state=state>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <textarea
                rows=one_row.then_some("1")
                class="field__input"
                id=id
                aria-describedby=described
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <FieldNote id=note hint error />
        </div>
    }
}

/// Below a field: what to write, and what is wrong with what was written. The field names it in `aria-describedby`.
#[component]
pub fn FieldNote(
    /// Unique on the page.
    id: String,
    #[prop(optional)] hint: Signal<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div id=id>
            <Show when=move || hint.with(|hint| !hint.is_empty())>
                <p class="field__hint">{hint}</p>
            </Show>
            {move || {
                error
                    .get()
                    .map(|error| {
                        view! {
                            <p class="field__error">
                                <Icon name="stop" size=IconSize::Small />
                                {error}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
