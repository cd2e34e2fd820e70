//! Trao đổi, and whatever travels on its way.

/// Trao đổi, and whatever travels on its way.
pub struct ExchangeTexts {
    /// Title.
    pub title: &'static str,
    /// Stop.
    pub draft: &'static str,
    /// Stop.
    pub waiting: &'static str,
    /// Stop.
    pub sent: &'static str,
    /// Stop.
    pub received: &'static str,
    /// Name of the track for screen readers.
    pub track: fn(&str) -> String,
    /// State of the network.
    pub online: &'static str,
    /// State of the network.
    pub offline: &'static str,
    /// State of the network.
    pub no_hosting: &'static str,
    /// State of the network.
    pub travelling: &'static str,
    /// What is safe.
    pub offline_text: &'static str,
    /// What to do.
    pub no_hosting_text: &'static str,
    /// The last head.
    pub updated: fn(&str) -> String,
    /// Before the first head.
    pub never_updated: &'static str,
    /// The head has expired.
    pub stale: fn(&str) -> String,
    /// Heading.
    pub outbox: &'static str,
    /// Beside the heading.
    pub outbox_count: fn(usize) -> String,
    /// Where there is nothing.
    pub outbox_empty: &'static str,
    /// Below it.
    pub outbox_empty_text: &'static str,
    /// What a parcel is.
    pub reply: &'static str,
    /// What a parcel is.
    pub check_in: &'static str,
    /// What a parcel is.
    pub comment: &'static str,
    /// What a parcel is.
    pub review: &'static str,
    /// How far a task is.
    pub report: &'static str,
    /// What a parcel is.
    pub join: &'static str,
    /// What a parcel is.
    pub withdrawal: &'static str,
    /// What a parcel is.
    pub other: &'static str,
    /// What a parcel is, with its meeting.
    pub of_meeting: fn(&str, &str) -> String,
    /// When it was written.
    pub written: fn(&str, &str) -> String,
    /// A draft.
    pub draft_of: &'static str,
    /// A draft.
    pub draft_note: &'static str,
    /// Link.
    pub continue_draft: &'static str,
    /// Of mail that lies in a file.
    pub copied: &'static str,
    /// Button.
    pub discard: &'static str,
    /// Title of the dialog.
    pub discard_title: &'static str,
    /// Before it was handed over.
    pub discard_text: &'static str,
    /// After it was handed over.
    pub discard_sent_text: &'static str,
    /// In the dialog, for mail that lies in a file.
    pub discard_copied_text: &'static str,
    /// Heading.
    pub ways: &'static str,
    /// Way.
    pub network: &'static str,
    /// Way.
    pub network_on: &'static str,
    /// Way.
    pub network_off: &'static str,
    /// Way.
    pub network_none: &'static str,
    /// Way.
    pub file: &'static str,
    /// Way.
    pub file_note: &'static str,
    /// Way.
    pub share: &'static str,
    /// Way.
    pub share_note: &'static str,
    /// Way and button.
    pub take: &'static str,
    /// Way.
    pub take_note: &'static str,
    /// Way of the secretary.
    pub hand_over: &'static str,
    /// Way of the secretary.
    pub hand_over_note: &'static str,
    /// Outcome: the name of the file.
    pub handed_over: fn(&str) -> String,
    /// Outcome.
    pub handed_over_shared: &'static str,
    /// Outcome: opinions, votes, marks in the roll call.
    pub done_entered: fn(usize, usize, usize) -> String,
    /// Outcome.
    pub done_entered_nothing: &'static str,
    /// Outcome.
    pub nothing_entered: &'static str,
    /// Button.
    pub send_count: fn(usize) -> String,
    /// Button when nothing waits.
    pub update_now: &'static str,
    /// Button.
    pub publish: &'static str,
    /// Banner.
    pub unpublished: &'static str,
    /// Banner.
    pub unpublished_text: &'static str,
    /// Banner, without a host.
    pub unpublished_no_hosting: &'static str,
    /// Outcome.
    pub done_sent: fn(usize) -> String,
    /// Outcome.
    pub done_published: &'static str,
    /// Outcome.
    pub done_facts: fn(usize) -> String,
    /// Outcome.
    pub done_mails: fn(usize) -> String,
    /// Outcome.
    pub done_aside: fn(usize) -> String,
    /// Outcome.
    pub done_confirmed: fn(usize) -> String,
    /// Outcome.
    pub done_refused: fn(usize) -> String,
    /// Outcome.
    pub done_nothing: &'static str,
    /// While the file is made.
    pub packing: &'static str,
    /// The file is ready.
    pub packed: fn(&str) -> String,
    /// Title of the dialog.
    pub share_title: &'static str,
    /// The browser wants another tap.
    pub share_refused: &'static str,
    /// Button.
    pub save_here: &'static str,
    /// Outcome.
    pub exported: fn(&str) -> String,
    /// Outcome.
    pub exported_secretary: fn(&str) -> String,
    /// Outcome.
    pub not_exported: &'static str,
    /// Outcome.
    pub shared: &'static str,
    /// Outcome.
    pub nothing_to_export: &'static str,
    /// Title of the dialog.
    pub take_title: &'static str,
    /// In the dialog.
    pub take_text: &'static str,
    /// Button.
    pub pick: &'static str,
    /// Label.
    pub paste: &'static str,
    /// Button.
    pub take_in: &'static str,
    /// Button of a branch without a host.
    pub export: &'static str,
    /// Which code of a film.
    pub film_frame: fn(usize, usize) -> String,
    /// Below a film.
    pub film_note: &'static str,
    /// Button.
    pub film_pause: &'static str,
    /// Button.
    pub film_play: &'static str,
    /// Button.
    pub film_next: &'static str,
}

/// Vietnamese.
pub const VI: ExchangeTexts = ExchangeTexts {
    title: "Trao đổi",
    draft: "Nháp",
    waiting: "Chờ gửi",
    sent: "Đã gửi",
    received: "Đã nhận",
    track: |now| ["Trạng thái: ", now].concat(),
    online: "Có mạng",
    offline: "Không có mạng",
    no_hosting: "Chi bộ không dùng mạng",
    travelling: "Đang trao đổi",
    offline_text: "Mọi thứ đã lưu trên máy, tự gửi khi có mạng.",
    no_hosting_text: "Hãy trao đổi bằng tệp, hoặc quét mã tận tay.",
    updated: |at| ["Bản mới nhất của chi bộ: ", at].concat(),
    never_updated: "Chưa nhận được gì từ chi bộ.",
    stale: |day| ["Chưa cập nhật từ ngày ", day].concat(),
    outbox: "Hộp gửi",
    outbox_count: |n| [&n.to_string(), " mục chờ gửi"].concat(),
    outbox_empty: "Chưa có gì trong hộp gửi",
    outbox_empty_text: "Góp ý, báo vắng và điểm danh của đồng chí hiện ở đây.",
    reply: "Báo có mặt hoặc xin vắng",
    check_in: "Điểm danh",
    comment: "Góp ý",
    review: "Chia sẻ tự phê bình",
    report: "Báo cáo nhiệm vụ",
    join: "Xin vào sổ tay",
    withdrawal: "Rút lại phần đã chia sẻ",
    other: "Mục gửi bí thư",
    of_meeting: |what, meeting| [what, ": ", meeting].concat(),
    written: |time, day| ["Viết lúc ", time, ", ", day, ". Cho bí thư."].concat(),
    draft_of: "Góp ý viết dở",
    draft_note: "Mới lưu trên máy này, chưa gửi.",
    continue_draft: "Viết tiếp",
    copied: "Đã chép ra tệp, chờ bí thư nhận.",
    discard: "Bỏ mục này",
    discard_title: "Bỏ mục này?",
    discard_text: "Mục này chưa tới bí thư. Bỏ thì bí thư sẽ không nhận được.",
    discard_sent_text: "Mục này đã gửi, bí thư có thể vẫn nhận được. Máy sẽ thôi theo dõi.",
    discard_copied_text: "Mục này nằm trong tệp đã chép, bí thư có thể vẫn nhận được. Máy sẽ thôi theo dõi.",
    ways: "Trao đổi bằng cách nào?",
    network: "Qua mạng",
    network_on: "Gửi và nhận ngay",
    network_off: "Khi có mạng",
    network_none: "Chi bộ chưa có nơi lưu trữ",
    file: "Tệp",
    file_note: "Thẻ nhớ, USB",
    share: "Chia sẻ",
    share_note: "Ứng dụng khác",
    take: "Nhận",
    take_note: "Từ tệp hoặc dán vào",
    hand_over: "Chuyển kỳ sinh hoạt sang máy khác",
    hand_over_note: "Chỉ máy của bí thư mở được",
    handed_over: |name| {
        ["Đã lưu tệp ", name, " trong mục Tải về. Trên máy kia, hãy mở Trao đổi, chọn Nhận."].concat()
    },
    handed_over_shared: "Đã chuyển sang ứng dụng khác. Trên máy kia, hãy mở Trao đổi, chọn Nhận.",
    done_entered: |opinions, votes, marks| {
        let (opinions, votes, marks) = (opinions.to_string(), votes.to_string(), marks.to_string());
        let counts = [&opinions, " ý kiến, ", &votes, " biểu quyết, ", &marks, " điểm danh."].concat();
        ["Đã nhận những gì ghi ở máy kia: ", &counts].concat()
    },
    done_entered_nothing: "Máy này đã có đủ những gì ghi ở máy kia.",
    nothing_entered: "Chưa ghi gì của kỳ sinh hoạt nào nên không cần chuyển.",
    send_count: |n| ["Gửi ", &n.to_string(), " mục"].concat(),
    update_now: "Cập nhật ngay",
    publish: "Đăng ngay",
    unpublished: "Có nội dung đảng viên chưa thấy",
    unpublished_text: "Đã lưu trên máy bí thư. Đăng để cả chi bộ nhận được.",
    unpublished_no_hosting: "Đã lưu trên máy bí thư. Hãy xuất tệp và chuyển cho chi bộ.",
    done_sent: |n| ["Đã gửi ", &n.to_string(), " mục."].concat(),
    done_published: "Đã đăng cho chi bộ.",
    done_facts: |n| ["Đã nhận ", &n.to_string(), " mục mới."].concat(),
    done_mails: |n| ["Đã nhận ", &n.to_string(), " mục của đảng viên."].concat(),
    done_aside: |n| ["Để riêng ", &n.to_string(), " thư chờ đồng chí xem."].concat(),
    done_confirmed: |n| ["Bí thư đã nhận ", &n.to_string(), " mục."].concat(),
    done_refused: |n| ["Không nhận ", &n.to_string(), " mục vì không đúng của chi bộ."].concat(),
    done_nothing: "Không có gì mới.",
    packing: "Đang chuẩn bị tệp…",
    packed: |size| ["Tệp đã sẵn sàng (", size, ")."].concat(),
    share_title: "Chuyển tệp",
    share_refused: "Trình duyệt chưa mở được bảng chia sẻ. Hãy chạm Chia sẻ lần nữa, hoặc lưu vào máy.",
    save_here: "Lưu vào máy",
    exported: |name| ["Đã lưu tệp ", name, " trong mục Tải về. Hãy đưa tệp này cho bí thư."].concat(),
    exported_secretary: |name| {
        ["Đã lưu tệp ", name, " trong mục Tải về. Hãy chuyển tệp này cho chi bộ."].concat()
    },
    not_exported: "Trình duyệt không lưu được tệp. Hãy dùng Chia sẻ.",
    shared: "Đã chuyển sang ứng dụng khác.",
    nothing_to_export: "Không có gì chờ gửi nên không cần tệp.",
    take_title: "Nhận tệp trao đổi",
    take_text: "Chọn tệp so-tay-….txt, hoặc dán nội dung tệp vào đây. Nhận hai lần cũng không sao.",
    pick: "Chọn tệp",
    paste: "Nội dung tệp",
    take_in: "Nhận nội dung này",
    export: "Xuất tệp",
    film_frame: |n, of| ["Khung ", &n.to_string(), " trên ", &of.to_string()].concat(),
    film_note: "Mã tự chạy vòng. Giữ yên đến khi máy kia nhận đủ.",
    film_pause: "Dừng lại",
    film_play: "Chạy tiếp",
    film_next: "Khung tiếp",
};

/// English.
pub const EN: ExchangeTexts = ExchangeTexts {
    title: "Exchange",
    draft: "Draft",
    waiting: "Waiting",
    sent: "Sent",
    received: "Received",
    track: |now| ["State: ", now].concat(),
    online: "Online",
    offline: "Offline",
    no_hosting: "No hosting",
    travelling: "Exchanging",
    offline_text: "Everything is saved here and goes out by itself.",
    no_hosting_text: "Exchange by file, or by code face to face.",
    updated: |at| ["Latest from the branch: ", at].concat(),
    never_updated: "Nothing has come from the branch yet.",
    stale: |day| ["No update since ", day].concat(),
    outbox: "Outbox",
    outbox_count: |n| [&n.to_string(), " waiting"].concat(),
    outbox_empty: "The outbox is empty",
    outbox_empty_text: "Comments, replies and check-ins show here.",
    reply: "Reply to the notice",
    check_in: "Check-in",
    comment: "Comment",
    review: "Shared self-criticism",
    report: "Report on a task",
    join: "Request to be listed",
    withdrawal: "Taking back what was shared",
    other: "For the secretary",
    of_meeting: |what, meeting| [what, ": ", meeting].concat(),
    written: |time, day| ["Written at ", time, ", ", day, ". For the secretary."].concat(),
    draft_of: "Unfinished comment",
    draft_note: "Only on this device, not sent.",
    continue_draft: "Go on writing",
    copied: "Copied into a file, not received yet.",
    discard: "Drop this item",
    discard_title: "Drop this item?",
    discard_text: "It has not reached the secretary. Dropped, it never will.",
    discard_sent_text: "It was sent and may still arrive. This device stops following it.",
    discard_copied_text: "It lies in a file that was saved and may still arrive. This device stops following it.",
    ways: "How to exchange?",
    network: "Network",
    network_on: "Send and fetch now",
    network_off: "When there is one",
    network_none: "The branch has no hosting",
    file: "File",
    file_note: "Card, USB",
    share: "Share",
    share_note: "Another app",
    take: "Receive",
    take_note: "From a file or pasted",
    hand_over: "Move the meeting to another device",
    hand_over_note: "Only devices of the secretary open it",
    handed_over: |name| {
        [name, " is saved among the downloads. On the other device open Exchange and choose Receive."].concat()
    },
    handed_over_shared: "Handed to another app. On the other device open Exchange and choose Receive.",
    done_entered: |opinions, votes, marks| {
        let (opinions, votes, marks) = (opinions.to_string(), votes.to_string(), marks.to_string());
        let counts = [&opinions, " opinions, ", &votes, " votes, ", &marks, " marks of the roll call."].concat();
        ["Taken in from the other device: ", &counts].concat()
    },
    done_entered_nothing: "This device has everything that was entered on the other one.",
    nothing_entered: "Nothing of any meeting is entered yet.",
    send_count: |n| ["Send ", &n.to_string()].concat(),
    update_now: "Update now",
    publish: "Publish now",
    unpublished: "Members do not see everything yet",
    unpublished_text: "Saved here. Publish it for the branch.",
    unpublished_no_hosting: "Saved here. Hand the file on to the branch.",
    done_sent: |n| [&n.to_string(), " sent."].concat(),
    done_published: "Published for the branch.",
    done_facts: |n| [&n.to_string(), " new items taken in."].concat(),
    done_mails: |n| [&n.to_string(), " items of members taken in."].concat(),
    done_aside: |n| [&n.to_string(), " put aside for you to look at."].concat(),
    done_confirmed: |n| ["The secretary has received ", &n.to_string(), "."].concat(),
    done_refused: |n| [&n.to_string(), " not taken: not the branch's."].concat(),
    done_nothing: "Nothing new.",
    packing: "Preparing the file…",
    packed: |size| ["The file is ready (", size, ")."].concat(),
    share_title: "Hand the file on",
    share_refused: "The browser did not open the sheet. Tap Share again, or save the file.",
    save_here: "Save on this device",
    exported: |name| [name, " is saved among the downloads. Hand it to the secretary."].concat(),
    exported_secretary: |name| [name, " is saved among the downloads. Hand it on to the branch."].concat(),
    not_exported: "The browser did not save the file. Use Share.",
    shared: "Handed to another app.",
    nothing_to_export: "Nothing waits, so no file is needed.",
    take_title: "Receive an exchange file",
    take_text: "Choose so-tay-….txt or paste its text. Taking it twice does no harm.",
    pick: "Choose a file",
    paste: "Text of the file",
    take_in: "Take this in",
    export: "Save a file",
    film_frame: |n, of| ["Frame ", &n.to_string(), " of ", &of.to_string()].concat(),
    film_note: "The codes go round. Hold still until the other device has them all.",
    film_pause: "Pause",
    film_play: "Go on",
    film_next: "Next frame",
};
