//! What was locked: to be read, and to be added to.

use super::Closing;
use crate::app::routes::Route;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::pages::paper_words::{self, PaperRow};
use crate::ui::{Banner, Icon, Tone};
use leptos::prelude::*;

/// The locked papers; `addendum` is told to which of them something is to be added.
#[component]
pub fn LockedPapers(closing: Closing, addendum: RwSignal<Option<SignedPaper>>) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts();
    let title = move || {
        let at = closing.closed_at.get().map(|at| at.wall());
        let at = at.map(|at| [&at.time.to_hm(), " ", &at.day.to_dmy()].concat());
        (texts.closing().closed)(&at.unwrap_or_default())
    };
    let row = move |signed: SignedPaper| {
        let name = paper_words::name(texts, &signed.form);
        let label = [texts.closing().write_addendum, ": ", &name].concat();
        let may = !matches!(signed.form, Form::Addendum { .. });
        let to = signed.clone();
        let button = may.then(|| {
            view! {
                <div class="row">
                <button
                    class="button"
                    type="button"
                    aria-label=label
                    aria-haspopup="dialog"
                    on:click=move |_| addendum.set(Some(to.clone()))
                >
                    <Icon name="plus" />
                    {texts.closing().write_addendum}
                </button>
                </div>
            }
        });
        view! {
            <li>
                <PaperRow signed />
                {button}
            </li>
        }
    };
    view! {
        <Banner
            tone=Tone::Ok
            icon="lock"
            title=Signal::derive(title)
            text=texts.closing().closed_text
        />
        <section class="section" aria-labelledby="locked">
            <h2 class="section__title" id="locked">
                {texts.closing().locked}
            </h2>
            <div class="sheet">
                <ul class="rows">{move || closing.locked.get().into_iter().map(row).collect_view()}</ul>
            </div>
            <a class="button" href=Route::Dossier(closing.meeting).href()>
                <Icon name="download" />
                {texts.dossier().title}
            </a>
        </section>
    }
}
