//! What a new notice begins with: nothing, the next regular meeting, or a theme of the plan.

use super::draft::Draft;
use super::form::Form;
use super::{Editor, unknown};
use crate::domain::guard::Guard;
use crate::domain::id::ThingId;
use crate::domain::meeting::Kind;
use crate::domain::time::Day;
use crate::pages::unread::UnreadPage;
use crate::record::Kind as RecordKind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Memory;
use leptos::prelude::*;

/// A form with a meeting of its own, as it is for a new notice.
fn fresh(state: State) -> Form {
    Form::new(state, state.handbook().map_or(ThingId::BRANCH, |handbook| handbook.new_thing()))
}

/// A new notice.
#[component]
pub fn NewMeeting() -> impl IntoView {
    let state = use_state();
    let form = fresh(state);
    let draft = Draft::new(state, form, "notice".to_owned());
    view! { <Editor form draft /> }
}

/// The day proposed for the regular meeting that has to be announced next.
fn proposed_day(state: State, memory: &Memory) -> Day {
    let now = state.now().wall();
    let regulation = memory.in_force(now.day);
    let guard = Guard { now, numbers: &regulation.deadlines };
    let standing = || memory.fold().meetings().filter(|meeting| meeting.stands());
    let month = guard.month_to_prepare(standing()).unwrap_or_else(|| now.day.month().next());
    let regular = standing().filter(|meeting| meeting.kind == Kind::Regular);
    let last = regular.map(|meeting| meeting.starts.day).max();
    let taken: Vec<Day> = standing().map(|meeting| meeting.starts.day).collect();
    guard.proposed_day(month, last, &taken)
}

/// A notice of the next regular meeting, with a day and the usual order of business.
#[component]
pub fn NextNotice() -> impl IntoView {
    let state = use_state();
    let form = fresh(state);
    let day = untrack(|| state.with(|memory| proposed_day(state, memory)));
    form.change(state, || form.day.value.set(day.map(Day::to_iso).unwrap_or_default()));
    let draft = Draft::new(state, form, "notice/next".to_owned());
    view! { <Editor form draft /> }
}

/// A notice of a thematic meeting on a theme of the plan.
#[component]
pub fn ThemeNotice(
    /// Which theme.
    theme: ThingId,
) -> impl IntoView {
    let state = use_state();
    let loaded = state.bring_in(|handbook| async move { handbook.load(RecordKind::ThemePlan).await });
    move || match loaded.get() {
        Loadable::Loading => ().into_any(),
        Loadable::Failed(fault) => view! { <UnreadPage fault /> }.into_any(),
        Loadable::Ready => untrack(|| of_theme(state, theme)),
    }
}

fn of_theme(state: State, id: ThingId) -> AnyView {
    let year = state.today().year();
    let found = state.with(|memory| {
        let planned = [year, year + 1].map(|year| memory.theme_plan(year)).into_iter();
        planned.flat_map(|plan| plan.themes).find(|theme| theme.id == id)
    });
    let Some(theme) = found.flatten() else {
        return unknown(state);
    };
    let form = fresh(state);
    form.change(state, || form.kind.set(Kind::Thematic));
    form.theme.value.set(theme.title.to_string());
    form.preparer.value.set(theme.preparer.map(|preparer| preparer.to_string()).unwrap_or_default());
    let draft = Draft::new(state, form, ["notice/", &id.to_string()].concat());
    view! { <Editor form draft /> }.into_any()
}
