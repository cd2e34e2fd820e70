//! Gửi tài liệu.

/// Gửi tài liệu.
pub struct PublishingTexts {
    /// Title.
    pub title: &'static str,
    /// Lead.
    pub lead: &'static str,
    /// Note.
    pub shield: &'static str,
    /// Button.
    pub pick: &'static str,
    /// Progress: page, pages.
    pub reading: fn(u32, u32) -> String,
    /// Banner title.
    pub refused: &'static str,
    /// Reason.
    pub empty_file: &'static str,
    /// Reason.
    pub other_type: &'static str,
    /// Reason.
    pub not_a_pdf: &'static str,
    /// Reason.
    pub not_utf8: &'static str,
    /// Reason.
    pub confidential: &'static str,
    /// Reason.
    pub secret: &'static str,
    /// Reason.
    pub top_secret: &'static str,
    /// Reason.
    pub encrypted: &'static str,
    /// Reason.
    pub broken: &'static str,
    /// Reason.
    pub no_viewer: &'static str,
    /// Reason.
    pub too_large: &'static str,
    /// Reason.
    pub old_word: &'static str,
    /// Reason.
    pub not_word: &'static str,
    /// Reason.
    pub encrypted_word: &'static str,
    /// Reason.
    pub broken_word: &'static str,
    /// Reason.
    pub swollen_word: &'static str,
    /// Reason.
    pub no_office: &'static str,
    /// Field: what a scan says.
    pub scan_summary: &'static str,
    /// Hint.
    pub scan_summary_hint: &'static str,
    /// Error.
    pub summary_marked: &'static str,
    /// Banner title.
    pub scanned: &'static str,
    /// Banner text.
    pub scanned_text: &'static str,
    /// Check box.
    pub vouch: &'static str,
    /// Field.
    pub summary: &'static str,
    /// Hint.
    pub summary_hint: &'static str,
    /// Error.
    pub no_summary: &'static str,
    /// Error.
    pub no_issuer: &'static str,
    /// Field.
    pub kind: &'static str,
    /// Field.
    pub number: &'static str,
    /// Hint.
    pub number_hint: &'static str,
    /// Field.
    pub issuer: &'static str,
    /// Field.
    pub day: &'static str,
    /// Error.
    pub bad_day: &'static str,
    /// Hint.
    pub may_be_empty: &'static str,
    /// Field.
    pub meeting: &'static str,
    /// First option.
    pub no_meeting: &'static str,
    /// Button.
    pub publish: &'static str,
    /// Title.
    pub done: &'static str,
    /// Button.
    pub another: &'static str,
    /// Link.
    pub to_desk: &'static str,
    /// Heading.
    pub published: &'static str,
    /// Button.
    pub retract: &'static str,
    /// Question.
    pub retract_title: &'static str,
    /// Question with the title.
    pub retract_text: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: PublishingTexts = PublishingTexts {
    title: "Gửi tài liệu",
    lead: "Chọn tệp Word (.docx), PDF hoặc tệp chữ (.txt, .md). Đảng viên đọc được ngay trên điện thoại.",
    shield: "Không đưa tài liệu có dấu Mật vào sổ tay.",
    pick: "Chọn tệp",
    reading: |page, pages| {
        if pages == 0 {
            "Đang kiểm tra tệp".to_owned()
        } else {
            ["Đang kiểm tra trang ", &page.to_string(), "/", &pages.to_string()].concat()
        }
    },
    refused: "Không nhận tệp này. Chưa lưu gì vào sổ.",
    empty_file: "Tệp không có nội dung. Hãy chọn tệp khác.",
    other_type: "Sổ tay nhận tệp .docx, .pdf, .md và .txt. Hãy lưu lại rồi chọn.",
    not_a_pdf: "Tên tệp là PDF nhưng nội dung không phải PDF. Hãy xuất lại tệp.",
    not_utf8: "Văn bản dùng bảng mã cũ nên không đọc được. Hãy lưu lại dạng UTF-8.",
    confidential: "Tài liệu có dấu MẬT. Sổ tay không nhận tài liệu mật.",
    secret: "Tài liệu có dấu TỐI MẬT. Sổ tay không nhận tài liệu mật.",
    top_secret: "Tài liệu có dấu TUYỆT MẬT. Sổ tay không nhận tài liệu mật.",
    encrypted: "Tệp PDF có mật khẩu nên không kiểm tra được. Hãy bỏ mật khẩu.",
    broken: "Tệp PDF bị hỏng. Hãy xuất lại tệp.",
    no_viewer: "Máy chưa có phần đọc PDF. Hãy nối mạng một lần rồi chọn lại.",
    too_large: "Tệp lớn hơn 20 MB, nhiều điện thoại không tải nổi. Hãy giảm dung lượng rồi chọn lại.",
    old_word: "Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành .docx.",
    not_word: "Tên tệp là Word nhưng nội dung không phải Word. Hãy lưu lại tệp.",
    encrypted_word: "Tệp Word có mật khẩu nên không kiểm tra được. Hãy bỏ mật khẩu.",
    broken_word: "Tệp Word bị hỏng. Hãy mở bằng Word và lưu lại.",
    swollen_word: "Tệp Word phình to bất thường nên không mở. Hãy lưu lại tệp.",
    no_office: "Máy chưa có phần đọc Word. Hãy nối mạng một lần rồi chọn lại.",
    scan_summary: "Tóm tắt nội dung",
    scan_summary_hint: "Để đảng viên đọc và tìm được. Có thể để trống.",
    summary_marked: "Phần tóm tắt có dấu Mật. Sổ tay không nhận tài liệu mật.",
    scanned: "Ảnh quét, chưa có chữ",
    scanned_text: "Hãy mở tệp xem từng trang trước khi gửi.",
    vouch: "Tôi đã xem, tài liệu không có dấu Mật",
    summary: "Trích yếu",
    summary_hint: "Tên tài liệu như đảng viên sẽ thấy.",
    no_summary: "Mời đồng chí ghi tên tài liệu.",
    no_issuer: "Mời đồng chí ghi cơ quan ban hành.",
    kind: "Loại văn bản",
    number: "Số hiệu",
    number_hint: "Ví dụ: 294-QĐ/TW. Có thể để trống.",
    issuer: "Cơ quan ban hành",
    day: "Ngày ban hành",
    bad_day: "Ngày chưa đúng. Hãy chọn lại hoặc để trống.",
    may_be_empty: "Có thể để trống.",
    meeting: "Dùng cho kỳ sinh hoạt",
    no_meeting: "Không gắn với kỳ nào",
    publish: "Gửi cho chi bộ",
    done: "Đã gửi tài liệu",
    another: "Gửi tài liệu khác",
    to_desk: "Về việc của chi bộ",
    published: "Tài liệu đã gửi",
    retract: "Thu hồi",
    retract_title: "Thu hồi tài liệu này?",
    retract_text: |title| ["Đảng viên sẽ không thấy nữa: ", title].concat(),
};

/// English.
pub const EN: PublishingTexts = PublishingTexts {
    title: "Publish a document",
    lead: "Pick a Word file (.docx), a PDF or a text file (.txt, .md).",
    shield: "Classified papers do not belong here.",
    pick: "Pick a file",
    reading: |page, pages| {
        if pages == 0 {
            "Checking the file".to_owned()
        } else {
            ["Checking page ", &page.to_string(), " of ", &pages.to_string()].concat()
        }
    },
    refused: "This file was not taken. Nothing was stored.",
    empty_file: "The file is empty. Pick another one.",
    other_type: "The handbook takes .docx, .pdf, .md and .txt.",
    not_a_pdf: "It is called PDF but is none. Export it again.",
    not_utf8: "The text uses an old encoding. Save it as UTF-8.",
    confidential: "It is marked confidential. Classified papers are not taken.",
    secret: "It is marked secret. Classified papers are not taken.",
    top_secret: "It is marked top secret. Classified papers are not taken.",
    encrypted: "The PDF has a password and cannot be checked. Remove it first.",
    broken: "The PDF is damaged. Export it again.",
    no_viewer: "The PDF reader is not here yet. Go online once and pick the file again.",
    too_large: "The file is larger than 20 MB, too much for many phones. Make it smaller first.",
    old_word: "This is an old Word file (.doc). Open it in Word and save it as .docx.",
    not_word: "It is called Word but is none. Save it again.",
    encrypted_word: "The Word file has a password and cannot be checked. Remove it first.",
    broken_word: "The Word file is damaged. Open it in Word and save it again.",
    swollen_word: "The Word file is far larger than it looks. Save it again.",
    no_office: "The Word reader is not here yet. Go online once and pick the file again.",
    scan_summary: "Summary",
    scan_summary_hint: "For members to read and find. May be left empty.",
    summary_marked: "The summary carries a marking. Classified papers are not taken.",
    scanned: "A scan without text",
    scanned_text: "Look through every page before you publish it.",
    vouch: "I have looked: it carries no marking",
    summary: "Title",
    summary_hint: "What members will see.",
    no_summary: "Write the title.",
    no_issuer: "Write who issued it.",
    kind: "Kind",
    number: "Number",
    number_hint: "For example 294-QĐ/TW. May be left empty.",
    issuer: "Issued by",
    day: "Date",
    bad_day: "This is no date. Choose again or leave it empty.",
    may_be_empty: "May be left empty.",
    meeting: "For which meeting",
    no_meeting: "For no meeting",
    publish: "Publish",
    done: "Published",
    another: "Publish another",
    to_desk: "Back to the branch",
    published: "Published documents",
    retract: "Take back",
    retract_title: "Take this document back?",
    retract_text: |title| ["Members will no longer see: ", title].concat(),
};
