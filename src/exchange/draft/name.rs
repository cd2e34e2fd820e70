//! What a draft is kept under.

use crate::domain::id::ThingId;
use crate::domain::time::Month;
use std::fmt::{Display, Formatter, Result};

/// What a draft is kept under. The names are part of the format of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftName {
    /// Words on the theme of a meeting.
    Comment(ThingId),
    /// A month of self-criticism.
    Review(Month),
    /// Why a meeting is not attended.
    Absence(ThingId),
    /// A report on a task.
    Report(ThingId),
    /// A change of a notice that is out.
    Notice(ThingId),
    /// A theme of the plan; under [`crate::domain::theme_plan::ThemePlan::about`] its year, one that is new.
    Theme(ThingId),
    /// A task that a meeting assigns; under the meeting, one that is new.
    Task(ThingId),
    /// An opinion that is being said in a meeting.
    Opinion(ThingId),
    /// A vote that is being counted in a meeting.
    Vote(ThingId),
    /// Praise or a reminder in a meeting.
    Remark(ThingId),
    /// A guest of a meeting.
    Guest(ThingId),
    /// Number, term and vote of a resolution, before it is locked with the minutes of its meeting.
    Closing(ThingId),
    /// What is put right in a locked paper.
    Addendum(ThingId),
    /// What the superior says of a meeting.
    Official(ThingId),
    /// Marks and reasons of a meeting, in the criterion at this place.
    Mark(ThingId, u8),
}

/// The drafts on a thing.
const ON_THINGS: [fn(ThingId) -> DraftName; 13] = [
    DraftName::Comment,
    DraftName::Absence,
    DraftName::Report,
    DraftName::Notice,
    DraftName::Theme,
    DraftName::Task,
    DraftName::Opinion,
    DraftName::Vote,
    DraftName::Remark,
    DraftName::Guest,
    DraftName::Closing,
    DraftName::Addendum,
    DraftName::Official,
];

impl DraftName {
    /// What the names of all comments begin with.
    pub const COMMENTS: &str = "comment/";
    /// What the names of all months begin with.
    pub const REVIEWS: &str = "self-criticism/";
    const MARKS: &str = "mark/";

    /// Reads a name; nothing for a draft of another kind.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(month) = name.strip_prefix(Self::REVIEWS) {
            let month: u32 = month.parse().ok()?;
            return Month::new(i32::try_from(month / 100).ok()?, month % 100).ok().map(Self::Review);
        }
        if let Some((meeting, place)) = name.strip_prefix(Self::MARKS).and_then(|mark| mark.split_once('/')) {
            let mark = Self::Mark(ThingId::from_hex(meeting)?, place.parse().ok()?);
            return (mark.to_string() == name).then_some(mark);
        }
        let read = |draft: fn(ThingId) -> Self| {
            let thing = name.strip_prefix(draft(ThingId::BRANCH).prefix())?;
            ThingId::from_hex(thing).map(draft)
        };
        ON_THINGS.into_iter().find_map(read)
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::Comment(_) => Self::COMMENTS,
            Self::Review(_) => Self::REVIEWS,
            Self::Absence(_) => "absence/",
            Self::Report(_) => "report/",
            Self::Notice(_) => "notice-change/",
            Self::Theme(_) => "theme/",
            Self::Task(_) => "task/",
            Self::Opinion(_) => "opinion/",
            Self::Vote(_) => "vote/",
            Self::Remark(_) => "remark/",
            Self::Guest(_) => "guest/",
            Self::Closing(_) => "closing/",
            Self::Addendum(_) => "addendum/",
            Self::Official(_) => "official-score/",
            Self::Mark(..) => Self::MARKS,
        }
    }
}

impl Display for DraftName {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.prefix())?;
        match self {
            Self::Review(month) => write!(f, "{}", month.year() * 100 + month.number() as i32),
            Self::Mark(meeting, place) => write!(f, "{meeting}/{place}"),
            Self::Comment(thing)
            | Self::Absence(thing)
            | Self::Report(thing)
            | Self::Notice(thing)
            | Self::Theme(thing)
            | Self::Task(thing)
            | Self::Opinion(thing)
            | Self::Vote(thing)
            | Self::Remark(thing)
            | Self::Guest(thing)
            | Self::Closing(thing)
            | Self::Addendum(thing)
            | Self::Official(thing) => write!(f, "{thing}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_drafted() {
        let month = Month::new(2026, 3).unwrap();
        let on_things = ON_THINGS.map(|name| name(ThingId([4; 16])));
        let mark = DraftName::Mark(ThingId([4; 16]), 3);
        for name in on_things.into_iter().chain([DraftName::Review(month), mark]) {
            assert_eq!(DraftName::parse(&name.to_string()), Some(name));
        }
        assert_eq!(DraftName::Review(month).to_string(), "self-criticism/202603");
        assert_eq!(DraftName::parse("notice"), None);
    }
}
