//! Góp ý chuyên đề.

/// Góp ý chuyên đề.
pub struct CommentsTexts {
    /// Title.
    pub title: &'static str,
    /// After a draft was kept.
    pub draft_saved: fn(&str) -> String,
    /// Below the theme.
    pub lead: &'static str,
    /// Where the meeting has no theme.
    pub no_theme: &'static str,
    /// Titles of the boxes.
    pub boxes: [&'static str; 3],
    /// Questions of the boxes.
    pub asks: [&'static str; 3],
    /// Beginnings of sentences, for each box.
    pub starters: [[&'static str; 3]; 3],
    /// Above the beginnings.
    pub start: &'static str,
    /// Hint.
    pub dictation: &'static str,
    /// Heading.
    pub who: &'static str,
    /// What a choice means.
    pub branch_note: &'static str,
    /// What a choice means.
    pub secretary_note: &'static str,
    /// What a choice means.
    pub anonymous_note: &'static str,
    /// Button.
    pub send: &'static str,
    /// Button while sending.
    pub sending: &'static str,
    /// Button while nothing is written.
    pub empty: &'static str,
    /// Banner.
    pub not_listed: &'static str,
    /// Banner.
    pub not_listed_text: &'static str,
    /// Banner, once the meeting is closed.
    pub closed: &'static str,
    /// Title while it waits for a way out.
    pub kept: &'static str,
    /// Below it.
    pub kept_note: &'static str,
    /// Title after sending.
    pub sent: &'static str,
    /// Title when it has arrived.
    pub sent_received: &'static str,
    /// Title on the secretary’s device.
    pub sent_own: &'static str,
    /// Title when it is in the outbox no more.
    pub sent_gone: &'static str,
    /// Below it.
    pub sent_gone_note: &'static str,
    /// Below it.
    pub sent_note: &'static str,
    /// Title after an anonymous comment.
    pub sent_anonymous: &'static str,
    /// Below it.
    pub sent_anonymous_note: &'static str,
    /// Below the choice, when the branch may have read it already.
    pub narrowed: &'static str,
    /// Button.
    pub withdraw: &'static str,
    /// Title of the dialog.
    pub withdraw_title: &'static str,
    /// In the dialog.
    pub withdraw_text: &'static str,
    /// Title after it was taken back.
    pub withdrawn: &'static str,
    /// Below it.
    pub withdrawn_note: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Button.
    pub another: &'static str,
    /// Label.
    pub seen_by: &'static str,
    /// Button.
    pub meeting: &'static str,
}

/// Vietnamese.
pub const VI: CommentsTexts = CommentsTexts {
    title: "Góp ý chuyên đề",
    draft_saved: |time| ["Đã lưu ", time].concat(),
    lead: "Mỗi ô chỉ cần một, hai câu. Ô nào chưa có ý thì để trống.",
    no_theme: "Góp ý cho kỳ sinh hoạt",
    boxes: ["Thực trạng", "Nguyên nhân", "Giải pháp"],
    asks: ["Ở chỗ đồng chí ra sao?", "Theo đồng chí, vì sao lại thế?", "Nên làm việc gì trước?"],
    starters: [
        ["Ở xóm tôi…", "Tôi thấy nhiều nơi…", "Việc làm tốt là…"],
        ["Tôi thấy vì…", "Nhiều nhà ngại…", "Một phần do đảng viên ta…"],
        ["Tôi đề nghị…", "Tôi xin nhận…", "Nên giao cho…"],
    ],
    start: "Chạm một câu để bắt đầu viết:",
    dictation: "Muốn nói thay gõ: chạm biểu tượng micrô trên bàn phím.",
    who: "Ai được xem?",
    branch_note: "Ghi tên đồng chí. Cả chi bộ đọc được sau khi bí thư đăng.",
    secretary_note: "Chỉ máy bí thư mở được. Bí thư cân nhắc trước khi đưa ra chi bộ.",
    anonymous_note: "Bài gửi không mang tên, máy không giữ bản sao. Nơi lưu trữ vẫn thấy giờ gửi; đưa tận tay thì người nhận biết ai đưa.",
    send: "Gửi góp ý",
    sending: "Đang gửi góp ý",
    empty: "Hãy ghi vào một ô",
    not_listed: "Bản nháp đã lưu trên máy này",
    closed: "Kỳ họp đã kết thúc, không nhận góp ý nữa.",
    not_listed_text: "Bí thư xác nhận máy này xong thì gửi được góp ý.",
    kept: "Đã lưu, chờ gửi",
    kept_note: "Góp ý tự gửi đi khi có mạng.",
    sent: "Đã gửi góp ý",
    sent_received: "Bí thư đã nhận góp ý",
    sent_own: "Đã ghi góp ý vào sổ chi bộ",
    sent_gone: "Góp ý vẫn còn trên máy này",
    sent_gone_note: "Không còn trong hộp gửi. Muốn gửi lại, chạm Sửa góp ý.",
    sent_note: "Chờ bí thư nhận.",
    sent_anonymous: "Đã gửi góp ý ẩn danh",
    sent_anonymous_note: "Máy không giữ lại nội dung, nên không sửa được nữa.",
    narrowed: "Bản trước có thể đã có đồng chí đọc. Lần cập nhật tới, các máy sẽ gỡ bản đó.",
    withdraw: "Rút lại góp ý",
    withdraw_title: "Rút lại góp ý?",
    withdraw_text: "Các máy sẽ gỡ góp ý này ở lần cập nhật tới. Đồng chí nào đã đọc thì vẫn biết nội dung.",
    withdrawn: "Đã rút lại góp ý",
    withdrawn_note: "Máy khác gỡ ở lần cập nhật tới. Có thể đã có đồng chí đọc.",
    edit: "Sửa góp ý",
    another: "Viết góp ý mới",
    seen_by: "Người được xem",
    meeting: "Xem kỳ họp",
};

/// English.
pub const EN: CommentsTexts = CommentsTexts {
    title: "Comment on the theme",
    draft_saved: |time| ["Saved ", time].concat(),
    lead: "One or two sentences a box. Leave a box empty if you like.",
    no_theme: "Comment on the meeting",
    boxes: ["Current state", "Causes", "Solutions"],
    asks: ["How is it where you live?", "Why is it so, in your view?", "What should be done first?"],
    starters: [
        ["Where I live…", "In many places I see…", "What goes well is…"],
        ["I think because…", "Many families hesitate…", "Partly we members…"],
        ["I propose…", "I will take on…", "It should be given to…"],
    ],
    start: "Tap a beginning:",
    dictation: "To speak instead of typing, tap the microphone on the keyboard.",
    who: "Who may read it?",
    branch_note: "With your name. All read it once the secretary publishes.",
    secretary_note: "Only the secretary’s device opens it.",
    anonymous_note: "It carries no name and no copy stays here. The host still sees when; who hands it over is seen.",
    send: "Send the comment",
    sending: "Sending",
    empty: "Write in one of the boxes",
    not_listed: "Your draft is kept on this device",
    closed: "The meeting is closed and takes no more comments.",
    not_listed_text: "You can send it once the secretary has confirmed this device.",
    kept: "Saved, waiting to be sent",
    kept_note: "It goes out by itself with a network.",
    sent: "The comment is on its way",
    sent_received: "The secretary has received it",
    sent_own: "The comment is in the branch’s book",
    sent_gone: "The comment is still on this device",
    sent_gone_note: "It is in the outbox no more. To send it again, change it.",
    sent_note: "The secretary has not received it yet.",
    sent_anonymous: "The anonymous comment is on its way",
    sent_anonymous_note: "No copy is kept here, so it cannot be changed.",
    narrowed: "Some may have read the earlier words. Their phones drop them at the next update.",
    withdraw: "Take the comment back",
    withdraw_title: "Take the comment back?",
    withdraw_text: "Every phone drops it at the next update. Whoever has read it still knows it.",
    withdrawn: "The comment was taken back",
    withdrawn_note: "Other phones drop it at the next update. Some may have read it.",
    edit: "Change the comment",
    another: "Write another comment",
    seen_by: "Who may read it",
    meeting: "See the meeting",
};
