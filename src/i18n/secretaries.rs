//! Máy của bí thư, nơi lưu trữ, and taking over with the recovery sheet.

/// Máy của bí thư, nơi lưu trữ, and taking over with the recovery sheet.
pub struct SecretariesTexts {
    /// Title and tile.
    pub title: &'static str,
    /// Tile.
    pub note: &'static str,
    /// Above the list.
    pub lead: &'static str,
    /// A device that the roster does not list.
    pub unlisted: &'static str,
    /// Below the device in the hand.
    pub own: &'static str,
    /// Button.
    pub dismiss: &'static str,
    /// Before it is taken off.
    pub dismiss_text: &'static str,
    /// Field.
    pub choose: &'static str,
    /// First option.
    pub nobody: &'static str,
    /// A device of a member, by its number.
    pub device: fn(&str, usize) -> String,
    /// Button.
    pub add: &'static str,
    /// Heading.
    pub hosting: &'static str,
    /// Below it: nowhere yet.
    pub no_hosting: &'static str,
    /// Field.
    pub link: &'static str,
    /// Below the field.
    pub link_hint: &'static str,
    /// Button.
    pub host: &'static str,
    /// When it is done.
    pub hosted: &'static str,
    /// Title and link.
    pub paper: &'static str,
    /// Below the link.
    pub paper_note: &'static str,
    /// What taking over does.
    pub paper_lead: &'static str,
    /// Field.
    pub groups: &'static str,
    /// Below the field.
    pub groups_hint: &'static str,
    /// Below the field of the link.
    pub paper_link_hint: &'static str,
    /// Slip of the pen.
    pub bad_groups: &'static str,
    /// Field.
    pub whose: &'static str,
    /// Button.
    pub take_over: &'static str,
    /// When it is done.
    pub taken_over: &'static str,
}

/// Vietnamese.
pub const VI: SecretariesTexts = SecretariesTexts {
    title: "Máy của bí thư và nơi lưu trữ",
    note: "Thêm máy, bỏ máy mất, dán đường dẫn",
    lead: "Các máy này được đăng nội dung và nhận thư của chi bộ. Máy mất phải bỏ ngay từ một máy khác.",
    unlisted: "Máy ngoài danh sách",
    own: "Máy đang dùng",
    dismiss: "Bỏ máy này",
    dismiss_text: "Máy này sẽ không đăng được gì mới. Những gì đã đăng vẫn còn.",
    choose: "Thêm máy của",
    nobody: "Chọn một đồng chí",
    device: |name, number| [name, ", máy ", &number.to_string()].concat(),
    add: "Giao làm máy của bí thư",
    hosting: "Nơi lưu trữ",
    no_hosting: "Chi bộ chưa có nơi lưu trữ trên mạng.",
    link: "Đường dẫn nơi lưu trữ",
    link_hint: "Dán đường dẫn do người quản trị cấp. Máy mới của bí thư cũng cần dán.",
    host: "Dùng nơi lưu trữ này",
    hosted: "Đã lưu. Sổ tay sẽ đăng lên khi có mạng.",
    paper: "Có phiếu khôi phục",
    paper_note: "Khi các máy của bí thư đều mất",
    paper_lead: "Máy này sẽ thành máy duy nhất của bí thư. Các máy cũ của bí thư sẽ thôi dùng.",
    groups: "Mười bốn nhóm chữ trên phiếu",
    groups_hint: "Gõ lần lượt từng nhóm, có dấu cách hay không đều được.",
    paper_link_hint: "Có thì dán ngay: thư đảng viên đã gửi cho máy mất sẽ mở được bằng phiếu này.",
    bad_groups: "Có chữ sai hoặc thiếu. Hãy so lại với phiếu.",
    whose: "Máy này là của",
    take_over: "Tiếp quản sổ của chi bộ",
    taken_over: "Đã tiếp quản. Hãy kiểm tra nơi lưu trữ của chi bộ.",
};

/// English.
pub const EN: SecretariesTexts = SecretariesTexts {
    title: "Secretary's devices and hosting",
    note: "Add one, take a lost one off, paste a link",
    lead: "These devices publish and receive the branch's mail. Take a lost one off at once, from another one.",
    unlisted: "A device that is not in the roster",
    own: "The device in use",
    dismiss: "Take it off",
    dismiss_text: "It will publish nothing new. What it has published stays.",
    choose: "Add a device of",
    nobody: "Choose a member",
    device: |name, number| [name, ", device ", &number.to_string()].concat(),
    add: "Make it the secretary's",
    hosting: "Hosting",
    no_hosting: "The branch has no hosting yet.",
    link: "Hosting link",
    link_hint: "Paste the link that the administrator gave you. A new device of the secretary needs it too.",
    host: "Use this hosting",
    hosted: "Saved. The handbook publishes there as soon as there is a network.",
    paper: "I have the recovery sheet",
    paper_note: "When all devices of the secretary are lost",
    paper_lead: "This becomes the only device of the secretary. The secretary's old devices are taken off.",
    groups: "The fourteen groups on the sheet",
    groups_hint: "Type one group after another, with or without spaces.",
    paper_link_hint: "Paste it if you have it: letters that members sent to the lost phones are opened with this sheet.",
    bad_groups: "A character is wrong or missing. Compare with the sheet.",
    whose: "This device belongs to",
    take_over: "Take the branch over",
    taken_over: "Done. Check the hosting of the branch.",
};
