//! What can be wrong with the text of a regulation: one variant for each broken rule, with the line that breaks it.

/// A broken rule and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegulationFault {
    /// Line of the text, from 1. Of what is missing, the section that lacks it, or the last line.
    pub line: usize,
    /// The rule.
    pub rule: Rule,
}

/// A rule that the text of a regulation keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The text is not larger than [`super::RegulationText::BYTES_MAX`] and has no more lines than it may.
    Size,
    /// A line is not longer than a line may be.
    LineLength,
    /// No characters that nobody sees.
    Characters,
    /// A line is a section, `name = value`, a comment or empty.
    Form,
    /// A name stands in a section.
    Outside,
    /// The section is one of the format.
    Section,
    /// The section stands once.
    SectionOnce,
    /// The name is one of its section.
    Name,
    /// The name stands once in its section.
    NameOnce,
    /// There is something behind the sign.
    Value,
    /// This name or section is there.
    Missing(&'static str),
    /// Small letters, digits and hyphens, 32 at most.
    Id,
    /// A day of the calendar, `dd/mm/yyyy`.
    Day,
    /// A number as it is asked for, with its unit.
    Number,
    /// A number between these two.
    Range(u32, u32),
    /// `trên 1/2` or `từ 2/3`: a part of a whole.
    Share,
    /// One of the words that are offered.
    Choice,
    /// No more criteria, items, steps or letters than there may be.
    Count,
    /// It takes effect on the day of its issue or later.
    Effect,
    /// It is superseded by another one.
    Superseded,
    /// The better rating begins at more points.
    Ratings,
    /// An item stands below its criterion.
    Orphan,
    /// A key of digits and dots, an item's beginning with that of its criterion.
    Key,
    /// A key names one thing.
    KeyOnce,
    /// The items of a criterion add up to its points; a bonus may fill them up.
    ItemSum,
    /// The criteria add up to the total.
    CriterionSum,
    /// A step of a scale: `từ 90%: 4`, `trên 50%: 5`, and last `còn lại: 1`.
    Step,
    /// Steps go down in rate and in points.
    StepOrder,
    /// Points are not above those of the item.
    AboveMax,
    /// A scale has one rate to go by.
    Rate,
    /// A step of the order of business: `việc | minutes | content`.
    Business,
    /// One order of business for each kind of branch and meeting.
    AgendaOnce,
    /// Every kind of branch has an order of business for every kind of meeting.
    AgendaMissing,
    /// Letters are single and each stands once.
    Letters,
    /// Slots in braces that the naming of files knows.
    FileName,
}

impl Rule {
    /// This rule, broken on `line`.
    pub(crate) fn at(self, line: usize) -> RegulationFault {
        RegulationFault { line, rule: self }
    }
}
