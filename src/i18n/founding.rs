//! Founding a branch.

/// Founding a branch.
pub struct FoundingTexts {
    /// Title.
    pub title: &'static str,
    /// Button.
    pub next: &'static str,
    /// Button.
    pub found: &'static str,
    /// Which step of how many.
    pub step: fn(usize, usize) -> String,
    /// Field.
    pub name: &'static str,
    /// Hint.
    pub name_hint: &'static str,
    /// Field.
    pub superior: &'static str,
    /// Hint.
    pub superior_hint: &'static str,
    /// Field.
    pub locality: &'static str,
    /// Hint.
    pub locality_hint: &'static str,
    /// Group of choices.
    pub kind: &'static str,
    /// Field.
    pub secretary: &'static str,
    /// Field.
    pub hosting: &'static str,
    /// Hint.
    pub hosting_hint: &'static str,
    /// Error.
    pub bad_hosting: &'static str,
    /// Error.
    pub no_name: &'static str,
    /// Error.
    pub no_superior: &'static str,
    /// Error.
    pub no_locality: &'static str,
    /// Error.
    pub no_secretary: &'static str,
    /// Banner: the link came with the address.
    pub hosting_came: &'static str,
    /// Button.
    pub hosting_change: &'static str,
    /// Banner title.
    pub without_hosting: &'static str,
    /// Banner text.
    pub without_hosting_text: &'static str,
    /// Banner title.
    pub founded: &'static str,
    /// Title.
    pub sheet_title: &'static str,
    /// Banner text.
    pub sheet_lead: &'static str,
    /// Banner title.
    pub sheet_waits: &'static str,
    /// Banner text.
    pub sheet_waits_text: &'static str,
    /// Button.
    pub open_sheet: &'static str,
    /// Button.
    pub print: &'static str,
    /// Heading.
    pub by_hand: &'static str,
    /// Check box.
    pub kept: &'static str,
    /// Note.
    pub kept_note: &'static str,
    /// Button.
    pub done: &'static str,
    /// Button that waits.
    pub not_kept: &'static str,
    /// Printed below the code.
    pub rules: &'static [&'static str],
}

/// Vietnamese.
pub const VI: FoundingTexts = FoundingTexts {
    title: "Thành lập sổ chi bộ",
    next: "Tiếp tục",
    found: "Thành lập",
    step: |now, all| ["Bước ", &now.to_string(), " trên ", &all.to_string()].concat(),
    name: "Tên chi bộ",
    name_hint: "Ghi đủ như trong văn bản, ví dụ: Chi bộ thôn Đông.",
    superior: "Đảng ủy cấp trên",
    superior_hint: "Ví dụ: Đảng ủy xã Minh Khê.",
    locality: "Địa danh ghi trên văn bản",
    locality_hint: "Ví dụ: xã Minh Khê.",
    kind: "Loại hình chi bộ",
    secretary: "Họ và tên bí thư",
    hosting: "Liên kết nơi lưu trữ (nếu có)",
    hosting_hint: "Dán liên kết mà nơi lưu trữ đã cấp cho chi bộ.",
    bad_hosting: "Liên kết chưa đủ. Hãy chép lại cả dòng, hoặc để trống.",
    no_name: "Mời đồng chí ghi tên chi bộ.",
    no_superior: "Mời đồng chí ghi tên đảng ủy cấp trên.",
    no_locality: "Mời đồng chí ghi địa danh.",
    no_secretary: "Mời đồng chí ghi họ và tên bí thư.",
    hosting_came: "Đã nhận liên kết nơi lưu trữ",
    hosting_change: "Đổi",
    without_hosting: "Chưa có liên kết vẫn dùng được",
    without_hosting_text: "Chi bộ trao đổi bằng tệp và mã quét. Có thể thêm nơi lưu trữ sau.",
    founded: "Đã lập sổ chi bộ trên máy này",
    sheet_title: "Phiếu khôi phục",
    sheet_lead: "Hãy in hoặc chép ra giấy. Khi đồng chí báo đã cất phiếu, máy xóa khóa này và không hiện lại nữa.",
    sheet_waits: "Phiếu khôi phục chưa được cất",
    sheet_waits_text: "Không có phiếu thì khi mất máy sẽ không mở lại được thư của chi bộ.",
    open_sheet: "Mở phiếu",
    print: "In phiếu",
    by_hand: "Chép bằng tay",
    kept: "Tôi đã in hoặc chép lại",
    kept_note: "Cất nơi kín, cùng con dấu và sổ sách chi bộ.",
    done: "Vào việc của chi bộ",
    not_kept: "Hãy in hoặc chép phiếu trước",
    rules: &[
        "Cất phiếu này nơi kín, cùng sổ sách của chi bộ.",
        "Khi mất máy hoặc thay bí thư, dùng phiếu để mở lại thư của chi bộ.",
        "Ai cầm phiếu đều đọc được thư gửi bí thư. Không chụp ảnh, không gửi qua mạng.",
    ],
};

/// English.
pub const EN: FoundingTexts = FoundingTexts {
    title: "Found a branch",
    next: "Go on",
    found: "Found",
    step: |now, all| ["Step ", &now.to_string(), " of ", &all.to_string()].concat(),
    name: "Name of the branch",
    name_hint: "In full, as it stands on papers.",
    superior: "Committee above",
    superior_hint: "For example: Committee of Minh Khê commune.",
    locality: "Place named on papers",
    locality_hint: "For example: Minh Khê commune.",
    kind: "Kind of branch",
    secretary: "Full name of the secretary",
    hosting: "Hosting link (if there is one)",
    hosting_hint: "Paste the link that the host has given the branch.",
    bad_hosting: "The link is not complete. Copy the whole line again, or leave it empty.",
    no_name: "Write the name of the branch.",
    no_superior: "Write the name of the committee above.",
    no_locality: "Write the place.",
    no_secretary: "Write the full name of the secretary.",
    hosting_came: "The hosting link is here",
    hosting_change: "Change",
    without_hosting: "It works without a link",
    without_hosting_text: "The branch exchanges files and codes. Hosting can be added later.",
    founded: "The branch is founded on this device",
    sheet_title: "Recovery sheet",
    sheet_lead: "Print it or copy it by hand. Once you say that it is put away, the device forgets this key.",
    sheet_waits: "The recovery sheet is not put away yet",
    sheet_waits_text: "Without it the mail of the branch cannot be opened again when the phone is lost.",
    open_sheet: "Open the sheet",
    print: "Print the sheet",
    by_hand: "To copy by hand",
    kept: "I have printed or copied it",
    kept_note: "Keep it in a locked drawer.",
    done: "Go to the branch",
    not_kept: "Print or copy the sheet first",
    rules: &[
        "Keep this sheet in a locked drawer with the books of the branch.",
        "It opens the mail of the branch when a phone is lost or the secretary changes.",
        "Whoever holds it can read mail to the secretary. Take no photo, send it to nobody.",
    ],
};
