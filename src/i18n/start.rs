//! First start: the invitation, the trial, the text size.

/// First start: the invitation, the trial, the text size.
pub struct StartTexts {
    /// Progress.
    pub step: fn(u8) -> String,
    /// What the app does.
    pub lead: &'static str,
    /// What is needed.
    pub fact_code: &'static str,
    /// What is not needed.
    pub fact_password: &'static str,
    /// Primary button.
    pub scan: &'static str,
    /// Opens the other ways.
    pub other: &'static str,
    /// Heading and button of the field for a link.
    pub paste: &'static str,
    /// When nothing was pasted.
    pub paste_empty: &'static str,
    /// Field.
    pub paste_label: &'static str,
    /// Button.
    pub open: &'static str,
    /// Heading.
    pub trial_title: &'static str,
    /// Heading.
    pub found_title: &'static str,
    /// Opens the sample branch.
    pub trial: &'static str,
    /// What the trial is.
    pub trial_note: &'static str,
    /// Button.
    pub trial_member: &'static str,
    /// Button.
    pub trial_secretary: &'static str,
    /// While the sample branch is being founded.
    pub trial_preparing: &'static str,
    /// Opens founding.
    pub found: &'static str,
    /// Heading.
    pub size_title: &'static str,
    /// Explains.
    pub size_lead: &'static str,
    /// Name of the choices.
    pub size_group: &'static str,
    /// Sample.
    pub size_sample: &'static str,
    /// Primary button.
    pub size_use: &'static str,
    /// Above the name of the branch.
    pub invited_to: &'static str,
    /// The same, with the name of the member.
    pub invites: fn(&str) -> String,
    /// Button.
    pub scan_again: &'static str,
    /// Primary button.
    pub accept: &'static str,
    /// The invitation does not open.
    pub bad_invitation: &'static str,
    /// Above the name of the branch, for a device pass.
    pub moving_in: &'static str,
    /// Heading of the scanning screen.
    pub camera_title: &'static str,
    /// Hint in the viewfinder.
    pub camera_hint: &'static str,
}

/// Vietnamese.
pub const VI: StartTexts = StartTexts {
    step: |n| ["Bước ", &n.to_string(), " trên 2"].concat(),
    lead: "Đọc tài liệu, góp ý, điểm danh và theo dõi nhiệm vụ của chi bộ. Dùng được cả khi không có mạng.",
    fact_code: "Bí thư chi bộ đưa đồng chí một mã mời, trên giấy hoặc trên máy.",
    fact_password: "Không cần số điện thoại, không cần mật khẩu.",
    scan: "Quét mã mời",
    other: "Cách khác",
    paste: "Dán liên kết",
    paste_empty: "Mời đồng chí dán liên kết.",
    paste_label: "Liên kết mời bí thư đã gửi",
    open: "Mở",
    trial_title: "Xem thử",
    found_title: "Bí thư chi bộ",
    trial: "Xem thử chi bộ mẫu",
    trial_note: "Chi bộ và người trong đó đều không có thật. Xóa lúc nào cũng được.",
    trial_member: "Xem như đảng viên",
    trial_secretary: "Xem như bí thư",
    trial_preparing: "Đang chuẩn bị…",
    found: "Tôi là bí thư, lập sổ cho chi bộ",
    size_title: "Cỡ chữ nào dễ đọc nhất?",
    size_lead: "Chọn cỡ mà đồng chí đọc được không cần kính. Đổi lại lúc nào cũng được.",
    size_group: "Cỡ chữ",
    size_sample: "Tối nay chi bộ họp",
    size_use: "Dùng cỡ này",
    invited_to: "Đồng chí được mời vào sổ tay của",
    invites: |name| ["Mời đồng chí ", name, " vào sổ tay của"].concat(),
    scan_again: "Quét lại",
    accept: "Mở sổ tay",
    bad_invitation: "Liên kết mời không đủ hoặc đã hỏng. Hãy quét lại, dán lại hoặc xin bí thư mã mới.",
    moving_in: "Mở sổ tay có sẵn của",
    camera_title: "Quét mã mời",
    camera_hint: "Đưa mã mời vào khung",
};

/// English.
pub const EN: StartTexts = StartTexts {
    step: |n| ["Step ", &n.to_string(), " of 2"].concat(),
    lead: "Read papers, comment, check in and follow the branch's tasks. Works without a network.",
    fact_code: "The secretary gives you an invitation code, on paper or on a screen.",
    fact_password: "No phone number, no password.",
    scan: "Scan the invitation",
    other: "Other ways",
    paste: "Paste the link",
    paste_empty: "Please paste the link.",
    paste_label: "The link that the secretary has sent",
    open: "Open",
    trial_title: "Have a look",
    found_title: "Secretary",
    trial: "Try the sample branch",
    trial_note: "The branch and its people are invented. Delete it at any time.",
    trial_member: "Try as a member",
    trial_secretary: "Try as the secretary",
    trial_preparing: "Getting ready…",
    found: "I am a secretary: start a branch",
    size_title: "Which text size reads best?",
    size_lead: "Choose the size you can read without glasses. You can change it later.",
    size_group: "Text size",
    size_sample: "The branch meets tonight",
    size_use: "Use this size",
    invited_to: "You are invited to the handbook of",
    invites: |name| [name, ", you are invited to the handbook of"].concat(),
    scan_again: "Scan again",
    accept: "Open the handbook",
    bad_invitation: "The invitation is not complete. Scan again or ask the secretary for a new one.",
    moving_in: "Open the existing handbook of",
    camera_title: "Scan the invitation",
    camera_hint: "Put the code into the frame",
};
