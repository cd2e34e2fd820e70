//! Buttons of which one is chosen. Arrow keys move the choice and the focus with it; one of them is the group's tab stop.

use leptos::html;
use leptos::prelude::*;

/// What the buttons are to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentedKind {
    /// They switch the panel with this id.
    Tabs(&'static str),
    /// They are an answer; none may be chosen yet.
    Radios,
}

/// How the buttons look: classes of the group and of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadioLook {
    /// One below the other, with a dot and an explanation.
    Choices,
    /// Side by side.
    Segments,
    /// Side by side, each with an icon above its words.
    Stacked,
}

/// Whether a key moves forward or back.
fn direction(key: &str) -> Option<bool> {
    match key {
        "ArrowRight" | "ArrowDown" => Some(true),
        "ArrowLeft" | "ArrowUp" => Some(false),
        _ => None,
    }
}

/// The buttons, each with its own content; a choice is its place among them.
#[component]
pub fn RadioGroup(
    /// Radio buttons, unless they are tabs.
    #[prop(default = SegmentedKind::Radios)]
    kind: SegmentedKind,
    look: RadioLook,
    /// Name of the group for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// At least two.
    faces: Vec<AnyView>,
    #[prop(into)] chosen: Signal<Option<usize>>,
    /// Another one was chosen.
    #[prop(into)]
    on_choose: Callback<(usize,)>,
) -> impl IntoView {
    let count = faces.len();
    let buttons: StoredValue<Vec<NodeRef<html::Button>>> =
        StoredValue::new((0..count).map(|_| NodeRef::new()).collect());
    let button = move |place: usize| buttons.with_value(|buttons| buttons.get(place).copied());
    let on_keydown = move |event: leptos::ev::KeyboardEvent| {
        let Some(forward) = direction(&event.key()) else {
            return;
        };
        event.prevent_default();
        let next = match (chosen.get_untracked(), forward) {
            (None, _) => 0,
            (Some(now), true) => (now + 1) % count,
            (Some(now), false) => (now + count - 1) % count,
        };
        on_choose.run((next,));
        if let Some(button) = button(next).and_then(|button| button.get_untracked()) {
            // It refuses only when it is not in the page.
            button.focus().ok();
        }
    };
    let (group_role, role, panel) = match kind {
        SegmentedKind::Tabs(panel) => ("tablist", "tab", Some(panel)),
        SegmentedKind::Radios => ("radiogroup", "radio", None),
    };
    let (class, item_class) = match look {
        RadioLook::Choices => ("choices", "choice"),
        RadioLook::Segments | RadioLook::Stacked => ("segmented", "segmented__item"),
    };
    let item = move |(place, face): (usize, AnyView)| {
        let picked = Memo::new(move |_| chosen.get() == Some(place));
        let reached = move || picked.get() || (place == 0 && chosen.get().is_none());
        let state = move |tabs: bool| (panel.is_some() == tabs).then(|| picked.get().to_string());
        view! {
            <button
                class=item_class
                type="button"
                role=role
                node_ref=button(place).unwrap_or_default()
                aria-selected=move || state(true)
                aria-checked=move || state(false)
                aria-controls=panel
                tabindex=move || if reached() { "0" } else { "-1" }
                data-stacked=(look == RadioLook::Stacked).then_some("true")
                on:click=move |_| on_choose.run((place,))
            >
                {face}
            </button>
        }
    };
    view! {
        <div class=class role=group_role aria-label=label on:keydown=on_keydown>
            {faces.into_iter().enumerate().map(item).collect_view()}
        </div>
    }
}

/// A chosen value and what choosing one does, as places among `values`.
pub(super) fn by_place<T>(
    values: Vec<T>,
    chosen: Signal<Option<T>>,
    on_choose: impl Fn(T) + Send + Sync + 'static,
) -> (Signal<Option<usize>>, Callback<(usize,)>)
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let values = StoredValue::new(values);
    let place = move || {
        let chosen = chosen.get()?;
        values.with_value(|values| values.iter().position(|value| *value == chosen))
    };
    let choose = move |place: usize| {
        if let Some(value) = values.with_value(|values| values.get(place).cloned()) {
            on_choose(value);
        }
    };
    (Signal::derive(place), Callback::from(choose))
}
