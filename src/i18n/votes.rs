//! Biểu quyết.

use crate::domain::vote::{VoteFault, Weight};

/// Biểu quyết.
pub struct VotesTexts {
    /// Tab.
    pub title: &'static str,
    /// Field.
    pub question: &'static str,
    /// At the field.
    pub ask_question: &'static str,
    /// Group.
    pub suggestions: &'static str,
    /// Questions of every meeting.
    pub suggested: [&'static str; 4],
    /// Field.
    pub needs: &'static str,
    /// What a question needs.
    pub weight: fn(Weight) -> &'static str,
    /// Group.
    pub way: &'static str,
    /// Choice.
    pub hands: &'static str,
    /// Choice.
    pub secret: &'static str,
    /// Group.
    pub numbers: &'static str,
    /// Number.
    pub favour: &'static str,
    /// Number.
    pub against: &'static str,
    /// Number.
    pub other: &'static str,
    /// Group.
    pub ballots: &'static str,
    /// Number.
    pub issued: &'static str,
    /// Number.
    pub collected: &'static str,
    /// Number.
    pub invalid: &'static str,
    /// Button.
    pub less: &'static str,
    /// Button.
    pub more: &'static str,
    /// Verdict.
    pub carried: &'static str,
    /// Verdict.
    pub not_carried: &'static str,
    /// The bar, for screen readers: in favour, voters, needed.
    pub bar: fn(u16, u16, u16) -> String,
    /// In favour, voters, percentage.
    pub reached: fn(u16, u16, &str) -> String,
    /// How many are needed.
    pub need_more_than: fn(u16) -> String,
    /// How many are needed.
    pub need_at_least: fn(u16) -> String,
    /// Heading with the number.
    pub why: fn(u16) -> String,
    /// Button.
    pub enter: &'static str,
    /// Banner.
    pub entered: &'static str,
    /// Button.
    pub new_one: &'static str,
    /// Heading.
    pub taken: &'static str,
    /// In favour, against, other, voters.
    pub counts: fn(u16, u16, u16, u16) -> String,
    /// Banner.
    pub removed: &'static str,
    /// Another vote was taken up while a count was not entered.
    pub set_aside: &'static str,
    /// Note: how many in the room can vote.
    pub voters_there: fn(u16) -> String,
    /// At a field: the numbers that do not fit.
    pub fault: fn(VoteFault) -> String,
}

/// Vietnamese.
pub const VI: VotesTexts = VotesTexts {
    title: "Biểu quyết",
    question: "Nội dung biểu quyết",
    ask_question: "Hãy ghi nội dung biểu quyết.",
    suggestions: "Chọn nhanh",
    suggested: ["Thông qua chương trình", "Thông qua nghị quyết", "Thông qua điểm buổi sinh hoạt", "Thông qua biên bản"],
    needs: "Loại việc",
    weight: |weight| match weight {
        Weight::Ordinary => "Việc thường",
        Weight::Admission => "Kết nạp đảng viên",
        Weight::Recognition => "Công nhận chính thức",
        Weight::Removal => "Xóa tên",
        Weight::Expulsion => "Khai trừ",
    },
    way: "Cách biểu quyết",
    hands: "Giơ tay",
    secret: "Phiếu kín",
    numbers: "Số phiếu",
    favour: "Tán thành",
    against: "Không tán thành",
    other: "Ý kiến khác",
    ballots: "Kiểm phiếu",
    issued: "Phiếu phát ra",
    collected: "Phiếu thu vào",
    invalid: "Phiếu không hợp lệ",
    less: "Bớt một",
    more: "Thêm một",
    carried: "Được thông qua",
    not_carried: "Chưa đủ phiếu",
    bar: |favour, voters, needed| {
        [&favour.to_string(), " trên ", &voters.to_string(), " tán thành, cần ít nhất ", &needed.to_string()].concat()
    },
    reached: |favour, voters, share| {
        [&favour.to_string(), "/", &voters.to_string(), " tán thành, đạt ", share, "%."].concat()
    },
    need_more_than: |needed| ["Cần quá nửa: từ ", &needed.to_string(), " phiếu."].concat(),
    need_at_least: |needed| ["Cần hai phần ba: từ ", &needed.to_string(), " phiếu."].concat(),
    why: |voters| ["Vì sao tính trên ", &voters.to_string(), "?"].concat(),
    enter: "Ghi kết quả vào biên bản",
    entered: "Đã ghi kết quả",
    new_one: "Biểu quyết việc khác",
    taken: "Đã biểu quyết",
    counts: |favour, against, other, voters| {
        let share = [favour.to_string(), voters.to_string()].join("/");
        [&share, " tán thành, ", &against.to_string(), " không tán thành, ", &other.to_string(), " ý kiến khác"].concat()
    },
    removed: "Đã bỏ một lần biểu quyết",
    set_aside: "Đã cất lần kiểm phiếu chưa ghi",
    voters_there: |voters| ["Trong phòng có ", &voters.to_string(), " đồng chí được biểu quyết."].concat(),
    fault: |fault| match fault {
        VoteFault::MoreThanVoters { cast, voters } => {
            pair("Trong phòng có ", voters, " đồng chí được biểu quyết, đã đếm ", cast)
        }
        VoteFault::MoreIssuedThanVoters { issued, voters } => {
            pair("Trong phòng có ", voters, " đồng chí được biểu quyết, đã phát ra ", issued)
        }
        VoteFault::MoreCollectedThanIssued { collected, issued } => {
            pair("Phát ra ", issued, " phiếu, thu vào ", collected)
        }
        VoteFault::SumDiffers { sum, collected } => pair("Các loại phiếu cộng lại là ", sum, ", thu vào ", collected),
    },
};

/// `Phát ra 16 phiếu, thu vào 18.`
fn pair(before: &str, one: impl Into<u32>, between: &str, other: impl Into<u32>) -> String {
    [before, &one.into().to_string(), between, &other.into().to_string(), "."].concat()
}

/// English.
pub const EN: VotesTexts = VotesTexts {
    title: "Vote",
    question: "Question",
    ask_question: "Enter the question.",
    suggestions: "Quick choice",
    suggested: ["Adopt the agenda", "Adopt the resolution", "Adopt the score", "Adopt the minutes"],
    needs: "Kind of question",
    weight: |weight| match weight {
        Weight::Ordinary => "Ordinary",
        Weight::Admission => "Admission",
        Weight::Recognition => "Recognition as official",
        Weight::Removal => "Removal from the list",
        Weight::Expulsion => "Expulsion",
    },
    way: "Way of voting",
    hands: "Hands",
    secret: "Secret ballot",
    numbers: "Votes",
    favour: "In favour",
    against: "Against",
    other: "Other",
    ballots: "Ballots",
    issued: "Issued",
    collected: "Collected",
    invalid: "Invalid",
    less: "One less",
    more: "One more",
    carried: "Carried",
    not_carried: "Not carried",
    bar: |favour, voters, needed| {
        [&favour.to_string(), " of ", &voters.to_string(), " in favour, at least ", &needed.to_string(), " needed"].concat()
    },
    reached: |favour, voters, share| {
        [&favour.to_string(), "/", &voters.to_string(), " in favour, ", share, "%."].concat()
    },
    need_more_than: |needed| ["More than half is needed: from ", &needed.to_string(), " votes."].concat(),
    need_at_least: |needed| ["Two thirds are needed: from ", &needed.to_string(), " votes."].concat(),
    why: |voters| ["Why of ", &voters.to_string(), "?"].concat(),
    enter: "Enter into the minutes",
    entered: "The result is entered",
    new_one: "Another question",
    taken: "Votes taken",
    counts: |favour, against, other, voters| {
        let share = [favour.to_string(), voters.to_string()].join("/");
        [&share, " in favour, ", &against.to_string(), " against, ", &other.to_string(), " other"].concat()
    },
    removed: "A vote was taken out",
    set_aside: "The count not yet entered was put aside",
    voters_there: |voters| [&voters.to_string(), " comrades in the room can vote."].concat(),
    fault: |fault| match fault {
        VoteFault::MoreThanVoters { cast, voters } => {
            pair("Comrades in the room who can vote: ", voters, "; votes counted: ", cast)
        }
        VoteFault::MoreIssuedThanVoters { issued, voters } => {
            pair("Comrades in the room who can vote: ", voters, "; ballots issued: ", issued)
        }
        VoteFault::MoreCollectedThanIssued { collected, issued } => {
            pair("Ballots issued: ", issued, "; collected: ", collected)
        }
        VoteFault::SumDiffers { sum, collected } => pair("All kinds make ", sum, "; collected: ", collected),
    },
};
