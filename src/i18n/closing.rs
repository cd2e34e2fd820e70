//! Kết thúc kỳ sinh hoạt, and locked papers.

/// Kết thúc kỳ sinh hoạt, and locked papers.
pub struct ClosingTexts {
    /// Title.
    pub title: &'static str,
    /// Below it: day, minutes.
    pub sub: fn(&str, i64) -> String,
    /// The last step still runs.
    pub still_runs: &'static str,
    /// Below it.
    pub still_runs_text: &'static str,
    /// Button.
    pub end_now: &'static str,
    /// Button.
    pub print: &'static str,
    /// Link to the vote.
    pub put_to_vote: &'static str,
    /// Heading of the papers.
    pub preview: &'static str,
    /// Heading of the papers once they are locked.
    pub as_locked: &'static str,
    /// Button: words in the size of the text.
    pub as_text: &'static str,
    /// Button: back to the sheet.
    pub as_sheet: &'static str,
    /// Where nothing can be composed.
    pub no_paper: &'static str,
    /// nghị quyết
    pub resolution: &'static str,
    /// `Nghị quyết số 15`
    pub resolution_number: fn(u16) -> String,
    /// biên bản
    pub minutes: &'static str,
    /// bản bổ sung
    pub addendum: &'static str,
    /// A locked paper, whatever it is.
    pub paper: &'static str,
    /// There is no such paper here.
    pub paper_unknown: &'static str,
    /// Below its name.
    pub adopted_on: fn(&str) -> String,
    /// Heading of what belongs to a paper.
    pub related: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Title.
    pub edit_minutes: &'static str,
    /// Title.
    pub edit_resolution: &'static str,
    /// Above the fields.
    pub edit_lead: &'static str,
    /// Label.
    pub about: &'static str,
    /// Label: place, first words.
    pub paragraph: fn(usize, &str) -> String,
    /// Button.
    pub done: &'static str,
    /// It was put right by hand.
    pub edited: &'static str,
    /// Below it.
    pub edited_text: &'static str,
    /// Button.
    pub compose_anew: &'static str,
    /// Asked before.
    pub compose_anew_text: &'static str,
    /// Button and title.
    pub lock: &'static str,
    /// What it means.
    pub lock_lead: &'static str,
    /// Below it.
    pub lock_text: &'static str,
    /// Button.
    pub lock_now: &'static str,
    /// Check box.
    pub with_resolution: &'static str,
    /// Below it.
    pub with_resolution_note: &'static str,
    /// Below the sentence that the secretary confirms.
    pub read_back_note: &'static str,
    /// Label.
    pub number: &'static str,
    /// Below it.
    pub number_hint: &'static str,
    /// Label.
    pub term_from: &'static str,
    /// Label.
    pub term_to: &'static str,
    /// Label.
    pub adopted_by: &'static str,
    /// First of the votes.
    pub choose_vote: &'static str,
    /// In front of the sentence that is printed of the vote.
    pub printed: &'static str,
    /// Question, votes in favour, voters.
    pub vote: fn(&str, u16, u16) -> String,
    /// No number.
    pub bad_number: &'static str,
    /// No term.
    pub bad_term: &'static str,
    /// The term has it already.
    pub number_taken: &'static str,
    /// No vote is chosen.
    pub no_vote: &'static str,
    /// Too few in favour.
    pub not_carried: &'static str,
    /// When it was closed.
    pub closed: fn(&str) -> String,
    /// Below it.
    pub closed_text: &'static str,
    /// Heading.
    pub locked: &'static str,
    /// Button and title.
    pub write_addendum: &'static str,
    /// Above the field.
    pub addendum_lead: &'static str,
    /// Label.
    pub addendum_about: &'static str,
    /// Below it.
    pub addendum_about_hint: &'static str,
    /// It says nothing.
    pub ask_about: &'static str,
    /// Label.
    pub addendum_text: &'static str,
    /// Button.
    pub lock_addendum: &'static str,
}

/// Vietnamese.
pub const VI: ClosingTexts = ClosingTexts {
    title: "Kết thúc kỳ sinh hoạt",
    sub: |day, minutes| [day, ", họp ", &minutes.to_string(), " phút"].concat(),
    still_runs: "Kỳ sinh hoạt chưa bấm kết thúc",
    still_runs_text: "Giờ kết thúc ghi trong biên bản và dùng để chấm điểm.",
    end_now: "Kết thúc lúc này",
    print: "In",
    put_to_vote: "Trình chi bộ biểu quyết",
    preview: "Văn bản, bản xem trước",
    as_locked: "Bản đã khóa",
    as_text: "Xem cỡ lớn",
    as_sheet: "Xem như bản in",
    no_paper: "Chưa lập được văn bản từ sổ.",
    resolution: "Nghị quyết",
    resolution_number: |number| ["Nghị quyết số ", &number.to_string()].concat(),
    minutes: "Biên bản",
    addendum: "Bản bổ sung",
    paper: "Văn bản của chi bộ",
    paper_unknown: "Máy này chưa có văn bản đó",
    adopted_on: |day| ["Thông qua ngày ", day].concat(),
    related: "Văn bản liên quan",
    edit: "Sửa câu chữ",
    edit_minutes: "Sửa biên bản",
    edit_resolution: "Sửa nghị quyết",
    edit_lead: "Chữ sửa được giữ ngay trên máy. Xóa hết chữ thì bỏ đoạn; xuống dòng thì thành đoạn mới.",
    about: "Trích yếu",
    paragraph: |place, words| ["Đoạn ", &place.to_string(), ": ", words].concat(),
    done: "Xong",
    edited: "Bản này đã sửa tay",
    edited_text: "Ghi thêm vào sổ thì bản này không tự đổi theo.",
    compose_anew: "Lập lại từ sổ",
    compose_anew_text: "Các chỗ đã sửa tay trong bản này sẽ mất.",
    lock: "Khóa văn bản",
    lock_lead: "Khóa rồi thì không sửa được nữa",
    lock_text: "Cần đính chính thì lập bản bổ sung. Đảng viên xem được văn bản sau khi khóa.",
    lock_now: "Khóa và kết thúc",
    with_resolution: "Có nghị quyết",
    with_resolution_note: "Bỏ chọn khi kỳ này chỉ có biên bản.",
    read_back_note: "Đánh dấu thì câu này mới in vào cuối biên bản.",
    number: "Số nghị quyết",
    number_hint: "Số tiếp theo trong nhiệm kỳ được điền sẵn.",
    term_from: "Nhiệm kỳ từ năm",
    term_to: "Đến năm",
    adopted_by: "Biểu quyết thông qua",
    choose_vote: "Chọn lần biểu quyết",
    printed: "Sẽ in: ",
    vote: |question, favour, voters| {
        [question, ": ", &favour.to_string(), "/", &voters.to_string()].concat()
    },
    bad_number: "Số nghị quyết là số từ 1 trở lên.",
    bad_term: "Ghi năm đầu và năm cuối, ví dụ 2025 và 2030.",
    number_taken: "Nhiệm kỳ này đã có nghị quyết mang số đó.",
    no_vote: "Chọn lần biểu quyết đã thông qua nghị quyết.",
    not_carried: "Lần biểu quyết này chưa đủ số tán thành.",
    closed: |at| ["Đã khóa lúc ", at].concat(),
    closed_text: "Sổ chỉ còn để đọc. Cần đính chính thì lập bản bổ sung.",
    locked: "Văn bản đã khóa",
    write_addendum: "Lập bản bổ sung",
    addendum_lead: "Bản gốc giữ nguyên. Bản bổ sung đi kèm và cũng được khóa.",
    addendum_about: "Bổ sung, đính chính việc gì",
    addendum_about_hint: "Ví dụ: thời hạn nhiệm vụ thứ hai. Các chữ này thành tên của bản bổ sung.",
    ask_about: "Ghi việc được bổ sung, đính chính.",
    addendum_text: "Nội dung bổ sung, đính chính",
    lock_addendum: "Khóa bản bổ sung",
};

/// English.
pub const EN: ClosingTexts = ClosingTexts {
    title: "Close the meeting",
    sub: |day, minutes| [day, ", ", &minutes.to_string(), " minutes"].concat(),
    still_runs: "The meeting was not ended yet",
    still_runs_text: "The minutes and the score tell when it ended.",
    end_now: "End it now",
    print: "Print",
    put_to_vote: "Put to the vote",
    preview: "Papers, preview",
    as_locked: "As locked",
    as_text: "Large text",
    as_sheet: "As printed",
    no_paper: "No paper can be made of the entries yet.",
    resolution: "Resolution",
    resolution_number: |number| ["Resolution no. ", &number.to_string()].concat(),
    minutes: "Minutes",
    addendum: "Addendum",
    paper: "Paper of the branch",
    paper_unknown: "That paper is not on this device",
    adopted_on: |day| ["Adopted on ", day].concat(),
    related: "Related papers",
    edit: "Edit the words",
    edit_minutes: "Edit the minutes",
    edit_resolution: "Edit the resolution",
    edit_lead: "Your words are kept on this device at once. A paragraph without words is left out; a new line begins a new one.",
    about: "Subject",
    paragraph: |place, words| ["Paragraph ", &place.to_string(), ": ", words].concat(),
    done: "Done",
    edited: "Edited by hand",
    edited_text: "New entries do not change this version.",
    compose_anew: "Make it anew",
    compose_anew_text: "What was edited by hand in this paper will be lost.",
    lock: "Lock the papers",
    lock_lead: "What is locked cannot be changed",
    lock_text: "Corrections go into an addendum. Members see the papers once they are locked.",
    lock_now: "Lock and close",
    with_resolution: "There is a resolution",
    with_resolution_note: "Leave out when this meeting has minutes only.",
    read_back_note: "Only when ticked does this sentence (the minutes were read back and agreed to) end the minutes.",
    number: "Number of the resolution",
    number_hint: "The next number of the term is filled in.",
    term_from: "Term from",
    term_to: "To",
    adopted_by: "Adopted by the vote",
    choose_vote: "Choose the vote",
    printed: "To be printed: ",
    vote: |question, favour, voters| {
        [question, ": ", &favour.to_string(), " of ", &voters.to_string()].concat()
    },
    bad_number: "The number is 1 or more.",
    bad_term: "Enter the first and the last year, such as 2025 and 2030.",
    number_taken: "The term has a resolution of that number already.",
    no_vote: "Choose the vote that adopted the resolution.",
    not_carried: "This vote has too few in favour.",
    closed: |at| ["Locked at ", at].concat(),
    closed_text: "The entries are only read from now on. Corrections go into an addendum.",
    locked: "Locked papers",
    write_addendum: "Write an addendum",
    addendum_lead: "The paper stays as it is. The addendum goes with it and is locked too.",
    addendum_about: "What it is about",
    addendum_about_hint: "Such as: the deadline of the second task. The addendum is called so.",
    ask_about: "Say what is added or corrected.",
    addendum_text: "What is added or corrected",
    lock_addendum: "Lock the addendum",
};
