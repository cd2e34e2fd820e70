//! Tự phê bình.

use crate::domain::self_criticism::{Level, Topic};

/// Tự phê bình.
pub struct SelfCriticismTexts {
    /// Title.
    pub title: &'static str,
    /// The notice that comes first.
    pub private: &'static str,
    /// Behind it.
    pub private_text: &'static str,
    /// Name of the switch of months.
    pub months: &'static str,
    /// Heading of a standing prompt.
    pub standing: fn(Topic) -> &'static str,
    /// Question of a prompt.
    pub ask: fn(Topic) -> &'static str,
    /// A question with its month.
    pub prompt: fn(&str, &str) -> String,
    /// A question about a task, as it is handed over.
    pub task_prompt: fn(&str, &str) -> String,
    /// Name of the three levels.
    pub judge: &'static str,
    /// Levels.
    pub level: fn(Level) -> &'static str,
    /// Where none was chosen.
    pub no_level: &'static str,
    /// Label.
    pub note: &'static str,
    /// Button, with the meeting.
    pub share: fn(&str) -> String,
    /// Button when the words were changed afterwards.
    pub share_again: fn(&str) -> String,
    /// Title of the dialog.
    pub share_title: &'static str,
    /// Above what is handed over.
    pub share_what: &'static str,
    /// Below it.
    pub share_rest: &'static str,
    /// Button.
    pub share_confirm: &'static str,
    /// Tag.
    pub shared: &'static str,
    /// Tag.
    pub changed: &'static str,
    /// Button.
    pub withdraw: &'static str,
    /// After taking back.
    pub withdrawn: &'static str,
    /// Where there is nothing to share for.
    pub no_meeting: &'static str,
    /// For an earlier month.
    pub past: &'static str,
}

/// Vietnamese.
pub const VI: SelfCriticismTexts = SelfCriticismTexts {
    title: "Tự phê bình",
    private: "Chỉ đồng chí đọc được.",
    private_text: "Nội dung được khóa trên máy này, không tự gửi đi đâu.",
    months: "Tháng",
    standing: |topic| match topic {
        Topic::PoliticalThought => "Tư tưởng chính trị",
        Topic::EthicsAndLifestyle => "Đạo đức, lối sống",
        Topic::Duties => "Thực hiện nhiệm vụ",
        Topic::DisciplineAndExample => "Tổ chức kỷ luật, nêu gương",
        Topic::Task(_) => "Nhiệm vụ được giao",
    },
    ask: |topic| match topic {
        Topic::PoliticalThought => "đồng chí học tập và làm theo nghị quyết đã tốt chưa?",
        Topic::EthicsAndLifestyle => "đồng chí giữ gìn lối sống, tình làng nghĩa xóm đã tốt chưa?",
        Topic::Duties => "đồng chí làm những việc được phân công đã tốt chưa?",
        Topic::DisciplineAndExample => "đồng chí dự họp, đóng đảng phí và nêu gương đã tốt chưa?",
        Topic::Task(_) => "đồng chí làm nhiệm vụ được giao đã tốt chưa?",
    },
    prompt: |month, ask| ["Tháng ", month, ", ", ask].concat(),
    task_prompt: |month, task| ["Tháng ", month, ", đồng chí làm nhiệm vụ này đã tốt chưa: ", task].concat(),
    judge: "Tự đánh giá",
    level: |level| match level {
        Level::Well => "Tốt",
        Level::Partly => "Một phần",
        Level::NotYet => "Chưa",
    },
    no_level: "Chưa tự đánh giá",
    note: "Nguyên nhân và cách khắc phục",
    share: |day| ["Chia sẻ với bí thư cho kỳ họp ", day].concat(),
    share_again: |day| ["Chia sẻ lại bản đã sửa cho kỳ họp ", day].concat(),
    share_title: "Chia sẻ mục này?",
    share_what: "Bí thư sẽ nhận đúng những dòng này, kèm tên đồng chí:",
    share_rest: "Các mục khác vẫn chỉ đồng chí đọc được.",
    share_confirm: "Chia sẻ",
    shared: "Đã chia sẻ với bí thư",
    changed: "Đã chia sẻ, sau đó có sửa",
    withdraw: "Rút lại",
    withdrawn: "Đã rút lại. Bí thư có thể đã đọc trước đó.",
    no_meeting: "Khi có kỳ họp tới, đồng chí có thể chia sẻ từng mục.",
    past: "Tháng trước: xem lại và sửa được.",
};

/// English.
pub const EN: SelfCriticismTexts = SelfCriticismTexts {
    title: "Self-criticism",
    private: "Only you can read this.",
    private_text: "It is locked on this device and goes nowhere by itself.",
    months: "Month",
    standing: |topic| match topic {
        Topic::PoliticalThought => "Political thought",
        Topic::EthicsAndLifestyle => "Ethics and lifestyle",
        Topic::Duties => "Duties",
        Topic::DisciplineAndExample => "Discipline and example",
        Topic::Task(_) => "Assigned task",
    },
    ask: |topic| match topic {
        Topic::PoliticalThought => "how well did you study resolutions and act on them?",
        Topic::EthicsAndLifestyle => "how well did you live, at home and with your neighbours?",
        Topic::Duties => "how well have you done what you were assigned?",
        Topic::DisciplineAndExample => "how well did you attend, pay your dues and set an example?",
        Topic::Task(_) => "how well have you done your task?",
    },
    prompt: |month, ask| ["In ", month, ", ", ask].concat(),
    task_prompt: |month, task| ["In ", month, ", how well have you done this task: ", task].concat(),
    judge: "Own judgement",
    level: |level| match level {
        Level::Well => "Well",
        Level::Partly => "Partly",
        Level::NotYet => "Not yet",
    },
    no_level: "No judgement",
    note: "Causes and remedy",
    share: |day| ["Share with the secretary for the meeting of ", day].concat(),
    share_again: |day| ["Share the changed words for the meeting of ", day].concat(),
    share_title: "Share this item?",
    share_what: "The secretary gets exactly these lines, with your name:",
    share_rest: "All other items stay private.",
    share_confirm: "Share",
    shared: "Shared with the secretary",
    changed: "Shared, changed since",
    withdraw: "Take back",
    withdrawn: "Taken back. The secretary may have read it before.",
    no_meeting: "When a meeting is announced, you can share single items.",
    past: "An earlier month: you can look and change.",
};
