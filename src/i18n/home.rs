//! Hôm nay.

/// Hôm nay.
pub struct HomeTexts {
    /// Greeting with the given name.
    pub greeting: fn(&str) -> String,
    /// Greeting before the name is known.
    pub greeting_new: &'static str,
    /// Behind the greeting.
    pub secretary: &'static str,
    /// Above the next meeting.
    pub next: &'static str,
    /// When none is announced.
    pub no_meeting: &'static str,
    /// What happens.
    pub no_meeting_text: &'static str,
    /// Readiness.
    pub read_of: fn(usize, usize) -> String,
    /// Primary button.
    pub read_rest: &'static str,
    /// Primary button when all is read.
    pub see_notice: &'static str,
    /// Primary button when no reply was given.
    pub answer: &'static str,
    /// Primary button on the day.
    pub check_in_now: &'static str,
    /// Button, once the member is counted.
    pub open_agenda: &'static str,
    /// Above the title, while it goes on.
    pub now_on: &'static str,
    /// Primary button of the secretary on the day.
    pub run: &'static str,
    /// Primary button of the secretary.
    pub prepare: &'static str,
    /// Primary button of the secretary without a meeting.
    pub announce: &'static str,
    /// Heading.
    pub quick: &'static str,
    /// Heading.
    pub quick_secretary: &'static str,
    /// Tile.
    pub comment: &'static str,
    /// Tile.
    pub comment_note: &'static str,
    /// Tile.
    pub self_criticism: &'static str,
    /// Tile.
    pub self_criticism_note: &'static str,
    /// Tile.
    pub check_in: &'static str,
    /// Tile.
    pub check_in_note: &'static str,
    /// Tile.
    pub inbox: &'static str,
    /// Tile.
    pub roll_call: &'static str,
    /// Tile.
    pub roll_call_note: &'static str,
    /// Tile.
    pub publish: &'static str,
    /// Tile.
    pub publish_note: &'static str,
    /// Tile.
    pub members: &'static str,
    /// Tile.
    pub members_note: fn(usize) -> String,
    /// Heading.
    pub due: &'static str,
    /// Link.
    pub all_tasks: &'static str,
    /// When there are none.
    pub no_tasks: &'static str,
    /// Heading.
    pub outbox: &'static str,
    /// Title.
    pub outbox_waiting: fn(usize) -> String,
    /// Title.
    pub outbox_empty: &'static str,
    /// Note.
    pub outbox_note: &'static str,
    /// Note.
    pub outbox_empty_note: &'static str,
    /// Row note before anything was sent.
    pub outbox_untouched_note: &'static str,
    /// Banner title.
    pub waiting_for_admission: &'static str,
    /// Banner text before the digits.
    pub waiting_for_admission_text: &'static str,
    /// Banner title.
    pub waiting_for_branch: &'static str,
    /// Banner text.
    pub waiting_for_branch_text: &'static str,
    /// Button: shows the request as a code.
    pub show_request: &'static str,
    /// Banner: nothing new for long.
    pub stale: fn(&str) -> String,
    /// Tag on the cover.
    pub replied_attend: &'static str,
    /// Tag on the cover.
    pub replied_absent: &'static str,
}

/// Vietnamese.
pub const VI: HomeTexts = HomeTexts {
    greeting: |name| ["Chào đồng chí ", name].concat(),
    greeting_new: "Chào đồng chí",
    secretary: "Bí thư chi bộ.",
    next: "Kỳ sinh hoạt tới",
    no_meeting: "Chưa có thông báo họp",
    no_meeting_text: "Khi bí thư gửi thông báo, kỳ họp hiện ở đây.",
    read_of: |read, all| ["Đồng chí đã đọc ", &read.to_string(), "/", &all.to_string(), " tài liệu"].concat(),
    read_rest: "Đọc tài liệu còn lại",
    see_notice: "Xem thông báo",
    answer: "Báo có mặt hay vắng",
    check_in_now: "Điểm danh",
    open_agenda: "Mở chương trình",
    now_on: "Đang họp",
    run: "Điều hành buổi họp",
    prepare: "Chuẩn bị kỳ họp",
    announce: "Soạn thông báo họp",
    quick: "Việc thường làm",
    quick_secretary: "Việc của bí thư",
    comment: "Góp ý",
    comment_note: "Chuyên đề",
    self_criticism: "Tự phê bình",
    self_criticism_note: "Chỉ đồng chí đọc được",
    check_in: "Điểm danh",
    check_in_note: "Quét, gõ hoặc đưa thẻ",
    inbox: "Hộp thư đến",
    roll_call: "Điều hành",
    roll_call_note: "Điểm danh, mã quét",
    publish: "Gửi tài liệu",
    publish_note: "Cho cả chi bộ",
    members: "Đảng viên",
    members_note: |n| [&n.to_string(), " đồng chí"].concat(),
    due: "Việc đến hạn",
    all_tasks: "Xem tất cả",
    no_tasks: "Không có việc nào sắp đến hạn.",
    outbox: "Hộp gửi",
    outbox_waiting: |n| [&n.to_string(), " mục chờ gửi"].concat(),
    outbox_empty: "Không có gì chờ gửi",
    outbox_note: "Đã lưu an toàn trên máy. Tự gửi khi có mạng, hoặc đưa bí thư quét mã.",
    outbox_empty_note: "Góp ý và báo vắng của đồng chí đã tới nơi.",
    outbox_untouched_note: "Chưa gửi gì.",
    waiting_for_admission: "Chờ bí thư xác nhận",
    waiting_for_admission_text: "Đọc sáu chữ số này cho bí thư để xác nhận máy của đồng chí:",
    waiting_for_branch: "Chưa có nội dung chi bộ",
    waiting_for_branch_text: "Sổ tay sẽ tự tải khi có mạng, hoặc xin bí thư tệp trao đổi.",
    show_request: "Đưa mã cho bí thư quét",
    stale: |day| ["Chưa cập nhật từ ngày ", day].concat(),
    replied_attend: "Đã báo có mặt",
    replied_absent: "Đã xin vắng",
};

/// English.
pub const EN: HomeTexts = HomeTexts {
    greeting: |name| ["Hello, Comrade ", name].concat(),
    greeting_new: "Hello, Comrade",
    secretary: "Branch secretary.",
    next: "Next meeting",
    no_meeting: "No meeting announced",
    no_meeting_text: "When the secretary sends a notice, it shows here.",
    read_of: |read, all| ["You have read ", &read.to_string(), " of ", &all.to_string(), " papers"].concat(),
    read_rest: "Read the rest",
    see_notice: "See the notice",
    answer: "Say whether you will come",
    check_in_now: "Check in",
    open_agenda: "Open the agenda",
    now_on: "Under way",
    run: "Run the meeting",
    prepare: "Prepare the meeting",
    announce: "Announce a meeting",
    quick: "Often used",
    quick_secretary: "The secretary's work",
    comment: "Comment",
    comment_note: "Theme",
    self_criticism: "Self-criticism",
    self_criticism_note: "Only you can read it",
    check_in: "Check in",
    check_in_note: "Scan, type or show your card",
    inbox: "Inbox",
    roll_call: "Run",
    roll_call_note: "Roll call, code",
    publish: "Publish papers",
    publish_note: "For the whole branch",
    members: "Members",
    members_note: |n| [&n.to_string(), " members"].concat(),
    due: "Due soon",
    all_tasks: "See all",
    no_tasks: "Nothing is due soon.",
    outbox: "Outbox",
    outbox_waiting: |n| [&n.to_string(), " waiting"].concat(),
    outbox_empty: "Nothing is waiting",
    outbox_note: "Safe on this device. Sent by itself when there is a network, or by file.",
    outbox_empty_note: "Your words have arrived.",
    outbox_untouched_note: "Nothing was sent yet.",
    waiting_for_admission: "Waiting for the secretary",
    waiting_for_admission_text: "Read these six digits to the secretary to confirm your device:",
    waiting_for_branch: "The branch is not here yet",
    waiting_for_branch_text: "It comes by itself with a network, or ask the secretary for an exchange file.",
    show_request: "Show a code to the secretary",
    stale: |day| ["No update since ", day].concat(),
    replied_attend: "You will come",
    replied_absent: "You asked to be absent",
};
