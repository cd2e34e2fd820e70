//! Cá nhân.

use crate::ports::device::Theme;

/// Cá nhân.
pub struct MeTexts {
    /// Title.
    pub title: &'static str,
    /// Text size.
    pub size_medium: &'static str,
    /// Text size.
    pub size_large: &'static str,
    /// Text size.
    pub size_largest: &'static str,
    /// Where a name would stand.
    pub newcomer: &'static str,
    /// Below it.
    pub newcomer_note: &'static str,
    /// Heading.
    pub mine: &'static str,
    /// Row.
    pub self_criticism: &'static str,
    /// Row.
    pub self_criticism_note: &'static str,
    /// Row.
    pub tasks: &'static str,
    /// Row.
    pub tasks_note: &'static str,
    /// Row.
    pub exchange: &'static str,
    /// Heading.
    pub look: &'static str,
    /// Row.
    pub size: &'static str,
    /// Row.
    pub theme: &'static str,
    /// Themes.
    pub theme_name: fn(Theme) -> &'static str,
    /// Themes.
    pub theme_note: fn(Theme) -> &'static str,
    /// Row.
    pub language: &'static str,
    /// Heading.
    pub safety: &'static str,
    /// Row.
    pub storage: &'static str,
    /// Used and free.
    pub room: fn(&str, &str) -> String,
    /// Of which documents.
    pub documents: fn(&str) -> String,
    /// Free.
    pub free: fn(&str) -> String,
    /// Used.
    pub used: fn(&str) -> String,
    /// Tag.
    pub persisted: &'static str,
    /// Tag.
    pub not_persisted: &'static str,
    /// What to do.
    pub not_persisted_text: &'static str,
    /// Button.
    pub home_screen: &'static str,
    /// The same by hand.
    pub home_screen_steps: [&'static str; 2],
    /// Row.
    pub move_device: &'static str,
    /// Row.
    pub move_note: &'static str,
    /// Warning in the dialog.
    pub move_warning: &'static str,
    /// Warning in the dialog.
    pub move_warning_text: &'static str,
    /// Button.
    pub move_show: &'static str,
    /// Below the code.
    pub move_how: &'static str,
    /// Name of the code for screen readers.
    pub move_code: &'static str,
    /// Button.
    pub move_copy: &'static str,
    /// When copying did not work.
    pub not_copied: &'static str,
    /// About lost devices.
    pub move_lost: &'static str,
    /// Row of the secretary.
    pub hosting: &'static str,
    /// Row of the secretary.
    pub hosting_none: &'static str,
    /// Button.
    pub erase: &'static str,
    /// Title of the dialog.
    pub erase_title: &'static str,
    /// What would be lost.
    pub erase_drafts: fn(usize) -> String,
    /// What would be lost.
    pub erase_parcels: fn(usize) -> String,
    /// What would be lost.
    pub erase_nothing: &'static str,
    /// What would be lost.
    pub erase_key: &'static str,
    /// What would be lost, for the secretary.
    pub erase_secretary: &'static str,
    /// What would be lost, for the secretary.
    pub erase_unpublished: &'static str,
    /// Button.
    pub erase_confirm: &'static str,
    /// Last line.
    pub version: fn(&str) -> String,
    /// Title of the own request.
    pub request_title: &'static str,
    /// Above the digits.
    pub request_digits: &'static str,
    /// Above the code.
    pub request_lead: &'static str,
    /// Below it.
    pub request_note: &'static str,
    /// Name of the code for screen readers.
    pub request_code: &'static str,
    /// When the device is listed.
    pub request_done: &'static str,
    /// Below it.
    pub request_done_text: &'static str,
}

/// Vietnamese.
pub const VI: MeTexts = MeTexts {
    title: "Cá nhân",
    size_medium: "Vừa",
    size_large: "Lớn",
    size_largest: "Rất lớn",
    newcomer: "Chưa có tên trong sổ",
    newcomer_note: "Chờ bí thư xác nhận máy này",
    mine: "Của tôi",
    self_criticism: "Tự phê bình",
    self_criticism_note: "Chỉ lưu trên máy này",
    tasks: "Nhiệm vụ",
    tasks_note: "Việc chi bộ giao",
    exchange: "Trao đổi",
    look: "Hiển thị",
    size: "Cỡ chữ",
    theme: "Nền",
    theme_name: |theme| match theme {
        Theme::Auto => "Theo máy",
        Theme::Light => "Giấy",
        Theme::Dark => "Tối",
        Theme::Contrast => "Tương phản cao",
    },
    theme_note: |theme| match theme {
        Theme::Auto => "Sáng ban ngày, tối ban đêm nếu máy đặt vậy.",
        Theme::Light => "Chữ đen trên nền giấy.",
        Theme::Dark => "Chữ sáng trên nền tối, dịu mắt ban đêm.",
        Theme::Contrast => "Đen trắng rõ nét, dễ đọc nhất.",
    },
    language: "Ngôn ngữ",
    safety: "An toàn dữ liệu",
    storage: "Bộ nhớ trên máy",
    room: |used, free| ["Đã dùng ", used, ", còn trống ", free].concat(),
    documents: |size| ["Tài liệu ", size].concat(),
    free: |size| ["Còn trống ", size].concat(),
    used: |size| ["Đã dùng ", size].concat(),
    persisted: "Máy giữ lâu dài, không tự xóa",
    not_persisted: "Máy có thể tự xóa khi đầy",
    not_persisted_text: "Thêm sổ tay vào màn hình chính thì máy giữ lâu dài.",
    home_screen: "Thêm vào màn hình chính",
    home_screen_steps: [
        "Mở trình đơn của trình duyệt (dấu ba chấm hoặc nút Chia sẻ).",
        "Chọn “Thêm vào màn hình chính”.",
    ],
    move_device: "Chuyển sang máy khác",
    move_note: "Mở sổ này trên máy mới của đồng chí",
    move_warning: "Ai có mã này thì là đồng chí",
    move_warning_text: "Chỉ mở khi không có ai nhìn. Không gửi qua tin nhắn cho người khác.",
    move_show: "Hiện mã chuyển máy",
    move_how: "Quét bằng máy ảnh của máy mới, hoặc chép liên kết rồi mở ở máy mới.",
    move_code: "Mã chuyển máy",
    move_copy: "Chép liên kết",
    not_copied: "Trình duyệt không cho chép. Hãy quét mã.",
    move_lost: "Mất máy: báo bí thư để thôi dùng máy đó.",
    hosting: "Nơi lưu trữ của chi bộ",
    hosting_none: "Chưa có. Chi bộ trao đổi bằng tệp và mã quét.",
    erase: "Xóa sổ tay khỏi máy này",
    erase_title: "Xóa sổ tay khỏi máy này?",
    erase_drafts: |n| ["Mất ", &n.to_string(), " bản nháp và phần tự phê bình."].concat(),
    erase_parcels: |n| ["Mất ", &n.to_string(), " mục bí thư chưa nhận."].concat(),
    erase_nothing: "Không có bản nháp hay mục chưa gửi.",
    erase_key: "Mất khóa của máy này. Muốn dùng lại phải xin bí thư mời.",
    erase_secretary: "Máy này giữ sổ của chi bộ. Hãy chuyển sang máy khác trước khi xóa.",
    erase_unpublished: "Có nội dung chưa đăng, xóa là mất.",
    erase_confirm: "Xóa hết",
    version: |version| ["Sổ tay Đảng viên, bản ", version].concat(),
    request_title: "Xin vào sổ tay",
    request_digits: "Đọc sáu chữ số này cho bí thư:",
    request_lead: "Đưa mã này cho bí thư quét",
    request_note: "Bí thư so sáu chữ số với máy của mình rồi xác nhận.",
    request_code: "Mã xin vào sổ tay",
    request_done: "Máy này đã được xác nhận",
    request_done_text: "Đồng chí đã có tên trong sổ tay chi bộ.",
};

/// English.
pub const EN: MeTexts = MeTexts {
    title: "Me",
    size_medium: "Medium",
    size_large: "Large",
    size_largest: "Very large",
    newcomer: "Not listed yet",
    newcomer_note: "Waiting for the secretary",
    mine: "Mine",
    self_criticism: "Self-criticism",
    self_criticism_note: "Only on this device",
    tasks: "Tasks",
    tasks_note: "What the branch assigned",
    exchange: "Exchange",
    look: "Display",
    size: "Text size",
    theme: "Theme",
    theme_name: |theme| match theme {
        Theme::Auto => "As the device",
        Theme::Light => "Paper",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
    },
    theme_note: |theme| match theme {
        Theme::Auto => "Follows the device's setting.",
        Theme::Light => "Dark letters on paper.",
        Theme::Dark => "Light letters on dark ground.",
        Theme::Contrast => "Black on white, the clearest.",
    },
    language: "Language",
    safety: "Safety",
    storage: "Storage",
    room: |used, free| [used, " used, ", free, " free"].concat(),
    documents: |size| ["Papers ", size].concat(),
    free: |size| ["Free ", size].concat(),
    used: |size| ["Used ", size].concat(),
    persisted: "Kept for good",
    not_persisted: "The device may clear it when full",
    not_persisted_text: "On the home screen the handbook is kept for good.",
    home_screen: "Add to the home screen",
    home_screen_steps: [
        "Open the menu of the browser (three dots, or Share).",
        "Choose “Add to home screen”.",
    ],
    move_device: "Move to another device",
    move_note: "Open this handbook on your new device",
    move_warning: "Whoever has this code is you",
    move_warning_text: "Show it only when nobody looks. Never send it to others.",
    move_show: "Show the code",
    move_how: "Scan with the new device, or copy the link and open it there.",
    move_code: "Code that moves the device",
    move_copy: "Copy the link",
    not_copied: "The browser did not copy. Scan the code.",
    move_lost: "A lost device: tell the secretary to revoke it.",
    hosting: "Hosting of the branch",
    hosting_none: "None. The branch exchanges by file and code.",
    erase: "Delete the handbook from this device",
    erase_title: "Delete the handbook from this device?",
    erase_drafts: |n| [&n.to_string(), " drafts and months of self-criticism are lost."].concat(),
    erase_parcels: |n| [&n.to_string(), " items that were not received are lost."].concat(),
    erase_nothing: "There are no drafts and nothing unsent.",
    erase_key: "The key of this device is lost. You will need a new invitation.",
    erase_secretary: "This device keeps the branch’s book. Move to another device first.",
    erase_unpublished: "There is unpublished content. It would be lost.",
    erase_confirm: "Delete everything",
    version: |version| ["Party Member's Handbook, version ", version].concat(),
    request_title: "Ask to be listed",
    request_digits: "Read these six digits to the secretary:",
    request_lead: "Let the secretary scan this code",
    request_note: "The secretary compares the digits and confirms.",
    request_code: "Request as a code",
    request_done: "This device is confirmed",
    request_done_text: "You are listed in the branch’s handbook.",
};
