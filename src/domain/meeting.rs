//! A meeting as it is announced: kind, time, place, agenda, theme, papers.

use super::id::ThingId;
use super::time::{Day, WallTime};
use super::words::{Line, Prose};

/// Kind of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// sinh hoạt thường kỳ
    Regular,
    /// sinh hoạt chuyên đề
    Thematic,
    /// sinh hoạt bất thường
    Extraordinary,
}

/// Part of a meeting. Regular and thematic parts of the same evening stay apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// phần thường kỳ
    Regular,
    /// phần chuyên đề
    Thematic,
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Which part it belongs to.
    pub part: Part,
    /// What is done.
    pub title: Line,
    /// Planned length.
    pub minutes: u16,
}

/// What the thematic part is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// chuyên đề
    pub title: Line,
    /// Who prepares it.
    pub preparer: Option<Line>,
}

/// Whether the meeting stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// It takes place.
    Announced,
    /// It takes place at another time, given in the same notice.
    Postponed(Prose),
    /// It does not take place.
    Cancelled(Prose),
}

/// The notice of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Stays when the notice changes.
    pub id: ThingId,
    /// Kind.
    pub kind: Kind,
    /// Number of the notice, for example `31-TB/CB`.
    pub number: Option<Line>,
    /// Date of the notice.
    pub noticed_on: Day,
    /// Start, by the wall clock in Vietnam.
    pub starts: WallTime,
    /// Planned length.
    pub minutes: u16,
    /// Where.
    pub place: Line,
    /// Who presides.
    pub chair: Line,
    /// Theme of the thematic part.
    pub theme: Option<Theme>,
    /// Order of business.
    pub agenda: Vec<AgendaItem>,
    /// Papers to read beforehand.
    pub documents: Vec<ThingId>,
    /// Whether it stands.
    pub plan: Plan,
}

/// Why a notice is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingFault {
    /// A meeting lasts between 15 minutes and a day.
    Length,
    /// The agenda has too many lines.
    Agenda,
    /// Too many papers.
    Documents,
    /// A thematic meeting names its theme.
    Theme,
}

impl Meeting {
    /// The most lines an agenda may have.
    pub const AGENDA_MAX: usize = 40;
    /// The most papers a meeting may have.
    pub const DOCUMENTS_MAX: usize = 60;

    /// Checks what no single field can.
    pub fn check(&self) -> Result<(), MeetingFault> {
        if !(15..=24 * 60).contains(&self.minutes) {
            return Err(MeetingFault::Length);
        }
        if self.agenda.len() > Self::AGENDA_MAX {
            return Err(MeetingFault::Agenda);
        }
        if self.documents.len() > Self::DOCUMENTS_MAX {
            return Err(MeetingFault::Documents);
        }
        if self.kind == Kind::Thematic && self.theme.is_none() {
            return Err(MeetingFault::Theme);
        }
        Ok(())
    }

    /// Whether it is over at `now`: an hour after its planned end, because meetings run late.
    pub fn over(&self, now: WallTime) -> bool {
        self.starts.plus_minutes(i64::from(self.minutes) + 60) < now
    }

    /// Whether the meeting takes place.
    pub fn stands(&self) -> bool {
        !matches!(self.plan, Plan::Cancelled(_))
    }
}
