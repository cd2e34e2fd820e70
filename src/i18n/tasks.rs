//! Nhiệm vụ.

use crate::domain::task::Progress;

/// Nhiệm vụ.
pub struct TasksTexts {
    /// Title.
    pub title: &'static str,
    /// The two halves of the place.
    pub halves: &'static str,
    /// Half, and title.
    pub mine: &'static str,
    /// Half, and title.
    pub book: &'static str,
    /// Heading.
    pub open: &'static str,
    /// Heading.
    pub past: &'static str,
    /// Heading.
    pub done: &'static str,
    /// Heading.
    pub failed: &'static str,
    /// Beside a heading.
    pub count: fn(usize) -> String,
    /// What assigned it, with the day and month.
    pub of_meeting: fn(&str) -> String,
    /// What assigned it, with the number.
    pub of_resolution: fn(&str) -> String,
    /// Who else answers for it.
    pub with: fn(&str) -> String,
    /// Who answers for it.
    pub whole_branch: &'static str,
    /// How near it is, with the day.
    pub due: fn(&str, &str) -> String,
    /// A deadline that is not near.
    pub deadline: fn(&str) -> String,
    /// How far it is.
    pub progress: fn(Progress) -> &'static str,
    /// A part of it.
    pub share: fn(u16, u16) -> String,
    /// By the word of the branch, with the day.
    pub found_on: fn(&str) -> String,
    /// Instead of a deadline.
    pub waits_for_branch: &'static str,
    /// Below a report.
    pub branch_decides: &'static str,
    /// Above the own report.
    pub reported: &'static str,
    /// Button and title.
    pub report: &'static str,
    /// Button.
    pub report_again: &'static str,
    /// Below the title.
    pub report_note: &'static str,
    /// Group of choices.
    pub how_far: &'static str,
    /// Below a choice.
    pub how_far_note: fn(Progress) -> &'static str,
    /// Group of two fields.
    pub counted: &'static str,
    /// Below it.
    pub counted_hint: &'static str,
    /// Field.
    pub count_done: &'static str,
    /// Field.
    pub count_of: &'static str,
    /// At the field.
    pub bad_done: &'static str,
    /// At the field.
    pub bad_of: &'static str,
    /// Field.
    pub result: &'static str,
    /// Below it.
    pub result_hint: &'static str,
    /// Button.
    pub send: &'static str,
    /// Where there are none.
    pub empty: &'static str,
    /// Below it.
    pub empty_text: &'static str,
}

/// Vietnamese.
pub const VI: TasksTexts = TasksTexts {
    title: "Nhiệm vụ",
    halves: "Phần của Nhiệm vụ",
    mine: "Việc của tôi",
    book: "Sổ nghị quyết",
    open: "Đang làm",
    past: "Đã qua hạn",
    done: "Đã xong trong năm",
    failed: "Không hoàn thành trong năm",
    count: |n| [&n.to_string(), " việc"].concat(),
    of_meeting: |day| ["Kỳ sinh hoạt ", day].concat(),
    of_resolution: |number| ["Nghị quyết ", number].concat(),
    with: |names| ["cùng ", &names.replace("Đ/c", "đ/c")].concat(),
    whole_branch: "Cả chi bộ",
    due: |due, day| [due, ", hạn ", day].concat(),
    deadline: |day| ["Hạn ", day].concat(),
    progress: |progress| match progress {
        Progress::NotBegun => "Chưa bắt đầu",
        Progress::UnderWay => "Đang làm",
        Progress::Done => "Hoàn thành",
        Progress::Failed => "Không hoàn thành",
    },
    share: |done, of| [&done.to_string(), "/", &of.to_string()].concat(),
    found_on: |day| ["Chi bộ xác nhận ngày ", day].concat(),
    waits_for_branch: "Chờ chi bộ xác nhận",
    branch_decides: "Đồng chí đã báo xong. Chi bộ xác nhận ở kỳ sinh hoạt tới.",
    reported: "Đồng chí đã báo",
    report: "Báo kết quả",
    report_again: "Báo lại",
    report_note: "Chỉ bí thư đọc được. Không có mạng vẫn gửi được, máy sẽ tự chuyển sau.",
    how_far: "Làm đến đâu",
    how_far_note: |progress| match progress {
        Progress::NotBegun | Progress::UnderWay => "Còn làm tiếp",
        Progress::Done => "Chi bộ xác nhận ở kỳ sinh hoạt tới",
        Progress::Failed => "Ghi lý do để chi bộ cùng gỡ",
    },
    counted: "Nếu đếm được",
    counted_hint: "Như 3 trên 5 hộ. Không đếm được thì để trống.",
    count_done: "Đã làm được",
    count_of: "Trên tổng số",
    bad_done: "Ghi số đã làm, không lớn hơn tổng số.",
    bad_of: "Ghi tổng số, từ 1 đến 9999.",
    result: "Kết quả",
    result_hint: "Làm được gì, còn vướng gì.",
    send: "Gửi bí thư",
    empty: "Chưa có việc nào",
    empty_text: "Việc chi bộ giao cho đồng chí sau buổi họp hiện ở đây.",
};

/// English.
pub const EN: TasksTexts = TasksTexts {
    title: "Tasks",
    halves: "Parts of Tasks",
    mine: "My tasks",
    book: "Resolution book",
    open: "Under way",
    past: "Past the deadline",
    done: "Done this year",
    failed: "Not done this year",
    count: |n| [n.to_string().as_str(), if n == 1 { " task" } else { " tasks" }].concat(),
    of_meeting: |day| ["Meeting of ", day].concat(),
    of_resolution: |number| ["Resolution ", number].concat(),
    with: |names| ["with ", names].concat(),
    whole_branch: "The whole branch",
    due: |due, day| [due, ", by ", day].concat(),
    deadline: |day| ["By ", day].concat(),
    progress: |progress| match progress {
        Progress::NotBegun => "Not begun",
        Progress::UnderWay => "Under way",
        Progress::Done => "Done",
        Progress::Failed => "Not done",
    },
    share: |done, of| [&done.to_string(), "/", &of.to_string()].concat(),
    found_on: |day| ["Confirmed by the branch on ", day].concat(),
    waits_for_branch: "Waits for the branch to confirm",
    branch_decides: "You reported it as done. The branch confirms at its next meeting.",
    reported: "You reported",
    report: "Report",
    report_again: "Report again",
    report_note: "Only the secretary can read it. It also works without a network: it is sent later by itself.",
    how_far: "How far it is",
    how_far_note: |progress| match progress {
        Progress::NotBegun | Progress::UnderWay => "There is more to do",
        Progress::Done => "The branch confirms at its next meeting",
        Progress::Failed => "Say why, so that the branch can help",
    },
    counted: "If it can be counted",
    counted_hint: "Such as 3 of 5 households. Leave it empty otherwise.",
    count_done: "Done so far",
    count_of: "Out of",
    bad_done: "Write how many are done, not more than there are.",
    bad_of: "Write how many there are, from 1 to 9999.",
    result: "Result",
    result_hint: "What was done, what stands in the way.",
    send: "Send to the secretary",
    empty: "No tasks yet",
    empty_text: "What a meeting assigns to you shows here.",
};
