//! Điểm danh, and everything that uses the camera.

/// Điểm danh, and everything that uses the camera.
pub struct CheckInTexts {
    /// Title.
    pub title: &'static str,
    /// Camera fault.
    pub camera_no_permission: &'static str,
    /// Camera fault.
    pub camera_none: &'static str,
    /// Camera fault.
    pub camera_busy: &'static str,
    /// Camera fault.
    pub camera_unsupported: &'static str,
    /// A code that does not fit here.
    pub foreign_code: &'static str,
    /// Button.
    pub pick_picture: &'static str,
}

/// Vietnamese.
pub const VI: CheckInTexts = CheckInTexts {
    title: "Điểm danh",
    camera_no_permission: "Máy chưa cho sổ tay dùng máy ảnh. Hãy cho phép trong phần cài đặt, hoặc dùng cách khác.",
    camera_none: "Máy này không có máy ảnh. Hãy dùng cách khác.",
    camera_busy: "Máy ảnh đang bị ứng dụng khác dùng. Hãy đóng ứng dụng đó rồi thử lại.",
    camera_unsupported: "Trình duyệt này không dùng được máy ảnh. Hãy dùng cách khác.",
    foreign_code: "Đây không phải mã cần quét. Sổ tay vẫn đang quét.",
    pick_picture: "Chọn ảnh có mã",
};

/// English.
pub const EN: CheckInTexts = CheckInTexts {
    title: "Check in",
    camera_no_permission: "The camera is not allowed. Allow it in the settings or use another way.",
    camera_none: "This device has no camera. Use another way.",
    camera_busy: "Another app uses the camera. Close it and try again.",
    camera_unsupported: "This browser cannot use the camera. Use another way.",
    foreign_code: "This is not the code that is needed. Still scanning.",
    pick_picture: "Pick a picture of the code",
};
