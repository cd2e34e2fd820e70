//! Members, their devices and invitations.

/// Members, their devices and invitations.
pub struct MembersTexts {
    /// Title.
    pub title: &'static str,
    /// Below the title.
    pub count: fn(usize) -> String,
    /// Empty list.
    pub none: &'static str,
    /// Empty list.
    pub none_text: &'static str,
    /// Button.
    pub add: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Dialog.
    pub edit_title: &'static str,
    /// Field.
    pub name: &'static str,
    /// Hint.
    pub name_hint: &'static str,
    /// Error.
    pub no_name: &'static str,
    /// Field.
    pub membership: &'static str,
    /// Field.
    pub activity: &'static str,
    /// Field.
    pub office: &'static str,
    /// Banner title.
    pub twin: &'static str,
    /// Banner text.
    pub twin_text: &'static str,
    /// Button.
    pub twin_yes: &'static str,
    /// In the list.
    pub devices: fn(usize) -> String,
    /// Heading.
    pub devices_title: &'static str,
    /// A device by its number.
    pub device: fn(usize) -> String,
    /// Tag.
    pub active: &'static str,
    /// Tag.
    pub own_device: &'static str,
    /// Tag.
    pub revoked: &'static str,
    /// Button.
    pub revoke: &'static str,
    /// Question.
    pub revoke_text: &'static str,
    /// Button and dialog.
    pub many: &'static str,
    /// Field.
    pub many_label: &'static str,
    /// Hint.
    pub many_hint: &'static str,
    /// Button.
    pub many_add: &'static str,
    /// Error with the line.
    pub many_bad_line: fn(&str) -> String,
    /// Above the preview, with the number.
    pub many_preview: fn(usize) -> String,
    /// In the preview: what beside the name says nothing.
    pub many_unread: fn(&str) -> String,
    /// Report: added, known before.
    pub many_done: fn(usize, usize) -> String,
    /// Button and heading.
    pub put_off: &'static str,
    /// What it does.
    pub put_off_text: &'static str,
    /// Field.
    pub put_off_reason: &'static str,
    /// Button.
    pub put_back: &'static str,
    /// Summary with the number.
    pub left: fn(usize) -> String,
    /// Link.
    pub invite: &'static str,
    /// Link.
    pub invite_more: &'static str,
    /// Title.
    pub invite_title: &'static str,
    /// Name of the code.
    pub invite_code: &'static str,
    /// Before the link in a message.
    pub invite_words: &'static str,
    /// Button.
    pub send_link: &'static str,
    /// Button.
    pub copy_link: &'static str,
    /// Button.
    pub print_letter: &'static str,
    /// On paper, with the name.
    pub letter_to: fn(&str) -> String,
    /// On paper: what to do.
    pub letter: &'static [&'static str],
    /// After copying.
    pub copied: &'static str,
    /// After copying failed.
    pub not_copied: &'static str,
    /// Note.
    pub link_note: &'static str,
    /// Heading.
    pub say_title: &'static str,
    /// Steps.
    pub say: &'static [&'static str],
    /// Heading.
    pub requests: &'static str,
    /// Where a request will show.
    pub no_request: &'static str,
}

/// Vietnamese.
pub const VI: MembersTexts = MembersTexts {
    title: "Đảng viên",
    count: |n| [&n.to_string(), " đồng chí"].concat(),
    none: "Mới có bí thư trong sổ",
    none_text: "Thêm từng đồng chí, hoặc dán cả danh sách.",
    add: "Thêm đảng viên",
    edit: "Sửa",
    edit_title: "Sửa thông tin đảng viên",
    name: "Họ và tên",
    no_name: "Mời đồng chí ghi họ và tên.",
    name_hint: "Ghi đủ họ, đệm, tên.",
    membership: "Tư cách",
    activity: "Sinh hoạt",
    office: "Chức vụ",
    twin: "Trong sổ đã có tên này",
    twin_text: "Nếu là hai đồng chí trùng tên, hãy bấm nút dưới.",
    twin_yes: "Đúng là hai người",
    devices: |n| {
        if n == 0 {
            "Chưa có máy nào trong sổ".to_owned()
        } else {
            [&n.to_string(), " máy trong sổ"].concat()
        }
    },
    devices_title: "Máy của đồng chí này",
    device: |n| ["Máy ", &n.to_string()].concat(),
    active: "Đang dùng",
    own_device: "Đang dùng, là máy này",
    revoked: "Đã thôi dùng",
    revoke: "Thôi dùng máy này",
    revoke_text: "Những gì máy đã gửi vẫn còn. Từ nay sổ không nhận thêm từ máy đó.",
    many: "Dán nhiều tên",
    many_label: "Danh sách họ tên",
    many_hint: "Mỗi dòng một đồng chí. Chức vụ hoặc dự bị ghi sau dấu phẩy.",
    many_add: "Thêm vào sổ",
    many_bad_line: |line| ["Dòng này chưa đúng: ", line].concat(),
    many_preview: |n| ["Sẽ thêm ", &n.to_string(), " đồng chí"].concat(),
    many_unread: |words| ["Bỏ qua: ", words].concat(),
    many_done: |added, known| {
        ["Đã thêm ", &added.to_string(), " đồng chí. Bỏ qua ", &known.to_string(), " tên đã có."].concat()
    },
    put_off: "Đưa ra khỏi danh sách",
    put_off_text: "Tên vẫn còn trong các buổi họp đã qua. Máy của đồng chí ấy thôi dùng được.",
    put_off_reason: "Lý do",
    put_back: "Đưa trở lại danh sách",
    left: |n| ["Đã ra khỏi danh sách: ", &n.to_string()].concat(),
    invite: "Mời vào sổ",
    invite_more: "Thêm máy",
    invite_title: "Mời vào sổ",
    invite_code: "Mã mời để quét",
    invite_words: "Mời đồng chí mở sổ tay của chi bộ bằng liên kết này:",
    send_link: "Gửi liên kết",
    copy_link: "Sao chép liên kết",
    print_letter: "In thư mời",
    letter_to: |name| ["Mời đồng chí ", name, " vào sổ tay chi bộ"].concat(),
    letter: &[
        "Mở máy ảnh của điện thoại, quét mã này rồi mở trang vừa hiện ra.",
        "Chọn cỡ chữ dễ đọc, rồi đọc sáu số trên màn hình cho bí thư.",
    ],
    copied: "Đã sao chép liên kết",
    not_copied: "Máy không cho chép. Hãy đưa mã để quét.",
    link_note: "Liên kết mở được tài liệu chi bộ. Chỉ gửi riêng cho đồng chí này.",
    say_title: "Hướng dẫn đồng chí ấy",
    say: &[
        "Mở máy ảnh hoặc sổ tay, quét mã trên màn hình này.",
        "Chọn cỡ chữ dễ đọc.",
        "Đọc cho bí thư nghe sáu chữ số trên màn hình.",
    ],
    requests: "Chờ xác nhận",
    no_request: "Khi đồng chí ấy mở sổ, sáu số để so sẽ hiện ở đầu trang này.",
};

/// English.
pub const EN: MembersTexts = MembersTexts {
    title: "Members",
    count: |n| [&n.to_string(), " members"].concat(),
    none: "Only the secretary is listed",
    none_text: "Add one by one, or paste the whole list.",
    add: "Add a member",
    edit: "Edit",
    edit_title: "Edit the member",
    name: "Full name",
    no_name: "Write the full name.",
    name_hint: "Family name first.",
    membership: "Membership",
    activity: "Activity",
    office: "Office",
    twin: "This name is listed already",
    twin_text: "Press the button below if these are two people.",
    twin_yes: "They are two people",
    devices: |n| if n == 0 { "No device yet".to_owned() } else { ["Devices: ", &n.to_string()].concat() },
    devices_title: "Devices of this member",
    device: |n| ["Device ", &n.to_string()].concat(),
    active: "In use",
    own_device: "In use, this very device",
    revoked: "Taken off",
    revoke: "Take this device off",
    revoke_text: "What it has sent stays. Nothing new of it is taken.",
    many: "Paste names",
    many_label: "List of names",
    many_hint: "One a line. Write an office or dự bị behind a comma.",
    many_add: "Add them",
    many_bad_line: |line| ["This line is not a name: ", line].concat(),
    many_preview: |n| [&n.to_string(), " to be added"].concat(),
    many_unread: |words| ["Left out: ", words].concat(),
    many_done: |added, known| {
        ["Added ", &added.to_string(), ". Left out ", &known.to_string(), " known names."].concat()
    },
    put_off: "Take off the list",
    put_off_text: "The name stays in past meetings. The devices of this member are taken off.",
    put_off_reason: "Reason",
    put_back: "Put back on the list",
    left: |n| ["Off the list: ", &n.to_string()].concat(),
    invite: "Invite",
    invite_more: "Add a device",
    invite_title: "Invitation",
    invite_code: "Invitation code",
    invite_words: "Open the handbook of our branch with this link:",
    send_link: "Send the link",
    copy_link: "Copy the link",
    print_letter: "Print the invitation",
    letter_to: |name| ["Comrade ", name, ", you are invited to the handbook of the branch"].concat(),
    letter: &[
        "Open the camera of your phone, scan this code and open the page that it shows.",
        "Choose a text size, then read the six digits on the screen to the secretary.",
    ],
    copied: "The link is copied",
    not_copied: "Copying is not allowed here. Let the code be scanned.",
    link_note: "The link opens the papers of the branch. Send it to this member only.",
    say_title: "What to tell the member",
    say: &[
        "Open the camera or the handbook and scan this code.",
        "Choose a text size.",
        "Read the six digits on the screen to the secretary.",
    ],
    requests: "To be confirmed",
    no_request: "When the member opens it, the six digits to compare show at the top of this page.",
};
