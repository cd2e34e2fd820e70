//! The owner's decision to hand an item over to the secretary for a meeting, and to take it back. The only place where
//! an answer stops being personal.

use super::Entry;
use crate::domain::id::ThingId;
use crate::domain::self_criticism::{Answer, Shared};
use crate::record::Kind;
use crate::state::{Loadable, State, use_state};
use crate::sync::Role;
use crate::ui::Dialog;
use leptos::prelude::*;

/// What the owner sees of one item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// There is no meeting to share for, or nobody to share with.
    Impossible,
    /// Only on this device.
    Private,
    /// Handed over as it stands here.
    Shared,
    /// Handed over, and changed here since.
    Changed,
}

/// Sharing for the next meeting.
#[derive(Clone, Copy)]
pub(super) struct Sharing {
    state: State,
    meeting: Option<ThingId>,
    there: Option<ReadSignal<Loadable>>,
    asked: RwSignal<Option<Entry>>,
    open: RwSignal<bool>,
    withdrawn: RwSignal<bool>,
}

impl Sharing {
    /// For the next meeting, as it is known when the page is opened. The secretary has nobody to share with.
    pub fn new(state: State) -> Self {
        let meeting = untrack(|| {
            let now = state.now().wall();
            state.with(|memory| {
                let meeting = memory.fold().next_meeting(now).filter(|_| memory.role() == Role::Member);
                meeting.map(|meeting| meeting.id)
            })
        });
        let meeting = meeting.flatten();
        Self {
            state,
            meeting,
            there: meeting.map(|meeting| state.load_about(&[Kind::Review], meeting)),
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            withdrawn: RwSignal::new(false),
        }
    }

    /// Whether there is a meeting to share for.
    pub fn possible(self) -> bool {
        self.meeting.is_some()
    }

    /// Day of that meeting.
    pub fn day(self) -> Option<String> {
        let day = |meeting| {
            self.state.with(|memory| memory.fold().meeting(meeting).map(|it| it.starts.day.to_dmy()))
        };
        self.meeting.and_then(day).flatten()
    }

    /// What was handed over for that meeting.
    fn shared(self) -> Vec<Shared<Answer>> {
        let shared = |meeting| self.state.with(|memory| memory.shared_answers(meeting).to_vec());
        self.meeting.and_then(shared).unwrap_or_default()
    }

    /// What the owner sees of an item.
    pub fn shown(self, entry: Entry) -> Shown {
        if !self.there.is_some_and(|there| there.get() == Loadable::Ready) {
            return Shown::Impossible;
        }
        let shared = self.shared();
        let found = entry
            .prompt
            .with_value(|prompt| shared.into_iter().find(|answer| answer.as_ref().prompt == *prompt));
        match (found, entry.answer()) {
            (None, _) => Shown::Private,
            (Some(shared), Ok(answer)) if shared.as_ref() == answer.for_owner() => Shown::Shared,
            (Some(_), _) => Shown::Changed,
        }
    }

    /// Shows exactly what would be handed over.
    pub fn ask(self, entry: Entry) {
        self.withdrawn.set(false);
        self.asked.set(Some(entry));
        self.open.set(true);
    }

    fn confirm(self) {
        let (Some(entry), Some(meeting)) = (self.asked.get_untracked(), self.meeting) else {
            return;
        };
        let Ok(answer) = untrack(|| entry.answer()) else {
            return;
        };
        self.open.set(false);
        let answer = answer.share();
        self.state
            .run_or_say(move |handbook| async move { handbook.share_answer(meeting, answer).await }, drop);
    }

    /// Takes one item back; the others stay handed over.
    pub fn withdraw(self, entry: Entry) {
        let Some(meeting) = self.meeting else {
            return;
        };
        let prompt = entry.prompt.get_value();
        self.state.run_or_say(
            move |handbook| async move { handbook.withdraw_answer(meeting, &prompt).await },
            move |_| self.withdrawn.try_set(true).map_or((), drop),
        );
    }
}

/// The question before anything leaves, and the sentence after something was taken back.
#[component]
pub(super) fn ShareDialog(sharing: Sharing) -> impl IntoView {
    let state = use_state();
    let words = move || sharing.asked.get().and_then(|entry| entry.answer().ok());
    let level = move || {
        let texts = state.texts().self_criticism();
        let level = words().and_then(|answer| answer.for_owner().level);
        level.map_or(texts.no_level, |level| (texts.level)(level))
    };
    let prompt = move || words().map(|answer| answer.for_owner().prompt.as_str().to_owned());
    let note = move || words().map(|answer| answer.for_owner().note.as_str().to_owned());
    view! {
        <p class="note" role="status">
            {move || sharing.withdrawn.get().then(|| state.texts().self_criticism().withdrawn)}
        </p>
        <Dialog
            id="share-title"
            title=state.texts().self_criticism().share_title
            open=sharing.open
            close_label=state.texts().shell().close
        >
            <p>{state.texts().self_criticism().share_what}</p>
            <blockquote class="pledge">
                <p class="prompt__ask">{prompt}</p>
                <p>{level}</p>
                <p class="as-typed">{note}</p>
            </blockquote>
            <p class="note">{state.texts().self_criticism().share_rest}</p>
            <div class="cluster">
                <button class="button" data-kind="primary" type="button" on:click=move |_| sharing.confirm()>
                    {state.texts().self_criticism().share_confirm}
                </button>
                <button class="button" type="button" on:click=move |_| sharing.open.set(false)>
                    {state.texts().shell().cancel}
                </button>
            </div>
        </Dialog>
    }
}
