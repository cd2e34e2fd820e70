//! The branch itself: its charter, what it is called, where its files lie.

use super::id::FolderId;
use super::key::DeviceKeys;
use super::words::Line;

/// Kind of branch; the agenda differs by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BranchKind {
    /// thôn, tổ dân phố
    Residential,
    /// cơ quan, đơn vị sự nghiệp
    Agency,
    /// doanh nghiệp nhà nước
    StateEnterprise,
    /// doanh nghiệp ngoài nhà nước
    PrivateEnterprise,
    /// trường học
    School,
    /// lực lượng vũ trang
    ArmedForces,
}

/// Where the files of a branch lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosting {
    /// `https://…`, without a slash at the end.
    pub base_url: BaseUrl,
    /// Folder of the branch there.
    pub folder: FolderId,
}

/// Address of a data host: `https`, or `http` on this very machine; no slash at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Keeps an invitation within one QR code.
    pub const BYTES_MAX: usize = 120;

    /// Checks the scheme and that nothing but host, port and path is there.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim().trim_end_matches('/');
        let local = raw.strip_prefix("http://localhost").or_else(|| raw.strip_prefix("http://127.0.0.1"));
        let rest = match (raw.strip_prefix("https://"), local) {
            (Some(rest), _) if !rest.is_empty() && !rest.starts_with(['/', ':']) => rest,
            (None, Some(rest)) if rest.is_empty() || rest.starts_with([':', '/']) => rest,
            _ => return None,
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:/~".contains(&byte);
        (raw.len() <= Self::BYTES_MAX && rest.bytes().all(plain) && !rest.contains(".."))
            .then(|| Self(raw.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The founding fact of a branch and every later change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    /// chi bộ …
    pub name: Line,
    /// đảng ủy …, which the branch reports to.
    pub superior: Line,
    /// Kind of branch.
    pub kind: BranchKind,
    /// Place named at the head of a paper: "xã Minh Khê".
    pub locality: Line,
    /// Devices whose records are facts of the branch.
    pub secretaries: Vec<DeviceKeys>,
    /// The key on the recovery sheet: names a successor, opens old sealed mail.
    pub recovery: DeviceKeys,
    /// Drawn at the founding; with the founding keys it gives the id of the branch.
    pub salt: [u8; 16],
    /// Where the files lie; a branch without one lives by files and QR.
    pub hosting: Option<Hosting>,
}

impl Charter {
    /// So many devices may be the secretary's: phone and laptop, a deputy, a successor.
    pub const SECRETARIES_MAX: usize = 4;
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("https://du-lieu.example/", Some("https://du-lieu.example"))]
    #[case("http://localhost:8081", Some("http://localhost:8081"))]
    #[case("http://du-lieu.example", None)]
    #[case("http://localhost.evil.example", None)]
    #[case("https://a@b.example", None)]
    #[case("https://x/../y", None)]
    #[case("javascript:alert(1)", None)]
    #[case("https://", None)]
    fn only_a_plain_secure_address_is_a_data_host(#[case] raw: &str, #[case] expected: Option<&str>) {
        assert_eq!(BaseUrl::parse(raw).as_ref().map(BaseUrl::as_str), expected);
    }
}
