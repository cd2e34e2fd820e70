//! A locked paper, to be read and printed by everybody, and what was added to it later.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::pages::paper_words::{self, PaperText};
use crate::pages::unread::UnreadPage;
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::ui::{Blank, FocusScreen, Icon, PaperPage};
use leptos::prelude::*;
use paper::Paper;

/// The locked paper at this address.
#[component]
pub fn SignedPaperPage(
    /// Which paper.
    id: ThingId,
) -> impl IntoView {
    let state = use_state();
    let looked = state.bring_in(async move |handbook| handbook.load(Kind::SignedPaper).await);
    let signed = Memo::new(move |_| {
        let find = |memory: &crate::sync::Memory| {
            memory.fold().signed_papers().find(|signed| signed.id == id).cloned()
        };
        state.with(find).flatten()
    });
    move || match (signed.get(), looked.get()) {
        (Some(signed), _) => view! { <Known signed /> }.into_any(),
        (None, Loadable::Ready) => {
            view! { <Unknown text=state.texts().closing().paper_unknown /> }.into_any()
        }
        (None, Loadable::Failed(fault)) => view! { <UnreadPage fault /> }.into_any(),
        (None, Loadable::Loading) => ().into_any(),
    }
}

#[component]
fn Unknown(text: &'static str) -> impl IntoView {
    let state = use_state();
    view! {
        <FocusScreen
            title=state.texts().closing().paper
            back=Route::Meetings.href()
            back_label=state.texts().shell().back
        >
            <Blank icon="document" title=text />
        </FocusScreen>
    }
}

#[component]
fn Known(signed: SignedPaper) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let Some(paper) = Paper::from_bytes(&signed.text) else {
        return view! { <Unknown text=texts.faults().newer_version /> }.into_any();
    };
    let (id, meeting) = (signed.id, signed.meeting);
    let title = paper_words::name(texts, &signed.form);
    let print = move || {
        view! {
            <button
                class="icon-button"
                type="button"
                aria-label=texts.closing().print
                on:click=move |_| state.device().shell.print()
            >
                <Icon name="printer" />
            </button>
        }
    };
    view! {
        <FocusScreen
            title
            sub=(texts.closing().adopted_on)(&signed.adopted_on.to_dmy())
            back=Route::Meeting(meeting).href()
            back_label=texts.shell().back
            end=print
        >
            <div data-print="no">
                <PaperText paper=paper.clone() />
            </div>
            <Related id form=signed.form />
            <div class="papers" data-screen="no">
                <PaperPage paper />
            </div>
        </FocusScreen>
    }
    .into_any()
}

/// The addenda of a paper, or the paper of an addendum.
#[component]
fn Related(id: ThingId, form: Form) -> impl IntoView {
    let state = use_state();
    let row = move |signed: SignedPaper| {
        view! {
            <li>
                <paper_words::PaperRow signed />
            </li>
        }
    };
    let rows = related(state, id, form);
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section" data-print="no" aria-labelledby="related">
                <h2 class="section__title" id="related">
                    {state.texts().closing().related}
                </h2>
                <div class="sheet">
                    <ul class="rows">{rows.into_iter().map(row).collect_view()}</ul>
                </div>
            </section>
        }
    })
}

fn related(state: State, id: ThingId, form: Form) -> Vec<SignedPaper> {
    let belongs = |other: &&SignedPaper| match form {
        Form::Addendum { of } => other.id == of,
        Form::Minutes | Form::Resolution { .. } => other.form == Form::Addendum { of: id },
    };
    state.with(|memory| memory.fold().signed_papers().filter(belongs).cloned().collect()).unwrap_or_default()
}
