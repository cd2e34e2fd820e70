//! A few short choices side by side: tabs, or radio buttons.

use leptos::html;
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

/// What the choices are to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentedKind {
    /// They switch the panel with this id.
    Tabs(&'static str),
    /// They are an answer; none may be chosen yet.
    Radios,
}

impl SegmentedKind {
    fn roles(self) -> (&'static str, &'static str) {
        match self {
            Self::Tabs(_) => ("tablist", "tab"),
            Self::Radios => ("radiogroup", "radio"),
        }
    }

    fn panel(self) -> Option<&'static str> {
        match self {
            Self::Tabs(panel) => Some(panel),
            Self::Radios => None,
        }
    }
}

/// Whether a key moves forward or back.
fn direction(key: &str) -> Option<bool> {
    match key {
        "ArrowRight" | "ArrowDown" => Some(true),
        "ArrowLeft" | "ArrowUp" => Some(false),
        _ => None,
    }
}

/// The choices; arrow keys move, one place of the group takes the focus.
#[component]
pub fn Segmented<T>(
    /// Tabs or radio buttons.
    kind: SegmentedKind,
    /// Name of the group for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// At least two.
    #[prop(into)]
    items: Signal<Vec<Segment<T>>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// Another one was chosen.
    on_choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let place = move |items: &[Segment<T>]| {
        let chosen = chosen.get();
        items.iter().position(|item| Some(item.value) == chosen)
    };
    let buttons: StoredValue<Vec<NodeRef<html::Button>>> = StoredValue::new(Vec::new());
    let step = move |forward: bool| {
        let items = items.get_untracked();
        let count = items.len().max(1);
        let next = match (untrack(|| place(&items)), forward) {
            (None, _) => 0,
            (Some(now), true) => (now + 1) % count,
            (Some(now), false) => (now + count - 1) % count,
        };
        let Some(item) = items.get(next) else {
            return;
        };
        on_choose(item.value);
        let button = buttons.with_value(|buttons| buttons.get(next).copied());
        if let Some(button) = button.and_then(|button| button.get_untracked()) {
            // It refuses only when it is not in the page.
            button.focus().ok();
        }
    };
    let on_keydown = move |event: leptos::ev::KeyboardEvent| {
        if let Some(forward) = direction(&event.key()) {
            event.prevent_default();
            step(forward);
        }
    };
    let (group, role) = kind.roles();
    let item = move |(number, item): (usize, Segment<T>)| {
        let node = NodeRef::new();
        buttons.update_value(|buttons| buttons.push(node));
        let picked = Memo::new(move |_| chosen.get() == Some(item.value));
        let reached = move || picked.get() || (number == 0 && chosen.get().is_none());
        let state = move |of: SegmentedKind| {
            (kind.panel().is_some() == of.panel().is_some()).then(|| picked.get().to_string())
        };
        view! {
            <button
                class="segmented__item"
                type="button"
                role=role
                node_ref=node
                aria-selected=move || state(SegmentedKind::Tabs(""))
                aria-checked=move || state(SegmentedKind::Radios)
                aria-controls=kind.panel()
                tabindex=move || if reached() { "0" } else { "-1" }
                data-stacked=item.icon.map(|_| "true")
                on:click=move |_| on_choose(item.value)
            >
                {item.icon.map(|name| view! { <super::Icon name /> })}
                <span>{item.words}</span>
            </button>
        }
    };
    view! {
        <div class="segmented" role=group aria-label=label on:keydown=on_keydown>
            {move || {
                buttons.set_value(Vec::new());
                items.get().into_iter().enumerate().map(item).collect_view()
            }}
        </div>
    }
}
