//! Kế hoạch chuyên đề.

use crate::domain::theme_plan::Quarter;

/// Kế hoạch chuyên đề.
pub struct ThemesTexts {
    /// Title and tile.
    pub title: &'static str,
    /// Tile.
    pub note: &'static str,
    /// Name of the choice of years.
    pub years: &'static str,
    /// Choice.
    pub this_year: &'static str,
    /// Choice.
    pub next_year: &'static str,
    /// Below the title.
    pub year: fn(i32) -> String,
    /// Name of the four quarters, and what stands in each.
    pub quarters: &'static str,
    /// Name of a quarter.
    pub quarter: fn(usize) -> &'static str,
    /// How a quarter stands.
    pub quarter_state: fn(Quarter) -> &'static str,
    /// Banner.
    pub missing: &'static str,
    /// Banner.
    pub missing_text: &'static str,
    /// Row.
    pub registered: &'static str,
    /// Note.
    pub not_registered: &'static str,
    /// Note with the day.
    pub registered_on: fn(&str) -> String,
    /// Button.
    pub set_day: &'static str,
    /// Field.
    pub register_day: &'static str,
    /// Error.
    pub bad_day: &'static str,
    /// Heading.
    pub list: &'static str,
    /// No theme is planned.
    pub none: &'static str,
    /// What to do.
    pub none_text: &'static str,
    /// Tag of a meeting on a theme that is not in the plan.
    pub held: &'static str,
    /// The same before it is held.
    pub announced: &'static str,
    /// Button and dialog.
    pub add: &'static str,
    /// Dialog.
    pub edit_title: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Link.
    pub announce: &'static str,
    /// Banner.
    pub removed: &'static str,
    /// Field.
    pub name: &'static str,
    /// Error.
    pub no_name: &'static str,
    /// Field.
    pub month: &'static str,
    /// Option and note.
    pub in_month: fn(u8) -> String,
    /// Field.
    pub preparer: &'static str,
}

/// Vietnamese.
pub const VI: ThemesTexts = ThemesTexts {
    title: "Kế hoạch chuyên đề",
    note: "Chuyên đề trong năm",
    years: "Năm",
    this_year: "Năm nay",
    next_year: "Năm sau",
    year: |year| ["Năm ", &year.to_string()].concat(),
    quarters: "Bốn quý",
    quarter: |n| ["Quý I", "Quý II", "Quý III", "Quý IV"][n % 4],
    quarter_state: |quarter| match quarter {
        Quarter::Held => "Đã có",
        Quarter::Planned => "Kế hoạch",
        Quarter::Missing => "Chưa có",
        Quarter::Free => "Tùy chi bộ",
    },
    missing: "Quý này chưa có chuyên đề",
    missing_text: "Nên định một chuyên đề cho quý này.",
    registered: "Đăng ký với đảng ủy",
    not_registered: "Chưa ghi ngày đăng ký",
    registered_on: |day| ["Đã đăng ký ngày ", day].concat(),
    set_day: "Ghi ngày",
    register_day: "Ngày đăng ký",
    bad_day: "Hãy chọn ngày đăng ký.",
    list: "Các chuyên đề",
    none: "Chưa có chuyên đề nào",
    none_text: "Ghi chuyên đề của năm để đăng ký với đảng ủy.",
    held: "Đã sinh hoạt, ngoài kế hoạch",
    announced: "Đã thông báo, ngoài kế hoạch",
    add: "Thêm chuyên đề",
    edit_title: "Sửa chuyên đề",
    edit: "Sửa",
    remove: "Bỏ",
    announce: "Soạn thông báo",
    removed: "Đã bỏ chuyên đề",
    name: "Tên chuyên đề",
    no_name: "Mời đồng chí ghi tên chuyên đề.",
    month: "Tháng",
    in_month: |month| ["Tháng ", &month.to_string()].concat(),
    preparer: "Người chuẩn bị",
};

/// English.
pub const EN: ThemesTexts = ThemesTexts {
    title: "Plan of themes",
    note: "Themes of the year",
    years: "Year",
    this_year: "This year",
    next_year: "Next year",
    year: |year| year.to_string(),
    quarters: "The four quarters",
    quarter: |n| ["Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4"][n % 4],
    quarter_state: |quarter| match quarter {
        Quarter::Held => "Held",
        Quarter::Planned => "Planned",
        Quarter::Missing => "None",
        Quarter::Free => "Optional",
    },
    missing: "This quarter has no theme yet",
    missing_text: "Plan one for this quarter.",
    registered: "Registered with the committee",
    not_registered: "No day entered",
    registered_on: |day| ["Registered on ", day].concat(),
    set_day: "Enter the day",
    register_day: "Registered on",
    bad_day: "Choose the day.",
    list: "Themes",
    none: "No theme yet",
    none_text: "Enter the themes of the year.",
    held: "Held, not in the plan",
    announced: "Announced, not in the plan",
    add: "Add a theme",
    edit_title: "Change the theme",
    edit: "Change",
    remove: "Take out",
    announce: "Announce",
    removed: "The theme is taken out",
    name: "Theme",
    no_name: "Write what the theme is.",
    month: "Month",
    in_month: |month| ["Month ", &month.to_string()].concat(),
    preparer: "Prepared by",
};
