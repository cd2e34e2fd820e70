//! Chuẩn bị kỳ sinh hoạt.

use crate::domain::deadline::{Duty, Step};

/// Chuẩn bị kỳ sinh hoạt.
pub struct PrepareTexts {
    /// Title.
    pub title: &'static str,
    /// Place among the steps, of how many.
    pub step_of: fn(usize, usize) -> String,
    /// Below the bar: place, of how many, what comes next.
    pub step_then: fn(usize, usize, &str) -> String,
    /// Name of a step inside a sentence.
    pub step: fn(Step) -> &'static str,
    /// Heading: what to do at a step.
    pub heading: fn(Step) -> &'static str,
    /// Button: what to do at a step.
    pub act: fn(Step) -> &'static str,
    /// Button, while nobody drafts the resolution.
    pub assign: &'static str,
    /// Heading.
    pub checklist: &'static str,
    /// Below it: number and title of an item of the rubric.
    pub scored: fn(&str, &str) -> String,
    /// Row.
    pub bureau: &'static str,
    /// From this day of the month before on.
    pub bureau_from: fn(u32) -> String,
    /// Note with the day.
    pub bureau_met: fn(&str) -> String,
    /// Note.
    pub bureau_open: &'static str,
    /// Button.
    pub set_day: &'static str,
    /// Field.
    pub bureau_day: &'static str,
    /// Hint while there is no day.
    pub bureau_hint: &'static str,
    /// Error.
    pub bad_day: &'static str,
    /// Error.
    pub day_ahead: &'static str,
    /// Error.
    pub day_astray: &'static str,
    /// Row and dialog.
    pub draft: &'static str,
    /// Note with who drafts.
    pub drafted_by: fn(&str) -> String,
    /// Tag.
    pub nobody: &'static str,
    /// Field.
    pub drafter: &'static str,
    /// Hint.
    pub drafter_hint: &'static str,
    /// Button.
    pub update: &'static str,
    /// Row.
    pub theme: &'static str,
    /// Tag.
    pub unplanned: &'static str,
    /// Button.
    pub plan_it: &'static str,
    /// Row.
    pub notice: &'static str,
    /// So many of so many have answered or commented.
    pub heard: fn(usize, usize) -> String,
    /// Link.
    pub change_notice: &'static str,
    /// Link.
    pub print_notice: &'static str,
    /// Heading.
    pub papers: &'static str,
    /// Number and size of all papers.
    pub papers_sum: fn(usize, &str) -> String,
    /// Tag.
    pub paper_ready: &'static str,
    /// Tag.
    pub paper_late: &'static str,
    /// Note.
    pub no_papers: &'static str,
    /// Link.
    pub add_paper: &'static str,
    /// Link.
    pub choose_papers: &'static str,
    /// Note.
    pub no_secrets: &'static str,
    /// Banner with the days that are left.
    pub papers_left: fn(u32) -> String,
    /// Banner.
    pub papers_today: &'static str,
    /// Banner.
    pub papers_passed: &'static str,
    /// Of the papers, where the meeting has none.
    pub nothing_to_send: &'static str,
    /// Below the banner, with the time.
    pub papers_due: fn(&str) -> String,
    /// Heading.
    pub deadlines: &'static str,
    /// What has to be done, with the planned minutes.
    pub duty: fn(Duty, u16) -> String,
    /// Below a deadline: done on that day.
    pub done_on: fn(&str) -> String,
    /// Below a deadline: done too late, on that day.
    pub late_on: fn(&str) -> String,
    /// Below a deadline.
    pub passed: &'static str,
    /// Below a deadline.
    pub near: &'static str,
    /// Heading.
    pub silent: &'static str,
    /// Nobody is silent.
    pub all_heard: &'static str,
    /// Behind a name.
    pub no_phone: &'static str,
    /// Note.
    pub call: &'static str,
    /// Instead of the steps.
    pub not_standing: &'static str,
}

/// Vietnamese.
pub const VI: PrepareTexts = PrepareTexts {
    title: "Chuẩn bị kỳ sinh hoạt",
    step_of: |n, all| ["Bước ", &n.to_string(), " trên ", &all.to_string()].concat(),
    step_then: |n, all, next| {
        ["Bước ", &n.to_string(), " trên ", &all.to_string(), ". Tiếp theo: ", next].concat()
    },
    step: |step| match step {
        Step::Bureau => "họp chi ủy",
        Step::Content => "nội dung",
        Step::Notice => "thông báo",
        Step::Papers => "tài liệu",
        Step::Ready => "sẵn sàng",
    },
    heading: |step| match step {
        Step::Bureau => "Họp chi ủy, thống nhất nội dung",
        Step::Content => "Chuẩn bị nội dung",
        Step::Notice => "Gửi thông báo",
        Step::Papers => "Gửi tài liệu cho đảng viên",
        Step::Ready => "Đã sẵn sàng",
    },
    act: |step| match step {
        Step::Bureau => "Ghi ngày họp chi ủy",
        Step::Content => "Cập nhật dự thảo",
        Step::Notice => "Sửa thông báo",
        Step::Papers => "Ghi đã gửi dự thảo",
        Step::Ready => "Điều hành kỳ họp",
    },
    assign: "Giao người soạn",
    checklist: "Việc chuẩn bị",
    scored: |key, title| ["Dùng để chấm điểm buổi họp, mục ", key, ": ", title].concat(),
    bureau: "Họp chi ủy",
    bureau_from: |day| ["Từ ngày ", &day.to_string(), " tháng trước"].concat(),
    bureau_met: |day| ["Đã họp ngày ", day].concat(),
    bureau_open: "Chưa ghi ngày họp",
    set_day: "Ghi ngày",
    bureau_day: "Ngày họp chi ủy",
    bureau_hint: "Để trống là chưa họp.",
    bad_day: "Hãy chọn ngày chi ủy đã họp.",
    day_ahead: "Ngày này chưa tới. Họp xong hãy ghi.",
    day_astray: "Chi ủy họp trước kỳ này, không quá hai tháng. Hãy xem lại ngày.",
    draft: "Dự thảo nghị quyết",
    drafted_by: |who| [who, " soạn"].concat(),
    nobody: "Chưa giao ai soạn",
    drafter: "Người soạn",
    drafter_hint: "Họ tên đồng chí được giao. Để trống là chưa giao.",
    update: "Cập nhật",
    theme: "Chuyên đề",
    unplanned: "Chưa có trong kế hoạch năm",
    plan_it: "Đưa vào kế hoạch",
    notice: "Thông báo triệu tập",
    heard: |heard, all| {
        [&heard.to_string(), " trên ", &all.to_string(), " đồng chí đã trả lời thông báo, không kể đồng chí"].concat()
    },
    change_notice: "Sửa, hoãn hoặc không họp",
    print_notice: "Giấy mời, chương trình, lịch",
    papers: "Bộ tài liệu kỳ này",
    papers_sum: |n, size| [&n.to_string(), " tệp, ", size].concat(),
    paper_ready: "Sẵn sàng",
    paper_late: "Gửi muộn",
    no_papers: "Kỳ này chưa có tài liệu.",
    add_paper: "Thêm tài liệu",
    choose_papers: "Chọn tài liệu",
    no_secrets: "Không đưa tài liệu có dấu Mật vào sổ tay.",
    papers_left: |days| ["Còn ", &days.to_string(), " ngày để gửi tài liệu"].concat(),
    papers_today: "Hôm nay là hạn gửi tài liệu",
    papers_passed: "Đã quá hạn gửi tài liệu",
    nothing_to_send: "Không có tài liệu phải gửi",
    papers_due: |at| ["Phải đến tay đảng viên trước ", at, ". Gửi sau giờ này mất điểm ở mục chuẩn bị."].concat(),
    deadlines: "Mốc phải giữ",
    duty: |duty, minutes| match duty {
        Duty::Bureau => "Họp chi ủy, thống nhất nội dung".to_owned(),
        Duty::Notice => "Thông báo triệu tập".to_owned(),
        Duty::Papers => "Gửi tài liệu cho đảng viên".to_owned(),
        Duty::Meeting => ["Sinh hoạt, ", &minutes.to_string(), " phút"].concat(),
        Duty::Posting => "Đăng nghị quyết, báo cáo cấp trên".to_owned(),
    },
    done_on: |day| ["Đã xong ngày ", day].concat(),
    late_on: |day| ["Xong muộn, ngày ", day].concat(),
    passed: "Đã qua hạn, chưa ghi xong",
    near: "Sắp đến hạn",
    silent: "Chưa trả lời thông báo",
    all_heard: "Mọi đồng chí đã trả lời",
    no_phone: "chưa có máy trong sổ",
    call: "Nên gọi điện hoặc báo tận nhà.",
    not_standing: "Kỳ này không họp",
};

/// English.
pub const EN: PrepareTexts = PrepareTexts {
    title: "Prepare the meeting",
    step_of: |n, all| ["Step ", &n.to_string(), " of ", &all.to_string()].concat(),
    step_then: |n, all, next| ["Step ", &n.to_string(), " of ", &all.to_string(), ". Next: ", next].concat(),
    step: |step| match step {
        Step::Bureau => "bureau",
        Step::Content => "content",
        Step::Notice => "notice",
        Step::Papers => "papers",
        Step::Ready => "ready",
    },
    heading: |step| match step {
        Step::Bureau => "The bureau meets",
        Step::Content => "Prepare the content",
        Step::Notice => "Send the notice",
        Step::Papers => "Send the papers",
        Step::Ready => "Everything is ready",
    },
    act: |step| match step {
        Step::Bureau => "Enter when the bureau met",
        Step::Content => "Update the draft",
        Step::Notice => "Change the notice",
        Step::Papers => "The draft was sent",
        Step::Ready => "Run the meeting",
    },
    assign: "Name a drafter",
    checklist: "What to prepare",
    scored: |key, title| ["Counts for the score of the meeting, item ", key, ": ", title].concat(),
    bureau: "Meeting of the bureau",
    bureau_from: |day| ["From day ", &day.to_string(), " of the month before"].concat(),
    bureau_met: |day| ["Met on ", day].concat(),
    bureau_open: "No day entered",
    set_day: "Enter the day",
    bureau_day: "The bureau met on",
    bureau_hint: "Empty means not yet.",
    bad_day: "Choose the day.",
    day_ahead: "This day is still to come.",
    day_astray: "The bureau meets before the meeting, within two months. Check the day.",
    draft: "Draft resolution",
    drafted_by: |who| ["Drafted by ", who].concat(),
    nobody: "Nobody drafts it yet",
    drafter: "Drafter",
    drafter_hint: "Full name. Empty means nobody yet.",
    update: "Update",
    theme: "Theme",
    unplanned: "Not in the plan of the year",
    plan_it: "Add it to the plan",
    notice: "Notice",
    heard: |heard, all| {
        [&heard.to_string(), " of ", &all.to_string(), " members have answered, not counting you"].concat()
    },
    change_notice: "Change, postpone or cancel",
    print_notice: "Invitation, agenda, calendar",
    papers: "Papers of this meeting",
    papers_sum: |n, size| [&n.to_string(), " files, ", size].concat(),
    paper_ready: "Ready",
    paper_late: "Late",
    no_papers: "No papers yet.",
    add_paper: "Add a document",
    choose_papers: "Choose papers",
    no_secrets: "Classified documents stay out of the handbook.",
    papers_left: |days| [&days.to_string(), " days left to send the papers"].concat(),
    papers_today: "Papers are due today",
    papers_passed: "Papers are overdue",
    nothing_to_send: "No papers to send",
    papers_due: |at| ["Members need them before ", at, "; later costs points for preparation."].concat(),
    deadlines: "Deadlines",
    duty: |duty, minutes| match duty {
        Duty::Bureau => "The bureau meets".to_owned(),
        Duty::Notice => "The notice is out".to_owned(),
        Duty::Papers => "Papers are out".to_owned(),
        Duty::Meeting => ["Meeting, ", &minutes.to_string(), " minutes"].concat(),
        Duty::Posting => "Resolution posted and reported".to_owned(),
    },
    done_on: |day| ["Done on ", day].concat(),
    late_on: |day| ["Late, on ", day].concat(),
    passed: "Overdue",
    near: "Due soon",
    silent: "No answer yet",
    all_heard: "Everybody has answered",
    no_phone: "no device listed",
    call: "Call them, or tell them at home.",
    not_standing: "This meeting is cancelled",
};
