//! Góp ý chuyên đề: three boxes, who may read them, and what became of the words.

mod boxes;
mod sent;

use crate::app::routes::Route;
use crate::domain::comment::{Boxes, Visibility};
use crate::domain::id::ThingId;
use crate::domain::words::{Prose, WordsFault};
use crate::exchange::draft::CommentDraft;
use crate::pages::autosave::{Autosave, SavedTag};
use crate::record::Kind;
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Role};
use crate::ui::{ActionBar, Banner, Blank, Choice, ChoiceItem, FocusScreen, Tone};
use boxes::ThreeBoxes;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sent::{Said, Sent, said};

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Opening,
    Writing,
    Sent,
}

/// What is being written.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    meeting: ThingId,
    mode: RwSignal<Mode>,
    boxes: [RwSignal<String>; 3],
    visibility: RwSignal<Visibility>,
    errors: [RwSignal<Option<String>>; 3],
    busy: RwSignal<bool>,
    autosave: Autosave,
}

fn draft_name(meeting: ThingId) -> String {
    ["comment/", &meeting.to_string()].concat()
}

impl Desk {
    fn new(state: State, meeting: ThingId) -> Self {
        let boxes = [(); 3].map(|()| RwSignal::new(String::new()));
        let visibility = RwSignal::new(Visibility::Branch);
        let read = move || {
            let boxes = boxes.map(|text| text.get_untracked());
            Some(CommentDraft { boxes, visibility: visibility.get_untracked() }.encode())
        };
        Self {
            state,
            meeting,
            mode: RwSignal::new(Mode::Opening),
            boxes,
            visibility,
            errors: [(); 3].map(|()| RwSignal::new(None)),
            busy: RwSignal::new(false),
            autosave: Autosave::new(state, draft_name(meeting), read),
        }
    }

    fn write(self, draft: CommentDraft) {
        for (text, words) in self.boxes.into_iter().zip(draft.boxes) {
            text.set(words);
        }
        self.visibility.set(draft.visibility);
        self.mode.set(Mode::Writing);
    }

    /// An unfinished draft comes before what was sent.
    fn open(self) {
        let Some(handbook) = self.state.handbook() else {
            return;
        };
        spawn_local(async move {
            if let Err(fault) = handbook.load_about(&[Kind::Comment], self.meeting).await {
                self.state.say(Notice::Fault(fault));
            }
            let draft = match handbook.draft(&draft_name(self.meeting)).await {
                Ok(draft) => draft.and_then(|bytes| CommentDraft::decode(&bytes).ok()),
                Err(fault) => {
                    self.state.say(Notice::Fault(fault));
                    None
                }
            };
            // The page may have been left in the meantime.
            if self.mode.try_get_untracked().is_none() {
                return;
            }
            self.state.changed();
            match draft.filter(|draft| !draft.is_empty()) {
                Some(draft) => self.write(draft),
                None if untrack(|| said(self.state, self.meeting)).is_some() => self.mode.set(Mode::Sent),
                None => self.mode.set(Mode::Writing),
            }
        });
    }

    fn parsed(self) -> Option<Boxes> {
        let parse = |place: usize| -> Result<Prose, WordsFault> {
            let prose = Prose::parse(&self.boxes[place].read_untracked());
            let error = prose.as_ref().err().map(|fault| self.state.words_sentence(*fault).to_owned());
            self.errors[place].set(error);
            prose
        };
        let boxes = [parse(0), parse(1), parse(2)];
        let [Ok(current_state), Ok(causes), Ok(solutions)] = boxes else {
            return None;
        };
        Some(Boxes { current_state, causes, solutions })
    }

    fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        let Some(boxes) = self.parsed().filter(|boxes| boxes.filled() > 0) else {
            return;
        };
        let (meeting, visibility) = (self.meeting, self.visibility.get_untracked());
        self.busy.set(true);
        self.autosave.close();
        self.state.run(
            move |handbook| async move {
                handbook.comment(meeting, boxes, visibility, &draft_name(meeting)).await
            },
            move |outcome| self.settle(outcome.map(|_| ())),
        );
    }

    fn settle(self, outcome: Result<(), Fault>) {
        if let Err(fault) = outcome {
            self.state.say(Notice::Fault(fault));
        }
        // The page may have been left in the meantime.
        if self.busy.try_set(false).is_some() {
            return;
        }
        match outcome {
            Ok(()) => self.mode.set(Mode::Sent),
            Err(_) => {
                self.autosave.reopen();
                self.autosave.touch();
            }
        }
    }
}

/// Words on the theme of a meeting.
#[component]
pub fn Comment(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let desk = Desk::new(state, meeting);
    desk.open();
    let known = Memo::new(move |_| state.with(|memory| memory.fold().meeting(meeting).is_some()));
    let content = move || match (known.get(), desk.mode.get()) {
        (Some(false), _) => view! {
            <Blank
                icon="comment"
                title=Signal::derive(move || state.texts().faults.unknown.to_owned())
            />
        }
        .into_any(),
        (_, Mode::Opening) => view! { <p class="note">{move || state.texts().shell.loading}</p> }.into_any(),
        (_, Mode::Writing) => view! { <Writing desk /> }.into_any(),
        (_, Mode::Sent) => view! { <Sent desk /> }.into_any(),
    };
    let writing = move || known.get() == Some(true) && desk.mode.get() == Mode::Writing;
    view! {
        <FocusScreen
            title=Signal::derive(move || state.texts().comments.title.to_owned())
            back=Route::Meeting(meeting).href()
            back_label=Signal::derive(move || state.texts().shell.back.to_owned())
            end=move || move || writing().then(|| view! { <SavedTag autosave=desk.autosave /> })
            action=move || move || writing().then(|| view! { <SendBar desk /> })
        >
            {content}
        </FocusScreen>
    }
}

#[component]
fn Writing(desk: Desk) -> impl IntoView {
    let state = use_state();
    let theme = move || {
        let theme = state.with(|memory| {
            let theme = memory.fold().meeting(desk.meeting).and_then(|meeting| meeting.theme.as_ref());
            theme.map(|theme| theme.title.as_str().to_owned())
        });
        theme.flatten().unwrap_or_else(|| state.texts().comments.no_theme.to_owned())
    };
    let listed = Memo::new(move |_| state.me().is_some());
    view! {
        <div class="page-head">
            <p class="page-head__note">{move || state.texts().nouns.theme}</p>
            <h2>{theme}</h2>
            <p class="page-head__note">{move || state.texts().comments.lead}</p>
        </div>
        <Show when=move || !listed.get()>
            <Banner
                tone=Tone::Wait
                icon="saved"
                title=Signal::derive(move || state.texts().comments.not_listed.to_owned())
                text=Signal::derive(move || state.texts().comments.not_listed_text.to_owned())
            />
        </Show>
        <ThreeBoxes desk />
        <p class="note">{move || state.texts().comments.dictation}</p>
        <WhoReads desk />
    }
}

#[component]
fn WhoReads(desk: Desk) -> impl IntoView {
    let state = use_state();
    // The secretary reads everything anyway, and an anonymous word on this device would be plainly the own one.
    let secretary = Memo::new(move |_| state.with(|memory| memory.role()) == Some(Role::Secretary));
    let items = Signal::derive(move || {
        let texts = &state.texts().comments;
        let mut notes =
            vec![(Visibility::Branch, texts.branch_note), (Visibility::Secretary, texts.secretary_note)];
        if !secretary.get() {
            notes.push((Visibility::Anonymous, texts.anonymous_note));
        }
        let name = state.texts().nouns.visibility;
        let item = |(value, note): (Visibility, &str)| ChoiceItem {
            value,
            title: name(value),
            note: note.to_owned(),
        };
        notes.into_iter().map(item).collect()
    });
    let on_choose = move |visibility| {
        desk.visibility.set(visibility);
        desk.autosave.touch();
    };
    view! {
        <section class="section" aria-labelledby="who">
            <h2 class="section__title" id="who">
                {move || state.texts().comments.who}
            </h2>
            <Choice
                label=Signal::derive(move || state.texts().comments.who.to_owned())
                items
                chosen=desk.visibility
                on_choose
            />
        </section>
    }
}

#[component]
fn SendBar(desk: Desk) -> impl IntoView {
    let state = use_state();
    let listed = Memo::new(move |_| state.me().is_some());
    let empty = move || desk.boxes.iter().all(|text| text.with(|text| text.trim().is_empty()));
    let label = move || {
        let texts = &state.texts().comments;
        if desk.busy.get() {
            texts.sending
        } else if empty() {
            texts.empty
        } else if listed.get() {
            texts.send
        } else {
            state.texts().home.waiting_for_admission
        }
    };
    let ready = move || listed.get() && !empty() && !desk.busy.get();
    let on_send = move |_| {
        if untrack(ready) {
            desk.send();
        }
    };
    view! {
        <ActionBar>
            <button
                class="button action-bar__grow"
                data-kind="primary"
                type="button"
                aria-disabled=move || (!ready()).then_some("true")
                on:click=on_send
            >
                {label}
            </button>
        </ActionBar>
    }
}

/// What was said, as it goes back into the boxes.
fn again(said: &Said) -> Option<CommentDraft> {
    let boxes = &said.words.as_ref()?.boxes;
    let text = |prose: &Prose| prose.as_str().to_owned();
    Some(CommentDraft {
        boxes: [text(&boxes.current_state), text(&boxes.causes), text(&boxes.solutions)],
        visibility: said.words.as_ref()?.visibility,
    })
}
