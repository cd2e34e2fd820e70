//! Links that open something: the invitation of a member, the hosting link of a branch, and the pass that moves a
//! device to another browser. Each is text in the fragment of an address, which no server ever sees.

use crate::domain::id::{FolderId, InviteId, OrgId};
use crate::domain::org::{BaseUrl, Hosting};
use crate::domain::words::Line;
use crate::record::Seed;
use crate::record::shared_seal::ContentKey;
use base64ct::{Base64UrlUnpadded, Encoding};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// What a member needs to read the branch's feed and to ask to be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The branch; its charter must prove to belong to this id.
    pub org: OrgId,
    /// Opens the feed.
    pub content: ContentKey,
    /// Where the feed lies, if anywhere.
    pub hosting: Option<Hosting>,
    /// For whom it was made.
    pub invite: InviteId,
    /// What the branch is called, to greet with before anything is fetched.
    pub branch: Line,
    /// Whom it greets; nothing where the name would make the code hard to scan.
    pub member: Option<Line>,
}

/// What a host gives a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostingLink {
    /// Where the files lie.
    pub hosting: Hosting,
    /// Lets the secretary publish and read mail.
    pub token: Token,
}

/// The secretary's token at a host: 43 characters of Base64url.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// A whole device, to be opened in another browser. Whoever holds it is that member.
#[derive(Clone, Debug)]
pub struct DevicePass {
    /// Grows the keys.
    pub seed: Seed,
    /// The invitation that the device came with.
    pub invitation: Invitation,
    /// The secretary's token.
    pub token: Option<Token>,
}

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// Not a link of this app, or a part of it is missing.
    Damaged,
    /// A newer version made it.
    NewerVersion,
}

impl core::fmt::Debug for Token {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Token {
    /// Checks length and alphabet.
    pub fn parse(raw: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        (raw.len() == 43 && raw.bytes().all(plain)).then(|| Self(raw.to_owned()))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct InvitationV1 {
    #[n(0)]
    version: u8,
    #[n(1)]
    org: ByteArray<16>,
    #[n(2)]
    content: ByteArray<32>,
    #[n(3)]
    base_url: Option<String>,
    #[n(4)]
    folder: Option<ByteArray<16>>,
    #[n(5)]
    invite: ByteArray<8>,
    #[n(6)]
    branch: String,
    #[n(7)]
    seed: Option<ByteArray<32>>,
    #[n(8)]
    token: Option<String>,
    #[n(9)]
    member: Option<String>,
}

const VERSION: u8 = 1;

fn encode(shape: &InvitationV1) -> String {
    let mut bytes = Vec::new();
    let written = minicbor::encode(shape, &mut bytes);
    debug_assert!(written.is_ok(), "writing into memory has no error");
    Base64UrlUnpadded::encode_string(&bytes)
}

fn decode(text: &str) -> Result<InvitationV1, LinkFault> {
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment).trim();
    let bytes = Base64UrlUnpadded::decode_vec(fragment).map_err(|_| LinkFault::Damaged)?;
    let shape: InvitationV1 = minicbor::decode(&bytes).map_err(|_| LinkFault::Damaged)?;
    if shape.version > VERSION { Err(LinkFault::NewerVersion) } else { Ok(shape) }
}

impl InvitationV1 {
    fn new(invitation: &Invitation) -> Self {
        let hosting = invitation.hosting.as_ref();
        Self {
            version: VERSION,
            org: invitation.org.0.into(),
            content: invitation.content.0.into(),
            base_url: hosting.map(|hosting| hosting.base_url.as_str().to_owned()),
            folder: hosting.map(|hosting| hosting.folder.0.into()),
            invite: invitation.invite.0.into(),
            branch: invitation.branch.as_str().to_owned(),
            seed: None,
            token: None,
            member: invitation.member.as_ref().map(|name| name.as_str().to_owned()),
        }
    }

    fn invitation(&self) -> Result<Invitation, LinkFault> {
        let hosting = match (&self.base_url, self.folder) {
            (None, None) => None,
            (Some(base_url), Some(folder)) => Some(Hosting {
                base_url: BaseUrl::parse(base_url).ok_or(LinkFault::Damaged)?,
                folder: FolderId(*folder),
            }),
            _ => return Err(LinkFault::Damaged),
        };
        Ok(Invitation {
            org: OrgId(*self.org),
            content: ContentKey(*self.content),
            hosting,
            invite: InviteId(*self.invite),
            branch: Line::parse(&self.branch).map_err(|_| LinkFault::Damaged)?,
            // A greeting that is not fit to be read is no reason to turn somebody away.
            member: self.member.as_deref().and_then(|name| Line::parse(name).ok()),
        })
    }
}

/// Longer names are left out: they would take a larger code.
const GREETED_BYTES_MAX: usize = 40;

impl Invitation {
    /// The name to greet with, where it keeps the code small.
    pub fn greeted(name: &Line) -> Option<Line> {
        (name.as_str().len() <= GREETED_BYTES_MAX).then(|| name.clone())
    }

    /// The fragment of the link.
    pub fn to_fragment(&self) -> String {
        encode(&InvitationV1::new(self))
    }

    /// Reads a fragment or a whole link.
    pub fn parse(text: &str) -> Result<Self, LinkFault> {
        let shape = decode(text)?;
        // A pass opened as an invitation would lose its key without a word.
        if shape.seed.is_some() { Err(LinkFault::Damaged) } else { shape.invitation() }
    }
}

impl DevicePass {
    /// The fragment of the link.
    pub fn to_fragment(&self) -> String {
        let shape = InvitationV1 {
            seed: Some(self.seed.0.into()),
            token: self.token.as_ref().map(|token| token.as_str().to_owned()),
            ..InvitationV1::new(&self.invitation)
        };
        encode(&shape)
    }

    /// Reads a fragment or a whole link.
    pub fn parse(text: &str) -> Result<Self, LinkFault> {
        let shape = decode(text)?;
        let seed = Seed(*shape.seed.ok_or(LinkFault::Damaged)?);
        let token = match &shape.token {
            None => None,
            Some(token) => Some(Token::parse(token).ok_or(LinkFault::Damaged)?),
        };
        Ok(Self { seed, invitation: shape.invitation()?, token })
    }
}

impl HostingLink {
    /// Reads a fragment or a whole link: `v1;base;folder;token` in Base64url.
    pub fn parse(text: &str) -> Result<Self, LinkFault> {
        let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment).trim();
        let bytes = Base64UrlUnpadded::decode_vec(fragment).map_err(|_| LinkFault::Damaged)?;
        let plain = core::str::from_utf8(&bytes).map_err(|_| LinkFault::Damaged)?;
        let mut parts = plain.split(';');
        match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("v1"), Some(base_url), Some(folder), Some(token), None) => Ok(Self {
                hosting: Hosting {
                    base_url: BaseUrl::parse(base_url).ok_or(LinkFault::Damaged)?,
                    folder: FolderId::from_hex(folder).ok_or(LinkFault::Damaged)?,
                },
                token: Token::parse(token).ok_or(LinkFault::Damaged)?,
            }),
            (Some(version), ..) if version.starts_with('v') && version != "v1" => {
                Err(LinkFault::NewerVersion)
            }
            _ => Err(LinkFault::Damaged),
        }
    }

    /// The fragment of the link.
    pub fn to_fragment(&self) -> String {
        let folder = self.hosting.folder.to_string();
        let plain = ["v1", self.hosting.base_url.as_str(), &folder, self.token.as_str()].join(";");
        Base64UrlUnpadded::encode_string(plain.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invitation() -> Invitation {
        Invitation {
            org: OrgId([1; 16]),
            content: ContentKey([2; 32]),
            hosting: Some(Hosting {
                base_url: BaseUrl::parse("https://du-lieu.example").unwrap(),
                folder: FolderId([3; 16]),
            }),
            invite: InviteId([4; 8]),
            branch: Line::parse("Chi bộ thôn Đồng Sen").unwrap(),
            member: Invitation::greeted(&Line::parse("Nguyễn Thị Hồng Phương").unwrap()),
        }
    }

    #[test]
    fn an_invitation_opens_from_a_fragment_and_from_a_whole_link() {
        let fragment = invitation().to_fragment();
        assert_eq!(Invitation::parse(&fragment), Ok(invitation()));
        assert_eq!(Invitation::parse(&format!("https://so-tay.example/moi#{fragment}")), Ok(invitation()));
        assert!(fragment.len() <= 260, "one QR code holds it: {}", fragment.len());
    }

    #[test]
    fn a_long_name_is_not_greeted_so_that_the_code_stays_small() {
        let name = Line::parse("Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Anh").unwrap();
        assert_eq!(Invitation::greeted(&name), None);
    }

    #[test]
    fn a_cut_or_changed_invitation_opens_nothing_else() {
        let fragment = invitation().to_fragment();
        for length in 0..fragment.len() {
            assert!(Invitation::parse(&fragment[..length]).is_err());
        }
    }

    #[test]
    fn a_device_pass_is_no_invitation_and_the_other_way_round() {
        let token = Token::parse(&"a".repeat(43));
        let pass = DevicePass { seed: Seed([5; 32]), invitation: invitation(), token };
        let fragment = pass.to_fragment();
        assert_eq!(DevicePass::parse(&fragment).map(|pass| pass.seed.0), Ok([5; 32]));
        assert_eq!(Invitation::parse(&fragment), Err(LinkFault::Damaged));
        assert!(DevicePass::parse(&invitation().to_fragment()).is_err());
    }

    #[test]
    fn a_hosting_link_reads_back_and_a_later_version_says_so() {
        let link = HostingLink {
            hosting: invitation().hosting.unwrap(),
            token: Token::parse(&"b".repeat(43)).unwrap(),
        };
        assert_eq!(HostingLink::parse(&link.to_fragment()), Ok(link));
        let later = Base64UrlUnpadded::encode_string(b"v2;whatever");
        assert_eq!(HostingLink::parse(&later), Err(LinkFault::NewerVersion));
    }
}
