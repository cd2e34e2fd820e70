//! Big radio buttons that explain themselves.

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

/// A group of choices; arrow keys move, one is always chosen.
#[component]
pub fn Choice<T>(
    /// Name of the group for screen readers.
    #[prop(into)]
    label: Signal<String>,
    items: Signal<Vec<ChoiceItem<T>>>,
    #[prop(into)] chosen: Signal<T>,
    on_choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let step = move |by: usize| {
        let items = items.get_untracked();
        let now = items.iter().position(|item| item.value == chosen.get_untracked()).unwrap_or(0);
        if let Some(next) = items.get((now + by) % items.len().max(1)) {
            on_choose(next.value.clone());
        }
    };
    let on_keydown = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => {
            event.prevent_default();
            step(1);
        }
        "ArrowUp" | "ArrowLeft" => {
            event.prevent_default();
            step(items.with_untracked(|items| items.len().saturating_sub(1)));
        }
        _ => {}
    };
    view! {
        <div class="choices" role="radiogroup" aria-label=label on:keydown=on_keydown>
            {move || {
                items
                    .get()
                    .into_iter()
                    .map(|item| {
                        let (value, picked) = (item.value.clone(), item.value);
                        let checked = Memo::new(move |_| chosen.get() == value);
                        view! {
                            <button
                                class="choice"
                                type="button"
                                role="radio"
                                aria-checked=move || checked.get().to_string()
                                tabindex=move || if checked.get() { "0" } else { "-1" }
                                on:click=move |_| on_choose(picked.clone())
                            >
                                <span class="choice__dot"></span>
                                <span class="choice__body">
                                    <span class="choice__title">{item.title}</span>
                                    <span class="choice__note">{item.note}</span>
                                </span>
                            </button>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}
