//! Quy định: the regulations that the branch knows, which one it goes by, and another one from a file.

use crate::app::routes::Route;
use crate::domain::regulation::{Regulation, RegulationFault, RegulationId, Rule};
use crate::state::{State, use_state};
use crate::sync::{Fault, Memory};
use crate::ui::{Banner, FilePicker, FocusScreen, Icon, Tag, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const FILE: &str = "regulation-file";
const MEDIA: &str = "text/plain";

/// What came of the last thing that was done.
type Outcome = RwSignal<Option<(Tone, String)>>;

/// The page.
#[component]
pub fn Regulations() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().regulations();
    let outcome: Outcome = RwSignal::new(None);
    let rows = Memo::new(move |_| state.with(|memory| known(state, memory)).unwrap_or_default());
    let told = move || {
        outcome.get().map(|(tone, title)| {
            let icon = if tone == Tone::Ok { "check-circle" } else { "warning" };
            view! { <Banner tone icon title /> }
        })
    };
    view! {
        <FocusScreen title=texts.title back=Route::Desk.href() back_label=state.texts().shell().back>
            <p>{texts.lead}</p>
            {told}
            <ul class="sheet rows">
                {move || rows.get().into_iter().map(|row| view! { <KnownRow row outcome /> }).collect_view()}
            </ul>
            <p class="note">{texts.import_note}</p>
            <div class="cluster">
                <FilePicker
                    id=FILE
                    label=texts.import
                    accept=".txt,text/plain"
                    on_pick=move || import(state, outcome)
                />
            </div>
        </FocusScreen>
    }
}

/// Whether the branch goes by a regulation.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    InUse,
    Possible,
    Later,
    Superseded,
}

#[derive(Clone, PartialEq)]
struct Row {
    regulation: Arc<Regulation>,
    standing: Standing,
}

fn known(state: State, memory: &Memory) -> Vec<Row> {
    let today = state.today();
    let known = memory.regulations();
    let in_use = known.in_force(today).id;
    let standing = |regulation: &Regulation| {
        if regulation.id == in_use {
            Standing::InUse
        } else if known.counts(regulation, today) {
            Standing::Possible
        } else if regulation.effective_from > today {
            Standing::Later
        } else {
            Standing::Superseded
        }
    };
    known.iter().map(|one| Row { regulation: one.clone(), standing: standing(one) }).collect()
}

#[component]
fn KnownRow(row: Row, outcome: Outcome) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().regulations();
    let Row { regulation, standing } = row;
    let id = regulation.id;
    let title = regulation.title.to_string();
    let dates = (texts.dates)(
        regulation.issuer.as_str(),
        &regulation.issued_on.to_dmy(),
        &regulation.effective_from.to_dmy(),
    );
    let tag = match standing {
        Standing::InUse => Some((Tone::Ok, "check", texts.in_use)),
        Standing::Later => Some((Tone::Wait, "clock", texts.later)),
        Standing::Superseded => Some((Tone::Neutral, "minus", texts.superseded)),
        Standing::Possible => None,
    };
    let tag = tag.map(|(tone, icon, words)| view! { <p><Tag tone icon bare=true words /></p> });
    let named = move |verb: &str| [verb, ": ", &title].concat();
    let choose = (standing == Standing::Possible).then(|| {
        let on_choose = move |_| choose(state, outcome, id);
        view! {
            <button class="button" type="button" aria-label=named(texts.choose) on:click=on_choose>
                {texts.choose}
            </button>
        }
    });
    view! {
        <li class="row" data-align="start">
            <div class="row__body">
                <p class="row__title">{regulation.number.to_string()}</p>
                <p>{regulation.title.to_string()}</p>
                <p class="row__note">{dates}</p>
                {tag}
                <div class="row__actions">
                    {choose}
                    <button
                        class="button"
                        data-kind="quiet"
                        type="button"
                        aria-label=named(texts.save)
                        on:click=move |_| save(state, outcome, id)
                    >
                        <Icon name="download" />
                        {texts.save}
                    </button>
                </div>
            </div>
        </li>
    }
}

fn choose(state: State, outcome: Outcome, id: RegulationId) {
    state.run(
        move |handbook| async move { handbook.choose_regulation(id).await },
        move |done| tell(state, outcome, done.map(|()| state.texts().regulations().chosen.to_owned())),
    );
}

fn save(state: State, outcome: Outcome, id: RegulationId) {
    let text = untrack(|| state.with(|memory| memory.regulation_text(id).map(str::to_owned))).flatten();
    let name = [id.as_str(), ".txt"].concat();
    if !text.is_some_and(|text| state.tools().files.save(&name, MEDIA, text.as_bytes())) {
        outcome.set(Some((Tone::Danger, state.texts().faults().not_saved.to_owned())));
    }
}

/// Adopts the regulation in the picked file; a line that is wrong is named.
fn import(state: State, outcome: Outcome) {
    spawn_local(async move {
        let picked = state.tools().files.picked(FILE).await;
        let text = match picked.into_iter().next() {
            Some(Ok(file)) => read(file.bytes),
            Some(Err(fault)) => {
                outcome.try_set(Some((Tone::Danger, state.picked_sentence(fault).to_owned())));
                return;
            }
            None => return,
        };
        let adopted = move |id: RegulationId| {
            let number = untrack(|| state.with(|memory| memory.regulation(id).number.to_string()));
            (state.texts().regulations().imported)(&number.unwrap_or_default())
        };
        match text {
            Ok(text) => state.run(
                move |handbook| async move { handbook.adopt_regulation(&text).await },
                move |done| tell(state, outcome, done.map(adopted)),
            ),
            Err(fault) => tell(state, outcome, Err(Fault::Regulation(fault))),
        }
    });
}

/// The file as text; the first line that is not UTF-8 is told otherwise.
fn read(bytes: Vec<u8>) -> Result<String, RegulationFault> {
    String::from_utf8(bytes).map_err(|fault| {
        let sound = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
        Rule::Characters.at(1 + sound.iter().filter(|byte| **byte == b'\n').count())
    })
}

fn tell(state: State, outcome: Outcome, done: Result<String, Fault>) {
    let texts = state.texts().regulations();
    let told = match done {
        Ok(words) => (Tone::Ok, words),
        Err(Fault::Regulation(RegulationFault { line, rule })) => {
            (Tone::Danger, (texts.wrong_line)(line, &(texts.rule)(rule)))
        }
        Err(Fault::OlderRegulation) => (Tone::Danger, texts.older.to_owned()),
        Err(fault) => (Tone::Danger, state.sentence(fault).to_owned()),
    };
    // The page may have been left in the meantime.
    outcome.try_set(Some(told));
}
