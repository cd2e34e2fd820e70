//! Hộp thư đến: who asks to be listed, what members have sent on a meeting or on their tasks, and
//! what is kept aside.

mod aside;
mod letters;
mod opinions;
mod reports;
mod requests;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::order;
use crate::pages::words;
use crate::state::{SecretaryMail, State, use_state};
use crate::sync::Memory;
use crate::ui::{FocusScreen, Select};
use aside::Aside;
use leptos::prelude::*;
use letters::{Replies, Reviews};
use opinions::Opinions;
use reports::Reports;
use requests::{Requests, ScanRequest};

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mailbox {
    Requests,
    Comments,
    Replies,
    Reviews,
    Reports,
    Aside,
}

impl Mailbox {
    const ALL: [Self; 6] =
        [Self::Requests, Self::Comments, Self::Replies, Self::Reviews, Self::Reports, Self::Aside];

    /// Whether its letters are about one meeting.
    fn of_meeting(self) -> bool {
        matches!(self, Self::Comments | Self::Replies | Self::Reviews)
    }

    fn name(self, state: State) -> &'static str {
        let texts = state.texts().inbox();
        match self {
            Self::Requests => texts.requests,
            Self::Comments => texts.comments,
            Self::Replies => texts.replies,
            Self::Reviews => texts.reviews,
            Self::Reports => texts.reports,
            Self::Aside => texts.aside,
        }
    }

    /// How much is in it.
    fn count(self, memory: &Memory, mail: &SecretaryMail, meeting: Option<ThingId>) -> usize {
        use crate::record::Kind::{Comment, Reply, Report, Review};
        let about = |kind| meeting.map_or(0, |meeting| memory.fold().about(kind, meeting).count());
        match self {
            Self::Requests => mail.newcomers.len(),
            Self::Comments => about(Comment),
            Self::Replies => about(Reply),
            Self::Reviews => about(Review),
            Self::Reports => memory.fold().stated(Report).count(),
            Self::Aside => mail.quarantine.len(),
        }
    }
}

fn count(
    state: State,
    of: Mailbox,
    mail: ReadSignal<SecretaryMail>,
    meeting: Memo<Option<ThingId>>,
) -> usize {
    mail.with(|mail| state.with(|memory| of.count(memory, mail, meeting.get()))).unwrap_or(0)
}

/// Meetings that letters may be about: the ones to come and the last few, the next one first.
const MEETINGS_MAX: usize = 8;

fn meetings(state: State) -> Vec<Meeting> {
    let now = state.now().wall();
    let sorted = |memory: &Memory| {
        let next = memory.fold().next_meeting(now).map(|meeting| meeting.id);
        let key = |meeting: &Meeting| (Some(meeting.id) != next, core::cmp::Reverse(meeting.starts));
        let mut meetings = order::sorted(memory.fold().meetings().cloned(), |a, b| key(a).cmp(&key(b)));
        meetings.truncate(MEETINGS_MAX);
        meetings
    };
    state.with(sorted).unwrap_or_default()
}

/// The inbox.
#[component]
pub fn Inbox() -> impl IntoView {
    let state = use_state();
    let mail = state.secretary_mail();
    let scanning = RwSignal::new(false);
    let chosen_box: RwSignal<Option<Mailbox>> = RwSignal::new(None);
    let open = Memo::new(move |_| chosen_box.get().unwrap_or(Mailbox::Requests));
    let meetings = Memo::new(move |_| meetings(state));
    let chosen = RwSignal::new(0usize);
    let meeting =
        Memo::new(move |_| meetings.with(|meetings| meetings.get(chosen.get()).map(|meeting| meeting.id)));
    Effect::new(move |_| {
        if let Some(meeting) = meeting.get() {
            state.load_meeting(meeting);
        }
    });
    // It opens where something is, once that is known, and stays there when the box is emptied.
    Effect::new(move |_| {
        let filled = |of: &Mailbox| count(state, *of, mail, meeting) > 0;
        if mail.with(|mail| mail.known)
            && chosen_box.get_untracked().is_none()
            && let Some(found) = Mailbox::ALL.into_iter().find(filled)
        {
            chosen_box.set(Some(found));
        }
    });
    view! {
        <Show
            when=move || scanning.get()
            fallback=move || {
                view! {
                    <FocusScreen
                        title=state.texts().inbox().title
                        back=Route::Desk.href()
                        back_label=state.texts().shell().back
                        wide=true
                    >
                        <Boxes open chosen_box mail meeting />
                        <Show when=move || open.get().of_meeting()>
                            <WhichMeeting meetings chosen />
                        </Show>
                        <Content open mail meeting scanning />
                    </FocusScreen>
                }
            }
        >
            <ScanRequest on_close=move || scanning.set(false) />
        </Show>
    }
}

#[component]
fn Boxes(
    open: Memo<Mailbox>,
    chosen_box: RwSignal<Option<Mailbox>>,
    mail: ReadSignal<SecretaryMail>,
    meeting: Memo<Option<ThingId>>,
) -> impl IntoView {
    let state = use_state();
    let chip = move |of: Mailbox| {
        let words = move || match count(state, of, mail, meeting) {
            0 => of.name(state).to_owned(),
            count => [of.name(state), " ", &count.to_string()].concat(),
        };
        // What is kept aside is rare; without it all boxes have room.
        let hidden = move || of == Mailbox::Aside && open.get() != of && count(state, of, mail, meeting) == 0;
        view! {
            <button
                class="chip"
                type="button"
                hidden=hidden
                aria-pressed=move || (open.get() == of).to_string()
                on:click=move |_| chosen_box.set(Some(of))
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="filters" role="group" aria-label=state.texts().inbox().boxes>
            {Mailbox::ALL.map(chip).collect_view()}
        </div>
    }
}

#[component]
fn WhichMeeting(meetings: Memo<Vec<Meeting>>, chosen: RwSignal<usize>) -> impl IntoView {
    let state = use_state();
    let options = Signal::derive(move || {
        let texts = state.texts();
        let option = |meeting: &Meeting| {
            let day = meeting.starts.day.to_dmy();
            [&words::meeting_title(texts, meeting), ", ", &day].concat()
        };
        meetings.with(|meetings| meetings.iter().map(option).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || meetings.with(|meetings| meetings.len() > 1)>
            <Select
                id="which-meeting"
                label=state.texts().inbox().meeting
                options
                chosen
            />
        </Show>
    }
}

#[component]
fn Content(
    open: Memo<Mailbox>,
    mail: ReadSignal<SecretaryMail>,
    meeting: Memo<Option<ThingId>>,
    scanning: RwSignal<bool>,
) -> impl IntoView {
    let state = use_state();
    // Looking at the letters of a meeting is seeing them.
    Effect::new(move |_| {
        let looking = open.get();
        if looking == Mailbox::Reports {
            let unseen = mail.with(|mail| state.with(|memory| mail.any_report_unseen(memory)));
            if unseen == Some(true) {
                state.note_reports_seen();
            }
        }
        let Some(meeting) = meeting.get().filter(|_| looking.of_meeting()) else {
            return;
        };
        let unseen = mail.with(|mail| state.with(|memory| mail.any_unseen(memory, meeting)));
        if unseen == Some(true) {
            state.note_letters_seen(meeting);
        }
    });
    move || match (open.get(), meeting.get()) {
        (Mailbox::Requests, _) => view! { <Requests mail on_scan=move || scanning.set(true) /> }.into_any(),
        (Mailbox::Aside, _) => view! { <Aside mail /> }.into_any(),
        (Mailbox::Reports, _) => view! { <Reports /> }.into_any(),
        (_, None) => {
            let words = state.texts().inbox().no_meeting;
            view! { <p class="note">{words}</p> }.into_any()
        }
        (Mailbox::Comments, Some(meeting)) => view! { <Opinions meeting /> }.into_any(),
        (Mailbox::Replies, Some(meeting)) => view! { <Replies meeting /> }.into_any(),
        (Mailbox::Reviews, Some(meeting)) => view! { <Reviews meeting /> }.into_any(),
    }
}
