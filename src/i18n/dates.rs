//! Dates and spans of time.

/// Dates and spans of time.
pub struct DateTexts {
    /// Day of the week, 0 is Monday.
    pub weekdays_long: fn(usize) -> String,
    /// Head of a calendar column.
    pub weekdays_short: fn(usize) -> String,
    /// Weekday and date.
    pub day: fn(&str, &str) -> String,
    /// Time, weekday, date.
    pub at: fn(&str, &str, &str) -> String,
    /// Countdown.
    pub today: &'static str,
    /// Countdown.
    pub tomorrow: &'static str,
    /// Countdown.
    pub in_days: fn(u32) -> String,
    /// Past.
    pub days_ago: fn(u32) -> String,
    /// A deadline that has passed.
    pub overdue: fn(u32) -> String,
    /// A deadline.
    pub due_today: &'static str,
    /// A deadline.
    pub due_in: fn(u32) -> String,
    /// No deadline.
    pub no_deadline: &'static str,
    /// Length.
    pub minutes: fn(u32) -> String,
    /// Heading of a calendar.
    pub month: fn(u32, i32) -> String,
    /// In a strip of months.
    pub month_short: fn(u32) -> String,
}

/// Vietnamese.
pub const VI: DateTexts = DateTexts {
    weekdays_long: |n| {
        ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"][n % 7].to_owned()
    },
    weekdays_short: |n| ["T2", "T3", "T4", "T5", "T6", "T7", "CN"][n % 7].to_owned(),
    day: |weekday, date| [weekday, ", ngày ", date].concat(),
    at: |time, weekday, date| [time, ", ", &in_a_sentence(weekday), " ngày ", date].concat(),
    today: "hôm nay",
    tomorrow: "ngày mai",
    in_days: |n| ["còn ", &n.to_string(), " ngày"].concat(),
    days_ago: |n| [&n.to_string(), " ngày trước"].concat(),
    overdue: |n| ["Quá hạn ", &n.to_string(), " ngày"].concat(),
    due_today: "Hạn hôm nay",
    due_in: |n| ["Còn ", &n.to_string(), " ngày"].concat(),
    no_deadline: "Không định hạn",
    minutes: |n| [&n.to_string(), " phút"].concat(),
    month: |month, year| ["Tháng ", &month.to_string(), "/", &year.to_string()].concat(),
    month_short: |month| ["Th. ", &month.to_string()].concat(),
};

/// English.
pub const EN: DateTexts = DateTexts {
    weekdays_long: |n| {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][n % 7].to_owned()
    },
    weekdays_short: |n| ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][n % 7].to_owned(),
    day: |weekday, date| [weekday, ", ", date].concat(),
    at: |time, weekday, date| [time, ", ", weekday, " ", date].concat(),
    today: "today",
    tomorrow: "tomorrow",
    in_days: |n| ["in ", &n.to_string(), " days"].concat(),
    days_ago: |n| [&n.to_string(), " days ago"].concat(),
    overdue: |n| [&n.to_string(), " days overdue"].concat(),
    due_today: "Due today",
    due_in: |n| [&n.to_string(), " days left"].concat(),
    no_deadline: "No deadline",
    minutes: |n| [&n.to_string(), " minutes"].concat(),
    month: |month, year| [&month.to_string(), "/", &year.to_string()].concat(),
    month_short: |month| ["M", &month.to_string()].concat(),
};

/// A day of the week inside a sentence: `thứ Tư`, `chủ nhật`.
pub(super) fn in_a_sentence(weekday: &str) -> String {
    let mut letters = weekday.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
