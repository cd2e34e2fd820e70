//! A whole number with a minus and a plus under the thumb; it can be typed as well.

use super::field::FieldNote;
use super::icon::Icon;
use leptos::prelude::*;

/// The number as it is typed, its name before it.
#[component]
pub fn Counter(
    /// Unique on the page.
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    #[prop(into)] error: Signal<Option<String>>,
    /// What the minus is called.
    less: &'static str,
    /// What the plus is called.
    more: &'static str,
) -> impl IntoView {
    let note = [id, "-note"].concat();
    let described = note.clone();
    let step = move |by: i32| {
        value.update(|text| {
            let number: i32 = text.trim().parse().unwrap_or(0);
            *text = (number + by).max(0).to_string();
        });
    };
    view! {
        <div class="ballot__row" data-state=move || error.with(|error| error.is_some().then_some("error"))>
            <label class="ballot__label" for=id>
                {label}
            </label>
            <div class="counter" role="group" aria-label=label>
                <button class="counter__key" type="button" aria-label=less on:click=move |_| step(-1)>
                    <Icon name="minus" />
                </button>
                <input
                    class="counter__value"
                    id=id
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <button class="counter__key" type="button" aria-label=more on:click=move |_| step(1)>
                    <Icon name="plus" />
                </button>
            </div>
            <FieldNote id=note error />
        </div>
    }
}
