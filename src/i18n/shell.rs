//! Navigation, header, and words that every screen uses.

/// Navigation, header, and words that every screen uses.
pub struct ShellTexts {
    /// Name of the app.
    pub app_name: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Name of the navigation.
    pub main_nav: &'static str,
    /// Tab.
    pub home: &'static str,
    /// Tab.
    pub library: &'static str,
    /// Tab.
    pub meetings: &'static str,
    /// Tab.
    pub tasks: &'static str,
    /// Tab of the secretary.
    pub branch: &'static str,
    /// Behind the secretary's tab, for screen readers: how much waits.
    pub waiting: fn(usize) -> String,
    /// Tab.
    pub me: &'static str,
    /// Back button.
    pub back: &'static str,
    /// Close button.
    pub close: &'static str,
    /// Cancel button.
    pub cancel: &'static str,
    /// Save button.
    pub save: &'static str,
    /// Undo button.
    pub undo: &'static str,
    /// Dismisses a notice.
    pub understood: &'static str,
    /// A new version waits.
    pub new_version: &'static str,
    /// Button.
    pub switch_version: &'static str,
    /// Button.
    pub later: &'static str,
    /// Header: everything is on this device.
    pub saved: &'static str,
    /// Header: parcels wait.
    pub queued: fn(usize) -> String,
    /// Header: a round is under way.
    pub syncing: &'static str,
    /// Header: no network.
    pub offline: &'static str,
    /// Header, secretary: members do not see it yet.
    pub unpublished: &'static str,
    /// While something is read.
    pub loading: &'static str,
    /// Print button.
    pub print: &'static str,
    /// Copy button.
    pub copy: &'static str,
    /// After copying.
    pub copied: &'static str,
    /// Share button.
    pub share: &'static str,
    /// No such page.
    pub not_found: &'static str,
    /// What to do.
    pub not_found_text: &'static str,
    /// Button.
    pub go_home: &'static str,
    /// The handbook could not be opened.
    pub failed: &'static str,
    /// A part of the app is not on this device yet.
    pub part_missing: &'static str,
    /// What to do.
    pub part_missing_text: &'static str,
    /// Button.
    pub try_again: &'static str,
}

/// Vietnamese.
pub const VI: ShellTexts = ShellTexts {
    app_name: "Sổ tay Đảng viên",
    skip: "Đến nội dung chính",
    main_nav: "Mục chính",
    home: "Hôm nay",
    library: "Tài liệu",
    meetings: "Sinh hoạt",
    tasks: "Nhiệm vụ",
    branch: "Chi bộ",
    waiting: |n| [", ", &n.to_string(), " mục mới"].concat(),
    me: "Cá nhân",
    back: "Quay lại",
    close: "Đóng",
    cancel: "Thôi",
    save: "Lưu",
    undo: "Hoàn tác",
    understood: "Đã hiểu",
    new_version: "Có bản sổ tay mới. Những gì đồng chí đã ghi vẫn còn nguyên.",
    switch_version: "Dùng bản mới",
    later: "Để sau",
    saved: "Đã lưu trên máy",
    queued: |n| ["Chờ gửi ", &n.to_string()].concat(),
    syncing: "Đang gửi",
    offline: "Không có mạng",
    unpublished: "Chưa đăng",
    loading: "Đang mở…",
    print: "In",
    copy: "Chép",
    copied: "Đã chép",
    share: "Chia sẻ",
    not_found: "Không có trang này",
    not_found_text: "Liên kết có thể đã cũ. Sổ tay vẫn còn nguyên.",
    go_home: "Về Hôm nay",
    failed: "Chưa mở được sổ tay trên máy này",
    part_missing: "Phần này chưa có trên máy",
    part_missing_text: "Những gì đã lưu vẫn còn nguyên. Hãy mở khi có mạng một lần, sau đó dùng được cả khi không có mạng.",
    try_again: "Thử lại",
};

/// English.
pub const EN: ShellTexts = ShellTexts {
    app_name: "Party Member's Handbook",
    skip: "Skip to content",
    main_nav: "Main sections",
    home: "Today",
    library: "Papers",
    meetings: "Meetings",
    tasks: "Tasks",
    branch: "Branch",
    waiting: |n| [", ", &n.to_string(), " new"].concat(),
    me: "Me",
    back: "Back",
    close: "Close",
    cancel: "Cancel",
    save: "Save",
    undo: "Undo",
    understood: "Got it",
    new_version: "A new version of the handbook is ready. Everything you wrote stays.",
    switch_version: "Use the new version",
    later: "Later",
    saved: "Saved here",
    queued: |n| ["Waiting ", &n.to_string()].concat(),
    syncing: "Sending",
    offline: "Offline",
    unpublished: "Unpublished",
    loading: "Opening…",
    print: "Print",
    copy: "Copy",
    copied: "Copied",
    share: "Share",
    not_found: "There is no such page",
    not_found_text: "The link may be old. Your handbook is untouched.",
    go_home: "Go to Today",
    failed: "The handbook on this device could not be opened",
    part_missing: "This part is not on this device yet",
    part_missing_text: "What is saved is safe. Open it once with a network; then it works without.",
    try_again: "Try again",
};
