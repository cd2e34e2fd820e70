//! Hồ sơ kỳ sinh hoạt: the papers of a meeting as files.

use crate::domain::posting::PostingItem;

/// Hồ sơ kỳ sinh hoạt: the papers of a meeting as files.
pub struct DossierTexts {
    /// Title and link.
    pub title: &'static str,
    /// Note below the link.
    pub note: &'static str,
    /// The last day of posting.
    pub due: fn(&str) -> String,
    /// Heading.
    pub posting: &'static str,
    /// Note.
    pub posting_note: &'static str,
    /// Row that is ticked.
    pub posting_item: fn(PostingItem) -> &'static str,
    /// When it was ticked.
    pub posted_at: fn(&str) -> String,
    /// Nothing is left.
    pub all_posted: &'static str,
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
    /// Field: the number that their notices give.
    pub telephone: &'static str,
    /// Below it.
    pub telephone_hint: &'static str,
    /// Button: their notices.
    pub print_large: &'static str,
    /// A file.
    pub notice: &'static str,
    /// A file.
    pub large_notice: &'static str,
    /// A file.
    pub invitation: &'static str,
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
    note: "Giấy mời, thông báo chữ lớn, chương trình, biên bản, lịch",
    due: |day| ["Đăng tải và báo cáo cấp trên chậm nhất ngày ", day, "."].concat(),
    posting: "Đã đăng và báo cáo",
    posting_note: "Đăng xong việc nào, đồng chí đánh dấu việc ấy. Chạm lần nữa để bỏ dấu.",
    posting_item: |item| match item {
        PostingItem::Minutes => "Biên bản",
        PostingItem::Resolution => "Nghị quyết",
        PostingItem::Score => "Kết quả chấm điểm",
        PostingItem::RollCall => "Danh sách điểm danh",
        PostingItem::Tasks => "Danh sách nhiệm vụ",
        PostingItem::Report => "Báo cáo cấp trên",
    },
    posted_at: |at| ["Đã đăng lúc ", at].concat(),
    all_posted: "Đã đăng và báo cáo đủ",
    all: "Tải cả bộ (một tệp zip)",
    print: "Xem và in",
    save: "Tải tệp",
    handed: "Đã chuyển tệp.",
    no_office: "Chưa tạo được tệp: phần tạo tệp Word chưa có trên máy. Hãy mở mạng một lần rồi thử lại.",
    not_taken: "Máy không nhận tệp. Hãy thử lại.",
    without_phone: |n| [&n.to_string(), " đồng chí chưa có máy trong sổ tay: in giấy báo chữ lớn, khổ A5."].concat(),
    telephone: "Số điện thoại của đồng chí thư ký",
    telephone_hint: "In trên giấy báo để đồng chí nào vắng gọi lại. Số này chỉ giữ trên máy của đồng chí.",
    print_large: "In giấy báo chữ lớn",
    notice: "Thông báo",
    large_notice: "Thông báo chữ lớn, khổ A5",
    invitation: "Giấy mời cấp ủy viên phụ trách",
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
    note: "Invitation, notice in large print, agenda, minutes, calendar",
    due: |day| ["To be posted and reported by ", day, "."].concat(),
    posting: "Posted and reported",
    posting_note: "Tick what is posted. Tap again to take it back.",
    posting_item: |item| match item {
        PostingItem::Minutes => "Minutes",
        PostingItem::Resolution => "Resolution",
        PostingItem::Score => "Score",
        PostingItem::RollCall => "Roll call",
        PostingItem::Tasks => "Tasks",
        PostingItem::Report => "Report to the superior",
    },
    posted_at: |at| ["Posted at ", at].concat(),
    all_posted: "Everything is posted and reported",
    all: "Get all of them (one zip file)",
    print: "View and print",
    save: "Get the file",
    handed: "The file was handed on.",
    no_office: "No file was made: what writes Word files is not on this device yet. Connect once and try again.",
    not_taken: "The device did not take the file. Please try again.",
    without_phone: |n| [&n.to_string(), " members have no device in the handbook: print a notice in large print, A5."].concat(),
    telephone: "Telephone number of the secretary",
    telephone_hint: "Printed on the notices for those who cannot come. It is kept on this device only.",
    print_large: "Print notices in large print",
    notice: "Notice",
    large_notice: "Notice in large print, A5",
    invitation: "Invitation for the superior's officer",
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
