//! What the superior says of the meeting, beside what the branch has given itself.

use crate::domain::id::ThingId;
use crate::domain::meeting_score::{MeetingScore, Official};
use crate::exchange::draft::DraftName;
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::pages::score_words;
use crate::pages::writing::{Parts, Writing};
use crate::state::{State, use_state};
use crate::ui::{CommandButton, Dialog, Field, TextArea};
use leptos::prelude::*;

/// The official score of a meeting that was closed and scored: what it is, or that there is none yet. The secretary
/// enters it, later and again. The score must be loaded.
#[component]
pub fn OfficialScore(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().score();
    let open = RwSignal::new(false);
    let score = Memo::new(move |_| state.with(|memory| memory.fold().score(meeting).cloned()).flatten());
    let said = move || score.get().map(|score| told(state, &score));
    view! {
        <Show when=move || score.with(Option::is_some)>
            <section class="section" aria-labelledby="official" data-print="no">
                <h2 class="section__title" id="official">
                    {texts.official}
                </h2>
                {said}
                <Show when=move || state.is_secretary()>
                    <div class="cluster">
                        <CommandButton
                            label=texts.enter_official
                            icon="pen"
                            opens_dialog=true
                            on_press=move || open.set(true)
                        />
                    </div>
                </Show>
            </section>
        </Show>
        <Dialog
            id="enter-official"
            title=texts.enter_official
            open
            close_label=state.texts().shell().close
        >
            <Entry meeting open />
        </Dialog>
    }
}

/// `88,5 điểm, Khá; ngày 10/10/2026`, and by how much it differs; `Chưa có` until then.
fn told(state: State, score: &MeetingScore) -> AnyView {
    let texts = state.texts().score();
    let judged = state.with(|memory| score.judged(&memory.regulation(score.sheet.regulation).rubric));
    let judged = judged.and_then(|judgements| Some((judgements, judgements.official?)));
    let Some((official, (judgements, judged))) = score.official.as_ref().zip(judged) else {
        return view! { <p>{texts.no_official}</p> }.into_any();
    };
    let words = (texts.official_said)(
        &score_words::points(judged.points),
        (texts.rating)(judged.rating),
        &official.told_on.to_dmy(),
    );
    let difference = score_words::difference(&judgements).map(|points| (texts.differs)(&points));
    let note = official.note.to_string();
    view! {
        <div class="sheet" data-pad="true">
            <div class="stack" data-gap="snug">
                <p class="strong-note">{words}</p>
                <p class="note">{difference}</p>
                <p class="as-typed">{note}</p>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Entry(meeting: ThingId, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().score();
    let known = untrack(|| state.with(|memory| memory.fold().score(meeting).cloned())).flatten();
    let total = known.as_ref().and_then(|score| {
        untrack(|| state.with(|memory| memory.regulation(score.sheet.regulation).rubric.total))
    });
    let total = total.unwrap_or_default();
    let before = known.and_then(|score| score.official);
    let text = |read: fn(&Official) -> String| before.as_ref().map(read).unwrap_or_default();
    let points = FormField::new(&text(|official| score_words::points(official.points)));
    let told_on = FormField::new(&text(|official| official.told_on.to_iso()));
    let note = FormField::new(&text(|official| official.note.to_string()));
    let parts = Parts {
        known: Some(meeting),
        fields: vec![points, told_on, note],
        choices: Vec::new(),
        members: None,
    };
    let writing = Writing::new(state, DraftName::Official(meeting), parts);
    let read = move || -> Option<Official> {
        let typed = score_words::read_points(&points.text()).filter(|points| *points <= total);
        if typed.is_none() {
            points.refuse(&(texts.bad_points)(&score_words::points(total)));
        }
        let (day, note) = (told_on.day(texts.bad_day), note.prose(state));
        Some(Official { points: typed?, told_on: day?, note: note? })
    };
    let on_save = move |()| {
        let official = read()?;
        writing.save(
            async move |handbook| handbook.rate_officially(meeting, official).await,
            move || open.set(false),
        );
        Some(())
    };
    view! {
        <EditForm writing label=texts.keep on_save>
            <Field
                id="official-points"
                label=(texts.points)(&score_words::points(total))
                value=points.value
                error=points.error
            />
            <Field
                id="told-on"
                kind="date"
                label=texts.told_on
                value=told_on.value
                error=told_on.error
            />
            <TextArea
                id="official-note"
                label=texts.note
                value=note.value
                error=note.error
            />
        </EditForm>
    }
}
