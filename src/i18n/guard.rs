//! Việc sắp đến hạn: what the secretary is told of deadlines.

use crate::domain::deadline::Duty;

/// Việc sắp đến hạn.
pub struct GuardTexts {
    /// Heading.
    pub title: &'static str,
    /// Steps of the preparation that are done, of how many, and the next one.
    pub ready_of: fn(usize, usize, &str) -> String,
    /// What has to be done.
    pub duty: fn(Duty) -> &'static str,
    /// By that day, for that meeting.
    pub by_meeting: fn(&str, &str) -> String,
    /// By that day.
    pub by: fn(&str) -> String,
    /// Prepare the regular meeting of this month.
    pub regular: fn(u32) -> String,
    /// It should have been announced.
    pub regular_late: fn(u32) -> String,
    /// nothing has a theme
    pub no_theme: &'static str,
    /// A theme is planned.
    pub theme_planned: &'static str,
    /// Tag.
    pub near: &'static str,
    /// Tag.
    pub passed: &'static str,
    /// Heading.
    pub absences: &'static str,
    /// So often, in so many months.
    pub absent: fn(u16, u16) -> String,
    /// Note.
    pub absences_note: &'static str,
}

/// Vietnamese.
pub const VI: GuardTexts = GuardTexts {
    title: "Mốc sắp đến",
    ready_of: |done, all, next| {
        let done = ["Đã chuẩn bị ", &done.to_string(), "/", &all.to_string(), " bước."].concat();
        [&done, " Việc kế tiếp: ", next, "."].concat()
    },
    duty: |duty| match duty {
        Duty::Bureau => "Họp chi ủy",
        Duty::Notice => "Gửi thông báo",
        Duty::Papers => "Gửi tài liệu",
        Duty::Meeting => "Sinh hoạt",
        Duty::Posting => "Đăng biên bản, nghị quyết",
    },
    by_meeting: |day, meeting| ["Hạn ", day, ". ", meeting].concat(),
    by: |day| ["Hạn ", day].concat(),
    regular: |month| ["Chuẩn bị sinh hoạt thường kỳ tháng ", &month.to_string()].concat(),
    regular_late: |month| ["Chưa thông báo sinh hoạt thường kỳ tháng ", &month.to_string()].concat(),
    no_theme: "Quý này chưa có chuyên đề",
    theme_planned: "Chuyên đề quý này chưa thông báo",
    near: "Sắp đến hạn",
    passed: "Đã quá hạn",
    absences: "Đề nghị chi bộ xem xét",
    absent: |times, months| {
        ["Năm nay vắng không lý do ", &times.to_string(), " lần, trong ", &months.to_string(), " tháng"].concat()
    },
    absences_note: "Nên thăm hỏi trước khi đưa ra chi bộ.",
};

/// English.
pub const EN: GuardTexts = GuardTexts {
    title: "Deadlines ahead",
    ready_of: |done, all, next| {
        [&done.to_string(), " of ", &all.to_string(), " steps are prepared. Next: ", next, "."].concat()
    },
    duty: |duty| match duty {
        Duty::Bureau => "Meeting of the bureau",
        Duty::Notice => "Send the notice",
        Duty::Papers => "Send the papers",
        Duty::Meeting => "The meeting",
        Duty::Posting => "Post minutes and resolution",
    },
    by_meeting: |day, meeting| ["By ", day, ". ", meeting].concat(),
    by: |day| ["By ", day].concat(),
    regular: |month| ["Prepare the regular meeting of month ", &month.to_string()].concat(),
    regular_late: |month| ["No regular meeting in month ", &month.to_string(), " yet"].concat(),
    no_theme: "This quarter has no theme yet",
    theme_planned: "The theme of this quarter is not announced",
    near: "Due soon",
    passed: "Overdue",
    absences: "For the branch to consider",
    absent: |times, months| {
        ["Absent without a reason ", &times.to_string(), " times this year, in ", &months.to_string(), " months"].concat()
    },
    absences_note: "Talk to them first.",
};
