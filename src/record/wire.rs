//! Wire shapes, version 1: one struct for each noun, deterministic CBOR with integer keys. A field is never
//! renumbered; a new field gets the next number and old apps pass over it. Reading turns a shape into the noun and
//! refuses what no screen could have written.

use super::body::{Body, Head, Join, PackRef, Receipt};
use super::flaw::Flaw;
use super::kind::Kind;
use crate::domain::attendance::{Answer, Entry, Means, Reason, Reply, RollCall, State};
use crate::domain::check_in::{CheckIn, Proof, SpokenCode};
use crate::domain::comment::{Boxes, Comment, Visibility};
use crate::domain::document::{self, Document, File, Media};
use crate::domain::id::{BlobId, FolderId, InviteId, MemberId, RecordId, ThingId};
use crate::domain::key::{DeviceKeys, SealingKey, SigningKey};
use crate::domain::meeting::{self, AgendaItem, Meeting, Part, Plan, Theme};
use crate::domain::member::{Device, Member, Office, Roster, Standing, Status};
use crate::domain::minutes::Minutes;
use crate::domain::org::{BaseUrl, BranchKind, Charter, Hosting};
use crate::domain::self_criticism::{Answer as ReviewAnswer, Level, Review, Shared};
use crate::domain::task::Task;
use crate::domain::time::{Day, Moment, TimeOfDay, WallTime};
use crate::domain::words::{Line, Prose};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

type Bytes8 = ByteArray<8>;
type Bytes16 = ByteArray<16>;
type Bytes32 = ByteArray<32>;

/// Canonical bytes of a body.
pub(super) fn encode(body: &Body) -> Vec<u8> {
    match body {
        Body::Head(head) => cbor(&HeadV1::from(head)),
        Body::Charter(charter) => cbor(&CharterV1::from(charter)),
        Body::Roster(roster) => cbor(&RosterV1::from(roster)),
        Body::Document(document) => cbor(&DocumentV1::from(document)),
        Body::Meeting(meeting) => cbor(&MeetingV1::from(meeting)),
        Body::Minutes(minutes) => cbor(&MinutesV1::from(minutes)),
        Body::Retract(kind) => cbor(&RetractV1 { kind: *kind as u8 }),
        Body::Join(join) => cbor(&JoinV1::from(join)),
        Body::Reply(reply) => cbor(&ReplyV1::from(reply)),
        Body::CheckIn(check_in) => cbor(&CheckInV1::from(check_in)),
        Body::Comment(comment) => cbor(&CommentV1::from(comment)),
        Body::Review(review) => cbor(&ReviewV1::from(review)),
    }
}

/// Reads the body of a record of `kind` that is about `about`.
pub(super) fn decode(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Body, Flaw> {
    Ok(match kind {
        Kind::Head => Body::Head(shape::<HeadV1>(bytes)?.noun()?),
        Kind::Charter => Body::Charter(shape::<CharterV1>(bytes)?.noun()?),
        Kind::Roster => Body::Roster(shape::<RosterV1>(bytes)?.noun()?),
        Kind::Document => Body::Document(shape::<DocumentV1>(bytes)?.noun(about)?),
        Kind::Meeting => Body::Meeting(shape::<MeetingV1>(bytes)?.noun(about)?),
        Kind::Minutes => Body::Minutes(shape::<MinutesV1>(bytes)?.noun(about)?),
        Kind::Retract => {
            let number = shape::<RetractV1>(bytes)?.kind;
            Body::Retract(Kind::from_number(number).ok_or(Flaw::UnknownKind(number))?)
        }
        Kind::Join => Body::Join(shape::<JoinV1>(bytes)?.noun()?),
        Kind::Reply => Body::Reply(shape::<ReplyV1>(bytes)?.noun(about)?),
        Kind::CheckIn => Body::CheckIn(shape::<CheckInV1>(bytes)?.noun(about)?),
        Kind::Comment => Body::Comment(shape::<CommentV1>(bytes)?.noun(about)?),
        Kind::Review => Body::Review(shape::<ReviewV1>(bytes)?.noun(about)?),
    })
}

/// Canonical bytes of any shape.
pub(super) fn cbor<T: Encode<()>>(shape: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(minicbor::encode(shape, &mut bytes));
    bytes
}

/// Writing into memory has no error, and the shapes add none of their own.
pub(super) fn written<E: core::fmt::Debug>(result: Result<(), E>) {
    debug_assert!(result.is_ok(), "{result:?}");
}

/// Reads one shape that fills `bytes` to the last.
pub(super) fn shape<'a, T: Decode<'a, ()>>(bytes: &'a [u8]) -> Result<T, Flaw> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let shape = decoder.decode()?;
    if decoder.position() == bytes.len() { Ok(shape) } else { Err(Flaw::NotCanonical) }
}

/// Numbers of an enum's variants on the wire.
macro_rules! numbers {
    ($to:ident, $from:ident, $name:ty { $($variant:path = $number:literal),+ $(,)? }) => {
        fn $to(value: $name) -> u8 {
            match value { $($variant => $number),+ }
        }
        fn $from(number: u8) -> Result<$name, Flaw> {
            match number { $($number => Ok($variant),)+ _ => Err(Flaw::BadValue) }
        }
    };
}

numbers!(branch_kind_number, branch_kind, BranchKind {
    BranchKind::Residential = 1,
    BranchKind::Agency = 2,
    BranchKind::StateEnterprise = 3,
    BranchKind::PrivateEnterprise = 4,
    BranchKind::School = 5,
    BranchKind::ArmedForces = 6,
});
numbers!(status_number, status, Status {
    Status::Official = 1,
    Status::Probationary = 2,
    Status::Exempt = 3,
    Status::TemporaryElsewhere = 4,
    Status::TemporaryHere = 5,
    Status::Suspended = 6,
});
numbers!(office_number, office, Office {
    Office::Secretary = 1,
    Office::DeputySecretary = 2,
    Office::BureauMember = 3,
    Office::Member = 4,
});
numbers!(document_kind_number, document_kind, document::Kind {
    document::Kind::Directive = 1,
    document::Kind::Resolution = 2,
    document::Kind::Regulation = 3,
    document::Kind::Guidance = 4,
    document::Kind::Conclusion = 5,
    document::Kind::Plan = 6,
    document::Kind::Notice = 7,
    document::Kind::Report = 8,
    document::Kind::Submission = 9,
    document::Kind::Decision = 10,
    document::Kind::OfficialLetter = 11,
    document::Kind::MeetingPaper = 12,
    document::Kind::Bulletin = 13,
});
numbers!(media_number, media, Media { Media::Text = 1, Media::Markdown = 2, Media::Pdf = 3 });
numbers!(meeting_kind_number, meeting_kind, meeting::Kind {
    meeting::Kind::Regular = 1,
    meeting::Kind::Thematic = 2,
    meeting::Kind::Extraordinary = 3,
});
numbers!(part_number, part, Part { Part::Regular = 1, Part::Thematic = 2 });
numbers!(state_number, state, State {
    State::Present = 1,
    State::Late = 2,
    State::Excused = 3,
    State::Absent = 4,
    State::Exempt = 5,
    State::Elsewhere = 6,
});
numbers!(means_number, means, Means { Means::Code = 1, Means::Card = 2, Means::Tick = 3 });
numbers!(reason_number, reason, Reason {
    Reason::Illness = 1,
    Reason::Duty = 2,
    Reason::Family = 3,
    Reason::Away = 4,
    Reason::Other = 5,
});
numbers!(visibility_number, visibility, Visibility {
    Visibility::Branch = 1,
    Visibility::Secretary = 2,
    Visibility::Anonymous = 3,
});
numbers!(level_number, level, Level { Level::Well = 1, Level::Partly = 2, Level::NotYet = 3 });

fn line(text: &str) -> Result<Line, Flaw> {
    Ok(Line::parse(text)?)
}

fn prose(text: &str) -> Result<Prose, Flaw> {
    Ok(Prose::parse(text)?)
}

fn optional_line(text: Option<&String>) -> Result<Option<Line>, Flaw> {
    text.map(|text| line(text)).transpose()
}

fn text(line: &Line) -> String {
    line.as_str().to_owned()
}

fn day(days: i32) -> Result<Day, Flaw> {
    Day::from_number(days).map_err(|_| Flaw::BadValue)
}

fn at_most<T>(items: &[T], most: usize) -> Result<(), Flaw> {
    if items.len() <= most { Ok(()) } else { Err(Flaw::TooLarge) }
}

fn all<T, U>(items: &[T], noun: impl Fn(&T) -> Result<U, Flaw>) -> Result<Vec<U>, Flaw> {
    items.iter().map(noun).collect()
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct KeysV1 {
    #[n(0)]
    signing: Bytes32,
    #[n(1)]
    sealing: Bytes32,
}

impl From<&DeviceKeys> for KeysV1 {
    fn from(keys: &DeviceKeys) -> Self {
        Self { signing: keys.signing.0.into(), sealing: keys.sealing.0.into() }
    }
}

impl KeysV1 {
    fn noun(&self) -> DeviceKeys {
        DeviceKeys { signing: SigningKey(*self.signing), sealing: SealingKey(*self.sealing) }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HeadV1 {
    #[n(0)]
    seq: u64,
    #[n(1)]
    prev: Option<Bytes32>,
    #[n(2)]
    expires: i64,
    #[n(3)]
    packs: Vec<PackV1>,
    #[n(4)]
    received: Vec<Bytes16>,
}

#[derive(Encode, Decode)]
struct PackV1 {
    #[n(0)]
    month: u32,
    #[n(1)]
    blob: Bytes32,
    #[n(2)]
    bytes: u32,
}

impl From<&Head> for HeadV1 {
    fn from(head: &Head) -> Self {
        let pack = |pack: &PackRef| PackV1 { month: pack.month, blob: pack.blob.0.into(), bytes: pack.bytes };
        Self {
            seq: head.seq,
            prev: head.prev.map(|id| id.0.into()),
            expires: head.expires.0,
            packs: head.packs.iter().map(pack).collect(),
            received: head.received.iter().map(|receipt| receipt.0.into()).collect(),
        }
    }
}

impl HeadV1 {
    fn noun(&self) -> Result<Head, Flaw> {
        at_most(&self.packs, Head::PACKS_MAX)?;
        at_most(&self.received, Head::RECEIVED_MAX)?;
        let pack = |pack: &PackV1| PackRef { month: pack.month, blob: BlobId(*pack.blob), bytes: pack.bytes };
        Ok(Head {
            seq: self.seq,
            prev: self.prev.map(|id| RecordId(*id)),
            expires: Moment(self.expires),
            packs: self.packs.iter().map(pack).collect(),
            received: self.received.iter().map(|receipt| Receipt(**receipt)).collect(),
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CharterV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    superior: String,
    #[n(2)]
    kind: u8,
    #[n(3)]
    locality: String,
    #[n(4)]
    secretaries: Vec<KeysV1>,
    #[n(5)]
    recovery: KeysV1,
    #[n(6)]
    salt: Bytes16,
    #[n(7)]
    base_url: Option<String>,
    #[n(8)]
    folder: Option<Bytes16>,
}

impl From<&Charter> for CharterV1 {
    fn from(charter: &Charter) -> Self {
        Self {
            name: text(&charter.name),
            superior: text(&charter.superior),
            kind: branch_kind_number(charter.kind),
            locality: text(&charter.locality),
            secretaries: charter.secretaries.iter().map(KeysV1::from).collect(),
            recovery: KeysV1::from(&charter.recovery),
            salt: charter.salt.into(),
            base_url: charter.hosting.as_ref().map(|hosting| hosting.base_url.as_str().to_owned()),
            folder: charter.hosting.as_ref().map(|hosting| hosting.folder.0.into()),
        }
    }
}

impl CharterV1 {
    fn noun(&self) -> Result<Charter, Flaw> {
        at_most(&self.secretaries, 4)?;
        let hosting = match (&self.base_url, self.folder) {
            (None, None) => None,
            (Some(base_url), Some(folder)) => Some(Hosting {
                base_url: BaseUrl::parse(base_url).ok_or(Flaw::BadValue)?,
                folder: FolderId(*folder),
            }),
            _ => return Err(Flaw::BadValue),
        };
        if self.secretaries.is_empty() {
            return Err(Flaw::BadValue);
        }
        Ok(Charter {
            name: line(&self.name)?,
            superior: line(&self.superior)?,
            kind: branch_kind(self.kind)?,
            locality: line(&self.locality)?,
            secretaries: self.secretaries.iter().map(KeysV1::noun).collect(),
            recovery: self.recovery.noun(),
            salt: *self.salt,
            hosting,
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RosterV1 {
    #[n(0)]
    members: Vec<MemberV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MemberV1 {
    #[n(0)]
    id: Bytes8,
    #[n(1)]
    name: String,
    #[n(2)]
    office: u8,
    #[n(3)]
    status: u8,
    #[n(4)]
    devices: Vec<DeviceV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct DeviceV1 {
    #[n(0)]
    keys: KeysV1,
    #[n(1)]
    revoked: bool,
}

impl From<&Roster> for RosterV1 {
    fn from(roster: &Roster) -> Self {
        let device = |device: &Device| DeviceV1 {
            keys: KeysV1::from(&device.keys),
            revoked: device.standing == Standing::Revoked,
        };
        let member = |member: &Member| MemberV1 {
            id: member.id.0.into(),
            name: text(&member.name),
            office: office_number(member.office),
            status: status_number(member.status),
            devices: member.devices.iter().map(device).collect(),
        };
        Self { members: roster.members.iter().map(member).collect() }
    }
}

impl DeviceV1 {
    fn noun(&self) -> Device {
        let keys = self.keys.noun();
        let standing = if self.revoked { Standing::Revoked } else { Standing::Active };
        Device { id: super::digest::key_id(&keys.signing), keys, standing }
    }
}

impl RosterV1 {
    fn noun(&self) -> Result<Roster, Flaw> {
        at_most(&self.members, Roster::MEMBERS_MAX)?;
        let member = |member: &MemberV1| {
            at_most(&member.devices, 16)?;
            Ok(Member {
                id: MemberId(*member.id),
                name: line(&member.name)?,
                office: office(member.office)?,
                status: status(member.status)?,
                devices: member.devices.iter().map(DeviceV1::noun).collect(),
            })
        };
        let roster = Roster { members: all(&self.members, member)? };
        let members = &roster.members;
        let twice = |place: usize| members[..place].iter().any(|other| other.id == members[place].id);
        let keys: Vec<_> =
            members.iter().flat_map(|member| &member.devices).map(|device| device.id).collect();
        let shared = |place: usize| keys[..place].contains(&keys[place]);
        // A device that speaks for two members would count a check-in for either.
        if (0..members.len()).any(twice) || (0..keys.len()).any(shared) {
            return Err(Flaw::BadValue);
        }
        Ok(roster)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct DocumentV1 {
    #[n(0)]
    kind: u8,
    #[n(1)]
    number: Option<String>,
    #[n(2)]
    summary: String,
    #[n(3)]
    issuer: String,
    #[n(4)]
    issued_on: Option<i32>,
    #[n(5)]
    blob: Bytes32,
    #[n(6)]
    bytes: u32,
    #[n(7)]
    media: u8,
}

impl From<&Document> for DocumentV1 {
    fn from(document: &Document) -> Self {
        Self {
            kind: document_kind_number(document.kind),
            number: document.number.as_ref().map(text),
            summary: text(&document.summary),
            issuer: text(&document.issuer),
            issued_on: document.issued_on.map(Day::number),
            blob: document.file.blob.0.into(),
            bytes: document.file.bytes,
            media: media_number(document.file.media),
        }
    }
}

impl DocumentV1 {
    fn noun(&self, id: ThingId) -> Result<Document, Flaw> {
        if usize::try_from(self.bytes).map_or(true, |bytes| bytes > File::BYTES_MAX) {
            return Err(Flaw::TooLarge);
        }
        Ok(Document {
            id,
            kind: document_kind(self.kind)?,
            number: optional_line(self.number.as_ref())?,
            summary: line(&self.summary)?,
            issuer: line(&self.issuer)?,
            issued_on: self.issued_on.map(day).transpose()?,
            file: File { blob: BlobId(*self.blob), bytes: self.bytes, media: media(self.media)? },
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MeetingV1 {
    #[n(0)]
    kind: u8,
    #[n(1)]
    number: Option<String>,
    #[n(2)]
    noticed_on: i32,
    #[n(3)]
    day: i32,
    #[n(4)]
    minute: u32,
    #[n(5)]
    minutes: u16,
    #[n(6)]
    place: String,
    #[n(7)]
    chair: String,
    #[n(8)]
    theme: Option<String>,
    #[n(9)]
    preparer: Option<String>,
    #[n(10)]
    agenda: Vec<AgendaItemV1>,
    #[n(11)]
    documents: Vec<Bytes16>,
    #[n(12)]
    postponed: Option<String>,
    #[n(13)]
    cancelled: Option<String>,
}

#[derive(Encode, Decode)]
struct AgendaItemV1 {
    #[n(0)]
    part: u8,
    #[n(1)]
    title: String,
    #[n(2)]
    minutes: u16,
}

impl From<&Meeting> for MeetingV1 {
    fn from(meeting: &Meeting) -> Self {
        let item = |item: &AgendaItem| AgendaItemV1 {
            part: part_number(item.part),
            title: text(&item.title),
            minutes: item.minutes,
        };
        let (postponed, cancelled) = match &meeting.plan {
            Plan::Announced => (None, None),
            Plan::Postponed(reason) => (Some(reason.as_str().to_owned()), None),
            Plan::Cancelled(reason) => (None, Some(reason.as_str().to_owned())),
        };
        Self {
            kind: meeting_kind_number(meeting.kind),
            number: meeting.number.as_ref().map(text),
            noticed_on: meeting.noticed_on.number(),
            day: meeting.starts.day.number(),
            minute: meeting.starts.time.minutes(),
            minutes: meeting.minutes,
            place: text(&meeting.place),
            chair: text(&meeting.chair),
            theme: meeting.theme.as_ref().map(|theme| text(&theme.title)),
            preparer: meeting.theme.as_ref().and_then(|theme| theme.preparer.as_ref()).map(text),
            agenda: meeting.agenda.iter().map(item).collect(),
            documents: meeting.documents.iter().map(|id| id.0.into()).collect(),
            postponed,
            cancelled,
        }
    }
}

impl MeetingV1 {
    fn noun(&self, id: ThingId) -> Result<Meeting, Flaw> {
        let item = |item: &AgendaItemV1| {
            Ok(AgendaItem { part: part(item.part)?, title: line(&item.title)?, minutes: item.minutes })
        };
        let preparer = optional_line(self.preparer.as_ref())?;
        let plan = match (&self.postponed, &self.cancelled) {
            (None, None) => Plan::Announced,
            (Some(reason), None) => Plan::Postponed(prose(reason)?),
            (None, Some(reason)) => Plan::Cancelled(prose(reason)?),
            (Some(_), Some(_)) => return Err(Flaw::BadValue),
        };
        let time = TimeOfDay::from_minutes(self.minute).map_err(|_| Flaw::BadValue)?;
        let starts = WallTime { day: day(self.day)?, time };
        let meeting = Meeting {
            id,
            kind: meeting_kind(self.kind)?,
            number: optional_line(self.number.as_ref())?,
            noticed_on: day(self.noticed_on)?,
            starts,
            minutes: self.minutes,
            place: line(&self.place)?,
            chair: line(&self.chair)?,
            theme: optional_line(self.theme.as_ref())?.map(|title| Theme { title, preparer }),
            agenda: all(&self.agenda, item)?,
            documents: self.documents.iter().map(|id| ThingId(**id)).collect(),
            plan,
        };
        meeting.check().map_err(|_| Flaw::BadValue)?;
        Ok(meeting)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MinutesV1 {
    #[n(0)]
    roll_call: Vec<EntryV1>,
    #[n(1)]
    tasks: Vec<TaskV1>,
}

#[derive(Encode, Decode)]
struct EntryV1 {
    #[n(0)]
    member: Bytes8,
    #[n(1)]
    state: u8,
    #[n(2)]
    means: u8,
    #[n(3)]
    at: Option<i64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct TaskV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    what: String,
    #[n(2)]
    who: Vec<Bytes8>,
    #[n(3)]
    deadline: Option<i32>,
}

impl From<&Minutes> for MinutesV1 {
    fn from(minutes: &Minutes) -> Self {
        let entry = |entry: &Entry| EntryV1 {
            member: entry.member.0.into(),
            state: state_number(entry.state),
            means: means_number(entry.means),
            at: entry.at.map(|at| at.0),
        };
        let task = |task: &Task| TaskV1 {
            id: task.id.0.into(),
            what: text(&task.what),
            who: task.who.iter().map(|id| id.0.into()).collect(),
            deadline: task.deadline.map(Day::number),
        };
        Self {
            roll_call: minutes.roll_call.entries().iter().map(entry).collect(),
            tasks: minutes.tasks.iter().map(task).collect(),
        }
    }
}

impl MinutesV1 {
    fn noun(&self, meeting: ThingId) -> Result<Minutes, Flaw> {
        at_most(&self.roll_call, Roster::MEMBERS_MAX)?;
        at_most(&self.tasks, Minutes::TASKS_MAX)?;
        let entry = |entry: &EntryV1| {
            Ok(Entry {
                member: MemberId(*entry.member),
                state: state(entry.state)?,
                means: means(entry.means)?,
                at: entry.at.map(Moment),
            })
        };
        let task = |task: &TaskV1| {
            at_most(&task.who, Roster::MEMBERS_MAX)?;
            Ok(Task {
                id: ThingId(*task.id),
                what: line(&task.what)?,
                who: task.who.iter().map(|id| MemberId(**id)).collect(),
                deadline: task.deadline.map(day).transpose()?,
            })
        };
        let roll_call = RollCall::new(all(&self.roll_call, entry)?);
        if roll_call.entries().len() != self.roll_call.len() {
            return Err(Flaw::BadValue);
        }
        Ok(Minutes { meeting, roll_call, tasks: all(&self.tasks, task)? })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RetractV1 {
    #[n(0)]
    kind: u8,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct JoinV1 {
    #[n(0)]
    keys: KeysV1,
    #[n(1)]
    invite: Bytes8,
    #[n(2)]
    name: Option<String>,
}

impl From<&Join> for JoinV1 {
    fn from(join: &Join) -> Self {
        Self {
            keys: KeysV1::from(&join.keys),
            invite: join.invite.0.into(),
            name: join.name.as_ref().map(text),
        }
    }
}

impl JoinV1 {
    fn noun(&self) -> Result<Join, Flaw> {
        Ok(Join {
            keys: self.keys.noun(),
            invite: InviteId(*self.invite),
            name: optional_line(self.name.as_ref())?,
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ReplyV1 {
    #[n(0)]
    absent: Option<u8>,
    #[n(1)]
    note: Option<String>,
}

impl From<&Reply> for ReplyV1 {
    fn from(reply: &Reply) -> Self {
        match &reply.answer {
            Answer::Attend => Self { absent: None, note: None },
            Answer::Absent(reason, note) => Self {
                absent: Some(reason_number(*reason)),
                note: (!note.is_empty()).then(|| note.as_str().to_owned()),
            },
        }
    }
}

impl ReplyV1 {
    fn noun(&self, meeting: ThingId) -> Result<Reply, Flaw> {
        let note = self.note.as_deref().map_or(Ok(Prose::default()), prose)?;
        let answer = match self.absent {
            None if note.is_empty() => Answer::Attend,
            None => return Err(Flaw::BadValue),
            Some(number) => Answer::Absent(reason(number)?, note),
        };
        Ok(Reply { meeting, answer })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CheckInV1 {
    #[n(0)]
    counter: Option<u32>,
    #[n(1)]
    tag: Option<Bytes8>,
    #[n(2)]
    spoken: Option<String>,
}

impl From<&CheckIn> for CheckInV1 {
    fn from(check_in: &CheckIn) -> Self {
        match &check_in.proof {
            Proof::Code { counter, tag } => {
                Self { counter: Some(*counter), tag: Some((*tag).into()), spoken: None }
            }
            Proof::Spoken(code) => Self { counter: None, tag: None, spoken: Some(code.as_str().to_owned()) },
            Proof::Card => Self { counter: None, tag: None, spoken: None },
        }
    }
}

impl CheckInV1 {
    fn noun(&self, meeting: ThingId) -> Result<CheckIn, Flaw> {
        let proof = match (self.counter, self.tag, &self.spoken) {
            (Some(counter), Some(tag), None) => Proof::Code { counter, tag: *tag },
            (None, None, Some(spoken)) => Proof::Spoken(SpokenCode::parse(spoken).ok_or(Flaw::BadValue)?),
            (None, None, None) => Proof::Card,
            _ => return Err(Flaw::BadValue),
        };
        Ok(CheckIn { meeting, proof })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CommentV1 {
    #[n(0)]
    current_state: Option<String>,
    #[n(1)]
    causes: Option<String>,
    #[n(2)]
    solutions: Option<String>,
    #[n(3)]
    visibility: u8,
}

impl From<&Comment> for CommentV1 {
    fn from(comment: &Comment) -> Self {
        let filled = |text: &Prose| (!text.is_empty()).then(|| text.as_str().to_owned());
        Self {
            current_state: filled(&comment.boxes.current_state),
            causes: filled(&comment.boxes.causes),
            solutions: filled(&comment.boxes.solutions),
            visibility: visibility_number(comment.visibility),
        }
    }
}

impl CommentV1 {
    fn noun(&self, meeting: ThingId) -> Result<Comment, Flaw> {
        let filled = |text: &Option<String>| text.as_deref().map_or(Ok(Prose::default()), prose);
        let boxes = Boxes {
            current_state: filled(&self.current_state)?,
            causes: filled(&self.causes)?,
            solutions: filled(&self.solutions)?,
        };
        if boxes.filled() == 0 {
            return Err(Flaw::BadValue);
        }
        Ok(Comment { meeting, boxes, visibility: visibility(self.visibility)? })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ReviewV1 {
    #[n(0)]
    answers: Vec<ReviewAnswerV1>,
}

#[derive(Encode, Decode)]
struct ReviewAnswerV1 {
    #[n(0)]
    prompt: String,
    #[n(1)]
    level: Option<u8>,
    #[n(2)]
    note: String,
}

impl From<&Review> for ReviewV1 {
    fn from(review: &Review) -> Self {
        let answer = |answer: &Shared<ReviewAnswer>| {
            let answer = answer.as_ref();
            ReviewAnswerV1 {
                prompt: text(&answer.prompt),
                level: answer.level.map(level_number),
                note: answer.note.as_str().to_owned(),
            }
        };
        Self { answers: review.answers.iter().map(answer).collect() }
    }
}

impl ReviewV1 {
    fn noun(&self, meeting: ThingId) -> Result<Review, Flaw> {
        at_most(&self.answers, Review::ANSWERS_MAX)?;
        let answer = |answer: &ReviewAnswerV1| {
            Ok(Shared::received(ReviewAnswer {
                prompt: line(&answer.prompt)?,
                level: answer.level.map(level).transpose()?,
                note: prose(&answer.note)?,
            }))
        };
        Ok(Review { meeting, answers: all(&self.answers, answer)? })
    }
}
