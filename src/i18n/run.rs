//! Điều hành: the meeting as it runs.

use crate::domain::proceedings::{OpinionKind, RemarkKind};

/// Điều hành: the meeting as it runs.
pub struct RunTexts {
    /// Title.
    pub title: &'static str,
    /// Name of the three tabs.
    pub parts: &'static str,
    /// Tab.
    pub content: &'static str,
    /// Tag with the time.
    pub starts: fn(&str) -> String,
    /// Empty.
    pub no_agenda: &'static str,
    /// Empty.
    pub no_agenda_text: &'static str,
    /// Link.
    pub edit_agenda: &'static str,
    /// Banner with the time.
    pub closed_at: fn(&str) -> String,
    /// Banner.
    pub closed_text: &'static str,
    /// Button.
    pub begin: &'static str,
    /// Button with the number of the item.
    pub next: fn(usize) -> String,
    /// Button.
    pub pause: &'static str,
    /// Button.
    pub go_on: &'static str,
    /// Button.
    pub close: &'static str,
    /// Question with today.
    pub today_instead: fn(&str) -> String,
    /// Below it, with the day of the notice.
    pub noticed_on: fn(&str) -> String,
    /// Button.
    pub begin_today: &'static str,
    /// Question.
    pub end_now: &'static str,
    /// Below it: minutes so far, planned, items that were never begun.
    pub left_open: fn(i64, u16, usize) -> String,
    /// Button.
    pub end_anyway: &'static str,
    /// Banner.
    pub locked: &'static str,
    /// Link.
    pub to_locked: &'static str,
    /// Link, once the meeting is over.
    pub to_papers: &'static str,
    /// Above the title of the item: which of how many.
    pub place: fn(usize, usize) -> String,
    /// Below the clock.
    pub planned: fn(u16) -> String,
    /// Below the clock, where a rule says so: from, to.
    pub planned_span: fn(u16, u16) -> String,
    /// Below the clock in a break.
    pub resting: &'static str,
    /// Bar.
    pub length: &'static str,
    /// Beside the bar: so many of so many.
    pub minutes: fn(&str) -> String,
    /// Bar.
    pub spoke: &'static str,
    /// Note when the meeting is short: minutes, and how many there should be.
    pub short: fn(i64, i64) -> String,
    /// Heading.
    pub agenda: &'static str,
    /// Button that unfolds them: how many items are done.
    pub items_done: fn(usize) -> String,
    /// Beside an item, for screen readers.
    pub done: &'static str,
    /// Field.
    pub note: &'static str,
    /// Hint.
    pub note_hint: &'static str,
    /// Button.
    pub to_roll_call: &'static str,
    /// Button.
    pub to_votes: &'static str,
    /// Link.
    pub to_score: &'static str,
    /// Link.
    pub to_minutes: &'static str,
    /// Heading.
    pub extras: &'static str,
    /// Panel.
    pub opening: &'static str,
    /// Panel.
    pub fees: &'static str,
    /// Panel.
    pub review: &'static str,
    /// Panel.
    pub theme: &'static str,
    /// Panel.
    pub remarks: &'static str,
    /// Panel.
    pub findings: &'static str,
    /// Heading.
    pub remedies: &'static str,
    /// Field.
    pub remedied: &'static str,
    /// Field.
    pub chair: &'static str,
    /// Field.
    pub minute_taker: &'static str,
    /// Instead of a name.
    pub not_chosen: &'static str,
    /// Heading.
    pub guests: &'static str,
    /// Below a name.
    pub guest: &'static str,
    /// Field.
    pub guest_name: &'static str,
    /// Hint.
    pub guest_hint: &'static str,
    /// Button.
    pub add_guest: &'static str,
    /// Banner.
    pub guest_removed: &'static str,
    /// Field.
    pub fees_paid: &'static str,
    /// Field.
    pub fees_of: &'static str,
    /// Field.
    pub fees_note: &'static str,
    /// At a field.
    pub bad_number: &'static str,
    /// Empty.
    pub no_tasks: &'static str,
    /// What a member told: name and words.
    pub reported: fn(&str, &str) -> String,
    /// Field.
    pub ideology: &'static str,
    /// Field.
    pub politics: &'static str,
    /// Field.
    pub weaknesses: &'static str,
    /// Field.
    pub next_month: &'static str,
    /// Hint.
    pub next_month_hint: &'static str,
    /// Field.
    pub conclusion: &'static str,
    /// Button.
    pub take_comment: &'static str,
    /// Button that was pressed.
    pub entered: &'static str,
    /// Speaker of an anonymous comment.
    pub nobody_named: &'static str,
    /// Heading.
    pub beforehand: &'static str,
    /// Heading.
    pub log: &'static str,
    /// Beside it.
    pub speaker_count: fn(usize) -> String,
    /// Button and title.
    pub add_speaker: &'static str,
    /// Button while words wait.
    pub go_on_speaking: &'static str,
    /// Title.
    pub edit_opinion: &'static str,
    /// Group.
    pub speakers: &'static str,
    /// Button.
    pub another_speaker: &'static str,
    /// Button.
    pub take_out: &'static str,
    /// Field.
    pub search: &'static str,
    /// Hint.
    pub search_hint: &'static str,
    /// Below a name.
    pub not_there: &'static str,
    /// Note.
    pub nobody_found: &'static str,
    /// Button.
    pub add_as_guest: &'static str,
    /// Group.
    pub kind: &'static str,
    /// What an opinion is.
    pub opinion_kind: fn(OpinionKind) -> &'static str,
    /// Field.
    pub words: &'static str,
    /// Button.
    pub enter: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Banner.
    pub opinion_removed: &'static str,
    /// Heading.
    pub merge: &'static str,
    /// Below it.
    pub merge_note: &'static str,
    /// Banner.
    pub opinions_merged: &'static str,
    /// Notice.
    pub remarks_private: &'static str,
    /// What is said to a member.
    pub remark_kind: fn(RemarkKind) -> &'static str,
    /// Field.
    pub remark_member: &'static str,
    /// Field.
    pub remark_text: &'static str,
    /// Button.
    pub add_remark: &'static str,
    /// State.
    pub in_minutes: &'static str,
    /// State.
    pub only_secretary: &'static str,
    /// Button.
    pub confirm: &'static str,
    /// Button.
    pub keep_private: &'static str,
    /// Banner.
    pub remark_removed: &'static str,
}

/// Vietnamese.
pub const VI: RunTexts = RunTexts {
    title: "Điều hành",
    parts: "Phần điều hành",
    content: "Nội dung",
    starts: |time| ["Bắt đầu ", time].concat(),
    no_agenda: "Chưa có chương trình",
    no_agenda_text: "Thêm các mục vào thông báo rồi trở lại đây.",
    edit_agenda: "Sửa thông báo",
    closed_at: |time| ["Đã kết thúc lúc ", time].concat(),
    closed_text: "Mọi điều đã ghi đều còn trên máy này. Vẫn sửa được.",
    begin: "Bắt đầu họp",
    next: |place| ["Sang mục ", &place.to_string()].concat(),
    pause: "Nghỉ",
    go_on: "Họp tiếp",
    close: "Kết thúc họp",
    today_instead: |today| ["Họp hôm nay, ", today, "?"].concat(),
    noticed_on: |day| ["Thông báo ghi ngày ", day, ". Nếu họp hôm nay, các văn bản ghi ngày hôm nay."].concat(),
    begin_today: "Họp hôm nay",
    end_now: "Kết thúc buổi họp?",
    left_open: |minutes, planned, items| {
        let left = match items {
            0 => String::new(),
            items => [", còn ", &items.to_string(), " mục chưa bàn"].concat(),
        };
        ["Mới họp được ", &minutes.to_string(), " trên ", &planned.to_string(), " phút", &left, "."].concat()
    },
    end_anyway: "Vẫn kết thúc",
    locked: "Văn bản đã khóa. Ở đây chỉ xem.",
    to_locked: "Xem văn bản đã khóa",
    to_papers: "Chấm điểm và văn bản",
    place: |place, all| ["Mục ", &place.to_string(), " trên ", &all.to_string()].concat(),
    planned: |minutes| ["Mục này cần ", &minutes.to_string(), " phút"].concat(),
    planned_span: |least, most| {
        ["Mục này cần ", &least.to_string(), " đến ", &most.to_string(), " phút"].concat()
    },
    resting: "Đang nghỉ",
    length: "Thời lượng cả buổi",
    minutes: |share| [share, " phút"].concat(),
    spoke: "Đồng chí đã phát biểu",
    short: |minutes, usual| ["Buổi họp mới được ", &minutes.to_string(), " phút, quy định từ ", &usual.to_string(), " phút."].concat(),
    agenda: "Chương trình",
    items_done: |count| ["Đã xong ", &count.to_string(), " mục"].concat(),
    done: "xong",
    note: "Ghi chép của mục này",
    note_hint: "Tự lưu khi gõ.",
    to_roll_call: "Sang điểm danh",
    to_votes: "Sang biểu quyết",
    to_score: "Chấm điểm kỳ sinh hoạt",
    to_minutes: "Xem biên bản",
    extras: "Việc khác của buổi họp",
    opening: "Chủ trì, thư ký, đại biểu",
    fees: "Đảng phí",
    review: "Nhiệm vụ kỳ trước",
    theme: "Góp ý gửi trước",
    remarks: "Biểu dương, nhắc nhở",
    findings: "Kết luận, nhiệm vụ",
    remedies: "Khắc phục sau kỳ trước",
    remedied: "Ai phụ trách, kết quả ra sao",
    chair: "Chủ trì",
    minute_taker: "Thư ký cuộc họp",
    not_chosen: "Chưa chọn",
    guests: "Đại biểu",
    guest: "Đại biểu",
    guest_name: "Họ tên, chức vụ, đơn vị",
    guest_hint: "Ví dụ: Bà Đỗ Thị Sen, Đảng ủy xã.",
    add_guest: "Thêm đại biểu",
    guest_removed: "Đã bỏ một đại biểu",
    fees_paid: "Số đồng chí đã đóng",
    fees_of: "Trên tổng số",
    fees_note: "Ghi thêm",
    bad_number: "Hãy ghi một số nguyên, từ 0 trở lên.",
    no_tasks: "Không còn nhiệm vụ nào của kỳ trước.",
    reported: |name, words| ["Đ/c ", name, " báo: ", words].concat(),
    ideology: "Tình hình tư tưởng",
    politics: "Kết quả thực hiện nhiệm vụ chính trị",
    weaknesses: "Hạn chế và nguyên nhân",
    next_month: "Nhiệm vụ tháng tới",
    next_month_hint: "Mỗi dòng một nhiệm vụ.",
    conclusion: "Kết luận",
    take_comment: "Đưa vào biên bản",
    entered: "Đã ghi",
    nobody_named: "Góp ý không ghi tên",
    beforehand: "Đồng chí đã gửi trước",
    log: "Ghi phát biểu",
    speaker_count: |count| [&count.to_string(), " đồng chí"].concat(),
    add_speaker: "Thêm người phát biểu",
    go_on_speaking: "Ghi tiếp lời đang dở",
    edit_opinion: "Sửa ý kiến",
    speakers: "Người phát biểu",
    another_speaker: "Thêm người cùng ý",
    take_out: "Bỏ",
    search: "Tìm tên",
    search_hint: "Gõ không dấu cũng được.",
    not_there: "Không có mặt",
    nobody_found: "Không có đảng viên nào tên như vậy.",
    add_as_guest: "Người ngoài chi bộ: ghi là đại biểu",
    kind: "Loại ý kiến",
    opinion_kind: |kind| match kind {
        OpinionKind::Opinion => "Ý kiến",
        OpinionKind::Agreement => "Đồng ý",
        OpinionKind::SelfCriticism => "Tự phê bình",
        OpinionKind::Criticism => "Phê bình",
        OpinionKind::Proposal => "Kiến nghị",
    },
    words: "Lời phát biểu",
    enter: "Ghi",
    remove: "Bỏ",
    opinion_removed: "Đã bỏ một ý kiến",
    merge: "Gộp ý kiến giống nhau",
    merge_note: "Giữ lời đang mở và tên của tất cả.",
    opinions_merged: "Đã gộp hai ý kiến",
    remarks_private: "Chỉ bí thư thấy, đến khi xác nhận đưa vào biên bản.",
    remark_kind: |kind| match kind {
        RemarkKind::Praise => "Biểu dương",
        RemarkKind::Reminder => "Nhắc nhở",
    },
    remark_member: "Đồng chí",
    remark_text: "Về việc gì",
    add_remark: "Ghi lại",
    in_minutes: "Đưa vào biên bản",
    only_secretary: "Chỉ bí thư thấy",
    confirm: "Xác nhận đưa vào biên bản",
    keep_private: "Không đưa vào biên bản",
    remark_removed: "Đã bỏ một ghi nhận",
};

/// English.
pub const EN: RunTexts = RunTexts {
    title: "Run the meeting",
    parts: "Parts of the meeting",
    content: "Agenda",
    starts: |time| ["Starts ", time].concat(),
    no_agenda: "No agenda yet",
    no_agenda_text: "Add the items to the notice, then come back.",
    edit_agenda: "Edit the notice",
    closed_at: |time| ["Closed at ", time].concat(),
    closed_text: "Everything entered is on this device and can still be changed.",
    begin: "Begin the meeting",
    next: |place| ["On to item ", &place.to_string()].concat(),
    pause: "Break",
    go_on: "Go on",
    close: "End the meeting",
    today_instead: |today| ["Meet today, ", today, "?"].concat(),
    noticed_on: |day| ["The notice says ", day, ". If you meet today, the papers carry today's date."].concat(),
    begin_today: "Meet today",
    end_now: "End the meeting?",
    left_open: |minutes, planned, items| {
        let left = match items {
            0 => String::new(),
            items => [", and ", &items.to_string(), " items were not dealt with"].concat(),
        };
        [&minutes.to_string(), " of ", &planned.to_string(), " minutes went by", &left, "."].concat()
    },
    end_anyway: "End it all the same",
    locked: "The papers are locked. Here everything is only read.",
    to_locked: "See the locked papers",
    to_papers: "Score and papers",
    place: |place, all| ["Item ", &place.to_string(), " of ", &all.to_string()].concat(),
    planned: |minutes| [&minutes.to_string(), " minutes are planned"].concat(),
    planned_span: |least, most| {
        [&least.to_string(), " to ", &most.to_string(), " minutes are planned"].concat()
    },
    resting: "Break",
    length: "Length so far",
    minutes: |share| [share, " minutes"].concat(),
    spoke: "Members who spoke",
    short: |minutes, usual| ["The meeting took ", &minutes.to_string(), " minutes; the rule asks for ", &usual.to_string(), "."].concat(),
    agenda: "Order of business",
    items_done: |count| [&count.to_string(), " items are done"].concat(),
    done: "done",
    note: "Notes of this item",
    note_hint: "Saved as you type.",
    to_roll_call: "On to the roll call",
    to_votes: "On to the vote",
    to_score: "Score the meeting",
    to_minutes: "See the minutes",
    extras: "Other matters of the meeting",
    opening: "Chair, minutes, guests",
    fees: "Fees",
    review: "Tasks of earlier meetings",
    theme: "Comments sent beforehand",
    remarks: "Praise and reminders",
    findings: "Conclusion and tasks",
    remedies: "Remedies after the last meeting",
    remedied: "Who saw to it, and what came of it",
    chair: "Chair",
    minute_taker: "Takes the minutes",
    not_chosen: "Not chosen",
    guests: "Guests",
    guest: "Guest",
    guest_name: "Name, office, unit",
    guest_hint: "For example: Ms Do Thi Sen, commune committee.",
    add_guest: "Add a guest",
    guest_removed: "A guest was taken out",
    fees_paid: "Members who have paid",
    fees_of: "Of how many",
    fees_note: "Note",
    bad_number: "Enter a whole number, 0 or more.",
    no_tasks: "Nothing is left of earlier meetings.",
    reported: |name, words| [name, " reports: ", words].concat(),
    ideology: "Ideology",
    politics: "Results in the political task",
    weaknesses: "Weaknesses and causes",
    next_month: "Next month",
    next_month_hint: "One task a line.",
    conclusion: "Conclusion",
    take_comment: "Put into the minutes",
    entered: "Entered",
    nobody_named: "A comment without a name",
    beforehand: "Sent beforehand",
    log: "Opinions",
    speaker_count: |count| [&count.to_string(), " speakers"].concat(),
    add_speaker: "Add a speaker",
    go_on_speaking: "Go on with what you were writing",
    edit_opinion: "Edit the opinion",
    speakers: "Speakers",
    another_speaker: "Another who says the same",
    take_out: "Take out",
    search: "Find a name",
    search_hint: "Works without diacritics.",
    not_there: "Not present",
    nobody_found: "No member has such a name.",
    add_as_guest: "From outside the branch: enter as a guest",
    kind: "Kind of opinion",
    opinion_kind: |kind| match kind {
        OpinionKind::Opinion => "Opinion",
        OpinionKind::Agreement => "Agrees",
        OpinionKind::SelfCriticism => "Self-criticism",
        OpinionKind::Criticism => "Criticism",
        OpinionKind::Proposal => "Proposal",
    },
    words: "Words",
    enter: "Enter",
    remove: "Remove",
    opinion_removed: "An opinion was taken out",
    merge: "Merge with the same",
    merge_note: "Keeps these words and the names of all.",
    opinions_merged: "Two opinions were merged",
    remarks_private: "Only the secretary sees them until they are confirmed for the minutes.",
    remark_kind: |kind| match kind {
        RemarkKind::Praise => "Praise",
        RemarkKind::Reminder => "Reminder",
    },
    remark_member: "Member",
    remark_text: "What for",
    add_remark: "Note it",
    in_minutes: "In the minutes",
    only_secretary: "Only the secretary sees it",
    confirm: "Confirm for the minutes",
    keep_private: "Leave out of the minutes",
    remark_removed: "A note was taken out",
};
