//! Nhiệm vụ.

use crate::domain::task::Progress;

/// Nhiệm vụ.
pub struct TasksTexts {
    /// Title.
    pub title: &'static str,
    /// Name of the two chips.
    pub whose: &'static str,
    /// Chip.
    pub mine: &'static str,
    /// Chip.
    pub all: &'static str,
    /// Heading.
    pub open: &'static str,
    /// Heading.
    pub past: &'static str,
    /// Beside a heading.
    pub count: fn(usize) -> String,
    /// Link to the meeting that assigned it.
    pub from: fn(&str) -> String,
    /// Who answers for it.
    pub whole_branch: &'static str,
    /// Beside how near it is.
    pub deadline: fn(&str, &str) -> String,
    /// How far it is.
    pub progress: fn(Progress) -> &'static str,
    /// Where there are none.
    pub empty: &'static str,
    /// Below it.
    pub empty_text: &'static str,
    /// Below it, for the secretary.
    pub empty_all_text: &'static str,
}

/// Vietnamese.
pub const VI: TasksTexts = TasksTexts {
    title: "Nhiệm vụ",
    whose: "Việc của ai",
    mine: "Của tôi",
    all: "Tất cả",
    open: "Đang làm",
    past: "Đã qua hạn",
    count: |n| [&n.to_string(), " việc"].concat(),
    from: |meeting| ["Giao tại kỳ ", meeting].concat(),
    whole_branch: "Cả chi bộ",
    deadline: |due, day| [due, ", hạn ", day].concat(),
    progress: |progress| match progress {
        Progress::NotBegun => "Chưa bắt đầu",
        Progress::UnderWay => "Đang làm",
        Progress::Done => "Hoàn thành",
        Progress::Failed => "Không hoàn thành",
    },
    empty: "Chưa có việc nào",
    empty_text: "Việc chi bộ giao cho đồng chí sau buổi họp hiện ở đây.",
    empty_all_text: "Giao việc sau buổi họp thì cả chi bộ thấy ở đây.",
};

/// English.
pub const EN: TasksTexts = TasksTexts {
    title: "Tasks",
    whose: "Whose tasks",
    mine: "Mine",
    all: "All",
    open: "Under way",
    past: "Past the deadline",
    count: |n| [n.to_string().as_str(), if n == 1 { " task" } else { " tasks" }].concat(),
    from: |meeting| ["From: ", meeting].concat(),
    whole_branch: "The whole branch",
    deadline: |due, day| [due, ", by ", day].concat(),
    progress: |progress| match progress {
        Progress::NotBegun => "Not begun",
        Progress::UnderWay => "Under way",
        Progress::Done => "Done",
        Progress::Failed => "Not done",
    },
    empty: "No tasks yet",
    empty_text: "What a meeting assigns to you shows here.",
    empty_all_text: "What a meeting assigns shows here.",
};
