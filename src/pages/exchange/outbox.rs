//! Hộp gửi: every parcel with its way in four stops, and what is still being written.

use crate::app::routes::Route;
use crate::domain::id::{RecordId, ThingId};
use crate::domain::time::Moment;
use crate::exchange::draft::{CommentDraft, DraftName};
use crate::exchange::outbox::Stage;
use crate::i18n::exchange::ExchangeTexts;
use crate::pages::track::Track;
use crate::pages::words;
use crate::record::Kind;
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::{Blank, Dialog, Icon, IconSize};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A parcel as it is shown.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    record: RecordId,
    kind: Kind,
    about: ThingId,
    written_at: Moment,
    stage: Stage,
    untouched: bool,
}

/// The parcel that is to be dropped, and whether its dialog is open.
#[derive(Clone, Copy)]
struct Asked {
    parcel: RwSignal<Option<Shown>>,
    open: RwSignal<bool>,
}

impl Asked {
    fn ask(self, shown: Shown) {
        self.parcel.set(Some(shown));
        self.open.set(true);
    }
}

/// Newest first.
fn parcels(state: State) -> Vec<Shown> {
    state
        .with(|memory| {
            let outbox = memory.outbox();
            let shown = outbox.into_iter().rev().map(|parcel| Shown {
                record: parcel.record,
                kind: parcel.kind,
                about: parcel.about,
                written_at: parcel.written_at,
                stage: parcel.stage,
                untouched: parcel.untouched(),
            });
            shown.collect()
        })
        .unwrap_or_default()
}

/// Meetings with an unfinished comment.
async fn drafts(handbook: &Handbook) -> Result<Vec<ThingId>, Fault> {
    let mut found = Vec::new();
    for name in handbook.draft_names(DraftName::COMMENTS).await? {
        let bytes = handbook.draft(&name).await?;
        let written =
            bytes.and_then(|bytes| CommentDraft::decode(&bytes).ok()).is_some_and(|draft| !draft.is_empty());
        if let (true, Some(DraftName::Comment(meeting))) = (written, DraftName::parse(&name)) {
            found.push(meeting);
        }
    }
    Ok(found)
}

fn name_of(texts: &ExchangeTexts, kind: Kind) -> &'static str {
    match kind {
        Kind::Reply => texts.reply,
        Kind::CheckIn => texts.check_in,
        Kind::Comment => texts.comment,
        Kind::Review => texts.review,
        Kind::Join => texts.join,
        Kind::Retract => texts.withdrawal,
        Kind::Report => texts.report,
        Kind::Head
        | Kind::Charter
        | Kind::Roster
        | Kind::Document
        | Kind::Meeting
        | Kind::Minutes
        | Kind::Proceedings
        | Kind::SignedPaper
        | Kind::Regulation
        | Kind::ThemePlan
        | Kind::Score
        | Kind::Posting => texts.other,
    }
}

fn title_of(state: State, kind: Kind, about: ThingId) -> String {
    let texts = state.texts();
    let what = name_of(texts.exchange(), kind);
    let named = state.with(|memory| {
        let fold = memory.fold();
        let task =
            || fold.tasks().iter().find(|(_, task)| task.id == about).map(|(_, task)| task.what.to_string());
        fold.meeting(about).map(|meeting| words::meeting_title(texts, meeting)).or_else(task)
    });
    match named.flatten() {
        Some(named) => (texts.exchange().of_meeting)(what, &named),
        None => what.to_owned(),
    }
}

/// Everything that is on its way.
#[component]
pub(super) fn Outbox() -> impl IntoView {
    let state = use_state();
    let unfinished: RwSignal<Vec<ThingId>> = RwSignal::new(Vec::new());
    if let Some(handbook) = state.handbook() {
        spawn_local(async move {
            match drafts(&handbook).await {
                Ok(found) => unfinished.try_set(found).map_or((), drop),
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    }
    let shown = Memo::new(move |_| parcels(state));
    let empty = move || shown.with(Vec::is_empty) && unfinished.with(Vec::is_empty);
    let asked = Asked { parcel: RwSignal::new(None), open: RwSignal::new(false) };
    let parcel = move |shown: Shown| view! { <ParcelItem shown asked /> };
    let draft = |meeting: ThingId| view! { <DraftItem meeting /> };
    view! {
        <section class="section" aria-labelledby="out">
            <div class="section__head">
                <h2 class="section__title" id="out">
                    {state.texts().exchange().outbox}
                </h2>
                <p class="note">{move || (state.texts().exchange().outbox_count)(state.waiting())}</p>
            </div>
            <Show
                when=move || !empty()
                fallback=move || {
                    view! {
                        <Blank
                            icon="outbox"
                            title=state.texts().exchange().outbox_empty
                            text=Signal::derive(move || {
                                state.texts().exchange().outbox_empty_text.to_owned()
                            })
                        />
                    }
                }
            >
                <div class="sheet">
                    <ul class="rows">
                        {move || unfinished.get().into_iter().map(draft).collect_view()}
                        {move || shown.get().into_iter().map(parcel).collect_view()}
                    </ul>
                </div>
            </Show>
            <DiscardDialog asked />
        </section>
    }
}

#[component]
fn ParcelItem(shown: Shown, asked: Asked) -> impl IntoView {
    let state = use_state();
    let written = move || {
        let at = shown.written_at.wall();
        (state.texts().exchange().written)(&at.time.to_hm(), &at.day.to_dmy())
    };
    view! {
        <li class="parcel">
            <h3 class="parcel__title">{move || title_of(state, shown.kind, shown.about)}</h3>
            <p class="parcel__meta">{written}</p>
            <Track stage=Signal::derive(move || Some(shown.stage)) />
            <Show when=move || shown.stage != Stage::Received>
                <div class="cluster">
                    <button
                        class="button"
                        data-kind="quiet"
                        type="button"
                        aria-haspopup="dialog"
                        on:click=move |_| asked.ask(shown)
                    >
                        <Icon name="trash" size=IconSize::Small />
                        {state.texts().exchange().discard}
                        <span class="visually-hidden">
                            ": " {move || title_of(state, shown.kind, shown.about)}
                        </span>
                    </button>
                </div>
            </Show>
        </li>
    }
}

#[component]
fn DraftItem(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let title = move || {
        let texts = state.texts();
        let meeting = state.with(|memory| {
            memory.fold().meeting(meeting).map(|meeting| words::meeting_title(texts, meeting))
        });
        match meeting.flatten() {
            Some(meeting) => (texts.exchange().of_meeting)(texts.exchange().draft_of, &meeting),
            None => texts.exchange().draft_of.to_owned(),
        }
    };
    view! {
        <li class="parcel">
            <h3 class="parcel__title">{title}</h3>
            <p class="parcel__meta">{state.texts().exchange().draft_note}</p>
            <Track stage=Signal::derive(|| None) />
            <div class="cluster">
                <a class="button" href=Route::Comment(meeting).href()>
                    <Icon name="pen" size=IconSize::Small />
                    {state.texts().exchange().continue_draft}
                </a>
            </div>
        </li>
    }
}

/// Asks before one parcel is dropped. Nothing else ever drops one.
#[component]
fn DiscardDialog(asked: Asked) -> impl IntoView {
    let state = use_state();
    let Asked { parcel: asked, open } = asked;
    let title = move || asked.get().map(|shown| title_of(state, shown.kind, shown.about));
    let text = move || {
        let texts = state.texts().exchange();
        asked.get().map(|shown| match shown.stage {
            _ if shown.untouched => texts.discard_text,
            Stage::Copied => texts.discard_copied_text,
            Stage::Waiting | Stage::Sent | Stage::Received => texts.discard_sent_text,
        })
    };
    let on_discard = move |_| {
        if let Some(shown) = asked.get_untracked() {
            let record = shown.record;
            state.run_or_say(move |handbook| async move { handbook.discard(record).await }, drop);
        }
        open.set(false);
    };
    view! {
        <Dialog
            id="discard"
            title=state.texts().exchange().discard_title
            open
            close_label=state.texts().shell().close
        >
            <p>
                <strong>{title}</strong>
            </p>
            <p>{text}</p>
            <div class="cluster">
                <button class="button" data-kind="danger" type="button" on:click=on_discard>
                    <Icon name="trash" />
                    {state.texts().exchange().discard}
                </button>
                <button class="button" type="button" on:click=move |_| open.set(false)>
                    {state.texts().shell().cancel}
                </button>
            </div>
        </Dialog>
    }
}
