//! What is prepared, and where the score asks for it.

use super::entries::Entries;
use super::picture::Preparing;
use crate::app::routes::Route;
use crate::domain::proceedings::DraftState;
use crate::domain::regulation::rubric::{Evidence, Item};
use crate::pages::draft_state::{self, Face};
use crate::state::{State, use_state};
use crate::ui::{CommandButton, Tag, Tone};
use leptos::prelude::*;

fn draft_face(state: State, draft: Option<DraftState>, otherwise: &'static str) -> Face {
    draft.map_or_else(
        || (Tone::Neutral, "person", otherwise.to_owned()),
        |draft| draft_state::face(state, draft),
    )
}

/// Items of the rubric that ask for what is entered here, as their criterion has them.
fn scored(state: State, preparing: Preparing) -> Vec<String> {
    let asks = |item: &Item| item.evidence.contains(&Evidence::Bureau);
    let regulation = preparing.read(|picture| Some(picture.meeting.regulation));
    let items = state.with(|memory| {
        let rubric = &memory.regulation(regulation?).rubric;
        let criterion = rubric.criteria.iter().find(|criterion| criterion.items.iter().any(asks))?;
        let words = |item: &Item| (state.texts().prepare().scored)(item.key.as_str(), item.title.as_str());
        Some(criterion.items.iter().map(words).collect())
    });
    items.flatten().unwrap_or_default()
}

/// Việc chuẩn bị.
#[component]
pub fn Checklist(preparing: Preparing, entries: Entries) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let bureau = move || match preparing.read(|picture| picture.preparation.bureau_met) {
        Some(day) => (Tone::Ok, "check", (texts.bureau_met)(&day.to_dmy())),
        None => (Tone::Warn, "clock", texts.bureau_open.to_owned()),
    };
    let drafter = move || {
        let drafter = preparing.read(|picture| picture.preparation.drafter.clone());
        drafter.map(|drafter| (texts.drafted_by)(drafter.as_str())).unwrap_or_default()
    };
    let draft = move || draft_face(state, preparing.read(|picture| picture.course.resolution), texts.nobody);
    let heard = move || {
        let (expected, silent) = preparing.read(|picture| (picture.expected, picture.silent.len()));
        (Tone::Ok, "send", (texts.heard)(expected.saturating_sub(silent), expected))
    };
    let scored =
        move || scored(state, preparing).into_iter().map(|words| view! { <p class="note">{words}</p> });
    let bureau_from = move || (texts.bureau_from)(preparing.read(|picture| picture.bureau_day));
    let noticed = move || preparing.read(|picture| picture.meeting.noticed_on.to_dmy());
    view! {
        <section class="stack" aria-labelledby="checklist">
            <h3 id="checklist">{texts.checklist}</h3>
            <ul class="sheet rows">
                <Row title=texts.bureau note=Signal::derive(bureau_from) face=Signal::derive(bureau)>
                    <CommandButton
                        label=texts.set_day
                        spoken=[texts.set_day, ": ", texts.bureau].concat()
                        opens_dialog=true
                        busy=entries.saving
                        on_press=move || entries.begin_bureau(preparing)
                    />
                </Row>
                <Row title=texts.draft note=Signal::derive(drafter) face=Signal::derive(draft)>
                    <CommandButton
                        label=texts.update
                        spoken=[texts.update, ": ", texts.draft].concat()
                        opens_dialog=true
                        busy=entries.saving
                        on_press=move || entries.begin_draft(preparing)
                    />
                </Row>
                <ThemeRow preparing entries />
                <Row title=texts.notice note=Signal::derive(noticed) face=Signal::derive(heard)>
                    <a class="button" href=Route::EditMeeting(preparing.id).href()>
                        {texts.change_notice}
                    </a>
                    <a class="button" href=Route::Dossier(preparing.id).href()>
                        {texts.print_notice}
                    </a>
                </Row>
            </ul>
            {move || scored().collect_view()}
        </section>
    }
}

#[component]
fn ThemeRow(preparing: Preparing, entries: Entries) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let title = Memo::new(move |_| {
        preparing.read(|picture| picture.meeting.theme.as_ref().map(|theme| theme.title.to_string()))
    });
    let planned = Memo::new(move |_| preparing.read(|picture| picture.theme.is_some()));
    let face = move || draft_face(state, preparing.read(|picture| picture.course.theme), texts.unplanned);
    let note = move || {
        let preparer = preparing.read(|picture| picture.meeting.theme.as_ref()?.preparer.clone());
        let preparer = preparer.map(|preparer| (state.texts().meetings().prepared_by)(preparer.as_str()));
        [title.get(), preparer].into_iter().flatten().collect::<Vec<String>>().join(". ")
    };
    let update = move || {
        view! {
            <CommandButton
                label=texts.update
                spoken=[texts.update, ": ", texts.theme].concat()
                opens_dialog=true
                busy=entries.saving
                on_press=move || entries.begin_theme(preparing)
            />
        }
    };
    let plan = move || {
        view! {
            <CommandButton
                label=texts.plan_it
                busy=entries.saving
                on_press=move || entries.put_theme(state, preparing, DraftState::Assigned)
            />
        }
    };
    view! {
        <Show when=move || title.with(Option::is_some)>
            <Row title=texts.theme note=Signal::derive(note) face=Signal::derive(face)>
                <Show when=move || planned.get() fallback=plan>
                    {update()}
                </Show>
                <a class="button" href=Route::Themes.href()>
                    {state.texts().themes().title}
                </a>
            </Row>
        </Show>
    }
}

#[component]
fn Row(
    title: &'static str,
    #[prop(optional, into)] note: Signal<String>,
    face: Signal<Face>,
    children: Children,
) -> impl IntoView {
    let tag = move || {
        let (tone, icon, words) = face.get();
        view! { <Tag tone icon bare=true words /> }
    };
    view! {
        <li class="row" data-align="start">
            <div class="row__body">
                <p class="row__title">{title}</p>
                <Show when=move || note.with(|note| !note.is_empty())>
                    <p class="row__note">{note}</p>
                </Show>
                <p>{tag}</p>
                <div class="row__actions">{children()}</div>
            </div>
        </li>
    }
}
