//! Giao việc.

/// Giao việc.
pub struct AssignTexts {
    /// Title.
    pub title: &'static str,
    /// Button and dialog.
    pub add: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Dialog.
    pub edit_title: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Banner.
    pub removed: &'static str,
    /// Empty.
    pub none: &'static str,
    /// Empty.
    pub none_text: &'static str,
    /// Field.
    pub what: &'static str,
    /// Heading.
    pub who: &'static str,
    /// Hint.
    pub who_hint: &'static str,
    /// Instead of names.
    pub whole_branch: &'static str,
    /// Field.
    pub deadline: &'static str,
    /// Hint.
    pub deadline_hint: &'static str,
    /// Field.
    pub report_on: &'static str,
    /// Hint.
    pub report_on_hint: &'static str,
    /// Error.
    pub bad_day: &'static str,
    /// Error with the day of the meeting.
    pub too_early: fn(&str) -> String,
    /// Button.
    pub send: &'static str,
    /// Button that waits.
    pub nothing_new: &'static str,
    /// Banner.
    pub sent: &'static str,
}

/// Vietnamese.
pub const VI: AssignTexts = AssignTexts {
    title: "Giao việc",
    add: "Thêm việc",
    edit: "Sửa",
    edit_title: "Sửa việc",
    remove: "Bỏ",
    removed: "Đã bỏ một việc",
    none: "Chưa giao việc nào",
    none_text: "Ghi từng việc theo kết luận của buổi họp.",
    what: "Việc phải làm",
    who: "Ai làm",
    who_hint: "Không chọn ai là giao cho cả chi bộ.",
    whole_branch: "Cả chi bộ",
    deadline: "Thời hạn",
    deadline_hint: "Có thể để trống.",
    report_on: "Ngày báo cáo",
    report_on_hint: "Để trống là báo cáo ở kỳ sinh hoạt tới.",
    bad_day: "Ngày chưa đúng. Hãy chọn lại hoặc để trống.",
    too_early: |day| ["Không thể trước ngày họp ", day, "."].concat(),
    send: "Gửi cho chi bộ",
    nothing_new: "Không có gì mới",
    sent: "Đã gửi phân công",
};

/// English.
pub const EN: AssignTexts = AssignTexts {
    title: "Assign tasks",
    add: "Add a task",
    edit: "Edit",
    edit_title: "Edit the task",
    remove: "Remove",
    removed: "A task was removed",
    none: "No tasks yet",
    none_text: "Enter each task that the meeting has decided.",
    what: "What is to be done",
    who: "Who",
    who_hint: "Nobody means the whole branch.",
    whole_branch: "The whole branch",
    deadline: "Deadline",
    deadline_hint: "May be left empty.",
    report_on: "Reported on",
    report_on_hint: "Left empty: at the next meeting.",
    bad_day: "This is no date. Choose again or leave it empty.",
    too_early: |day| ["Not before the meeting on ", day, "."].concat(),
    send: "Send to the branch",
    nothing_new: "Nothing new",
    sent: "The tasks are sent",
};
