//! The papers of the meeting, and how long there is to send them.

use super::picture::Preparing;
use crate::app::routes::Route;
use crate::domain::deadline::{Deadline, Duty, Standing};
use crate::domain::document::Document;
use crate::domain::time::WallTime;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Banner, Icon, IconSize, Tag, Tone};
use leptos::prelude::*;

fn due(preparing: Preparing) -> Option<Deadline> {
    preparing.read(|picture| picture.deadlines.into_iter().find(|deadline| deadline.duty == Duty::Papers))
}

/// That the papers are due soon, or were.
#[component]
pub fn PapersDue(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let coming = move || {
        let now = state.now().wall();
        let deadline = due(preparing).filter(|deadline| deadline.standing.open());
        deadline
            .filter(|_| preparing.read(|picture| picture.meeting.stands() && now < picture.meeting.starts))
    };
    let coming = Memo::new(move |_| coming());
    move || {
        coming.get().map(|deadline| {
            let days = state.today().days_until(deadline.by.day);
            let title = match deadline.standing {
                Standing::Passed => texts.papers_passed.to_owned(),
                _ if days == 0 => texts.papers_today.to_owned(),
                _ => (texts.papers_left)(days.unsigned_abs()),
            };
            let text = (texts.papers_due)(&words::moment(state.texts(), deadline.by));
            view! { <Banner tone=Tone::Warn icon="clock" title text /> }
        })
    }
}

/// Bộ tài liệu kỳ này.
#[component]
pub fn Papers(preparing: Preparing) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let papers = Memo::new(move |_| preparing.read(|picture| picture.papers.clone()));
    let sum = move || {
        papers.with(|papers| {
            let bytes = papers.iter().fold(0u32, |sum, (paper, _)| sum.saturating_add(paper.file.bytes));
            (texts.papers_sum)(papers.len(), &(state.texts().nouns().size)(bytes))
        })
    };
    let by = move || due(preparing).map(|deadline| deadline.by);
    let rows = move || {
        let by = by();
        let row = move |(document, out)| view! { <li><Paper document out by /></li> };
        papers.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="pack">
            <div class="section__head">
                <h3 id="pack">{texts.papers}</h3>
                <p class="note">{sum}</p>
            </div>
            <Show
                when=move || papers.with(|papers| !papers.is_empty())
                fallback=move || view! { <p class="note">{texts.no_papers}</p> }
            >
                <ul class="sheet rows">{rows}</ul>
            </Show>
            <div class="cluster">
                <a class="button" href=Route::NewDocument.href()>
                    <Icon name="plus" />
                    {texts.add_paper}
                </a>
                <a class="button" href=Route::EditMeeting(preparing.id).href()>
                    {texts.choose_papers}
                </a>
            </div>
            <p class="note">
                <Icon name="shield" size=IconSize::Small />
                " "
                {texts.no_secrets}
            </p>
        </section>
    }
}

#[component]
fn Paper(document: Document, out: Option<WallTime>, by: Option<WallTime>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().prepare();
    let late = out.zip(by).is_some_and(|(out, by)| by < out);
    let (tone, icon, words) =
        if late { (Tone::Warn, "clock", texts.paper_late) } else { (Tone::Ok, "check", texts.paper_ready) };
    view! {
        <a class="row" href=Route::Document(document.id).href()>
            <span class="row__lead" data-decor="true">
                <Icon name="document" />
            </span>
            <div class="row__body">
                <p class="row__title">{document.summary.to_string()}</p>
                <p class="row__note">{document.issuer.to_string()}</p>
                <p>
                    <Tag tone icon bare=true words />
                </p>
            </div>
            <span class="row__end">
                <Icon name="chevron" />
            </span>
        </a>
    }
}
