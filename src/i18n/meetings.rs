//! Sinh hoạt: the calendar, one notice, the answer to it.

use crate::domain::meeting::Section;

/// Sinh hoạt: the calendar, one notice, the answer to it.
pub struct MeetingsTexts {
    /// Title.
    pub title: &'static str,
    /// Button of the secretary.
    pub announce: &'static str,
    /// Link of the secretary.
    pub prepare: &'static str,
    /// Name of the strip of months.
    pub months: &'static str,
    /// In the strip.
    pub month_held: &'static str,
    /// In the strip.
    pub month_day: fn(&str) -> String,
    /// In the strip.
    pub month_none: &'static str,
    /// Button.
    pub month_before: &'static str,
    /// Button.
    pub month_after: &'static str,
    /// Name of the calendar.
    pub calendar: fn(&str) -> String,
    /// Name of a day with a meeting.
    pub on_day: fn(u32, &str) -> String,
    /// For screen readers, behind a day.
    pub documents_due: &'static str,
    /// For screen readers, behind a day.
    pub posting_due: &'static str,
    /// Legend.
    pub legend_meeting: &'static str,
    /// Legend.
    pub legend_due: &'static str,
    /// Legend.
    pub legend_today: &'static str,
    /// In a date block, 0 is Monday.
    pub weekday: fn(usize) -> &'static str,
    /// Heading.
    pub coming: &'static str,
    /// Heading.
    pub held: &'static str,
    /// Shows more of the list.
    pub more: fn(usize) -> String,
    /// No meeting is known.
    pub none: &'static str,
    /// What happens.
    pub none_text: &'static str,
    /// Time and place.
    pub at_place: fn(&str, &str) -> String,
    /// A meeting with a theme.
    pub with_theme: fn(&str) -> String,
    /// Tag.
    pub cancelled: &'static str,
    /// Tag.
    pub postponed: &'static str,
    /// Tag.
    pub answer_attend: &'static str,
    /// Tag.
    pub answer_absent: &'static str,
    /// Tag.
    pub answer_none: &'static str,
    /// Tag, for the secretary.
    pub replied: fn(usize) -> String,
    /// Own attendance, with the time.
    pub was_present: fn(&str) -> String,
    /// Own attendance, with the time.
    pub was_late: fn(&str) -> String,
    /// Own attendance in other states.
    pub was: fn(&str) -> String,
    /// Own attendance is not known.
    pub was_unknown: &'static str,
    /// Title of a notice.
    pub notice: &'static str,
    /// Number and date of the notice.
    pub notice_number: fn(&str, &str) -> String,
    /// Date of a notice without a number.
    pub notice_date: fn(&str) -> String,
    /// Start, end, weekday, date.
    pub from_to: fn(&str, &str, &str, &str) -> String,
    /// End on the next day.
    pub until_next_day: fn(&str) -> String,
    /// Behind the countdown.
    pub come_early: fn(&str) -> String,
    /// Instead of the countdown.
    pub under_way: &'static str,
    /// Who presides.
    pub chairs: fn(&str) -> String,
    /// Above the theme.
    pub theme_part: &'static str,
    /// Below the theme.
    pub prepared_by: fn(&str) -> String,
    /// Button.
    pub to_calendar: &'static str,
    /// The file could not be saved.
    pub calendar_failed: &'static str,
    /// Heading.
    pub papers: &'static str,
    /// Beside the heading.
    pub papers_read: fn(usize, usize) -> String,
    /// State of a paper.
    pub paper_half: fn(u8) -> String,
    /// State of a paper.
    pub paper_read: &'static str,
    /// State of a paper.
    pub paper_unread: &'static str,
    /// A paper whose entry is not here.
    pub paper_missing: &'static str,
    /// What happens.
    pub paper_missing_note: &'static str,
    /// Heading.
    pub mine: &'static str,
    /// Row.
    pub comment: &'static str,
    /// State of the comment.
    pub comment_none: &'static str,
    /// State of the comment.
    pub comment_draft: &'static str,
    /// State of the comment.
    pub comment_saved: &'static str,
    /// Row.
    pub check_in: &'static str,
    /// When checking in opens.
    pub check_in_from: fn(&str) -> String,
    /// Checking in is open.
    pub check_in_now: &'static str,
    /// The roll call lists the member.
    pub check_in_done: &'static str,
    /// Where a parcel is.
    pub stage_waiting: &'static str,
    /// Where a parcel is.
    pub stage_sent: &'static str,
    /// Where a parcel is.
    pub stage_received: &'static str,
    /// Heading.
    pub agenda: &'static str,
    /// Section of the agenda.
    pub section: fn(Section) -> &'static str,
    /// The only part of the agenda.
    pub part_theme_only: &'static str,
    /// Button.
    pub ask_absence: &'static str,
    /// Primary button.
    pub attend: &'static str,
    /// Button after asking to be absent.
    pub attend_after_all: &'static str,
    /// Button after asking to be absent.
    pub change_absence: &'static str,
    /// The answer.
    pub said_attend: &'static str,
    /// The answer, with the reason.
    pub said_absent: fn(&str) -> String,
    /// Title.
    pub absence: &'static str,
    /// Heading.
    pub absence_lead: &'static str,
    /// Label.
    pub absence_note: &'static str,
    /// What happens with the words.
    pub absence_safe: &'static str,
    /// Primary button.
    pub absence_send: &'static str,
    /// The meeting has begun.
    pub too_late: &'static str,
    /// Primary button of the secretary.
    pub roll_call: &'static str,
    /// Button of the secretary.
    pub edit: &'static str,
    /// Button of the secretary.
    pub assign: &'static str,
    /// Heading, for the secretary.
    pub replies: &'static str,
    /// Group.
    pub replies_attend: fn(usize) -> String,
    /// Group.
    pub replies_absent: fn(usize) -> String,
    /// Group.
    pub replies_open: fn(usize) -> String,
    /// Heading.
    pub outcome: &'static str,
    /// Present, expected, rate per mille.
    pub outcome_rate: fn(u16, u16, u16) -> String,
    /// Count.
    pub outcome_excused: fn(u16) -> String,
    /// Count.
    pub outcome_absent: fn(u16) -> String,
    /// Heading.
    pub tasks: &'static str,
    /// Who answers for a task.
    pub whole_branch: &'static str,
    /// No such meeting.
    pub unknown: &'static str,
    /// What may have happened.
    pub unknown_text: &'static str,
    /// Button.
    pub to_meetings: &'static str,
}

/// Vietnamese.
pub const VI: MeetingsTexts = MeetingsTexts {
    title: "Sinh hoạt",
    prepare: "Chuẩn bị kỳ họp",
    announce: "Soạn thông báo",
    months: "Chọn tháng",
    month_held: "Đã họp",
    month_day: |text| ["Ngày ", text].concat(),
    month_none: "Chưa có",
    month_before: "Tháng trước",
    month_after: "Tháng sau",
    calendar: |text| ["Lịch ", text].concat(),
    on_day: |day, what| ["Ngày ", &day.to_string(), ", ", what].concat(),
    documents_due: ", hạn gửi tài liệu",
    posting_due: ", hạn đăng biên bản",
    legend_meeting: "Sinh hoạt",
    legend_due: "Hạn việc",
    legend_today: "Hôm nay",
    weekday: |n| ["Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "Chủ nhật"][n % 7],
    coming: "Sắp tới",
    held: "Đã họp",
    more: |n| ["Xem thêm ", &n.to_string(), " kỳ họp"].concat(),
    none: "Chưa có thông báo sinh hoạt",
    none_text: "Khi bí thư gửi thông báo, kỳ họp hiện ở đây.",
    at_place: |time, place| [time, ", ", place].concat(),
    with_theme: |text| ["Chuyên đề: ", text].concat(),
    cancelled: "Không họp kỳ này",
    postponed: "Đã dời lịch",
    answer_attend: "Đã báo có mặt",
    answer_absent: "Đã xin vắng",
    answer_none: "Chưa báo dự",
    replied: |n| [&n.to_string(), " đồng chí đã báo"].concat(),
    was_present: |text| ["Đồng chí có mặt lúc ", text].concat(),
    was_late: |text| ["Đồng chí đến muộn, lúc ", text].concat(),
    was: |state| ["Đồng chí: ", &state.to_lowercase()].concat(),
    was_unknown: "Chưa có kết quả điểm danh",
    notice: "Thông báo sinh hoạt",
    notice_number: |number, date| ["Thông báo triệu tập số ", number, ", ngày ", date].concat(),
    notice_date: |text| ["Thông báo triệu tập ngày ", text].concat(),
    from_to: |from, to, weekday, date| [from, " đến ", to, ", ", &super::dates::in_a_sentence(weekday), " ", date].concat(),
    until_next_day: |text| [text, " hôm sau"].concat(),
    come_early: |text| [text, ". Mời đồng chí đến trước 10 phút."].concat(),
    under_way: "Đang họp.",
    chairs: |name| {
        let bare = name.trim_start_matches("Đ/c ").trim_start_matches("Đồng chí ");
        ["Đồng chí ", bare, " chủ trì"].concat()
    },
    theme_part: "Phần chuyên đề",
    prepared_by: |text| ["Người chuẩn bị: ", text].concat(),
    to_calendar: "Thêm vào lịch của máy",
    calendar_failed: "Máy không lưu được tệp lịch. Hãy thử lại.",
    papers: "Tài liệu",
    papers_read: |read, all| ["Đã đọc ", &read.to_string(), "/", &all.to_string()].concat(),
    paper_half: |n| ["Đọc dở ", &n.to_string(), "%"].concat(),
    paper_read: "Đã đọc",
    paper_unread: "Chưa đọc",
    paper_missing: "Tài liệu chưa về máy",
    paper_missing_note: "Sẽ tự tải khi có mạng.",
    mine: "Phần của tôi",
    comment: "Góp ý chuyên đề",
    comment_none: "Chưa viết",
    comment_draft: "Bản nháp chưa gửi",
    comment_saved: "Đã gửi góp ý",
    check_in: "Điểm danh",
    check_in_from: |text| ["Mở từ ", text].concat(),
    check_in_now: "Đang mở, quét mã hoặc đưa thẻ",
    check_in_done: "Đã ghi có mặt",
    stage_waiting: "Đã lưu trên máy, chờ gửi",
    stage_sent: "Đã gửi, chờ bí thư nhận",
    stage_received: "Bí thư đã nhận",
    agenda: "Chương trình",
    section: |section| match section {
        Section::Regular => "Phần thứ nhất: sinh hoạt thường kỳ",
        Section::Thematic => "Phần thứ hai: chuyên đề",
        Section::Closing => "Phần kết thúc",
    },
    part_theme_only: "Phần chuyên đề",
    ask_absence: "Xin vắng",
    attend: "Tôi sẽ có mặt",
    attend_after_all: "Đổi lại: tôi sẽ có mặt",
    change_absence: "Sửa lời xin vắng",
    said_attend: "Đồng chí đã báo có mặt.",
    said_absent: |text| ["Đồng chí đã xin vắng: ", text, "."].concat(),
    absence: "Xin vắng",
    absence_lead: "Xin vắng, vì lý do gì?",
    absence_note: "Viết thêm cho bí thư (không bắt buộc)",
    absence_safe: "Lời xin vắng được lưu trên máy và gửi khi có mạng. Chỉ bí thư đọc được.",
    absence_send: "Gửi lời xin vắng",
    too_late: "Kỳ họp đã bắt đầu nên không đổi được nữa. Hãy báo trực tiếp bí thư.",
    roll_call: "Điểm danh",
    edit: "Sửa thông báo",
    assign: "Giao việc",
    replies: "Báo dự họp",
    replies_attend: |n| [&n.to_string(), " đồng chí sẽ có mặt"].concat(),
    replies_absent: |n| [&n.to_string(), " đồng chí xin vắng"].concat(),
    replies_open: |n| [&n.to_string(), " đồng chí chưa báo"].concat(),
    outcome: "Kết quả điểm danh",
    outcome_rate: |present, expected, rate| {
        rate_words(["Có mặt ", "/", ", đạt ", "%"], present, expected, rate, ",")
    },
    outcome_excused: |n| [&n.to_string(), " vắng có lý do"].concat(),
    outcome_absent: |n| [&n.to_string(), " vắng chưa ghi lý do"].concat(),
    tasks: "Việc đã giao",
    whole_branch: "Cả chi bộ",
    unknown: "Không tìm thấy kỳ họp này",
    unknown_text: "Thông báo có thể chưa về máy, hoặc bí thư đã rút lại.",
    to_meetings: "Về Sinh hoạt",
};

/// English.
pub const EN: MeetingsTexts = MeetingsTexts {
    title: "Meetings",
    prepare: "Prepare",
    announce: "Announce a meeting",
    months: "Choose a month",
    month_held: "Held",
    month_day: |text| ["On ", text].concat(),
    month_none: "None",
    month_before: "Month before",
    month_after: "Month after",
    calendar: |text| ["Calendar, ", text].concat(),
    on_day: |day, what| [&day.to_string(), ", ", what].concat(),
    documents_due: ", papers are due",
    posting_due: ", minutes are due",
    legend_meeting: "Meeting",
    legend_due: "Deadline",
    legend_today: "Today",
    weekday: |n| ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][n % 7],
    coming: "Coming",
    held: "Held",
    more: |n| ["Show ", &n.to_string(), " more"].concat(),
    none: "No meeting announced yet",
    none_text: "When the secretary sends a notice, it shows here.",
    at_place: |time, place| [time, ", ", place].concat(),
    with_theme: |text| ["Theme: ", text].concat(),
    cancelled: "Cancelled",
    postponed: "Postponed",
    answer_attend: "You will come",
    answer_absent: "You asked to be absent",
    answer_none: "Not answered",
    replied: |n| [&n.to_string(), " have answered"].concat(),
    was_present: |text| ["You came at ", text].concat(),
    was_late: |text| ["You came late, at ", text].concat(),
    was: |state| ["You: ", &state.to_lowercase()].concat(),
    was_unknown: "No roll call yet",
    notice: "Notice of a meeting",
    notice_number: |number, date| ["Notice ", number, " of ", date].concat(),
    notice_date: |text| ["Notice of ", text].concat(),
    from_to: |from, to, weekday, date| [from, " to ", to, ", ", weekday, " ", date].concat(),
    until_next_day: |text| [text, " the next day"].concat(),
    come_early: |text| [text, ". Please come 10 minutes early."].concat(),
    under_way: "Under way.",
    chairs: |text| [text, " presides"].concat(),
    theme_part: "Thematic part",
    prepared_by: |text| ["Prepared by: ", text].concat(),
    to_calendar: "Add to my calendar",
    calendar_failed: "The calendar file could not be saved. Try again.",
    papers: "Papers",
    papers_read: |read, all| ["Read ", &read.to_string(), "/", &all.to_string()].concat(),
    paper_half: |n| ["Read ", &n.to_string(), "%"].concat(),
    paper_read: "Read",
    paper_unread: "Unread",
    paper_missing: "Not here yet",
    paper_missing_note: "It comes by itself with a network.",
    mine: "My part",
    comment: "Comment on the theme",
    comment_none: "Nothing written",
    comment_draft: "A draft is waiting",
    comment_saved: "Sent",
    check_in: "Check in",
    check_in_from: |text| ["Opens at ", text].concat(),
    check_in_now: "Open: scan the code or show your card",
    check_in_done: "You are checked in",
    stage_waiting: "Saved here, waiting",
    stage_sent: "Sent, not confirmed yet",
    stage_received: "Received by the secretary",
    agenda: "Agenda",
    section: |section| match section {
        Section::Regular => "Part one: regular",
        Section::Thematic => "Part two: theme",
        Section::Closing => "Closing",
    },
    part_theme_only: "Theme",
    ask_absence: "I cannot come",
    attend: "I will come",
    attend_after_all: "I will come after all",
    change_absence: "Change my words",
    said_attend: "You said that you will come.",
    said_absent: |text| ["You asked to be absent: ", text, "."].concat(),
    absence: "Absence",
    absence_lead: "Why can you not come?",
    absence_note: "More for the secretary (optional)",
    absence_safe: "Your words are saved here and sent with a network. Only the secretary reads them.",
    absence_send: "Send",
    too_late: "The meeting has begun. Please tell the secretary directly.",
    roll_call: "Roll call",
    edit: "Change the notice",
    assign: "Assign tasks",
    replies: "Replies",
    replies_attend: |n| [&n.to_string(), " will come"].concat(),
    replies_absent: |n| [&n.to_string(), " cannot come"].concat(),
    replies_open: |n| [&n.to_string(), " have not answered"].concat(),
    outcome: "Attendance",
    outcome_rate: |present, expected, rate| {
        rate_words(["", " of ", " came, ", "%"], present, expected, rate, ".")
    },
    outcome_excused: |n| [&n.to_string(), " excused"].concat(),
    outcome_absent: |n| [&n.to_string(), " absent, no reason given"].concat(),
    tasks: "Tasks",
    whole_branch: "The whole branch",
    unknown: "There is no such meeting",
    unknown_text: "The notice may not have arrived yet, or was taken back.",
    to_meetings: "To the meetings",
};

/// `Có mặt 18/22, đạt 81,8%`: words around present, expected and the rate.
fn rate_words(words: [&str; 4], present: u16, expected: u16, rate_per_mille: u16, point: &str) -> String {
    let [before, between, behind, end] = words;
    let (whole, tenth) = ((rate_per_mille / 10).to_string(), (rate_per_mille % 10).to_string());
    let (present, expected) = (present.to_string(), expected.to_string());
    let rate = if tenth == "0" { whole } else { [&whole, point, &tenth].concat() };
    [before, &present, between, &expected, behind, &rate, end].concat()
}
