//! What the parts of the screen share, and what was taken out a moment ago.

use super::counting::Counting;
use super::roll_call::Floor;
use super::speech::Speech;
use crate::domain::id::MemberId;
use crate::domain::proceedings::{Opinion, Proceedings, Remark, Speaker};
use crate::domain::vote::Vote;
use crate::domain::words::Line;
use crate::exchange::draft::VoteDraft;
use crate::pages::words;
use crate::state::{Run, State, use_state};
use crate::ui::{Banner, CommandButton, Tone};
use leptos::prelude::*;

/// What is on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Điểm danh.
    RollCall,
    /// Nội dung.
    Content,
    /// Biểu quyết.
    Votes,
}

/// The hall: the meeting, who is there, what is being said and counted.
#[derive(Clone, Copy)]
pub struct Hall {
    /// What is entered.
    pub run: Run,
    /// Who is there.
    pub floor: Floor,
    /// The opinion that is being said.
    pub speech: Speech,
    /// The vote that is being counted.
    pub counting: Counting,
    /// What is on the screen; nothing while it is not known where the meeting is.
    pub part: RwSignal<Option<Part>>,
    /// The step that is looked at while the meeting does not run.
    pub looked: RwSignal<Option<usize>>,
    /// What was taken out last.
    pub undone: RwSignal<Option<Undone>>,
    /// The meeting was ended on this visit.
    pub ended: RwSignal<bool>,
    /// Its papers are locked: nothing can be entered any more.
    pub locked: Memo<bool>,
}

/// What was taken out, to be put back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undone {
    /// An opinion.
    Opinion(Opinion),
    /// Two opinions that were made one.
    Merged(Opinion, Opinion),
    /// A vote.
    Vote(Vote),
    /// A count that is not entered: another one was taken up in its place.
    Count(VoteDraft),
    /// Praise or a reminder.
    Remark(Remark),
    /// A guest.
    Guest(Line),
}

impl Hall {
    /// The step that is shown: the one that runs, or whatever is looked at while none does.
    pub fn shown(self) -> usize {
        self.run.with(|run| match run.running() {
            Some(place) => place,
            None => self.looked.get().or(run.current()).unwrap_or(0),
        })
    }

    /// Puts back what was taken out.
    fn undo(self) {
        let Some(undone) = self.undone.get_untracked() else {
            return;
        };
        self.undone.set(None);
        if let Undone::Count(count) = undone {
            self.counting.resume(count);
            return;
        }
        self.run.enter(move |run: &mut Proceedings| {
            match undone.clone() {
                Undone::Opinion(opinion) => run.put_opinion(opinion)?,
                Undone::Merged(one, other) => {
                    run.put_opinion(one)?;
                    run.put_opinion(other)?;
                }
                Undone::Vote(vote) => run.put_vote(vote)?,
                Undone::Remark(remark) => run.put_remark(remark)?,
                Undone::Guest(guest) => run.put_guest(guest),
                Undone::Count(_) => {}
            }
            Ok(())
        });
    }
}

/// The full name of a member.
pub fn name(state: State, member: MemberId) -> String {
    state.with(|memory| words::name_of(memory, member)).unwrap_or_default()
}

/// `Nguyễn Văn Lộc, Đinh Văn Quý`
pub fn names(state: State, by: &[Speaker]) -> String {
    let name = |speaker: &Speaker| match speaker {
        Speaker::Member(member) => name(state, *member),
        Speaker::Guest(guest) => guest.to_string(),
    };
    by.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Says what was taken out, and puts it back.
#[component]
pub fn UndoBanner(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let title = move || {
        let title = |undone: &Undone| match undone {
            Undone::Opinion(_) => texts.opinion_removed,
            Undone::Merged(..) => texts.opinions_merged,
            Undone::Vote(_) => state.texts().votes().removed,
            Undone::Count(_) => state.texts().votes().set_aside,
            Undone::Remark(_) => texts.remark_removed,
            Undone::Guest(_) => texts.guest_removed,
        };
        hall.undone.with(|undone| undone.as_ref().map(title).unwrap_or_default().to_owned())
    };
    view! {
        <div role="status">
            <Show when=move || hall.undone.with(Option::is_some)>
                <Banner
                    tone=Tone::Neutral
                    icon="trash"
                    title=Signal::derive(title)
                >
                    <CommandButton label=state.texts().shell().undo on_press=move || hall.undo() />
                </Banner>
            </Show>
        </div>
    }
}
