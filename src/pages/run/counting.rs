//! The vote that is being counted: kept as a draft until it is entered.

use crate::domain::id::ThingId;
use crate::domain::meeting::ItemRole;
use crate::domain::proceedings::Proceedings;
use crate::domain::vote::{Ballots, Base, Vote, VoteFault, Way, Weight};
use crate::domain::words::Line;
use crate::exchange::draft::{DraftName, VoteDraft};
use crate::i18n::Texts;
use crate::pages::autosave::Autosave;
use crate::pages::form::{FormField, read_or_lead};
use crate::pages::held::load_held;
use crate::pages::score_words;
use crate::ports::device::Language;
use crate::state::{Notice, Run};
use crate::sync::Fault;
use leptos::prelude::*;

/// Numbers of a count, by their place among the fields.
pub const FAVOUR: usize = 0;
pub const AGAINST: usize = 1;
pub const OTHER: usize = 2;
pub const ISSUED: usize = 3;
pub const COLLECTED: usize = 4;
pub const INVALID: usize = 5;

/// What every meeting votes on, in the order of the suggested questions.
const DECIDED: [ItemRole; 4] = [ItemRole::Adoption, ItemRole::Vote, ItemRole::Score, ItemRole::Minutes];

/// Its fields.
#[derive(Clone, Copy)]
pub struct Counting {
    run: Run,
    id: RwSignal<ThingId>,
    /// What is asked.
    pub question: FormField,
    /// What it needs, as a place among [`Weight::ALL`].
    pub weight: RwSignal<usize>,
    /// Whether ballots are counted instead of hands.
    pub secret: RwSignal<bool>,
    /// The count as it stands in the fields.
    draft: Signal<VoteDraft>,
    /// There is a draft: from now on whatever stands in the fields is kept.
    kept: StoredValue<bool>,
    autosave: Autosave,
    /// The numbers, as they are typed.
    pub numbers: [FormField; 6],
    /// It is being entered.
    pub saving: RwSignal<bool>,
    /// The question that was entered last.
    pub entered: RwSignal<Option<Line>>,
    /// A count was begun, and is not entered yet.
    pub begun: RwSignal<bool>,
}

impl Counting {
    /// What was being counted when the app was left, or the question on the item of the role `on`, or nothing. To be made
    /// in the body of a component.
    pub fn new(run: Run, on: Option<ItemRole>) -> Self {
        let id = RwSignal::new(ThingId::BRANCH);
        let question = FormField::new("");
        let weight = RwSignal::new(0);
        let secret = RwSignal::new(false);
        let numbers = [(); 6].map(|()| FormField::new(""));
        let kept = StoredValue::new(false);
        let name = DraftName::Vote(run.meeting).to_string();
        let draft = Signal::derive(move || VoteDraft {
            id: id.get(),
            question: question.value.get(),
            weight: Weight::ALL[weight.get()],
            secret: secret.get(),
            numbers: numbers.map(|field| field.value.get()),
        });
        let read = move || {
            let draft = draft.get_untracked();
            kept.update_value(|kept| *kept |= !draft.is_empty());
            kept.get_value().then(|| draft.encode())
        };
        let autosave = Autosave::new(run.state, name.clone(), read);
        let counting = Self {
            run,
            id,
            question,
            weight,
            secret,
            draft,
            kept,
            autosave,
            numbers,
            saving: RwSignal::new(false),
            entered: RwSignal::new(None),
            begun: RwSignal::new(false),
        };
        counting.clear();
        run.state.ask_or_say(
            move |handbook| async move { handbook.draft(&name).await },
            move |kept| {
                // The page may have been left in the meantime.
                if let Some(kept) = kept.and_then(|bytes| VoteDraft::decode(&bytes).ok())
                    && id.try_set(kept.id).is_none()
                {
                    counting.kept.set_value(true);
                    counting.resume(kept);
                }
                on.into_iter().for_each(|role| counting.ask(role));
            },
        );
        Effect::new(move |before: Option<()>| {
            draft.track();
            if before.is_some() {
                autosave.touch();
            }
        });
        counting
    }

    /// Takes up a count as it stood in the fields.
    pub fn resume(self, kept: VoteDraft) {
        self.begun.set(!kept.is_empty());
        self.entered.set(None);
        self.id.set(kept.id);
        self.question.error.set(None);
        self.question.value.set(kept.question);
        self.weight.set(Weight::ALL.iter().position(|weight| *weight == kept.weight).unwrap_or(0));
        self.secret.set(kept.secret);
        for (field, number) in self.numbers.into_iter().zip(kept.numbers) {
            field.value.set(number);
            field.error.set(None);
        }
    }

    /// The count in the fields, where something of it is not entered.
    fn unentered(self) -> Option<VoteDraft> {
        let (draft, known) = (self.draft.get_untracked(), untrack(|| self.known()));
        let entered = known.is_some_and(|known| VoteDraft::of(&known) == draft);
        Some(draft).filter(|draft| !entered && !draft.is_empty())
    }

    /// Begins a new one.
    pub fn begin(self) {
        self.clear();
        self.entered.set(None);
        self.begun.set(true);
    }

    /// Forgets what was counted.
    fn clear(self) {
        if let Some(handbook) = self.run.state.handbook() {
            self.id.set(handbook.new_thing());
        }
        self.question.value.set(String::new());
        self.question.error.set(None);
        self.weight.set(0);
        self.secret.set(false);
        for (place, field) in self.numbers.into_iter().enumerate() {
            field.value.set(if place < ISSUED { "0" } else { "" }.to_owned());
            field.error.set(None);
        }
    }

    /// Fills in the question on the item of a role, unless another one stands there.
    pub fn ask(self, role: ItemRole) {
        let meeting = self.run.meeting;
        let fill = move |()| {
            let empty = self.question.value.try_with_untracked(|question| question.trim().is_empty());
            let suggested = self.suggested().find(|(decided, _)| *decided == role && empty == Some(true));
            if let Some((_, words)) = suggested {
                self.begun.set(true);
                self.question.value.set([words, &untrack(|| self.points(role)).unwrap_or_default()].concat());
            }
        };
        self.run.state.ask_or_say(async move |handbook| load_held(&handbook, meeting).await, fill);
    }

    /// `: 92 điểm, mức Tốt`: what is voted on, where it is the score.
    fn points(self, role: ItemRole) -> Option<String> {
        let Run { state, meeting, .. } = self.run;
        let scoring = state.with(|memory| memory.scoring(meeting, state.now())).flatten();
        let own = scoring.filter(|scoring| role == ItemRole::Score && scoring.told())?.judged.own;
        let texts = Texts::of(Language::Vietnamese).score();
        Some([": ", &(texts.scale)(&score_words::points(own.points), (texts.rating)(own.rating))].concat())
    }

    /// The questions of every meeting, and what each decides. Vietnamese, like the papers that they go into.
    fn suggested(self) -> impl Iterator<Item = (ItemRole, &'static str)> {
        DECIDED.into_iter().zip(Texts::of(Language::Vietnamese).votes().suggested)
    }

    /// What a question decides: by its first words; else as it was entered before; else the score, while that is what
    /// the meeting deals with.
    fn decides(self, question: &Line) -> ItemRole {
        let first = |(_, words): &(ItemRole, &str)| question.as_str().starts_with(words);
        let scoring = || {
            let role = |run: &Proceedings| run.running().map(|place| run.steps[place].item.role);
            self.run.with(role).filter(|role| *role == ItemRole::Score).unwrap_or_default()
        };
        let known = || self.known().map(|known| known.decides);
        // What was typed or entered with an English screen decides the same.
        let translated = DECIDED.into_iter().zip(Texts::of(Language::English).votes().suggested);
        let mut asked = self.suggested().chain(translated);
        asked.find(first).map(|(role, _)| role).or_else(known).unwrap_or_else(scoring)
    }

    /// Takes up one that was entered; gives back the count that stood in the fields and is not entered.
    pub fn edit(self, vote: &Vote) -> Option<VoteDraft> {
        let unentered = self.unentered();
        self.resume(VoteDraft::of(vote));
        unentered
    }

    /// The vote as it was entered before, if it was.
    pub fn known(self) -> Option<Vote> {
        let id = self.id.get();
        self.run.with(|run| run.votes.iter().find(|vote| vote.id == id).cloned())
    }

    /// What the majority is counted over: as it was then for one that was entered, as it is now for a new one.
    pub fn base(self, now: Base) -> Base {
        self.known().map_or(now, |known| known.base)
    }

    fn number(self, place: usize) -> Option<u16> {
        self.numbers[place].value.with(|text| text.trim().parse().ok())
    }

    /// The count as far as it can be read, with nothing refused.
    pub fn count(self, base: Base) -> Option<Vote> {
        let way = if self.secret.get() {
            let [issued, collected, invalid] = [ISSUED, COLLECTED, INVALID].map(|place| self.number(place));
            Way::Ballots(Ballots { issued: issued?, collected: collected?, invalid: invalid? })
        } else {
            Way::Hands
        };
        Some(Vote {
            id: self.id.get(),
            question: Line::default(),
            decides: ItemRole::default(),
            weight: Weight::ALL[self.weight.get()],
            way,
            favour: self.number(FAVOUR)?,
            against: self.number(AGAINST)?,
            other: self.number(OTHER)?,
            base: self.base(base),
            at: self.known().map_or_else(|| self.run.state.now(), |known| known.at),
        })
    }

    /// Says what is wrong with the sums, at the field.
    fn refuse(self, fault: VoteFault) {
        let place = match fault {
            VoteFault::MoreThanVoters { .. } => FAVOUR,
            VoteFault::MoreIssuedThanVoters { .. } => ISSUED,
            VoteFault::MoreCollectedThanIssued { .. } | VoteFault::SumDiffers { .. } => COLLECTED,
        };
        self.numbers[place].refuse(&(self.run.state.texts().votes().fault)(fault));
    }

    fn read(self, base: Base, voters_there: u16) -> Option<Vote> {
        let state = self.run.state;
        let texts = state.texts();
        let question = self.question.asked_line(state, texts.votes().ask_question);
        let asked = if self.secret.get_untracked() { INVALID } else { OTHER };
        let read = |field: &FormField| field.number(0, u16::MAX, texts.run().bad_number);
        let whole = self.numbers[..=asked].iter().filter(|field| read(field).is_none()).count() == 0;
        let (question, vote) = (question?, untrack(|| self.count(base)).filter(|_| whole)?);
        if let Err(fault) = vote.check_with(voters_there) {
            self.refuse(fault);
            return None;
        }
        Some(Vote { decides: untrack(|| self.decides(&question)), question, ..vote })
    }

    /// Enters it.
    pub fn save(self, base: Base, voters_there: u16) {
        let state = self.run.state;
        let Some(vote) = read_or_lead(state, self.read(base, voters_there)) else {
            return;
        };
        self.saving.set(true);
        // The draft goes in the commit of the entry, and must not come back.
        self.autosave.close();
        let question = vote.question.clone();
        self.run.enter_vote(vote, move |outcome| {
            // The page may have been left in the meantime.
            if self.saving.try_set(false).is_some() {
                return;
            }
            self.autosave.reopen();
            if outcome.is_err() {
                self.autosave.touch();
            }
            match outcome {
                Ok(()) => {
                    self.kept.set_value(false);
                    self.clear();
                    self.begun.set(false);
                    self.entered.set(Some(question));
                }
                Err(Fault::Vote(fault)) => self.refuse(fault),
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        });
    }
}
