//! The envelope: COSE_Sign1 (RFC 9052) with Ed25519 (RFC 9864, -19); for an anonymous comment COSE_Mac0 with
//! HMAC-SHA256 (5). Reading has two steps: [`Unverified::parse`] looks at the shape alone, [`Unverified::verify`]
//! asks a [`Keyring`] whether the author may say this. Only a [`Record`] reaches the fold.

use super::body::Body;
use super::digest::{first, hmac, key_id, record_id, same_tag, sha256};
use super::flaw::Flaw;
use super::keyring::{Keyring, Secretary, Vouched, anonymous_key};
use super::kind::{Kind, Signer};
use super::late;
use super::secret::{DeviceSecret, Seed, verifies};
use super::shared_seal::ContentKey;
use super::wire;
use crate::domain::comment::Visibility;
use crate::domain::id::{KeyId, MemberId, OrgId, RecordId, ThingId};
use crate::domain::key::SigningKey;
use crate::domain::member::Standing;
use crate::domain::org::Charter;
use crate::domain::time::Moment;
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::data::Tag;
use minicbor::{Decode, Encode};

/// Version of the record format. Raised only when an old app must refuse.
pub const VERSION: u8 = 1;
/// The largest record: a roster of 400 members with devices.
pub const RECORD_BYTES_MAX: usize = 256 * 1024;
/// The same of what is entered of a meeting, which goes from hand to hand only: 240 opinions and 240 outcomes with full
/// boxes in the longest letters of UTF-8 have 6.6 MB.
pub const ENTERED_BYTES_MAX: usize = 8 * 1024 * 1024;
/// How many earlier versions one record may replace.
pub const REPLACES_MAX: usize = 32;

const SIGN1: u64 = 18;
const MAC0: u64 = 17;
/// `{1: -19}`: algorithm Ed25519.
const SIGN1_HEADER: [u8; 3] = [0xa1, 0x01, 0x32];
/// `{1: 5}`: algorithm HMAC 256/256.
const MAC0_HEADER: [u8; 3] = [0xa1, 0x01, 0x05];
/// Keeps signatures of this format apart from any other use of the same key.
const CONTEXT: &[u8] = b"so-tay record 1";

/// Who a record is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// A device.
    Device(KeyId),
    /// Some member of the branch.
    Anonymous,
}

/// What stands on the outside of every record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The branch.
    pub org: OrgId,
    /// Who signed.
    pub author: Author,
    /// The author's clock. For display and for choosing between two versions, never for deciding.
    pub at: Moment,
    /// What the record is about.
    pub about: ThingId,
    /// Earlier versions of the same fact by the same hand.
    pub replaces: Vec<RecordId>,
}

/// A record about to be written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The branch.
    pub org: OrgId,
    /// The author's clock.
    pub at: Moment,
    /// What it is about.
    pub about: ThingId,
    /// Earlier versions that it replaces.
    pub replaces: Vec<RecordId>,
    /// What it states.
    pub body: Body,
}

/// Bytes with the shape of a record; nothing is said about who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unverified {
    id: RecordId,
    header: Header,
    body: Body,
    payload: Vec<u8>,
    seal: Seal,
    bytes: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Seal {
    Signature([u8; 64]),
    Mac([u8; 32]),
}

/// A fact of the branch: signed by somebody who may state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    id: RecordId,
    header: Header,
    body: Body,
    member: Option<MemberId>,
    bytes: Vec<u8>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PayloadV1 {
    #[n(0)]
    version: u8,
    #[n(1)]
    kind: u8,
    #[n(2)]
    org: ByteArray<16>,
    #[n(3)]
    author: Option<ByteArray<8>>,
    #[n(4)]
    at: i64,
    #[n(5)]
    about: ByteArray<16>,
    #[n(6)]
    replaces: Option<Vec<ByteArray<32>>>,
    #[n(7)]
    body: ByteVec,
    /// Keeps the same words of two unnamed members apart, and their receipts from being guessed by those words.
    #[n(8)]
    salt: Option<ByteArray<16>>,
}

/// Only the version, to tell an old app from a broken record.
#[derive(Decode)]
#[cbor(map)]
struct VersionOnly {
    #[n(0)]
    version: u8,
}

impl Draft {
    /// Signs the draft as `device` and gives its bytes.
    pub fn sign(&self, device: &DeviceSecret) -> Vec<u8> {
        let payload = self.payload(Some(device.id()), None);
        let signature = device.sign(&to_be_signed("Signature1", &SIGN1_HEADER, &payload));
        envelope(SIGN1, &SIGN1_HEADER, &payload, &signature)
    }

    /// Seals the draft as some member of the branch who stays unnamed, and gives its bytes. It carries no time. Each
    /// `salt` makes a record of its own, whatever the words.
    pub fn sign_anonymously(&self, content: &ContentKey, salt: &Seed) -> Vec<u8> {
        let unnamed = Self { at: Moment(0), replaces: Vec::new(), ..self.clone() };
        let payload = unnamed.payload(None, Some(first(&sha256(&[b"so-tay salt", &salt.0]))));
        let mac = hmac(&anonymous_key(content), &[&to_be_signed("MAC0", &MAC0_HEADER, &payload)]);
        envelope(MAC0, &MAC0_HEADER, &payload, &mac)
    }

    fn payload(&self, author: Option<KeyId>, salt: Option<[u8; 16]>) -> Vec<u8> {
        let replaces = (!self.replaces.is_empty())
            .then(|| self.replaces.iter().map(|id| ByteArray::from(id.0)).collect());
        wire::cbor(&PayloadV1 {
            version: VERSION,
            kind: self.body.kind() as u8,
            org: self.org.0.into(),
            author: author.map(|id| id.0.into()),
            at: self.at.0,
            about: self.about.0.into(),
            replaces,
            body: wire::encode(&self.body).into(),
            salt: salt.map(ByteArray::from),
        })
    }
}

/// `Sig_structure` or `MAC_structure` of RFC 9052, sections 4.4 and 6.3.
fn to_be_signed(context: &str, header: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len() + 48);
    let mut encoder = minicbor::Encoder::new(&mut bytes);
    let written = encoder
        .array(4)
        .and_then(|e| e.str(context))
        .and_then(|e| e.bytes(header))
        .and_then(|e| e.bytes(CONTEXT))
        .and_then(|e| e.bytes(payload))
        .map(|_| ());
    wire::written(written);
    bytes
}

fn envelope(tag: u64, header: &[u8], payload: &[u8], seal: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len() + seal.len() + 16);
    let mut encoder = minicbor::Encoder::new(&mut bytes);
    let written = encoder
        .tag(Tag::new(tag))
        .and_then(|e| e.array(4))
        .and_then(|e| e.bytes(header))
        .and_then(|e| e.map(0))
        .and_then(|e| e.bytes(payload))
        .and_then(|e| e.bytes(seal))
        .map(|_| ());
    wire::written(written);
    bytes
}

impl Unverified {
    /// Looks at the shape of `bytes`. Never panics, whatever they are.
    pub fn parse(bytes: &[u8]) -> Result<Self, Flaw> {
        Self::parse_with(bytes, late::read)
    }

    fn parse_with(
        bytes: &[u8],
        read: impl Fn(Kind, ThingId, &[u8]) -> Result<Body, Flaw>,
    ) -> Result<Self, Flaw> {
        if bytes.len() > ENTERED_BYTES_MAX {
            return Err(Flaw::TooLarge);
        }
        let mut decoder = minicbor::Decoder::new(bytes);
        let tag = decoder.tag()?.as_u64();
        if decoder.array()? != Some(4) {
            return Err(Flaw::Cut);
        }
        let header = decoder.bytes()?;
        if decoder.map()? != Some(0) {
            return Err(Flaw::NotCanonical);
        }
        let payload = decoder.bytes()?;
        let seal_bytes = decoder.bytes()?;
        let seal = match (tag, header) {
            (SIGN1, header) if *header == SIGN1_HEADER => {
                Seal::Signature(seal_bytes.try_into().map_err(|_| Flaw::Cut)?)
            }
            (MAC0, header) if *header == MAC0_HEADER => {
                Seal::Mac(seal_bytes.try_into().map_err(|_| Flaw::Cut)?)
            }
            (SIGN1 | MAC0, _) => return Err(Flaw::NewerVersion),
            _ => return Err(Flaw::Cut),
        };
        // One record, one spelling: otherwise the same fact could come back under another id.
        if envelope(tag, header, payload, seal_bytes) != bytes {
            return Err(Flaw::NotCanonical);
        }
        if minicbor::decode::<VersionOnly>(payload)?.version > VERSION {
            return Err(Flaw::NewerVersion);
        }
        let shape: PayloadV1 = wire::shape(payload)?;
        let kind = Kind::from_number(shape.kind).ok_or(Flaw::UnknownKind(shape.kind))?;
        if bytes.len() > RECORD_BYTES_MAX && kind != Kind::Proceedings {
            return Err(Flaw::TooLarge);
        }
        let author = match (&seal, shape.author) {
            (Seal::Signature(_), Some(id)) => Author::Device(KeyId(*id)),
            (Seal::Mac(_), None) => Author::Anonymous,
            _ => return Err(Flaw::BadValue),
        };
        // A time or a chain of versions would tell two anonymous comments of one hand apart from the others.
        if author == Author::Anonymous && (shape.at != 0 || shape.replaces.is_some()) {
            return Err(Flaw::BadValue);
        }
        let replaces: Vec<RecordId> =
            shape.replaces.unwrap_or_default().iter().map(|id| RecordId(**id)).collect();
        if replaces.len() > REPLACES_MAX {
            return Err(Flaw::TooLarge);
        }
        let about = ThingId(*shape.about);
        let body = read(kind, about, &shape.body)?;
        let header = Header { org: OrgId(*shape.org), author, at: Moment(shape.at), about, replaces };
        let payload = payload.to_vec();
        Ok(Self { id: record_id(bytes), header, body, payload, seal, bytes: bytes.to_vec() })
    }

    /// SHA-256 of the bytes.
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// What it claims to state. For screens that show a stranger's request; never for the fold.
    pub fn claim(&self) -> (&Header, &Body) {
        (&self.header, &self.body)
    }

    /// Asks whether the author may say this. On refusal the same bytes may be judged again by another keyring.
    pub fn verify(&self, keyring: &Keyring, vouched: Vouched) -> Result<Record, Flaw> {
        if self.header.org != keyring.org() {
            return Err(Flaw::OtherBranch);
        }
        let member = match self.header.author {
            Author::Anonymous => self.verify_anonymous(keyring)?,
            Author::Device(id) => self.verify_device(id, keyring, vouched)?,
        };
        Ok(self.accept(member))
    }

    /// Whether this charter founds `org`: it is signed by one of its own secretaries, and the keys give the id.
    pub fn verify_founding(&self, org: OrgId) -> Result<Record, Flaw> {
        let (Body::Charter(charter), Author::Device(author)) = (&self.body, self.header.author) else {
            return Err(Flaw::NotTheCharter);
        };
        if self.header.org != org {
            return Err(Flaw::OtherBranch);
        }
        let [founder] = charter.secretaries.as_slice() else {
            return Err(Flaw::NotTheCharter);
        };
        let founds = super::digest::org_id(founder, &charter.recovery, &charter.salt) == org
            && key_id(&founder.signing) == author
            && self.header.replaces.is_empty();
        if !founds {
            return Err(Flaw::NotTheCharter);
        }
        self.check_signature(&founder.signing)?;
        Ok(self.accept(None))
    }

    fn verify_anonymous(&self, keyring: &Keyring) -> Result<Option<MemberId>, Flaw> {
        let unnamed =
            matches!(&self.body, Body::Comment(comment) if comment.visibility == Visibility::Anonymous);
        if !unnamed {
            return Err(Flaw::NotAllowed);
        }
        let expected = hmac(&keyring.anonymous_key(), &[&to_be_signed("MAC0", &MAC0_HEADER, &self.payload)]);
        match &self.seal {
            Seal::Mac(mac) if same_tag(mac, &expected) => Ok(None),
            _ => Err(Flaw::BadSignature),
        }
    }

    fn verify_device(
        &self,
        id: KeyId,
        keyring: &Keyring,
        vouched: Vouched,
    ) -> Result<Option<MemberId>, Flaw> {
        let (secretary, holder) = (keyring.secretary(id), keyring.holder(id));
        let signer = self.body.kind().signer();
        // By kind: what they state may be unread here.
        match self.body.kind() {
            Kind::SignedPaper if !self.header.replaces.is_empty() => return Err(Flaw::Locked),
            // Nobody publishes what is being entered, not even a secretary.
            Kind::Proceedings if vouched == Vouched::ByHead => return Err(Flaw::NotAllowed),
            _ => {}
        }
        match &self.body {
            Body::Join(_) => return self.verify_newcomer(id),
            Body::Charter(charter) => return self.verify_charter(id, charter, keyring),
            _ => {}
        }
        let (key, member) = match (signer, secretary, holder) {
            (Signer::Secretary, Some(secretary), _) => (self.secretarys(id, secretary, vouched)?, None),
            (Signer::Secretary, None, Some(_)) => return Err(Flaw::NotAllowed),
            _ if keyring.on_paper(id) => return Err(Flaw::NotAllowed),
            (Signer::Either, Some(secretary), _) if self.retracts_branch_fact() => {
                (self.secretarys(id, secretary, vouched)?, None)
            }
            (Signer::Member | Signer::Either, _, Some(holder)) => {
                if holder.standing == Standing::Revoked && vouched == Vouched::No {
                    return Err(Flaw::RevokedKey(id));
                }
                (holder.key, Some(holder.member))
            }
            (Signer::Member, Some(_), None) => return Err(Flaw::NotAllowed),
            _ => return Err(Flaw::UnknownKey(id)),
        };
        if self.retracts_branch_fact() && member.is_some() {
            return Err(Flaw::NotAllowed);
        }
        if matches!(&self.body, Body::Comment(comment) if comment.visibility == Visibility::Anonymous) {
            return Err(Flaw::NotAllowed);
        }
        self.check_signature(&key)?;
        Ok(member)
    }

    /// What a former secretary says counts only in a pack that the one in force vouches for; a head vouches, so it
    /// must be by the one in force itself.
    fn secretarys(&self, id: KeyId, secretary: Secretary, vouched: Vouched) -> Result<SigningKey, Flaw> {
        let arriving = vouched == Vouched::No || self.body.kind() == Kind::Head;
        if arriving && secretary.standing == Standing::Revoked {
            return Err(Flaw::FormerSecretary(id));
        }
        Ok(secretary.key)
    }

    /// A charter replaces one that names its signer, and is signed by a key of the one in force: a secretary's, or the
    /// one on paper. Only the paper names another paper.
    fn verify_charter(
        &self,
        id: KeyId,
        charter: &Charter,
        keyring: &Keyring,
    ) -> Result<Option<MemberId>, Flaw> {
        let paper = keyring.recovery().filter(|_| keyring.on_paper(id));
        let key = match (paper, keyring.secretary(id)) {
            (Some(keys), _) => keys.signing,
            (None, Some(secretary)) => self.secretarys(id, secretary, Vouched::No)?,
            (None, None) if keyring.holder(id).is_some() => return Err(Flaw::NotAllowed),
            (None, None) => return Err(Flaw::UnknownKey(id)),
        };
        if !keyring.named_by(&self.header.replaces, id) {
            return Err(Flaw::NotTheCharter);
        }
        if paper.is_none() && keyring.recovery() != Some(charter.recovery) {
            return Err(Flaw::NotAllowed);
        }
        self.check_signature(&key)?;
        Ok(None)
    }

    fn verify_newcomer(&self, id: KeyId) -> Result<Option<MemberId>, Flaw> {
        let Body::Join(join) = &self.body else {
            return Err(Flaw::NotAllowed);
        };
        if key_id(&join.keys.signing) != id {
            return Err(Flaw::BadValue);
        }
        self.check_signature(&join.keys.signing)?;
        Ok(None)
    }

    fn retracts_branch_fact(&self) -> bool {
        matches!(&self.body, Body::Retract(kind) if kind.signer() == Signer::Secretary)
    }

    fn check_signature(&self, key: &SigningKey) -> Result<(), Flaw> {
        match &self.seal {
            Seal::Signature(signature)
                if verifies(key, &to_be_signed("Signature1", &SIGN1_HEADER, &self.payload), signature) =>
            {
                Ok(())
            }
            _ => Err(Flaw::BadSignature),
        }
    }

    fn accept(&self, member: Option<MemberId>) -> Record {
        Record {
            id: self.id,
            header: self.header.clone(),
            body: self.body.clone(),
            member,
            bytes: self.bytes.clone(),
        }
    }
}

impl Record {
    /// Takes a record from the own store, where it was put after it had been verified once. `member` is the verdict
    /// that was stored with it.
    pub fn stored(bytes: &[u8], member: Option<MemberId>) -> Result<Self, Flaw> {
        Ok(Unverified::parse_with(bytes, late::read_stored)?.accept(member))
    }

    /// SHA-256 of the bytes.
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// The outside.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The statement.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The member whose device signed; `None` for facts of the branch, newcomers and anonymous comments.
    pub fn member(&self) -> Option<MemberId> {
        self.member
    }

    /// The bytes as they were signed.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
