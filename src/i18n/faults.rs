//! One clear sentence for each fault: what is safe first, then what to do.

/// One clear sentence for each fault: what is safe first, then what to do.
pub struct FaultTexts {
    /// The store is full.
    pub full: &'static str,
    /// The store is broken.
    pub store: &'static str,
    /// The device's key is gone.
    pub keys: &'static str,
    /// No network.
    pub offline: &'static str,
    /// The host is busy.
    pub busy: &'static str,
    /// The host refuses.
    pub host_refused: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// A picked file that the device cannot read.
    pub unreadable: &'static str,
    /// A newer app wrote it.
    pub newer_version: &'static str,
    /// Of another branch.
    pub other_branch: &'static str,
    /// The author is not in the roster.
    pub unknown_key: &'static str,
    /// The device was revoked.
    pub revoked_key: &'static str,
    /// Signed by a secretary who is none any more.
    pub former_secretary: &'static str,
    /// The signature or seal does not fit.
    pub forged: &'static str,
    /// Cut or damaged.
    pub damaged: &'static str,
    /// Not a file of this app.
    pub not_a_bundle: &'static str,
    /// A link opens nothing.
    pub bad_link: &'static str,
    /// Only the secretary.
    pub not_the_secretary: &'static str,
    /// Not confirmed yet.
    pub not_yet_listed: &'static str,
    /// No host.
    pub no_hosting: &'static str,
    /// Nothing written.
    pub empty: &'static str,
    /// Too long.
    pub too_long: &'static str,
    /// Odd characters.
    pub control: &'static str,
    /// The notice is not complete.
    pub meeting: &'static str,
    /// Not in the roster.
    pub unknown_member: &'static str,
    /// Not among the devices.
    pub unknown_device: &'static str,
    /// No such meeting.
    pub unknown_meeting: &'static str,
    /// For another meeting.
    pub other_meeting: &'static str,
    /// The code is not shown.
    pub code_closed: &'static str,
    /// Not a request to be listed.
    pub not_a_request: &'static str,
    /// Nothing of the branch is here.
    pub not_fetched: &'static str,
    /// No own words to take back.
    pub nothing_said: &'static str,
    /// Nothing to hand on.
    pub nothing_to_publish: &'static str,
    /// Not on this device.
    pub not_saved: &'static str,
    /// No handbook.
    pub not_open: &'static str,
    /// The sample is broken.
    pub script: &'static str,
    /// Listed already.
    pub already_listed: &'static str,
    /// The only copy.
    pub only_copy: &'static str,
    /// The host has not got the file.
    pub missing: &'static str,
    /// No token of the host.
    pub no_token: &'static str,
    /// As many as may be.
    pub too_many_secretaries: &'static str,
    /// Not the device in the hand.
    pub own_device: &'static str,
    /// Another sheet.
    pub other_paper: &'static str,
    /// Taken off the roster.
    pub revoked: &'static str,
    /// A handbook is here already.
    pub already_open: &'static str,
    /// There already.
    pub twice: &'static str,
    /// Chair and minutes-taker are the same.
    pub chair_takes_minutes: &'static str,
    /// More have paid than there are to pay.
    pub more_paid: &'static str,
    /// An opinion without an author.
    pub nobody_spoke: &'static str,
    /// The order of business has no such item.
    pub no_such_step: &'static str,
    /// It ends before it begins.
    pub bad_time: &'static str,
    /// No room for more entries.
    pub too_many: &'static str,
    /// More votes than voters.
    pub more_than_base: &'static str,
    /// The votes do not add up to the ballots.
    pub sum_differs: &'static str,
    /// More is done than there is to do.
    pub bad_share: &'static str,
    /// A resolution without a number or a term.
    pub bad_number: &'static str,
    /// The paper was locked already.
    pub locked: &'static str,
    /// The meeting was not scored.
    pub not_scored: &'static str,
    /// More points than there are.
    pub above_total: &'static str,
    /// A meeting is closed without minutes.
    pub no_minutes: &'static str,
    /// A meeting is closed that was not held.
    pub not_held: &'static str,
    /// A meeting is closed while its clock runs.
    pub still_runs: &'static str,
    /// An addendum to nothing.
    pub unknown_paper: &'static str,
    /// A theme without a month.
    pub bad_month: &'static str,
    /// The host serves another file.
    pub swapped: &'static str,
    /// The host serves an old state.
    pub outdated: &'static str,
}

/// Vietnamese.
pub const VI: FaultTexts = FaultTexts {
    full: "Máy hết chỗ nên chưa lưu được việc vừa rồi. Những gì đã lưu vẫn còn. Hãy bớt tài liệu cũ rồi làm lại.",
    store: "Máy không ghi được. Hãy đóng các cửa sổ sổ tay khác rồi mở lại.",
    keys: "Khóa trên máy này không còn. Hãy xin bí thư mời lại.",
    offline: "Chưa có mạng. Mọi thứ đã lưu trên máy và sẽ tự gửi khi có mạng.",
    busy: "Máy chủ đang bận. Sổ tay sẽ tự thử lại.",
    host_refused: "Máy chủ không nhận. Hãy báo bí thư kiểm tra nơi lưu trữ của chi bộ.",
    too_large: "Tệp quá lớn nên không nhận. Hãy chọn tệp nhỏ hơn 20 MB.",
    unreadable: "Máy không đọc được tệp này. Đồng chí hãy chép tệp vào máy rồi chọn lại.",
    newer_version: "Tệp này do bản sổ tay mới hơn tạo ra. Hãy cập nhật sổ tay rồi mở lại.",
    other_branch: "Đây là của chi bộ khác nên không nhận.",
    other_meeting: "Thẻ hoặc mã này dành cho buổi sinh hoạt khác nên không ghi. Hãy mở thẻ của buổi hôm nay.",
    unknown_key: "Người gửi chưa có trong danh sách chi bộ. Đã để riêng chờ bí thư xem.",
    revoked_key: "Máy này đã bị thôi dùng nên không nhận.",
    former_secretary: "Máy đã ký nội dung này không còn là máy của bí thư nên không nhận. Sổ tay vẫn còn nguyên.",
    forged: "Nội dung đã bị sửa hoặc không phải của chi bộ nên không nhận. Sổ tay vẫn còn nguyên.",
    damaged: "Tệp bị thiếu hoặc hỏng nên không nhận gì từ tệp này. Hãy xin gửi lại.",
    not_a_bundle: "Đây không phải tệp trao đổi của sổ tay.",
    bad_link: "Mã hoặc liên kết này không đủ. Hãy quét lại hoặc xin mã mới.",
    not_the_secretary: "Việc này chỉ bí thư chi bộ làm được.",
    not_yet_listed: "Chờ bí thư xác nhận máy này. Bản nháp của đồng chí vẫn được giữ.",
    no_hosting: "Chi bộ chưa có nơi lưu trữ trên mạng. Hãy trao đổi bằng tệp hoặc mã.",
    empty: "Mời đồng chí ghi vào ô này.",
    too_long: "Dài quá. Hãy viết gọn lại.",
    control: "Có ký tự lạ trong phần vừa ghi. Hãy xóa rồi gõ lại.",
    meeting: "Thông báo chưa đủ: kiểm tra thời lượng, chương trình và chuyên đề.",
    unknown_member: "Không có đồng chí này trong danh sách chi bộ.",
    unknown_device: "Không có máy này trong danh sách chi bộ.",
    unknown_meeting: "Không tìm thấy buổi sinh hoạt này trong sổ tay.",
    code_closed: "Mã điểm danh chưa mở. Hãy mở mã của buổi sinh hoạt.",
    not_a_request: "Đây không phải mã xin vào danh sách. Hãy quét mã trên máy của đồng chí mới.",
    not_fetched: "Máy này chưa nhận được nội dung của chi bộ. Hãy nhận qua mạng hoặc bằng tệp rồi làm lại.",
    nothing_said: "Đồng chí chưa có ý kiến nào để rút.",
    nothing_to_publish: "Chưa có gì để xuất.",
    not_saved: "Tệp này chưa có trên máy. Hãy tải về rồi mở lại.",
    not_open: "Máy này chưa mở sổ tay nào.",
    script: "Chi bộ mẫu bị hỏng nên không mở được.",
    already_listed: "Máy này đã có trong danh sách chi bộ.",
    only_copy: "Đây là bản duy nhất, chưa đăng ở đâu, nên chưa bỏ khỏi máy. Hãy đăng trước.",
    missing: "Máy chủ chưa có tệp này. Sổ tay sẽ tự thử lại.",
    no_token: "Máy này chưa có quyền đăng lên nơi lưu trữ. Mọi thứ đã lưu trên máy. Hãy dán đường dẫn nơi lưu trữ trong mục Chi bộ.",
    too_many_secretaries: "Đã đủ bốn máy của bí thư. Hãy bỏ một máy cũ trước.",
    own_device: "Máy đang dùng không tự bỏ được. Hãy bỏ từ máy khác của bí thư.",
    other_paper: "Phiếu này không phải phiếu khôi phục của chi bộ. Hãy kiểm tra lại.",
    revoked: "Máy này không còn trong sổ của chi bộ. Những gì đã lưu vẫn đọc được, nhưng không gửi được nữa. Hãy gặp bí thư để được mời lại.",
    already_open: "Máy này đã có sổ tay. Muốn mở sổ khác thì xóa sổ hiện có trong mục Cá nhân.",
    twice: "Tài liệu cùng cơ quan ban hành, số hiệu và ngày đã có trong sổ nên không thêm lần nữa.",
    chair_takes_minutes: "Chủ trì và thư ký phải là hai đồng chí khác nhau.",
    more_paid: "Số đồng chí đã nộp đảng phí nhiều hơn số phải nộp.",
    nobody_spoke: "Hãy chọn đồng chí phát biểu.",
    no_such_step: "Mục này không còn trong chương trình.",
    bad_time: "Giờ kết thúc sớm hơn giờ bắt đầu.",
    too_many: "Kỳ sinh hoạt này đã đủ số dòng có thể ghi.",
    more_than_base: "Tổng số phiếu nhiều hơn số đồng chí được biểu quyết.",
    sum_differs: "Tổng các loại phiếu chưa khớp số phiếu thu vào.",
    bad_share: "Số đã làm nhiều hơn số phải làm.",
    bad_number: "Số hoặc nhiệm kỳ của nghị quyết chưa đúng.",
    locked: "Nội dung này đã khóa. Cần sửa thì lập bản bổ sung.",
    not_scored: "Kỳ sinh hoạt này chưa chấm điểm xong.",
    above_total: "Điểm ghi lớn hơn tổng điểm.",
    no_minutes: "Thiếu biên bản nên chưa khóa được. Hãy mở lại trang này.",
    not_held: "Kỳ sinh hoạt này chưa diễn ra. Hãy điểm danh hoặc bắt đầu họp trước.",
    still_runs: "Đồng hồ họp còn chạy. Hãy bấm “Kết thúc lúc này” rồi khóa.",
    unknown_paper: "Máy này chưa có văn bản cần bổ sung.",
    bad_month: "Tháng của chuyên đề phải từ 1 đến 12.",
    swapped: "Tệp trên máy chủ không đúng bản đã đăng nên không nhận. Hãy báo bí thư.",
    outdated: "Máy chủ đưa bản cũ hơn bản trên máy. Sổ tay giữ bản mới hơn.",
};

/// English.
pub const EN: FaultTexts = FaultTexts {
    full: "There is no room left, so this was not saved. What was saved before is safe. Remove old papers and try again.",
    store: "The device could not write. Close other windows of the handbook and open it again.",
    keys: "The key on this device is gone. Ask the secretary for a new invitation.",
    offline: "No network yet. Everything is saved here and will be sent by itself.",
    busy: "The server is busy. The handbook will try again by itself.",
    host_refused: "The server refused. Tell the secretary to check the branch's hosting.",
    too_large: "The file is too large. Choose one below 20 MB.",
    unreadable: "The device cannot read this file. Copy it onto the device and choose it again.",
    newer_version: "A newer version of the handbook made this. Update the handbook and open it again.",
    other_branch: "This belongs to another branch and was not taken.",
    other_meeting: "This card or code is for another meeting and was not counted. Open the card of this meeting.",
    unknown_key: "The sender is not in the roster. It was put aside for the secretary.",
    revoked_key: "This device was taken off the roster, so it was not taken.",
    former_secretary: "The device that signed this is no longer the secretary's, so it was not taken. Your handbook is untouched.",
    forged: "It was changed or is not from the branch, so it was not taken. Your handbook is untouched.",
    damaged: "The file is cut or damaged and nothing was taken from it. Ask for it again.",
    not_a_bundle: "This is not an exchange file of the handbook.",
    bad_link: "This code or link is not complete. Scan again or ask for a new one.",
    not_the_secretary: "Only the secretary can do this.",
    not_yet_listed: "Waiting for the secretary to confirm this device. Your draft is kept.",
    no_hosting: "The branch has no hosting. Exchange by file or code.",
    empty: "Please fill this in.",
    too_long: "Too long. Please shorten it.",
    control: "There are odd characters in the text. Delete them and type again.",
    meeting: "The notice is not complete: check the length, the agenda and the theme.",
    unknown_member: "There is no such member in the roster.",
    unknown_device: "There is no such device in the roster.",
    unknown_meeting: "There is no such meeting in the handbook.",
    code_closed: "The code is not open. Open the code of the meeting.",
    not_a_request: "This is no request to be listed. Scan the code on the newcomer's device.",
    not_fetched: "This device has nothing of the branch yet. Fetch it by network or file and try again.",
    nothing_said: "There are no words of yours to take back.",
    nothing_to_publish: "There is nothing to hand on yet.",
    not_saved: "The file is not on this device. Download it and open it again.",
    not_open: "No handbook is open on this device.",
    script: "The sample branch is broken and cannot be opened.",
    already_listed: "This device is in the roster already.",
    only_copy: "This is the only copy and it is not published yet, so it stays. Publish it first.",
    missing: "The server does not have this file yet. The handbook will try again by itself.",
    no_token: "This device may not publish to the branch's hosting yet. Everything is saved here. Paste the hosting link under Branch.",
    too_many_secretaries: "There are four devices of the secretary already. Take an old one off first.",
    own_device: "The device in use cannot take itself off. Do it from another device of the secretary.",
    other_paper: "This is not the recovery sheet of the branch. Check it again.",
    revoked: "This device is no longer in the branch's roster. What is saved can still be read, but nothing can be sent. Ask the secretary for a new invitation.",
    already_open: "There is a handbook on this device already. Delete it under Me to open another.",
    twice: "A document of this issuer, number and date is there already and was not added again.",
    chair_takes_minutes: "The chair and the minutes-taker must be two different comrades.",
    more_paid: "More comrades have paid their fees than there are to pay.",
    nobody_spoke: "Choose who spoke.",
    no_such_step: "This item is no longer on the agenda.",
    bad_time: "It ends before it begins.",
    too_many: "This meeting has no room for more entries.",
    more_than_base: "There are more votes than comrades who may vote.",
    sum_differs: "The votes do not add up to the ballots collected.",
    bad_share: "More is done than there is to do.",
    bad_number: "The number or the term of the resolution is not right.",
    locked: "This is locked. Write an addendum to correct it.",
    not_scored: "This meeting is not scored yet.",
    above_total: "More points than there are in all.",
    no_minutes: "The minutes are missing, so nothing was locked. Open this page again.",
    not_held: "This meeting was not held yet. Call the roll or begin it first.",
    still_runs: "The clock of the meeting still runs. Press “End it now”, then lock.",
    unknown_paper: "The paper to add to is not on this device.",
    bad_month: "The month of a theme is a number from 1 to 12.",
    swapped: "The file on the server is not the one that was published, so it was not taken. Tell the secretary.",
    outdated: "The server offers an older state than this device has. The newer one is kept.",
};
