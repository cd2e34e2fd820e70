//! Kết thúc: a meeting is scored, its papers are read once more, adopted and locked, and its files go out.

mod addendum;
mod compose;
mod draft;
mod edit;
mod lock;
mod locked;
mod mark;
mod preview;
mod score;
mod score_vote;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::order;
use crate::domain::proceedings::Proceedings;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::time::Moment;
use crate::pages::held::load_held;
use crate::pages::official_score::OfficialScore;
use crate::pages::unread::UnreadPage;
use crate::state::{Loadable, Notice, State, use_state};
use crate::sync::{Fault, Memory, Scoring};
use crate::ui::{ActionBar, Banner, CommandButton, FocusScreen, Icon, Tone};
use addendum::WriteAddendum;
use draft::{Draft, Issuing};
use edit::EditPaper;
use leptos::prelude::*;
use lock::{Lock, LockForm};
use locked::LockedPapers;
use paper::Paper;
use preview::Preview;
use score::{Marking, ScoreSection};

/// Which of the two papers is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Resolution,
    Minutes,
}

impl Which {
    fn is(self, form: &Form) -> bool {
        match form {
            Form::Minutes => self == Self::Minutes,
            Form::Resolution { .. } => self == Self::Resolution,
            Form::Addendum { .. } => false,
        }
    }
}

/// What the parts of the page share. Copies are handles of the same one.
#[derive(Clone, Copy)]
struct Closing {
    state: State,
    meeting: ThingId,
    notice: Memo<Option<Meeting>>,
    run: Memo<Option<Proceedings>>,
    closed_at: Memo<Option<Moment>>,
    /// What is locked of this meeting: minutes, resolution, addenda.
    locked: Memo<Vec<SignedPaper>>,
    issuing: Issuing,
    minutes: Draft,
    resolution: Draft,
    shown: RwSignal<Which>,
    editing: RwSignal<Option<Which>>,
    scoring: Memo<Option<Scoring>>,
    marking: Marking,
}

impl Closing {
    fn new(state: State, meeting: ThingId) -> Self {
        let notice =
            Memo::new(move |_| state.with(|memory| memory.fold().meeting(meeting).cloned()).flatten());
        let run = Memo::new(move |_| state.with(|memory| memory.proceedings(meeting)).flatten());
        let issuing = Issuing::new(state, meeting, notice, run);
        let draft = |which| Draft::new(state, meeting, issuing, which);
        Self {
            state,
            meeting,
            notice,
            run,
            closed_at: Memo::new(move |_| state.with(|memory| memory.closed_at(meeting)).flatten()),
            locked: Memo::new(move |_| locked(state, meeting)),
            issuing,
            minutes: draft(Which::Minutes),
            resolution: draft(Which::Resolution),
            shown: RwSignal::new(Which::Resolution),
            editing: RwSignal::new(None),
            scoring: Memo::new(move |_| state.with(|memory| memory.scoring(meeting, state.now())).flatten()),
            marking: Marking::new(),
        }
    }

    /// The paper as it was locked, once it is; as it would be locked until then.
    fn paper(self, which: Which) -> Option<Paper> {
        if !self.closed() {
            return self.draft(which).paper.get();
        }
        self.locked.with(|locked| {
            let signed = locked.iter().find(|signed| which.is(&signed.form))?;
            Paper::from_bytes(&signed.text)
        })
    }

    fn draft(self, which: Which) -> Draft {
        match which {
            Which::Minutes => self.minutes,
            Which::Resolution => self.resolution,
        }
    }

    fn goes_on(self) -> bool {
        !self.closed() && self.run.with(|run| run.as_ref().is_some_and(Proceedings::goes_on))
    }

    /// Asks for the lock, once the clock stands and nothing is missing in the score: until then what is missing comes
    /// first. Of a meeting that was not held there is nothing to score.
    fn ask_lock(self, form: LockForm) {
        if untrack(|| self.goes_on()) {
            self.state.say(Notice::Fault(Fault::StillRuns));
            return;
        }
        let held = untrack(|| self.state.with(|memory| memory.was_held(self.meeting))) == Some(true);
        let whole = |scoring: &Scoring| !held || self.marking.whole(scoring);
        if self.scoring.with_untracked(|scoring| scoring.as_ref().is_none_or(whole)) {
            form.begin(self);
        }
    }

    fn closed(self) -> bool {
        self.closed_at.with(Option::is_some)
    }
}

/// Minutes first, then the resolution, then addenda in the order of their days.
fn locked(state: State, meeting: ThingId) -> Vec<SignedPaper> {
    let rank = |form: &Form| match form {
        Form::Minutes => 0,
        Form::Resolution { .. } => 1,
        Form::Addendum { .. } => 2,
    };
    let of_meeting = |memory: &Memory| {
        let papers = memory.fold().signed_papers().filter(|paper| paper.meeting == meeting);
        let key = |paper: &SignedPaper| (rank(&paper.form), paper.adopted_on, paper.id);
        order::sorted(papers.cloned(), |a, b| key(a).cmp(&key(b)))
    };
    state.with(of_meeting).unwrap_or_default()
}

/// Closing the meeting at this address.
#[component]
pub fn Close(
    /// Which meeting.
    meeting: ThingId,
) -> impl IntoView {
    let state = use_state();
    let looked = state.bring_in(async move |handbook| load_held(&handbook, meeting).await);
    move || match looked.get() {
        Loadable::Ready => view! { <Page meeting /> }.into_any(),
        Loadable::Failed(fault) => view! { <UnreadPage fault /> }.into_any(),
        Loadable::Loading => ().into_any(),
    }
}

#[component]
fn Page(meeting: ThingId) -> impl IntoView {
    let closing = Closing::new(use_state(), meeting);
    move || match closing.editing.get() {
        Some(which) => view! { <EditPaper closing which /> }.into_any(),
        None => view! { <Sheets closing /> }.into_any(),
    }
}

#[component]
fn Sheets(closing: Closing) -> impl IntoView {
    let Closing { state, meeting, .. } = closing;
    let texts = state.texts();
    let form = LockForm::new();
    let addendum = RwSignal::new(None);
    let sub = move || {
        let told = closing.notice.with(|notice| {
            let (notice, now) = (notice.as_ref()?, state.now());
            closing.run.with(|run| {
                let run = run.as_ref()?;
                Some((texts.closing().sub)(&run.held_on(notice).to_dmy(), run.length(now) / 60_000))
            })
        });
        told.unwrap_or_default()
    };
    // From a meeting that goes on one has come to score it, and goes back.
    let runs = closing.run.with_untracked(|run| run.as_ref().is_some_and(Proceedings::goes_on));
    let back = if runs { Route::Run(meeting) } else { Route::Meeting(meeting) };
    view! {
        <FocusScreen
            title=texts.closing().title
            sub=Signal::derive(sub)
            back=back.href()
            back_label=texts.shell().back
            wide=true
            action=move || view! { <Actions closing form /> }
        >
            <div class="columns" data-split="paper">
                <div class="stack" data-gap="loose" data-print="no">
                    <Ending closing />
                    <Show when=move || closing.closed()>
                        <LockedPapers closing addendum />
                        <OfficialScore meeting />
                    </Show>
                    <ScoreSection closing />
                </div>
                <Preview closing />
            </div>
            <Lock closing form />
            <WriteAddendum closing to=addendum />
        </FocusScreen>
    }
}

/// Says that the last step still runs, and ends it.
#[component]
fn Ending(closing: Closing) -> impl IntoView {
    let Closing { state, meeting, .. } = closing;
    let texts = state.texts().closing();
    let busy = RwSignal::new(false);
    let on_end = move || {
        busy.set(true);
        let now = state.now();
        let end = move |run: &mut Proceedings| {
            run.close(now);
            Ok(())
        };
        state.run(
            async move |handbook| handbook.edit_proceedings(meeting, end).await,
            move |outcome| {
                busy.try_set(false);
                if let Err(fault) = outcome {
                    state.say(Notice::Fault(fault));
                }
            },
        );
    };
    view! {
        <Show when=move || closing.goes_on()>
            <Banner
                tone=Tone::Warn
                icon="timer"
                title=texts.still_runs
                text=texts.still_runs_text
            >
                <CommandButton label=texts.end_now busy on_press=on_end />
            </Banner>
        </Show>
    }
}

#[component]
fn Actions(closing: Closing, form: LockForm) -> impl IntoView {
    let state = closing.state;
    let texts = state.texts().closing();
    let voted = move || closing.run.with(|run| run.as_ref().is_some_and(|run| !run.votes.is_empty()));
    view! {
        <ActionBar>
            <button class="button" type="button" on:click=move |_| state.device().shell.print()>
                <Icon name="printer" />
                {texts.print}
            </button>
            <Show when=move || !closing.closed()>
                <button
                    class="button"
                    data-kind=move || voted().then_some("primary")
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| closing.ask_lock(form)
                >
                    <Icon name="lock" />
                    {texts.lock}
                </button>
                <Show when=move || !voted()>
                    <a
                        class="button action-bar__grow"
                        data-kind="primary"
                        href=Route::Run(closing.meeting).href()
                    >
                        {texts.put_to_vote}
                    </a>
                </Show>
            </Show>
        </ActionBar>
    }
}
