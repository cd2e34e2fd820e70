//! Sổ nghị quyết.

/// Sổ nghị quyết.
pub struct ResolutionBookTexts {
    /// Heading, with the years of the term.
    pub term: fn(u16, u16) -> String,
    /// Beside it.
    pub count: fn(usize) -> String,
    /// Field.
    pub search: &'static str,
    /// After searching.
    pub found: fn(usize) -> String,
    /// Nothing was found.
    pub found_none: &'static str,
    /// With its number and what it is about.
    pub full_title: fn(&str, &str) -> String,
    /// With the date.
    pub adopted_on: fn(&str) -> String,
    /// With the date.
    pub held_on: fn(&str) -> String,
    /// Votes in favour, of so many.
    pub in_favour: fn(u16, u16) -> String,
    /// Tasks that were reached, of so many.
    pub reached: fn(usize, usize) -> String,
    /// With the date of the meeting.
    pub comes_up: fn(&str) -> String,
    /// Tag.
    pub not_adopted: &'static str,
    /// Where there are none.
    pub empty: &'static str,
    /// Below it.
    pub empty_text: &'static str,
    /// Title of one entry.
    pub entry: &'static str,
    /// Link.
    pub meeting: &'static str,
    /// Heading.
    pub tasks: &'static str,
    /// Instead of tasks.
    pub no_tasks: &'static str,
    /// Heading.
    pub addenda: &'static str,
    /// Below the link from the desk.
    pub open_note: &'static str,
}

/// Vietnamese.
pub const VI: ResolutionBookTexts = ResolutionBookTexts {
    term: |from, to| ["Nhiệm kỳ ", &from.to_string(), "–", &to.to_string()].concat(),
    count: |n| [&n.to_string(), " nghị quyết"].concat(),
    search: "Tìm trong sổ nghị quyết",
    found: |n| ["Tìm thấy ", &n.to_string()].concat(),
    found_none: "Không tìm thấy trong sổ",
    full_title: |number, about| ["Nghị quyết số ", number, " ", about].concat(),
    adopted_on: |day| ["Thông qua ", day].concat(),
    held_on: |day| ["Họp ngày ", day].concat(),
    in_favour: |favour, voters| [&favour.to_string(), "/", &voters.to_string(), " tán thành"].concat(),
    reached: |done, of| ["Đạt ", &done.to_string(), "/", &of.to_string(), " chỉ tiêu"].concat(),
    comes_up: |day| ["Trình kỳ ", day].concat(),
    not_adopted: "Chưa thông qua",
    empty: "Sổ chưa có nghị quyết",
    empty_text: "Nghị quyết và nhiệm vụ của mỗi kỳ sinh hoạt hiện ở đây.",
    entry: "Nghị quyết và nhiệm vụ",
    meeting: "Xem kỳ sinh hoạt",
    tasks: "Nhiệm vụ và kết quả",
    no_tasks: "Kỳ này không giao việc.",
    addenda: "Bổ sung, đính chính",
    open_note: "Nghị quyết, nhiệm vụ, kết quả",
};

/// English.
pub const EN: ResolutionBookTexts = ResolutionBookTexts {
    term: |from, to| ["Term ", &from.to_string(), "–", &to.to_string()].concat(),
    count: |n| [n.to_string().as_str(), if n == 1 { " resolution" } else { " resolutions" }].concat(),
    search: "Search the resolution book",
    found: |n| [&n.to_string(), " found"].concat(),
    found_none: "Nothing found in the book",
    full_title: |number, about| ["Resolution ", number, " ", about].concat(),
    adopted_on: |day| ["Adopted on ", day].concat(),
    held_on: |day| ["Held on ", day].concat(),
    in_favour: |favour, voters| [&favour.to_string(), "/", &voters.to_string(), " in favour"].concat(),
    reached: |done, of| [&done.to_string(), "/", &of.to_string(), " reached"].concat(),
    comes_up: |day| ["Comes up on ", day].concat(),
    not_adopted: "Not adopted yet",
    empty: "No resolutions yet",
    empty_text: "Resolutions and tasks of each meeting show here.",
    entry: "Resolution and tasks",
    meeting: "See the meeting",
    tasks: "Tasks and results",
    no_tasks: "Nothing was assigned.",
    addenda: "Additions and corrections",
    open_note: "Resolutions, tasks, results",
};
