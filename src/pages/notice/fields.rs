//! Kind, time, place, who presides, theme; and what to think over.

use super::form::Form;
use super::planned::PlannedThemes;
use crate::domain::id::ThingId;
use crate::domain::meeting::{Caution, Kind, Outline};
use crate::domain::regulation::Deadlines;
use crate::domain::time::Moment;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Banner, Choice, ChoiceItem, Field, Tone};
use leptos::prelude::*;

const KINDS: [Kind; 3] = [Kind::Regular, Kind::Thematic, Kind::Extraordinary];

/// The fields.
#[component]
pub fn Fields(form: Form) -> impl IntoView {
    let state = use_state();
    let name = state.texts().nouns().meeting_kind;
    let kinds = KINDS.map(|kind| ChoiceItem { value: kind, title: name(kind), note: String::new() }).to_vec();
    view! {
        <Choice
            label=state.texts().notice().kind
            items=kinds
            chosen=form.kind
            on_choose=move |kind| form.kind.set(kind)
        />
        <When form />
        <Field
            id="place"
            label=state.texts().notice().place
            value=form.place.value
            error=form.place.error
        />
        <Field
            id="chair"
            label=state.texts().notice().chair
            value=form.chair.value
            error=form.chair.error
        />
        <Field
            id="number"
            label=state.texts().notice().number
            hint=state.texts().notice().number_hint
            value=form.number.value
            error=form.number.error
        />
        <ThemeFields form />
    }
}

#[component]
fn When(form: Form) -> impl IntoView {
    let state = use_state();
    let minutes_hint = move || {
        let length = form.regulation(state).deadlines.length;
        (state.texts().notice().minutes_hint)(length.usual_minutes, length.long_minutes, length.many_members)
    };
    let moment = move || form.starts().map(|starts| words::moment(state.texts(), starts)).unwrap_or_default();
    view! {
        <Field
            id="day"
            kind="date"
            label=state.texts().notice().day
            hint=form.day.day_in_words(state, "")
            value=form.day.value
            error=form.day.error
        />
        <Field
            id="time"
            kind="time"
            label=state.texts().notice().time
            hint=Signal::derive(moment)
            value=form.time.value
            error=form.time.error
        />
        <Field
            id="minutes"
            kind="number"
            label=state.texts().notice().minutes
            hint=Signal::derive(minutes_hint)
            value=form.minutes.value
            error=form.minutes.error
        />
    }
}

#[component]
fn ThemeFields(form: Form) -> impl IntoView {
    let state = use_state();
    let label = move || {
        let texts = state.texts().notice();
        if form.kind.get() == Kind::Thematic { texts.theme } else { texts.theme_optional }
    };
    view! {
        <Show when=move || form.kind.get() != Kind::Extraordinary>
            <Field
                id="theme"
                label=Signal::derive(move || label().to_owned())
                value=form.theme.value
                error=form.theme.error
            />
            <PlannedThemes form />
            <Show when=move || form.theme.value.with(|theme| !theme.trim().is_empty())>
                <Field
                    id="preparer"
                    label=state.texts().notice().preparer
                    hint=state.texts().publishing().may_be_empty
                    value=form.preparer.value
                    error=form.preparer.error
                />
            </Show>
        </Show>
    }
}

/// What to think over; forbids nothing.
#[component]
pub fn Cautions(form: Form) -> impl IntoView {
    let state = use_state();
    let cautions = Memo::new(move |_| {
        let (Some(starts), now) = (form.starts(), form.noticed(state)) else {
            return Vec::new();
        };
        let regulation = form.regulation(state);
        let found = state.with(|memory| {
            let others = memory.fold().meetings().filter(|meeting| meeting.id != form.id.get());
            let published = |id: &ThingId| memory.fold().published_at(*id).map(Moment::wall);
            let outline = Outline {
                kind: form.kind.get(),
                starts,
                now,
                thematic: form.thematic(),
                papers: form.documents.with(|papers| papers.iter().filter_map(published).collect()),
            };
            outline.cautions(&regulation, others)
        });
        found.unwrap_or_default()
    });
    let banner = move |caution: Caution| {
        let texts = state.texts().notice();
        let Deadlines { last_day_of_month, notice_hours, paper_days, .. } =
            untrack(|| form.regulation(state)).deadlines;
        let words = match caution {
            Caution::LateInMonth => (texts.late_in_month)(last_day_of_month),
            Caution::SameDay => texts.same_day.to_owned(),
            Caution::ShortNotice => (texts.short_notice)(notice_hours),
            Caution::LatePapers => (texts.late_papers)(paper_days),
            Caution::NoThemeInQuarter => texts.no_theme_in_quarter.to_owned(),
        };
        view! { <Banner tone=Tone::Warn icon="clock" title=words /> }
    };
    move || cautions.get().into_iter().map(banner).collect_view()
}
