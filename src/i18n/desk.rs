//! Chi bộ: the secretary's desk.

/// Chi bộ: the secretary's desk.
pub struct DeskTexts {
    /// Title.
    pub title: &'static str,
    /// Heading.
    pub first_steps: &'static str,
    /// Step.
    pub step_members: &'static str,
    /// Step.
    pub step_invite: &'static str,
    /// Step.
    pub step_notice: &'static str,
    /// Below a step.
    pub step_done: &'static str,
    /// Heading.
    pub work: &'static str,
    /// Tile.
    pub inbox: &'static str,
    /// Tile.
    pub members: &'static str,
    /// Tile.
    pub members_note: fn(usize) -> String,
    /// Tile.
    pub notice: &'static str,
    /// Tile.
    pub notice_note: &'static str,
    /// Tile.
    pub document: &'static str,
    /// Tile.
    pub document_note: &'static str,
    /// Tile.
    pub prepare: &'static str,
    /// Tile.
    pub prepare_note: &'static str,
    /// Tile.
    pub roll_call: &'static str,
    /// Tile.
    pub roll_call_note: &'static str,
    /// Tile.
    pub assign: &'static str,
    /// Tile.
    pub assign_note: &'static str,
    /// Tile and button.
    pub exchange: &'static str,
    /// Tile.
    pub exchange_note: &'static str,
    /// Banner.
    pub publishing: &'static str,
    /// Banner.
    pub unpublished: &'static str,
    /// Banner.
    pub published: &'static str,
    /// Banner with time and date.
    pub published_at: fn(&str, &str) -> String,
    /// Button.
    pub publish: &'static str,
    /// Banner text.
    pub publish_text: &'static str,
    /// Banner text.
    pub publish_offline: &'static str,
    /// Banner text.
    pub no_hosting: &'static str,
}

/// Vietnamese.
pub const VI: DeskTexts = DeskTexts {
    title: "Chi bộ",
    first_steps: "Việc tiếp theo",
    step_members: "Nhập danh sách đảng viên",
    step_invite: "Mời vào sổ",
    step_notice: "Soạn thông báo họp",
    step_done: "Đã làm",
    work: "Việc của bí thư",
    inbox: "Hộp thư đến",
    members: "Đảng viên",
    members_note: |n| [&n.to_string(), " đồng chí"].concat(),
    notice: "Thông báo họp",
    notice_note: "Soạn và gửi",
    document: "Gửi tài liệu",
    document_note: "Cho cả chi bộ",
    prepare: "Chuẩn bị kỳ họp",
    prepare_note: "Dự thảo, tài liệu, mốc hạn",
    roll_call: "Điều hành",
    roll_call_note: "Điểm danh, mã quét",
    assign: "Giao việc",
    assign_note: "Sau buổi họp tới",
    exchange: "Trao đổi",
    exchange_note: "Tệp, mã quét",
    publishing: "Đang đăng cho chi bộ",
    unpublished: "Chưa đăng cho chi bộ",
    published: "Đã đăng mọi thay đổi",
    published_at: |time, date| ["Đã đăng lúc ", time, " ngày ", date].concat(),
    publish: "Đăng ngay",
    publish_text: "Đã lưu trên máy. Đăng xong đảng viên mới thấy.",
    publish_offline: "Đã lưu trên máy. Sẽ tự đăng khi có mạng.",
    no_hosting: "Đã lưu trên máy. Chi bộ chưa có nơi lưu trữ: hãy đưa tệp cho đảng viên.",
};

/// English.
pub const EN: DeskTexts = DeskTexts {
    title: "Branch",
    first_steps: "What comes next",
    step_members: "Enter the list of members",
    step_invite: "Invite them",
    step_notice: "Announce a meeting",
    step_done: "Done",
    work: "The secretary's work",
    inbox: "Inbox",
    members: "Members",
    members_note: |n| [&n.to_string(), " members"].concat(),
    notice: "New notice",
    notice_note: "Write and send",
    document: "New document",
    document_note: "For the whole branch",
    prepare: "Prepare",
    prepare_note: "Draft, papers, deadlines",
    roll_call: "Run the meeting",
    roll_call_note: "Roll call, code",
    assign: "Assign tasks",
    assign_note: "After the next meeting",
    exchange: "Exchange",
    exchange_note: "Files and codes",
    publishing: "Publishing",
    unpublished: "Not published yet",
    published: "Everything is published",
    published_at: |time, date| ["Published at ", time, " on ", date].concat(),
    publish: "Publish now",
    publish_text: "Safe on this device. Members see it once it is published.",
    publish_offline: "Safe on this device. It is published once there is a network.",
    no_hosting: "Safe on this device. Without hosting, hand a file to the members.",
};
