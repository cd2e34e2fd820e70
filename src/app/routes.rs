//! The only place that knows addresses. An address is parsed once into a [`Route`]; links are made from one.

use crate::domain::id::{MemberId, ThingId};

/// A place in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Hôm nay.
    Home,
    /// Tài liệu.
    Library,
    /// One document.
    Document(ThingId),
    /// Sinh hoạt.
    Meetings,
    /// One meeting.
    Meeting(ThingId),
    /// Asking to be absent from a meeting.
    Absence(ThingId),
    /// Checking in.
    CheckIn(ThingId),
    /// Words on the theme.
    Comment(ThingId),
    /// Điều hành: the meeting as it runs.
    Run(ThingId),
    /// The meeting as it runs, at the vote on its score.
    ScoreVote(ThingId),
    /// The rotating code.
    Code(ThingId),
    /// What goes before a meeting.
    Prepare(ThingId),
    /// Changing a notice.
    EditMeeting(ThingId),
    /// Tasks that a meeting assigns.
    Assign(ThingId),
    /// Closing a meeting: score, papers, lock.
    Close(ThingId),
    /// A locked paper.
    SignedPaper(ThingId),
    /// The papers of a meeting as files.
    Dossier(ThingId),
    /// Nhiệm vụ: the own tasks.
    Tasks,
    /// Sổ nghị quyết.
    ResolutionBook,
    /// What came of one meeting: its resolution, and how far its tasks are.
    Resolution(ThingId),
    /// Tự phê bình.
    SelfCriticism,
    /// Trao đổi.
    Exchange,
    /// Cá nhân.
    Me,
    /// First start.
    Start,
    /// Scanning an invitation.
    Scan,
    /// The sample branch.
    Trial,
    /// An invitation, in the fragment.
    Invitation,
    /// A device pass, in the fragment.
    Pass,
    /// Founding a branch; a hosting link may be in the fragment.
    Founding,
    /// The own request to be listed, as a code.
    Request,
    /// Chi bộ: the secretary's desk.
    Desk,
    /// Members.
    Members,
    /// The invitation of one member, to be shown.
    Invite(MemberId),
    /// Requests, replies, comments.
    Inbox,
    /// Devices of the secretary, and the host.
    Secretaries,
    /// The regulations that the branch goes by.
    Regulations,
    /// Taking over with the recovery sheet.
    Paper,
    /// A new document.
    NewDocument,
    /// A new notice.
    NewMeeting,
    /// A notice of the next regular meeting.
    NextNotice,
    /// A notice of a meeting with a planned theme.
    ThemeNotice(ThingId),
    /// The plan of themes.
    Themes,
}

/// Routes without an id, with their addresses.
const PLAIN: &[(Route, &str)] = &[
    (Route::Home, "/"),
    (Route::Library, "/tai-lieu"),
    (Route::Meetings, "/sinh-hoat"),
    (Route::Tasks, "/nhiem-vu"),
    (Route::ResolutionBook, "/so-nghi-quyet"),
    (Route::SelfCriticism, "/tu-phe-binh"),
    (Route::Exchange, "/trao-doi"),
    (Route::Me, "/ca-nhan"),
    (Route::Start, "/bat-dau"),
    (Route::Scan, "/quet-ma"),
    (Route::Trial, "/xem-thu"),
    (Route::Invitation, "/moi"),
    (Route::Pass, "/chuyen-may"),
    (Route::Founding, "/thanh-lap"),
    (Route::Request, "/xin-vao-so"),
    (Route::Desk, "/chi-bo"),
    (Route::Members, "/chi-bo/dang-vien"),
    (Route::Inbox, "/chi-bo/hop-thu"),
    (Route::Secretaries, "/chi-bo/may-bi-thu"),
    (Route::Regulations, "/chi-bo/quy-dinh"),
    (Route::Paper, "/phieu-khoi-phuc"),
    (Route::NewDocument, "/chi-bo/gui-tai-lieu"),
    (Route::NewMeeting, "/chi-bo/thong-bao"),
    (Route::NextNotice, "/chi-bo/thong-bao/ky-toi"),
    (Route::Themes, "/chi-bo/chuyen-de"),
];

/// A tab of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Hôm nay.
    Home,
    /// Tài liệu.
    Library,
    /// Sinh hoạt.
    Meetings,
    /// Nhiệm vụ.
    Tasks,
    /// Chi bộ.
    Desk,
    /// Cá nhân.
    Me,
}

impl Route {
    /// Reads the path of an address.
    pub fn parse(path: &str) -> Option<Self> {
        let path = if path.len() > 1 { path.trim_end_matches('/') } else { path };
        if let Some((route, _)) = PLAIN.iter().find(|(_, address)| *address == path) {
            return Some(*route);
        }
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        match parts.as_slice() {
            ["tai-lieu", id] => Some(Self::Document(ThingId::from_hex(id)?)),
            ["so-nghi-quyet", id] => Some(Self::Resolution(ThingId::from_hex(id)?)),
            ["sinh-hoat", id] => Some(Self::Meeting(ThingId::from_hex(id)?)),
            ["sinh-hoat", id, task] => {
                let id = ThingId::from_hex(id)?;
                let tasks = [
                    Self::Absence(id),
                    Self::CheckIn(id),
                    Self::Comment(id),
                    Self::Run(id),
                    Self::ScoreVote(id),
                    Self::Code(id),
                    Self::Prepare(id),
                    Self::EditMeeting(id),
                    Self::Assign(id),
                    Self::Close(id),
                    Self::Dossier(id),
                ];
                tasks.into_iter().find(|route| route.task() == Some(task))
            }
            ["van-ban", id] => Some(Self::SignedPaper(ThingId::from_hex(id)?)),
            ["chi-bo", "dang-vien", id, "moi"] => Some(Self::Invite(MemberId::from_hex(id)?)),
            ["chi-bo", "thong-bao", "chuyen-de", id] => Some(Self::ThemeNotice(ThingId::from_hex(id)?)),
            _ => None,
        }
    }

    /// The last part of the address of what is done at a meeting.
    fn task(self) -> Option<&'static str> {
        match self {
            Self::Absence(_) => Some("xin-vang"),
            Self::CheckIn(_) => Some("diem-danh"),
            Self::Comment(_) => Some("gop-y"),
            Self::Run(_) => Some("dieu-hanh"),
            Self::ScoreVote(_) => Some("bieu-quyet-diem"),
            Self::Code(_) => Some("ma"),
            Self::Prepare(_) => Some("chuan-bi"),
            Self::EditMeeting(_) => Some("sua"),
            Self::Assign(_) => Some("giao-viec"),
            Self::Close(_) => Some("ket-thuc"),
            Self::Dossier(_) => Some("ho-so"),
            _ => None,
        }
    }

    /// The address.
    pub fn href(self) -> String {
        match self {
            Self::Document(id) => ["/tai-lieu/", &id.to_string()].concat(),
            Self::Resolution(id) => ["/so-nghi-quyet/", &id.to_string()].concat(),
            Self::Meeting(id) => ["/sinh-hoat/", &id.to_string()].concat(),
            Self::Absence(id)
            | Self::CheckIn(id)
            | Self::Comment(id)
            | Self::Run(id)
            | Self::ScoreVote(id)
            | Self::Code(id)
            | Self::Prepare(id)
            | Self::EditMeeting(id)
            | Self::Assign(id)
            | Self::Close(id)
            | Self::Dossier(id) => {
                ["/sinh-hoat/", &id.to_string(), "/", self.task().unwrap_or_default()].concat()
            }
            Self::SignedPaper(id) => ["/van-ban/", &id.to_string()].concat(),
            Self::Invite(id) => ["/chi-bo/dang-vien/", &id.to_string(), "/moi"].concat(),
            Self::ThemeNotice(id) => ["/chi-bo/thong-bao/chuyen-de/", &id.to_string()].concat(),
            plain => {
                let found = PLAIN.iter().find(|(route, _)| *route == plain);
                found.map_or("/", |(_, address)| address).to_owned()
            }
        }
    }

    /// The tab that this place belongs to, where the navigation is shown.
    pub fn tab(self) -> Option<Tab> {
        match self {
            Self::Home => Some(Tab::Home),
            Self::Library => Some(Tab::Library),
            Self::Meetings => Some(Tab::Meetings),
            Self::Tasks | Self::ResolutionBook => Some(Tab::Tasks),
            Self::Desk => Some(Tab::Desk),
            Self::Me => Some(Tab::Me),
            _ => None,
        }
    }

    /// Whether only the secretary has business here.
    pub fn for_secretary(self) -> bool {
        matches!(
            self,
            Self::Desk
                | Self::Members
                | Self::Invite(_)
                | Self::Inbox
                | Self::Secretaries
                | Self::Regulations
                | Self::NewDocument
                | Self::NewMeeting
                | Self::NextNotice
                | Self::ThemeNotice(_)
                | Self::Themes
                | Self::Prepare(_)
                | Self::EditMeeting(_)
                | Self::Run(_)
                | Self::ScoreVote(_)
                | Self::Code(_)
                | Self::Assign(_)
                | Self::Close(_)
                | Self::Dossier(_)
        )
    }

    /// Whether this place makes sense before there is a handbook on the device.
    pub fn before_handbook(self) -> bool {
        matches!(
            self,
            Self::Start | Self::Scan | Self::Trial | Self::Invitation | Self::Pass | Self::Founding
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_found_again_at_its_own_address() {
        let id = ThingId([7; 16]);
        let with_id = [
            Route::Document(id),
            Route::Resolution(id),
            Route::Meeting(id),
            Route::Absence(id),
            Route::CheckIn(id),
            Route::Comment(id),
            Route::Run(id),
            Route::ScoreVote(id),
            Route::Code(id),
            Route::Prepare(id),
            Route::ThemeNotice(id),
            Route::EditMeeting(id),
            Route::Assign(id),
            Route::Close(id),
            Route::SignedPaper(id),
            Route::Dossier(id),
            Route::Invite(MemberId([3; 8])),
        ];
        for route in PLAIN.iter().map(|(route, _)| *route).chain(with_id) {
            assert_eq!(Route::parse(&route.href()), Some(route));
        }
    }

    #[test]
    fn an_unknown_address_is_no_route() {
        for path in ["", "/x", "/tai-lieu/zz", "/sinh-hoat/00/ma", "/tai-lieu/../ca-nhan", "//"] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }
}
