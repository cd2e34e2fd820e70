//! Hồ sơ kỳ sinh hoạt: the papers of a meeting as files.

/// Hồ sơ kỳ sinh hoạt: the papers of a meeting as files.
pub struct DossierTexts {
    /// Title and link.
    pub title: &'static str,
    /// The last day of posting.
    pub due: fn(&str) -> String,
    /// Button: everything as one file.
    pub all: &'static str,
    /// Button of a row.
    pub print: &'static str,
    /// Button of a row.
    pub save: &'static str,
    /// The file was handed on.
    pub handed: &'static str,
    /// What writes files is not on the device.
    pub no_office: &'static str,
    /// Neither shared nor saved.
    pub not_taken: &'static str,
    /// How many members have no phone in the handbook.
    pub without_phone: fn(usize) -> String,
    /// Button: their notices.
    pub print_large: &'static str,
    /// A file.
    pub notice: &'static str,
    /// A file.
    pub agenda: &'static str,
    /// A file.
    pub roll_call: &'static str,
    /// A file.
    pub minutes: &'static str,
    /// A file.
    pub resolution: &'static str,
    /// A file.
    pub tasks: &'static str,
    /// A file.
    pub score: &'static str,
    /// A file.
    pub score_xlsx: &'static str,
    /// A file.
    pub score_csv: &'static str,
    /// A file.
    pub calendar: &'static str,
}

/// Vietnamese.
pub const VI: DossierTexts = DossierTexts {
    title: "Hồ sơ kỳ sinh hoạt",
    due: |day| ["Đăng tải và báo cáo cấp trên chậm nhất ngày ", day, "."].concat(),
    all: "Tải cả bộ (một tệp zip)",
    print: "Xem và in",
    save: "Tải tệp",
    handed: "Đã chuyển tệp.",
    no_office: "Chưa tạo được tệp: phần tạo tệp Word chưa có trên máy. Hãy mở mạng một lần rồi thử lại.",
    not_taken: "Máy không nhận tệp. Hãy thử lại.",
    without_phone: |n| [&n.to_string(), " đồng chí chưa có máy trong sổ tay: in giấy báo chữ lớn, khổ A5."].concat(),
    print_large: "In giấy báo chữ lớn",
    notice: "Thông báo",
    agenda: "Chương trình",
    roll_call: "Danh sách điểm danh",
    minutes: "Biên bản",
    resolution: "Nghị quyết",
    tasks: "Danh sách nhiệm vụ",
    score: "Phiếu chấm điểm",
    score_xlsx: "Bảng chấm điểm (Excel)",
    score_csv: "Bảng chấm điểm (CSV)",
    calendar: "Lịch (ICS)",
};

/// English.
pub const EN: DossierTexts = DossierTexts {
    title: "Papers of the meeting",
    due: |day| ["To be posted and reported by ", day, "."].concat(),
    all: "Get all of them (one zip file)",
    print: "View and print",
    save: "Get the file",
    handed: "The file was handed on.",
    no_office: "No file was made: what writes Word files is not on this device yet. Connect once and try again.",
    not_taken: "The device did not take the file. Please try again.",
    without_phone: |n| [&n.to_string(), " members have no device in the handbook: print a notice in large print, A5."].concat(),
    print_large: "Print notices in large print",
    notice: "Notice",
    agenda: "Agenda",
    roll_call: "Roll call",
    minutes: "Minutes",
    resolution: "Resolution",
    tasks: "Tasks",
    score: "Score sheet",
    score_xlsx: "Score table (Excel)",
    score_csv: "Score table (CSV)",
    calendar: "Calendar (ICS)",
};
