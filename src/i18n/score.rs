//! Chấm điểm kỳ sinh hoạt.

use crate::domain::regulation::rubric::{Evidence, Rating};
use crate::domain::score::MarkRule;

/// Chấm điểm kỳ sinh hoạt.
pub struct ScoreTexts {
    /// Heading.
    pub own: &'static str,
    /// Behind the points.
    pub of: fn(&str) -> String,
    /// xếp loại
    pub rating: fn(Rating) -> &'static str,
    /// The scale in words: points, rating.
    pub scale: fn(&str, &str) -> String,
    /// How much is missing for a better rating.
    pub missing: fn(&str, &str) -> String,
    /// Nothing was marked by hand.
    pub not_scored: &'static str,
    /// Points so far, and how many items are still to be marked.
    pub so_far: fn(&str, usize) -> String,
    /// Below both.
    pub suggested: &'static str,
    /// The vote on it carried.
    pub voted: &'static str,
    /// No vote on it was taken.
    pub not_voted: &'static str,
    /// Below it.
    pub not_voted_text: &'static str,
    /// Link to the vote.
    pub put_to_vote: &'static str,
    /// Heading.
    pub criteria: &'static str,
    /// Button of a row.
    pub mark: &'static str,
    /// In front of a note.
    pub why: &'static str,
    /// Label: points of an item, and the most.
    pub points: fn(&str) -> String,
    /// Check box.
    pub excused: &'static str,
    /// Label.
    pub note: &'static str,
    /// What is wrong.
    pub bad_points: fn(&str) -> String,
    /// What is wrong with a mark.
    pub rule: fn(MarkRule) -> &'static str,
    /// Button.
    pub keep: &'static str,
    /// Label.
    pub remedies: &'static str,
    /// Below it.
    pub remedies_hint: &'static str,
    /// Points are missing, and nobody has said what is done about it.
    pub ask_remedies: &'static str,
    /// In front of what was found, as far as that does not say itself what it is.
    pub evidence: fn(Evidence) -> &'static str,
    /// Evidence: from, to, asked minutes.
    pub length: fn(&str, &str, u16) -> String,
    /// Evidence: part, whole.
    pub rate: fn(u16, u16) -> String,
    /// Evidence.
    pub absent: fn(u16) -> String,
    /// Evidence.
    pub bureau_met: fn(&str) -> String,
    /// Evidence.
    pub bureau_alone: &'static str,
    /// Evidence.
    pub bureau_not_noted: &'static str,
    /// Evidence: when, and by when.
    pub out: fn(&str, &str) -> String,
    /// Evidence.
    pub not_yet: &'static str,
    /// Evidence.
    pub post_later: &'static str,
    /// Evidence.
    pub tasks: fn(usize) -> String,
    /// Heading of the word of the superior.
    pub official: &'static str,
    /// Nothing was told yet.
    pub no_official: &'static str,
    /// Button.
    pub enter_official: &'static str,
    /// Points, rating, day.
    pub official_said: fn(&str, &str, &str) -> String,
    /// By how much it differs.
    pub differs: fn(&str) -> String,
    /// The own score in a line: points and rating.
    pub own_short: fn(&str) -> String,
    /// The official score in a line.
    pub official_short: fn(&str) -> String,
    /// By how much it differs, in a line.
    pub apart: fn(&str) -> String,
    /// Label.
    pub told_on: &'static str,
    /// No day.
    pub bad_day: &'static str,
}

/// Vietnamese.
pub const VI: ScoreTexts = ScoreTexts {
    own: "Chi bộ tự chấm",
    of: |total| ["/ ", total, " điểm"].concat(),
    rating: |rating| match rating {
        Rating::Good => "Tốt",
        Rating::Fair => "Khá",
        Rating::Average => "Trung bình",
        Rating::Weak => "Kém",
    },
    scale: |points, rating| [points, " điểm, mức ", rating].concat(),
    missing: |points, rating| ["Còn ", points, " điểm nữa là ", rating].concat(),
    not_scored: "Chi bộ chưa chấm điểm",
    so_far: |points, left| ["Đã chấm ", points, " điểm, còn ", &left.to_string(), " mục chưa chấm"].concat(),
    suggested: "Điểm chưa có ai chấm là gợi ý từ sổ. Chấm xong thì đưa ra biểu quyết.",
    voted: "Chi bộ đã biểu quyết điểm",
    not_voted: "Chưa biểu quyết điểm tự chấm",
    not_voted_text: "Điểm tự chấm do chi bộ biểu quyết.",
    put_to_vote: "Biểu quyết điểm",
    criteria: "Tiêu chí",
    mark: "Chấm",
    why: "Lý do: ",
    points: |max| ["Điểm, tối đa ", max].concat(),
    excused: "Không tính mục này",
    note: "Lý do, ghi chú",
    bad_points: |max| ["Ghi số từ 0 đến ", max, ", ví dụ 4,5."].concat(),
    rule: |rule| match rule {
        MarkRule::Marked => "Chưa chấm mục này.",
        MarkRule::Once => "Mục này bị chấm hai lần.",
        MarkRule::Known => "Quy định không có mục này.",
        MarkRule::Max => "Điểm cao hơn mức tối đa.",
        MarkRule::Counts => "Mục này phải được chấm điểm.",
        MarkRule::DeductionNote => "Hãy ghi lý do trừ điểm.",
        MarkRule::FullNote => "Hãy ghi lý do cho đủ điểm.",
    },
    keep: "Lưu điểm",
    remedies: "Biện pháp khắc phục",
    remedies_hint: "Nội dung này mở đầu kỳ sinh hoạt sau.",
    ask_remedies: "Có mục bị trừ điểm: bấm Chấm để ghi việc sẽ làm cho tốt hơn.",
    evidence: |evidence| match evidence {
        Evidence::Length | Evidence::NobodyAbsent | Evidence::Bureau | Evidence::Assigned => "",
        Evidence::Attendance => "Có mặt: ",
        Evidence::Notice => "Thông báo gửi: ",
        Evidence::Papers => "Tài liệu gửi: ",
        Evidence::Speakers => "Người phát biểu: ",
        Evidence::Opinions => "Đảng viên có ý kiến: ",
        Evidence::Results => "Nhiệm vụ đến hạn đã hoàn thành: ",
        Evidence::Minutes => "Thông qua biên bản: ",
        Evidence::Posted => "Đăng và báo cáo: ",
    },
    length: |from, to, asked| {
        ["Bắt đầu ", from, ", kết thúc ", to, "; cần ", &asked.to_string(), " phút"].concat()
    },
    rate: |part, whole| [&part.to_string(), "/", &whole.to_string()].concat(),
    absent: |absent| match absent {
        0 => "Không ai vắng không lý do".to_owned(),
        some => [&some.to_string(), " đồng chí vắng không lý do"].concat(),
    },
    bureau_met: |day| ["Họp chi ủy ", day].concat(),
    bureau_alone: "Chi bộ chỉ có bí thư",
    bureau_not_noted: "Chưa ghi ngày họp chi ủy",
    out: |at, due| [at, ", hạn ", due].concat(),
    not_yet: "chưa có",
    post_later: "sau khi khóa văn bản",
    tasks: |count| ["Giao ", &count.to_string(), " việc"].concat(),
    official: "Cấp trên chấm",
    no_official: "Chưa có điểm của cấp trên.",
    enter_official: "Ghi điểm cấp trên",
    official_said: |points, rating, day| [points, " điểm, ", rating, "; ngày ", day].concat(),
    differs: |points| ["Chênh ", points, " điểm so với chi bộ tự chấm."].concat(),
    own_short: |score| ["Tự chấm ", score].concat(),
    official_short: |score| ["cấp trên chấm ", score].concat(),
    apart: |points| ["chênh ", points, " điểm"].concat(),
    told_on: "Ngày nhận thông báo",
    bad_day: "Chọn ngày nhận thông báo.",
};

/// English.
pub const EN: ScoreTexts = ScoreTexts {
    own: "The branch's own score",
    of: |total| ["of ", total, " points"].concat(),
    rating: |rating| match rating {
        Rating::Good => "Good",
        Rating::Fair => "Fair",
        Rating::Average => "Average",
        Rating::Weak => "Weak",
    },
    scale: |points, rating| [points, " points, ", rating].concat(),
    missing: |points, rating| [points, " more points make it ", rating].concat(),
    not_scored: "The branch has not scored yet",
    so_far: |points, left| [points, " points so far, ", &left.to_string(), " items left"].concat(),
    suggested: "Points that nobody gave are suggested by the entries. Put the whole score to the vote.",
    voted: "The branch has voted on the score",
    not_voted: "No vote on the score yet",
    not_voted_text: "The branch votes on its own score.",
    put_to_vote: "Vote on the score",
    criteria: "Criteria",
    mark: "Mark",
    why: "Reason: ",
    points: |max| ["Points, at most ", max].concat(),
    excused: "Not applicable",
    note: "Reason, note",
    bad_points: |max| ["Enter a number from 0 to ", max, ", such as 4,5."].concat(),
    rule: |rule| match rule {
        MarkRule::Marked => "Not marked yet.",
        MarkRule::Once => "Marked twice.",
        MarkRule::Known => "The regulation has no such item.",
        MarkRule::Max => "More points than the item holds.",
        MarkRule::Counts => "This item has to be marked.",
        MarkRule::DeductionNote => "Say why points are taken off.",
        MarkRule::FullNote => "Say why it gets full points.",
    },
    keep: "Keep the points",
    remedies: "Remedies",
    remedies_hint: "This opens the next meeting.",
    ask_remedies: "Points were taken off: press Mark to say what will be done better.",
    evidence: |evidence| match evidence {
        Evidence::Length | Evidence::NobodyAbsent | Evidence::Bureau | Evidence::Assigned => "",
        Evidence::Attendance => "Present: ",
        Evidence::Notice => "Notice sent: ",
        Evidence::Papers => "Papers sent: ",
        Evidence::Speakers => "Speakers: ",
        Evidence::Opinions => "Members with an opinion: ",
        Evidence::Results => "Tasks due that are done: ",
        Evidence::Minutes => "Minutes adopted: ",
        Evidence::Posted => "Posted and reported: ",
    },
    length: |from, to, asked| {
        ["From ", from, " to ", to, "; ", &asked.to_string(), " minutes are asked for"].concat()
    },
    rate: |part, whole| [&part.to_string(), " of ", &whole.to_string()].concat(),
    absent: |absent| [&absent.to_string(), " absent without reason"].concat(),
    bureau_met: |day| ["The bureau met on ", day].concat(),
    bureau_alone: "The branch has a secretary only",
    bureau_not_noted: "No meeting of the bureau is noted",
    out: |at, due| [at, ", due ", due].concat(),
    not_yet: "not yet",
    post_later: "once the papers are locked",
    tasks: |count| [&count.to_string(), " tasks assigned"].concat(),
    official: "Official score",
    no_official: "None was told yet.",
    enter_official: "Enter the official score",
    official_said: |points, rating, day| [points, " points, ", rating, "; ", day].concat(),
    differs: |points| [points, " points apart from the own score."].concat(),
    own_short: |score| ["Own score ", score].concat(),
    official_short: |score| ["official score ", score].concat(),
    apart: |points| [points, " points apart"].concat(),
    told_on: "Told on",
    bad_day: "Choose the day on which it was told.",
};
