//! Hồ sơ: the papers of a meeting, to be looked at, printed, opened in Word, and handed on together as one file.

mod compose;
mod handing;
mod posting;
mod telephone;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::i18n::Texts;
use crate::pages::calendar_file;
use crate::pages::held::load_held;
use crate::pages::official_score::OfficialScore;
use crate::pages::score_words;
use crate::pages::unread::UnreadPage;
use crate::papers::dossier::{Piece, Planned};
use crate::papers::folder::{Content, Format};
use crate::ports::device::Language;
use crate::state::{Loadable, State, use_state};
use crate::sync::Memory;
use crate::ui::{ActionBar, CommandButton, Field, FocusScreen, PaperPage};
use compose::{Dossier, compose};
use handing::Handing;
use leptos::prelude::*;
use paper::Paper;
use posting::PostingList;
use telephone::Telephone;

/// Composes the papers.
fn composed(state: State, meeting: ThingId, telephone: Telephone) -> Memo<Option<Dossier>> {
    Memo::new(move |_| {
        let notice = state.with(|memory| memory.fold().meeting(meeting).cloned()).flatten()?;
        let calendar = calendar_file::file(state, Texts::of(Language::Vietnamese), &notice);
        let telephone = telephone.line();
        state.with(|memory| compose(memory, meeting, calendar, telephone.as_ref(), state.now())).flatten()
    })
}

/// The papers of `meeting`, once everything is there that they are made of: none is made of half of it.
#[component]
pub fn MeetingDossier(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let looked = state.bring_in(async move |handbook| load_held(&handbook, meeting).await);
    move || match looked.get() {
        Loadable::Ready => view! { <Papers meeting /> }.into_any(),
        Loadable::Failed(fault) => view! { <UnreadPage fault /> }.into_any(),
        Loadable::Loading => ().into_any(),
    }
}

#[component]
fn Papers(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().dossier();
    let telephone = Telephone::new(state);
    let dossier = composed(state, meeting, telephone);
    let handing = Handing::new(state);
    let shown: RwSignal<Vec<Paper>> = RwSignal::new(Vec::new());
    let on_all = move |()| {
        if let Some(dossier) = dossier.get_untracked() {
            handing.all(dossier.archive, dossier.day, dossier.files);
        }
    };
    let action = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=texts.all
                    icon="download"
                    kind="primary"
                    grow=true
                    busy=handing.busy
                    on_press=on_all
                />
            </ActionBar>
        }
        .into_any()
    };
    let due = move || {
        let due = |dossier: &Dossier| (texts.due)(&dossier.posting_due.to_dmy());
        dossier.with(|dossier| dossier.as_ref().map(due))
    };
    let score = Memo::new(move |_| {
        let score = |memory: &Memory| {
            score_words::of_meeting(state.texts().score(), memory, &memory.regulations(), meeting)
        };
        state.with(score).flatten()
    });
    view! {
        <FocusScreen
            title=texts.title
            back=Route::Meeting(meeting).href()
            back_label=state.texts().shell().back
            action=action
        >
            <p data-print="no">{due}</p>
            <p data-print="no">{score}</p>
            <OfficialScore meeting />
            <PostingList meeting />
            <p class="note" role="status" data-print="no">
                {move || handing.told()}
            </p>
            <div class="sheet" data-print="no">
                <ul class="rows">
                    {move || {
                        let files = dossier.get().map(|dossier| dossier.files).unwrap_or_default();
                        files.into_iter().map(|file| view! { <FileRow file handing shown /> }).collect_view()
                    }}
                </ul>
            </div>
            <LargeNotices dossier telephone shown />
            <div class="papers">
                {move || shown.get().into_iter().map(|paper| view! { <PaperPage paper /> }).collect_view()}
            </div>
        </FocusScreen>
    }
}

#[component]
fn FileRow(file: Planned, handing: Handing, shown: RwSignal<Vec<Paper>>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().dossier();
    let title = title(state.texts(), file.content, file.format);
    let name = file.name.clone();
    let paper = match &file.piece {
        Piece::Paper(paper) => Some(paper.as_ref().clone()),
        Piece::Spreadsheet(_) | Piece::Text(_) => None,
    };
    let print = paper.map(|paper| {
        let on_press = move |()| print(state, shown, vec![paper.clone()]);
        view! {
            <CommandButton label=texts.print spoken=[texts.print, ": ", title].concat() icon="printer" on_press />
        }
    });
    let on_save = move |()| handing.one(file.clone());
    view! {
        <li class="row">
            <div class="row__body">
                <p class="row__title">{title}</p>
                <p class="row__note">{name}</p>
                <div class="cluster">
                    {print}
                    <CommandButton
                        label=texts.save
                        spoken=[texts.save, ": ", title].concat()
                        icon="download"
                        busy=handing.busy
                        on_press=on_save
                    />
                </div>
            </div>
        </li>
    }
}

#[component]
fn LargeNotices(
    dossier: Memo<Option<Dossier>>,
    telephone: Telephone,
    shown: RwSignal<Vec<Paper>>,
) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().dossier();
    let notices = Memo::new(move |_| dossier.get().map(|dossier| dossier.large_notices).unwrap_or_default());
    let count = move || notices.with(Vec::len);
    view! {
        <Show when=move || count() != 0>
            <section class="stack" data-print="no">
                <p>{move || (texts.without_phone)(count())}</p>
                <Field
                    id="telephone"
                    kind="tel"
                    label=texts.telephone
                    hint=texts.telephone_hint
                    value=telephone.typed.value
                    error=telephone.typed.error
                />
                <CommandButton
                    label=texts.print_large
                    icon="printer"
                    on_press=move |()| print(state, shown, notices.get_untracked())
                />
            </section>
        </Show>
    }
}

/// Shows the papers and opens the print dialogue once they are on the page.
fn print(state: State, shown: RwSignal<Vec<Paper>>, papers: Vec<Paper>) {
    shown.set(papers);
    request_animation_frame(move || state.device().shell.print());
}

fn title(texts: &Texts, content: Content, format: Format) -> &'static str {
    let texts = texts.dossier();
    match (content, format) {
        (Content::Score, Format::Xlsx) => texts.score_xlsx,
        (Content::Score, Format::Csv) => texts.score_csv,
        (Content::Notice, _) => texts.notice,
        (Content::LargeNotice, _) => texts.large_notice,
        (Content::Invitation, _) => texts.invitation,
        (Content::Agenda, _) => texts.agenda,
        (Content::RollCall, _) => texts.roll_call,
        (Content::Minutes, _) => texts.minutes,
        (Content::Resolution, _) => texts.resolution,
        (Content::Tasks, _) => texts.tasks,
        (Content::Score, _) => texts.score,
        (Content::Calendar, _) => texts.calendar,
    }
}
