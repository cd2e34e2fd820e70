//! Điểm danh, and everything that uses the camera.

/// Điểm danh, and everything that uses the camera.
pub struct CheckInTexts {
    /// Title.
    pub title: &'static str,
    /// Camera fault.
    pub camera_no_permission: &'static str,
    /// Camera fault.
    pub camera_none: &'static str,
    /// Above the keys, where the camera gives no picture.
    pub no_camera: &'static str,
    /// Camera fault.
    pub camera_busy: &'static str,
    /// Camera fault.
    pub camera_unsupported: &'static str,
    /// What reads codes is not on this device yet.
    pub no_decoder: &'static str,
    /// A picked file that is no picture.
    pub not_a_picture: &'static str,
    /// A picked picture without a code.
    pub no_code: &'static str,
    /// A code that does not fit here.
    pub foreign_code: &'static str,
    /// Button.
    pub pick_picture: &'static str,
    /// Below the title: the day of the meeting.
    pub of_day: fn(&str) -> String,
    /// Name of the three tabs.
    pub ways: &'static str,
    /// Tab.
    pub scan: &'static str,
    /// Tab.
    pub card: &'static str,
    /// Tab.
    pub spell: &'static str,
    /// In the picture.
    pub scan_hint: &'static str,
    /// Heading of the first tab.
    pub scan_title: &'static str,
    /// Below it.
    pub scan_note: &'static str,
    /// The scanned code belongs to a meeting that is not here.
    pub other_meeting: &'static str,
    /// Button.
    pub scan_again: &'static str,
    /// Below the name on the card.
    pub card_of: fn(&str) -> String,
    /// Name of the code for screen readers.
    pub card_code: fn(&str) -> String,
    /// What to do with the card.
    pub card_show: &'static str,
    /// Below it.
    pub card_note: &'static str,
    /// How the member learns that it worked.
    pub card_after: &'static str,
    /// Heading of the third tab.
    pub spell_title: &'static str,
    /// Below it.
    pub spell_note: &'static str,
    /// Name of the cells for screen readers.
    pub spelled: fn(usize) -> String,
    /// The check in the code does not fit.
    pub spell_again: &'static str,
    /// Key.
    pub delete: &'static str,
    /// Button that cannot be used yet.
    pub type_more: fn(usize) -> String,
    /// Button.
    pub send_code: &'static str,
    /// Title of the last screen: the roll call lists the member.
    pub done: &'static str,
    /// Title of the last screen before it was sent.
    pub kept: &'static str,
    /// Title of the last screen until the roll call lists the member.
    pub awaited: &'static str,
    /// The secretary's phone has never shown this code.
    pub mismatch: &'static str,
    /// Row.
    pub done_saved: &'static str,
    /// Row.
    pub done_waiting: &'static str,
    /// Row.
    pub done_waiting_note: &'static str,
    /// Row.
    pub done_sent: &'static str,
    /// Row.
    pub done_received: &'static str,
    /// Row.
    pub done_received_note: &'static str,
    /// Row: the roll call lists the member.
    pub done_listed: &'static str,
    /// Row: this is the secretary’s own device.
    pub done_own: &'static str,
    /// Heading over the answer as a code.
    pub answer: &'static str,
    /// Below it.
    pub answer_note: &'static str,
    /// Button.
    pub answer_show: &'static str,
    /// Name of the code for screen readers.
    pub answer_code: &'static str,
    /// Button.
    pub open_meeting: &'static str,
    /// The meeting does not take place.
    pub cancelled: &'static str,
}

/// Vietnamese.
pub const VI: CheckInTexts = CheckInTexts {
    title: "Điểm danh",
    camera_no_permission: "Máy chưa cho sổ tay dùng máy ảnh. Hãy cho phép trong phần cài đặt, hoặc dùng cách khác.",
    no_camera: "Chưa dùng được máy ảnh. Mời đồng chí gõ mã.",
    camera_none: "Máy này không có máy ảnh. Hãy dùng cách khác.",
    camera_busy: "Máy ảnh đang bị ứng dụng khác dùng. Hãy đóng ứng dụng đó rồi thử lại.",
    camera_unsupported: "Trình duyệt này không dùng được máy ảnh. Hãy dùng cách khác.",
    no_decoder: "Máy chưa có phần đọc mã. Hãy mở mạng rồi thử lại, hoặc dùng cách khác.",
    not_a_picture: "Máy không đọc được ảnh này. Đồng chí hãy chọn ảnh khác.",
    no_code: "Không thấy mã trong ảnh này. Đồng chí hãy chọn ảnh rõ hơn.",
    foreign_code: "Đây không phải mã cần quét. Sổ tay vẫn đang quét.",
    pick_picture: "Chọn ảnh có mã",
    of_day: |day| ["Kỳ sinh hoạt ", day].concat(),
    ways: "Cách điểm danh",
    scan: "Quét mã",
    card: "Đưa thẻ",
    spell: "Gõ mã",
    scan_hint: "Đang tìm mã…",
    scan_title: "Đưa mã trên máy bí thư vào khung",
    scan_note: "Không cần mạng. Mã đổi sau mỗi 10 giây.",
    other_meeting: "Mã đúng, nhưng kỳ họp này chưa có trong sổ. Hãy cập nhật ở mục Trao đổi, hoặc đưa thẻ.",
    scan_again: "Quét lại",
    card_of: |branch| ["Thẻ điểm danh, ", branch].concat(),
    card_code: |name| ["Mã thẻ của đồng chí ", name].concat(),
    card_show: "Đưa mã này cho bí thư quét",
    card_note: "Màn hình không tự tắt khi đang mở thẻ.",
    card_after: "Bí thư quét xong là đã ghi có mặt.",
    spell_title: "Gõ 6 ký tự bí thư đọc",
    spell_note: "Mã không có chữ O, I, B và số 0, 1, 8",
    spelled: |n| ["Mã điểm danh, đã gõ ", &n.to_string(), " trên 6"].concat(),
    spell_again: "Mã chưa đúng. Mời đồng chí gõ lại.",
    delete: "Xóa ký tự cuối",
    type_more: |n| ["Gõ thêm ", &n.to_string(), " ký tự"].concat(),
    send_code: "Gửi mã",
    done: "Đã ghi có mặt",
    kept: "Đã lưu mã, chờ gửi cho bí thư",
    awaited: "Đã gửi mã, chờ bí thư đối chiếu",
    mismatch: "Mã không khớp. Mời đồng chí điểm danh lại.",
    done_saved: "Đã lưu trên máy này",
    done_waiting: "Chờ gửi cho máy bí thư",
    done_waiting_note: "Tự gửi khi có mạng. Giờ điểm danh được giữ nguyên.",
    done_sent: "Đã gửi, chờ máy bí thư nhận",
    done_received: "Máy bí thư đã nhận",
    done_received_note: "Mã khớp thì có tên khi bí thư công bố danh sách. Giờ điểm danh được giữ nguyên.",
    done_listed: "Có tên trong danh sách điểm danh",
    done_own: "Máy này giữ danh sách điểm danh",
    answer: "Đưa mã cho bí thư quét",
    answer_note: "Dùng khi không có mạng. Đưa lại nhiều lần cũng không sao.",
    answer_show: "Hiện mã",
    answer_code: "Mã điểm danh của đồng chí",
    open_meeting: "Mở chương trình buổi họp",
    cancelled: "Kỳ họp này đã hoãn hoặc hủy nên không điểm danh.",
};

/// English.
pub const EN: CheckInTexts = CheckInTexts {
    title: "Check in",
    camera_no_permission: "The camera is not allowed. Allow it in the settings or use another way.",
    no_camera: "The camera gives no picture. Please type the code.",
    camera_none: "This device has no camera. Use another way.",
    camera_busy: "Another app uses the camera. Close it and try again.",
    camera_unsupported: "This browser cannot use the camera. Use another way.",
    no_decoder: "What reads codes is not on this device yet. Get a network and try again, or use another way.",
    not_a_picture: "This picture cannot be read. Pick another one.",
    no_code: "There is no code in this picture. Pick a clearer one.",
    foreign_code: "This is not the code that is needed. Still scanning.",
    pick_picture: "Pick a picture of the code",
    of_day: |day| ["Meeting of ", day].concat(),
    ways: "Ways to check in",
    scan: "Scan",
    card: "Card",
    spell: "Type",
    scan_hint: "Looking for the code…",
    scan_title: "Put the code on the secretary’s screen into the frame",
    scan_note: "No network is needed. The code changes every 10 seconds.",
    other_meeting: "The code is right, but its meeting is not here yet. Update under Exchange, or show your card.",
    scan_again: "Scan again",
    card_of: |branch| ["Check-in card, ", branch].concat(),
    card_code: |name| ["Card of ", name].concat(),
    card_show: "Let the secretary scan this code",
    card_note: "The screen stays on while the card is shown.",
    card_after: "Once the secretary has scanned it, you are counted.",
    spell_title: "Type the 6 characters that are read out",
    spell_note: "There is no O, I, B and no 0, 1, 8",
    spelled: |n| ["Code, ", &n.to_string(), " of 6 typed"].concat(),
    spell_again: "This code is not right. Please type it again.",
    delete: "Delete the last character",
    type_more: |n| ["Type ", &n.to_string(), " more"].concat(),
    send_code: "Send the code",
    done: "You are checked in",
    kept: "Code saved, waiting to be sent",
    awaited: "Code sent, to be compared by the secretary",
    mismatch: "The code does not match. Please check in again.",
    done_saved: "Saved on this device",
    done_waiting: "Waiting to be sent",
    done_waiting_note: "Sent by itself with a network. The time is kept.",
    done_sent: "Sent, not yet received",
    done_received: "Received by the secretary",
    done_received_note: "If the code matches, you are listed when the roll call is published. The time is kept.",
    done_listed: "Listed in the roll call",
    done_own: "This device keeps the roll call",
    answer: "Show a code to the secretary",
    answer_note: "For use without a network. Showing it twice does no harm.",
    answer_show: "Show the code",
    answer_code: "Your check-in as a code",
    open_meeting: "Open the agenda",
    cancelled: "This meeting does not take place.",
};
