//! Thông báo họp. Orders of business come from the regulation.

/// Thông báo họp. Orders of business come from the regulation.
pub struct NoticeTexts {
    /// Title.
    pub title: &'static str,
    /// Title.
    pub edit_title: &'static str,
    /// Button.
    pub send: &'static str,
    /// Button.
    pub save: &'static str,
    /// Question with the number of members.
    pub ask: fn(usize) -> String,
    /// Button.
    pub ask_yes: &'static str,
    /// Button.
    pub ask_no: &'static str,
    /// Said over the next page, with the number.
    pub sent: fn(usize) -> String,
    /// The same while it cannot be published.
    pub sent_later: fn(usize) -> String,
    /// Error.
    pub no_place: &'static str,
    /// Error.
    pub no_chair: &'static str,
    /// Beside the button.
    pub incomplete: &'static str,
    /// Banner.
    pub resumed: &'static str,
    /// Button.
    pub anew: &'static str,
    /// Group of choices.
    pub kind: &'static str,
    /// Field.
    pub day: &'static str,
    /// Error.
    pub bad_day: &'static str,
    /// Error.
    pub past_day: &'static str,
    /// Field.
    pub time: &'static str,
    /// Error.
    pub bad_time: &'static str,
    /// Field.
    pub minutes: &'static str,
    /// Hint: usual length, long one, from so many members.
    pub minutes_hint: fn(u16, u16, u16) -> String,
    /// Error.
    pub bad_minutes: &'static str,
    /// Field.
    pub place: &'static str,
    /// Field.
    pub chair: &'static str,
    /// Field.
    pub number: &'static str,
    /// Hint.
    pub number_hint: &'static str,
    /// Field.
    pub theme: &'static str,
    /// Field.
    pub theme_optional: &'static str,
    /// Error.
    pub no_theme: &'static str,
    /// Button: a theme of the plan.
    pub take_theme: fn(&str) -> String,
    /// Field.
    pub preparer: &'static str,
    /// Caution: the last day of the month that is meant for regular meetings.
    pub late_in_month: fn(u32) -> String,
    /// Caution.
    pub same_day: &'static str,
    /// Caution: hours.
    pub short_notice: fn(u16) -> String,
    /// Caution: days.
    pub late_papers: fn(u16) -> String,
    /// Caution.
    pub no_theme_in_quarter: &'static str,
    /// Heading.
    pub agenda: &'static str,
    /// Error: two parts are asked for.
    pub mixed_parts: &'static str,
    /// Planned minutes.
    pub agenda_sum: fn(u32) -> String,
    /// Button and dialog.
    pub add_line: &'static str,
    /// Button.
    pub template: &'static str,
    /// Dialog: place, number.
    pub line_of: fn(usize, usize) -> String,
    /// Field.
    pub line_title: &'static str,
    /// Field.
    pub line_minutes: &'static str,
    /// Error.
    pub bad_line_minutes: &'static str,
    /// Field.
    pub part: &'static str,
    /// Option.
    pub part_regular: &'static str,
    /// Option.
    pub part_thematic: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub down: &'static str,
    /// Button.
    pub take_out: &'static str,
    /// Heading.
    pub unfinished: &'static str,
    /// Note.
    pub unfinished_note: &'static str,
    /// Heading.
    pub papers: &'static str,
    /// Note.
    pub no_papers: &'static str,
    /// Link.
    pub add_paper: &'static str,
    /// Group of choices.
    pub standing: &'static str,
    /// Choice.
    pub stands: &'static str,
    /// Choice.
    pub postponed: &'static str,
    /// Note.
    pub postponed_note: &'static str,
    /// Caution: the time has changed.
    pub moved: &'static str,
    /// Error: the time has not changed.
    pub not_moved: &'static str,
    /// Choice.
    pub cancelled: &'static str,
    /// Note.
    pub cancelled_note: &'static str,
    /// Field.
    pub reason: &'static str,
}

/// Vietnamese.
pub const VI: NoticeTexts = NoticeTexts {
    title: "Soạn thông báo họp",
    edit_title: "Sửa thông báo họp",
    send: "Gửi thông báo",
    save: "Lưu và gửi lại",
    ask: |n| ["Gửi cho ", &n.to_string(), " đồng chí?"].concat(),
    ask_yes: "Gửi ngay",
    ask_no: "Xem lại",
    sent: |n| ["Đã gửi thông báo cho ", &n.to_string(), " đồng chí"].concat(),
    sent_later: |n| ["Đã lưu thông báo. Đăng xong ", &n.to_string(), " đồng chí mới thấy."].concat(),
    no_place: "Mời đồng chí ghi địa điểm họp.",
    no_chair: "Mời đồng chí ghi người chủ trì.",
    incomplete: "Chưa gửi. Hãy xem các ô được đánh dấu ở trên.",
    resumed: "Đã mở lại bản nháp lần trước",
    anew: "Soạn mới",
    kind: "Loại kỳ họp",
    day: "Ngày họp",
    bad_day: "Hãy chọn ngày họp.",
    past_day: "Ngày này đã qua. Hãy chọn ngày sắp tới.",
    time: "Giờ bắt đầu",
    bad_time: "Hãy chọn giờ bắt đầu.",
    minutes: "Thời lượng (phút)",
    minutes_hint: |usual, long, members| {
        let [usual, long, members] = [usual, long, members].map(|n| n.to_string());
        ["Thường ", &usual, " phút; ", &long, " phút khi có chuyên đề hoặc từ ", &members, " đảng viên."].concat()
    },
    bad_minutes: "Ghi số phút từ 15 đến 1.440.",
    place: "Địa điểm",
    chair: "Chủ trì",
    number: "Số thông báo",
    number_hint: "Ví dụ: 31-TB/CB. Có thể để trống.",
    theme: "Tên chuyên đề",
    theme_optional: "Chuyên đề kèm theo (nếu có)",
    no_theme: "Sinh hoạt chuyên đề cần có tên chuyên đề.",
    take_theme: |theme| ["Lấy từ kế hoạch: ", theme].concat(),
    preparer: "Người chuẩn bị",
    late_in_month: |day| {
        let day = day.to_string();
        ["Ngày này sau ngày ", &day, ". Sinh hoạt thường kỳ nên trong ", &day, " ngày đầu tháng."].concat()
    },
    same_day: "Ngày này đã có một kỳ họp khác. Họp cả thường kỳ và chuyên đề thì soạn một thông báo có hai phần.",
    short_notice: |hours| {
        ["Còn chưa đầy ", &hours.to_string(), " giờ. Đảng viên khó kịp đọc tài liệu."].concat()
    },
    late_papers: |days| ["Có tài liệu đăng chưa đủ ", &days.to_string(), " ngày trước buổi họp."].concat(),
    no_theme_in_quarter: "Quý này chưa có sinh hoạt chuyên đề.",
    agenda: "Chương trình",
    mixed_parts: "Có chuyên đề kèm theo: chương trình cần cả phần thường kỳ và phần chuyên đề, mỗi mục thuộc một phần.",
    agenda_sum: |n| ["Tổng ", &n.to_string(), " phút"].concat(),
    add_line: "Thêm mục",
    template: "Lấy chương trình mẫu",
    line_of: |place, all| ["Mục ", &place.to_string(), " trên ", &all.to_string()].concat(),
    line_title: "Nội dung",
    line_minutes: "Số phút",
    bad_line_minutes: "Ghi số phút từ 1 đến 600.",
    part: "Thuộc phần",
    part_regular: "Phần thường kỳ",
    part_thematic: "Phần chuyên đề",
    up: "Đưa lên",
    down: "Đưa xuống",
    take_out: "Bỏ mục này",
    unfinished: "Nhiệm vụ chưa xong",
    unfinished_note: "Kỳ họp kiểm điểm từng việc này.",
    papers: "Tài liệu đọc trước",
    no_papers: "Thư viện chưa có tài liệu.",
    add_paper: "Gửi tài liệu mới",
    standing: "Kỳ họp này",
    stands: "Họp như thông báo",
    postponed: "Hoãn sang lúc khác",
    postponed_note: "Chọn ngày giờ mới ở dưới.",
    moved: "Ngày giờ họp đã đổi. Nên chọn “Hoãn sang lúc khác” và ghi lý do.",
    not_moved: "Kỳ họp hoãn cần ngày giờ mới.",
    cancelled: "Không họp",
    cancelled_note: "Thông báo vẫn còn trong sổ, ghi rõ là không họp.",
    reason: "Lý do",
};

/// English.
pub const EN: NoticeTexts = NoticeTexts {
    title: "Announce a meeting",
    edit_title: "Change the notice",
    send: "Send the notice",
    save: "Save and send again",
    ask: |n| ["Send it to ", &n.to_string(), " members?"].concat(),
    ask_yes: "Send now",
    ask_no: "Look again",
    sent: |n| ["The notice is sent to ", &n.to_string(), " members"].concat(),
    sent_later: |n| ["The notice is saved. ", &n.to_string(), " members see it once it is published."].concat(),
    no_place: "Write where the meeting is.",
    no_chair: "Write who presides.",
    incomplete: "Not sent. See the marked fields above.",
    resumed: "Your last draft is open",
    anew: "Begin anew",
    kind: "Kind of meeting",
    day: "Day",
    bad_day: "Choose a day.",
    past_day: "This day is over. Choose one that is to come.",
    time: "Start",
    bad_time: "Choose a time.",
    minutes: "Length in minutes",
    minutes_hint: |usual, long, members| {
        let [usual, long, members] = [usual, long, members].map(|n| n.to_string());
        ["Usually ", &usual, "; ", &long, " with a theme or from ", &members, " members."].concat()
    },
    bad_minutes: "Between 15 and 1440 minutes.",
    place: "Place",
    chair: "Chair",
    number: "Number of the notice",
    number_hint: "For example 31-TB/CB. May be left empty.",
    theme: "Theme",
    theme_optional: "Theme (if any)",
    no_theme: "A thematic meeting needs a theme.",
    take_theme: |theme| ["Take from the plan: ", theme].concat(),
    preparer: "Prepared by",
    late_in_month: |day| {
        ["Regular meetings belong into the first ", &day.to_string(), " days of the month."].concat()
    },
    same_day: "There is another meeting on this day. Put regular and thematic content into one notice with two parts.",
    short_notice: |hours| ["Less than ", &hours.to_string(), " hours are left to read the papers."].concat(),
    late_papers: |days| ["Some papers came out less than ", &days.to_string(), " days before."].concat(),
    no_theme_in_quarter: "This quarter has no thematic meeting yet.",
    agenda: "Order of business",
    mixed_parts: "With a theme, the order of business has a regular and a thematic part. Put each line into one of them.",
    agenda_sum: |n| [&n.to_string(), " minutes in all"].concat(),
    add_line: "Add a line",
    template: "Use the template",
    line_of: |place, all| ["Line ", &place.to_string(), " of ", &all.to_string()].concat(),
    line_title: "What is done",
    line_minutes: "Minutes",
    bad_line_minutes: "Between 1 and 600 minutes.",
    part: "Part",
    part_regular: "Regular part",
    part_thematic: "Thematic part",
    up: "Move up",
    down: "Move down",
    take_out: "Take it out",
    unfinished: "Unfinished tasks",
    unfinished_note: "The meeting reviews each of them.",
    papers: "Papers to read",
    no_papers: "The library is empty.",
    add_paper: "Publish a document",
    standing: "This meeting",
    stands: "Takes place",
    postponed: "Postponed",
    postponed_note: "Choose the new time below.",
    moved: "Day or time have changed. Better postpone the meeting, with a reason.",
    not_moved: "A meeting that is postponed needs a new time.",
    cancelled: "Cancelled",
    cancelled_note: "The notice stays, marked as cancelled.",
    reason: "Reason",
};
