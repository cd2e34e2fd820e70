//! Names of the domain's nouns and their states.

/// Names of the domain's nouns and their states.
pub struct NounTexts {
    /// Title of a meeting by kind and month.
    pub meeting_title: fn(crate::domain::meeting::Kind, u32) -> String,
    /// Kind of meeting.
    pub meeting_kind: fn(crate::domain::meeting::Kind) -> String,
    /// Kind of document.
    pub document_kind: fn(crate::domain::document::Kind) -> String,
    /// Membership of a member.
    pub membership: fn(crate::domain::member::Membership) -> String,
    /// Where and whether a member takes part.
    pub activity: fn(crate::domain::member::Activity) -> String,
    /// Office of a member.
    pub office: fn(crate::domain::member::Office) -> String,
    /// State in the roll call.
    pub attendance: fn(crate::domain::attendance::State) -> String,
    /// How an entry came about.
    pub means: fn(crate::domain::attendance::Means) -> String,
    /// Reason for absence.
    pub reason: fn(crate::domain::attendance::Reason) -> String,
    /// Kind of branch.
    pub branch_kind: fn(crate::domain::org::BranchKind) -> String,
    /// Group of choices: how far a draft is.
    pub progress: &'static str,
    /// How far a draft is.
    pub draft_state: fn(crate::domain::proceedings::DraftState) -> String,
    /// Who may read a comment.
    pub visibility: fn(crate::domain::comment::Visibility) -> String,
    /// A name in a list.
    pub comrade: fn(&str) -> String,
    /// Label.
    pub theme: &'static str,
    /// Size of a file.
    pub size: fn(u32) -> String,
}

/// Vietnamese.
pub const VI: NounTexts = NounTexts {
    meeting_title: |kind, month| match kind {
        crate::domain::meeting::Kind::Regular => ["Sinh hoạt thường kỳ tháng ", &month.to_string()].concat(),
        crate::domain::meeting::Kind::Thematic => ["Sinh hoạt chuyên đề tháng ", &month.to_string()].concat(),
        crate::domain::meeting::Kind::Extraordinary => {
            ["Sinh hoạt bất thường tháng ", &month.to_string()].concat()
        }
    },
    meeting_kind: |kind| {
        match kind {
            crate::domain::meeting::Kind::Regular => "Thường kỳ",
            crate::domain::meeting::Kind::Thematic => "Chuyên đề",
            crate::domain::meeting::Kind::Extraordinary => "Bất thường",
        }
        .to_owned()
    },
    document_kind: |kind| {
        use crate::domain::document::Kind as K;
        match kind {
            K::Directive => "Chỉ thị",
            K::Resolution => "Nghị quyết",
            K::Regulation => "Quy định",
            K::Guidance => "Hướng dẫn",
            K::Conclusion => "Kết luận",
            K::Plan => "Kế hoạch",
            K::Notice => "Thông báo",
            K::Report => "Báo cáo",
            K::Submission => "Tờ trình",
            K::Decision => "Quyết định",
            K::OfficialLetter => "Công văn",
            K::MeetingPaper => "Tài liệu sinh hoạt",
            K::Bulletin => "Bản tin",
        }
        .to_owned()
    },
    membership: |membership| {
        use crate::domain::member::Membership as M;
        match membership {
            M::Official => "Đảng viên chính thức",
            M::Probationary => "Đảng viên dự bị",
        }
        .to_owned()
    },
    activity: |activity| {
        use crate::domain::member::{Activity as A, Departure as D};
        match activity {
            A::Here => "Sinh hoạt tại chi bộ",
            A::Exempt => "Miễn sinh hoạt",
            A::Elsewhere => "Sinh hoạt tạm thời nơi khác",
            A::Guest => "Sinh hoạt tạm thời tại đây",
            A::Suspended => "Đình chỉ sinh hoạt",
            A::Left(D::Transferred) => "Chuyển sinh hoạt chính thức",
            A::Left(D::Died) => "Từ trần",
            A::Left(D::Withdrew) => "Xin ra khỏi Đảng",
            A::Left(D::Expelled) => "Khai trừ",
            A::Left(D::Mistake) => "Nhập nhầm",
        }
        .to_owned()
    },
    office: |office| {
        use crate::domain::member::Office as O;
        match office {
            O::Secretary => "Bí thư",
            O::DeputySecretary => "Phó bí thư",
            O::BureauMember => "Chi ủy viên",
            O::Member => "Đảng viên",
        }
        .to_owned()
    },
    attendance: |state| {
        use crate::domain::attendance::State as S;
        match state {
            S::Present => "Có mặt",
            S::Late => "Đi muộn",
            S::Excused => "Vắng có lý do",
            S::Absent => "Vắng không lý do",
            S::Exempt => "Miễn",
            S::Elsewhere => "Sinh hoạt nơi khác",
            S::SpecialDuty => "Làm nhiệm vụ đặc biệt",
            S::Suspended => "Đình chỉ sinh hoạt",
            S::Unmarked => "Chưa điểm danh",
        }
        .to_owned()
    },
    means: |means| {
        use crate::domain::attendance::Means as M;
        match means {
            M::Code => "quét mã",
            M::Card => "quét thẻ",
            M::Tick => "đánh dấu",
            M::Roster => "theo danh sách",
        }
        .to_owned()
    },
    reason: |reason| {
        use crate::domain::attendance::Reason as R;
        match reason {
            R::Illness => "Ốm, điều trị",
            R::Duty => "Đi công tác",
            R::Family => "Việc gia đình",
            R::Away => "Đi xa",
            R::Other => "Lý do khác",
        }
        .to_owned()
    },
    branch_kind: |kind| {
        use crate::domain::org::BranchKind as B;
        match kind {
            B::Residential => "Thôn, tổ dân phố",
            B::Agency => "Cơ quan, đơn vị sự nghiệp",
            B::StateEnterprise => "Doanh nghiệp nhà nước",
            B::PrivateEnterprise => "Doanh nghiệp ngoài nhà nước",
            B::School => "Trường học",
            B::ArmedForces => "Lực lượng vũ trang",
        }
        .to_owned()
    },
    progress: "Đã đến đâu",
    draft_state: |state| {
        use crate::domain::proceedings::DraftState as D;
        match state {
            D::Assigned => "Đã giao",
            D::Drafted => "Chờ chi ủy duyệt",
            D::Approved => "Chi ủy đã duyệt",
            D::Sent => "Đã gửi đảng viên",
        }
        .to_owned()
    },
    visibility: |visibility| {
        use crate::domain::comment::Visibility as V;
        match visibility {
            V::Branch => "Cả chi bộ",
            V::Secretary => "Chỉ bí thư",
            V::Anonymous => "Ẩn danh",
        }
        .to_owned()
    },
    comrade: |name| ["Đ/c ", name].concat(),
    theme: "Chuyên đề",
    size: |bytes| size(bytes, ','),
};

/// English.
pub const EN: NounTexts = NounTexts {
    meeting_title: |kind, month| match kind {
        crate::domain::meeting::Kind::Regular => ["Regular meeting, month ", &month.to_string()].concat(),
        crate::domain::meeting::Kind::Thematic => ["Thematic meeting, month ", &month.to_string()].concat(),
        crate::domain::meeting::Kind::Extraordinary => {
            ["Extraordinary meeting, month ", &month.to_string()].concat()
        }
    },
    meeting_kind: |kind| {
        match kind {
            crate::domain::meeting::Kind::Regular => "Regular",
            crate::domain::meeting::Kind::Thematic => "Thematic",
            crate::domain::meeting::Kind::Extraordinary => "Extraordinary",
        }
        .to_owned()
    },
    document_kind: |kind| {
        use crate::domain::document::Kind as K;
        match kind {
            K::Directive => "Directive",
            K::Resolution => "Resolution",
            K::Regulation => "Regulation",
            K::Guidance => "Guidance",
            K::Conclusion => "Conclusion",
            K::Plan => "Plan",
            K::Notice => "Notice",
            K::Report => "Report",
            K::Submission => "Submission",
            K::Decision => "Decision",
            K::OfficialLetter => "Official letter",
            K::MeetingPaper => "Meeting paper",
            K::Bulletin => "Bulletin",
        }
        .to_owned()
    },
    membership: |membership| {
        use crate::domain::member::Membership as M;
        match membership {
            M::Official => "Full member",
            M::Probationary => "Probationary member",
        }
        .to_owned()
    },
    activity: |activity| {
        use crate::domain::member::{Activity as A, Departure as D};
        match activity {
            A::Here => "At this branch",
            A::Exempt => "Exempt",
            A::Elsewhere => "Temporarily elsewhere",
            A::Guest => "Temporarily here",
            A::Suspended => "Suspended",
            A::Left(D::Transferred) => "Transferred to another branch",
            A::Left(D::Died) => "Died",
            A::Left(D::Withdrew) => "Withdrew from the Party",
            A::Left(D::Expelled) => "Expelled",
            A::Left(D::Mistake) => "Entered by mistake",
        }
        .to_owned()
    },
    office: |office| {
        use crate::domain::member::Office as O;
        match office {
            O::Secretary => "Secretary",
            O::DeputySecretary => "Deputy secretary",
            O::BureauMember => "Bureau member",
            O::Member => "Member",
        }
        .to_owned()
    },
    attendance: |state| {
        use crate::domain::attendance::State as S;
        match state {
            S::Present => "Present",
            S::Late => "Late",
            S::Excused => "Excused",
            S::Absent => "Absent",
            S::Exempt => "Exempt",
            S::Elsewhere => "Elsewhere",
            S::SpecialDuty => "On special duty",
            S::Suspended => "Suspended",
            S::Unmarked => "Not marked",
        }
        .to_owned()
    },
    means: |means| {
        use crate::domain::attendance::Means as M;
        match means {
            M::Code => "by code",
            M::Card => "by card",
            M::Tick => "ticked",
            M::Roster => "by the roster",
        }
        .to_owned()
    },
    reason: |reason| {
        use crate::domain::attendance::Reason as R;
        match reason {
            R::Illness => "Illness",
            R::Duty => "On duty",
            R::Family => "Family",
            R::Away => "Away",
            R::Other => "Other",
        }
        .to_owned()
    },
    branch_kind: |kind| {
        use crate::domain::org::BranchKind as B;
        match kind {
            B::Residential => "Village, neighbourhood",
            B::Agency => "Agency",
            B::StateEnterprise => "State enterprise",
            B::PrivateEnterprise => "Private enterprise",
            B::School => "School",
            B::ArmedForces => "Armed forces",
        }
        .to_owned()
    },
    progress: "How far it is",
    draft_state: |state| {
        use crate::domain::proceedings::DraftState as D;
        match state {
            D::Assigned => "Assigned",
            D::Drafted => "Waits for approval",
            D::Approved => "Approved",
            D::Sent => "Sent to members",
        }
        .to_owned()
    },
    visibility: |visibility| {
        use crate::domain::comment::Visibility as V;
        match visibility {
            V::Branch => "The branch",
            V::Secretary => "Only the secretary",
            V::Anonymous => "Anonymous",
        }
        .to_owned()
    },
    comrade: |name| name.to_owned(),
    theme: "Theme",
    size: |bytes| size(bytes, '.'),
};

/// Size of a file as people say it: `180 KB`, `1,4 MB`.
fn size(bytes: u32, point: char) -> String {
    const MB: u32 = 1_048_576;
    if bytes >= MB {
        let tenths = (bytes / (MB / 10)).max(10);
        let mut text = (tenths / 10).to_string();
        if !tenths.is_multiple_of(10) {
            text.push(point);
            text.push_str(&(tenths % 10).to_string());
        }
        text.push_str(" MB");
        return text;
    }
    [&bytes.div_ceil(1_024).to_string(), " KB"].concat()
}
