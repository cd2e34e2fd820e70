//! Gửi tài liệu: a file is picked and looked through, then it is named and published; older ones can be taken back.

mod fields;
mod pick;
mod published;
mod reading;

use crate::app::routes::Route;
use crate::record::Kind;
use crate::state::use_state;
use crate::ui::FocusScreen;
use fields::DocumentForm;
use leptos::prelude::*;
use pick::Pick;
use published::{Done, Published};
use reading::{Candidate, Problem};

/// Where the file is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// None is picked.
    Pick,
    /// It is looked through: page, pages.
    Reading(u32, u32),
    /// It is not taken.
    Refused(Problem),
    /// It may come in and is being named.
    Form,
    /// It is published under this name.
    Done(String),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    stage: RwSignal<Stage>,
    candidate: StoredValue<Option<Candidate>, LocalStorage>,
    /// Counts attempts: reading ends when it is no longer the latest one.
    attempt: RwSignal<u32>,
}

impl Desk {
    /// Forgets the file.
    fn reset(self) {
        self.attempt.update(|attempt| *attempt += 1);
        self.candidate.set_value(None);
        self.stage.set(Stage::Pick);
    }
}

/// Publishing a document.
#[component]
pub fn NewDocument() -> impl IntoView {
    let state = use_state();
    state.load(Kind::Document);
    let desk = Desk {
        stage: RwSignal::new(Stage::Pick),
        candidate: StoredValue::new_local(None),
        attempt: RwSignal::new(0),
    };
    view! {
        <FocusScreen
            title=state.texts().publishing().title
            sub=Signal::derive(move || state.branch_name())
            back=Route::Desk.href()
            back_label=state.texts().shell().back
        >
            {move || match desk.stage.get() {
                Stage::Form => view! { <DocumentForm desk /> }.into_any(),
                Stage::Done(title) => view! { <Done desk title /> }.into_any(),
                Stage::Pick | Stage::Reading(..) | Stage::Refused(_) => {
                    view! {
                        <Pick desk />
                        <Published />
                    }
                    .into_any()
                }
            }}
        </FocusScreen>
    }
}
