//! Everything the app says: one struct for each screen, two consts: Vietnamese, which comes first, and English. A
//! missing line does not compile.

pub mod assign;
pub mod check_in;
pub mod comments;
pub mod dates;
pub mod desk;
pub mod exchange;
pub mod faults;
pub mod founding;
pub mod home;
pub mod inbox;
pub mod library;
pub mod me;
pub mod meetings;
pub mod members;
pub mod notice;
pub mod nouns;
pub mod publishing;
pub mod roll_call;
pub mod self_criticism;
pub mod shell;
pub mod start;
pub mod tasks;

use crate::ports::device::Language;

/// All texts in one language.
pub struct Texts {
    /// What a screen reader takes for the language of the page.
    pub code: &'static str,
    /// Dates and spans of time.
    pub dates: dates::DateTexts,
    /// Names of the domain's nouns and their states.
    pub nouns: nouns::NounTexts,
    /// Navigation, header, dialogs.
    pub shell: shell::ShellTexts,
    /// A sentence for each fault.
    pub faults: faults::FaultTexts,
    /// First start.
    pub start: start::StartTexts,
    /// Founding a branch.
    pub founding: founding::FoundingTexts,
    /// Hôm nay.
    pub home: home::HomeTexts,
    /// Tài liệu and the reader.
    pub library: library::LibraryTexts,
    /// Sinh hoạt.
    pub meetings: meetings::MeetingsTexts,
    /// Điểm danh.
    pub check_in: check_in::CheckInTexts,
    /// Góp ý.
    pub comments: comments::CommentsTexts,
    /// Tự phê bình.
    pub self_criticism: self_criticism::SelfCriticismTexts,
    /// Nhiệm vụ.
    pub tasks: tasks::TasksTexts,
    /// Trao đổi.
    pub exchange: exchange::ExchangeTexts,
    /// Cá nhân.
    pub me: me::MeTexts,
    /// Chi bộ: the secretary's desk.
    pub desk: desk::DeskTexts,
    /// Đảng viên.
    pub members: members::MembersTexts,
    /// Hộp thư đến.
    pub inbox: inbox::InboxTexts,
    /// Gửi tài liệu.
    pub publishing: publishing::PublishingTexts,
    /// Thông báo họp.
    pub notice: notice::NoticeTexts,
    /// Giao việc.
    pub assign: assign::AssignTexts,
    /// Điều hành: roll call and rotating code.
    pub roll_call: roll_call::RollCallTexts,
}

impl Texts {
    /// The texts in `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Vietnamese => &VI,
            Language::English => &EN,
        }
    }
}

macro_rules! texts {
    ($name:ident, $code:literal, $const:ident) => {
        static $name: Texts = Texts {
            code: $code,
            dates: dates::$const,
            nouns: nouns::$const,
            shell: shell::$const,
            faults: faults::$const,
            start: start::$const,
            founding: founding::$const,
            home: home::$const,
            library: library::$const,
            meetings: meetings::$const,
            check_in: check_in::$const,
            comments: comments::$const,
            self_criticism: self_criticism::$const,
            tasks: tasks::$const,
            exchange: exchange::$const,
            me: me::$const,
            desk: desk::$const,
            members: members::$const,
            inbox: inbox::$const,
            publishing: publishing::$const,
            notice: notice::$const,
            assign: assign::$const,
            roll_call: roll_call::$const,
        };
    };
}

texts!(VI, "vi", VI);
texts!(EN, "en", EN);
