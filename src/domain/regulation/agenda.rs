//! The orders of business that meetings begin with: one for each kind of branch and occasion.

use super::super::meeting::{AgendaItem, ItemRole, Kind, Part};
use super::super::org::BranchKind;
use super::super::words::Line;

/// An order of business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// For what.
    pub occasion: Occasion,
    /// For which branches.
    pub branches: Vec<BranchKind>,
    /// Step by step.
    pub steps: Vec<Step>,
}

/// What an order of business is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// A regular meeting.
    Regular,
    /// The thematic part that a regular meeting has beside.
    ThematicPart,
    /// A thematic meeting.
    Thematic,
    /// An extraordinary meeting.
    Extraordinary,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens in it.
    pub role: ItemRole,
    /// Planned length.
    pub minutes: u16,
    /// As it stands in the agenda.
    pub title: Line,
}

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 4] = [Self::Regular, Self::ThematicPart, Self::Thematic, Self::Extraordinary];

    /// What a meeting of this kind is made of.
    pub fn of(kind: Kind, theme: bool) -> &'static [Self] {
        match kind {
            Kind::Regular if theme => &[Self::Regular, Self::ThematicPart],
            Kind::Regular => &[Self::Regular],
            Kind::Thematic => &[Self::Thematic],
            Kind::Extraordinary => &[Self::Extraordinary],
        }
    }

    /// The part of a meeting that it fills.
    pub fn part(self) -> Part {
        match self {
            Self::Regular | Self::Extraordinary => Part::Regular,
            Self::ThematicPart | Self::Thematic => Part::Thematic,
        }
    }
}

impl Template {
    /// The lines of an agenda.
    pub fn lines(&self) -> impl Iterator<Item = AgendaItem> {
        let part = self.occasion.part();
        self.steps.iter().map(move |step| AgendaItem {
            part,
            title: step.title.clone(),
            minutes: step.minutes,
            role: step.role,
        })
    }
}
