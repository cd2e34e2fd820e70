//! Everything the app says: one struct for each screen, two consts: Vietnamese, which comes first, and English. A
//! missing line does not compile.

use crate::ports::device::Language;

/// One language. Each screen asks for its own texts, so that a program carries only those of the screens it has.
pub struct Texts(Language);

static VI: Texts = Texts(Language::Vietnamese);
static EN: Texts = Texts(Language::English);

macro_rules! screens {
    ($($(#[$doc:meta])* $module:ident: $texts:ident,)+) => {
        $(pub mod $module;)+

        impl Texts {
            $(
                $(#[$doc])*
                pub fn $module(&self) -> &'static $module::$texts {
                    match self.0 {
                        Language::Vietnamese => &$module::VI,
                        Language::English => &$module::EN,
                    }
                }
            )+
        }
    };
}

screens! {
    /// Giao việc.
    assign: AssignTexts,
    /// Điểm danh.
    check_in: CheckInTexts,
    /// Kết thúc kỳ sinh hoạt.
    closing: ClosingTexts,
    /// Góp ý.
    comments: CommentsTexts,
    /// Dates and spans of time.
    dates: DateTexts,
    /// Chi bộ: the secretary's desk.
    desk: DeskTexts,
    /// Hồ sơ kỳ sinh hoạt.
    dossier: DossierTexts,
    /// Trao đổi.
    exchange: ExchangeTexts,
    /// A sentence for each fault.
    faults: FaultTexts,
    /// Founding a branch.
    founding: FoundingTexts,
    /// Mốc sắp đến.
    guard: GuardTexts,
    /// Hôm nay.
    home: HomeTexts,
    /// Hộp thư đến.
    inbox: InboxTexts,
    /// Tài liệu and the reader.
    library: LibraryTexts,
    /// Cá nhân.
    me: MeTexts,
    /// Sinh hoạt.
    meetings: MeetingsTexts,
    /// Đảng viên.
    members: MembersTexts,
    /// Thông báo họp.
    notice: NoticeTexts,
    /// Names of the domain's nouns and their states.
    nouns: NounTexts,
    /// Chuẩn bị kỳ sinh hoạt.
    prepare: PrepareTexts,
    /// Gửi tài liệu.
    publishing: PublishingTexts,
    /// Sổ nghị quyết.
    resolution_book: ResolutionBookTexts,
    /// Quy định.
    regulations: RegulationsTexts,
    /// Điểm danh of the secretary: roll call and rotating code.
    roll_call: RollCallTexts,
    /// Điều hành: the meeting as it runs.
    run: RunTexts,
    /// Chấm điểm.
    score: ScoreTexts,
    /// Máy của bí thư, nơi lưu trữ, phiếu khôi phục.
    secretaries: SecretariesTexts,
    /// Tự phê bình.
    self_criticism: SelfCriticismTexts,
    /// Navigation, header, dialogs.
    shell: ShellTexts,
    /// First start.
    start: StartTexts,
    /// Nhiệm vụ.
    tasks: TasksTexts,
    /// Kế hoạch chuyên đề.
    themes: ThemesTexts,
    /// Biểu quyết.
    votes: VotesTexts,
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
