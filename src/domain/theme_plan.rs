//! Kế hoạch chuyên đề: the themes of a year, registered with the committee in January, and how far each is.

use super::id::ThingId;
use super::meeting::Meeting;
use super::order;
use super::proceedings::DraftState;
use super::time::{Day, Month};
use super::words::Line;

/// The themes of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemePlan {
    /// The year.
    pub year: i32,
    /// When the committee was told.
    pub registered_on: Option<Day>,
    /// The themes, in the order of their months.
    pub themes: Vec<PlannedTheme>,
}

/// One theme of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedTheme {
    /// Stays through corrections.
    pub id: ThingId,
    /// chuyên đề
    pub title: Line,
    /// The month it is planned for, from 1 to 12.
    pub month: u8,
    /// Who prepares it.
    pub preparer: Option<Line>,
    /// How far the draft is.
    pub state: DraftState,
}

/// How a quarter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// As many meetings with a theme as the regulation asks for were held or are announced.
    Held,
    /// With those that are planned there are as many.
    Planned,
    /// quý này chưa có chuyên đề, or fewer than asked for
    Missing,
    /// The regulation asks for none, and there is none.
    Free,
}

/// Why a plan is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemePlanFault {
    /// A month is a number from 1 to 12.
    Month,
    /// More themes than a year has weeks.
    TooMany,
    /// A year between 2000 and 2200.
    Year,
}

impl ThemePlan {
    /// The most themes of a year.
    pub const THEMES_MAX: usize = 52;

    /// No theme yet.
    pub fn empty(year: i32) -> Self {
        Self { year, registered_on: None, themes: Vec::new() }
    }

    /// What the plan of a year is about: one for each year.
    pub fn about(year: i32) -> ThingId {
        let mut bytes = *b"theme plan \0\0\0\0\0";
        bytes[12..].copy_from_slice(&year.to_be_bytes());
        ThingId(bytes)
    }

    /// Checks what no single field can.
    pub fn check(&self) -> Result<(), ThemePlanFault> {
        if !(2000..=2200).contains(&self.year) {
            return Err(ThemePlanFault::Year);
        }
        if self.themes.len() > Self::THEMES_MAX {
            return Err(ThemePlanFault::TooMany);
        }
        if self.themes.iter().any(|theme| !(1..=12).contains(&theme.month)) {
            return Err(ThemePlanFault::Month);
        }
        Ok(())
    }

    /// The theme of this title.
    pub fn titled(&self, title: &Line) -> Option<&PlannedTheme> {
        self.themes.iter().find(|theme| theme.title == *title)
    }

    /// Enters a theme, or changes the one with its id, in the order of the months.
    pub fn put(&mut self, theme: PlannedTheme) {
        self.remove(theme.id);
        let place = self.themes.partition_point(|other| other.month <= theme.month);
        self.themes.insert(place, theme);
    }

    /// Takes over what only another plan of the same year says, which was made beside this one.
    pub fn take_over(&mut self, other: &Self) {
        self.registered_on = self.registered_on.or(other.registered_on);
        for theme in &other.themes {
            let known = self.themes.iter().any(|known| known.id == theme.id);
            if !known && self.themes.len() < Self::THEMES_MAX {
                self.put(theme.clone());
            }
        }
    }

    /// Takes a theme out.
    pub fn remove(&mut self, id: ThingId) {
        self.themes.retain(|theme| theme.id != id);
    }

    /// How the four quarters of the year stand, with the meetings that are announced. `asked` is how many themes each
    /// quarter is to have.
    pub fn quarters<'a>(&self, meetings: impl Iterator<Item = &'a Meeting>, asked: [u16; 4]) -> [Quarter; 4] {
        let all = self.with_themes(meetings);
        core::array::from_fn(|place| {
            let held = all.iter().filter(|meeting| meeting.starts.day.quarter() as usize == place + 1);
            let planned = self.themes.iter().filter(|theme| !theme.met(&all));
            let planned = planned.filter(|theme| usize::from(theme.month.saturating_sub(1) / 3) == place);
            Quarter::of(held.count(), planned.count(), asked[place].into())
        })
    }

    /// Themes of `month` and of the months before it in the year that no meeting has.
    pub fn waiting<'a>(
        &self,
        month: Month,
        meetings: impl Iterator<Item = &'a Meeting>,
    ) -> Vec<&PlannedTheme> {
        let all = self.with_themes(meetings);
        let due = self.themes.iter().filter(|theme| u32::from(theme.month) <= month.number());
        due.filter(|theme| !theme.met(&all)).collect()
    }

    /// Meetings of the year with a theme that is not in the plan, the earliest first.
    pub fn unplanned<'a>(&self, meetings: impl Iterator<Item = &'a Meeting>) -> Vec<&'a Meeting> {
        let listed = |meeting: &Meeting| self.themes.iter().any(|theme| theme.met(&[meeting]));
        let mut others = self.with_themes(meetings);
        others.retain(|meeting| meeting.theme.is_some() && !listed(meeting));
        order::sorted(others, |a, b| (a.starts, a.id).cmp(&(b.starts, b.id)))
    }

    /// Meetings of the year that stand and have a theme.
    fn with_themes<'a>(&self, meetings: impl Iterator<Item = &'a Meeting>) -> Vec<&'a Meeting> {
        let with_theme = |meeting: &&Meeting| {
            meeting.stands() && meeting.thematic() && meeting.starts.day.year() == self.year
        };
        meetings.filter(with_theme).collect()
    }
}

impl PlannedTheme {
    /// Whether one of the meetings is about it.
    fn met(&self, meetings: &[&Meeting]) -> bool {
        meetings.iter().any(|meeting| meeting.theme.as_ref().is_some_and(|theme| theme.title == self.title))
    }
}

impl Quarter {
    fn of(held: usize, planned: usize, asked: usize) -> Self {
        match held + planned {
            0 if asked == 0 => Self::Free,
            _ if held >= asked.max(1) => Self::Held,
            all if all >= asked => Self::Planned,
            _ => Self::Missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, 0, 1, Quarter::Missing)]
    #[case(0, 1, 1, Quarter::Planned)]
    #[case(1, 0, 1, Quarter::Held)]
    #[case(1, 0, 2, Quarter::Missing)]
    #[case(1, 1, 2, Quarter::Planned)]
    #[case(2, 0, 2, Quarter::Held)]
    #[case(0, 0, 0, Quarter::Free)]
    #[case(0, 1, 0, Quarter::Planned)]
    #[case(1, 1, 0, Quarter::Held)]
    fn a_quarter_has_as_many_themes_as_the_regulation_asks_for(
        #[case] held: usize,
        #[case] planned: usize,
        #[case] asked: usize,
        #[case] quarter: Quarter,
    ) {
        assert_eq!(Quarter::of(held, planned, asked), quarter);
    }

    fn theme(id: u8, month: u8) -> PlannedTheme {
        PlannedTheme {
            id: ThingId([id; 16]),
            title: Line::parse("Giữ sạch mương tưới").unwrap(),
            month,
            preparer: None,
            state: DraftState::Assigned,
        }
    }

    #[test]
    fn themes_stand_in_the_order_of_their_months_and_each_once() {
        let mut plan = ThemePlan::empty(2026);
        for theme in [theme(1, 5), theme(2, 2), theme(3, 5), theme(1, 11)] {
            plan.put(theme);
        }
        let order = |plan: &ThemePlan| plan.themes.iter().map(|theme| theme.id.0[0]).collect::<Vec<u8>>();
        assert_eq!(order(&plan), [2, 3, 1]);
        plan.remove(ThingId([3; 16]));
        assert_eq!(order(&plan), [2, 1]);
    }
}
