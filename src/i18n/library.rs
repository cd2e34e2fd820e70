//! Tài liệu, and the reader.

/// Tài liệu, and the reader.
pub struct LibraryTexts {
    /// Title.
    pub title: &'static str,
    /// How much is on this device.
    pub on_device: fn(usize, &str) -> String,
    /// Label of the search field.
    pub search: &'static str,
    /// Below the search field.
    pub search_hint: &'static str,
    /// Empties the search field.
    pub clear: &'static str,
    /// Name of the filters.
    pub filters: &'static str,
    /// Filter.
    pub all: &'static str,
    /// Filter.
    pub next_meeting: &'static str,
    /// Filter.
    pub unread: &'static str,
    /// Filter.
    pub saved_only: &'static str,
    /// What the search found.
    pub found: fn(usize) -> String,
    /// In how many places of a text.
    pub mentions: fn(usize) -> String,
    /// How many texts are ready to be searched, and how many there are.
    pub gathering: fn(usize, usize) -> String,
    /// The search found nothing.
    pub found_none: &'static str,
    /// What to do.
    pub found_none_text: &'static str,
    /// Takes search and filter away.
    pub show_all: &'static str,
    /// Heading: papers of the next meeting, by its date.
    pub of_meeting: fn(&str) -> String,
    /// Beside the heading.
    pub group_size: fn(usize, &str) -> String,
    /// Heading.
    pub others: &'static str,
    /// Heading when no meeting is announced.
    pub everything: &'static str,
    /// Shows more of the list.
    pub more: fn(usize) -> String,
    /// Button of the secretary.
    pub publish: &'static str,
    /// Before the number of a document.
    pub number: &'static str,
    /// Before the date of a document.
    pub dated: fn(&str) -> String,
    /// Its file is here, so large.
    pub saved: fn(&str) -> String,
    /// Button: fetch the file, so large.
    pub save: fn(&str) -> String,
    /// The file is being fetched.
    pub saving: &'static str,
    /// The file could not be fetched.
    pub unsaved: &'static str,
    /// How far it was read.
    pub read_share: fn(u8) -> String,
    /// It was read.
    pub read: &'static str,
    /// No document is known.
    pub empty: &'static str,
    /// What happens.
    pub empty_text: &'static str,
    /// Button.
    pub receive: &'static str,
    /// No document is known, for the secretary.
    pub none_yet: &'static str,
    /// What to do.
    pub none_yet_text: &'static str,
    /// While the entries are read.
    pub loading: &'static str,
    /// The file is being fetched, so large.
    pub fetching: fn(&str) -> String,
    /// What may be done meanwhile.
    pub fetching_note: &'static str,
    /// The file is being opened.
    pub opening: &'static str,
    /// Title when a file cannot be shown.
    pub not_opened: &'static str,
    /// No network to fetch it.
    pub offline: &'static str,
    /// The host has no such file yet.
    pub missing: &'static str,
    /// The branch has no host.
    pub no_hosting: &'static str,
    /// The viewer refuses.
    pub not_a_pdf: &'static str,
    /// The viewer refuses.
    pub encrypted: &'static str,
    /// The viewer refuses.
    pub broken: &'static str,
    /// The viewer is not here.
    pub no_viewer: &'static str,
    /// No such document.
    pub unknown: &'static str,
    /// What may have happened.
    pub unknown_text: &'static str,
    /// Button.
    pub to_library: &'static str,
    /// Opens the settings of the reader.
    pub look: &'static str,
    /// A sentence to try the size on.
    pub look_sample: &'static str,
    /// Heading.
    pub size: &'static str,
    /// Heading.
    pub theme: &'static str,
    /// Theme.
    pub theme_auto: &'static str,
    /// Theme.
    pub theme_light: &'static str,
    /// Theme.
    pub theme_dark: &'static str,
    /// Theme.
    pub theme_contrast: &'static str,
    /// Name of the progress bar.
    pub progress: &'static str,
    /// Below the title.
    pub progress_share: fn(u8) -> String,
    /// Button at the end.
    pub finish: &'static str,
    /// At the end, when it was read.
    pub finished: &'static str,
    /// Button: take the file off this device.
    pub forget: &'static str,
    /// After that.
    pub forgotten: &'static str,
    /// Name of a table that scrolls sideways.
    pub table: &'static str,
    /// Name of a page.
    pub page: fn(u32) -> String,
    /// For screen readers, instead of the words of a page.
    pub picture: &'static str,
    /// Where the reader is.
    pub page_of: fn(u32, u32) -> String,
    /// Name of the list of pages.
    pub pages: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button: the words in the size of the text.
    pub as_words: &'static str,
    /// Button: the pages as they were printed.
    pub as_pages: &'static str,
    /// Button: the pages as they were circulated, beside the reading version.
    pub original: &'static str,
    /// Button: the Word file as it was circulated.
    pub original_word: &'static str,
    /// The device would not save it.
    pub original_not_saved: &'static str,
    /// Heading of the outline, and the button that opens it.
    pub contents: &'static str,
    /// Before the clause that is read.
    pub reading_at: &'static str,
    /// Button: a link to that clause.
    pub send_clause: &'static str,
    /// The link is on the clipboard.
    pub link_copied: &'static str,
    /// It is not.
    pub link_not_copied: &'static str,
    /// While words are taken from page after page.
    pub reading_words: fn(u32, u32) -> String,
    /// Above the pages of a scan.
    pub no_words: &'static str,
}

/// Vietnamese.
pub const VI: LibraryTexts = LibraryTexts {
    title: "Tài liệu",
    on_device: |n, size| [&n.to_string(), " tài liệu trên máy, ", size].concat(),
    search: "Tìm tài liệu",
    search_hint: "Gõ không dấu cũng tìm được",
    clear: "Xóa chữ đã gõ",
    filters: "Lọc tài liệu",
    all: "Tất cả",
    next_meeting: "Kỳ này",
    unread: "Chưa đọc",
    saved_only: "Đã lưu",
    found: |n| ["Tìm thấy ", &n.to_string(), " tài liệu. Không cần mạng."].concat(),
    mentions: |n| ["Có ", &n.to_string(), " chỗ nhắc tới."].concat(),
    gathering: |done, all| {
        ["Đang đọc lời văn để tìm được cả bên trong: ", &done.to_string(), " trên ", &all.to_string(), " tài liệu."]
            .concat()
    },
    found_none: "Không tìm thấy tài liệu nào.",
    found_none_text: "Hãy thử ít chữ hơn, hoặc bỏ bớt bộ lọc.",
    show_all: "Xem tất cả tài liệu",
    of_meeting: |text| ["Kỳ sinh hoạt ", text].concat(),
    group_size: |n, size| [&n.to_string(), " tài liệu, ", size].concat(),
    others: "Văn bản khác",
    everything: "Tất cả văn bản",
    more: |n| ["Xem thêm ", &n.to_string(), " tài liệu"].concat(),
    publish: "Gửi tài liệu",
    number: "số",
    dated: |text| ["ngày\u{a0}", text].concat(),
    saved: |text| ["Đã lưu, ", text].concat(),
    save: |text| ["Tải về, ", text].concat(),
    saving: "Đang tải về…",
    unsaved: "Chưa tải được. Hãy thử lại khi có mạng.",
    read_share: |n| ["Đọc ", &n.to_string(), "%"].concat(),
    read: "Đã đọc",
    empty: "Chưa có tài liệu nào trên máy",
    empty_text: "Khi có mạng, tài liệu tự về máy. Không có mạng thì xin bí thư đưa mã hoặc tệp.",
    receive: "Nhận từ máy bí thư",
    none_yet: "Chi bộ chưa có tài liệu nào",
    none_yet_text: "Gửi một tài liệu để cả chi bộ cùng đọc.",
    loading: "Đang mở tài liệu…",
    fetching: |text| ["Đang tải tài liệu, ", text].concat(),
    fetching_note: "Đồng chí có thể quay lại, tài liệu vẫn tải tiếp.",
    opening: "Đang mở…",
    not_opened: "Chưa mở được tài liệu",
    offline: "Tài liệu chưa có trên máy. Hãy thử lại khi có mạng, hoặc xin bí thư tệp.",
    missing: "Máy chủ chưa có tệp này. Hãy thử lại sau, hoặc báo bí thư.",
    no_hosting: "Chi bộ chưa có nơi lưu trữ. Hãy xin bí thư tệp trao đổi có tài liệu này.",
    not_a_pdf: "Tệp này không phải PDF. Hãy báo bí thư gửi lại.",
    encrypted: "Tệp này có mật khẩu nên không mở được. Hãy báo bí thư gửi lại.",
    broken: "Tệp này bị hỏng. Hãy xóa khỏi máy rồi tải lại, hoặc báo bí thư.",
    no_viewer: "Phần xem PDF chưa có trên máy. Hãy thử lại khi có mạng.",
    unknown: "Không tìm thấy tài liệu này",
    unknown_text: "Tài liệu có thể chưa về máy, hoặc bí thư đã rút lại.",
    to_library: "Về Tài liệu",
    look: "Cỡ chữ và nền",
    look_sample: "Hai điểm ứ đọng nặng nhất là cống Gốc Gạo và đoạn sau chợ chiều.",
    size: "Cỡ chữ",
    theme: "Nền",
    theme_auto: "Theo máy",
    theme_light: "Giấy",
    theme_dark: "Đêm",
    theme_contrast: "Rõ nét",
    progress: "Đã đọc",
    progress_share: |n| ["Đã đọc ", &n.to_string(), "%"].concat(),
    finish: "Đánh dấu đã đọc xong",
    finished: "Đã đọc xong",
    forget: "Xóa khỏi máy",
    forgotten: "Đã xóa khỏi máy. Tải lại lúc nào cũng được.",
    table: "Bảng, kéo ngang để xem hết",
    page: |n| ["Trang ", &n.to_string()].concat(),
    picture: "Trang này là ảnh chụp, không có chữ để đọc thành lời.",
    page_of: |n, all| ["Trang ", &n.to_string(), "/", &all.to_string()].concat(),
    pages: "Các trang",
    zoom_in: "Phóng to",
    zoom_out: "Thu nhỏ",
    as_words: "Dạng chữ",
    as_pages: "Dạng trang",
    original: "Xem bản gốc",
    original_word: "Bản gốc (Word)",
    original_not_saved: "Máy chưa lưu được tệp. Hãy thử lại.",
    contents: "Mục lục",
    reading_at: "Đang đọc:",
    send_clause: "Gửi đường dẫn tới chỗ này",
    link_copied: "Đã chép đường dẫn.",
    link_not_copied: "Máy chưa chép được. Hãy thử lại.",
    reading_words: |n, all| ["Đang lấy chữ, trang ", &n.to_string(), "/", &all.to_string()].concat(),
    no_words: "Tài liệu là ảnh chụp, chỉ xem được từng trang.",
};

/// English.
pub const EN: LibraryTexts = LibraryTexts {
    title: "Papers",
    on_device: |n, size| [&n.to_string(), " papers on this device, ", size].concat(),
    search: "Search papers",
    search_hint: "Typing without accents works too",
    clear: "Clear the search",
    filters: "Filter papers",
    all: "All",
    next_meeting: "This meeting",
    unread: "Unread",
    saved_only: "Saved",
    found: |n| ["Found ", &n.to_string(), " papers. No network needed."].concat(),
    mentions: |n| ["In ", &n.to_string(), " places."].concat(),
    gathering: |done, all| {
        ["Reading the texts to search inside them: ", &done.to_string(), " of ", &all.to_string(), "."].concat()
    },
    found_none: "No paper found.",
    found_none_text: "Try fewer words, or another filter.",
    show_all: "Show all papers",
    of_meeting: |text| ["Meeting of ", text].concat(),
    group_size: |n, size| [&n.to_string(), " papers, ", size].concat(),
    others: "Other papers",
    everything: "All papers",
    more: |n| ["Show ", &n.to_string(), " more"].concat(),
    publish: "Publish a paper",
    number: "no.",
    dated: |text| ["of ", text].concat(),
    saved: |text| ["Saved, ", text].concat(),
    save: |text| ["Download, ", text].concat(),
    saving: "Downloading…",
    unsaved: "Not downloaded yet. Try again with a network.",
    read_share: |n| ["Read ", &n.to_string(), "%"].concat(),
    read: "Read",
    empty: "No papers on this device yet",
    empty_text: "Papers come by themselves with a network. Without one, ask the secretary for a file.",
    receive: "Receive from the secretary",
    none_yet: "The branch has no papers yet",
    none_yet_text: "Publish a paper for the whole branch.",
    loading: "Opening the papers…",
    fetching: |text| ["Downloading, ", text].concat(),
    fetching_note: "You may go back; the download goes on.",
    opening: "Opening…",
    not_opened: "The paper could not be opened",
    offline: "The paper is not on this device. Try again with a network, or ask the secretary for a file.",
    missing: "The server does not have this file yet. Try later, or tell the secretary.",
    no_hosting: "The branch has no hosting. Ask the secretary for an exchange file with this paper.",
    not_a_pdf: "This file is not a PDF. Tell the secretary.",
    encrypted: "This file asks for a password. Tell the secretary.",
    broken: "This file is damaged. Remove it and download it again, or tell the secretary.",
    no_viewer: "The PDF viewer is not on this device yet. Try again with a network.",
    unknown: "There is no such paper",
    unknown_text: "It may not have arrived yet, or the secretary took it back.",
    to_library: "To the papers",
    look: "Text size and theme",
    look_sample: "The two worst spots are the Gốc Gạo culvert and the stretch behind the market.",
    size: "Text size",
    theme: "Theme",
    theme_auto: "Auto",
    theme_light: "Paper",
    theme_dark: "Night",
    theme_contrast: "Contrast",
    progress: "Read",
    progress_share: |n| ["Read ", &n.to_string(), "%"].concat(),
    finish: "Mark as read",
    finished: "Finished",
    forget: "Remove from this device",
    forgotten: "Removed from this device. You can download it again.",
    table: "Table, scrolls sideways",
    page: |n| ["Page ", &n.to_string()].concat(),
    picture: "This page is a picture without words that could be read out.",
    page_of: |n, all| ["Page ", &n.to_string(), "/", &all.to_string()].concat(),
    pages: "Pages",
    zoom_in: "Larger",
    zoom_out: "Smaller",
    as_words: "As text",
    as_pages: "As pages",
    original: "See the original",
    original_word: "Original (Word)",
    original_not_saved: "The file could not be saved. Try again.",
    contents: "Contents",
    reading_at: "You are at:",
    send_clause: "Send a link to this place",
    link_copied: "The link was copied.",
    link_not_copied: "It could not be copied. Try again.",
    reading_words: |n, all| ["Reading the words, page ", &n.to_string(), "/", &all.to_string()].concat(),
    no_words: "This document is a scan: it can only be seen page by page.",
};
