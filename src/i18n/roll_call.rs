//! Điểm danh of the secretary: roll call and rotating code.

/// Điểm danh of the secretary: roll call and rotating code.
pub struct RollCallTexts {
    /// Title.
    pub title: &'static str,
    /// Tally.
    pub present: &'static str,
    /// Tally.
    pub away: &'static str,
    /// Tally.
    pub released: &'static str,
    /// Tally.
    pub unmarked: &'static str,
    /// Present, expected, percentage.
    pub rate: fn(u16, u16, Option<&str>) -> String,
    /// Filter with the number.
    pub filter: fn(u16) -> String,
    /// Summary with the number.
    pub base: fn(u16) -> String,
    /// Line.
    pub official: &'static str,
    /// Line.
    pub base_released: &'static str,
    /// Line.
    pub suspended: &'static str,
    /// Total.
    pub voters: &'static str,
    /// Simple majority, two thirds.
    pub needed: fn(u16, u16) -> String,
    /// Note.
    pub base_note: &'static str,
    /// Key of whoever is absent.
    pub absent: &'static str,
    /// Key of everybody else.
    pub absent_or_late: &'static str,
    /// Note with the reason that was stated.
    pub excused: fn(&str) -> String,
    /// Key.
    pub exempt: &'static str,
    /// Button.
    pub unmark: &'static str,
    /// Note.
    pub will_attend: &'static str,
    /// Note with the reason.
    pub asked_absent: fn(&str) -> String,
    /// Note.
    pub unproven: &'static str,
    /// Link.
    pub open_code: &'static str,
    /// Button and title.
    pub scan: &'static str,
    /// In the camera.
    pub scan_hint: &'static str,
    /// Button.
    pub scan_done: &'static str,
    /// Answer with the name.
    pub scanned: fn(&str) -> String,
    /// Answer with the name.
    pub scanned_late: fn(&str) -> String,
    /// Answer with the name.
    pub scanned_unproven: fn(&str) -> String,
    /// Button.
    pub finish: &'static str,
    /// Dialog with the number.
    pub some_unmarked: fn(u16) -> String,
    /// Dialog.
    pub some_unmarked_text: &'static str,
    /// Button with the number: leads to the first who is not marked.
    pub mark_rest: fn(u16) -> String,
    /// Button.
    pub finish_anyway: &'static str,
    /// Banner title.
    pub finished: &'static str,
    /// Banner text.
    pub finished_text: &'static str,
    /// Button.
    pub to_content: &'static str,
    /// Title.
    pub code_title: &'static str,
    /// Above the spoken code.
    pub code_hint: &'static str,
    /// Present, expected.
    pub count: fn(u16, u16) -> String,
}

/// Vietnamese.
pub const VI: RollCallTexts = RollCallTexts {
    title: "Điểm danh",
    present: "có mặt",
    away: "vắng",
    released: "được miễn",
    unmarked: "chưa ghi",
    rate: |present, expected, rate| {
        [
            "Có mặt ",
            &present.to_string(),
            "/",
            &expected.to_string(),
            " đồng chí",
            &rate.map_or(String::new(), |rate| [", ", rate, "%"].concat()),
        ]
        .concat()
    },
    filter: |n| ["Chưa điểm danh ", &n.to_string()].concat(),
    base: |n| ["Số người tính biểu quyết: ", &n.to_string()].concat(),
    official: "Đảng viên chính thức",
    base_released: "Miễn hoặc sinh hoạt nơi khác, không dự",
    suspended: "Bị đình chỉ sinh hoạt",
    voters: "Số người tính biểu quyết",
    needed: |simple, thirds| {
        ["Quá nửa: ", &simple.to_string(), " phiếu. Hai phần ba: ", &thirds.to_string(), " phiếu."].concat()
    },
    base_note: "Đảng viên chính thức vắng mặt vẫn tính. Đảng viên dự bị không tính.",
    absent: "Vắng",
    absent_or_late: "Vắng, muộn",
    excused: |reason| ["Vắng có lý do: ", reason].concat(),
    exempt: "Miễn",
    unmark: "Bỏ đánh dấu",
    will_attend: "Đã báo có mặt",
    asked_absent: |reason| ["Đã xin vắng: ", reason].concat(),
    unproven: "Đã gửi mã nhưng mã không khớp",
    open_code: "Mã",
    scan: "Quét thẻ",
    scan_hint: "Lần lượt đưa thẻ của từng đồng chí vào khung",
    scan_done: "Quét xong",
    scanned: |name| ["Đã ghi có mặt: ", name].concat(),
    scanned_late: |name| ["Đã ghi đi muộn: ", name].concat(),
    scanned_unproven: |name| ["Mã không khớp, hãy đánh dấu tay: ", name].concat(),
    finish: "Kết thúc điểm danh",
    some_unmarked: |n| ["Còn ", &n.to_string(), " đồng chí chưa ghi"].concat(),
    some_unmarked_text: "Kết thúc rồi vẫn sửa được, chỉ cần bấm kết thúc lần nữa.",
    mark_rest: |n| ["Ghi nốt ", &n.to_string(), " đồng chí"].concat(),
    finish_anyway: "Vẫn kết thúc",
    finished: "Đã kết thúc điểm danh",
    finished_text: "Kết quả được đăng cho cả chi bộ.",
    to_content: "Sang nội dung",
    code_title: "Mã điểm danh",
    code_hint: "Quét mã, hoặc gõ sáu ký tự này",
    count: |present, expected| {
        [&present.to_string(), "/", &expected.to_string(), " đồng chí đã có mặt"].concat()
    },
};

/// English.
pub const EN: RollCallTexts = RollCallTexts {
    title: "Roll call",
    present: "present",
    away: "absent",
    released: "released",
    unmarked: "not marked",
    rate: |present, expected, rate| {
        [
            "Present ",
            &present.to_string(),
            " of ",
            &expected.to_string(),
            &rate.map_or(String::new(), |rate| [", ", rate, "%"].concat()),
        ]
        .concat()
    },
    filter: |n| ["Not marked: ", &n.to_string()].concat(),
    base: |n| ["Vote base: ", &n.to_string()].concat(),
    official: "Official members",
    base_released: "Exempt or elsewhere, not here",
    suspended: "Suspended",
    voters: "Vote base",
    needed: |simple, thirds| {
        ["More than half: ", &simple.to_string(), ". Two thirds: ", &thirds.to_string(), "."].concat()
    },
    base_note: "Absent official members count. Probationary members never do.",
    absent: "Absent",
    absent_or_late: "Absent, late",
    excused: |reason| ["Excused: ", reason].concat(),
    exempt: "Exempt",
    unmark: "Take the mark away",
    will_attend: "Said to come",
    asked_absent: |reason| ["Asked to be absent: ", reason].concat(),
    unproven: "Sent a code that does not fit",
    open_code: "Code",
    scan: "Scan cards",
    scan_hint: "Hold one card after the other into the frame",
    scan_done: "Done",
    scanned: |name| ["Present: ", name].concat(),
    scanned_late: |name| ["Late: ", name].concat(),
    scanned_unproven: |name| ["The code does not fit, mark by hand: ", name].concat(),
    finish: "Close the roll call",
    some_unmarked: |n| [&n.to_string(), " members are not marked"].concat(),
    some_unmarked_text: "You can still change it and close it again.",
    mark_rest: |n| ["Mark the other ", &n.to_string()].concat(),
    finish_anyway: "Close anyway",
    finished: "The roll call is closed",
    finished_text: "The result goes out to the branch.",
    to_content: "On to the agenda",
    code_title: "Check-in code",
    code_hint: "Scan, or type these six characters",
    count: |present, expected| [&present.to_string(), " of ", &expected.to_string(), " are here"].concat(),
};
