//! Days that move with the day on which the sample is founded, and words that name them.

use super::script::Broken;
use crate::domain::time::{Day, TimeOfDay, WallTime};
use crate::domain::words::Line;

/// A day, told from the day of the founding: `today+3`, or `month-1+3` for the day that `today+3` is a month
/// earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    months_back: u8,
    days: i16,
}

/// A day and an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    day: When,
    time: TimeOfDay,
}

/// Words in which `{day WHEN}` stands for a date, `{month WHEN}` for a month and its year, and `{year WHEN}` for a
/// year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Day(When),
    Month(When),
    Year(When),
}

impl When {
    /// Reads `today`, `today-4`, `month-1` or `month-1+3`.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let (months_back, days) = if let Some(days) = text.strip_prefix("today") {
            (0, days)
        } else {
            let rest = text.strip_prefix("month-").ok_or(Broken::When)?;
            let split = rest.find(['+', '-']).unwrap_or(rest.len());
            (rest[..split].parse().map_err(|_| Broken::When)?, &rest[split..])
        };
        let signed = days.is_empty() || days.starts_with(['+', '-']);
        let days = match days {
            "" => 0,
            days if signed => days.parse().map_err(|_| Broken::When)?,
            _ => return Err(Broken::When),
        };
        Ok(Self { months_back, days })
    }

    /// The day, seen from `today`.
    pub fn day(self, today: Day) -> Day {
        // Days first: however long the months are, `month-1+3` lies in the month before the one of `today+3`.
        let day = today.plus_days(i32::from(self.days));
        let month = (0..self.months_back).fold(day.month(), |month, _| month.previous());
        Day::new(month.year(), month.number(), day.of_month()).unwrap_or_else(|_| month.last())
    }

    /// This day at `hour` o'clock.
    pub fn at(self, today: Day, hour: u32) -> WallTime {
        WallTime { day: self.day(today), time: TimeOfDay::new(hour, 0).unwrap_or(TimeOfDay::MIDNIGHT) }
    }
}

impl Hour {
    /// Reads `today+3 19:00`.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let (day, time) = text.split_once(' ').ok_or(Broken::When)?;
        let time = TimeOfDay::parse(time.trim()).map_err(|_| Broken::When)?;
        Ok(Self { day: When::parse(day)?, time })
    }

    /// The wall time, seen from `today`.
    pub fn wall(self, today: Day) -> WallTime {
        WallTime { day: self.day.day(today), time: self.time }
    }
}

impl Phrase {
    /// Reads words of any length.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, from)) = rest.split_once('{') {
            let (inside, after) = from.split_once('}').ok_or(Broken::When)?;
            let (what, when) = inside.split_once(' ').ok_or(Broken::When)?;
            let when = When::parse(when)?;
            pieces.push(Piece::Plain(before.to_owned()));
            pieces.push(match what {
                "day" => Piece::Day(when),
                "month" => Piece::Month(when),
                "year" => Piece::Year(when),
                _ => return Err(Broken::When),
            });
            rest = after;
        }
        pieces.push(Piece::Plain(rest.to_owned()));
        Ok(Self(pieces))
    }

    /// Reads words that become one [`Line`], on whatever day.
    pub fn parse_line(text: &str) -> Result<Self, Broken> {
        let phrase = Self::parse(text)?;
        // All days are written with the same number of characters.
        Line::parse(&phrase.say(Day::MIN)).map_err(Broken::Words)?;
        Ok(phrase)
    }

    /// The words, said on `today`.
    pub fn say(&self, today: Day) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Plain(text) => text.clone(),
            Piece::Day(when) => when.day(today).to_dmy(),
            Piece::Month(when) => when.day(today).month().to_my(),
            Piece::Year(when) => when.day(today).year().to_string(),
        };
        self.0.iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("today", "2026-03-31", "2026-03-31")]
    #[case("today-4", "2026-03-02", "2026-02-26")]
    #[case("month-1", "2026-03-31", "2026-02-28")]
    #[case("month-1+3", "2026-03-31", "2026-03-03")]
    #[case("month-1+3", "2026-02-28", "2026-02-03")]
    #[case("month-2-5", "2026-01-10", "2025-11-05")]
    fn a_day_moves_with_today(#[case] when: &str, #[case] today: &str, #[case] expected: &str) {
        let day = When::parse(when).unwrap().day(Day::parse(today).unwrap());
        assert_eq!(day.to_iso(), expected);
    }

    #[rstest]
    #[case("yesterday")]
    #[case("today3")]
    #[case("month")]
    #[case("month-x")]
    #[case("month-1+")]
    fn a_day_that_is_none_is_refused(#[case] text: &str) {
        assert_eq!(When::parse(text), Err(Broken::When));
    }

    #[test]
    fn words_name_days_and_months() {
        let phrase = Phrase::parse("Tháng {month today+3}, ngày {day month-1} năm {year today}.").unwrap();
        let today = Day::parse("2026-12-30").unwrap();
        assert_eq!(phrase.say(today), "Tháng 01/2027, ngày 30/11/2026 năm 2026.");
        assert_eq!(Phrase::parse("{week today}"), Err(Broken::When));
        assert_eq!(Phrase::parse("{day today"), Err(Broken::When));
    }
}
