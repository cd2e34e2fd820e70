//! Days, moments and Vietnamese wall time. Reads no clock: the present is always an argument.
//!
//! Viet Nam has had one offset, UTC+7, without summer time since 1975, so wall time is plain arithmetic. Words such as
//! the name of a weekday belong to i18n; here are numbers and digits only.

use chrono::{Datelike, Months, NaiveDate};

use super::text::push_digits;

/// Minutes by which Vietnamese wall time is ahead of UTC.
pub const VIETNAM_OFFSET_MINUTES: i64 = 7 * 60;
/// The first year of the calendar: nobody in a branch was born before it.
pub const YEAR_MIN: i32 = 1900;
/// The last year of the calendar.
pub const YEAR_MAX: i32 = 2199;

const MINUTES_PER_DAY: i64 = 24 * 60;
const MILLISECONDS_PER_MINUTE: i64 = 60_000;
/// Day number, in chrono's count from the year 1, of 1 January 1970.
const EPOCH_DAY: i32 = 719_163;

/// Why something written is no day or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFault {
    /// Not of the form `yyyy-mm-dd` or `hh:mm`.
    Form,
    /// No such day in the calendar, such as 30 February.
    NoSuchDay,
    /// A year before [`YEAR_MIN`] or after [`YEAR_MAX`].
    YearOutOfRange,
    /// No such time of day, such as 25:00.
    NoSuchTime,
}

/// A day of the calendar between [`YEAR_MIN`] and [`YEAR_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The first day that can be written.
    pub const MIN: Self = Self::edge(YEAR_MIN, 1, 1);
    /// The last day that can be written.
    pub const MAX: Self = Self::edge(YEAR_MAX, 12, 31);

    /// A day that is written in the code.
    pub(super) const fn edge(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => Self(NaiveDate::MIN),
        }
    }

    /// The day of this year, month (from 1) and day of the month (from 1).
    ///
    /// # Errors
    /// [`TimeFault::YearOutOfRange`] or [`TimeFault::NoSuchDay`].
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, TimeFault> {
        if !(YEAR_MIN..=YEAR_MAX).contains(&year) {
            return Err(TimeFault::YearOutOfRange);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self).ok_or(TimeFault::NoSuchDay)
    }

    /// Reads the value of an HTML date input, `yyyy-mm-dd`.
    ///
    /// # Errors
    /// A [`TimeFault`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, TimeFault> {
        let (year, rest) = text.split_once('-').ok_or(TimeFault::Form)?;
        let (month, day) = rest.split_once('-').ok_or(TimeFault::Form)?;
        let year = parse_digits(year, 4)?;
        Self::new(year as i32, parse_digits(month, 2)?, parse_digits(day, 2)?)
    }

    /// The day with this number, counted from 1 January 1970.
    ///
    /// # Errors
    /// [`TimeFault::YearOutOfRange`].
    pub fn from_number(number: i32) -> Result<Self, TimeFault> {
        number
            .checked_add(EPOCH_DAY)
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .filter(|date| (YEAR_MIN..=YEAR_MAX).contains(&date.year()))
            .map(Self)
            .ok_or(TimeFault::YearOutOfRange)
    }

    /// The number of this day, counted from 1 January 1970.
    pub fn number(self) -> i32 {
        self.0.num_days_from_ce() - EPOCH_DAY
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month and its year.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), number: self.0.month() }
    }

    /// The day of the month, from 1.
    pub fn of_month(self) -> u32 {
        self.0.day()
    }

    /// The weekday, 0 for Monday (thứ Hai) to 6 for Sunday (Chủ nhật).
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// The quarter of the year, 1 to 4.
    pub fn quarter(self) -> u32 {
        self.month().quarter()
    }

    /// How many days from this day to the other; negative when the other is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.number() - self.number()
    }

    /// How many full years lie between this day and the other, such as an age; 0 when the other is earlier.
    pub fn full_years_until(self, other: Self) -> u32 {
        other.0.years_since(self.0).unwrap_or(0)
    }

    /// The day so many days later (earlier when negative), stopping at the ends of the calendar.
    pub fn plus_days(self, days: i32) -> Self {
        let end = if days < 0 { Self::MIN } else { Self::MAX };
        Self::from_number(self.number().saturating_add(days)).unwrap_or(end)
    }

    /// The same day so many months later, or the last day of a shorter month, stopping at the end of the calendar.
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).map_or(Self::MAX, |date| Self(date).min(Self::MAX))
    }

    /// `03/10/2026`, as papers write it.
    pub fn to_dmy(self) -> String {
        let mut out = String::with_capacity(10);
        push_digits(&mut out, self.of_month(), 2);
        out.push('/');
        out.push_str(&self.month().to_my());
        out
    }

    /// `2026-10-03`, as HTML inputs and file names write it.
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(10);
        push_digits(&mut out, self.year().unsigned_abs(), 4);
        out.push('-');
        push_digits(&mut out, self.month().number, 2);
        out.push('-');
        push_digits(&mut out, self.of_month(), 2);
        out
    }
}

/// A month of one year, for calendar grids and monthly lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    number: u32,
}

impl Month {
    /// The month of this year and number (from 1).
    ///
    /// # Errors
    /// [`TimeFault::YearOutOfRange`] or [`TimeFault::NoSuchDay`].
    pub fn new(year: i32, number: u32) -> Result<Self, TimeFault> {
        Day::new(year, number, 1).map(Day::month)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// The quarter of the year, 1 to 4.
    pub fn quarter(self) -> u32 {
        self.number.div_ceil(3)
    }

    /// The month before, stopping at the first of the calendar.
    pub fn previous(self) -> Self {
        self.first().plus_days(-1).month()
    }

    /// The month after, stopping at the last of the calendar.
    pub fn next(self) -> Self {
        self.last().plus_days(1).month()
    }

    /// The first day.
    pub fn first(self) -> Day {
        Day::edge(self.year, self.number, 1)
    }

    /// The last day.
    pub fn last(self) -> Day {
        Day::edge(self.year, self.number, self.days())
    }

    /// How many days it has.
    pub fn days(self) -> u32 {
        u32::from(self.first().0.num_days_in_month())
    }

    /// The rows of a calendar, Monday first; the places before the first and after the last day are empty.
    pub fn weeks(self) -> Vec<[Option<Day>; 7]> {
        let blanks = self.first().weekday();
        let places = blanks + self.days() as usize;
        let mut weeks = vec![[None; 7]; places.div_ceil(7)];
        for (day, place) in (1..).zip(blanks..places) {
            weeks[place / 7][place % 7] = Some(Day::edge(self.year, self.number, day));
        }
        weeks
    }

    /// `10/2026`, as papers write it.
    pub fn to_my(self) -> String {
        let mut out = String::with_capacity(7);
        push_digits(&mut out, self.number, 2);
        out.push('/');
        push_digits(&mut out, self.year.unsigned_abs(), 4);
        out
    }
}

/// A time of day to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// 00:00.
    pub const MIDNIGHT: Self = Self(0);
    /// The last minute of a day.
    pub const LAST: Self = Self(24 * 60 - 1);

    /// The time at this hour and minute.
    ///
    /// # Errors
    /// [`TimeFault::NoSuchTime`].
    pub fn new(hour: u32, minute: u32) -> Result<Self, TimeFault> {
        if hour > 23 || minute > 59 {
            return Err(TimeFault::NoSuchTime);
        }
        Ok(Self((hour * 60 + minute) as u16))
    }

    /// The time so many minutes after midnight.
    ///
    /// # Errors
    /// [`TimeFault::NoSuchTime`] from 24 hours on.
    pub fn from_minutes(minutes: u32) -> Result<Self, TimeFault> {
        Self::new(minutes / 60, minutes % 60)
    }

    /// Reads the value of an HTML time input, `hh:mm`.
    ///
    /// # Errors
    /// A [`TimeFault`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, TimeFault> {
        let (hour, minute) = text.split_once(':').ok_or(TimeFault::Form)?;
        Self::new(parse_digits(hour, 2)?, parse_digits(minute, 2)?)
    }

    /// Minutes after midnight, below 1,440.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }

    /// `19:00`.
    pub fn to_hm(self) -> String {
        let mut out = String::with_capacity(5);
        push_digits(&mut out, self.minutes() / 60, 2);
        out.push(':');
        push_digits(&mut out, self.minutes() % 60, 2);
        out
    }
}

/// What a clock on a wall in Viet Nam shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime {
    /// The local day.
    pub day: Day,
    /// The local time of day.
    pub time: TimeOfDay,
}

impl WallTime {
    /// The moment at which the clock shows this.
    pub fn moment(self) -> Moment {
        Moment((self.minutes() - VIETNAM_OFFSET_MINUTES) * MILLISECONDS_PER_MINUTE)
    }

    /// So many minutes later (earlier when negative), stopping at the ends of the calendar.
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_minutes(self.minutes().saturating_add(minutes))
    }

    fn minutes(self) -> i64 {
        i64::from(self.day.number()) * MINUTES_PER_DAY + i64::from(self.time.0)
    }

    fn from_minutes(minutes: i64) -> Self {
        let first = i64::from(Day::MIN.number()) * MINUTES_PER_DAY;
        let last = (i64::from(Day::MAX.number()) + 1) * MINUTES_PER_DAY - 1;
        let minutes = minutes.clamp(first, last);
        Self {
            day: Day::MIN.plus_days(((minutes - first) / MINUTES_PER_DAY) as i32),
            time: TimeOfDay(minutes.rem_euclid(MINUTES_PER_DAY) as u16),
        }
    }
}

/// An instant: milliseconds since 1 January 1970 UTC, as a phone's clock gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// What a wall clock in Viet Nam shows then, seconds cut off; moments off the calendar stop at its ends.
    pub fn wall(self) -> WallTime {
        WallTime::from_minutes(self.0.div_euclid(MILLISECONDS_PER_MINUTE) + VIETNAM_OFFSET_MINUTES)
    }

    /// The Vietnamese day of this moment.
    pub fn day(self) -> Day {
        self.wall().day
    }

    /// The moment so many milliseconds later (earlier when negative).
    pub fn plus_milliseconds(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// How many milliseconds have passed since `earlier`; negative when it is the later one.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

fn parse_digits(text: &str, width: usize) -> Result<u32, TimeFault> {
    if text.len() != width || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TimeFault::Form);
    }
    Ok(text.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn day(iso: &str) -> Day {
        Day::parse(iso).unwrap()
    }

    fn wall(iso: &str, hm: &str) -> WallTime {
        WallTime { day: day(iso), time: TimeOfDay::parse(hm).unwrap() }
    }

    #[rstest]
    #[case("2026-10-03", Ok("03/10/2026"))]
    #[case("1930-02-03", Ok("03/02/1930"))]
    #[case("2024-02-29", Ok("29/02/2024"))]
    #[case("2026-02-29", Err(TimeFault::NoSuchDay))]
    #[case("2026-13-01", Err(TimeFault::NoSuchDay))]
    #[case("2026-00-10", Err(TimeFault::NoSuchDay))]
    #[case("0026-10-03", Err(TimeFault::YearOutOfRange))]
    #[case("2200-01-01", Err(TimeFault::YearOutOfRange))]
    #[case("2026-10-3", Err(TimeFault::Form))]
    #[case("03/10/2026", Err(TimeFault::Form))]
    #[case("+026-10-03", Err(TimeFault::Form))]
    #[case("2026-10-03-01", Err(TimeFault::Form))]
    #[case("", Err(TimeFault::Form))]
    fn a_day_is_read_from_a_date_input(#[case] text: &str, #[case] expected: Result<&str, TimeFault>) {
        assert_eq!(Day::parse(text).map(Day::to_dmy), expected.map(str::to_owned));
    }

    #[rstest]
    #[case("19:00", Ok(1140))]
    #[case("00:00", Ok(0))]
    #[case("23:59", Ok(1439))]
    #[case("24:00", Err(TimeFault::NoSuchTime))]
    #[case("19:60", Err(TimeFault::NoSuchTime))]
    #[case("9:00", Err(TimeFault::Form))]
    #[case("19h00", Err(TimeFault::Form))]
    #[case("19:00:00", Err(TimeFault::Form))]
    fn a_time_is_read_from_a_time_input(#[case] text: &str, #[case] expected: Result<u32, TimeFault>) {
        assert_eq!(TimeOfDay::parse(text).map(TimeOfDay::minutes), expected);
    }

    #[rstest]
    #[case("2026-10-03", 5)]
    #[case("2026-11-22", 6)]
    #[case("2026-11-23", 0)]
    fn weekdays_count_from_monday(#[case] iso: &str, #[case] weekday: usize) {
        assert_eq!(day(iso).weekday(), weekday);
    }

    #[test]
    fn an_evening_meeting_is_at_noon_utc() {
        let start = wall("2026-10-03", "19:00");
        assert_eq!(start.moment(), Moment(1_791_028_800_000));
        assert_eq!(start.moment().wall(), start);
    }

    #[test]
    fn the_vietnamese_day_begins_seven_hours_before_the_utc_day() {
        assert_eq!(Moment(0).wall(), wall("1970-01-01", "07:00"));
        assert_eq!(Moment(-7 * 3_600_000 - 1).wall(), wall("1969-12-31", "23:59"));
        assert_eq!(Moment(17 * 3_600_000).day(), day("1970-01-02"));
    }

    #[test]
    fn time_stops_at_the_ends_of_the_calendar() {
        assert_eq!(Moment(i64::MAX).wall(), wall("2199-12-31", "23:59"));
        assert_eq!(Moment(i64::MIN).wall(), wall("1900-01-01", "00:00"));
        assert_eq!(Day::MAX.plus_days(1), Day::MAX);
        assert_eq!(Day::MIN.plus_days(i32::MIN), Day::MIN);
        assert_eq!(Day::MAX.plus_months(u32::MAX), Day::MAX);
        assert_eq!(Day::MAX.month().next(), Day::MAX.month());
        assert_eq!(Day::MIN.month().previous(), Day::MIN.month());
        assert_eq!(Day::from_number(i32::MAX), Err(TimeFault::YearOutOfRange));
    }

    #[rstest]
    #[case("2026-01-31", 1, "2026-02-28")]
    #[case("2025-02-28", 12, "2026-02-28")]
    #[case("2026-12-15", 1, "2027-01-15")]
    fn a_month_later_is_the_same_day_or_the_last(#[case] from: &str, #[case] months: u32, #[case] to: &str) {
        assert_eq!(day(from).plus_months(months), day(to));
    }

    #[rstest]
    #[case("1996-11-23", "2026-11-22", 29)]
    #[case("1996-11-23", "2026-11-23", 30)]
    #[case("2026-11-23", "1996-11-23", 0)]
    fn party_age_is_counted_in_full_years(#[case] from: &str, #[case] to: &str, #[case] years: u32) {
        assert_eq!(day(from).full_years_until(day(to)), years);
    }

    #[rstest]
    #[case("2026-11-22", "2026-12-03", 11)]
    #[case("2026-12-03", "2026-11-22", -11)]
    #[case("2024-02-28", "2024-03-01", 2)]
    fn days_are_counted_until_a_deadline(#[case] from: &str, #[case] to: &str, #[case] days: i32) {
        assert_eq!(day(from).days_until(day(to)), days);
    }

    #[rstest]
    #[case(2026, 12, (2026, 11), (2027, 1), 31, 4)]
    #[case(2026, 1, (2025, 12), (2026, 2), 31, 1)]
    #[case(2024, 2, (2024, 1), (2024, 3), 29, 1)]
    #[case(2026, 9, (2026, 8), (2026, 10), 30, 3)]
    fn months_know_their_neighbours_days_and_quarter(
        #[case] year: i32,
        #[case] number: u32,
        #[case] previous: (i32, u32),
        #[case] next: (i32, u32),
        #[case] days: u32,
        #[case] quarter: u32,
    ) {
        let month = Month::new(year, number).unwrap();
        assert_eq!(month.previous(), Month::new(previous.0, previous.1).unwrap());
        assert_eq!(month.next(), Month::new(next.0, next.1).unwrap());
        assert_eq!((month.days(), month.quarter()), (days, quarter));
    }

    #[test]
    fn a_calendar_grid_has_each_day_under_its_weekday() {
        let weeks = Month::new(2026, 11).unwrap().weeks();
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0][..6], [None; 6]);
        assert_eq!(weeks[0][6], Some(day("2026-11-01")));
        assert_eq!(weeks[5], [Some(day("2026-11-30")), None, None, None, None, None, None]);
    }

    #[test]
    fn formats_pad_with_zeros() {
        let start = wall("2026-02-03", "07:05");
        assert_eq!(start.day.to_dmy(), "03/02/2026");
        assert_eq!(start.day.to_iso(), "2026-02-03");
        assert_eq!(start.day.month().to_my(), "02/2026");
        assert_eq!(start.time.to_hm(), "07:05");
    }

    proptest! {
        #[test]
        fn a_day_survives_its_number_and_its_iso_form(number in Day::MIN.number()..=Day::MAX.number()) {
            let day = Day::from_number(number).unwrap();
            prop_assert_eq!(day.number(), number);
            prop_assert_eq!(Day::parse(&day.to_iso()), Ok(day));
            prop_assert!(day.month().weeks().iter().any(|week| week[day.weekday()] == Some(day)));
        }

        #[test]
        fn any_moment_has_a_wall_time(milliseconds in any::<i64>()) {
            let wall = Moment(milliseconds).wall();
            prop_assert_eq!(wall.moment().wall(), wall);
        }

        #[test]
        fn reading_never_panics(text in any::<String>()) {
            prop_assert!(Day::parse(&text).map_or(true, |day| day.to_iso() == text));
            prop_assert!(TimeOfDay::parse(&text).map_or(true, |time| time.to_hm() == text));
        }
    }
}
