//! What the secretary states, on the wire: documents, notices, minutes, regulations.

use super::numbers::{
    document_kind, document_kind_number, item_role, item_role_number, means, means_number, media,
    media_number, meeting_kind, meeting_kind_number, part, part_number, progress, progress_number, state,
    state_number,
};
use super::{Bytes8, Bytes16, Bytes32, all, at_most, day, line, optional_line, prose, text};
use crate::domain::attendance::{Entry, RollCall};
use crate::domain::document::{Document, File, Media};
use crate::domain::id::{BlobId, MemberId, ThingId};
use crate::domain::meeting::{AgendaItem, ItemRole, Meeting, Plan, Theme};
use crate::domain::member::Roster;
use crate::domain::minutes::Minutes;
use crate::domain::regulation::{RegulationId, RegulationText};
use crate::domain::task::{Outcome, Share, Task};
use crate::domain::time::{Day, Moment, TimeOfDay, WallTime};
use crate::record::flaw::Flaw;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct DocumentV1 {
    #[n(0)]
    kind: u8,
    #[n(1)]
    number: Option<String>,
    #[n(2)]
    summary: String,
    #[n(3)]
    issuer: String,
    #[n(4)]
    issued_on: Option<i32>,
    #[n(5)]
    blob: Bytes32,
    #[n(6)]
    bytes: u32,
    #[n(7)]
    media: u8,
    #[n(8)]
    reading_blob: Option<Bytes32>,
    #[n(9)]
    reading_bytes: Option<u32>,
}

impl From<&Document> for DocumentV1 {
    fn from(document: &Document) -> Self {
        Self {
            kind: document_kind_number(document.kind),
            number: document.number.as_ref().map(text),
            summary: text(&document.summary),
            issuer: text(&document.issuer),
            issued_on: document.issued_on.map(Day::number),
            blob: document.file.blob.0.into(),
            bytes: document.file.bytes,
            media: media_number(document.file.media),
            reading_blob: document.reading.map(|file| file.blob.0.into()),
            reading_bytes: document.reading.map(|file| file.bytes),
        }
    }
}

impl DocumentV1 {
    pub(super) fn noun(&self, id: ThingId) -> Result<Document, Flaw> {
        let reading = match (self.reading_blob, self.reading_bytes) {
            (Some(blob), Some(bytes)) => Some(File { blob: BlobId(*blob), bytes, media: Media::Markdown }),
            (None, None) => None,
            _ => return Err(Flaw::BadValue),
        };
        let larger = |bytes: u32| usize::try_from(bytes).map_or(true, |bytes| bytes > File::BYTES_MAX);
        if larger(self.bytes) || reading.is_some_and(|file| larger(file.bytes)) {
            return Err(Flaw::TooLarge);
        }
        Ok(Document {
            id,
            kind: document_kind(self.kind)?,
            number: optional_line(self.number.as_ref())?,
            summary: line(&self.summary)?,
            issuer: line(&self.issuer)?,
            issued_on: self.issued_on.map(day).transpose()?,
            file: File { blob: BlobId(*self.blob), bytes: self.bytes, media: media(self.media)? },
            reading,
        })
    }
}

/// Regulations were numbers once, and there was one. It still goes by its number alone; where another one is named,
/// apps of then go by what they know.
const OLD_REGULATION: u16 = 1;

fn regulation_name(id: RegulationId) -> Option<String> {
    (id != RegulationId::FIRST).then(|| id.as_str().to_owned())
}

fn regulation(id: Option<&str>) -> Result<RegulationId, Flaw> {
    id.map_or(Ok(RegulationId::FIRST), |id| RegulationId::parse(id).ok_or(Flaw::BadValue))
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct RegulationV1 {
    #[n(0)]
    text: String,
}

impl From<&RegulationText> for RegulationV1 {
    fn from(text: &RegulationText) -> Self {
        Self { text: text.as_str().to_owned() }
    }
}

impl RegulationV1 {
    pub(super) fn noun(&self) -> Result<RegulationText, Flaw> {
        RegulationText::new(&self.text).ok_or(Flaw::TooLarge)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct MeetingV1 {
    #[n(0)]
    kind: u8,
    #[n(1)]
    number: Option<String>,
    #[n(2)]
    noticed_on: i32,
    #[n(3)]
    day: i32,
    #[n(4)]
    minute: u32,
    #[n(5)]
    minutes: u16,
    #[n(6)]
    place: String,
    #[n(7)]
    chair: String,
    #[n(8)]
    theme: Option<String>,
    #[n(9)]
    preparer: Option<String>,
    #[n(10)]
    agenda: Vec<AgendaItemV1>,
    #[n(11)]
    documents: Vec<Bytes16>,
    #[n(12)]
    postponed: Option<String>,
    #[n(13)]
    cancelled: Option<String>,
    #[n(14)]
    old_regulation: u16,
    #[n(15)]
    regulation: Option<String>,
}

#[derive(Encode, Decode)]
pub(super) struct AgendaItemV1 {
    #[n(0)]
    part: u8,
    #[n(1)]
    title: String,
    #[n(2)]
    minutes: u16,
    #[n(3)]
    role: Option<u8>,
}

impl From<&AgendaItem> for AgendaItemV1 {
    fn from(item: &AgendaItem) -> Self {
        let role = (item.role != ItemRole::Other).then(|| item_role_number(item.role));
        Self { part: part_number(item.part), title: text(&item.title), minutes: item.minutes, role }
    }
}

impl AgendaItemV1 {
    pub(super) fn noun(&self) -> Result<AgendaItem, Flaw> {
        Ok(AgendaItem {
            part: part(self.part)?,
            title: line(&self.title)?,
            minutes: self.minutes,
            role: self.role.map(item_role).transpose()?.unwrap_or_default(),
        })
    }
}

impl From<&Meeting> for MeetingV1 {
    fn from(meeting: &Meeting) -> Self {
        let (postponed, cancelled) = match &meeting.plan {
            Plan::Announced => (None, None),
            Plan::Postponed(reason) => (Some(reason.as_str().to_owned()), None),
            Plan::Cancelled(reason) => (None, Some(reason.as_str().to_owned())),
        };
        Self {
            kind: meeting_kind_number(meeting.kind),
            number: meeting.number.as_ref().map(text),
            noticed_on: meeting.noticed_on.number(),
            day: meeting.starts.day.number(),
            minute: meeting.starts.time.minutes(),
            minutes: meeting.minutes,
            place: text(&meeting.place),
            chair: text(&meeting.chair),
            theme: meeting.theme.as_ref().map(|theme| text(&theme.title)),
            preparer: meeting.theme.as_ref().and_then(|theme| theme.preparer.as_ref()).map(text),
            agenda: meeting.agenda.iter().map(AgendaItemV1::from).collect(),
            documents: meeting.documents.iter().map(|id| id.0.into()).collect(),
            postponed,
            cancelled,
            old_regulation: OLD_REGULATION,
            regulation: regulation_name(meeting.regulation),
        }
    }
}

impl MeetingV1 {
    pub(super) fn noun(&self, id: ThingId) -> Result<Meeting, Flaw> {
        let preparer = optional_line(self.preparer.as_ref())?;
        let plan = match (&self.postponed, &self.cancelled) {
            (None, None) => Plan::Announced,
            (Some(reason), None) => Plan::Postponed(prose(reason)?),
            (None, Some(reason)) => Plan::Cancelled(prose(reason)?),
            (Some(_), Some(_)) => return Err(Flaw::BadValue),
        };
        let time = TimeOfDay::from_minutes(self.minute).map_err(|_| Flaw::BadValue)?;
        let starts = WallTime { day: day(self.day)?, time };
        let meeting = Meeting {
            id,
            kind: meeting_kind(self.kind)?,
            number: optional_line(self.number.as_ref())?,
            noticed_on: day(self.noticed_on)?,
            starts,
            minutes: self.minutes,
            place: line(&self.place)?,
            chair: line(&self.chair)?,
            theme: optional_line(self.theme.as_ref())?.map(|title| Theme { title, preparer }),
            agenda: all(&self.agenda, AgendaItemV1::noun)?,
            documents: self.documents.iter().map(|id| ThingId(**id)).collect(),
            plan,
            regulation: regulation(self.regulation.as_deref())?,
        };
        meeting.check().map_err(|_| Flaw::BadValue)?;
        Ok(meeting)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct MinutesV1 {
    #[n(0)]
    roll_call: Vec<EntryV1>,
    #[n(1)]
    tasks: Vec<TaskV1>,
    #[n(2)]
    old_regulation: u16,
    #[n(3)]
    outcomes: Option<Vec<OutcomeV1>>,
    #[n(4)]
    regulation: Option<String>,
    #[n(5)]
    closed_at: Option<i64>,
}

#[derive(Encode, Decode)]
pub(super) struct EntryV1 {
    #[n(0)]
    member: Bytes8,
    #[n(1)]
    state: u8,
    #[n(2)]
    means: u8,
    #[n(3)]
    at: Option<i64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct TaskV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    what: String,
    #[n(2)]
    who: Vec<Bytes8>,
    #[n(3)]
    deadline: Option<i32>,
    #[n(4)]
    report_on: Option<i32>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct OutcomeV1 {
    #[n(0)]
    task: Bytes16,
    #[n(1)]
    progress: u8,
    #[n(2)]
    done: Option<u16>,
    #[n(3)]
    of: Option<u16>,
    #[n(4)]
    result: String,
}

impl From<&Outcome> for OutcomeV1 {
    fn from(outcome: &Outcome) -> Self {
        Self {
            task: outcome.task.0.into(),
            progress: progress_number(outcome.progress),
            done: outcome.share.map(|share| share.done),
            of: outcome.share.map(|share| share.of),
            result: outcome.result.as_str().to_owned(),
        }
    }
}

impl OutcomeV1 {
    fn noun(&self) -> Result<Outcome, Flaw> {
        let share = match (self.done, self.of) {
            (Some(done), Some(of)) => Some(Share { done, of }),
            (None, None) => None,
            _ => return Err(Flaw::BadValue),
        };
        let (task, progress) = (ThingId(*self.task), progress(self.progress)?);
        let outcome = Outcome { task, progress, share, result: prose(&self.result)? };
        outcome.check().map_err(|_| Flaw::BadValue)?;
        Ok(outcome)
    }

    /// The same of a record, which is about the task.
    pub(super) fn noun_about(&self, task: ThingId) -> Result<Outcome, Flaw> {
        let outcome = self.noun()?;
        if outcome.task == task { Ok(outcome) } else { Err(Flaw::BadValue) }
    }
}

impl From<&Minutes> for MinutesV1 {
    fn from(minutes: &Minutes) -> Self {
        let entry = |entry: &Entry| EntryV1 {
            member: entry.member.0.into(),
            state: state_number(entry.state),
            means: means_number(entry.means),
            at: entry.at.map(|at| at.0),
        };
        let task = |task: &Task| TaskV1 {
            id: task.id.0.into(),
            what: text(&task.what),
            who: task.who.iter().map(|id| id.0.into()).collect(),
            deadline: task.deadline.map(Day::number),
            report_on: task.report_on.map(Day::number),
        };
        Self {
            roll_call: minutes.roll_call.entries().iter().map(entry).collect(),
            tasks: minutes.tasks.iter().map(task).collect(),
            old_regulation: OLD_REGULATION,
            outcomes: (!minutes.outcomes.is_empty())
                .then(|| minutes.outcomes.iter().map(OutcomeV1::from).collect()),
            regulation: regulation_name(minutes.regulation),
            closed_at: minutes.closed_at.map(|at| at.0),
        }
    }
}

impl MinutesV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Minutes, Flaw> {
        at_most(&self.roll_call, Roster::MEMBERS_MAX)?;
        at_most(&self.tasks, Minutes::TASKS_MAX)?;
        let outcomes = self.outcomes.as_deref().unwrap_or_default();
        at_most(outcomes, Minutes::OUTCOMES_MAX)?;
        let entry = |entry: &EntryV1| {
            Ok(Entry {
                member: MemberId(*entry.member),
                state: state(entry.state)?,
                means: means(entry.means)?,
                at: entry.at.map(Moment),
            })
        };
        let task = |task: &TaskV1| {
            at_most(&task.who, Roster::MEMBERS_MAX)?;
            Ok(Task {
                id: ThingId(*task.id),
                what: line(&task.what)?,
                who: task.who.iter().map(|id| MemberId(**id)).collect(),
                deadline: task.deadline.map(day).transpose()?,
                report_on: task.report_on.map(day).transpose()?,
            })
        };
        let roll_call = RollCall::new(all(&self.roll_call, entry)?);
        if roll_call.entries().len() != self.roll_call.len() || !roll_call.entries().iter().all(Entry::sound)
        {
            return Err(Flaw::BadValue);
        }
        Ok(Minutes {
            meeting,
            roll_call,
            tasks: all(&self.tasks, task)?,
            outcomes: all(outcomes, OutcomeV1::noun)?,
            regulation: regulation(self.regulation.as_deref())?,
            closed_at: self.closed_at.map(Moment),
        })
    }
}
