//! What is filled in, and the notice that comes of it.

use super::usual::Usual;
use crate::domain::id::ThingId;
use crate::domain::meeting::{AgendaItem, Kind, Meeting, Plan, Theme};
use crate::domain::time::{Day, TimeOfDay, WallTime};
use crate::domain::words::{Line, Prose};
use crate::exchange::draft::NoticeDraft;
use crate::pages::form::FormField;
use crate::state::State;
use crate::sync::Memory;
use leptos::prelude::*;

/// Whether the meeting stands, before the reason is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As announced.
    Announced,
    /// At another time.
    Postponed,
    /// Not at all.
    Cancelled,
}

/// By their place in a draft.
const STANDINGS: [Standing; 3] = [Standing::Announced, Standing::Postponed, Standing::Cancelled];

/// What is filled in.
#[derive(Clone, Copy)]
pub struct Form {
    /// The meeting. A draft brings its own, so that announcing it twice announces one meeting.
    pub id: RwSignal<ThingId>,
    /// The notice that members know.
    pub known: RwSignal<Option<Meeting>>,
    /// Kind of meeting.
    pub kind: RwSignal<Kind>,
    /// Number of the notice.
    pub number: FormField,
    /// Day.
    pub day: FormField,
    /// Start.
    pub time: FormField,
    /// Length.
    pub minutes: FormField,
    /// Where.
    pub place: FormField,
    /// Who presides.
    pub chair: FormField,
    /// Theme; may be empty.
    pub theme: FormField,
    /// Who prepares the theme.
    pub preparer: FormField,
    /// Order of business.
    pub agenda: RwSignal<Vec<AgendaItem>>,
    /// The order of business lacks one of its two parts.
    pub mixed_parts: RwSignal<bool>,
    /// Papers.
    pub documents: RwSignal<Vec<ThingId>>,
    /// Whether it stands.
    pub standing: RwSignal<Standing>,
    /// Why it is postponed or cancelled.
    pub reason: FormField,
    /// Something is missing above: said beside the button too.
    pub incomplete: RwSignal<bool>,
}

/// How many are called.
pub fn members(memory: &Memory) -> usize {
    memory.fold().roster().map_or(0, |roster| roster.listed().count())
}

impl Form {
    /// A new notice with what is known: the secretary presides, at the last place, after supper.
    pub fn new(state: State, id: ThingId) -> Self {
        let known = |memory: &Memory| {
            let last = memory.fold().meetings().max_by_key(|meeting| meeting.starts);
            let secretary = memory.fold().roster().and_then(|roster| roster.secretary());
            (
                last.map(|meeting| (meeting.place.to_string(), meeting.starts.time.to_hm())),
                secretary.map(|member| member.name.to_string()).unwrap_or_default(),
            )
        };
        let (last, chair) = untrack(|| state.with(known)).unwrap_or_default();
        let (place, time) = last.unwrap_or_else(|| (String::new(), "19:00".to_owned()));
        let form = Self {
            id: RwSignal::new(id),
            known: RwSignal::new(None),
            kind: RwSignal::new(Kind::Regular),
            number: FormField::new(""),
            day: FormField::new(""),
            time: FormField::new(&time),
            minutes: FormField::new(""),
            place: FormField::new(&place),
            chair: FormField::new(&chair),
            theme: FormField::new(""),
            preparer: FormField::new(""),
            agenda: RwSignal::new(Vec::new()),
            mixed_parts: RwSignal::new(false),
            documents: RwSignal::new(Vec::new()),
            standing: RwSignal::new(Standing::Announced),
            reason: FormField::new(""),
            incomplete: RwSignal::new(false),
        };
        let Usual { minutes, agenda } = untrack(|| form.usual(state));
        form.minutes.value.set(minutes);
        form.agenda.set(agenda);
        form
    }

    /// Takes over a notice.
    pub fn fill(self, meeting: &Meeting) {
        let set = |field: FormField, text: &str| field.value.set(text.to_owned());
        let line = |line: Option<&Line>| line.map(Line::to_string).unwrap_or_default();
        self.id.set(meeting.id);
        self.known.set(Some(meeting.clone()));
        self.kind.set(meeting.kind);
        set(self.number, &line(meeting.number.as_ref()));
        set(self.day, &meeting.starts.day.to_iso());
        set(self.time, &meeting.starts.time.to_hm());
        set(self.minutes, &meeting.minutes.to_string());
        set(self.place, meeting.place.as_str());
        set(self.chair, meeting.chair.as_str());
        set(self.theme, &line(meeting.theme.as_ref().map(|theme| &theme.title)));
        set(self.preparer, &line(meeting.theme.as_ref().and_then(|theme| theme.preparer.as_ref())));
        self.agenda.set(meeting.agenda.clone());
        self.documents.set(meeting.documents.clone());
        let (standing, reason) = match &meeting.plan {
            Plan::Announced => (Standing::Announced, ""),
            Plan::Postponed(reason) => (Standing::Postponed, reason.as_str()),
            Plan::Cancelled(reason) => (Standing::Cancelled, reason.as_str()),
        };
        self.standing.set(standing);
        set(self.reason, reason);
    }

    fn fields(self) -> [FormField; 9] {
        let Self { number, day, time, minutes, place, chair, theme, preparer, reason, .. } = self;
        [number, day, time, minutes, place, chair, theme, preparer, reason]
    }

    /// What stands in the form, complete or not. Follows every field.
    pub fn draft(self) -> NoticeDraft {
        NoticeDraft {
            id: self.id.get(),
            kind: self.kind.get(),
            fields: self.fields().map(|field| field.value.get()).to_vec(),
            agenda: self.agenda.get(),
            documents: self.documents.get(),
            began_with: self.noticed_documents(),
            standing: self.standing.get() as u8,
        }
    }

    /// The papers of the notice that members know.
    fn noticed_documents(self) -> Vec<ThingId> {
        self.known.with(|known| known.as_ref().map(|known| known.documents.clone())).unwrap_or_default()
    }

    /// Goes on with a draft.
    pub fn resume(self, draft: NoticeDraft) {
        self.documents.set(draft.documents_beside(&untrack(|| self.noticed_documents())));
        for (field, text) in self.fields().into_iter().zip(draft.fields) {
            field.value.set(text);
            field.error.set(None);
        }
        self.id.set(draft.id);
        self.kind.set(draft.kind);
        self.agenda.set(draft.agenda);
        let standing = STANDINGS.get(usize::from(draft.standing));
        self.standing.set(standing.copied().unwrap_or(Standing::Announced));
        self.incomplete.set(false);
    }

    /// When it starts, once day and time are given.
    pub fn starts(self) -> Option<WallTime> {
        let day = self.day.value.with(|text| Day::parse(text)).ok()?;
        let time = self.time.value.with(|text| TimeOfDay::parse(text)).ok()?;
        Some(WallTime { day, time })
    }

    /// Whether day or time are no longer those that members know. Follows both.
    pub fn moved(self) -> bool {
        self.starts().is_some_and(|starts| {
            self.known.with(|known| known.as_ref().is_some_and(|known| known.starts != starts))
        })
    }

    /// When the notice of this day and time goes out, or went out.
    pub fn noticed(self, state: State) -> WallTime {
        let day = self.known.with(|known| known.as_ref().map(|known| known.noticed_on));
        let known = day.filter(|_| !self.moved()).map(|day| WallTime { day, time: TimeOfDay::MIDNIGHT });
        known.unwrap_or_else(|| state.now().wall())
    }

    /// Whether it is postponed just now, and to no other time.
    fn put_off_to_nowhere(self) -> bool {
        let stood = |known: &Meeting| known.plan == Plan::Announced;
        let stood = self.known.with_untracked(|known| known.as_ref().is_some_and(stood));
        stood && self.standing.get_untracked() == Standing::Postponed && !untrack(|| self.moved())
    }

    /// The notice, once it is complete. Follows every field.
    pub fn meeting(self, state: State) -> Option<Meeting> {
        let line = |field: FormField| field.value.with(|text| Line::parse(text)).ok();
        let optional = |field: FormField| field.value.with(|text| Line::optional(text)).ok();
        let reason = || self.reason.value.with(|text| Prose::parse(text)).ok();
        let preparer = optional(self.preparer)?;
        let (kind, thematic) = (self.kind.get(), self.thematic());
        let noticed_on = self.known.with(|known| known.as_ref().map(|known| known.noticed_on));
        let meeting = Meeting {
            id: self.id.get(),
            kind,
            number: optional(self.number)?,
            noticed_on: noticed_on.unwrap_or(state.today()),
            starts: self.starts()?,
            minutes: self.minutes.value.with(|text| text.trim().parse().ok())?,
            place: line(self.place)?,
            chair: line(self.chair)?,
            theme: optional(self.theme)?.filter(|_| thematic).map(|title| Theme { title, preparer }),
            agenda: kind.parted(thematic, self.agenda.get()).ok()?,
            documents: self.documents.get(),
            plan: match self.standing.get() {
                Standing::Announced => Plan::Announced,
                Standing::Postponed => Plan::Postponed(reason()?),
                Standing::Cancelled => Plan::Cancelled(reason()?),
            },
            regulation: self.regulation(state).id,
        };
        meeting.check().is_ok().then_some(meeting)
    }

    /// A day that is not over; that of a known meeting may be.
    fn coming_day(self, state: State) -> Option<Day> {
        let texts = state.texts().notice();
        let day = self.day.day(texts.bad_day)?;
        let known = self.known.with_untracked(|known| known.as_ref().map(|known| known.starts.day));
        let over = day < state.today() && Some(day) != known;
        self.day.kept(if over { Err(texts.past_day) } else { Ok(day) })
    }

    /// Says at each field what is missing. Tells whether nothing is.
    pub fn check(self, state: State) -> bool {
        let texts = state.texts().notice();
        let time = self.time.text();
        let mut complete = [
            self.coming_day(state).is_some(),
            self.time.kept(TimeOfDay::parse(&time).map_err(|_| texts.bad_time)).is_some(),
            self.minutes.number(15, 24 * 60, texts.bad_minutes).is_some(),
            self.place.asked_line(state, texts.no_place).is_some(),
            self.chair.asked_line(state, texts.no_chair).is_some(),
            self.number.optional_line(state).is_some(),
            self.preparer.optional_line(state).is_some(),
            self.theme.optional_line(state).is_some(),
            self.agenda.with_untracked(Vec::len) <= Meeting::AGENDA_MAX,
            self.documents.with_untracked(Vec::len) <= Meeting::DOCUMENTS_MAX,
        ]
        .into_iter()
        .all(|complete| complete);
        if self.kind.get_untracked() == Kind::Thematic && self.theme.text().trim().is_empty() {
            self.theme.refuse(texts.no_theme);
            complete = false;
        }
        if self.put_off_to_nowhere() {
            self.day.refuse(texts.not_moved);
            complete = false;
        }
        if self.standing.get_untracked() != Standing::Announced {
            complete &= self.reason.some_prose(state).is_some();
        }
        let parted = |agenda: &Vec<AgendaItem>| {
            self.kind.get_untracked().parted(untrack(|| self.thematic()), agenda.clone())
        };
        let mixed = self.agenda.with_untracked(parted).is_err();
        self.mixed_parts.set(mixed);
        complete &= !mixed;
        self.incomplete.set(!complete);
        complete
    }
}
