//! Hộp thư đến.

/// Hộp thư đến.
pub struct InboxTexts {
    /// Title.
    pub title: &'static str,
    /// When nothing waits.
    pub nothing_new: &'static str,
    /// Behind the number of what waits.
    pub some_requests: &'static str,
    /// Behind the number.
    pub some_comments: &'static str,
    /// Behind the number.
    pub some_replies: &'static str,
    /// Behind the number.
    pub some_reviews: &'static str,
    /// Behind the number.
    pub some_reports: &'static str,
    /// Behind the number.
    pub some_aside: &'static str,
    /// Group of filters.
    pub boxes: &'static str,
    /// Filter.
    pub requests: &'static str,
    /// Filter.
    pub comments: &'static str,
    /// Filter.
    pub replies: &'static str,
    /// Filter.
    pub reviews: &'static str,
    /// Filter.
    pub reports: &'static str,
    /// Filter.
    pub aside: &'static str,
    /// Field.
    pub meeting: &'static str,
    /// Note.
    pub no_meeting: &'static str,
    /// Above the digits.
    pub compare: &'static str,
    /// Field.
    pub whose: &'static str,
    /// First option.
    pub choose_member: &'static str,
    /// Heading.
    pub unknown_person: &'static str,
    /// Button.
    pub confirm: &'static str,
    /// Button.
    pub dismiss: &'static str,
    /// Banner.
    pub dismissed: &'static str,
    /// Banner with the name.
    pub admitted: fn(&str) -> String,
    /// Button and title.
    pub scan: &'static str,
    /// In the camera.
    pub scan_hint: &'static str,
    /// Empty.
    pub no_requests: &'static str,
    /// Empty.
    pub no_requests_text: &'static str,
    /// Beside the lane.
    pub opinions: fn(usize) -> String,
    /// Instead of a name.
    pub anonymous: &'static str,
    /// Empty.
    pub no_comments: &'static str,
    /// Empty.
    pub no_comments_text: &'static str,
    /// Tag.
    pub attends: &'static str,
    /// Tag.
    pub absent: &'static str,
    /// Tag.
    pub no_answer: &'static str,
    /// Will come, absent, no answer.
    pub replies_sum: fn(usize, usize, usize) -> String,
    /// Empty.
    pub no_reviews: &'static str,
    /// Empty.
    pub no_reviews_text: &'static str,
    /// Heading.
    pub overdue: &'static str,
    /// Whom to ask about it.
    pub ask: fn(&str) -> String,
    /// Under a report, with time and date.
    pub reported_at: fn(&str, &str) -> String,
    /// Heading.
    pub reported: &'static str,
    /// Empty.
    pub no_reports: &'static str,
    /// Empty.
    pub no_reports_text: &'static str,
    /// Empty.
    pub no_aside: &'static str,
    /// Explanation.
    pub aside_text: &'static str,
    /// Kind of letter.
    pub letter_join: &'static str,
    /// Kind of letter.
    pub letter_reply: &'static str,
    /// Kind of letter.
    pub letter_check_in: &'static str,
    /// Kind of letter.
    pub letter_comment: &'static str,
    /// Kind of letter.
    pub letter_review: &'static str,
    /// Kind of letter.
    pub letter_other: &'static str,
    /// Why it was kept aside.
    pub letter_sealed: &'static str,
    /// Who sent a letter.
    pub sent_by: fn(&str) -> String,
    /// Nobody that the list knows.
    pub sent_by_unknown: &'static str,
}

/// Vietnamese.
pub const VI: InboxTexts = InboxTexts {
    title: "Hộp thư đến",
    nothing_new: "Không có thư mới",
    some_requests: "đồng chí xin vào sổ",
    some_comments: "góp ý",
    some_replies: "trả lời",
    some_reviews: "bản tự phê bình",
    some_reports: "báo cáo nhiệm vụ",
    some_aside: "thư để riêng",
    boxes: "Loại thư",
    requests: "Xin vào sổ",
    comments: "Góp ý",
    replies: "Trả lời",
    reviews: "Tự phê bình",
    reports: "Báo cáo nhiệm vụ",
    aside: "Để riêng",
    meeting: "Kỳ sinh hoạt",
    no_meeting: "Chưa có kỳ sinh hoạt nào.",
    compare: "So với sáu chữ số trên máy của đồng chí ấy:",
    whose: "Máy này của ai?",
    choose_member: "Chọn đảng viên",
    unknown_person: "Chưa rõ của ai",
    confirm: "Số khớp, xác nhận",
    dismiss: "Không phải người của chi bộ",
    dismissed: "Đã bỏ yêu cầu này khỏi danh sách chờ",
    admitted: |name| ["Đã xác nhận máy của đ/c ", name].concat(),
    scan: "Quét mã của đồng chí ấy",
    scan_hint: "Đưa mã xin vào sổ vào khung",
    no_requests: "Không có ai chờ xác nhận",
    no_requests_text: "Mời đồng chí mới từ danh sách đảng viên.",
    opinions: |n| [&n.to_string(), " ý kiến"].concat(),
    anonymous: "Ẩn danh",
    no_comments: "Chưa có góp ý",
    no_comments_text: "Góp ý của đảng viên sẽ hiện theo ba ô.",
    attends: "Sẽ có mặt",
    absent: "Xin vắng",
    no_answer: "Chưa trả lời",
    replies_sum: |come, absent, rest| {
        [
            "Sẽ có mặt ",
            &come.to_string(),
            ", xin vắng ",
            &absent.to_string(),
            ", chưa trả lời ",
            &rest.to_string(),
            ".",
        ]
        .concat()
    },
    no_reviews: "Chưa có bản nào được chia sẻ",
    no_reviews_text: "Chỉ hiện phần mà đảng viên chủ động gửi.",
    overdue: "Việc quá hạn của chi bộ",
    ask: |names| ["Hỏi ", &names.replace("Đ/c", "đ/c")].concat(),
    reported_at: |time, day| ["Báo lúc ", time, " ngày ", day].concat(),
    reported: "Đảng viên đã báo",
    no_reports: "Chưa có báo cáo nhiệm vụ",
    no_reports_text: "Đảng viên báo kết quả từ mục Nhiệm vụ thì hiện ở đây.",
    no_aside: "Không có thư để riêng",
    aside_text: "Thư để riêng vẫn còn nguyên. Khi máy gửi được xác nhận, sổ tự nhận.",
    letter_join: "Xin vào sổ",
    letter_reply: "Trả lời thông báo họp",
    letter_check_in: "Điểm danh",
    letter_comment: "Góp ý",
    letter_review: "Tự phê bình",
    letter_other: "Thư chưa mở được",
    letter_sealed: "Thư niêm phong cho khóa khác, có thể của bí thư trước. Máy người gửi sẽ tự gửi lại.",
    sent_by: |name| ["Máy của đ/c ", name].concat(),
    sent_by_unknown: "Máy chưa có trong danh sách",
};

/// English.
pub const EN: InboxTexts = InboxTexts {
    title: "Inbox",
    nothing_new: "Nothing new",
    some_requests: "to be listed",
    some_comments: "comments",
    some_replies: "replies",
    some_reviews: "self-criticism",
    some_reports: "reports on tasks",
    some_aside: "kept aside",
    boxes: "Kinds of mail",
    requests: "Requests",
    comments: "Comments",
    replies: "Replies",
    reviews: "Self-criticism",
    reports: "Reports on tasks",
    aside: "Kept aside",
    meeting: "Meeting",
    no_meeting: "There is no meeting yet.",
    compare: "Compare with the six digits on the other screen:",
    whose: "Whose device is it?",
    choose_member: "Choose a member",
    unknown_person: "Not known whose",
    confirm: "They agree, confirm",
    dismiss: "Not of this branch",
    dismissed: "The request no longer waits",
    admitted: |name| ["Confirmed the device of ", name].concat(),
    scan: "Scan a request",
    scan_hint: "Hold the request into the frame",
    no_requests: "Nobody is waiting",
    no_requests_text: "Invite somebody from the list of members.",
    opinions: |n| if n == 1 { "1 opinion".to_owned() } else { [&n.to_string(), " opinions"].concat() },
    anonymous: "Anonymous",
    no_comments: "No comments yet",
    no_comments_text: "Comments will show in three boxes.",
    attends: "Will come",
    absent: "Asks to be absent",
    no_answer: "No answer yet",
    replies_sum: |come, absent, rest| {
        [
            "Will come ",
            &come.to_string(),
            ", absent ",
            &absent.to_string(),
            ", no answer ",
            &rest.to_string(),
            ".",
        ]
        .concat()
    },
    no_reviews: "Nothing was shared yet",
    no_reviews_text: "Only what members chose to send shows here.",
    overdue: "Overdue tasks of the branch",
    ask: |names| ["Ask ", names].concat(),
    reported_at: |time, day| ["Reported at ", time, " on ", day].concat(),
    reported: "Members reported",
    no_reports: "No reports on tasks yet",
    no_reports_text: "What members report from Tasks shows here.",
    no_aside: "Nothing is kept aside",
    aside_text: "Mail kept aside is safe. It is taken in once its device is confirmed.",
    letter_join: "Request to be listed",
    letter_reply: "Reply to a notice",
    letter_check_in: "Check-in",
    letter_comment: "Comment",
    letter_review: "Self-criticism",
    letter_other: "Letter that cannot be opened",
    letter_sealed: "Sealed for another key, perhaps a former secretary's. The sender's device will send it again.",
    sent_by: |name| ["From the device of ", name].concat(),
    sent_by_unknown: "From a device that is not listed",
};
